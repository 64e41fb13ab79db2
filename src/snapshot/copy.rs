//! The copy a reader can download: readable JSON, one record a line.

use super::restore::SetAside;
use crate::domain::notes::Notes;
use crate::json::Json;

/// All of `notes` as JSON. `set_aside` goes along as it was found.
///
/// Form: `{"format": "notes-1", "records": {"<key>": …}, "set_aside": {"<key>": "<stored string>"}}`. The form of a
/// record is told in `snapshot::form`.
#[must_use]
pub fn copy(notes: &Notes, set_aside: &[SetAside]) -> String {
    let text = |text: &str| Json::Text(text.to_owned()).to_string();
    let records = notes
        .keys()
        .into_iter()
        .filter_map(|key| Some(format!("{}: {}", text(&key.name()), notes.payload(key)?)));
    let aside = set_aside.iter().map(|aside| format!("{}: {}", text(&aside.name), text(&aside.raw)));
    let lines = |lines: Vec<String>| lines.join(",\n    ");
    format!(
        "{{\n  \"format\": \"notes-1\",\n  \"records\": {{\n    {}\n  }},\n  \"set_aside\": {{\n    {}\n  }}\n}}\n",
        lines(records.collect()),
        lines(aside.collect()),
    )
}

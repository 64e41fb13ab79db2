//! The copy a reader can download: readable JSON, with a head that says what it is.

use serde_json::{Map, Value, json};

use super::record::{Change, payload};
use super::restore::SetAside;
use crate::domain::notes::Notes;

/// All of `notes` as indented JSON. `set_aside` goes along as it was found.
///
/// Form: `{"format": "notes-1", "records": {"<key>": …}, "set_aside": {"<key>": "<stored string>"}}`.
#[must_use]
pub fn copy(notes: &Notes, set_aside: &[SetAside]) -> String {
    let records: Map<String, Value> = notes
        .keys()
        .into_iter()
        .filter_map(|key| {
            let name = key.name();
            let record = Change::of(notes, key).record?;
            Some((name, serde_json::from_str(&payload(&record)).unwrap_or_default()))
        })
        .collect();
    let aside: Map<String, Value> =
        set_aside.iter().map(|aside| (aside.name.clone(), Value::from(aside.raw.as_str()))).collect();
    let copy = json!({ "format": "notes-1", "records": records, "set_aside": aside });
    serde_json::to_string_pretty(&copy).unwrap_or_default()
}

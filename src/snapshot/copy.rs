//! The copy a reader can download, and its way back in: readable JSON, one record a line.
//!
//! Form: `{"format": "notes-1", "records": {"<key>": …}, "set_aside": {"<key>": "<stored string>"}}`. The form of a record is
//! told in `snapshot::form`, and for people in `COPY.md`. Where the core had stopped, the loader wrote the copy: it has `"stored": {"<key>": "<stored
//! string>"}` in place of `records`.

use super::record::Key;
use super::restore::{SetAside, restore};
use crate::domain::digits::{digits, number};
use crate::domain::notes::Notes;
use crate::json::{Json, take};

const FORMAT: &str = "notes-";
const VERSION: u64 = 1;

/// The longest copy that is read, in bytes. Ten years of notes are a tenth of it.
pub const MAX_COPY: usize = 5 * 1024 * 1024;

/// All of `notes` as JSON. `set_aside` goes along as it was found.
#[must_use]
pub fn copy(notes: &Notes, set_aside: &[SetAside]) -> String {
    let mut file = ["{\n  \"format\": \"", FORMAT, &digits(VERSION, 10), "\",\n  \"records\": {\n"].concat();
    let keys = notes.keys().into_iter();
    lines(&mut file, &mut keys.filter_map(|key| Some((key.name(), notes.payload(key)?))));
    file.push_str("  },\n  \"set_aside\": {\n");
    lines(&mut file, &mut set_aside.iter().map(|aside| (aside.name.clone(), spelled(&aside.raw))));
    file.push_str("  }\n}\n");
    file
}

fn spelled(text: &str) -> String {
    Json::Text(text.to_owned()).spelled()
}

/// Adds the entries of a map, one a line: each with its value as JSON.
fn lines(file: &mut String, entries: &mut dyn Iterator<Item = (String, String)>) {
    let mut before = "    ";
    for (name, value) in entries {
        for part in [before, &spelled(&name), ": ", &value] {
            file.push_str(part);
        }
        before = ",\n    ";
    }
    if before.starts_with(',') {
        file.push('\n');
    }
}

/// What a copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Everything that could be read. It says nothing about consent.
    pub notes: Notes,
    /// How many parts could not be read, or were set aside already when the copy was made.
    pub n_unreadable: usize,
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Over [`MAX_COPY`].
    TooLarge,
    /// No copy of notes.
    Foreign,
    /// A copy that was cut off or changed.
    Broken,
    /// A newer version made it.
    Newer,
}

/// Reads a copy. Nothing is changed anywhere: the caller decides what becomes of it.
///
/// # Errors
/// [`Refused`], with the reason.
pub fn read_copy(text: &str) -> Result<Copied, Refused> {
    if text.len() > MAX_COPY {
        return Err(Refused::TooLarge);
    }
    // A byte order mark is what some editors put in front when a file is saved again.
    let text = text.trim_start_matches('\u{feff}');
    let Some(Json::Map(mut entries)) = Json::parse(text) else {
        return Err(if text.starts_with('{') { Refused::Broken } else { Refused::Foreign });
    };
    let mut fits = true;
    let format = take(&mut entries, "format").text(&mut fits);
    match format.strip_prefix(FORMAT).and_then(|version| number(version, 10)) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(Refused::Newer),
        _ => return Err(Refused::Foreign),
    }
    let mut map = |name| {
        let json = take(&mut entries, name);
        if matches!(json, Json::Null) { Vec::new() } else { json.map(&mut fits) }
    };
    let (records, stored, aside) = (map("records"), map("stored"), map("set_aside"));
    let mut n_unreadable = aside.len();
    let strings: Vec<_> = stored.into_iter().map(|(name, json)| (name, json.text(&mut fits))).collect();
    if !fits {
        return Err(Refused::Broken);
    }
    let restored = restore(strings.iter().map(|(name, raw)| (name.as_str(), raw.as_str())));
    if restored.is_newer() {
        return Err(Refused::Newer);
    }
    n_unreadable += restored.set_aside.len();
    let mut notes = restored.notes;
    for (name, json) in records {
        let was_read = Key::parse(&name).is_some_and(|key| notes.read_json(key, json));
        n_unreadable += usize::from(!was_read);
    }
    notes.settings.keep = false;
    Ok(Copied { notes, n_unreadable })
}

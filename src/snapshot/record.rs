//! One record: its key, and its way to a stored string and back.

use std::fmt::Write as _;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::domain::notes::{Draft, Notes, Place, RecordId, Reflection, Settings};
use crate::domain::plan::Plan;
use crate::json::{AsJson, Json};

/// The version of the record format that this core writes.
pub const VERSION: u32 = 1;

/// What a record is stored under, without prefix and namespace.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Choices about the page itself.
    Settings,
    /// Where *Go on* leads.
    Place,
    /// A reflection that was begun.
    Draft,
    /// A reflection that led to a picture.
    Reflection(RecordId),
    /// A plan.
    Plan(RecordId),
}

impl Key {
    /// The key as it is stored. The words are neutral on purpose.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Settings => "s".to_owned(),
            Self::Place => "p".to_owned(),
            Self::Draft => "d".to_owned(),
            Self::Reflection(id) => format!("r.{id}"),
            Self::Plan(id) => format!("t.{id}"),
        }
    }

    /// The key with this stored name; `None` if no record is called so.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name.split_once('.') {
            None => match name {
                "s" => Some(Self::Settings),
                "p" => Some(Self::Place),
                "d" => Some(Self::Draft),
                _ => None,
            },
            Some((_, "")) => None,
            Some(("r", id)) => Some(Self::Reflection(id.into())),
            Some(("t", id)) => Some(Self::Plan(id.into())),
            Some(_) => None,
        }
    }
}

/// The value of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of Key")]
pub enum Record {
    Settings(Settings),
    Place(Place),
    Draft(Draft),
    Reflection(Reflection),
    Plan(Plan),
}

/// One record to be written, or to be removed (`record` is `None`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub key: Key,
    /// The new value; `None` to remove it.
    pub record: Option<Record>,
}

impl Change {
    /// The record of `notes` under `key`, as it stands now.
    #[must_use]
    pub fn of(notes: &Notes, key: Key) -> Self {
        let record = match &key {
            Key::Settings => Some(Record::Settings(notes.settings.clone())),
            Key::Place => Some(Record::Place(notes.place.clone())),
            Key::Draft => notes.draft.clone().map(Record::Draft),
            Key::Reflection(id) => notes.reflections.get(id).cloned().map(Record::Reflection),
            Key::Plan(id) => notes.plans.get(id).cloned().map(Record::Plan),
        };
        Self { key, record }
    }
}

impl Notes {
    /// The keys of all records that these notes consist of.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = vec![Key::Settings, Key::Place];
        keys.extend(self.draft.as_ref().map(|_| Key::Draft));
        keys.extend(self.reflections.keys().cloned().map(Key::Reflection));
        keys.extend(self.plans.keys().cloned().map(Key::Plan));
        keys
    }
}

/// Why a stored string is not a record of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It has our head, and the checksum or the payload is wrong.
    Damaged,
    /// It was never ours.
    Foreign,
    /// A newer version wrote it. Read-only: nothing may be written beside it.
    Newer,
}

/// A record with its revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// How often it was written, from 1.
    pub revision: u64,
    /// The value.
    pub record: Record,
}

fn checksum(payload: &str) -> u32 {
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(payload.as_bytes())
}

/// The payload of a record as JSON in plain ASCII.
#[must_use]
pub fn payload(record: &Record) -> String {
    let json = match record {
        Record::Settings(settings) => settings.to_json(),
        Record::Place(place) => place.to_json(),
        Record::Draft(draft) => draft.to_json(),
        Record::Reflection(reflection) => reflection.to_json(),
        Record::Plan(plan) => plan.to_json(),
    };
    ascii(&json.to_string())
}

/// Writes every character beyond ASCII as `\uXXXX`. In JSON such characters stand only inside strings.
fn ascii(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            escaped.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

/// The stored string of `record` at `revision`.
#[must_use]
pub fn encode(record: &Record, revision: u64) -> String {
    let payload = payload(record);
    format!("n{VERSION} {revision} {:08x} {payload}", checksum(&payload))
}

/// Reads the stored string `raw` of the record under `key`.
///
/// # Errors
/// [`Unreadable`], with the reason. A newer version is recognised before anything else is looked at.
pub fn decode(key: &Key, raw: &str) -> Result<Decoded, Unreadable> {
    let (version, rest) =
        raw.strip_prefix('n').and_then(|rest| rest.split_once(' ')).ok_or(Unreadable::Foreign)?;
    let version: u32 = version.parse().map_err(|_| Unreadable::Foreign)?;
    if version > VERSION {
        return Err(Unreadable::Newer);
    }
    let mut parts = rest.splitn(3, ' ');
    let revision = parts.next().and_then(|part| part.parse().ok()).ok_or(Unreadable::Damaged)?;
    let sum = parts.next().and_then(|part| u32::from_str_radix(part, 16).ok()).ok_or(Unreadable::Damaged)?;
    let payload = parts.next().ok_or(Unreadable::Damaged)?;
    if checksum(payload) != sum {
        return Err(Unreadable::Damaged);
    }
    let json = Json::parse(payload).ok_or(Unreadable::Damaged)?;
    let record = match key {
        Key::Settings => json.read().map(Record::Settings),
        Key::Place => json.read().map(Record::Place),
        Key::Draft => json.read().map(Record::Draft),
        Key::Reflection(_) => json.read().map(Record::Reflection),
        Key::Plan(_) => json.read().map(Record::Plan),
    };
    record.map(|record| Decoded { revision, record }).ok_or(Unreadable::Damaged)
}

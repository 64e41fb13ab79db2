//! One record: its key, and its way to a stored string and back.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::domain::digits::{digits, number};
use crate::domain::notes::{Notes, RecordId};

/// The version of the record format that this core writes.
pub const VERSION: u32 = 1;

/// What a record is stored under, without prefix and namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// A check-in.
    CheckIn(RecordId),
}

impl Key {
    /// The key as it is stored. The words are neutral on purpose.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Settings => "s".to_owned(),
            Self::Place => "p".to_owned(),
            Self::Draft => "d".to_owned(),
            Self::Reflection(id) => ["r.", &id.spelled()].concat(),
            Self::Plan(id) => ["t.", &id.spelled()].concat(),
            Self::CheckIn(id) => ["c.", &id.spelled()].concat(),
        }
    }

    /// True for the kinds of which there can be many. Only these leave word behind when they are deleted.
    #[must_use]
    pub fn is_many(self) -> bool {
        match self {
            Self::Reflection(_) | Self::Plan(_) | Self::CheckIn(_) => true,
            Self::Settings | Self::Place | Self::Draft => false,
        }
    }

    /// The key behind this one, where there can be many.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Reflection(id) => Self::Reflection(id.next()),
            Self::Plan(id) => Self::Plan(id.next()),
            Self::CheckIn(id) => Self::CheckIn(id.next()),
            Self::Settings | Self::Place | Self::Draft => self,
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
            Some(("r", id)) => RecordId::parse(id).map(Self::Reflection),
            Some(("t", id)) => RecordId::parse(id).map(Self::Plan),
            Some(("c", id)) => RecordId::parse(id).map(Self::CheckIn),
            Some(_) => None,
        }
    }
}

/// One record to be written, or to be removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub key: Key,
    /// The new value, as [`Notes::payload`] gives it; `None` to remove the record.
    pub payload: Option<String>,
}

impl Change {
    /// The record of `notes` under `key`, as it stands now.
    #[must_use]
    pub fn of(notes: &Notes, key: Key) -> Self {
        Self { key, payload: notes.payload(key) }
    }
}

impl Notes {
    /// The keys of all records that these notes consist of.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = vec![Key::Settings, Key::Place];
        keys.extend(self.draft.as_ref().map(|_| Key::Draft));
        keys.extend(self.record_keys());
        keys
    }

    /// The keys of those kinds of which there can be many, oldest first within a kind.
    #[must_use]
    pub fn record_keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for id in self.reflections.keys() {
            keys.push(Key::Reflection(*id));
        }
        for id in self.plans.keys() {
            keys.push(Key::Plan(*id));
        }
        for id in self.check_ins.keys() {
            keys.push(Key::CheckIn(*id));
        }
        keys
    }

    /// Notes of the one record under `key`; `None` if `payload` is no such record.
    #[must_use]
    pub fn of(key: Key, payload: &str) -> Option<Self> {
        let mut notes = Self::default();
        notes.read(key, payload).then_some(notes)
    }

    /// Takes the record under `key` out; nothing happens if there is none.
    pub fn remove(&mut self, key: Key) {
        match key {
            Key::Settings => self.settings = Default::default(),
            Key::Place => self.place = Default::default(),
            Key::Draft => self.draft = None,
            Key::Reflection(id) => drop(self.reflections.remove(&id)),
            Key::Plan(id) => drop(self.plans.remove(&id)),
            Key::CheckIn(id) => drop(self.check_ins.remove(&id)),
        }
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

/// A stored string that is whole: what it says of itself, and its payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed<'a> {
    /// How often the record was written, from 1.
    pub revision: u64,
    /// JSON in plain ASCII, as it was written.
    pub payload: &'a str,
}

/// The payload that stands in the place of a deleted record, so that a tab that still has it cannot bring it back.
pub const DELETED: &str = "null";

impl Sealed<'_> {
    /// True if it only says that the record was deleted.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.payload == DELETED
    }
}

fn checksum(payload: &str) -> u32 {
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(payload.as_bytes())
}

/// Adds the last `n_digits` hexadecimal digits of `number`.
fn push_hex(text: &mut String, number: u32, n_digits: u32) {
    for place in (0..n_digits).rev() {
        text.push(char::from_digit(number >> (4 * place) & 0xf, 16).unwrap_or('0'));
    }
}

/// Writes every character beyond ASCII as `\uXXXX`. In JSON such characters stand only inside strings.
pub(super) fn ascii(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            escaped.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                escaped.push_str("\\u");
                push_hex(&mut escaped, u32::from(*unit), 4);
            }
        }
    }
    escaped
}

/// The stored string of `payload` at `revision`.
#[must_use]
pub fn seal(payload: &str, revision: u64) -> String {
    let mut raw = ["n", &digits(VERSION.into(), 10), " ", &digits(revision, 10), " "].concat();
    push_hex(&mut raw, checksum(payload), 8);
    raw.push(' ');
    raw.push_str(payload);
    raw
}

/// Opens the stored string `raw`.
///
/// # Errors
/// [`Unreadable`], with the reason. A newer version is recognised before anything else is looked at.
pub fn unseal(raw: &str) -> Result<Sealed<'_>, Unreadable> {
    let (version, rest) =
        raw.strip_prefix('n').and_then(|rest| rest.split_once(' ')).ok_or(Unreadable::Foreign)?;
    let version = number(version, 10).ok_or(Unreadable::Foreign)?;
    if version > u64::from(VERSION) {
        return Err(Unreadable::Newer);
    }
    whole(rest).ok_or(Unreadable::Damaged)
}

/// What stands behind the version; `None` if it is damaged.
fn whole(rest: &str) -> Option<Sealed<'_>> {
    let (revision, rest) = rest.split_once(' ')?;
    let (sum, payload) = rest.split_once(' ')?;
    let is_whole = number(sum, 16) == Some(checksum(payload).into());
    is_whole.then_some(Sealed { revision: number(revision, 10)?, payload })
}

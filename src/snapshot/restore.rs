//! From stored strings to notes: repairs nothing silently, reports what it could not read.

use super::record::{Key, Record, Unreadable, decode};
use crate::domain::notes::Notes;

/// A stored string that could not be read. It stays where it is, untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its key, without prefix and namespace.
    pub name: String,
    /// The string itself, so that the reader can download it.
    pub raw: String,
    /// Why.
    pub why: Unreadable,
}

/// What was found in a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Restored {
    /// Everything that could be read.
    pub notes: Notes,
    /// Everything that could not.
    pub set_aside: Vec<SetAside>,
}

impl Restored {
    /// True if a newer version wrote part of it: nothing may be written then.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        self.set_aside.iter().any(|aside| aside.why == Unreadable::Newer)
    }
}

/// Reads the pairs of name (without prefix and namespace) and stored string, in any order.
pub fn restore<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Restored {
    let mut restored = Restored::default();
    for (name, raw) in pairs {
        let decoded = match Key::parse(name) {
            None => Err(Unreadable::Foreign),
            Some(key) => decode(&key, raw).map(|decoded| (key, decoded.record)),
        };
        match decoded {
            Ok((key, record)) => restored.notes.put(key, record),
            Err(why) => {
                restored.set_aside.push(SetAside { name: name.to_owned(), raw: raw.to_owned(), why });
            }
        }
    }
    restored
}

impl Notes {
    /// Puts a record in its place. A record under a key of another kind cannot come from
    /// [`decode`] and is passed over.
    pub fn put(&mut self, key: Key, record: Record) {
        match (key, record) {
            (Key::Settings, Record::Settings(settings)) => self.settings = settings,
            (Key::Place, Record::Place(place)) => self.place = place,
            (Key::Draft, Record::Draft(draft)) => self.draft = Some(draft),
            (Key::Reflection(id), Record::Reflection(reflection)) => {
                self.reflections.insert(id, reflection);
            }
            (Key::Plan(id), Record::Plan(plan)) => {
                self.plans.insert(id, plan);
            }
            (Key::Settings | Key::Place | Key::Draft | Key::Reflection(_) | Key::Plan(_), _) => {}
        }
    }
}

//! From stored strings to notes: repairs nothing silently, reports what it could not read.

use super::record::{Key, Unreadable, unseal};
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

/// Reads the pairs of name and stored string, in any order.
pub fn restore<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Restored {
    read_all(&mut pairs.into_iter())
}

fn read_all<'a>(pairs: &mut dyn Iterator<Item = (&'a str, &'a str)>) -> Restored {
    let mut restored = Restored::default();
    for (name, raw) in pairs {
        if let Err(why) = restored.notes.take_in(name, raw) {
            restored.set_aside.push(SetAside { name: name.to_owned(), raw: raw.to_owned(), why });
        }
    }
    restored
}

impl Notes {
    /// Reads the string `raw` that is stored under `name`, without prefix and namespace, into these notes.
    ///
    /// # Errors
    /// [`Unreadable`], with the reason; nothing is changed then.
    pub fn take_in(&mut self, name: &str, raw: &str) -> Result<(), Unreadable> {
        // Its version first: a newer one may have kinds of records that this one has no name for.
        let sealed = unseal(raw)?;
        let key = Key::parse(name).ok_or(Unreadable::Foreign)?;
        if sealed.is_deleted() && key.is_many() {
            return Ok(()); // It only says that there was one.
        }
        if self.read(key, sealed.payload) { Ok(()) } else { Err(Unreadable::Damaged) }
    }
}

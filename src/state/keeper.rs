//! The one writer to the store: knows the keys, reads before it writes, and believes only what reads back.

use litemap::LiteMap;

use super::ports::{KeyValue, StoreError};
use crate::domain::notes::Notes;
use crate::snapshot::{Change, Key, Restored, restore, seal, unseal};

/// What all our keys begin with. Neutral: it says nothing about the subject.
const PREFIX: &str = "pn";
/// The name under which something unreadable is set aside, before its own name.
const ASIDE: &str = "aside";

/// Keeps records in a store, under one namespace.
#[derive(Debug)]
pub struct Keeper<S> {
    store: S,
    /// `pn.<namespace>.`
    prefix: String,
    /// What this tab last saw or wrote, by full key.
    seen: LiteMap<String, String>,
    /// True if a newer version wrote here: nothing is written then.
    is_read_only: bool,
}

impl<S: KeyValue> Keeper<S> {
    /// Opens `namespace` in `store` and reads everything in it. Nothing is written.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read; the reader then works in memory.
    pub fn open(store: S, namespace: &str) -> Result<(Self, Restored), StoreError> {
        let prefix = format!("{PREFIX}.{namespace}.");
        let mut seen: LiteMap<String, String> = LiteMap::new();
        for key in store.keys()? {
            if key.starts_with(&prefix)
                && let Some(raw) = store.get(&key)?
            {
                seen.insert(key, raw);
            }
        }
        let restored = restore(seen.iter().map(|(key, raw)| {
            let name = key.strip_prefix(&prefix).unwrap_or(key);
            (name, raw.as_str())
        }));
        let is_read_only = restored.is_newer();
        Ok((Self { store, prefix, seen, is_read_only }, restored))
    }

    /// True if nothing may be written, because a newer version wrote here.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// What this tab last saw or wrote: names without prefix and namespace, and stored strings.
    pub fn stored(&self) -> impl Iterator<Item = (&str, &str)> {
        self.seen.iter().filter_map(|(key, raw)| Some((key.strip_prefix(&self.prefix)?, raw.as_str())))
    }

    /// Writes or removes one record and reads it back.
    ///
    /// What another tab wrote meanwhile, and what cannot be read, is copied aside first; if that fails,
    /// nothing is written.
    ///
    /// # Errors
    /// [`StoreError`]; the stored value is then the old one.
    pub fn write(&mut self, change: &Change) -> Result<(), StoreError> {
        if self.is_read_only {
            return Err(StoreError::Denied);
        }
        let full = format!("{}{}", self.prefix, change.key.name());
        let stored = self.store.get(&full)?;
        let Some(payload) = &change.payload else {
            self.store.remove(&full)?;
            self.seen.remove(full.as_str());
            return Ok(());
        };
        let mut revision = 1;
        if let Some(stored) = &stored {
            // What is sealed as it should be and yet no record of this key was not written by us.
            let sealed =
                unseal(stored).ok().filter(|sealed| Notes::default().read(change.key, sealed.payload));
            if sealed.is_some_and(|sealed| sealed.payload == payload) {
                self.seen.insert(full, stored.clone());
                return Ok(()); // Nothing changed: no write.
            }
            revision = sealed.map_or(1, |sealed| sealed.revision.saturating_add(1));
            let is_ours = self.seen.get(full.as_str()) == Some(stored);
            let is_precious = match &change.key {
                Key::Settings | Key::Place => false,
                Key::Draft | Key::Reflection(_) | Key::Plan(_) => !is_ours,
            };
            if sealed.is_none() || is_precious {
                self.set_aside(&change.key.name(), stored)?;
            }
        }
        let raw = seal(payload, revision);
        self.put(&full, &raw)
    }

    fn put(&mut self, full: &str, raw: &str) -> Result<(), StoreError> {
        self.store.set(full, raw)?;
        if self.store.get(full)?.as_deref() != Some(raw) {
            return Err(StoreError::Unfaithful);
        }
        self.seen.insert(full.to_owned(), raw.to_owned());
        Ok(())
    }

    /// Copies a stored string to a key of its own, unless it already stands there.
    fn set_aside(&mut self, name: &str, raw: &str) -> Result<(), StoreError> {
        for number in 1_u32.. {
            let full = format!("{}{ASIDE}.{number}.{name}", self.prefix);
            match self.store.get(&full)? {
                Some(other) if other == raw => return Ok(()),
                Some(_) => {}
                None => return self.put(&full, raw),
            }
        }
        Err(StoreError::Full)
    }

    /// Removes every key of this namespace, also what was set aside. Keys of others are not touched.
    ///
    /// # Errors
    /// [`StoreError`] if anything of ours is still there afterwards.
    pub fn remove_all(&mut self) -> Result<(), StoreError> {
        let mut outcome = Ok(());
        for key in self.store.keys()? {
            if key.starts_with(&self.prefix) {
                outcome = self.store.remove(&key).and(outcome);
            }
        }
        outcome?;
        if self.store.keys()?.iter().any(|key| key.starts_with(&self.prefix)) {
            return Err(StoreError::Unfaithful);
        }
        self.seen.clear();
        self.is_read_only = false;
        Ok(())
    }
}

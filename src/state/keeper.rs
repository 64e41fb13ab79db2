//! The one writer to the store: knows the keys, reads before it writes, and believes only what reads back.
//!
//! What is to be written waits here until it is. A write that fails goes on waiting, so the next one that succeeds saves
//! everything.

use litemap::LiteMap;

use super::ports::{KeyValue, StoreError};
use crate::domain::digits::digits;
use crate::domain::notes::{Notes, Place, RecordId};
use crate::domain::plan::Outcome;
use crate::domain::word::Word;
use crate::snapshot::{Change, DELETED, Key, Unreadable, seal, unseal};

/// What all our keys begin with. Neutral: it says nothing about the subject.
const PREFIX: &str = "pn";
/// Characters, of some five million that browsers have room for; the host page may take its share of them.
const NEARLY_FULL: usize = 2_000_000;
/// The name under which something is set aside, before its own name.
const ASIDE: &str = "aside";

/// Keeps records in a store, under one namespace.
#[derive(Debug)]
pub struct Keeper<S> {
    store: S,
    /// `pn.<namespace>.`
    prefix: String,
    /// The stored strings that memory agrees with, by full key.
    seen: LiteMap<String, String>,
    /// What the last look found, until memory took it over or not.
    looked: LiteMap<String, String>,
    waiting: Vec<Change>,
    /// The names, without prefix and namespace, that nobody has read yet.
    unread: Vec<String>,
    n_set_aside: usize,
    /// True if a newer version wrote here: nothing is written then.
    is_read_only: bool,
}

/// What came of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saving {
    /// `Ok` if everything that waited was written and read back.
    pub outcome: Result<(), StoreError>,
    /// Records that another tab wrote and memory does not have yet.
    pub found: Vec<Change>,
    /// How many stored strings are set aside now.
    pub n_set_aside: usize,
    /// True if so much is kept that a browser may have no room for more soon.
    pub is_nearly_full: bool,
}

impl<S: KeyValue> Keeper<S> {
    /// Opens `namespace` in `store` and reads what the way back to where the reader was can need. That is everything but
    /// the check-ins, the reflections and the plans done or tried that were made before `since`: those are left to
    /// [`Keeper::rest`], unless no reflection is later. Nothing is written.
    ///
    /// # Errors
    /// [`StoreError`] if the store cannot be read; the reader then works in memory.
    pub fn open(store: S, namespace: &str, since: RecordId) -> Result<(Self, Notes), StoreError> {
        let prefix = [PREFIX, ".", namespace, "."].concat();
        let (mut names, mut unread) = (Vec::new(), Vec::new());
        let since = since.spelled();
        let mut has_early = false;
        for key in store.keys()? {
            let Some(name) = key.strip_prefix(&prefix) else { continue };
            let is_early = match name.split_once('.') {
                // An id that is spelled longer is later.
                Some((kind @ ("c" | "r" | "t"), id)) if (id.len(), id) < (since.len(), &since) => {
                    has_early |= kind == "r";
                    kind != "t" || store.get(&key)?.is_some_and(|raw| is_closed(&raw))
                }
                _ => false,
            };
            (if is_early { &mut unread } else { &mut names }).push(name.to_owned());
        }
        let (seen, looked, waiting) = (LiteMap::new(), LiteMap::new(), Vec::new());
        let mut keeper =
            Self { store, prefix, seen, looked, waiting, unread, n_set_aside: 0, is_read_only: false };
        let mut notes = Notes::default();
        keeper.read(names, &mut notes)?;
        if has_early && notes.reflections.is_empty() {
            keeper.rest(&mut notes); // The last one has to be there, however old.
        }
        Ok((keeper, notes))
    }

    /// Reads into `notes` what [`Keeper::open`] left, once. What the store does not give any more is not there.
    pub fn rest(&mut self, notes: &mut Notes) {
        let unread = std::mem::take(&mut self.unread);
        let _ = self.read(unread, notes);
    }

    fn read(&mut self, names: Vec<String>, notes: &mut Notes) -> Result<(), StoreError> {
        for name in names {
            let full = self.full(&name);
            let Some(raw) = self.store.get(&full)? else { continue };
            if let Err(why) = notes.take_in(&name, &raw) {
                self.n_set_aside += 1;
                self.is_read_only |= why == Unreadable::Newer;
            }
            self.seen.insert(full, raw);
        }
        Ok(())
    }

    /// How many stored strings are set aside, of those that were read.
    #[must_use]
    pub fn n_set_aside(&self) -> usize {
        self.n_set_aside
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

    /// Has `changes` wait for the next [`Keeper::save`]; a newer change of a record takes the place of an older one.
    pub fn queue(&mut self, changes: Vec<Change>) {
        if self.waiting.is_empty() {
            self.waiting = changes;
            return;
        }
        for change in changes {
            self.waiting.retain(|other| other.key != change.key);
            self.waiting.push(change);
        }
    }

    /// True if something waits to be written.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Writes what waits, and lets nothing wait any longer: what could not be written stays in memory alone.
    pub fn save_and_stop(&mut self) {
        self.save();
        self.waiting.clear();
    }

    /// Nothing waits any more, and nothing counts as seen: what is kept from here on is kept anew.
    pub fn begin_anew(&mut self) {
        self.waiting.clear();
        self.seen.clear();
    }

    /// Writes everything that waits. `None` if nothing did.
    pub fn save(&mut self) -> Option<Saving> {
        if self.waiting.is_empty() {
            return None;
        }
        let (mut outcome, mut found) = (Ok(()), Vec::new());
        match self.is_gone() {
            Ok(false) => {}
            other => {
                if other.is_ok() {
                    self.waiting.clear(); // The reader is asked, and everything is written anew or not at all.
                }
                let outcome = other.and(Err(StoreError::Gone));
                return Some(self.saving(outcome, found));
            }
        }
        // A record that fails does not keep the others from being written. New ones come first and removals last, so that
        // what is cut short leaves too much and not too little. All wait until the end: so no place of one is given away.
        let (waiting, mut failed) = (self.waiting.clone(), Vec::new());
        for is_removal in [false, true] {
            for change in waiting.iter().filter(|change| change.payload.is_none() == is_removal) {
                if let Err(error) = self.write(change, &mut found) {
                    outcome = outcome.and(Err(error));
                    failed.push(change.clone());
                }
            }
        }
        self.waiting = failed;
        Some(self.saving(outcome, found))
    }

    fn saving(&self, outcome: Result<(), StoreError>, found: Vec<Change>) -> Saving {
        let n_chars: usize = self.seen.iter().map(|(key, raw)| key.len() + raw.len()).sum();
        Saving { outcome, found, n_set_aside: self.n_set_aside, is_nearly_full: n_chars > NEARLY_FULL }
    }

    /// Writes or removes one record and reads it back. Adds to `found` what another tab wrote.
    fn write(&mut self, change: &Change, found: &mut Vec<Change>) -> Result<(), StoreError> {
        if self.is_read_only {
            return Err(StoreError::Newer);
        }
        let full = self.full(&change.key.name());
        let is_many = change.key.is_many();
        let Some(raw) = self.store.get(&full)? else {
            return match &change.payload {
                Some(payload) => self.put(&full, &seal(payload, 1)),
                None => {
                    self.seen.remove(&full);
                    Ok(())
                }
            };
        };
        let is_ours = self.seen.get(&full) == Some(&raw);
        let payload = change.payload.as_deref().unwrap_or(DELETED);
        let mut revision = 1;
        match unseal(&raw) {
            Err(Unreadable::Newer) => {
                self.is_read_only = true;
                return Err(StoreError::Newer);
            }
            Ok(sealed) if sealed.payload == payload => {
                if !is_ours {
                    found.push(change.clone()); // Another tab has the same: it is not ours alone to take back.
                }
                self.seen.insert(full, raw); // Nothing changed: no write.
                return Ok(());
            }
            Ok(sealed) if sealed.is_deleted() && is_many => {
                if !is_ours {
                    // The reader deleted it in another tab, and it stays so.
                    self.seen.insert(full, raw);
                    found.push(Change { key: change.key, payload: None });
                    return Ok(());
                }
                revision = sealed.revision.saturating_add(1);
            }
            // What is sealed as it should be and yet no record of this key was not written by us.
            Ok(sealed) => match Notes::of(change.key, sealed.payload) {
                None => self.set_aside(change.key, &raw)?,
                Some(theirs) => {
                    revision = sealed.revision.saturating_add(1);
                    match &change.payload {
                        // Consent that was given elsewhere stays.
                        None if change.key == Key::Settings && theirs.settings.keep => {
                            let mut rest = theirs;
                            rest.settings.only_mine = false;
                            let payload = rest.payload(change.key).unwrap_or_default();
                            return self.put(&full, &seal(&payload, revision));
                        }
                        _ if is_ours => {}
                        // It is not the one that was here: another tab's, and not ours to delete.
                        None if is_many && !self.knows(change.key, &theirs) => {
                            found.push(Change::of(&theirs, change.key));
                            self.seen.insert(full, raw);
                            return Ok(());
                        }
                        Some(ours) if is_many => {
                            return self.write_both(change.key, revision, theirs, ours, found);
                        }
                        Some(ours) if change.key == Key::Settings => {
                            // Consent that was given elsewhere is not taken back here, nor what was asked for.
                            let mut both = Notes::of(change.key, ours).unwrap_or_default();
                            both.merge(&theirs);
                            both.settings.keep |= theirs.settings.keep;
                            let both = Change::of(&both, change.key);
                            let raw = seal(both.payload.as_deref().unwrap_or_default(), revision);
                            found.push(both);
                            return self.put(&full, &raw);
                        }
                        Some(_) if is_precious(change.key, &theirs) => self.set_aside(change.key, &raw)?,
                        // What another tab is in the middle of is not finished by what was finished here.
                        None if !is_many && is_precious(change.key, &theirs) => return Ok(()),
                        Some(_) | None => {}
                    }
                }
            },
            Err(Unreadable::Foreign | Unreadable::Damaged) => self.set_aside(change.key, &raw)?,
        }
        if change.payload.is_none() && !is_many {
            self.store.remove(&full)?;
            if self.store.get(&full)?.is_some() {
                return Err(StoreError::Unfaithful);
            }
            self.seen.remove(&full);
            return Ok(());
        }
        self.put(&full, &seal(payload, revision))
    }

    /// Two tabs changed the same record: both are kept, as one if they fit together and as two if not.
    fn write_both(
        &mut self,
        key: Key,
        revision: u64,
        theirs: Notes,
        ours: &str,
        found: &mut Vec<Change>,
    ) -> Result<(), StoreError> {
        let mut both = theirs;
        both.merge(&Notes::of(key, ours).unwrap_or_default());
        // The one that moves goes first: cut short behind it, both are still there.
        for stays in [false, true] {
            for other in both.record_keys().into_iter().filter(|other| (*other == key) == stays) {
                let Some(payload) = both.payload(other) else { continue };
                let (place, revision) =
                    if stays { (key, revision) } else { (self.free(other, &payload)?, 1) };
                let full = self.full(&place.name());
                let outcome = self.put(&full, &seal(&payload, revision));
                if outcome.is_err() {
                    self.seen.remove(&full); // Memory does not have it: if it is there, it is another's.
                    return outcome;
                }
                found.push(Change { key: place, payload: Some(payload) });
            }
        }
        Ok(())
    }

    /// True if what this tab last saw under `key` is the record in `theirs`, or became it.
    fn knows(&self, key: Key, theirs: &Notes) -> bool {
        let seen = self.seen.get(&self.full(&key.name()));
        let sealed = seen.and_then(|raw| unseal(raw).ok());
        let Some(mut both) = sealed.and_then(|sealed| Notes::of(key, sealed.payload)) else { return false };
        both.merge(theirs);
        both.record_keys().len() == 1
    }

    /// `key`, or the next one behind it under which nothing is kept and nothing waits; or where `payload` stands already.
    fn free(&self, mut key: Key, payload: &str) -> Result<Key, StoreError> {
        loop {
            let full = self.full(&key.name());
            if !self.waiting.iter().any(|change| change.key == key) {
                match self.store.get(&full)? {
                    None if !self.seen.contains_key(&full) => return Ok(key),
                    Some(raw) if unseal(&raw).is_ok_and(|sealed| sealed.payload == payload) => {
                        return Ok(key);
                    }
                    None | Some(_) => {}
                }
            }
            key = key.next();
        }
    }

    fn full(&self, name: &str) -> String {
        [self.prefix.as_str(), name].concat()
    }

    /// True if what was kept was removed by another hand: nothing of ours is there, or a record is missing. A record that
    /// is deleted alone leaves word behind, so all were removed then, and another tab has begun anew since.
    fn is_gone(&self) -> Result<bool, StoreError> {
        if self.seen.is_empty() {
            return Ok(false);
        }
        let keys = self.store.keys()?;
        let is_record =
            |full: &&String| full.strip_prefix(&self.prefix).and_then(Key::parse).is_some_and(Key::is_many);
        let n_there = keys.iter().filter(|key| self.seen.contains_key(*key)).filter(is_record).count();
        Ok(!keys.iter().any(|key| key.starts_with(&self.prefix))
            || n_there < self.seen.keys().filter(is_record).count())
    }

    /// True if no key of ours is in the store.
    fn is_emptied(&self) -> Result<bool, StoreError> {
        Ok(!self.store.keys()?.iter().any(|key| key.starts_with(&self.prefix)))
    }

    fn put(&mut self, full: &str, raw: &str) -> Result<(), StoreError> {
        self.store.set(full, raw)?;
        // From here on it is ours, also where it cannot be read back now: it is not taken for another tab's later.
        let before = self.seen.insert(full.to_owned(), raw.to_owned());
        if self.store.get(full)?.as_deref() == Some(raw) {
            return Ok(());
        }
        match before {
            Some(before) => self.seen.insert(full.to_owned(), before),
            None => self.seen.remove(full),
        };
        Err(StoreError::Unfaithful)
    }

    /// Copies a stored string to a key of its own, unless it already stands there.
    fn set_aside(&mut self, key: Key, raw: &str) -> Result<(), StoreError> {
        for number in 1_u32.. {
            let full = self.full(&[ASIDE, ".", &digits(number.into(), 10), ".", &key.name()].concat());
            match self.store.get(&full)? {
                Some(other) if other == raw => return Ok(()),
                Some(_) => {}
                None => {
                    self.put(&full, raw)?;
                    self.n_set_aside += 1;
                    return Ok(());
                }
            }
        }
        Err(StoreError::Full)
    }

    /// Looks at what other tabs wrote: at the full key `only`, or at everything. What memory then agrees with is told by
    /// [`Keeper::saw`]. If `may_write`, a record of ours that another tab wrote over without having read it waits to be
    /// written beside that one.
    ///
    /// # Errors
    /// [`StoreError::Gone`] if nothing of ours is left, [`StoreError::Newer`] if a newer version wrote, and what else a store
    /// may say.
    pub fn look(&mut self, only: Option<&str>, may_write: bool) -> Result<Vec<Change>, StoreError> {
        if self.is_gone()? {
            self.waiting.clear();
            return Err(StoreError::Gone);
        }
        let keys = match only {
            Some(key) => vec![key.to_owned()],
            None => self.store.keys()?,
        };
        let mut found = Vec::new();
        self.looked.clear();
        for full in keys {
            let Some(name) = full.strip_prefix(&self.prefix) else { continue };
            let Some(raw) = self.store.get(&full)? else { continue };
            let seen = self.seen.get(&full);
            if seen == Some(&raw) {
                continue;
            }
            match (unseal(&raw), Key::parse(name)) {
                (Err(Unreadable::Newer), _) => {
                    self.is_read_only = true;
                    return Err(StoreError::Newer);
                }
                // What waits to be written is compared when it is.
                (Ok(sealed), Some(key)) if !self.waiting.iter().any(|change| change.key == key) => {
                    // Whoever had read ours would have counted on from it. Browsers bring what one tab writes to the others
                    // with a delay.
                    if let Some(Ok(ours)) = seen.map(|seen| unseal(seen))
                        && may_write
                        && key.is_many()
                        && ours.revision >= sealed.revision
                    {
                        self.waiting.push(Change { key, payload: Some(ours.payload.to_owned()) });
                        continue;
                    }
                    let payload = (!sealed.is_deleted()).then(|| sealed.payload.to_owned());
                    found.push(Change { key, payload });
                    self.looked.insert(full, raw);
                }
                _ => {}
            }
        }
        Ok(found)
    }

    /// Memory now holds `change` as the last look found it. Whatever else stands in the store by now stays unseen.
    pub fn saw(&mut self, change: &Change) {
        let full = self.full(&change.key.name());
        if let Some(raw) = self.looked.remove(&full)
            && unseal(&raw).is_ok_and(|sealed| sealed.payload == change.payload.as_deref().unwrap_or(DELETED))
        {
            self.seen.insert(full, raw);
        }
    }

    /// Removes every key of this namespace, also what was set aside. Keys of others are not touched.
    ///
    /// # Errors
    /// [`StoreError`] if anything of ours is still there afterwards.
    pub fn remove_all(&mut self) -> Result<(), StoreError> {
        // Also where some of it stays: what the reader wants gone does not count as kept, and is not missed.
        self.begin_anew();
        let mut outcome = Ok(());
        for key in self.store.keys()? {
            if key.starts_with(&self.prefix) {
                outcome = self.store.remove(&key).and(outcome);
            }
        }
        outcome?;
        if !self.is_emptied()? {
            return Err(StoreError::Unfaithful);
        }
        self.n_set_aside = 0;
        self.is_read_only = false;
        Ok(())
    }
}

/// True if something of `theirs` is in nobody's memory but another tab's, so that writing over it would lose it.
fn is_precious(key: Key, theirs: &Notes) -> bool {
    match key {
        Key::Settings => false,
        // Of a place only what was typed is more than a way back.
        Key::Place => matches!(&theirs.place, Place::Plan(draft) if !draft.own.is_empty()),
        Key::Draft | Key::Reflection(_) | Key::Plan(_) | Key::CheckIn(_) => true,
    }
}

/// True if `raw` is a plan that was done or tried, told without reading it: the other outcome of a plan leaves it open. What a
/// reader wrote cannot look like this, because a quotation mark in it is written as two characters.
fn is_closed(raw: &str) -> bool {
    let says = |outcome: Outcome| {
        let value = [":\"", outcome.word(), "\""].concat();
        raw.as_bytes().windows(value.len()).any(|part| part == value.as_bytes())
    };
    Outcome::ALL.iter().any(|outcome| outcome.closes() && says(*outcome))
}

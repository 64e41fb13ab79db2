//! Two sets of notes become one: another tab's and ours, or a copy that was read back in and what is here.

use super::record::Key;
use crate::domain::date::Day;
use crate::domain::notes::{Notes, Place};
use crate::domain::plan::{Entry, Feeling, Outcome, OwnWords, Plan};

impl Notes {
    /// Takes `other` in, and loses nothing of what both hold.
    ///
    /// Reflections, plans and check-ins: the same record is taken once. The same plan with other outcomes keeps those of
    /// both, and rests if it does in one. Two records that differ and yet have the same id are both kept, the second one under the next id that is free.
    /// In which order and how often notes are merged makes no difference to them.
    ///
    /// Settings, place and draft: what is here stays, what is missing is filled in. Consent is never taken over.
    pub fn merge(&mut self, other: &Self) {
        let (ours, theirs) = (&mut self.settings, &other.settings);
        ours.role = ours.role.or(theirs.role);
        ours.only_mine |= theirs.only_mine;
        ours.region = ours.region.take().or(theirs.region.clone());
        for key in other.keys() {
            let is_missing = match key {
                Key::Settings => false,
                Key::Place => self.place == Place::default(),
                Key::Draft => self.draft.is_none(),
                Key::Reflection(_) | Key::Plan(_) | Key::CheckIn(_) => true,
            };
            if let Some(payload) = other.payload(key).filter(|_| is_missing) {
                self.put(key, payload);
            }
        }
    }

    /// Puts a record under `key` or, if there can be many of it, under the next id that is free. Of two that differ the one
    /// that is spelled lower goes first, so that the same records stand under the same ids in whichever order they came.
    fn put(&mut self, mut key: Key, mut payload: String) {
        while key.is_many()
            && let Some(there) = self.payload(key)
        {
            if there == payload || self.join(key, &payload) {
                return;
            }
            if payload < there {
                let _ = self.read(key, &payload);
                payload = there;
            }
            key = key.next();
        }
        let _ = self.read(key, &payload);
    }

    /// Takes the outcomes of the plan `payload`, and whether it rests, into the plan under `key`; false if it is another plan.
    fn join(&mut self, key: Key, payload: &str) -> bool {
        let mut theirs = Self::default();
        let (Key::Plan(id), true) = (key, theirs.read(key, payload)) else { return false };
        let (Some(ours), Some(mut theirs)) = (self.plans.get_mut(&id), theirs.plans.remove(&id)) else {
            return false;
        };
        let entries = std::mem::take(&mut theirs.entries);
        let own = std::mem::take(&mut ours.entries);
        // That it was left for later is no difference either: one of the two is from before.
        let rests = std::mem::replace(&mut theirs.rests, ours.rests);
        let is_same = *ours == theirs;
        ours.rests |= is_same && rests;
        ours.entries = if is_same { Plan::union(own, &entries) } else { own };
        is_same
    }
}

impl Plan {
    /// The outcomes of both, in order of their days: what both hold once, what one holds twice twice. An outcome of which
    /// one tells more than the other is held as that one tells it.
    fn union(ours: Vec<Entry>, theirs: &[Entry]) -> Vec<Entry> {
        let count = |entries: &[Entry], entry| entries.iter().filter(|one| tells(one, entry)).count();
        let mut all: Vec<Entry> = Vec::new();
        // Those that tell most first: each of them stands for one that tells less.
        for n_told in (0..=2).rev() {
            for entry in ours.iter().chain(theirs) {
                let is_wanted = count(&all, entry) < count(&ours, entry).max(count(theirs, entry));
                if is_wanted && n_told == u8::from(entry.felt.is_some()) + u8::from(entry.line.is_some()) {
                    let place = all.iter().position(|other| rank(other) > rank(entry)).unwrap_or(all.len());
                    all.insert(place, entry.clone());
                }
            }
        }
        all
    }
}

/// True if `one` is `entry`, or what became of it when the reader said more: how it felt, and after that a line. Only one
/// way leads there, else it would make a difference in which order three tabs are merged.
fn tells(one: &Entry, entry: &Entry) -> bool {
    let same_line = entry.line.is_none() || entry.line == one.line;
    let same_felt = entry.felt == one.felt || entry.felt.is_none() && entry.line.is_none();
    (one.day, one.outcome) == (entry.day, entry.outcome) && same_felt && same_line
}

/// What outcomes are ordered by.
fn rank(entry: &Entry) -> (Day, Outcome, Option<Feeling>, Option<&str>) {
    (entry.day, entry.outcome, entry.felt, entry.line.as_ref().map(OwnWords::as_str))
}

//! Two sets of notes become one: another tab's and ours, or a copy that was read back in and what is here.

use super::record::Key;
use crate::domain::notes::{Notes, Place};
use crate::domain::plan::{Entry, Plan};

impl Notes {
    /// Takes `other` in, and loses nothing of what both hold.
    ///
    /// Reflections and plans: the same record is taken once. The same plan with other outcomes keeps those of both. Two
    /// records that differ and yet have the same id are both kept, the second one under the next id that is free. In which
    /// order and how often notes are merged makes no difference to them.
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
                Key::Reflection(_) | Key::Plan(_) => true,
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

    /// Takes the outcomes of the plan `payload` into the plan under `key`; false if it is another plan.
    fn join(&mut self, key: Key, payload: &str) -> bool {
        let mut theirs = Self::default();
        let (Key::Plan(id), true) = (key, theirs.read(key, payload)) else { return false };
        let (Some(ours), Some(mut theirs)) = (self.plans.get_mut(&id), theirs.plans.remove(&id)) else {
            return false;
        };
        let entries = std::mem::take(&mut theirs.entries);
        let own = std::mem::take(&mut ours.entries);
        let is_same = *ours == theirs;
        ours.entries = if is_same { Plan::union(own, &entries) } else { own };
        is_same
    }
}

impl Plan {
    /// The outcomes of both, in order of their days: what both hold once, what one holds twice twice.
    fn union(ours: Vec<Entry>, theirs: &[Entry]) -> Vec<Entry> {
        let count = |entries: &[Entry], entry: &Entry| entries.iter().filter(|one| *one == entry).count();
        let mut all = Vec::new();
        for entry in ours.iter().chain(theirs) {
            let n_wanted = count(&ours, entry).max(count(theirs, entry));
            if count(&all, entry) < n_wanted {
                let rank = |entry: &Entry| (entry.day, entry.outcome);
                let place = all.iter().position(|other| rank(other) > rank(entry)).unwrap_or(all.len());
                all.insert(place, *entry);
            }
        }
        all
    }
}

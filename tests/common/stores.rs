//! Stores for native tests: one that any number of tabs share, and that fails, lies, or is cleared as it is told.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use fogbridge::state::ports::{KeyValue, StoreError};

/// A store in memory. Clones are other tabs' hands on the same one.
#[derive(Debug, Clone, Default)]
pub struct FaultStore(pub Rc<RefCell<Inner>>);

/// What is in it, and what it is told to do.
#[derive(Debug, Default)]
pub struct Inner {
    pub values: BTreeMap<String, String>,
    /// How many calls there were.
    pub n_calls: usize,
    /// How many of them failed.
    pub n_failed: usize,
    /// The number of the call that fails.
    pub fail_at: Option<usize>,
    /// True if all calls from there on fail.
    pub for_ever: bool,
    /// What a failing call says.
    pub error: Option<StoreError>,
    pub lie: Option<Lie>,
}

/// How a store that says it wrote did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    /// The value becomes empty.
    Empties,
    /// The value stays as it was.
    Forgets,
}

impl FaultStore {
    fn call(&self) -> Result<(), StoreError> {
        let mut inner = self.0.borrow_mut();
        inner.n_calls += 1;
        let fails =
            inner.fail_at.is_some_and(|at| inner.n_calls == at || (inner.for_ever && inner.n_calls > at));
        inner.n_failed += usize::from(fails);
        if fails { Err(inner.error.unwrap_or(StoreError::Full)) } else { Ok(()) }
    }

    /// The `n`-th call from now fails, counted from 1; `for_ever`, so do all behind it.
    pub fn fail(&self, n: usize, for_ever: bool, error: StoreError) {
        let mut inner = self.0.borrow_mut();
        inner.fail_at = Some(inner.n_calls + n);
        (inner.for_ever, inner.error) = (for_ever, Some(error));
    }

    /// Works again, and tells the truth.
    pub fn mend(&self) {
        let mut inner = self.0.borrow_mut();
        (inner.fail_at, inner.lie) = (None, None);
    }

    /// From now on it says that it writes, and does not.
    pub fn lie(&self, lie: Lie) {
        self.0.borrow_mut().lie = Some(lie);
    }

    /// How many calls failed so far.
    pub fn n_failed(&self) -> usize {
        self.0.borrow().n_failed
    }

    pub fn values(&self) -> BTreeMap<String, String> {
        self.0.borrow().values.clone()
    }

    /// Somebody else writes: another tab, another version, the host page.
    pub fn put(&self, key: &str, value: &str) {
        self.0.borrow_mut().values.insert(key.to_owned(), value.to_owned());
    }

    /// Somebody else removes one key.
    pub fn drop_key(&self, key: &str) {
        self.0.borrow_mut().values.remove(key);
    }

    /// Both do what they do as if the other had not done it yet: so it is where a browser brings what one tab wrote to the
    /// others with a delay. The second one's is what then stands in the store.
    pub fn cross(&self, first: impl FnOnce(), second: impl FnOnce()) {
        let before = self.values();
        first();
        self.0.borrow_mut().values = before;
        second();
    }

    /// The browser, or the reader in its settings, removes everything.
    pub fn clear(&self) {
        self.0.borrow_mut().values.clear();
    }
}

impl KeyValue for FaultStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call()?;
        Ok(self.0.borrow().values.get(key).cloned())
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.call()?;
        let mut inner = self.0.borrow_mut();
        let value = match inner.lie {
            None => value,
            Some(Lie::Empties) => "",
            Some(Lie::Forgets) => return Ok(()),
        };
        inner.values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.call()?;
        if self.0.borrow().lie.is_none() {
            self.0.borrow_mut().values.remove(key);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call()?;
        Ok(self.0.borrow().values.keys().cloned().collect())
    }
}

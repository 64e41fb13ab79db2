//! Stores for native tests: one that any number of tabs share, and that fails, lies, crashes or is cleared as it is told.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use fogbridge::state::ports::{KeyValue, StoreError};

/// A store in memory that can be told to fail: at the n-th call, once or from then on.
#[derive(Debug, Clone, Default)]
pub struct FaultStore(pub Rc<RefCell<Inner>>);

#[derive(Debug, Default)]
pub struct Inner {
    pub values: BTreeMap<String, String>,
    pub n_calls: usize,
    pub fail_at: Option<usize>,
    pub for_ever: bool,
    pub is_lying: bool,
}

impl FaultStore {
    fn call(&self) -> Result<(), StoreError> {
        let mut inner = self.0.borrow_mut();
        inner.n_calls += 1;
        match inner.fail_at {
            Some(at) if inner.n_calls == at || (inner.for_ever && inner.n_calls > at) => {
                Err(StoreError::Full)
            }
            _ => Ok(()),
        }
    }

    pub fn values(&self) -> BTreeMap<String, String> {
        self.0.borrow().values.clone()
    }

    pub fn put(&self, key: &str, value: &str) {
        self.0.borrow_mut().values.insert(key.to_owned(), value.to_owned());
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
        let value = if inner.is_lying { "" } else { value };
        inner.values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.call()?;
        self.0.borrow_mut().values.remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call()?;
        Ok(self.0.borrow().values.keys().cloned().collect())
    }
}

//! `localStorage` as a fallible store.
//!
//! The project's storage package is `gloo-storage`, whose calls panic where storage is blocked, missing or
//! patched. So the browser is probed first, gloo hands over the raw handle once, and every call after that
//! goes through `web_sys`, where each of them can say no.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use crate::state::ports::{KeyValue, StoreError};

/// The browser's storage of this origin, host page included.
#[derive(Debug)]
pub struct BrowserStore(Storage);

impl BrowserStore {
    /// The store, if the browser has one and lets us read it. Nothing is written: a full store can still
    /// be read.
    ///
    /// # Errors
    /// [`StoreError::Denied`] in all other cases: blocked site data, a sandboxed frame, `null`.
    pub fn open() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Denied)?;
        match window.local_storage() {
            Ok(Some(probe)) => probe.length().map_err(refused)?,
            Ok(None) | Err(_) => return Err(StoreError::Denied),
        };
        Ok(Self(LocalStorage::raw()))
    }
}

impl KeyValue for BrowserStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(key).map_err(refused)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.set_item(key, value).map_err(refused)
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(key).map_err(refused)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = Vec::new();
        // At least one is asked for: a page that patched this away must not be found out only when something is kept.
        for idx in 0..self.0.length().map_err(refused)?.max(1) {
            keys.extend(self.0.key(idx).map_err(refused)?);
        }
        Ok(keys)
    }
}

/// Only the name of an exception tells a full store from a forbidden one: its type and text differ from
/// engine to engine.
fn refused(error: JsValue) -> StoreError {
    let name =
        js_sys::Reflect::get(&error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Denied,
    }
}

//! `localStorage` as a fallible store.
//!
//! The project's storage package is `gloo-storage`, whose calls panic where storage is blocked, missing or
//! patched. So the browser is probed first, gloo hands over the raw handle once, and every call after that
//! goes through `web_sys`, where each of them can say no.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::Reflect;
use wasm_bindgen::prelude::*;
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
            // A page that patched this away must not be found out only when something is kept.
            Ok(Some(probe)) => probe.get_item("").map_err(refused)?,
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
        // All in one text: to bring ten years of keys over one by one takes longer than to read what matters of them. A key of
        // the host page with a line break falls apart, and what comes of it is asked for and not there.
        let keys = Reflect::own_keys(&self.0).map_err(refused)?;
        let keys = keys.unchecked_ref::<Keys>().join("\n").map_err(refused)?;
        Ok(keys.split('\n').map(str::to_owned).collect())
    }
}

#[wasm_bindgen]
extern "C" {
    /// An array of texts. The host page may have patched what it can do.
    type Keys;

    #[wasm_bindgen(method, catch)]
    fn join(this: &Keys, separator: &str) -> Result<String, JsValue>;
}

/// Only the name of an exception tells a full store from a forbidden one: its type and text differ from
/// engine to engine.
fn refused(error: JsValue) -> StoreError {
    let name = Reflect::get(&error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Denied,
    }
}

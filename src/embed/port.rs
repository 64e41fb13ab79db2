//! What the core may ask of the loader.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The loader's functions. One that is missing or throws does nothing: the loader's trouble must not become
/// the reader's.
#[derive(Debug, Clone)]
pub struct Port(JsValue);

impl Port {
    /// Wraps the loader's object.
    #[must_use]
    pub fn new(object: JsValue) -> Self {
        Self(object)
    }

    fn call(&self, name: &str, first: &str, second: Option<&str>) {
        let function = Reflect::get(&self.0, &JsValue::from_str(name)).ok();
        let Some(function) = function.and_then(|function| function.dyn_into::<Function>().ok()) else {
            return;
        };
        let second = second.map_or(JsValue::UNDEFINED, JsValue::from_str);
        let _ = function.call2(&JsValue::UNDEFINED, &JsValue::from_str(first), &second);
    }

    /// A screen is on the page.
    pub fn painted(&self, screen: &str) {
        self.call("painted", screen, None);
    }

    /// The latest stored form of a record, for the loader's rescue copy; `None` if it is gone.
    pub fn record(&self, key: &str, value: Option<&str>) {
        self.call("record", key, value);
    }

    /// Asks for something that needs no words: `cleared` (the rescue copy goes too), `save` (call
    /// [`Widget::save`](super::Widget::save) when it is our turn), `soon` (the same when the reader pauses), `pick` (let the
    /// reader choose a copy), `persist` (ask the browser not to clear what is kept).
    pub fn ask(&self, what: &str) {
        self.call(what, "", None);
    }

    /// How far the visit is: `begun`, `reflecting` or `finished`.
    pub fn progress(&self, word: &str) {
        self.call("progress", word, None);
    }

    /// Something the page's owner may want to know. Never an answer.
    pub fn problem(&self, code: &str, text: &str) {
        self.call("problem", code, Some(text));
    }

    /// Copy `text` to the clipboard; the loader answers with [`Widget::copied`](super::Widget::copied).
    pub fn copy(&self, text: &str) {
        self.call("copy", text, None);
    }

    /// Offer `text` as a file.
    pub fn download(&self, text: &str) {
        self.call("download", text, None);
    }
}

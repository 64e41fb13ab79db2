//! What the core may ask of the loader.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::content::PluralForm;
use crate::domain::date::Day;
use crate::domain::digits::digits;
use crate::state::ports::Words;

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

    /// Calls a function of the loader; what it answers, if that is a text.
    fn call(&self, name: &str, first: &str, second: Option<&str>) -> Option<String> {
        let function = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?.dyn_into::<Function>().ok()?;
        let second = second.map_or(JsValue::UNDEFINED, JsValue::from_str);
        function.call2(&JsValue::UNDEFINED, &JsValue::from_str(first), &second).ok()?.as_string()
    }

    /// The device's time zone, such as `Europe/Dublin`, if the browser tells.
    #[must_use]
    pub fn time_zone(&self) -> Option<String> {
        self.call("zone", "", None)
    }

    /// Moves the focus to the heading of the screen, without moving the article; with `top`, the top of a screen that is out
    /// of sight comes into sight.
    pub fn focus(&self, reveal: &str) {
        let _ = self.call("focus", reveal, None);
    }

    /// A screen is on the page.
    pub fn painted(&self, screen: &str) {
        let _ = self.call("painted", screen, None);
    }

    /// The latest stored form of a record, for the loader's rescue copy; `None` if it is gone.
    pub fn record(&self, key: &str, value: Option<&str>) {
        let _ = self.call("record", key, value);
    }

    /// Asks for something that needs no words: `cleared` (the rescue copy goes too), `removed`
    /// (the files of the page of its own go too), `save` (call
    /// [`Widget::save`](super::Widget::save) when it is our turn), `soon` (the same when the reader pauses), `pick` (let the
    /// reader choose a copy), `persist` (ask the browser not to clear what is kept).
    pub fn ask(&self, what: &str) {
        let _ = self.call(what, "", None);
    }

    /// How far the visit is: `begun`, `reflecting` or `finished`.
    pub fn progress(&self, word: &str) {
        let _ = self.call("progress", word, None);
    }

    /// Something the page's owner may want to know. Never an answer.
    pub fn problem(&self, code: &str, text: &str) {
        let _ = self.call("problem", code, Some(text));
    }

    /// Copy `text` to the clipboard; the loader answers with [`Widget::copied`](super::Widget::copied).
    pub fn copy(&self, text: &str) {
        let _ = self.call("copy", text, None);
    }

    /// Offer `text` as a calendar file.
    pub fn calendar(&self, text: &str) {
        let _ = self.call("calendar", text, None);
    }

    /// Take what stands on the sheet of the screen, word for word: `print` it by itself, or `copy` it; `letter` copies the
    /// other sheet.
    pub fn sheet(&self, what: &str) {
        let _ = self.call("sheet", what, None);
    }

    /// Offer `text` as a file.
    pub fn download(&self, text: &str) {
        let _ = self.call("download", text, None);
    }
}

/// Numbers and dates in the words of a language: the browser's `Intl` knows them, and the loader asks it.
impl Words for Port {
    fn plural(&self, n: usize) -> PluralForm {
        PluralForm::named(&self.call("plural", &digits(n as u64, 10), None).unwrap_or_default())
    }

    fn date(&self, day: Day) -> String {
        let spelled = day.spelled();
        self.call("date", &spelled, None).unwrap_or(spelled)
    }
}

//! From the loader's plain object to checked types. The loader has already replaced what it did not know.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::state::model::{Form, Options, View};

/// The press that the loader remembered until the core arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// None.
    None,
    /// *Begin*.
    Begin,
    /// *I have two minutes*.
    Short,
    /// *Get help now*.
    Help,
}

/// The text property `name`; `None` if it is missing or no text.
pub(super) fn text_of(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from_str(name)).ok()?.as_string()
}

/// The remembered press.
pub(super) fn press_of(object: &JsValue) -> Press {
    match text_of(object, "press").as_deref() {
        Some("begin") => Press::Begin,
        Some("short") => Press::Short,
        Some("help") => Press::Help,
        _ => Press::None,
    }
}

/// What the owner set. Anything unknown becomes the default.
#[must_use]
pub fn parse_options(object: &JsValue) -> Options {
    let level =
        Reflect::get(object, &JsValue::from_str("headingLevel")).ok().and_then(|level| level.as_f64());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 2 to 6 before")]
    let heading_level = level.filter(|level| level.is_finite()).unwrap_or(2.0).clamp(2.0, 6.0) as u8;
    Options {
        view: match text_of(object, "view").as_deref() {
            Some("reflection") => View::Reflection,
            Some("steps") => View::Steps,
            Some("checkin") => View::CheckIn,
            Some("words") => View::Words,
            _ => View::All,
        },
        form: match text_of(object, "form").as_deref() {
            Some("standalone") => Form::Standalone,
            Some("isolated") => Form::Isolated,
            _ => Form::Inline,
        },
        region: text_of(object, "region").filter(|region| !region.is_empty()).map(Into::into),
        heading_level,
    }
}

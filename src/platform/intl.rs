//! Plural categories and dates in words, by the browser's `Intl`.

use std::cell::OnceCell;

use js_sys::{Array, Date, Intl as JsIntl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::clock::today;
use crate::content::PluralForm;
use crate::domain::date::Day;
use crate::state::ports::Words;

/// One language.
#[derive(Debug)]
pub struct Intl {
    lang: String,
    /// Made when the first number is told: the first screen has none, and making it is slow.
    plurals: OnceCell<JsIntl::PluralRules>,
}

impl Intl {
    /// The language of this tag. The content compiler and the loader make sure that it is well formed.
    #[must_use]
    pub fn new(lang: &str) -> Self {
        Self { lang: lang.to_owned(), plurals: OnceCell::new() }
    }
}

impl Words for Intl {
    fn plural(&self, n: usize) -> PluralForm {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        let plurals = self.plurals.get_or_init(|| {
            let locales = Array::of1(&JsValue::from_str(&self.lang));
            JsIntl::PluralRules::new(&locales, &Object::new())
        });
        PluralForm::named(&String::from(plurals.select(f64::from(n))))
    }

    fn date(&self, day: Day) -> String {
        let date = Date::new(&JsValue::from_f64(f64::from(day.0) * 86_400_000.0));
        let options = Object::new();
        let is_far = (today().0 - day.0).abs() > 300;
        let year = is_far.then_some(("year", "numeric"));
        let rest = [("day", "numeric"), ("month", "long"), ("timeZone", "UTC")];
        for (name, value) in rest.into_iter().chain(year) {
            let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
        }
        String::from(date.to_locale_date_string(&self.lang, &options))
    }
}

/// The time zone of the device by its IANA name; `None` if the browser does not say.
#[must_use]
pub fn time_zone() -> Option<String> {
    let format = JsIntl::DateTimeFormat::new(&Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &JsValue::from_str("timeZone")).ok()?.as_string()
}

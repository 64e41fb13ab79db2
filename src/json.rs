//! JSON as one small tree, and the way of a value into it and out of it.
//!
//! serde_json reads and writes the text; this tree stands between it and our types. A derived codec would
//! be written out again in the wasm for each of some forty types; by way of the tree a field costs one call
//! (measured on this crate: 40 KB of wasm less). What does not fit is said, never a panic.
//!
//! Used by `snapshot` for kept records.

use std::fmt;
use std::rc::Rc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::word::Word;

/// A JSON value. Numbers are whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// A number that is not whole, or too large: it fits nowhere. Telling serde of it as an error would bring
    /// the code that puts such errors into words, and nobody reads those.
    Unfit,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// A map, in the order written.
    Map(Vec<(String, Json)>),
}

/// The most items of a list, and entries of a map, that fit anywhere. Ten years of notes are half of it; our sorted maps
/// take time with the square of it, which a made-up file could otherwise make minutes.
pub const MAX_ITEMS: usize = 10_000;

impl Json {
    /// Parses `text`; `None` if it is not JSON or is nested deeper than serde_json allows.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// Reads a value; `None` if anything in this JSON does not fit it.
    #[must_use]
    pub fn read<T: AsJson>(self) -> Option<T> {
        let mut fits = true;
        let value = T::from_json(self, &mut fits);
        fits.then_some(value)
    }

    /// The items of a list; none, and `fits` is false, for anything else and for more than [`MAX_ITEMS`].
    #[must_use]
    pub fn list(self, fits: &mut bool) -> Vec<Json> {
        if let Self::List(items) = self
            && items.len() <= MAX_ITEMS
        {
            return items;
        }
        *fits = false;
        Vec::new()
    }

    /// The entries of a map; none, and `fits` is false, for anything else and for more than [`MAX_ITEMS`].
    #[must_use]
    pub fn map(self, fits: &mut bool) -> Vec<(String, Json)> {
        if let Self::Map(entries) = self
            && entries.len() <= MAX_ITEMS
        {
            return entries;
        }
        *fits = false;
        Vec::new()
    }

    /// The text; empty, and `fits` is false, for anything else.
    #[must_use]
    pub fn text(self, fits: &mut bool) -> String {
        match self {
            Self::Text(text) => text,
            Self::Null | Self::Unfit | Self::Flag(_) | Self::Number(_) | Self::List(_) | Self::Map(_) => {
                *fits = false;
                String::new()
            }
        }
    }

    /// The number; 0, and `fits` is false, for anything else.
    #[must_use]
    pub fn number(self, fits: &mut bool) -> i64 {
        match self {
            Self::Number(number) => number,
            Self::Null | Self::Unfit | Self::Flag(_) | Self::Text(_) | Self::List(_) | Self::Map(_) => {
                *fits = false;
                0
            }
        }
    }
}

impl Json {
    /// As text, without white space.
    #[must_use]
    pub fn spelled(&self) -> String {
        // Texts, numbers and maps with text keys always become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null | Self::Unfit => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

/// The key under which serde_json hands over a number that is not whole, as a map of one text.
const NUMBER: &str = "$serde_json::private::Number";

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON with whole numbers")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or(Json::Unfit, Json::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Unfit)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        let mut is_number = false;
        while let Some((key, value)) = map.next_entry::<String, _>()? {
            is_number |= key == NUMBER;
            entries.push((key, value));
        }
        Ok(if is_number { Json::Unfit } else { Json::Map(entries) })
    }
}

/// A value that can be read from and written to JSON.
pub trait AsJson: Sized {
    /// The value. Where `json` does not fit, `fits` becomes false and some value stands in: reading goes
    /// straight on, because leaving at each field would cost the code to drop all fields before it.
    /// `Null` stands for a field that is not there.
    fn from_json(json: Json, fits: &mut bool) -> Self;

    /// The value as JSON. `Null` leaves a named field out.
    fn to_json(&self) -> Json;
}

impl AsJson for String {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        json.text(fits)
    }

    fn to_json(&self) -> Json {
        Json::Text(self.clone())
    }
}

impl AsJson for Rc<str> {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        json.text(fits).into()
    }

    fn to_json(&self) -> Json {
        Json::Text(String::from(&**self))
    }
}

/// A flag that is false is left out.
impl AsJson for bool {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        *fits &= matches!(json, Json::Flag(_) | Json::Null);
        matches!(json, Json::Flag(true))
    }

    fn to_json(&self) -> Json {
        if *self { Json::Flag(true) } else { Json::Null }
    }
}

macro_rules! numbers {
    ($($number:ty),*) => { $(
        impl AsJson for $number {
            fn from_json(json: Json, fits: &mut bool) -> Self {
                let number = Self::try_from(json.number(fits));
                *fits &= number.is_ok();
                number.unwrap_or_default()
            }

            fn to_json(&self) -> Json {
                Json::Number((*self).into())
            }
        }
    )* };
}
numbers!(i32);

impl<T: AsJson> AsJson for Vec<T> {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        let mut values = Vec::new();
        for item in json.list(fits) {
            values.push(T::from_json(item, fits));
        }
        values
    }

    fn to_json(&self) -> Json {
        Json::List(self.iter().map(T::to_json).collect())
    }
}

impl<T: AsJson> AsJson for Option<T> {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        if matches!(json, Json::Null) { None } else { Some(T::from_json(json, fits)) }
    }

    fn to_json(&self) -> Json {
        self.as_ref().map_or(Json::Null, T::to_json)
    }
}

impl<T: Word> AsJson for T {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        let word = T::named(&json.text(fits));
        *fits &= word.is_some();
        word.unwrap_or(T::FIRST)
    }

    fn to_json(&self) -> Json {
        Json::Text(self.word().to_owned())
    }
}

/// Makes a struct a map of its fields by name. A field that is not there reads as `Null`; an entry that no
/// field is named after is passed over.
macro_rules! record {
    ($name:ty { $($field:ident),* $(,)? }) => {
        impl $crate::json::AsJson for $name {
            #[inline(never)]
            fn from_json(json: $crate::json::Json, fits: &mut bool) -> Self {
                let mut entries = json.map(fits);
                Self {
                    $($field: $crate::json::AsJson::from_json(
                        $crate::json::take(&mut entries, stringify!($field)),
                        fits,
                    ),)*
                }
            }

            fn to_json(&self) -> $crate::json::Json {
                let mut entries = Vec::new();
                $($crate::json::give(
                    &mut entries,
                    stringify!($field),
                    $crate::json::AsJson::to_json(&self.$field),
                );)*
                $crate::json::Json::Map(entries)
            }
        }
    };
}
pub(crate) use record;

/// Takes the value of `name` out of `entries`; `Null` if there is none.
#[inline(never)]
pub(crate) fn take(entries: &mut [(String, Json)], name: &str) -> Json {
    let entry = entries.iter_mut().find(|(key, _)| key == name);
    entry.map_or(Json::Null, |(_, value)| std::mem::replace(value, Json::Null))
}

/// Adds an entry, unless it is `Null`.
#[inline(never)]
pub(crate) fn give(entries: &mut Vec<(String, Json)>, name: &str, value: Json) {
    if !matches!(value, Json::Null) {
        entries.push((name.to_owned(), value));
    }
}

/// A map of this one entry.
pub(crate) fn named(name: &str, value: Json) -> Json {
    Json::Map(vec![(name.to_owned(), value)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Pair {
        left: String,
        right: Option<i32>,
        both: bool,
    }
    record!(Pair { left, right, both });

    #[test]
    fn a_record_leaves_out_what_is_not_there_and_passes_over_what_it_does_not_know() {
        let pair = Pair { left: "a".into(), right: None, both: false };
        assert_eq!(pair.to_json().spelled(), r#"{"left":"a"}"#);
        let more = Json::parse(r#"{"new": [1], "left": "a"}"#).and_then(Json::read::<Pair>);
        assert_eq!(more, Some(pair));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for text in [r#"{"right": 1}"#, r#"{"left": 1}"#, r#"{"left": "a", "right": "b"}"#, "[]", "3"] {
            assert_eq!(Json::parse(text).and_then(Json::read::<Pair>), None, "{text}");
        }
        for text in ["{", "[1.5.5]", "\u{feff}{}"] {
            assert_eq!(Json::parse(text), None, "{text}");
        }
        for text in [
            "1.5",
            "1e3",
            "-9223372036854775809",
            "18446744073709551616",
            "{\"$serde_json::private::Number\":\"1\"}",
        ] {
            assert_eq!(Json::parse(text).and_then(Json::read::<i32>), None, "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_and_does_not_overflow() {
        assert_eq!(Json::parse(&"[".repeat(100_000)), None);
    }
}

//! The single clock.

use js_sys::Date;

use crate::domain::date::{Day, Timestamp};

/// Now.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "a double holds every millisecond of 200,000 years")]
pub fn now() -> Timestamp {
    Timestamp(Date::now() as i64)
}

/// Today in the reader's time zone.
#[must_use]
pub fn today() -> Day {
    let date = Date::new_0();
    let field = |value: u32| i32::try_from(value).unwrap_or_default();
    Day::from_civil(field(date.get_full_year()), field(date.get_month()) + 1, field(date.get_date()))
}

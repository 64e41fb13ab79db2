//! Check-ins for the laws of looking back.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use fogbridge::domain::check_in::{CheckIn, Level, Moment};
use fogbridge::domain::date::Day;
use fogbridge::domain::look_back::{Counts, Side, Span, count, days};
use fogbridge::domain::plan::OwnWords;
use proptest::prelude::*;

pub const NOTHING: Option<Level> = Some(Level::Nothing);
pub const LITTLE: Option<Level> = Some(Level::Little);
pub const MUCH: Option<Level> = Some(Level::Much);
pub const MOST: Option<Level> = Some(Level::Most);
pub const YES: Option<Moment> = Some(Moment::Yes);
pub const NO: Option<Moment> = Some(Moment::No);

/// Before every day there is.
pub const EVER: Day = Day(i32::MIN);

/// After all days.
pub const LAST: Day = Day(i32::MAX);

pub fn said(day: i32, fog: Option<Level>, closeness: Option<Level>) -> CheckIn {
    CheckIn { fog, closeness, ..CheckIn::on(Day(day)) }
}

pub fn moments(day: i32, together: Option<Moment>, elsewhere: Option<Moment>) -> CheckIn {
    CheckIn { together, elsewhere, ..CheckIn::on(Day(day)) }
}

pub fn all_days(check_ins: &[CheckIn]) -> Vec<Span> {
    days(check_ins.iter(), EVER..=LAST)
}

pub fn counted(check_ins: &[CheckIn]) -> Counts {
    count(&all_days(check_ins))
}

pub fn side(n: usize, n_close: usize) -> Side {
    Side { n, n_close }
}
pub fn level() -> impl Strategy<Value = Option<Level>> {
    prop::sample::select(vec![NOTHING, LITTLE, MUCH, MOST, None])
}

pub fn moment() -> impl Strategy<Value = Option<Moment>> {
    prop::sample::select(vec![YES, NO, None])
}

pub fn check_in(days: std::ops::Range<i32>) -> impl Strategy<Value = CheckIn> {
    (days, level(), level(), moment(), moment(), any::<bool>()).prop_map(
        |(day, fog, closeness, together, elsewhere, has_line)| {
            let line = OwnWords::parse("a line").filter(|_| has_line);
            CheckIn { day: Day(day), fog, closeness, together, elsewhere, line }
        },
    )
}

/// Check-ins on few days, so that some meet on one, and on enough of them for every finding.
pub fn check_ins() -> impl Strategy<Value = Vec<CheckIn>> {
    prop::collection::vec(check_in(-20..20), 0..60)
}

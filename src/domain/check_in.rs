//! A check-in: how a day is, in four presses.

use super::date::Day;
use super::plan::OwnWords;
use super::word::words;

words! {
    /// How much of something there is. Words only; no numbers are shown.
    Level {
        /// Nothing of it.
        Nothing = "nothing",
        /// A little.
        Little = "little",
        /// Much.
        Much = "much",
        /// As much as there can be.
        Most = "most",
    }
}

impl Level {
    /// True for the upper half. The halves are equally large, so that neither side is counted more easily.
    #[must_use]
    pub fn is_high(self) -> bool {
        self >= Self::Much
    }
}

words! {
    /// Whether there was a good moment.
    Moment {
        /// There was.
        Yes = "yes",
        /// There was none.
        No = "no",
    }
}

/// How one day is, as far as it was said. *Not sure* and what was not said are both unknown, `None`, and count nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    /// The reader's own day.
    pub day: Day,
    /// How thick the fog is.
    pub fog: Option<Level>,
    /// How close the reader feels to the partner.
    pub closeness: Option<Level>,
    /// A good moment with the partner.
    pub together: Option<Moment>,
    /// A good moment elsewhere.
    pub elsewhere: Option<Moment>,
    /// A line of the reader's own.
    pub line: Option<OwnWords>,
}

impl CheckIn {
    /// A check-in of `day` in which nothing was said yet.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self { day, fog: None, closeness: None, together: None, elsewhere: None, line: None }
    }

    /// True if nothing is said in it, or nothing any more.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        *self == Self::on(self.day)
    }
}

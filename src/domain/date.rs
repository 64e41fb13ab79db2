//! Civil days and instants. Nothing here reads a clock: both arrive from outside.

/// Milliseconds since 1970-01-01T00:00:00 UTC, as the device's clock says. Display data only: nothing is
/// ordered by it, because clocks are set back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// A civil day in the reader's own time zone, counted from 1970-01-01 as day 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// True for a day that every calendar can put into words: the years 1900 to 9999.
    #[must_use]
    pub fn is_shown(self) -> bool {
        (-25_567..=2_932_896).contains(&self.0)
    }

    /// The day `n` days later; earlier if `n` is below 0. Saturates at the ends of the range.
    #[must_use]
    pub fn plus(self, n: i32) -> Self {
        Self(self.0.saturating_add(n))
    }

    /// The day with this year, month (1 to 12) and day of month (1 to 31) in the Gregorian calendar.
    /// Values out of range carry over, as in the 32nd of March.
    ///
    /// # Source
    /// Days-from-civil, Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html>.
    #[must_use]
    pub fn from_civil(year: i32, month: i32, day: i32) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year - era * 400;
        let month_from_march = (month + 9).rem_euclid(12);
        let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days_have_their_known_numbers() {
        assert_eq!(Day::from_civil(1970, 1, 1), Day(0));
        assert_eq!(Day::from_civil(2000, 2, 29), Day(11_016));
        assert_eq!(Day::from_civil(2000, 3, 1), Day(11_017));
        assert_eq!(Day::from_civil(2026, 11, 22), Day(20_779));
        assert_eq!(Day::from_civil(1969, 12, 31), Day(-1));
        assert!(Day::from_civil(1900, 1, 1).is_shown() && Day::from_civil(9999, 12, 31).is_shown());
        assert!(!Day::from_civil(1899, 12, 31).is_shown() && !Day::from_civil(10_000, 1, 1).is_shown());
    }

    #[test]
    fn two_weeks_later_crosses_a_leap_day() {
        assert_eq!(Day::from_civil(2028, 2, 20).plus(14), Day::from_civil(2028, 3, 5));
    }
}

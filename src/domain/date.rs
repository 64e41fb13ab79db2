//! Civil days and instants. Nothing here reads a clock: both arrive from outside.

use super::digits::filled;

/// Milliseconds since 1970-01-01T00:00:00 UTC, as the device's clock says. Display data only: nothing is
/// ordered by it, because clocks are set back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(pub i64);

/// A civil day in the reader's own time zone, counted from 1970-01-01 as day 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

impl Day {
    /// The first day that every calendar can put into words: 1900-01-01.
    pub const FIRST: Self = Self(-25_567);

    /// The last day that every calendar can put into words: 9999-12-31.
    pub const LAST: Self = Self(2_932_896);

    /// True for a day that every calendar can put into words: the years 1900 to 9999.
    #[must_use]
    pub fn is_shown(self) -> bool {
        (Self::FIRST..=Self::LAST).contains(&self)
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

    /// Year, month (1 to 12) and day of month (1 to 31) in the Gregorian calendar. A day that is not shown counts as
    /// the nearest one that is: so a year always has four digits, and nothing here is below 0.
    ///
    /// # Source
    /// Civil-from-days, Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html>.
    #[must_use]
    pub fn civil(self) -> (u32, u32, u32) {
        let days = (self.clamp(Self::FIRST, Self::LAST).0 + 719_468).unsigned_abs();
        let era = days / 146_097;
        let day_of_era = days % 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (year_of_era * 365 + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        (era * 400 + year_of_era + u32::from(month <= 2), month, day)
    }

    /// Reads a day as [`Day::spelled`] writes it, which is how a date field of a form does too. `None` for any other
    /// spelling, for a day that no calendar has, such as the 30th of February, and for one that is not shown.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let ciphers = text.bytes().filter(u8::is_ascii_digit).take(8);
        let number = ciphers.fold(0, |number, cipher| number * 10 + i32::from(cipher - b'0'));
        let day = Self::from_civil(number / 10_000, number / 100 % 100, number % 100);
        (day.spelled() == text).then_some(day)
    }

    /// The day as ISO 8601 has it: `2026-11-22`. One that is not shown is spelled as the nearest one that is.
    #[must_use]
    pub fn spelled(self) -> String {
        filled("0000-00-00", self.number())
    }

    /// The eight digits of the day as one number: `20_261_122`. One that is not shown has the number of the nearest one
    /// that is.
    #[must_use]
    pub fn number(self) -> u64 {
        let (year, month, day) = self.civil();
        u64::from(year * 10_000 + month * 100 + day)
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
    fn every_shown_day_is_its_year_month_and_day() {
        let mut before = (0, 0, 0);
        for day in (Day::FIRST.0..=Day::LAST.0).map(Day) {
            let civil = day.civil();
            let [year, month, of_month] = [civil.0, civil.1, civil.2].map(u32::cast_signed);
            assert_eq!(Day::from_civil(year, month, of_month), day);
            assert!(before < civil && (1..=12).contains(&month) && (1..=31).contains(&of_month), "{civil:?}");
            before = civil;
        }
    }

    #[test]
    fn days_are_spelled_as_everybody_spells_them() {
        for spelling in [
            "1900-01-01",
            "1900-02-28",
            "1900-03-01",
            "1969-12-31",
            "1970-01-01",
            "2000-02-29",
            "2024-02-29",
            "2026-11-22",
            "2026-12-31",
            "2027-01-01",
            "2100-02-28",
            "9999-12-31",
        ] {
            assert_eq!(Day::parse(spelling).map(Day::spelled).as_deref(), Some(spelling));
        }
        assert_eq!(Day::parse("2026-11-22"), Some(Day(20_779)));
        assert_eq!((Day::FIRST.spelled(), Day::LAST.spelled()), ("1900-01-01".into(), "9999-12-31".into()));
        assert_eq!((Day(i32::MIN).civil(), Day(i32::MAX).civil()), ((1900, 1, 1), (9999, 12, 31)));
    }

    #[test]
    fn what_is_no_day_or_another_spelling_is_refused() {
        for text in [
            "",
            "2026-02-30",
            "2026-02-29",
            "1900-02-29",
            "2100-02-29",
            "2026-04-31",
            "2026-00-10",
            "2026-13-10",
            "2026-10-00",
            "2026-10-32",
            "1899-12-31",
            "0000-00-00",
            "10000-01-01",
            "2026-1-2",
            "20261122",
            "2026/11/22",
            "22-11-2026",
            " 2026-11-22",
            "2026-11-22 ",
            "2026-11-220",
            "+2026-11-22",
            "-2026-11-22",
            "99999999999999999999",
            "२०२६-११-२२",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn two_weeks_later_crosses_a_leap_day() {
        assert_eq!(Day::from_civil(2028, 2, 20).plus(14), Day::from_civil(2028, 3, 5));
    }
}

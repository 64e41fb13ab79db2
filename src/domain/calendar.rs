//! A reminder as a calendar file (RFC 5545), for the calendar that the reader already has.
//!
//! The file says as little as it can. Calendars are shared, printed and read over a shoulder: so it holds the one line
//! that the reader chose, and no word of where it comes from. It asks for no alarm, because a notice lights up a
//! screen that somebody else may be looking at.

use super::date::{Day, Timestamp};
use super::digits::filled;
use super::notes::RecordId;
use super::plan::OwnWords;

/// When a reminder stands in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The day, on the reader's own clock.
    pub day: Day,
    /// Minutes after midnight, below 1440; `None` for the whole day.
    pub minute: Option<u16>,
}

/// The most octets in a line, without its end.
const LINE: usize = 75;

/// The last minute of a day.
const LAST_MINUTE: u16 = 1_439;

/// The text of a calendar file with one event, which is marked as private and leaves its time free for others. `id`
/// tells it from every other event, `now` is when it was made.
///
/// A time is written without a zone: 19:30 stays 19:30 on the reader's clock, wherever they travel. It lasts a
/// quarter of an hour, since calendars hide what has no length.
///
/// `title` is cleaned and cut as [`OwnWords`] are; if nothing is left of it, `default_title` stands there.
#[must_use]
pub fn calendar(id: RecordId, now: Timestamp, slot: Slot, title: &str, default_title: &str) -> String {
    let today = Day(i32::try_from(now.0.div_euclid(86_400_000)).unwrap_or_default());
    let second = u32::try_from(now.0.rem_euclid(86_400_000) / 1_000).unwrap_or_default();
    let start = match slot.minute {
        None => filled(";VALUE=DATE:00000000", slot.day.number()),
        Some(minute) => {
            let second = u32::from(minute.min(LAST_MINUTE)) * 60;
            filled(":00000000T000000\r\nDURATION:PT15M", number(slot.day, second))
        }
    };
    let mut text = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//notes//notes//EN\r\nBEGIN:VEVENT\r\n\
         CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nUID:",
        &id.spelled(),
        &filled("@notes.invalid\r\nDTSTAMP:00000000T000000Z\r\nDTSTART", number(today, second)),
        &start,
        "\r\n",
    ]
    .concat();
    let words = OwnWords::parse(title).or_else(|| OwnWords::parse(default_title));
    push_folded(&mut text, "SUMMARY:", words.as_ref().map_or("", OwnWords::as_str));
    text.push_str("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    text
}

/// Reads the value of a time field, `19:30`, as minutes after midnight. Some browsers add seconds, which are passed
/// over.
#[must_use]
pub fn parse_minute(text: &str) -> Option<u16> {
    let ([a, b, b':', c, d] | [a, b, b':', c, d, b':', ..]) = text.as_bytes() else { return None };
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
    let hour = digit(a)? * 10 + digit(b)?;
    let minute = digit(c)? * 10 + digit(d)?;
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

/// A minute of the day as a time field holds it, such as `19:30`.
#[must_use]
pub fn spelled_minute(minute: u16) -> String {
    let minute = minute.min(LAST_MINUTE);
    filled("00:00", u64::from(minute / 60 * 100 + minute % 60))
}

/// The fourteen digits of a moment as one number, from a day and the seconds after its midnight.
fn number(day: Day, second: u32) -> u64 {
    let time = second / 3_600 * 10_000 + second / 60 % 60 * 100 + second % 60;
    day.number() * 1_000_000 + u64::from(time)
}

/// Writes a property whose value is text, in as many lines as it needs. Neither a character nor an escape is ever split
/// between two lines: not every calendar puts them together again.
fn push_folded(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    let mut width = name.len();
    for c in value.chars() {
        let is_escaped = matches!(c, '\\' | ';' | ',');
        let octets = c.len_utf8() + usize::from(is_escaped);
        if width + octets > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        if is_escaped {
            out.push('\\');
        }
        out.push(c);
        width += octets;
    }
}

#[cfg(test)]
mod tests {
    use super::parse_minute;

    #[test]
    fn a_time_is_read_with_and_without_seconds() {
        for (text, minute) in [
            ("00:00", 0),
            ("00:01", 1),
            ("09:05", 545),
            ("19:30", 1_170),
            ("19:30:00", 1_170),
            ("23:59:59.999", 1_439),
        ] {
            assert_eq!(parse_minute(text), Some(minute), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            ":",
            "9:30",
            "19:3",
            "1930",
            "19.30",
            "24:00",
            "23:60",
            "19:300",
            "-1:30",
            "+9:30",
            "1a:30",
            " 9:30",
            "١٩:٣٠",
        ] {
            assert_eq!(parse_minute(text), None, "{text}");
        }
    }
}

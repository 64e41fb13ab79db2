//! Laws of the calendar file, as a parser that nobody here wrote reads it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

use fogbridge::domain::calendar::{Slot, calendar, parse_minute};
use fogbridge::domain::date::{Day, Timestamp};
use fogbridge::domain::notes::RecordId;
use fogbridge::domain::plan::OwnWords;
use icalendar::parser::{read_components, unfold};
use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event};
use proptest::prelude::*;

const DAY_MS: i64 = 86_400_000;

/// Any time will do.
const WHOLE_DAY: Slot = Slot { day: Day(20_779), minute: None };

/// The only event of a file.
fn event(text: &str) -> Event {
    let calendar: Calendar = text.parse().expect("a calendar");
    match calendar.components.as_slice() {
        [CalendarComponent::Event(event)] => event.clone(),
        others => panic!("not one event: {others:?}"),
    }
}

/// The parts of a file and the names of their properties, each in the order in which it stands there.
fn outline(text: &str) -> Vec<(String, Vec<String>)> {
    let unfolded = unfold(text);
    let roots = read_components(&unfolded).expect("a calendar");
    let mut parts = Vec::new();
    let mut rest: Vec<_> = roots.iter().collect();
    while let Some(part) = rest.pop() {
        let names = part.properties.iter().map(|property| property.name.to_string()).collect();
        parts.push((part.name.to_string(), names));
        rest.extend(&part.components);
    }
    parts
}

/// Whatever a reader may type, or paste: also what has a meaning in a calendar file.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => any::<char>().prop_map(String::from),
        4 => "[,;:\\\\\"nN a-z0-9=-]{1,12}",
        2 => prop::sample::select(vec![
            "\r\n", "\n", "\r", "\r\n ", "\t", "\0", "\u{b}", "\u{85}", "\u{2028}", "\u{feff}", "\u{202e}", "\u{2066}", "  ",
            "\\n", "\\,", "\\\\", "\r\nEND:VEVENT\r\n", "\nDESCRIPTION:x\n", "BEGIN:VALARM", "👩\u{200d}👧", "e\u{301}", "木",
        ]).prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The days that are shown, with those more often at which a calendar goes wrong.
fn day() -> impl Strategy<Value = Day> {
    let year = 1900..=9999_i32;
    prop_oneof![
        (Day::FIRST.0..=Day::LAST.0).prop_map(Day),
        year.clone().prop_map(|year| Day::from_civil(year, 2, 28).plus(1)),
        year.clone().prop_map(|year| Day::from_civil(year, 1, 1)),
        year.prop_map(|year| Day::from_civil(year, 12, 31)),
    ]
}

fn slot() -> impl Strategy<Value = Slot> {
    (day(), prop::option::of(0..1_440_u16)).prop_map(|(day, minute)| Slot { day, minute })
}

fn id() -> impl Strategy<Value = RecordId> {
    (0..=RecordId::MAX.0).prop_map(RecordId)
}

/// Any file that can be asked for, also with values that nobody should ask for.
fn any_file() -> impl Strategy<Value = (Slot, String)> {
    let minute = prop::option::of(any::<u16>());
    (any::<u64>(), any::<i64>(), any::<i32>(), minute, typed(), typed()).prop_map(
        |(id, now, day, minute, title, default_title)| {
            let slot = Slot { day: Day(day), minute };
            (slot, calendar(RecordId(id), Timestamp(now), slot, &title, &default_title))
        },
    )
}

/// What a clock can show in the years 1900 to 9999.
fn now() -> impl Strategy<Value = Timestamp> {
    (i64::from(Day::FIRST.0) * DAY_MS..(i64::from(Day::LAST.0) + 1) * DAY_MS).prop_map(Timestamp)
}

proptest! {
    #[test]
    fn prop_a_title_comes_back_as_its_clean_form(title in typed(), slot in slot()) {
        let text = calendar(RecordId(0), Timestamp(0), slot, &title, "Reminder");
        let clean = OwnWords::parse(&title);
        let event = event(&text);
        prop_assert_eq!(event.get_summary(), Some(clean.as_ref().map_or("Reminder", OwnWords::as_str)));
        // The parser forgives what stands there without its backslash. Others do not.
        let unfolded = unfold(&text);
        let summary = unfolded.lines().find_map(|line| line.strip_prefix("SUMMARY:")).expect("a summary");
        let rest = summary.replace("\\\\", "").replace("\\,", "").replace("\\;", "");
        prop_assert!(!rest.contains(['\\', ',', ';']), "{summary}");
    }

    #[test]
    fn prop_lines_are_short_and_whole((_, text) in any_file()) {
        let lines = text.strip_suffix("\r\n").expect("the last line has its end").split("\r\n");
        for line in lines {
            prop_assert!((1..=75).contains(&line.len()), "{} octets: {line}", line.len());
            prop_assert!(!line.contains(char::is_control), "{line:?}");
            // A character that is split would not have come this far: no `String` holds half of one.
            let n_backslashes = line.chars().rev().take_while(|c| *c == '\\').count();
            prop_assert_eq!(n_backslashes % 2, 0, "an escape is split: {}", line);
        }
    }

    #[test]
    fn prop_a_file_holds_one_event_and_nothing_that_tells_or_rings((slot, text) in any_file()) {
        let mut of_event = vec!["CLASS", "TRANSP", "UID", "DTSTAMP", "DTSTART"];
        of_event.extend(slot.minute.map(|_| "DURATION"));
        of_event.push("SUMMARY");
        let expected = [("VCALENDAR", vec!["VERSION", "PRODID"]), ("VEVENT", of_event)]
            .map(|(name, names)| (name.to_owned(), names.into_iter().map(str::to_owned).collect()));
        prop_assert_eq!(outline(&text), expected);
    }

    #[test]
    fn prop_day_and_time_are_what_was_put_in(slot in slot()) {
        let event = event(&calendar(RecordId(0), Timestamp(0), slot, "", "Reminder"));
        let kind = event.properties()["DTSTART"].params().get("VALUE").map(|kind| kind.value());
        prop_assert_eq!(kind, slot.minute.is_none().then_some("DATE"));
        match (event.get_start().expect("a start"), slot.minute) {
            (DatePerhapsTime::Date(date), None) => {
                let days = date.signed_duration_since(Default::default()).num_days();
                prop_assert_eq!(days, i64::from(slot.day.0));
                prop_assert_eq!(date.to_string(), slot.day.spelled());
                prop_assert_eq!(event.property_value("DURATION"), None);
            }
            (DatePerhapsTime::DateTime(CalendarDateTime::Floating(time)), Some(minute)) => {
                let seconds = i64::from(slot.day.0) * 86_400 + i64::from(minute) * 60;
                prop_assert_eq!(time.and_utc().timestamp(), seconds);
                prop_assert_eq!(parse_minute(&time.format("%H:%M").to_string()), Some(minute));
                prop_assert_eq!(event.property_value("DURATION"), Some("PT15M"));
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn prop_the_stamp_is_the_second_of_the_making(now in now()) {
        let event = event(&calendar(RecordId(0), now, WHOLE_DAY, "", "Reminder"));
        prop_assert_eq!(event.get_timestamp().map(|stamp| stamp.timestamp()), Some(now.0.div_euclid(1_000)));
    }

    #[test]
    fn prop_another_id_is_another_event(one in id(), other in id()) {
        let file = |id| calendar(id, Timestamp(0), WHOLE_DAY, "", "Reminder");
        let uid = |id| event(&file(id)).get_uid().map(str::to_owned);
        prop_assert_eq!(uid(one), Some(format!("{one}@notes.invalid")));
        prop_assert_eq!(uid(one) == uid(other), one == other);
    }

    #[test]
    fn prop_what_is_read_as_a_day_is_spelled_that_way(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]|\\PC*") {
        if let Some(day) = Day::parse(&text) {
            prop_assert!(day.is_shown());
            prop_assert_eq!(day.spelled(), text);
        }
    }
}

#[test]
fn a_whole_file() {
    let slot = Slot { day: Day::from_civil(2028, 2, 29), minute: Some(19 * 60 + 30) };
    let title =
        "Water the plants, both of them; then sit down on the balcony for as long as a cup of tea lasts ☕";
    let text = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//notes//notes//EN",
        "BEGIN:VEVENT",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "UID:loyw3v28@notes.invalid",
        "DTSTAMP:20231114T221320Z",
        "DTSTART:20280229T193000",
        "DURATION:PT15M",
        "SUMMARY:Water the plants\\, both of them\\; then sit down on the balcony for ",
        " as long as a cup of tea lasts ☕",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    let now = 1_700_000_000_000;
    let file = calendar(RecordId(now), Timestamp(now as i64), slot, title, "Reminder");
    assert_eq!(file.split("\r\n").collect::<Vec<_>>(), text);
}

#[test]
fn a_reminder_may_take_a_whole_day_and_have_no_words() {
    let slot = Slot { day: Day::LAST, minute: None };
    let file = calendar(RecordId(0), Timestamp(-1), slot, " \n\u{202e} ", "Reminder");
    for line in ["DTSTART;VALUE=DATE:99991231", "DTSTAMP:19691231T235959Z", "SUMMARY:Reminder"] {
        assert!(file.split("\r\n").any(|other| other == line), "{line} is not in {file}");
    }
}

#[test]
fn what_no_day_has_is_brought_back_to_the_nearest_that_it_has() {
    for (day, minute, start) in
        [(Day(i32::MAX), u16::MAX, "DTSTART:99991231T235900"), (Day(i32::MIN), 0, "DTSTART:19000101T000000")]
    {
        let file = calendar(RecordId(0), Timestamp(0), Slot { day, minute: Some(minute) }, "", "Reminder");
        assert!(file.contains(start), "{start} is not in {file}");
    }
}

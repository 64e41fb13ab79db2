//! What is read for ever, and what is refused: fixtures of version 1, files that are no copies, strings that are no records.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use fogbridge::domain::answer::Answer;
use fogbridge::domain::check_in::{self, Level};
use fogbridge::domain::date::Day;
use fogbridge::domain::notes::{MomentChoice, Notes, Place, RecordId, Settings};
use fogbridge::domain::plan::{Entry, Feeling, Moment, Outcome, OwnWords, Size};
use fogbridge::domain::question::{Path, Role};
use fogbridge::snapshot::{
    Copied, Key, MAX_COPY, Refused, Unreadable, copy, read_copy, restore, seal, unseal,
};
use proptest::prelude::*;

fn id(name: &str) -> RecordId {
    RecordId::parse(name).expect("an id")
}

/// The example in the description of the form.
#[test]
fn the_copy_that_is_described_can_be_read_and_is_spelled_as_we_spell_it() {
    let page = include_str!("../src/snapshot/COPY.md");
    let example =
        page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let mut copied = read_copy(example).expect("a copy");
    assert_eq!(copied.n_unreadable, 0);
    copied.notes.settings.keep = true;
    let again = copy(&copied.notes, &[]);
    for line in example.lines().filter(|line| line.trim_start().starts_with('"') && line.contains("\": {\""))
    {
        assert!(again.contains(line.trim_end_matches(',')), "{line}");
    }
}

/// Consent is given to a browser, not by a file.
#[test]
fn a_copy_says_nothing_about_consent() {
    let text = fixture("copy.json");
    assert!(text.contains("\"keep\":true"));
    let copied = read_copy(&text).expect("a copy");
    assert!(!copied.notes.settings.keep);
    let mut notes = Notes::default();
    notes.merge(&copied.notes);
    assert!(!notes.settings.keep);
}

// --- version 1, for ever -------------------------------------------------------------------------------------

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/notes_v1")
}

fn fixture(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("readable")
}

/// F20: what version 1 stored, one file for each kind of record: its name, and the string as it stood in the store.
#[test]
fn what_version_1_stored_is_read_for_ever() {
    let mut n_files = 0;
    let mut all = Notes::default();
    for file in fs::read_dir(folder()).expect("readable").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".txt") {
            continue;
        }
        n_files += 1;
        let text = fixture(&name);
        let (key, raw) = text.trim_end().split_once('\n').expect("two lines");
        let restored = restore([(key, raw)]);
        assert_eq!(restored.set_aside, [], "{name}");
        assert_eq!(restored.notes != Notes::default(), name != "deleted.txt", "{name}");
        all.merge(&restored.notes);
        if name == "settings.txt" {
            assert!(restored.notes.settings.keep);
        }
    }
    assert_eq!(n_files, 10);
    // These two kinds of things are younger than the copies below.
    let check_in = all.check_ins.get(&id("loyw3v2d")).expect("a check-in");
    assert_eq!(
        (check_in.day, check_in.fog, check_in.closeness),
        (Day(20_001), Some(Level::Little), Some(Level::Most))
    );
    assert_eq!((check_in.together, check_in.elsewhere), (Some(check_in::Moment::No), None));
    assert_eq!(check_in.line.as_ref().map(OwnWords::as_str), Some("rain, and tea"));
    let plan = all.plans.remove(&id("loyw3v2e")).expect("a plan");
    assert!(plan.rests && !plan.is_open());
    let tried = plan.entries.first().expect("an entry");
    assert_eq!((tried.outcome, tried.felt), (Outcome::Tried, Some(Feeling::VeryGood)));
    assert_eq!(tried.line.as_ref().map(OwnWords::as_str), Some("it was windy"));
    is_all_of_it(&all);
}

/// The records of the fixtures, field by field.
fn is_all_of_it(notes: &Notes) {
    let settings =
        Settings { keep: false, role: Some(Role::Numb), only_mine: true, region: Some("GB".into()) };
    assert_eq!(Settings { keep: false, ..notes.settings.clone() }, settings);
    let draft = notes.draft.as_ref().expect("a draft");
    assert_eq!((draft.role, draft.path, draft.at.as_deref()), (Role::Supporter, Path::Short, Some("home")));
    let answers: BTreeMap<_, _> = draft.answers.iter().map(|(id, answer)| (&**id, answer.clone())).collect();
    assert_eq!(answers["home"], Answer::Skipped);
    assert_eq!(answers["joy"], Answer::Chosen("flat".into()));
    assert_eq!(answers["kind"], Answer::NotSure);
    let reflection = notes.reflections.get(&id("loyw3v28")).expect("a reflection");
    assert_eq!((reflection.made_on, reflection.answers.iter().count()), (Day(20_000), 4));
    let plan = notes.plans.get(&id("loyw3v2a")).expect("a plan");
    assert_eq!(plan.moment, Moment::Own(OwnWords::parse("after the bus").expect("words")));
    assert_eq!((plan.guess, plan.is_open()), (Some(Feeling::Good), false));
    assert_eq!(plan.entries.first(), Some(&Entry::on(Day(20_001), Outcome::NotToday)));
    assert_eq!(notes.plans.get(&id("loyw3v2b")).expect("a plan").moment, Moment::Offered("tea".into()));
    assert_eq!(notes.plans.len(), 2, "what was deleted stays deleted");
}

#[test]
fn what_was_typed_under_version_1_is_read_for_ever() {
    let text = fixture("place.txt");
    let (key, raw) = text.trim_end().split_once('\n').expect("two lines");
    let Place::Plan(draft) = restore([(key, raw)]).notes.place else { panic!("a plan in the making") };
    assert_eq!(draft.own, "Wenn der Bus \u{201e}f\u{e4}hrt\u{201c} \u{1f68c}");
    assert_eq!((draft.moment, draft.size), (Some(MomentChoice::Own), Size::TwoMinutes));
}

/// F24: a copy that a reader downloaded, and one that the loader made after the core had stopped.
#[test]
fn copies_of_version_1_are_read_for_ever() {
    for (name, n_unreadable) in [("copy.json", 1), ("crash.json", 0)] {
        let Copied { notes, n_unreadable: found } = read_copy(&fixture(name)).expect(name);
        assert_eq!(found, n_unreadable, "{name}");
        is_all_of_it(&notes);
    }
}

// --- files that are no copies ---------------------------------------------------------------------------------

/// F24.
#[test]
fn a_file_that_is_no_copy_is_refused_with_a_reason() {
    let copy = fixture("copy.json");
    let cut = &copy[..copy.len() / 2];
    let cases = [
        ("", Refused::Foreign),
        ("%PDF-1.7", Refused::Foreign),
        ("[]", Refused::Foreign),
        ("{}", Refused::Foreign),
        ("{\"format\": \"other-1\"}", Refused::Foreign),
        ("{\"format\": 1}", Refused::Foreign),
        ("{\"format\": \"notes-2\", \"records\": 7}", Refused::Newer),
        ("{\"format\": \"notes-1\", \"stored\": {\"s\": \"n2 x\"}}", Refused::Newer),
        ("{\"format\": \"notes-1\", \"records\": []}", Refused::Broken),
        ("{\"format\": \"notes-1\", \"stored\": {\"s\": 1}}", Refused::Broken),
        (cut, Refused::Broken),
    ];
    for (text, reason) in cases {
        assert_eq!(read_copy(text).expect_err("no copy"), reason, "{text}");
    }
    assert!(read_copy(&format!("\u{feff}{copy}")).is_ok(), "an editor put a mark in front");
}

/// F24: at the border of what is read.
#[test]
fn a_file_over_the_cap_is_refused_before_it_is_looked_at() {
    let copy = fixture("copy.json");
    let padded = |len: usize| format!("{copy}{}", " ".repeat(len - copy.len()));
    assert!(read_copy(&padded(MAX_COPY)).is_ok());
    assert_eq!(read_copy(&padded(MAX_COPY + 1)), Err(Refused::TooLarge));
}

/// F24: one bad part never sinks the rest, and names that mean something to JavaScript mean nothing here.
#[test]
fn one_bad_record_in_a_copy_never_sinks_the_others() {
    let text = r#"{"format": "notes-1", "__proto__": {"keep": true}, "records": {
        "__proto__": {"keep": true}, "constructor": 1, "r.A1": {}, "t.a1": {"step": 1e999},
        "r.zzzzzzzzzzz": {"role": "numb", "path": "full", "made_on": 1, "answers": {}},
        "r.a1": {"role": "numb", "path": "full", "made_on": 99999999999, "answers": {}},
        "r.a2": {"role": "numb", "path": "full", "made_on": 1, "answers": {"__proto__": "x"}}}}"#;
    let copied = read_copy(text).expect("a copy");
    assert_eq!((copied.notes.reflections.len(), copied.n_unreadable), (1, 6));
    assert!(copied.notes.reflections.contains_key(&id("a2")));
}

proptest! {
    #[test]
    fn prop_any_text_is_refused_or_read_without_harm(text in any::<String>(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_copy(&text);
        let _ = read_copy(&String::from_utf8_lossy(&bytes));
        let _ = unseal(&text);
    }

    /// A copy with one byte changed or cut off is refused, or everything in it is a record as a whole.
    #[test]
    fn prop_a_damaged_copy_does_no_harm(at in any::<prop::sample::Index>(), to in any::<u8>(), cuts in any::<bool>()) {
        let mut bytes = fixture("copy.json").into_bytes();
        let at = at.index(bytes.len());
        if cuts { bytes.truncate(at) } else { bytes[at] = to };
        if let Ok(copied) = read_copy(&String::from_utf8_lossy(&bytes)) {
            let again = read_copy(&copy(&copied.notes, &[])).expect("our own copy");
            prop_assert_eq!(again.notes, copied.notes);
        }
    }

    /// F19, F20: whatever stands behind our head under any name.
    #[test]
    fn prop_a_string_with_our_head_is_read_or_set_aside(name in "(s|p|d|r\\.[0-9a-z]{0,13}|t\\.[0-9a-z]{0,13})", payload in "[\\[\\]{}\":,a-z0-9.-]{0,40}", version in 1..3_u32) {
        let raw = seal(&payload, 1).replacen("n1", &format!("n{version}"), 1);
        let restored = restore([(name.as_str(), raw.as_str())]);
        prop_assert!(restored.set_aside.len() <= 1);
        prop_assert_eq!(restored.is_newer(), version > 1);
        if restored.set_aside.is_empty() && payload != "null" {
            let key = Key::parse(&name).expect("it was read");
            prop_assert_eq!(Notes::of(key, &restored.notes.payload(key).expect("there")), Some(restored.notes));
        } else {
            prop_assert_eq!(restored.notes, Notes::default());
        }
    }
}

#[test]
fn every_reason_for_setting_aside_can_be_given() {
    let damaged = seal("{}", 1).replacen("{}", "{]", 1);
    for (name, raw, why) in [
        ("s", damaged.as_str(), Unreadable::Damaged),
        ("s", "hello", Unreadable::Foreign),
        ("elsewhere", &seal("{}", 1), Unreadable::Foreign),
        ("elsewhere", "n2 x", Unreadable::Newer),
    ] {
        let restored = restore([(name, raw)]);
        assert_eq!(restored.set_aside.iter().map(|aside| aside.why).collect::<Vec<_>>(), [why], "{raw}");
    }
}

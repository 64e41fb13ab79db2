//! The ways in which a browser's storage fails, provoked one by one, as far as they reach the core. `F1` to `F25` are the
//! rows of the project's table of faults; those of the browser itself are provoked in a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

mod common;
#[path = "common/stores.rs"]
mod stores;
#[path = "common/tab.rs"]
mod tab;

use fogbridge::domain::plan::Outcome;
use fogbridge::snapshot::{Key, read_copy, seal, unseal};
use fogbridge::state::model::{Consent, Dialog, Saved, Screen, Storage, Visit};
use fogbridge::state::ports::StoreError;
use fogbridge::state::{Act, Msg};
use stores::{FaultStore, Lie};
use tab::{PREFIX, Tab, broken, is_stored, missing, pairs, restored, says, stored_texts, texts};

fn full(name: &str) -> String {
    format!("{PREFIX}{name}")
}

/// F1, F2, F3, F5, F10: the store cannot be had. Every exercise goes on, nothing is said to be saved, and a copy can be
/// downloaded.
#[test]
fn without_a_store_a_reader_goes_the_whole_way_and_can_download_a_copy() {
    for error in [StoreError::Denied, StoreError::Full] {
        let store = FaultStore::default();
        store.fail(1, true, error);
        let mut tab = Tab::open(&store);
        tab.goes_to("picture").plans("after the bus");
        assert_eq!((tab.reader.screen(), tab.reader.model.storage), ("home", Storage::Memory));
        assert!(!tab.says_saved());
        tab.does(Act::PressedDownload);
        let copied = read_copy(&tab.downloaded.clone().expect("a copy")).expect("our own copy");
        assert_eq!(texts(&copied.notes), texts(tab.notes()));
        assert_eq!(pairs(&store), []);
    }
}

/// F6, F7, F8: no room. What stood there stands, what is new waits, is said not to be saved, and is saved when there is room.
#[test]
fn with_a_full_store_what_is_new_waits_and_is_saved_when_there_is_room() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    let before = store.values();
    store.fail(1, true, StoreError::Full);
    tab.plans("after the second bus");
    assert_eq!(tab.reader.model.saved, Saved::NotSaved(StoreError::Full));
    assert_eq!(store.values(), before);
    store.mend();
    tab.saves();
    assert!(tab.says_saved() && is_stored(&store, "after the second bus"));
}

/// F6: in one engine a single character beyond Latin 1 halves the room.
#[test]
fn everything_that_is_stored_is_plain_ascii() {
    let store = FaultStore::default();
    Tab::kept(&store).plans("nach dem Bus \u{2019}\u{1f68c}\u{e4}");
    assert!(is_stored(&store, "nach dem Bus \u{2019}\u{1f68c}\u{e4}"));
    for (key, raw) in store.values() {
        assert!(key.is_ascii() && raw.is_ascii(), "{key}: {raw}");
    }
}

/// F8: the store is the host page's too.
#[test]
fn keys_of_the_host_page_are_never_touched() {
    let store = FaultStore::default();
    for key in ["theme", "pn.mainland.s", "pn", "pn.other.s", "length", "__proto__", ""] {
        store.put(key, "the host's");
    }
    let before = store.values();
    let mut tab = Tab::kept(&store);
    says(&mut tab, Outcome::Done);
    tab.goes_to("notes").does(Act::PressedDelete).does(Act::ConfirmedDelete);
    assert_eq!(store.values(), before);
}

/// F11, F12: everything goes while the page is open. What is in memory stays there, nothing is written back, and the reader
/// is asked.
#[test]
fn when_everything_is_cleared_nothing_is_written_back_before_the_reader_says_so() {
    for looks in [true, false] {
        let store = FaultStore::default();
        let mut tab = Tab::kept(&store);
        let before = texts(tab.notes());
        store.clear();
        if looks {
            tab.looks(None);
        } else {
            says(&mut tab, Outcome::NotToday);
        }
        assert_eq!(tab.reader.model.storage, Storage::Gone);
        assert!(!tab.says_saved());
        says(&mut tab, Outcome::Done);
        tab.types("still here").saves();
        assert_eq!(pairs(&store), [], "the reader may just have removed it");
        assert!(before.iter().all(|text| texts(tab.notes()).contains(text)));
        tab.goes_to("notes").does(Act::PressedKeepNow);
        assert!(tab.says_saved());
        assert_eq!(missing(tab.notes(), &store), []);
    }
}

/// F12: the other answer.
#[test]
fn whoever_leaves_it_cleared_goes_on_in_memory_and_nothing_is_written() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    store.clear();
    tab.looks(None).goes_to("notes").does(Act::PressedStopKeeping);
    assert_eq!(tab.reader.model.consent, Consent::Nothing);
    says(&mut tab, Outcome::Done);
    tab.plans("only for now").saves();
    assert_eq!(pairs(&store), []);
    assert!(texts(tab.notes()).contains(&"only for now".to_owned()));
}

/// F12: it slept through all of it, and finds keys of ours again.
#[test]
fn a_tab_that_slept_while_everything_was_removed_and_kept_anew_asks_before_it_writes() {
    let store = FaultStore::default();
    Tab::kept(&store);
    let (mut first, mut second, mut third) = (Tab::open(&store), Tab::open(&store), Tab::open(&store));
    first.goes_to("notes").does(Act::PressedDelete).does(Act::ConfirmedDelete);
    first.does(Act::PressedBack).goes_to("picture");
    assert!(first.says_saved());
    says(&mut second, Outcome::Done);
    third.looks(None);
    for tab in [&second, &third] {
        assert_eq!(tab.reader.model.storage, Storage::Gone);
        assert!(texts(tab.notes()).contains(&"after the bus".to_owned()));
    }
    assert!(!is_stored(&store, "after the bus"), "what the reader deleted is not brought back");
}

/// F13, F15: the tab is told of the one key, or finds out when it is shown again.
#[test]
fn what_another_tab_wrote_is_taken_over() {
    for only in [None, Some(())] {
        let store = FaultStore::default();
        let mut first = Tab::kept(&store);
        let mut second = Tab::open(&store);
        says(&mut first, Outcome::Done);
        let key = first.notes().plans.keys().next().map(|id| full(&Key::Plan(*id).name()));
        second.looks(only.and(key.as_deref()));
        assert_eq!(texts(second.notes()), texts(first.notes()));
        let written = store.values();
        second.saves();
        assert_eq!(store.values(), written, "what is taken over is not written again");
    }
}

/// F14: two widgets of one page are two tabs to the store, and whatever is heard of twice counts once.
#[test]
fn two_widgets_of_one_page_end_with_the_same_notes() {
    let store = FaultStore::default();
    let mut first = Tab::kept(&store);
    let mut second = Tab::open(&store);
    second.goes_to("steps");
    first.plans("in the first");
    second.plans("in the second");
    for _ in 0..2 {
        first.looks(None);
        second.looks(None);
    }
    assert_eq!(texts(first.notes()), texts(second.notes()));
    assert_eq!(first.notes().plans.len(), 3);
}

/// F16: neither of two that write the same record loses.
#[test]
fn two_tabs_that_say_how_the_same_plan_went_keep_both_outcomes() {
    let store = FaultStore::default();
    let mut first = Tab::kept(&store);
    let mut second = Tab::open(&store);
    says(&mut first, Outcome::NotToday);
    says(&mut second, Outcome::Done);
    let plan = restored(&store).notes.plans.values().next().expect("a plan").clone();
    assert_eq!(plan.entries.len(), 2);
    assert_eq!(second.notes().plans.values().next(), Some(&plan));
    assert!(second.says_saved());
}

/// F16: words that are typed in two tabs.
#[test]
fn what_one_tab_types_over_is_set_aside_if_another_typed_it() {
    let store = FaultStore::default();
    Tab::kept(&store);
    let (mut first, mut second) = (Tab::open(&store), Tab::open(&store));
    first.types("the first one's").saves();
    second.types("the second one's").saves();
    assert!(is_stored(&store, "the first one's") && is_stored(&store, "the second one's"));
    assert_eq!(second.reader.model.n_set_aside, 1);
}

/// F16: the questions that another tab is in the middle of.
#[test]
fn a_picture_here_does_not_take_away_the_answers_another_tab_is_in_the_middle_of() {
    let store = FaultStore::default();
    let (mut first, mut second) = (Tab::kept(&store), Tab::open(&store));
    first.goes_to("question");
    second.goes_to("question").answers(1);
    let answered = texts(second.notes());
    assert!(second.says_saved());
    first.goes_to("picture");
    assert!(answered.iter().all(|text| is_stored(&store, text)));
}

/// F16, F21: two different notes under one id, with ours already standing behind it.
#[test]
fn two_notes_under_one_id_are_both_kept_and_none_behind_them_is_lost() {
    let store = FaultStore::default();
    let mut first = Tab::kept(&store);
    let mut second = Tab::open(&store);
    second.goes_to("steps");
    first.holds = true;
    for tab in [&mut second, &mut first] {
        tab.reader.now = 0; // So the next id is the one behind the last, in both.
    }
    second.plans("the second one's");
    first.plans("the first one's").plans("and another");
    first.holds = false;
    first.saves();
    let all = ["after the bus", "the second one's", "the first one's", "and another"];
    for words in all {
        assert!(is_stored(&store, words), "{words} in {:?}", stored_texts(&store));
        assert!(texts(first.notes()).contains(&words.to_owned()), "{words}");
    }
    assert!(first.says_saved());
    assert_eq!(missing(first.notes(), &store), []);
}

/// F16: what was deleted in one tab is not brought back by another.
#[test]
fn a_tab_that_still_has_a_note_does_not_bring_it_back_after_it_was_deleted() {
    let store = FaultStore::default();
    let mut first = Tab::kept(&store);
    let mut second = Tab::open(&store);
    let id = first.notes().plans.keys().next().copied().expect("a plan");
    first.goes_to("notes").does(Act::PressedRemove(Key::Plan(id)));
    says(&mut second, Outcome::Done);
    assert_eq!(restored(&store).notes.plans.len(), 0);
    assert_eq!(second.notes().plans.len(), 0);
    first.does(Act::PressedUndo);
    assert!(is_stored(&store, "after the bus"), "the reader took it back");
}

/// F17: the disk is slow to follow, so nothing is written that does not change anything.
#[test]
fn nothing_is_written_that_stands_there_already() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    let before = store.values();
    tab.does(Act::PressedNotes).does(Act::PressedKeepNow).saves();
    tab.does(Act::PressedBack).looks(None).saves();
    assert_eq!(store.values(), before, "no revision grew");
}

/// F17, F18: the tab is gone after each call in turn. What is there is whole, and what was said to be saved is there.
#[test]
fn a_tab_that_dies_between_two_writes_leaves_whole_records() {
    for at in 1..80 {
        let store = FaultStore::default();
        let mut tab = Tab::kept(&store);
        let said = texts(tab.notes());
        store.fail(at, true, StoreError::Denied);
        says(&mut tab, Outcome::Done);
        tab.plans("after the second bus").goes_to("question").answers(1).goes_to("picture");
        store.mend();
        tab.crash();
        tab.recalls();
        assert_eq!(broken(&store), [], "call {at}");
        assert!(said.iter().all(|text| texts(tab.notes()).contains(text)), "call {at}");
        says(&mut tab, Outcome::NotToday);
        assert!(tab.says_saved(), "call {at}");
    }
}

/// F19: cut off, one bit wrong, of another shape, or somebody else's. It is never written over, the rest works, and a copy
/// takes it along.
#[test]
fn what_cannot_be_read_stays_is_counted_and_goes_into_the_copy() {
    let whole = seal("{\"role\":\"numb\",\"path\":\"full\",\"made_on\":5,\"answers\":{}}", 3);
    let cut = whole.split_at(30).0.to_owned();
    let flipped = whole.replacen("numb", "nume", 1);
    let shape = seal("[1, 2]", 3);
    for bad in [cut, flipped, shape, "{\"theirs\": true}".to_owned(), String::new()] {
        for name in ["s", "p", "d", "r.a1", "t.a1"] {
            let store = FaultStore::default();
            Tab::kept(&store);
            store.put(&full(name), &bad);
            let mut tab = Tab::open(&store);
            tab.recalls();
            assert_eq!(tab.reader.model.n_set_aside, 1, "{name}: {bad}");
            if !tab.reader.model.is_return() || name == "s" {
                tab.does(Act::ChoseKeep(true)).does(Act::PressedBegin);
            }
            tab.goes_to("question").answers(1).goes_to("picture").plans("after the second bus");
            assert!(tab.says_saved(), "{name}: {bad}");
            assert!(store.values().values().any(|raw| *raw == bad), "{name}: {bad} was written over");
            tab.does(Act::PressedDownload);
            let json: serde_json::Value =
                serde_json::from_str(&tab.downloaded.clone().expect("a copy")).expect("JSON");
            let aside: Vec<_> = json["set_aside"].as_object().expect("a map").values().cloned().collect();
            assert!(aside.contains(&bad.clone().into()), "{name}: {bad} is not in the copy");
        }
    }
}

/// F20: a newer version writes while this one is open, or wrote before.
#[test]
fn beside_a_newer_version_nothing_is_written_from_then_on() {
    for is_told in [true, false] {
        let store = FaultStore::default();
        let mut tab = Tab::kept(&store);
        let key = tab.notes().plans.keys().next().map(|id| full(&Key::Plan(*id).name())).expect("a plan");
        store.put(&key, "n2 7 of another form");
        let before = store.values();
        if is_told {
            tab.looks(Some(&key));
        }
        says(&mut tab, Outcome::Done);
        assert_eq!(tab.reader.model.storage, Storage::Newer);
        assert!(!tab.says_saved());
        tab.plans("after the second bus").saves();
        assert_eq!(store.values(), before);
        tab.crash();
        assert_eq!((tab.reader.model.storage, tab.reader.screen()), (Storage::Newer, "welcome"));
        tab.goes_to("steps").plans("again").saves();
        assert_eq!(store.values(), before);
    }
}

/// F21: a clock that goes back, or stands at its end.
#[test]
fn a_clock_that_is_set_back_puts_no_note_over_another_and_keeps_their_order() {
    for now in [0, -1, i64::MIN, 1_600_000_000_000, i64::MAX - 10] {
        let store = FaultStore::default();
        let mut tab = Tab::kept(&store);
        tab.reader.now = now;
        tab.plans("later");
        let words: Vec<_> = restored(&store).notes.plans.values().map(|plan| plan.moment.clone()).collect();
        assert_eq!(words.len(), 2, "at {now}");
        assert_eq!(tab.notes().plans, restored(&store).notes.plans);
        assert_eq!(texts(tab.notes()).iter().position(|text| text == "later"), Some(1), "at {now}");
    }
}

/// F22.
#[test]
fn odd_texts_are_kept_as_they_were_typed() {
    for words in
        ["\u{fffd}", "a\u{0}b", "\u{202e}x", "__proto__", "\u{10ffff}\u{feff}", "\"\\\u{2028}", "null"]
    {
        let store = FaultStore::default();
        Tab::kept(&store).types(words).saves();
        assert!(is_stored(&store, words), "{words:?}");
        let mut tab = Tab::open(&store);
        assert!(texts(tab.notes()).contains(&words.to_owned()), "{words:?}");
        tab.does(Act::PressedGoOn);
    }
}

/// F23: the page put its own `Storage` in the place of the browser's.
#[test]
fn a_store_that_lies_is_said_not_to_have_saved_and_loses_nothing_that_stood_there() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    let before = stored_texts(&store);
    store.lie(Lie::Forgets);
    tab.plans("after the second bus");
    assert_eq!(tab.reader.model.saved, Saved::NotSaved(StoreError::Unfaithful));
    assert!(before.iter().all(|text| is_stored(&store, text)));
    assert!(texts(tab.notes()).contains(&"after the second bus".to_owned()));
}

/// F24: a file that is refused touches nothing.
#[test]
fn a_file_that_is_refused_touches_nothing() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    let (notes, before) = (tab.notes().clone(), store.values());
    for text in [
        None,
        Some("no copy"),
        Some("{\"format\": \"notes-1\", \"records\": {"),
        Some("{\"format\": \"notes-9\"}"),
    ] {
        tab.goes_to("notes").does(Act::PressedReadBack).does(Msg::PickedCopy(text.map(str::to_owned)));
        let Visit::Open(visit) = &tab.reader.model.visit else { panic!() };
        assert!(matches!(visit.screen, Screen::Notes(_, Dialog::Refused(_))), "{text:?}");
        tab.does(Act::ConfirmedTakeIn(true)).does(Act::ConfirmedTakeIn(false));
        assert_eq!((tab.notes(), store.values()), (&notes, before.clone()), "{text:?}");
    }
}

/// F24: one's own copy, twice.
#[test]
fn ones_own_copy_taken_in_twice_changes_nothing_that_is_kept() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    tab.goes_to("notes").does(Act::PressedDownload);
    let (notes, before, copy) = (tab.notes().clone(), store.values(), tab.downloaded.clone());
    for _ in 0..2 {
        tab.does(Msg::PickedCopy(copy.clone())).does(Act::ConfirmedTakeIn(false));
        assert_eq!((tab.notes(), store.values()), (&notes, before.clone()));
    }
}

/// F24: another tab's note that came with the copy too does not go when the copy is taken back.
#[test]
fn taking_a_copy_back_deletes_nothing_that_another_tab_had_kept() {
    for fails in [false, true] {
        let store = FaultStore::default();
        let mut second = Tab::kept(&store);
        let mut first = Tab::open(&store);
        first.goes_to("steps");
        second.plans("after the second bus").does(Act::PressedDownload);
        if fails {
            store.fail(1, true, StoreError::Full);
        }
        let copy = second.downloaded.clone();
        first.goes_to("notes").does(Msg::PickedCopy(copy)).does(Act::ConfirmedTakeIn(false));
        store.mend();
        first.does(Act::PressedUndo).saves();
        assert!(is_stored(&store, "after the second bus"), "fails: {fails}");
    }
}

/// F24: nor one that another tab wrote afterwards.
#[test]
fn taking_a_copy_back_deletes_nothing_that_came_after_it() {
    let store = FaultStore::default();
    let (mut first, mut second) = (Tab::kept(&store), Tab::open(&store));
    let copy = include_str!("fixtures/notes_v1/copy.json").to_owned();
    first.goes_to("notes").does(Msg::PickedCopy(Some(copy))).does(Act::ConfirmedTakeIn(false));
    second.goes_to("steps").plans("after the second bus");
    first.looks(None).does(Act::PressedUndo);
    assert!(is_stored(&store, "after the second bus"));
    assert!(texts(first.notes()).contains(&"after the second bus".to_owned()));
    assert_eq!(first.notes().plans.len(), 2, "and the copy is out again");
}

/// F25: nothing of ours is left in the store, not even word of what was deleted or a string that was set aside.
#[test]
fn deleting_everything_leaves_no_key_of_ours() {
    let store = FaultStore::default();
    Tab::kept(&store);
    store.put(&full("d"), "not readable");
    store.put(&full("aside.7.x"), "from before");
    let mut tab = Tab::open(&store);
    let id = tab.notes().plans.keys().next().copied().expect("a plan");
    tab.goes_to("notes").does(Act::PressedRemove(Key::Plan(id)));
    assert!(store.values().values().any(|raw| unseal(raw).is_ok_and(|sealed| sealed.is_deleted())));
    tab.does(Act::PressedDelete).does(Act::ConfirmedDelete);
    assert_eq!(pairs(&store), []);
    assert!(tab.rescue.is_empty() && texts(tab.notes()).is_empty());
    assert_eq!(tab.reader.model.n_set_aside, 0);
}

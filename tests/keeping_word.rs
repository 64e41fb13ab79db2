//! What is kept follows the reader's word: given in one tab, held against another one, and ended by a safety sign.
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
use fogbridge::domain::question::Role;
use fogbridge::snapshot::Key;
use fogbridge::state::gate::SafetyAnswer;
use fogbridge::state::model::{Consent, Saved};
use fogbridge::state::ports::StoreError;
use fogbridge::state::{Act, Msg};
use stores::FaultStore;
use tab::{PREFIX, Tab, restored, says, stored_texts};

/// On to a safety question that is answered with yes.
fn gives_a_sign(tab: &mut Tab) {
    for _ in 0..20 {
        match tab.reader.screen() {
            "safety" => tab.does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext),
            "who" => tab.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext),
            "welcome" => tab.does(Act::ChoseKeep(false)).does(Act::PressedBegin),
            "question" => tab.does(Act::PressedSkip),
            "safe" => return,
            _ => tab.does(Act::PressedSteps),
        };
    }
    panic!("no sign was given, on {}", tab.reader.screen());
}

#[test]
fn only_mine_pressed_in_a_tab_that_keeps_nothing_leaves_another_tabs_consent() {
    let store = FaultStore::default();
    let mut silent = Tab::open(&store);
    Tab::kept(&store);
    gives_a_sign(&mut silent);
    silent.does(Act::PressedOnlyMine);
    let settings = restored(&store).notes.settings;
    assert!(settings.keep && settings.only_mine && settings.role == Some(Role::Numb));
    // And to see all steps again takes back that alone.
    silent.does(Act::PressedMistake);
    silent.does(Act::PressedAllAgain);
    let settings = restored(&store).notes.settings;
    assert!(settings.keep && settings.role == Some(Role::Numb));
}

#[test]
fn consent_in_one_tab_does_not_take_back_only_mine_of_another() {
    let store = FaultStore::default();
    let (mut waiting, mut afraid) = (Tab::open(&store), Tab::open(&store));
    gives_a_sign(&mut afraid);
    afraid.does(Act::PressedOnlyMine);
    waiting.does(Act::ChoseKeep(true)).does(Act::PressedBegin);
    let settings = restored(&store).notes.settings;
    assert!(settings.keep && settings.only_mine);
    assert!(waiting.notes().settings.only_mine, "it holds here too");
}

#[test]
fn notes_whose_settings_cannot_be_read_are_still_those_of_a_reader_who_keeps() {
    let store = FaultStore::default();
    Tab::kept(&store);
    store.put(&format!("{PREFIX}s"), "n1 3 0000");
    let mut tab = Tab::open(&store);
    assert!(tab.reader.model.is_return(), "so that someone else can say so");
    assert_eq!(tab.reader.model.consent, Consent::Keep);
    tab.does(Act::PressedNotes).does(Act::PressedStopKeeping);
    assert_eq!(tab::pairs(&store), [], "to stop removes all of it");
}

#[test]
fn what_could_not_be_saved_before_a_sign_is_not_written_after_it_and_not_lost_if_it_was_a_mistake() {
    let store = FaultStore::default();
    let mut tab = Tab::open(&store);
    tab.goes_to("question");
    store.fail(1, true, StoreError::Full);
    tab.answers(1);
    gives_a_sign(&mut tab);
    store.mend();
    let before = store.values();
    tab.saves();
    assert_eq!(store.values(), before, "nothing is written after a sign");
    tab.does(Act::PressedMistake);
    assert!(tab.says_saved());
    assert!(tab::missing(tab.notes(), &store).is_empty());
}

#[test]
fn a_removal_that_failed_is_said_on_every_screen_until_one_succeeds() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    store.fail(1, true, StoreError::Denied);
    tab.does(Act::PressedNotes).does(Act::PressedStopKeeping).does(Act::PressedBack);
    assert_eq!(tab.reader.model.saved, Saved::NotRemoved);
    store.mend();
    tab.does(Act::PressedNotes).does(Act::PressedDelete).does(Act::ConfirmedDelete);
    assert_ne!(tab.reader.model.saved, Saved::NotRemoved);
    assert_eq!(tab::pairs(&store), []);
}

#[test]
fn no_screen_stays_empty_when_its_record_is_deleted_here_or_elsewhere() {
    let store = FaultStore::default();
    let mut tab = Tab::open(&store);
    tab.goes_to("question").answers(1);
    tab.does(Act::PressedNotes).does(Act::PressedRemove(Key::Draft)).does(Act::PressedBack);
    assert_eq!(tab.reader.screen(), "who");

    let mut here = Tab::open(&store);
    here.goes_to("picture");
    let mut there = Tab::open(&store);
    there.goes_to("picture").does(Act::PressedNotes);
    let id = there.notes().reflections.keys().next().copied().expect("a reflection");
    there.does(Act::PressedRemove(Key::Reflection(id)));
    here.looks(None);
    assert_eq!(here.reader.screen(), "who");
}

#[test]
fn what_is_typed_without_consent_is_in_the_copy_that_a_crash_would_leave() {
    let store = FaultStore::default();
    let mut tab = Tab::open(&store);
    tab.does(Act::ChoseKeep(false)).does(Act::PressedBegin);
    tab.goes_to("steps").types("after the bus");
    assert!(tab.rescue.values().any(|raw| raw.contains("after the bus")));
    assert_eq!(store.values().len(), 0);
}

#[test]
fn undo_outlives_a_look_at_help() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    let id = tab.notes().plans.keys().next().copied().expect("a plan");
    tab.does(Act::PressedNotes).does(Act::PressedRemove(Key::Plan(id)));
    assert!(!stored_texts(&store).contains(&"after the bus".to_owned()));
    tab.does(Act::PressedHelp).does(Act::PressedBack).does(Act::PressedUndo);
    assert!(stored_texts(&store).contains(&"after the bus".to_owned()));
    tab.does(Act::PressedRemove(Key::Plan(id))).does(Act::PressedBack);
    tab.does(Act::PressedUndo);
    assert!(!stored_texts(&store).contains(&"after the bus".to_owned()), "elsewhere it is over");
}

#[test]
fn someone_else_hears_nothing_of_what_is_set_aside() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    tab.does(Act::PressedSomeoneElse);
    let saving = fogbridge::state::keeper::Saving {
        outcome: Ok(()),
        found: Vec::new(),
        n_set_aside: 3,
        is_nearly_full: false,
    };
    tab.does(Msg::Saved(saving));
    assert_eq!(tab.reader.model.n_set_aside, 0);
}

/// F16: someone afraid writes nothing, also where another tab wrote over what was read here.
#[test]
fn nothing_is_written_again_after_a_sign() {
    let store = FaultStore::default();
    let mut one = Tab::kept(&store);
    let mut other = Tab::open(&store);
    let mut afraid = None;
    store.cross(
        || {
            says(&mut one, Outcome::NotToday);
            gives_a_sign(afraid.insert(Tab::open(&store)).does(Act::PressedGoOn));
        },
        || says(&mut other, Outcome::Done),
    );
    let written = store.values();
    afraid.expect("someone afraid").looks(None).saves();
    assert_eq!(store.values(), written);
    one.looks(None);
    assert_ne!(store.values(), written, "but the one who said it does");
}

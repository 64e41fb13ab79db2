//! A core that crashed in another widget: what this one had in memory goes on in a new core.
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

use fogbridge::snapshot::read_copy;
use fogbridge::state::Act;
use fogbridge::state::model::Consent;
use stores::FaultStore;
use tab::{Tab, missing, pairs, restored, stored_texts, texts};

/// The tab's widget in a new core, with what the loader had of it.
fn revived(tab: &Tab) -> Tab {
    let rescue = serde_json::to_string(&tab.rescue).expect("texts");
    let copy = read_copy(&format!("{{\"format\": \"notes-1\", \"stored\": {rescue}}}")).expect("a copy");
    let mut new = Tab::open(&tab.store);
    new.reader.model.take_over(&copy.notes);
    new
}

#[test]
fn a_new_core_goes_on_in_memory_where_nothing_was_kept_and_keeps_nothing() {
    let store = FaultStore::default();
    let mut tab = Tab::open(&store);
    tab.does(Act::ChoseKeep(false)).does(Act::PressedBegin).goes_to("question").answers(0);
    let (answers, question) = (texts(tab.notes()), tab.notes().draft.clone());
    assert!(!answers.is_empty());

    let mut new = revived(&tab);
    assert_eq!(new.reader.screen(), "welcome");
    new.does(Act::PressedGoOn);
    assert_eq!(new.reader.screen(), "question");
    assert_eq!((texts(new.notes()), new.notes().draft.clone()), (answers, question));
    new.answers(1).goes_to("picture");
    assert_eq!(new.reader.model.consent, Consent::Nothing);
    assert_eq!(pairs(&store), [], "a crash is no consent");
}

#[test]
fn a_new_core_reads_what_is_kept_and_keeps_what_had_no_time_to_be() {
    let store = FaultStore::default();
    let mut tab = Tab::kept(&store);
    tab.holds = true;
    tab.types("when the kettle sings"); // and before the pause is over
    assert!(!stored_texts(&store).contains(&"when the kettle sings".to_owned()));

    let mut new = revived(&tab);
    new.does(Act::PressedGoOn).saves();
    assert!(new.says_saved() && missing(new.notes(), &store).is_empty());
    assert!(stored_texts(&store).contains(&"when the kettle sings".to_owned()));
    assert_eq!(restored(&store).set_aside, [], "nothing is in its own way");
    assert_eq!(new.notes().plans.len(), 1);
}

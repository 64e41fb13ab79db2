//! The keeper: what is stored is what was written, and what cannot be read is left alone and said.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

#[path = "common/stores.rs"]
mod stores;

use fogbridge::domain::answer::Answers;
use fogbridge::domain::date::Day;
use fogbridge::domain::notes::{Notes, RecordId, Reflection, Settings};
use fogbridge::domain::question::{Path, Role};
use fogbridge::snapshot::{Change, Key, Unreadable, copy, restore, unseal};
use fogbridge::state::keeper::Keeper;
use fogbridge::state::ports::StoreError;
use stores::{FaultStore, Lie};

fn id(name: &str) -> RecordId {
    RecordId::parse(name).expect("an id")
}

fn settings(keep: bool) -> Change {
    let settings = Settings { keep, ..Settings::default() };
    Change::of(&Notes { settings, ..Notes::default() }, Key::Settings)
}

fn reflections(name: &str, day: i32) -> Notes {
    let answers = Answers::default();
    let mut notes = Notes::default();
    notes
        .reflections
        .insert(id(name), Reflection { role: Role::Numb, path: Path::Full, made_on: Day(day), answers });
    notes
}

fn reflection(name: &str, day: i32) -> Change {
    Change::of(&reflections(name, day), Key::Reflection(id(name)))
}

/// Writes one change and says what came of it.
fn write(keeper: &mut Keeper<FaultStore>, change: &Change) -> Result<(), StoreError> {
    keeper.queue(vec![change.clone()]);
    keeper.save().map_or(Ok(()), |saving| saving.outcome)
}

fn opened(store: &FaultStore) -> (Keeper<FaultStore>, fogbridge::snapshot::Restored) {
    Keeper::open(store.clone(), "main").expect("the store works")
}

#[test]
fn a_newer_version_is_recognised_before_anything_else() {
    assert_eq!(unseal("n2 whatever comes then"), Err(Unreadable::Newer));
    assert_eq!(unseal("nx 1 00000000 {}"), Err(Unreadable::Foreign));
    assert_eq!(unseal("{}"), Err(Unreadable::Foreign));
}

#[test]
fn a_keeper_finds_on_the_next_visit_what_it_wrote() {
    let store = FaultStore::default();
    let (mut keeper, restored) = opened(&store);
    assert_eq!(restored.notes, Notes::default());
    write(&mut keeper, &settings(true)).expect("works");
    write(&mut keeper, &reflection("a1", 5)).expect("works");
    let (_, restored) = opened(&store);
    assert!(restored.notes.settings.keep);
    assert_eq!(restored.notes.reflections.len(), 1);
}

#[test]
fn two_namespaces_and_the_host_page_do_not_touch_each_other() {
    let store = FaultStore::default();
    store.put("theme", "dark");
    store.put("pn.mainland.s", "not ours");
    let (mut keeper, restored) = opened(&store);
    assert_eq!(restored.set_aside, []);
    write(&mut keeper, &settings(true)).expect("works");
    keeper.remove_all().expect("works");
    assert_eq!(store.values().into_keys().collect::<Vec<_>>(), ["pn.mainland.s", "theme"]);
}

#[test]
fn what_cannot_be_read_is_set_aside_before_anything_is_written_over_it() {
    let store = FaultStore::default();
    store.put("pn.main.r.a1", "n1 9 00000000 {\"role\":");
    let (mut keeper, restored) = opened(&store);
    assert_eq!(restored.set_aside.len(), 1);
    write(&mut keeper, &reflection("a1", 5)).expect("works");
    assert!(store.values().values().any(|raw| raw == "n1 9 00000000 {\"role\":"));
    let (_, restored) = opened(&store);
    assert_eq!(restored.notes.reflections.len(), 1);
    assert_eq!(restored.set_aside.len(), 1);
}

#[test]
fn what_another_tab_wrote_meanwhile_is_kept_beside_ours() {
    let store = FaultStore::default();
    let (mut first, _) = opened(&store);
    let (mut second, _) = opened(&store);
    write(&mut first, &reflection("a1", 5)).expect("works");
    write(&mut second, &reflection("a1", 6)).expect("works");
    let kept: Vec<_> = store.values().into_values().collect();
    assert!(kept.iter().any(|raw| raw.contains("\"made_on\":5")));
    assert!(kept.iter().any(|raw| raw.contains("\"made_on\":6")));
}

#[test]
fn nothing_is_written_beside_a_newer_version() {
    let store = FaultStore::default();
    store.put("pn.main.s", "n2 1 00000000 {}");
    let (mut keeper, restored) = opened(&store);
    assert!(restored.is_newer());
    let before = store.values();
    assert_eq!(write(&mut keeper, &settings(true)), Err(StoreError::Newer));
    assert_eq!(store.values(), before);
}

#[test]
fn a_record_that_did_not_change_is_not_written_again() {
    let store = FaultStore::default();
    let (mut keeper, _) = opened(&store);
    write(&mut keeper, &settings(true)).expect("works");
    let before = store.values();
    write(&mut keeper, &settings(true)).expect("works");
    assert_eq!(store.values(), before, "the revision did not grow");
}

#[test]
fn a_store_that_lies_is_not_believed() {
    let store = FaultStore::default();
    let (mut keeper, _) = opened(&store);
    store.lie(Lie::Empties);
    assert_eq!(write(&mut keeper, &settings(true)), Err(StoreError::Unfaithful));
}

/// Fails each call in turn, once and for ever: no panic, no false success, and what was stored before is
/// still there or has been replaced by the new value.
#[test]
fn whichever_call_fails_the_old_value_stands_and_the_next_success_saves() {
    for for_ever in [false, true] {
        for fail_at in 1..40 {
            let store = FaultStore::default();
            let (mut keeper, _) = opened(&store);
            write(&mut keeper, &reflection("a1", 1)).expect("works");
            store.fail(fail_at, for_ever, StoreError::Full);
            let outcome = write(&mut keeper, &reflection("a1", 2));
            let stored = store.values();
            let raw = &stored["pn.main.r.a1"];
            let day =
                restore([("r.a1", raw.as_str())]).notes.reflections.get(&id("a1")).expect("parses").made_on;
            assert!(outcome.is_err() || day == Day(2), "a false success at call {fail_at}");
            store.mend();
            write(&mut keeper, &reflection("a1", 2)).expect("the next success saves");
            let (_, restored) = opened(&store);
            assert_eq!(restored.notes.reflections.get(&id("a1")).expect("there").made_on, Day(2));
        }
    }
}

#[test]
fn a_removal_that_fails_is_said() {
    let store = FaultStore::default();
    let (mut keeper, _) = opened(&store);
    write(&mut keeper, &settings(true)).expect("works");
    store.fail(2, false, StoreError::Denied);
    assert!(keeper.remove_all().is_err());
}

#[test]
fn a_copy_is_readable_and_holds_everything() {
    let notes = reflections("a1", 5);
    let aside =
        fogbridge::snapshot::SetAside { name: "x".into(), raw: "raw".into(), why: Unreadable::Foreign };
    let json: serde_json::Value = serde_json::from_str(&copy(&notes, &[aside])).expect("JSON");
    assert_eq!(json["format"], "notes-1");
    assert_eq!(json["records"]["r.a1"]["made_on"], 5);
    assert_eq!(json["set_aside"]["x"], "raw");
}

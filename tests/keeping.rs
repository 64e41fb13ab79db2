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
use fogbridge::domain::check_in::CheckIn;
use fogbridge::domain::date::Day;
use fogbridge::domain::notes::{Notes, RecordId, Reflection, Settings};
use fogbridge::domain::plan::{Company, Entry, Moment, Outcome, OwnWords, Plan, Size};
use fogbridge::domain::question::{Path, Role};
use fogbridge::snapshot::{Change, Key, Restored, Unreadable, copy, restore, unseal};
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

/// A keeper that has read everything, and what it found.
fn opened(store: &FaultStore) -> (Keeper<FaultStore>, Restored) {
    let (keeper, notes) = Keeper::open(store.clone(), "main", RecordId(0)).expect("the store works");
    let pairs: Vec<_> = store.values().into_iter().collect();
    let ours = pairs.iter().filter_map(|(key, raw)| Some((key.strip_prefix("pn.main.")?, raw.as_str())));
    let restored = restore(ours);
    assert_eq!(keeper.n_set_aside(), restored.set_aside.len());
    assert_eq!(notes, restored.notes);
    (keeper, restored)
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

#[test]
fn room_that_runs_out_is_said_before_it_has() {
    let store = FaultStore::default();
    for n in 0..20 {
        store.put(&format!("pn.main.aside.{n}.r.a1"), &"x".repeat(100_000));
    }
    let (mut keeper, _) = opened(&store);
    keeper.queue(vec![settings(true)]);
    assert!(keeper.save().is_some_and(|saving| saving.outcome == Ok(()) && saving.is_nearly_full));
    let (mut keeper, _) = opened(&FaultStore::default());
    keeper.queue(vec![settings(true)]);
    assert!(keeper.save().is_some_and(|saving| !saving.is_nearly_full));
}

#[test]
fn check_ins_of_long_ago_are_read_later_and_once() {
    let store = FaultStore::default();
    let (mut keeper, _) = opened(&store);
    let mut notes = Notes::default();
    for (name, day) in [("a1", 1), ("a2", 2), ("a3", 3)] {
        notes.check_ins.insert(id(name), CheckIn::on(Day(day)));
        write(&mut keeper, &Change::of(&notes, Key::CheckIn(id(name)))).expect("works");
    }
    store.put("pn.main.c.a0", "n1 9 00000000 {");
    let (mut keeper, mut later) = Keeper::open(store.clone(), "main", id("a2")).expect("the store works");
    assert_eq!(later.check_ins.keys().copied().collect::<Vec<_>>(), [id("a2"), id("a3")]);
    assert_eq!(keeper.n_set_aside(), 0);
    keeper.rest(&mut later);
    assert_eq!(later, notes);
    assert_eq!(keeper.n_set_aside(), 1, "what cannot be read is counted");
    later.check_ins.remove(&id("a1"));
    keeper.rest(&mut later);
    assert_eq!(later.check_ins.len(), 2, "what was deleted since then does not come back");
    assert_eq!(keeper.n_set_aside(), 1);
}

#[test]
fn plans_of_long_ago_that_were_done_or_tried_are_read_later_and_open_ones_at_once() {
    let store = FaultStore::default();
    let (mut keeper, _) = opened(&store);
    let mut notes = Notes::default();
    let told = [Some(Outcome::Done), Some(Outcome::Tried), Some(Outcome::NotToday), None];
    let names = ["a1", "a2", "a3", "a4"];
    for (name, outcome) in names.into_iter().zip(told) {
        let entries: Vec<Entry> = outcome.into_iter().map(|outcome| Entry::on(Day(1), outcome)).collect();
        let own = OwnWords::parse("\"outcome\":\"done\" :\"tried\"").expect("words");
        let plan = Plan {
            step: "tea".into(),
            moment: Moment::Own(own),
            size: Size::Full,
            company: Company::AsDescribed,
            guess: None,
            made_on: Day(1),
            rests: false,
            entries,
        };
        notes.plans.insert(id(name), plan);
        write(&mut keeper, &Change::of(&notes, Key::Plan(id(name)))).expect("works");
    }
    for (since, early) in [("b1", vec!["a3", "a4"]), ("a2", vec!["a2", "a3", "a4"])] {
        let (mut keeper, mut later) =
            Keeper::open(store.clone(), "main", id(since)).expect("the store works");
        let early: Vec<RecordId> = early.into_iter().map(id).collect();
        assert_eq!(later.plans.keys().copied().collect::<Vec<_>>(), early);
        keeper.rest(&mut later);
        assert_eq!(later, notes);
    }
}

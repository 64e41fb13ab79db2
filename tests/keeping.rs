//! Records, restoring and the keeper: what is stored is what was written, and what cannot be read is left
//! alone and said.
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

use fogbridge::domain::answer::{Answer, Answers};
use fogbridge::domain::date::Day;
use fogbridge::domain::notes::{
    Draft, MomentChoice, Notes, Place, PlanDraft, RecordId, Reflection, Settings,
};
use fogbridge::domain::plan::{Company, Entry, Feeling, Moment, Outcome, OwnWords, Plan, Size};
use fogbridge::domain::question::{Path, Role};
use fogbridge::snapshot::{Change, Key, Unreadable, copy, restore, seal, unseal};
use fogbridge::state::keeper::Keeper;
use fogbridge::state::ports::StoreError;
use proptest::prelude::*;
use stores::FaultStore;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\\x00-\\x1f\"\\\\{}\u{202e}\u{1f300}é’]{0,40}".prop_map(String::from)]
}

fn answers() -> impl Strategy<Value = Answers> {
    let answer = prop_oneof![
        text().prop_map(|id| Answer::Chosen(id.into())),
        Just(Answer::NotSure),
        Just(Answer::Skipped)
    ];
    prop::collection::vec((text(), answer), 0..6)
        .prop_map(|all| all.into_iter().map(|(id, answer)| (id.into(), answer)).collect())
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL.to_vec())
}

/// Notes with one record, and its key.
fn record() -> impl Strategy<Value = (Key, Notes)> {
    let settings = (any::<bool>(), prop::option::of(role()), any::<bool>(), prop::option::of(text()));
    let draft = (role(), prop::option::of(text()), answers());
    let entries = prop::collection::vec((any::<i32>(), prop::sample::select(Outcome::ALL.to_vec())), 0..4);
    let guess = prop::option::of(prop::sample::select(Feeling::ALL.to_vec()));
    prop_oneof![
        settings.prop_map(|(keep, role, only_mine, region)| {
            let region = region.map(Into::into);
            let settings = Settings { keep, role, only_mine, region };
            (Key::Settings, Notes { settings, ..Notes::default() })
        }),
        text().prop_map(|own| {
            let mut draft = PlanDraft::new("tea".into());
            (draft.own, draft.moment) = (own, Some(MomentChoice::Own));
            (Key::Place, Notes { place: Place::Plan(draft), ..Notes::default() })
        }),
        draft.prop_map(|(role, at, answers)| {
            let at = at.map(Into::into);
            let draft = Some(Draft { role, path: Path::Short, at, answers });
            (Key::Draft, Notes { draft, ..Notes::default() })
        }),
        (role(), any::<i32>(), answers()).prop_map(|(role, day, answers)| {
            let mut notes = Notes::default();
            notes
                .reflections
                .insert(id("a1"), Reflection { role, path: Path::Full, made_on: Day(day), answers });
            (Key::Reflection(id("a1")), notes)
        }),
        (text(), entries, guess).prop_map(|(words, entries, guess)| {
            let moment = OwnWords::parse(&words).map_or_else(|| Moment::Offered("tea".into()), Moment::Own);
            let entries =
                entries.into_iter().map(|(day, outcome)| Entry { day: Day(day), outcome }).collect();
            let plan = Plan {
                step: words.into(),
                moment,
                size: Size::TwoMinutes,
                company: Company::WithoutThem,
                guess,
                made_on: Day(1),
                entries,
            };
            let mut notes = Notes::default();
            notes.plans.insert(id("a1"), plan);
            (Key::Plan(id("a1")), notes)
        }),
    ]
}

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

/// The stored string of the one record in `notes`.
fn stored(key: Key, notes: &Notes, revision: u64) -> String {
    seal(&notes.payload(key).expect("there"), revision)
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

proptest! {
    #[test]
    fn prop_what_is_written_reads_back_the_same((key, record) in record(), revision in any::<u64>()) {
        let raw = stored(key, &record, revision);
        prop_assert!(raw.is_ascii());
        prop_assert_eq!(unseal(&raw).expect("our own record").revision, revision);
        let restored = restore([(key.name().as_str(), raw.as_str())]);
        prop_assert_eq!(restored.set_aside, []);
        prop_assert_eq!(restored.notes, record);
    }

    #[test]
    fn prop_any_string_is_read_without_harm(raw in any::<String>(), name in any::<String>()) {
        let restored = restore([(name.as_str(), raw.as_str())]);
        prop_assert_eq!(restored.set_aside.len(), 1);
        prop_assert_eq!(restored.notes, Notes::default());
    }

    #[test]
    fn prop_one_wrong_byte_is_noticed((key, record) in record(), at in any::<prop::sample::Index>(), to in b' '..=b'~') {
        let raw = stored(key, &record, 7);
        let mut bytes = raw.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        let damaged = String::from_utf8(bytes).expect("ASCII");
        // A changed revision is still the same record; everything else has to be refused.
        let restored = restore([(key.name().as_str(), damaged.as_str())]);
        if restored.set_aside.is_empty() {
            prop_assert_eq!(restored.notes, record);
        } else {
            prop_assert_eq!(restored.notes, Notes::default());
        }
    }

    #[test]
    fn prop_a_truncated_record_is_set_aside((key, record) in record(), at in any::<prop::sample::Index>()) {
        let raw = stored(key, &record, 7);
        let cut = &raw[..at.index(raw.len())];
        prop_assert_eq!(restore([(key.name().as_str(), cut)]).set_aside.len(), 1);
    }
}

#[test]
fn a_newer_version_is_recognised_before_anything_else() {
    assert_eq!(unseal("n2 whatever comes then"), Err(Unreadable::Newer));
    assert_eq!(unseal("nx 1 00000000 {}"), Err(Unreadable::Foreign));
    assert_eq!(unseal("{}"), Err(Unreadable::Foreign));
}

#[test]
fn fixtures_of_version_1_are_read_for_ever() {
    let settings = r#"n1 3 50b59d25 {"keep":true,"role":"numb"}"#;
    let restored = restore([("s", settings)]);
    assert_eq!(restored.set_aside, [], "{:08x?}", unseal(settings));
    assert_eq!(restored.notes.settings.role, Some(Role::Numb));
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
    assert_eq!(write(&mut keeper, &settings(true)), Err(StoreError::Denied));
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
    store.0.borrow_mut().is_lying = true;
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
            let done = store.0.borrow().n_calls;
            {
                let mut inner = store.0.borrow_mut();
                (inner.fail_at, inner.for_ever) = (Some(done + fail_at), for_ever);
            }
            let outcome = write(&mut keeper, &reflection("a1", 2));
            let stored = store.values();
            let raw = &stored["pn.main.r.a1"];
            let day =
                restore([("r.a1", raw.as_str())]).notes.reflections.get(&id("a1")).expect("parses").made_on;
            assert!(outcome.is_err() || day == Day(2), "a false success at call {fail_at}");
            store.0.borrow_mut().fail_at = None;
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
    let done = store.0.borrow().n_calls;
    store.0.borrow_mut().fail_at = Some(done + 2);
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

//! Laws of the safety state, for any order of presses.
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

use common::Reader;
use fogbridge::domain::notes::Notes;
use fogbridge::domain::plan::Outcome;
use fogbridge::domain::question::Role;
use fogbridge::domain::step::Energy;
use fogbridge::snapshot::{Change, Key};
use fogbridge::state::gate::SafetyAnswer;
use fogbridge::state::keeper::Saving;
use fogbridge::state::model::{AfraidScreen, Picked, Screen, Visit};
use fogbridge::state::ports::StoreError;
use fogbridge::state::words::{Copying, Page, Part};
use fogbridge::state::{Act, Effect, Msg};
use proptest::prelude::*;

/// What another tab may have written, and what a reader may choose as a file.
const A_DRAFT: &str = r#"{"role":"supporter","path":"full","answers":{}}"#;
const A_COPY: &str =
    r#"{"format": "notes-1", "records": {"d": {"role":"numb","path":"short","answers":{}}}}"#;

/// Any press, also ones that no screen offers at that moment.
fn msg() -> impl Strategy<Value = Msg> {
    let step = prop::sample::select(vec![0, 1, 2, 3, 99]);
    let row =
        prop::sample::select(vec![Picked::Option(0), Picked::Option(1), Picked::Option(9), Picked::NotSure]);
    let safety =
        prop::sample::select(vec![SafetyAnswer::Yes, SafetyAnswer::No, SafetyAnswer::No, SafetyAnswer::Pass]);
    let plain = prop::sample::select(vec![
        Act::PressedNext.into(),
        Act::PressedNext.into(),
        Act::PressedNext.into(),
        Act::PressedBegin.into(),
        Act::PressedGoOn.into(),
        Act::PressedSkip.into(),
        Act::PressedBack.into(),
        Act::PressedAnswers.into(),
        Act::PressedSteps.into(),
        Act::PressedPicture.into(),
        Act::PressedReflect.into(),
        Act::PressedKeepPlan.into(),
        Act::PressedHelp.into(),
        Act::PressedNotes.into(),
        Act::PressedKeepNow.into(),
        Act::PressedStopKeeping.into(),
        Act::PressedDelete.into(),
        Act::Cancelled.into(),
        Act::PressedReadBack.into(),
        Act::ConfirmedTakeIn(false).into(),
        Act::ConfirmedTakeIn(true).into(),
        Act::PressedUndo.into(),
        Act::PressedRemove(Key::Draft).into(),
        Msg::PickedCopy(Some(A_COPY.into())),
        Msg::PickedCopy(None),
        Msg::Found(Ok(vec![Change { key: Key::Draft, payload: Some(A_DRAFT.into()) }])),
        Msg::Found(Err(StoreError::Gone)),
        Act::ConfirmedDelete.into(),
        Act::PressedSomeoneElse.into(),
        Act::PressedDownload.into(),
        Act::PressedOnlyMine.into(),
        Act::LeftMoment.into(),
        Act::ChoseMoment(0).into(),
        Msg::TypedMoment("after the bus".into()),
        Act::ChoseEnergy(Energy::Empty).into(),
        Act::PressedPage(Page::Words).into(),
        Act::PressedPage(Page::Myths).into(),
        Act::PressedPage(Page::StayingGoing).into(),
        Act::PressedCopy(Copying::Phrase(0)).into(),
        Act::ChosePart(Part::Seen, Some(0)).into(),
        Act::PressedCopy(Copying::Sentence).into(),
        Msg::Copied(true),
        Act::ChoseRegion(0).into(),
        Act::SaidOpenOutcome(0, Outcome::Done).into(),
        Msg::Saved(Saving { outcome: Ok(()), found: Vec::new(), n_set_aside: 0 }),
        Msg::Saved(Saving { outcome: Err(StoreError::Full), found: Vec::new(), n_set_aside: 0 }),
    ]);
    prop_oneof![
        6 => plain,
        3 => row.prop_map(|value| Act::PickedAnswer(value).into()),
        3 => safety.prop_map(|value| Act::PickedSafety(value).into()),
        1 => prop::sample::select(Role::ALL.to_vec()).prop_map(|value| Act::ChoseRole(value).into()),
        1 => prop::bool::ANY.prop_map(|value| Act::ChoseKeep(value).into()),
        2 => step.prop_map(|place| Act::PressedPlan(place).into()),
    ]
}

/// Presses that go on from wherever the reader is, mixed with any others.
fn script() -> impl Strategy<Value = Vec<Msg>> {
    prop::collection::vec(msg(), 1..120)
}

fn is_past_the_gate(screen: &Screen) -> bool {
    match screen {
        Screen::Picture(_) | Screen::Steps(_) | Screen::Plan(..) | Screen::Home(..) | Screen::Page(..) => {
            true
        }
        Screen::Help(under) | Screen::Notes(under, _) => is_past_the_gate(under),
        Screen::Welcome(_) | Screen::Who(..) | Screen::Question(_) | Screen::Safety(..) => false,
    }
}

/// Every press there is, with every place that leads anywhere.
fn all_acts() -> Vec<Act> {
    let mut acts = vec![
        Act::PressedHelp,
        Act::PressedBegin,
        Act::PressedGoOn,
        Act::PressedSomeoneElse,
        Act::PressedNext,
        Act::PressedSkip,
        Act::PressedBack,
        Act::PressedOnlyMine,
        Act::PressedAnswers,
        Act::PressedSteps,
        Act::ToggledAll,
        Act::PressedAllAgain,
        Act::ChoseOwnWords,
        Act::LeftMoment,
        Act::PressedKeepPlan,
        Act::PressedPicture,
        Act::PressedReflect,
        Act::PressedCopy(Copying::Sentence),
        Act::PressedNotes,
        Act::PressedDownload,
        Act::PressedKeepNow,
        Act::PressedStopKeeping,
        Act::PressedDelete,
        Act::ConfirmedDelete,
        Act::Cancelled,
        Act::PressedReadBack,
        Act::ConfirmedTakeIn(false),
        Act::ConfirmedTakeIn(true),
        Act::PressedUndo,
        Act::PressedRemove(Key::Draft),
    ];
    for place in [0, 1, 2, 3, 99] {
        acts.extend([
            Act::PressedPlan(place),
            Act::ChoseMoment(place),
            Act::PressedCopy(Copying::Phrase(place)),
        ]);
        acts.extend([Act::ChoseRegion(place), Act::ChosePart(Part::Seen, Some(place))]);
        acts.extend(Outcome::ALL.iter().map(|&outcome| Act::SaidOpenOutcome(place, outcome)));
        acts.push(Act::PickedAnswer(Picked::Option(place)));
    }
    acts.extend([Page::Words, Page::Myths, Page::StayingGoing].map(Act::PressedPage));
    acts.extend(Energy::ALL.iter().map(|&energy| Act::ChoseEnergy(energy)));
    acts.extend(Role::ALL.iter().flat_map(|&role| [Act::ChoseRole(role), Act::ChoseSpeaker(role)]));
    acts.extend([SafetyAnswer::Yes, SafetyAnswer::No, SafetyAnswer::Pass].map(Act::PickedSafety));
    acts
}

/// Searches all that can be reached by presses after a sign, from a question and from a safety question. A state is what
/// is on the screen and how many plans there are.
#[test]
fn the_search_from_every_sign_finds_no_couple_step_page_or_copy() {
    type Way = fn(&mut Reader);
    let ways: [Way; 2] = [
        |reader| {
            common::to_questions(reader, true);
            reader.does(Act::PickedAnswer(Picked::Option(0))).does(Act::PressedNext);
            reader.does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext);
        },
        |reader| {
            common::to_home(reader, "song");
            let mut later = common::come_back(reader);
            later.does(Act::PressedGoOn).does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
            *reader = later;
        },
    ];
    let mut seen = std::collections::BTreeSet::new();
    for way in ways {
        let mut first = Reader::new();
        way(&mut first);
        assert_eq!(first.screen(), "safe");
        let mut open = vec![first.model];
        while let Some(model) = open.pop() {
            for act in all_acts() {
                let mut reader = Reader::new();
                reader.model = model.clone();
                reader.take_effects();
                reader.does(act);
                let Visit::Afraid(visit) = &reader.model.visit else {
                    panic!("{act:?} leads out of the safety state")
                };
                let may_be = ["safe", "steps", "plan", "home", "help", "notes"];
                assert!(may_be.contains(&reader.screen()), "{act:?} leads to {}", reader.screen());
                if let AfraidScreen::Plan(step, ..) = &visit.screen {
                    assert_eq!(&**step.id(), "tea", "{act:?}");
                }
                assert!(visit.plans.iter().all(|plan| &*plan.plan.step == "tea"), "{act:?}");
                let state = format!("{:?} {} {:?}", visit.screen, visit.plans.len(), visit.energy);
                let copies = reader.take_effects().iter().any(|effect| matches!(effect, Effect::Copy(_)));
                assert!(!copies, "{act:?} copies words");
                // Help and notes can lie over each other without end; a third layer shows nothing new.
                let n_layers = state.matches("Help(").count() + state.matches("Notes(").count();
                if n_layers <= 2 && seen.insert(state) {
                    open.push(reader.model);
                }
            }
        }
    }
    assert!(seen.len() > 50, "the search found only {} states", seen.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn prop_after_a_sign_nothing_is_written_but_the_neutral_setting(script in script()) {
        let mut reader = Reader::new();
        for msg in script {
            let was_afraid = reader.is_afraid();
            reader.take_effects();
            let is_undo = msg == Act::PressedMistake.into();
            reader.does(msg);
            if !was_afraid || is_undo {
                continue;
            }
            for effect in reader.take_effects() {
                let writes_more = matches!(effect, Effect::KeepSoon { .. } | Effect::PickCopy | Effect::Persist);
                prop_assert!(!writes_more);
                if let Effect::Keep { changes, .. } = effect {
                    for change in changes {
                        prop_assert_eq!(&change.key, &Key::Settings);
                        let payload = change.payload.expect("settings are never removed alone");
                        let mut notes = Notes::default();
                        prop_assert!(notes.read(change.key, &payload) && notes.settings.only_mine);
                        // Without consent to more, it is that one setting and nothing besides.
                        prop_assert!(notes.settings.keep || payload == r#"{"only_mine":true}"#, "{}", payload);
                    }
                }
            }
        }
    }

    #[test]
    fn prop_after_a_sign_only_open_steps_are_on_any_screen(script in script()) {
        let mut reader = Reader::new();
        for msg in script {
            reader.does(msg);
            let Visit::Afraid(visit) = &reader.model.visit else { continue };
            for plan in &visit.plans {
                prop_assert_eq!(&**plan.step.id(), "tea");
                prop_assert_eq!(&plan.plan.step, plan.step.id());
            }
            if let AfraidScreen::Plan(step, draft, _) = &visit.screen {
                prop_assert_eq!(&**step.id(), "tea");
                prop_assert_eq!(&draft.step, step.id());
            }
        }
    }

    #[test]
    fn prop_no_door_leads_past_the_safety_questions(script in script()) {
        let mut reader = Reader::new();
        let mut passed = false;
        for msg in script {
            let was_asked = reader.screen() == "safety";
            let may_be_another = [Act::PressedSomeoneElse.into(), Act::ConfirmedDelete.into()].contains(&msg);
            reader.does(msg);
            let Visit::Open(visit) = &reader.model.visit else { continue };
            if may_be_another {
                // Whoever goes on is asked again.
                prop_assert!(visit.cleared().is_none());
                passed = false;
            }
            let is_past = is_past_the_gate(&visit.screen);
            prop_assert!(!is_past || was_asked || passed, "{:?}", visit.screen);
            // Past the questions there may be nothing to show, and the doors instead.
            let is_cleared = visit.cleared().is_some();
            prop_assert!(is_cleared || !(is_past || passed));
            prop_assert!(!is_cleared || is_past || passed || was_asked);
            passed |= is_cleared;
        }
    }

    #[test]
    fn prop_a_sign_is_never_among_the_notes(script in script()) {
        let mut reader = Reader::new();
        for msg in script {
            reader.does(msg);
            let notes = &reader.model.notes;
            let drafts = notes.draft.iter().map(|draft| &draft.answers);
            for answers in drafts.chain(notes.reflections.values().map(|reflection| &reflection.answers)) {
                prop_assert_ne!(answers.chosen("home").map(|option| &**option), Some("dread"));
            }
        }
    }

    #[test]
    fn prop_nothing_is_written_without_consent(script in script()) {
        let mut reader = Reader::new();
        for msg in script {
            reader.take_effects();
            let is_the_setting = msg == Act::PressedOnlyMine.into();
            reader.does(msg);
            let writes = reader.wrote();
            prop_assert!(!writes || reader.model.notes.settings.keep || is_the_setting);
        }
    }
}

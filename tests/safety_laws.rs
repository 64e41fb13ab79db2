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
use fogbridge::domain::check_in::{CheckIn, Level, Moment};
use fogbridge::domain::notes::{Notes, RecordId};
use fogbridge::domain::plan::{Feeling, Outcome};
use fogbridge::domain::question::Role;
use fogbridge::domain::step::Energy;
use fogbridge::snapshot::{Change, Key};
use fogbridge::state::gate::SafetyAnswer;
use fogbridge::state::keeper::Saving;
use fogbridge::state::model::{AfraidScreen, Model, Picked, Screen, Visit};
use fogbridge::state::msg::Field;
use fogbridge::state::ports::StoreError;
use fogbridge::state::words::{Copying, Line, Page, Part};
use fogbridge::state::{Act, Effect, Msg};
use proptest::prelude::*;

/// What another tab may have written, and what a reader may choose as a file.
const A_DRAFT: &str = r#"{"role":"supporter","path":"full","answers":{}}"#;
const A_COPY: &str =
    r#"{"format": "notes-1", "records": {"d": {"role":"numb","path":"short","answers":{}}}}"#;

const FIELDS: [Field; 6] = [Field::Moment, Field::Line, Field::Title, Field::Day, Field::Time, Field::Ask];

/// The presses by which a reader follows through: check-ins, what became of `plan`, looking back, the summary.
fn following(plan: RecordId) -> Vec<Act> {
    let mut acts = vec![
        Act::PressedCheckIn,
        Act::PressedHome,
        Act::PressedPage(Page::LookBack),
        Act::PressedPage(Page::Summary),
        Act::PressedPrint,
        Act::PressedCopy(Copying::Sheet),
        Act::PressedCopy(Copying::Letter),
        Act::PressedRest(plan),
        Act::PressedTwoMinutes(plan),
        Act::PressedChange(plan),
        Act::PressedLetGo(plan),
        Act::ToggledCalendar(plan),
        Act::PressedCalendar,
        Act::ChoseFelt(Feeling::Good),
        Act::PressedRemove(Key::Plan(plan)),
        Act::LeftField,
    ];
    acts.extend([Some(Level::Nothing), Some(Level::Most), None].map(Act::ChoseFog));
    acts.extend([Some(Level::Nothing), Some(Level::Most), None].map(Act::ChoseCloseness));
    acts.extend([Some(Moment::Yes), Some(Moment::No), None].map(Act::ChoseTogether));
    acts.extend([Some(Moment::Yes), Some(Moment::No), None].map(Act::ChoseElsewhere));
    acts.extend([true, false].into_iter().flat_map(|yes| [Act::ChoseAnother(yes), Act::ChoseAllDays(yes)]));
    acts.extend(Outcome::ALL.iter().map(|&outcome| Act::SaidOutcome(plan, outcome)));
    let lines = [Line::Answer(0), Line::Plan(plan), Line::Ask(0), Line::Say(0)];
    acts.extend(lines.map(Act::ToggledLine));
    acts
}

/// Stands for the plan that is there by then.
const SOME_PLAN: RecordId = RecordId(0);

/// `msg`, about the plan that is there by now.
fn aimed(msg: Msg, model: &Model) -> Msg {
    let plan = model.notes.plans.keys().next_back().copied().unwrap_or(SOME_PLAN);
    let place = following(SOME_PLAN).into_iter().position(|act| msg == act.into());
    place.map_or(msg, |place| following(plan)[place].into())
}

/// A reader who comes for the first time; from 1 on one who comes back to a plan for two, a plan of their own and a
/// check-in; from 2 on after a sign.
fn arrived(came: usize) -> Reader {
    let mut reader = Reader::new();
    if came > 0 {
        common::to_home(&mut reader, "song");
        reader.does(Act::PressedSteps).does(Act::PressedPlan(common::place("tea")));
        reader.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan).does(Act::PressedCheckIn);
        reader.does(Act::ChoseElsewhere(Some(Moment::Yes)));
        reader = common::come_back(&reader);
    }
    if came > 1 {
        reader.does(Act::PressedHome).does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
        assert!(reader.is_afraid());
    }
    reader
}

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
        Act::PressedStrain.into(),
        Act::PressedSteps.into(),
        Act::PressedPicture.into(),
        Act::PressedReflect.into(),
        Act::PressedKeepPlan.into(),
        Act::PressedHelp.into(),
        Act::PressedNotes.into(),
        Act::PressedPrivacy.into(),
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
        Act::PressedMistake.into(),
        Act::PressedSomeoneElse.into(),
        Act::PressedDownload.into(),
        Act::PressedOnlyMine.into(),
        Act::LeftField.into(),
        Act::ChoseMoment(0).into(),
        Msg::Typed(Field::Moment, "after the bus".into()),
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
        Msg::Saved(Saving { outcome: Ok(()), found: Vec::new(), n_set_aside: 0, is_nearly_full: false }),
        Msg::Saved(Saving {
            outcome: Err(StoreError::Full),
            found: Vec::new(),
            n_set_aside: 0,
            is_nearly_full: false,
        }),
    ]);
    prop_oneof![
        6 => plain,
        3 => row.prop_map(|value| Act::PickedAnswer(value).into()),
        3 => safety.prop_map(|value| Act::PickedSafety(value).into()),
        1 => prop::sample::select(Role::ALL.to_vec()).prop_map(|value| Act::ChoseRole(value).into()),
        1 => prop::bool::ANY.prop_map(|value| Act::ChoseKeep(value).into()),
        2 => step.prop_map(|place| Act::PressedPlan(place).into()),
        5 => prop::sample::select(following(SOME_PLAN)).prop_map(Msg::from),
        1 => (prop::sample::select(FIELDS.to_vec()), prop::sample::select(vec!["", "warm", "2026-11-22"]))
            .prop_map(|(field, text)| Msg::Typed(field, text.into())),
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
        Screen::Welcome(_)
        | Screen::Who(..)
        | Screen::Question(_)
        | Screen::Safety(..)
        | Screen::CheckIn(_) => false,
    }
}

/// Every press there is, with every place that leads anywhere.
fn all_acts(plan: RecordId) -> Vec<Act> {
    let mut acts = following(plan);
    acts.extend([
        Act::PressedHelp,
        Act::PressedBegin,
        Act::PressedGoOn,
        Act::PressedSomeoneElse,
        Act::PressedNext,
        Act::PressedSkip,
        Act::PressedBack,
        Act::PressedOnlyMine,
        Act::PressedAnswers,
        Act::PressedStrain,
        Act::PressedSteps,
        Act::ToggledAll,
        Act::PressedAllAgain,
        Act::ChoseOwnWords,
        Act::LeftField,
        Act::PressedKeepPlan,
        Act::PressedPicture,
        Act::PressedReflect,
        Act::PressedCopy(Copying::Sentence),
        Act::PressedNotes,
        Act::PressedPrivacy,
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
    ]);
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

/// True for what must not leave the widget after a sign: words for the partner, a reminder, and what is kept.
fn hands_out_more(effect: &Effect) -> bool {
    match effect {
        Effect::Copy(_) | Effect::Calendar(_) | Effect::KeepSoon { .. } | Effect::PickCopy => true,
        Effect::Persist => true,
        Effect::CopySheet(what) => *what != Copying::Sheet,
        _ => false,
    }
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
    let mut screens = std::collections::BTreeSet::new();
    let may_be =
        ["safe", "steps", "plan", "home", "checkin", "look-back", "summary", "help", "notes", "privacy"];
    for way in ways {
        let mut reader = Reader::new();
        way(&mut reader);
        assert_eq!(reader.screen(), "safe");
        let mut open = vec![reader.model.clone()];
        while let Some(model) = open.pop() {
            let plan = model.notes.plans.keys().next_back().copied().unwrap_or(SOME_PLAN);
            for act in all_acts(plan) {
                reader.model = model.clone();
                reader.take_effects();
                reader.does(act);
                let Visit::Afraid(visit) = &reader.model.visit else {
                    panic!("{act:?} leads out of the safety state")
                };
                screens.insert(reader.screen());
                assert!(may_be.contains(&reader.screen()), "{act:?} leads to {}", reader.screen());
                if let AfraidScreen::Plan(step, ..) = &visit.screen {
                    assert_eq!(&**step.id(), "tea", "{act:?}");
                }
                assert!(visit.plans.iter().all(|plan| &*plan.plan.step == "tea"), "{act:?}");
                let may_take = |line: &Line| matches!(line, Line::Ask(_));
                assert!(visit.summary.lines.iter().all(may_take), "{act:?} takes a line");
                assert_eq!(reader.model.notes.check_ins, model.notes.check_ins, "{act:?}");
                let state = format!("{:?} {} {:?}", visit.screen, visit.plans.len(), visit.energy);
                let goes_out = reader.take_effects().into_iter().find(hands_out_more);
                assert_eq!(goes_out, None, "{act:?}");
                // Help and notes can lie over each other without end; a third layer shows nothing new.
                let n_layers = state.matches("Help(").count() + state.matches("Notes(").count();
                if n_layers <= 2 && seen.insert(state) {
                    open.push(reader.model.clone());
                }
            }
        }
    }
    assert_eq!(screens, may_be.into_iter().collect());
    assert!(seen.len() > 50, "the search found only {} states", seen.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn prop_after_a_sign_nothing_is_written_but_the_neutral_setting(came in 0..3_usize, script in script()) {
        let mut reader = arrived(came);
        for msg in script {
            let was_afraid = reader.is_afraid();
            reader.take_effects();
            let is_undo = msg == Act::PressedMistake.into();
            let msg = aimed(msg, &reader.model);
            reader.does(msg);
            if !was_afraid || is_undo {
                continue;
            }
            for effect in reader.take_effects() {
                prop_assert!(!hands_out_more(&effect), "{:?}", effect);
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
    fn prop_after_a_sign_no_press_changes_a_note(came in 0..3_usize, script in script()) {
        let mut reader = arrived(came);
        for msg in script {
            // The reader's own word, or another tab's.
            let may_change = matches!(msg, Msg::Acted(Act::PressedMistake | Act::ConfirmedDelete) | Msg::Found(_));
            let before = reader.is_afraid().then(|| reader.model.notes.clone());
            let msg = aimed(msg, &reader.model);
            reader.does(msg.clone());
            if let Some(mut before) = before.filter(|_| !may_change) {
                before.settings.only_mine |= msg == Act::PressedOnlyMine.into();
                prop_assert_eq!(&reader.model.notes, &before, "{:?}", msg);
            }
        }
    }

    #[test]
    fn prop_after_a_sign_only_open_steps_are_on_any_screen(came in 0..3_usize, script in script()) {
        let mut reader = arrived(came);
        for msg in script {
            let msg = aimed(msg, &reader.model);
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
    fn prop_no_door_leads_past_the_safety_questions(came in 0..3_usize, script in script()) {
        let mut reader = arrived(came);
        let mut passed = false;
        for msg in script {
            let was_asked = reader.screen() == "safety";
            let may_be_another = [Act::PressedSomeoneElse.into(), Act::ConfirmedDelete.into()].contains(&msg);
            let msg = aimed(msg, &reader.model);
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
    fn prop_a_sign_is_never_among_the_notes(came in 0..3_usize, script in script()) {
        let mut reader = arrived(came);
        for msg in script {
            let msg = aimed(msg, &reader.model);
            reader.does(msg);
            let notes = &reader.model.notes;
            let drafts = notes.draft.iter().map(|draft| &draft.answers);
            for answers in drafts.chain(notes.reflections.values().map(|reflection| &reflection.answers)) {
                prop_assert_ne!(answers.chosen("home").map(|option| &**option), Some("dread"));
            }
        }
    }

    #[test]
    fn prop_nothing_is_written_without_consent(came in 0..3_usize, script in script()) {
        let mut reader = arrived(came);
        for msg in script {
            reader.take_effects();
            let is_the_setting = msg == Act::PressedOnlyMine.into();
            let msg = aimed(msg, &reader.model);
            reader.does(msg);
            let writes = reader.wrote();
            prop_assert!(!writes || reader.model.notes.settings.keep || is_the_setting);
        }
    }
}

#[test]
fn after_a_sign_a_look_back_is_the_days_of_good_moments_of_ones_own() {
    let mut reader = arrived(1);
    let check_in = |day: i32, elsewhere, together| CheckIn {
        fog: Some(Level::Most),
        closeness: Some(Level::Nothing),
        elsewhere,
        together,
        ..CheckIn::on(reader.today.plus(day))
    };
    let check_ins = [
        check_in(-56, Some(Moment::Yes), None),
        check_in(-55, Some(Moment::Yes), Some(Moment::No)),
        check_in(-9, None, Some(Moment::Yes)),
        check_in(-8, Some(Moment::No), Some(Moment::Yes)),
        check_in(-7, Some(Moment::Yes), Some(Moment::Yes)),
        check_in(-7, Some(Moment::No), None),
        check_in(0, Some(Moment::Yes), None),
    ];
    reader.model.notes.check_ins = (1..).map(RecordId).zip(check_ins).collect();
    reader.does(Act::PressedHome).does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
    let Visit::Afraid(visit) = &reader.model.visit else { panic!("not in the safety state") };
    assert_eq!(visit.own_good_days, [-55, -7, 0].map(|day| reader.today.plus(day)));
}

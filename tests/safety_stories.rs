//! Stories of the safety questions and of what follows a sign.
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

use common::{Reader, answer_all, come_back, pass_the_gate, place, to_home, to_picture, to_questions};
use fogbridge::domain::plan::Outcome;
use fogbridge::domain::question::{Path, Role};
use fogbridge::snapshot::Key;
use fogbridge::state::gate::SafetyAnswer;
use fogbridge::state::model::{AfraidScreen, Picked, Screen, View, Visit};
use fogbridge::state::{Act, Effect, Msg, Progress};

#[test]
fn on_a_later_visit_one_safety_question_comes_before_whatever_was_left_open() {
    type Leave = fn(&mut Reader);
    let places: [(&str, Leave); 4] = [
        ("picture", |_| {}),
        ("steps", |reader| {
            reader.does(Act::PressedSteps);
        }),
        ("plan", |reader| {
            reader.does(Act::PressedSteps).does(Act::PressedPlan(place("song")));
        }),
        ("home", |reader| {
            reader.does(Act::PressedSteps).does(Act::PressedPlan(place("song")));
            reader.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan);
        }),
    ];
    for (place, leave) in places {
        let mut first = Reader::new();
        to_picture(&mut first);
        leave(&mut first);
        assert_eq!(first.screen(), place);
        let mut second = come_back(&first);
        second.does(Act::PressedGoOn);
        assert_eq!(second.screen(), "safety", "before {place}");
        second.does(Act::PickedSafety(SafetyAnswer::No)).does(Act::PressedNext);
        assert_eq!(second.screen(), place);
    }
}

#[test]
fn the_door_to_the_steps_alone_also_leads_past_the_safety_questions() {
    let mut reader = Reader::new();
    reader.model.options.view = View::Steps;
    reader.does(Act::PressedBegin).does(Act::ChoseRole(Role::Supporter)).does(Act::PressedNext);
    assert_eq!(reader.screen(), "safety");
    pass_the_gate(&mut reader);
    assert_eq!(reader.screen(), "steps");
}

#[test]
fn the_two_minute_path_also_leads_past_the_safety_questions() {
    let mut reader = Reader::new();
    reader.does(Act::PressedCover(Path::Short));
    to_questions(&mut reader, false);
    answer_all(&mut reader, [1, 0, 0]);
    assert_eq!(reader.screen(), "safety");
}

#[test]
fn a_sign_in_a_question_leads_to_safe_and_is_never_written() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Act::PickedAnswer(Picked::Option(0))).does(Act::PressedNext);
    reader.take_effects();
    reader.does(Act::PickedAnswer(Picked::Option(1)));
    assert!(!reader.wrote(), "a row that is only looked at is not an answer yet");
    reader.does(Act::PressedNext);
    assert_eq!(reader.screen(), "safe");
    assert!(!reader.wrote());
    let draft = reader.model.notes.draft.as_ref().map(|draft| draft.answers.clone()).unwrap_or_default();
    assert_eq!(draft.get("home"), None);
}

#[test]
fn after_a_sign_nothing_is_written_whatever_the_reader_does() {
    let mut reader = Reader::new();
    to_home(&mut reader, "song");
    let mut reader = come_back(&reader);
    reader.does(Act::PressedGoOn).does(Act::PickedSafety(SafetyAnswer::Yes));
    reader.take_effects();
    reader.does(Act::PressedNext);
    assert_eq!(reader.screen(), "safe");
    reader.does(Act::PressedSteps).does(Act::PressedPlan(place("tea")));
    reader.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan);
    assert_eq!(reader.screen(), "home");
    reader.does(Act::SaidOpenOutcome(0, Outcome::Done));
    reader.does(Act::TookBackOutcome).does(Act::TookBackOutcome);
    assert_eq!(reader.afraid().plans[0].plan.entries, []);
    reader.does(Act::SaidOpenOutcome(0, Outcome::Done));
    reader.does(Act::PressedHelp).does(Act::ChoseRegion(0)).does(Act::PressedBack);
    assert!(!reader.wrote());
}

#[test]
fn after_a_sign_a_couple_step_cannot_be_planned_even_by_its_id() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    let mut reader = come_back(&reader);
    reader.does(Act::PressedGoOn).does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
    for closed in ["song", "thanks", "list"] {
        reader.does(Act::PressedSteps).does(Act::PressedPlan(place(closed)));
        assert_eq!(reader.screen(), "steps", "{closed} is closed");
    }
    for other in [Act::PressedPicture, Act::PressedReflect, Act::PressedAnswers, Act::PressedGoOn] {
        reader.does(other);
        assert!(reader.is_afraid());
        assert_ne!(reader.screen(), "picture");
    }
}

#[test]
fn couple_plans_are_hidden_and_not_deleted_after_a_sign() {
    let mut first = Reader::new();
    to_home(&mut first, "song");
    first.does(Act::PressedSteps).does(Act::PressedPlan(place("tea")));
    first.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan);
    let mut reader = come_back(&first);
    reader.does(Act::PressedGoOn).does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
    let Visit::Afraid(visit) = &reader.model.visit else { panic!() };
    let steps: Vec<_> = visit.plans.iter().map(|plan| plan.plan.step.to_string()).collect();
    assert_eq!(steps, ["tea"]);
    assert_eq!(reader.model.notes.plans.len(), 2);
}

#[test]
fn a_press_by_mistake_is_undone_and_leads_back_to_the_question() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Act::PickedAnswer(Picked::Option(0))).does(Act::PressedNext);
    reader.does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext);
    assert_eq!(reader.screen(), "safe");
    reader.does(Act::PressedMistake);
    let Screen::Question(asking) = reader.open_screen() else { panic!() };
    assert_eq!((asking.position, asking.picked), (1, None));
}

#[test]
fn only_the_neutral_setting_may_be_kept_after_a_sign_and_it_holds_on_later_visits() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    let mut reader = come_back(&reader);
    reader.does(Act::PressedGoOn).does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
    reader.take_effects();
    reader.does(Act::PressedOnlyMine);
    let effects = reader.take_effects();
    let [Effect::Keep { changes, write: true }, Effect::FocusInPlace] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(changes.iter().map(|change| change.key).collect::<Vec<_>>(), [Key::Settings]);
    assert!(come_back(&reader).model.notes.settings.only_mine);
}

#[test]
fn safety_is_never_a_place_to_come_back_to() {
    let mut first = Reader::new();
    to_questions(&mut first, true);
    answer_all(&mut first, [1, 0, 0]);
    assert_eq!(first.screen(), "safety");
    let mut second = come_back(&first);
    second.does(Act::PressedGoOn);
    assert_eq!(second.screen(), "question");
}

#[test]
fn the_page_is_told_three_words_and_the_same_ones_with_and_without_a_sign() {
    let words = |reader: &mut Reader| {
        let effects = reader.take_effects();
        effects.into_iter().filter(|effect| matches!(effect, Effect::Tell(_))).collect::<Vec<_>>()
    };
    let all = [Progress::Begun, Progress::Reflecting, Progress::Finished].map(Effect::Tell);
    for answer in [SafetyAnswer::No, SafetyAnswer::Pass, SafetyAnswer::Yes] {
        let mut reader = Reader::new();
        to_questions(&mut reader, true);
        answer_all(&mut reader, [1, 0, 0]);
        assert_eq!(words(&mut reader), all, "before any answer to a safety question");
        for _ in 0..3 {
            reader.does(Act::PickedSafety(answer)).does(Act::PressedNext);
        }
        assert_eq!(words(&mut reader), []);
    }
    let mut sign_in_a_question = Reader::new();
    to_questions(&mut sign_in_a_question, true);
    sign_in_a_question
        .does(Act::PressedSkip)
        .does(Act::PickedAnswer(Picked::Option(1)))
        .does(Act::PressedNext);
    assert!(sign_in_a_question.is_afraid());
    assert_eq!(words(&mut sign_in_a_question), all);
    sign_in_a_question.does(Act::PressedNotes).does(Act::PressedDelete).does(Act::ConfirmedDelete);
    sign_in_a_question.does(Act::PressedBack).does(Act::PressedMistake).does(Act::PressedBegin);
    assert_eq!(words(&mut sign_in_a_question), [], "each word once a visit");
}

/// Whoever takes over the device is asked everything from the beginning, and nothing tells of the visit before.
#[test]
fn someone_else_and_whoever_comes_after_a_deletion_are_asked_all_safety_questions() {
    let mut first = Reader::new();
    to_picture(&mut first);
    let asked_anew = |reader: &mut Reader| {
        reader.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext);
        answer_all(reader, [0, 0, 0]);
        let Screen::Safety(asking, _) = reader.open_screen() else { panic!("{}", reader.screen()) };
        assert_eq!(asking.round.count(), (1, 3), "not the one question of a later visit");
    };
    let mut someone_else = come_back(&first);
    someone_else.does(Act::PressedGoOn);
    pass_the_gate(&mut someone_else);
    someone_else.does(Act::PressedReflect).does(Act::PressedBack).does(Act::PressedSomeoneElse);
    asked_anew(&mut someone_else);
    let mut after_deletion = come_back(&first);
    after_deletion.does(Act::PressedGoOn);
    pass_the_gate(&mut after_deletion);
    after_deletion.does(Act::PressedNotes).does(Act::PressedDelete).does(Act::ConfirmedDelete);
    after_deletion.does(Msg::RemovedAll(Ok(()))).does(Act::PressedBack).does(Act::PressedBegin);
    asked_anew(&mut after_deletion);
}

#[test]
fn a_country_chosen_after_a_sign_stays_in_the_visit() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Act::PressedSkip).does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext);
    assert!(reader.is_afraid());
    reader.does(Act::PressedHelp).does(Act::ChoseRegion(0)).does(Act::PressedBack);
    assert_eq!(reader.model.region(), Some("GB"));
    reader.take_effects();
    reader.does(Act::PressedOnlyMine);
    let effects = reader.take_effects();
    let Some(Effect::Keep { changes, write: true }) =
        effects.iter().find(|effect| matches!(effect, Effect::Keep { .. }))
    else {
        panic!("{effects:?}")
    };
    assert!(changes.iter().all(|change| !change.payload.as_deref().unwrap_or_default().contains("GB")));
}

#[test]
fn everything_can_be_deleted_in_the_safety_state() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Act::PressedSkip).does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext);
    reader.does(Act::PressedNotes).does(Act::PressedDelete).does(Act::ConfirmedDelete);
    assert!(reader.take_effects().contains(&Effect::RemoveAll));
    assert!(reader.is_afraid());
    reader.does(Act::PressedBack).does(Act::PressedMistake);
    assert_eq!(reader.screen(), "welcome");
}

#[test]
fn the_safe_page_is_left_only_for_open_screens() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Act::PressedSkip).does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext);
    reader.does(Act::PressedSteps);
    let Visit::Afraid(visit) = &reader.model.visit else { panic!() };
    assert_eq!(visit.screen, AfraidScreen::Steps);
    reader.does(Act::PressedBack);
    assert_eq!(reader.screen(), "safe");
}

//! Stories: what a reader does, what is then on the screen, and what leaves as an effect.
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
use fogbridge::domain::answer::Answer;
use fogbridge::domain::notes::{MomentChoice, Notes, Place};
use fogbridge::domain::plan::Outcome;
use fogbridge::domain::question::{Path, Role};
use fogbridge::snapshot::Key;
use fogbridge::state::gate::SafetyAnswer;
use fogbridge::state::model::{AfraidScreen, Consent, Dialog, Picked, Screen, Storage, View, Visit};
use fogbridge::state::ports::StoreError;
use fogbridge::state::{Effect, Msg, Progress};

/// From `welcome` to the first question.
fn to_questions(reader: &mut Reader, keep: bool) {
    reader.does(Msg::ChoseKeep(keep)).does(Msg::PressedBegin);
    reader.does(Msg::ChoseRole(Role::Numb)).does(Msg::PressedNext);
}

/// Answers every question with the option at `place`.
fn answer_all(reader: &mut Reader, places: [usize; 3]) {
    for place in places {
        reader.does(Msg::PickedAnswer(Picked::Option(place))).does(Msg::PressedNext);
    }
}

/// Says no to every safety question.
fn pass_the_gate(reader: &mut Reader) {
    while reader.screen() == "safety" {
        reader.does(Msg::PickedSafety(SafetyAnswer::No)).does(Msg::PressedNext);
    }
}

/// The whole way to the picture.
fn to_picture(reader: &mut Reader) {
    to_questions(reader, true);
    answer_all(reader, [1, 0, 0]);
    pass_the_gate(reader);
}

/// The whole way to a kept plan.
fn to_home(reader: &mut Reader, step: &str) {
    to_picture(reader);
    reader.does(Msg::PressedSteps).does(Msg::PressedPlan(step.into()));
    reader.does(Msg::ChoseMoment(MomentChoice::Offered("tea".into()))).does(Msg::PressedKeepPlan);
}

/// Another visit with everything the first one kept.
fn come_back(reader: &Reader) -> Reader {
    Reader::with(reader.model.notes.clone(), Storage::Works)
}

#[test]
fn a_reader_walks_the_whole_path() {
    let mut reader = Reader::new();
    assert_eq!(reader.screen(), "welcome");
    reader.does(Msg::ChoseKeep(true)).does(Msg::PressedBegin);
    assert_eq!(reader.screen(), "who");
    reader.does(Msg::ChoseRole(Role::Numb)).does(Msg::PressedNext);
    assert_eq!(reader.screen(), "question");
    answer_all(&mut reader, [1, 0, 0]);
    assert_eq!(reader.screen(), "safety");
    pass_the_gate(&mut reader);
    assert_eq!(reader.screen(), "picture");
    reader.does(Msg::PressedSteps);
    assert_eq!(reader.screen(), "steps");
    reader.does(Msg::PressedPlan("song".into()));
    assert_eq!(reader.screen(), "plan");
    reader.does(Msg::ChoseMoment(MomentChoice::Offered("tea".into()))).does(Msg::PressedKeepPlan);
    assert_eq!(reader.screen(), "home");
    assert_eq!(reader.model.notes.plans.len(), 1);
}

#[test]
fn nothing_is_written_before_keep_is_chosen_or_after_keep_nothing() {
    for choice in [None, Some(false)] {
        let mut reader = Reader::new();
        if let Some(keep) = choice {
            reader.does(Msg::ChoseKeep(keep));
        }
        reader.does(Msg::PressedBegin).does(Msg::ChoseRole(Role::Numb)).does(Msg::PressedNext);
        answer_all(&mut reader, [1, 0, 0]);
        pass_the_gate(&mut reader);
        assert_eq!(reader.screen(), "picture");
        assert!(!reader.wrote());
    }
}

#[test]
fn keeping_later_writes_everything_entered_so_far() {
    let mut reader = Reader::new();
    to_questions(&mut reader, false);
    reader.does(Msg::PickedAnswer(Picked::Option(1))).does(Msg::PressedNext).does(Msg::PressedNotes);
    reader.take_effects();
    reader.does(Msg::PressedKeepNow);
    let effects = reader.take_effects();
    let [Effect::Keep { changes, write: true }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(changes.iter().any(|change| change.key == Key::Draft && change.record.is_some()));
}

#[test]
fn stopping_to_keep_removes_what_is_kept_and_leaves_the_visit_alone() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Msg::PressedNotes);
    reader.take_effects();
    reader.does(Msg::PressedStopKeeping);
    assert_eq!(reader.take_effects(), [Effect::RemoveAll]);
    reader.does(Msg::PressedBack);
    assert_eq!(reader.screen(), "picture");
    reader.does(Msg::PressedSteps);
    assert!(!reader.wrote());
}

#[test]
fn a_returning_reader_goes_on_exactly_where_they_left() {
    let mut first = Reader::new();
    to_questions(&mut first, true);
    first.does(Msg::PickedAnswer(Picked::Option(1))).does(Msg::PressedNext);
    let mut second = come_back(&first);
    assert_eq!(second.screen(), "welcome");
    assert!(second.model.is_return());
    second.does(Msg::PressedGoOn);
    let Screen::Question(asking) = second.open_screen() else { panic!() };
    assert_eq!((asking.position, asking.picked), (1, None));
    second.does(Msg::PressedBack);
    let Screen::Question(asking) = second.open_screen() else { panic!() };
    assert_eq!((asking.position, asking.picked), (0, Some(Picked::Option(1))));
}

#[test]
fn on_a_later_visit_one_safety_question_comes_before_whatever_was_left_open() {
    type Leave = fn(&mut Reader);
    let places: [(&str, Leave); 4] = [
        ("picture", |_| {}),
        ("steps", |reader| {
            reader.does(Msg::PressedSteps);
        }),
        ("plan", |reader| {
            reader.does(Msg::PressedSteps).does(Msg::PressedPlan("song".into()));
        }),
        ("home", |reader| {
            reader.does(Msg::PressedSteps).does(Msg::PressedPlan("song".into()));
            reader.does(Msg::ChoseMoment(MomentChoice::Offered("tea".into()))).does(Msg::PressedKeepPlan);
        }),
    ];
    for (place, leave) in places {
        let mut first = Reader::new();
        to_picture(&mut first);
        leave(&mut first);
        assert_eq!(first.screen(), place);
        let mut second = come_back(&first);
        second.does(Msg::PressedGoOn);
        assert_eq!(second.screen(), "safety", "before {place}");
        second.does(Msg::PickedSafety(SafetyAnswer::No)).does(Msg::PressedNext);
        assert_eq!(second.screen(), place);
    }
}

#[test]
fn the_door_to_the_steps_alone_also_leads_past_the_safety_questions() {
    let mut reader = Reader::new();
    reader.model.options.view = View::Steps;
    reader.does(Msg::PressedBegin).does(Msg::ChoseRole(Role::Supporter)).does(Msg::PressedNext);
    assert_eq!(reader.screen(), "safety");
    pass_the_gate(&mut reader);
    assert_eq!(reader.screen(), "steps");
}

#[test]
fn the_two_minute_path_also_leads_past_the_safety_questions() {
    let mut reader = Reader::new();
    reader.does(Msg::PressedCover(Path::Short));
    to_questions(&mut reader, false);
    answer_all(&mut reader, [1, 0, 0]);
    assert_eq!(reader.screen(), "safety");
}

#[test]
fn someone_else_begins_with_nothing_and_touches_nothing() {
    let mut first = Reader::new();
    to_home(&mut first, "song");
    let mut second = come_back(&first);
    second.does(Msg::PressedSomeoneElse);
    assert_eq!(second.screen(), "who");
    assert_eq!(second.model.notes, Notes::default());
    second.does(Msg::ChoseRole(Role::Numb)).does(Msg::PressedNext);
    answer_all(&mut second, [1, 0, 0]);
    pass_the_gate(&mut second);
    second
        .does(Msg::PressedNotes)
        .does(Msg::PressedKeepNow)
        .does(Msg::PressedDelete)
        .does(Msg::ConfirmedDelete);
    let effects = second.take_effects();
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::Keep { write: true, .. } | Effect::RemoveAll))
    );
}

#[test]
fn a_sign_in_a_question_leads_to_safe_and_is_never_written() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Msg::PickedAnswer(Picked::Option(0))).does(Msg::PressedNext);
    reader.take_effects();
    reader.does(Msg::PickedAnswer(Picked::Option(1)));
    assert!(!reader.wrote(), "a row that is only looked at is not an answer yet");
    reader.does(Msg::PressedNext);
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
    reader.does(Msg::PressedGoOn).does(Msg::PickedSafety(SafetyAnswer::Yes));
    reader.take_effects();
    reader.does(Msg::PressedNext);
    assert_eq!(reader.screen(), "safe");
    reader.does(Msg::PressedSteps).does(Msg::PressedPlan("tea".into()));
    reader.does(Msg::ChoseMoment(MomentChoice::Offered("tea".into()))).does(Msg::PressedKeepPlan);
    assert_eq!(reader.screen(), "home");
    reader.does(Msg::SaidOpenOutcome(0, Outcome::Done));
    reader.does(Msg::PressedHelp).does(Msg::ChoseRegion(Some("GB".into()))).does(Msg::PressedBack);
    assert!(!reader.wrote());
}

#[test]
fn after_a_sign_a_couple_step_cannot_be_planned_even_by_its_id() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    let mut reader = come_back(&reader);
    reader.does(Msg::PressedGoOn).does(Msg::PickedSafety(SafetyAnswer::Yes)).does(Msg::PressedNext);
    for closed in ["song", "thanks", "list"] {
        reader.does(Msg::PressedSteps).does(Msg::PressedPlan(closed.into()));
        assert_eq!(reader.screen(), "steps", "{closed} is closed");
    }
    for other in [Msg::PressedPicture, Msg::PressedReflect, Msg::PressedAnswers, Msg::PressedGoOn] {
        reader.does(other);
        assert!(reader.is_afraid());
        assert_ne!(reader.screen(), "picture");
    }
}

#[test]
fn couple_plans_are_hidden_and_not_deleted_after_a_sign() {
    let mut first = Reader::new();
    to_home(&mut first, "song");
    first.does(Msg::PressedSteps).does(Msg::PressedPlan("tea".into()));
    first.does(Msg::ChoseMoment(MomentChoice::Offered("tea".into()))).does(Msg::PressedKeepPlan);
    let mut reader = come_back(&first);
    reader.does(Msg::PressedGoOn).does(Msg::PickedSafety(SafetyAnswer::Yes)).does(Msg::PressedNext);
    let Visit::Afraid(visit) = &reader.model.visit else { panic!() };
    let steps: Vec<_> = visit.plans.iter().map(|plan| plan.plan.step.to_string()).collect();
    assert_eq!(steps, ["tea"]);
    assert_eq!(reader.model.notes.plans.len(), 2);
}

#[test]
fn a_press_by_mistake_is_undone_and_leads_back_to_the_question() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Msg::PickedAnswer(Picked::Option(0))).does(Msg::PressedNext);
    reader.does(Msg::PickedAnswer(Picked::Option(1))).does(Msg::PressedNext);
    assert_eq!(reader.screen(), "safe");
    reader.does(Msg::PressedMistake);
    let Screen::Question(asking) = reader.open_screen() else { panic!() };
    assert_eq!((asking.position, asking.picked), (1, None));
}

#[test]
fn only_the_neutral_setting_may_be_kept_after_a_sign_and_it_holds_on_later_visits() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    let mut reader = come_back(&reader);
    reader.does(Msg::PressedGoOn).does(Msg::PickedSafety(SafetyAnswer::Yes)).does(Msg::PressedNext);
    reader.take_effects();
    reader.does(Msg::PressedOnlyMine);
    let effects = reader.take_effects();
    let [Effect::Keep { changes, write: true }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(changes.iter().map(|change| change.key.clone()).collect::<Vec<_>>(), [Key::Settings]);
    assert!(come_back(&reader).model.notes.settings.only_mine);
}

#[test]
fn safety_is_never_a_place_to_come_back_to() {
    let mut first = Reader::new();
    to_questions(&mut first, true);
    answer_all(&mut first, [1, 0, 0]);
    assert_eq!(first.screen(), "safety");
    let mut second = come_back(&first);
    second.does(Msg::PressedGoOn);
    assert_eq!(second.screen(), "question");
}

#[test]
fn the_page_is_told_three_words_and_the_same_ones_with_and_without_a_sign() {
    let told = |answer| {
        let mut reader = Reader::new();
        to_questions(&mut reader, true);
        answer_all(&mut reader, [1, 0, 0]);
        for _ in 0..3 {
            reader.does(Msg::PickedSafety(answer)).does(Msg::PressedNext);
        }
        let words = reader.take_effects();
        words.into_iter().filter(|effect| matches!(effect, Effect::Tell(_))).collect::<Vec<_>>()
    };
    let words = [Progress::Begun, Progress::Reflecting, Progress::Finished].map(Effect::Tell);
    assert_eq!(told(SafetyAnswer::No), words);
    assert_eq!(told(SafetyAnswer::Pass), words);
    assert_eq!(told(SafetyAnswer::Yes), words);
}

#[test]
fn skipping_is_kept_as_unknown_and_next_without_an_answer_asks_kindly() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Msg::PressedNext);
    let Screen::Question(asking) = reader.open_screen() else { panic!() };
    assert!(asking.is_unanswered);
    reader.does(Msg::PressedSkip);
    let draft = reader.model.notes.draft.clone().map(|draft| draft.answers).unwrap_or_default();
    assert_eq!(draft.get("joy"), Some(&Answer::Skipped));
}

#[test]
fn everything_skipped_still_leads_to_a_picture_and_to_steps() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    while reader.screen() != "picture" {
        reader.does(Msg::PressedSkip);
    }
    reader.does(Msg::PressedSteps);
    assert_eq!(reader.screen(), "steps");
}

#[test]
fn help_and_notes_lead_back_to_where_the_reader_was() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Msg::PressedHelp).does(Msg::PressedHelp).does(Msg::PressedNotes).does(Msg::PressedNotes);
    assert_eq!(reader.screen(), "notes");
    reader.does(Msg::PressedBack).does(Msg::PressedBack);
    assert_eq!(reader.screen(), "picture");
}

#[test]
fn answers_of_today_are_taken_up_again_and_older_reflections_stay() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Msg::PressedAnswers);
    answer_all(&mut reader, [0, 0, 1]);
    assert_eq!(reader.screen(), "picture");
    assert_eq!(reader.model.notes.reflections.len(), 1);
    reader.today = reader.today.plus(1);
    reader.does(Msg::PressedAnswers);
    answer_all(&mut reader, [1, 0, 1]);
    assert_eq!(reader.model.notes.reflections.len(), 2);
}

#[test]
fn three_open_plans_are_enough() {
    let mut reader = Reader::new();
    to_home(&mut reader, "song");
    for step in ["tea", "list", "thanks"] {
        reader.does(Msg::PressedSteps).does(Msg::PressedPlan(step.into()));
        reader.does(Msg::ChoseMoment(MomentChoice::Offered("tea".into()))).does(Msg::PressedKeepPlan);
    }
    assert_eq!(reader.model.notes.open_plans().count(), 3);
    assert_eq!(reader.screen(), "plan");
}

#[test]
fn a_plan_without_a_moment_is_asked_for_one_and_empty_words_are_none() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Msg::PressedSteps).does(Msg::PressedPlan("tea".into())).does(Msg::PressedKeepPlan);
    assert!(matches!(reader.open_screen(), Screen::Plan(_, _, true)));
    reader.does(Msg::TypedMoment("  ".into())).does(Msg::PressedKeepPlan);
    assert!(matches!(reader.open_screen(), Screen::Plan(_, _, true)));
    reader.does(Msg::TypedMoment("after the bus".into())).does(Msg::PressedKeepPlan);
    assert_eq!(reader.screen(), "home");
}

#[test]
fn typing_writes_when_the_field_is_left_and_not_at_every_key() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Msg::PressedSteps).does(Msg::PressedPlan("tea".into()));
    reader.take_effects();
    reader.does(Msg::TypedMoment("after".into())).does(Msg::TypedMoment("after the bus".into()));
    assert!(!reader.wrote());
    reader.does(Msg::LeftMoment);
    assert!(reader.wrote());
    let Place::Plan(draft) = &reader.model.notes.place else { panic!() };
    assert_eq!(draft.own, "after the bus");
}

#[test]
fn done_and_tried_close_a_plan_and_not_today_leaves_it_open() {
    for (outcome, n_open) in [(Outcome::Done, 0), (Outcome::Tried, 0), (Outcome::NotToday, 1)] {
        let mut reader = Reader::new();
        to_home(&mut reader, "song");
        let id = reader.model.notes.plans.keys().next().cloned().unwrap_or_default();
        reader.does(Msg::SaidOutcome(id, outcome));
        assert_eq!(reader.model.notes.open_plans().count(), n_open);
    }
}

#[test]
fn deleting_takes_two_presses_and_leaves_nothing() {
    let mut reader = Reader::new();
    to_home(&mut reader, "song");
    reader.does(Msg::PressedNotes).does(Msg::PressedDelete);
    reader.take_effects();
    reader.does(Msg::CancelledDelete);
    assert!(!reader.take_effects().contains(&Effect::RemoveAll));
    reader.does(Msg::PressedDelete).does(Msg::ConfirmedDelete);
    assert!(reader.take_effects().contains(&Effect::RemoveAll));
    assert_eq!(reader.model.notes, Notes::default());
    assert_eq!(reader.model.consent, Consent::NotAsked);
    reader.does(Msg::RemovedAll(Err(StoreError::Denied)));
    assert!(matches!(reader.open_screen(), Screen::Notes(_, Dialog::DeleteFailed)));
    reader.does(Msg::PressedBack);
    assert_eq!(reader.screen(), "welcome");
}

#[test]
fn everything_can_be_deleted_in_the_safety_state() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Msg::PressedSkip).does(Msg::PickedAnswer(Picked::Option(1))).does(Msg::PressedNext);
    reader.does(Msg::PressedNotes).does(Msg::PressedDelete).does(Msg::ConfirmedDelete);
    assert!(reader.take_effects().contains(&Effect::RemoveAll));
    assert!(reader.is_afraid());
    reader.does(Msg::PressedBack).does(Msg::PressedMistake);
    assert_eq!(reader.screen(), "welcome");
}

#[test]
fn with_blocked_storage_the_whole_path_works_and_nothing_is_written() {
    let mut reader = Reader::with(Notes::default(), Storage::Memory);
    to_home(&mut reader, "tea");
    assert_eq!(reader.screen(), "home");
    assert!(!reader.wrote());
    reader.does(Msg::PressedNotes).does(Msg::PressedDownload);
    assert!(reader.take_effects().contains(&Effect::Download));
}

#[test]
fn a_newer_version_is_left_as_it_is() {
    let mut reader = Reader::with(Notes::default(), Storage::Newer);
    to_home(&mut reader, "tea");
    assert!(!reader.wrote());
}

#[test]
fn the_focus_moves_once_a_screen_and_not_while_choosing() {
    let mut reader = Reader::new();
    let focuses =
        |reader: &mut Reader| reader.take_effects().iter().filter(|e| **e == Effect::FocusHeading).count();
    reader.does(Msg::ChoseKeep(true));
    assert_eq!(focuses(&mut reader), 0);
    reader.does(Msg::PressedBegin);
    assert_eq!(focuses(&mut reader), 1);
    reader.does(Msg::ChoseRole(Role::Numb)).does(Msg::PressedNext);
    assert_eq!(focuses(&mut reader), 1);
    reader.does(Msg::PickedAnswer(Picked::Option(0)));
    assert_eq!(focuses(&mut reader), 0);
    reader.does(Msg::PressedNext);
    assert_eq!(focuses(&mut reader), 1);
}

#[test]
fn the_safe_page_is_left_only_for_open_screens() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Msg::PressedSkip).does(Msg::PickedAnswer(Picked::Option(1))).does(Msg::PressedNext);
    reader.does(Msg::PressedSteps);
    let Visit::Afraid(visit) = &reader.model.visit else { panic!() };
    assert_eq!(visit.screen, AfraidScreen::Steps);
    reader.does(Msg::PressedBack);
    assert_eq!(reader.screen(), "safe");
}

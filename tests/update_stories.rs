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

use common::{Reader, answer_all, come_back, pass_the_gate, place, to_home, to_picture, to_questions};
use fogbridge::domain::answer::Answer;
use fogbridge::domain::notes::{Notes, Place};
use fogbridge::domain::plan::Outcome;
use fogbridge::domain::question::Role;
use fogbridge::snapshot::Key;
use fogbridge::state::model::{Consent, Dialog, Picked, Screen, Storage};
use fogbridge::state::msg::Field;
use fogbridge::state::ports::StoreError;
use fogbridge::state::{Act, Effect, Msg};

#[test]
fn a_reader_walks_the_whole_path() {
    let mut reader = Reader::new();
    assert_eq!(reader.screen(), "welcome");
    reader.does(Act::ChoseKeep(true)).does(Act::PressedBegin);
    assert_eq!(reader.screen(), "who");
    reader.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext);
    assert_eq!(reader.screen(), "question");
    answer_all(&mut reader, [1, 0, 0]);
    assert_eq!(reader.screen(), "safety");
    pass_the_gate(&mut reader);
    assert_eq!(reader.screen(), "picture");
    reader.does(Act::PressedSteps);
    assert_eq!(reader.screen(), "steps");
    reader.does(Act::PressedPlan(place("song")));
    assert_eq!(reader.screen(), "plan");
    reader.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan);
    assert_eq!(reader.screen(), "home");
    assert_eq!(reader.model.notes.plans.len(), 1);
}

#[test]
fn nothing_is_written_before_keep_is_chosen_or_after_keep_nothing() {
    for choice in [None, Some(false)] {
        let mut reader = Reader::new();
        if let Some(keep) = choice {
            reader.does(Act::ChoseKeep(keep));
        }
        reader.does(Act::PressedBegin).does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext);
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
    reader.does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext).does(Act::PressedNotes);
    reader.take_effects();
    reader.does(Act::PressedKeepNow);
    let effects = reader.take_effects();
    // Ours waits before anybody looks at what other tabs wrote: what waits is compared and not replaced.
    let [Effect::Keep { changes, write: true }, Effect::Look, Effect::FocusInPlace] = effects.as_slice()
    else {
        panic!("{effects:?}")
    };
    assert!(changes.iter().any(|change| change.key == Key::Draft && change.payload.is_some()));
}

#[test]
fn stopping_to_keep_removes_what_is_kept_and_leaves_the_visit_alone() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Act::PressedNotes);
    reader.take_effects();
    reader.does(Act::PressedStopKeeping);
    let effects = reader.take_effects();
    assert_eq!(effects[..3], [Effect::DropCopies, Effect::RemoveAll, Effect::FocusInPlace]);
    assert!(!effects.contains(&Effect::DropFiles), "the page goes on, and so do its files");
    // What is in memory stays in the copy that a crash would leave, and is not written.
    assert!(
        matches!(&effects[3..], [Effect::Keep { changes, write: false }] if changes.len() == reader.model.notes.keys().len())
    );
    reader.does(Act::PressedBack);
    assert_eq!(reader.screen(), "picture");
    reader.does(Act::PressedSteps);
    assert!(!reader.wrote());
}

#[test]
fn a_returning_reader_goes_on_exactly_where_they_left() {
    let mut first = Reader::new();
    to_questions(&mut first, true);
    first.does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext);
    let mut second = come_back(&first);
    assert_eq!(second.screen(), "welcome");
    assert!(second.model.is_return());
    second.does(Act::PressedGoOn);
    let Screen::Question(asking) = second.open_screen() else { panic!() };
    assert_eq!((asking.position, asking.picked), (1, None));
    second.does(Act::PressedBack);
    let Screen::Question(asking) = second.open_screen() else { panic!() };
    assert_eq!((asking.position, asking.picked), (0, Some(Picked::Option(1))));
}

#[test]
fn someone_else_begins_with_nothing_and_touches_nothing() {
    let mut first = Reader::new();
    to_home(&mut first, "song");
    let mut second = come_back(&first);
    second.does(Act::PressedSomeoneElse);
    assert_eq!(second.screen(), "who");
    assert_eq!(second.model.notes, Notes::default());
    assert!(
        second.take_effects().contains(&Effect::DropCopies),
        "a crash would not offer the first reader's notes"
    );
    second.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext);
    answer_all(&mut second, [1, 0, 0]);
    pass_the_gate(&mut second);
    second
        .does(Act::PressedNotes)
        .does(Act::PressedKeepNow)
        .does(Act::PressedDelete)
        .does(Act::ConfirmedDelete);
    let effects = second.take_effects();
    assert!(!effects.iter().any(|effect| matches!(
        effect,
        Effect::Keep { write: true, .. } | Effect::RemoveAll | Effect::DropFiles
    )));
}

#[test]
fn skipping_is_kept_as_unknown_and_next_without_an_answer_asks_kindly() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    reader.does(Act::PressedNext);
    let Screen::Question(asking) = reader.open_screen() else { panic!() };
    assert!(asking.is_unanswered);
    reader.does(Act::PressedSkip);
    let draft = reader.model.notes.draft.clone().map(|draft| draft.answers).unwrap_or_default();
    assert_eq!(draft.get("joy"), Some(&Answer::Skipped));
}

#[test]
fn everything_skipped_still_leads_to_a_picture_and_to_steps() {
    let mut reader = Reader::new();
    to_questions(&mut reader, true);
    while reader.screen() != "picture" {
        reader.does(Act::PressedSkip);
    }
    reader.does(Act::PressedSteps);
    assert_eq!(reader.screen(), "steps");
}

#[test]
fn help_and_notes_lead_back_to_where_the_reader_was() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Act::PressedHelp).does(Act::PressedHelp).does(Act::PressedNotes).does(Act::PressedNotes);
    assert_eq!(reader.screen(), "notes");
    reader.does(Act::PressedBack).does(Act::PressedBack);
    assert_eq!(reader.screen(), "picture");
}

#[test]
fn answers_of_today_are_taken_up_again_and_older_reflections_stay() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Act::PressedAnswers);
    answer_all(&mut reader, [0, 0, 1]);
    assert_eq!(reader.screen(), "picture");
    assert_eq!(reader.model.notes.reflections.len(), 1);
    reader.today = reader.today.plus(1);
    reader.does(Act::PressedAnswers);
    answer_all(&mut reader, [1, 0, 1]);
    assert_eq!(reader.model.notes.reflections.len(), 2);
}

#[test]
fn three_open_plans_are_enough() {
    let mut reader = Reader::new();
    to_home(&mut reader, "song");
    for step in ["tea", "list", "thanks"] {
        reader.does(Act::PressedSteps).does(Act::PressedPlan(place(step)));
        reader.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan);
    }
    assert_eq!(reader.model.notes.open_plans().count(), 3);
    assert_eq!(reader.screen(), "plan");
}

#[test]
fn a_plan_without_a_moment_is_asked_for_one_and_empty_words_are_none() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Act::PressedSteps).does(Act::PressedPlan(place("tea"))).does(Act::PressedKeepPlan);
    assert!(matches!(reader.open_screen(), Screen::Plan(_, _, true)));
    reader.does(Msg::Typed(Field::Moment, "  ".into())).does(Act::PressedKeepPlan);
    assert!(matches!(reader.open_screen(), Screen::Plan(_, _, true)));
    reader.does(Msg::Typed(Field::Moment, "after the bus".into())).does(Act::PressedKeepPlan);
    assert_eq!(reader.screen(), "home");
}

#[test]
fn what_is_typed_is_written_when_the_reader_pauses_and_at_once_when_the_field_is_left() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Act::PressedSteps).does(Act::PressedPlan(place("tea")));
    for words in ["after", "after the bus"] {
        reader.take_effects();
        reader.does(Msg::Typed(Field::Moment, words.into()));
        let effects = reader.take_effects();
        let [Effect::KeepSoon { change, write: true }] = effects.as_slice() else { panic!("{effects:?}") };
        assert_eq!(change.key, Key::Place);
        assert!(change.payload.as_ref().is_some_and(|payload| payload.contains(&format!("{words:?}"))));
    }
    reader.does(Act::LeftField);
    let effects = reader.take_effects();
    let [Effect::Keep { changes, write: true }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(changes.iter().any(|change| change.key == Key::Place));
    let Place::Plan(draft) = &reader.model.notes.place else { panic!() };
    assert_eq!(draft.own, "after the bus");
}

#[test]
fn done_and_tried_close_a_plan_and_not_today_leaves_it_open() {
    for (outcome, n_open) in [(Outcome::Done, 0), (Outcome::Tried, 0), (Outcome::NotToday, 1)] {
        let mut reader = Reader::new();
        to_home(&mut reader, "song");
        let id = reader.model.notes.plans.keys().next().copied().expect("a plan");
        reader.does(Act::SaidOutcome(id, outcome));
        assert_eq!(reader.model.notes.open_plans().count(), n_open);
    }
}

#[test]
fn deleting_takes_two_presses_and_leaves_nothing() {
    let mut reader = Reader::new();
    to_home(&mut reader, "song");
    reader.does(Act::PressedNotes).does(Act::PressedDelete);
    reader.take_effects();
    reader.does(Act::Cancelled);
    assert!(!reader.take_effects().contains(&Effect::RemoveAll));
    reader.does(Act::PressedDelete).does(Act::ConfirmedDelete);
    let effects = reader.take_effects();
    assert!(effects.contains(&Effect::RemoveAll) && effects.contains(&Effect::DropCopies));
    assert!(effects.contains(&Effect::DropFiles), "the files of the page would tell that somebody was here");
    assert_eq!(reader.model.notes, Notes::default());
    assert_eq!(reader.model.consent, Consent::NotAsked);
    reader.does(Msg::RemovedAll(Err(StoreError::Denied)));
    assert!(matches!(reader.open_screen(), Screen::Notes(_, Dialog::DeleteFailed)));
    reader.does(Act::PressedBack);
    assert_eq!(reader.screen(), "welcome");
}

#[test]
fn with_blocked_storage_the_whole_path_works_and_nothing_is_written() {
    let mut reader = Reader::with(Notes::default(), Storage::Memory);
    to_home(&mut reader, "tea");
    assert_eq!(reader.screen(), "home");
    assert!(!reader.wrote());
    reader.does(Act::PressedNotes).does(Act::PressedDownload);
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
    reader.does(Act::ChoseKeep(true));
    assert_eq!(focuses(&mut reader), 0);
    reader.does(Act::PressedBegin);
    assert_eq!(focuses(&mut reader), 1);
    reader.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext);
    assert_eq!(focuses(&mut reader), 1);
    reader.does(Act::PickedAnswer(Picked::Option(0)));
    assert_eq!(focuses(&mut reader), 0);
    reader.does(Act::PressedNext);
    assert_eq!(focuses(&mut reader), 1);
}

#[test]
fn a_press_that_takes_its_own_button_away_keeps_the_focus_in_the_widget() {
    let mut reader = Reader::new();
    to_home(&mut reader, "song");
    let id = reader.model.notes.plans.keys().next().copied().expect("a plan");
    reader.take_effects();
    reader.does(Act::SaidOutcome(id, Outcome::Done));
    assert!(reader.take_effects().contains(&Effect::FocusInPlace));
    reader.does(Act::PressedNotes).does(Act::PressedStopKeeping);
    assert!(reader.take_effects().contains(&Effect::FocusInPlace));
}

#[test]
fn back_on_welcome_the_choice_stands_as_it_was_made_and_can_be_made_anew() {
    let mut reader = Reader::new();
    reader.does(Act::ChoseKeep(true)).does(Act::PressedBegin).does(Act::PressedBack);
    assert_eq!(*reader.open_screen(), Screen::Welcome(Some(true)));
    assert!(!reader.model.is_return(), "nobody who came just now is greeted as someone who came back");
    reader.take_effects();
    reader.does(Act::ChoseKeep(false)).does(Act::PressedBegin);
    assert_eq!(reader.screen(), "who");
    assert!(reader.take_effects().contains(&Effect::RemoveAll), "what was kept meanwhile is removed");
    reader.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext);
    assert!(!reader.wrote());
}

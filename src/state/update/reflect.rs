//! Doors, questions and the gate: from `who` to the picture.

use super::super::effect::Progress;
use super::super::gate::{SafetyAnswer, SafetyOutcome};
use super::super::model::{Asking, Destination, Picked, SafetyAsking, Screen, View};
use super::super::msg::Act;
use super::super::words::Page;
use super::visit::{Turn, arrive, with_gate};
use super::{follow, new_id};
use crate::domain::answer::Answer;
use crate::domain::notes::{Draft, Place, Reflection};
use crate::domain::question::{AnswerOption, Question, Role, Thread};
use crate::snapshot::Key;

/// *Next*, on whichever screen has one.
pub(super) fn next(turn: &mut Turn<'_>) {
    match &mut turn.visit.screen {
        Screen::Who(Some(role), _) => {
            let role = *role;
            through_door(turn, role);
        }
        Screen::Who(None, too_early) => *too_early = true,
        Screen::Question(asking) => match asking.picked {
            Some(picked) => {
                let position = asking.position;
                confirm(turn, position, picked);
            }
            None => asking.is_unanswered = true,
        },
        Screen::Safety(asking, _) => match asking.picked {
            Some(answer) => confirm_safety(turn, answer),
            None => asking.is_unanswered = true,
        },
        Screen::CheckIn(_) => follow::check_in(turn, Act::PressedNext),
        Screen::Welcome(_)
        | Screen::Picture(_)
        | Screen::Steps(_)
        | Screen::Plan(..)
        | Screen::Home(..)
        | Screen::Page(..)
        | Screen::Help(_)
        | Screen::Notes(..) => {}
    }
}

/// *Skip this one*: unknown, never "no".
pub(super) fn skip(turn: &mut Turn<'_>) {
    if let Screen::Question(asking) = &turn.visit.screen {
        record(turn, asking.position, Answer::Skipped);
    } else if let Screen::Safety(..) = &turn.visit.screen {
        confirm_safety(turn, SafetyAnswer::Pass);
    }
}

fn through_door(turn: &mut Turn<'_>, role: Role) {
    let notes = &mut turn.model.notes;
    notes.settings.role = Some(role);
    turn.model.touch(Key::Settings);
    turn.tell(Progress::Reflecting);
    match turn.model.options.view {
        View::Steps => return with_gate(turn, Destination::Steps),
        View::Words => return with_gate(turn, Destination::Page(Page::Words)),
        View::All | View::Reflection | View::CheckIn => {}
    }
    let path = turn.model.path;
    let draft = &mut turn.model.notes.draft;
    if !draft.as_ref().is_some_and(|draft| draft.role == role && draft.path == path) {
        let answers = draft.take().map(|draft| draft.answers).unwrap_or_default();
        *draft = Some(Draft { role, path, at: None, answers });
    }
    turn.remember(Place::Questions);
    ask(turn, 0);
}

/// The question at `position` of this reflection.
fn question_at<'a>(turn: &Turn<'a>, position: usize) -> Option<&'a Question> {
    let asked = turn.model.asked(&turn.cx.pack.questions);
    turn.cx.pack.questions.get(*asked.get(position)?)
}

/// Shows the question at `position`, with the answer given before.
pub(super) fn ask(turn: &mut Turn<'_>, position: usize) {
    let Some(question) = question_at(turn, position) else { return };
    let mut asking = Asking::at(position);
    if let Some(draft) = &mut turn.model.notes.draft {
        draft.at = Some(question.id.clone());
        asking.picked = match draft.answers.get(&question.id) {
            Some(Answer::Chosen(id)) => {
                question.options.iter().position(|option| option.id == *id).map(Picked::Option)
            }
            Some(Answer::NotSure) => Some(Picked::NotSure),
            Some(Answer::Skipped) | None => None,
        };
    }
    turn.model.touch(Key::Draft);
    turn.show(Screen::Question(asking));
}

/// Shows the first question that `is_it`, or the first of all.
fn ask_first(turn: &mut Turn<'_>, is_it: &dyn Fn(&Question) -> bool) {
    let n_asked = turn.model.asked(&turn.cx.pack.questions).len();
    let position = (0..n_asked).find(|position| question_at(turn, *position).is_some_and(is_it));
    ask(turn, position.unwrap_or_default());
}

/// *Go on* in the middle of the questions.
pub(super) fn resume(turn: &mut Turn<'_>) {
    let at = turn.model.notes.draft.as_ref().and_then(|draft| draft.at.clone());
    ask_first(turn, &|question| Some(&question.id) == at.as_ref());
    turn.tell(Progress::Reflecting);
}

/// Takes a row as the answer. A safety sign never reaches the notes: the visit changes its kind instead.
fn confirm(turn: &mut Turn<'_>, position: usize, picked: Picked) {
    let option = match picked {
        Picked::NotSure => None,
        Picked::Option(place) => question_at(turn, position).and_then(|question| question.options.get(place)),
    };
    if option.is_some_and(AnswerOption::is_safety_sign) {
        turn.show(Screen::Question(Asking::at(position)));
        turn.tell(Progress::Finished); // Nothing is heard later than from a reader without a sign.
        turn.is_sign = true;
        return;
    }
    record(turn, position, option.map_or(Answer::NotSure, |option| Answer::Chosen(option.id.clone())));
}

/// Writes the answer into the draft and goes on.
fn record(turn: &mut Turn<'_>, position: usize, answer: Answer) {
    if let (Some(question), Some(draft)) = (question_at(turn, position), &mut turn.model.notes.draft) {
        draft.answers.set(question.id.clone(), answer);
        turn.model.touch(Key::Draft);
    }
    if question_at(turn, position + 1).is_some() {
        ask(turn, position + 1);
    } else {
        with_gate(turn, Destination::NewPicture);
    }
}

fn confirm_safety(turn: &mut Turn<'_>, answer: SafetyAnswer) {
    let Screen::Safety(asking, destination) = &mut turn.visit.screen else { return };
    let round = asking.round;
    *asking = SafetyAsking::at(round); // The answer is not kept, not even under what comes next.
    match round.answer(answer) {
        SafetyOutcome::More(round) => *asking = SafetyAsking::at(round),
        SafetyOutcome::Cleared(cleared) => {
            let destination = destination.clone();
            arrive(turn, cleared, destination);
        }
        SafetyOutcome::Sign => turn.is_sign = true,
    }
}

/// Turns the draft, if there is one, into the latest reflection.
pub(super) fn finish(turn: &mut Turn<'_>) {
    let Some(Draft { role, path, mut answers, at: _ }) = turn.model.notes.draft.take() else { return };
    // Answers of another door stay out of a reflection they do not belong to.
    let questions = &turn.cx.pack.questions;
    answers
        .retain(|id, _| questions.iter().any(|question| question.id == *id && question.roles.contains(role)));
    let id = new_id(turn.cx, &turn.model.notes.reflections);
    let reflection = Reflection { role, path, made_on: turn.cx.today, answers };
    turn.model.notes.reflections.insert(id, reflection);
    turn.model.touch(Key::Draft);
    turn.model.touch(Key::Reflection(id));
}

/// *Look at my answers again*. A reflection that was begun goes on. One of today is taken up again; an older one stays as it is, and
/// its answers are where a new one begins.
pub(super) fn look_at_answers(turn: &mut Turn<'_>) {
    let notes = &mut turn.model.notes;
    if notes.draft.is_some() {
        return resume(turn); // What was begun since then is not given up for it.
    }
    let Some((id, latest)) = notes.reflections.last().map(|(id, latest)| (*id, latest.clone())) else {
        return;
    };
    notes.draft = Some(Draft { role: latest.role, path: latest.path, at: None, answers: latest.answers });
    if latest.made_on == turn.cx.today {
        notes.reflections.remove(&id);
        turn.model.touch(Key::Reflection(id));
    }
    turn.remember(Place::Questions);
    ask(turn, 0);
}

/// *Look at my answers again*, from the first question on that tells of the two of them; the doors, if there are no answers.
pub(super) fn look_at_strain(turn: &mut Turn<'_>) {
    if turn.model.notes.latest().is_none() {
        return turn.show_doors();
    }
    let has_begun = turn.model.notes.draft.is_some();
    look_at_answers(turn);
    if !has_begun {
        ask_first(turn, &|question| question.tells_of(Thread::Strain));
    }
}

//! Doors, questions and the gate: from `who` to the picture.

use super::super::effect::{Effect, Progress};
use super::super::gate::{SafetyAnswer, SafetyOutcome};
use super::super::model::{
    Asking, Cx, Destination, Model, OpenVisit, Picked, SafetyAsking, Screen, View, Visit,
};
use super::visit::{Outcome, arrive, stay, tell, with_gate};
use super::{into_afraid, new_id};
use crate::domain::answer::Answer;
use crate::domain::notes::{Draft, Place, Reflection};
use crate::domain::question::{AnswerOption, Role};
use crate::snapshot::Key;

/// *Next*, on whichever screen has one.
pub(super) fn next(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit) -> Outcome {
    match visit.screen.clone() {
        Screen::Who(Some(role), _) => through_door(cx, model, visit, role),
        Screen::Who(None, _) => {
            visit.screen = Screen::Who(None, true);
            stay(visit)
        }
        Screen::Question(asking) => match asking.picked {
            Some(picked) => confirm(cx, model, visit, asking.position, picked),
            None => {
                visit.screen = Screen::Question(Asking { is_unanswered: true, ..asking });
                stay(visit)
            }
        },
        Screen::Safety(asking, destination) => match asking.picked {
            Some(answer) => confirm_safety(cx, model, visit, asking, destination, answer),
            None => {
                visit.screen = Screen::Safety(SafetyAsking { is_unanswered: true, ..asking }, destination);
                stay(visit)
            }
        },
        Screen::Welcome(_)
        | Screen::Picture(_)
        | Screen::Steps(_)
        | Screen::Plan(..)
        | Screen::Home(..)
        | Screen::Help(_)
        | Screen::Notes(..) => stay(visit),
    }
}

/// *Skip this one*: unknown, never "no".
pub(super) fn skip(cx: Cx<'_>, model: &mut Model, visit: OpenVisit) -> Outcome {
    match visit.screen.clone() {
        Screen::Question(asking) => record(cx, model, visit, asking.position, Answer::Skipped),
        Screen::Safety(asking, destination) => {
            confirm_safety(cx, model, visit, asking, destination, SafetyAnswer::Pass)
        }
        _ => stay(visit),
    }
}

fn through_door(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit, role: Role) -> Outcome {
    model.notes.settings.role = Some(role);
    model.touch(Key::Settings);
    let mut effects = tell(&mut visit, Progress::Reflecting);
    if model.options.view == View::Steps {
        let (visit, more) = with_gate(cx, model, visit, Destination::Steps);
        effects.extend(more);
        return (visit, effects);
    }
    let goes_on =
        model.notes.draft.as_ref().is_some_and(|draft| draft.role == role && draft.path == model.path);
    if !goes_on {
        let answers = model.notes.draft.take().map(|draft| draft.answers).unwrap_or_default();
        model.notes.draft = Some(Draft { role, path: model.path, at: None, answers });
    }
    model.notes.place = Place::Questions;
    model.touch(Key::Place);
    ask(cx, model, &mut visit, 0);
    (Visit::Open(visit), effects)
}

/// Shows the question at `position`, with the answer given before.
pub(super) fn ask(cx: Cx<'_>, model: &mut Model, visit: &mut OpenVisit, position: usize) {
    let asked = model.asked(&cx.pack.questions);
    let question = asked.get(position).and_then(|&idx| cx.pack.questions.get(idx));
    let Some(question) = question else { return };
    let mut asking = Asking::at(position);
    if let Some(draft) = &mut model.notes.draft {
        draft.at = Some(question.id.clone());
        asking.picked = match draft.answers.get(&question.id) {
            Some(Answer::Chosen(id)) => {
                question.options.iter().position(|option| option.id == *id).map(Picked::Option)
            }
            Some(Answer::NotSure) => Some(Picked::NotSure),
            Some(Answer::Skipped) | None => None,
        };
    }
    model.touch(Key::Draft);
    visit.screen = Screen::Question(asking);
}

/// *Go on* in the middle of the questions.
pub(super) fn resume(cx: Cx<'_>, model: &mut Model, visit: &mut OpenVisit) -> Vec<Effect> {
    let asked = model.asked(&cx.pack.questions);
    let at = model.notes.draft.as_ref().and_then(|draft| draft.at.clone());
    let position = asked
        .iter()
        .position(|&idx| cx.pack.questions.get(idx).map(|question| &question.id) == at.as_ref())
        .unwrap_or_default();
    ask(cx, model, visit, position);
    tell(visit, Progress::Reflecting)
}

/// Takes a row as the answer. A safety sign never reaches the notes: the visit changes its kind instead.
fn confirm(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit, position: usize, picked: Picked) -> Outcome {
    let asked = model.asked(&cx.pack.questions);
    let question = asked.get(position).and_then(|&idx| cx.pack.questions.get(idx));
    let option = match picked {
        Picked::NotSure => None,
        Picked::Option(place) => question.and_then(|question| question.options.get(place)),
    };
    if option.is_some_and(AnswerOption::is_safety_sign) {
        visit.screen = Screen::Question(Asking::at(position));
        return (into_afraid(cx, model, visit), Vec::new());
    }
    let answer = option.map_or(Answer::NotSure, |option| Answer::Chosen(option.id.clone()));
    record(cx, model, visit, position, answer)
}

/// Writes the answer into the draft and goes on.
fn record(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit, position: usize, answer: Answer) -> Outcome {
    let asked = model.asked(&cx.pack.questions);
    let question = asked.get(position).and_then(|&idx| cx.pack.questions.get(idx));
    if let (Some(question), Some(draft)) = (question, &mut model.notes.draft) {
        draft.answers.set(question.id.clone(), answer);
        model.touch(Key::Draft);
    }
    if position + 1 < asked.len() {
        ask(cx, model, &mut visit, position + 1);
        stay(visit)
    } else {
        with_gate(cx, model, visit, Destination::Picture)
    }
}

fn confirm_safety(
    cx: Cx<'_>,
    model: &mut Model,
    mut visit: OpenVisit,
    asking: SafetyAsking,
    destination: Destination,
    answer: SafetyAnswer,
) -> Outcome {
    let before = SafetyAsking::at(asking.round.clone());
    match asking.round.answer(answer) {
        SafetyOutcome::More(round) => {
            visit.screen = Screen::Safety(SafetyAsking::at(round), destination);
            stay(visit)
        }
        SafetyOutcome::Cleared(cleared) => {
            let mut effects = tell(&mut visit, Progress::Finished);
            let (visit, more) = arrive(cx, model, visit, cleared, destination);
            effects.extend(more);
            (visit, effects)
        }
        SafetyOutcome::Sign => {
            // The page is told the same word at the same moment as without a sign.
            let effects = tell(&mut visit, Progress::Finished);
            visit.screen = Screen::Safety(before, destination);
            (into_afraid(cx, model, visit), effects)
        }
    }
}

/// Turns the draft, if there is one, into the latest reflection.
pub(super) fn finish(cx: Cx<'_>, model: &mut Model) {
    let Some(draft) = model.notes.draft.take() else { return };
    let Draft { role, path, mut answers, at: _ } = draft;
    // Answers of another door stay out of a reflection they do not belong to.
    answers.retain(|id, _| {
        cx.pack.questions.iter().any(|question| question.id == *id && question.roles.contains(&role))
    });
    let id = new_id(cx, &model.notes.reflections);
    model.notes.reflections.insert(id.clone(), Reflection { role, path, made_on: cx.today, answers });
    model.touch(Key::Draft);
    model.touch(Key::Reflection(id));
}

/// *Look at my answers again*. A reflection of today is taken up again; an older one stays as it is, and
/// its answers are where a new one begins.
pub(super) fn look_at_answers(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit) -> Outcome {
    let latest = model.notes.reflections.iter().next_back().map(|(id, latest)| (id.clone(), latest.clone()));
    let Some((id, latest)) = latest else { return stay(visit) };
    if latest.made_on == cx.today {
        model.notes.reflections.remove(&id);
        model.touch(Key::Reflection(id));
    }
    model.notes.draft =
        Some(Draft { role: latest.role, path: latest.path, at: None, answers: latest.answers });
    model.notes.place = Place::Questions;
    model.touch(Key::Place);
    ask(cx, model, &mut visit, 0);
    stay(visit)
}

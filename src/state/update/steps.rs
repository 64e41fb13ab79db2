//! Steps, plans and what becomes of them, past the gate.

use super::super::gate::Cleared;
use super::super::model::{Cx, Destination, Model, OpenVisit, Screen, Visit};
use super::super::msg::Msg;
use super::super::shelf;
use super::add_plan;
use super::visit::{Outcome, arrive, stay};
use crate::domain::date::Day;
use crate::domain::notes::{MomentChoice, Place, PlanDraft, RecordId};
use crate::domain::plan::{self, Entry, Moment, OwnWords, Plan};
use crate::snapshot::Key;

/// Takes a message about steps and plans. Only screens past the gate listen.
pub(super) fn update(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit, msg: Msg) -> Outcome {
    match (visit.screen.clone(), msg) {
        (Screen::Steps(cleared), Msg::PressedPlan(id)) => {
            let is_there = cx.library.get().and_then(|library| shelf::step(library, cleared, &id)).is_some();
            if !is_there {
                return stay(visit);
            }
            arrive(cx, model, visit, cleared, Destination::Plan(PlanDraft::new(id)))
        }
        (Screen::Plan(cleared, draft, _), Msg::PressedKeepPlan) => keep(cx, model, visit, cleared, &draft),
        (Screen::Plan(cleared, mut draft, too_early), msg) => {
            let is_typing = matches!(msg, Msg::TypedMoment(_));
            let has_moment = edit(&mut draft, msg);
            let too_early = too_early && !has_moment;
            model.notes.place = Place::Plan(draft.clone());
            if !is_typing {
                model.touch(Key::Place); // A line is written when its field is left, not at every key.
            }
            visit.screen = Screen::Plan(cleared, draft, too_early);
            stay(visit)
        }
        (Screen::Home(cleared, _), Msg::SaidOutcome(id, outcome)) => {
            say(cx, model, visit, cleared, id, outcome)
        }
        (Screen::Home(cleared, _), Msg::PressedLetGo(id)) => {
            model.notes.plans.remove(&id);
            model.touch(Key::Plan(id));
            visit.screen = Screen::Home(cleared, None);
            stay(visit)
        }
        _ => stay(visit),
    }
}

/// Edits a plan in the making; true if the moment was touched.
pub(super) fn edit(draft: &mut PlanDraft, msg: Msg) -> bool {
    match msg {
        Msg::ChoseMoment(moment) => draft.moment = Some(moment),
        Msg::TypedMoment(text) => {
            draft.moment = Some(MomentChoice::Own);
            draft.own = text.chars().take(300).collect();
        }
        Msg::ChoseSize(size) => {
            draft.size = size;
            return false;
        }
        Msg::ChoseCompany(company) => {
            draft.company = company;
            return false;
        }
        Msg::ChoseGuess(guess) => {
            draft.guess = Some(guess);
            return false;
        }
        _ => return false,
    }
    true
}

/// The plan that `draft` has become; `None` while it has no moment.
pub(super) fn made(draft: &PlanDraft, today: Day) -> Option<Plan> {
    let moment = match draft.moment.as_ref()? {
        MomentChoice::Offered(id) => Moment::Offered(id.clone()),
        MomentChoice::Own => Moment::Own(OwnWords::parse(&draft.own)?),
    };
    Some(Plan {
        step: draft.step.clone(),
        moment,
        size: draft.size,
        company: draft.company,
        guess: draft.guess,
        made_on: today,
        entries: Vec::new(),
    })
}

fn keep(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit, cleared: Cleared, draft: &PlanDraft) -> Outcome {
    if model.notes.open_plans().count() >= Plan::MAX_OPEN {
        return stay(visit); // The screen says why.
    }
    match made(draft, cx.today) {
        Some(plan) => {
            add_plan(cx, model, plan);
            arrive(cx, model, visit, cleared, Destination::Home)
        }
        None => {
            visit.screen = Screen::Plan(cleared, draft.clone(), true);
            stay(visit)
        }
    }
}

fn say(
    cx: Cx<'_>,
    model: &mut Model,
    mut visit: OpenVisit,
    cleared: Cleared,
    id: RecordId,
    outcome: plan::Outcome,
) -> Outcome {
    if let Some(plan) = model.notes.plans.get_mut(&id) {
        plan.entries.push(Entry { day: cx.today, outcome });
        model.touch(Key::Plan(id.clone()));
        visit.screen = Screen::Home(cleared, Some((id, outcome)));
    }
    (Visit::Open(visit), Vec::new())
}

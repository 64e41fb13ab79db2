//! Steps, plans and what becomes of them, past the gate.

use super::super::gate::Cleared;
use super::super::model::{Destination, Screen};
use super::super::msg::Msg;
use super::super::shelf;
use super::add_plan;
use super::visit::{Turn, arrive};
use crate::domain::date::Day;
use crate::domain::notes::{MomentChoice, Place, PlanDraft, RecordId};
use crate::domain::plan::{Entry, Moment, Outcome, OwnWords, Plan};
use crate::snapshot::Key;

/// Takes a message about steps and plans. Only screens past the gate listen.
pub(super) fn update(turn: &mut Turn<'_>, msg: Msg) {
    match (turn.visit.screen.clone(), msg) {
        (Screen::Steps(cleared), Msg::PressedPlan(id)) => {
            let library = turn.cx.library.get();
            if library.and_then(|library| shelf::step(library, cleared, &id)).is_some() {
                arrive(turn, cleared, Destination::Plan(PlanDraft::new(id)));
            }
        }
        (Screen::Plan(cleared, draft, _), Msg::PressedKeepPlan) => keep(turn, cleared, draft),
        (Screen::Plan(cleared, mut draft, too_early), msg) => {
            let is_typing = matches!(msg, Msg::TypedMoment(_));
            let has_moment = edit(&mut draft, msg);
            turn.model.notes.place = Place::Plan(draft.clone());
            if !is_typing {
                turn.model.touch(Key::Place); // A line is written when its field is left, not at every key.
            }
            turn.show(Screen::Plan(cleared, draft, too_early && !has_moment));
        }
        (Screen::Home(cleared, _), Msg::SaidOutcome(id, outcome)) => say(turn, cleared, id, outcome),
        (Screen::Home(cleared, _), Msg::PressedLetGo(id)) => {
            turn.model.notes.plans.remove(&id);
            turn.model.touch(Key::Plan(id));
            turn.show(Screen::Home(cleared, None));
        }
        _ => {}
    }
}

/// Edits a plan in the making; true if the moment was touched.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other message leaves the plan as it is")]
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

fn keep(turn: &mut Turn<'_>, cleared: Cleared, draft: PlanDraft) {
    if turn.model.notes.open_plans().count() >= Plan::MAX_OPEN {
        return; // The screen says why.
    }
    match made(&draft, turn.cx.today) {
        Some(plan) => {
            add_plan(turn.cx, turn.model, plan);
            arrive(turn, cleared, Destination::Home);
        }
        None => turn.show(Screen::Plan(cleared, draft, true)),
    }
}

fn say(turn: &mut Turn<'_>, cleared: Cleared, id: RecordId, outcome: Outcome) {
    if let Some(plan) = turn.model.notes.plans.get_mut(&id) {
        plan.entries.push(Entry { day: turn.cx.today, outcome });
        turn.model.touch(Key::Plan(id.clone()));
        turn.show(Screen::Home(cleared, Some((id, outcome))));
    }
}

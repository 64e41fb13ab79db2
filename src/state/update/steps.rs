//! Steps, plans and what becomes of them, past the gate.

use super::super::gate::Cleared;
use super::super::model::{Cx, Destination, Screen};
use super::super::msg::Act;
use super::super::shelf;
use super::visit::{Turn, arrive};
use super::{add_plan, keeping};
use crate::domain::date::Day;
use crate::domain::notes::{MomentChoice, Place, PlanDraft};
use crate::domain::plan::{Moment, OwnWords, Plan};
use crate::snapshot::Key;

/// Takes an act about steps and plans. Only screens past the gate listen.
pub(super) fn update(turn: &mut Turn<'_>, act: Act) {
    match (&mut turn.visit.screen, act) {
        (Screen::Steps(cleared), Act::PressedPlan(place)) => {
            let cleared = *cleared;
            let step = turn.cx.library.get().and_then(|library| shelf::step_at(library, cleared, place));
            if let Some((step, _)) = step {
                arrive(turn, cleared, Destination::Plan(PlanDraft::new(step.id.clone())));
            }
        }
        (Screen::Plan(..), Act::PressedKeepPlan) => keep(turn),
        (Screen::Plan(_, draft, too_early), act) => {
            *too_early &= !edit(turn.cx, draft, act);
            turn.model.notes.place = Place::Plan(draft.clone());
            turn.model.touch(Key::Place);
        }
        (Screen::Home(cleared, _), Act::PressedChange(id)) => {
            let cleared = *cleared;
            if let Some(plan) = turn.model.notes.plans.get(&id) {
                let draft = PlanDraft::of(id, plan);
                arrive(turn, cleared, Destination::Plan(draft));
            }
        }
        (Screen::Home(_, spoken), Act::PressedLetGo(id)) => {
            *spoken = None;
            keeping::remove(turn.model, Key::Plan(id));
        }
        _ => {}
    }
}

/// Edits a plan in the making; true if the moment was touched.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other act leaves the plan as it is")]
pub(super) fn edit(cx: Cx<'_>, draft: &mut PlanDraft, act: Act) -> bool {
    match act {
        Act::ChoseMoment(place) => {
            let Some(time) = cx.library.get().and_then(|library| library.times.get(place)) else {
                return false;
            };
            draft.moment = Some(MomentChoice::Offered(time.id.into()));
            return true;
        }
        Act::ChoseOwnWords => {
            draft.moment = Some(MomentChoice::Own);
            return true;
        }
        Act::ChoseSize(size) => draft.size = size,
        Act::ChoseCompany(company) => draft.company = company,
        Act::ChoseGuess(guess) => draft.guess = Some(guess),
        _ => {}
    }
    false
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
        rests: false,
        entries: Vec::new(),
    })
}

/// *This is my plan*.
fn keep(turn: &mut Turn<'_>) {
    let Screen::Plan(cleared, draft, too_early) = &mut turn.visit.screen else { return };
    let cleared: Cleared = *cleared;
    let Some(library) = turn.cx.library.get() else { return };
    let changes = draft.changes;
    if changes.is_none() && shelf::n_open(library, cleared, &turn.model.notes) >= Plan::MAX_OPEN {
        return; // The screen says why.
    }
    match made(draft, turn.cx.today) {
        Some(plan) if changes.is_some() => {
            let there = changes.and_then(|id| Some((id, turn.model.notes.plans.get_mut(&id)?)));
            if let Some((id, there)) = there {
                let Plan { moment, size, company, guess, .. } = plan;
                *there = Plan { moment, size, company, guess, ..there.clone() };
                turn.model.touch(Key::Plan(id));
            }
            arrive(turn, cleared, Destination::Home);
        }
        Some(plan) => {
            add_plan(turn.cx, turn.model, plan);
            arrive(turn, cleared, Destination::Home);
        }
        None => *too_early = true,
    }
}

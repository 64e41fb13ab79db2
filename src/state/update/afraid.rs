//! A visit after a safety sign. It does not even see the notes, and what it may ask of the world is
//! [`AfraidEffect`], which has no way to write an answer, a plan or an outcome.

use super::super::model::{AfraidScreen, AfraidVisit, Cx, Dialog, OpenPlan, Visit};
use super::super::msg::Msg;
use super::super::shelf::OpenStep;
use super::steps::{edit, made};
use crate::domain::notes::PlanDraft;
use crate::domain::plan::{Entry, Plan};

/// All that the safety state may ask for.
pub(super) enum AfraidEffect {
    /// Keep the one neutral setting.
    KeepOnlyMine,
    /// Remove everything that was kept.
    RemoveAll,
    /// The sign was a mistake: plans made since become ordinary plans.
    TakeOver(Vec<Plan>),
}

/// Takes a message in the safety state.
pub(super) fn update(cx: Cx<'_>, mut visit: AfraidVisit, msg: Msg) -> (Visit, Option<AfraidEffect>) {
    let mut effect = None;
    match (visit.screen.clone(), msg) {
        (_, Msg::PressedMistake) => {
            let (before, plans) = visit.undo();
            return (Visit::Open(before), Some(AfraidEffect::TakeOver(plans)));
        }
        (_, Msg::PressedOnlyMine) => {
            visit.only_mine_kept = true;
            effect = Some(AfraidEffect::KeepOnlyMine);
        }
        (AfraidScreen::Help(_), Msg::PressedHelp) | (AfraidScreen::Notes(..), Msg::PressedNotes) => {}
        (screen, Msg::PressedHelp) => visit.screen = AfraidScreen::Help(Box::new(screen)),
        (screen, Msg::PressedNotes) => visit.screen = AfraidScreen::Notes(Box::new(screen), Dialog::Closed),
        (AfraidScreen::Help(under) | AfraidScreen::Notes(under, _), Msg::PressedBack) => {
            visit.screen = *under
        }
        (AfraidScreen::Steps | AfraidScreen::Home(_), Msg::PressedBack) => visit.screen = AfraidScreen::Safe,
        (AfraidScreen::Plan(..), Msg::PressedBack) | (_, Msg::PressedSteps) => {
            visit.screen = AfraidScreen::Steps;
        }
        (_, Msg::ChoseEnergy(energy)) => visit.energy = Some(energy),
        (AfraidScreen::Steps, Msg::PressedPlan(id)) => {
            let step = cx.library.get().and_then(|library| OpenStep::of(library.step(&id)?.0));
            if let Some(step) = step {
                visit.screen = AfraidScreen::Plan(step, PlanDraft::new(id), false);
            }
        }
        (AfraidScreen::Plan(step, draft, _), Msg::PressedKeepPlan) => keep(cx, &mut visit, step, draft),
        (AfraidScreen::Plan(step, mut draft, too_early), msg) => {
            let has_moment = edit(&mut draft, msg);
            let too_early = too_early && !has_moment;
            visit.screen = AfraidScreen::Plan(step, draft, too_early);
        }
        (AfraidScreen::Home(_), Msg::SaidOpenOutcome(place, outcome)) => {
            if let Some(plan) = visit.plans.get_mut(place) {
                plan.plan.entries.push(Entry { day: cx.today, outcome });
                visit.screen = AfraidScreen::Home(Some((place, outcome)));
            }
        }
        (AfraidScreen::Notes(under, _), Msg::PressedDelete) => {
            visit.screen = AfraidScreen::Notes(under, Dialog::AskDelete);
        }
        (AfraidScreen::Notes(under, _), Msg::CancelledDelete) => {
            visit.screen = AfraidScreen::Notes(under, Dialog::Closed);
        }
        (AfraidScreen::Notes(under, _), Msg::ConfirmedDelete) => {
            visit.plans.clear();
            visit.forget_before();
            visit.screen = AfraidScreen::Notes(under, Dialog::Deleted);
            effect = Some(AfraidEffect::RemoveAll);
        }
        _ => {}
    }
    (Visit::Afraid(visit), effect)
}

fn keep(cx: Cx<'_>, visit: &mut AfraidVisit, step: OpenStep, draft: PlanDraft) {
    let n_open = visit.plans.iter().filter(|plan| plan.plan.is_open()).count();
    if n_open >= Plan::MAX_OPEN {
        return; // The screen says why.
    }
    match made(&draft, cx.today) {
        Some(plan) => {
            visit.plans.push(OpenPlan { step, plan, is_new: true });
            visit.screen = AfraidScreen::Home(None);
        }
        None => visit.screen = AfraidScreen::Plan(step, draft, true),
    }
}

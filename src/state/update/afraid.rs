//! A visit after a safety sign. It does not even see the notes, and what it may ask of the world is
//! [`AfraidEffect`], which has no way to write an answer, a plan or an outcome.

use super::super::model::{AfraidScreen, AfraidVisit, Cx, Dialog, OpenPlan, Visit};
use super::super::msg::{Act, Field};
use super::super::shelf::OpenStep;
use super::super::words::{Copying, Line, Page};
use super::follow::held;
use super::steps::{edit, made};
use crate::domain::notes::PlanDraft;
use crate::domain::plan::{Entry, Plan};

/// All that the safety state may ask for.
pub(super) enum AfraidEffect {
    /// Keep the one neutral setting.
    KeepOnlyMine,
    /// Remove everything that was kept.
    RemoveAll,
    /// Print what was chosen for a professional.
    Print,
    /// Copy it.
    CopySheet,
    /// The sign was a mistake: plans made since become ordinary plans.
    TakeOver(Vec<Plan>),
}

/// Takes a press or a choice in the safety state.
pub(super) fn update(cx: Cx<'_>, mut visit: AfraidVisit, act: Act) -> (Visit, Option<AfraidEffect>) {
    let mut effect = None;
    visit.copied = None;
    match (&mut visit.screen, act) {
        (_, Act::PressedMistake) => {
            let (before, plans) = visit.undo();
            return (Visit::Open(before), Some(AfraidEffect::TakeOver(plans)));
        }
        (_, Act::PressedOnlyMine) => {
            visit.only_mine_kept = true;
            effect = Some(AfraidEffect::KeepOnlyMine);
        }
        (AfraidScreen::Notes(_, dialog @ Dialog::Privacy), Act::PressedNotes) => *dialog = Dialog::Closed,
        (AfraidScreen::Help(_), Act::PressedHelp) | (AfraidScreen::Notes(..), Act::PressedNotes) => {}
        (screen, Act::PressedHelp) => *screen = AfraidScreen::Help(Box::new(leave(screen))),
        (screen, Act::PressedNotes) => {
            *screen = AfraidScreen::Notes(Box::new(leave(screen)), Dialog::Closed);
        }
        (AfraidScreen::Help(under) | AfraidScreen::Notes(under, _), Act::PressedBack) => {
            visit.screen = leave(under);
        }
        (screen @ (AfraidScreen::Steps | AfraidScreen::Home(_)), Act::PressedBack) => {
            *screen = AfraidScreen::Safe;
        }
        (
            screen @ (AfraidScreen::CheckIn | AfraidScreen::LookBack | AfraidScreen::Summary),
            Act::PressedBack | Act::PressedNext,
        ) => *screen = AfraidScreen::Home(None),
        (screen @ AfraidScreen::Plan(..), Act::PressedBack) | (screen, Act::PressedSteps) => {
            *screen = AfraidScreen::Steps;
        }
        (_, Act::ChoseEnergy(energy)) => visit.energy = Some(energy),
        (screen @ AfraidScreen::Steps, Act::PressedPlan(place)) => {
            let step = cx.library.get().and_then(|library| OpenStep::of(library.steps.get(place)?));
            if let Some(step) = step {
                let draft = PlanDraft::new(step.id().clone());
                *screen = AfraidScreen::Plan(step, draft, false);
            }
        }
        (screen, Act::PressedHome) => *screen = AfraidScreen::Home(None),
        (screen, Act::PressedCheckIn) => *screen = AfraidScreen::CheckIn,
        (screen, Act::PressedPage(Page::LookBack)) => *screen = AfraidScreen::LookBack,
        (screen, Act::PressedPage(Page::Summary)) => *screen = AfraidScreen::Summary,
        (AfraidScreen::CheckIn, Act::ChoseFog(fog)) => visit.check_in.fog = fog,
        (AfraidScreen::CheckIn, Act::ChoseElsewhere(elsewhere)) => visit.check_in.elsewhere = elsewhere,
        (AfraidScreen::Summary, Act::ToggledLine(line @ Line::Ask(_))) => visit.summary.toggle(line),
        (AfraidScreen::Summary, Act::PressedPrint) => effect = Some(AfraidEffect::Print),
        (AfraidScreen::Summary, Act::PressedCopy(Copying::Sheet)) => effect = Some(AfraidEffect::CopySheet),
        (AfraidScreen::Plan(..), Act::PressedKeepPlan) => keep(cx, &mut visit),
        (AfraidScreen::Plan(_, draft, too_early), act) => *too_early &= !edit(cx, draft, act),
        (AfraidScreen::Home(spoken), Act::SaidOpenOutcome(place, outcome)) => {
            if let Some(plan) = visit.plans.get_mut(place) {
                plan.plan.entries.push(Entry::on(cx.today, outcome));
                *spoken = Some((place, outcome));
            }
        }
        (AfraidScreen::Home(spoken), Act::TookBackOutcome) => {
            if let Some(plan) = spoken.take().and_then(|(place, _)| visit.plans.get_mut(place)) {
                plan.plan.entries.pop();
            }
        }
        (AfraidScreen::Notes(_, dialog), Act::PressedPrivacy) => *dialog = Dialog::Privacy,
        (AfraidScreen::Notes(_, dialog), Act::PressedDelete) => *dialog = Dialog::AskDelete,
        (AfraidScreen::Notes(_, dialog), Act::Cancelled) => *dialog = Dialog::Closed,
        (AfraidScreen::Notes(_, dialog), Act::ConfirmedDelete) => {
            *dialog = Dialog::Deleted;
            visit.plans.clear();
            visit.own_good_days.clear();
            (visit.check_in, visit.summary) = Default::default();
            visit.forget_before();
            effect = Some(AfraidEffect::RemoveAll);
        }
        _ => {}
    }
    (Visit::Afraid(visit), effect)
}

/// Takes what was typed in a field. Nothing of it is kept.
pub(super) fn typed(visit: &mut AfraidVisit, field: Field, text: &str) {
    match (&mut visit.screen, field) {
        (AfraidScreen::Plan(_, draft, too_early), Field::Moment) => {
            draft.type_own(text);
            *too_early = false;
        }
        (AfraidScreen::Summary, Field::Ask) => {
            visit.summary.ask = held(text);
            visit.copied = None;
        }
        _ => {}
    }
}

/// Takes a screen out of its place; another is put there next.
fn leave(screen: &mut AfraidScreen) -> AfraidScreen {
    std::mem::replace(screen, AfraidScreen::Safe)
}

/// *This is my plan*.
fn keep(cx: Cx<'_>, visit: &mut AfraidVisit) {
    let AfraidScreen::Plan(step, draft, too_early) = &mut visit.screen else { return };
    let n_open = visit.plans.iter().filter(|plan| plan.plan.is_open()).count();
    if n_open >= Plan::MAX_OPEN {
        return; // The screen says why.
    }
    match made(draft, cx.today) {
        Some(plan) => {
            visit.plans.push(OpenPlan { step: step.clone(), plan, is_new: true });
            visit.screen = AfraidScreen::Home(None);
        }
        None => *too_early = true,
    }
}

//! Which steps a reader can reach, by type: all of them with a [`Cleared`], only open ones without.

use super::gate::Cleared;
use super::model::OpenVisit;
use crate::content::{Library, StepText};
use crate::domain::notes::{Notes, RecordId};
use crate::domain::plan::Plan;
use crate::domain::step::{Step, StepId};

/// A step that is open to a frightened reader. Only [`OpenStep::of`] makes one, so the safety state has
/// no way to name any other step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenStep(StepId);

impl OpenStep {
    /// `step`, if it is open when afraid.
    #[must_use]
    pub fn of(step: &Step) -> Option<Self> {
        step.open_when_afraid().then(|| Self(step.id.clone()))
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> &StepId {
        &self.0
    }
}

/// A step with its wording.
pub type ShelfRow<'a> = (&'a Step, &'a StepText);

/// The steps that are open to a frightened reader, for `role`-less use: in the order of the library.
#[must_use]
pub fn open_steps(library: &Library) -> Vec<ShelfRow<'_>> {
    library.steps.iter().zip(&library.texts).filter(|(step, _)| step.open_when_afraid()).collect()
}

/// All steps, past the gate. A reader who asked for steps for themselves only gets the open ones.
#[must_use]
pub fn all_steps<'a>(library: &'a Library, _: Cleared, only_mine: bool) -> Vec<ShelfRow<'a>> {
    if only_mine { open_steps(library) } else { library.steps.iter().zip(&library.texts).collect() }
}

/// The step with this id, past the gate.
#[must_use]
pub fn step<'a>(library: &'a Library, _: Cleared, id: &str) -> Option<ShelfRow<'a>> {
    library.step(id)
}

/// The step at this place in the library, past the gate.
#[must_use]
pub fn step_at(library: &Library, _: Cleared, place: usize) -> Option<ShelfRow<'_>> {
    Some((library.steps.get(place)?, library.texts.get(place)?))
}

/// The open step with its wording.
#[must_use]
pub fn open_step<'a>(library: &'a Library, step: &OpenStep) -> Option<ShelfRow<'a>> {
    library.step(step.id()).filter(|(step, _)| step.open_when_afraid())
}

/// The plans of `notes` that the reader can see, past the gate, oldest first: those whose step the content still has
/// and, for a reader who asked for steps for themselves only, is open.
pub fn plans<'a>(
    library: &'a Library,
    cleared: Cleared,
    notes: &'a Notes,
) -> impl Iterator<Item = (RecordId, &'a Plan, ShelfRow<'a>)> {
    notes.plans.iter().filter_map(move |(&id, plan)| {
        let row = reachable_step(library, cleared, &plan.step, notes.settings.only_mine)?;
        Some((id, plan, row))
    })
}

/// How many of those plans are open.
#[must_use]
pub fn n_open(library: &Library, cleared: Cleared, notes: &Notes) -> usize {
    plans(library, cleared, notes).filter(|(_, plan, _)| plan.is_open()).count()
}

/// The step with this id, past the gate, unless the reader asked for steps for themselves only and it is not open.
#[must_use]
pub fn reachable_step<'a>(
    library: &'a Library,
    cleared: Cleared,
    id: &str,
    only_mine: bool,
) -> Option<ShelfRow<'a>> {
    step(library, cleared, id).filter(|(step, _)| !only_mine || step.open_when_afraid())
}

impl OpenVisit {
    /// The proof of this visit, if the questions were asked.
    #[must_use]
    pub fn cleared(&self) -> Option<Cleared> {
        self.cleared
    }
}

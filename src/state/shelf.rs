//! What a reader can reach, by type: everything with a [`Cleared`], only open steps without. Insights, myths, phrases
//! and pages have no open part, so nothing here hands them out without the proof.

use super::gate::Cleared;
use super::model::OpenVisit;
use crate::content::{Card, HelpSection, Insight, Library, Myth, PhraseText, StepText};
use crate::domain::notes::{Notes, RecordId};
use crate::domain::phrase::Phrase;
use crate::domain::plan::Plan;
use crate::domain::question::{Cue, Role, Thread};
use crate::domain::reading::Reading;
use crate::domain::step::{Energy, Step, StepId};

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

/// The steps that are open to a frightened reader, in the order of the library.
#[must_use]
pub fn open_steps(library: &Library) -> Vec<ShelfRow<'_>> {
    library.steps.iter().zip(&library.step_texts).filter(|(step, _)| step.open_when_afraid()).collect()
}

/// All steps, past the gate. A reader who asked for steps for themselves only gets the open ones.
#[must_use]
pub fn all_steps<'a>(library: &'a Library, _: Cleared, only_mine: bool) -> Vec<ShelfRow<'a>> {
    if only_mine { open_steps(library) } else { library.steps.iter().zip(&library.step_texts).collect() }
}

/// The step with this id, past the gate.
#[must_use]
pub fn step<'a>(library: &'a Library, _: Cleared, id: &str) -> Option<ShelfRow<'a>> {
    library.step(id)
}

/// The step at this place in the library, past the gate.
#[must_use]
pub fn step_at(library: &Library, _: Cleared, place: usize) -> Option<ShelfRow<'_>> {
    Some((library.steps.get(place)?, library.step_texts.get(place)?))
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

/// How many of those plans are open, and do not rest.
#[must_use]
pub fn n_open(library: &Library, cleared: Cleared, notes: &Notes) -> usize {
    plans(library, cleared, notes).filter(|(_, plan, _)| plan.is_open() && !plan.rests).count()
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

/// The insights that the answers of a picture in `role` call for, each with those answers; `cold` as in [`myths`].
#[must_use]
pub fn insights<'a>(
    library: &'a Library,
    _: Cleared,
    role: Role,
    reading: &Reading,
    cold: bool,
) -> Vec<(&'a Card, Vec<Cue>)> {
    let called = |insight: &'a Insight| {
        let evidence = insight.rule.called_by(role, &reading.given)?;
        let is_kept_back = cold && insight.rule.softens;
        (!is_kept_back).then_some((&insight.card, evidence))
    };
    library.insights.iter().filter_map(called).collect()
}

/// The myths, in the order of the content; `cold` if nothing is to ask for understanding: see
/// [`Model::keeps_warmth_back`](super::Model::keeps_warmth_back).
pub fn myths(library: &Library, _: Cleared, cold: bool) -> impl Iterator<Item = &Myth> {
    library.myths.iter().filter(move |myth| !(cold && myth.softens))
}

/// The first myth that fits beside a thread of `role`'s picture. One is enough: the others stand in the list.
#[must_use]
pub fn myth_beside(
    library: &Library,
    cleared: Cleared,
    role: Role,
    thread: Thread,
    cold: bool,
) -> Option<&Card> {
    myths(library, cleared, cold)
        .find(|myth| myth.roles.contains(role) && myth.beside.contains(thread))
        .map(|myth| &myth.card)
}

/// A phrase with its wording and its place in the library.
pub type PhraseRow<'a> = (usize, &'a Phrase, &'a PhraseText);

/// Whose words are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Speaker {
    /// Who speaks.
    pub role: Role,
    /// Energy now, if it was said.
    pub energy: Option<Energy>,
    /// True if the partner was repeatedly cold: nothing warm towards them is offered.
    pub cold: bool,
    /// True if the reader asked for steps for themselves only: nothing to say to the partner is offered.
    pub only_mine: bool,
}

/// The phrases that fit.
pub fn phrases(library: &Library, _: Cleared, speaker: Speaker) -> impl Iterator<Item = PhraseRow<'_>> {
    let rows = library.phrases.iter().zip(&library.phrase_texts).enumerate();
    rows.map(|(place, (phrase, text))| (place, phrase, text)).filter(move |(_, phrase, _)| {
        phrase.fits(speaker.role, speaker.energy)
            && !(speaker.cold && phrase.warm)
            && (phrase.to_self || !speaker.only_mine)
    })
}

/// The wording of the phrase at this place.
#[must_use]
pub fn phrase_at(library: &Library, _: Cleared, place: usize) -> Option<&PhraseText> {
    library.phrase_texts.get(place)
}

/// *Staying, going, not deciding*.
#[must_use]
pub fn staying(library: &Library, _: Cleared) -> &[Card] {
    &library.staying
}

/// The sections about professional help; those about help for two only with the proof.
pub fn help_sections(library: &Library, cleared: Option<Cleared>) -> impl Iterator<Item = &HelpSection> {
    library.help.iter().filter(move |section| cleared.is_some() || !section.past_gate)
}

impl OpenVisit {
    /// The proof of this visit, if the questions were asked.
    #[must_use]
    pub fn cleared(&self) -> Option<Cleared> {
        self.cleared
    }
}

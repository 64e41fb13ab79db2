//! A visit: the screens before a safety sign and after one. The types are the safety rules, see [`Visit`].

use super::gate::{Cleared, SafetyAnswer, SafetyRound};
use super::shelf::OpenStep;
use super::words::{Line, Page, WordsChoice};
use crate::domain::calendar::Slot;
use crate::domain::check_in::{Level, Moment};
use crate::domain::date::Day;
use crate::domain::notes::{PlanDraft, RecordId};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::question::Role;
use crate::domain::step::Energy;
use crate::domain::suggest::Filter;
use crate::snapshot::Refused;

/// A visit, from the cover to the closing of the page.
///
/// A safety sign turns `Open` into `Afraid` for the rest of the visit. `Afraid` has no field that could
/// hold a reading, a cause or a couple step, and its updates have no effect that writes an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Visit {
    /// No sign so far.
    Open(OpenVisit),
    /// There was a sign.
    Afraid(AfraidVisit),
}

/// A visit without a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenVisit {
    /// What is on the screen.
    pub screen: Screen,
    /// Energy now, if the reader said it.
    pub energy: Option<Energy>,
    /// The library's filters.
    pub filter: Filter,
    /// True if the whole library is open.
    pub shows_all: bool,
    /// What was picked on *Words to say*.
    pub words: WordsChoice,
    /// What is typed as the line of a check-in or of what became of a plan, as typed.
    pub line: String,
    /// The reminder that is being made.
    pub reminder: Option<Reminder>,
    /// True if the look back goes back to the beginning, and not eight weeks.
    pub looks_at_all: bool,
    /// What was taken into the summary.
    pub summary: SummaryChoice,
    pub(super) cleared: Option<Cleared>,
    pub(super) told: u8,
}

impl OpenVisit {
    /// A visit that begins at `screen`.
    #[must_use]
    pub fn at(screen: Screen) -> Self {
        Self {
            screen,
            energy: None,
            filter: Filter::default(),
            shows_all: false,
            words: WordsChoice::default(),
            line: String::new(),
            reminder: None,
            looks_at_all: false,
            summary: SummaryChoice::default(),
            cleared: None,
            told: 0,
        }
    }

    /// The screen on which all others lie.
    pub(super) fn ground(&mut self) -> &mut Screen {
        self.screen.ground()
    }

    /// True if a draft is on the screen, or waits below it.
    pub(super) fn is_reflecting(&mut self) -> bool {
        matches!(self.ground(), Screen::Question(_) | Screen::Safety(_, Destination::NewPicture))
    }

    /// The visit begun anew at `screen`, such as for another person: nothing goes along but what the page was
    /// told, which it hears once.
    pub(super) fn anew(&self, screen: Screen) -> Self {
        Self { told: self.told, ..Self::at(screen) }
    }
}

/// The screens of a visit without a sign. Those with a reading or a step carry the proof of the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// What this is; keep or keep nothing. The choice made so far, `None` if none.
    Welcome(Option<bool>),
    /// The four doors; the one chosen and not yet confirmed, if any, and whether *Next* came too early.
    Who(Option<Role>, bool),
    /// A question.
    Question(Asking),
    /// The safety questions, and where they lead.
    Safety(SafetyAsking, Destination),
    /// The picture.
    Picture(Cleared),
    /// Choosing a step.
    Steps(Cleared),
    /// Making a plan; true if *This is my plan* came before a moment was chosen.
    Plan(Cleared, PlanDraft, bool),
    /// The open plans; the plan just spoken of, if any.
    Home(Cleared, Option<(RecordId, Outcome)>),
    /// A check-in. No reading, no phrase and no step is on it, so it needs no proof.
    CheckIn(CheckingIn),
    /// A page opened by choice, over the screen it was opened from.
    Page(Cleared, Page, Box<Screen>),
    /// Help, over the screen it was called from.
    Help(Box<Screen>),
    /// My notes, over the screen they were called from.
    Notes(Box<Screen>, Dialog),
}

impl Screen {
    fn ground(mut self: &mut Self) -> &mut Self {
        while let Self::Help(under) | Self::Notes(under, _) | Self::Page(_, _, under) = self {
            self = under;
        }
        self
    }
}

/// A check-in on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckingIn {
    /// The record; `None` until something was said.
    pub id: Option<RecordId>,
    /// How far it is.
    pub stage: Stage,
}

/// How far a check-in is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// There is one of today: "change it, or add another one?"
    Asks,
    /// The four questions.
    Open,
    /// It is done.
    Done,
}

/// A reminder for a calendar, in the making.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The plan it is for.
    pub plan: RecordId,
    /// Its title, as typed; the content's word where it is empty.
    pub title: String,
    /// When it stands in the calendar.
    pub slot: Slot,
}

/// What was taken into the summary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SummaryChoice {
    /// The lines, in the order they were taken.
    pub lines: Vec<Line>,
    /// A question of the reader's own, as typed.
    pub ask: String,
}

impl SummaryChoice {
    /// True if `line` was taken.
    #[must_use]
    pub fn has(&self, line: Line) -> bool {
        self.lines.contains(&line)
    }

    /// Takes `line`, or leaves it out again.
    pub fn toggle(&mut self, line: Line) {
        if self.has(line) {
            self.lines.retain(|other| *other != line);
        } else {
            self.lines.push(line);
        }
    }
}

/// A question on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Position among the questions of this reflection, from 0.
    pub position: usize,
    /// What is chosen and not yet confirmed with *Next*.
    pub picked: Option<Picked>,
    /// True if *Next* was pressed with nothing chosen.
    pub is_unanswered: bool,
}

impl Asking {
    /// The question at `position`, with nothing chosen.
    #[must_use]
    pub fn at(position: usize) -> Self {
        Self { position, picked: None, is_unanswered: false }
    }
}

/// A safety question on the screen. The answer is gone as soon as *Next* is pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyAsking {
    /// The round.
    pub round: SafetyRound,
    /// What is chosen and not yet confirmed with *Next*.
    pub picked: Option<SafetyAnswer>,
    /// True if *Next* was pressed with nothing chosen.
    pub is_unanswered: bool,
}

impl SafetyAsking {
    /// The question that `round` stands at, with nothing chosen.
    #[must_use]
    pub fn at(round: SafetyRound) -> Self {
        Self { round, picked: None, is_unanswered: false }
    }
}

/// A row of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// An option, by its place in the question.
    Option(usize),
    /// "Not sure".
    NotSure,
}

/// Where the safety questions lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To the picture of the reflection just made.
    NewPicture,
    /// To the picture of the latest reflection.
    Picture,
    /// To the steps.
    Steps,
    /// To a plan.
    Plan(PlanDraft),
    /// To the open plans.
    Home,
    /// To a page opened by choice.
    Page(Page),
}

/// What *My notes* is in the middle of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dialog {
    /// Nothing.
    #[default]
    Closed,
    /// A copy was not read, and why.
    Refused(Refused),
    /// "Shall this copy be taken in?"
    AskTakeIn,
    /// It was.
    TookIn,
    /// There was no way to keep it, so everything is as it was.
    TakeInFailed,
    /// "Are you sure?"
    AskDelete,
    /// Everything is gone.
    Deleted,
    /// The browser did not let us.
    DeleteFailed,
    /// What is true in this form of the widget: a screen of its own, which leads back to the notes.
    Privacy,
}

impl Dialog {
    /// The name of the screen, as `data-screen` says it.
    #[must_use]
    pub fn screen_name(self) -> &'static str {
        if self == Self::Privacy { "privacy" } else { "notes" }
    }
}

/// A visit after a safety sign. Nothing of it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AfraidVisit {
    /// What is on the screen.
    pub screen: AfraidScreen,
    /// Plans of open steps: those that were open before, and those made in this visit. Memory only.
    pub plans: Vec<OpenPlan>,
    /// Energy now, if the reader said it.
    pub energy: Option<Energy>,
    /// The check-in of this visit. Memory only, and nothing about the partner.
    pub check_in: AfraidCheckIn,
    /// The days with a good moment of the reader's own, in the last eight weeks, oldest first.
    pub own_good_days: Vec<Day>,
    /// What was taken into the summary.
    pub summary: SummaryChoice,
    /// What became of copying it; `None` as long as nothing is known, and after whatever came next.
    pub copied: Option<bool>,
    /// True once the reader pressed *always show me steps for myself only*.
    pub only_mine_kept: bool,
    /// Where *I pressed that by mistake* leads. Nothing but [`AfraidVisit::undo`] reads it.
    before: Box<OpenVisit>,
}

/// How a day is, after a safety sign: there is no field for closeness, or for a moment with the partner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AfraidCheckIn {
    /// How thick the fog is.
    pub fog: Option<Level>,
    /// A good moment of one's own.
    pub elsewhere: Option<Moment>,
}

/// A plan for an open step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPlan {
    /// The step.
    pub step: OpenStep,
    /// The plan; its step is the one above.
    pub plan: Plan,
    /// True if it was made after the sign.
    pub is_new: bool,
}

impl AfraidVisit {
    /// The safety state, from `before`.
    #[must_use]
    pub fn new(before: OpenVisit, plans: Vec<OpenPlan>, own_good_days: Vec<Day>) -> Self {
        Self {
            screen: AfraidScreen::Safe,
            plans,
            check_in: AfraidCheckIn::default(),
            own_good_days,
            copied: None,
            summary: SummaryChoice::default(),
            energy: None,
            only_mine_kept: false,
            before: Box::new(before),
        }
    }

    /// True if the sign came in the middle of a reflection.
    pub(super) fn was_reflecting(&mut self) -> bool {
        self.before.is_reflecting()
    }

    /// Forgets where the visit was, after everything was deleted.
    pub(super) fn forget_before(&mut self) {
        *self.before = self.before.anew(Screen::Welcome(None));
    }

    /// *I pressed that by mistake*: the visit as it was, and the plans made since.
    #[must_use]
    pub fn undo(self) -> (OpenVisit, Vec<Plan>) {
        let new = self.plans.into_iter().filter(|plan| plan.is_new).map(|plan| plan.plan).collect();
        (*self.before, new)
    }
}

/// The screens after a safety sign. There is no picture, no reading and no couple step among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AfraidScreen {
    /// The page for someone who is afraid.
    Safe,
    /// Open steps.
    Steps,
    /// A plan for an open step; true if *This is my plan* came before a moment was chosen.
    Plan(OpenStep, PlanDraft, bool),
    /// Plans for open steps; the place in the list just spoken of, if any.
    Home(Option<(usize, Outcome)>),
    /// A check-in.
    CheckIn,
    /// Good moments of one's own.
    LookBack,
    /// A page for a professional.
    Summary,
    /// Help, over the screen it was called from.
    Help(Box<AfraidScreen>),
    /// My notes, over the screen they were called from.
    Notes(Box<AfraidScreen>, Dialog),
}

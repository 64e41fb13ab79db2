//! What is true right now. The types are the safety rules: see [`Visit`].

use std::rc::Rc;

use super::gate::{Cleared, SafetyAnswer, SafetyRound};
use super::ports::StoreError;
use super::shelf::OpenStep;
use super::words::{Page, WordsChoice};
use crate::content::{Library, Pack};
use crate::domain::date::{Day, Timestamp};
use crate::domain::notes::{Notes, PlanDraft, RecordId};
use crate::domain::plan::{Outcome, Plan};
use crate::domain::question::{Path, Question, Role, asked};
use crate::domain::reading::{Reading, read};
use crate::domain::step::Energy;
use crate::domain::suggest::Filter;
use crate::snapshot::{Change, Key};

/// What an update may look at besides the model: content and the time of the message.
#[derive(Debug, Clone, Copy)]
pub struct Cx<'a> {
    /// The reflection file.
    pub pack: &'a Pack,
    /// The library file, once it is here.
    pub library: LibraryState,
    /// Now, for ids.
    pub now: Timestamp,
    /// Today in the reader's time zone.
    pub today: Day,
}

/// The library file arrives after the reflection file. It stays as long as the page: its texts are pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LibraryState {
    /// On its way.
    Waiting,
    /// It did not come, or could not be read.
    Missing,
    /// Here.
    Here(&'static Library),
}

impl LibraryState {
    /// The library, if it is here.
    #[must_use]
    pub fn get(self) -> Option<&'static Library> {
        match self {
            Self::Here(library) => Some(library),
            Self::Waiting | Self::Missing => None,
        }
    }
}

/// Which part of Fogbridge the owner embeds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    /// Everything.
    #[default]
    All,
    /// The reflection, up to the picture.
    Reflection,
    /// The steps, past the safety questions.
    Steps,
    /// Words to say, past the safety questions.
    Words,
}

/// Who can read what is written on this page, which the privacy sentence says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// Inside an article: scripts of that page could read it.
    #[default]
    Inline,
    /// The page of its own.
    Standalone,
    /// A frame of another origin.
    Isolated,
}

/// What the owner set, parsed once at the border.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The part that is embedded.
    pub view: View,
    /// Who can read along.
    pub form: Form,
    /// The country for help lines, as ISO 3166; `None` if the owner did not say and it was not guessed.
    pub region: Option<Rc<str>>,
    /// The level of our headings, 2 to 6.
    pub heading_level: u8,
}

/// What the reader decided about keeping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Not decided yet: nothing is written.
    NotAsked,
    /// Keep on this device.
    Keep,
    /// Keep nothing.
    Nothing,
}

/// What the browser lets us do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// It keeps things.
    Works,
    /// It keeps nothing for this page.
    Memory,
    /// A newer version wrote here: it is left as it is.
    Newer,
}

/// What became of the last write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was to be written yet.
    Idle,
    /// Written and read back.
    Saved,
    /// The browser refused.
    NotSaved(StoreError),
}

/// Everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    /// What the owner set.
    pub options: Options,
    /// What can be kept of the reader. In memory even where nothing is kept.
    pub notes: Notes,
    /// What the reader decided about keeping.
    pub consent: Consent,
    /// What the browser lets us do.
    pub storage: Storage,
    /// What became of the last write.
    pub saved: Saved,
    /// How many stored strings could not be read.
    pub n_set_aside: usize,
    /// True after *I am someone else*: nothing that is stored here is read, written or removed.
    pub is_guest: bool,
    /// True if the visit began with something that was kept.
    pub(super) is_return: bool,
    /// True if a picture was made on an earlier visit: one safety question then stands for all.
    pub is_later_visit: bool,
    /// The country chosen after a safety sign: for this visit, never among the notes.
    pub region_now: Option<Rc<str>>,
    /// The length the reader asked for on the cover.
    pub path: Path,
    /// The visit.
    pub visit: Visit,
    pub(super) dirty: Vec<Key>,
}

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
            cleared: None,
            told: 0,
        }
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
    /// A page opened by choice, over the screen it was opened from.
    Page(Cleared, Page, Box<Screen>),
    /// Help, over the screen it was called from.
    Help(Box<Screen>),
    /// My notes, over the screen they were called from.
    Notes(Box<Screen>, Dialog),
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

/// The two steps of deleting everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dialog {
    /// Not begun.
    #[default]
    Closed,
    /// "Are you sure?"
    AskDelete,
    /// Everything is gone.
    Deleted,
    /// The browser did not let us.
    DeleteFailed,
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
    /// True once the reader pressed *always show me steps for myself only*.
    pub only_mine_kept: bool,
    /// Where *I pressed that by mistake* leads. Nothing but [`AfraidVisit::undo`] reads it.
    before: Box<OpenVisit>,
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
    pub fn new(before: OpenVisit, plans: Vec<OpenPlan>) -> Self {
        Self {
            screen: AfraidScreen::Safe,
            plans,
            energy: None,
            only_mine_kept: false,
            before: Box::new(before),
        }
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
    /// Help, over the screen it was called from.
    Help(Box<AfraidScreen>),
    /// My notes, over the screen they were called from.
    Notes(Box<AfraidScreen>, Dialog),
}

impl Model {
    /// The country in force for help lines: chosen now, chosen before, or set by the owner.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        let chosen = self.region_now.as_ref().or(self.notes.settings.region.as_ref());
        chosen.or(self.options.region.as_ref()).map(|code| &**code)
    }

    /// A model at the beginning of a visit: on `welcome`, with what was found in the store.
    #[must_use]
    pub fn new(options: Options, notes: Notes, storage: Storage, n_set_aside: usize) -> Self {
        let consent = if notes.settings.keep { Consent::Keep } else { Consent::NotAsked };
        let is_later_visit = !notes.reflections.is_empty();
        let is_return = notes.settings.keep && notes.has_any();
        Self {
            options,
            notes,
            consent,
            storage,
            saved: Saved::Idle,
            n_set_aside,
            is_guest: false,
            is_return,
            is_later_visit,
            region_now: None,
            path: Path::Full,
            visit: Visit::Open(OpenVisit::at(Screen::Welcome(None))),
            dirty: Vec::new(),
        }
    }

    /// True if the reader was here before and something of that is still kept.
    #[must_use]
    pub fn is_return(&self) -> bool {
        self.is_return
    }

    /// True if entries may be written now.
    #[must_use]
    pub fn writes(&self) -> bool {
        self.consent == Consent::Keep && self.may_write()
    }

    /// True if the browser and the store's own state allow a write at all.
    #[must_use]
    pub fn may_write(&self) -> bool {
        self.storage == Storage::Works && !self.is_guest
    }

    /// The name of the screen, as `data-screen` says it.
    #[must_use]
    pub fn screen_name(&self) -> &'static str {
        match &self.visit {
            Visit::Open(visit) => match &visit.screen {
                Screen::Welcome(_) => "welcome",
                Screen::Who(..) => "who",
                Screen::Question(_) => "question",
                Screen::Safety(..) => "safety",
                Screen::Picture(_) => "picture",
                Screen::Steps(_) => "steps",
                Screen::Plan(..) => "plan",
                Screen::Home(..) => "home",
                Screen::Page(_, page, _) => page.name(),
                Screen::Help(_) => "help",
                Screen::Notes(..) => "notes",
            },
            Visit::Afraid(visit) => match &visit.screen {
                AfraidScreen::Safe => "safe",
                AfraidScreen::Steps => "steps",
                AfraidScreen::Plan(..) => "plan",
                AfraidScreen::Home(_) => "home",
                AfraidScreen::Help(_) => "help",
                AfraidScreen::Notes(..) => "notes",
            },
        }
    }

    /// The questions of the reflection that was begun, as indices into the pack; empty if none was.
    #[must_use]
    pub fn asked(&self, questions: &[Question]) -> Vec<usize> {
        self.notes.draft.as_ref().map(|draft| asked(questions, draft.role, draft.path)).unwrap_or_default()
    }

    /// True if nothing that asks for understanding, patience or warmth is offered: the latest reflection tells of a
    /// partner who was repeatedly cold, or the reader asked for steps for themselves only. `reading` is what it shows.
    #[must_use]
    pub fn keeps_warmth_back(&self, reading: Option<&Reading>) -> bool {
        self.notes.settings.only_mine || reading.is_some_and(|reading| reading.partner_cold)
    }

    /// What the latest reflection shows. Past the gate only.
    #[must_use]
    pub fn reading(&self, pack: &Pack, _: Cleared) -> Option<Reading> {
        let latest = self.notes.latest()?;
        Some(read(&pack.questions, latest.role, &latest.answers))
    }

    /// Marks a record as changed, so that the end of the update hands it over.
    pub(super) fn touch(&mut self, key: Key) {
        if !self.dirty.contains(&key) {
            self.dirty.push(key);
        }
    }

    /// The records that changed since the last call.
    pub(super) fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.dirty).into_iter().map(|key| Change::of(&self.notes, key)).collect()
    }
}

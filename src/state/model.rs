//! What is true right now.

use std::rc::Rc;

use super::gate::Cleared;
use super::ports::StoreError;
pub use super::visit::*;
use super::words::Page;
use crate::content::{Library, Pack};
use crate::domain::date::{Day, Timestamp};
use crate::domain::notes::Notes;
use crate::domain::question::{Path, Question, asked};
use crate::domain::reading::{Reading, read};
use crate::snapshot::{Change, Copied};
pub use crate::snapshot::{Key, Refused};

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
    /// Check-ins.
    CheckIn,
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
    /// What was kept is gone: removed in another tab, or by the browser. The reader is asked before anything is written
    /// back: they may just have removed it.
    Gone,
}

/// What became of the last write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was to be written yet.
    Idle,
    /// Something waits to be written.
    Saving,
    /// Written and read back.
    Saved,
    /// The same, and there may be no room for more soon.
    NearlyFull,
    /// The browser refused.
    NotSaved(StoreError),
    /// The browser refused to remove what is kept.
    NotRemoved,
}

/// What *Undo* brings back. It is offered until the reader goes to another screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undo {
    /// A record that was deleted, as it was kept.
    Record(Key, String),
    /// All notes as they were before a copy was read in.
    Notes(Box<Notes>),
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
    /// How many stored strings are set aside: they could not be read, or are the other one of two that were changed at once.
    pub n_set_aside: usize,
    /// A copy that was read and waits for the reader's word.
    pub copied: Option<Copied>,
    /// What can be brought back.
    pub undo: Option<Undo>,
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
    /// The record that is being typed in: it is written when the reader pauses.
    pub(super) typing: Option<Key>,
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
    pub fn new(options: Options, mut notes: Notes, storage: Storage, n_set_aside: usize) -> Self {
        // Notes are here only with a reader's word, also where the record of that word cannot be read any more.
        let is_return = notes.has_any();
        notes.settings.keep = is_return;
        let consent = if is_return { Consent::Keep } else { Consent::NotAsked };
        let is_later_visit = !notes.reflections.is_empty();
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
            copied: None,
            undo: None,
            dirty: Vec::new(),
            typing: None,
        }
    }

    /// Goes on with what a widget had in memory when a core stopped that it shared with others. Whoever had not chosen to
    /// keep it has chosen nothing else by that.
    pub fn take_over(&mut self, rescued: &Notes) {
        for key in rescued.keys() {
            if rescued.payload(key).is_some_and(|payload| self.notes.read(key, &payload)) {
                self.touch(key);
            }
        }
        let keeps = self.consent == Consent::Keep;
        if !keeps {
            self.consent = Consent::Nothing;
        }
        self.notes.settings.keep = keeps;
        self.is_return = true;
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

    /// True if what was kept here, and another tab wrote over, may be written again: a sign stops writing.
    #[must_use]
    pub fn writes_again(&self) -> bool {
        self.writes() && matches!(self.visit, Visit::Open(_))
    }

    /// True if the reader may decide now that entries are kept.
    #[must_use]
    pub fn may_keep(&self) -> bool {
        matches!(self.storage, Storage::Works | Storage::Gone) && !self.is_guest
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
                Screen::CheckIn(_) => "checkin",
                Screen::Page(_, page, _) => page.name(),
                Screen::Help(_) => "help",
                Screen::Notes(_, dialog) => dialog.screen_name(),
            },
            Visit::Afraid(visit) => match &visit.screen {
                AfraidScreen::Safe => "safe",
                AfraidScreen::Steps => "steps",
                AfraidScreen::Plan(..) => "plan",
                AfraidScreen::Home(_) => "home",
                AfraidScreen::CheckIn => "checkin",
                AfraidScreen::LookBack => Page::LookBack.name(),
                AfraidScreen::Summary => Page::Summary.name(),
                AfraidScreen::Help(_) => "help",
                AfraidScreen::Notes(_, dialog) => dialog.screen_name(),
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

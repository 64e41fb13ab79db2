//! What happened, in the past tense. A message carries typed values, never an event of the browser.

use super::gate::SafetyAnswer;
use super::keeper::Saving;
use super::model::{Options, Picked};
use super::ports::StoreError;
use super::words::{Copying, Page, Part};
use crate::domain::notes::RecordId;
use crate::domain::plan::{Company, Feeling, Outcome, Size};
use crate::domain::question::{Path, Role};
use crate::domain::step::{Effort, Energy, Setting, Theme};
use crate::snapshot::{Change, Key};

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    /// The reader pressed or chose something.
    Acted(Act),
    /// The own words for "when?" were edited; the whole text.
    TypedMoment(String),
    /// The owner changed an attribute.
    ChangedOptions(Options),
    /// The library file arrived, or failed to.
    LibraryArrived,
    /// Everything that waited was written, or not.
    Saved(Saving),
    /// Another tab wrote these records, or the look at them failed.
    Found(Result<Vec<Change>, StoreError>),
    /// The reader chose a file: its text, or `None` if it is too large. One that cannot be read has an empty text.
    PickedCopy(Option<String>),
    /// A removal ended.
    RemovedAll(Result<(), StoreError>),
    /// Copying to the clipboard ended; false if the browser did not allow it.
    Copied(bool),
}

impl From<Act> for Msg {
    fn from(act: Act) -> Self {
        Self::Acted(act)
    }
}

/// What the reader can press or choose: the meaning of one control. A plain value, so that a control costs
/// no more than naming it. A place in a list is that of the list in the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    // The loader's bar and cover
    /// *Begin* or *I have two minutes* on the cover.
    PressedCover(Path),
    /// *Get help now*.
    PressedHelp,

    // welcome and who
    /// A row of the keep question.
    ChoseKeep(bool),
    /// *Begin* on `welcome`.
    PressedBegin,
    /// *Go on*.
    PressedGoOn,
    /// *I am someone else*.
    PressedSomeoneElse,
    /// A row on `who`.
    ChoseRole(Role),

    // Questions
    /// A row of the question on the screen.
    PickedAnswer(Picked),
    /// *Next*.
    PressedNext,
    /// *Skip this one*.
    PressedSkip,
    /// *Back*.
    PressedBack,
    /// A row of the safety question on the screen.
    PickedSafety(SafetyAnswer),

    // The safety state
    /// *I pressed that by mistake*.
    PressedMistake,
    /// *Always show me steps for myself only*.
    PressedOnlyMine,

    // Picture and steps
    /// *Look at my answers again*.
    PressedAnswers,
    /// *Find a small step*, from wherever.
    PressedSteps,
    /// A row of the energy question.
    ChoseEnergy(Energy),
    /// *Show all steps again*, where only those for oneself were shown.
    PressedAllAgain,
    /// *All steps*, opened or closed.
    ToggledAll,
    /// A filter of the library; `None` means any.
    ChoseSetting(Option<Setting>),
    /// A filter of the library; `None` means any.
    ChoseTheme(Option<Theme>),
    /// A filter of the library; `None` means any.
    ChoseEffort(Option<Effort>),
    /// *Plan this step*, by its place in the library.
    PressedPlan(usize),

    // Plan and home
    /// A row of "when?", by its place among the moments that the content offers.
    ChoseMoment(usize),
    /// The last row of "when?": the reader's own words.
    ChoseOwnWords,
    /// The field with the own words was left.
    LeftMoment,
    /// A row of "how much of it?".
    ChoseSize(Size),
    /// A row of "with them or without?".
    ChoseCompany(Company),
    /// A row of the guess.
    ChoseGuess(Feeling),
    /// *This is my plan*.
    PressedKeepPlan,
    /// *Done*, *Tried* or *Not today* for a plan.
    SaidOutcome(RecordId, Outcome),
    /// The same in the safety state, by place in the list.
    SaidOpenOutcome(usize, Outcome),
    /// *Let it go*.
    PressedLetGo(RecordId),
    /// *See the picture again*.
    PressedPicture,
    /// *Reflect again*.
    PressedReflect,

    // Pages opened by choice
    /// The way to one of them.
    PressedPage(Page),
    /// A row of "who is speaking?".
    ChoseSpeaker(Role),
    /// A row of a part of the sentence of one's own; `None` means none.
    ChosePart(Part, Option<usize>),
    /// *Copy*.
    PressedCopy(Copying),

    // help and notes
    /// A country was chosen, by its place; a place past the last means somewhere else.
    ChoseRegion(usize),
    /// *My notes*.
    PressedNotes,
    /// *Download a copy*.
    PressedDownload,
    /// *Keep it on this device from now on*.
    PressedKeepNow,
    /// *Stop keeping, and remove what is kept*.
    PressedStopKeeping,
    /// *Read a copy back in*.
    PressedReadBack,
    /// *Add it to what is here*, or, if true, *put it in the place of what is here*.
    ConfirmedTakeIn(bool),
    /// *Undo*.
    PressedUndo,
    /// *Delete* of a single record.
    PressedRemove(Key),
    /// *Delete everything*.
    PressedDelete,
    /// *Yes, delete everything*.
    ConfirmedDelete,
    /// *No, leave it*.
    Cancelled,
}

impl Act {
    /// True if the control that was pressed is gone afterwards, or means something else: the focus then needs
    /// a new place.
    #[must_use]
    pub fn takes_its_button_away(self) -> bool {
        matches!(
            self,
            Self::SaidOutcome(..)
                | Self::SaidOpenOutcome(..)
                | Self::PressedLetGo(_)
                | Self::PressedOnlyMine
                | Self::PressedAllAgain
                | Self::PressedKeepNow
                | Self::PressedStopKeeping
                | Self::PressedUndo
                | Self::PressedRemove(_)
        )
    }
}

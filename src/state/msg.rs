//! What happened, in the past tense. A message carries typed values, never an event of the browser.

use super::gate::SafetyAnswer;
use super::keeper::Saving;
use super::model::{Options, Picked};
use super::ports::StoreError;
use super::words::{Copying, Line, Page, Part};
use crate::domain::check_in::{Level, Moment};
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
    /// A field was edited; its whole text.
    Typed(Field, String),
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

/// A field to type in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The own words for "when?".
    Moment,
    /// The line of a check-in, or of what became of a plan.
    Line,
    /// The title of a reminder.
    Title,
    /// Its day.
    Day,
    /// Its time.
    Time,
    /// A question of one's own, for a professional.
    Ask,
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
    /// The same, from the first question on that tells of the two of them.
    PressedStrain,
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
    /// *Undo* of what was said last of a plan, right after it was said.
    TookBackOutcome,
    /// *Let it go*.
    PressedLetGo(RecordId),
    /// *Change it*.
    PressedChange(RecordId),
    /// *Let it rest*, or *Take it up again*.
    PressedRest(RecordId),
    /// *Make it the two-minute version*.
    PressedTwoMinutes(RecordId),
    /// A row of "how did it feel?", of the plan just spoken of.
    ChoseFelt(Feeling),
    /// A field was left after it was typed in.
    LeftField,
    /// *Put it in a calendar*, opened or closed.
    ToggledCalendar(RecordId),
    /// *Download the reminder*.
    PressedCalendar,

    // Check-in, look back, summary
    /// *Check in*.
    PressedCheckIn,
    /// There is a check-in of today: *add another one* if true, else *change it*.
    ChoseAnother(bool),
    /// A row of "how thick is the fog?"; `None` is not sure, as below.
    ChoseFog(Option<Level>),
    /// A row of "how close do you feel?".
    ChoseCloseness(Option<Level>),
    /// A row of "a good moment with your partner?".
    ChoseTogether(Option<Moment>),
    /// A row of "a good moment elsewhere?".
    ChoseElsewhere(Option<Moment>),
    /// A row of "how far back?": all if true, else eight weeks.
    ChoseAllDays(bool),
    /// A line of the summary, taken or left out.
    ToggledLine(Line),
    /// *Print it*.
    PressedPrint,
    /// *Your small steps*.
    PressedHome,
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
    /// *Who can read this, and what is kept*.
    PressedPrivacy,
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
                | Self::TookBackOutcome
                | Self::PressedLetGo(_)
                | Self::PressedRest(_)
                | Self::PressedTwoMinutes(_)
                | Self::ChoseAnother(_)
                | Self::PressedOnlyMine
                | Self::PressedAllAgain
                | Self::PressedKeepNow
                | Self::PressedStopKeeping
                | Self::PressedUndo
                | Self::PressedRemove(_)
        )
    }
}

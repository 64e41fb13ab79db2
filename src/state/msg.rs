//! What happened, in the past tense. A message carries typed values, never an event of the browser.

use std::rc::Rc;

use super::gate::SafetyAnswer;
use super::model::{Options, Picked};
use super::ports::StoreError;
use crate::domain::notes::{MomentChoice, RecordId};
use crate::domain::plan::{Company, Feeling, Outcome, Size};
use crate::domain::question::{Path, Role};
use crate::domain::step::{Effort, Energy, Setting, StepId, Theme};

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Msg {
    // The loader's bar and cover
    /// *Begin* or *I have two minutes* on the cover.
    PressedCover(Path),
    /// *Get help now*.
    PressedHelp,
    /// The owner changed an attribute.
    ChangedOptions(Options),
    /// The library file arrived, or failed to.
    LibraryArrived,

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
    /// *All steps*, opened or closed.
    ToggledAll,
    /// A filter of the library; `None` means any.
    ChoseSetting(Option<Setting>),
    /// A filter of the library; `None` means any.
    ChoseTheme(Option<Theme>),
    /// A filter of the library; `None` means any.
    ChoseEffort(Option<Effort>),
    /// *Plan this step*.
    PressedPlan(StepId),

    // Plan and home
    /// A row of "when?".
    ChoseMoment(MomentChoice),
    /// The own words for "when?" were edited; the whole text.
    TypedMoment(String),
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

    // help and notes
    /// A country was chosen; `None` means somewhere else.
    ChoseRegion(Option<Rc<str>>),
    /// *My notes*.
    PressedNotes,
    /// *Download a copy*.
    PressedDownload,
    /// *Keep it on this device from now on*.
    PressedKeepNow,
    /// *Stop keeping, and remove what is kept*.
    PressedStopKeeping,
    /// *Delete everything*.
    PressedDelete,
    /// *Yes, delete everything*.
    ConfirmedDelete,
    /// *No, leave it*.
    CancelledDelete,

    // Answers of the world
    /// A write ended.
    SavedRecords(Result<(), StoreError>),
    /// A removal ended.
    RemovedAll(Result<(), StoreError>),
}

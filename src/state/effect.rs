//! What an update wants done. Effects are values; `app` carries them out.

use super::words::Copying;
use crate::snapshot::Change;

/// How far a visit has come, in the only three words that the host page is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The reader left `welcome`.
    Begun,
    /// The first question is on the screen.
    Reflecting,
    /// The reflection is behind the reader; safety questions, of which the page must learn nothing, come after.
    Finished,
}

impl Progress {
    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Reflecting => "reflecting",
            Self::Finished => "finished",
        }
    }
}

/// One thing to be done after an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Hand these records to the loader's rescue copy; if `write` is true, also write them to the store.
    Keep {
        /// The records.
        changes: Vec<Change>,
        /// True only with the reader's word: consent to keep, or a press for this very setting.
        write: bool,
    },
    /// The same for a record that is being typed in: written when the reader pauses, or goes.
    KeepSoon {
        /// The record.
        change: Change,
        /// As for [`Effect::Keep`].
        write: bool,
    },
    /// A safety sign came: what waits is written now or not at all.
    StopWriting,
    /// Look at what other tabs wrote.
    Look,
    /// Memory agrees with these records as they stand in the store.
    Saw(Vec<Change>),
    /// What was kept before is gone and does not count: what is kept now is kept anew.
    BeginAnew,
    /// Ask the browser not to clear what is kept.
    Persist,
    /// Let the reader choose a copy to read back in.
    PickCopy,
    /// Drop the loader's rescue copy of every record.
    DropCopies,
    /// Remove everything of ours from the store.
    RemoveAll,
    /// Remove the files by which the page of its own works offline: the reader deleted everything, and they would tell of it.
    DropFiles,
    /// Move the focus to the heading of the new screen, and bring its top into sight.
    FocusHeading,
    /// Move the focus to the heading and leave everything where it is: the button that was pressed is gone, or
    /// now means something else.
    FocusInPlace,
    /// Tell the host page how far the visit is.
    Tell(Progress),
    /// Offer a copy of everything as a file.
    Download,
    /// Offer a reminder as a calendar file.
    Calendar(String),
    /// Copy what stands on this sheet of the screen.
    CopySheet(Copying),
    /// Print what stands on the sheet, and nothing else.
    Print,
    /// Copy this to the clipboard.
    Copy(String),
}

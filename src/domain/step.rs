//! Small steps without their wording: what each asks of a reader, and who must not be shown it.

use std::rc::Rc;

use super::question::{Role, Thread};
use super::word::{Set, words};

/// The id of a step, as the content files write it (`one-song`).
pub type StepId = Rc<str>;

words! {
    /// How much a step takes.
    Effort {
        /// Up to five minutes, no preparation, possible on a bad day.
        Tiny = "tiny",
        /// One planned moment of up to about half an hour.
        Small = "small",
        /// More strength, several attempts or outside help.
        Medium = "medium",
    }
}

words! {
    /// How much energy is there now, in the reader's own estimate.
    Energy {
        /// "Empty."
        Empty = "empty",
        /// "A little."
        Little = "little",
        /// "Some."
        Some = "some",
    }
}

words! {
    /// Whether a step is done alone or asks something of the partner.
    Setting {
        /// Nothing is asked of the partner. Not the same as safe: see [`Step::open_when_afraid`].
        Alone = "alone",
        /// The partner takes part or is spoken to.
        Together = "together",
    }
}

words! {
    /// What a step is about, in the order in which the filter offers it.
    Theme {
        /// The reader's own care.
        Care = "care",
        /// Nearness and touch.
        Closeness = "closeness",
        /// Time shared.
        Time = "time",
        /// Talking and listening.
        Talk = "talk",
        /// Saying what is good.
        Appreciation = "appreciation",
        /// Disagreement and repair.
        Conflict = "conflict",
        /// Limits and expectations.
        Limits = "limits",
        /// Structure in the day.
        Routine = "routine",
        /// Help from a professional or a group.
        Help = "help",
    }
}

/// A step without its wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Unique among all steps.
    pub id: StepId,
    /// How much it takes.
    pub effort: Effort,
    /// Minutes it lasts, 1 to 120.
    pub minutes: u16,
    /// Alone or together.
    pub setting: Setting,
    /// What it is about.
    pub theme: Theme,
    /// The least energy it asks for.
    pub energy: Energy,
    /// The roles it is meant for.
    pub roles: Set<Role>,
    /// The threads it answers to; empty if it fits any.
    pub threads: Set<Thread>,
    /// Marks of this step, as bits: see the methods.
    pub marks: u8,
}

impl Step {
    /// Bit of [`Step::marks`]: may be shown when the reader is afraid.
    pub const OPEN_WHEN_AFRAID: u8 = 1;
    /// Bit of [`Step::marks`]: touch; always shown with the consent line.
    pub const TOUCH: u8 = 2;
    /// Bit of [`Step::marks`]: appreciation, patience, forgiveness or touch towards the partner.
    pub const WARM: u8 = 4;
    /// Bit of [`Step::marks`]: one limit for oneself, or a talk with a third person.
    pub const OUTSIDE: u8 = 8;

    /// True only if nothing is asked of the reader towards the partner. Absent in the data means closed:
    /// "alone" is not the same as safe.
    #[must_use]
    pub fn open_when_afraid(&self) -> bool {
        self.marks & Self::OPEN_WHEN_AFRAID != 0
    }

    /// True if the step is touch, which always carries the line "if you both want to".
    #[must_use]
    pub fn is_touch(&self) -> bool {
        self.marks & Self::TOUCH != 0
    }

    /// True if it asks for appreciation, patience, forgiveness or touch. Not suggested to a reader whose
    /// partner's acts were repeatedly cold.
    ///
    /// # Source
    /// Forgiveness and optimism went with worse well-being in troubled marriages: McNulty and Fincham 2012,
    /// doi 10.1037/a0024572.
    #[must_use]
    pub fn is_warm(&self) -> bool {
        self.marks & Self::WARM != 0
    }

    /// True if it is own support, one limit for oneself, or a talk with a third person.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        self.marks & Self::OUTSIDE != 0
    }
}

//! Small steps without their wording: what each asks of a reader, and who must not be shown it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_tuple::{Deserialize_tuple, Serialize_tuple};

use super::question::{Role, Thread};

/// The id of a step, as the content files write it (`one-song`).
pub type StepId = Rc<str>;

/// How much a step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effort {
    /// Up to five minutes, no preparation, possible on a bad day.
    Tiny,
    /// One planned moment of up to about half an hour.
    Small,
    /// More strength, several attempts or outside help.
    Medium,
}

/// How much energy is there now, in the reader's own estimate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Energy {
    /// "Empty."
    Empty,
    /// "A little."
    Little,
    /// "Some."
    Some,
}

impl Energy {
    /// Every level, from least to most.
    pub const ALL: [Self; 3] = [Self::Empty, Self::Little, Self::Some];
}

/// Whether a step is done alone or asks something of the partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// Nothing is asked of the partner. Not the same as safe: see [`Step::open_when_afraid`].
    Alone,
    /// The partner takes part or is spoken to.
    Together,
}

/// What a step is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Talking and listening.
    Talk,
    /// Nearness and touch.
    Closeness,
    /// Time shared.
    Time,
    /// Saying what is good.
    Appreciation,
    /// Limits and expectations.
    Limits,
    /// The reader's own care.
    Care,
    /// Structure in the day.
    Routine,
    /// Disagreement and repair.
    Conflict,
    /// Help from a professional or a group.
    Help,
}

impl Theme {
    /// Every theme, in the order in which the filter offers them.
    pub const ALL: [Self; 9] = [
        Self::Care,
        Self::Closeness,
        Self::Time,
        Self::Talk,
        Self::Appreciation,
        Self::Conflict,
        Self::Limits,
        Self::Routine,
        Self::Help,
    ];
}

/// A step without its wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize_tuple, Deserialize_tuple)]
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
    pub roles: Vec<Role>,
    /// The threads it answers to; empty if it fits any.
    pub threads: Vec<Thread>,
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

//! Questions without their wording: who is asked, in which order, and what each answer adds to which
//! thread. Names follow FHIR's Questionnaire: a question has answer options.

use super::answer::{OptionId, QuestionId};
use super::word::{Set, words};

words! {
    /// Whose eyes the reflection looks through.
    Role {
        /// "I feel numb or low."
        Numb = "numb",
        /// "My partner is low or far away."
        Supporter = "supporter",
        /// "Both of us."
        Both = "both",
        /// "Not sure."
        Unsure = "unsure",
    }
}

impl Role {
    /// The threads a reflection in this role looks at, in the order in which they are told.
    ///
    /// A supporter has no fog thread: what they notice in the partner is told back, never read.
    #[must_use]
    pub fn threads(self) -> &'static [Thread] {
        match self {
            Self::Numb => &[Thread::Fog, Thread::Strain, Thread::Weather],
            Self::Supporter => &[Thread::Wear, Thread::Strain, Thread::Weather],
            Self::Both | Self::Unsure => &[Thread::Fog, Thread::Wear, Thread::Strain, Thread::Weather],
        }
    }
}

words! {
    /// One of the four threads a picture is drawn from. Each is a strain, so "strong" is never praise.
    Thread {
        /// Low mood on the reader's own side: flatness everywhere, body cues, self-blame.
        Fog = "fog",
        /// What happened between the two: contempt, stonewalling, unsettled quarrels, unmet needs.
        Strain = "strain",
        /// Load from outside: stress, grief, birth, illness, medicine that blunts feeling.
        Weather = "weather",
        /// How worn out the reader is from carrying.
        Wear = "wear",
    }
}

/// What one answer adds to one thread.
///
/// `points` runs from -3 to 3 and is never 0: above zero it speaks for the thread, below zero against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The thread.
    pub thread: Thread,
    /// -3 to 3, never 0.
    pub points: i8,
}

/// One answer, by places in the content's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// Place among all questions.
    pub question: u8,
    /// Place among the options of that question.
    pub option: u8,
}

/// One answer option of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerOption {
    /// Unique within its question.
    pub id: OptionId,
    /// At most one weight a thread; empty if the answer is only told back.
    pub adds: Vec<Weight>,
    /// Marks of this option, as bits: see [`AnswerOption::is_safety_sign`] and [`AnswerOption::is_cold`].
    pub marks: u8,
}

impl AnswerOption {
    /// Bit of [`AnswerOption::marks`]: the answer is a sign that the reader may not be safe.
    pub const SAFETY_SIGN: u8 = 1;
    /// Bit of [`AnswerOption::marks`]: the partner's acts were repeatedly cold, mocking or dismissive.
    pub const COLD: u8 = 2;

    /// True if this answer is a sign that the reader may not be safe at home. Such answers are never kept.
    #[must_use]
    pub fn is_safety_sign(&self) -> bool {
        self.marks & Self::SAFETY_SIGN != 0
    }

    /// True if this answer reports acts of the partner that were repeatedly cold, mocking or dismissive.
    #[must_use]
    pub fn is_cold(&self) -> bool {
        self.marks & Self::COLD != 0
    }
}

/// A question without its wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Unique among all questions.
    pub id: QuestionId,
    /// The roles it is asked in.
    pub roles: Set<Role>,
    /// The roles whose two-minute path includes it; each also stands in `roles`.
    pub short: Set<Role>,
    /// The options, in the order shown. "Not sure" and "skip" belong to every question and are not listed.
    pub options: Vec<AnswerOption>,
    /// True if it asks what the reader notices in the partner: told back as a list, kept out of print.
    pub about_partner: bool,
}

impl Question {
    /// True if one of its answers adds to `thread`.
    #[must_use]
    pub fn tells_of(&self, thread: Thread) -> bool {
        self.options.iter().any(|option| option.adds.iter().any(|weight| weight.thread == thread))
    }

    /// The option with this id; `None` for an id of an older or newer content.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&AnswerOption> {
        self.options.iter().find(|option| &*option.id == id)
    }
}

words! {
    /// How long the reader has.
    Path {
        /// Every question of the role.
        Full = "full",
        /// The two-minute path: the role's `short` questions.
        Short = "short",
    }
}

/// The questions asked in `role` on `path`, as indices into `questions`, in order.
#[must_use]
pub fn asked(questions: &[Question], role: Role, path: Path) -> Vec<usize> {
    questions
        .iter()
        .enumerate()
        .filter(|(_, question)| match path {
            Path::Full => question.roles.contains(role),
            Path::Short => question.short.contains(role),
        })
        .map(|(idx, _)| idx)
        .collect()
}

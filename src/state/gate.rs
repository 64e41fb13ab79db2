//! The safety questions, and the proof of having passed them.
//!
//! A screen with a reading, a phrase or a couple step asks for a [`Cleared`]; only [`SafetyRound::answer`]
//! makes one. So no door can lead past the questions: it would not compile.

use crate::content::SafetyQuestion;

/// Proof that the safety questions of this visit were asked and gave no sign. It holds no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cleared {
    passed_by: bool,
}

impl Cleared {
    /// True if at least one question was passed by. Couple steps then carry "only if you feel safe".
    #[must_use]
    pub fn passed_by(self) -> bool {
        self.passed_by
    }
}

/// What a reader can say to a safety question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyAnswer {
    /// A sign that the reader may not be safe.
    Yes,
    /// No.
    No,
    /// "I would rather not say."
    Pass,
}

/// The round of safety questions of one visit. Answers are not kept in it, only how far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SafetyRound {
    /// True for the one question that stands for all on a later visit.
    is_later: bool,
    /// How many questions it has, at least one.
    total: usize,
    position: usize,
    passed_by: bool,
}

/// The questions of a round, in order.
fn asked(questions: &[SafetyQuestion], is_later: bool) -> impl Iterator<Item = &SafetyQuestion> {
    questions
        .iter()
        .filter(move |question| if is_later { question.later_visit } else { question.first_visit })
}

/// Where an answer leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SafetyOutcome {
    /// To the next question.
    More(SafetyRound),
    /// Past the gate.
    Cleared(Cleared),
    /// Into the safety state.
    Sign,
}

impl SafetyRound {
    /// A round over those of the pack's `questions` that a first or a later visit asks. `None` if there are
    /// none: then there is no way past the gate, and the caller stays where it is.
    #[must_use]
    pub fn new(questions: &[SafetyQuestion], is_later: bool) -> Option<Self> {
        let total = asked(questions, is_later).count();
        (total > 0).then_some(Self { is_later, total, position: 0, passed_by: false })
    }

    /// The question on the screen, out of the pack's `questions`.
    #[must_use]
    pub fn question(self, questions: &[SafetyQuestion]) -> Option<&SafetyQuestion> {
        asked(questions, self.is_later).nth(self.position)
    }

    /// Which one it is, from 1, and how many there are.
    #[must_use]
    pub fn count(self) -> (usize, usize) {
        (self.position + 1, self.total)
    }

    /// Takes the answer to the question on the screen.
    #[must_use]
    pub fn answer(mut self, answer: SafetyAnswer) -> SafetyOutcome {
        match answer {
            SafetyAnswer::Yes => return SafetyOutcome::Sign,
            SafetyAnswer::Pass => self.passed_by = true,
            SafetyAnswer::No => {}
        }
        self.position += 1;
        if self.position < self.total {
            SafetyOutcome::More(self)
        } else {
            SafetyOutcome::Cleared(Cleared { passed_by: self.passed_by })
        }
    }

    /// The question before; `None` at the first one.
    #[must_use]
    pub fn back(mut self) -> Option<Self> {
        self.position = self.position.checked_sub(1)?;
        Some(self)
    }
}

//! The safety questions, and the proof of having passed them.
//!
//! A screen with a reading, a phrase or a couple step asks for a [`Cleared`]; only [`SafetyRound::answer`]
//! makes one. So no door can lead past the questions: it would not compile.

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyRound {
    /// Indices of the questions, in order.
    questions: Vec<usize>,
    position: usize,
    passed_by: bool,
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
    /// A round over `questions` (indices into the pack). `None` if there are none: then there is no way
    /// past the gate, and the caller stays where it is.
    #[must_use]
    pub fn new(questions: Vec<usize>) -> Option<Self> {
        (!questions.is_empty()).then_some(Self { questions, position: 0, passed_by: false })
    }

    /// The question on the screen, as an index into the pack.
    #[must_use]
    pub fn question(&self) -> Option<usize> {
        self.questions.get(self.position).copied()
    }

    /// Which one it is, from 1, and how many there are.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.position + 1, self.questions.len())
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
        if self.position < self.questions.len() {
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

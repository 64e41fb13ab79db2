//! What a reader said to a question, with "not sure" and "skipped" kept apart from any "no".

use std::rc::Rc;

use litemap::LiteMap;

/// The id of a question, as the content files write it (`joy-elsewhere`).
pub type QuestionId = Rc<str>;
/// The id of one answer option, unique within its question.
pub type OptionId = Rc<str>;

/// One answer. A question that was never reached has no `Answer` at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The reader chose this option.
    Chosen(OptionId),
    /// The reader said "not sure": unknown, and never evidence of anything.
    NotSure,
    /// The reader passed the question by: unknown, and never evidence of anything.
    Skipped,
}

/// The answers of one reflection, at most one a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(LiteMap<QuestionId, Answer>);

impl Answers {
    /// The answer to `question`; `None` if it was not reached yet.
    #[must_use]
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.0.get(question)
    }

    /// The option chosen for `question`; `None` if unknown for whatever reason.
    #[must_use]
    pub fn chosen(&self, question: &str) -> Option<&OptionId> {
        match self.0.get(question)? {
            Answer::Chosen(option) => Some(option),
            Answer::NotSure | Answer::Skipped => None,
        }
    }

    /// Sets or replaces the answer to `question`.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        self.0.insert(question, answer);
    }

    /// Takes the answer to `question` back, as if it had not been reached.
    pub fn clear(&mut self, question: &str) {
        self.0.remove(question);
    }

    /// True if no question was reached.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All answers, in order of question id.
    pub fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Answer)> {
        self.0.iter()
    }

    /// Keeps only the answers for which `keep` is true.
    pub fn retain(&mut self, mut keep: impl FnMut(&QuestionId, &Answer) -> bool) {
        self.0.retain(|question, answer| keep(question, answer));
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

//! When a single observation is called for: never by a strength or a sum, only by what the reader said.

use super::answer::Answers;
use super::question::{Question, Role};
use super::word::Set;

/// One answer, by places in the content's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// Place among all questions.
    pub question: u8,
    /// Place among the options of that question.
    pub option: u8,
}

/// Whose answers call for an observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Whose eyes.
    pub roles: Set<Role>,
    /// From each inner list at least one answer was given. Never empty, and no inner list is.
    pub when: Vec<Vec<Cue>>,
    /// True if it explains the partner's distance kindly, or asks for understanding or patience. Not shown where
    /// their acts were repeatedly cold: what explains must not excuse.
    pub softens: bool,
}

impl Rule {
    /// The answers that call for it, in the order of the content; `None` if they do not.
    ///
    /// "Not sure" and "skip" are unknown, and call for nothing.
    #[must_use]
    pub fn called_by(&self, questions: &[Question], role: Role, answers: &Answers) -> Option<Vec<Cue>> {
        let mut evidence = Vec::new();
        for group in &self.when {
            let before = evidence.len();
            evidence.extend(group.iter().filter(|cue| cue.was_given(questions, role, answers)));
            if evidence.len() == before {
                return None;
            }
        }
        self.roles.contains(role).then_some(evidence)
    }
}

impl Cue {
    /// True if `answers` has it, to a question that this role is asked.
    fn was_given(self, questions: &[Question], role: Role, answers: &Answers) -> bool {
        let question =
            questions.get(usize::from(self.question)).filter(|question| question.roles.contains(role));
        question.is_some_and(|question| {
            let option = question.options.get(usize::from(self.option)).map(|option| &option.id);
            option.is_some() && answers.chosen(&question.id) == option
        })
    }
}

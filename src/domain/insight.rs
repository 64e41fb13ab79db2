//! When a single observation is called for: never by a strength or a sum, only by what the reader said.

use super::answer::Answers;
use super::question::{Question, Role};
use super::reading::Evidence;

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
    pub roles: Vec<Role>,
    /// From each inner list at least one answer was given. Never empty, and no inner list is.
    pub when: Vec<Vec<Cue>>,
    /// True if it explains the partner's distance kindly, or asks for understanding or patience. Not shown where
    /// their acts were repeatedly cold: what explains must not excuse.
    pub softens: bool,
}

impl Rule {
    /// The answers that call for it, in the order of the questions; `None` if they do not.
    ///
    /// "Not sure" and "skip" are unknown, and call for nothing.
    #[must_use]
    pub fn called_by(&self, questions: &[Question], role: Role, answers: &Answers) -> Option<Vec<Evidence>> {
        if !self.roles.contains(&role) {
            return None;
        }
        let mut evidence = Vec::new();
        for group in &self.when {
            let before = evidence.len();
            for cue in group {
                let Some(question) = questions.get(usize::from(cue.question)) else { continue };
                let Some(option) = question.options.get(usize::from(cue.option)) else { continue };
                if question.roles.contains(&role) && answers.chosen(&question.id) == Some(&option.id) {
                    evidence.push(Evidence { question: question.id.clone(), option: option.id.clone() });
                }
            }
            if evidence.len() == before {
                return None;
            }
        }
        Some(evidence)
    }
}

//! When a single observation is called for: never by a strength or a sum, only by what the reader said.

use super::question::{Cue, Role};
use super::word::Set;

/// Whose answers call for an observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Whose eyes.
    pub roles: Set<Role>,
    /// From each inner list at least one answer was given. Never empty, and no inner list is.
    pub when: Vec<Vec<Cue>>,
    /// None of these was given: answers that say the opposite of what it says.
    pub unless: Vec<Cue>,
    /// True if it explains the partner's distance kindly, or asks for understanding or patience. Not shown where
    /// their acts were repeatedly cold: what explains must not excuse.
    pub softens: bool,
}

impl Rule {
    /// Those of the answers `given` that call for it, in the order of the content; `None` if they do not.
    ///
    /// "Not sure" and "skip" are never among the answers given: they are unknown, and call for nothing.
    #[must_use]
    pub fn called_by(&self, role: Role, given: &[Cue]) -> Option<Vec<Cue>> {
        if !self.roles.contains(role) || self.unless.iter().any(|cue| given.contains(cue)) {
            return None;
        }
        let mut evidence = Vec::new();
        for group in &self.when {
            let before = evidence.len();
            evidence.extend(group.iter().filter(|cue| given.contains(cue)));
            if evidence.len() == before {
                return None;
            }
        }
        Some(evidence)
    }
}

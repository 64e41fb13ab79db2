//! Things to say, without their wording: who says them, and how much they ask.

use std::rc::Rc;

use super::question::Role;
use super::step::Energy;
use super::word::Set;

/// A phrase without its wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Unique among all phrases.
    pub id: Rc<str>,
    /// Who says it.
    pub roles: Set<Role>,
    /// The least energy it asks for.
    pub energy: Energy,
    /// True if it is said to oneself.
    pub to_self: bool,
    /// True if it is warm, patient or comforting towards the partner: not shown where their acts were repeatedly cold.
    pub warm: bool,
}

impl Phrase {
    /// True if it fits who speaks and how much energy is there now; `None` for energy means: not said, show all.
    #[must_use]
    pub fn fits(&self, speaker: Role, energy: Option<Energy>) -> bool {
        self.roles.contains(speaker) && energy.is_none_or(|energy| self.energy <= energy)
    }
}

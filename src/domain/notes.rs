//! Everything of a reader that can be kept, and nothing else. What is not in [`Notes`] is never stored:
//! safety answers and whatever follows a safety sign have no field here.

use std::fmt;
use std::rc::Rc;

use litemap::LiteMap;

use super::answer::{Answers, QuestionId};
use super::check_in::CheckIn;
use super::date::Day;
use super::digits::{digits, number};
use super::plan::{Company, Feeling, Moment, Plan, Size};
use super::question::{Path, Role};
use super::step::StepId;

/// The id of a kept reflection, plan or check-in: the millisecond of its making, made unique by counting on. Written
/// in base 36.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordId(pub u64);

const BASE: u32 = 36;

impl RecordId {
    /// The largest id: the last millisecond that a browser's clock can show.
    pub const MAX: Self = Self(8_640_000_000_000_000);

    /// Reads an id as [`RecordId`] writes it; `None` for any other spelling, also of the same number, and for what is
    /// over [`Self::MAX`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(number(text, BASE)?);
        (id <= Self::MAX && id.spelled() == text).then_some(id)
    }

    /// The id in base 36, without leading zeros.
    #[must_use]
    pub fn spelled(self) -> String {
        digits(self.0, BASE)
    }

    /// The id behind this one; the first one behind the last.
    #[must_use]
    pub fn next(self) -> Self {
        if self < Self::MAX { Self(self.0 + 1) } else { Self(0) }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.spelled())
    }
}

/// What [`Settings::region`] holds for a country that has no row of its own.
pub const ELSEWHERE: &str = "elsewhere";

/// The reader's choices about the page itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// True once the reader chose to keep what they enter.
    pub keep: bool,
    /// The door they came through last.
    pub role: Option<Role>,
    /// "Show me steps for myself only": a neutral setting that says nothing about why.
    pub only_mine: bool,
    /// The country chosen for help lines, as ISO 3166, or [`ELSEWHERE`].
    pub region: Option<Rc<str>>,
}

/// A reflection that was begun and has no picture yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose eyes.
    pub role: Role,
    /// How long the reader has.
    pub path: Path,
    /// The question the reader stands at; `None` before the first.
    pub at: Option<QuestionId>,
    /// Answers so far.
    pub answers: Answers,
}

/// A reflection that led to a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reflection {
    /// Whose eyes.
    pub role: Role,
    /// How long the reader had.
    pub path: Path,
    /// The day of the picture, in the reader's time zone.
    pub made_on: Day,
    /// The answers.
    pub answers: Answers,
}

/// A plan as it is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDraft {
    /// The step.
    pub step: StepId,
    /// Where the moment comes from; `None` until chosen.
    pub moment: Option<MomentChoice>,
    /// What was typed as own words, as typed, at most 300 characters.
    pub own: String,
    /// Full or two-minute version.
    pub size: Size,
    /// With the partner or without.
    pub company: Company,
    /// The guess; `None` if not guessed.
    pub guess: Option<Feeling>,
    /// The plan that is being changed; `None` for a new one.
    pub changes: Option<RecordId>,
}

/// The row chosen for "when?".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MomentChoice {
    /// A moment that the content offers, by id.
    Offered(Rc<str>),
    /// The reader's own words.
    Own,
}

impl PlanDraft {
    /// An empty plan for `step`.
    #[must_use]
    pub fn new(step: StepId) -> Self {
        Self {
            step,
            moment: None,
            own: String::new(),
            size: Size::Full,
            company: Company::AsDescribed,
            guess: None,
            changes: None,
        }
    }

    /// The plan under `id` as it stands, to be changed.
    #[must_use]
    pub fn of(id: RecordId, plan: &Plan) -> Self {
        let (moment, own) = match &plan.moment {
            Moment::Offered(time) => (MomentChoice::Offered(time.clone()), String::new()),
            Moment::Own(words) => (MomentChoice::Own, words.as_str().to_owned()),
        };
        Self {
            step: plan.step.clone(),
            moment: Some(moment),
            own,
            size: plan.size,
            company: plan.company,
            guess: plan.guess,
            changes: Some(id),
        }
    }

    /// The own words as typed so far, of which 300 characters are taken.
    pub fn type_own(&mut self, text: &str) {
        self.moment = Some(MomentChoice::Own);
        self.own = text.chars().take(300).collect();
    }
}

/// Where *Go on* leads. `safety` and `safe` are not among them: nobody comes back to those.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Place {
    /// Choosing a door.
    #[default]
    Who,
    /// The questions; [`Draft::at`] says which.
    Questions,
    /// The picture of the latest reflection.
    Picture,
    /// Choosing a step.
    Steps,
    /// Making a plan.
    Plan(PlanDraft),
    /// The open plans.
    Home,
}

/// Everything of a reader that can be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// Choices about the page itself.
    pub settings: Settings,
    /// Where *Go on* leads.
    pub place: Place,
    /// A reflection that was begun.
    pub draft: Option<Draft>,
    /// Reflections, by id, which is the order of their making.
    pub reflections: LiteMap<RecordId, Reflection>,
    /// Plans, by id, which is the order of their making.
    pub plans: LiteMap<RecordId, Plan>,
    /// Check-ins, by id, which is the order of their making.
    pub check_ins: LiteMap<RecordId, CheckIn>,
}

impl Notes {
    /// The latest reflection.
    #[must_use]
    pub fn latest(&self) -> Option<&Reflection> {
        self.reflections.last().map(|(_, latest)| latest)
    }

    /// The plans that are not done or tried yet, oldest first.
    pub fn open_plans(&self) -> impl Iterator<Item = (&RecordId, &Plan)> {
        self.plans.iter().filter(|(_, plan)| plan.is_open())
    }

    /// True if a reader has been here and kept something.
    #[must_use]
    pub fn has_any(&self) -> bool {
        self.settings.keep || self.draft.is_some() || !self.record_keys().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        for number in [0, 35, 36, 1_700_000_000_000, RecordId::MAX.0] {
            assert_eq!(RecordId::parse(&RecordId(number).to_string()), Some(RecordId(number)));
        }
        for text in ["", "A1", "01", "+1", "a 1", "\u{e4}", "zzzzzzzzzzzzzzzz", "3w5e11264sgsf"] {
            assert_eq!(RecordId::parse(text), None, "{text}");
        }
    }
}

//! A step made concrete: an if-then plan with a moment, and what became of it.

use std::rc::Rc;

use super::date::Day;
use super::step::StepId;
use super::word::words;

/// The moment of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// One of the everyday moments that the content offers, by id.
    Offered(Rc<str>),
    /// The reader's own words.
    Own(OwnWords),
}

/// What the reader wrote as their own moment: trimmed, one line, 1 to 140 characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnWords(Rc<str>);

impl OwnWords {
    /// The most characters (Unicode scalar values) that are taken. Ours: two lines on a small phone.
    pub const MAX_CHARS: usize = 140;

    /// Parses what was typed: white space is folded, control characters fall away, and what is over
    /// [`Self::MAX_CHARS`] is cut. `None` if nothing is left.
    ///
    /// Direction overrides are taken out, so that a kept line cannot rearrange the words around it.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let (mut words, mut n_chars, mut is_gap) = (String::new(), 0, false);
        for c in typed.chars() {
            if c.is_whitespace() {
                is_gap = n_chars > 0;
            } else if !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
                if n_chars + usize::from(is_gap) >= Self::MAX_CHARS {
                    break;
                }
                if is_gap {
                    words.push(' ');
                    n_chars += 1;
                }
                words.push(c);
                n_chars += 1;
                is_gap = false;
            }
        }
        (!words.is_empty()).then(|| Self(words.into()))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

words! {
    /// Full or two-minute version.
    Size {
        /// The step as it is described.
        Full = "full",
        /// The two-minute version.
        TwoMinutes = "two-minutes",
    }
}

words! {
    /// With the partner or without.
    Company {
        /// As the step is described.
        AsDescribed = "as-described",
        /// The version without the partner.
        WithoutThem = "without-them",
    }
}

words! {
    /// A guess, or afterwards a judgement, of how good it feels. Words only, no numbers are shown.
    Feeling {
        /// "Not good at all."
        NotAtAll = "not-at-all",
        /// "A little."
        Little = "little",
        /// "So-so."
        Middling = "middling",
        /// "Good."
        Good = "good",
        /// "Very good."
        VeryGood = "very-good",
    }
}

words! {
    /// What a reader said of a plan on one day. Each of the three counts.
    Outcome {
        /// "Done."
        Done = "done",
        /// "Tried."
        Tried = "tried",
        /// "Not today": the plan stays open.
        NotToday = "not-today",
    }
}

impl Outcome {
    /// True if the plan is finished by it.
    #[must_use]
    pub fn closes(self) -> bool {
        match self {
            Self::Done | Self::Tried => true,
            Self::NotToday => false,
        }
    }
}

/// One outcome with its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The reader's own day.
    pub day: Day,
    /// What the reader said.
    pub outcome: Outcome,
    /// How it felt; `None` if that was not said.
    pub felt: Option<Feeling>,
    /// A line of the reader's own.
    pub line: Option<OwnWords>,
}

impl Entry {
    /// `outcome` on `day`, and nothing more said of it.
    #[must_use]
    pub fn on(day: Day, outcome: Outcome) -> Self {
        Self { day, outcome, felt: None, line: None }
    }
}

/// An if-then plan: at `moment`, do `step`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The step.
    pub step: StepId,
    /// When.
    pub moment: Moment,
    /// Full or two-minute version.
    pub size: Size,
    /// With the partner or without.
    pub company: Company,
    /// The reader's guess how good it will feel; `None` if not guessed.
    pub guess: Option<Feeling>,
    /// The day it was made.
    pub made_on: Day,
    /// True while it rests: it stands apart from the open ones.
    pub rests: bool,
    /// What became of it, in order of entry.
    pub entries: Vec<Entry>,
}

impl Plan {
    /// The most plans that stand open at once. Ours: more would be a list of duties.
    pub const MAX_OPEN: usize = 3;

    /// How often *not today* in a row leads to the offer of a smaller step. Ours.
    pub const OFTEN: usize = 3;

    /// True until it was done or tried.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.entries.iter().any(|entry| entry.outcome.closes())
    }

    /// True if the last [`Self::OFTEN`] things said of it were *not today*.
    #[must_use]
    pub fn is_often_put_off(&self) -> bool {
        let put_off = self.entries.iter().rev().take_while(|entry| entry.outcome == Outcome::NotToday);
        put_off.count() >= Self::OFTEN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(typed: &str) -> Option<String> {
        OwnWords::parse(typed).map(|words| words.as_str().to_owned())
    }

    #[test]
    fn own_words_are_folded_to_one_line() {
        assert_eq!(parsed("  after\n the\t bus "), Some("after the bus".to_owned()));
        assert_eq!(parsed(" \n\t "), None);
    }

    #[test]
    fn own_words_cannot_turn_the_text_around_them() {
        assert_eq!(parsed("a\u{202e}b\u{2066}c\u{0}"), Some("abc".to_owned()));
    }

    #[test]
    fn own_words_end_at_140_characters() {
        assert_eq!(parsed(&"ä".repeat(500)).map(|words| words.chars().count()), Some(140));
    }
}

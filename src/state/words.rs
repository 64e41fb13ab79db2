//! The pages that are opened by choice, and what a reader picks on *Words to say*. Nothing of it is kept: words for
//! someone else are best not found.

use crate::content::{Sentence, fill};
use crate::domain::notes::RecordId;
use crate::domain::question::Role;

/// A page that is opened by choice only, never by an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Things to say.
    Words,
    /// What people often say, from both sides.
    Myths,
    /// Staying, going, not deciding.
    StayingGoing,
    /// Weeks of check-ins.
    LookBack,
    /// A page for a professional, and something to say to the partner.
    Summary,
}

impl Page {
    /// Its name, as `data-screen` says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Myths => "myths",
            Self::StayingGoing => "staying-going",
            Self::LookBack => "look-back",
            Self::Summary => "summary",
        }
    }
}

/// The three parts of a sentence of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What one saw.
    Seen,
    /// How it felt.
    Felt,
    /// What one would like.
    Wish,
}

/// What was picked on *Words to say*.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordsChoice {
    /// Who speaks; `None` as long as the door chosen before stands.
    pub speaker: Option<Role>,
    /// The row of each list of [`Sentence`]; `None` if none was picked.
    pub seen: Option<usize>,
    /// The feeling.
    pub felt: Option<usize>,
    /// The wish.
    pub wish: Option<usize>,
    /// What *Copy* was pressed beside last; `None` if nothing since the last choice.
    pub copying: Option<Copying>,
    /// What became of it; `None` as long as the browser has not answered.
    pub copied: Option<bool>,
}

/// What can be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copying {
    /// A phrase, by its place in the library.
    Phrase(usize),
    /// The sentence of one's own.
    Sentence,
    /// The summary as it stands on the screen.
    Sheet,
    /// What might be said to the partner, as it stands on the screen.
    Letter,
}

/// A line that a reader can take into the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The day of the first reflection.
    First,
    /// The days with a check-in, in counts.
    Days,
    /// An answer of the latest reflection, by the place of its question in the content.
    Answer(usize),
    /// A step that was done or tried.
    Plan(RecordId),
    /// A question that the content offers, by its place.
    Ask(usize),
    /// A sentence for the partner that the content offers, by its place.
    Say(usize),
}

impl WordsChoice {
    /// Forgets what was copied: something else is chosen now.
    pub fn forget_copy(&mut self) {
        (self.copying, self.copied) = (None, None);
    }

    /// What became of copying this; `None` if it was not the last thing copied.
    #[must_use]
    pub fn outcome(&self, of: Copying) -> Option<bool> {
        self.copied.filter(|_| self.copying == Some(of))
    }

    /// Picks a row of a part, or none.
    pub fn pick(&mut self, part: Part, row: Option<usize>) {
        self.forget_copy();
        match part {
            Part::Seen => self.seen = row,
            Part::Felt => self.felt = row,
            Part::Wish => self.wish = row,
        }
    }

    /// The three sentences; `None` until one of each was picked.
    #[must_use]
    pub fn sentence(&self, parts: &Sentence) -> Option<String> {
        let feeling = parts.feelings.get(self.felt?)?;
        let felt = fill(parts.felt, &[("feeling", feeling)]);
        Some([parts.seen.get(self.seen?)?, &*felt, parts.wish.get(self.wish?)?].join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, WordsChoice};
    use crate::content::Sentence;

    #[test]
    fn a_sentence_needs_one_of_each_and_consists_of_whole_ones() {
        let parts = Sentence {
            seen: vec!["We hardly spoke."],
            feelings: vec!["tired", "cut off"],
            felt: "I felt {feeling}.",
            wish: vec!["Could we sit down for ten minutes?"],
        };
        let mut choice = WordsChoice::default();
        for part in [Part::Seen, Part::Wish] {
            choice.pick(part, Some(0));
            assert_eq!(choice.sentence(&parts), None);
        }
        choice.pick(Part::Felt, Some(1));
        let sentence = "We hardly spoke. I felt cut off. Could we sit down for ten minutes?";
        assert_eq!(choice.sentence(&parts).as_deref(), Some(sentence));
        choice.pick(Part::Felt, Some(7));
        assert_eq!(choice.sentence(&parts), None, "a row that the content no longer has");
    }
}

//! The reflection file of one language, as the build writes it and the browser reads it.
//!
//! Two files: the *reflection* file holds everything up to the first picture and all help lines; the
//! *library* file ([`super::Library`]) holds what comes after it. How they are written is told in [`super::packed`];
//! the order of fields is part of the format, and [`super::FORMAT`] counts its versions.

use std::fmt;

use super::key::TextKey;
use super::packed::{Lines, Packed, Text, packed, row};
use crate::domain::answer::Answers;
use crate::domain::question::{AnswerOption, Cue, Question, Thread, Weight};
use crate::domain::reading::{Reading, Strength};
use crate::domain::word::{Word, words};

/// Everything of one language up to the first picture, and the help lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Version of the compact form: [`super::FORMAT`].
    pub format: u8,
    /// One text for each early [`TextKey`], in the order of the keys. The others stand in the library file.
    pub texts: Vec<Text>,
    /// The questions, in the order asked.
    pub questions: Vec<Question>,
    /// Their wording, in the same order.
    pub question_texts: Vec<QuestionText>,
    /// The safety questions.
    pub safety: Vec<SafetyQuestion>,
    /// Readings: for each thread, in their order, one for each strength, in theirs.
    pub readings: Vec<ReadingText>,
    /// The leading paragraph for each set of seen threads: index = sum of [`MIX_BITS`].
    pub mixes: Vec<Text>,
    /// The page for someone who is afraid.
    pub safe: SafeText,
    /// Help lines.
    pub help: Help,
    /// What help says that cannot wait for the library file.
    pub urgent: Vec<Card>,
}

/// The bit of each thread in the index of [`Pack::mixes`]. 0 stands for "nothing seen".
pub const MIX_BITS: [(Thread, usize); 4] =
    [(Thread::Fog, 1), (Thread::Wear, 2), (Thread::Strain, 4), (Thread::Weather, 8)];

/// The place of a thread at a strength in [`Pack::readings`].
#[must_use]
pub fn reading_place(thread: Thread, strength: Strength) -> usize {
    thread.place() * Strength::ALL.len() + strength.place()
}

/// The wording of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionText {
    /// The time it asks about.
    pub frame: Text,
    /// The question.
    pub ask: Text,
    /// The phrase of each option, in the order of the options.
    pub options: Vec<Text>,
    /// Each answer told back as a whole sentence; empty for a safety sign, which is never repeated.
    pub told: Vec<Text>,
}

/// One safety question. Its answers are yes, no and "prefer not to say", and are never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyQuestion {
    /// The question.
    pub ask: Text,
    /// The reason, in a sentence.
    pub why: Text,
    /// True if it is asked on the first visit.
    pub first_visit: bool,
    /// True if it is the one asked on later visits.
    pub later_visit: bool,
}

/// What is said about one thread at one strength.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingText {
    /// The thread and its strength, in words.
    pub title: Text,
    /// What it often goes with, and what else it could be.
    pub body: Text,
}

/// A short text on one idea, which a reader unfolds by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The line that is seen while it is folded.
    pub title: Text,
    /// Paragraphs.
    pub body: Vec<Text>,
    /// What would change it; empty where nothing is claimed of the reader.
    pub change: Text,
    /// What it rests on, as indices into [`super::Library::sources`].
    pub sources: Vec<u16>,
}

/// The page for someone who is afraid. It never repeats an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafeText {
    /// Heading.
    pub title: Text,
    /// Paragraphs.
    pub paragraphs: Vec<Text>,
    /// What can help, one line each.
    pub helps: Vec<Text>,
}

/// All help lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Help {
    /// Countries, in the order offered.
    pub countries: Vec<Country>,
    /// Lines that have a source and are not in conflict.
    pub lines: Vec<HelpLine>,
    /// Name of the international directory.
    pub directory_name: Text,
    /// Its `https:` address.
    pub directory_web: Text,
}

/// A country with its emergency numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 code; the UK's nations as `GB-SCT` and so on.
    pub code: Text,
    /// Name in this language.
    pub name: Text,
    /// Emergency numbers, the first one first.
    pub emergency: Vec<Text>,
    /// Time zones that lie in this country, by their IANA names; one that ends with `/` means all below it.
    pub zones: Vec<Text>,
}

words! {
    /// What a help line is for, in the order shown; a frightened reader sees the second one first.
    HelpKind {
        /// Someone to talk to in despair.
        Crisis = "crisis",
        /// Afraid at home.
        Abuse = "abuse",
        /// Afraid at home, a line that men can call.
        Men = "men",
        /// For readers who are deaf or hard of hearing.
        Deaf = "deaf",
        /// Health advice.
        Health = "health",
    }
}

/// One help line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpLine {
    /// ISO 3166 code of its country.
    pub country: Text,
    /// What it is for.
    pub kind: HelpKind,
    /// Its own name.
    pub name: Text,
    /// Digits to dial; empty if there is no phone.
    pub phone: Text,
    /// The number as people write it.
    pub show: Text,
    /// Digits to text; empty if there is no text service.
    pub sms: Text,
    /// The word to send; empty if none is needed.
    pub sms_text: Text,
    /// `https:` address; empty if none.
    pub web: Text,
    /// When someone answers.
    pub hours: Text,
    /// A short note; empty if none.
    pub note: Text,
    /// The day it was read at its source, as `YYYY-MM-DD`.
    pub read_on: Text,
    /// True if a person has rung or written to confirm it.
    pub confirmed: bool,
}

// The packed form: fields in order. Changing an order is a new version of the format.
row!(Pack { format, texts, questions, question_texts, safety, readings, mixes, safe, help, urgent });
row!(QuestionText { frame, ask, options, told });
row!(SafetyQuestion { ask, why, first_visit, later_visit });
row!(ReadingText { title, body });
row!(SafeText { title, paragraphs, helps });
row!(Help { countries, lines, directory_name, directory_web });
row!(Country { code, name, emergency, zones });
row!(HelpLine { country, kind, name, phone, show, sms, sms_text, web, hours, note, read_on, confirmed });
row!(Question { id, roles, short, options, about_partner });
row!(AnswerOption { id, adds, marks });
row!(Weight { thread, points });
row!(Card { title, body, change, sources });

/// Why a content file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// Not of the expected shape.
    Unreadable,
    /// Of another version of the compact form than this core reads.
    OtherFormat,
}

impl PackError {
    /// A sentence without capital and full stop.
    #[must_use]
    pub fn says(&self) -> &'static str {
        match self {
            Self::Unreadable => "the content file cannot be read",
            Self::OtherFormat => "the content file belongs to another version",
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.says())
    }
}

impl std::error::Error for PackError {}

impl Pack {
    /// Reads a reflection file.
    ///
    /// # Errors
    /// [`PackError`] if it is damaged or of another version.
    pub fn parse(text: Text) -> Result<&'static Self, PackError> {
        let pack = unpack::<Self>(text)?;
        let whole = pack.texts.len() == TextKey::N_EARLY && pack.questions.len() == pack.question_texts.len();
        check(whole).map(|()| pack)
    }

    /// The text of an early `key`; empty for one of the library file.
    #[must_use]
    pub fn text(&self, key: TextKey) -> Text {
        self.texts.get(key as usize).copied().unwrap_or_default()
    }

    /// What is said about `thread` at `strength`.
    #[must_use]
    pub fn reading(&self, thread: Thread, strength: Strength) -> Option<&ReadingText> {
        self.readings.get(reading_place(thread, strength))
    }

    /// The leading paragraph of a reading.
    #[must_use]
    pub fn mix(&self, reading: &Reading) -> &str {
        if reading.is_unclear() {
            return self.text(TextKey::MixUnclear);
        }
        self.mixes.get(Self::mix_place(reading)).map_or("", |text| *text)
    }

    /// The place of a reading's mixture in [`Pack::mixes`]: the sum of [`MIX_BITS`] of the threads seen.
    #[must_use]
    pub fn mix_place(reading: &Reading) -> usize {
        let bits = reading.seen().filter_map(|thread| MIX_BITS.iter().find(|(other, _)| *other == thread));
        bits.map(|(_, bit)| bit).sum()
    }

    /// A question with its wording.
    #[must_use]
    pub fn question(&self, idx: usize) -> Option<(&Question, &QuestionText)> {
        Some((self.questions.get(idx)?, self.question_texts.get(idx)?))
    }

    /// How the answer at this place is told back; empty if there is none, or it is a safety sign.
    #[must_use]
    pub fn told(&self, cue: Cue) -> Text {
        let text = self.question_texts.get(usize::from(cue.question));
        text.and_then(|text| text.told.get(usize::from(cue.option))).copied().unwrap_or_default()
    }
}

impl Pack {
    /// How the answer to the question at this place is told back; empty if none was chosen, or it is a safety sign.
    #[must_use]
    pub fn told_of(&self, place: usize, answers: &Answers) -> Text {
        let told = || {
            let question = self.questions.get(place)?;
            let chosen = answers.chosen(&question.id)?;
            let option = question.options.iter().position(|option| option.id == *chosen)?;
            self.question_texts.get(place)?.told.get(option).copied()
        };
        told().unwrap_or_default()
    }
}

impl Help {
    /// The country with this code; for a part of a country without a row of its own, the country.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<&Country> {
        let find = |code: &str| self.countries.iter().find(|country| country.code == code);
        find(code).or_else(|| find(code.split('-').next()?))
    }

    /// The place of the country in which `zone` lies; `None` for a zone of no country here.
    #[must_use]
    pub fn country_of(&self, zone: &str) -> Option<usize> {
        let lies_in = |country: &Country| {
            country.zones.iter().any(|own| *own == zone || (own.ends_with('/') && zone.starts_with(&**own)))
        };
        self.countries.iter().position(lies_in)
    }
}

impl HelpLine {
    /// True if it serves `country`: a line of the whole country also serves its nations, one of a nation only that nation.
    #[must_use]
    pub fn serves(&self, country: &Country) -> bool {
        self.country == country.code || country.code.split('-').next() == Some(self.country)
    }
}

/// Reads a packed file. The version stands first, so that another one is told from a damaged file.
pub(super) fn unpack<T: Packed>(text: Text) -> Result<&'static T, PackError> {
    let mut head = Lines::new(text);
    let format = head.number();
    check(head.fit())?;
    if format != i32::from(super::FORMAT) {
        return Err(PackError::OtherFormat);
    }
    let mut lines = Lines::new(text);
    // Kept like the file it points into; so the code that would take it apart again is never written.
    let value: &'static T = Box::leak(Box::new(T::unpack(&mut lines)));
    check(lines.fit()).map(|()| value)
}

pub(super) fn check(whole: bool) -> Result<(), PackError> {
    if whole { Ok(()) } else { Err(PackError::Unreadable) }
}

impl Pack {
    /// The packed form.
    #[must_use]
    pub fn pack(&self) -> String {
        packed(self)
    }
}

//! The compact form of one language, as the build writes it and the browser reads it.
//!
//! Two files: the *reflection* file holds everything up to the first picture and all help lines; the
//! *library* file holds the steps. How they are written is told in [`super::packed`]; the order of fields is part
//! of the format, and [`super::FORMAT`] counts its versions.

use std::fmt;

use super::key::{PluralForm, PluralKey, TextKey};
use super::packed::{Lines, Packed, Text, packed, row};
use crate::domain::question::{AnswerOption, Question, Thread, Weight};
use crate::domain::reading::{Reading, Strength};
use crate::domain::step::Step;
use crate::domain::word::words;

/// Everything of one language up to the first picture, and the help lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Version of the compact form: [`super::FORMAT`].
    pub format: u8,
    /// Language tag, as in BCP 47.
    pub lang: Text,
    /// One text a [`TextKey`], in the order of the keys.
    pub texts: Vec<Text>,
    /// Six texts a [`PluralKey`] (see [`PluralForm`]), in the order of the keys. Empty where the language
    /// does not have the form.
    pub plurals: Vec<Vec<Text>>,
    /// The questions, in the order asked.
    pub questions: Vec<Question>,
    /// Their wording, in the same order.
    pub question_texts: Vec<QuestionText>,
    /// The safety questions.
    pub safety: Vec<SafetyQuestion>,
    /// Readings by thread (order of [`Thread::ALL`]) and strength (order of [`Strength::ALL`]).
    pub readings: Vec<Vec<ReadingText>>,
    /// The leading paragraph for each set of seen threads: index = sum of [`MIX_BITS`].
    pub mixes: Vec<Text>,
    /// The page for someone who is afraid.
    pub safe: SafeText,
    /// Help lines.
    pub help: Help,
}

/// The bit of each thread in the index of [`Pack::mixes`]. 0 stands for "nothing seen".
pub const MIX_BITS: [(Thread, usize); 4] =
    [(Thread::Fog, 1), (Thread::Wear, 2), (Thread::Strain, 4), (Thread::Weather, 8)];

/// The wording of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionText {
    /// The time it asks about.
    pub frame: Text,
    /// The question.
    pub ask: Text,
    /// Why it is asked, in both directions.
    pub why: Text,
    /// The phrase of each option, in the order of the options.
    pub options: Vec<Text>,
    /// Each answer told back as a whole sentence; empty for a safety sign, which is never repeated.
    pub told: Vec<Text>,
    /// Indices into [`Library::sources`].
    pub sources: Vec<u16>,
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
    /// What would change the picture; empty if nothing can be said.
    pub change: Text,
}

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Authors, year, short title.
    pub title: Text,
    /// `https:` address; empty if there is none.
    pub address: Text,
    /// What it says and how sure it is, in plain words.
    pub says: Text,
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

/// The steps of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Version of the compact form: [`super::FORMAT`].
    pub format: u8,
    /// The steps.
    pub steps: Vec<Step>,
    /// Their wording, in the same order.
    pub texts: Vec<StepText>,
    /// Everyday moments for plans.
    pub times: Vec<Time>,
    /// Where claims come from, those of questions included.
    pub sources: Vec<Source>,
}

/// The wording of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepText {
    /// What to do, verb first.
    pub title: Text,
    /// How, and when it is over.
    pub how: Text,
    /// Why, in one line.
    pub why: Text,
    /// How sure we are, in plain words.
    pub sure: Text,
    /// The clause that completes a when–then sentence.
    pub then: Text,
    /// Something to say aloud; empty if nothing.
    pub say: Text,
    /// The two-minute version.
    pub two_minute: Text,
    /// The version without the partner; empty for steps done alone.
    pub without_them: Text,
    /// What to think if it goes badly.
    pub badly: Text,
    /// A caution that always stands beside it; empty if none.
    pub caution: Text,
}

/// An everyday moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Unique among moments.
    pub id: Text,
    /// True if the partner is there at that moment.
    pub together: bool,
    /// The moment by itself.
    pub label: Text,
    /// Template with `{then}`.
    pub when: Text,
}

// The packed form: fields in order. Changing an order is a new version of the format.
row!(Pack { format, lang, texts, plurals, questions, question_texts, safety, readings, mixes, safe, help });
row!(QuestionText { frame, ask, why, options, told, sources });
row!(SafetyQuestion { ask, why, first_visit, later_visit });
row!(ReadingText { title, body, change });
row!(Source { title, address, says });
row!(SafeText { title, paragraphs, helps });
row!(Help { countries, lines, directory_name, directory_web });
row!(Country { code, name, emergency, zones });
row!(HelpLine { country, kind, name, phone, show, sms, sms_text, web, hours, note, read_on, confirmed });
row!(Library { format, steps, texts, times, sources });
row!(StepText { title, how, why, sure, then, say, two_minute, without_them, badly, caution });
row!(Time { id, together, label, when });
row!(Question { id, roles, short, options, about_partner });
row!(AnswerOption { id, adds, marks });
row!(Weight { thread, points });
row!(Step { id, effort, minutes, setting, theme, energy, roles, threads, marks });

/// Why a content file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// Not of the expected shape.
    Unreadable,
    /// Of another version of the compact form than this core reads.
    OtherFormat,
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Unreadable => "the content file cannot be read",
            Self::OtherFormat => "the content file belongs to another version",
        })
    }
}

impl std::error::Error for PackError {}

impl Pack {
    /// Reads a reflection file.
    ///
    /// # Errors
    /// [`PackError`] if it is damaged or of another version.
    pub fn parse(text: Text) -> Result<Self, PackError> {
        let pack = unpack::<Self>(text)?;
        let whole = pack.texts.len() == TextKey::ALL.len()
            && pack.plurals.len() == PluralKey::ALL.len()
            && pack.questions.len() == pack.question_texts.len();
        check(whole).map(|()| pack)
    }

    /// The text of `key`.
    #[must_use]
    pub fn text(&self, key: TextKey) -> Text {
        self.texts.get(key as usize).copied().unwrap_or_default()
    }

    /// The text of `key` in the plural form the language asks for, or in its general form.
    #[must_use]
    pub fn plural(&self, key: PluralKey, form: PluralForm) -> &str {
        let forms = self.plurals.get(key as usize).map_or(&[][..], Vec::as_slice);
        let of = |form: PluralForm| forms.get(form as usize).filter(|text| !text.is_empty());
        of(form).or_else(|| of(PluralForm::Other)).map_or("", |text| *text)
    }

    /// What is said about `thread` at `strength`.
    #[must_use]
    pub fn reading(&self, thread: Thread, strength: Strength) -> Option<&ReadingText> {
        let row = Thread::ALL.iter().position(|other| *other == thread)?;
        let column = Strength::ALL.iter().position(|other| *other == strength)?;
        self.readings.get(row)?.get(column)
    }

    /// The leading paragraph of a reading.
    #[must_use]
    pub fn mix(&self, reading: &Reading) -> &str {
        if reading.is_unclear() {
            return self.text(TextKey::MixUnclear);
        }
        let seen: usize = reading
            .seen()
            .filter_map(|thread| MIX_BITS.iter().find(|(other, _)| *other == thread))
            .map(|(_, bit)| bit)
            .sum();
        self.mixes.get(seen).map_or("", |text| *text)
    }

    /// A question with its wording.
    #[must_use]
    pub fn question(&self, idx: usize) -> Option<(&Question, &QuestionText)> {
        Some((self.questions.get(idx)?, self.question_texts.get(idx)?))
    }

    /// How `option` of `question` is told back; `None` if the content no longer has it or it is a
    /// safety sign.
    #[must_use]
    pub fn told(&self, question: &str, option: &str) -> Option<&str> {
        let idx = self.questions.iter().position(|other| &*other.id == question)?;
        let (question, text) = self.question(idx)?;
        let option = question.options.iter().position(|other| &*other.id == option)?;
        text.told.get(option).copied().filter(|told| !told.is_empty())
    }
}

impl Help {
    /// The place of the country in which `zone` lies; `None` for a zone of no country here.
    #[must_use]
    pub fn country_of(&self, zone: &str) -> Option<usize> {
        let lies_in = |country: &Country| {
            country.zones.iter().any(|own| *own == zone || (own.ends_with('/') && zone.starts_with(&**own)))
        };
        self.countries.iter().position(lies_in)
    }
}

impl Library {
    /// Reads a library file.
    ///
    /// # Errors
    /// [`PackError`] if it is damaged or of another version.
    pub fn parse(text: Text) -> Result<Self, PackError> {
        let library = unpack::<Self>(text)?;
        check(library.steps.len() == library.texts.len()).map(|()| library)
    }

    /// The place of the step with this id; `None` if the content no longer has it.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.steps.iter().position(|step| &*step.id == id)
    }

    /// The step with this id; `None` if the content no longer has it.
    #[must_use]
    pub fn step(&self, id: &str) -> Option<(&Step, &StepText)> {
        let place = self.place(id)?;
        Some((self.steps.get(place)?, self.texts.get(place)?))
    }
}

/// Reads a packed file. The version stands first, so that another one is told from a damaged file.
fn unpack<T: Packed>(text: Text) -> Result<T, PackError> {
    let mut head = Lines::new(text);
    let format = head.number();
    check(head.fit())?;
    if format != i32::from(super::FORMAT) {
        return Err(PackError::OtherFormat);
    }
    let mut lines = Lines::new(text);
    let value = T::unpack(&mut lines);
    check(lines.fit()).map(|()| value)
}

fn check(whole: bool) -> Result<(), PackError> {
    if whole { Ok(()) } else { Err(PackError::Unreadable) }
}

impl Pack {
    /// The packed form.
    #[must_use]
    pub fn pack(&self) -> String {
        packed(self)
    }
}

impl Library {
    /// The packed form.
    #[must_use]
    pub fn pack(&self) -> String {
        packed(self)
    }
}

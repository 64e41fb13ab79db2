//! The library file of one language: what comes after the first picture. Steps, single insights, myths, words to say,
//! pages, and the sources of everything.

use super::key::{PluralForm, PluralKey, TextKey};
use super::pack::{Card, PackError, check, reading_place, unpack};
use super::packed::{Text, packed, row};
use crate::domain::insight::Rule;
use crate::domain::phrase::Phrase;
use crate::domain::question::{Cue, Role, Thread};
use crate::domain::reading::Strength;
use crate::domain::step::Step;
use crate::domain::word::Set;

/// Everything of one language after the first picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Library {
    /// Version of the compact form: [`super::FORMAT`].
    pub format: u8,
    /// One text for each late [`TextKey`], in the order of the keys.
    pub texts: Vec<Text>,
    /// Six texts a [`PluralKey`] (see [`PluralForm`]), in the order of the keys. Empty where the language does not have the
    /// form.
    pub plurals: Vec<Vec<Text>>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Their wording, in the same order.
    pub step_texts: Vec<StepText>,
    /// Everyday moments for plans.
    pub times: Vec<Time>,
    /// Where claims come from, those of questions included.
    pub sources: Vec<Source>,
    /// What would change each reading, in the order of [`super::Pack::readings`].
    pub changes: Vec<ReadingChange>,
    /// What the leading paragraphs of pictures rest on, in the order of [`super::Pack::mixes`].
    pub mix_sources: Vec<Vec<u16>>,
    /// Single insights, in the order shown.
    pub insights: Vec<Insight>,
    /// What is often said, and what is true in it.
    pub myths: Vec<Myth>,
    /// Words met elsewhere, in plain words.
    pub terms: Vec<Card>,
    /// Things to say, in the order shown.
    pub phrases: Vec<Phrase>,
    /// Their wording, in the same order.
    pub phrase_texts: Vec<PhraseText>,
    /// What sentences of one's own are made of.
    pub sentence: Sentence,
    /// *Staying, going, not deciding*.
    pub staying: Vec<Card>,
    /// Kinds of professional help.
    pub help: Vec<HelpSection>,
    /// Questions for a professional. They speak of the reader alone.
    pub asks: Vec<Text>,
    /// What a reader might say to the partner, past the gate only.
    pub says: Vec<Text>,
    /// Why each question is asked, in the order of [`super::Pack::questions`].
    pub reasons: Vec<Reason>,
}

/// Why a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The reason, in both directions.
    pub why: Text,
    /// What it rests on, as indices into [`Library::sources`].
    pub sources: Vec<u16>,
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
    /// What it needs of the partner; empty for steps done alone.
    pub partner: Text,
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
    /// What it rests on, as indices into [`Library::sources`].
    pub sources: Vec<u16>,
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

/// Where a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Authors, year, short title.
    pub title: Text,
    /// What it says and how sure it is, in plain words.
    pub says: Text,
}

/// What would change what is said about one thread at one strength.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingChange {
    /// What would change the picture; empty if nothing can be said.
    pub change: Text,
    /// What the reading rests on, as indices into [`Library::sources`].
    pub sources: Vec<u16>,
}

/// A single observation that appears only where the reader's own answers call for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insight {
    /// Whose answers call for it.
    pub rule: Rule,
    /// What it says.
    pub card: Card,
}

/// Something that is often said. The card's title is what people say, its body is both sides of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Myth {
    /// Beside whose picture it may stand.
    pub roles: Set<Role>,
    /// Beside which threads; empty if it stands in the list only.
    pub beside: Set<Thread>,
    /// True if it asks for understanding or patience: not shown where the partner was repeatedly cold.
    pub softens: bool,
    /// What it says.
    pub card: Card,
}

/// The wording of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhraseText {
    /// What to say.
    pub say: Text,
    /// What it replaces; empty if nothing.
    pub instead: Text,
    /// Why, in one line.
    pub why: Text,
}

/// What a sentence of one's own is made of: one row of each list, whole sentences all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What one saw.
    pub seen: Vec<Text>,
    /// How it felt, as words for [`Sentence::felt`].
    pub feelings: Vec<Text>,
    /// Template with `{feeling}`.
    pub felt: Text,
    /// What one would like.
    pub wish: Vec<Text>,
}

/// One section about professional help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpSection {
    /// True if it speaks of help for two: shown only past the safety questions.
    pub past_gate: bool,
    /// What it says.
    pub card: Card,
}

row!(Library {
    format,
    texts,
    plurals,
    steps,
    step_texts,
    times,
    sources,
    changes,
    mix_sources,
    insights,
    myths,
    terms,
    phrases,
    phrase_texts,
    sentence,
    staying,
    help,
    asks,
    says,
    reasons,
});
row!(Step { id, effort, minutes, setting, theme, energy, roles, threads, marks });
row!(StepText {
    title,
    how,
    why,
    sure,
    partner,
    then,
    say,
    two_minute,
    without_them,
    badly,
    caution,
    sources
});
row!(Time { id, together, label, when });
row!(Source { title, says });
row!(Reason { why, sources });
row!(ReadingChange { change, sources });
row!(Insight { rule, card });
row!(Rule { roles, when, unless, softens });
row!(Cue { question, option });
row!(Myth { roles, beside, softens, card });
row!(Phrase { id, roles, energy, to_self, warm });
row!(PhraseText { say, instead, why });
row!(Sentence { seen, feelings, felt, wish });
row!(HelpSection { past_gate, card });

impl Library {
    /// Reads a library file.
    ///
    /// # Errors
    /// [`PackError`] if it is damaged or of another version.
    pub fn parse(text: Text) -> Result<&'static Self, PackError> {
        let library = unpack::<Self>(text)?;
        let whole = library.texts.len() == TextKey::ALL.len() - TextKey::N_EARLY
            && library.steps.len() == library.step_texts.len()
            && library.phrases.len() == library.phrase_texts.len();
        check(whole).map(|()| library)
    }

    /// The packed form, as [`Library::parse`] reads it.
    #[must_use]
    pub fn pack(&self) -> String {
        packed(self)
    }

    /// The text of a late `key`; empty for one of the reflection file.
    #[must_use]
    pub fn text(&self, key: TextKey) -> Text {
        let place = (key as usize).checked_sub(TextKey::N_EARLY);
        place.and_then(|place| self.texts.get(place)).copied().unwrap_or_default()
    }

    /// The text of `key` in the plural form the language asks for, or in its general form.
    #[must_use]
    pub fn plural(&self, key: PluralKey, form: PluralForm) -> &str {
        let forms = self.plurals.get(key as usize).map_or(&[][..], Vec::as_slice);
        let of = |form: PluralForm| forms.get(form as usize).filter(|text| !text.is_empty());
        of(form).or_else(|| of(PluralForm::Other)).map_or("", |text| *text)
    }

    /// What would change the reading of `thread` at `strength`.
    #[must_use]
    pub fn change(&self, thread: Thread, strength: Strength) -> Option<&ReadingChange> {
        self.changes.get(reading_place(thread, strength))
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
        Some((self.steps.get(place)?, self.step_texts.get(place)?))
    }
}

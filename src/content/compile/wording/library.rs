//! The library file: steps, insights, myths, things to say, pages, sources.

use super::Wording;
use super::reflection::mix_names;
use crate::content::{
    Card, FORMAT, HelpSection, Insight, Library, Myth, PhraseText, PluralKey, Reason, Sentence, Source,
    StepText, TextKey, Time,
};
use crate::domain::step::Setting;

impl Wording<'_> {
    pub(super) fn library(&self) -> Library {
        let structure = self.structure;
        let mix_sources = mix_names().map(|name| structure.mixes.get(&name).cloned().unwrap_or_default());
        Library {
            format: FORMAT,
            texts: TextKey::ALL.iter().skip(TextKey::N_EARLY).map(|key| self.at(key.path())).collect(),
            plurals: PluralKey::ALL.iter().map(|key| self.plural(key.path())).collect(),
            steps: structure.steps.clone(),
            step_texts: self.steps(),
            times: self.times(),
            sources: self.sources(),
            changes: self.changes(),
            mix_sources: mix_sources.collect(),
            insights: self.insights(),
            myths: self.myths(),
            terms: self.terms(),
            phrases: structure.phrases.iter().map(|phrase| phrase.rule.clone()).collect(),
            phrase_texts: self.phrases(),
            sentence: self.sentence(),
            staying: self.staying(),
            help: self.help_sections(),
            asks: self.file("summary").texts("asks"),
            says: self.file("summary").texts("says"),
            reasons: self.reasons(),
        }
    }

    fn reasons(&self) -> Vec<Reason> {
        let file = self.file("questions");
        let questions = self.structure.questions.iter().zip(&self.structure.question_sources);
        let reasons = questions.map(|(question, sources)| Reason {
            why: file.table_or_empty(&question.id).text("why"),
            sources: sources.clone(),
        });
        reasons.collect()
    }

    fn sources(&self) -> Vec<Source> {
        let file = self.file("sources");
        let sources = self
            .structure
            .sources
            .iter()
            .map(|(id, title, _)| Source { title, says: file.table_or_empty(id).text("says") });
        sources.collect()
    }

    fn times(&self) -> Vec<Time> {
        let file = self.file("times");
        let times = self.structure.times.iter().map(|(id, together)| {
            let words = file.table_or_empty(id);
            let (when, label) = (words.text("when"), words.text("label"));
            if !when.contains("{then}") {
                words.complain("`when` has to hold {then}");
            }
            words.finish();
            Time { id, together: *together, label, when }
        });
        times.collect()
    }

    /// The words of an item: its table, in the keys that hold the title, the one paragraph, and what would change it.
    fn card(&self, file: &'static str, id: &str, keys: [&str; 2], sources: &[u16]) -> Card {
        let [title, body] = keys;
        let words = self.file(file).table_or_empty(id);
        let change = if file == "insights" { words.text("change") } else { "" };
        let card = Card {
            title: words.text(title),
            body: vec![words.text(body)],
            change,
            sources: sources.to_vec(),
        };
        words.finish();
        card
    }

    fn insights(&self) -> Vec<Insight> {
        let insights = self.structure.insights.iter().map(|insight| Insight {
            rule: insight.rule.clone(),
            card: self.card("insights", insight.id, ["title", "body"], &insight.sources),
        });
        insights.collect()
    }

    fn myths(&self) -> Vec<Myth> {
        let myths = self.structure.myths.iter().map(|myth| Myth {
            roles: myth.rule.roles,
            beside: myth.rule.beside,
            softens: myth.rule.softens,
            card: self.card("myths", myth.id, ["says", "reality"], &myth.sources),
        });
        myths.collect()
    }

    fn terms(&self) -> Vec<Card> {
        let terms = self.structure.terms.iter();
        terms.map(|term| self.card("terms", term.id, ["name", "says"], &term.sources)).collect()
    }

    fn phrases(&self) -> Vec<PhraseText> {
        let phrases = self.structure.phrases.iter().map(|phrase| {
            let words = self.file("phrases").table_or_empty(phrase.id);
            let text = PhraseText {
                say: words.text("say"),
                instead: words.text_or_none("instead").unwrap_or_default(),
                why: words.text("why"),
            };
            words.finish();
            text
        });
        phrases.collect()
    }

    fn sentence(&self) -> Sentence {
        let file = self.file("sentence");
        let felt = file.text("felt");
        if !felt.contains("{feeling}") {
            file.complain("`felt` has to hold {feeling}");
        }
        Sentence {
            seen: file.texts("seen"),
            feelings: file.texts("feelings"),
            felt,
            wish: file.texts("wish"),
        }
    }

    fn staying(&self) -> Vec<Card> {
        let file = self.file("pages").table_or_empty("staying");
        let sections = self.structure.staying.iter().map(|section| {
            let words = file.table_or_empty(section.id);
            let card = Card {
                title: words.text("title"),
                body: words.texts("body"),
                change: "",
                sources: section.sources.clone(),
            };
            words.finish();
            card
        });
        sections.collect()
    }

    fn help_sections(&self) -> Vec<HelpSection> {
        let sections = self.structure.help_sections.iter().filter(|section| !section.rule.urgent);
        sections
            .map(|section| HelpSection {
                past_gate: section.rule.past_gate,
                card: self.help_section(section.id, &section.sources),
            })
            .collect()
    }

    /// A section of the help page.
    pub(super) fn help_section(&self, id: &str, sources: &[u16]) -> Card {
        let words = self.file("pages").table_or_empty("help").table_or_empty(id);
        let card = Card {
            title: words.text("title"),
            body: words.texts("body"),
            change: "",
            sources: sources.to_vec(),
        };
        words.finish();
        card
    }

    fn steps(&self) -> Vec<StepText> {
        let (file, families) = (self.file("steps"), self.file("families"));
        let (sure, cautions) = (file.table_or_empty("sure"), file.table_or_empty("cautions"));
        let partner = file.table_or_empty("partner");
        for (id, together) in &self.structure.families {
            let words = families.table_or_empty(id);
            words.text("two_minute");
            words.text("badly");
            if *together {
                words.text("without_them");
            } else {
                words.text_or_none("without_them");
            }
            words.finish();
        }
        let steps = self.structure.steps_with_notes();
        steps
            .map(|(step, note)| {
                let words = file.table_or_empty(&step.id);
                let family = families.table_or_empty(note.family);
                let shared = |key: &str| {
                    words.text_or_none(key).or_else(|| family.text_or_none(key)).unwrap_or_default()
                };
                let text = StepText {
                    title: words.text("title"),
                    how: words.text("how"),
                    why: words.text("why"),
                    sure: sure.text(note.sure),
                    partner: if note.partner.is_empty() { "" } else { partner.text(note.partner) },
                    then: words.text("then"),
                    say: match words.text_or_none("say") {
                        Some(own) => own,
                        None if note.phrase.is_empty() => "",
                        None => self.file("phrases").table_or_empty(note.phrase).text("say"),
                    },
                    two_minute: shared("two_minute"),
                    without_them: match step.setting {
                        Setting::Together => shared("without_them"),
                        Setting::Alone => "",
                    },
                    badly: shared("badly"),
                    caution: if note.caution.is_empty() { "" } else { cautions.text(note.caution) },
                    sources: note.sources.clone(),
                };
                if words.text_or_none("say").is_some() && !note.phrase.is_empty() {
                    words.complain(format!("it says the phrase `{}`, and `say` besides", note.phrase));
                }
                if text.then.ends_with('.') {
                    words.complain("`then` is a clause inside a sentence: without a full stop");
                }
                words.finish();
                text
            })
            .collect()
    }
}

//! What is written once for all languages: ids, arithmetic, marks, sources, help lines.

mod cards;
mod help;
mod questions;
mod snippet;
mod steps;
mod worksheet;

use std::collections::BTreeMap;

use super::read::{Problems, Source, Table};
use super::rules::Rules;
use super::{Coverage, Files, Told};
use crate::content::packed::Text;
use crate::domain::insight::Rule;
use crate::domain::phrase::Phrase;
use crate::domain::question::Question;
use crate::domain::step::Step;
pub use cards::MythPlace;
pub(super) use cards::mix_name;
pub use help::{HelpPlace, HelpRow};
pub use snippet::{SnippetPart, SnippetPlan, SnippetView};
pub use worksheet::WorksheetPlan;

/// Everything that does not depend on a language.
#[derive(Debug, Default)]
pub struct Structure {
    /// Questions in the order asked.
    pub questions: Vec<Question>,
    /// Indices into `sources`, a list a question.
    pub question_sources: Vec<Vec<u16>>,
    /// Safety questions: id, asked on a first visit, asked on later visits.
    pub safety: Vec<(Text, bool, bool)>,
    /// Steps in the order of the file.
    pub steps: Vec<Step>,
    /// What a step says about itself that is no rule: in the order of `steps`.
    pub step_notes: Vec<StepNote>,
    /// Ids of step families, and whether any of their steps is done together.
    pub families: BTreeMap<Text, bool>,
    /// Sources: id, title, address.
    pub sources: Vec<(Text, Text, Text)>,
    /// What each reading rests on, by thread and strength, in their words.
    pub readings: BTreeMap<(Text, Text), Vec<u16>>,
    /// What each leading paragraph rests on, by the threads seen, joined by `+`.
    pub mixes: BTreeMap<String, Vec<u16>>,
    /// Single insights, in the order of the file.
    pub insights: Vec<Item<Rule>>,
    /// Myths.
    pub myths: Vec<Item<MythPlace>>,
    /// Words explained.
    pub terms: Vec<Item<()>>,
    /// Things to say.
    pub phrases: Vec<Item<Phrase>>,
    /// Sections of *Staying, going, not deciding*.
    pub staying: Vec<Item<()>>,
    /// Sections of the help page.
    pub help_sections: Vec<Item<HelpPlace>>,
    /// Everyday moments: id, and whether the partner is there.
    pub times: Vec<(Text, bool)>,
    /// Countries: code, emergency numbers, time zones.
    pub countries: Vec<(Text, Vec<Text>, Vec<Text>)>,
    /// Help lines, also those that are not shown.
    pub lines: Vec<HelpRow>,
    /// The international directory: name and address.
    pub directory: (Text, Text),
    /// Ids of the questions that are carried without answers to choose from.
    pub snippet_questions: Vec<Text>,
    /// What stands inside the element, for each `view`.
    pub snippets: Vec<SnippetPlan>,
    /// What stands on the sheet to print.
    pub worksheet: WorksheetPlan,
    /// What every text keeps to.
    pub rules: Rules,
    /// What became of each id of the inventory.
    pub coverage: Coverage,
}

/// An item with an id: what the program needs to know of it, and what it rests on.
#[derive(Debug, Clone)]
pub struct Item<T> {
    /// Unique among its kind.
    pub id: Text,
    /// What the program needs to know.
    pub rule: T,
    /// Indices into [`Structure::sources`].
    pub sources: Vec<u16>,
}

/// What a step says about itself that is no rule.
#[derive(Debug, Default, Clone)]
pub struct StepNote {
    /// Its family.
    pub family: Text,
    /// How sure we are.
    pub sure: Text,
    /// A caution that stands beside it; empty if none.
    pub caution: Text,
    /// What it needs of the partner; empty for steps done alone.
    pub partner: Text,
    /// The phrase it says aloud; empty if it says something of its own, or nothing.
    pub phrase: Text,
    /// Indices into [`Structure::sources`].
    pub sources: Vec<u16>,
}

struct Reader<'a> {
    files: &'a Files,
    problems: &'a Problems,
    missing: &'a Source,
    found: Structure,
}

/// Reads every file of the folder `structure`.
pub fn read(files: &Files, problems: &Problems, missing: &Source) -> Structure {
    let mut reader = Reader { files, problems, missing, found: Structure::default() };
    reader.inventory();
    reader.sources();
    reader.questions();
    reader.safety();
    reader.readings();
    reader.insights();
    reader.myths();
    reader.terms();
    reader.phrases();
    reader.families();
    reader.steps();
    reader.times();
    reader.help();
    reader.pages();
    reader.snippet();
    reader.worksheet();
    reader.rules();
    reader.found
}

impl<'a> Reader<'a> {
    fn open(&self, name: &str) -> Table<'a> {
        self.files.open("structure", name, self.problems, self.missing)
    }

    /// The ids an idea can have: a letter for the table, a number that counts its rows.
    fn inventory(&mut self) {
        let file = self.open("inventory");
        let tables = file.table_or_empty("tables");
        for letter in tables.keys() {
            for number in 1..=tables.number(&letter) {
                self.found.coverage.insert(format!("{letter}{number:02}"), Told::default());
            }
        }
        tables.finish();
        self.told_elsewhere(&file, "merged", |told, text| told.merged = text);
        self.told_elsewhere(&file, "left_out", |told, text| told.left_out = text);
        self.told_elsewhere(&file, "kept", |told, text| told.kept = text);
        file.finish();
    }

    /// Reads a table of the inventory that answers for ids in a sentence.
    fn told_elsewhere(&mut self, file: &Table<'_>, name: &str, set: fn(&mut Told, Text)) {
        let answers = file.table_or_empty(name);
        for id in answers.keys() {
            let text = answers.text(&id);
            match self.found.coverage.get_mut(&id) {
                Some(told) => set(told, text),
                None => answers.complain(format!("the inventory has no idea `{id}`")),
            }
        }
        answers.finish();
    }

    /// Reads `carries` and books the item under each id.
    fn carries(&mut self, item: &Table<'_>, name: &str) -> Vec<Text> {
        let ids = item.texts("carries");
        for id in &ids {
            match self.found.coverage.get_mut(*id) {
                Some(told) => told.carriers.push(name.to_owned()),
                None => item.complain(format!("the inventory has no idea `{id}`")),
            }
        }
        ids
    }

    /// Reads the id of an item and complains if another item has it.
    fn id(&self, item: &Table<'_>, taken: &mut Vec<Text>) -> Text {
        let id = item.text("id");
        if taken.contains(&id) {
            item.complain(format!("the id `{id}` is already taken"));
        }
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            item.complain(format!("an id is made of small letters, digits and hyphens, not `{id}`"));
        }
        taken.push(id);
        id
    }

    /// Reads an item: its id, the ideas it carries, what it rests on. Finishes the table.
    fn item<T>(&mut self, item: &Table<'_>, kind: &str, taken: &mut Vec<Text>, rule: T) -> Item<T> {
        let id = self.id(item, taken);
        self.carries(item, &format!("{kind} {id}"));
        let sources = self.source_indices(item);
        item.flag("ours");
        item.finish();
        Item { id, rule, sources }
    }

    fn sources(&mut self) {
        let file = self.open("sources");
        let mut taken = Vec::new();
        for item in file.tables("source") {
            let id = self.id(&item, &mut taken);
            let address = item.text_or_none("address").unwrap_or_default();
            if !(address.is_empty() || address.starts_with("https://")) {
                item.complain(format!("the address `{address}` does not begin with https://"));
            }
            self.carries(&item, &format!("source {id}"));
            self.found.sources.push((id, item.text("title"), address));
            item.finish();
        }
        file.finish();
    }

    fn source_indices(&self, item: &Table<'_>) -> Vec<u16> {
        let mut indices = Vec::new();
        for id in item.texts("sources") {
            match self.found.sources.iter().position(|(other, ..)| *other == id) {
                Some(idx) => indices.extend(u16::try_from(idx)),
                None => item.complain(format!("there is no source `{id}` in structure/sources.toml")),
            }
        }
        if indices.is_empty() && !item.flag("ours") {
            item.complain("no source is named; write `ours = true` if it is our own idea");
        }
        indices
    }

    fn rules(&mut self) {
        self.found.rules = Rules::read(&self.open("rules"));
    }
}

impl Structure {
    /// The step with its notes.
    pub fn steps_with_notes(&self) -> impl Iterator<Item = (&Step, &StepNote)> {
        self.steps.iter().zip(&self.step_notes)
    }

    /// The step with this id, and its notes.
    pub fn step(&self, id: &str) -> Option<(&Step, &StepNote)> {
        self.steps_with_notes().find(|(step, _)| &*step.id == id)
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| &*question.id == id)
    }
}

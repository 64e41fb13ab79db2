//! What one language says: every text that the structure asks for, and none besides.

mod by_path;
mod library;
mod reflection;
mod without_script;

use std::collections::BTreeMap;

pub(super) use by_path::ByPath;

use super::read::{Problems, Source, Table};
use super::structure::Structure;
use super::{Compiled, Files, cover};
use crate::content::packed::Text;
use crate::content::{
    FORMAT, HelpKind, Pack, PluralForm, PluralKey, QuestionText, SafeText, SafetyQuestion, TextKey,
};

/// The files of a language.
const NAMES: [&str; 20] = [
    "ui",
    "welcome",
    "questions",
    "safety",
    "readings",
    "steps",
    "families",
    "sources",
    "help",
    "safe",
    "times",
    "insights",
    "myths",
    "terms",
    "phrases",
    "sentence",
    "summary",
    "pages",
    "snippet",
    "worksheet",
];

/// The slots of sentence templates, by path. A text has exactly these, so that no brace ever shows and no value
/// is ever lost; a text that is not listed has none.
const SLOTS: [(&str, &[&str]); 42] = [
    ("ui.common.source", &["title", "says"]),
    ("ui.question.progress", &["n", "total", "frame"]),
    ("ui.safety.progress", &["n", "total"]),
    ("ui.picture.label", &["threads"]),
    ("ui.steps.plan_named", &["step"]),
    ("ui.plan.own_template", &["when", "then"]),
    ("ui.home.look_again", &["date"]),
    ("ui.notes.remove_reflection", &["date"]),
    ("ui.notes.remove_plan", &["date"]),
    ("ui.notes.remove_check_in", &["date"]),
    ("ui.look_back.clear", &["close", "n"]),
    ("ui.look_back.foggy", &["close", "n"]),
    ("ui.look_back.elsewhere", &["n"]),
    ("ui.look_back.together", &["n"]),
    ("ui.look_back.both", &["n"]),
    ("ui.look_back.days", &["n"]),
    ("ui.look_back.more_days", &["n"]),
    ("ui.look_back.more_clear", &["n"]),
    ("ui.look_back.more_foggy", &["n"]),
    ("ui.look_back.guess", &["better", "n", "less"]),
    ("ui.compare.heading", &["date"]),
    ("ui.compare.before", &["told"]),
    ("ui.compare.after", &["told"]),
    ("ui.summary.since", &["date"]),
    ("ui.summary.first", &["date"]),
    ("ui.summary.days", &["date", "n", "foggy"]),
    ("ui.summary.did", &["title", "said", "date"]),
    ("ui.help.text", &["number"]),
    ("ui.help.text_word", &["word", "number"]),
    ("ui.cover.help_emergency", &["number"]),
    ("ui.cover.help_crisis", &["number"]),
    ("ui.cover.help_abuse", &["number"]),
    ("ui.words.instead", &["instead"]),
    ("ui.words.copy_named", &["words"]),
    ("help.emergency", &["number"]),
    ("help.published", &["date", "emergency"]),
    ("snippet.nobody", &["emergency"]),
    ("snippet.say", &["say"]),
    ("snippet.published", &["date"]),
    ("worksheet.calls.published", &["date"]),
    ("worksheet.urgent", &["calls"]),
    ("worksheet.steps.say", &["say"]),
];

/// One language with its files open.
pub(super) struct Wording<'a> {
    files: BTreeMap<&'static str, Table<'a>>,
    structure: &'a Structure,
    problems: &'a Problems,
}

/// Reads and checks the language `lang`.
pub fn read(
    files: &Files,
    lang: &str,
    structure: &Structure,
    problems: &Problems,
    missing: &Source,
) -> Compiled {
    let open = |name| (name, files.open(lang, name, problems, missing));
    let wording = Wording { files: NAMES.into_iter().map(open).collect(), structure, problems };
    let cover = cover::read(&wording);
    let (pack, library) = (wording.pack(), wording.library());
    let (snippet, worksheet) = wording.without_script(lang, &pack, &library);
    let compiled = Compiled { lang: lang.to_owned(), cover, pack, library, snippet, worksheet };
    wording.finish();
    compiled
}

impl<'a> Wording<'a> {
    pub(super) fn structure(&self) -> &'a Structure {
        self.structure
    }

    pub(super) fn file(&self, name: &str) -> &Table<'a> {
        // Every caller names a file of NAMES; the first one stands in for a slip, which tests would show.
        self.files.get(name).or_else(|| self.files.values().next()).unwrap_or_else(|| unreachable!())
    }

    /// The text at `path`: file, tables, key, joined by dots. Its slots are checked.
    pub(super) fn at(&self, path: &str) -> Text {
        let Some((file, rest)) = path.split_once('.') else { return "" };
        let file = self.file(file);
        match rest.split_once('.') {
            None => with_slots(file, path, rest),
            Some((table, key)) => match file.table(table) {
                Some(table) => with_slots(&table, path, key),
                None => {
                    file.complain(format!("the table `{table}` is missing"));
                    ""
                }
            },
        }
    }

    fn pack(&self) -> Pack {
        let safety_file = self.file("safety");
        let safety = self.structure.safety.iter().map(|(id, first_visit, later_visit)| {
            let words = safety_file.table_or_empty(id);
            SafetyQuestion {
                ask: words.text("ask"),
                why: words.text("why"),
                first_visit: *first_visit,
                later_visit: *later_visit,
            }
        });
        let safe = self.file("safe");
        Pack {
            format: FORMAT,
            texts: TextKey::ALL.iter().take(TextKey::N_EARLY).map(|key| self.at(key.path())).collect(),
            questions: self.structure.questions.clone(),
            question_texts: self.questions(),
            safety: safety.collect(),
            readings: self.readings(),
            mixes: self.mixes(),
            safe: SafeText {
                title: safe.text("title"),
                paragraphs: safe.texts("paragraphs"),
                helps: safe.texts("helps"),
            },
            help: self.help(),
            urgent: self
                .structure
                .help_sections
                .iter()
                .filter(|section| section.rule.urgent)
                .map(|section| self.help_section(section.id, &section.sources))
                .collect(),
        }
    }

    pub(super) fn plural(&self, path: &'static str) -> Vec<Text> {
        let key = path.rsplit('.').next().unwrap_or_default();
        let plurals = self.file("ui").table_or_empty("plural");
        let forms = plurals.table_or_empty(key);
        if forms.text_or_none("other").is_none() {
            forms.complain(format!("`{key}` needs at least the form `other`"));
        }
        let packed =
            PluralForm::ALL.iter().map(|(_, name)| forms.text_or_none(name).unwrap_or_default()).collect();
        forms.finish();
        packed
    }

    fn questions(&self) -> Vec<QuestionText> {
        let file = self.file("questions");
        self.structure
            .questions
            .iter()
            .map(|question| {
                let words = file.table_or_empty(&question.id);
                let options = words.table_or_empty("options");
                let told = words.table_or_empty("told");
                let text = QuestionText {
                    frame: words.text("frame"),
                    ask: words.text("ask"),
                    options: question.options.iter().map(|option| options.text(&option.id)).collect(),
                    told: question
                        .options
                        .iter()
                        .map(|option| if option.is_safety_sign() { "" } else { told.text(&option.id) })
                        .collect(),
                };
                if text.ask.chars().count() > 200 || words.text("why").chars().count() > 500 {
                    words.complain("the question is over 200 characters, or its reason over 500");
                }
                words.finish();
                options.finish();
                told.finish();
                text
            })
            .collect()
    }

    /// Complains about texts that nothing asked for.
    fn finish(&self) {
        // The two files that are read by path tell what is left over themselves.
        for (_, file) in self.files.iter().filter(|(name, _)| !["snippet", "worksheet"].contains(name)) {
            file.finish();
        }
        let ui = self.file("ui");
        for name in ui.keys() {
            let Some(table) = ui.table(&name) else { continue };
            let prefix = format!("ui.{name}.");
            for key in table.keys() {
                let path = format!("{prefix}{key}");
                let known = TextKey::ALL.iter().any(|key| key.path() == path)
                    || PluralKey::ALL.iter().any(|key| key.path() == path)
                    || cover::PATHS.iter().any(|(_, other)| *other == path);
                if !known {
                    table.complain(format!("nothing on the screen is called `{path}`"));
                }
            }
        }
    }
}

/// The text of `key`; complains if its slots are not those that the place on the screen fills.
fn with_slots(table: &Table<'_>, path: &str, key: &str) -> Text {
    let text = table.text(key);
    let wanted = SLOTS.iter().find(|(other, _)| *other == path).map_or(&[][..], |(_, slots)| *slots);
    let has = |slot: &str| text.contains(&format!("{{{slot}}}"));
    let n_slots = text.matches('{').count();
    if n_slots != wanted.len() || !wanted.iter().all(|slot| has(slot)) {
        let names: Vec<_> = wanted.iter().map(|slot| format!("{{{slot}}}")).collect();
        let names = if names.is_empty() { "no slot".to_owned() } else { names.join(" and ") };
        table.complain(format!("`{key}` has to hold {names}, once each, and no other"));
    }
    text
}

/// The kinds of help lines that stand in the loader's own small table.
pub(super) const COVER_KINDS: [HelpKind; 2] = [HelpKind::Crisis, HelpKind::Abuse];

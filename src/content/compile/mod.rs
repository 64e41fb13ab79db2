//! The content compiler: reads what an editor writes, checks it, and packs one language.
//!
//! `structure` reads what is written once (ids, arithmetic, marks), `wording` what each language says,
//! `rules` holds what every text must keep to, `level` how hard it may be to read, `cover` writes the small file of
//! the loader, `snippet` and `worksheet` what is read without a script, as markup (`html`, with `calls` for the help
//! lines). Everything that is wrong is collected and told with file and line; nothing is repaired silently.

mod calls;
mod cover;
mod html;
mod level;
mod pattern;
mod read;
mod readability;
mod rules;
mod snippet;
mod structure;
mod syllables;
mod wording;
mod worksheet;

use std::collections::BTreeMap;
use std::path::Path;

pub use level::{Level, mean};
pub use read::{Place, Problem, Problems, Source, Table};
pub use snippet::{Links, Pin, Snippet};
pub use structure::{HelpRow, SnippetView, Structure};

use super::packed::Text;
use super::{Library, Pack};

/// Content files by name, relative to `src/content`.
#[derive(Debug, Default)]
pub struct Files(BTreeMap<String, Source>);

impl Files {
    /// Reads every `*.toml` in the folders of `root`.
    ///
    /// # Errors
    /// What the file system says, with the path.
    pub fn read(root: &Path) -> Result<Self, String> {
        let mut files = Self::default();
        let say = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
        for folder in root.read_dir().map_err(|error| say(root, error))?.flatten() {
            if !folder.path().is_dir() {
                continue;
            }
            let path = folder.path();
            for file in path.read_dir().map_err(|error| say(&path, error))?.flatten() {
                let path = file.path();
                if path.extension().is_some_and(|extension| extension == "toml") {
                    let text = std::fs::read_to_string(&path).map_err(|error| say(&path, error))?;
                    let name = format!("{}/{}", folder.file_name().display(), file.file_name().display());
                    files.insert(&name, text);
                }
            }
        }
        Ok(files)
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, name: &str, text: String) {
        self.0.insert(name.to_owned(), Source { name: name.to_owned(), text });
    }

    /// The text of a file; `None` if there is no such file.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|source| source.text.as_str())
    }

    /// The languages: every folder but `structure`.
    #[must_use]
    pub fn languages(&self) -> Vec<String> {
        let mut languages: Vec<_> = self
            .0
            .keys()
            .filter_map(|name| name.split_once('/'))
            .map(|(folder, _)| folder.to_owned())
            .filter(|folder| folder != "structure" && folder != "compile")
            .collect();
        languages.dedup();
        languages
    }

    /// Every file of a language, also those that nothing reads yet: the rules hold for all.
    fn of_language(&self, lang: &str) -> impl Iterator<Item = &Source> {
        self.0.values().filter(move |source| source.name.split('/').next() == Some(lang))
    }

    /// The parsed file `folder/name.toml`; an empty table, with a problem noted, if it is missing.
    fn open<'a>(
        &'a self,
        folder: &str,
        name: &str,
        problems: &'a Problems,
        missing: &'a Source,
    ) -> Table<'a> {
        let path = format!("{folder}/{name}.toml");
        match self.0.get(&path) {
            Some(source) => source.parse(problems),
            None => {
                problems.add(missing.whole(), format!("the file src/content/{path} is missing"));
                missing.parse(problems)
            }
        }
    }
}

/// One language, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    /// Language tag.
    pub lang: String,
    /// The loader's file.
    pub cover: serde_json::Value,
    /// The reflection file.
    pub pack: Pack,
    /// The library file.
    pub library: Library,
    /// What stands inside the element for readers without the widget.
    pub snippet: Snippet,
    /// The sheet to print, as a page.
    pub worksheet: String,
}

/// What became of an idea of the inventory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The items that carry it.
    pub carriers: Vec<String>,
    /// Where it is told along with another idea; empty if nowhere.
    pub merged: Text,
    /// Why it is left out; empty if it is not.
    pub left_out: Text,
    /// For a caution: what keeps it. A test, a rule of this compiler, or a text.
    pub kept: Text,
}

impl Told {
    /// True if the content has an answer for it.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !(self.carriers.is_empty()
            && self.merged.is_empty()
            && self.left_out.is_empty()
            && self.kept.is_empty())
    }
}

/// The inventory: each id with what became of it.
pub type Coverage = BTreeMap<String, Told>;

/// Checks all files and packs every language.
///
/// # Errors
/// Every problem found, by file and line.
pub fn compile(files: &Files) -> Result<Vec<Compiled>, Vec<Problem>> {
    let problems = Problems::default();
    let missing = Source { name: "structure".to_owned(), text: String::new() };
    let structure = structure::read(files, &problems, &missing);
    let languages = files.languages();
    for lang in &languages {
        rules::check(files, lang, &structure.rules, &problems);
        level::check(files, lang, &structure.rules, &problems);
    }
    let compiled =
        languages.iter().map(|lang| wording::read(files, lang, &structure, &problems, &missing)).collect();
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(compiled) } else { Err(problems) }
}

/// What is written once for all languages, whatever is wrong in it: [`compile`] says that.
fn structure_of(files: &Files) -> Structure {
    let problems = Problems::default();
    let missing = Source { name: "structure".to_owned(), text: String::new() };
    structure::read(files, &problems, &missing)
}

/// Every row of the help lines, also those that are not shown.
#[must_use]
pub fn help_lines(files: &Files) -> Vec<HelpRow> {
    structure_of(files).lines
}

/// What became of each idea of the inventory.
#[must_use]
pub fn coverage(files: &Files) -> Coverage {
    structure_of(files).coverage
}

/// How hard every text of a language is to read, hardest first; empty for a language without a formula.
#[must_use]
pub fn levels(files: &Files, lang: &str) -> Vec<Level> {
    let rules = structure_of(files).rules;
    let mut levels = level::levels(files, lang, &rules);
    levels.sort_by(|one, other| other.grade.total_cmp(&one.grade));
    levels
}

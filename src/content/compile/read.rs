//! Reading a content file so that every complaint can name the file and the line.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "TOML's kinds of value are not ours: any other kind is a slip"
)]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::content::packed::Text;
use crate::domain::word::{Set, Word};

/// One thing that is wrong in the content, with the place where an editor finds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// File, relative to `src/content`.
    pub file: String,
    /// Line, from 1; 0 if the whole file is meant.
    pub line: usize,
    /// What is wrong, as a sentence without a full stop.
    pub text: String,
}

impl Problem {
    fn at(place: Place<'_>, text: String) -> Self {
        Self { file: place.file.to_owned(), line: place.line, text }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "src/content/{}:{}: {}", self.file, self.line, self.text)
    }
}

/// All that is wrong so far. Reading goes on after a problem, so that an editor sees all of them at once.
#[derive(Debug, Default)]
pub struct Problems {
    all: RefCell<Vec<Problem>>,
    /// Files that are no TOML. All that is missing because of them would hide the one real cause.
    unreadable: RefCell<Vec<Problem>>,
}

impl Problems {
    /// Notes a problem.
    pub fn add(&self, place: Place<'_>, text: impl Into<String>) {
        self.all.borrow_mut().push(Problem::at(place, text.into()));
    }

    /// Notes that a file is no TOML.
    fn unreadable(&self, place: Place<'_>, text: String) {
        self.unreadable.borrow_mut().push(Problem::at(place, text));
    }

    /// All problems, by file and line; only those of unreadable files if there are any.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut problems = self.unreadable.into_inner();
        if problems.is_empty() {
            problems = self.all.into_inner();
        }
        problems.sort();
        problems.dedup();
        problems
    }
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// File, relative to `src/content`.
    pub file: &'a str,
    /// Line, from 1; 0 if the whole file is meant.
    pub line: usize,
}

/// A content file as text.
#[derive(Debug)]
pub struct Source {
    /// File, relative to `src/content`.
    pub name: String,
    /// Its text.
    pub text: String,
}

impl Source {
    fn place(&self, span: &Range<usize>) -> Place<'_> {
        let before = self.text.get(..span.start).unwrap_or(&self.text);
        Place { file: &self.name, line: before.matches('\n').count() + 1 }
    }

    /// The place that means the whole file.
    #[must_use]
    pub fn whole(&self) -> Place<'_> {
        Place { file: &self.name, line: 0 }
    }

    /// Parses the file; notes a problem and yields an empty table if it is not TOML.
    #[must_use]
    pub fn parse<'a>(&'a self, problems: &'a Problems) -> Table<'a> {
        match DeTable::parse(&self.text) {
            Ok(table) => {
                let span = table.span();
                Table::new(self, problems, span, table.into_inner())
            }
            Err(error) => {
                let place = error.span().map_or(self.whole(), |span| self.place(&span));
                problems.unreadable(place, error.message().replace('\n', " "));
                Table::new(self, problems, 0..0, DeTable::new())
            }
        }
    }
}

/// A TOML table that remembers where it stands and which of its keys were asked for.
#[derive(Debug)]
pub struct Table<'a> {
    source: &'a Source,
    problems: &'a Problems,
    span: Range<usize>,
    table: DeTable<'a>,
    asked: RefCell<BTreeSet<String>>,
}

impl<'a> Table<'a> {
    fn new(source: &'a Source, problems: &'a Problems, span: Range<usize>, table: DeTable<'a>) -> Self {
        Self { source, problems, span, table, asked: RefCell::default() }
    }

    /// Where the table stands.
    #[must_use]
    pub fn place(&self) -> Place<'a> {
        self.source.place(&self.span)
    }

    /// Notes a problem with this table.
    pub fn complain(&self, text: impl Into<String>) {
        self.problems.add(self.place(), text);
    }

    /// Where the value of `key` stands, or the table if it is missing.
    #[must_use]
    pub fn place_of(&self, key: &str) -> Place<'a> {
        self.table.get(key).map_or(self.place(), |value| self.source.place(&value.span()))
    }

    fn get(&self, key: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().insert(key.to_owned());
        self.table.get(key)
    }

    fn mistyped<T>(&self, key: &str, wanted: &str) -> Option<T> {
        self.problems.add(self.place_of(key), format!("`{key}` has to be {wanted}"));
        None
    }

    /// A text that may be missing.
    pub fn text_or_none(&self, key: &str) -> Option<Text> {
        match self.get(key)?.get_ref() {
            DeValue::String(text) => Some(kept(text)),
            _ => self.mistyped(key, "a text in quotes"),
        }
    }

    /// A text that has to be there; empty, with a problem noted, if it is not.
    pub fn text(&self, key: &str) -> Text {
        if !self.table.contains_key(key) {
            self.complain(format!("`{key}` is missing"));
        }
        self.text_or_none(key).unwrap_or_default()
    }

    /// True or false; false if missing.
    pub fn flag(&self, key: &str) -> bool {
        match self.get(key).map(Spanned::get_ref) {
            None => false,
            Some(DeValue::Boolean(flag)) => *flag,
            Some(_) => self.mistyped(key, "true or false").unwrap_or_default(),
        }
    }

    /// A whole number that has to be there.
    pub fn number(&self, key: &str) -> i64 {
        match self.get(key).map(Spanned::get_ref) {
            None => {
                self.complain(format!("`{key}` is missing"));
                0
            }
            Some(DeValue::Integer(number)) => {
                i64::from_str_radix(number.as_str(), number.radix()).unwrap_or_default()
            }
            Some(_) => self.mistyped(key, "a whole number").unwrap_or_default(),
        }
    }

    /// A list of texts; empty if missing.
    pub fn texts(&self, key: &str) -> Vec<Text> {
        let Some(items) = self.array(key) else { return Vec::new() };
        items
            .iter()
            .filter_map(|item| match item.get_ref() {
                DeValue::String(text) => Some(kept(text)),
                _ => self.mistyped(key, "a list of texts"),
            })
            .collect()
    }

    /// A list of lists of texts; empty if missing.
    pub fn text_lists(&self, key: &str) -> Vec<Vec<Text>> {
        let Some(lists) = self.array(key) else { return Vec::new() };
        let mut found = Vec::new();
        for list in lists {
            let mut texts = Vec::new();
            if let DeValue::Array(items) = list.get_ref() {
                for item in items {
                    match item.get_ref() {
                        DeValue::String(text) => texts.push(kept(text)),
                        _ => texts.extend(self.mistyped::<Text>(key, "a list of lists of texts")),
                    }
                }
            } else {
                self.mistyped::<Text>(key, "a list of lists of texts");
            }
            found.push(texts);
        }
        found
    }

    fn array(&self, key: &str) -> Option<&DeArray<'a>> {
        match self.get(key)?.get_ref() {
            DeValue::Array(items) => Some(items),
            _ => self.mistyped(key, "a list"),
        }
    }

    /// One of a fixed set of words.
    pub fn word<T: Word>(&self, key: &str) -> Option<T> {
        let text = self.text(key);
        self.parse_word(key, text)
    }

    /// Some words of a fixed set; none if missing.
    pub fn words<T: Word>(&self, key: &str) -> Set<T> {
        self.texts(key).iter().filter_map(|text| self.parse_word(key, text)).collect()
    }

    fn parse_word<T: Word>(&self, key: &str, text: &str) -> Option<T> {
        let word = T::named(text);
        if word.is_none() {
            let all: Vec<_> = T::WORDS.iter().map(|(_, word)| *word).collect();
            let place = self.place_of(key);
            self.problems.add(place, format!("`{key}` is one of {}, not `{text}`", all.join(", ")));
        }
        word
    }

    /// The tables of an array `[[key]]`; empty if missing.
    pub fn tables(&self, key: &str) -> Vec<Table<'a>> {
        let Some(items) = self.array(key) else { return Vec::new() };
        items
            .iter()
            .filter_map(|item| match item.get_ref() {
                DeValue::Table(table) => {
                    Some(Table::new(self.source, self.problems, item.span(), table.clone()))
                }
                _ => self.mistyped(key, "a list of tables"),
            })
            .collect()
    }

    /// The table `[key]`, if it is there.
    pub fn table(&self, key: &str) -> Option<Table<'a>> {
        let item = self.get(key)?;
        match item.get_ref() {
            DeValue::Table(table) => Some(Table::new(self.source, self.problems, item.span(), table.clone())),
            _ => self.mistyped(key, "a table"),
        }
    }

    /// The table `[key]`; an empty one, with a problem noted, if it is missing.
    pub fn table_or_empty(&self, key: &str) -> Table<'a> {
        self.table(key).unwrap_or_else(|| {
            self.complain(format!("the table `{key}` is missing"));
            Table::new(self.source, self.problems, self.span.clone(), DeTable::new())
        })
    }

    /// All keys, in the order of the alphabet.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        self.table.keys().map(|key| key.get_ref().to_string()).collect()
    }

    /// Every text in this table and below, with its path and place.
    #[must_use]
    pub fn all_texts(&self) -> Vec<(String, String, Place<'a>)> {
        let mut found = Vec::new();
        for (key, value) in self.table.iter() {
            collect(self.source, key.get_ref(), value, &mut found);
        }
        found
    }

    /// Notes a problem for each key that nothing asked for: a slip of the pen, or dead text.
    pub fn finish(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table.iter() {
            if !asked.contains(key.get_ref().as_ref()) {
                let place = self.source.place(&key.span());
                self.problems.add(place, format!("nothing is called `{}` here", key.get_ref()));
            }
        }
    }
}

fn collect<'a>(
    source: &'a Source,
    path: &str,
    value: &Spanned<DeValue<'_>>,
    found: &mut Vec<(String, String, Place<'a>)>,
) {
    match value.get_ref() {
        DeValue::String(text) => found.push((path.to_owned(), text.to_string(), source.place(&value.span()))),
        DeValue::Table(table) => {
            for (key, inner) in table.iter() {
                collect(source, &format!("{path}.{}", key.get_ref()), inner, found);
            }
        }
        DeValue::Array(items) => items.iter().for_each(|item| collect(source, path, item, found)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

/// A copy of `text` that stays: the compiler runs once and ends, and what it packs points into texts.
pub(super) fn kept(text: &str) -> Text {
    text.to_owned().leak()
}

//! A file whose texts are asked for by path, where a table of its own in the program would only repeat its names.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Wording;
use crate::content::packed::Text;

/// One file of a language, and which of its texts were asked for.
pub(in super::super) struct ByPath<'a, 'b> {
    wording: &'b Wording<'a>,
    name: &'static str,
    asked: RefCell<BTreeSet<String>>,
}

impl<'a, 'b> ByPath<'a, 'b> {
    pub(super) fn new(wording: &'b Wording<'a>, name: &'static str) -> Self {
        Self { wording, name, asked: RefCell::default() }
    }

    /// The text at `path`: a key, or a table and a key.
    pub(in super::super) fn text(&self, path: &str) -> Text {
        self.asked.borrow_mut().insert(path.to_owned());
        self.wording.at(&format!("{}.{path}", self.name))
    }

    /// The list of texts at `path`: a table and a key. A list that is empty or missing is a problem.
    pub(in super::super) fn texts(&self, path: &str) -> Vec<Text> {
        self.asked.borrow_mut().insert(path.to_owned());
        let file = self.wording.file(self.name);
        let (table, key) = path.split_once('.').unwrap_or_default();
        let table = file.table_or_empty(table);
        let texts = table.texts(key);
        if texts.is_empty() {
            table.complain(format!("`{key}` is missing"));
        }
        texts
    }

    /// Complains about texts that nothing asked for.
    pub(super) fn finish(&self) {
        let asked = self.asked.borrow();
        for (path, _, place) in self.wording.file(self.name).all_texts() {
            if !asked.contains(&path) {
                self.wording.problems.add(place, format!("nothing is called `{path}` here"));
            }
        }
    }
}

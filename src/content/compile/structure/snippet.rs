//! What stands inside the element for readers without the widget: which questions, steps and words, for each `view`.

use super::super::read::Table;
use super::Reader;
use crate::content::packed::Text;
use crate::domain::word::{Word, words};

words! {
    /// The values of the attribute `view`.
    SnippetView {
        /// Everything.
        All = "all",
        /// The questions, up to the picture.
        Reflection = "reflection",
        /// Small steps.
        Steps = "steps",
        /// The look at one day.
        Checkin = "checkin",
        /// Things to say.
        Words = "words",
    }
}

/// What one `view` shows, by ids.
#[derive(Debug, Clone)]
pub struct SnippetPlan {
    /// The view.
    pub view: SnippetView,
    /// What is seen at once.
    pub first: SnippetPart,
    /// What unfolds.
    pub more: SnippetPart,
}

/// What stands together, by ids.
#[derive(Debug, Clone, Default)]
pub struct SnippetPart {
    /// Questions of this file.
    pub questions: Vec<Text>,
    /// Open steps.
    pub steps: Vec<Text>,
    /// Open steps of which what they say is shown.
    pub words: Vec<Text>,
}

impl Reader<'_> {
    pub(super) fn snippet(&mut self) {
        let file = self.open("snippet");
        let mut taken = Vec::new();
        for item in file.tables("question") {
            let id = self.id(&item, &mut taken);
            if let Some(of) = item.text_or_none("of") {
                self.must_be(
                    &item,
                    "of",
                    self.found.question(of).is_some(),
                    &format!("there is no question `{of}` in structure/questions.toml"),
                );
            }
            item.finish();
            self.found.snippet_questions.push(id);
        }
        for item in file.tables("view") {
            let Some(view) = item.word("view") else { continue };
            if self.found.snippets.iter().any(|plan| plan.view == view) {
                item.complain(format!("the view `{}` stands here twice", view.word()));
            }
            let first = self.snippet_part(&item, ["questions", "steps", "words"]);
            let more = self.snippet_part(&item, ["more_questions", "more_steps", "more_words"]);
            item.finish();
            self.found.snippets.push(SnippetPlan { view, first, more });
        }
        for view in SnippetView::ALL {
            if !self.found.snippets.iter().any(|plan| plan.view == *view) {
                file.complain(format!("the view `{}` is missing", view.word()));
            }
        }
        file.finish();
    }

    fn snippet_part(&self, item: &Table<'_>, keys: [&str; 3]) -> SnippetPart {
        let [questions, steps, words] = keys;
        let part = SnippetPart {
            questions: item.texts(questions),
            steps: self.open_steps(item, steps),
            words: self.open_steps(item, words),
        };
        for id in &part.questions {
            let known = self.found.snippet_questions.contains(id);
            self.must_be(item, questions, known, &format!("there is no question `{id}` in this file"));
        }
        part
    }

    /// Ids of steps that anyone may see, also someone who is afraid.
    pub(super) fn open_steps(&self, item: &Table<'_>, key: &str) -> Vec<Text> {
        let ids = item.texts(key);
        for id in &ids {
            match self.found.step(id) {
                None => self.must_be(item, key, false, &format!("there is no step `{id}`")),
                Some((step, _)) => self.must_be(
                    item,
                    key,
                    step.open_when_afraid(),
                    &format!("the step `{id}` is not `open_when_afraid`, and anyone may read this"),
                ),
            }
        }
        ids
    }

    /// Notes a problem where the value of `key` stands if `holds` is not so.
    pub(super) fn must_be(&self, item: &Table<'_>, key: &str, holds: bool, text: &str) {
        if !holds {
            self.problems.add(item.place_of(key), text);
        }
    }
}

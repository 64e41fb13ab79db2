//! What is read without a script: the words inside the element, and the sheet to print.

use super::super::calls::Calls;
use super::super::snippet::{PartText, Snippet, SnippetWords, ViewText};
use super::super::structure::SnippetPart;
use super::super::worksheet::{Sheet, page};
use super::Wording;
use super::by_path::ByPath;
use crate::content::packed::Text;
use crate::content::{HelpKind, Library, Pack, StepText};
use crate::domain::word::Word;

impl Wording<'_> {
    pub(super) fn without_script(&self, lang: &str, pack: &Pack, library: &Library) -> (Snippet, String) {
        let said = ByPath::new(self, "snippet");
        let kinds = HelpKind::ALL.iter().map(|kind| said.text(&format!("kinds.{}", kind.word())));
        let calls = Calls {
            help: pack.help.clone(),
            emergency: self.at("help.emergency"),
            by_text: self.at("ui.help.text"),
            by_text_word: self.at("ui.help.text_word"),
            kinds: kinds.collect(),
        };
        let snippet = self.snippet(lang, &said, &calls, library);
        said.finish();
        let said = ByPath::new(self, "worksheet");
        let sheet = Sheet { said: &said, wording: self, lang, calls: &calls, pack, library };
        let worksheet = page(&sheet);
        said.finish();
        (snippet, worksheet)
    }

    fn snippet(&self, lang: &str, said: &ByPath<'_, '_>, calls: &Calls, library: &Library) -> Snippet {
        let words = SnippetWords {
            about: said.text("about"),
            afraid: said.text("afraid"),
            both: said.text("both"),
            doctor: said.text("doctor"),
            only_you: said.text("only_you"),
            danger: said.text("danger"),
            anywhere: said.text("anywhere"),
            elsewhere: self.at("help.directory"),
            nobody: said.text("nobody"),
            published: said.text("published"),
            traces: self.at("help.traces"),
            more_lines: said.text("more_lines"),
            page: said.text("page"),
            sheet: said.text("sheet"),
            say: said.text("say"),
        };
        for id in &self.structure.snippet_questions {
            said.text(&format!("questions.{id}"));
        }
        let part = |part: &SnippetPart| PartText {
            questions: part.questions.iter().map(|id| said.text(&format!("questions.{id}"))).collect(),
            steps: self.step_texts(library, &part.steps).map(|step| (step.title, step.how)).collect(),
            words: part.words.iter().filter_map(|id| self.words_of_step(library, id)).collect(),
        };
        let views = self.structure.snippets.iter().map(|plan| {
            let of_view = |key: &str| said.text(&format!("{}.{key}", plan.view.word()));
            ViewText {
                view: plan.view,
                title: of_view("title"),
                intro: of_view("intro"),
                more: of_view("more"),
                first: part(&plan.first),
                folded: part(&plan.more),
            }
        });
        Snippet { lang: lang.to_owned(), calls: calls.clone(), views: views.collect(), words }
    }

    /// The words of these steps, in this order; ids that do not exist are told in `structure`.
    pub(in super::super) fn step_texts<'b>(
        &self,
        library: &'b Library,
        ids: &[Text],
    ) -> impl Iterator<Item = &'b StepText> {
        let place = |id: &&Text| library.steps.iter().position(|step| &*step.id == **id);
        let places: Vec<_> = ids.iter().filter_map(|id| place(&id)).collect();
        places.into_iter().filter_map(|place| library.step_texts.get(place))
    }

    /// What a step says aloud, and its title.
    fn words_of_step(&self, library: &Library, id: Text) -> Option<(Text, Text)> {
        let step = self.step_texts(library, &[id]).next()?;
        if step.say.is_empty() {
            let steps = self.file("steps").table_or_empty(id);
            steps.complain("`say` is missing: structure/snippet.toml shows what this step says");
        }
        Some((step.say, step.title))
    }
}

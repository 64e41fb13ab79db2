//! What an owner pastes: the script tag with the hash of its file, and the element with words inside it for every reader
//! who does not get the widget. The pages of the build take the same words.

use super::calls::{BETWEEN, Calls, numbers};
use super::html::{Html, Inline};
use super::structure::SnippetView;
use crate::content::HelpKind;
use crate::content::packed::Text;
use crate::domain::word::Word;

/// The words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    pub(super) lang: String,
    pub(super) calls: Calls,
    pub(super) views: Vec<ViewText>,
    pub(super) words: SnippetWords,
}

/// What all views share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SnippetWords {
    pub(super) about: Text,
    pub(super) afraid: Text,
    pub(super) both: Text,
    pub(super) doctor: Text,
    pub(super) only_you: Text,
    /// Danger, where no country is given.
    pub(super) danger: Text,
    /// Stands before the directory, where no country is given.
    pub(super) anywhere: Text,
    /// Stands before the directory, where a country is given.
    pub(super) elsewhere: Text,
    /// Holds `{emergency}`.
    pub(super) nobody: Text,
    /// Holds `{date}`.
    pub(super) published: Text,
    pub(super) traces: Text,
    pub(super) more_lines: Text,
    pub(super) page: Text,
    pub(super) sheet: Text,
    /// What a step says stands in it, as `{say}`.
    pub(super) say: Text,
}

/// What one view shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ViewText {
    pub(super) view: SnippetView,
    pub(super) title: Text,
    pub(super) intro: Text,
    pub(super) more: Text,
    pub(super) first: PartText,
    pub(super) folded: PartText,
}

/// What stands together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PartText {
    pub(super) questions: Vec<Text>,
    /// Title and how it is done.
    pub(super) steps: Vec<(Text, Text)>,
    /// What is said, and the title of its step.
    pub(super) words: Vec<(Text, Text)>,
}

/// The file that a page loads, whose name and hash never change.
#[derive(Debug, Clone, Copy)]
pub struct Pin<'a> {
    /// Address of the folder `embed`.
    pub base: &'a str,
    /// The folder below it that carries the version, and the file in it.
    pub file: &'a str,
    /// The hash of that file, as the attribute takes it.
    pub integrity: &'a str,
}

/// Addresses of pages that readers without the widget are sent to; empty if not given.
#[derive(Debug, Clone, Copy, Default)]
pub struct Links<'a> {
    /// The standalone page.
    pub page: &'a str,
    /// The sheet to print.
    pub sheet: &'a str,
}

impl Snippet {
    /// All that an owner pastes. `region` is a country's code, or empty.
    #[must_use]
    pub fn whole(&self, pin: &Pin<'_>, view: SnippetView, region: &str, links: Links<'_>) -> String {
        let Pin { base, file, integrity } = pin;
        let source = format!("{base}/{file}");
        let mut html = Html::default();
        let script =
            [("type", "module"), ("src", &*source), ("integrity", integrity), ("crossorigin", "anonymous")];
        html.empty("script", &script);
        let name = if view == SnippetView::All { "" } else { view.word() };
        let attributes = [("lang", &*self.lang), ("region", region), ("view", name)];
        html.within_with("fog-bridge", &attributes, |html| self.write(html, view, region, links));
        html.finish()
    }

    /// What stands inside the element.
    #[must_use]
    pub fn inside(&self, view: SnippetView, region: &str, links: Links<'_>) -> String {
        let mut html = Html::default();
        self.write(&mut html, view, region, links);
        html.finish()
    }

    /// True if help lines of this country stand in the table.
    #[must_use]
    pub fn knows(&self, region: &str) -> bool {
        self.calls.help.country(region).is_some()
    }

    fn write(&self, html: &mut Html, view: SnippetView, region: &str, links: Links<'_>) {
        let Some(text) = self.views.iter().find(|text| text.view == view) else { return };
        let words = &self.words;
        html.text("h2", "", text.title);
        html.text("p", "", text.intro);
        self.part(html, &text.first);
        self.help(html, region);
        html.within("details", "", |html| {
            html.text("summary", "", text.more);
            self.questions(html, &text.folded);
            if !text.folded.questions.is_empty() {
                html.text("p", "", words.both);
            }
            if !text.folded.steps.is_empty() && text.first.steps.is_empty() {
                html.text("p", "", words.only_you);
            }
            self.steps(html, &text.folded);
            html.text("p", "", words.doctor);
            html.text("p", "", words.afraid);
            if self.knows(region) {
                self.more_lines(html, region);
            } else {
                html.text("p", "", words.traces);
            }
        });
        let pages = [(links.page, words.page), (links.sheet, words.sheet)];
        let given = pages.iter().filter(|(address, _)| !address.is_empty());
        let pages: Vec<_> = given.map(|(address, said)| Inline::link(address, said)).collect();
        if !pages.is_empty() {
            html.line("p", "", &Inline::joined(&pages, BETWEEN));
        }
        html.text("p", "", words.about);
    }

    fn part(&self, html: &mut Html, part: &PartText) {
        self.questions(html, part);
        self.steps(html, part);
    }

    fn questions(&self, html: &mut Html, part: &PartText) {
        list(html, part.questions.iter().map(|question| Inline::text(question)));
    }

    fn steps(&self, html: &mut Html, part: &PartText) {
        let pair = |bold: Inline, plain: &str| {
            Inline::joined(&[Inline::element("strong", &[], &bold), Inline::text(plain)], " ")
        };
        list(html, part.steps.iter().map(|(title, how)| pair(Inline::text(title), how)));
        let said = |say: &str| Inline::filled(self.words.say, &[("say", &Inline::text(say))]);
        list(html, part.words.iter().map(|(say, title)| pair(said(say), title)));
    }

    /// Emergency first, then people to talk to, and lines for whoever is afraid.
    fn help(&self, html: &mut Html, region: &str) {
        let words = &self.words;
        let Some(country) = self.calls.help.country(region) else {
            let help = [Inline::text(words.danger), Inline::text(words.anywhere), self.calls.directory()];
            return html.line("p", "", &Inline::joined(&help, " "));
        };
        html.line("p", "", &Inline::element("strong", &[], &self.calls.emergency(country)));
        self.lines(html, region, &FIRST);
        let nobody = Inline::filled(words.nobody, &[("emergency", &numbers(country))]);
        let after =
            [nobody, Inline::text(words.traces), Inline::text(words.elsewhere), self.calls.directory()];
        html.line("p", "", &Inline::joined(&after, " "));
    }

    /// Lines for some readers, in the part that unfolds.
    fn more_lines(&self, html: &mut Html, region: &str) {
        let country = self.calls.help.country(region);
        if country.is_some_and(|country| !self.calls.serving(country, &REST).is_empty()) {
            html.text("p", "", self.words.more_lines);
            self.lines(html, region, &REST);
        }
    }

    fn lines(&self, html: &mut Html, region: &str, kinds: &[HelpKind]) {
        let Some(country) = self.calls.help.country(region) else { return };
        let lines = self.calls.serving(country, kinds);
        list(html, lines.into_iter().map(|line| self.calls.line(line, self.words.published)));
    }
}

/// The kinds that everyone sees at once, and the others.
const FIRST: [HelpKind; 2] = [HelpKind::Crisis, HelpKind::Abuse];
const REST: [HelpKind; 3] = [HelpKind::Men, HelpKind::Deaf, HelpKind::Health];

/// A list, if there is anything in it.
fn list(html: &mut Html, items: impl Iterator<Item = Inline>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        html.within("ul", "", |html| items.for_each(|item| html.line("li", "", &item)));
    }
}

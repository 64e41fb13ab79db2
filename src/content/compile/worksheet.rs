//! The sheet to print, a page without a script.
//!
//! It goes the way of the widget: what was noticed, then the questions about being safe, and only behind them what answers
//! can mean and steps for two. Help and steps for oneself stand before that, for everyone. Boxes to tick are drawn and
//! cannot be pressed: a browser would remember them. Neither an answer that is a safety sign nor the safety box has any.

use super::calls::Calls;
use super::html::{Html, Inline};
use super::wording::{ByPath, Wording};
use crate::content::packed::Text;
use crate::content::{Country, HelpKind, HelpLine, Library, Pack};
use crate::domain::question::Thread;
use crate::domain::step::Effort;
use crate::domain::word::Word;

/// What the page is made from.
pub(super) struct Sheet<'a, 'b> {
    pub(super) said: &'b ByPath<'a, 'b>,
    pub(super) wording: &'b Wording<'a>,
    pub(super) lang: &'b str,
    pub(super) calls: &'b Calls,
    pub(super) pack: &'b Pack,
    pub(super) library: &'b Library,
}

/// All that the page may load are its style sheet and its icon.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
/// Where *Leave this page* leads to, as in the widget.
const ELSEWHERE: &str = "https://www.wikipedia.org/";
const BRIDGE: &str = include_str!("bridge.svg");

/// The whole page.
pub(super) fn page(sheet: &Sheet<'_, '_>) -> String {
    let mut html = Html::default();
    html.own("<!doctype html>");
    html.within_with("html", &[("lang", sheet.lang)], |html| {
        html.within("head", "", |html| sheet.head(html));
        html.within("body", "", |html| {
            let leave = Inline::link(ELSEWHERE, sheet.said.text("leave"));
            html.within("nav", "", |html| html.line("p", "", &leave));
            html.within("header", "", |html| sheet.top(html));
            html.within("main", "", |html| {
                sheet.questions(html);
                sheet.own_steps(html);
                sheet.people(html);
                sheet.safety_box(html);
                html.within("details", "", |html| {
                    html.text("summary", "", sheet.said.text("safety.open"));
                    sheet.look(html);
                    sheet.steps_for_two(html);
                });
            });
            html.within("footer", "", |html| {
                html.text("p", "", sheet.said.text("foot.about"));
                html.text("p", "", sheet.said.text("foot.licence"));
            });
        });
    });
    html.finish()
}

impl Sheet<'_, '_> {
    fn head(&self, html: &mut Html) {
        html.void("meta", &[("charset", "utf-8")]);
        html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
        html.text("title", "", self.said.text("title"));
        for (name, content) in [
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("referrer", "no-referrer"),
        ] {
            html.void("meta", &[("name", name), ("content", content)]);
        }
        html.void("link", &[("rel", "icon"), ("href", "icon.svg"), ("type", "image/svg+xml")]);
        html.void("link", &[("rel", "stylesheet"), ("href", "worksheet.css")]);
    }

    fn top(&self, html: &mut Html) {
        let said = self.said;
        html.own(BRIDGE);
        html.within("div", "name", |html| {
            html.text("h1", "", said.text("title"));
            html.text("p", "date", said.text("date"));
        });
        html.text("p", "lead", said.text("lead"));
        html.text("p", "screen", said.text("screen"));
        let calls = Inline::text(said.text("calls.title"));
        let urgent = [Inline::filled(said.text("urgent"), &[("calls", &calls)]), self.calls.directory()];
        html.line("p", "urgent", &Inline::joined(&urgent, " "));
        html.within("section", "aside", |html| {
            html.text("h2", "", said.text("paper.title"));
            for text in said.texts("paper.body") {
                html.text("p", "", text);
            }
        });
    }

    fn questions(&self, html: &mut Html) {
        let said = self.said;
        html.within("section", "noticed", |html| {
            html.text("h2", "", said.text("questions.title"));
            html.text("p", "intro", said.text("questions.intro"));
            for (id, questions) in &self.wording.structure().worksheet.groups {
                html.within("section", "", |html| {
                    html.text("h3", "", said.text(&format!("groups.{id}")));
                    html.within("ul", "questions", |html| {
                        questions.iter().for_each(|question| self.question(html, question));
                    });
                });
            }
            html.text("h3", "", said.text("questions.own"));
            html.within("div", "lines", |html| (0..4).for_each(|_| html.empty("div", &[])));
        });
    }

    fn question(&self, html: &mut Html, id: &str) {
        let place = self.pack.questions.iter().position(|question| &*question.id == id);
        let Some(text) = place.and_then(|place| self.pack.question_texts.get(place)) else { return };
        html.within("li", "", |html| {
            html.text("p", "frame", text.frame);
            html.text("p", "ask", text.ask);
            html.within("ul", "answers", |html| {
                let answers = text.options.iter().copied().chain([self.said.text("questions.not_sure")]);
                answers.for_each(|answer| html.text("li", "", answer));
            });
        });
    }

    fn own_steps(&self, html: &mut Html) {
        let said = self.said;
        html.within("section", "sheet", |html| {
            html.text("h2", "", said.text("steps.title"));
            html.text("p", "intro", said.text("steps.intro"));
            self.steps(html, &self.wording.structure().worksheet.open);
            html.text("p", "small", said.text("steps.sure"));
            html.within("div", "plan", |html| {
                html.text("h3", "", said.text("steps.plan"));
                html.text("p", "rule", said.text("steps.when"));
                html.text("p", "rule", said.text("steps.then"));
            });
        });
    }

    /// Steps by how much they take.
    fn steps(&self, html: &mut Html, ids: &[Text]) {
        for &effort in Effort::ALL {
            let fits =
                |id: &Text| self.library.steps.iter().any(|step| &*step.id == *id && step.effort == effort);
            let ids: Vec<_> = ids.iter().copied().filter(fits).collect();
            if ids.is_empty() {
                continue;
            }
            html.text("h3", "", self.said.text(&format!("steps.{}", effort.word())));
            html.within("ul", "steps", |html| {
                for step in self.wording.step_texts(self.library, &ids) {
                    let mut parts = vec![
                        Inline::element("strong", &[], &Inline::text(step.title)),
                        Inline::text(step.how),
                    ];
                    if !step.say.is_empty() {
                        let say = Inline::text(step.say);
                        parts.push(Inline::filled(self.said.text("steps.say"), &[("say", &say)]));
                    }
                    html.line("li", "", &Inline::joined(&parts, " "));
                }
            });
        }
    }

    fn people(&self, html: &mut Html) {
        let said = self.said;
        let help = &self.calls.help;
        html.within("section", "sheet calls", |html| {
            html.text("h2", "", said.text("calls.title"));
            html.text("p", "intro", said.text("calls.night"));
            html.within("div", "countries", |html| {
                for country in &help.countries {
                    let lines: Vec<_> =
                        help.lines.iter().filter(|line| line.country == country.code).collect();
                    // A part of a country is served by the whole; it is named where it has lines of its own.
                    if !lines.is_empty() || !country.code.contains('-') {
                        html.within("section", "", |html| self.country(html, country, &lines));
                    }
                }
            });
            let directory = [Inline::text(self.wording.at("help.directory")), self.calls.directory()];
            html.line("p", "", &Inline::joined(&directory, " "));
            html.text("p", "small", said.text("calls.unconfirmed"));
            html.text("p", "small", self.wording.at("help.traces"));
        });
    }

    fn country(&self, html: &mut Html, country: &Country, lines: &[&HelpLine]) {
        html.text("h3", "", country.name);
        if !country.code.contains('-') {
            html.line("p", "", &self.calls.emergency(country));
        }
        let published = self.said.text("calls.published");
        for kind in HelpKind::ALL {
            let lines = lines.iter().filter(|line| line.kind == *kind);
            lines.for_each(|line| html.line("p", "", &self.calls.line(line, published)));
        }
    }

    fn safety_box(&self, html: &mut Html) {
        let said = self.said;
        html.within("section", "sheet box", |html| {
            html.text("h2", "", said.text("safety.title"));
            html.text("p", "", self.wording.at("welcome.safe_relationship"));
            html.text("p", "", said.text("safety.intro"));
            html.within("ul", "plain", |html| {
                let first = self.pack.safety.iter().filter(|question| question.first_visit);
                first.for_each(|question| html.text("li", "", question.ask));
            });
            html.text("p", "if-so", said.text("safety.if_so"));
            html.text("p", "", said.text("safety.later"));
        });
    }

    fn look(&self, html: &mut Html) {
        let said = self.said;
        html.within("section", "sheet", |html| {
            html.text("h2", "", said.text("look.title"));
            html.text("p", "intro", said.text("look.intro"));
            html.within("div", "threads", |html| {
                for thread in Thread::ALL {
                    html.within("section", "", |html| {
                        let words = said.texts(&format!("threads.{}", thread.word()));
                        let tags = ["h3"].into_iter().chain(std::iter::repeat("p"));
                        tags.zip(words).for_each(|(tag, text)| html.text(tag, "", text));
                    });
                }
            });
            html.text("p", "", said.text("look.both"));
            html.text("p", "", said.text("calls.night"));
            html.text("p", "", said.text("look.again"));
        });
    }

    fn steps_for_two(&self, html: &mut Html) {
        let said = self.said;
        html.within("section", "sheet", |html| {
            html.text("h2", "", said.text("two.title"));
            html.text("p", "not-for", said.text("two.not_for"));
            html.text("p", "not-for", self.wording.at("steps.only_if_safe"));
            html.text("p", "intro", said.text("two.intro"));
            self.steps(html, &self.wording.structure().worksheet.two);
        });
    }
}

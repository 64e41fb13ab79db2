//! Help lines as markup, for pages without a script.
//!
//! Which rows are shown at all is decided in `structure`. Here a row keeps its number, its hours and the day it was read;
//! one that a person confirmed has no day.

use super::html::Inline;
use crate::content::packed::Text;
use crate::content::{Country, Help, HelpKind, HelpLine, fill};
use crate::domain::word::Word;

/// The help lines of one language with the words around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    pub(super) help: Help,
    /// Holds `{number}`.
    pub(super) emergency: Text,
    /// Holds `{number}`.
    pub(super) by_text: Text,
    /// Holds `{word}` and `{number}`.
    pub(super) by_text_word: Text,
    /// What each kind of line is for, in the order of the kinds.
    pub(super) kinds: Vec<Text>,
}

/// Between the parts of a row, which need no sentence.
pub(super) const BETWEEN: &str = " · ";

impl Calls {
    /// The sentence about danger, with the country's numbers.
    pub(super) fn emergency(&self, country: &Country) -> Inline {
        Inline::filled(self.emergency, &[("number", &numbers(country))])
    }

    /// The lines of these kinds, kind by kind, that serve `country`: its own, and those of the whole country for a part.
    pub(super) fn serving(&self, country: &Country, kinds: &[HelpKind]) -> Vec<&HelpLine> {
        let of = |kind: &HelpKind| {
            let kind = *kind;
            self.help.lines.iter().filter(move |line| line.serves(country) && line.kind == kind)
        };
        kinds.iter().flat_map(of).collect()
    }

    /// What it is for, name, every way to reach it, hours, and the day it was read if nobody has confirmed it: that
    /// stands in `published`, as `{date}`.
    pub(super) fn line(&self, line: &HelpLine, published: Text) -> Inline {
        let kind = self.kinds.get(line.kind.place()).copied().unwrap_or_default();
        let mut parts = Vec::new();
        // Some lines are called by their number.
        if line.name != line.show {
            parts.push(Inline::text(line.name));
        }
        if !line.phone.is_empty() {
            parts.push(Inline::link(&format!("tel:{}", line.phone), line.show));
        }
        if !line.sms.is_empty() {
            let template = if line.sms_text.is_empty() { self.by_text } else { self.by_text_word };
            let words = fill(template, &[("number", line.sms), ("word", line.sms_text)]);
            parts.push(Inline::link(&format!("sms:{}", line.sms), &words));
        }
        if !line.web.is_empty() {
            let shown = line.web.trim_start_matches("https://").trim_start_matches("www.");
            parts.push(Inline::link(line.web, shown.trim_end_matches('/')));
        }
        parts.push(Inline::text(line.hours));
        if !line.confirmed {
            parts.push(Inline::text(&fill(published, &[("date", line.read_on)])));
        }
        Inline::joined(&[Inline::text(kind), Inline::joined(&parts, BETWEEN)], ": ")
    }

    /// The directory of lines in every country.
    pub(super) fn directory(&self) -> Inline {
        Inline::link(self.help.directory_web, self.help.directory_name)
    }
}

/// The emergency numbers of a country, to press.
pub(super) fn numbers(country: &Country) -> Inline {
    let numbers: Vec<_> =
        country.emergency.iter().map(|number| Inline::link(&format!("tel:{number}"), number)).collect();
    Inline::joined(&numbers, " / ")
}

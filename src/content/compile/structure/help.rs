//! Countries, help lines, and the sections of the help page.

use super::super::read::Table;
use super::Reader;
use crate::content::packed::Text;
use crate::content::{HelpKind, HelpLine};

/// A row of the help lines, shown or not.
#[derive(Debug, Clone)]
pub struct HelpRow {
    /// Unique among rows.
    pub id: Text,
    /// Where its number was read; empty if nowhere yet.
    pub source: Text,
    /// True if sources contradict each other.
    pub conflict: bool,
    /// What is shown of it. Its hours are the name of a text, and its note is empty: languages say both.
    pub line: HelpLine,
}

impl HelpRow {
    /// True if it has a source and does not contradict another: only such rows are shown.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        !self.source.is_empty() && !self.conflict
    }
}

/// Where a section of the help page stands.
#[derive(Debug, Clone, Copy)]
pub struct HelpPlace {
    /// True if it cannot wait for the library file.
    pub urgent: bool,
    /// True if it speaks of help for two: shown only past the safety questions.
    pub past_gate: bool,
}

impl Reader<'_> {
    pub(super) fn help(&mut self) {
        let file = self.open("help");
        for item in file.tables("country") {
            let emergency = item.texts("emergency");
            if emergency.is_empty() {
                item.complain("a country needs an emergency number");
            }
            self.found.countries.push((item.text("code"), emergency, item.texts("zones")));
            item.finish();
        }
        let mut taken = Vec::new();
        for item in file.tables("line") {
            let line = self.line(&item, &mut taken);
            item.finish();
            self.found.lines.push(line);
        }
        let directory = file.table_or_empty("directory");
        self.found.directory = (directory.text("name"), directory.text("web"));
        directory.finish();
        file.finish();
    }

    fn line(&self, item: &Table<'_>, taken: &mut Vec<Text>) -> HelpRow {
        let optional = |key: &str| item.text_or_none(key).unwrap_or_default();
        let id = self.id(item, taken);
        let line = HelpLine {
            country: item.text("country"),
            kind: item.word("kind").unwrap_or(HelpKind::Crisis),
            name: item.text("name"),
            phone: optional("phone"),
            show: optional("show"),
            sms: optional("sms"),
            sms_text: optional("sms_text"),
            web: optional("web"),
            hours: item.text("hours"),
            note: "",
            read_on: item.text("read_on"),
            confirmed: item.flag("confirmed"),
        };
        if !self.found.countries.iter().any(|(code, ..)| *code == line.country) {
            item.complain(format!("there is no country `{}`", line.country));
        }
        let dialable = |number: &str| number.chars().all(|c| c.is_ascii_digit() || c == '+');
        if !dialable(line.phone) || !dialable(line.sms) {
            item.complain("`phone` and `sms` hold digits only; `show` is for people");
        }
        if line.phone.is_empty() && line.sms.is_empty() && line.web.is_empty() {
            item.complain("a line needs a phone, a text number or an address");
        }
        if !line.phone.is_empty() && line.show.is_empty() {
            item.complain("`show` is missing: the number as people write it");
        }
        if !(line.web.is_empty() || line.web.starts_with("https://")) {
            item.complain("`web` does not begin with https://");
        }
        if !is_date(line.read_on) {
            item.complain("`read_on` is a day such as 2026-11-21");
        }
        HelpRow { id, source: optional("source"), conflict: item.flag("conflict"), line }
    }

    /// The sections below the lines, and the page about staying and going.
    pub(super) fn pages(&mut self) {
        let file = self.open("pages");
        let mut taken = Vec::new();
        for item in file.tables("help") {
            let place = HelpPlace { urgent: item.flag("urgent"), past_gate: item.flag("past_gate") };
            if place.urgent && place.past_gate {
                item.complain(
                    "what is urgent is shown to everyone: `urgent` and `past_gate` exclude each other",
                );
            }
            let for_two = |id: &str| ["Q02", "Q09", "Q10", "Q11", "Q16", "Q18", "Q21"].contains(&id);
            if !place.past_gate && item.texts("carries").into_iter().any(for_two) {
                item.complain("help for two, or suggesting help to a partner, is shown `past_gate` only");
            }
            let section = self.item(&item, "help section", &mut taken, place);
            self.found.help_sections.push(section);
        }
        for item in file.tables("staying") {
            let section = self.item(&item, "staying and going", &mut taken, ());
            self.found.staying.push(section);
        }
        file.finish();
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(|part| (part.len(), part.parse::<u16>())).collect();
    matches!(parts.as_slice(), [(4, Ok(_)), (2, Ok(1..=12)), (2, Ok(1..=31))])
}

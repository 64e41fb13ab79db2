//! `help`: emergency first, people to talk to by country, and a word for who is afraid at home.

use super::Cx;
use super::pages::card;
use super::ui::Ui;
use crate::content::{Country, HelpKind, HelpLine, TextKey};
use crate::domain::notes::ELSEWHERE;
use crate::state::gate::Cleared;
use crate::state::msg::Act;
use crate::state::shelf;

/// The help page. After a safety sign, what is for someone afraid at home comes first.
pub fn help(ui: &mut Ui<'_>, afraid_first: bool, cleared: Option<Cleared>) {
    let mut kinds = HelpKind::ALL.to_vec();
    ui.heading(TextKey::HelpHeading);
    emergency(ui);
    country_choice(ui);
    if afraid_first {
        kinds.rotate_left(1);
        afraid(ui);
    }
    lines(ui, &kinds);
    ui.note(TextKey::HelpTraces);
    if !afraid_first {
        afraid(ui);
    }
    for section in &ui.cx.pack.urgent {
        card(ui, section);
    }
    professional(ui, cleared);
    ui.actions(|ui| ui.button("primary", "back", TextKey::HelpClose, Act::PressedBack));
}

/// Kinds of professional help, once the library file is here; help for two only past the gate.
fn professional(ui: &mut Ui<'_>, cleared: Option<Cleared>) {
    if let Some(library) = ui.cx.library.get() {
        ui.subheading(TextKey::HelpProfessional);
        for section in shelf::help_sections(library, cleared) {
            card(ui, &section.card);
        }
    }
}

fn afraid(ui: &mut Ui<'_>) {
    ui.within("div", "aside", |ui| {
        ui.subheading(TextKey::HelpAfraidHeading);
        ui.paragraph(TextKey::HelpAfraid);
    });
}

/// The country in force: chosen by the reader, else set by the owner, else guessed from the device, which also stands
/// in for a country that has no row here. It only chooses which lines are shown first. A nation of the UK that has no row of its own falls back to the UK's.
fn country<'a>(cx: &Cx<'a>) -> Option<&'a Country> {
    let help = &cx.pack.help;
    let named = cx.model.region();
    let found = named.and_then(|code| help.country(code));
    if found.is_some() || named == Some(ELSEWHERE) {
        return found;
    }
    help.countries.get((cx.device_country)()?)
}

fn emergency(ui: &mut Ui<'_>) {
    let cx = ui.cx;
    let Some(country) = country(cx) else {
        return ui.line("p", "lead", ui.text(TextKey::HelpEmergencyAnywhere));
    };
    ui.within("p", "lead", |ui| {
        for number in &country.emergency {
            let words = cx.filled(TextKey::HelpEmergency, &[("number", number)]);
            ui.anchor("call", ["tel:", number].concat(), &words);
        }
    });
}

fn country_choice(ui: &mut Ui<'_>) {
    let countries = &ui.cx.pack.help.countries;
    let chosen = country(ui.cx).and_then(|chosen| countries.iter().position(|country| country == chosen));
    let mut rows: Vec<_> = countries.iter().map(|country| country.name).collect();
    rows.push(ui.text(TextKey::HelpElsewhere));
    ui.select(TextKey::HelpCountry, &rows, chosen.unwrap_or(countries.len()), Act::ChoseRegion);
}

/// The lines of these kinds in the country in force, and the international directory below them.
pub fn lines(ui: &mut Ui<'_>, kinds: &[HelpKind]) {
    let help = &ui.cx.pack.help;
    let country = country(ui.cx);
    for &kind in kinds {
        let fits =
            |line: &&HelpLine| line.kind == kind && country.is_some_and(|country| line.serves(country));
        let mut rows = help.lines.iter().filter(fits).peekable();
        if rows.peek().is_none() {
            continue;
        }
        ui.subheading(match kind {
            HelpKind::Crisis => TextKey::KindCrisis,
            HelpKind::Abuse => TextKey::KindAbuse,
            HelpKind::Men => TextKey::KindMen,
            HelpKind::Deaf => TextKey::KindDeaf,
            HelpKind::Health => TextKey::KindHealth,
        });
        ui.within("ul", "cards", |ui| rows.for_each(|line| entry(ui, line, country)));
    }
    ui.within("p", "", |ui| {
        ui.words(ui.text(TextKey::HelpDirectory));
        ui.words(" ");
        ui.anchor("", help.directory_web.to_owned(), help.directory_name);
    });
}

fn entry(ui: &mut Ui<'_>, entry: &HelpLine, country: Option<&Country>) {
    let cx = ui.cx;
    ui.open("li", "card");
    ui.line("strong", "", entry.name);
    if !entry.phone.is_empty() {
        ui.anchor("call", ["tel:", entry.phone].concat(), entry.show);
    }
    if !entry.sms.is_empty() {
        let key = if entry.sms_text.is_empty() { TextKey::HelpText } else { TextKey::HelpTextWord };
        let words = cx.filled(key, &[("word", entry.sms_text), ("number", entry.sms)]);
        ui.anchor("call", ["sms:", entry.sms].concat(), &words);
    }
    if !entry.web.is_empty() {
        let address = entry.web.strip_prefix("https://").unwrap_or(entry.web);
        let address = address.strip_suffix('/').unwrap_or(address);
        ui.anchor("call", entry.web.to_owned(), address);
    }
    ui.paragraph_of(entry.hours);
    ui.note_of(entry.note);
    if !entry.confirmed {
        let emergency = country.and_then(|country| country.emergency.first()).map_or("", |number| number);
        let values = [("date", entry.read_on), ("emergency", emergency)];
        ui.note_of(&cx.filled(TextKey::HelpPublished, &values));
    }
    ui.close();
}

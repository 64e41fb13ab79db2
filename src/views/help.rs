//! `help`: emergency first, people to talk to by country, and a word for who is afraid at home.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    Look, actions, anchor, button, element, heading, line, list, note, paragraph, select, stack, subheading,
    words,
};
use crate::content::{Country, HelpKind, HelpLine, TextKey};
use crate::domain::notes::ELSEWHERE;
use crate::state::msg::Msg;

/// The help page. After a safety sign, what is for someone afraid at home comes first.
pub fn help(cx: &Cx<'_>, afraid_first: bool) -> Html {
    let mut kinds = HelpKind::ALL.to_vec();
    let afraid = element(
        "div",
        "aside",
        vec![subheading(cx, cx.text(TextKey::HelpAfraidHeading)), paragraph(cx.text(TextKey::HelpAfraid))],
    );
    if afraid_first {
        kinds.rotate_left(1);
    }
    let mut items = vec![
        heading(cx, cx.text(TextKey::HelpHeading)),
        emergency(cx),
        country_choice(cx),
        lines(cx, &kinds),
        note(cx.text(TextKey::HelpTraces)),
    ];
    items.insert(if afraid_first { 3 } else { items.len() }, afraid);
    let close = button(cx, Look::Primary, Some("back"), TextKey::HelpClose, None, Msg::PressedBack);
    items.push(actions(vec![close]));
    stack(items)
}

/// The country in force: chosen by the reader, else set by the owner or guessed. A nation of the UK that
/// has no row of its own falls back to the UK's.
fn country<'a>(cx: &Cx<'a>) -> Option<&'a Country> {
    let settings = &cx.model.notes.settings;
    let code = settings.region.as_ref().or(cx.model.options.region.as_ref())?;
    let find = |code: &str| cx.pack.help.countries.iter().find(|country| country.code == code);
    find(code).or_else(|| find(code.split('-').next()?))
}

fn emergency(cx: &Cx<'_>) -> Html {
    let Some(country) = country(cx) else {
        return line("p", "lead", cx.text(TextKey::HelpEmergencyAnywhere));
    };
    let calls = country.emergency.iter().map(|number| {
        let words = cx.filled(TextKey::HelpEmergency, &[("number", number)]);
        anchor("call", format!("tel:{number}"), &words)
    });
    element("p", "lead", calls.collect())
}

fn country_choice(cx: &Cx<'_>) -> Html {
    let countries = &cx.pack.help.countries;
    let chosen = country(cx).and_then(|chosen| countries.iter().position(|country| country == chosen));
    let mut rows: Vec<_> = countries.iter().map(|country| country.name.clone()).collect();
    rows.push(cx.text(TextKey::HelpElsewhere).to_owned());
    let codes: Vec<_> = countries.iter().map(|country| country.code.clone()).collect();
    let send = cx.send.clone();
    let picked = Callback::from(move |idx: usize| {
        let code = codes.get(idx).map_or(ELSEWHERE, String::as_str);
        send.emit(Msg::ChoseRegion(Some(code.into())));
    });
    select(cx.text(TextKey::HelpCountry), &rows, chosen.unwrap_or(countries.len()), picked)
}

/// The lines of these kinds in the country in force, and the international directory below them.
pub fn lines(cx: &Cx<'_>, kinds: &[HelpKind]) -> Html {
    let help = &cx.pack.help;
    let country = country(cx);
    let mut items = Vec::new();
    for &kind in kinds {
        let fits = |line: &&HelpLine| {
            line.kind == kind && country.is_some_and(|country| covers(&line.country, &country.code))
        };
        let rows: Vec<_> = help.lines.iter().filter(fits).map(|line| entry(cx, line, country)).collect();
        if rows.is_empty() {
            continue;
        }
        let key = match kind {
            HelpKind::Crisis => TextKey::KindCrisis,
            HelpKind::Abuse => TextKey::KindAbuse,
            HelpKind::Men => TextKey::KindMen,
            HelpKind::Health => TextKey::KindHealth,
        };
        items.push(subheading(cx, cx.text(key)));
        items.push(list("cards", rows));
    }
    let directory = anchor("", help.directory_web.clone(), &help.directory_name);
    items.push(element("p", "", vec![words(cx.text(TextKey::HelpDirectory)), words(" "), directory]));
    stack(items)
}

/// A line of the whole country also serves its nations; one of a nation serves only that nation.
fn covers(line: &str, country: &str) -> bool {
    line == country || country.split('-').next() == Some(line)
}

fn entry(cx: &Cx<'_>, entry: &HelpLine, country: Option<&Country>) -> Html {
    let mut items = vec![line("strong", "", &entry.name)];
    if !entry.phone.is_empty() {
        items.push(anchor("call", format!("tel:{}", entry.phone), &entry.show));
    }
    if !entry.sms.is_empty() {
        let key = if entry.sms_text.is_empty() { TextKey::HelpText } else { TextKey::HelpTextWord };
        let words = cx.filled(key, &[("word", &entry.sms_text), ("number", &entry.sms)]);
        items.push(anchor("call", format!("sms:{}", entry.sms), &words));
    }
    if !entry.web.is_empty() {
        let address = entry.web.trim_start_matches("https://").trim_end_matches('/');
        items.push(anchor("call", entry.web.clone(), address));
    }
    items.push(paragraph(&entry.hours));
    if !entry.note.is_empty() {
        items.push(note(&entry.note));
    }
    if !entry.confirmed {
        let emergency = country.and_then(|country| country.emergency.first()).map_or("", String::as_str);
        let values = [("date", entry.read_on.as_str()), ("emergency", emergency)];
        items.push(note(&cx.filled(TextKey::HelpPublished, &values)));
    }
    element("li", "card", items)
}

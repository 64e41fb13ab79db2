//! `help`: emergency first, people to talk to by country, and a word for who is afraid at home.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Cx;
use super::parts::{actions, heading, note, paragraph, subheading};
use crate::content::{Country, HelpKind, HelpLine, TextKey};
use crate::domain::notes::ELSEWHERE;
use crate::state::msg::Msg;

/// The help page. After a safety sign, lines for someone afraid at home come first.
pub fn help(cx: Cx<'_>, afraid_first: bool) -> Html {
    let kinds: &[HelpKind] = if afraid_first {
        &[HelpKind::Abuse, HelpKind::Men, HelpKind::Crisis, HelpKind::Health]
    } else {
        &HelpKind::ALL
    };
    let afraid = html! {
        <div class="aside">
            { subheading(cx, cx.text(TextKey::HelpAfraidHeading)) }
            { paragraph(cx, TextKey::HelpAfraid) }
        </div>
    };
    html! {
        <>
            { heading(cx, cx.text(TextKey::HelpHeading)) }
            { emergency(cx) }
            { country_choice(cx) }
            if afraid_first {
                { afraid.clone() }
            }
            { lines(cx, kinds) }
            { note(cx.text(TextKey::HelpTraces)) }
            if !afraid_first {
                { afraid }
            }
            { actions(html! {
                <button type="button" class="primary" part="back" onclick={cx.on(Msg::PressedBack)}>
                    { cx.text(TextKey::HelpClose) }
                </button>
            }) }
        </>
    }
}

/// The country in force: chosen by the reader, else set by the owner or guessed. A nation of the UK that
/// has no row of its own falls back to the UK's.
fn country(cx: Cx<'_>) -> Option<&Country> {
    let settings = &cx.model.notes.settings;
    let code = settings.region.as_ref().or(cx.model.options.region.as_ref())?;
    let find = |code: &str| cx.pack.help.countries.iter().find(|country| country.code == code);
    find(code).or_else(|| find(code.split('-').next()?))
}

fn emergency(cx: Cx<'_>) -> Html {
    let Some(country) = country(cx) else {
        return html! { <p class="lead">{ cx.text(TextKey::HelpEmergencyAnywhere) }</p> };
    };
    html! {
        <p class="lead">
            { for country.emergency.iter().map(|number| {
                let words = cx.filled(TextKey::HelpEmergency, &[("number", number)]);
                html! { <a class="call" href={format!("tel:{number}")}>{ words }</a> }
            }) }
        </p>
    }
}

fn country_choice(cx: Cx<'_>) -> Html {
    let chosen = country(cx).map(|country| country.code.clone());
    let codes: Vec<_> = cx.pack.help.countries.iter().map(|country| country.code.clone()).collect();
    let send = cx.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let idx = event.target_dyn_into::<HtmlSelectElement>().map_or(-1, |select| select.selected_index());
        let code = usize::try_from(idx).ok().and_then(|idx| codes.get(idx)).map_or(ELSEWHERE, String::as_str);
        send.emit(Msg::ChoseRegion(Some(code.into())));
    });
    html! {
        <label class="filter">
            <span class="filter__label">{ cx.text(TextKey::HelpCountry) }</span>
            <select {onchange}>
                { for cx.pack.help.countries.iter().map(|country| html! {
                    <option selected={chosen.as_ref() == Some(&country.code)}>{ country.name.clone() }</option>
                }) }
                <option selected={chosen.is_none()}>{ cx.text(TextKey::HelpElsewhere) }</option>
            </select>
        </label>
    }
}

/// The lines of these kinds in the country in force, and the international directory below them.
pub fn lines(cx: Cx<'_>, kinds: &[HelpKind]) -> Html {
    let country = country(cx);
    let of_kind = |kind: HelpKind| {
        let lines: Vec<_> = cx
            .pack
            .help
            .lines
            .iter()
            .filter(|line| {
                line.kind == kind && country.is_some_and(|country| covers(&line.country, &country.code))
            })
            .collect();
        if lines.is_empty() {
            return Html::default();
        }
        let key = match kind {
            HelpKind::Crisis => TextKey::KindCrisis,
            HelpKind::Abuse => TextKey::KindAbuse,
            HelpKind::Men => TextKey::KindMen,
            HelpKind::Health => TextKey::KindHealth,
        };
        html! {
            <section>
                { subheading(cx, cx.text(key)) }
                <ul class="cards">{ for lines.into_iter().map(|entry| line(cx, entry, country)) }</ul>
            </section>
        }
    };
    let help = &cx.pack.help;
    html! {
        <>
            { for kinds.iter().map(|&kind| of_kind(kind)) }
            <p>
                { cx.text(TextKey::HelpDirectory) }{ " " }
                <a href={help.directory_web.clone()} rel="noreferrer" target="_blank">{ help.directory_name.clone() }</a>
            </p>
        </>
    }
}

/// A line of the whole country also serves its nations; one of a nation serves only that nation.
fn covers(line: &str, country: &str) -> bool {
    line == country || country.split('-').next() == Some(line)
}

fn line(cx: Cx<'_>, line: &HelpLine, country: Option<&Country>) -> Html {
    let emergency = country.and_then(|country| country.emergency.first()).map_or("", String::as_str);
    html! {
        <li class="card">
            <p><strong>{ line.name.clone() }</strong></p>
            if !line.phone.is_empty() {
                <p><a class="call" href={format!("tel:{}", line.phone)}>{ line.show.clone() }</a></p>
            }
            if !line.sms.is_empty() {
                <p><a class="call" href={format!("sms:{}", line.sms)}>
                    { cx.filled(TextKey::HelpText, &[("word", &line.sms_text), ("number", &line.sms)]) }
                </a></p>
            }
            if !line.web.is_empty() {
                <p><a href={line.web.clone()} rel="noreferrer" target="_blank">
                    { line.web.trim_start_matches("https://").trim_end_matches('/').to_owned() }
                </a></p>
            }
            <p>{ line.hours.clone() }</p>
            if !line.note.is_empty() {
                { note(line.note.clone()) }
            }
            if !line.confirmed {
                { note(cx.filled(
                    TextKey::HelpPublished,
                    &[("date", &line.read_on), ("emergency", emergency)],
                )) }
            }
        </li>
    }
}

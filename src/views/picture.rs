//! `picture`: the scene, the threads behind it in words, and what would change them.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    Look, actions, button, element, heading, line, list, note, paragraph, primary, stack, subheading, unfold,
};
use super::scene::{Scene, scene};
use crate::content::TextKey;
use crate::domain::question::Thread;
use crate::domain::reading::{Evidence, Reading, Strength, ThreadReading};
use crate::state::gate::Cleared;
use crate::state::model::View;
use crate::state::msg::Msg;

/// The picture of the latest reflection.
pub fn picture(cx: &Cx<'_>, cleared: Cleared) -> Html {
    let Some(reading) = cx.model.reading(cx.pack, cleared) else { return Html::default() };
    let strong_fog = reading.strength(Thread::Fog) == Some(Strength::Strong);
    let mut items = vec![
        heading(cx, cx.text(TextKey::PictureHeading)),
        figure(cx, &reading),
        line("p", "lead", cx.pack.mix(&reading)),
    ];
    if strong_fog {
        items.push(line("p", "aside", cx.text(TextKey::Crisis)));
    }
    items.extend(reading.threads.iter().map(|reading| thread(cx, reading)));
    if strong_fog {
        items.push(paragraph(cx.text(TextKey::Doctor)));
    }
    if reading.partner_cold {
        items.push(paragraph(cx.text(TextKey::Cold)));
    }
    if !reading.noticed.is_empty() {
        items.push(noticed(cx, &reading.noticed));
    }
    for key in [TextKey::BothWays, TextKey::PictureAgain, TextKey::NoDiagnosis] {
        items.push(note(cx.text(key)));
    }
    let answers = TextKey::PictureAnswers;
    let mut buttons = vec![button(cx, Look::Link, Some("back"), answers, None, Msg::PressedAnswers)];
    if cx.model.options.view != View::Reflection {
        buttons.push(primary(cx, TextKey::PictureSteps, Msg::PressedSteps));
    }
    items.push(actions(buttons));
    stack(items)
}

fn figure(cx: &Cx<'_>, reading: &Reading) -> Html {
    // The scene in words, for those who do not see it: the title of each thread.
    let titles: Vec<_> = reading
        .threads
        .iter()
        .filter_map(|reading| cx.pack.reading(reading.thread, reading.strength))
        .map(|text| text.title.as_str())
        .collect();
    let label = cx.filled(TextKey::PictureLabel, &[("threads", &titles.join(" "))]);
    let threads = Scene {
        fog: reading.strength(Thread::Fog),
        wear: reading.strength(Thread::Wear),
        strain: reading.strength(Thread::Strain),
        weather: reading.strength(Thread::Weather),
    };
    element(
        "figure",
        "figure",
        vec![scene(threads, label), line("figcaption", "note", cx.text(TextKey::PictureCaption))],
    )
}

fn thread(cx: &Cx<'_>, reading: &ThreadReading) -> Html {
    let Some(text) = cx.pack.reading(reading.thread, reading.strength) else { return Html::default() };
    let class = match reading.strength {
        Strength::Strong => "thread thread--strong",
        Strength::Faint => "thread thread--faint",
        Strength::Quiet => "thread",
        Strength::NotClear => "thread thread--unclear",
    };
    let mut items = vec![subheading(cx, &text.title), told(cx, &reading.evidence), paragraph(&text.body)];
    if !text.change.is_empty() {
        items.push(unfold(cx.text(TextKey::PictureChange), vec![paragraph(&text.change)]));
    }
    element("section", class, items)
}

/// The reader's own answers, told back.
fn told(cx: &Cx<'_>, evidence: &[Evidence]) -> Html {
    let told = evidence.iter().filter_map(|evidence| cx.pack.told(&evidence.question, &evidence.option));
    let items: Vec<_> = told.map(|text| line("li", "", text)).collect();
    if items.is_empty() { Html::default() } else { list("told", items) }
}

/// What a supporter noticed in the partner: a list, no thread, no strength, not printed.
fn noticed(cx: &Cx<'_>, evidence: &[Evidence]) -> Html {
    let title = subheading(cx, cx.text(TextKey::NoticedTitle));
    element("section", "thread", vec![title, told(cx, evidence), note(cx.text(TextKey::NoticedNote))])
}

//! `picture`: the scene, the threads behind it in words, and what would change them.

use yew::prelude::*;

use super::Cx;
use super::parts::{actions, heading, note, primary, subheading};
use super::scene::Scene;
use crate::content::TextKey;
use crate::domain::question::Thread;
use crate::domain::reading::{Evidence, Reading, Strength, ThreadReading};
use crate::state::gate::Cleared;
use crate::state::model::View;
use crate::state::msg::Msg;

/// The picture of the latest reflection.
pub fn picture(cx: Cx<'_>, cleared: Cleared) -> Html {
    let Some(reading) = cx.model.reading(cx.pack, cleared) else { return Html::default() };
    let strong_fog = reading.strength(Thread::Fog) == Some(Strength::Strong);
    html! {
        <>
            { heading(cx, cx.text(TextKey::PictureHeading)) }
            <figure class="figure">
                <Scene
                    fog={reading.strength(Thread::Fog)}
                    wear={reading.strength(Thread::Wear)}
                    strain={reading.strength(Thread::Strain)}
                    weather={reading.strength(Thread::Weather)}
                    label={label(cx, &reading)}
                />
                <figcaption class="note">{ cx.text(TextKey::PictureCaption) }</figcaption>
            </figure>
            <p class="lead">{ cx.pack.mix(&reading).to_owned() }</p>
            if strong_fog {
                <p class="aside">{ cx.text(TextKey::Crisis) }</p>
            }
            { for reading.threads.iter().map(|reading| thread(cx, reading)) }
            if strong_fog {
                <p>{ cx.text(TextKey::Doctor) }</p>
            }
            if reading.partner_cold {
                <p>{ cx.text(TextKey::Cold) }</p>
            }
            { noticed(cx, &reading.noticed) }
            { note(cx.text(TextKey::BothWays)) }
            { note(cx.text(TextKey::PictureAgain)) }
            { note(cx.text(TextKey::NoDiagnosis)) }
            { actions(html! {
                <>
                    <button type="button" class="link" part="back" onclick={cx.on(Msg::PressedAnswers)}>
                        { cx.text(TextKey::PictureAnswers) }
                    </button>
                    if cx.model.options.view != View::Reflection {
                        { primary(cx, TextKey::PictureSteps, Msg::PressedSteps) }
                    }
                </>
            }) }
        </>
    }
}

/// The scene in words, for those who do not see it: the title of each thread.
fn label(cx: Cx<'_>, reading: &Reading) -> AttrValue {
    let titles: Vec<_> = reading
        .threads
        .iter()
        .filter_map(|reading| cx.pack.reading(reading.thread, reading.strength))
        .map(|text| text.title.as_str())
        .collect();
    cx.filled(TextKey::PictureLabel, &[("threads", &titles.join(" "))])
}

fn thread(cx: Cx<'_>, reading: &ThreadReading) -> Html {
    let Some(text) = cx.pack.reading(reading.thread, reading.strength) else { return Html::default() };
    let class = match reading.strength {
        Strength::Strong => "thread thread--strong",
        Strength::Faint => "thread thread--faint",
        Strength::Quiet => "thread thread--quiet",
        Strength::NotClear => "thread thread--unclear",
    };
    html! {
        <section {class}>
            { subheading(cx, text.title.clone()) }
            { told(cx, &reading.evidence) }
            <p>{ text.body.clone() }</p>
            if !text.change.is_empty() {
                <details class="why">
                    <summary>{ cx.text(TextKey::PictureChange) }</summary>
                    <p>{ text.change.clone() }</p>
                </details>
            }
        </section>
    }
}

/// The reader's own answers, told back.
fn told(cx: Cx<'_>, evidence: &[Evidence]) -> Html {
    let told: Vec<_> =
        evidence.iter().filter_map(|evidence| cx.pack.told(&evidence.question, &evidence.option)).collect();
    if told.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="told">
            { for told.into_iter().map(|text| html! { <li>{ text.to_owned() }</li> }) }
        </ul>
    }
}

/// What a supporter noticed in the partner: a list, no thread, no strength, not printed.
fn noticed(cx: Cx<'_>, evidence: &[Evidence]) -> Html {
    if evidence.is_empty() {
        return Html::default();
    }
    html! {
        <section class="thread thread--noticed">
            { subheading(cx, cx.text(TextKey::NoticedTitle)) }
            { told(cx, evidence) }
            { note(cx.text(TextKey::NoticedNote)) }
        </section>
    }
}

//! `question` and `safety`: one question a screen.

use yew::prelude::*;

use super::Cx;
use super::parts::{Layout, Legend, Row, actions, back, choices, heading, hint, note, primary};
use crate::content::{QuestionText, TextKey};
use crate::state::gate::SafetyAnswer;
use crate::state::model::{Asking, Picked, SafetyAsking};
use crate::state::msg::Msg;

/// A question, with its time frame, its rows, and why it is asked.
pub fn question(cx: Cx<'_>, asking: &Asking) -> Html {
    let asked = cx.model.asked(&cx.pack.questions);
    let entry = asked.get(asking.position).and_then(|&idx| cx.pack.question(idx));
    let Some((question, text)) = entry else { return Html::default() };
    let mut rows: Vec<Row> = text
        .options
        .iter()
        .enumerate()
        .map(|(place, label)| {
            let picked = Picked::Option(place);
            let label = AttrValue::from(label.clone());
            Row::new(label, asking.picked == Some(picked), Msg::PickedAnswer(picked))
        })
        .collect();
    let not_sure = Picked::NotSure;
    rows.push(Row::new(
        cx.text(TextKey::NotSure),
        asking.picked == Some(not_sure),
        Msg::PickedAnswer(not_sure),
    ));
    let progress = cx.filled(
        TextKey::QuestionProgress,
        &[
            ("n", &(asking.position + 1).to_string()),
            ("total", &asked.len().to_string()),
            ("frame", &text.frame),
        ],
    );
    html! {
        <div key={question.id.to_string()}>
            { progress_bar(asking.position + 1, asked.len()) }
            { note(progress) }
            { heading(cx, text.ask.clone()) }
            { choices(cx, "answer", Legend::Heard(text.ask.clone().into()), Layout::Rows, rows) }
            { why(cx, text) }
            if asking.is_unanswered {
                { hint(cx.text(TextKey::QuestionPick)) }
            }
            { actions(html! {
                <>
                    { back(cx, TextKey::Back) }
                    { skip(cx, TextKey::Skip) }
                    { primary(cx, TextKey::Next, Msg::PressedNext) }
                </>
            }) }
        </div>
    }
}

/// A thin line that fills; the words beside it say the same.
fn progress_bar(n: usize, total: usize) -> Html {
    html! {
        <div class="progress" aria-hidden="true">
            { for (1..=total).map(|step| html! {
                <span class={classes!("progress__part", (step <= n).then_some("progress__part--done"))} />
            }) }
        </div>
    }
}

fn skip(cx: Cx<'_>, key: TextKey) -> Html {
    html! {
        <button type="button" class="link" part="skip" onclick={cx.on(Msg::PressedSkip)}>{ cx.text(key) }</button>
    }
}

fn why(cx: Cx<'_>, text: &QuestionText) -> Html {
    html! {
        <details class="why">
            <summary>{ cx.text(TextKey::QuestionWhy) }</summary>
            <p>{ text.why.clone() }</p>
            { for text.sources.iter().filter_map(|&idx| cx.pack.sources.get(usize::from(idx))).map(|source| html! {
                <p class="note">
                    { cx.filled(TextKey::Source, &[("title", &source.title)]) }{ " " }{ source.says.clone() }
                </p>
            }) }
        </details>
    }
}

/// A safety question. The reason stands above it, not behind a press.
pub fn safety(cx: Cx<'_>, asking: &SafetyAsking) -> Html {
    let (n, total) = asking.round.count();
    let Some(question) = asking.round.question().and_then(|idx| cx.pack.safety.get(idx)) else {
        return Html::default();
    };
    let rows = [
        (SafetyAnswer::No, TextKey::SafetyNo),
        (SafetyAnswer::Yes, TextKey::SafetyYes),
        (SafetyAnswer::Pass, TextKey::SafetyPass),
    ];
    let rows = rows.map(|(answer, key)| {
        Row::new(cx.text(key), asking.picked == Some(answer), Msg::PickedSafety(answer))
    });
    let progress = if total == 1 {
        cx.text(TextKey::SafetyHeading)
    } else {
        cx.filled(TextKey::SafetyProgress, &[("n", &n.to_string()), ("total", &total.to_string())])
    };
    html! {
        <div key={n}>
            { note(progress) }
            if n == 1 {
                <p>{ cx.text(TextKey::SafetyReason) }</p>
            }
            { heading(cx, question.ask.clone()) }
            { note(question.why.clone()) }
            { choices(cx, "safety", Legend::Heard(question.ask.clone().into()), Layout::Rows, rows.into()) }
            if asking.is_unanswered {
                { hint(cx.text(TextKey::QuestionPick)) }
            }
            { actions(html! {
                <>
                    { back(cx, TextKey::Back) }
                    { skip(cx, TextKey::Skip) }
                    { primary(cx, TextKey::Next, Msg::PressedNext) }
                </>
            }) }
        </div>
    }
}

//! `question` and `safety`: one question a screen.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    Layout, Row, actions, back, choices, element, heading, hint, note, paragraph, primary, skip, unfold,
};
use crate::content::{QuestionText, TextKey};
use crate::state::gate::SafetyAnswer;
use crate::state::model::{Asking, Picked, SafetyAsking};
use crate::state::msg::Msg;

/// A question, with its time frame, its rows, and why it is asked.
pub fn question(cx: &Cx<'_>, asking: &Asking) -> Html {
    let asked = cx.model.asked(&cx.pack.questions);
    let entry = asked.get(asking.position).and_then(|&idx| cx.pack.question(idx));
    let Some((_, text)) = entry else { return Html::default() };
    let row = |label: &str, picked| Row::new(label, asking.picked == Some(picked), Msg::PickedAnswer(picked));
    let mut rows: Vec<Row> =
        text.options.iter().enumerate().map(|(place, label)| row(label, Picked::Option(place))).collect();
    rows.push(row(cx.text(TextKey::NotSure), Picked::NotSure));
    let n = asking.position + 1;
    let progress = cx.filled(
        TextKey::QuestionProgress,
        &[("n", &n.to_string()), ("total", &asked.len().to_string()), ("frame", &text.frame)],
    );
    let items = vec![
        progress_bar(n, asked.len()),
        note(&progress),
        heading(cx, &text.ask),
        choices(cx, "answer", &text.ask, Layout::Rows, rows),
        why(cx, text),
    ];
    with_buttons(cx, n, items, asking.is_unanswered)
}

/// Ends a question: a hint if *Next* came too early, and the buttons. The number is the key of the whole, so
/// that the next question is drawn anew and no radio button stays chosen by accident.
fn with_buttons(cx: &Cx<'_>, n: usize, mut items: Vec<Html>, is_unanswered: bool) -> Html {
    items.push(hint(cx, is_unanswered, TextKey::QuestionPick));
    items.push(actions(vec![
        back(cx, TextKey::Back),
        skip(cx),
        primary(cx, TextKey::Next, Msg::PressedNext),
    ]));
    html! { <div class="column" key={n}>{ for items }</div> }
}

/// A thin line that fills; the words beside it say the same.
fn progress_bar(n: usize, total: usize) -> Html {
    let part = |step| if step <= n { "progress__part progress__part--done" } else { "progress__part" };
    element("div", "progress", (1..=total).map(|step| element("span", part(step), vec![])).collect())
}

fn why(cx: &Cx<'_>, text: &QuestionText) -> Html {
    let mut rest = vec![paragraph(&text.why)];
    let sources = cx.library.get().map(|library| library.sources.as_slice()).unwrap_or_default();
    for source in text.sources.iter().filter_map(|&idx| sources.get(usize::from(idx))) {
        let values = [("title", source.title.as_str()), ("says", source.says.as_str())];
        rest.push(note(&cx.filled(TextKey::Source, &values)));
    }
    unfold(cx.text(TextKey::QuestionWhy), rest)
}

/// A safety question. The reason stands above it, not behind a press.
pub fn safety(cx: &Cx<'_>, asking: &SafetyAsking) -> Html {
    let (n, total) = asking.round.count();
    let Some(question) = asking.round.question().and_then(|idx| cx.pack.safety.get(idx)) else {
        return Html::default();
    };
    let row = |key, answer| Row::new(cx.text(key), asking.picked == Some(answer), Msg::PickedSafety(answer));
    let rows = vec![
        row(TextKey::SafetyNo, SafetyAnswer::No),
        row(TextKey::SafetyYes, SafetyAnswer::Yes),
        row(TextKey::SafetyPass, SafetyAnswer::Pass),
    ];
    let progress = match total {
        1 => cx.text(TextKey::SafetyHeading).to_owned(),
        _ => cx.filled(TextKey::SafetyProgress, &[("n", &n.to_string()), ("total", &total.to_string())]),
    };
    let mut items = vec![note(&progress)];
    if n == 1 {
        items.push(paragraph(cx.text(TextKey::SafetyReason)));
    }
    items.push(heading(cx, &question.ask));
    items.push(note(&question.why));
    items.push(choices(cx, "safety", &question.ask, Layout::Rows, rows));
    with_buttons(cx, n, items, asking.is_unanswered)
}

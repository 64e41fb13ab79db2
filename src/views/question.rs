//! `question` and `safety`: one question a screen.

use yew::virtual_dom::Key;

use super::pages::sources;
use super::parts::Layout;
use super::ui::Ui;
use crate::content::TextKey;
use crate::domain::digits::digits;
use crate::state::gate::SafetyAnswer;
use crate::state::model::{Asking, Picked, SafetyAsking};
use crate::state::msg::Act;

/// A question, with its time frame, its rows, and why it is asked.
pub fn question(ui: &mut Ui<'_>, asking: &Asking) {
    let cx = ui.cx;
    let asked = cx.model.asked(&cx.pack.questions);
    let Some(&idx) = asked.get(asking.position) else { return };
    let Some((_, text)) = cx.pack.question(idx) else { return };
    let n = asking.position + 1;
    let values =
        [("n", &*digits(n as u64, 10)), ("total", &*digits(asked.len() as u64, 10)), ("frame", text.frame)];
    column(ui, n, asking.is_unanswered, &mut |ui| {
        progress_bar(ui, n, asked.len());
        ui.note_of(&cx.filled(TextKey::QuestionProgress, &values));
        ui.heading_of(text.ask);
        ui.choices("answer", text.ask, Layout::Rows, |ui| {
            let last = (cx.text(TextKey::NotSure), Picked::NotSure);
            let options = text.options.iter().enumerate();
            let rows = options.map(|(place, label)| (*label, Picked::Option(place)));
            for (label, picked) in rows.chain([last]) {
                ui.row_of(label, "", asking.picked == Some(picked), Act::PickedAnswer(picked));
            }
        });
        why(ui, idx);
    });
}

/// A question with its foot: a hint if *Next* came too early, and the buttons. The number is the key of the
/// whole, so that the next question is drawn anew and no radio button stays chosen by accident. A list in which everything
/// has a key would need the part of Yew that the build leaves out, so there is something without one beside it.
fn column(ui: &mut Ui<'_>, n: usize, is_unanswered: bool, inside: &mut dyn FnMut(&mut Ui<'_>)) {
    ui.nothing();
    ui.open("div", "column");
    ui.with(|element| element.key = Some(Key::from(digits(n as u64, 10))));
    inside(ui);
    ui.hint(is_unanswered, TextKey::QuestionPick);
    ui.actions(|ui| {
        ui.back(TextKey::Back);
        ui.button("link", "skip", TextKey::Skip, Act::PressedSkip);
        ui.primary(TextKey::Next, Act::PressedNext);
    });
    ui.close();
}

/// A thin line that fills; the words beside it say the same.
fn progress_bar(ui: &mut Ui<'_>, n: usize, total: usize) {
    ui.within("div", "progress", |ui| {
        for step in 1..=total {
            ui.line(
                "span",
                if step <= n { "progress__part progress__part--done" } else { "progress__part" },
                "",
            );
        }
    });
}

/// Why the question at this place in the content is asked.
fn why(ui: &mut Ui<'_>, idx: usize) {
    let reason = ui.cx.library.get().and_then(|library| library.reasons.get(idx));
    ui.unfold(TextKey::QuestionWhy, |ui| match reason {
        Some(reason) => {
            ui.paragraph_of(reason.why);
            sources(ui, &reason.sources);
        }
        None => ui.paragraph(TextKey::QuestionNoWhy),
    });
}

/// A safety question. The reason stands above it, not behind a press.
pub fn safety(ui: &mut Ui<'_>, asking: &SafetyAsking) {
    let cx = ui.cx;
    let (n, total) = asking.round.count();
    let Some(question) = asking.round.question(&cx.pack.safety) else { return };
    column(ui, n, asking.is_unanswered, &mut |ui| {
        if total == 1 {
            ui.note(TextKey::SafetyHeading);
        } else {
            ui.note_of(&cx.numbered(TextKey::SafetyProgress, &[("n", n), ("total", total)]));
        }
        if n == 1 {
            ui.paragraph(TextKey::SafetyReason);
        }
        ui.heading_of(question.ask);
        ui.note_of(question.why);
        ui.choices("safety", question.ask, Layout::Rows, |ui| {
            for (key, answer) in [
                (TextKey::SafetyNo, SafetyAnswer::No),
                (TextKey::SafetyYes, SafetyAnswer::Yes),
                (TextKey::SafetyPass, SafetyAnswer::Pass),
            ] {
                ui.row(key, asking.picked == Some(answer), Act::PickedSafety(answer));
            }
        });
    });
}

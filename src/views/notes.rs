//! `notes`: what is here, a copy to download, and deleting everything.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    Look, actions, button, element, heading, line, link, list, note, paragraph, said, secondary, stack,
    subheading,
};
use crate::content::{PluralKey, TextKey};
use crate::state::model::{Consent, Dialog, Storage};
use crate::state::msg::Msg;

/// What is here, in counts and never in answers.
pub fn notes(cx: &Cx<'_>, dialog: Dialog) -> Html {
    let mut items = vec![heading(cx, cx.text(TextKey::NotesHeading))];
    match dialog {
        Dialog::Deleted => items.push(said("hint", cx.text(TextKey::NotesDeleted))),
        Dialog::DeleteFailed => items.push(said("hint", cx.text(TextKey::NotesDeleteFailed))),
        Dialog::Closed | Dialog::AskDelete => {}
    }
    keeping(cx, &mut items);
    items.extend([
        subheading(cx, cx.text(TextKey::NotesList)),
        contents(cx),
        secondary(cx, TextKey::NotesDownload, Msg::PressedDownload),
        note(cx.text(TextKey::NotesDownloadNote)),
        delete(cx, dialog),
    ]);
    let close = button(cx, Look::Primary, Some("back"), TextKey::NotesClose, None, Msg::PressedBack);
    items.push(actions(vec![close]));
    stack(items)
}

fn keeping(cx: &Cx<'_>, items: &mut Vec<Html>) {
    match (cx.model.storage, cx.model.consent) {
        (Storage::Memory, _) => items.push(paragraph(cx.text(TextKey::NotesMemory))),
        (Storage::Newer, _) => items.push(paragraph(cx.text(TextKey::WelcomeNewer))),
        (Storage::Works, Consent::Keep) => items.extend([
            paragraph(cx.text(TextKey::NotesKeeping)),
            note(cx.text(TextKey::NotesSafari)),
            link(cx, TextKey::NotesStop, Msg::PressedStopKeeping),
        ]),
        (Storage::Works, Consent::Nothing | Consent::NotAsked) => {
            items.push(paragraph(cx.text(TextKey::NotesNotKeeping)));
            if cx.model.may_write() {
                items.push(link(cx, TextKey::NotesKeepNow, Msg::PressedKeepNow));
            }
        }
    }
}

fn contents(cx: &Cx<'_>) -> Html {
    let notes = &cx.model.notes;
    let mut rows = Vec::new();
    if notes.settings.role.is_some() || notes.settings.only_mine || notes.settings.region.is_some() {
        rows.push(line("li", "", cx.text(TextKey::NotesSettings)));
    }
    if notes.draft.is_some() {
        rows.push(line("li", "", cx.text(TextKey::NotesDraft)));
    }
    for (key, n) in [
        (PluralKey::Reflections, notes.reflections.len()),
        (PluralKey::Plans, notes.plans.len()),
        (PluralKey::SetAside, cx.model.n_set_aside),
    ] {
        if n > 0 {
            rows.push(line("li", "", &cx.counted(key, n)));
        }
    }
    if rows.is_empty() { paragraph(cx.text(TextKey::NotesEmpty)) } else { list("list", rows) }
}

/// Two steps, with an honest word on what stays.
fn delete(cx: &Cx<'_>, dialog: Dialog) -> Html {
    let remains = note(cx.text(TextKey::NotesRemains));
    match dialog {
        Dialog::Closed | Dialog::DeleteFailed => secondary(cx, TextKey::NotesDelete, Msg::PressedDelete),
        Dialog::Deleted => remains,
        Dialog::AskDelete => {
            let buttons = vec![
                secondary(cx, TextKey::NotesDeleteNo, Msg::CancelledDelete),
                secondary(cx, TextKey::NotesDeleteYes, Msg::ConfirmedDelete),
            ];
            let ask = paragraph(cx.text(TextKey::NotesDeleteAsk));
            element("div", "aside", vec![ask, remains, element("div", "outcomes", buttons)])
        }
    }
}

//! `notes`: what is here, a copy to download, and deleting everything.

use yew::prelude::*;

use super::Cx;
use super::parts::{actions, heading, link, note, paragraph, secondary, subheading};
use crate::content::{PluralKey, TextKey};
use crate::state::model::{Consent, Dialog, Storage};
use crate::state::msg::Msg;

/// What is here, in counts and never in answers.
pub fn notes(cx: Cx<'_>, dialog: Dialog) -> Html {
    html! {
        <>
            { heading(cx, cx.text(TextKey::NotesHeading)) }
            if dialog == Dialog::Deleted {
                <p role="status">{ cx.text(TextKey::NotesDeleted) }</p>
            }
            if dialog == Dialog::DeleteFailed {
                <p role="status">{ cx.text(TextKey::NotesDeleteFailed) }</p>
            }
            { keeping(cx) }
            { subheading(cx, cx.text(TextKey::NotesList)) }
            { list(cx) }
            { secondary(cx, TextKey::NotesDownload, Msg::PressedDownload) }
            { note(cx.text(TextKey::NotesDownloadNote)) }
            { delete(cx, dialog) }
            { actions(html! {
                <button type="button" class="primary" part="back" onclick={cx.on(Msg::PressedBack)}>
                    { cx.text(TextKey::NotesClose) }
                </button>
            }) }
        </>
    }
}

fn keeping(cx: Cx<'_>) -> Html {
    match (cx.model.storage, cx.model.consent) {
        (Storage::Memory, _) => paragraph(cx, TextKey::NotesMemory),
        (Storage::Newer, _) => paragraph(cx, TextKey::WelcomeNewer),
        (Storage::Works, Consent::Keep) => html! {
            <>
                { paragraph(cx, TextKey::NotesKeeping) }
                { note(cx.text(TextKey::NotesSafari)) }
                { link(cx, TextKey::NotesStop, Msg::PressedStopKeeping) }
            </>
        },
        (Storage::Works, Consent::Nothing | Consent::NotAsked) => html! {
            <>
                { paragraph(cx, TextKey::NotesNotKeeping) }
                if cx.model.may_write() {
                    { link(cx, TextKey::NotesKeepNow, Msg::PressedKeepNow) }
                }
            </>
        },
    }
}

fn list(cx: Cx<'_>) -> Html {
    let notes = &cx.model.notes;
    let mut rows = Vec::new();
    if notes.settings.role.is_some() || notes.settings.only_mine || notes.settings.region.is_some() {
        rows.push(cx.text(TextKey::NotesSettings));
    }
    if notes.draft.is_some() {
        rows.push(cx.text(TextKey::NotesDraft));
    }
    for (key, n) in [
        (PluralKey::Reflections, notes.reflections.len()),
        (PluralKey::Plans, notes.plans.len()),
        (PluralKey::SetAside, cx.model.n_set_aside),
    ] {
        if n > 0 {
            rows.push(cx.counted(key, n));
        }
    }
    if rows.is_empty() {
        return paragraph(cx, TextKey::NotesEmpty);
    }
    html! { <ul class="list">{ for rows.into_iter().map(|row| html! { <li>{ row }</li> }) }</ul> }
}

/// Two steps, with an honest word on what stays.
fn delete(cx: Cx<'_>, dialog: Dialog) -> Html {
    match dialog {
        Dialog::Closed | Dialog::DeleteFailed => secondary(cx, TextKey::NotesDelete, Msg::PressedDelete),
        Dialog::Deleted => note(cx.text(TextKey::NotesRemains)),
        Dialog::AskDelete => html! {
            <div class="aside">
                <p>{ cx.text(TextKey::NotesDeleteAsk) }</p>
                { note(cx.text(TextKey::NotesRemains)) }
                <div class="outcomes">
                    { secondary(cx, TextKey::NotesDeleteNo, Msg::CancelledDelete) }
                    { secondary(cx, TextKey::NotesDeleteYes, Msg::ConfirmedDelete) }
                </div>
            </div>
        },
    }
}

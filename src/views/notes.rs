//! `notes`: what is here, a copy to download, and deleting everything.

use super::ui::Ui;
use crate::content::{PluralKey, TextKey};
use crate::state::model::{Consent, Dialog, Storage, Visit};
use crate::state::msg::Act;

/// What is here, in counts and never in answers.
pub fn notes(ui: &mut Ui<'_>, dialog: Dialog) {
    ui.heading(TextKey::NotesHeading);
    match dialog {
        Dialog::Deleted => {
            ui.hint(true, TextKey::NotesDeleted);
            keeping(ui);
        }
        // What is kept and what is not is open then, so nothing is said of it.
        Dialog::DeleteFailed => ui.hint(true, TextKey::NotesDeleteFailed),
        Dialog::Closed | Dialog::AskDelete => keeping(ui),
    }
    ui.subheading(TextKey::NotesList);
    contents(ui);
    ui.secondary(TextKey::NotesDownload, Act::PressedDownload);
    ui.note(TextKey::NotesDownloadNote);
    delete(ui, dialog);
    ui.actions(|ui| ui.button("primary", "back", TextKey::NotesClose, Act::PressedBack));
}

fn keeping(ui: &mut Ui<'_>) {
    let model = ui.cx.model;
    let is_afraid = matches!(model.visit, Visit::Afraid(_));
    match (model.storage, model.consent) {
        (Storage::Works, Consent::Keep) if is_afraid => ui.paragraph(TextKey::NotesAfraid),
        (Storage::Memory, _) => ui.paragraph(TextKey::NotesMemory),
        (Storage::Newer, _) => ui.paragraph(TextKey::WelcomeNewer),
        (Storage::Works, Consent::Keep) => {
            ui.paragraph(TextKey::NotesKeeping);
            ui.note(TextKey::NotesSafari);
            ui.link(TextKey::NotesStop, Act::PressedStopKeeping);
        }
        (Storage::Works, Consent::Nothing | Consent::NotAsked) => {
            ui.paragraph(TextKey::NotesNotKeeping);
            if model.may_write() && !is_afraid {
                ui.link(TextKey::NotesKeepNow, Act::PressedKeepNow);
            }
        }
    }
}

fn contents(ui: &mut Ui<'_>) {
    let cx = ui.cx;
    let notes = &cx.model.notes;
    let has_settings =
        notes.settings.role.is_some() || notes.settings.only_mine || notes.settings.region.is_some();
    let counts = [
        (PluralKey::Reflections, notes.reflections.len()),
        (PluralKey::Plans, notes.plans.len()),
        (PluralKey::SetAside, cx.model.n_set_aside),
    ];
    if !has_settings && notes.draft.is_none() && counts.iter().all(|(_, n)| *n == 0) {
        return ui.paragraph(TextKey::NotesEmpty);
    }
    ui.within("ul", "list", |ui| {
        if has_settings {
            ui.line("li", "", ui.text(TextKey::NotesSettings));
        }
        if notes.draft.is_some() {
            ui.line("li", "", ui.text(TextKey::NotesDraft));
        }
        for (key, n) in counts {
            if n > 0 {
                ui.line("li", "", &cx.counted(key, n));
            }
        }
    });
}

/// Two steps, with an honest word on what stays.
fn delete(ui: &mut Ui<'_>, dialog: Dialog) {
    match dialog {
        Dialog::Closed | Dialog::DeleteFailed => ui.secondary(TextKey::NotesDelete, Act::PressedDelete),
        Dialog::Deleted => ui.note(TextKey::NotesRemains),
        Dialog::AskDelete => ui.within("div", "aside", |ui| {
            ui.paragraph(TextKey::NotesDeleteAsk);
            ui.note(TextKey::NotesRemains);
            ui.within("div", "outcomes", |ui| {
                ui.secondary(TextKey::NotesDeleteNo, Act::CancelledDelete);
                ui.secondary(TextKey::NotesDeleteYes, Act::ConfirmedDelete);
            });
        }),
    }
}

//! `notes`: what is here, a copy to download and to read back in, and deleting.

use super::ui::Ui;
use crate::content::{PluralKey, TextKey};
use crate::domain::notes::Notes;
use crate::state::model::{Consent, Dialog, Key, Model, Refused, Storage, Undo, Visit};
use crate::state::msg::Act;

/// What is here, in counts and dates, and never in answers.
pub fn notes(ui: &mut Ui<'_>, dialog: Dialog) {
    let model = ui.cx.model;
    let is_afraid = matches!(model.visit, Visit::Afraid(_));
    ui.heading(TextKey::NotesHeading);
    match dialog {
        Dialog::Deleted => ui.hint(true, TextKey::NotesDeleted),
        // What is kept and what is not is open then, so nothing is said of it.
        Dialog::DeleteFailed => ui.hint(true, TextKey::NotesDeleteFailed),
        Dialog::Refused(why) => ui.hint(true, refusal(why)),
        Dialog::TookIn => ui.hint(true, TextKey::NotesTookIn),
        Dialog::TakeInFailed => ui.hint(true, TextKey::NotesTakeInFailed),
        Dialog::Closed | Dialog::AskDelete | Dialog::AskTakeIn | Dialog::Privacy => ui.nothing(),
    }
    undo(ui);
    if dialog == Dialog::AskTakeIn {
        take_in(ui);
    }
    // The words for all but taking along and deleting come with the library.
    let has_words = ui.cx.library.get().is_some();
    if dialog != Dialog::DeleteFailed && (has_words || is_afraid) {
        keeping(ui, is_afraid);
    }
    // After a safety sign no entry is written, deleted or named by its day.
    let has_more = has_words && !is_afraid;
    if has_words {
        ui.subheading(TextKey::NotesList);
        let settings = &model.notes.settings;
        let has_settings = settings.role.is_some() || settings.only_mine || settings.region.is_some();
        contents(ui, &model.notes, has_settings, model.n_set_aside);
    }
    if has_more {
        one_by_one(ui);
    }
    ui.within("div", "outcomes", |ui| {
        ui.secondary(TextKey::NotesDownload, Act::PressedDownload);
        if has_more {
            ui.secondary(TextKey::NotesReadBack, Act::PressedReadBack);
        }
    });
    ui.note(TextKey::NotesDownloadNote);
    delete(ui, dialog);
    if has_words {
        ui.link(TextKey::PrivacyOpen, Act::PressedPrivacy);
    }
    ui.actions(|ui| ui.button("primary", "back", TextKey::NotesClose, Act::PressedBack));
}

fn refusal(why: Refused) -> TextKey {
    match why {
        Refused::TooLarge => TextKey::NotesTooLarge,
        Refused::Foreign => TextKey::NotesForeign,
        Refused::Broken => TextKey::NotesBroken,
        Refused::Newer => TextKey::NotesNewer,
    }
}

/// What can be brought back, for as long as the screen stays.
pub fn undo(ui: &mut Ui<'_>) {
    match &ui.cx.model.undo {
        None => return ui.nothing(),
        Some(Undo::Record(..)) => ui.hint(true, TextKey::NotesRemoved),
        Some(Undo::Notes(_)) => {}
    }
    ui.secondary(TextKey::NotesUndo, Act::PressedUndo);
}

/// A copy was read: what it holds, and what shall become of it.
fn take_in(ui: &mut Ui<'_>) {
    let Some(copied) = &ui.cx.model.copied else { return };
    ui.within("div", "aside", |ui| {
        ui.subheading(TextKey::NotesCopyHolds);
        contents(ui, &copied.notes, false, copied.n_unreadable);
        ui.secondary(TextKey::NotesAdd, Act::ConfirmedTakeIn(false));
        if copied.notes.has_any() {
            ui.secondary(TextKey::NotesReplace, Act::ConfirmedTakeIn(true));
        }
        ui.secondary(TextKey::NotesDeleteNo, Act::Cancelled);
    });
}

/// The sentence on what is kept of this visit.
pub fn what_is_kept(model: &Model, is_afraid: bool) -> TextKey {
    match (model.storage, model.consent) {
        (Storage::Memory, _) => TextKey::WelcomeMemory,
        (Storage::Newer, _) => TextKey::StatusNewer,
        (Storage::Works, Consent::Keep) if is_afraid => TextKey::NotesAfraid,
        (Storage::Works, Consent::Keep) => TextKey::NotesKeeping,
        (Storage::Works, _) if model.notes.settings.only_mine && !model.is_guest => TextKey::NotesOnlyMine,
        (Storage::Works | Storage::Gone, _) => TextKey::NotesNotKeeping,
    }
}

fn keeping(ui: &mut Ui<'_>, is_afraid: bool) {
    let sentence = what_is_kept(ui.cx.model, is_afraid);
    ui.paragraph(sentence);
    if sentence == TextKey::NotesKeeping {
        ui.note(TextKey::NotesSafari);
        ui.link(TextKey::NotesStop, Act::PressedStopKeeping);
    } else if ui.cx.model.may_write() && !is_afraid {
        ui.link(TextKey::NotesKeepNow, Act::PressedKeepNow);
    }
}

/// Each record with its day, newest first.
fn one_by_one(ui: &mut Ui<'_>) {
    let cx = ui.cx;
    let notes = &cx.model.notes;
    let keys = notes.record_keys();
    if notes.draft.is_none() && keys.is_empty() {
        return;
    }
    ui.unfold(TextKey::NotesOneByOne, |ui| {
        if notes.draft.is_some() {
            ui.link(TextKey::NotesRemoveDraft, Act::PressedRemove(Key::Draft));
        }
        for key in keys.into_iter().rev() {
            let (label, day) = match key {
                Key::Reflection(id) => (
                    TextKey::NotesRemoveReflection,
                    notes.reflections.get(&id).map(|reflection| reflection.made_on),
                ),
                Key::Plan(id) => (TextKey::NotesRemovePlan, notes.plans.get(&id).map(|plan| plan.made_on)),
                Key::CheckIn(id) => {
                    (TextKey::NotesRemoveCheckIn, notes.check_ins.get(&id).map(|check_in| check_in.day))
                }
                Key::Settings | Key::Place | Key::Draft => continue,
            };
            ui.open_button("link", Act::PressedRemove(key));
            ui.words(&cx.dated(label, day.unwrap_or_default()));
            ui.close();
        }
    });
}

fn contents(ui: &mut Ui<'_>, notes: &Notes, has_settings: bool, n_set_aside: usize) {
    let cx = ui.cx;
    let counts = [
        (PluralKey::Reflections, notes.reflections.len()),
        (PluralKey::Plans, notes.plans.len()),
        (PluralKey::CheckIns, notes.check_ins.len()),
        (PluralKey::SetAside, n_set_aside),
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
        Dialog::Deleted => ui.note(TextKey::NotesRemains),
        Dialog::AskDelete => ui.within("div", "aside", |ui| {
            ui.paragraph(TextKey::NotesDeleteAsk);
            ui.note(TextKey::NotesRemains);
            ui.within("div", "outcomes", |ui| {
                ui.secondary(TextKey::NotesDeleteNo, Act::Cancelled);
                ui.secondary(TextKey::NotesDeleteYes, Act::ConfirmedDelete);
            });
        }),
        Dialog::Closed
        | Dialog::DeleteFailed
        | Dialog::Refused(_)
        | Dialog::AskTakeIn
        | Dialog::TookIn
        | Dialog::TakeInFailed
        | Dialog::Privacy => ui.secondary(TextKey::NotesDelete, Act::PressedDelete),
    }
}

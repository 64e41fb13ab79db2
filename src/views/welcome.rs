//! `welcome` and `who`: what this is, what is kept, and whose eyes.

use super::parts::Layout;
use super::ui::Ui;
use crate::content::TextKey;
use crate::domain::question::Role;
use crate::state::model::{Form, Storage};
use crate::state::msg::Act;

/// What this is and is not, what a safe relationship looks like, and keep or keep nothing. A reader who
/// comes back sees no answer, thread or plan here.
pub fn welcome(ui: &mut Ui<'_>, choice: Option<bool>) {
    if ui.cx.model.is_return() { returning(ui) } else { first(ui, choice) }
}

fn first(ui: &mut Ui<'_>, choice: Option<bool>) {
    ui.heading(TextKey::WelcomeHeading);
    ui.paragraph(TextKey::WelcomeWhat);
    ui.paragraph(TextKey::WelcomeNot);
    safe_relationship(ui);
    keep(ui, choice);
    notices(ui);
    ui.actions(|ui| ui.primary(TextKey::WelcomeBegin, Act::PressedBegin));
}

fn returning(ui: &mut Ui<'_>) {
    ui.heading(TextKey::ReturnHeading);
    ui.paragraph(TextKey::ReturnText);
    safe_relationship(ui);
    notices(ui);
    ui.actions(|ui| {
        ui.link(TextKey::ReturnSomeoneElse, Act::PressedSomeoneElse);
        ui.primary(TextKey::ReturnGoOn, Act::PressedGoOn);
    });
    ui.note(TextKey::ReturnSomeoneElseNote);
}

fn safe_relationship(ui: &mut Ui<'_>) {
    ui.within("div", "aside", |ui| {
        ui.subheading(TextKey::WelcomeSafeHeading);
        ui.paragraph(TextKey::WelcomeSafe);
    });
}

fn keep(ui: &mut Ui<'_>, choice: Option<bool>) {
    match ui.cx.model.storage {
        Storage::Memory => ui.note(TextKey::WelcomeMemory),
        Storage::Newer => ui.note(TextKey::StatusNewer),
        // For someone else nothing is kept: what stands here belongs to the first reader.
        Storage::Works | Storage::Gone if !ui.cx.model.may_keep() => ui.note(TextKey::StatusNothingKept),
        Storage::Works | Storage::Gone => {
            ui.choices("keep", ui.text(TextKey::WelcomeKeepLegend), Layout::NamedRows, |ui| {
                for (label, note, keep) in [
                    (TextKey::WelcomeKeep, TextKey::WelcomeKeepNote, true),
                    (TextKey::WelcomeNothing, TextKey::WelcomeNothingNote, false),
                ] {
                    ui.row_of(ui.text(label), ui.text(note), choice == Some(keep), Act::ChoseKeep(keep));
                }
            });
            ui.note(TextKey::NotesSafari);
        }
    }
}

fn notices(ui: &mut Ui<'_>) {
    let model = ui.cx.model;
    if model.n_set_aside > 0 && model.storage != Storage::Newer {
        ui.note(TextKey::WelcomeSetAside);
    }
    ui.note(who_can_read(model.options.form));
    ui.note(TextKey::WelcomeLeaving);
}

/// The sentence on who could read along.
pub fn who_can_read(form: Form) -> TextKey {
    match form {
        Form::Inline => TextKey::PrivacyInline,
        Form::Standalone => TextKey::PrivacyStandalone,
        Form::Isolated => TextKey::PrivacyIsolated,
    }
}

/// A row for each of the doors.
pub fn roles(ui: &mut Ui<'_>, picked: Option<Role>, act: fn(Role) -> Act) {
    for &role in Role::ALL {
        let label = match role {
            Role::Numb => TextKey::RoleNumb,
            Role::Supporter => TextKey::RoleSupporter,
            Role::Both => TextKey::RoleBoth,
            Role::Unsure => TextKey::RoleUnsure,
        };
        ui.row(label, picked == Some(role), act(role));
    }
}

/// The four doors.
pub fn who(ui: &mut Ui<'_>, picked: Option<Role>, too_early: bool) {
    ui.heading(TextKey::WhoHeading);
    ui.note(TextKey::WhoHint);
    ui.choices("role", ui.text(TextKey::WhoHeading), Layout::Rows, |ui| {
        roles(ui, picked, Act::ChoseRole);
    });
    ui.hint(too_early, TextKey::QuestionPick);
    ui.actions(|ui| {
        ui.back(TextKey::Back);
        ui.primary(TextKey::Next, Act::PressedNext);
    });
}

//! `checkin`: how today is, in four presses.

use super::parts::Layout;
use super::steps::on_the_way;
use super::ui::Ui;
use crate::content::TextKey;
use crate::domain::check_in::{CheckIn, Level, Moment};
use crate::state::model::{AfraidVisit, CheckingIn, OpenVisit, Stage};
use crate::state::msg::{Act, Field};
use crate::state::words::Page;

/// The four questions, each with *not sure*, and a line.
pub fn check_in(ui: &mut Ui<'_>, visit: &OpenVisit, checking: CheckingIn) {
    let cx = ui.cx;
    if cx.library.get().is_none() {
        return on_the_way(ui);
    }
    ui.heading(TextKey::CheckInHeading);
    match checking.stage {
        Stage::Asks => {
            ui.paragraph(TextKey::CheckInAgain);
            ui.within("div", "outcomes", |ui| {
                ui.secondary(TextKey::HomeChange, Act::ChoseAnother(false));
                ui.secondary(TextKey::CheckInAnother, Act::ChoseAnother(true));
            });
            ui.actions(|ui| ui.back(TextKey::Back));
        }
        Stage::Open => {
            ui.note(TextKey::CheckInNote);
            let said = checking.id.and_then(|id| cx.model.notes.check_ins.get(&id));
            let said = said.cloned().unwrap_or_else(|| CheckIn::on(cx.today));
            fog(ui, said.fog);
            let act = Act::ChoseCloseness;
            levels(ui, "close", TextKey::CheckInClose, closeness_key, said.closeness, act);
            moments(ui, "together", TextKey::CheckInTogether, said.together, Act::ChoseTogether);
            moments(ui, "elsewhere", TextKey::CheckInElsewhere, said.elsewhere, Act::ChoseElsewhere);
            ui.field(TextKey::Line, "text", &visit.line, Field::Line);
            ui.actions(|ui| {
                ui.back(TextKey::Back);
                ui.primary(TextKey::CheckInDone, Act::PressedNext);
            });
        }
        Stage::Done => {
            ui.said("", ui.text(TextKey::CheckInThanks));
            ui.actions(|ui| {
                ui.link(TextKey::HomeHeading, Act::PressedHome);
                ui.primary(TextKey::HomeLookBack, Act::PressedPage(Page::LookBack));
            });
        }
    }
}

/// After a safety sign: fog, and good moments of one's own. Nothing is kept.
pub fn afraid(ui: &mut Ui<'_>, visit: &AfraidVisit) {
    ui.heading(TextKey::CheckInHeading);
    fog(ui, visit.check_in.fog);
    moments(ui, "elsewhere", TextKey::CheckInElsewhere, visit.check_in.elsewhere, Act::ChoseElsewhere);
    ui.actions(|ui| ui.primary(TextKey::CheckInDone, Act::PressedNext));
}

fn fog(ui: &mut Ui<'_>, said: Option<Level>) {
    levels(ui, "fog", TextKey::CheckInFog, fog_key, said, Act::ChoseFog);
}

/// The word of a fog.
pub fn fog_key(level: Level) -> TextKey {
    match level {
        Level::Nothing => TextKey::FogNothing,
        Level::Little => TextKey::FogLittle,
        Level::Much => TextKey::FogMuch,
        Level::Most => TextKey::FogMost,
    }
}

/// The word of a closeness.
pub fn closeness_key(level: Level) -> TextKey {
    match level {
        Level::Nothing => TextKey::CloseNothing,
        Level::Little => TextKey::CloseLittle,
        Level::Much => TextKey::CloseMuch,
        Level::Most => TextKey::CloseMost,
    }
}

fn levels(
    ui: &mut Ui<'_>,
    name: &'static str,
    legend: TextKey,
    key: fn(Level) -> TextKey,
    said: Option<Level>,
    act: fn(Option<Level>) -> Act,
) {
    ui.choices(name, ui.text(legend), Layout::Chips, |ui| {
        for &level in Level::ALL {
            ui.row(key(level), said == Some(level), act(Some(level)));
        }
        ui.row(TextKey::NotSure, said.is_none(), act(None));
    });
}

fn moments(
    ui: &mut Ui<'_>,
    name: &'static str,
    legend: TextKey,
    said: Option<Moment>,
    act: fn(Option<Moment>) -> Act,
) {
    ui.choices(name, ui.text(legend), Layout::Chips, |ui| {
        for (key, moment) in [
            (TextKey::SafetyYes, Some(Moment::Yes)),
            (TextKey::SafetyNo, Some(Moment::No)),
            (TextKey::NotSure, None),
        ] {
            ui.row(key, said == moment, act(moment));
        }
    });
}

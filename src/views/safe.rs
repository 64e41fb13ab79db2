//! `safe`: for a reader who may not be safe. It never repeats an answer.

use super::help::lines;
use super::ui::Ui;
use crate::content::{HelpKind, TextKey};
use crate::state::model::AfraidVisit;
use crate::state::msg::Act;

/// What helps someone who is afraid at home, people to call, and the way to steps for oneself.
pub fn safe(ui: &mut Ui<'_>, visit: &AfraidVisit) {
    let safe = &ui.cx.pack.safe;
    ui.heading_of(safe.title);
    for text in &safe.paragraphs {
        ui.paragraph_of(text);
    }
    ui.subheading(TextKey::SafeCallHeading);
    lines(ui, &[HelpKind::Abuse, HelpKind::Men]);
    ui.note(TextKey::HelpTraces);
    ui.link(TextKey::SafeAllHelp, Act::PressedHelp);
    ui.subheading(TextKey::SafeHelpsHeading);
    ui.within("ul", "list", |ui| {
        for text in &safe.helps {
            ui.line("li", "", text);
        }
    });
    ui.actions(|ui| {
        ui.link(TextKey::SafeMistake, Act::PressedMistake);
        ui.primary(TextKey::SafeSteps, Act::PressedSteps);
    });
    ui.within("div", "aside", |ui| {
        if visit.only_mine_kept {
            ui.said("", ui.text(TextKey::SafeOnlyMineKept));
        } else if ui.cx.model.may_write() {
            ui.link(TextKey::SafeOnlyMine, Act::PressedOnlyMine);
            ui.note(TextKey::SafeOnlyMineNote);
        }
        ui.link(TextKey::SafeWhatIsKept, Act::PressedNotes);
    });
}

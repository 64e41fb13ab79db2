//! `home`: what is planned, and what became of it.

use super::notes::undo;
use super::pages::more;
use super::plan::when_then;
use super::ui::Ui;
use crate::content::TextKey;
use crate::domain::notes::RecordId;
use crate::domain::plan::{Company, Outcome, Plan, Size};
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, LibraryState};
use crate::state::msg::Act;
use crate::state::shelf::{self, ShelfRow};

/// Past the gate: all open plans, and the one just spoken of.
pub fn home(ui: &mut Ui<'_>, cleared: Cleared, spoken: Option<&(RecordId, Outcome)>) {
    let cx = ui.cx;
    let notes = &cx.model.notes;
    let spoken_of = |id: RecordId| spoken.filter(|(spoken, _)| *spoken == id).map(|(_, outcome)| *outcome);
    ui.heading(TextKey::HomeHeading);
    undo(ui);
    let mut is_empty = true;
    if let Some(library) = cx.library.get() {
        ui.open("ul", "cards");
        for (id, plan, row) in shelf::plans(library, cleared, notes) {
            let outcome = spoken_of(id);
            if !plan.is_open() && outcome.is_none() {
                continue;
            }
            is_empty = false;
            entry(ui, plan, row, outcome, |outcome| Act::SaidOutcome(id, outcome));
            if outcome.is_none() {
                ui.link(TextKey::HomeLetGo, Act::PressedLetGo(id));
            }
            ui.close();
        }
        ui.close();
    }
    match cx.library {
        LibraryState::Here(_) if is_empty => ui.paragraph(TextKey::HomeNone),
        LibraryState::Here(_) => {}
        LibraryState::Waiting => ui.paragraph(TextKey::StepsWaiting),
        LibraryState::Missing => ui.paragraph(TextKey::StepsMissing),
    }
    let latest = notes.latest();
    if let Some(latest) = latest {
        let day = cx.words.date(latest.made_on.plus(14));
        ui.note_of(&cx.filled(TextKey::HomeLookAgain, &[("date", &day)]));
    }
    ui.within("div", "ways", |ui| {
        if latest.is_some() {
            ui.link(TextKey::HomePicture, Act::PressedPicture);
        }
        ui.link(TextKey::HomeReflect, Act::PressedReflect);
    });
    more(ui);
    ui.actions(|ui| ui.primary(TextKey::HomeAnother, Act::PressedSteps));
}

/// After a safety sign: plans of open steps, in memory.
pub fn open_home(ui: &mut Ui<'_>, visit: &AfraidVisit, spoken: Option<&(usize, Outcome)>) {
    let cx = ui.cx;
    ui.heading(TextKey::HomeHeading);
    ui.open("ul", "cards");
    for (place, plan) in visit.plans.iter().enumerate() {
        let row = cx.library.get().and_then(|library| shelf::open_step(library, &plan.step));
        let Some(row) = row else { continue };
        let outcome = spoken.filter(|(spoken, _)| *spoken == place).map(|(_, outcome)| *outcome);
        entry(ui, &plan.plan, row, outcome, |outcome| Act::SaidOpenOutcome(place, outcome));
        ui.close();
    }
    ui.close();
    if visit.plans.is_empty() {
        ui.paragraph(TextKey::HomeNone);
    }
    ui.actions(|ui| {
        ui.back(TextKey::SafeBack);
        ui.primary(TextKey::HomeAnother, Act::PressedSteps);
    });
}

/// Opens the card of a plan and writes what became of it, or asks. The caller closes it.
fn entry(
    ui: &mut Ui<'_>,
    plan: &Plan,
    (_, text): ShelfRow<'_>,
    outcome: Option<Outcome>,
    answer: impl Fn(Outcome) -> Act,
) {
    ui.open("li", "card");
    ui.subheading_of(text.title);
    ui.line("p", "sentence", &when_then(ui.cx, text, &plan.moment));
    match (plan.company, plan.size) {
        (Company::WithoutThem, _) if !text.without_them.is_empty() => ui.note_of(text.without_them),
        (_, Size::TwoMinutes) => ui.note_of(text.two_minute),
        (Company::AsDescribed | Company::WithoutThem, Size::Full) => {}
    }
    if let Some(outcome) = outcome {
        let key = match outcome {
            Outcome::Done => TextKey::SaidDone,
            Outcome::Tried => TextKey::SaidTried,
            Outcome::NotToday => TextKey::SaidNotToday,
        };
        return ui.said("said", ui.text(key));
    }
    ui.within("div", "outcomes", |ui| {
        for &outcome in Outcome::ALL {
            let key = match outcome {
                Outcome::Done => TextKey::OutcomeDone,
                Outcome::Tried => TextKey::OutcomeTried,
                Outcome::NotToday => TextKey::OutcomeNotToday,
            };
            ui.secondary(key, answer(outcome));
        }
    });
}

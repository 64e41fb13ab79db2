//! `home`: what is planned and what became of it, one thing for today, and the ways to look back.

use super::notes::undo;
use super::pages::more;
use super::plan::{feelings, when_then};
use super::steps::on_the_way;
use super::ui::Ui;
use crate::content::TextKey;
use crate::domain::calendar::spelled_minute;
use crate::domain::notes::{Notes, RecordId};
use crate::domain::plan::{Company, Entry, Outcome, Plan, Size};
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, OpenVisit, Reminder, View};
use crate::state::msg::{Act, Field};
use crate::state::shelf::{self, ShelfRow};
use crate::state::words::Page;

/// Past the gate: all open plans, and the one just spoken of.
pub fn home(ui: &mut Ui<'_>, visit: &OpenVisit, cleared: Cleared, spoken: Option<&(RecordId, Outcome)>) {
    let cx = ui.cx;
    let notes = &cx.model.notes;
    let Some(library) = cx.library.get() else { return on_the_way(ui) };
    ui.heading(TextKey::HomeHeading);
    undo(ui);
    let plans: Vec<_> = shelf::plans(library, cleared, notes).collect();
    open_cards(ui, visit, &plans, spoken);
    resting(ui, &plans);
    ways(ui, notes);
    more(ui);
    ui.actions(|ui| ui.primary(TextKey::HomeAnother, Act::PressedSteps));
}

/// A plan with its id and its step.
type PlanRow<'a> = (RecordId, &'a Plan, ShelfRow<'a>);

/// The open plans; the first of them that nothing was said of today is the one thing for today. Where there is none, a
/// check-in is.
fn open_cards(
    ui: &mut Ui<'_>,
    visit: &OpenVisit,
    plans: &[PlanRow<'_>],
    spoken: Option<&(RecordId, Outcome)>,
) {
    let cx = ui.cx;
    let today = cx.today;
    let spoken_of = |id: RecordId| spoken.filter(|(spoken, _)| *spoken == id).map(|(_, outcome)| *outcome);
    let mut is_first = true;
    let mut is_empty = true;
    ui.open("ul", "cards");
    for &(id, plan, row) in plans {
        let outcome = spoken_of(id);
        if (!plan.is_open() && outcome.is_none()) || plan.rests {
            continue;
        }
        is_empty = false;
        ui.open("li", "card");
        if is_first && outcome.is_none() && plan.entries.last().is_none_or(|entry| entry.day < today) {
            is_first = false;
            ui.note(TextKey::HomeToday);
        }
        entry(ui, plan, row, outcome, &|outcome| Act::SaidOutcome(id, outcome));
        match plan.entries.last().filter(|_| outcome.is_some()) {
            Some(last) => aftermath(ui, visit, id, plan, last),
            None => changes(ui, visit, id),
        }
        ui.close();
    }
    ui.close();
    if is_empty {
        ui.paragraph(TextKey::HomeNone);
    }
    if is_first && !cx.model.notes.check_ins.values().any(|one| one.day == today && !one.is_blank()) {
        ui.within("div", "aside", |ui| {
            ui.note(TextKey::HomeToday);
            ui.secondary(TextKey::HomeCheckIn, Act::PressedCheckIn);
            ui.note(TextKey::HomeQuick);
        });
    }
}

/// What can be done about a plan besides saying what became of it.
fn changes(ui: &mut Ui<'_>, visit: &OpenVisit, id: RecordId) {
    let reminder = visit.reminder.as_ref().filter(|reminder| reminder.plan == id);
    ui.within("div", "ways", |ui| {
        ui.link(TextKey::HomeChange, Act::PressedChange(id));
        ui.link(TextKey::HomeRest, Act::PressedRest(id));
        ui.link(TextKey::HomeLetGo, Act::PressedLetGo(id));
        ui.toggle(TextKey::ReminderOpen, reminder.is_some(), Act::ToggledCalendar(id));
    });
    // Something stands here always: otherwise the links above would be drawn anew, and the focus would go elsewhere.
    let Some(Reminder { title, slot, .. }) = reminder else { return ui.nothing() };
    ui.within("div", "aside", |ui| {
        ui.field(TextKey::ReminderLabel, "text", title, Field::Title);
        ui.field(TextKey::ReminderDay, "date", &slot.day.spelled(), Field::Day);
        let time = slot.minute.map(spelled_minute).unwrap_or_default();
        ui.field(TextKey::ReminderTime, "time", &time, Field::Time);
        ui.note(TextKey::ReminderNote);
        ui.secondary(TextKey::ReminderSave, Act::PressedCalendar);
    });
}

/// After *done* and *tried*: how it felt, beside the guess. After *not today*: less of it, without a reproach.
fn aftermath(ui: &mut Ui<'_>, visit: &OpenVisit, id: RecordId, plan: &Plan, last: &Entry) {
    if !last.outcome.closes() {
        if plan.is_often_put_off() {
            ui.note(TextKey::HomeSmaller);
        }
        return ui.within("div", "ways", |ui| {
            if plan.size == Size::Full {
                ui.link(TextKey::PlanTwoMinutes, Act::PressedTwoMinutes(id));
            }
            if plan.is_often_put_off() {
                ui.link(TextKey::HomeRest, Act::PressedRest(id));
                ui.link(TextKey::HomeLetGo, Act::PressedLetGo(id));
            }
        });
    }
    feelings(ui, TextKey::HomeFelt, last.felt, Act::ChoseFelt);
    match (plan.guess, last.felt) {
        (Some(guess), Some(felt)) => ui.note(match felt.cmp(&guess) {
            std::cmp::Ordering::Greater => TextKey::FeltBetter,
            std::cmp::Ordering::Equal => TextKey::FeltSame,
            std::cmp::Ordering::Less => TextKey::FeltLess,
        }),
        _ => ui.nothing(),
    }
    ui.field(TextKey::Line, "text", &visit.line, Field::Line);
}

/// Plans that rest, folded away.
fn resting(ui: &mut Ui<'_>, plans: &[PlanRow<'_>]) {
    let mut rest = plans.iter().filter(|(_, plan, _)| plan.rests && plan.is_open()).peekable();
    if rest.peek().is_none() {
        return;
    }
    let n_open = plans.iter().filter(|(_, plan, _)| plan.is_open() && !plan.rests).count();
    ui.subheading(TextKey::HomeResting);
    ui.within("ul", "list", |ui| {
        for (id, _, (_, text)) in rest {
            ui.within("li", "", |ui| {
                ui.within("div", "", |ui| {
                    ui.words(text.title);
                    ui.words(" ");
                    if n_open < Plan::MAX_OPEN {
                        ui.link(TextKey::HomeTakeUp, Act::PressedRest(*id));
                    }
                });
            });
        }
    });
}

/// Where else to go.
fn ways(ui: &mut Ui<'_>, notes: &Notes) {
    let cx = ui.cx;
    let latest = notes.latest();
    // A day that is over would only look like something missed.
    if let Some(day) = latest.map(|latest| latest.made_on.plus(14)).filter(|day| *day >= cx.today) {
        ui.note_of(&cx.dated(TextKey::HomeLookAgain, day));
    }
    ui.within("div", "ways", |ui| {
        if cx.model.options.view == View::All {
            ui.link(TextKey::HomeCheckIn, Act::PressedCheckIn);
            ui.link(TextKey::HomeLookBack, Act::PressedPage(Page::LookBack));
            ui.link(TextKey::HomeSummary, Act::PressedPage(Page::Summary));
        }
        if latest.is_some() {
            ui.link(TextKey::HomePicture, Act::PressedPicture);
        }
        ui.link(TextKey::HomeReflect, Act::PressedReflect);
    });
}

/// After a safety sign: plans of open steps, in memory.
pub fn open_home(ui: &mut Ui<'_>, visit: &AfraidVisit, spoken: Option<&(usize, Outcome)>) {
    let cx = ui.cx;
    let Some(library) = cx.library.get() else { return on_the_way(ui) };
    ui.heading(TextKey::HomeHeading);
    ui.open("ul", "cards");
    for (place, plan) in visit.plans.iter().enumerate() {
        let Some(row) = shelf::open_step(library, &plan.step) else { continue };
        let outcome = spoken.filter(|(spoken, _)| *spoken == place).map(|(_, outcome)| *outcome);
        ui.open("li", "card");
        entry(ui, &plan.plan, row, outcome, &|outcome| Act::SaidOpenOutcome(place, outcome));
        ui.close();
    }
    ui.close();
    if visit.plans.is_empty() {
        ui.paragraph(TextKey::HomeNone);
    }
    ui.within("div", "ways", |ui| {
        ui.link(TextKey::HomeCheckIn, Act::PressedCheckIn);
        ui.link(TextKey::HomeLookBack, Act::PressedPage(Page::LookBack));
        ui.link(TextKey::HomeSummary, Act::PressedPage(Page::Summary));
    });
    ui.actions(|ui| {
        ui.back(TextKey::SafeBack);
        ui.primary(TextKey::HomeAnother, Act::PressedSteps);
    });
}

/// The card of a plan: what it is, and what became of it, or the question what did.
fn entry(
    ui: &mut Ui<'_>,
    plan: &Plan,
    (_, text): ShelfRow<'_>,
    outcome: Option<Outcome>,
    answer: &dyn Fn(Outcome) -> Act,
) {
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
        ui.said("said", ui.text(key));
        return ui.link(TextKey::NotesUndo, Act::TookBackOutcome);
    }
    ui.within("div", "outcomes", |ui| {
        for &outcome in Outcome::ALL {
            ui.secondary(outcome_key(outcome), answer(outcome));
        }
    });
}

/// The word of an outcome.
pub fn outcome_key(outcome: Outcome) -> TextKey {
    match outcome {
        Outcome::Done => TextKey::OutcomeDone,
        Outcome::Tried => TextKey::OutcomeTried,
        Outcome::NotToday => TextKey::OutcomeNotToday,
    }
}

//! Following through: check-ins, what became of a plan, reminders, and the summary.

use super::super::effect::Effect;
use super::super::model::{CheckingIn, Cx, Model, OpenVisit, Reminder, Screen, Stage};
use super::super::msg::{Act, Field};
use super::super::shelf;
use super::super::words::{Line, Page};
use super::visit::Turn;
use super::{new_id, steps};
use crate::content::TextKey;
use crate::domain::calendar::{Slot, calendar, parse_minute};
use crate::domain::check_in::CheckIn;
use crate::domain::date::Day;
use crate::domain::notes::{Notes, RecordId};
use crate::domain::plan::{Entry, OwnWords, Plan, Size};
use crate::snapshot::Key;

// --- check-in ----------------------------------------------------------------------------------------------

/// *Check in*. Where there is one of today, the reader says first whether it changes or another one comes to it.
pub(super) fn begin(turn: &mut Turn<'_>) {
    let of_today = |(_, check_in): &(&RecordId, &CheckIn)| check_in.day == turn.cx.today;
    let there = turn.model.notes.check_ins.iter().rfind(of_today);
    let id = there.map(|(id, _)| *id);
    // One in which everything was taken back again says nothing that could be replaced.
    let stage =
        if there.is_some_and(|(_, check_in)| !check_in.is_blank()) { Stage::Asks } else { Stage::Open };
    turn.visit.line.clear();
    turn.show(Screen::CheckIn(CheckingIn { id, stage }));
}

/// Takes a press on a check-in.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other act leaves the check-in as it is")]
pub(super) fn check_in(turn: &mut Turn<'_>, act: Act) {
    let Screen::CheckIn(checking) = &mut turn.visit.screen else { return };
    match act {
        Act::ChoseAnother(adds) => {
            if adds {
                checking.id = None;
            }
            checking.stage = Stage::Open;
            let line = checking.id.and_then(|id| turn.model.notes.check_ins.get(&id)?.line.as_ref());
            turn.visit.line = line.map(|line| line.as_str().to_owned()).unwrap_or_default();
        }
        Act::PressedNext => {
            checking.stage = Stage::Done;
            turn.effects.push(Effect::FocusInPlace);
        }
        _ => {
            let said = record(turn.cx, turn.model, checking);
            match act {
                Act::ChoseFog(fog) => said.fog = fog,
                Act::ChoseCloseness(closeness) => said.closeness = closeness,
                Act::ChoseTogether(together) => said.together = together,
                Act::ChoseElsewhere(elsewhere) => said.elsewhere = elsewhere,
                _ => {}
            }
        }
    }
}

/// The record of the check-in on the screen, which begins with the first thing said. It is written at the end of the update.
fn record<'a>(cx: Cx<'_>, model: &'a mut Model, checking: &mut CheckingIn) -> &'a mut CheckIn {
    let id = *checking.id.get_or_insert_with(|| new_id(cx, &model.notes.check_ins));
    model.touch(Key::CheckIn(id));
    model.notes.check_ins.entry(id).or_insert(CheckIn::on(cx.today))
}

// --- plans -------------------------------------------------------------------------------------------------

/// Takes a press on `home` that has to do with a plan that is there.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other act leaves the plans as they are")]
pub(super) fn plans(turn: &mut Turn<'_>, act: Act) {
    let Screen::Home(cleared, spoken) = &mut turn.visit.screen else { return };
    let notes = &mut turn.model.notes;
    let key = match act {
        Act::SaidOutcome(id, outcome) => {
            let Some(plan) = notes.plans.get_mut(&id) else { return };
            plan.entries.push(Entry::on(turn.cx.today, outcome));
            *spoken = Some((id, outcome));
            turn.visit.line.clear();
            id
        }
        Act::TookBackOutcome => {
            let Some((id, _)) = spoken.take() else { return };
            let Some(plan) = notes.plans.get_mut(&id) else { return };
            plan.entries.pop();
            id
        }
        Act::PressedRest(id) => {
            let Some(library) = turn.cx.library.get() else { return };
            let n_open = shelf::n_open(library, *cleared, notes);
            let Some(plan) = notes.plans.get_mut(&id) else { return };
            if plan.rests && n_open >= Plan::MAX_OPEN {
                return; // It is offered only where there is room.
            }
            plan.rests = !plan.rests;
            id
        }
        Act::PressedTwoMinutes(id) => {
            let Some(plan) = notes.plans.get_mut(&id) else { return };
            plan.size = Size::TwoMinutes;
            *spoken = None;
            id
        }
        Act::ChoseFelt(felt) => {
            let Some((id, entry)) = last_entry(notes, *spoken) else { return };
            entry.felt = Some(felt);
            id
        }
        _ => return,
    };
    turn.model.touch(Key::Plan(key));
}

/// What was said last of the plan just spoken of.
fn last_entry<O>(notes: &mut Notes, spoken: Option<(RecordId, O)>) -> Option<(RecordId, &mut Entry)> {
    let (id, _) = spoken?;
    Some((id, notes.plans.get_mut(&id)?.entries.last_mut()?))
}

// --- a reminder for a calendar -----------------------------------------------------------------------------

/// *Put it in a calendar*: tomorrow, until the reader says otherwise.
pub(super) fn toggle_reminder(turn: &mut Turn<'_>, plan: RecordId) {
    let is_open = turn.visit.reminder.as_ref().is_some_and(|reminder| reminder.plan == plan);
    let slot = Slot { day: turn.cx.today.plus(1), minute: None };
    turn.visit.reminder = (!is_open).then(|| Reminder { plan, title: String::new(), slot });
}

/// *Download the reminder*. Nothing of the plan is in it but what the reader typed as its title.
pub(super) fn download_reminder(turn: &mut Turn<'_>) {
    let (Some(reminder), Some(library)) = (&turn.visit.reminder, turn.cx.library.get()) else { return };
    let usual = library.text(TextKey::ReminderTitle);
    let text = calendar(reminder.plan, turn.cx.now, reminder.slot, &reminder.title, usual);
    turn.effects.push(Effect::Calendar(text));
}

// --- summary -----------------------------------------------------------------------------------------------

/// Takes a press on the summary.
pub(super) fn toggle_line(turn: &mut Turn<'_>, line: Line) {
    if let Screen::Page(_, Page::Summary, _) = turn.visit.screen {
        turn.visit.summary.toggle(line);
        turn.visit.words.forget_copy();
    }
}

// --- typing ------------------------------------------------------------------------------------------------

/// The longest text of a field that is held, in characters.
const LONGEST: usize = 300;

/// What is held of the text of a field.
pub(super) fn held(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// Takes what was typed in a field of a visit without a sign. What is kept of it waits for a pause.
pub(super) fn typed(cx: Cx<'_>, model: &mut Model, visit: &mut OpenVisit, field: Field, text: &str) {
    let held = held(text);
    match field {
        Field::Moment => {} // Of the plan in the making.
        Field::Line => {
            let line = OwnWords::parse(&held);
            visit.line = held;
            let key = if let Screen::CheckIn(checking) = &mut visit.screen {
                let had_id = checking.id;
                record(cx, model, checking).line = line;
                // A record that is there already is written when the reader pauses.
                checking.id.filter(|id| had_id == Some(*id)).map(Key::CheckIn)
            } else if let Screen::Home(_, spoken) = &visit.screen {
                last_entry(&mut model.notes, *spoken).map(|(id, entry)| {
                    entry.line = line;
                    Key::Plan(id)
                })
            } else {
                None
            };
            if let Some(key) = key {
                model.dirty.retain(|other| *other != key);
                model.typing = Some(key);
            }
        }
        Field::Title | Field::Day | Field::Time => {
            let Some(reminder) = &mut visit.reminder else { return };
            match field {
                Field::Day => reminder.slot.day = Day::parse(text).unwrap_or(reminder.slot.day),
                Field::Time => reminder.slot.minute = parse_minute(text),
                Field::Title | Field::Moment | Field::Line | Field::Ask => reminder.title = held,
            }
        }
        Field::Ask => {
            visit.summary.ask = held;
            visit.words.forget_copy();
        }
    }
}

/// A field was left: what was typed in it waits no longer.
pub(super) fn left(turn: &mut Turn<'_>) {
    if let Screen::Plan(..) = turn.visit.screen {
        steps::update(turn, Act::LeftField);
    } else if let Screen::CheckIn(CheckingIn { id: Some(id), .. }) = turn.visit.screen {
        turn.model.touch(Key::CheckIn(id));
    } else if let Screen::Home(_, Some((id, _))) = turn.visit.screen {
        turn.model.touch(Key::Plan(id));
    }
}

//! What follows from a message. Reads like a table of contents; the chapters are the sibling files.

mod afraid;
mod reflect;
mod steps;
mod visit;

use litemap::LiteMap;

use super::effect::Effect;
use super::model::{
    AfraidVisit, Consent, Cx, Dialog, Model, OpenPlan, OpenVisit, Saved, Screen, Storage, Visit,
};
use super::msg::Msg;
use super::shelf::OpenStep;
use crate::domain::notes::{Notes, RecordId};
use crate::domain::plan::Plan;
use crate::snapshot::Key;
use afraid::AfraidEffect;
use visit::Turn;

/// Takes `msg` and says what is to be done in the world.
///
/// `cx` is all that may be looked at besides the model; nothing else is read, and nothing is written but
/// `model`.
#[expect(clippy::wildcard_enum_match_arm, reason = "the rest is listed in full by the visit it belongs to")]
pub fn update(cx: Cx<'_>, model: &mut Model, msg: Msg) -> Vec<Effect> {
    let before = spot(model);
    let takes_its_button_away = matches!(
        msg,
        Msg::SaidOutcome(..)
            | Msg::SaidOpenOutcome(..)
            | Msg::PressedLetGo(_)
            | Msg::PressedOnlyMine
            | Msg::PressedKeepNow
            | Msg::PressedStopKeeping
    );
    let mut effects = match msg {
        Msg::ChangedOptions(options) => {
            model.options = options;
            Vec::new()
        }
        Msg::PressedCover(path) => {
            model.path = path;
            Vec::new()
        }
        Msg::LibraryArrived => Vec::new(),
        Msg::SavedRecords(outcome) => {
            model.saved = outcome.map_or_else(Saved::NotSaved, |()| Saved::Saved);
            return Vec::new();
        }
        Msg::RemovedAll(outcome) => {
            if outcome.is_err() {
                set_dialog(model, Dialog::DeleteFailed);
            }
            return Vec::new();
        }
        Msg::PressedDownload => vec![Effect::Download],
        Msg::ChoseRegion(region) => {
            model.notes.settings.region = region;
            if matches!(model.visit, Visit::Open(_)) {
                model.touch(Key::Settings);
            }
            Vec::new()
        }
        other => in_visit(cx, model, other),
    };
    if spot(model) != before {
        effects.push(Effect::FocusHeading);
    } else if takes_its_button_away {
        effects.push(Effect::FocusInPlace);
    }
    // After a safety sign nothing is marked as changed but the one neutral setting.
    let changes = model.take_changes();
    if !changes.is_empty() {
        let by_press = matches!(model.visit, Visit::Afraid(_)) && model.may_write();
        effects.push(Effect::Keep { changes, write: model.writes() || by_press });
    }
    effects
}

/// Hands the message to the visit that is going on.
fn in_visit(cx: Cx<'_>, model: &mut Model, msg: Msg) -> Vec<Effect> {
    let nowhere = Visit::Open(OpenVisit::at(Screen::Welcome(None)));
    match std::mem::replace(&mut model.visit, nowhere) {
        Visit::Open(visit) => {
            let mut turn = Turn { cx, model, visit, effects: Vec::new(), is_sign: false };
            visit::update(&mut turn, msg);
            let Turn { model, visit, effects, is_sign, .. } = turn;
            model.visit = if is_sign { into_afraid(cx, model, visit) } else { Visit::Open(visit) };
            effects
        }
        Visit::Afraid(visit) => {
            let (visit, effect) = afraid::update(cx, visit, msg);
            model.visit = visit;
            effect.map(|effect| carry_out(cx, model, effect)).unwrap_or_default()
        }
    }
}

/// Carries out what the safety state asks for. There is nothing in [`AfraidEffect`] that could write an
/// answer, a plan or an outcome.
fn carry_out(cx: Cx<'_>, model: &mut Model, effect: AfraidEffect) -> Vec<Effect> {
    match effect {
        AfraidEffect::KeepOnlyMine => {
            model.notes.settings.only_mine = true;
            model.touch(Key::Settings);
            Vec::new()
        }
        AfraidEffect::RemoveAll => remove_all(model),
        AfraidEffect::TakeOver(plans) => {
            for plan in plans {
                add_plan(cx, model, plan);
            }
            Vec::new()
        }
    }
}

/// What tells one screen from the next: after a change the focus moves to the new heading.
fn spot(model: &Model) -> (&'static str, usize, Dialog) {
    let position = match &model.visit {
        Visit::Open(OpenVisit { screen: Screen::Question(asking), .. }) => asking.position,
        Visit::Open(OpenVisit { screen: Screen::Safety(asking, _), .. }) => asking.round.count().0,
        Visit::Open(_) | Visit::Afraid(_) => 0,
    };
    (model.screen_name(), position, dialog(model))
}

fn dialog(model: &Model) -> Dialog {
    use super::model::AfraidScreen;
    match &model.visit {
        Visit::Open(OpenVisit { screen: Screen::Notes(_, dialog), .. })
        | Visit::Afraid(AfraidVisit { screen: AfraidScreen::Notes(_, dialog), .. }) => *dialog,
        Visit::Open(_) | Visit::Afraid(_) => Dialog::Closed,
    }
}

fn set_dialog(model: &mut Model, new: Dialog) {
    use super::model::AfraidScreen;
    match &mut model.visit {
        Visit::Open(OpenVisit { screen: Screen::Notes(_, dialog), .. })
        | Visit::Afraid(AfraidVisit { screen: AfraidScreen::Notes(_, dialog), .. }) => *dialog = new,
        Visit::Open(_) | Visit::Afraid(_) => {}
    }
}

/// Forgets everything the reader entered, and asks the store to do the same. A guest's notes go from
/// memory only: what is stored belongs to someone else.
fn remove_all(model: &mut Model) -> Vec<Effect> {
    model.notes = Notes::default();
    model.consent = Consent::NotAsked;
    model.saved = Saved::Idle;
    model.dirty.clear();
    if model.is_guest || model.storage == Storage::Memory {
        return Vec::new();
    }
    model.n_set_aside = 0;
    model.storage = Storage::Works;
    vec![Effect::RemoveAll]
}

/// An id that no record of `taken` has: the time in base 36, and a counter where that is not enough.
fn new_id<T>(cx: Cx<'_>, taken: &LiteMap<RecordId, T>) -> RecordId {
    let mut number = cx.now.0.unsigned_abs();
    loop {
        let id: RecordId = base36(number).into();
        if taken.get(&id).is_none() {
            return id;
        }
        number = number.wrapping_add(1);
    }
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % 36).unwrap_or_default();
        digits.push(char::from_digit(digit, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// Adds a plan to the notes.
fn add_plan(cx: Cx<'_>, model: &mut Model, plan: Plan) {
    let id = new_id(cx, &model.notes.plans);
    model.notes.plans.insert(id.clone(), plan);
    model.touch(Key::Plan(id));
}

/// The safety state from here on. Plans of open steps come along, in memory; couple plans stay in the
/// notes, hidden and not deleted.
fn into_afraid(cx: Cx<'_>, model: &Model, visit: OpenVisit) -> Visit {
    let open = |plan: &Plan| OpenStep::of(cx.library.get()?.step(&plan.step)?.0);
    let plans = model
        .notes
        .open_plans()
        .filter_map(|(_, plan)| Some(OpenPlan { step: open(plan)?, plan: plan.clone(), is_new: false }))
        .collect();
    Visit::Afraid(AfraidVisit::new(visit, plans))
}

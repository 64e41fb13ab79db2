//! What follows from a message. Reads like a table of contents; the chapters are the sibling files.

mod afraid;
mod follow;
mod keeping;
mod pages;
mod reflect;
mod steps;
mod visit;

use litemap::LiteMap;

use super::effect::Effect;
use super::model::{
    AfraidScreen, AfraidVisit, Consent, Cx, Dialog, Model, OpenPlan, OpenVisit, Saved, Screen, Storage, Visit,
};
use super::msg::{Act, Field, Msg};
use super::shelf::OpenStep;
use super::words::Copying;
use crate::domain::check_in::Moment;
use crate::domain::look_back::{EIGHT_WEEKS, days};
use crate::domain::notes::{ELSEWHERE, Notes, Place, RecordId, Settings};
use crate::domain::plan::Plan;
use crate::snapshot::{Change, Key};
use afraid::AfraidEffect;
use visit::Turn;

/// Takes `msg` and says what is to be done in the world.
///
/// `cx` is all that may be looked at besides the model; nothing else is read, and nothing is written but
/// `model`.
pub fn update(cx: Cx<'_>, model: &mut Model, msg: Msg) -> Vec<Effect> {
    let before = spot(model);
    let mut effects = Vec::new();
    let mut in_place = false;
    match msg {
        Msg::Acted(act) => {
            in_place = act.takes_its_button_away();
            effects = acted(cx, model, act);
        }
        Msg::Typed(field, text) => typed(cx, model, field, &text),
        Msg::ChangedOptions(options) => model.options = options,
        Msg::LibraryArrived => {
            // What it adds comes between what is there, so that the heading is drawn anew. These have nothing of it.
            in_place = !matches!(model.screen_name(), "welcome" | "who" | "question" | "safety" | "safe");
        }
        Msg::Copied(done) => {
            *match &mut model.visit {
                Visit::Open(visit) => &mut visit.words.copied,
                Visit::Afraid(visit) => &mut visit.copied,
            } = Some(done);
        }
        Msg::Saved(saving) => effects = keeping::saved(model, saving),
        Msg::Found(found) => effects = keeping::found(model, found),
        Msg::PickedCopy(text) => effects = keeping::picked(model, text),
        Msg::RemovedAll(Ok(())) => {
            model.saved = Saved::Idle;
            model.n_set_aside = 0;
            model.storage = Storage::Works;
        }
        Msg::RemovedAll(Err(_)) => {
            model.saved = Saved::NotRemoved;
            if let Some(dialog) = dialog(&mut model.visit) {
                *dialog = Dialog::DeleteFailed;
            }
            return effects; // Where the focus is going was said when the removal began.
        }
    }
    if spot(model) != before {
        effects.push(Effect::FocusHeading);
    } else if in_place {
        effects.push(Effect::FocusInPlace);
    }
    keeping::mend(cx, model);
    let name = model.screen_name();
    // Help lies over a screen and takes nothing from it.
    if name != before.0 && name != "help" && before.0 != "help" {
        (model.undo, model.copied) = (None, None);
    }
    keeping::hand_out(model, &mut effects);
    effects
}

/// Takes a press or a choice: what means the same in every visit here, the rest by the visit that is going on.
#[expect(clippy::wildcard_enum_match_arm, reason = "the rest is listed in full by the visit it belongs to")]
fn acted(cx: Cx<'_>, model: &mut Model, act: Act) -> Vec<Effect> {
    match act {
        Act::PressedCover(path) => model.path = path,
        Act::PressedDownload => return vec![Effect::Download],
        Act::ChoseRegion(place) => {
            let code = cx.pack.help.countries.get(place).map_or(ELSEWHERE, |country| country.code);
            if matches!(model.visit, Visit::Afraid(_)) {
                model.region_now = Some(code.into());
            } else {
                (model.notes.settings.region, model.region_now) = (Some(code.into()), None);
                model.touch(Key::Settings);
            }
        }
        other => return in_visit(cx, model, other),
    }
    Vec::new()
}

/// Takes what was typed in a field.
fn typed(cx: Cx<'_>, model: &mut Model, field: Field, text: &str) {
    match &mut model.visit {
        Visit::Open(OpenVisit { screen: Screen::Plan(_, draft, too_early), .. }) => {
            draft.type_own(text);
            *too_early = false;
            model.notes.place = Place::Plan(draft.clone());
            model.typing = Some(Key::Place);
        }
        Visit::Open(_) | Visit::Afraid(_) => match take_visit(model) {
            Visit::Open(mut visit) => {
                follow::typed(cx, model, &mut visit, field, text);
                model.visit = Visit::Open(visit);
            }
            Visit::Afraid(mut visit) => {
                afraid::typed(&mut visit, field, text);
                model.visit = Visit::Afraid(visit);
            }
        },
    }
}

/// Takes the visit out; another is put in its place next.
fn take_visit(model: &mut Model) -> Visit {
    std::mem::replace(&mut model.visit, Visit::Open(OpenVisit::at(Screen::Welcome(None))))
}

/// Hands the act to the visit that is going on.
fn in_visit(cx: Cx<'_>, model: &mut Model, act: Act) -> Vec<Effect> {
    match take_visit(model) {
        Visit::Open(visit) => {
            let mut turn = Turn { cx, model, visit, effects: Vec::new(), is_sign: false };
            visit::update(&mut turn, act);
            let Turn { model, visit, mut effects, is_sign, .. } = turn;
            if is_sign {
                effects.push(Effect::StopWriting);
            }
            model.visit = if is_sign { into_afraid(cx, model, visit) } else { Visit::Open(visit) };
            effects
        }
        Visit::Afraid(visit) => {
            let (visit, effect) = afraid::update(cx, visit, act);
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
            let settings = match model.consent {
                Consent::Keep => model.notes.settings.clone(),
                // The reader agreed to this one setting and to no other.
                Consent::NotAsked | Consent::Nothing => Settings { only_mine: true, ..Settings::default() },
            };
            let change = Change::of(&Notes { settings, ..Notes::default() }, Key::Settings);
            vec![Effect::Keep { changes: vec![change], write: model.may_write() }]
        }
        AfraidEffect::Print => vec![Effect::Print],
        AfraidEffect::CopySheet => vec![Effect::CopySheet(Copying::Sheet)],
        AfraidEffect::RemoveAll => keeping::delete_all(model),
        AfraidEffect::TakeOver(plans) => {
            for plan in plans {
                add_plan(cx, model, plan);
            }
            keeping::touch_all(model); // What waited when the sign came.
            Vec::new()
        }
    }
}

/// What tells one screen from the next: after a change the focus moves to the new heading.
fn spot(model: &mut Model) -> (&'static str, usize, Option<Dialog>) {
    let position = match &model.visit {
        Visit::Open(OpenVisit { screen: Screen::Question(asking), .. }) => asking.position,
        Visit::Open(OpenVisit { screen: Screen::Safety(asking, _), .. }) => asking.round.count().0,
        Visit::Open(_) | Visit::Afraid(_) => 0,
    };
    (model.screen_name(), position, dialog(&mut model.visit).copied())
}

/// What `notes` is in the middle of; `None` on other screens.
fn dialog(visit: &mut Visit) -> Option<&mut Dialog> {
    match visit {
        Visit::Open(OpenVisit { screen: Screen::Notes(_, dialog), .. })
        | Visit::Afraid(AfraidVisit { screen: AfraidScreen::Notes(_, dialog), .. }) => Some(dialog),
        Visit::Open(_) | Visit::Afraid(_) => None,
    }
}

/// An id behind those of all records of `taken`, also where the clock was set back: the order of ids is the order
/// of making.
fn new_id<T>(cx: Cx<'_>, taken: &LiteMap<RecordId, T>) -> RecordId {
    let mut id = RecordId(cx.now.0.unsigned_abs()).min(RecordId::MAX);
    if let Some((last, _)) = taken.last() {
        id = id.max(last.next());
    }
    while taken.contains_key(&id) {
        id = id.next(); // Only a copy that someone made up can have taken the last id there is.
    }
    id
}

/// Adds a plan to the notes.
fn add_plan(cx: Cx<'_>, model: &mut Model, plan: Plan) {
    let id = new_id(cx, &model.notes.plans);
    model.notes.plans.insert(id, plan);
    model.touch(Key::Plan(id));
}

/// The safety state from here on. Plans of open steps come along, in memory, and the days of good moments of one's own;
/// couple plans stay in the notes, hidden and not deleted.
fn into_afraid(cx: Cx<'_>, model: &Model, visit: OpenVisit) -> Visit {
    let open = |plan: &Plan| OpenStep::of(cx.library.get()?.step(&plan.step)?.0);
    let plans = model
        .notes
        .open_plans()
        .filter_map(|(_, plan)| Some(OpenPlan { step: open(plan)?, plan: plan.clone(), is_new: false }))
        .collect();
    let from = cx.today.plus(1 - EIGHT_WEEKS);
    let days = days(model.notes.check_ins.values(), from..=cx.today);
    let good = days.into_iter().filter(|day| day.elsewhere == Some(Moment::Yes));
    let own_good_days = good.map(|day| day.first).collect();
    Visit::Afraid(AfraidVisit::new(visit, plans, own_good_days))
}

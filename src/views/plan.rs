//! `plan`: one step made concrete.

use super::Cx;
use super::pages::sources;
use super::parts::Layout;
use super::steps::{cautions, on_the_way};
use super::ui::Ui;
use crate::content::{StepText, TextKey, Time, fill};
use crate::domain::notes::{MomentChoice, PlanDraft};
use crate::domain::plan::{Company, Feeling, Moment, OwnWords, Plan, Size};
use crate::domain::step::{Setting, Step};
use crate::state::gate::Cleared;
use crate::state::model::AfraidVisit;
use crate::state::msg::{Act, Field};
use crate::state::shelf::{self, OpenStep, ShelfRow};

/// A plan past the gate.
pub fn plan(ui: &mut Ui<'_>, cleared: Cleared, draft: &PlanDraft, too_early: bool) {
    let cx = ui.cx;
    let notes = &cx.model.notes;
    let library = cx.library.get();
    let row = library
        .and_then(|library| shelf::reachable_step(library, cleared, &draft.step, notes.settings.only_mine));
    let n_open = library.map_or(0, |library| shelf::n_open(library, cleared, notes));
    form(ui, row, draft, too_early, n_open, cleared.passed_by());
}

/// A plan for an open step, after a safety sign.
pub fn open_plan(ui: &mut Ui<'_>, visit: &AfraidVisit, step: &OpenStep, draft: &PlanDraft, too_early: bool) {
    let row = ui.cx.library.get().and_then(|library| shelf::open_step(library, step));
    let n_open = visit.plans.iter().filter(|plan| plan.plan.is_open()).count();
    form(ui, row, draft, too_early, n_open, false);
}

fn form(
    ui: &mut Ui<'_>,
    row: Option<ShelfRow<'_>>,
    draft: &PlanDraft,
    too_early: bool,
    n_open: usize,
    only_if_safe: bool,
) {
    // The content no longer has the step, or has not arrived.
    let Some((step, text)) = row else { return on_the_way(ui) };
    ui.heading_of(text.title);
    ui.paragraph_of(text.how);
    cautions(ui, step, text, only_if_safe);
    if !text.say.is_empty() {
        ui.within("p", "", |ui| {
            ui.line("strong", "", ui.text(TextKey::PlanSay));
            ui.words(" ");
            ui.line("q", "", text.say);
        });
    }
    moments(ui, step, draft);
    sizes(ui, text, draft);
    if !text.without_them.is_empty() {
        companies(ui, text, draft);
    }
    sentence(ui, text, draft);
    ui.within("div", "aside", |ui| {
        ui.subheading(TextKey::PlanBadly);
        ui.paragraph_of(text.badly);
    });
    ui.unfold(TextKey::PlanWhy, |ui| {
        ui.paragraph_of(text.why);
        ui.paragraph_of(text.sure);
        sources(ui, &text.sources);
    });
    feelings(ui, TextKey::PlanGuess, draft.guess, Act::ChoseGuess);
    let is_full = draft.changes.is_none() && n_open >= Plan::MAX_OPEN;
    ui.hint(too_early, TextKey::PlanPickMoment);
    if is_full {
        ui.hint(true, TextKey::PlanTooMany);
    }
    ui.actions(|ui| {
        ui.back(TextKey::Back);
        if !is_full {
            ui.primary(TextKey::PlanKeep, Act::PressedKeepPlan);
        }
    });
}

/// The everyday moments that the content offers.
fn times<'a>(cx: &Cx<'a>) -> &'a [Time] {
    cx.library.get().map(|library| library.times.as_slice()).unwrap_or_default()
}

fn moments(ui: &mut Ui<'_>, step: &Step, draft: &PlanDraft) {
    let is_own = draft.moment == Some(MomentChoice::Own);
    ui.choices("moment", ui.text(TextKey::PlanWhen), Layout::Chips, |ui| {
        for (place, time) in times(ui.cx).iter().enumerate() {
            if step.setting == Setting::Alone && time.together {
                continue;
            }
            let is_chosen = matches!(&draft.moment, Some(MomentChoice::Offered(id)) if **id == *time.id);
            ui.row_of(time.label, "", is_chosen, Act::ChoseMoment(place));
        }
        ui.row(TextKey::PlanOwn, is_own, Act::ChoseOwnWords);
    });
    if is_own {
        ui.field(TextKey::PlanOwnLabel, "text", &draft.own, Field::Moment);
    } else {
        ui.nothing();
    }
}

fn sizes(ui: &mut Ui<'_>, text: &StepText, draft: &PlanDraft) {
    ui.choices("size", ui.text(TextKey::PlanSize), Layout::NamedRows, |ui| {
        for (key, note, size) in [
            (TextKey::PlanFull, "", Size::Full),
            (TextKey::PlanTwoMinutes, &*text.two_minute, Size::TwoMinutes),
        ] {
            ui.row_of(ui.text(key), note, draft.size == size, Act::ChoseSize(size));
        }
    });
}

fn companies(ui: &mut Ui<'_>, text: &StepText, draft: &PlanDraft) {
    ui.choices("company", ui.text(TextKey::PlanCompany), Layout::NamedRows, |ui| {
        for (key, note, company) in [
            (TextKey::PlanWith, "", Company::AsDescribed),
            (TextKey::PlanWithout, &*text.without_them, Company::WithoutThem),
        ] {
            ui.row_of(ui.text(key), note, draft.company == company, Act::ChoseCompany(company));
        }
    });
}

/// How good something feels, in five words.
pub fn feelings(ui: &mut Ui<'_>, legend: TextKey, chosen: Option<Feeling>, act: fn(Feeling) -> Act) {
    ui.choices("feeling", ui.text(legend), Layout::Chips, |ui| {
        for &feeling in Feeling::ALL {
            let key = match feeling {
                Feeling::NotAtAll => TextKey::GuessNotAtAll,
                Feeling::Little => TextKey::GuessLittle,
                Feeling::Middling => TextKey::GuessMiddling,
                Feeling::Good => TextKey::GuessGood,
                Feeling::VeryGood => TextKey::GuessVeryGood,
            };
            ui.row(key, chosen == Some(feeling), act(feeling));
        }
    });
}

/// The when–then sentence as far as it is chosen.
fn sentence(ui: &mut Ui<'_>, text: &StepText, draft: &PlanDraft) {
    let moment = match &draft.moment {
        Some(MomentChoice::Offered(id)) => Some(Moment::Offered(id.clone())),
        Some(MomentChoice::Own) => OwnWords::parse(&draft.own).map(Moment::Own),
        None => None,
    };
    match moment {
        Some(moment) => ui.line("p", "sentence", &when_then(ui.cx, text, &moment)),
        None => ui.nothing(),
    }
}

/// "When the kettle is on, I sit beside them for one song."
pub fn when_then(cx: &Cx<'_>, text: &StepText, moment: &Moment) -> String {
    match moment {
        Moment::Offered(id) => {
            let time = times(cx).iter().find(|time| *time.id == **id);
            time.map_or_else(|| text.title.to_owned(), |time| fill(time.when, &[("then", text.then)]))
        }
        Moment::Own(words) => {
            cx.filled(TextKey::PlanOwnTemplate, &[("when", words.as_str()), ("then", text.then)])
        }
    }
}

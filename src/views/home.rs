//! `home`: what is planned, and what became of it.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    actions, back, element, heading, line, link, list, note, paragraph, primary, said, secondary, stack,
    subheading,
};
use super::plan::when_then;
use crate::content::TextKey;
use crate::domain::notes::RecordId;
use crate::domain::plan::{Company, Outcome, Plan, Size};
use crate::state::gate::Cleared;
use crate::state::model::AfraidVisit;
use crate::state::msg::Msg;
use crate::state::shelf::{self, ShelfRow};

/// Past the gate: all open plans, and the one just spoken of.
pub fn home(cx: &Cx<'_>, cleared: Cleared, spoken: Option<&(RecordId, Outcome)>) -> Html {
    let row = |plan: &Plan| cx.library.get().and_then(|library| shelf::step(library, cleared, &plan.step));
    let only_mine = cx.model.notes.settings.only_mine;
    let mut plans = Vec::new();
    for (id, plan) in cx.model.notes.plans.iter() {
        let outcome = spoken.filter(|(spoken, _)| spoken == id).map(|(_, outcome)| *outcome);
        let Some(row) = row(plan).filter(|(step, _)| !only_mine || step.open_when_afraid()) else { continue };
        if plan.is_open() || outcome.is_some() {
            let let_go = link(cx, TextKey::HomeLetGo, Msg::PressedLetGo(id.clone()));
            let answer = |outcome| Msg::SaidOutcome(id.clone(), outcome);
            plans.push(entry(cx, plan, row, outcome, &answer, Some(let_go)));
        }
    }
    let mut items = vec![heading(cx, cx.text(TextKey::HomeHeading))];
    if plans.is_empty() {
        items.push(paragraph(cx.text(TextKey::HomeNone)));
    }
    items.push(list("cards", plans));
    let mut ways = Vec::new();
    if let Some(latest) = cx.model.notes.latest() {
        let day = cx.words.date(latest.made_on.plus(14));
        items.push(note(&cx.filled(TextKey::HomeLookAgain, &[("date", &day)])));
        ways.push(link(cx, TextKey::HomePicture, Msg::PressedPicture));
    }
    ways.push(link(cx, TextKey::HomeReflect, Msg::PressedReflect));
    items.push(element("div", "ways", ways));
    items.push(actions(vec![primary(cx, TextKey::HomeAnother, Msg::PressedSteps)]));
    stack(items)
}

/// After a safety sign: plans of open steps, in memory.
pub fn open_home(cx: &Cx<'_>, visit: &AfraidVisit, spoken: Option<&(usize, Outcome)>) -> Html {
    let row = |step| cx.library.get().and_then(|library| shelf::open_step(library, step));
    let plans = visit.plans.iter().enumerate().filter_map(|(place, plan)| {
        let outcome = spoken.filter(|(spoken, _)| *spoken == place).map(|(_, outcome)| *outcome);
        let answer = |outcome| Msg::SaidOpenOutcome(place, outcome);
        Some(entry(cx, &plan.plan, row(&plan.step)?, outcome, &answer, None))
    });
    stack(vec![
        heading(cx, cx.text(TextKey::HomeHeading)),
        list("cards", plans.collect()),
        actions(vec![back(cx, TextKey::SafeBack), primary(cx, TextKey::HomeAnother, Msg::PressedSteps)]),
    ])
}

fn entry(
    cx: &Cx<'_>,
    plan: &Plan,
    (_, text): ShelfRow<'_>,
    outcome: Option<Outcome>,
    answer: &dyn Fn(Outcome) -> Msg,
    let_go: Option<Html>,
) -> Html {
    let mut items =
        vec![subheading(cx, &text.title), line("p", "sentence", &when_then(cx, text, &plan.moment))];
    match (plan.company, plan.size) {
        (Company::WithoutThem, _) if !text.without_them.is_empty() => items.push(note(&text.without_them)),
        (_, Size::TwoMinutes) => items.push(note(&text.two_minute)),
        (Company::AsDescribed | Company::WithoutThem, Size::Full) => {}
    }
    match outcome {
        Some(outcome) => items.push(said(
            "said",
            cx.text(match outcome {
                Outcome::Done => TextKey::SaidDone,
                Outcome::Tried => TextKey::SaidTried,
                Outcome::NotToday => TextKey::SaidNotToday,
            }),
        )),
        None => {
            let buttons = Outcome::ALL.iter().map(|&outcome| {
                let key = match outcome {
                    Outcome::Done => TextKey::OutcomeDone,
                    Outcome::Tried => TextKey::OutcomeTried,
                    Outcome::NotToday => TextKey::OutcomeNotToday,
                };
                secondary(cx, key, answer(outcome))
            });
            items.push(element("div", "outcomes", buttons.collect()));
            items.extend(let_go);
        }
    }
    element("li", "card", items)
}

//! `home`: what is planned, and what became of it.

use yew::prelude::*;

use super::Cx;
use super::parts::{actions, heading, link, note, primary, subheading};
use super::plan::when_then;
use crate::content::TextKey;
use crate::domain::notes::RecordId;
use crate::domain::plan::{Company, Outcome, Plan, Size};
use crate::state::gate::Cleared;
use crate::state::model::AfraidVisit;
use crate::state::msg::Msg;
use crate::state::shelf::{self, ShelfRow};

/// Past the gate: all open plans.
pub fn home(cx: Cx<'_>, cleared: Cleared, said: Option<&(RecordId, Outcome)>) -> Html {
    let row = |plan: &Plan| cx.library.get().and_then(|library| shelf::step(library, cleared, &plan.step));
    let only_mine = cx.model.notes.settings.only_mine;
    let plans: Vec<_> = cx
        .model
        .notes
        .plans
        .iter()
        .filter(|(id, plan)| plan.is_open() || said.is_some_and(|(said, _)| said == *id))
        .filter_map(|(id, plan)| Some((id, plan, row(plan)?)))
        .filter(|(.., (step, _))| !only_mine || step.open_when_afraid())
        .collect();
    let again = cx.model.notes.latest().map(|latest| latest.made_on.plus(14));
    html! {
        <>
            { heading(cx, cx.text(TextKey::HomeHeading)) }
            if plans.is_empty() {
                <p>{ cx.text(TextKey::HomeNone) }</p>
            }
            <ul class="cards">
                { for plans.into_iter().map(|(id, plan, row)| {
                    let said = said.filter(|(said, _)| said == id).map(|(_, outcome)| *outcome);
                    let answer = |outcome| Msg::SaidOutcome(id.clone(), outcome);
                    let let_go = plan.is_open().then(|| link(cx, TextKey::HomeLetGo, Msg::PressedLetGo(id.clone())));
                    entry(cx, plan, row, said, &answer, let_go.unwrap_or_default())
                }) }
            </ul>
            if let Some(day) = again {
                { note(cx.filled(TextKey::HomeLookAgain, &[("date", &cx.words.date(day))])) }
            }
            <div class="ways">
                if cx.model.notes.latest().is_some() {
                    { link(cx, TextKey::HomePicture, Msg::PressedPicture) }
                }
                { link(cx, TextKey::HomeReflect, Msg::PressedReflect) }
            </div>
            { actions(primary(cx, TextKey::HomeAnother, Msg::PressedSteps)) }
        </>
    }
}

/// After a safety sign: plans of open steps, in memory.
pub fn open_home(cx: Cx<'_>, visit: &AfraidVisit, said: Option<&(usize, Outcome)>) -> Html {
    let row = |step| cx.library.get().and_then(|library| shelf::open_step(library, step));
    html! {
        <>
            { heading(cx, cx.text(TextKey::HomeHeading)) }
            <ul class="cards">
                { for visit.plans.iter().enumerate().filter_map(|(place, plan)| {
                    let said = said.filter(|(said, _)| *said == place).map(|(_, outcome)| *outcome);
                    let answer = |outcome| Msg::SaidOpenOutcome(place, outcome);
                    Some(entry(cx, &plan.plan, row(&plan.step)?, said, &answer, Html::default()))
                }) }
            </ul>
            { actions(html! {
                <>
                    <button type="button" class="link" part="back" onclick={cx.on(Msg::PressedBack)}>
                        { cx.text(TextKey::SafeBack) }
                    </button>
                    { primary(cx, TextKey::HomeAnother, Msg::PressedSteps) }
                </>
            }) }
        </>
    }
}

fn entry(
    cx: Cx<'_>,
    plan: &Plan,
    (_, text): ShelfRow<'_>,
    said: Option<Outcome>,
    answer: &dyn Fn(Outcome) -> Msg,
    let_go: Html,
) -> Html {
    let said_key = said.map(|outcome| match outcome {
        Outcome::Done => TextKey::SaidDone,
        Outcome::Tried => TextKey::SaidTried,
        Outcome::NotToday => TextKey::SaidNotToday,
    });
    let version = match (plan.company, plan.size) {
        (Company::WithoutThem, _) if !text.without_them.is_empty() => Some(text.without_them.clone()),
        (_, Size::TwoMinutes) => Some(text.two_minute.clone()),
        (Company::AsDescribed | Company::WithoutThem, Size::Full) => None,
    };
    html! {
        <li class="card">
            { subheading(cx, text.title.clone()) }
            <p class="sentence">{ when_then(cx, text, &plan.moment) }</p>
            if let Some(version) = version {
                { note(version) }
            }
            if let Some(key) = said_key {
                <p class="said" role="status">{ cx.text(key) }</p>
            } else {
                <div class="outcomes">
                    { for Outcome::ALL.iter().map(|&outcome| {
                        let key = match outcome {
                            Outcome::Done => TextKey::OutcomeDone,
                            Outcome::Tried => TextKey::OutcomeTried,
                            Outcome::NotToday => TextKey::OutcomeNotToday,
                        };
                        html! {
                            <button type="button" class="secondary" onclick={cx.on(answer(outcome))}>{ cx.text(key) }</button>
                        }
                    }) }
                </div>
                { let_go }
            }
        </li>
    }
}

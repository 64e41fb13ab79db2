//! `plan`: one step made concrete.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Cx;
use super::parts::{
    Layout, Legend, Row, actions, back, choices, heading, hint, note, paragraph, primary, subheading,
};
use crate::content::{StepText, TextKey, fill};
use crate::domain::notes::{MomentChoice, PlanDraft};
use crate::domain::plan::{Company, Feeling, Moment, OwnWords, Plan, Size};
use crate::domain::step::{Setting, Step};
use crate::state::gate::Cleared;
use crate::state::model::AfraidVisit;
use crate::state::msg::Msg;
use crate::state::shelf::{self, OpenStep};

/// A plan past the gate.
pub fn plan(cx: Cx<'_>, cleared: Cleared, draft: &PlanDraft, too_early: bool) -> Html {
    let row = cx.library.get().and_then(|library| shelf::step(library, cleared, &draft.step));
    let n_open = cx.model.notes.open_plans().count();
    match row {
        Some((step, text)) => form(cx, step, text, draft, too_early, n_open, cleared.passed_by()),
        None => gone(cx),
    }
}

/// A plan for an open step, after a safety sign.
pub fn open_plan(
    cx: Cx<'_>,
    visit: &AfraidVisit,
    step: &OpenStep,
    draft: &PlanDraft,
    too_early: bool,
) -> Html {
    let row = cx.library.get().and_then(|library| shelf::open_step(library, step));
    let n_open = visit.plans.iter().filter(|plan| plan.plan.is_open()).count();
    match row {
        Some((step, text)) => form(cx, step, text, draft, too_early, n_open, false),
        None => gone(cx),
    }
}

/// The content no longer has the step, or has not arrived.
fn gone(cx: Cx<'_>) -> Html {
    html! {
        <>
            { heading(cx, cx.text(TextKey::PlanHeading)) }
            { paragraph(cx, TextKey::StepsWaiting) }
            { actions(back(cx, TextKey::Back)) }
        </>
    }
}

fn form(
    cx: Cx<'_>,
    step: &Step,
    text: &StepText,
    draft: &PlanDraft,
    too_early: bool,
    n_open: usize,
    only_if_safe: bool,
) -> Html {
    let is_full = n_open >= Plan::MAX_OPEN;
    html! {
        <>
            { heading(cx, text.title.clone()) }
            <p>{ text.how.clone() }</p>
            if step.is_touch() {
                { note(cx.text(TextKey::StepConsent)) }
            }
            if !text.caution.is_empty() {
                { note(text.caution.clone()) }
            }
            if only_if_safe && step.setting == Setting::Together {
                { note(cx.text(TextKey::StepOnlyIfSafe)) }
            }
            { moments(cx, step, text, draft) }
            { sizes(cx, text, draft) }
            if !text.without_them.is_empty() {
                { companies(cx, text, draft) }
            }
            { sentence(cx, text, draft) }
            if !text.say.is_empty() {
                <p><strong>{ cx.text(TextKey::PlanSay) }</strong>{ " " }<q>{ text.say.clone() }</q></p>
            }
            <div class="aside">
                { subheading(cx, cx.text(TextKey::PlanBadly)) }
                <p>{ text.badly.clone() }</p>
            </div>
            <details class="why">
                <summary>{ cx.text(TextKey::PlanWhy) }</summary>
                <p>{ text.why.clone() }</p>
                <p>{ text.sure.clone() }</p>
            </details>
            { guesses(cx, draft) }
            if too_early {
                { hint(cx.text(TextKey::PlanPickMoment)) }
            }
            if is_full {
                { hint(cx.text(TextKey::PlanTooMany)) }
            }
            { actions(html! {
                <>
                    { back(cx, TextKey::Back) }
                    if !is_full {
                        { primary(cx, TextKey::PlanKeep, Msg::PressedKeepPlan) }
                    }
                </>
            }) }
        </>
    }
}

fn moments(cx: Cx<'_>, step: &Step, text: &StepText, draft: &PlanDraft) -> Html {
    let times = cx.library.get().map(|library| library.times.as_slice()).unwrap_or_default();
    let fits = |together: bool| step.setting == Setting::Together || !together;
    let mut rows: Vec<Row> = times
        .iter()
        .filter(|time| fits(time.together))
        .map(|time| {
            let choice = MomentChoice::Offered(time.id.as_str().into());
            let label = fill(&time.when, &[("then", "…")]);
            let is_chosen = draft.moment.as_ref() == Some(&choice);
            Row::new(label.into(), is_chosen, Msg::ChoseMoment(choice))
        })
        .collect();
    let is_own = draft.moment == Some(MomentChoice::Own);
    rows.push(Row::new(cx.text(TextKey::PlanOwn), is_own, Msg::ChoseMoment(MomentChoice::Own)));
    let send = cx.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(Msg::TypedMoment(input.value()));
        }
    });
    let _ = text;
    html! {
        <>
            { choices(cx, "moment", Legend::Shown(cx.text(TextKey::PlanWhen)), Layout::Rows, rows) }
            if is_own {
                <label class="field">
                    <span class="field__label">{ cx.text(TextKey::PlanOwnLabel) }</span>
                    <input
                        type="text"
                        maxlength={OwnWords::MAX_CHARS.to_string()}
                        value={draft.own.clone()}
                        autocomplete="off"
                        autocorrect="off"
                        spellcheck="false"
                        writingsuggestions="false"
                        data-gramm="false"
                        {oninput}
                        onchange={cx.on::<Event>(Msg::LeftMoment)}
                    />
                </label>
            }
        </>
    }
}

fn sizes(cx: Cx<'_>, text: &StepText, draft: &PlanDraft) -> Html {
    let rows = vec![
        Row::new(cx.text(TextKey::PlanFull), draft.size == Size::Full, Msg::ChoseSize(Size::Full)),
        Row::new(
            cx.text(TextKey::PlanTwoMinutes),
            draft.size == Size::TwoMinutes,
            Msg::ChoseSize(Size::TwoMinutes),
        )
        .with_note(text.two_minute.clone().into()),
    ];
    choices(cx, "size", Legend::Shown(cx.text(TextKey::PlanSize)), Layout::Rows, rows)
}

fn companies(cx: Cx<'_>, text: &StepText, draft: &PlanDraft) -> Html {
    let rows = vec![
        Row::new(
            cx.text(TextKey::PlanWith),
            draft.company == Company::AsDescribed,
            Msg::ChoseCompany(Company::AsDescribed),
        ),
        Row::new(
            cx.text(TextKey::PlanWithout),
            draft.company == Company::WithoutThem,
            Msg::ChoseCompany(Company::WithoutThem),
        )
        .with_note(text.without_them.clone().into()),
    ];
    choices(cx, "company", Legend::Shown(cx.text(TextKey::PlanCompany)), Layout::Rows, rows)
}

fn guesses(cx: Cx<'_>, draft: &PlanDraft) -> Html {
    let rows = Feeling::ALL.map(|feeling| {
        let key = match feeling {
            Feeling::NotAtAll => TextKey::GuessNotAtAll,
            Feeling::Little => TextKey::GuessLittle,
            Feeling::Middling => TextKey::GuessMiddling,
            Feeling::Good => TextKey::GuessGood,
            Feeling::VeryGood => TextKey::GuessVeryGood,
        };
        Row::new(cx.text(key), draft.guess == Some(feeling), Msg::ChoseGuess(feeling))
    });
    choices(cx, "guess", Legend::Shown(cx.text(TextKey::PlanGuess)), Layout::Chips, rows.into())
}

/// The when–then sentence as far as it is chosen.
fn sentence(cx: Cx<'_>, text: &StepText, draft: &PlanDraft) -> Html {
    let moment = match &draft.moment {
        Some(MomentChoice::Offered(id)) => Some(Moment::Offered(id.clone())),
        Some(MomentChoice::Own) => OwnWords::parse(&draft.own).map(Moment::Own),
        None => None,
    };
    match moment {
        Some(moment) => html! { <p class="sentence">{ when_then(cx, text, &moment) }</p> },
        None => Html::default(),
    }
}

/// "When the kettle is on, I sit beside them for one song."
pub fn when_then(cx: Cx<'_>, text: &StepText, moment: &Moment) -> String {
    match moment {
        Moment::Offered(id) => {
            let times = cx.library.get().map(|library| library.times.as_slice()).unwrap_or_default();
            let time = times.iter().find(|time| time.id == **id);
            time.map_or_else(|| text.title.clone(), |time| fill(&time.when, &[("then", &text.then)]))
        }
        Moment::Own(words) => {
            let template = cx.pack.text(TextKey::PlanOwnTemplate);
            fill(template, &[("when", words.as_str()), ("then", &text.then)])
        }
    }
}

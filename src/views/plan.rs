//! `plan`: one step made concrete.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Cx;
use super::parts::{
    Layout, Row, actions, back, choices, element, heading, hint, line, paragraph, primary, said, stack,
    subheading, unfold, words,
};
use super::steps::cautions;
use crate::content::{StepText, TextKey, fill};
use crate::domain::notes::{MomentChoice, PlanDraft};
use crate::domain::plan::{Company, Feeling, Moment, OwnWords, Plan, Size};
use crate::domain::step::{Setting, Step};
use crate::state::gate::Cleared;
use crate::state::model::AfraidVisit;
use crate::state::msg::Msg;
use crate::state::shelf::{self, OpenStep, ShelfRow};

/// A plan past the gate.
pub fn plan(cx: &Cx<'_>, cleared: Cleared, draft: &PlanDraft, too_early: bool) -> Html {
    let row = cx.library.get().and_then(|library| shelf::step(library, cleared, &draft.step));
    let n_open = cx.model.notes.open_plans().count();
    form(cx, row, draft, too_early, n_open, cleared.passed_by())
}

/// A plan for an open step, after a safety sign.
pub fn open_plan(
    cx: &Cx<'_>,
    visit: &AfraidVisit,
    step: &OpenStep,
    draft: &PlanDraft,
    too_early: bool,
) -> Html {
    let row = cx.library.get().and_then(|library| shelf::open_step(library, step));
    let n_open = visit.plans.iter().filter(|plan| plan.plan.is_open()).count();
    form(cx, row, draft, too_early, n_open, false)
}

fn form(
    cx: &Cx<'_>,
    row: Option<ShelfRow<'_>>,
    draft: &PlanDraft,
    too_early: bool,
    n_open: usize,
    only_if_safe: bool,
) -> Html {
    let Some((step, text)) = row else {
        // The content no longer has the step, or has not arrived.
        return stack(vec![
            heading(cx, cx.text(TextKey::StepsHeading)),
            paragraph(cx.text(TextKey::StepsWaiting)),
            actions(vec![back(cx, TextKey::Back)]),
        ]);
    };
    let mut items = vec![heading(cx, &text.title), paragraph(&text.how)];
    cautions(cx, step, text, only_if_safe, &mut items);
    if !text.say.is_empty() {
        let say = line("strong", "", cx.text(TextKey::PlanSay));
        items.push(element("p", "", vec![say, words(" "), line("q", "", &text.say)]));
    }
    moments(cx, step, draft, &mut items);
    items.push(sizes(cx, text, draft));
    if !text.without_them.is_empty() {
        items.push(companies(cx, text, draft));
    }
    items.push(sentence(cx, text, draft));
    items.push(element(
        "div",
        "aside",
        vec![subheading(cx, cx.text(TextKey::PlanBadly)), paragraph(&text.badly)],
    ));
    items.push(unfold(cx.text(TextKey::PlanWhy), vec![paragraph(&text.why), paragraph(&text.sure)]));
    items.push(guesses(cx, draft));
    let is_full = n_open >= Plan::MAX_OPEN;
    items.push(hint(cx, too_early, TextKey::PlanPickMoment));
    let mut buttons = vec![back(cx, TextKey::Back)];
    if is_full {
        items.push(said("hint", cx.text(TextKey::PlanTooMany)));
    } else {
        buttons.push(primary(cx, TextKey::PlanKeep, Msg::PressedKeepPlan));
    }
    items.push(actions(buttons));
    stack(items)
}

fn moments(cx: &Cx<'_>, step: &Step, draft: &PlanDraft, items: &mut Vec<Html>) {
    let times = cx.library.get().map(|library| library.times.as_slice()).unwrap_or_default();
    let fits = |together: bool| step.setting == Setting::Together || !together;
    let mut rows: Vec<Row> = times
        .iter()
        .filter(|time| fits(time.together))
        .map(|time| {
            let choice = MomentChoice::Offered(time.id.as_str().into());
            Row::new(&time.label, draft.moment.as_ref() == Some(&choice), Msg::ChoseMoment(choice))
        })
        .collect();
    let is_own = draft.moment == Some(MomentChoice::Own);
    rows.push(Row::new(cx.text(TextKey::PlanOwn), is_own, Msg::ChoseMoment(MomentChoice::Own)));
    items.push(choices(cx, "moment", cx.text(TextKey::PlanWhen), Layout::Chips, rows));
    items.push(if is_own { own_words(cx, draft) } else { Html::default() });
}

/// The line for the reader's own words. Its attributes keep spell-checking services and autofill out.
fn own_words(cx: &Cx<'_>, draft: &PlanDraft) -> Html {
    let send = cx.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            send.emit(Msg::TypedMoment(input.value()));
        }
    });
    html! {
        <label class="field">
            { line("span", "field__label", cx.text(TextKey::PlanOwnLabel)) }
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
}

fn sizes(cx: &Cx<'_>, text: &StepText, draft: &PlanDraft) -> Html {
    let row = |key, size| Row::new(cx.text(key), draft.size == size, Msg::ChoseSize(size));
    let rows = vec![
        row(TextKey::PlanFull, Size::Full),
        row(TextKey::PlanTwoMinutes, Size::TwoMinutes).with_note(&text.two_minute),
    ];
    choices(cx, "size", cx.text(TextKey::PlanSize), Layout::NamedRows, rows)
}

fn companies(cx: &Cx<'_>, text: &StepText, draft: &PlanDraft) -> Html {
    let row = |key, company| Row::new(cx.text(key), draft.company == company, Msg::ChoseCompany(company));
    let rows = vec![
        row(TextKey::PlanWith, Company::AsDescribed),
        row(TextKey::PlanWithout, Company::WithoutThem).with_note(&text.without_them),
    ];
    choices(cx, "company", cx.text(TextKey::PlanCompany), Layout::NamedRows, rows)
}

fn guesses(cx: &Cx<'_>, draft: &PlanDraft) -> Html {
    let rows = Feeling::ALL.iter().map(|&feeling| {
        let key = match feeling {
            Feeling::NotAtAll => TextKey::GuessNotAtAll,
            Feeling::Little => TextKey::GuessLittle,
            Feeling::Middling => TextKey::GuessMiddling,
            Feeling::Good => TextKey::GuessGood,
            Feeling::VeryGood => TextKey::GuessVeryGood,
        };
        Row::new(cx.text(key), draft.guess == Some(feeling), Msg::ChoseGuess(feeling))
    });
    choices(cx, "guess", cx.text(TextKey::PlanGuess), Layout::Chips, rows.collect())
}

/// The when–then sentence as far as it is chosen.
fn sentence(cx: &Cx<'_>, text: &StepText, draft: &PlanDraft) -> Html {
    let moment = match &draft.moment {
        Some(MomentChoice::Offered(id)) => Some(Moment::Offered(id.clone())),
        Some(MomentChoice::Own) => OwnWords::parse(&draft.own).map(Moment::Own),
        None => None,
    };
    moment.map_or_else(Html::default, |moment| line("p", "sentence", &when_then(cx, text, &moment)))
}

/// "When the kettle is on, I sit beside them for one song."
pub fn when_then(cx: &Cx<'_>, text: &StepText, moment: &Moment) -> String {
    match moment {
        Moment::Offered(id) => {
            let times = cx.library.get().map(|library| library.times.as_slice()).unwrap_or_default();
            let time = times.iter().find(|time| time.id == **id);
            time.map_or_else(|| text.title.clone(), |time| fill(&time.when, &[("then", &text.then)]))
        }
        Moment::Own(words) => {
            cx.filled(TextKey::PlanOwnTemplate, &[("when", words.as_str()), ("then", &text.then)])
        }
    }
}

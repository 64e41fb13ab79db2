//! `steps`: three suggestions, and the library with its filters.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Cx;
use super::parts::{Layout, Legend, Row, actions, back, choices, heading, link, note, paragraph, subheading};
use crate::content::{PluralKey, StepText, TextKey};
use crate::domain::question::Role;
use crate::domain::step::{Effort, Energy, Setting, Step, Theme};
use crate::domain::suggest::{Filter, Situation, suggest};
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, LibraryState, OpenVisit};
use crate::state::msg::Msg;
use crate::state::shelf::{self, ShelfRow};

/// Past the gate: suggestions that fit the picture, the energy and the door, and the whole library.
pub fn steps(cx: Cx<'_>, visit: &OpenVisit, cleared: Cleared) -> Html {
    let Some(library) = cx.library.get() else { return on_the_way(cx) };
    let only_mine = cx.model.notes.settings.only_mine;
    let rows = shelf::all_steps(library, cleared, only_mine);
    let reading = cx.model.reading(cx.pack, cleared);
    let situation = Situation {
        role: cx.model.notes.settings.role.unwrap_or(Role::Unsure),
        reading: reading.as_ref(),
        energy: visit.energy,
    };
    let picked = suggested(&rows, &situation);
    let title = if only_mine { TextKey::StepsMine } else { TextKey::StepsHeading };
    html! {
        <>
            { heading(cx, cx.text(title)) }
            { energy(cx, visit.energy) }
            { subheading(cx, cx.text(TextKey::StepsSuggested)) }
            { note(cx.text(TextKey::StepsIntro)) }
            { cards(cx, &picked, cleared.passed_by()) }
            { whole_library(cx, visit, &rows, cleared.passed_by()) }
            { actions(back(cx, TextKey::Back)) }
        </>
    }
}

/// After a safety sign: open steps only.
pub fn open_steps(cx: Cx<'_>, visit: &AfraidVisit) -> Html {
    let Some(library) = cx.library.get() else { return on_the_way(cx) };
    let rows: Vec<_> = shelf::open_steps(library)
        .into_iter()
        .filter(|(step, _)| visit.energy.is_none_or(|energy| step.energy <= energy))
        .collect();
    html! {
        <>
            { heading(cx, cx.text(TextKey::StepsMine)) }
            { energy(cx, visit.energy) }
            { cards(cx, &rows, false) }
            { actions(back(cx, TextKey::SafeBack)) }
        </>
    }
}

fn suggested<'a>(rows: &[ShelfRow<'a>], situation: &Situation<'_>) -> Vec<ShelfRow<'a>> {
    let steps: Vec<Step> = rows.iter().map(|(step, _)| (*step).clone()).collect();
    suggest(&steps, situation).into_iter().filter_map(|idx| rows.get(idx).copied()).collect()
}

fn on_the_way(cx: Cx<'_>) -> Html {
    let key = match cx.library {
        LibraryState::Waiting | LibraryState::Here(_) => TextKey::StepsWaiting,
        LibraryState::Missing => TextKey::StepsMissing,
    };
    html! {
        <>
            { heading(cx, cx.text(TextKey::StepsHeading)) }
            { paragraph(cx, key) }
            { actions(back(cx, TextKey::Back)) }
        </>
    }
}

fn energy(cx: Cx<'_>, chosen: Option<Energy>) -> Html {
    let rows = Energy::ALL.map(|energy| {
        let key = match energy {
            Energy::Empty => TextKey::EnergyEmpty,
            Energy::Little => TextKey::EnergyLittle,
            Energy::Some => TextKey::EnergySome,
        };
        Row::new(cx.text(key), chosen == Some(energy), Msg::ChoseEnergy(energy))
    });
    choices(cx, "energy", Legend::Shown(cx.text(TextKey::EnergyLegend)), Layout::Chips, rows.into())
}

fn cards(cx: Cx<'_>, rows: &[ShelfRow<'_>], only_if_safe: bool) -> Html {
    html! {
        <ul class="cards">
            { for rows.iter().map(|(step, text)| card(cx, step, text, only_if_safe)) }
        </ul>
    }
}

fn card(cx: Cx<'_>, step: &Step, text: &StepText, only_if_safe: bool) -> Html {
    let plan = cx.filled(TextKey::StepPlanNamed, &[("step", text.title.trim_end_matches('.'))]);
    html! {
        <li class="card" key={step.id.to_string()}>
            { subheading(cx, text.title.clone()) }
            <p>{ text.how.clone() }</p>
            if step.is_touch() {
                <p class="note">{ cx.text(TextKey::StepConsent) }</p>
            }
            if !text.caution.is_empty() {
                <p class="note">{ text.caution.clone() }</p>
            }
            if only_if_safe && step.setting == Setting::Together {
                <p class="note">{ cx.text(TextKey::StepOnlyIfSafe) }</p>
            }
            <ul class="tags">
                <li>{ cx.counted(PluralKey::Minutes, usize::from(step.minutes)) }</li>
                <li>{ cx.text(setting_key(step.setting)) }</li>
                <li>{ cx.text(theme_key(step.theme)) }</li>
            </ul>
            <button type="button" class="secondary" aria-label={plan} onclick={cx.on(Msg::PressedPlan(step.id.clone()))}>
                { cx.text(TextKey::StepPlan) }
            </button>
        </li>
    }
}

/// The library, folded away until it is wanted. Filters never end empty: where nothing fits all of them,
/// the nearest is shown and said to be so.
fn whole_library(cx: Cx<'_>, visit: &OpenVisit, rows: &[ShelfRow<'_>], only_if_safe: bool) -> Html {
    if !visit.shows_all {
        return link(cx, TextKey::StepsAll, Msg::ToggledAll);
    }
    let through = |filter: Filter| -> Vec<ShelfRow<'_>> {
        rows.iter().filter(|(step, _)| filter.lets_through(step)).copied().collect()
    };
    let mut found = through(visit.filter);
    let is_empty = found.is_empty();
    if is_empty {
        found = through(Filter { theme: visit.filter.theme, ..Filter::default() });
    }
    if found.is_empty() {
        found = through(Filter { setting: visit.filter.setting, ..Filter::default() });
    }
    html! {
        <>
            { subheading(cx, cx.text(TextKey::StepsAll)) }
            { filters(cx, visit.filter) }
            <p class="note" role="status">
                if is_empty {
                    { cx.text(TextKey::FilterNone) }
                } else {
                    { cx.counted(PluralKey::StepsFound, found.len()) }
                }
            </p>
            { cards(cx, &found, only_if_safe) }
        </>
    }
}

fn filters(cx: Cx<'_>, filter: Filter) -> Html {
    let settings = [Setting::Alone, Setting::Together];
    let efforts = [Effort::Tiny, Effort::Small, Effort::Medium];
    html! {
        <div class="filters">
            { select(cx, TextKey::FilterSetting, &settings, filter.setting, setting_key, Msg::ChoseSetting) }
            { select(cx, TextKey::FilterTheme, &Theme::ALL, filter.theme, theme_key, Msg::ChoseTheme) }
            { select(cx, TextKey::FilterEffort, &efforts, filter.effort, effort_key, Msg::ChoseEffort) }
        </div>
    }
}

/// A drop-down whose first row is "any".
fn select<T: Copy + PartialEq + 'static>(
    cx: Cx<'_>,
    label: TextKey,
    values: &[T],
    chosen: Option<T>,
    key: fn(T) -> TextKey,
    msg: fn(Option<T>) -> Msg,
) -> Html {
    let (send, all) = (cx.send.clone(), values.to_vec());
    let onchange = Callback::from(move |event: Event| {
        let idx = event.target_dyn_into::<HtmlSelectElement>().map_or(0, |select| select.selected_index());
        let value = usize::try_from(idx).ok().and_then(|idx| all.get(idx.checked_sub(1)?).copied());
        send.emit(msg(value));
    });
    html! {
        <label class="filter">
            <span class="filter__label">{ cx.text(label) }</span>
            <select {onchange}>
                <option selected={chosen.is_none()}>{ cx.text(TextKey::FilterAny) }</option>
                { for values.iter().map(|&value| html! {
                    <option selected={chosen == Some(value)}>{ cx.text(key(value)) }</option>
                }) }
            </select>
        </label>
    }
}

fn setting_key(setting: Setting) -> TextKey {
    match setting {
        Setting::Alone => TextKey::SettingAlone,
        Setting::Together => TextKey::SettingTogether,
    }
}

fn effort_key(effort: Effort) -> TextKey {
    match effort {
        Effort::Tiny => TextKey::EffortTiny,
        Effort::Small => TextKey::EffortSmall,
        Effort::Medium => TextKey::EffortMedium,
    }
}

fn theme_key(theme: Theme) -> TextKey {
    match theme {
        Theme::Talk => TextKey::ThemeTalk,
        Theme::Closeness => TextKey::ThemeCloseness,
        Theme::Time => TextKey::ThemeTime,
        Theme::Appreciation => TextKey::ThemeAppreciation,
        Theme::Limits => TextKey::ThemeLimits,
        Theme::Care => TextKey::ThemeCare,
        Theme::Routine => TextKey::ThemeRoutine,
        Theme::Conflict => TextKey::ThemeConflict,
        Theme::Help => TextKey::ThemeHelp,
    }
}

//! `steps`: three suggestions, and the library with its filters.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    Layout, Look, Row, actions, back, button, choices, element, heading, line, list, note, paragraph, said,
    select, stack, subheading, toggle,
};
use crate::content::{PluralKey, StepText, TextKey};
use crate::domain::question::Role;
use crate::domain::step::{Effort, Energy, Setting, Step, Theme};
use crate::domain::suggest::{Filter, Situation, suggest};
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, LibraryState, OpenVisit};
use crate::state::msg::Msg;
use crate::state::shelf::{self, ShelfRow};

/// Past the gate: suggestions that fit the picture, the energy and the door, and the whole library.
pub fn steps(cx: &Cx<'_>, visit: &OpenVisit, cleared: Cleared) -> Html {
    let Some(library) = cx.library.get() else { return on_the_way(cx) };
    let only_mine = cx.model.notes.settings.only_mine;
    let rows = shelf::all_steps(library, cleared, only_mine);
    let reading = cx.model.reading(cx.pack, cleared);
    let situation = Situation {
        role: cx.model.notes.settings.role.unwrap_or(Role::Unsure),
        reading: reading.as_ref(),
        energy: visit.energy,
    };
    let picked: Vec<_> =
        suggest(&rows, &situation).iter().filter_map(|&idx| rows.get(idx).copied()).collect();
    let title = if only_mine { TextKey::StepsMine } else { TextKey::StepsHeading };
    let mut items = vec![
        heading(cx, cx.text(title)),
        energy(cx, visit.energy),
        subheading(cx, cx.text(TextKey::StepsSuggested)),
        note(cx.text(TextKey::StepsIntro)),
        cards(cx, &picked, cleared.passed_by()),
    ];
    items.push(toggle(cx, TextKey::StepsAll, visit.shows_all, Msg::ToggledAll));
    // Something always stands here, so that the button above is never drawn anew and keeps the focus.
    items.push(if visit.shows_all {
        whole_library(cx, visit, &rows, cleared.passed_by())
    } else {
        Html::default()
    });
    items.push(actions(vec![back(cx, TextKey::Back)]));
    stack(items)
}

/// After a safety sign: open steps only.
pub fn open_steps(cx: &Cx<'_>, visit: &AfraidVisit) -> Html {
    let Some(library) = cx.library.get() else { return on_the_way(cx) };
    let fits = |step: &Step| visit.energy.is_none_or(|energy| step.energy <= energy);
    let rows: Vec<_> = shelf::open_steps(library).into_iter().filter(|(step, _)| fits(step)).collect();
    stack(vec![
        heading(cx, cx.text(TextKey::StepsMine)),
        energy(cx, visit.energy),
        cards(cx, &rows, false),
        actions(vec![back(cx, TextKey::SafeBack)]),
    ])
}

fn on_the_way(cx: &Cx<'_>) -> Html {
    let key = match cx.library {
        LibraryState::Waiting | LibraryState::Here(_) => TextKey::StepsWaiting,
        LibraryState::Missing => TextKey::StepsMissing,
    };
    stack(vec![
        heading(cx, cx.text(TextKey::StepsHeading)),
        paragraph(cx.text(key)),
        actions(vec![back(cx, TextKey::Back)]),
    ])
}

fn energy(cx: &Cx<'_>, chosen: Option<Energy>) -> Html {
    let rows = Energy::ALL.iter().map(|&energy| {
        let key = match energy {
            Energy::Empty => TextKey::EnergyEmpty,
            Energy::Little => TextKey::EnergyLittle,
            Energy::Some => TextKey::EnergySome,
        };
        Row::new(cx.text(key), chosen == Some(energy), Msg::ChoseEnergy(energy))
    });
    choices(cx, "energy", cx.text(TextKey::EnergyLegend), Layout::Chips, rows.collect())
}

fn cards(cx: &Cx<'_>, rows: &[ShelfRow<'_>], only_if_safe: bool) -> Html {
    list("cards", rows.iter().map(|(step, text)| card(cx, step, text, only_if_safe)).collect())
}

fn card(cx: &Cx<'_>, step: &Step, text: &StepText, only_if_safe: bool) -> Html {
    let mut items = vec![subheading(cx, &text.title), paragraph(&text.how)];
    cautions(cx, step, text, only_if_safe, &mut items);
    let tags = vec![
        line("li", "", &cx.counted(PluralKey::Minutes, usize::from(step.minutes))),
        line("li", "", cx.text(setting_key(step.setting))),
        line("li", "", cx.text(theme_key(step.theme))),
    ];
    items.push(list("tags", tags));
    let name = cx.filled(TextKey::StepPlanNamed, &[("step", text.title.trim_end_matches('.'))]);
    let plan = Msg::PressedPlan(step.id.clone());
    items.push(button(cx, Look::Secondary, None, TextKey::StepPlan, Some(name), plan));
    element("li", "card", items)
}

/// What always stands beside a step: consent for touch, a caution of its own, and "only if you feel safe" where
/// a safety question was passed by.
pub fn cautions(cx: &Cx<'_>, step: &Step, text: &StepText, only_if_safe: bool, items: &mut Vec<Html>) {
    if step.is_touch() {
        items.push(note(cx.text(TextKey::StepConsent)));
    }
    if !text.caution.is_empty() {
        items.push(note(&text.caution));
    }
    if only_if_safe && step.setting == Setting::Together {
        items.push(note(cx.text(TextKey::StepOnlyIfSafe)));
    }
}

/// The library. Filters never end empty: where nothing fits all of them, the nearest is shown and said to be
/// so.
fn whole_library(cx: &Cx<'_>, visit: &OpenVisit, rows: &[ShelfRow<'_>], only_if_safe: bool) -> Html {
    let nearest = [
        visit.filter,
        Filter { theme: visit.filter.theme, ..Filter::default() },
        Filter { setting: visit.filter.setting, ..Filter::default() },
    ];
    let through = |filter: Filter| {
        rows.iter().filter(|(step, _)| filter.lets_through(step)).copied().collect::<Vec<_>>()
    };
    let mut found = nearest.into_iter().map(through);
    let exact = found.next().unwrap_or_default();
    let is_exact = !exact.is_empty();
    let shown = if is_exact { exact } else { found.find(|rows| !rows.is_empty()).unwrap_or_default() };
    let found = if is_exact {
        said("note", &cx.counted(PluralKey::StepsFound, shown.len()))
    } else {
        said("note", cx.text(TextKey::FilterNone))
    };
    stack(vec![filters(cx, visit.filter), found, cards(cx, &shown, only_if_safe)])
}

fn filters(cx: &Cx<'_>, filter: Filter) -> Html {
    element(
        "div",
        "filters",
        vec![
            filter_by(
                cx,
                TextKey::FilterSetting,
                Setting::ALL,
                filter.setting,
                setting_key,
                Msg::ChoseSetting,
            ),
            filter_by(cx, TextKey::FilterTheme, Theme::ALL, filter.theme, theme_key, Msg::ChoseTheme),
            filter_by(cx, TextKey::FilterEffort, Effort::ALL, filter.effort, effort_key, Msg::ChoseEffort),
        ],
    )
}

/// A drop-down whose first row is "any".
fn filter_by<T: Copy + PartialEq>(
    cx: &Cx<'_>,
    label: TextKey,
    values: &'static [T],
    chosen: Option<T>,
    key: fn(T) -> TextKey,
    msg: fn(Option<T>) -> Msg,
) -> Html {
    let mut rows = vec![cx.text(TextKey::FilterAny).to_owned()];
    rows.extend(values.iter().map(|&value| cx.text(key(value)).to_owned()));
    let place = values.iter().position(|value| Some(*value) == chosen).map_or(0, |place| place + 1);
    let send = cx.send.clone();
    let picked = Callback::from(move |idx: usize| {
        send.emit(msg(idx.checked_sub(1).and_then(|idx| values.get(idx).copied())));
    });
    select(cx.text(label), &rows, place, picked)
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

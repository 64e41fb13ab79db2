//! `steps`: three suggestions, and the library with its filters.

use super::pages::more;
use super::parts::Layout;
use super::ui::{Attr, Ui};
use crate::content::{Library, PluralKey, StepText, TextKey};
use crate::domain::question::Role;
use crate::domain::step::{Effort, Energy, Setting, Step, Theme};
use crate::domain::suggest::{Filter, Situation, suggest};
use crate::domain::word::Word;
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, LibraryState, OpenVisit};
use crate::state::msg::Act;
use crate::state::shelf::{self, ShelfRow};

/// Past the gate: suggestions that fit the picture, the energy and the door, and the whole library.
pub fn steps(ui: &mut Ui<'_>, visit: &OpenVisit, cleared: Cleared) {
    let cx = ui.cx;
    let Some(library) = cx.library.get() else { return on_the_way(ui) };
    let settings = &cx.model.notes.settings;
    let only_if_safe = cleared.passed_by();
    let rows = shelf::all_steps(library, cleared, settings.only_mine);
    let reading = cx.model.reading(cx.pack, cleared);
    let situation = Situation {
        role: settings.role.unwrap_or(Role::Unsure),
        reading: reading.as_ref(),
        energy: visit.energy,
    };
    let picked: Vec<_> =
        suggest(&rows, &situation).iter().filter_map(|&idx| rows.get(idx).copied()).collect();
    ui.heading(if settings.only_mine { TextKey::StepsMine } else { TextKey::StepsHeading });
    energy(ui, visit.energy);
    ui.subheading(TextKey::StepsSuggested);
    ui.note(TextKey::StepsIntro);
    cards(ui, library, &picked, only_if_safe);
    ui.toggle(TextKey::StepsAll, visit.shows_all, Act::ToggledAll);
    // Something always stands here, so that the button above is never drawn anew and keeps the focus.
    ui.within("div", "column", |ui| {
        if visit.shows_all {
            whole_library(ui, library, visit.filter, &rows, only_if_safe);
        }
    });
    if settings.only_mine {
        ui.link(TextKey::StepsAllAgain, Act::PressedAllAgain);
    }
    more(ui);
    ui.actions(|ui| ui.back(TextKey::Back));
}

/// After a safety sign: open steps only.
pub fn open_steps(ui: &mut Ui<'_>, visit: &AfraidVisit) {
    let Some(library) = ui.cx.library.get() else { return on_the_way(ui) };
    let fits = |step: &Step| visit.energy.is_none_or(|energy| step.energy <= energy);
    let mut rows = shelf::open_steps(library);
    rows.retain(|(step, _)| fits(step));
    ui.heading(TextKey::StepsMine);
    energy(ui, visit.energy);
    cards(ui, library, &rows, false);
    ui.actions(|ui| ui.back(TextKey::SafeBack));
}

/// While the library file is coming, or did not come.
pub fn on_the_way(ui: &mut Ui<'_>) {
    ui.heading(TextKey::StepsHeading);
    ui.paragraph(match ui.cx.library {
        LibraryState::Waiting => TextKey::StepsWaiting,
        LibraryState::Here(_) => TextKey::StepsGone,
        LibraryState::Missing => TextKey::StepsMissing,
    });
    ui.actions(|ui| ui.back(TextKey::Back));
}

/// How much energy is there now.
pub fn energy(ui: &mut Ui<'_>, chosen: Option<Energy>) {
    ui.choices("energy", ui.text(TextKey::EnergyLegend), Layout::Chips, |ui| {
        for &energy in Energy::ALL {
            let key = match energy {
                Energy::Empty => TextKey::EnergyEmpty,
                Energy::Little => TextKey::EnergyLittle,
                Energy::Some => TextKey::EnergySome,
            };
            ui.row(key, chosen == Some(energy), Act::ChoseEnergy(energy));
        }
    });
}

fn cards(ui: &mut Ui<'_>, library: &Library, rows: &[ShelfRow<'_>], only_if_safe: bool) {
    ui.within("ul", "cards", |ui| {
        for (step, text) in rows {
            card(ui, library, step, text, only_if_safe);
        }
    });
}

fn card(ui: &mut Ui<'_>, library: &Library, step: &Step, text: &StepText, only_if_safe: bool) {
    let cx = ui.cx;
    ui.open("li", "card");
    ui.subheading_of(text.title);
    ui.paragraph_of(text.how);
    cautions(ui, step, text, only_if_safe);
    ui.within("ul", "tags", |ui| {
        ui.line("li", "", &cx.counted(PluralKey::Minutes, usize::from(step.minutes)));
        ui.line("li", "", ui.text(setting_key(step.setting)));
        ui.line("li", "", ui.text(theme_key(step.theme)));
        if !text.partner.is_empty() {
            ui.line("li", "", text.partner);
        }
    });
    if let Some(place) = library.place(&step.id) {
        let title = text.title.strip_suffix('.').unwrap_or(text.title);
        let name = cx.filled(TextKey::StepPlanNamed, &[("step", title)]);
        ui.open_button("secondary", Act::PressedPlan(place));
        ui.attr_of(Attr::AriaLabel, name);
        ui.words(ui.text(TextKey::StepPlan));
        ui.close();
    }
    ui.close();
}

/// What always stands beside a step: consent for touch, a caution of its own, and "only if you feel safe" where
/// a safety question was passed by.
pub fn cautions(ui: &mut Ui<'_>, step: &Step, text: &StepText, only_if_safe: bool) {
    if step.is_touch() {
        ui.note(TextKey::StepConsent);
    }
    ui.note_of(text.caution);
    if only_if_safe && step.setting == Setting::Together {
        ui.note(TextKey::StepOnlyIfSafe);
    }
}

/// The library. Filters never end empty: where nothing fits all of them, the nearest is shown and said to be
/// so.
fn whole_library(
    ui: &mut Ui<'_>,
    library: &Library,
    filter: Filter,
    rows: &[ShelfRow<'_>],
    only_if_safe: bool,
) {
    let nearest = [
        filter,
        Filter { theme: filter.theme, ..Filter::default() },
        Filter { setting: filter.setting, ..Filter::default() },
    ];
    let through = |filter: Filter| {
        rows.iter().filter(|(step, _)| filter.lets_through(step)).copied().collect::<Vec<_>>()
    };
    let mut found = nearest.into_iter().map(through);
    let exact = found.next().unwrap_or_default();
    filters(ui, filter);
    if exact.is_empty() {
        ui.said("note", ui.text(TextKey::FilterNone));
        let near = found.find(|rows| !rows.is_empty());
        cards(ui, library, near.as_deref().unwrap_or(rows), only_if_safe);
    } else {
        ui.said("note", &ui.cx.counted(PluralKey::StepsFound, exact.len()));
        cards(ui, library, &exact, only_if_safe);
    }
}

fn filters(ui: &mut Ui<'_>, filter: Filter) {
    ui.within("div", "filters", |ui| {
        let act = |idx| Act::ChoseSetting(from_row(Setting::ALL, idx));
        filter_by(ui, TextKey::FilterSetting, rows(Setting::ALL, setting_key), row_of(filter.setting), act);
        let act = |idx| Act::ChoseTheme(from_row(Theme::ALL, idx));
        filter_by(ui, TextKey::FilterTheme, rows(Theme::ALL, theme_key), row_of(filter.theme), act);
        let act = |idx| Act::ChoseEffort(from_row(Effort::ALL, idx));
        filter_by(ui, TextKey::FilterEffort, rows(Effort::ALL, effort_key), row_of(filter.effort), act);
    });
}

/// The value of a row; `None` for the first row, which is "any".
fn from_row<T: Copy>(values: &[T], idx: usize) -> Option<T> {
    values.get(idx.checked_sub(1)?).copied()
}

/// The row of a value.
fn row_of<T: Word>(value: Option<T>) -> usize {
    value.map_or(0, |value| value.place() + 1)
}

fn rows<T: Copy>(values: &[T], key: fn(T) -> TextKey) -> Vec<TextKey> {
    values.iter().map(|&value| key(value)).collect()
}

/// A drop-down whose first row is "any".
#[inline(never)]
fn filter_by(ui: &mut Ui<'_>, label: TextKey, keys: Vec<TextKey>, chosen: usize, act: fn(usize) -> Act) {
    let mut rows = vec![ui.text(TextKey::FilterAny)];
    rows.extend(keys.into_iter().map(|key| ui.text(key)));
    ui.select(label, &rows, chosen, act);
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

//! `look-back`: weeks of check-ins as a time line, in counts, and as a table.

use super::check_in::{closeness_key, fog_key};
use super::parts::Layout;
use super::steps::on_the_way;
use super::ui::{Attr, Ui};
use crate::content::TextKey;
use crate::domain::check_in::Level;
use crate::domain::date::Day;
use crate::domain::digits::digits;
use crate::domain::look_back::{
    Counts, EIGHT_WEEKS, ENOUGH_STEPS, Finding, Side, Span, Tally, Tilt, columns, count, days, guesses,
};
use crate::domain::notes::Notes;
use crate::domain::plan::OwnWords;
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, OpenVisit};
use crate::state::msg::Act;

/// What happened in a column, besides check-ins.
#[derive(Clone, Copy, Default)]
struct Marks {
    step: bool,
    reflection: bool,
}

/// Fog and closeness over the days, what may be said of them, and the same as a table.
pub fn look_back(ui: &mut Ui<'_>, visit: &OpenVisit, _: Cleared) {
    let cx = ui.cx;
    if cx.library.get().is_none() {
        return on_the_way(ui);
    }
    let notes = &cx.model.notes;
    let weeks = cx.today.plus(1 - EIGHT_WEEKS);
    let marked = marked(notes);
    // A clock that was set back must not let days count that are still to come.
    let days_from = |from: Day| days(notes.check_ins.values(), from..=cx.today);
    let mut days = days_from(weeks);
    // After a long time away there is nothing in the shorter look.
    let is_all = visit.looks_at_all || days.is_empty();
    let mut from = weeks;
    if is_all {
        days = days_from(Day::FIRST);
        for day in marked.iter().map(|(day, _)| *day).chain(days.first().map(|day| day.first)) {
            from = from.min(day);
        }
    }
    ui.heading(TextKey::HomeLookBack);
    if days.is_empty() && marked.is_empty() {
        ui.paragraph(TextKey::NotesEmpty);
    } else {
        ui.choices("far", ui.text(TextKey::LookFar), Layout::Chips, |ui| {
            for (key, all) in [(TextKey::LookWeeks, false), (TextKey::LookAll, true)] {
                ui.row(key, is_all == all, Act::ChoseAllDays(all));
            }
        });
        let columns = columns(&days, from, cx.today);
        let marks = marks(&columns, &marked, cx.today);
        figure(ui, &columns, &marks);
        counted(ui, "p", TextKey::LookDays, days.len());
        let counts = count(&days);
        ui.subheading(TextKey::LookCounts);
        finding(ui, &counts);
        moments(ui, &counts);
        table(ui, &columns, &marks);
    }
    felt(ui);
    lines(ui, from);
    ui.note(TextKey::NoDiagnosis);
    ui.actions(|ui| {
        ui.back(TextKey::Back);
        ui.primary(TextKey::HomeCheckIn, Act::PressedCheckIn);
    });
}

/// After a safety sign: good moments of one's own, and nothing else.
pub fn own_good_days(ui: &mut Ui<'_>, visit: &AfraidVisit) {
    ui.heading(TextKey::HomeLookBack);
    if visit.own_good_days.is_empty() {
        ui.paragraph(TextKey::LookOwnNone);
    } else {
        ui.paragraph(TextKey::LookOwn);
        ui.within("ul", "list", |ui| {
            for &day in &visit.own_good_days {
                ui.line("li", "", &ui.cx.words.date(day));
            }
        });
    }
    ui.actions(|ui| ui.button("primary", "back", TextKey::Back, Act::PressedBack));
}

/// The days of steps that were done or tried (true) and of reflections.
fn marked(notes: &Notes) -> Vec<(Day, bool)> {
    let mut marked = Vec::new();
    for plan in notes.plans.values() {
        for entry in plan.entries.iter().filter(|entry| entry.outcome.closes()) {
            marked.push((entry.day, true));
        }
    }
    for reflection in notes.reflections.values() {
        marked.push((reflection.made_on, false));
    }
    marked
}

/// The same, by column.
fn marks(columns: &[Span], marked: &[(Day, bool)], today: Day) -> Vec<Marks> {
    let mut marks = vec![Marks::default(); columns.len()];
    for &(day, is_step) in marked.iter().filter(|(day, _)| *day <= today) {
        let place = columns.iter().rposition(|column| column.first <= day);
        if let Some(marks) = place.and_then(|place| marks.get_mut(place)) {
            marks.step |= is_step;
            marks.reflection |= !is_step;
        }
    }
    marks
}

// --- the drawing -------------------------------------------------------------------------------------------

/// Width of a column and height of a level, in the drawing's own units.
const COLUMN: u64 = 9;
const LEVEL: u64 = 24;
/// Where fog stands on, where closeness does, and where marks lie.
const FOG_FOOT: u64 = 88;
const CLOSE_FOOT: u64 = 188;
const MARKS: u64 = 212;

/// Adds to a path: a command with its place, and what follows there.
fn at(d: &mut String, command: &str, x: u64, y: u64, rest: &str) {
    for part in [command, &digits(x, 10), " ", &digits(y, 10), rest] {
        d.push_str(part);
    }
}

/// How high `tally` reaches; `None` where nothing is known. Nothing of it is a little high too, so that it is seen.
fn height(tally: Tally) -> Option<u64> {
    tally.level().map(|level| level as u64 * LEVEL + 6)
}

fn figure(ui: &mut Ui<'_>, columns: &[Span], marks: &[Marks]) {
    let (mut fog, mut close, mut dots) = (String::new(), String::new(), String::new());
    let (mut steps, mut reflections) = (String::new(), String::new());
    let mut is_drawing = false;
    for ((place, column), marks) in (0_u64..).zip(columns).zip(marks) {
        let middle = place * COLUMN + COLUMN / 2;
        if let Some(height) = height(column.fog) {
            at(&mut fog, "M", middle, FOG_FOOT, "L");
            at(&mut fog, "", middle, FOG_FOOT - height, "");
        }
        let close_height = height(column.closeness);
        if let Some(height) = close_height {
            at(&mut close, if is_drawing { "L" } else { "M" }, middle, CLOSE_FOOT - height, "");
            at(&mut dots, "M", middle, CLOSE_FOOT - height, "h0");
        }
        is_drawing = close_height.is_some();
        if marks.step {
            at(&mut steps, "M", middle, MARKS - 6, "l5 6-5 6-5-6z");
        }
        if marks.reflection {
            at(&mut reflections, "M", middle, MARKS + 14, "m-5 6h10m-10 4h10m-10 4h10");
        }
    }
    let width = digits(columns.len() as u64 * COLUMN, 10);
    ui.within("figure", "timeline", |ui| {
        ui.open("svg", "timeline__drawing");
        ui.attr(Attr::Role, "img");
        ui.attr_of(Attr::AriaLabel, ui.text(TextKey::LookLabel).to_owned());
        ui.attr_of(Attr::ViewBox, ["0 0 ", &width, " 244"].concat());
        let ground = ["M0 88h", &width, "M0 188h", &width].concat();
        for (class, d) in [
            ("ground", ground),
            ("fogs", fog),
            ("closeness", close),
            ("dots", dots),
            ("steps", steps),
            ("reflections", reflections),
        ] {
            ui.open("path", class);
            ui.attr_of(Attr::D, d);
            ui.close();
        }
        ui.close();
        ui.within("div", "timeline__ends", |ui| {
            if let Some(first) = columns.first() {
                ui.line("span", "", &ui.cx.words.date(first.first));
            }
            ui.line("span", "", &ui.cx.words.date(ui.cx.today));
        });
        ui.within("figcaption", "timeline__key", |ui| {
            for (class, key) in [
                ("key key--fog", TextKey::LookFog),
                ("key key--close", TextKey::LookClose),
                ("key key--step", TextKey::LookStep),
                ("key key--reflection", TextKey::LookReflection),
            ] {
                ui.line("span", class, ui.text(key));
            }
        });
    });
}

// --- in words ----------------------------------------------------------------------------------------------

/// Fog and closeness beside each other. No sentence says why; both readings always stand there.
fn finding(ui: &mut Ui<'_>, counts: &Counts) {
    let cx = ui.cx;
    let (tilt, is_far_when_clear) = match counts.finding() {
        Finding::TooFew(more) => return counted(ui, "p", TextKey::MoreDays, more),
        Finding::TooFewClear(more) => return counted(ui, "p", TextKey::MoreClear, more),
        Finding::TooFewFoggy(more) => return counted(ui, "p", TextKey::MoreFoggy, more),
        Finding::Told { tilt, is_far_when_clear } => (tilt, is_far_when_clear),
    };
    ui.within("ul", "list", |ui| {
        for (key, Side { n, n_close }) in
            [(TextKey::LookClear, counts.clear), (TextKey::LookFoggy, counts.foggy)]
        {
            ui.line("li", "", &cx.numbered(key, &[("close", n_close), ("n", n)]));
        }
    });
    // "The same part" would be said of nothing.
    if counts.clear.n_close + counts.foggy.n_close > 0 {
        ui.paragraph(match tilt {
            Tilt::Clear => TextKey::TiltClear,
            Tilt::Foggy => TextKey::TiltFoggy,
            Tilt::Neither => TextKey::TiltNeither,
        });
    }
    ui.paragraph(TextKey::LookBoth);
    if is_far_when_clear {
        ui.paragraph(TextKey::LookFarClear);
        ui.link(TextKey::HomeReflect, Act::PressedStrain);
    }
}

/// A line with a number.
fn counted(ui: &mut Ui<'_>, tag: &'static str, key: TextKey, n: usize) {
    ui.line(tag, "", &ui.cx.numbered(key, &[("n", n)]));
}

/// Days with good moments; a row only where there are some.
fn moments(ui: &mut Ui<'_>, counts: &Counts) {
    if counts.elsewhere + counts.together + counts.both == 0 {
        return;
    }
    ui.within("ul", "list", |ui| {
        for (key, n) in [
            (TextKey::LookElsewhere, counts.elsewhere),
            (TextKey::LookTogether, counts.together),
            (TextKey::LookBothMoments, counts.both),
        ] {
            if n > 0 {
                counted(ui, "li", key, n);
            }
        }
    });
}

/// What was guessed of steps, and how they felt.
fn felt(ui: &mut Ui<'_>) {
    let told = guesses(ui.cx.model.notes.plans.values());
    if told.n < ENOUGH_STEPS {
        return;
    }
    let numbers = [("better", told.better), ("n", told.n), ("less", told.worse)];
    ui.paragraph_of(&ui.cx.numbered(TextKey::LookGuess, &numbers));
}

/// Everything the drawing shows, newest first; columns without anything are left out here as there.
fn table(ui: &mut Ui<'_>, columns: &[Span], marks: &[Marks]) {
    let first = match columns {
        [one, two, ..] if one.first.plus(1) != two.first => TextKey::LookDay,
        _ => TextKey::ReminderDay,
    };
    ui.unfold(TextKey::LookTable, |ui| {
        ui.open("div", "wide");
        ui.attr(Attr::Tabindex, "0");
        ui.within("table", "table", |ui| {
            ui.within("tr", "", |ui| {
                for key in [first, TextKey::LookFog, TextKey::LookClose, TextKey::LookMarks] {
                    ui.open("th", "");
                    ui.attr(Attr::Scope, "col");
                    ui.words(ui.text(key));
                    ui.close();
                }
            });
            for (column, marks) in columns.iter().zip(marks).rev() {
                let (fog, close) = (column.fog.level(), column.closeness.level());
                if fog.is_none() && close.is_none() && !marks.step && !marks.reflection {
                    continue;
                }
                ui.within("tr", "", |ui| {
                    ui.line("td", "", &ui.cx.words.date(column.first));
                    cell(ui, fog, fog_key);
                    cell(ui, close, closeness_key);
                    ui.within("td", "", |ui| {
                        for (is_there, key) in
                            [(marks.step, TextKey::LookStep), (marks.reflection, TextKey::LookReflection)]
                        {
                            if is_there {
                                ui.line("div", "", ui.text(key));
                            }
                        }
                    });
                });
            }
        });
        ui.close();
    });
}

/// The lines the reader wrote since the day `from`: of steps and then of days, newest first.
fn lines(ui: &mut Ui<'_>, from: Day) {
    let (notes, today) = (&ui.cx.model.notes, ui.cx.today);
    let mut lines = Vec::new();
    let mut add = |day: Day, line: &Option<OwnWords>| {
        if let Some(line) = line
            && (from..=today).contains(&day)
        {
            lines.push((day, line.clone()));
        }
    };
    for check_in in notes.check_ins.values() {
        add(check_in.day, &check_in.line);
    }
    for plan in notes.plans.values() {
        for entry in &plan.entries {
            add(entry.day, &entry.line);
        }
    }
    if !lines.is_empty() {
        ui.unfold(TextKey::LookLines, |ui| {
            for (day, line) in lines.iter().rev() {
                ui.note_of(&ui.cx.words.date(*day));
                ui.paragraph_of(line.as_str());
            }
        });
    }
}

fn cell(ui: &mut Ui<'_>, level: Option<Level>, key: fn(Level) -> TextKey) {
    ui.line("td", "", level.map_or("", |level| ui.text(key(level))));
}

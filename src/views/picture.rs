//! `picture`: the scene, the threads behind it in words, and what would change them.

use super::pages::{inside, myth_card, rests_on};
use super::scene::{Scene, scene};
use super::ui::Ui;
use crate::content::{Card, Pack, TextKey};
use crate::domain::answer::Answer;
use crate::domain::notes::Reflection;
use crate::domain::question::{Cue, Role, Thread};
use crate::domain::reading::{Reading, Strength, ThreadReading, read};
use crate::state::gate::Cleared;
use crate::state::model::View;
use crate::state::msg::Act;
use crate::state::shelf;

/// The picture of the latest reflection.
pub fn picture(ui: &mut Ui<'_>, cleared: Cleared) {
    let cx = ui.cx;
    let (Some(latest), Some(reading)) = (cx.model.notes.latest(), cx.model.reading(cx.pack, cleared)) else {
        return;
    };
    let cold = cx.model.keeps_warmth_back(Some(&reading));
    let strong_fog = reading.strength(Thread::Fog) == Some(Strength::Strong);
    ui.heading(TextKey::PictureHeading);
    figure(ui, &reading);
    ui.line("p", "lead", cx.pack.mix(&reading));
    if strong_fog {
        ui.line("p", "aside", ui.text(TextKey::Crisis));
    }
    for thread_reading in &reading.threads {
        thread(ui, thread_reading, |ui| {
            beside(ui, cleared, latest.role, thread_reading, cold);
        });
    }
    if strong_fog {
        ui.paragraph(TextKey::Doctor);
    }
    if reading.partner_cold {
        ui.paragraph(TextKey::Cold);
    }
    if !reading.noticed.is_empty() {
        noticed(ui, &reading.noticed);
    }
    insights(ui, cleared, latest, &reading, cold);
    compare(ui, latest, &reading);
    for key in [TextKey::BothWays, TextKey::PictureAgain, TextKey::NoDiagnosis] {
        ui.note(key);
    }
    mix_rests_on(ui, &reading);
    ui.actions(|ui| {
        ui.button("link", "back", TextKey::PictureAnswers, Act::PressedAnswers);
        if cx.model.options.view != View::Reflection {
            ui.primary(TextKey::PictureSteps, Act::PressedSteps);
        }
    });
}

/// The picture before this one, drawn beside it, and what was answered differently, in words.
fn compare(ui: &mut Ui<'_>, latest: &Reflection, reading: &Reading) {
    let cx = ui.cx;
    let of_role = |earlier: &&Reflection| earlier.role == latest.role;
    let Some(earlier) = cx.model.notes.reflections.values().rev().skip(1).find(of_role) else { return };
    if cx.library.get().is_none() {
        return;
    }
    let before = read(&cx.pack.questions, earlier.role, &earlier.answers);
    let date = cx.words.date(earlier.made_on);
    ui.subheading_of(&cx.filled(TextKey::CompareHeading, &[("date", &date)]));
    ui.within("div", "pair", |ui| {
        drawn(ui, &before, &date);
        drawn(ui, reading, ui.text(TextKey::CompareNow));
    });
    let (mut n_both, mut n_changed) = (0, 0);
    ui.open("ul", "told");
    for (place, question) in cx.pack.questions.iter().enumerate() {
        let [then, now] = [earlier, latest].map(|one| match one.answers.get(&question.id) {
            Some(Answer::NotSure) => ui.text(TextKey::NotSure),
            _ => cx.pack.told_of(place, &one.answers),
        });
        if then.is_empty() || now.is_empty() {
            continue; // What was not answered both times has not changed.
        }
        n_both += 1;
        if then == now {
            continue;
        }
        n_changed += 1;
        ui.within("li", "", |ui| {
            for (key, told) in [(TextKey::CompareBefore, then), (TextKey::CompareAfter, now)] {
                ui.line("div", "", &cx.filled(key, &[("told", told)]));
            }
        });
    }
    ui.close();
    if n_both > 0 && n_changed == 0 {
        ui.paragraph(TextKey::CompareSame);
    }
}

fn figure(ui: &mut Ui<'_>, reading: &Reading) {
    drawn(ui, reading, ui.text(TextKey::PictureCaption));
}

/// The scene of a reading, with a line below.
fn drawn(ui: &mut Ui<'_>, reading: &Reading, caption: &str) {
    let cx = ui.cx;
    // The scene in words, for those who do not see it: the title of each thread.
    let titles: Vec<_> = reading
        .threads
        .iter()
        .filter_map(|reading| cx.pack.reading(reading.thread, reading.strength))
        .map(|text| text.title)
        .collect();
    let label = cx.filled(TextKey::PictureLabel, &[("threads", &titles.join(" "))]);
    let threads = Scene {
        fog: reading.strength(Thread::Fog),
        wear: reading.strength(Thread::Wear),
        strain: reading.strength(Thread::Strain),
        weather: reading.strength(Thread::Weather),
    };
    ui.within("figure", "figure", |ui| {
        scene(ui, threads, label);
        ui.line("figcaption", "note", caption);
    });
}

fn thread(ui: &mut Ui<'_>, reading: &ThreadReading, beside: impl FnOnce(&mut Ui<'_>)) {
    let cx = ui.cx;
    let Some(text) = cx.pack.reading(reading.thread, reading.strength) else { return };
    let class = match reading.strength {
        Strength::Strong => "thread thread--strong",
        Strength::Faint => "thread thread--faint",
        Strength::Quiet => "thread",
        Strength::NotClear => "thread thread--unclear",
    };
    ui.within("section", class, |ui| {
        ui.subheading_of(text.title);
        told(ui, &reading.evidence);
        ui.paragraph_of(text.body);
        let change = cx.library.get().and_then(|library| library.change(reading.thread, reading.strength));
        if let Some(change) = change.filter(|change| !change.change.is_empty()) {
            ui.unfold(TextKey::PictureChange, |ui| {
                ui.paragraph_of(change.change);
                rests_on(ui, &change.sources);
            });
        }
        beside(ui);
    });
}

/// What people often say about a thread that is seen.
fn beside(ui: &mut Ui<'_>, cleared: Cleared, role: Role, reading: &ThreadReading, cold: bool) {
    let library = ui.cx.library.get().filter(|_| reading.strength.is_seen());
    let myth = library.and_then(|library| shelf::myth_beside(library, cleared, role, reading.thread, cold));
    if let Some(myth) = myth {
        ui.note(TextKey::OftenSaid);
        myth_card(ui, myth);
    }
}

/// Single insights that the answers call for: the first few, and the others behind one more press.
fn insights(ui: &mut Ui<'_>, cleared: Cleared, latest: &Reflection, reading: &Reading, cold: bool) {
    const FIRST: usize = 3; // More at once is a wall of text for someone tired.
    let cx = ui.cx;
    let Some(library) = cx.library.get() else { return };
    let found = shelf::insights(library, cleared, latest.role, reading, cold);
    let (first, rest) = found.split_at(found.len().min(FIRST));
    if first.is_empty() {
        return;
    }
    ui.within("section", "thread", |ui| {
        ui.subheading(TextKey::InsightsHeading);
        first.iter().for_each(|found| insight(ui, found));
        if !rest.is_empty() {
            ui.unfold(TextKey::MoreOfThem, |ui| rest.iter().for_each(|found| insight(ui, found)));
        }
    });
}

fn insight(ui: &mut Ui<'_>, (text, evidence): &(&Card, Vec<Cue>)) {
    ui.unfold_of(text.title, |ui| {
        ui.note(TextKey::InsightsBecause);
        told(ui, evidence);
        inside(ui, text);
    });
}

/// What the leading paragraph rests on.
fn mix_rests_on(ui: &mut Ui<'_>, reading: &Reading) {
    let cx = ui.cx;
    let places = cx.library.get().and_then(|library| library.mix_sources.get(Pack::mix_place(reading)));
    if let Some(places) = places {
        ui.unfold(TextKey::RestsOn, |ui| rests_on(ui, places));
    }
}

/// The reader's own answers, told back.
fn told(ui: &mut Ui<'_>, evidence: &[Cue]) {
    if evidence.is_empty() {
        return;
    }
    let pack = ui.cx.pack;
    ui.within("ul", "told", |ui| evidence.iter().for_each(|&cue| ui.line("li", "", pack.told(cue))));
}

/// What a supporter noticed in the partner: a list, no thread, no strength, not printed.
fn noticed(ui: &mut Ui<'_>, evidence: &[Cue]) {
    ui.within("section", "thread", |ui| {
        ui.subheading(TextKey::NoticedTitle);
        told(ui, evidence);
        ui.note(TextKey::NoticedNote);
    });
}

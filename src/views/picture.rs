//! `picture`: the scene, the threads behind it in words, and what would change them.

use super::scene::{Scene, scene};
use super::ui::Ui;
use crate::content::TextKey;
use crate::domain::question::Thread;
use crate::domain::reading::{Evidence, Reading, Strength, ThreadReading};
use crate::state::gate::Cleared;
use crate::state::model::View;
use crate::state::msg::Act;

/// The picture of the latest reflection.
pub fn picture(ui: &mut Ui<'_>, cleared: Cleared) {
    let cx = ui.cx;
    let Some(reading) = cx.model.reading(cx.pack, cleared) else { return };
    let strong_fog = reading.strength(Thread::Fog) == Some(Strength::Strong);
    ui.heading(TextKey::PictureHeading);
    figure(ui, &reading);
    ui.line("p", "lead", cx.pack.mix(&reading));
    if strong_fog {
        ui.line("p", "aside", ui.text(TextKey::Crisis));
    }
    for reading in &reading.threads {
        thread(ui, reading);
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
    for key in [TextKey::BothWays, TextKey::PictureAgain, TextKey::NoDiagnosis] {
        ui.note(key);
    }
    ui.actions(|ui| {
        ui.button("link", "back", TextKey::PictureAnswers, Act::PressedAnswers);
        if cx.model.options.view != View::Reflection {
            ui.primary(TextKey::PictureSteps, Act::PressedSteps);
        }
    });
}

fn figure(ui: &mut Ui<'_>, reading: &Reading) {
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
        ui.line("figcaption", "note", ui.text(TextKey::PictureCaption));
    });
}

fn thread(ui: &mut Ui<'_>, reading: &ThreadReading) {
    let Some(text) = ui.cx.pack.reading(reading.thread, reading.strength) else { return };
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
        if !text.change.is_empty() {
            ui.unfold(TextKey::PictureChange, |ui| ui.paragraph_of(text.change));
        }
    });
}

/// The reader's own answers, told back.
fn told(ui: &mut Ui<'_>, evidence: &[Evidence]) {
    let pack = ui.cx.pack;
    let mut told = evidence.iter().filter_map(|evidence| pack.told(&evidence.question, &evidence.option));
    if let Some(first) = told.next() {
        ui.within("ul", "told", |ui| {
            ui.line("li", "", first);
            told.for_each(|text| ui.line("li", "", text));
        });
    }
}

/// What a supporter noticed in the partner: a list, no thread, no strength, not printed.
fn noticed(ui: &mut Ui<'_>, evidence: &[Evidence]) {
    ui.within("section", "thread", |ui| {
        ui.subheading(TextKey::NoticedTitle);
        told(ui, evidence);
        ui.note(TextKey::NoticedNote);
    });
}

//! `myths` and `staying-going`: texts that a reader opens by choice. And the way to them.

use super::steps::on_the_way;
use super::ui::Ui;
use crate::content::{Card, TextKey};
use crate::state::gate::Cleared;
use crate::state::model::View;
use crate::state::msg::Act;
use crate::state::shelf;
use crate::state::words::Page;

/// What people often say, from both sides, and words explained.
pub fn myths(ui: &mut Ui<'_>, cleared: Cleared) {
    let cx = ui.cx;
    let Some(library) = cx.library.get() else { return on_the_way(ui) };
    let cold = cx.model.keeps_warmth_back(cx.model.reading(cx.pack, cleared).as_ref());
    ui.heading(TextKey::MythsHeading);
    ui.paragraph(TextKey::MythsIntro);
    shelf::myths(library, cleared, cold).for_each(|myth| myth_card(ui, &myth.card));
    ui.subheading(TextKey::TermsHeading);
    for term in &library.terms {
        card(ui, term);
    }
    ui.actions(|ui| ui.back(TextKey::Back));
}

/// All sides, equally long; nothing here is chosen by an answer.
pub fn staying_going(ui: &mut Ui<'_>, cleared: Cleared) {
    let Some(library) = ui.cx.library.get() else { return on_the_way(ui) };
    ui.heading(TextKey::StayingHeading);
    ui.line("p", "aside", ui.text(TextKey::StayingIntro));
    for section in shelf::staying(library, cleared) {
        ui.within("section", "thread", |ui| {
            ui.subheading_of(section.title);
            section.body.iter().for_each(|text| ui.paragraph_of(text));
        });
    }
    ui.actions(|ui| ui.back(TextKey::Back));
}

/// The way to the pages, the same for everyone.
pub fn more(ui: &mut Ui<'_>) {
    // An element that shows only a part leads to no other.
    if ui.cx.library.get().is_none() || ui.cx.model.options.view != View::All {
        return;
    }
    ui.note(TextKey::MoreLegend);
    ui.within("div", "ways", |ui| {
        for (key, page) in [
            (TextKey::MoreWords, Page::Words),
            (TextKey::MoreMyths, Page::Myths),
            (TextKey::MoreStaying, Page::StayingGoing),
        ] {
            ui.link(key, Act::PressedPage(page));
        }
    });
}

/// A card, folded: its title, then what it says, and its sources if it has any.
pub fn card(ui: &mut Ui<'_>, card: &Card) {
    ui.unfold_of(card.title, |ui| {
        card.body.iter().for_each(|text| ui.paragraph_of(text));
        sources(ui, &card.sources);
    });
}

/// The same for something that people say.
pub fn myth_card(ui: &mut Ui<'_>, myth: &Card) {
    ui.open("details", "why");
    ui.within("summary", "", |ui| ui.line("q", "", myth.title));
    inside(ui, myth);
    ui.close();
}

/// What a card says when it is unfolded.
pub fn inside(ui: &mut Ui<'_>, card: &Card) {
    card.body.iter().for_each(|text| ui.paragraph_of(text));
    ui.note_of(card.change);
    rests_on(ui, &card.sources);
}

/// What a reading rests on; where no study does, that is said.
pub fn rests_on(ui: &mut Ui<'_>, places: &[u16]) {
    sources(ui, places);
    if places.is_empty() {
        ui.note(TextKey::Ours);
    }
}

/// What a text rests on, in small print; nothing as long as the library file is not here.
pub fn sources(ui: &mut Ui<'_>, places: &[u16]) {
    let cx = ui.cx;
    let all = cx.library.get().map(|library| library.sources.as_slice()).unwrap_or_default();
    for source in places.iter().filter_map(|&place| all.get(usize::from(place))) {
        ui.note_of(&cx.filled(TextKey::Source, &[("title", source.title), ("says", source.says)]));
    }
}

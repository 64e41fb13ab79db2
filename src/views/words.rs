//! `words`: things to say, and a sentence of one's own.

use super::parts::Layout;
use super::steps::{energy, on_the_way};
use super::ui::{Attr, Ui};
use super::welcome::roles;
use crate::content::{Sentence, TextKey};
use crate::domain::question::Role;
use crate::state::gate::Cleared;
use crate::state::model::OpenVisit;
use crate::state::msg::Act;
use crate::state::shelf::{PhraseRow, Speaker, phrases};
use crate::state::words::{Copying, Part, WordsChoice};

/// How many things to say are seen at once: more is a wall of text for someone tired.
const FIRST: usize = 5;

/// Things to say by who speaks and by energy, and the helper for a sentence.
pub fn words(ui: &mut Ui<'_>, visit: &OpenVisit, cleared: Cleared) {
    let cx = ui.cx;
    let Some(library) = cx.library.get() else { return on_the_way(ui) };
    let settings = &cx.model.notes.settings;
    let role = visit.words.speaker.or(settings.role).unwrap_or(Role::Unsure);
    let cold = cx.model.keeps_warmth_back(cx.model.reading(cx.pack, cleared).as_ref());
    let speaker = Speaker { role, energy: visit.energy, cold, only_mine: settings.only_mine };
    ui.heading(TextKey::WordsHeading);
    ui.paragraph(TextKey::WordsOnlyIfSafe);
    ui.choices("speaker", ui.text(TextKey::WordsSpeaker), Layout::Chips, |ui| {
        roles(ui, Some(role), Act::ChoseSpeaker);
    });
    energy(ui, visit.energy);
    // Heard from here, seen beside the button: a place for what is said has to stand there before it is said.
    ui.said("heard", outcome(ui, visit.words.copied));
    let choice = &visit.words;
    for (key, to_self) in [(TextKey::WordsAloud, false), (TextKey::WordsToSelf, true)] {
        let mut rows = phrases(library, cleared, speaker).filter(|row| row.1.to_self == to_self).peekable();
        if rows.peek().is_some() {
            ui.subheading(key);
            ui.within("ul", "cards", |ui| rows.by_ref().take(FIRST).for_each(|row| entry(ui, row, choice)));
            if rows.peek().is_some() {
                ui.unfold(TextKey::MoreOfThem, |ui| {
                    ui.within("ul", "cards", |ui| rows.for_each(|row| entry(ui, row, choice)));
                });
            }
        }
    }
    // Its wishes are invitations: none of them suits scorn.
    if !settings.only_mine && !cold {
        sentence(ui, &library.sentence, choice);
    }
    ui.actions(|ui| ui.back(TextKey::Back));
}

fn entry(ui: &mut Ui<'_>, (place, phrase, text): PhraseRow<'_>, choice: &WordsChoice) {
    ui.open("li", "card");
    ui.line(if phrase.to_self { "p" } else { "q" }, "say", text.say);
    if !text.instead.is_empty() {
        ui.note_of(&ui.cx.filled(TextKey::WordsInstead, &[("instead", text.instead)]));
    }
    ui.paragraph_of(text.why);
    copy_button(ui, text.say, choice, Copying::Phrase(place));
    ui.close();
}

/// A button that copies, and what became of it. Its name says which words, for those who do not see them beside it.
fn copy_button(ui: &mut Ui<'_>, words: &str, choice: &WordsChoice, what: Copying) {
    let name = ui.cx.filled(TextKey::WordsCopyNamed, &[("words", words)]);
    ui.open_button("link", Act::PressedCopy(what));
    ui.attr_of(Attr::AriaLabel, name);
    ui.words(ui.text(TextKey::WordsCopy));
    ui.close();
    ui.note_of(outcome(ui, choice.outcome(what)));
}

/// What became of copying, in words; empty as long as nothing is known.
pub fn outcome<'a>(ui: &Ui<'a>, copied: Option<bool>) -> &'a str {
    match copied {
        Some(true) => ui.text(TextKey::WordsCopied),
        Some(false) => ui.text(TextKey::WordsNotCopied),
        None => "",
    }
}

fn sentence(ui: &mut Ui<'_>, parts: &Sentence, choice: &WordsChoice) {
    ui.subheading(TextKey::SentenceHeading);
    ui.within("div", "filters filters--wide", |ui| {
        let act = |row: usize| Act::ChosePart(Part::Seen, row.checked_sub(1));
        part(ui, TextKey::SentenceSeen, &parts.seen, choice.seen, act);
        let act = |row: usize| Act::ChosePart(Part::Felt, row.checked_sub(1));
        part(ui, TextKey::SentenceFelt, &parts.feelings, choice.felt, act);
        let act = |row: usize| Act::ChosePart(Part::Wish, row.checked_sub(1));
        part(ui, TextKey::SentenceWish, &parts.wish, choice.wish, act);
    });
    match choice.sentence(parts) {
        Some(sentence) => {
            ui.said("sentence", &sentence);
            copy_button(ui, &sentence, choice, Copying::Sentence);
        }
        None => ui.said("note", ui.text(TextKey::SentencePick)),
    }
}

/// A drop-down whose first row is a dash: nothing picked.
fn part(ui: &mut Ui<'_>, label: TextKey, rows: &[&str], chosen: Option<usize>, act: fn(usize) -> Act) {
    let mut all = vec!["–"];
    all.extend(rows);
    ui.select(label, &all, chosen.map_or(0, |row| row + 1), act);
}

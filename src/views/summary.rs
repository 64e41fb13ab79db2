//! `summary`: a page for a professional, line by line, and something to say to the partner.

use super::parts::Layout;
use super::steps::on_the_way;
use super::ui::Ui;
use super::words::outcome;
use crate::content::TextKey;
use crate::domain::answer::Answers;
use crate::domain::plan::OwnWords;
use crate::domain::question::{AnswerOption, Question};
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, OpenVisit, SummaryChoice};
use crate::state::msg::{Act, Field};
use crate::state::shelf;
use crate::state::words::{Copying, Line};

/// A line that can be taken, with its words.
type Row<'a> = (Line, &'a str);

/// The lines to choose from, the page that comes of them, and the letter.
pub fn summary(ui: &mut Ui<'_>, visit: &OpenVisit, cleared: Cleared) {
    let cx = ui.cx;
    let Some(library) = cx.library.get() else { return on_the_way(ui) };
    let notes = &cx.model.notes;
    let latest = notes.latest();
    let noticed = latest.map(|latest| noticed(ui, &latest.answers)).unwrap_or_default();
    let since = latest.map(|latest| cx.dated(TextKey::SummarySince, latest.made_on));
    let tried: Vec<Row<'_>> = shelf::plans(library, cleared, notes)
        .filter(|(_, plan, _)| plan.entries.iter().any(|entry| entry.outcome.closes()))
        .map(|(id, _, (_, text))| (Line::Plan(id), text.title))
        .collect();
    ui.heading(TextKey::HomeSummary);
    ui.paragraph(TextKey::SummaryIntro);
    let choice = &visit.summary;
    let asks = asks(&library.asks);
    let parts = [
        (TextKey::SummaryNotice, since.as_deref().unwrap_or_default(), &noticed),
        (TextKey::SummaryTried, "", &tried),
        (TextKey::SummaryAsk, "", &asks),
    ];
    sheet(ui, &parts, choice, outcome(ui, visit.words.outcome(Copying::Sheet)));
    let cold = cx.model.keeps_warmth_back(cx.model.reading(cx.pack, cleared).as_ref());
    if !cold {
        letter(ui, &library.says, visit);
    }
    ui.actions(|ui| ui.back(TextKey::Back));
}

/// After a safety sign: for a professional only, and of nothing that was answered.
pub fn afraid(ui: &mut Ui<'_>, visit: &AfraidVisit) {
    let Some(library) = ui.cx.library.get() else { return on_the_way(ui) };
    ui.heading(TextKey::HomeSummary);
    ui.paragraph(TextKey::SummaryIntro);
    sheet(ui, &[(TextKey::SummaryAsk, "", &asks(&library.asks))], &visit.summary, "");
    ui.actions(|ui| ui.back(TextKey::Back));
}

/// The answers about the reader's own side, told back. What was noticed in the partner has no place here.
fn noticed<'a>(ui: &Ui<'a>, answers: &Answers) -> Vec<Row<'a>> {
    let pack = ui.cx.pack;
    let is_own = |question: &Question| {
        let chosen = answers.chosen(&question.id).and_then(|id| question.option(id));
        !question.about_partner && !chosen.is_some_and(AnswerOption::is_cold)
    };
    let own = pack.questions.iter().enumerate().filter(|(_, question)| is_own(question));
    let told = own.map(|(place, _)| (Line::Answer(place), pack.told_of(place, answers)));
    told.filter(|(_, told)| !told.is_empty()).collect()
}

fn asks(asks: &[&'static str]) -> Vec<Row<'static>> {
    asks.iter().enumerate().map(|(place, ask)| (Line::Ask(place), *ask)).collect()
}

/// The rows of each part, and below them the page as it is printed and copied.
fn sheet(ui: &mut Ui<'_>, parts: &[(TextKey, &str, &Vec<Row<'_>>)], choice: &SummaryChoice, copied: &str) {
    for (key, _, rows) in parts {
        if rows.is_empty() {
            continue;
        }
        ui.choices("line", ui.text(*key), Layout::NamedRows, |ui| {
            for (line, words) in *rows {
                ui.tick(words, choice.has(*line), Act::ToggledLine(*line));
            }
        });
    }
    ui.field(TextKey::SummaryOwn, "text", &choice.ask, Field::Ask);
    ui.subheading(TextKey::SummaryPage);
    let own = OwnWords::parse(&choice.ask).unwrap_or_default();
    let own = own.as_str();
    if choice.lines.iter().all(|line| matches!(line, Line::Say(_))) && own.is_empty() {
        return ui.paragraph(TextKey::NotesEmpty);
    }
    ui.within("div", "sheet", |ui| {
        for (key, since, rows) in parts {
            let is_last = *key == TextKey::SummaryAsk;
            let has_own = is_last && !own.is_empty();
            if !has_own && !rows.iter().any(|(line, _)| choice.has(*line)) {
                continue;
            }
            ui.subheading(*key);
            ui.note_of(since);
            for (_, words) in rows.iter().filter(|(line, _)| choice.has(*line)) {
                ui.paragraph_of(words);
            }
            if has_own {
                ui.paragraph_of(own);
            }
        }
    });
    ui.within("div", "outcomes", |ui| {
        ui.secondary(TextKey::SummaryPrint, Act::PressedPrint);
        ui.secondary(TextKey::WordsCopy, Act::PressedCopy(Copying::Sheet));
    });
    ui.said("note", copied);
}

/// Something to say to the partner: chosen sentence by sentence, and nobody has to.
fn letter(ui: &mut Ui<'_>, says: &[&'static str], visit: &OpenVisit) {
    let choice = &visit.summary;
    ui.subheading(TextKey::LetterHeading);
    ui.line("p", "aside", ui.text(TextKey::WordsOnlyIfSafe));
    ui.choices("line", ui.text(TextKey::LetterHeading), Layout::Rows, |ui| {
        for (place, words) in says.iter().enumerate() {
            ui.tick(words, choice.has(Line::Say(place)), Act::ToggledLine(Line::Say(place)));
        }
    });
    if choice.lines.iter().any(|line| matches!(line, Line::Say(_))) {
        ui.within("p", "sheet sheet--letter", |ui| {
            for (place, words) in says.iter().enumerate() {
                if choice.has(Line::Say(place)) {
                    ui.words(words);
                    ui.words(" ");
                }
            }
        });
        ui.secondary(TextKey::WordsCopy, Act::PressedCopy(Copying::Letter));
        ui.note_of(outcome(ui, visit.words.outcome(Copying::Letter)));
    }
}

//! `summary`: a page for a professional, line by line, and something to say to the partner.

use super::home::outcome_key;
use super::parts::Layout;
use super::steps::on_the_way;
use super::ui::Ui;
use super::words::outcome;
use crate::content::{TextKey, fill};
use crate::domain::answer::Answers;
use crate::domain::date::Day;
use crate::domain::digits::digits;
use crate::domain::look_back::{days, fog};
use crate::domain::notes::Notes;
use crate::domain::plan::{OwnWords, Plan};
use crate::domain::question::{AnswerOption, Question};
use crate::state::gate::Cleared;
use crate::state::model::{AfraidVisit, OpenVisit, SummaryChoice};
use crate::state::msg::{Act, Field};
use crate::state::shelf;
use crate::state::words::{Copying, Line};

/// A line that can be taken, with its words.
type Row = (Line, String);

/// The most steps that are offered, the last ones: all lines together fit on one page.
const MOST_STEPS: usize = 8;

/// The lines to choose from, the page that comes of them, and the letter.
pub fn summary(ui: &mut Ui<'_>, visit: &OpenVisit, cleared: Cleared) {
    let cx = ui.cx;
    let Some(library) = cx.library.get() else { return on_the_way(ui) };
    let notes = &cx.model.notes;
    let latest = notes.latest();
    let noticed = latest.map(|latest| noticed(ui, &latest.answers)).unwrap_or_default();
    let since = latest.map(|latest| cx.dated(TextKey::SummarySince, latest.made_on));
    let mut tried = Vec::new();
    for (id, plan, (_, text)) in shelf::plans(library, cleared, notes) {
        if let Some(words) = did(ui, plan, text.title) {
            tried.push((Line::Plan(id), words));
        }
    }
    tried.drain(..tried.len().saturating_sub(MOST_STEPS));
    ui.heading(TextKey::HomeSummary);
    ui.paragraph(TextKey::SummaryIntro);
    let choice = &visit.summary;
    let asks = asks(&library.asks);
    let parts = [
        (TextKey::SummaryNotice, since.as_deref().unwrap_or_default(), &noticed),
        (TextKey::SummaryWhen, "", &when(ui, notes)),
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
    let copied = outcome(ui, visit.copied);
    sheet(ui, &[(TextKey::SummaryAsk, "", &asks(&library.asks))], &visit.summary, copied);
    ui.actions(|ui| ui.back(TextKey::Back));
}

/// The answers about the reader's own side, told back. What was noticed in the partner has no place here.
fn noticed(ui: &Ui<'_>, answers: &Answers) -> Vec<Row> {
    let pack = ui.cx.pack;
    let is_own = |question: &Question| {
        let chosen = answers.chosen(&question.id).and_then(|id| question.option(id));
        !question.about_partner && !chosen.is_some_and(AnswerOption::is_cold)
    };
    let own = pack.questions.iter().enumerate().filter(|(_, question)| is_own(question));
    let told = own.map(|(place, _)| (Line::Answer(place), pack.told_of(place, answers).to_owned()));
    told.filter(|(_, told)| !told.is_empty()).collect()
}

/// Since when the reader looks at it.
fn when(ui: &Ui<'_>, notes: &Notes) -> Vec<Row> {
    let cx = ui.cx;
    let mut rows = Vec::new();
    if let Some(first) = notes.reflections.values().map(|reflection| reflection.made_on).min() {
        rows.push((Line::First, cx.dated(TextKey::SummaryFirst, first)));
    }
    if let Some((first, n, foggy)) = fog(&days(notes.check_ins.values(), Day::FIRST..=cx.today)) {
        let text = cx.dated(TextKey::SummaryDays, first);
        let (n, foggy) = (digits(n as u64, 10), digits(foggy as u64, 10));
        rows.push((Line::Days, fill(&text, &[("n", &n), ("foggy", &foggy)])));
    }
    rows
}

/// What became of a step, and when; `None` if it is still open.
fn did(ui: &Ui<'_>, plan: &Plan, title: &str) -> Option<String> {
    let last = plan.entries.iter().rfind(|entry| entry.outcome.closes())?;
    let said = ui.text(outcome_key(last.outcome));
    let day = ui.cx.words.date(last.day);
    Some(ui.cx.filled(TextKey::SummaryDid, &[("title", title), ("said", said), ("date", &day)]))
}

fn asks(asks: &[&'static str]) -> Vec<Row> {
    asks.iter().enumerate().map(|(place, ask)| (Line::Ask(place), (*ask).to_owned())).collect()
}

/// The rows of each part, and below them the page as it is printed and copied.
fn sheet(ui: &mut Ui<'_>, parts: &[(TextKey, &str, &Vec<Row>)], choice: &SummaryChoice, copied: &str) {
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

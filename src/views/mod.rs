//! Markup from values. Each screen is a function that writes what is known on a sheet ([`ui::Ui`]); the one
//! stateful component is `app`, so screens are not components of their own: a screen is small, is drawn
//! whole, and props machinery for each would only add weight.
//!
//! Belongs here: which text stands where, with which role and name. Does not belong here: wording
//! (`content`), what a press leads to (`state`), any browser call (`platform`).

mod check_in;
mod help;
mod home;
mod look_back;
mod notes;
mod pages;
mod parts;
mod picture;
mod plan;
mod privacy;
mod question;
mod safe;
mod scene;
mod steps;
mod summary;
mod ui;
mod welcome;
mod words;

use std::cell::RefCell;

use yew::prelude::*;
use yew::virtual_dom::Key;

use crate::content::{Pack, PluralKey, TextKey, fill};
use crate::domain::date::Day;
use crate::domain::digits::digits;
use crate::state::model::{
    AfraidScreen, Consent, Dialog, LibraryState, Model, Saved, Screen, Storage, Visit,
};
use crate::state::msg::Act;
use crate::state::ports::{StoreError, Words};
use crate::state::words::Page;
pub use ui::Meaning;
use ui::{Attr, Ui};

/// What every view may look at.
pub struct Cx<'a> {
    /// The reflection file.
    pub pack: &'a Pack,
    /// The library file, once it is here.
    pub library: LibraryState,
    /// What is true right now.
    pub model: &'a Model,
    /// Today in the reader's time zone.
    pub today: Day,
    /// Numbers and dates in the reader's language.
    pub words: &'a dyn Words,
    /// What the controls of this picture of the screen mean, by their places.
    pub meanings: &'a RefCell<Vec<Meaning>>,
    /// The place of the country that the device's time zone lies in. Asked for only where it matters, because
    /// browsers take their time to answer.
    pub device_country: &'a dyn Fn() -> Option<usize>,
}

impl std::fmt::Debug for Cx<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Cx").field("screen", &self.model.screen_name()).finish_non_exhaustive()
    }
}

impl<'a> Cx<'a> {
    /// The text of `key`; empty if it belongs to the library file and that is not here.
    fn text(&self, key: TextKey) -> &'a str {
        match self.library.get() {
            Some(library) if key as usize >= TextKey::N_EARLY => library.text(key),
            _ => self.pack.text(key),
        }
    }

    /// The text of `key` with its slots filled.
    fn filled(&self, key: TextKey, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// The text of `key` with its `{date}`.
    #[inline(never)]
    fn dated(&self, key: TextKey, day: Day) -> String {
        self.filled(key, &[("date", &self.words.date(day))])
    }

    /// The text of `key` with its numbers.
    #[inline(never)]
    fn numbered(&self, key: TextKey, numbers: &[(&str, usize)]) -> String {
        numbers
            .iter()
            .fold(self.text(key).to_owned(), |text, (name, n)| fill(&text, &[(name, &digits(*n as u64, 10))]))
    }

    /// The text of `key` for `n` things.
    fn counted(&self, key: PluralKey, n: usize) -> String {
        let text = self.library.get().map_or("", |library| library.plural(key, self.words.plural(n)));
        fill(text, &[("n", &digits(n as u64, 10))])
    }
}

/// The whole widget below the loader's bar.
pub fn widget(cx: &Cx<'_>) -> Html {
    let mut ui = Ui::new(cx);
    let name = cx.model.screen_name();
    ui.open("div", "screen");
    ui.attr(Attr::DataScreen, name);
    ui.attr(Attr::Part, "screen");
    ui.with(|element| element.key = Some(Key::from(name)));
    screen(&mut ui);
    ui.close();
    foot(&mut ui);
    ui.finish()
}

fn screen(ui: &mut Ui<'_>) {
    match &ui.cx.model.visit {
        Visit::Open(visit) => match &visit.screen {
            Screen::Welcome(choice) => welcome::welcome(ui, *choice),
            Screen::Who(picked, too_early) => welcome::who(ui, *picked, *too_early),
            Screen::Question(asking) => question::question(ui, asking),
            Screen::Safety(asking, _) => question::safety(ui, asking),
            Screen::Picture(cleared) => picture::picture(ui, *cleared),
            Screen::Steps(cleared) => steps::steps(ui, visit, *cleared),
            Screen::Plan(cleared, draft, too_early) => plan::plan(ui, *cleared, draft, *too_early),
            Screen::Home(cleared, said) => home::home(ui, visit, *cleared, said.as_ref()),
            Screen::CheckIn(checking) => check_in::check_in(ui, visit, *checking),
            Screen::Page(cleared, page, _) => match page {
                Page::Words => words::words(ui, visit, *cleared),
                Page::Myths => pages::myths(ui, *cleared),
                Page::StayingGoing => pages::staying_going(ui, *cleared),
                Page::LookBack => look_back::look_back(ui, visit, *cleared),
                Page::Summary => summary::summary(ui, visit, *cleared),
            },
            Screen::Help(_) => {
                help::help(ui, false, visit.cleared().filter(|_| !ui.cx.model.notes.settings.only_mine))
            }
            Screen::Notes(_, Dialog::Privacy) => privacy::privacy(ui),
            Screen::Notes(_, dialog) => notes::notes(ui, *dialog),
        },
        Visit::Afraid(visit) => match &visit.screen {
            AfraidScreen::Safe => safe::safe(ui, visit),
            AfraidScreen::Steps => steps::open_steps(ui, visit),
            AfraidScreen::Plan(step, draft, too_early) => plan::open_plan(ui, visit, step, draft, *too_early),
            AfraidScreen::Home(said) => home::open_home(ui, visit, said.as_ref()),
            AfraidScreen::CheckIn => check_in::afraid(ui, visit),
            AfraidScreen::LookBack => look_back::own_good_days(ui, visit),
            AfraidScreen::Summary => summary::afraid(ui, visit),
            AfraidScreen::Help(_) => help::help(ui, true, None),
            AfraidScreen::Notes(_, Dialog::Privacy) => privacy::privacy(ui),
            AfraidScreen::Notes(_, dialog) => notes::notes(ui, *dialog),
        },
    }
}

/// The line below every screen: the way to one's notes, and the saved state in words. The state is a
/// polite live region that stays in place from screen to screen, so that a change is heard once.
fn foot(ui: &mut Ui<'_>) {
    ui.within("div", "foot", |ui| {
        // The link stays in place while the notes are open, so that the status below it is never drawn anew.
        ui.link(TextKey::MyNotes, Act::PressedNotes);
        let model = ui.cx.model;
        ui.open("p", "foot__status");
        ui.attr(Attr::Role, "status");
        // Saved, saving, saved: what is the same before and after is not worth a reader's ear.
        let status = status(ui.cx);
        let is_saving = status == ui.text(TextKey::StatusSaving);
        ui.attr(Attr::AriaBusy, if is_saving { "true" } else { "" });
        ui.words(status);
        ui.close();
        if model.storage == Storage::Gone && matches!(model.visit, Visit::Open(_)) {
            ui.link(TextKey::NotesKeepAgain, Act::PressedKeepNow);
            ui.link(TextKey::NotesDeleteNo, Act::PressedStopKeeping);
        }
    });
}

fn status<'a>(cx: &Cx<'a>) -> &'a str {
    let model = cx.model;
    let key = match (model.storage, model.consent, model.saved) {
        (_, _, Saved::NotRemoved) => TextKey::NotesDeleteFailed,
        (Storage::Memory, ..) => TextKey::StatusMemory,
        (Storage::Newer, ..) => TextKey::StatusNewer,
        (Storage::Gone, ..) if matches!(model.visit, Visit::Open(_)) => TextKey::StatusGone,
        (_, Consent::Keep, _) if matches!(model.visit, Visit::Afraid(_)) => TextKey::StatusNothingMore,
        _ if matches!(model.visit, Visit::Afraid(_)) => TextKey::StatusNothingKept,
        (_, Consent::Keep, Saved::Saved) => TextKey::StatusSaved,
        (_, Consent::Keep, Saved::NearlyFull) => TextKey::StatusNearlyFull,
        (_, Consent::Keep, Saved::Saving) => TextKey::StatusSaving,
        (_, Consent::Keep, Saved::NotSaved(error)) => match error {
            StoreError::Full => TextKey::StatusFull,
            StoreError::Denied | StoreError::Unfaithful | StoreError::Gone | StoreError::Newer => {
                TextKey::StatusDenied
            }
        },
        (_, Consent::Keep, Saved::Idle) => return "",
        (_, Consent::Nothing, _) => TextKey::StatusNothingKept,
        (_, Consent::NotAsked, _) => match &model.visit {
            Visit::Open(visit) if matches!(visit.screen, Screen::Welcome(_)) => return "",
            Visit::Open(_) | Visit::Afraid(_) => TextKey::StatusNothingKept,
        },
    };
    cx.text(key)
}

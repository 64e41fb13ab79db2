//! A visit without a safety sign: where each press leads.

use std::mem::discriminant;

use super::super::effect::{Effect, Progress};
use super::super::gate::{Cleared, SafetyRound};
use super::super::model::{Consent, Cx, Destination, Dialog, Model, OpenVisit, SafetyAsking, Screen, View};
use super::super::msg::Act;
use super::super::words::Page;
use super::{follow, keeping, pages, reflect, steps};
use crate::domain::notes::{Notes, Place};
use crate::snapshot::{Change, Key};

/// One update of an open visit: what may be looked at, what may be changed, and what comes of it.
pub(super) struct Turn<'a> {
    pub cx: Cx<'a>,
    pub model: &'a mut Model,
    pub visit: OpenVisit,
    pub effects: Vec<Effect>,
    /// True after a safety sign: the visit becomes an afraid one.
    pub is_sign: bool,
}

impl Turn<'_> {
    /// Puts `screen` on.
    pub fn show(&mut self, screen: Screen) {
        self.visit.screen = screen;
    }

    /// Takes the screen away; another is put on next.
    pub fn leave(&mut self) -> Screen {
        std::mem::replace(&mut self.visit.screen, Screen::Welcome(None))
    }

    /// Tells the page, once a visit for each word.
    pub fn tell(&mut self, progress: Progress) {
        let bit = match progress {
            Progress::Begun => 1,
            Progress::Reflecting => 2,
            Progress::Finished => 4,
        };
        if self.visit.told & bit == 0 {
            self.visit.told |= bit;
            self.effects.push(Effect::Tell(progress));
        }
    }

    /// The doors, with the one chosen last.
    pub fn show_doors(&mut self) {
        self.show(Screen::Who(self.model.notes.settings.role, false));
    }

    /// Remembers where *Go on* leads.
    pub fn remember(&mut self, place: Place) {
        // A plan in the making may have changed; all other places are the same whenever they are of one kind.
        if matches!(place, Place::Plan(_)) || discriminant(&self.model.notes.place) != discriminant(&place) {
            self.model.notes.place = place;
            self.model.touch(Key::Place);
        }
    }
}

/// Takes a press or a choice in an open visit.
pub(super) fn update(turn: &mut Turn<'_>, act: Act) {
    match act {
        // welcome
        Act::ChoseKeep(keep) => {
            if let Screen::Welcome(choice) = &mut turn.visit.screen {
                *choice = Some(keep);
            }
        }
        Act::PressedBegin => begin(turn),
        Act::PressedGoOn => go_on(turn),
        Act::PressedSomeoneElse => {
            turn.model.notes = Notes::default();
            turn.model.consent = Consent::Nothing;
            turn.model.is_guest = true;
            turn.model.is_return = false;
            turn.model.is_later_visit = false;
            turn.model.n_set_aside = 0;
            turn.effects.push(Effect::DropCopies); // A crash must not hand one person's notes to another.
            turn.model.region_now = None;
            turn.visit = turn.visit.anew(Screen::Who(None, false));
            turn.tell(Progress::Begun);
        }

        // who, question, safety, picture
        Act::ChoseRole(role) => {
            if let Screen::Who(picked, too_early) = &mut turn.visit.screen {
                (*picked, *too_early) = (Some(role), false);
            }
        }
        Act::PickedAnswer(picked) => {
            if let Screen::Question(asking) = &mut turn.visit.screen {
                (asking.picked, asking.is_unanswered) = (Some(picked), false);
            }
        }
        Act::PickedSafety(picked) => {
            if let Screen::Safety(asking, _) = &mut turn.visit.screen {
                (asking.picked, asking.is_unanswered) = (Some(picked), false);
            }
        }
        Act::PressedNext => reflect::next(turn),
        Act::PressedSkip => reflect::skip(turn),
        Act::PressedBack => back(turn),
        Act::PressedAnswers => reflect::look_at_answers(turn),
        Act::PressedStrain => reflect::look_at_strain(turn),
        Act::PressedReflect => turn.show_doors(),
        Act::PressedPicture => with_gate(turn, Destination::Picture),

        // steps, plan, home
        Act::PressedSteps => with_gate(turn, Destination::Steps),
        Act::ChoseEnergy(energy) => turn.visit.energy = Some(energy),
        Act::PressedAllAgain => {
            turn.model.notes.settings.only_mine = false;
            turn.model.touch(Key::Settings);
            if turn.model.consent != Consent::Keep {
                // It was kept alone, without consent to more: so it goes alone.
                let change = Change { key: Key::Settings, payload: None };
                turn.effects.push(Effect::Keep { changes: vec![change], write: turn.model.may_write() });
            }
        }
        Act::ToggledAll => turn.visit.shows_all = !turn.visit.shows_all,
        Act::ChoseSetting(setting) => turn.visit.filter.setting = setting,
        Act::ChoseTheme(theme) => turn.visit.filter.theme = theme,
        Act::ChoseEffort(effort) => turn.visit.filter.effort = effort,
        Act::PressedPlan(_)
        | Act::ChoseMoment(_)
        | Act::ChoseOwnWords
        | Act::ChoseSize(_)
        | Act::ChoseCompany(_)
        | Act::ChoseGuess(_)
        | Act::PressedKeepPlan
        | Act::PressedChange(_)
        | Act::PressedLetGo(_) => steps::update(turn, act),
        Act::PressedHome => with_gate(turn, Destination::Home),

        // What becomes of it
        Act::SaidOutcome(..)
        | Act::TookBackOutcome
        | Act::ChoseFelt(_)
        | Act::PressedRest(_)
        | Act::PressedTwoMinutes(_) => follow::plans(turn, act),
        Act::LeftField => follow::left(turn),
        Act::ToggledCalendar(plan) => follow::toggle_reminder(turn, plan),
        Act::PressedCalendar => follow::download_reminder(turn),
        Act::PressedCheckIn => follow::begin(turn),
        Act::ChoseAnother(_)
        | Act::ChoseFog(_)
        | Act::ChoseCloseness(_)
        | Act::ChoseTogether(_)
        | Act::ChoseElsewhere(_) => follow::check_in(turn, act),
        Act::ChoseAllDays(all) => turn.visit.looks_at_all = all,
        Act::ToggledLine(line) => follow::toggle_line(turn, line),
        Act::PressedPrint => turn.effects.push(Effect::Print),

        // Pages opened by choice
        Act::PressedPage(page) => with_gate(turn, Destination::Page(page)),
        Act::ChoseSpeaker(_) | Act::ChosePart(..) | Act::PressedCopy(_) => pages::update(turn, act),

        // help and notes
        Act::PressedHelp => {
            if !matches!(turn.visit.screen, Screen::Help(_)) {
                let under = turn.leave();
                turn.show(Screen::Help(Box::new(under)));
            }
        }
        Act::PressedNotes => {
            if let Screen::Notes(_, dialog) = &mut turn.visit.screen {
                if *dialog == Dialog::Privacy {
                    *dialog = Dialog::Closed;
                }
            } else {
                let under = turn.leave();
                turn.show(Screen::Notes(Box::new(under), Dialog::Closed));
            }
        }
        Act::PressedPrivacy
        | Act::PressedKeepNow
        | Act::PressedStopKeeping
        | Act::PressedReadBack
        | Act::ConfirmedTakeIn(_)
        | Act::PressedUndo
        | Act::PressedRemove(_)
        | Act::PressedDelete
        | Act::ConfirmedDelete
        | Act::Cancelled => keeping::update(turn, act),

        // Of the safety state, or already taken care of
        Act::PressedMistake
        | Act::PressedOnlyMine
        | Act::SaidOpenOutcome(..)
        | Act::PressedCover(_)
        | Act::ChoseRegion(_)
        | Act::PressedDownload => {}
    }
}

fn begin(turn: &mut Turn<'_>) {
    let Screen::Welcome(choice) = turn.visit.screen else { return };
    match choice {
        Some(true) => keeping::keep_from_now_on(turn),
        // Back on `welcome`, a reader can take back what they chose there.
        Some(false) if turn.model.consent == Consent::Keep => keeping::stop_keeping(turn),
        Some(false) => turn.model.consent = Consent::Nothing,
        None => {}
    }
    turn.tell(Progress::Begun);
    if turn.model.options.view == View::CheckIn {
        return follow::begin(turn);
    }
    turn.remember(Place::Who);
    turn.show_doors();
}

fn go_on(turn: &mut Turn<'_>) {
    turn.tell(Progress::Begun);
    let notes = &turn.model.notes;
    let view = turn.model.options.view;
    let destination = match &notes.place {
        // An element that shows only a part goes on only in that part.
        _ if view == View::CheckIn => return follow::begin(turn),
        _ if view == View::Words => Destination::Page(Page::Words),
        Place::Who | Place::Questions | Place::Picture if view == View::Steps => Destination::Steps,
        Place::Steps | Place::Plan(_) | Place::Home if view == View::Reflection => match notes.latest() {
            Some(_) => Destination::Picture,
            None => return turn.show_doors(),
        },
        Place::Questions if notes.draft.is_some() => return reflect::resume(turn),
        Place::Picture if notes.latest().is_some() => Destination::Picture,
        Place::Steps => Destination::Steps,
        Place::Plan(draft) => Destination::Plan(draft.clone()),
        Place::Home => Destination::Home,
        Place::Who | Place::Questions | Place::Picture => return turn.show_doors(),
    };
    with_gate(turn, destination);
}

/// Goes to `destination`, through the safety questions if they were not asked in this visit.
pub(super) fn with_gate(turn: &mut Turn<'_>, destination: Destination) {
    if let Some(cleared) = turn.visit.cleared {
        return arrive(turn, cleared, destination);
    }
    if let Some(round) = SafetyRound::new(&turn.cx.pack.safety, turn.model.is_later_visit) {
        // Before the first answer to them, so that the page hears the same whatever the answers are.
        turn.tell(Progress::Finished);
        turn.show(Screen::Safety(SafetyAsking::at(round), destination));
    }
}

/// Past the gate: the screen that `destination` means.
pub(super) fn arrive(turn: &mut Turn<'_>, cleared: Cleared, destination: Destination) {
    turn.visit.cleared = Some(cleared);
    let (screen, place) = match destination {
        // Not a place to come back to: the screen below it is.
        Destination::Page(page) => return pages::open(turn, cleared, page),
        Destination::NewPicture => {
            reflect::finish(turn);
            (Screen::Picture(cleared), Place::Picture)
        }
        Destination::Picture => (Screen::Picture(cleared), Place::Picture),
        Destination::Steps => (Screen::Steps(cleared), Place::Steps),
        Destination::Plan(draft) => (Screen::Plan(cleared, draft.clone(), false), Place::Plan(draft)),
        Destination::Home => (Screen::Home(cleared, None), Place::Home),
    };
    turn.show(screen);
    turn.remember(place);
}

fn back(turn: &mut Turn<'_>) {
    match turn.leave() {
        Screen::Help(under) | Screen::Notes(under, _) | Screen::Page(_, _, under) => turn.show(*under),
        Screen::Question(asking) => match asking.position.checked_sub(1) {
            Some(position) => reflect::ask(turn, position),
            None => turn.show_doors(),
        },
        Screen::Safety(asking, destination) => match asking.round.back() {
            Some(round) => turn.show(Screen::Safety(SafetyAsking::at(round), destination)),
            None => before_safety(turn, &destination),
        },
        Screen::Picture(_) => reflect::look_at_answers(turn),
        Screen::Steps(cleared) => {
            let has_picture = turn.model.notes.latest().is_some();
            arrive(turn, cleared, if has_picture { Destination::Picture } else { Destination::Home });
        }
        Screen::Plan(cleared, ..) => arrive(turn, cleared, Destination::Steps),
        Screen::CheckIn(_) if turn.visit.cleared.is_some() => with_gate(turn, Destination::Home),
        Screen::CheckIn(_) | Screen::Who(..) => {
            let choice = match turn.model.consent {
                Consent::Keep => Some(true),
                Consent::Nothing => Some(false),
                Consent::NotAsked => None,
            };
            turn.show(Screen::Welcome(choice));
        }
        screen @ (Screen::Welcome(_) | Screen::Home(..)) => turn.show(screen),
    }
}

/// Back from the first safety question: to where the reader came from.
fn before_safety(turn: &mut Turn<'_>, destination: &Destination) {
    let last = turn.model.asked(&turn.cx.pack.questions).len().checked_sub(1);
    match (destination, last) {
        (Destination::NewPicture, Some(last)) => reflect::ask(turn, last),
        _ if matches!(turn.model.options.view, View::Steps | View::Words) => turn.show_doors(),
        _ => turn.show(Screen::Welcome(None)),
    }
}

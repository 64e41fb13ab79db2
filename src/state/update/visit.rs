//! A visit without a safety sign: where each press leads.

use super::super::effect::{Effect, Progress};
use super::super::gate::{Cleared, SafetyRound};
use super::super::model::{
    Consent, Cx, Destination, Dialog, Model, OpenVisit, SafetyAsking, Screen, View, Visit,
};
use super::super::msg::Msg;
use super::{reflect, remove_all, steps};
use crate::domain::notes::{Notes, Place};
use crate::snapshot::Key;

/// What an update of an open visit yields.
pub(super) type Outcome = (Visit, Vec<Effect>);

/// Takes a message in an open visit.
pub(super) fn update(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit, msg: Msg) -> Outcome {
    match msg {
        // welcome
        Msg::ChoseKeep(keep) => {
            if let Screen::Welcome(choice) = &mut visit.screen {
                *choice = Some(keep);
            }
            stay(visit)
        }
        Msg::PressedBegin => begin(model, visit),
        Msg::PressedGoOn => go_on(cx, model, visit),
        Msg::PressedSomeoneElse => {
            model.notes = Notes::default();
            model.consent = Consent::Nothing;
            model.is_guest = true;
            model.is_later_visit = false;
            model.n_set_aside = 0;
            let effects = tell(&mut visit, Progress::Begun);
            visit.screen = Screen::Who(None, false);
            (Visit::Open(visit), effects)
        }

        // who, question, safety, picture
        Msg::ChoseRole(role) => {
            if let Screen::Who(picked, too_early) = &mut visit.screen {
                (*picked, *too_early) = (Some(role), false);
            }
            stay(visit)
        }
        Msg::PickedAnswer(picked) => {
            if let Screen::Question(asking) = &mut visit.screen {
                (asking.picked, asking.is_unanswered) = (Some(picked), false);
            }
            stay(visit)
        }
        Msg::PickedSafety(picked) => {
            if let Screen::Safety(asking, _) = &mut visit.screen {
                (asking.picked, asking.is_unanswered) = (Some(picked), false);
            }
            stay(visit)
        }
        Msg::PressedNext => reflect::next(cx, model, visit),
        Msg::PressedSkip => reflect::skip(cx, model, visit),
        Msg::PressedBack => back(cx, model, visit),
        Msg::PressedAnswers => reflect::look_at_answers(cx, model, visit),
        Msg::PressedReflect => {
            visit.screen = Screen::Who(model.notes.settings.role, false);
            stay(visit)
        }
        Msg::PressedPicture => with_gate(cx, model, visit, Destination::Picture),

        // steps, plan, home
        Msg::PressedSteps => with_gate(cx, model, visit, Destination::Steps),
        Msg::ChoseEnergy(energy) => {
            visit.energy = Some(energy);
            stay(visit)
        }
        Msg::ToggledAll => {
            visit.shows_all = !visit.shows_all;
            stay(visit)
        }
        Msg::ChoseSetting(setting) => {
            visit.filter.setting = setting;
            stay(visit)
        }
        Msg::ChoseTheme(theme) => {
            visit.filter.theme = theme;
            stay(visit)
        }
        Msg::ChoseEffort(effort) => {
            visit.filter.effort = effort;
            stay(visit)
        }
        Msg::PressedPlan(_)
        | Msg::ChoseMoment(_)
        | Msg::TypedMoment(_)
        | Msg::LeftMoment
        | Msg::ChoseSize(_)
        | Msg::ChoseCompany(_)
        | Msg::ChoseGuess(_)
        | Msg::PressedKeepPlan
        | Msg::SaidOutcome(..)
        | Msg::PressedLetGo(_) => steps::update(cx, model, visit, msg),

        // help and notes
        Msg::PressedHelp => {
            if !matches!(visit.screen, Screen::Help(_)) {
                visit.screen = Screen::Help(Box::new(visit.screen));
            }
            stay(visit)
        }
        Msg::PressedNotes => {
            if !matches!(visit.screen, Screen::Notes(..)) {
                visit.screen = Screen::Notes(Box::new(visit.screen), Dialog::Closed);
            }
            stay(visit)
        }
        Msg::PressedKeepNow => {
            keep_from_now_on(model);
            stay(visit)
        }
        Msg::PressedStopKeeping => {
            let notes = std::mem::take(&mut model.notes);
            let effects = remove_all(model);
            model.notes = notes;
            model.notes.settings.keep = false;
            model.consent = Consent::Nothing;
            (Visit::Open(visit), effects)
        }
        Msg::PressedDelete => stay(dialog(visit, Dialog::AskDelete)),
        Msg::CancelledDelete => stay(dialog(visit, Dialog::Closed)),
        Msg::ConfirmedDelete => {
            let effects = remove_all(model);
            let mut fresh = OpenVisit::at(Screen::Notes(Box::new(Screen::Welcome(None)), Dialog::Deleted));
            (fresh.cleared, fresh.told) = (visit.cleared, visit.told);
            (Visit::Open(fresh), effects)
        }

        // Of the safety state, or already taken care of
        Msg::PressedMistake
        | Msg::PressedOnlyMine
        | Msg::SaidOpenOutcome(..)
        | Msg::PressedCover(_)
        | Msg::ChangedOptions(_)
        | Msg::LibraryArrived
        | Msg::ChoseRegion(_)
        | Msg::PressedDownload
        | Msg::SavedRecords(_)
        | Msg::RemovedAll(_) => stay(visit),
    }
}

/// The visit goes on, and nothing is to be done.
pub(super) fn stay(visit: OpenVisit) -> Outcome {
    (Visit::Open(visit), Vec::new())
}

/// Tells the page, once a visit for each word.
pub(super) fn tell(visit: &mut OpenVisit, progress: Progress) -> Vec<Effect> {
    let bit = match progress {
        Progress::Begun => 1,
        Progress::Reflecting => 2,
        Progress::Finished => 4,
    };
    if visit.told & bit != 0 {
        return Vec::new();
    }
    visit.told |= bit;
    vec![Effect::Tell(progress)]
}

fn dialog(mut visit: OpenVisit, new: Dialog) -> OpenVisit {
    if let Screen::Notes(_, dialog) = &mut visit.screen {
        *dialog = new;
    }
    visit
}

/// From now on entries are written, and everything entered so far is.
fn keep_from_now_on(model: &mut Model) {
    if !model.may_write() {
        return;
    }
    model.consent = Consent::Keep;
    model.notes.settings.keep = true;
    for key in model.notes.keys() {
        model.touch(key);
    }
}

fn begin(model: &mut Model, mut visit: OpenVisit) -> Outcome {
    let Screen::Welcome(choice) = visit.screen else { return stay(visit) };
    match choice {
        Some(true) => keep_from_now_on(model),
        Some(false) => model.consent = Consent::Nothing,
        None => {}
    }
    model.notes.place = Place::Who;
    model.touch(Key::Place);
    visit.screen = Screen::Who(model.notes.settings.role, false);
    let effects = tell(&mut visit, Progress::Begun);
    (Visit::Open(visit), effects)
}

fn go_on(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit) -> Outcome {
    let mut effects = tell(&mut visit, Progress::Begun);
    let has_picture = model.notes.latest().is_some();
    let destination = match &model.notes.place {
        Place::Questions if model.notes.draft.is_some() => {
            effects.extend(reflect::resume(cx, model, &mut visit));
            return (Visit::Open(visit), effects);
        }
        Place::Picture if has_picture => Destination::Picture,
        Place::Steps => Destination::Steps,
        Place::Plan(draft) => Destination::Plan(draft.clone()),
        Place::Home => Destination::Home,
        Place::Who | Place::Questions | Place::Picture => {
            visit.screen = Screen::Who(model.notes.settings.role, false);
            return (Visit::Open(visit), effects);
        }
    };
    let (visit, more) = with_gate(cx, model, visit, destination);
    effects.extend(more);
    (visit, effects)
}

/// Goes to `destination`, through the safety questions if they were not asked in this visit.
pub(super) fn with_gate(
    cx: Cx<'_>,
    model: &mut Model,
    mut visit: OpenVisit,
    destination: Destination,
) -> Outcome {
    if let Some(cleared) = visit.cleared {
        return arrive(cx, model, visit, cleared, destination);
    }
    let wanted: Vec<usize> = cx
        .pack
        .safety
        .iter()
        .enumerate()
        .filter(
            |(_, question)| if model.is_later_visit { question.later_visit } else { question.first_visit },
        )
        .map(|(idx, _)| idx)
        .collect();
    if let Some(round) = SafetyRound::new(wanted) {
        visit.screen = Screen::Safety(SafetyAsking::at(round), destination);
    }
    stay(visit)
}

/// Past the gate: the screen that `destination` means.
pub(super) fn arrive(
    cx: Cx<'_>,
    model: &mut Model,
    mut visit: OpenVisit,
    cleared: Cleared,
    destination: Destination,
) -> Outcome {
    visit.cleared = Some(cleared);
    let place = match destination {
        Destination::Picture => {
            reflect::finish(cx, model);
            visit.screen = Screen::Picture(cleared);
            Place::Picture
        }
        Destination::Steps => {
            visit.screen = Screen::Steps(cleared);
            Place::Steps
        }
        Destination::Plan(draft) => {
            visit.screen = Screen::Plan(cleared, draft.clone(), false);
            Place::Plan(draft)
        }
        Destination::Home => {
            visit.screen = Screen::Home(cleared, None);
            Place::Home
        }
    };
    if model.notes.place != place {
        model.notes.place = place;
        model.touch(Key::Place);
    }
    stay(visit)
}

fn back(cx: Cx<'_>, model: &mut Model, mut visit: OpenVisit) -> Outcome {
    match visit.screen.clone() {
        Screen::Help(under) | Screen::Notes(under, _) => {
            visit.screen = *under;
            stay(visit)
        }
        Screen::Who(..) => {
            visit.screen = Screen::Welcome(None);
            stay(visit)
        }
        Screen::Question(asking) => match asking.position.checked_sub(1) {
            Some(position) => {
                reflect::ask(cx, model, &mut visit, position);
                stay(visit)
            }
            None => {
                visit.screen = Screen::Who(model.notes.settings.role, false);
                stay(visit)
            }
        },
        Screen::Safety(asking, destination) => match asking.round.back() {
            Some(round) => {
                visit.screen = Screen::Safety(SafetyAsking::at(round), destination);
                stay(visit)
            }
            None => {
                let n_asked = model.asked(&cx.pack.questions).len();
                match (destination, n_asked.checked_sub(1)) {
                    (Destination::Picture, Some(last)) => reflect::ask(cx, model, &mut visit, last),
                    _ if model.options.view == View::Steps => {
                        visit.screen = Screen::Who(model.notes.settings.role, false);
                    }
                    _ => visit.screen = Screen::Welcome(None),
                }
                stay(visit)
            }
        },
        Screen::Picture(_) => reflect::look_at_answers(cx, model, visit),
        Screen::Steps(cleared) => {
            let destination =
                if model.notes.latest().is_some() { Destination::Picture } else { Destination::Home };
            arrive(cx, model, visit, cleared, destination)
        }
        Screen::Plan(cleared, ..) => arrive(cx, model, visit, cleared, Destination::Steps),
        Screen::Welcome(_) | Screen::Home(..) => stay(visit),
    }
}

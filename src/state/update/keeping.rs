//! What is kept: consent, saving, what other tabs did, a copy read back in, and taking back what was deleted.

use super::super::effect::Effect;
use super::super::keeper::Saving;
use super::super::model::{
    Asking, Consent, Cx, Dialog, Form, Model, OpenVisit, Saved, Screen, Storage, Undo, Visit,
};
use super::super::msg::Act;
use super::super::ports::StoreError;
use super::dialog;
use super::visit::Turn;
use crate::domain::notes::Notes;
use crate::snapshot::{Change, Key, Refused, read_copy};

/// Takes a press on *My notes*.
#[expect(clippy::wildcard_enum_match_arm, reason = "the caller hands over what belongs here")]
pub(super) fn update(turn: &mut Turn<'_>, act: Act) {
    match act {
        Act::PressedKeepNow => keep_from_now_on(turn),
        Act::PressedStopKeeping => stop_keeping(turn),
        Act::PressedReadBack => turn.effects.push(Effect::PickCopy),
        Act::ConfirmedTakeIn(replaces) => take_in(turn, replaces),
        Act::PressedUndo => undo(turn.model),
        Act::PressedRemove(key) => remove(turn.model, key),
        Act::PressedPrivacy => ask(turn, Dialog::Privacy),
        Act::PressedDelete => ask(turn, Dialog::AskDelete),
        Act::Cancelled => ask(turn, Dialog::Closed),
        Act::ConfirmedDelete => {
            turn.effects = delete_all(turn.model);
            turn.visit = turn.visit.anew(Screen::Notes(Box::new(Screen::Welcome(None)), Dialog::Deleted));
        }
        _ => {}
    }
}

fn ask(turn: &mut Turn<'_>, new: Dialog) {
    if let Screen::Notes(_, dialog) = &mut turn.visit.screen {
        *dialog = new;
    }
}

// --- consent -----------------------------------------------------------------------------------------------

/// From now on entries are written, and everything entered so far is.
pub(super) fn keep_from_now_on(turn: &mut Turn<'_>) {
    let model = &mut *turn.model;
    if !model.may_keep() {
        return;
    }
    if model.storage == Storage::Gone {
        turn.effects.push(Effect::BeginAnew);
        model.storage = Storage::Works;
    }
    model.consent = Consent::Keep;
    model.notes.settings.keep = true;
    touch_all(model);
    // Another tab may have kept something while nothing was decided here.
    turn.effects.push(Effect::Look);
    if model.options.form == Form::Standalone {
        turn.effects.push(Effect::Persist);
    }
}

/// Removes everything that is kept, and goes on with it in memory.
pub(super) fn stop_keeping(turn: &mut Turn<'_>) {
    let model = &mut *turn.model;
    if model.storage == Storage::Gone {
        // There is nothing to remove; what another tab may have kept since then is not ours to touch.
        model.storage = Storage::Works;
        model.consent = Consent::Nothing;
        model.notes.settings.keep = false;
        return turn.effects.push(Effect::BeginAnew);
    }
    let (notes, is_later_visit) = (std::mem::take(&mut model.notes), model.is_later_visit);
    turn.effects.extend(remove_all(model));
    (model.notes, model.is_later_visit) = (notes, is_later_visit);
    model.notes.settings.keep = false;
    model.consent = Consent::Nothing;
    // They stay in memory, and so in the copy that a crash would leave.
    touch_all(model);
}

/// *Delete everything*. A guest leaves alone what belongs to someone else.
pub(super) fn delete_all(model: &mut Model) -> Vec<Effect> {
    let files = (!model.is_guest).then_some(Effect::DropFiles);
    files.into_iter().chain(remove_all(model)).collect()
}

/// Forgets everything the reader entered, and asks the store to do the same. A guest's notes go from
/// memory only: what is stored belongs to someone else.
fn remove_all(model: &mut Model) -> Vec<Effect> {
    model.notes = Notes::default();
    model.consent = Consent::NotAsked;
    model.saved = Saved::Idle;
    model.dirty.clear();
    (model.typing, model.undo, model.copied) = (None, None, None);
    // Whoever goes on from here is asked everything, and never "since you were last here".
    (model.is_return, model.is_later_visit) = (false, false);
    model.region_now = None;
    if model.is_guest || model.storage == Storage::Memory {
        return vec![Effect::DropCopies];
    }
    vec![Effect::DropCopies, Effect::RemoveAll]
}

pub(super) fn touch_all(model: &mut Model) {
    for key in model.notes.keys() {
        model.touch(key);
    }
}

// --- saving ------------------------------------------------------------------------------------------------

/// The end of every update: what changed goes to the loader's rescue copy and, with consent, to the store.
pub(super) fn hand_out(model: &mut Model, effects: &mut Vec<Effect>) {
    let changes = model.take_changes();
    let typing = model.typing.take().filter(|key| !changes.iter().any(|change| change.key == *key));
    let write = model.writes();
    if write && (typing.is_some() || !changes.is_empty()) {
        model.saved = Saved::Saving;
    }
    if !changes.is_empty() {
        // What waits is not looked at: so it has to wait before anybody looks.
        let place = effects.iter().position(|effect| matches!(effect, Effect::Look));
        effects.insert(place.unwrap_or(effects.len()), Effect::Keep { changes, write });
    }
    if let Some(key) = typing {
        effects.push(Effect::KeepSoon { change: Change::of(&model.notes, key), write });
    }
}

/// Saving ended.
pub(super) fn saved(model: &mut Model, saving: Saving) -> Vec<Effect> {
    if model.consent != Consent::Keep {
        return Vec::new(); // The reader decided otherwise meanwhile.
    }
    model.n_set_aside = saving.n_set_aside;
    // First what others wrote: a copy that is taken back leaves it.
    let effects = found(model, Ok(saving.found));
    model.saved = match saving.outcome {
        Ok(()) if saving.is_nearly_full => Saved::NearlyFull,
        Ok(()) => Saved::Saved,
        Err(error) => {
            removed_elsewhere(model, error);
            take_back_the_copy(model);
            Saved::NotSaved(error)
        }
    };
    effects
}

/// Another tab wrote. What is on the screen stays; what is kept of it is taken over.
pub(super) fn found(model: &mut Model, found: Result<Vec<Change>, StoreError>) -> Vec<Effect> {
    if model.consent != Consent::Keep || model.is_guest {
        return Vec::new();
    }
    let changes = match found {
        Ok(changes) => changes,
        Err(error) => {
            removed_elsewhere(model, error);
            return Vec::new();
        }
    };
    if model.storage == Storage::Gone {
        return Vec::new(); // What is here waits for nothing, and has nowhere else to be.
    }
    let is_asking = match &mut model.visit {
        Visit::Open(visit) => visit.is_reflecting(),
        Visit::Afraid(visit) => visit.was_reflecting(),
    };
    let mut saw = Vec::new();
    for change in changes {
        let is_taken = match (change.key, &change.payload) {
            // Each tab has a way back of its own.
            (Key::Place, _) => false,
            (Key::Settings, Some(payload)) => {
                let is_read = model.notes.read(Key::Settings, payload);
                model.notes.settings.keep = true;
                is_read
            }
            // Two tabs in the middle of the same questions share the answers. Another door stays where it is.
            (Key::Draft, Some(payload)) => Notes::of(Key::Draft, payload).is_some_and(|theirs| {
                let is_same = match (&model.notes.draft, &theirs.draft) {
                    (Some(ours), Some(theirs)) => ours.role == theirs.role && ours.path == theirs.path,
                    _ => false,
                };
                let is_taken = is_same || !is_asking;
                if is_taken {
                    model.notes.draft = theirs.draft;
                }
                is_taken
            }),
            (key, None) if key.is_many() => {
                model.notes.remove(key);
                true
            }
            (key, Some(payload)) => model.notes.read(key, payload),
            (_, None) => false,
        };
        if is_taken {
            // To take a copy back must not delete what came after it.
            if let Some(Undo::Notes(before)) = &mut model.undo {
                match &change.payload {
                    Some(payload) => {
                        let _ = before.read(change.key, payload);
                    }
                    None => before.remove(change.key),
                }
            }
            saw.push(change);
        }
    }
    if saw.is_empty() { Vec::new() } else { vec![Effect::Saw(saw)] }
}

/// The store belongs to nobody or to a newer version now. Memory stays as it is.
fn removed_elsewhere(model: &mut Model, error: StoreError) {
    match error {
        StoreError::Gone => {
            model.storage = Storage::Gone;
            // From here on they are in memory alone, and so in the copy that a crash would leave.
            if matches!(model.visit, Visit::Open(_)) {
                touch_all(model);
            }
        }
        StoreError::Newer => model.storage = Storage::Newer,
        StoreError::Denied | StoreError::Full | StoreError::Unfaithful => {}
    }
}

/// A screen whose record is gone by now, deleted here or in another tab, gives way to the doors.
pub(super) fn mend(cx: Cx<'_>, model: &mut Model) {
    let Visit::Open(visit) = &mut model.visit else { return };
    let has_gone = match *visit.ground() {
        Screen::Question(Asking { position, .. }) => position >= model.asked(&cx.pack.questions).len(),
        Screen::Picture(_) => model.notes.latest().is_none(),
        Screen::Safety(..)
        | Screen::Welcome(_)
        | Screen::Who(..)
        | Screen::Steps(_)
        | Screen::Plan(..)
        | Screen::Home(..)
        | Screen::CheckIn(_)
        | Screen::Page(..)
        | Screen::Help(_)
        | Screen::Notes(..) => return,
    };
    let role = model.notes.settings.role;
    if has_gone && let Visit::Open(visit) = &mut model.visit {
        *visit.ground() = Screen::Who(role, false);
    }
}

// --- one's own copy, and taking back ---------------------------------------------------------------------------

/// The reader chose a file. What other tabs wrote is looked at before it is taken in: to take it back must not delete that.
pub(super) fn picked(model: &mut Model, text: Option<String>) -> Vec<Effect> {
    (model.undo, model.copied) = (None, None);
    let read = text.map_or(Err(Refused::TooLarge), |text| read_copy(&text));
    let Visit::Open(OpenVisit { screen: Screen::Notes(_, dialog), .. }) = &mut model.visit else {
        return Vec::new();
    };
    match read {
        Ok(copied) => {
            *dialog = Dialog::AskTakeIn;
            model.copied = Some(copied);
        }
        Err(refused) => *dialog = Dialog::Refused(refused),
    }
    vec![Effect::Look]
}

/// Takes the copy in, all of it at once: added to what is here, or in its place.
fn take_in(turn: &mut Turn<'_>, replaces: bool) {
    let Some(copied) = turn.model.copied.take() else { return };
    let mut after = Notes::default();
    if !replaces {
        after.merge(&turn.model.notes);
    }
    after.merge(&copied.notes);
    let before = become_notes(turn.model, after);
    ask(turn, Dialog::TookIn);
    if replaces {
        // What stood below may speak of notes that are no longer here.
        turn.visit = turn.visit.anew(Screen::Notes(Box::new(Screen::Welcome(None)), Dialog::TookIn));
    }
    turn.model.undo = Some(Undo::Notes(Box::new(before)));
    turn.model.is_return = turn.model.notes.has_any();
}

/// Deletes one record. *Undo* brings it back until the reader goes elsewhere.
pub(super) fn remove(model: &mut Model, key: Key) {
    model.undo = model.notes.payload(key).map(|payload| Undo::Record(key, payload));
    model.notes.remove(key);
    model.touch(key);
}

fn undo(model: &mut Model) {
    match model.undo.take() {
        Some(Undo::Record(key, payload)) => {
            // By now another tab's note may stand in its place.
            let mut after = Notes::default();
            after.merge(&model.notes);
            after.merge(&Notes::of(key, &payload).unwrap_or_default());
            let _ = become_notes(model, after);
        }
        Some(Undo::Notes(before)) => {
            let _ = become_notes(model, *before);
            if let Some(dialog) = dialog(&mut model.visit) {
                *dialog = Dialog::Closed;
            }
        }
        None => {}
    }
}

/// A copy that could not be kept as a whole is not taken in at all.
fn take_back_the_copy(model: &mut Model) {
    let took_in = dialog(&mut model.visit).is_some_and(|dialog| *dialog == Dialog::TookIn);
    if took_in && matches!(model.undo, Some(Undo::Notes(_))) {
        undo(model);
        if let Some(dialog) = dialog(&mut model.visit) {
            *dialog = Dialog::TakeInFailed;
        }
    }
}

/// Puts `after` in the place of the notes; what differs is written. Consent stays what it is. Gives back what was there.
fn become_notes(model: &mut Model, mut after: Notes) -> Notes {
    after.settings.keep = model.notes.settings.keep;
    let before = std::mem::replace(&mut model.notes, after);
    let mut keys = before.keys();
    keys.extend(model.notes.keys());
    for key in keys {
        if before.payload(key) != model.notes.payload(key) {
            model.touch(key);
        }
    }
    before
}

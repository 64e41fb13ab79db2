//! A tab: a reader, and the writer to a store that several tabs share. Effects are carried out as `app` does.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::collections::{BTreeMap, BTreeSet};

use fogbridge::domain::answer::Answer;
use fogbridge::domain::notes::{Notes, Place, RecordId};
use fogbridge::domain::plan::{Moment, Outcome};
use fogbridge::domain::question::Role;
use fogbridge::snapshot::{Change, Key, Restored, SetAside, Unreadable, copy, restore, seal, unseal};
use fogbridge::state::gate::SafetyAnswer;
use fogbridge::state::keeper::Keeper;
use fogbridge::state::model::{Consent, Picked, Saved, Storage};
use fogbridge::state::msg::Field;
use fogbridge::state::{Act, Effect, Msg};

use super::common::{Reader, place};
use super::stores::FaultStore;

/// What all keys of the namespace `main` begin with.
pub const PREFIX: &str = "pn.main.";

/// How the text of an answer begins in [`texts`]: alone among them, the same one can be given again.
pub const ANSWER: &str = "answer";

pub struct Tab {
    pub reader: Reader,
    pub keeper: Option<Keeper<FaultStore>>,
    pub store: FaultStore,
    /// The loader's rescue copy, in memory only.
    pub rescue: BTreeMap<String, String>,
    /// The last copy that was downloaded.
    pub downloaded: Option<String>,
    /// True while saving has to wait: for the reader's pause, or for another tab's turn.
    pub holds: bool,
    /// The texts that were in memory since this was last emptied.
    pub passed: BTreeSet<String>,
    /// True after a save that succeeded.
    pub has_saved: bool,
    wants_save: bool,
}

impl Tab {
    /// A visit begins. No check-in and no earlier reflection is read before the reader does something.
    pub fn open(store: &FaultStore) -> Self {
        let opened = Keeper::open(store.clone(), "main", RecordId::MAX);
        let (keeper, notes, storage) = match opened {
            Ok((keeper, notes)) => {
                let storage = if keeper.is_read_only() { Storage::Newer } else { Storage::Works };
                (Some(keeper), notes, storage)
            }
            Err(_) => (None, Notes::default(), Storage::Memory),
        };
        let mut reader = Reader::with(notes, storage);
        reader.model.n_set_aside = keeper.as_ref().map_or(0, Keeper::n_set_aside);
        let rescue = keeper.iter().flat_map(|_| pairs(store)).collect();
        Self {
            reader,
            keeper,
            store: store.clone(),
            rescue,
            downloaded: None,
            holds: false,
            passed: BTreeSet::new(),
            has_saved: false,
            wants_save: false,
        }
    }

    /// A visit in which a picture and a plan were kept, and nothing waits.
    pub fn kept(store: &FaultStore) -> Self {
        let mut tab = Self::open(store);
        tab.goes_to("picture").plans("after the bus");
        assert!(tab.says_saved() && missing(tab.notes(), store).is_empty());
        tab
    }

    /// The tab crashes, and the reader comes back.
    pub fn crash(&mut self) {
        *self = Self { holds: self.holds, ..Self::open(&self.store) };
    }

    /// Reads what was left at the beginning.
    pub fn recalls(&mut self) {
        if let Some(keeper) = &mut self.keeper {
            let model = &mut self.reader.model;
            keeper.rest(&mut model.notes);
            model.n_set_aside = keeper.n_set_aside();
        }
    }

    /// Something happens, and what waits is written when it asks for that.
    pub fn does(&mut self, msg: impl Into<Msg>) -> &mut Self {
        self.recalls();
        self.reader.does(msg);
        self.passed.extend(texts(&self.reader.model.notes));
        for effect in self.reader.take_effects() {
            if let Some(answer) = self.carry_out(effect) {
                self.reader.does(answer);
                self.passed.extend(texts(&self.reader.model.notes));
                for effect in self.reader.take_effects() {
                    self.carry_out(effect);
                }
            }
        }
        self.takes_turn()
    }

    /// Writes what does not wait for a pause, if it is this tab's turn.
    pub fn takes_turn(&mut self) -> &mut Self {
        if !self.holds && std::mem::take(&mut self.wants_save) {
            self.saves();
        }
        self
    }

    fn carry_out(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Keep { changes, write } => {
                for change in &changes {
                    self.hand_over(change);
                }
                if let Some(keeper) = self.keeper.as_mut().filter(|_| write) {
                    keeper.queue(changes);
                    self.wants_save = true;
                }
            }
            Effect::KeepSoon { change, write } => {
                self.hand_over(&change);
                if let Some(keeper) = self.keeper.as_mut().filter(|_| write) {
                    keeper.queue(vec![change]);
                }
            }
            Effect::StopWriting => {
                if let Some(keeper) = &mut self.keeper {
                    keeper.save_and_stop();
                }
            }
            Effect::Look => return self.look(None),
            Effect::Saw(changes) => {
                for change in &changes {
                    self.hand_over(change);
                    if let Some(keeper) = &mut self.keeper {
                        keeper.saw(change);
                    }
                }
            }
            Effect::BeginAnew => {
                if let Some(keeper) = &mut self.keeper {
                    keeper.begin_anew();
                }
            }
            Effect::DropCopies => self.rescue.clear(),
            Effect::RemoveAll => {
                return Some(Msg::RemovedAll(self.keeper.as_mut().map_or(Ok(()), Keeper::remove_all)));
            }
            Effect::Download => {
                let keeper = self.keeper.as_ref().filter(|_| !self.reader.model.is_guest);
                let aside = keeper.map(|keeper| restore(keeper.stored()).set_aside).unwrap_or_default();
                self.downloaded = Some(copy(&self.reader.model.notes, &aside));
            }
            Effect::Persist
            | Effect::PickCopy
            | Effect::FocusHeading
            | Effect::FocusInPlace
            | Effect::Tell(_)
            | Effect::Calendar(_)
            | Effect::CopySheet(_)
            | Effect::Print
            | Effect::DropFiles
            | Effect::Copy(_) => {}
        }
        None
    }

    fn hand_over(&mut self, change: &Change) {
        match &change.payload {
            Some(payload) => self.rescue.insert(change.key.name(), seal(payload, 0)),
            None => self.rescue.remove(&change.key.name()),
        };
    }

    /// The reader pauses, or it is this tab's turn: what waits is written.
    pub fn saves(&mut self) -> &mut Self {
        if let Some(saving) = self.keeper.as_mut().and_then(Keeper::save) {
            self.has_saved = saving.outcome.is_ok();
            self.does(Msg::Saved(saving));
        }
        self
    }

    fn look(&mut self, only: Option<&str>) -> Option<Msg> {
        let may_write = self.reader.model.writes_again();
        let keeper = self.keeper.as_mut()?;
        let found = keeper.look(only, may_write);
        self.wants_save |= may_write && keeper.waits();
        (found != Ok(Vec::new())).then_some(Msg::Found(found))
    }

    /// The browser says that another tab wrote under this full key, or anywhere.
    pub fn looks(&mut self, only: Option<&str>) -> &mut Self {
        if let Some(found) = self.look(only) {
            self.does(found);
        }
        self.takes_turn()
    }

    /// True if the reader reads *Saved in this browser*.
    pub fn says_saved(&self) -> bool {
        let model = &self.reader.model;
        (model.storage, model.consent, model.saved) == (Storage::Works, Consent::Keep, Saved::Saved)
    }

    pub fn notes(&self) -> &Notes {
        &self.reader.model.notes
    }

    /// Types `words` on the way to a plan, and leaves the field as it is.
    pub fn types(&mut self, words: &str) -> &mut Self {
        if self.reader.screen() != "plan" {
            self.goes_to("steps");
            self.does(Act::PressedPlan(place("tea")));
        }
        self.does(Msg::Typed(Field::Moment, words.to_owned()))
    }

    /// Makes a plan with `words` as its moment.
    pub fn plans(&mut self, words: &str) -> &mut Self {
        self.types(words).does(Act::LeftField).does(Act::PressedKeepPlan)
    }

    /// Goes to `steps`, `picture`, `question`, `notes` or `home`, from wherever.
    pub fn goes_to(&mut self, aim: &str) -> &mut Self {
        for _ in 0..40 {
            let screen = self.reader.screen();
            if screen == aim {
                break;
            }
            match (screen, aim) {
                (_, "notes") => self.does(Act::PressedNotes),
                ("welcome", _) if self.reader.model.is_return() => self.does(Act::PressedGoOn),
                ("welcome", _) => self.does(Act::ChoseKeep(true)).does(Act::PressedBegin),
                ("who", _) => self.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext),
                ("safety", _) => self.does(Act::PickedSafety(SafetyAnswer::No)).does(Act::PressedNext),
                ("question", _) => self.does(Act::PressedSkip),
                ("picture", "question") => self.does(Act::PressedReflect),
                ("steps", "home") => self.plans("to get home"),
                ("picture" | "home", _) if aim != "question" => self.does(Act::PressedSteps),
                ("home", _) => self.does(Act::PressedReflect),
                _ => self.does(Act::PressedBack),
            };
        }
        self
    }

    /// Answers the question on the screen.
    pub fn answers(&mut self, place: usize) -> &mut Self {
        self.does(Act::PickedAnswer(Picked::Option(place))).does(Act::PressedNext)
    }
}

/// The records of our namespace: names and stored strings.
pub fn pairs(store: &FaultStore) -> Vec<(String, String)> {
    let pairs = store.values().into_iter();
    pairs.filter_map(|(key, raw)| Some((key.strip_prefix(PREFIX)?.to_owned(), raw))).collect()
}

/// What a visit would find in `store`.
pub fn restored(store: &FaultStore) -> Restored {
    let pairs = pairs(store);
    restore(pairs.iter().map(|(name, raw)| (name.as_str(), raw.as_str())))
}

/// What stands in `store` and is no record: neither one that was set aside, nor one of a newer version.
pub fn broken(store: &FaultStore) -> Vec<SetAside> {
    let is_kept_aside = |aside: &SetAside| aside.name.starts_with("aside.") || aside.why == Unreadable::Newer;
    restored(store).set_aside.into_iter().filter(|aside| !is_kept_aside(aside)).collect()
}

/// The records of `notes` that do not stand in `store` as they are.
pub fn missing(notes: &Notes, store: &FaultStore) -> Vec<Key> {
    let there = restored(store).notes;
    let mut keys = notes.keys();
    keys.retain(|key| notes.payload(*key) != there.payload(*key));
    keys.extend(there.keys().into_iter().filter(|key| notes.payload(*key).is_none()));
    keys
}

/// Everything a reader entered that can be told apart: words of plans with their outcomes, reflections, answers so far, and
/// what is typed and not yet a plan.
pub fn texts(notes: &Notes) -> Vec<String> {
    let mut texts = Vec::new();
    for plan in notes.plans.values() {
        let Moment::Own(words) = &plan.moment else { continue };
        texts.push(words.as_str().to_owned());
        for (n, entry) in plan.entries.iter().enumerate() {
            let before = plan.entries.iter().take(n).filter(|other| *other == entry).count();
            texts.push(format!("{}|{:?} for the {before}", words.as_str(), entry));
        }
    }
    for (_, reflection) in notes.reflections.iter() {
        texts.push(format!("{reflection:?}"));
    }
    for draft in notes.draft.iter() {
        for (question, answer) in draft.answers.iter().filter(|(_, answer)| **answer != Answer::Skipped) {
            texts.push(format!("{ANSWER} {:?} {question} {answer:?}", draft.role));
        }
    }
    match &notes.place {
        Place::Plan(draft) if !draft.own.is_empty() => texts.push(draft.own.clone()),
        _ => {}
    }
    texts
}

/// The texts that stand in `store`, those that were set aside included.
pub fn stored_texts(store: &FaultStore) -> Vec<String> {
    let restored = restored(store);
    let mut all = texts(&restored.notes);
    for aside in restored.set_aside {
        let name = aside.name.strip_prefix("aside.").and_then(|name| name.split_once('.'));
        if let (Some(key), Ok(sealed)) = (name.and_then(|(_, name)| Key::parse(name)), unseal(&aside.raw)) {
            all.extend(Notes::of(key, sealed.payload).iter().flat_map(texts));
        }
    }
    all
}

/// True if `text` stands in `store`, set aside or not.
pub fn is_stored(store: &FaultStore, text: &str) -> bool {
    stored_texts(store).iter().any(|other| other == text)
}

/// What became of the oldest plan.
pub fn says(tab: &mut Tab, outcome: Outcome) {
    let id = tab.notes().plans.keys().next().copied().expect("a plan");
    tab.goes_to("home").does(Act::SaidOutcome(id, outcome));
}

//! Fails each call to the store in turn, once and for ever, along whole journeys of a reader.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

mod common;
#[path = "common/stores.rs"]
mod stores;
#[path = "common/tab.rs"]
mod tab;

use common::place;
use fogbridge::domain::plan::Outcome;
use fogbridge::snapshot::Key;
use fogbridge::state::model::{Consent, Dialog, Saved, Screen, Storage, Visit};
use fogbridge::state::ports::StoreError;
use fogbridge::state::{Act, Msg};
use stores::{FaultStore, Lie};
use tab::{Tab, broken, missing, pairs, says, texts};

/// One thing a reader does.
type Step = fn(&mut Tab);

fn to_picture(tab: &mut Tab) {
    tab.does(Act::ChoseKeep(true)).does(Act::PressedBegin).goes_to("question");
    tab.answers(1).answers(0).answers(0).goes_to("picture");
}

fn types(tab: &mut Tab) {
    tab.types("after").types("after the").saves().types("after the bus");
}

fn plans(tab: &mut Tab) {
    tab.plans("when it rains");
}

fn removes_one(tab: &mut Tab) {
    let id = tab.notes().plans.keys().next().copied().expect("a plan");
    tab.goes_to("notes").does(Act::PressedRemove(Key::Plan(id)));
}

fn undoes(tab: &mut Tab) {
    tab.does(Act::PressedUndo);
}

fn picks_a_copy(tab: &mut Tab) {
    let copy = include_str!("fixtures/notes_v1/copy.json");
    tab.goes_to("notes").does(Act::PressedReadBack).does(Msg::PickedCopy(Some(copy.to_owned())));
}

const KEEPING: [(&str, &[Step]); 7] = [
    ("to the picture", &[to_picture]),
    ("a plan in words of one's own", &[to_picture, types, plans]),
    ("outcomes", &[to_picture, plans, |tab| says(tab, Outcome::NotToday), |tab| says(tab, Outcome::Done)]),
    ("deleting one, and taking it back", &[to_picture, plans, removes_one, undoes]),
    (
        "keeping later",
        &[
            |tab| {
                tab.does(Act::ChoseKeep(false)).does(Act::PressedBegin).goes_to("question").answers(1);
            },
            |tab| {
                tab.goes_to("picture").plans("after the bus").does(Act::PressedNotes);
            },
            |tab| {
                tab.does(Act::PressedKeepNow);
            },
        ],
    ),
    (
        "a copy added, and taken back",
        &[
            to_picture,
            plans,
            picks_a_copy,
            |tab| {
                tab.does(Act::ConfirmedTakeIn(false));
            },
            undoes,
        ],
    ),
    (
        "a copy in the place of what is here, and taken back",
        &[
            to_picture,
            plans,
            picks_a_copy,
            |tab| {
                tab.does(Act::ConfirmedTakeIn(true));
            },
            undoes,
        ],
    ),
];

const TAKING_IN: [(&str, &[Step]); 2] = [
    (
        "a copy added",
        &[to_picture, plans, picks_a_copy, |tab| {
            tab.does(Act::ConfirmedTakeIn(false));
        }],
    ),
    (
        "a copy in the place of what is here",
        &[to_picture, plans, picks_a_copy, |tab| {
            tab.does(Act::ConfirmedTakeIn(true));
        }],
    ),
];

const REMOVING: [(&str, &[Step]); 2] = [
    (
        "keeping no longer",
        &[to_picture, plans, |tab| {
            tab.goes_to("notes").does(Act::PressedStopKeeping);
        }],
    ),
    (
        "deleting everything",
        &[to_picture, plans, |tab| {
            tab.goes_to("notes").does(Act::PressedDelete).does(Act::ConfirmedDelete);
        }],
    ),
];

/// Walks the journey without a fault; says how it ended and how many calls it took.
fn walk(steps: &[Step]) -> (Tab, usize) {
    let store = FaultStore::default();
    let mut tab = Tab::open(&store);
    for step in steps {
        step(&mut tab);
    }
    let n_calls = store.0.borrow().n_calls;
    (tab, n_calls)
}

fn dialog(tab: &Tab) -> Option<Dialog> {
    match &tab.reader.model.visit {
        Visit::Open(visit) => match visit.screen {
            Screen::Notes(_, dialog) => Some(dialog),
            _ => None,
        },
        Visit::Afraid(_) => None,
    }
}

/// Walks `journeys` once for each call to the store with that call failing, once and for ever, and looks after each step
/// whether what is said of saving is true. Then the store works again, and `end` looks at what is left. Gives back how many
/// calls were made to fail.
fn fail_each(journeys: &[(&str, &[Step])], end: impl Fn(&str, &mut Tab, &Tab)) -> usize {
    let mut n_failed = 0;
    for (name, steps) in journeys {
        let (clean, n_calls) = walk(steps);
        assert!(clean.reader.screen() != "safety" && n_calls > 10, "{name}: {n_calls} calls");
        for at in 1..=n_calls {
            for (for_ever, error) in [(false, StoreError::Full), (true, StoreError::Denied)] {
                let store = FaultStore::default();
                store.fail(at, for_ever, error);
                let mut tab = Tab::open(&store);
                let name = format!("{name}, call {at} of {n_calls}, for ever: {for_ever}");
                for step in *steps {
                    step(&mut tab);
                    assert_eq!(broken(&store), [], "{name}");
                    if tab.says_saved() {
                        assert_eq!(missing(tab.notes(), &store), [], "{name}: a false Saved");
                    }
                }
                n_failed += store.n_failed();
                store.mend();
                end(&name, &mut tab, &clean);
            }
        }
    }
    n_failed
}

/// After the next success everything in memory stands in the store, and is said to.
fn saves_everything(name: &str, tab: &mut Tab) {
    tab.saves();
    if tab.reader.model.storage == Storage::Memory {
        return assert!(!tab.says_saved(), "{name}"); // The very first look failed: nothing is kept in this visit.
    }
    assert_eq!(missing(tab.notes(), &tab.store), [], "{name}");
    assert!(tab.says_saved(), "{name}: {:?}", tab.reader.model.saved);
}

/// F6, F7, F18, F23.
#[test]
fn whichever_call_fails_nothing_on_the_screen_is_lost_and_the_next_success_saves_everything() {
    let n_failed = fail_each(&KEEPING, |name, tab, clean| {
        assert_eq!(texts(tab.notes()), texts(clean.notes()), "{name}");
        assert_eq!(tab.reader.screen(), clean.reader.screen(), "{name}");
        saves_everything(name, tab);
    });
    assert!(n_failed > 1000, "{n_failed}");
}

/// F24. All of a copy is taken in and kept, or none of it.
#[test]
fn whichever_call_fails_a_copy_is_taken_in_as_a_whole_or_not_at_all() {
    let (mut n_whole, mut n_none) = (0, 0);
    let counts = std::cell::RefCell::new((&mut n_whole, &mut n_none));
    fail_each(&TAKING_IN, |name, tab, clean| {
        let (before, _) = walk(&[to_picture, plans]);
        if dialog(tab) == Some(Dialog::TakeInFailed) {
            assert_eq!(texts(tab.notes()), texts(before.notes()), "{name}");
            *counts.borrow_mut().1 += 1;
        } else {
            assert_eq!(dialog(tab), Some(Dialog::TookIn), "{name}");
            assert_eq!(texts(tab.notes()), texts(clean.notes()), "{name}");
            *counts.borrow_mut().0 += 1;
        }
        saves_everything(name, tab);
    });
    assert!(n_whole > 50 && n_none > 50, "{n_whole} and {n_none}");
}

/// F25.
#[test]
fn whichever_call_fails_a_removal_is_done_or_said_to_have_failed_and_can_be_tried_again() {
    let mut n_said = 0;
    let count = std::cell::RefCell::new(&mut n_said);
    fail_each(&REMOVING, |name, tab, clean| {
        assert_eq!(texts(tab.notes()), texts(clean.notes()), "{name}");
        assert!(!tab.says_saved() && tab.reader.model.consent != Consent::Keep, "{name}");
        if tab.reader.model.storage == Storage::Memory {
            return;
        }
        if !pairs(&tab.store).is_empty() {
            assert_eq!(dialog(tab), Some(Dialog::DeleteFailed), "{name}");
            **count.borrow_mut() += 1;
        }
        tab.does(Act::PressedDelete).does(Act::ConfirmedDelete);
        assert_eq!(pairs(&tab.store), [], "{name}");
        assert_eq!(dialog(tab), Some(Dialog::Deleted), "{name}");
        // Whoever goes on from here can keep again, and is not told that anything was removed.
        to_picture(tab);
        saves_everything(name, tab);
    });
    assert!(n_said > 20, "{n_said}");
}

/// F25. A removal that failed half-way leaves a reader who can keep again.
#[test]
fn after_a_removal_that_failed_what_is_kept_anew_is_saved() {
    fail_each(&REMOVING, |name, tab, _| {
        if tab.reader.model.storage == Storage::Memory {
            return;
        }
        if tab.reader.model.is_return() || !tab.notes().plans.is_empty() {
            tab.goes_to("notes").does(Act::PressedKeepNow);
        } else {
            tab.does(Act::PressedBack);
            to_picture(tab);
        }
        saves_everything(name, tab);
    });
}

/// F7, F23. A store that says it wrote and did not is never believed.
#[test]
fn a_store_that_lies_at_any_point_is_never_said_to_have_saved() {
    let mut n_said = 0;
    for (name, steps) in KEEPING {
        for lie in [Lie::Forgets, Lie::Empties] {
            for at in 0..steps.len() {
                let store = FaultStore::default();
                let mut tab = Tab::open(&store);
                for (n, step) in steps.iter().enumerate() {
                    if n == at {
                        store.lie(lie);
                    }
                    step(&mut tab);
                    if tab.says_saved() {
                        assert_eq!(missing(tab.notes(), &store), [], "{name} from step {at}, {lie:?}");
                    }
                }
                let (clean, _) = walk(steps);
                assert_eq!(texts(tab.notes()), texts(clean.notes()), "{name} from step {at}, {lie:?}");
                n_said += usize::from(matches!(tab.reader.model.saved, Saved::NotSaved(_)));
                store.mend();
                saves_everything(name, &mut tab);
            }
        }
    }
    assert!(n_said > 20, "{n_said}");
}

#[test]
fn the_journeys_lead_where_they_say() {
    for (name, steps) in KEEPING {
        let (tab, _) = walk(steps);
        assert!(tab.says_saved() && !texts(tab.notes()).is_empty(), "{name}");
    }
    let (tab, _) = walk(TAKING_IN[0].1);
    assert!(texts(tab.notes()).contains(&"when it rains".to_owned()) && tab.notes().plans.len() > 1);
    let (tab, _) = walk(TAKING_IN[1].1);
    assert!(!texts(tab.notes()).contains(&"when it rains".to_owned()) && !tab.notes().plans.is_empty());
    assert!(place("tea") < 99);
}

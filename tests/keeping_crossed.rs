//! F16 where what one tab writes reaches the others too late, as WebKit does it: each of two has written over the other, and
//! nothing is lost.
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

use fogbridge::domain::plan::Outcome;
use fogbridge::snapshot::Key;
use fogbridge::state::Act;
use stores::FaultStore;
use tab::{Tab, is_stored, restored, says, texts};

/// F16: nothing is lost where what one tab wrote reaches the other too late, whoever hears of it first.
#[test]
fn what_another_tab_wrote_over_without_having_read_it_is_written_again_beside_it() {
    for first_looks_first in [true, false] {
        let store = FaultStore::default();
        let mut first = Tab::kept(&store);
        let mut second = Tab::open(&store);
        store.cross(|| says(&mut first, Outcome::NotToday), || says(&mut second, Outcome::Done));
        let order: [usize; 4] = if first_looks_first { [0, 1, 0, 1] } else { [1, 0, 1, 0] };
        let mut tabs = [first, second];
        for place in order {
            tabs[place].looks(None);
        }
        let plan = restored(&store).notes.plans.values().next().expect("a plan").clone();
        assert_eq!(plan.entries.len(), 2, "{first_looks_first}");
        for tab in &tabs {
            assert_eq!(tab.notes().plans.values().next(), Some(&plan));
            assert!(tab.says_saved());
        }
        let written = store.values();
        tabs.iter_mut().for_each(|tab| {
            tab.looks(None);
        });
        assert_eq!(store.values(), written, "they come to rest");
    }
}

/// F16: the same for two that differ, which become two; and a note that is deleted meanwhile stays so.
#[test]
fn two_new_notes_that_crossed_are_both_kept_and_a_deleted_one_does_not_come_back() {
    let store = FaultStore::default();
    let mut first = Tab::kept(&store);
    let mut second = Tab::open(&store);
    second.goes_to("steps");
    for tab in [&mut second, &mut first] {
        tab.reader.now = 0; // So the next id is the one behind the last, in both.
    }
    store.cross(
        || {
            first.plans("the first one's");
        },
        || {
            second.plans("the second one's");
        },
    );
    assert!(!is_stored(&store, "the first one's"), "they crossed");
    first.looks(None);
    second.looks(None);
    for words in ["after the bus", "the first one's", "the second one's"] {
        assert!(is_stored(&store, words), "{words}");
        assert!(texts(second.notes()).contains(&words.to_owned()), "{words}");
    }
    let id = first.notes().plans.keys().next().copied().expect("a plan");
    store.cross(
        || says(&mut first, Outcome::Done),
        || {
            second.goes_to("notes").does(Act::PressedRemove(Key::Plan(id)));
        },
    );
    first.looks(None);
    assert!(!is_stored(&store, "after the bus") && !first.notes().plans.contains_key(&id));
}

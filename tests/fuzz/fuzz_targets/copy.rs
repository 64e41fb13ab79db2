//! A file that a reader picks: it is refused or read, to take it in twice is to take it in once, and a copy of what came
//! in holds the same.
#![no_main]

use fogbridge::domain::notes::Notes;
use fogbridge::snapshot::{copy, read_copy};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(copied) = read_copy(text) else { return };
    assert!(!copied.notes.settings.keep);
    let mut once = Notes::default();
    once.merge(&copied.notes);
    let mut twice = once.clone();
    twice.merge(&copied.notes);
    assert_eq!(twice, once);
    let again = read_copy(&copy(&copied.notes, &[])).expect("our own copy");
    assert_eq!((again.notes, again.n_unreadable), (copied.notes, 0));
});

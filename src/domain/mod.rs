//! What Fogbridge reasons about: answers, threads, steps, plans, dates.
//!
//! Belongs here: pure values and the rules between them, with `std` and a sorted map only. Nothing in
//! this module knows a text, a clock, a random number or a browser, and nothing in it can fail at
//! run time except by a named error.
//! Does not belong here: wording (`content`), stored strings (`snapshot`), screens (`state`).

pub mod answer;
pub mod calendar;
pub mod check_in;
pub mod date;
pub mod digits;
pub mod insight;
pub mod look_back;
pub mod notes;
pub mod phrase;
pub mod plan;
pub mod question;
pub mod reading;
pub mod step;
pub mod suggest;
pub mod word;

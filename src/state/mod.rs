//! The Elm part: what is on the screen, what can happen, and what follows. Pure.
//!
//! Belongs here: [`Model`], [`Msg`], [`update`](update::update), effects as values, ports as traits, and the one writer to the
//! store. Does not belong here: markup (`views`), browser calls (`platform`), stored strings (`snapshot`).

pub mod effect;
pub mod gate;
pub mod keeper;
pub mod model;
pub mod msg;
pub mod ports;
pub mod shelf;
pub mod update;
pub mod visit;
pub mod words;

pub use effect::{Effect, Progress};
pub use model::{Cx, LibraryState, Model};
pub use msg::{Act, Msg};
pub use update::update;

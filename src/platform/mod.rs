//! The browser, behind the ports of `state::ports`. With `embed`, the only place that names `web_sys`,
//! `js_sys` or gloo (views name the type of an event's target, nothing more).

mod browser_store;
mod clock;

pub use browser_store::BrowserStore;
pub use clock::{now, today};

//! Fogbridge: "Is it the relationship, or the depression?" A private reflection and small steps back to
//! each other, inside any article.

pub mod content;
pub mod domain;
pub mod json;
pub mod snapshot;
pub mod state;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod views;

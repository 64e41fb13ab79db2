//! The wasm that ships. All of it stands in the library; `embed` is what the loader calls.

use fogbridge as _;

fn main() {}

//! The wasm that ships. All of it stands in the library; `embed` is what the loader calls.

#![forbid(unsafe_code)]

use fogbridge as _;

/// Weighs 1.6 KB less on the wire than the standard one, which is dlmalloc.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

//! The real content, as an editor left it.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::path::Path;

use fogbridge::content::compile::{Compiled, Files, Problem, compile};

/// The folder of this repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every content file.
pub fn files() -> Files {
    Files::read(&root().join("src/content")).expect("readable")
}

/// English, compiled once for each thread of tests.
pub fn english() -> &'static Compiled {
    thread_local! {
        static ENGLISH: &'static Compiled = Box::leak(Box::new({
            let languages = compile(&files()).unwrap_or_else(|problems| panic!("{}", lines(&problems)));
            languages.into_iter().find(|language| language.lang == "en").expect("English is there")
        }));
    }
    ENGLISH.with(|english| *english)
}

/// Problems, one a line.
pub fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

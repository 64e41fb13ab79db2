//! The real content, as an editor left it.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::path::Path;

use fogbridge::content::compile::{Compiled, Files, Problem, compile};
use fogbridge::domain::answer::{Answer, Answers};
use fogbridge::domain::question::{AnswerOption, Path as Walk, Question, Role, Thread, asked};

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

/// For each question of the door the option that is worth most, by what a point for a thread is worth. Left out are safety
/// signs, and what `is_open` refuses.
pub fn leaning(
    questions: &[Question],
    role: Role,
    worth: impl Fn(Thread) -> i32,
    is_open: impl Fn(&AnswerOption) -> bool,
) -> Answers {
    let asked = asked(questions, role, Walk::Full).into_iter().map(|idx| &questions[idx]);
    asked
        .filter_map(|question| {
            let open = question.options.iter().filter(|option| !option.is_safety_sign() && is_open(option));
            let best = open.max_by_key(|option| {
                option.adds.iter().map(|weight| worth(weight.thread) * i32::from(weight.points)).sum::<i32>()
            })?;
            Some((question.id.clone(), Answer::Chosen(best.id.clone())))
        })
        .collect()
}

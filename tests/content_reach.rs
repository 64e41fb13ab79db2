//! Every item of the content can be met by some reader, and every idea of the inventory has an answer.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

#[path = "common/real.rs"]
mod real;

use fogbridge::content::compile::{Files, Told, coverage};
use fogbridge::domain::answer::{Answer, Answers};
use fogbridge::domain::insight::Rule;
use fogbridge::domain::question::{Cue, Path, Question, Role, Thread, asked};
use fogbridge::domain::reading::{Strength, read};
use fogbridge::domain::step::{Energy, Step};
use fogbridge::domain::suggest::{Situation, suggest};
use real::{english, files, leaning, root};

#[test]
fn every_insight_is_called_for_by_some_answers_and_none_by_all_of_them() {
    let english = english();
    let questions = &english.pack.questions;
    let chosen = |cues: &[Cue]| -> Answers {
        let answer = |cue: &Cue| {
            let question = &questions[usize::from(cue.question)];
            let option = &question.options[usize::from(cue.option)];
            (question.id.clone(), Answer::Chosen(option.id.clone()))
        };
        cues.iter().map(answer).collect()
    };
    for (insight, title) in english.library.insights.iter().map(|insight| (insight, insight.card.title)) {
        let rule = &insight.rule;
        for role in rule.roles.iter() {
            // One cue of each group, in every combination: at least one must fit the role and be free of cold acts
            // where the insight is kept back from them.
            let mut combinations: Vec<Vec<Cue>> = vec![vec![]];
            for group in &rule.when {
                combinations = combinations
                    .iter()
                    .flat_map(|before| group.iter().map(move |cue| [before.as_slice(), &[*cue]].concat()))
                    .collect();
            }
            let met = combinations.iter().any(|cues| {
                let answers = chosen(cues);
                let reading = read(questions, role, &answers);
                rule.called_by(role, &reading.given).is_some() && !(rule.softens && reading.partner_cold)
            });
            assert!(met, "{role:?} can never meet “{title}”");
            for skipped in 0..rule.when.len() {
                let without: Vec<Cue> = rule
                    .when
                    .iter()
                    .enumerate()
                    .filter(|(place, _)| *place != skipped)
                    .map(|(_, group)| group[0])
                    .filter(|cue| !rule.when[skipped].contains(cue))
                    .collect();
                assert_eq!(rule.called_by(role, &without), None, "“{title}” asks too little");
            }
        }
    }
}

#[test]
fn a_usual_reader_meets_a_few_insights_and_never_a_wall() {
    let english = english();
    let questions = &english.pack.questions;
    let mut seed = 7_u64;
    for &role in Role::ALL {
        let mut counts = Vec::new();
        for _ in 0..400 {
            let answers: Answers = asked(questions, role, Path::Full)
                .into_iter()
                .map(|idx| {
                    let question: &Question = &questions[idx];
                    seed =
                        seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let place = usize::try_from(seed >> 33).expect("small") % question.options.len();
                    (question.id.clone(), Answer::Chosen(question.options[place].id.clone()))
                })
                .collect();
            let given = read(questions, role, &answers).given;
            let called = |rule: &Rule| rule.called_by(role, &given).is_some();
            counts.push(english.library.insights.iter().filter(|insight| called(&insight.rule)).count());
        }
        counts.sort_unstable();
        assert!(counts[200] >= 1, "{role:?}: half of all readers meet no insight at all");
        assert!(counts[399] <= 12, "{role:?}: {} insights at once", counts[399]);
    }
}

#[test]
fn every_step_is_offered_to_some_door_and_most_are_suggested_to_someone() {
    let english = english();
    let rows: Vec<(&Step, ())> = english.library.steps.iter().map(|step| (step, ())).collect();
    let mut suggested = std::collections::BTreeSet::new();
    let questions = &english.pack.questions;
    for &role in Role::ALL {
        for &loud in role.threads() {
            for &also in role.threads() {
                let answers = warm(questions, role, &[loud, also]);
                let reading = read(questions, role, &answers);
                for energy in Energy::ALL {
                    let situation = Situation { role, reading: Some(&reading), energy: Some(*energy) };
                    suggested.extend(suggest(&rows, &situation));
                }
            }
        }
    }
    for (step, ()) in &rows {
        assert!(!step.roles.is_empty(), "{}", step.id);
    }
    assert!(suggested.len() >= 12, "only {} steps are ever suggested", suggested.len());
}

/// The answers that speak loudest for `threads` and against the others, and report nothing cold.
fn warm(questions: &[Question], role: Role, threads: &[Thread]) -> Answers {
    let worth = |thread| if threads.contains(&thread) { 1 } else { -1 };
    leaning(questions, role, worth, |option| !option.is_cold())
}

#[test]
fn every_myth_phrase_and_section_can_be_met_and_every_thread_has_a_myth_beside_it() {
    let english = english();
    let library = &english.library;
    for &role in Role::ALL {
        for &thread in role.threads() {
            let beside =
                library.myths.iter().filter(|myth| myth.roles.contains(role) && myth.beside.contains(thread));
            assert!(beside.clone().count() >= 1, "no myth stands beside {thread:?} for {role:?}");
            assert!(
                beside.clone().any(|myth| !myth.softens),
                "{role:?} {thread:?}: none is left where the partner was cold"
            );
        }
        for &energy in Energy::ALL {
            let fits = library.phrases.iter().filter(|phrase| phrase.fits(role, Some(energy))).count();
            assert!(fits >= 5, "{role:?} with {energy:?}: only {fits} phrases");
        }
    }
    assert!(library.phrases.iter().all(|phrase| !phrase.roles.is_empty()));
    assert!(library.staying.len() >= 3 && library.terms.len() >= 9 && library.help.len() >= 6);
    assert!(
        library.help.iter().any(|section| !section.past_gate)
            && library.help.iter().any(|section| section.past_gate)
    );
    let sentence = &library.sentence;
    assert!(sentence.seen.len() >= 6 && sentence.feelings.len() >= 10 && sentence.wish.len() >= 6);
}

#[test]
fn every_strength_of_every_thread_can_be_reached() {
    let english = english();
    let questions = &english.pack.questions;
    for &role in Role::ALL {
        for &thread in role.threads() {
            let strong = read(questions, role, &warm(questions, role, &[thread]));
            assert_eq!(
                strong.strength(thread),
                Some(Strength::Strong),
                "{role:?} {thread:?} without a cold act"
            );
            let none = read(questions, role, &Answers::default());
            assert_eq!(none.strength(thread), Some(Strength::NotClear));
        }
    }
}

#[test]
fn staying_and_going_are_told_at_equal_length() {
    let english = english();
    let lengths: Vec<usize> = english
        .library
        .staying
        .iter()
        .take(3)
        .map(|section| section.body.iter().map(|text| text.chars().count()).sum())
        .collect();
    let (shortest, longest) = (lengths.iter().min().expect("three"), lengths.iter().max().expect("three"));
    assert!(longest * 10 <= shortest * 11, "{lengths:?}: one side is told longer");
}

#[test]
fn every_idea_of_the_inventory_has_an_answer() {
    let coverage = coverage(&files());
    assert_eq!(coverage.len(), 397);
    let open: Vec<_> = coverage.iter().filter(|(_, told)| !told.is_answered()).map(|(id, _)| id).collect();
    assert!(
        open.is_empty(),
        "no answer for {open:?}: carry it, or say in structure/inventory.toml what became of it"
    );
    for (id, told) in &coverage {
        let must_be_told = !id.starts_with(['F', 'X']);
        assert!(!must_be_told || told.left_out.is_empty(), "{id} is left out; only facts may be");
        let answers = [!told.carriers.is_empty(), !told.merged.is_empty(), !told.left_out.is_empty()];
        assert!(answers.into_iter().filter(|answer| *answer).count() <= 1, "{id} has two answers: {told:?}");
    }
}

#[test]
fn every_caution_is_kept_by_something_that_exists() {
    let files = files();
    for (id, told) in coverage(&files).iter().filter(|(id, _)| id.starts_with('X')) {
        let Told { kept, .. } = told;
        assert!(!kept.is_empty(), "nothing is named that keeps {id}");
        for reference in kept.split("; ") {
            assert!(exists(&files, reference), "{id} names `{reference}`, which does not exist");
        }
    }
}

/// `path::name` is a name in a file of this repository; `language/file.key.key` a text.
fn exists(files: &Files, reference: &str) -> bool {
    if let Some((path, name)) = reference.split_once("::") {
        return std::fs::read_to_string(root().join(path)).is_ok_and(|text| text.contains(name));
    }
    let Some((file, keys)) = reference.split_once('.') else { return false };
    let Some(text) = files.text(&format!("{file}.toml")) else { return false };
    let table: toml::Table = text.parse().expect("checked before");
    let mut value = Some(&toml::Value::Table(table)).cloned();
    for key in keys.split('.') {
        value = value.and_then(|value| value.get(key).cloned());
    }
    value.is_some()
}

/// Every mark on which the safety of a reader rests, read and agreed one by one: which answers tell of a cold partner,
/// what is still offered then, which steps are touch, and what help says before the safety questions. A change here is a
/// decision: read the item aloud to someone whose partner mocks them, and to someone who is afraid.
#[test]
fn the_marks_that_keep_a_reader_safe_are_the_reviewed_ones() {
    let files = files();
    let table = |name: &str| -> toml::Table {
        files.text(&format!("structure/{name}.toml")).expect("there").parse().expect("checked before")
    };
    let mut marks = Vec::new();
    let mut list = |file: &str, key: &str, what: &str, fits: &dyn Fn(&toml::Value) -> bool| {
        for item in table(file)[key].as_array().expect("a list").iter().filter(|item| fits(item)) {
            marks.push(format!("{what} {}", item["id"].as_str().expect("an id")));
        }
    };
    let has = |item: &toml::Value, mark: &str| item.get(mark).and_then(toml::Value::as_bool) == Some(true);
    list("insights", "insight", "offered-when-cold insight", &|item| !has(item, "softens"));
    list("myths", "myth", "offered-when-cold myth", &|item| !has(item, "softens"));
    list("phrases", "phrase", "offered-when-cold phrase", &|item| !has(item, "warm"));
    list("phrases", "phrase", "said-to-oneself phrase", &|item| has(item, "to_self"));
    list("steps", "step", "touch step", &|item| has(item, "touch"));
    list("steps", "step", "warm step", &|item| has(item, "warm"));
    list("steps", "step", "caution step", &|item| item.get("caution").is_some());
    list("pages", "help", "before-the-gate help", &|item| !has(item, "past_gate"));
    for question in table("questions")["question"].as_array().expect("a list") {
        for option in question["option"].as_array().expect("a list") {
            for mark in ["cold", "safety_sign"] {
                if has(option, mark) {
                    let (question, option) = (question["id"].as_str(), option["id"].as_str());
                    marks.push(format!(
                        "{mark} answer {}.{}",
                        question.expect("an id"),
                        option.expect("an id")
                    ));
                }
            }
        }
    }
    marks.sort_unstable();
    let reviewed = include_str!("fixtures/reviewed_marks.txt");
    let reviewed: Vec<_> = reviewed.lines().filter(|line| !line.starts_with('#')).collect();
    for mark in &marks {
        assert!(reviewed.contains(&mark.as_str()), "not reviewed: {mark}");
    }
    for mark in reviewed {
        assert!(marks.iter().any(|other| other == mark), "reviewed, and gone: {mark}");
    }
}

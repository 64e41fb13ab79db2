//! Laws of the arithmetic behind the picture, for any content and any answers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

use fogbridge::domain::answer::{Answer, Answers};
use fogbridge::domain::question::{AnswerOption, Question, Role, Thread, Weight};
use fogbridge::domain::reading::{Strength, Tally, read};
use fogbridge::domain::word::Set;
use proptest::prelude::*;

fn thread() -> impl Strategy<Value = Thread> {
    prop::sample::select(Thread::ALL.to_vec())
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL.to_vec())
}

fn points() -> impl Strategy<Value = i8> {
    prop_oneof![-3_i8..=-1, 1_i8..=3]
}

/// Questions for every role, each with four options of at most two weights.
fn questions() -> impl Strategy<Value = Vec<Question>> {
    let weight = (thread(), points()).prop_map(|(thread, points)| Weight { thread, points });
    let option = prop::collection::vec(weight, 0..=2);
    prop::collection::vec(prop::collection::vec(option, 4), 1..14).prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(number, options)| Question {
                id: format!("q{number}").into(),
                roles: Role::ALL.iter().copied().collect(),
                short: Set::of_bits(0),
                about_partner: false,
                options: options
                    .into_iter()
                    .enumerate()
                    .map(|(place, mut adds)| {
                        adds.dedup_by_key(|weight| weight.thread);
                        AnswerOption { id: format!("o{place}").into(), adds, marks: 0 }
                    })
                    .collect(),
            })
            .collect()
    })
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        4 => (0..4_usize).prop_map(|place| Answer::Chosen(format!("o{place}").into())),
        1 => Just(Answer::NotSure),
        1 => Just(Answer::Skipped),
    ]
}

fn answers() -> impl Strategy<Value = Answers> {
    prop::collection::vec(answer(), 14).prop_map(|all| {
        all.into_iter().enumerate().map(|(number, answer)| (format!("q{number}").into(), answer)).collect()
    })
}

fn tally() -> impl Strategy<Value = Tally> {
    prop::collection::vec(points(), 0..14).prop_map(|all| {
        let mut tally = Tally::default();
        all.into_iter().for_each(|points| tally.add(points));
        tally
    })
}

proptest! {
    #[test]
    fn prop_more_evidence_for_a_thread_never_weakens_it(mut tally in tally(), points in 1_i8..=3) {
        let before = tally.strength();
        tally.add(points);
        prop_assert!(tally.strength() >= before);
    }

    #[test]
    fn prop_more_evidence_against_a_thread_never_strengthens_it_beyond_not_clear(
        mut tally in tally(), points in -3_i8..=-1,
    ) {
        let before = tally.strength();
        tally.add(points);
        prop_assert!(tally.strength() <= before);
    }

    #[test]
    fn prop_what_a_reader_saw_is_not_argued_away(mut tally in tally(), against in prop::collection::vec(-3_i8..=-1, 0..30)) {
        tally.add(2);
        against.into_iter().for_each(|points| tally.add(points));
        prop_assert!(tally.strength() >= Strength::Faint);
    }

    #[test]
    fn prop_no_single_answer_makes_a_thread_strong(points in points()) {
        let mut tally = Tally::default();
        tally.add(points);
        prop_assert_ne!(tally.strength(), Strength::Strong);
    }

    #[test]
    fn prop_not_sure_and_skipped_change_nothing(
        questions in questions(), role in role(), answers in answers(), unknown in prop::bool::ANY,
    ) {
        let mut known: Answers = answers.clone();
        known.retain(|_, answer| matches!(answer, Answer::Chosen(_)));
        let other = if unknown { Answer::NotSure } else { Answer::Skipped };
        let mut replaced = known.clone();
        for question in &questions {
            if known.get(&question.id).is_none() {
                replaced.set(question.id.clone(), other.clone());
            }
        }
        prop_assert_eq!(read(&questions, role, &known), read(&questions, role, &replaced));
    }

    #[test]
    fn prop_all_skipped_is_not_clear_yet(questions in questions(), role in role()) {
        let skipped: Answers = questions.iter().map(|question| (question.id.clone(), Answer::Skipped)).collect();
        let reading = read(&questions, role, &skipped);
        prop_assert!(reading.is_unclear());
        prop_assert!(reading.threads.iter().all(|thread| thread.evidence.is_empty()));
        prop_assert!(!reading.partner_cold);
    }

    #[test]
    fn prop_the_order_of_answering_does_not_matter(
        questions in questions(), role in role(), answers in answers(),
    ) {
        let mut backwards: Vec<_> = answers.iter().map(|(id, answer)| (id.clone(), answer.clone())).collect();
        backwards.reverse();
        let mut later = Answers::default();
        backwards.into_iter().for_each(|(id, answer)| later.set(id, answer));
        prop_assert_eq!(read(&questions, role, &answers), read(&questions, role, &later));
    }

    #[test]
    fn prop_evidence_is_the_readers_own_answers(questions in questions(), role in role(), answers in answers()) {
        for thread in read(&questions, role, &answers).threads {
            for evidence in thread.evidence {
                let question = &questions[usize::from(evidence.question)];
                let option = &question.options[usize::from(evidence.option)];
                prop_assert_eq!(answers.chosen(&question.id), Some(&option.id));
            }
        }
    }

    #[test]
    fn prop_answers_of_an_unknown_content_are_passed_over(questions in questions(), role in role(), answers in answers()) {
        let mut more = answers.clone();
        more.set("gone".into(), Answer::Chosen("o0".into()));
        more.set("q0".into(), Answer::Chosen("gone".into()));
        let mut fewer = answers;
        fewer.clear("q0");
        prop_assert_eq!(read(&questions, role, &more), read(&questions, role, &fewer));
    }
}

#[test]
fn a_supporter_has_no_fog_thread() {
    assert!(!Role::Supporter.threads().contains(&Thread::Fog));
    assert!(!Role::Numb.threads().contains(&Thread::Wear));
}

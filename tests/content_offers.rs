//! What the whole content offers: steps of every kind, lines to call, threads that can be seen, and three suggestions.
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

use fogbridge::domain::answer::{Answer, Answers};
use fogbridge::domain::question::{Cue, Role, Thread};
use fogbridge::domain::reading::{Strength, read};
use fogbridge::domain::step::{Effort, Energy, Setting, Step, Theme};
use fogbridge::domain::suggest::{Situation, suggest};
use proptest::prelude::*;
use real::{english, leaning};

#[test]
fn steps_span_every_effort_theme_setting_energy_and_door() {
    let steps = &english().library.steps;
    assert!(steps.len() >= 24);
    for effort in [Effort::Tiny, Effort::Small, Effort::Medium] {
        assert!(steps.iter().any(|step| step.effort == effort), "{effort:?}");
    }
    for &theme in Theme::ALL {
        assert!(steps.iter().any(|step| step.theme == theme), "{theme:?}");
    }
    for setting in [Setting::Alone, Setting::Together] {
        assert!(steps.iter().any(|step| step.setting == setting), "{setting:?}");
    }
    for &role in Role::ALL {
        let gentle = |step: &&Step| {
            step.roles.contains(role)
                && step.effort == Effort::Tiny
                && step.setting == Setting::Alone
                && step.energy == Energy::Empty
        };
        assert!(steps.iter().filter(gentle).count() >= 1, "{role:?} has no tiny step alone on an empty day");
    }
}

#[test]
fn help_lines_shown_have_a_source_and_every_country_an_emergency_number() {
    let help = &english().pack.help;
    assert!(help.directory_web.starts_with("https://"));
    for country in &help.countries {
        assert!(!country.emergency.is_empty(), "{}", country.code);
    }
    for code in ["US", "CA", "GB", "IE", "AU", "NZ", "DE", "ES"] {
        assert!(help.countries.iter().any(|country| country.code == code), "{code}");
        assert!(help.lines.iter().any(|line| line.country == code), "{code} has no line");
    }
    // In conflict at its sources: the emergency number and the directory stand in.
    assert!(!help.lines.iter().any(|line| line.country == "ZA" && line.phone.starts_with("08005")));
}

#[test]
fn a_country_is_guessed_from_the_time_zone_and_only_where_it_is_certain() {
    let help = &english().pack.help;
    let code = |zone| Some(help.countries[help.country_of(zone)?].code);
    assert_eq!(code("Europe/London"), Some("GB"));
    assert_eq!(code("Australia/Perth"), Some("AU"));
    assert_eq!(code("America/Indiana/Knox"), Some("US"));
    assert_eq!(code("America/Sao_Paulo"), None);
    assert_eq!(code("UTC"), None);
}

/// What a point for a thread is worth: as listed, and nothing for the others.
fn only(worths: &[(Thread, i32)]) -> impl Fn(Thread) -> i32 {
    move |thread| worths.iter().find(|(listed, _)| *listed == thread).map_or(0, |(_, worth)| *worth)
}

#[test]
fn every_thread_of_every_door_can_be_strong_and_can_be_quiet() {
    let pack = &english().pack;
    for &role in Role::ALL {
        for &thread in role.threads() {
            let strong =
                read(&pack.questions, role, &leaning(&pack.questions, role, only(&[(thread, 1)]), |_| true));
            assert_eq!(strong.strength(thread), Some(Strength::Strong), "{role:?} {thread:?}");
            let quiet =
                read(&pack.questions, role, &leaning(&pack.questions, role, only(&[(thread, -1)]), |_| true));
            assert_eq!(quiet.strength(thread), Some(Strength::Quiet), "{role:?} {thread:?}");
        }
    }
}

#[test]
fn low_mood_alone_is_no_strain_and_a_cold_partner_is_no_fog() {
    let pack = &english().pack;
    let low = only(&[(Thread::Fog, 1), (Thread::Strain, -3), (Thread::Weather, -1)]);
    let low = leaning(&pack.questions, Role::Numb, low, |_| true);
    let reading = read(&pack.questions, Role::Numb, &low);
    assert_eq!(reading.strength(Thread::Fog), Some(Strength::Strong));
    assert!(!reading.strength(Thread::Strain).is_some_and(Strength::is_seen));
    assert!(!reading.partner_cold);
    let cold = only(&[(Thread::Strain, 3), (Thread::Fog, -1), (Thread::Weather, -1)]);
    let cold = leaning(&pack.questions, Role::Numb, cold, |_| true);
    let reading = read(&pack.questions, Role::Numb, &cold);
    assert_eq!(reading.strength(Thread::Strain), Some(Strength::Strong));
    assert!(!reading.strength(Thread::Fog).is_some_and(Strength::is_seen));
    assert!(reading.partner_cold);
}

#[test]
fn every_answer_can_be_told_back_but_a_safety_sign() {
    let pack = &english().pack;
    for (question, asked) in (0..).zip(&pack.questions) {
        for (option, answer) in (0..).zip(&asked.options) {
            assert_eq!(pack.told(Cue { question, option }).is_empty(), answer.is_safety_sign());
        }
    }
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let questions = &english().pack.questions;
    prop::collection::vec(any::<prop::sample::Index>(), questions.len()).prop_map(move |picks| {
        let pairs = questions.iter().zip(picks).filter_map(|(question, pick)| {
            let place = pick.index(question.options.len() + 1);
            let option = question.options.get(place)?;
            Some((question.id.clone(), Answer::Chosen(option.id.clone())))
        });
        pairs.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn prop_three_steps_are_suggested_whatever_the_answers(
        answers in any_answers(), role in prop::sample::select(Role::ALL.to_vec()),
    ) {
        let english = english();
        let steps: Vec<(&Step, ())> = english.library.steps.iter().map(|step| (step, ())).collect();
        let reading = read(&english.pack.questions, role, &answers);
        for energy in Energy::ALL.iter().copied().map(Some).chain([None]) {
            let situation = Situation { role, reading: Some(&reading), energy };
            let picked: Vec<&Step> = suggest(&steps, &situation).into_iter().map(|idx| steps[idx].0).collect();
            prop_assert_eq!(picked.len(), 3);
            if energy != Some(Energy::Some) {
                prop_assert_eq!((picked[0].effort, picked[0].setting), (Effort::Tiny, Setting::Alone));
            }
            for step in &picked {
                prop_assert!(step.roles.contains(role));
                prop_assert!(!step.is_touch(), "{} is never a default", step.id);
                prop_assert!(!(reading.partner_cold && (step.is_warm() || step.setting == Setting::Together)));
            }
            let themes: std::collections::BTreeSet<_> = picked.iter().map(|step| step.theme).collect();
            prop_assert!(themes.len() > 1, "all three are about the same: {picked:?}");
        }
    }
}

//! The whole content: what an editor may not break, and what the compiler says when they do.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

use std::path::Path as FilePath;

use fogbridge::content::compile::{Compiled, Files, Problem, compile};
use fogbridge::content::{FORMAT, Library, Pack, PackError};
use fogbridge::domain::answer::{Answer, Answers};
use fogbridge::domain::question::{Cue, Path, Role, Thread, asked};
use fogbridge::domain::reading::{Strength, read};
use fogbridge::domain::step::{Effort, Energy, Setting, Step, Theme};
use fogbridge::domain::suggest::{Situation, suggest};
use proptest::prelude::*;

fn files() -> Files {
    Files::read(&FilePath::new(env!("CARGO_MANIFEST_DIR")).join("src/content")).expect("readable")
}

fn english() -> &'static Compiled {
    thread_local! {
        static ENGLISH: &'static Compiled = Box::leak(Box::new({
            let languages = compile(&files()).unwrap_or_else(|problems| panic!("{}", lines(&problems)));
            languages.into_iter().find(|language| language.lang == "en").expect("English is there")
        }));
    }
    ENGLISH.with(|english| *english)
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Breaks one file with `change` and returns what the compiler says.
fn broken(name: &str, change: impl Fn(&str) -> String) -> String {
    let mut files = files();
    let text = files.text(name).unwrap_or_else(|| panic!("{name} is missing")).to_owned();
    let changed = change(&text);
    assert_ne!(text, changed, "the change found nothing to change in {name}");
    files.insert(name, changed);
    lines(&compile(&files).expect_err("a broken file is refused"))
}

#[test]
fn the_packed_files_read_back_the_same() {
    let english = english();
    let pack = english.pack.pack().leak();
    let library = english.library.pack().leak();
    assert_eq!(Pack::parse(pack), Ok(&english.pack));
    assert_eq!(Library::parse(library), Ok(&english.library));
}

#[test]
fn files_of_another_version_and_damaged_files_are_refused() {
    let english = english();
    let mut pack = english.pack.clone();
    pack.format = FORMAT + 1;
    let newer = &*pack.pack().leak();
    assert_eq!(Pack::parse(newer), Err(PackError::OtherFormat));
    assert!(Pack::parse(&newer[..newer.len() / 2]).is_err());
    assert!(Library::parse("<!doctype html>").is_err());
}

#[test]
fn an_unknown_key_is_named_with_file_and_line() {
    let said = broken("structure/steps.toml", |text| text.replacen("effort =", "efort =", 1));
    assert!(said.contains("src/content/structure/steps.toml:"), "{said}");
    assert!(said.contains("efort"), "{said}");
    assert!(said.contains("`effort` is missing"), "{said}");
    let line =
        said.lines().find(|line| line.contains("nothing is called `efort`")).expect("a line of its own");
    let number: usize = line.split(':').nth(1).and_then(|number| number.parse().ok()).expect("a line number");
    let text = files().text("structure/steps.toml").expect("there").to_owned();
    assert_eq!(text.lines().nth(number - 1).map(|line| line.trim_start().starts_with("effort")), Some(true));
}

#[test]
fn a_template_without_its_slot_or_with_a_strange_one_is_refused() {
    let said = broken("en/ui.toml", |text| text.replacen("{n} of {total}", "{n} of many", 1));
    assert!(said.contains("has to hold {n} and {total} and {frame}"), "{said}");
    let said = broken("en/ui.toml", |text| text.replacen("next = \"Next\"", "next = \"Next {n}\"", 1));
    assert!(said.contains("`next` has to hold no slot"), "{said}");
}

#[test]
fn a_forbidden_word_is_refused_with_the_reason() {
    let said =
        broken("en/questions.toml", |text| text.replacen("why = \"", "why = \"This test shows it. ", 1));
    assert!(said.contains("says “test”"), "{said}");
}

/// Adds a text to the file `name`, new or not, and returns what the compiler says of the words of that text.
fn said_of(name: &str, text: &str) -> String {
    let mut files = files();
    let added = format!("{}\n[added]\ntext = \"{text}\"\n", files.text(name).unwrap_or_default());
    files.insert(name, added);
    let said = compile(&files).map_or_else(|problems| lines(&problems), |_| String::new());
    said.lines().filter(|line| line.contains(".added.text` says “")).collect()
}

#[test]
fn a_text_that_is_hard_to_read_is_refused_with_its_grade() {
    let hard = "Considering everything that usually influences relationships, somebody experiencing continuous \
        disappointment may eventually find that communication between the two of them becomes impossible to repair \
        alone. ";
    let said = broken("en/readings.toml", |text| text.replacen("body = \"", &format!("body = \"{hard}"), 1));
    assert!(said.contains("`en/readings.fog.strong.body` reads at grade "), "{said}");
    assert!(said.contains("src/content/en/readings.toml:15: "), "{said}");
    let (one, two) = hard.split_at(hard.find("continuous").expect("there"));
    let mut files = files();
    files.insert("en/pages.toml", format!("[added]\none = \"{}\"\ntwo = \"{}\"", one.trim(), two.trim()));
    let said = lines(&compile(&files).expect_err("a hard screen is refused"));
    assert!(said.contains("the short texts of `en/pages.added` read at grade "), "{said}");
}

#[test]
fn a_partner_is_they_in_every_file() {
    for name in ["en/steps.toml", "en/ui.toml", "en/insights.toml"] {
        for text in ["Ask what he thinks.", "It is her day.", "Tell your husband."] {
            let said = said_of(name, text);
            assert!(said.contains("a partner is “they”"), "{name}: {text}");
        }
    }
    assert_eq!(said_of("en/insights.toml", "Ask what they think, here and there."), "");
}

#[test]
fn hope_is_never_certain_where_answers_are_read() {
    for name in ["en/readings.toml", "en/insights.toml", "en/myths.toml", "en/pages.toml"] {
        for text in ["It will pass.", "They’ll see.", "It always helps.", "Never again.", "A guaranteed way."]
        {
            assert!(said_of(name, text).contains("hope is possible and never certain"), "{name}: {text}");
        }
    }
    assert_eq!(said_of("en/insights.toml", "Never stop a medicine on your own. It can pass."), "");
    assert_eq!(said_of("en/steps.toml", "Two things that will fit."), "");
    // The saying itself may; what is said about it may not.
    let said = broken("en/myths.toml", |text| {
        let text = text.replacen("says = \"", "says = \"Love will win. ", 1);
        text.replacen("reality = \"", "reality = \"It will. ", 1)
    });
    assert!(said.contains(".reality` says “will”") && !said.contains(".says` says"), "{said}");
}

#[test]
fn no_number_is_read_as_a_verdict() {
    for name in ["en/readings.toml", "en/insights.toml"] {
        for text in
            ["For 40% of them.", "For 46 in 100 of them.", "For one in five.", "For 3 out of 4 couples."]
        {
            assert_ne!(said_of(name, text), "", "{name}: {text}");
        }
    }
    assert_eq!(said_of("en/sources.toml", "For 46 in 100 of them."), "");
    assert!(said_of("en/sources.toml", "For 46% of them.").contains("says “%”"));
}

#[test]
fn no_company_is_named_and_plain_words_are_not_taken_for_one() {
    for text in ["Try BetterHelp.", "The Gottman Institute says so.", "Call Relate first.", "A calm app."] {
        assert!(said_of("en/pages.toml", text).contains("no company, no brand"), "{text}");
    }
    assert_eq!(said_of("en/pages.toml", "How two people relate to each other on a calm day."), "");
}

#[test]
fn words_of_one_language_are_asked_of_that_language_only() {
    let mut files = files();
    files.insert(
        "de/insights.toml",
        "[added]\ntext = \"Wir standen her und hin. Es hat her will.\"".to_owned(),
    );
    let said = lines(&compile(&files).expect_err("German misses every other file"));
    assert!(!said.contains("de/insights.added"), "{said}");
    files.insert("de/insights.toml", "[added]\ntext = \"Ein Test.\"".to_owned());
    let said = lines(&compile(&files).expect_err("German misses every other file"));
    assert!(said.contains("`de/insights.added.text` says “test”"), "{said}");
}

#[test]
fn an_exception_without_a_reason_is_refused() {
    let said = broken("structure/rules.toml", |text| {
        text.replacen(", why = \"the study", ", because = \"the study", 1)
    });
    assert!(said.contains("`why` is missing") && said.contains("nothing is called `because`"), "{said}");
}

#[test]
fn a_missing_text_a_missing_file_and_bad_toml_are_each_said() {
    let said = broken("en/questions.toml", |text| text.replacen("ask = ", "asks = ", 1));
    assert!(said.contains("`ask` is missing") && said.contains("nothing is called `asks`"), "{said}");
    let said = broken("en/safe.toml", |text| format!("{text}\n["));
    assert!(said.contains("src/content/en/safe.toml:"), "{said}");
    assert_eq!(said.lines().count(), 1, "nothing hides the one real cause: {said}");
    assert_eq!(files().text("en/nowhere.toml"), None);
}

#[test]
fn an_unknown_source_a_duplicate_id_and_an_unknown_thread_are_refused() {
    let said = broken("structure/questions.toml", |text| text.replacen("fog =", "mist =", 1));
    assert!(said.contains("there is no thread `mist`"), "{said}");
    let said = broken("structure/sources.toml", |text| text.replacen("id = \"", "id = \"other-", 1));
    assert!(said.contains("there is no source"), "{said}");
    let said = broken("structure/questions.toml", |text| format!("{text}\n{text}"));
    assert!(said.contains("is already taken"), "{said}");
}

#[test]
fn a_couple_step_cannot_be_marked_as_open() {
    let said = broken("structure/steps.toml", |text| {
        text.replacen("setting = \"together\"", "setting = \"together\"\nopen_when_afraid = true", 1)
    });
    assert!(said.contains("asks nothing towards the partner"), "{said}");
}

/// Puts `line` into the item with this id, or takes it out of it with `-`.
fn with(text: &str, id: &str, line: &str) -> String {
    let start = text.find(&format!("id = \"{id}\"\n")).unwrap_or_else(|| panic!("no {id}"));
    let (before, item) = text.split_at(start);
    match line.strip_prefix('-') {
        Some(gone) => format!("{before}{}", item.replacen(&format!("{gone}\n"), "", 1)),
        None => format!("{before}{}", item.replacen('\n', &format!("\n{line}\n"), 1)),
    }
}

#[test]
fn marks_that_would_harm_are_refused_one_by_one() {
    for (file, id, line, says) in [
        (
            "steps",
            "small-promise",
            "open_when_afraid = true",
            "asks nothing towards the partner; this step does",
        ),
        ("steps", "fair-measure", "open_when_afraid = true", "T49 is never open to a frightened reader"),
        ("steps", "one-limit", "-caution = \"limits\"", "has `caution = \"limits\"`"),
        ("steps", "shoulders", "-caution = \"trauma\"", "has `caution = \"trauma\"`"),
        ("steps", "hand", "-warm = true", "touch is also `warm`"),
        ("steps", "song-alone", "-sources = [\"ekers-2014\"]", "no source is named"),
        ("pages", "couples-counselling", "-past_gate = true", "is shown `past_gate` only"),
        ("pages", "kinds", "past_gate = true\nurgent = true", "exclude each other"),
    ] {
        let said = broken(&format!("structure/{file}.toml"), |text| with(text, id, line));
        assert!(said.contains(says), "{id} with {line}: {said}");
    }
    let said = broken("structure/insights.toml", |text| text.replace("\"fan-2024\"", "\"papp-2009\""));
    assert!(said.contains("name fan-2024"), "{said}");
}

#[test]
fn an_insight_waits_for_answers_that_can_be_given_and_for_no_sign() {
    let wait = |new: &str| {
        broken("structure/insights.toml", |text| {
            let start = text.find("when = ").expect("there");
            let end = start + text[start..].find('\n').expect("a line");
            format!("{}when = [[\"{new}\"]]{}", &text[..start], &text[end..])
        })
    };
    assert!(wait("time-apart.dread").contains("is a safety sign: no text may wait for one"));
    assert!(wait("time-apart.nowhere").contains("no question has the answer `time-apart.nowhere`"));
    assert!(wait("hours-off.missed").contains("is never asked what this waits for"));
}

#[test]
fn readings_are_complete_and_safety_questions_as_many_as_can_be_borne() {
    let said = broken("structure/readings.toml", |text| {
        text.replacen("strength = \"strong\"", "strength = \"faint\"", 1)
    });
    assert!(said.contains("stands here twice"), "{said}");
    let said =
        broken("structure/safety.toml", |text| text.replace("later_visit = true", "later_visit = false"));
    assert!(said.contains("three or four safety questions come first and one later"), "{said}");
    let said = broken("structure/questions.toml", |text| text.replacen("fog = 3", "fog = 4", 1));
    assert!(said.contains("a weight is -3 to 3 and not 0"), "{said}");
}

/// The steps a frightened reader may see, read and agreed one by one. A change here is a decision about
/// safety: read the step aloud to someone who is afraid of what their partner would do with it.
#[test]
fn open_steps_are_the_reviewed_ones() {
    let reviewed = include_str!("fixtures/open_steps.txt");
    let mut reviewed: Vec<_> = reviewed.lines().filter(|line| !line.starts_with('#')).collect();
    let library = &english().library;
    let mut open: Vec<_> =
        library.steps.iter().filter(|step| step.open_when_afraid()).map(|step| &*step.id).collect();
    reviewed.sort_unstable();
    open.sort_unstable();
    assert_eq!(open, reviewed);
    assert!(open.len() >= 6);
}

#[test]
fn open_steps_name_no_partner() {
    let library = &english().library;
    for (step, text) in
        library.steps.iter().zip(&library.step_texts).filter(|(step, _)| step.open_when_afraid())
    {
        for said in [&text.title, &text.how, &text.then, &text.say, &text.two_minute, &text.badly] {
            let said = said.to_lowercase();
            for word in
                ["your partner", "my partner", "the two of you", "your relationship", "each other", " us "]
            {
                assert!(!said.contains(word), "{}: “{said}” names {word}", step.id);
            }
        }
    }
}

/// What section 0 of the safety rules forbids to ask about, in questions and in safety questions.
#[test]
fn no_question_asks_about_dying_self_harm_being_a_burden_or_disappearing() {
    let pack = &english().pack;
    let asked = pack.question_texts.iter().flat_map(|text| {
        [&text.ask, &text.why]
            .into_iter()
            .chain(&text.options)
            .chain(&text.told)
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    });
    let safety = pack.safety.iter().map(|question| format!("{} {}", question.ask, question.why));
    for text in asked.chain(safety) {
        let text = text.to_lowercase();
        for word in [
            "suicid",
            "kill",
            "self-harm",
            "hurt yourself",
            "burden",
            "disappear",
            "not be here",
            "end it all",
            "better off without",
            "leave everything",
        ] {
            assert!(!text.contains(word), "“{text}” says {word}");
        }
    }
}

#[test]
fn every_screen_of_readings_names_a_strain_and_never_a_condition() {
    let (pack, library) = (&english().pack, &english().library);
    let readings = pack.readings.iter().flat_map(|reading| [reading.title, reading.body]);
    let changes = library.changes.iter().map(|change| change.change);
    let cards = library.insights.iter().map(|insight| &insight.card);
    let cards = cards.chain(library.myths.iter().map(|myth| &myth.card)).chain(&library.staying);
    let cards = cards.flat_map(|card| card.body.iter().copied().chain([card.title, card.change]));
    for text in readings.chain(changes).chain(pack.mixes.iter().copied()).chain(cards) {
        let text = text.to_lowercase();
        for word in [
            "you have depression",
            "you are depressed",
            "just your depression",
            "only the depression",
            "strong bridge",
            "%",
            "you should leave",
            "you should stay",
        ] {
            assert!(!text.contains(word), "“{text}” says {word}");
        }
    }
}

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

/// Chooses, for each question of the door, the option that speaks loudest for (or against) `thread`.
fn leaning(pack: &Pack, role: Role, lean: &[(Thread, i8)]) -> Answers {
    asked(&pack.questions, role, Path::Full)
        .into_iter()
        .map(|idx| &pack.questions[idx])
        .map(|question| {
            let score = |place: usize| -> i32 {
                question.options[place]
                    .adds
                    .iter()
                    .map(|weight| {
                        let wanted = lean.iter().find(|(thread, _)| *thread == weight.thread);
                        wanted.map_or(0, |(_, sign)| i32::from(*sign) * i32::from(weight.points))
                    })
                    .sum()
            };
            let open = (0..question.options.len()).filter(|&place| !question.options[place].is_safety_sign());
            let best = open.max_by_key(|&place| score(place)).expect("an option that is no sign");
            (question.id.clone(), Answer::Chosen(question.options[best].id.clone()))
        })
        .collect()
}

#[test]
fn every_thread_of_every_door_can_be_strong_and_can_be_quiet() {
    let pack = &english().pack;
    for &role in Role::ALL {
        for &thread in role.threads() {
            let strong = read(&pack.questions, role, &leaning(pack, role, &[(thread, 1)]));
            assert_eq!(strong.strength(thread), Some(Strength::Strong), "{role:?} {thread:?}");
            let quiet = read(&pack.questions, role, &leaning(pack, role, &[(thread, -1)]));
            assert_eq!(quiet.strength(thread), Some(Strength::Quiet), "{role:?} {thread:?}");
        }
    }
}

#[test]
fn low_mood_alone_is_no_strain_and_a_cold_partner_is_no_fog() {
    let pack = &english().pack;
    let low = leaning(pack, Role::Numb, &[(Thread::Fog, 1), (Thread::Strain, -3), (Thread::Weather, -1)]);
    let reading = read(&pack.questions, Role::Numb, &low);
    assert_eq!(reading.strength(Thread::Fog), Some(Strength::Strong));
    assert!(!reading.strength(Thread::Strain).is_some_and(Strength::is_seen));
    assert!(!reading.partner_cold);
    let cold = leaning(pack, Role::Numb, &[(Thread::Strain, 3), (Thread::Fog, -1), (Thread::Weather, -1)]);
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

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

#[path = "common/real.rs"]
mod real;

use fogbridge::content::compile::compile;
use fogbridge::content::{FORMAT, Library, Pack, PackError};
use real::{english, files, lines};

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
fn what_someone_afraid_is_offered_names_no_partner() {
    let library = &english().library;
    for ask in &library.asks {
        let said = format!(" {} ", ask.to_lowercase());
        for word in
            ["partner", "relationship", "couple", "marriage", " he ", " she ", " they ", " them ", " we "]
        {
            assert!(!said.contains(word), "“{ask}” names {word}");
        }
    }
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
    let english = english();
    let pack = &english.pack;
    let asked = pack.question_texts.iter().zip(&english.library.reasons).flat_map(|(text, reason)| {
        [&text.ask, &reason.why]
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

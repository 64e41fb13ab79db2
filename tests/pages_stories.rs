//! Stories about what is opened by choice: words to say, what people say, staying and going; and about single insights.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

mod common;

use common::{Reader, answer_all, come_back, library, pass_the_gate, to_picture, to_questions};
use fogbridge::domain::question::Role;
use fogbridge::domain::step::Energy;
use fogbridge::state::gate::{Cleared, SafetyAnswer};
use fogbridge::state::model::{Picked, Screen, View, Visit};
use fogbridge::state::shelf::{self, Speaker};
use fogbridge::state::words::{Copying, Page, Part};
use fogbridge::state::{Act, Effect, Msg};

const PAGES: [Page; 3] = [Page::Words, Page::Myths, Page::StayingGoing];

fn cleared(reader: &Reader) -> Cleared {
    match &reader.model.visit {
        Visit::Open(visit) => visit.cleared().expect("past the gate"),
        Visit::Afraid(_) => panic!("the visit is in the safety state"),
    }
}

#[test]
fn a_page_lies_over_the_screen_it_was_opened_from_and_is_no_place_to_come_back_to() {
    for page in PAGES {
        let mut reader = Reader::new();
        to_picture(&mut reader);
        reader.does(Act::PressedSteps).does(Act::PressedPage(page));
        assert_eq!(reader.screen(), page.name());
        let mut later = come_back(&reader);
        later.does(Act::PressedGoOn);
        pass_the_gate(&mut later);
        assert_eq!(later.screen(), "steps");
        reader.does(Act::PressedPage(Page::Myths)).does(Act::PressedHelp).does(Act::PressedBack);
        assert_eq!(reader.screen(), "myths");
        reader.does(Act::PressedBack);
        assert_eq!(reader.screen(), "steps", "one page over another does not pile up");
    }
}

#[test]
fn no_page_is_reached_before_the_safety_questions_or_after_a_sign() {
    for page in PAGES {
        let mut reader = Reader::new();
        to_questions(&mut reader, false);
        reader.does(Act::PressedPage(page));
        assert_eq!(reader.screen(), "safety");
        reader.does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
        assert_eq!(reader.screen(), "safe");
        for act in [Act::PressedPage(page), Act::PressedSteps, Act::PressedPage(page)] {
            reader.does(act);
            assert!(reader.is_afraid() && reader.screen() != page.name());
        }
        reader.does(Act::PressedCopy(Copying::Sentence)).does(Act::PressedCopy(Copying::Phrase(0)));
        assert!(!reader.take_effects().iter().any(|effect| matches!(effect, Effect::Copy(_))));
    }
}

#[test]
fn an_element_that_shows_words_alone_still_asks_about_safety_first() {
    let mut reader = Reader::new();
    reader.model.options.view = View::Words;
    reader.does(Act::ChoseKeep(true)).does(Act::PressedBegin);
    reader.does(Act::ChoseRole(Role::Supporter)).does(Act::PressedNext);
    assert_eq!(reader.screen(), "safety");
    pass_the_gate(&mut reader);
    assert_eq!(reader.screen(), "words");
    reader.does(Act::PressedBack);
    assert_eq!(reader.screen(), "who");
    let mut later = come_back(&reader);
    later.model.options.view = View::Words;
    later.does(Act::PressedGoOn);
    assert_eq!(later.screen(), "safety");
}

#[test]
fn a_phrase_and_a_sentence_are_copied_as_they_stand_and_nothing_of_it_is_kept() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Act::PressedSteps).does(Act::PressedPage(Page::Words));
    let kept = reader.model.notes.clone();
    reader.take_effects();
    reader.does(Act::PressedCopy(Copying::Phrase(0)));
    assert_eq!(reader.take_effects(), [Effect::Copy("ask".into())]);
    reader.does(Act::PressedCopy(Copying::Sentence));
    assert_eq!(reader.take_effects(), [], "there is no sentence yet");
    for part in [Part::Seen, Part::Felt, Part::Wish] {
        reader.does(Act::ChosePart(part, Some(0)));
    }
    reader.does(Act::PressedCopy(Copying::Sentence));
    assert_eq!(reader.take_effects(), [Effect::Copy("Seen. I felt sad. Wish.".into())]);
    let copied = |reader: &Reader| match &reader.model.visit {
        Visit::Open(visit) => visit.words.outcome(Copying::Sentence),
        Visit::Afraid(_) => None,
    };
    reader.does(Msg::Copied(false));
    assert_eq!(copied(&reader), Some(false));
    reader.does(Act::ChosePart(Part::Felt, None));
    assert_eq!(copied(&reader), None, "another choice, and nothing is said of the last copy");
    assert_eq!(reader.model.notes, kept);
}

#[test]
fn who_speaks_is_the_door_until_another_is_chosen() {
    let mut reader = Reader::new();
    to_picture(&mut reader);
    reader.does(Act::PressedSteps).does(Act::PressedPage(Page::Words));
    reader.does(Act::ChoseSpeaker(Role::Both)).does(Act::ChoseEnergy(Energy::Empty));
    let Visit::Open(visit) = &reader.model.visit else { panic!() };
    assert_eq!((visit.words.speaker, visit.energy), (Some(Role::Both), Some(Energy::Empty)));
    assert!(matches!(visit.screen, Screen::Page(_, Page::Words, _)));
    assert_eq!(reader.model.notes.settings.role, Some(Role::Numb), "the door stays the door");
}

#[test]
fn where_the_partner_was_cold_nothing_warm_or_softening_is_offered() {
    let library = library();
    for (last, is_cold) in [(0, false), (1, true)] {
        let mut reader = Reader::new();
        to_questions(&mut reader, true);
        answer_all(&mut reader, [1, 0, last]);
        pass_the_gate(&mut reader);
        let cleared = cleared(&reader);
        let latest = reader.model.notes.latest().expect("a reflection");
        let reading = reader.model.reading(&reader.pack, cleared).expect("a reading");
        assert_eq!(reading.partner_cold, is_cold);
        let titles: Vec<_> = shelf::insights(&library, cleared, latest.role, &reading, reading.partner_cold)
            .into_iter()
            .map(|(card, evidence)| (card.title, evidence.len()))
            .collect();
        let expected: &[_] = if is_cold { &[("flat", 1)] } else { &[("flat", 1), ("kindly", 1)] };
        assert_eq!(titles, expected);
        assert_eq!(
            shelf::myths(&library, cleared, reading.partner_cold).count(),
            if is_cold { 1 } else { 2 }
        );
        let speaker = Speaker { role: Role::Numb, energy: None, cold: is_cold, only_mine: false };
        let ids = |speaker| -> Vec<_> {
            shelf::phrases(&library, cleared, speaker).map(|(_, phrase, _)| phrase.id.to_string()).collect()
        };
        let expected: &[_] = if is_cold { &["ask", "self"] } else { &["ask", "thanks", "self"] };
        assert_eq!(ids(speaker), expected);
        assert_eq!(ids(Speaker { only_mine: true, ..speaker }), ["self"]);
    }
}

#[test]
fn an_unsure_or_skipped_answer_calls_for_no_insight() {
    let library = library();
    for answer in [Act::PickedAnswer(fogbridge::state::model::Picked::NotSure), Act::PressedSkip] {
        let mut reader = Reader::new();
        to_questions(&mut reader, true);
        for _ in 0..3 {
            reader.does(answer).does(Act::PressedNext);
        }
        while reader.screen() == "question" {
            reader.does(Act::PressedSkip);
        }
        pass_the_gate(&mut reader);
        let cleared = cleared(&reader);
        let latest = reader.model.notes.latest().expect("a reflection");
        let reading = reader.model.reading(&reader.pack, cleared).expect("a reading");
        assert!(shelf::insights(&library, cleared, latest.role, &reading, reading.partner_cold).is_empty());
    }
}

#[test]
fn help_for_two_is_shown_past_the_gate_only() {
    let library = library();
    let mut reader = Reader::new();
    to_picture(&mut reader);
    let titles = |cleared| -> Vec<_> {
        shelf::help_sections(&library, cleared).map(|section| section.card.title).collect()
    };
    assert_eq!(titles(None), ["doctor"]);
    assert_eq!(titles(Some(cleared(&reader))), ["doctor", "couples"]);
}

#[test]
fn steps_for_oneself_only_can_be_taken_back_and_keep_warmth_back_until_then() {
    for keeps in [true, false] {
        let mut reader = Reader::new();
        to_questions(&mut reader, keeps);
        answer_all(&mut reader, [1, 0, 0]);
        reader.does(Act::PickedSafety(SafetyAnswer::Yes)).does(Act::PressedNext);
        reader.does(Act::PressedOnlyMine).does(Act::PressedMistake);
        pass_the_gate(&mut reader);
        let cleared = cleared(&reader);
        assert!(reader.model.keeps_warmth_back(reader.model.reading(&reader.pack, cleared).as_ref()));
        reader.does(Act::PressedSteps);
        reader.take_effects();
        reader.does(Act::PressedAllAgain);
        assert!(!reader.model.notes.settings.only_mine);
        assert!(!reader.model.keeps_warmth_back(reader.model.reading(&reader.pack, cleared).as_ref()));
        let writes = reader.take_effects().into_iter().filter_map(|effect| match effect {
            Effect::Keep { changes, write: true } => Some(changes),
            _ => None,
        });
        let payloads: Vec<_> = writes.flatten().map(|change| change.payload.is_some()).collect();
        assert_eq!(payloads, [keeps], "kept settings are written anew, the one kept alone goes");
    }
}

#[test]
fn what_is_true_here_is_a_screen_of_its_own_that_leads_back_to_the_notes() {
    type Way = fn(&mut Reader);
    let ways: [Way; 2] = [
        |reader| to_picture(reader),
        |reader| {
            to_questions(reader, true);
            reader.does(Act::PickedAnswer(Picked::Option(0))).does(Act::PressedNext);
            reader.does(Act::PickedAnswer(Picked::Option(1))).does(Act::PressedNext);
        },
    ];
    for way in ways {
        let mut reader = Reader::new();
        way(&mut reader);
        let before = reader.screen();
        for leave in [Act::Cancelled, Act::PressedNotes] {
            reader.does(Act::PressedNotes).does(Act::PressedPrivacy);
            assert_eq!(reader.screen(), "privacy");
            reader.does(Act::PressedHelp).does(Act::PressedBack);
            assert_eq!(reader.screen(), "privacy", "help lies over it");
            reader.does(leave);
            assert_eq!(reader.screen(), "notes");
            reader.does(Act::PressedBack);
            assert_eq!(reader.screen(), before);
        }
        reader.does(Act::PressedPrivacy);
        assert_eq!(reader.screen(), before, "only the notes lead there");
    }
}

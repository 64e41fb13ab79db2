//! Stories about following through: check-ins by civil days, what becomes of a plan, and coming back after a long time.
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

use common::{Reader, answer_all, come_back, pass_the_gate, place, to_home, to_questions};
use fogbridge::domain::check_in::{CheckIn, Level, Moment};
use fogbridge::domain::date::Day;
use fogbridge::domain::look_back::{EIGHT_WEEKS, Side, count, days};
use fogbridge::domain::notes::{Notes, RecordId};
use fogbridge::domain::plan::{self, Feeling, Outcome, OwnWords, Plan, Size};
use fogbridge::domain::question::{Question, Thread};
use fogbridge::state::keeper::Saving;
use fogbridge::state::model::{CheckingIn, Picked, Saved, Screen, Stage, View, Visit};
use fogbridge::state::msg::Field;
use fogbridge::state::words::Page;
use fogbridge::state::{Act, Effect, Msg};

/// A reader who keeps a plan for `song`.
fn at_home() -> Reader {
    let mut reader = Reader::new();
    to_home(&mut reader, "song");
    reader
}

/// Another visit, past the gate, to where the last one ended.
fn goes_on(reader: &Reader, today: Day) -> Reader {
    let mut later = Reader { today, ..come_back(reader) };
    later.does(Act::PressedGoOn);
    assert_eq!(later.screen(), "safety");
    pass_the_gate(&mut later);
    later
}

fn checking(reader: &Reader) -> CheckingIn {
    let Screen::CheckIn(checking) = reader.open_screen() else { panic!("{}", reader.screen()) };
    *checking
}

fn asking(reader: &Reader) -> (usize, Option<Picked>) {
    let Screen::Question(asking) = reader.open_screen() else { panic!("{}", reader.screen()) };
    (asking.position, asking.picked)
}

fn check_ins(reader: &Reader) -> Vec<(RecordId, CheckIn)> {
    reader.model.notes.check_ins.iter().map(|(id, check_in)| (*id, check_in.clone())).collect()
}

/// A check-in from its beginning to *That is all*, with this fog.
fn checks_in(reader: &mut Reader, fog: Level) {
    reader.does(Act::PressedCheckIn).does(Act::ChoseFog(Some(fog))).does(Act::PressedNext);
}

fn said(reader: &Reader, fog: Option<Level>, closeness: Option<Level>) -> CheckIn {
    CheckIn { fog, closeness, ..CheckIn::on(reader.today) }
}

/// What was written since the last call, as it would be read again.
fn written(reader: &mut Reader) -> Notes {
    let mut notes = Notes::default();
    for effect in reader.take_effects() {
        if let Effect::Keep { changes, write: true } = effect {
            assert!(changes.iter().all(|one| notes.read(one.key, one.payload.as_ref().expect("a record"))));
        }
    }
    notes
}

/// The days with a check-in in the look-back's eight weeks, and the foggier ones beside closeness.
fn looks_back(reader: &Reader) -> (Vec<Day>, Side) {
    let weeks = reader.today.plus(1 - EIGHT_WEEKS)..=reader.today;
    let days = days(reader.model.notes.check_ins.values(), weeks);
    (days.iter().map(|day| day.first).collect(), count(&days).foggy)
}

fn plan_more(reader: &mut Reader, steps: &[&str]) {
    for step in steps {
        reader.does(Act::PressedSteps).does(Act::PressedPlan(place(step)));
        reader.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan);
    }
}

fn plan(reader: &Reader, nth: usize) -> (RecordId, Plan) {
    let (id, plan) = reader.model.notes.plans.iter().nth(nth).expect("a plan");
    (*id, plan.clone())
}

/// The places of the plans that take one of the three.
fn at_hand(reader: &Reader) -> Vec<usize> {
    let plans: Vec<_> = reader.model.notes.plans.values().collect();
    (0..plans.len()).filter(|nth| plans[*nth].is_open() && !plans[*nth].rests).collect()
}

type Say = fn(&mut CheckIn);

#[test]
fn a_check_in_is_kept_at_every_press_and_not_sure_takes_an_answer_back() {
    let mut reader = at_home();
    reader.does(Act::PressedCheckIn);
    let mut expected = said(&reader, None, None);
    let presses: [(Act, Say); 6] = [
        (Act::ChoseFog(Some(Level::Most)), |said| said.fog = Some(Level::Most)),
        (Act::ChoseCloseness(Some(Level::Little)), |said| said.closeness = Some(Level::Little)),
        (Act::ChoseTogether(Some(Moment::No)), |said| said.together = Some(Moment::No)),
        (Act::ChoseElsewhere(Some(Moment::Yes)), |said| said.elsewhere = Some(Moment::Yes)),
        (Act::ChoseFog(None), |said| said.fog = None),
        (Act::ChoseTogether(None), |said| said.together = None),
    ];
    for (act, say) in presses {
        reader.take_effects();
        reader.does(act);
        say(&mut expected);
        assert_eq!(written(&mut reader).check_ins, reader.model.notes.check_ins);
        assert_eq!(check_ins(&reader)[0].1, expected, "{act:?}");
    }
}

#[test]
fn leaving_a_check_in_without_a_press_keeps_nothing() {
    let mut reader = at_home();
    for leave in [Act::PressedBack, Act::PressedNext, Act::PressedHome, Act::PressedPage(Page::LookBack)] {
        reader.does(Act::PressedCheckIn).take_effects();
        reader.does(Act::PressedNotes).does(Act::PressedBack);
        assert_eq!(checking(&reader), CheckingIn { id: None, stage: Stage::Open });
        reader.does(leave);
        assert!(reader.model.notes.check_ins.is_empty() && !reader.wrote(), "{leave:?}");
    }
}

#[test]
fn a_second_check_in_of_the_day_asks_and_the_next_day_asks_nothing() {
    let mut reader = at_home();
    checks_in(&mut reader, Level::Most);
    let (first, _) = check_ins(&reader)[0];
    reader = goes_on(&reader, reader.today);
    reader.does(Act::PressedCheckIn);
    assert_eq!(checking(&reader), CheckingIn { id: Some(first), stage: Stage::Asks });
    reader.does(Act::ChoseAnother(false)).does(Act::ChoseCloseness(Some(Level::Much)));
    let changed = said(&reader, Some(Level::Most), Some(Level::Much));
    assert_eq!(check_ins(&reader), [(first, changed.clone())]);
    assert_eq!(looks_back(&reader), (vec![reader.today], Side { n: 1, n_close: 1 }));
    reader.does(Act::PressedCheckIn).does(Act::ChoseAnother(true)).does(Act::ChoseFog(Some(Level::Nothing)));
    let two = check_ins(&reader);
    assert_eq!((two.len(), &two[0]), (2, &(first, changed)), "the first one stays as it was");
    assert_eq!(two[1].1, said(&reader, Some(Level::Nothing), None));
    // Clearer and foggier on one day: such a day is on neither side.
    assert_eq!(looks_back(&reader), (vec![reader.today], Side::default()));
    reader.today = reader.today.plus(1);
    reader.does(Act::PressedCheckIn);
    assert_eq!(checking(&reader), CheckingIn { id: None, stage: Stage::Open });
    reader.does(Act::ChoseFog(None));
    assert_eq!((check_ins(&reader).len(), &check_ins(&reader)[..2]), (3, &two[..]));
}

#[test]
fn with_the_clock_set_back_a_check_in_has_an_id_of_its_own_behind_all_others() {
    for n_days in [1, 3, 19_000] {
        let mut reader = at_home();
        checks_in(&mut reader, Level::Most);
        let before = check_ins(&reader);
        reader.today = reader.today.plus(-n_days);
        // West by one day, at the very millisecond of that record: there are two presses up to the next one.
        let back = if n_days == 1 { 2 } else { i64::from(n_days) * 86_400_000 };
        reader.now = before[0].0.0.cast_signed() - back;
        checks_in(&mut reader, Level::Little);
        let after = check_ins(&reader);
        assert_eq!(after[..1], before, "what is dated later stays as it was");
        assert!(after.len() == 2 && after[1].0 > before[0].0, "{after:?}");
        assert_eq!(after[1].1, said(&reader, Some(Level::Little), None));
    }
}

#[test]
fn a_check_in_of_tomorrow_is_neither_counted_nor_asked_about_today() {
    let mut reader = at_home();
    checks_in(&mut reader, Level::Most);
    reader.does(Act::ChoseCloseness(Some(Level::Most)));
    let of_tomorrow = check_ins(&reader);
    // West across the date line: the same hour is one day earlier.
    reader.today = reader.today.plus(-1);
    assert_eq!(looks_back(&reader), (vec![], Side::default()));
    reader.does(Act::PressedCheckIn);
    assert_eq!(checking(&reader), CheckingIn { id: None, stage: Stage::Open });
    reader.does(Act::ChoseFog(Some(Level::Much))).does(Act::ChoseCloseness(Some(Level::Nothing)));
    assert_eq!(looks_back(&reader), (vec![reader.today], Side { n: 1, n_close: 0 }));
    // The one of today is asked about, also where it is not the last one made.
    let (of_today, _) = check_ins(&reader)[1];
    let mut later = goes_on(&reader, reader.today.plus(1));
    for (reader, id) in [(&mut reader, of_today), (&mut later, of_tomorrow[0].0)] {
        reader.does(Act::PressedCheckIn);
        assert_eq!(checking(reader), CheckingIn { id: Some(id), stage: Stage::Asks });
        assert_eq!(check_ins(reader)[..1], of_tomorrow);
    }
    assert_eq!(looks_back(&later), (vec![reader.today, later.today], Side { n: 2, n_close: 1 }));
}

#[test]
fn not_today_leaves_a_plan_open_and_three_times_in_a_row_are_often() {
    let mut reader = at_home();
    let (id, _) = plan(&reader, 0);
    for (n, is_often) in [(1, false), (2, false), (3, true), (4, true)] {
        reader = goes_on(&reader, Day(20_000).plus(n));
        reader.does(Act::SaidOutcome(id, Outcome::NotToday));
        let (_, said) = plan(&reader, 0);
        assert_eq!(written(&mut reader).plans.get(&id), Some(&said));
        assert!(said.is_open() && at_hand(&reader) == [0]);
        assert_eq!(said.is_often_put_off(), is_often, "after {n}");
    }
    let (_, said) = plan(reader.does(Act::SaidOutcome(id, Outcome::Done)), 0);
    assert!(!said.is_open() && !said.is_often_put_off() && said.entries.len() == 5);
}

#[test]
fn a_plan_for_later_takes_no_place_and_comes_back_when_there_is_room() {
    let mut reader = at_home();
    plan_more(&mut reader, &["tea", "list"]);
    let (first, _) = plan(&reader, 0);
    reader.does(Act::PressedRest(first));
    assert_eq!(at_hand(&reader), [1, 2]);
    plan_more(&mut reader, &["thanks"]);
    assert_eq!((reader.screen(), at_hand(&reader)), ("home", vec![1, 2, 3]));
    reader.does(Act::PressedRest(first));
    assert_eq!(at_hand(&reader), [1, 2, 3], "three are enough, however the fourth one comes");
    reader.does(Act::SaidOutcome(plan(&reader, 2).0, Outcome::Tried)).does(Act::PressedRest(first));
    assert_eq!(at_hand(&reader), [0, 1, 3]);
}

#[test]
fn changing_a_plan_keeps_its_id_and_its_outcomes_also_where_three_are_open() {
    let mut reader = at_home();
    plan_more(&mut reader, &["tea", "list"]);
    let (id, _) = plan(&reader, 0);
    reader.does(Act::SaidOutcome(id, Outcome::NotToday));
    let before = reader.model.notes.plans.clone();
    reader.does(Act::PressedChange(id)).does(Msg::Typed(Field::Moment, "after the bus".into()));
    let mut reader = goes_on(&reader, reader.today.plus(2));
    assert_eq!((reader.screen(), &reader.model.notes.plans), ("plan", &before), "nothing is changed yet");
    reader.does(Act::ChoseSize(Size::TwoMinutes)).does(Act::ChoseGuess(Feeling::Good)).take_effects();
    reader.does(Act::PressedKeepPlan);
    let mut expected = before;
    let changed = expected.get_mut(&id).expect("a plan");
    changed.moment = plan::Moment::Own(OwnWords::parse("after the bus").expect("words"));
    (changed.size, changed.guess) = (Size::TwoMinutes, Some(Feeling::Good));
    assert_eq!(written(&mut reader).plans.get(&id), expected.get(&id));
    assert_eq!((reader.screen(), &reader.model.notes.plans), ("home", &expected));
}

#[test]
fn the_look_back_leads_to_the_first_question_about_the_two_with_the_answers_of_before() {
    let mut reader = Reader::new();
    reader.pack.questions.push(Question { id: "word".into(), ..reader.pack.questions[2].clone() });
    to_questions(&mut reader, true);
    answer_all(&mut reader, [1, 0, 1]);
    reader.does(Act::PickedAnswer(Picked::Option(0))).does(Act::PressedNext);
    pass_the_gate(&mut reader);
    reader.today = reader.today.plus(30);
    reader.does(Act::PressedPage(Page::LookBack)).does(Act::PressedStrain);
    assert_eq!(asking(&reader), (2, Some(Picked::Option(1))));
    assert_eq!(reader.pack.questions.iter().position(|one| one.tells_of(Thread::Strain)), Some(2));
    assert_eq!(reader.model.notes.reflections.len(), 1, "the earlier picture stays");
    reader.does(Act::PressedBack);
    assert_eq!(asking(&reader), (1, Some(Picked::Option(0))), "the others are there too");
}

#[test]
fn without_a_reflection_the_look_back_leads_to_the_doors() {
    let mut reader = Reader::new();
    reader.model.options.view = View::CheckIn;
    reader.does(Act::ChoseKeep(true)).does(Act::PressedBegin).does(Act::PressedNext);
    pass_the_gate(reader.does(Act::PressedPage(Page::LookBack)));
    reader.does(Act::PressedStrain);
    assert_eq!((reader.screen(), &reader.model.notes.draft), ("who", &None));
}

#[test]
fn after_a_year_away_the_plan_is_there_and_nothing_counts_the_days() {
    let first = at_home();
    let mut second = goes_on(&first, first.today.plus(365));
    assert!(matches!(second.open_screen(), Screen::Home(_, None)));
    assert_eq!(second.model.notes, first.model.notes);
    assert!(at_hand(&second) == [0] && !second.wrote());
}

#[test]
fn a_store_that_fills_up_is_said_to_whoever_keeps_their_notes() {
    for (keeps, said) in [(true, Saved::NearlyFull), (false, Saved::Idle)] {
        let saving = Saving { outcome: Ok(()), found: vec![], n_set_aside: 0, is_nearly_full: true };
        let mut reader = Reader::new();
        to_questions(&mut reader, keeps);
        assert_eq!(reader.does(Msg::Saved(saving)).model.saved, said);
    }
}

#[test]
fn back_from_a_check_in_leads_to_where_it_was_opened() {
    let mut reader = at_home();
    reader.does(Act::PressedCheckIn).does(Act::PressedBack);
    assert_eq!(reader.screen(), "home");
    let mut alone = Reader::new();
    alone.model.options.view = View::CheckIn;
    alone.does(Act::ChoseKeep(true)).does(Act::PressedBegin);
    assert_eq!(alone.screen(), "checkin");
    alone.does(Act::PressedBack);
    assert!(matches!(&alone.model.visit, Visit::Open(visit) if visit.screen == Screen::Welcome(Some(true))));
}

#[test]
fn what_was_said_of_a_plan_by_mistake_is_taken_back_and_nothing_else() {
    let mut reader = at_home();
    let (id, before) = plan(&reader, 0);
    reader.take_effects();
    for (outcome, n) in [(Outcome::NotToday, 0), (Outcome::Done, 1)] {
        reader.does(Act::SaidOutcome(id, outcome)).does(Act::TookBackOutcome);
        assert_eq!(plan(&reader, 0).1.entries.len(), n);
        assert_eq!(written(&mut reader).plans.get(&id), Some(&plan(&reader, 0).1));
        assert_eq!(at_hand(&reader), [0], "it is open again");
        reader.does(Act::TookBackOutcome);
        assert_eq!(plan(&reader, 0).1.entries.len(), n, "once");
        reader.does(Act::SaidOutcome(id, Outcome::NotToday));
    }
    assert_eq!(plan(&reader, 0).1.entries.len(), before.entries.len() + 2);
}

#[test]
fn a_check_in_in_which_everything_was_taken_back_is_no_day_and_goes_on_without_a_question() {
    let mut reader = at_home();
    reader.does(Act::PressedCheckIn).does(Act::ChoseFog(Some(Level::Much))).does(Act::ChoseFog(None));
    let (id, _) = check_ins(&reader)[0];
    assert_eq!(looks_back(&reader).0, []);
    reader.does(Act::PressedBack).does(Act::PressedCheckIn);
    assert_eq!(checking(&reader), CheckingIn { id: Some(id), stage: Stage::Open });
    reader.does(Msg::Typed(Field::Line, "a walk".into()));
    assert_eq!(looks_back(&reader).0, [reader.today], "a line alone is something");
}

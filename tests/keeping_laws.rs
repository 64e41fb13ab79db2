//! Laws of what is kept: it reads back as it was written, no input does harm, and notes that are merged lose nothing and
//! are the same whoever comes first.
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
use fogbridge::domain::check_in::{self, CheckIn, Level};
use fogbridge::domain::date::Day;
use fogbridge::domain::notes::{
    Draft, MomentChoice, Notes, Place, PlanDraft, RecordId, Reflection, Settings,
};
use fogbridge::domain::plan::{Company, Entry, Feeling, Moment, Outcome, OwnWords, Plan, Size};
use fogbridge::domain::question::{Path, Role};
use fogbridge::domain::word::Word;
use fogbridge::snapshot::{Key, copy, read_copy, restore, seal, unseal};
use proptest::prelude::*;

/// The days that every calendar can put into words.
fn days() -> impl Strategy<Value = i32> {
    Day::from_civil(1900, 1, 1).0..=Day::from_civil(9999, 12, 31).0
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[\\x00-\\x1f\"\\\\{}\u{202e}\u{1f300}é’]{0,40}".prop_map(String::from)]
}

fn answers() -> impl Strategy<Value = Answers> {
    let answer = prop_oneof![
        text().prop_map(|id| Answer::Chosen(id.into())),
        Just(Answer::NotSure),
        Just(Answer::Skipped)
    ];
    prop::collection::vec((text(), answer), 0..6)
        .prop_map(|all| all.into_iter().map(|(id, answer)| (id.into(), answer)).collect())
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL.to_vec())
}

fn own_words() -> impl Strategy<Value = Option<OwnWords>> {
    text().prop_map(|text| OwnWords::parse(&text))
}

fn feeling() -> impl Strategy<Value = Option<Feeling>> {
    prop::option::of(prop::sample::select(Feeling::ALL.to_vec()))
}

/// An outcome, with all that can be said of it.
fn entry(
    days: impl Strategy<Value = i32>,
    felt: impl Strategy<Value = Option<Feeling>>,
    line: impl Strategy<Value = Option<OwnWords>>,
) -> impl Strategy<Value = Entry> {
    let outcome = prop::sample::select(Outcome::ALL.to_vec());
    (days, outcome, felt, line).prop_map(|(day, outcome, felt, line)| Entry {
        day: Day(day),
        outcome,
        felt,
        line,
    })
}

fn check_in(
    days: impl Strategy<Value = i32>,
    line: impl Strategy<Value = Option<OwnWords>>,
) -> impl Strategy<Value = CheckIn> {
    let level = || prop::option::of(prop::sample::select(Level::ALL.to_vec()));
    let moment = || prop::option::of(prop::sample::select(check_in::Moment::ALL.to_vec()));
    (days, level(), level(), moment(), moment(), line).prop_map(
        |(day, fog, closeness, together, elsewhere, line)| CheckIn {
            day: Day(day),
            fog,
            closeness,
            together,
            elsewhere,
            line,
        },
    )
}

/// Notes with one record, and its key.
fn record() -> impl Strategy<Value = (Key, Notes)> {
    let settings = (any::<bool>(), prop::option::of(role()), any::<bool>(), prop::option::of(text()));
    let draft = (role(), prop::option::of(text()), answers());
    let entries = prop::collection::vec(entry(days(), feeling(), own_words()), 0..4);
    prop_oneof![
        settings.prop_map(|(keep, role, only_mine, region)| {
            let region = region.map(Into::into);
            let settings = Settings { keep, role, only_mine, region };
            (Key::Settings, Notes { settings, ..Notes::default() })
        }),
        text().prop_map(|own| {
            let mut draft = PlanDraft::new("tea".into());
            (draft.own, draft.moment) = (own, Some(MomentChoice::Own));
            (Key::Place, Notes { place: Place::Plan(draft), ..Notes::default() })
        }),
        draft.prop_map(|(role, at, answers)| {
            let at = at.map(Into::into);
            let draft = Some(Draft { role, path: Path::Short, at, answers });
            (Key::Draft, Notes { draft, ..Notes::default() })
        }),
        (role(), days(), answers()).prop_map(|(role, day, answers)| {
            let mut notes = Notes::default();
            notes
                .reflections
                .insert(id("a1"), Reflection { role, path: Path::Full, made_on: Day(day), answers });
            (Key::Reflection(id("a1")), notes)
        }),
        (text(), entries, feeling(), any::<bool>()).prop_map(|(words, entries, guess, rests)| {
            let moment = OwnWords::parse(&words).map_or_else(|| Moment::Offered("tea".into()), Moment::Own);
            let plan = Plan {
                step: words.into(),
                moment,
                size: Size::TwoMinutes,
                company: Company::WithoutThem,
                guess,
                made_on: Day(1),
                rests,
                entries,
            };
            let mut notes = Notes::default();
            notes.plans.insert(id("a1"), plan);
            (Key::Plan(id("a1")), notes)
        }),
        check_in(days(), own_words()).prop_map(|check_in| {
            let mut notes = Notes::default();
            notes.check_ins.insert(id("a1"), check_in);
            (Key::CheckIn(id("a1")), notes)
        }),
    ]
}

fn id(name: &str) -> RecordId {
    RecordId::parse(name).expect("an id")
}

/// The stored string of the one record in `notes`.
fn stored(key: Key, notes: &Notes, revision: u64) -> String {
    seal(&notes.payload(key).expect("there"), revision)
}

proptest! {
    #[test]
    fn prop_what_is_written_reads_back_the_same((key, record) in record(), revision in any::<u64>()) {
        let raw = stored(key, &record, revision);
        prop_assert!(raw.is_ascii());
        prop_assert_eq!(unseal(&raw).expect("our own record").revision, revision);
        let restored = restore([(key.name().as_str(), raw.as_str())]);
        prop_assert_eq!(restored.set_aside, []);
        prop_assert_eq!(restored.notes, record);
    }

    #[test]
    fn prop_any_string_is_read_without_harm(raw in any::<String>(), name in any::<String>()) {
        let restored = restore([(name.as_str(), raw.as_str())]);
        prop_assert_eq!(restored.set_aside.len(), 1);
        prop_assert_eq!(restored.notes, Notes::default());
    }

    #[test]
    fn prop_one_wrong_byte_is_noticed((key, record) in record(), at in any::<prop::sample::Index>(), to in b' '..=b'~') {
        let raw = stored(key, &record, 7);
        let mut bytes = raw.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        let damaged = String::from_utf8(bytes).expect("ASCII");
        // A changed revision is still the same record; everything else has to be refused.
        let restored = restore([(key.name().as_str(), damaged.as_str())]);
        if restored.set_aside.is_empty() {
            prop_assert_eq!(restored.notes, record);
        } else {
            prop_assert_eq!(restored.notes, Notes::default());
        }
    }

    #[test]
    fn prop_a_truncated_record_is_set_aside((key, record) in record(), at in any::<prop::sample::Index>()) {
        let raw = stored(key, &record, 7);
        let cut = &raw[..at.index(raw.len())];
        prop_assert_eq!(restore([(key.name().as_str(), cut)]).set_aside.len(), 1);
    }
}

// --- merging -------------------------------------------------------------------------------------------------

/// A few records under few ids that stand side by side, so that they meet: some the same, some the same plan with other
/// outcomes, some different under one id.
fn notes() -> impl Strategy<Value = Notes> {
    let ids = || prop_oneof![0..4_u64, Just(RecordId::MAX.0 - 1), Just(RecordId::MAX.0)].prop_map(RecordId);
    let answers = prop_oneof![Just(Answer::Skipped), Just(Answer::NotSure), Just(Answer::Chosen("a".into()))];
    let reflection = (answers, 0..2_i32).prop_map(|(answer, day)| Reflection {
        role: Role::Numb,
        path: Path::Full,
        made_on: Day(day),
        answers: [("joy".into(), answer)].into_iter().collect(),
    });
    let line = || prop::sample::select(vec![None, OwnWords::parse("warm"), OwnWords::parse("long")]);
    let felt = prop::sample::select(vec![None, Some(Feeling::Good), Some(Feeling::Little)]);
    let entries = prop::collection::vec(entry(0..2, felt, line()), 0..5);
    let plan = (0..3_usize, prop::bool::weighted(0.1), entries).prop_map(|(step, rests, entries)| Plan {
        step: ["tea", "list", "song"][step].into(),
        moment: Moment::Offered("tea".into()),
        size: Size::Full,
        company: Company::AsDescribed,
        guess: None,
        made_on: Day(0),
        rests,
        entries,
    });
    // Few of them, so that the same ones meet.
    let check_in = check_in(0..2, line()).prop_map(|check_in| CheckIn {
        closeness: check_in.closeness.filter(|_| check_in.line.is_none()),
        elsewhere: None,
        ..check_in
    });
    let reflections = prop::collection::vec((ids(), reflection), 0..4);
    let plans = prop::collection::vec((ids(), plan), 0..5);
    let check_ins = prop::collection::vec((ids(), check_in), 0..4);
    (reflections, plans, check_ins).prop_map(|(reflections, plans, check_ins)| Notes {
        reflections: reflections.into_iter().collect(),
        plans: plans.into_iter().collect(),
        check_ins: check_ins.into_iter().collect(),
        ..Notes::default()
    })
}

fn merged(all: &[&Notes]) -> Notes {
    let mut notes = Notes::default();
    for other in all {
        notes.merge(other);
    }
    notes
}

/// The records whatever their ids, plans without their outcomes and whether they rest.
fn records(notes: &Notes) -> Vec<String> {
    let plans = notes
        .plans
        .values()
        .map(|plan| format!("{:?}", Plan { rests: false, entries: Vec::new(), ..plan.clone() }));
    let check_ins = notes.check_ins.values().map(|check_in| format!("{check_in:?}"));
    let reflections = notes.reflections.values().map(|reflection| format!("{reflection:?}"));
    reflections.chain(plans).chain(check_ins).collect()
}

/// What was said of an outcome, in the order in which the screen asks for it.
fn said(entry: &Entry) -> Vec<&str> {
    entry.felt.map(Word::word).into_iter().chain(entry.line.as_ref().map(OwnWords::as_str)).collect()
}

/// True if `one` is `entry`, or what became of it when more was said.
fn tells(one: &Entry, entry: &Entry) -> bool {
    (one.day, one.outcome) == (entry.day, entry.outcome) && said(one).starts_with(&said(entry))
}

fn n_telling(plan: &Plan, entry: &Entry) -> usize {
    plan.entries.iter().filter(|one| tells(one, entry)).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn prop_who_comes_first_makes_no_difference_to_merged_records(a in notes(), b in notes()) {
        prop_assert_eq!(merged(&[&a, &b]), merged(&[&b, &a]));
    }

    #[test]
    fn prop_in_which_order_three_tabs_are_merged_makes_no_difference(a in notes(), b in notes(), c in notes()) {
        let (left, right) = (merged(&[&a, &b]), merged(&[&b, &c]));
        prop_assert_eq!(merged(&[&left, &c]), merged(&[&a, &right]));
    }

    #[test]
    fn prop_what_is_merged_again_changes_nothing(a in notes(), b in notes()) {
        let both = merged(&[&a, &b]);
        prop_assert_eq!(merged(&[&both, &a]), both.clone());
        prop_assert_eq!(merged(&[&both, &b]), both.clone());
        prop_assert_eq!(merged(&[&both, &both]), both);
    }

    #[test]
    fn prop_nothing_is_lost_by_merging(a in notes(), b in notes()) {
        let both = merged(&[&a, &b]);
        for side in [&a, &b] {
            for record in records(side) {
                prop_assert!(records(&both).contains(&record), "{} in {:?}", record, both);
            }
            for plan in side.plans.values() {
                let holds = |other: &&Plan| {
                    plan.entries.iter().all(|entry| n_telling(other, entry) >= n_telling(plan, entry))
                };
                prop_assert!(both.plans.values().filter(|other| other.step == plan.step).any(|other| holds(&other)));
            }
        }
    }

    /// F24.
    #[test]
    fn prop_reading_ones_own_copy_back_in_changes_nothing_however_often(a in notes(), (_, record) in record()) {
        let mut before = a;
        before.merge(&record);
        before.settings = record.settings;
        let copied = read_copy(&copy(&before, &[])).expect("our own copy");
        prop_assert_eq!(copied.n_unreadable, 0);
        let mut after = before.clone();
        for _ in 0..2 {
            after.merge(&copied.notes);
            prop_assert_eq!(&after, &before);
        }
    }
}

// --- the same outcome in two tabs --------------------------------------------------------------------------------

const DONE: Outcome = Outcome::Done;

fn told(day: i32, outcome: Outcome, felt: Option<Feeling>, line: &str) -> Entry {
    Entry { day: Day(day), outcome, felt, line: OwnWords::parse(line) }
}

/// What comes of two tabs with these outcomes of one plan, whoever is first.
fn joined(ours: &[&Entry], theirs: &[&Entry]) -> Vec<Entry> {
    let notes = |entries: &[&Entry]| {
        let plan = Plan {
            step: "tea".into(),
            moment: Moment::Offered("tea".into()),
            size: Size::Full,
            company: Company::AsDescribed,
            guess: Some(Feeling::Little),
            made_on: Day(0),
            rests: false,
            entries: entries.iter().copied().cloned().collect(),
        };
        Notes { plans: [(RecordId(1), plan)].into_iter().collect(), ..Notes::default() }
    };
    let both = merged(&[&notes(ours), &notes(theirs)]);
    assert_eq!(both, merged(&[&notes(theirs), &notes(ours)]));
    assert_eq!(both.plans.len(), 1, "one plan stays one plan");
    both.plans.values().next().expect("the plan").entries.clone()
}

#[test]
fn an_outcome_is_held_once_as_the_tab_tells_it_that_tells_most() {
    let good = Some(Feeling::Good);
    let (bare, felt) = (told(1, DONE, None, ""), told(1, DONE, good, ""));
    let (full, line) = (told(1, DONE, good, "warm"), told(1, DONE, None, "warm"));
    for (less, more) in [(&bare, &felt), (&bare, &line), (&bare, &full), (&felt, &full)] {
        assert_eq!(joined(&[less], &[more]), std::slice::from_ref(more));
        // The one that tells more stands for one of them, and not for both.
        assert_eq!(joined(&[less, less], &[more]), [less.clone(), more.clone()]);
    }
}

#[test]
fn what_was_told_in_two_ways_is_kept_in_both() {
    let (good, little) = (told(1, DONE, Some(Feeling::Good), ""), told(1, DONE, Some(Feeling::Little), ""));
    assert_eq!(joined(&[&good], &[&little]), [little, good.clone()]);
    let (long, warm) = (told(1, DONE, None, "long"), told(1, DONE, None, "warm"));
    assert_eq!(joined(&[&warm], &[&long]), [long, warm]);
    // Another day, or another outcome, is not the same outcome told more fully.
    for other in [told(2, DONE, None, ""), told(1, Outcome::Tried, None, "")] {
        assert_eq!(joined(&[&other], &[&good]), [good.clone(), other]);
    }
}

//! Laws of looking back: what is counted, and what may be said of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

#[path = "common/days.rs"]
mod days;

use days::*;
use fogbridge::domain::check_in::{CheckIn, Level};
use fogbridge::domain::date::Day;
use fogbridge::domain::look_back::{
    Counts, Finding, Guesses, Side, Span, Tilt, columns, count, days, guesses,
};
use fogbridge::domain::plan::{Company, Entry, Feeling, Moment as When, Outcome, Plan, Size};
use proptest::prelude::*;

fn counts(clear: Side, foggy: Side) -> Counts {
    Counts { clear, foggy, ..Counts::default() }
}

/// Counts about the numbers at which a finding changes.
fn any_counts() -> impl Strategy<Value = Counts> {
    let side = || (0..14_usize, any::<prop::sample::Index>()).prop_map(|(n, of)| side(n, of.index(n + 1)));
    (side(), side()).prop_map(|(clear, foggy)| counts(clear, foggy))
}

fn plan(guess: Option<Feeling>, entries: Vec<Entry>) -> Plan {
    Plan {
        step: "tea".into(),
        moment: When::Offered("tea".into()),
        size: Size::Full,
        company: Company::AsDescribed,
        guess,
        made_on: Day(0),
        rests: false,
        entries,
    }
}

fn felt(outcome: Outcome, felt: Option<Feeling>) -> Entry {
    Entry { felt, ..Entry::on(Day(1), outcome) }
}

fn feeling() -> impl Strategy<Value = Option<Feeling>> {
    prop::option::weighted(0.8, prop::sample::select(Feeling::ALL.to_vec()))
}

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let entry = (prop::sample::select(Outcome::ALL.to_vec()), feeling())
        .prop_map(|(outcome, feeling)| felt(outcome, feeling));
    let entries = prop::collection::vec(entry, 0..5);
    prop::collection::vec((feeling(), entries).prop_map(|(guess, entries)| plan(guess, entries)), 0..8)
}

/// Nothing for most, little for much, and the other way round.
fn mirrored(level: Option<Level>) -> Option<Level> {
    level.map(|level| Level::ALL[Level::ALL.len() - 1 - level as usize])
}

fn fog_mirrored(check_in: &CheckIn) -> CheckIn {
    CheckIn { fog: mirrored(check_in.fog), ..check_in.clone() }
}

fn closeness_mirrored(check_in: &CheckIn) -> CheckIn {
    CheckIn { closeness: mirrored(check_in.closeness), ..check_in.clone() }
}

fn turned(tilt: Tilt) -> Tilt {
    match tilt {
        Tilt::Clear => Tilt::Foggy,
        Tilt::Foggy => Tilt::Clear,
        Tilt::Neither => Tilt::Neither,
    }
}

fn is_told(finding: Finding) -> bool {
    matches!(finding, Finding::Told { .. })
}

/// The finding without the part that looks at clearer days alone.
fn symmetric(finding: Finding) -> (Finding, Option<Tilt>) {
    match finding {
        Finding::Told { tilt, .. } => (Finding::TooFew(0), Some(tilt)),
        other => (other, None),
    }
}

// --- what makes no difference --------------------------------------------------------------------------------

proptest! {
    #[test]
    fn prop_the_order_of_entry_makes_no_difference(
        (in_order, shuffled) in check_ins().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        from in -25..25_i32,
        to in -25..400_i32,
    ) {
        let (one, other) = (days(in_order.iter(), Day(from)..=LAST), days(shuffled.iter(), Day(from)..=LAST));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(columns(&one, Day(from), Day(to)), columns(&other, Day(from), Day(to)));
        prop_assert_eq!(count(&one), count(&other));
        prop_assert_eq!(count(&one).finding(), count(&other).finding());
    }

    #[test]
    fn prop_the_order_of_plans_makes_no_difference_to_guesses(
        (in_order, shuffled) in plans().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        prop_assert_eq!(guesses(in_order.iter()), guesses(shuffled.iter()));
    }

    /// Each day once, in order, and none of which nothing was said.
    #[test]
    fn prop_days_are_those_with_a_check_in(all in check_ins(), from in -25..25_i32) {
        let said = all.iter().filter(|one| !one.is_blank());
        let mut expected: Vec<Day> = said.map(|one| one.day).filter(|day| day.0 >= from).collect();
        expected.sort();
        expected.dedup();
        let firsts: Vec<Day> = days(all.iter(), Day(from)..=LAST).iter().map(|day| day.first).collect();
        prop_assert_eq!(firsts, expected);
    }

    #[test]
    fn prop_a_check_in_that_says_nothing_changes_no_count(mut all in check_ins(), day in -25..25_i32, at in any::<prop::sample::Index>()) {
        let before = counted(&all);
        all.insert(at.index(all.len() + 1), CheckIn::on(Day(day)));
        prop_assert_eq!(counted(&all), before);
    }

    /// What is unknown is unknown, never "no": a day without an answer is as if it were not there.
    #[test]
    fn prop_an_unsure_answer_changes_no_count_that_asks_for_it(all in check_ins(), day in check_in(30..31)) {
        let before = counted(&all);
        let with = |day: CheckIn| counted(&[&all[..], &[day]].concat());
        for unknown in [CheckIn { fog: None, ..day.clone() }, CheckIn { closeness: None, ..day.clone() }] {
            let after = with(unknown);
            prop_assert_eq!((after.clear, after.foggy), (before.clear, before.foggy));
        }
        for unknown in [CheckIn { together: None, ..day.clone() }, CheckIn { elsewhere: None, ..day }] {
            let after = with(unknown);
            prop_assert_eq!(
                (after.elsewhere, after.together, after.both),
                (before.elsewhere, before.together, before.both)
            );
        }
    }

    /// No sentence comes of a line: it makes a day one with a check-in, and that is all.
    #[test]
    fn prop_a_line_changes_no_count(all in check_ins()) {
        let silent: Vec<CheckIn> = all.iter().map(|one| CheckIn { line: None, ..one.clone() }).collect();
        prop_assert_eq!(counted(&all), counted(&silent));
        let mut days = all_days(&all);
        days.retain(|day| *day != Span { first: day.first, ..Span::default() });
        prop_assert_eq!(days, all_days(&silent));
    }

    #[test]
    fn prop_every_day_counts_at_most_once(all in check_ins()) {
        let (days, counts) = (all_days(&all), counted(&all));
        prop_assert!(counts.clear.n + counts.foggy.n <= days.len());
        prop_assert!(counts.elsewhere + counts.together + counts.both <= days.len());
        prop_assert!(counts.clear.n_close <= counts.clear.n && counts.foggy.n_close <= counts.foggy.n);
    }
}

#[test]
fn the_same_level_twice_counts_the_day_once() {
    let counts = counted(&[said(1, MUCH, MOST), said(1, MUCH, MOST), said(1, MOST, MUCH)]);
    assert_eq!((counts.clear, counts.foggy), (side(0, 0), side(1, 1)));
}

#[test]
fn a_day_of_both_halves_counts_for_neither_side() {
    // In the fog, then in closeness; the other days stay.
    let there = said(2, LITTLE, NOTHING);
    for two in [[said(1, LITTLE, MUCH), said(1, MUCH, MUCH)], [said(1, MUCH, MUCH), said(1, MUCH, LITTLE)]] {
        let counts = counted(&[&two[..], std::slice::from_ref(&there)].concat());
        assert_eq!((counts.clear, counts.foggy), (side(1, 0), side(0, 0)));
    }
}

#[test]
fn answers_of_one_day_complete_each_other() {
    let counts = counted(&[said(1, MOST, None), said(1, None, LITTLE), said(1, None, None)]);
    assert_eq!((counts.clear, counts.foggy), (side(0, 0), side(1, 0)));
    let counts = counted(&[moments(1, YES, None), moments(1, None, NO)]);
    assert_eq!((counts.elsewhere, counts.together, counts.both), (0, 1, 0));
}

#[test]
fn one_good_moment_is_enough_for_a_day_and_unsure_is_never_no() {
    let of = |all: &[CheckIn]| {
        let counts = counted(all);
        [counts.elsewhere, counts.together, counts.both]
    };
    assert_eq!(of(&[moments(1, NO, YES)]), [1, 0, 0]);
    assert_eq!(of(&[moments(1, YES, NO)]), [0, 1, 0]);
    assert_eq!(of(&[moments(1, YES, YES)]), [0, 0, 1]);
    assert_eq!(of(&[moments(1, NO, NO)]), [0, 0, 0]);
    // "Only" was not said where the other one is not known.
    assert_eq!(of(&[moments(1, None, YES), moments(2, YES, None)]), [0, 0, 0]);
    for two in [[moments(1, NO, YES), moments(1, YES, NO)], [moments(1, YES, NO), moments(1, NO, YES)]] {
        assert_eq!(of(&two), [0, 0, 1]);
    }
    assert_eq!(of(&[moments(1, NO, YES), moments(1, None, NO)]), [1, 0, 0]);
}

// --- the finding ---------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn prop_fog_turned_round_turns_the_finding_round(all in check_ins()) {
        let turned_round: Vec<CheckIn> = all.iter().map(fog_mirrored).collect();
        let (one, other) = (counted(&all), counted(&turned_round));
        prop_assert_eq!((one.clear, one.foggy), (other.foggy, other.clear));
        prop_assert_eq!(
            (one.elsewhere, one.together, one.both),
            (other.elsewhere, other.together, other.both)
        );
    }

    #[test]
    fn prop_closeness_turned_round_turns_the_shares_round(all in check_ins()) {
        let turned_round: Vec<CheckIn> = all.iter().map(closeness_mirrored).collect();
        let (one, other) = (counted(&all), counted(&turned_round));
        for (one, other) in [(one.clear, other.clear), (one.foggy, other.foggy)] {
            prop_assert_eq!(other, side(one.n, one.n - one.n_close));
        }
    }

    #[test]
    fn prop_sides_changed_over_change_the_finding_over(counts in any_counts()) {
        let swapped = Counts { clear: counts.foggy, foggy: counts.clear, ..counts };
        let (one, other) = (symmetric(counts.finding()), symmetric(swapped.finding()));
        prop_assert_eq!(one.1.map(turned), other.1);
        let expected = match one.0 {
            Finding::TooFewClear(more) => Finding::TooFewFoggy(more),
            Finding::TooFewFoggy(more) => Finding::TooFewClear(more),
            same => same,
        };
        prop_assert_eq!(other.0, expected);
    }

    #[test]
    fn prop_shares_turned_round_turn_the_tilt_round(counts in any_counts()) {
        let far = |of: Side| side(of.n, of.n - of.n_close);
        let other = Counts { clear: far(counts.clear), foggy: far(counts.foggy), ..counts }.finding();
        match (counts.finding(), other) {
            (
                Finding::Told { tilt, is_far_when_clear },
                Finding::Told { tilt: turned_tilt, is_far_when_clear: is_close },
            ) => {
                prop_assert_eq!(turned_tilt, turned(tilt));
                // Exactly half is neither.
                prop_assert!(!(is_far_when_clear && is_close));
                prop_assert_eq!(!is_far_when_clear && !is_close, counts.clear.n_close * 2 == counts.clear.n);
            }
            (one, other) => prop_assert_eq!(one, other),
        }
    }

    /// The tilt, in another way than by multiplying across: as a comparison of parts of 5040, which all of these numbers
    /// of days divide but 11 and 13.
    #[test]
    fn prop_a_side_tilts_from_a_quarter_on(
        (n_clear, n_foggy) in (prop::sample::select(vec![3, 4, 5, 6, 7, 8, 9, 10, 12]), prop::sample::select(vec![7, 8, 9, 10, 12])),
        clear in any::<prop::sample::Index>(),
        foggy in any::<prop::sample::Index>(),
    ) {
        const ALL: usize = 5040;
        let (clear, foggy) = (side(n_clear, clear.index(n_clear + 1)), side(n_foggy, foggy.index(n_foggy + 1)));
        let share = |of: Side| of.n_close * (ALL / of.n);
        let tilt = if share(clear) >= share(foggy) + ALL / 4 {
            Tilt::Clear
        } else if share(foggy) >= share(clear) + ALL / 4 {
            Tilt::Foggy
        } else {
            Tilt::Neither
        };
        let is_far_when_clear = share(clear) < ALL / 2;
        prop_assert_eq!(counts(clear, foggy).finding(), Finding::Told { tilt, is_far_when_clear });
    }

    /// The number of days that is said is truly enough, and one less is not.
    #[test]
    fn prop_as_many_more_days_as_said_lead_on(counts in any_counts(), n_clear in 0..20_usize, close in any::<bool>()) {
        let more_of = |of: Side, n: usize| side(of.n + n, of.n_close + if close { n } else { 0 });
        let with = |n_clear: usize, n_foggy: usize| Counts {
            clear: more_of(counts.clear, n_clear),
            foggy: more_of(counts.foggy, n_foggy),
            ..counts
        }.finding();
        match counts.finding() {
            Finding::TooFew(more) => {
                prop_assert!(more > 0);
                let n_clear = n_clear.min(more);
                prop_assert!(!matches!(with(n_clear, more - n_clear), Finding::TooFew(_)));
                prop_assert!(!is_told(with(n_clear.min(more - 1), more - 1 - n_clear.min(more - 1))));
            }
            Finding::TooFewClear(more) => {
                prop_assert!(more > 0);
                prop_assert!(is_told(with(more, 0)));
                prop_assert!(matches!(with(more - 1, 0), Finding::TooFewClear(1)));
                prop_assert_eq!(with(0, 5), counts.finding(), "days of the other side are not what is lacking");
            }
            Finding::TooFewFoggy(more) => {
                prop_assert!(more > 0);
                prop_assert!(is_told(with(0, more)));
                prop_assert!(matches!(with(0, more - 1), Finding::TooFewFoggy(1)));
                prop_assert_eq!(with(5, 0), counts.finding(), "days of the other side are not what is lacking");
            }
            Finding::Told { .. } => {}
        }
    }

    /// A finding speaks of days, and how good moments go along with fog is never part of it.
    #[test]
    fn prop_good_moments_make_no_difference_to_the_finding(all in check_ins()) {
        let without: Vec<CheckIn> = all.iter().map(|one| said(one.day.0, one.fog, one.closeness)).collect();
        prop_assert_eq!(counted(&all).finding(), counted(&without).finding());
    }
}

/// `n_clear` clear days and `n_foggy` foggy ones, the first `n_close` of each kind close.
fn course(clear: Side, foggy: Side) -> Vec<CheckIn> {
    let of = |fog, side: Side, first: i32| {
        (0_i32..)
            .zip(0..side.n)
            .map(move |(day, n)| said(first + day, fog, if n < side.n_close { MUCH } else { LITTLE }))
    };
    of(LITTLE, clear, 0).chain(of(MUCH, foggy, 1000)).collect()
}

#[test]
fn ten_days_are_enough_and_nine_are_not() {
    let finding = |clear, foggy| counted(&course(clear, foggy)).finding();
    assert_eq!(finding(side(0, 0), side(0, 0)), Finding::TooFew(10));
    assert_eq!(finding(side(5, 5), side(4, 4)), Finding::TooFew(1));
    assert_eq!(
        finding(side(9, 9), side(0, 0)),
        Finding::TooFewFoggy(3),
        "the same as on the next clearer day"
    );
    let told = Finding::Told { tilt: Tilt::Neither, is_far_when_clear: false };
    assert_eq!(finding(side(5, 5), side(5, 5)), told);
}

#[test]
fn three_of_each_are_enough_and_two_are_not() {
    let told = Finding::Told { tilt: Tilt::Neither, is_far_when_clear: false };
    let finding = |clear, foggy| counted(&course(clear, foggy)).finding();
    assert_eq!(finding(side(10, 10), side(0, 0)), Finding::TooFewFoggy(3));
    assert_eq!(finding(side(8, 8), side(2, 2)), Finding::TooFewFoggy(1));
    assert_eq!(finding(side(7, 7), side(3, 3)), told);
    assert_eq!(finding(side(0, 0), side(10, 10)), Finding::TooFewClear(3));
    assert_eq!(finding(side(2, 2), side(8, 8)), Finding::TooFewClear(1));
    assert_eq!(finding(side(3, 3), side(7, 7)), told);
}

#[test]
fn exactly_a_quarter_tilts_and_a_day_less_does_not() {
    let tilt = |clear, foggy| match counted(&course(clear, foggy)).finding() {
        Finding::Told { tilt, .. } => tilt,
        other => panic!("{other:?}"),
    };
    assert_eq!(tilt(side(8, 4), side(8, 2)), Tilt::Clear);
    assert_eq!(tilt(side(8, 4), side(8, 3)), Tilt::Neither);
    assert_eq!(tilt(side(8, 2), side(8, 4)), Tilt::Foggy);
    assert_eq!(tilt(side(8, 3), side(8, 4)), Tilt::Neither);
    assert_eq!(tilt(side(4, 1), side(8, 0)), Tilt::Clear);
    assert_eq!(tilt(side(4, 4), side(8, 8)), Tilt::Neither);
    // Of 365 days too: 92 of 365 are over a quarter, 91 are below one.
    assert_eq!(tilt(side(365, 92), side(365, 0)), Tilt::Clear);
    assert_eq!(tilt(side(365, 91), side(365, 0)), Tilt::Neither);
}

#[test]
fn closeness_is_far_when_clear_on_most_clearer_days_and_not_on_half() {
    let is_far = |clear| match counted(&course(clear, side(7, 7))).finding() {
        Finding::Told { is_far_when_clear, .. } => is_far_when_clear,
        other => panic!("{other:?}"),
    };
    assert_eq!([side(6, 2), side(6, 3), side(6, 4)].map(is_far), [true, false, false]);
    assert_eq!([side(7, 3), side(7, 4)].map(is_far), [true, false]);
}

// --- guesses -------------------------------------------------------------------------------------------------

proptest! {
    #[test]
    fn prop_guesses_are_those_of_steps_done_or_tried_with_both_known(plans in plans()) {
        let told = guesses(plans.iter());
        prop_assert!(told.better + told.worse <= told.n);
        let mut expected = Guesses::default();
        for plan in &plans {
            for entry in &plan.entries {
                if let (Some(guess), Some(felt), Outcome::Done | Outcome::Tried) = (plan.guess, entry.felt, entry.outcome) {
                    expected.n += 1;
                    expected.better += usize::from(felt as u8 > guess as u8);
                    expected.worse += usize::from((felt as u8) < guess as u8);
                }
            }
        }
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn prop_what_lacks_a_guess_or_a_feeling_counts_nowhere(mut all in plans(), feeling in feeling(), at in any::<prop::sample::Index>()) {
        let before = guesses(all.iter());
        let place = at.index(all.len() + 1);
        all.insert(place, plan(None, vec![felt(Outcome::Done, feeling)]));
        all.insert(place, plan(feeling, vec![Entry::on(Day(1), Outcome::Done), Entry::on(Day(2), Outcome::Tried)]));
        all.insert(place, plan(feeling, vec![felt(Outcome::NotToday, feeling)]));
        all.insert(place, plan(feeling, Vec::new()));
        prop_assert_eq!(guesses(all.iter()), before);
    }
}

#[test]
fn each_time_a_step_was_done_or_tried_is_told_beside_its_guess() {
    let of = |guess, feelings: &[Feeling]| {
        plan(Some(guess), feelings.iter().map(|&feeling| felt(Outcome::Tried, Some(feeling))).collect())
    };
    let plans = [
        of(Feeling::Little, &[Feeling::Good, Feeling::Little, Feeling::NotAtAll]),
        of(Feeling::NotAtAll, &[Feeling::VeryGood]),
    ];
    assert_eq!(guesses(plans.iter()), Guesses { n: 4, better: 2, worse: 1 });
}

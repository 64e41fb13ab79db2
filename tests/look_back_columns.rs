//! Laws of looking back over a long time: how days become columns, what levels they tell, and three invented years.
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
    Counts, EIGHT_WEEKS, Finding, MAX_COLUMNS, Side, Span, Tally, Tilt, columns, count, days, fog,
};
use proptest::prelude::*;

#[test]
fn days_of_fog_are_counted_from_the_first_of_which_it_is_known() {
    let foggy = |check_ins: &[CheckIn]| fog(&all_days(check_ins));
    assert_eq!(foggy(&[said(3, None, MUCH)]), None);
    let days = [
        said(3, None, MUCH),
        said(9, MOST, None),
        said(5, LITTLE, None),
        said(9, MUCH, None),
        said(11, MOST, MUCH),
    ];
    assert_eq!(foggy(&days), Some((Day(5), 3, 2)));
    let mixed = [said(5, LITTLE, None), said(5, MOST, None)];
    assert_eq!(foggy(&mixed), Some((Day(5), 1, 0)), "a day of both is no foggy one");
}

// --- columns -------------------------------------------------------------------------------------------------

/// One check-in on each day, from `first` to `last`.
fn each_day(first: Day, last: Day) -> Vec<Span> {
    all_days(&(first.0..=last.0).map(|day| said(day, MUCH, LITTLE)).collect::<Vec<_>>())
}

/// How many check-ins told of fog in `span`. The code has no use for the number, so only its `Debug` tells it.
fn n_fog(span: &Span) -> usize {
    let debug = format!("{:?}", span.fog);
    let n = debug.split("n: ").nth(1).and_then(|rest| rest.split(',').next());
    n.and_then(|n| n.parse().ok()).expect("a number")
}

proptest! {
    #[test]
    fn prop_every_day_of_the_range_is_in_exactly_one_column(
        first in prop_oneof![-700_000..700_000_i32, Just(Day::FIRST.0), Just(Day::LAST.0 - 4_000)],
        n_days in prop_oneof![1..130_i32, 410..430_i32, 830..850_i32, 1..4_000_i32],
    ) {
        let (from, to) = (Day(first), Day(first + n_days - 1));
        let all = columns(&[], from, to);
        prop_assert!(all.len() <= MAX_COLUMNS as usize);
        prop_assert_eq!(all[0].first, from);
        let width = match all.get(1) {
            Some(second) => second.first.0 - first,
            None => n_days,
        };
        prop_assert!(if n_days <= MAX_COLUMNS { width == 1 } else { width % 7 == 0 }, "{} for {}", width, n_days);
        prop_assert!(all.windows(2).all(|two| two[1].first.0 - two[0].first.0 == width));
        let last = all[all.len() - 1].first;
        prop_assert!(last <= to && to.0 < last.0 + width, "the last column holds the last day");
        // No narrower columns would do.
        prop_assert!(width <= 7 || n_days > (width - 7) * MAX_COLUMNS);

        // One day more on either side, which is not of the range.
        let days = each_day(from.plus(-1), to.plus(1));
        let told = columns(&days, from, to);
        prop_assert_eq!(told.len(), all.len());
        for (place, column) in told.iter().enumerate() {
            let end = told.get(place + 1).map_or(to.plus(1), |next| next.first);
            prop_assert_eq!(n_fog(column), (end.0 - column.first.0) as usize);
        }
        prop_assert_eq!(told.iter().map(n_fog).sum::<usize>(), n_days as usize);
    }

    /// A column knows what its days know.
    #[test]
    fn prop_a_column_is_the_sum_of_its_days(all in check_ins(), from in -25..25_i32, n_days in 1..200_i32) {
        let (from, to) = (Day(from), Day(from + n_days - 1));
        let columns = columns(&days(all.iter(), from..=LAST), from, to);
        for (place, column) in columns.iter().enumerate() {
            let end = columns.get(place + 1).map_or(to.plus(1), |next| next.first);
            let within: Vec<&CheckIn> = all.iter().filter(|one| (column.first..end).contains(&one.day)).collect();
            let mean = |of: fn(&CheckIn) -> Option<Level>| {
                let known: Vec<f64> = within.iter().filter_map(|one| of(one)).map(|level| f64::from(level as u8)).collect();
                let mean = known.iter().sum::<f64>() / known.len() as f64;
                (!known.is_empty()).then(|| Level::ALL[(mean + 0.5).floor() as usize])
            };
            prop_assert_eq!(column.fog.level(), mean(|one| one.fog));
            prop_assert_eq!(column.closeness.level(), mean(|one| one.closeness));
            prop_assert_eq!(column.together == YES, within.iter().any(|one| one.together == YES));
            prop_assert_eq!(column.elsewhere == NO, within.iter().all(|one| one.elsewhere != YES) && within.iter().any(|one| one.elsewhere == NO));
        }
    }

    /// From a clock that is wrong, or from a record that someone made up.
    #[test]
    fn prop_any_days_are_taken_without_harm(
        check_ins in prop::collection::vec(any::<i32>(), 0..5), from in any::<i32>(), to in any::<i32>(),
    ) {
        let ends = [i32::MIN, i32::MIN + 1, -1, 0, 1, i32::MAX - 1, i32::MAX];
        let check_ins: Vec<CheckIn> = check_ins.into_iter().chain(ends).map(|day| said(day, MOST, MOST)).collect();
        for (from, to) in [(from, to), (to, from), (from, from), (i32::MIN, to), (from, i32::MAX), (i32::MIN, i32::MAX)] {
            let days = days(check_ins.iter(), Day(from)..=LAST);
            let columns = columns(&days, Day(from), Day(to));
            prop_assert!((1..=MAX_COLUMNS as usize).contains(&columns.len()));
            prop_assert_eq!(columns[0].first, Day(from));
            prop_assert!(columns.windows(2).all(|two| two[0].first < two[1].first));
            let n_within = days.iter().filter(|day| day.first <= Day(to)).map(n_fog).sum::<usize>();
            prop_assert_eq!(columns.iter().map(n_fog).sum::<usize>(), n_within);
        }
    }
}

#[test]
fn columns_are_days_up_to_sixty_and_whole_weeks_beyond() {
    let shape = |n_days: i32| {
        let columns = columns(&[], Day(0), Day(n_days - 1));
        (columns.len(), columns.get(1).map_or(0, |column| column.first.0))
    };
    assert_eq!(shape(1), (1, 0));
    assert_eq!(shape(EIGHT_WEEKS), (56, 1));
    assert_eq!(shape(60), (60, 1));
    assert_eq!(shape(61), (9, 7));
    assert_eq!(shape(365), (53, 7));
    assert_eq!(shape(420), (60, 7));
    assert_eq!(shape(421), (31, 14));
    assert_eq!(shape(3_653), (58, 63));
}

#[test]
fn the_wrong_way_round_is_one_column_that_knows_nothing() {
    let days = all_days(&[said(3, MOST, MOST), said(5, MOST, MOST), said(9, MOST, MOST)]);
    assert_eq!(columns(&days, Day(5), Day(3)), [Span { first: Day(5), ..Span::default() }]);
    let one = columns(&days, Day(5), Day(5));
    assert_eq!((one.len(), n_fog(&one[0])), (1, 1));
}

#[test]
fn the_last_column_holds_no_day_after_the_last() {
    // 61 days are nine columns of weeks, and the last of them reaches two days beyond.
    let days = all_days(&[said(60, MOST, None), said(61, LITTLE, None), said(62, LITTLE, None)]);
    let columns = columns(&days, Day(0), Day(60));
    assert_eq!((columns.len(), n_fog(&columns[8]), columns[8].fog.level()), (9, 1, MOST));
}

#[test]
fn leap_days_and_year_ends_are_days_like_others() {
    let (from, to) = (Day::from_civil(2027, 12, 31), Day::from_civil(2028, 2, 28));
    assert_eq!(columns(&[], from, to).len(), 60);
    for (from, to, n_days) in [
        (from, from.plus(1), 2),
        (Day::from_civil(2028, 2, 28), Day::from_civil(2028, 3, 1), 3),
        (Day::from_civil(2027, 2, 28), Day::from_civil(2027, 3, 1), 2),
        (Day::from_civil(2024, 1, 1), Day::from_civil(2024, 12, 31), 366),
        (Day::from_civil(2026, 11, 22), Day::from_civil(2036, 11, 21), 3_653),
        (Day::from_civil(1969, 12, 30), Day::from_civil(1970, 1, 2), 4),
    ] {
        let columns = columns(&each_day(from, to), from, to);
        assert_eq!(columns.iter().map(n_fog).sum::<usize>(), n_days, "{}", from.spelled());
    }
}

// --- levels --------------------------------------------------------------------------------------------------

fn tally(levels: impl IntoIterator<Item = Level>) -> Tally {
    let check_ins: Vec<CheckIn> = levels.into_iter().map(|level| said(1, Some(level), None)).collect();
    all_days(&check_ins).first().map(|day| day.fog).unwrap_or_default()
}

proptest! {
    #[test]
    fn prop_the_mean_is_the_nearest_level_and_the_upper_one_of_two(
        levels in prop::collection::vec(prop::sample::select(Level::ALL.to_vec()), 0..40),
    ) {
        let n = levels.len() as i64;
        let sum: i64 = levels.iter().map(|level| *level as i64).sum();
        // How far off a level is, times the number: the least, and of two the last one.
        let nearest = Level::ALL.iter().rev().min_by_key(|level| (**level as i64 * n - sum).abs());
        prop_assert_eq!(tally(levels.clone()).level(), nearest.copied().filter(|_| n > 0));
        let is_high = levels.iter().all(|level| *level >= Level::Much);
        let is_low = levels.iter().all(|level| *level <= Level::Little);
        prop_assert_eq!(tally(levels).is_high(), (is_high != is_low).then_some(is_high));
    }
}

#[test]
fn the_upper_of_two_levels_that_are_equally_near() {
    use Level::{Little, Most, Much, Nothing};
    assert_eq!(tally([]).level(), None);
    assert_eq!(tally([Nothing, Little]).level(), LITTLE);
    assert_eq!(tally([Little, Much]).level(), MUCH);
    assert_eq!(tally([Nothing, Most]).level(), MUCH);
    assert_eq!(tally([Nothing, Nothing, Little]).level(), NOTHING);
    assert_eq!(tally([Most; 5]).level(), MOST);
}

/// A clock that once said 1900 makes a look back from the beginning so long that ten years are few columns, or one.
#[test]
fn however_many_check_ins_a_column_holds_it_tells_their_mean() {
    let n_days = 3_650;
    let all: Vec<CheckIn> = (0..n_days)
        .flat_map(|day| vec![said(day, MOST, if day == 0 { MOST } else { NOTHING }); 30])
        .collect();
    let days = all_days(&all);
    assert_eq!(days.len(), 3_650);
    let columns = columns(&days, Day(-6_000_000), Day(n_days - 1));
    let last = columns.last().expect("one");
    assert_eq!(n_fog(last), 109_500);
    assert_eq!((last.fog.level(), last.closeness.level()), (MOST, NOTHING));
    assert_eq!((last.fog.is_high(), last.closeness.is_high()), (Some(true), None));
}

#[test]
fn a_day_of_more_check_ins_than_anyone_makes_is_one_day() {
    for n in [65_534, 65_535, 65_536, 70_000] {
        let mut all = vec![said(1, MOST, MUCH); n];
        assert_eq!(counted(&all).foggy, side(1, 1));
        assert_eq!(all_days(&all)[0].fog.level(), MOST);
        all.push(said(1, NOTHING, MUCH));
        assert_eq!(counted(&all), Counts::default(), "one of the other half is heard among {n}");
    }
}

// --- three invented years --------------------------------------------------------------------------------------

/// The last of the 364 days of an invented year.
const TODAY: Day = Day(20_779);
const YEAR: i32 = 364;

/// A weekday from 0, and the fog and the closeness of a check-in on it.
type Said = (i32, Option<Level>, Option<Level>);

/// A year of 52 weeks. Each row is some weeks that are alike: how many, and the check-ins of such a week by weekday.
fn year(weeks: &[(i32, &[Said])]) -> Vec<CheckIn> {
    let mut week = TODAY.0 - YEAR + 1;
    let mut all = Vec::new();
    for (n_weeks, alike) in weeks {
        for _ in 0..*n_weeks {
            all.extend(alike.iter().map(|(weekday, fog, closeness)| said(week + weekday, *fog, *closeness)));
            week += 7;
        }
    }
    assert_eq!(week, TODAY.0 + 1, "52 weeks");
    all
}

/// Counts and finding of eight weeks, and of all days.
fn looked_back(all: &[CheckIn]) -> [(Side, Side, Finding); 2] {
    [TODAY.plus(1 - EIGHT_WEEKS), EVER].map(|from| {
        let counts = count(&days(all.iter(), from..=LAST));
        (counts.clear, counts.foggy, counts.finding())
    })
}

#[test]
fn a_year_in_which_fog_lifts_and_closeness_returns() {
    let all = year(&[
        // Three foggy days a week, close on none; and a day of which the fog is not known.
        (26, &[(0, MOST, NOTHING), (2, MUCH, LITTLE), (4, MOST, LITTLE), (5, None, MOST)]),
        (14, &[(0, MUCH, LITTLE), (2, LITTLE, MUCH), (4, MOST, NOTHING), (4, LITTLE, NOTHING)]),
        (12, &[(0, LITTLE, MUCH), (3, NOTHING, MOST), (6, MUCH, LITTLE)]),
    ]);
    let told = Finding::Told { tilt: Tilt::Clear, is_far_when_clear: false };
    assert_eq!(
        looked_back(&all),
        [
            (side(16, 16), side(8, 0), told),
            // 14 and 24 clearer days; 78, 14 and 12 foggier ones. The day of both halves is of neither side.
            (side(38, 38), side(104, 0), told),
        ]
    );
    let columns = columns(&all_days(&all), TODAY.plus(1 - YEAR), TODAY);
    assert_eq!((columns.len(), columns[0].fog.level(), columns[51].fog.level()), (52, MOST, LITTLE));
    assert_eq!((columns[0].closeness.level(), columns[51].closeness.level()), (LITTLE, MUCH));
}

#[test]
fn a_year_in_which_fog_lifts_and_closeness_does_not_return() {
    let all = year(&[
        (26, &[(0, MOST, NOTHING), (2, MUCH, MUCH), (4, MOST, LITTLE)]),
        (18, &[(0, MUCH, LITTLE), (2, LITTLE, NOTHING), (4, LITTLE, None)]),
        (8, &[(0, NOTHING, NOTHING), (3, LITTLE, LITTLE), (5, NOTHING, MUCH), (6, MUCH, LITTLE)]),
    ]);
    assert_eq!(
        looked_back(&all),
        [
            // A third against none tilts to the clearer days, and most of them were far all the same.
            (side(24, 8), side(8, 0), Finding::Told { tilt: Tilt::Clear, is_far_when_clear: true }),
            // 8 of 42 and 26 of 104.
            (side(42, 8), side(104, 26), Finding::Told { tilt: Tilt::Neither, is_far_when_clear: true }),
        ]
    );
}

#[test]
fn a_year_of_too_little() {
    let all = year(&[
        (40, &[]),
        (4, &[(1, MUCH, LITTLE)]),
        (2, &[(1, MUCH, NOTHING), (3, MOST, None)]),
        (4, &[(1, MUCH, None), (2, None, MUCH)]),
        (2, &[(1, LITTLE, MUCH), (4, MUCH, LITTLE)]),
    ]);
    assert_eq!(
        looked_back(&all),
        [
            (side(2, 2), side(4, 0), Finding::TooFew(4)),
            // Enough days, and not enough clearer ones.
            (side(2, 2), side(8, 0), Finding::TooFewClear(1)),
        ]
    );
}

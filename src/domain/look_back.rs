//! Looking back over check-ins: what is counted, and what may be said of it.
//!
//! The same person rates fog and closeness on the same day, so counts can show what goes together and never why. Nothing
//! here names a cause. All rules are ours: no study says how many days are enough for one reader, and the numbers are
//! chosen so that one day more or less rarely turns a sentence round.
//!
//! Order of entry makes no difference anywhere. A day of which something is not known takes no part in the counts that ask
//! for it.

use std::ops::RangeInclusive;

use super::check_in::{CheckIn, Level, Moment};
use super::date::Day;
use super::plan::Plan;

/// The days with both fog and closeness known from which a comparison is told.
pub const ENOUGH_DAYS: usize = 10;
/// The least of these on each side, of clearer days and of foggier ones.
pub const ENOUGH_EACH: usize = 3;
/// The least steps with a guess and a feeling from which these are told beside each other.
pub const ENOUGH_STEPS: usize = 3;
/// The days of the shorter look back: eight weeks.
pub const EIGHT_WEEKS: i32 = 56;
/// The most columns of the time line; on the smallest phone each is then still 5 pixels wide.
pub const MAX_COLUMNS: i32 = 60;

/// What was said of one thing, over some check-ins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    n: u32,
    /// The sum of the places of the levels.
    sum: u32,
    n_high: u32,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.n += other.n;
        self.sum += other.sum;
        self.n_high += other.n_high;
    }

    fn of(level: Option<Level>) -> Self {
        level.map_or_else(Self::default, |level| Self {
            n: 1,
            sum: level as u32,
            n_high: level.is_high().into(),
        })
    }

    /// The mean, as the nearest level; the upper one of two equally near. `None` if nothing is known.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        // Twice the sum and the number, through twice the number: the mean, rounded.
        let mean = (2 * self.sum + self.n).checked_div(2 * self.n)?;
        Level::ALL.get(mean as usize).copied()
    }

    /// True if all was of the upper half, false if all was of the lower one; `None` if nothing is known, or both were there.
    #[must_use]
    pub fn is_high(self) -> Option<bool> {
        (self.n > 0 && (self.n_high == 0 || self.n_high == self.n)).then_some(self.n_high > 0)
    }
}

/// A day, or some days in a row, out of all check-ins on them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: Day,
    /// Fog.
    pub fog: Tally,
    /// Closeness.
    pub closeness: Tally,
    /// Whether there was a good moment with the partner.
    pub together: Option<Moment>,
    /// Whether there was a good moment elsewhere.
    pub elsewhere: Option<Moment>,
}

impl Span {
    fn add(&mut self, other: &Self) {
        self.fog.add(other.fog);
        self.closeness.add(other.closeness);
        self.together = either(self.together, other.together);
        self.elsewhere = either(self.elsewhere, other.elsewhere);
    }

    fn of(check_in: &CheckIn) -> Self {
        Self {
            first: check_in.day,
            fog: Tally::of(check_in.fog),
            closeness: Tally::of(check_in.closeness),
            together: check_in.together,
            elsewhere: check_in.elsewhere,
        }
    }
}

/// One good moment is enough for a day, and what is unknown takes nothing away.
fn either(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    if one == Some(Moment::Yes) { one } else { other.or(one) }
}

/// The days of `span` with a check-in that says something, each once, in order.
#[must_use]
pub fn days<'a>(check_ins: impl Iterator<Item = &'a CheckIn>, span: RangeInclusive<Day>) -> Vec<Span> {
    let mut days: Vec<Span> = Vec::new();
    for check_in in check_ins.filter(|check_in| span.contains(&check_in.day) && !check_in.is_blank()) {
        // They come nearly in order: so the place is looked for from the end.
        let place = days.iter().rposition(|day| day.first <= check_in.day);
        let span = Span::of(check_in);
        match place.and_then(|place| days.get_mut(place)) {
            Some(day) if day.first == span.first => day.add(&span),
            _ => days.insert(place.map_or(0, |place| place + 1), span),
        }
    }
    days
}

/// `days` as columns of a time line from the day `from` to the day `to`, at most [`MAX_COLUMNS`]: of one day each, or of as
/// many whole weeks as it takes. Columns without a check-in are there too, and know nothing.
#[must_use]
pub fn columns(days: &[Span], from: Day, to: Day) -> Vec<Span> {
    // The place of the last day, from 0.
    let last = to.0.saturating_sub(from.0).max(0);
    let width = if last < MAX_COLUMNS { 1 } else { last / (7 * MAX_COLUMNS) * 7 + 7 };
    let mut columns: Vec<Span> =
        (0..=last / width).map(|n| Span { first: from.plus(n * width), ..Span::default() }).collect();
    // The last column may reach beyond `to`, and what lies there is not of these days.
    for day in days.iter().filter(|day| (from..=to).contains(&day.first)) {
        let place = day.first.0.saturating_sub(from.0) / width;
        if let Some(column) = columns.get_mut(place as usize) {
            column.add(day);
        }
    }
    columns
}

/// Days of one kind, and on how many of them closeness was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Side {
    /// The days.
    pub n: usize,
    /// Those of them on which the reader felt close.
    pub n_close: usize,
}

/// What a look back counts, in days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Clearer days of which closeness is known.
    pub clear: Side,
    /// Foggier days of which closeness is known.
    pub foggy: Side,
    /// Good moments elsewhere and none with the partner.
    pub elsewhere: usize,
    /// Good moments with the partner and none elsewhere.
    pub together: usize,
    /// Good moments of both kinds.
    pub both: usize,
}

/// Counts `days`.
#[must_use]
pub fn count(days: &[Span]) -> Counts {
    let mut counts = Counts::default();
    for day in days {
        if let (Some(foggy), Some(close)) = (day.fog.is_high(), day.closeness.is_high()) {
            let side = if foggy { &mut counts.foggy } else { &mut counts.clear };
            side.n += 1;
            side.n_close += usize::from(close);
        }
        match (day.elsewhere, day.together) {
            (Some(Moment::Yes), Some(Moment::No)) => counts.elsewhere += 1,
            (Some(Moment::No), Some(Moment::Yes)) => counts.together += 1,
            (Some(Moment::Yes), Some(Moment::Yes)) => counts.both += 1,
            _ => {}
        }
    }
    counts
}

/// The first day of which fog is known, how many such days there are, and how many of them were foggy. `None` if there is none.
#[must_use]
pub fn fog(days: &[Span]) -> Option<(Day, usize, usize)> {
    let known = || days.iter().filter(|day| day.fog.level().is_some());
    let n_foggy = known().filter(|day| day.fog.is_high() == Some(true)).count();
    known().next().map(|first| (first.first, known().count(), n_foggy))
}

/// On which days closeness was there more often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tilt {
    /// On clearer days.
    Clear,
    /// On foggier days.
    Foggy,
    /// About as often on both.
    Neither,
}

/// What may be said of fog and closeness side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Too few days: how many more would be enough.
    TooFew(usize),
    /// Enough days, and too few clearer ones among them: how many more would be enough.
    TooFewClear(usize),
    /// The same of foggier ones.
    TooFewFoggy(usize),
    /// The counts beside each other.
    Told {
        /// Where closeness was more often.
        tilt: Tilt,
        /// True if closeness was missing on most of the clearer days: then the questions about the two are offered again.
        is_far_when_clear: bool,
    },
}

impl Counts {
    /// What may be said of these counts. One side tilts where its share of close days is larger by a quarter of all at least.
    #[must_use]
    pub fn finding(&self) -> Finding {
        let (clear, foggy) = (self.clear, self.foggy);
        let lacking = |enough: usize, n: usize| enough.saturating_sub(n);
        let more_days = lacking(ENOUGH_DAYS, clear.n + foggy.n);
        let (more_clear, more_foggy) = (lacking(ENOUGH_EACH, clear.n), lacking(ENOUGH_EACH, foggy.n));
        // The largest of these is enough for the others too, so that nobody is told a number that grows when it is reached.
        if more_days > more_clear.max(more_foggy) {
            return Finding::TooFew(more_days);
        }
        if more_clear > 0 {
            return Finding::TooFewClear(more_clear);
        }
        if more_foggy > 0 {
            return Finding::TooFewFoggy(more_foggy);
        }
        // The shares through each other's number of days: no fractions, so nothing is rounded.
        let (on_clear, on_foggy) = (clear.n_close * foggy.n, foggy.n_close * clear.n);
        let tilt = if on_clear.abs_diff(on_foggy) * 4 < clear.n * foggy.n {
            Tilt::Neither
        } else if on_clear > on_foggy {
            Tilt::Clear
        } else {
            Tilt::Foggy
        };
        Finding::Told { tilt, is_far_when_clear: clear.n_close * 2 < clear.n }
    }
}

/// How steps felt beside what was guessed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Guesses {
    /// Steps with a guess and a feeling.
    pub n: usize,
    /// Those that felt better than guessed.
    pub better: usize,
    /// Those that felt less good.
    pub worse: usize,
}

/// Counts the steps of `plans` of which both guess and feeling are known. Each time a step was done or tried counts.
#[must_use]
pub fn guesses<'a>(plans: impl Iterator<Item = &'a Plan>) -> Guesses {
    let mut guesses = Guesses::default();
    for plan in plans {
        let closing = plan.entries.iter().filter(|entry| entry.outcome.closes());
        for felt in closing.filter_map(|entry| entry.felt) {
            let Some(guess) = plan.guess else { continue };
            guesses.n += 1;
            guesses.better += usize::from(felt > guess);
            guesses.worse += usize::from(felt < guess);
        }
    }
    guesses
}

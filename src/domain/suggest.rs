//! Which three steps to suggest, and which steps the library offers.
//!
//! A step is *offered* if it fits the reader's role and filters; it is *suggested* if it also fits the
//! energy of the moment and nothing speaks against it. Order of preference (ours): answers to a thread
//! that is seen, strong before faint; then an effort within reach; then the order of the content file. The three
//! suggestions are never all of one theme or all of one setting where the library allows it, and at low
//! energy the first is tiny and alone.

use super::question::{Role, Thread};
use super::reading::{Reading, Strength};
use super::step::{Effort, Energy, Setting, Step, Theme};

/// What is known about the moment when steps are suggested.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// Whose eyes.
    pub role: Role,
    /// What the answers show; `None` if no reflection was made (the door `view="steps"`).
    pub reading: Option<&'a Reading>,
    /// Energy now; `None` if not said, which is taken as *a little*.
    pub energy: Option<Energy>,
}

impl Situation<'_> {
    fn energy(&self) -> Energy {
        self.energy.unwrap_or(Energy::Little)
    }

    fn strength(&self, thread: Thread) -> Strength {
        self.reading.and_then(|reading| reading.strength(thread)).unwrap_or(Strength::NotClear)
    }

    /// The rank of a step: the strongest of the threads it answers to. 0 is best.
    fn rank(&self, step: &Step) -> u8 {
        let strongest = step.threads.iter().map(|thread| self.strength(thread)).max();
        match strongest {
            Some(Strength::Strong) => 0,
            Some(Strength::Faint) => 1,
            None => 2,
            Some(Strength::NotClear) => 3,
            Some(Strength::Quiet) => 4,
        }
    }

    /// How far a step is from what the energy of the moment can reach. With some energy a small step comes
    /// before a tiny one, otherwise less is nearer.
    fn reach(&self, step: &Step) -> u8 {
        match (self.energy(), step.effort) {
            (Energy::Some, Effort::Small) | (Energy::Empty | Energy::Little, Effort::Tiny) => 0,
            (Energy::Some, Effort::Tiny) | (Energy::Empty | Energy::Little, Effort::Small) => 1,
            (_, Effort::Medium) => 2,
        }
    }

    /// True if `step` may be suggested, not merely found in the library.
    ///
    /// Touch is found in the library and never suggested: nobody owes closeness. Where the partner's acts were
    /// repeatedly cold, nothing warm is suggested; together, then, nothing is suggested at all: own support, a limit
    /// for oneself and a talk with a third person are.
    #[must_use]
    pub fn may_suggest(&self, step: &Step) -> bool {
        let cold = self.reading.is_some_and(|reading| reading.partner_cold);
        step.roles.contains(self.role)
            && step.energy <= self.energy()
            && !step.is_touch()
            && !(cold && (step.is_warm() || step.setting == Setting::Together))
    }
}

/// Up to three steps to suggest, as indices into `rows`: steps, each with whatever goes along. Fewer only if
/// fewer fit.
#[must_use]
pub fn suggest<T>(rows: &[(&Step, T)], situation: &Situation<'_>) -> Vec<usize> {
    let steps: Vec<&Step> = rows.iter().map(|(step, _)| *step).collect();
    let gentle = |step: &Step| step.effort == Effort::Tiny && step.setting == Setting::Alone;
    let mut picked = Vec::with_capacity(3);
    if situation.energy() < Energy::Some {
        picked.extend(best(&steps, situation, &picked, &gentle));
    }
    while picked.len() < 3 {
        let various = |step: &Step| brings_variety(&picked, step);
        // Where the library has too little variety, a repeated kind is better than a gap.
        let next = best(&steps, situation, &picked, &various)
            .or_else(|| best(&steps, situation, &picked, &|_| true));
        let Some(next) = next else { break };
        picked.push(next);
    }
    picked.into_iter().map(|(idx, _)| idx).collect()
}

/// The best of `steps` that fits and is not picked yet, with its place.
#[inline(never)]
fn best<'a>(
    steps: &[&'a Step],
    situation: &Situation<'_>,
    picked: &[(usize, &Step)],
    fits: &dyn Fn(&Step) -> bool,
) -> Option<(usize, &'a Step)> {
    let cold = situation.reading.is_some_and(|reading| reading.partner_cold);
    let mut best = None;
    for (idx, step) in steps.iter().enumerate() {
        if picked.iter().any(|&(other, _)| other == idx) || !fits(step) || !situation.may_suggest(step) {
            continue;
        }
        let rank = (u8::from(cold && !step.is_outside()), situation.rank(step), situation.reach(step));
        if best.is_none_or(|(before, _)| rank < before) {
            best = Some((rank, (idx, *step)));
        }
    }
    best.map(|(_, found)| found)
}

/// True if `step` has a theme that is not picked yet, and, as the last of three, does not make all three
/// of one setting.
fn brings_variety(picked: &[(usize, &Step)], step: &Step) -> bool {
    let new_theme = picked.iter().all(|(_, other)| other.theme != step.theme);
    let new_setting = picked.len() < 2 || picked.iter().any(|(_, other)| other.setting != step.setting);
    new_theme && new_setting
}

/// The library's filters. `None` means: any.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// Alone or together.
    pub setting: Option<Setting>,
    /// What it is about.
    pub theme: Option<Theme>,
    /// At most this effort.
    pub effort: Option<Effort>,
    /// At most this energy.
    pub energy: Option<Energy>,
}

impl Filter {
    /// True if `step` passes every filter that is set.
    #[must_use]
    pub fn lets_through(&self, step: &Step) -> bool {
        self.setting.is_none_or(|setting| step.setting == setting)
            && self.theme.is_none_or(|theme| step.theme == theme)
            && self.effort.is_none_or(|effort| step.effort <= effort)
            && self.energy.is_none_or(|energy| step.energy <= energy)
    }
}

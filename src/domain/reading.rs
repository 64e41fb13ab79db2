//! From answers to threads: small, open arithmetic without any claim to measure.
//!
//! Every chosen answer adds points to threads, as the content says. For each thread the points *for* and
//! the answers *against* it are counted apart, because something a reader saw happen is not argued away
//! by something else that was fine:
//!
//! | strength   | rule (ours; there is no validated instrument that separates the two causes) |
//! |------------|------|
//! | strong     | at least 5 points for it, from at least two answers, and more points for than against |
//! | faint      | at least 2 points for it, or 1 point with no more than 1 against |
//! | quiet      | neither of these, and at least three answers speak against it |
//! | not clear  | everything else: too little is known |
//!
//! From this follows, and `tests/reading_laws.rs` checks: more evidence for a thread never weakens it;
//! "not sure" and "skipped" change nothing; all skipped is *not clear yet*; no single answer makes a
//! thread strong.

use super::answer::Answers;
use super::question::{AnswerOption, Cue, Question, Role, Thread};
use super::word::words;

words! {
    /// How strongly the answers point to a thread. In words only; the order is that of growing evidence.
    Strength {
        /// Enough answers, and they speak against it.
        Quiet = "quiet",
        /// Too little is known to see it.
        NotClear = "unclear",
        /// Something points to it.
        Faint = "faint",
        /// Several answers point to it.
        Strong = "strong",
    }
}

impl Strength {
    /// True if the thread is there to be seen: faint or strong.
    #[must_use]
    pub fn is_seen(self) -> bool {
        match self {
            Self::Faint | Self::Strong => true,
            Self::Quiet | Self::NotClear => false,
        }
    }
}

/// What speaks for and against one thread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sum of the points for the thread, 0 or more.
    pub points_for: u32,
    /// Number of answers that speak for it.
    pub n_for: u32,
    /// Sum of the points against the thread, 0 or more.
    pub points_against: u32,
    /// Number of answers that speak against it.
    pub n_against: u32,
}

impl Tally {
    /// Adds one answer's points: above zero for the thread, below zero against it.
    pub fn add(&mut self, points: i8) {
        let size = u32::from(points.unsigned_abs());
        if points > 0 {
            self.points_for += size;
            self.n_for += 1;
        } else if points < 0 {
            self.points_against += size;
            self.n_against += 1;
        }
    }

    /// The strength in words. The table is in the module's head.
    #[must_use]
    pub fn strength(self) -> Strength {
        let strong = self.points_for >= 5 && self.n_for >= 2 && self.points_for > self.points_against;
        let faint = self.points_for >= 2 || (self.points_for == 1 && self.points_against <= 1);
        if strong {
            Strength::Strong
        } else if faint {
            Strength::Faint
        } else if self.n_against >= 3 {
            Strength::Quiet
        } else {
            Strength::NotClear
        }
    }
}

/// One thread with its strength and the answers behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadReading {
    /// The thread.
    pub thread: Thread,
    /// How strongly the answers point to it.
    pub strength: Strength,
    /// The answers that speak for it, or against it if it is quiet; in the order of the questions.
    /// Empty if nothing is clear.
    pub evidence: Vec<Cue>,
}

/// What one reflection shows. Derived from answers whenever it is needed, never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Every answer that counts, in the order of the questions.
    pub given: Vec<Cue>,
    /// The threads of the role, in the order in which they are told.
    pub threads: Vec<ThreadReading>,
    /// What the reader noticed in the partner: told back, never read.
    pub noticed: Vec<Cue>,
    /// True if the partner's acts were reported as repeatedly cold, mocking or dismissive.
    pub partner_cold: bool,
}

impl Reading {
    /// The strength of `thread`; `None` if the role does not look at it.
    #[must_use]
    pub fn strength(&self, thread: Thread) -> Option<Strength> {
        self.threads.iter().find(|reading| reading.thread == thread).map(|reading| reading.strength)
    }

    /// The threads that are faint or strong, in the order told.
    pub fn seen(&self) -> impl Iterator<Item = Thread> + '_ {
        self.threads.iter().filter(|reading| reading.strength.is_seen()).map(|reading| reading.thread)
    }

    /// True if no thread is clear in either direction.
    #[must_use]
    pub fn is_unclear(&self) -> bool {
        self.threads.iter().all(|reading| reading.strength == Strength::NotClear)
    }
}

/// Reads `answers` in `role`. Only questions of this role count; answers to unknown questions or options
/// (an older or newer content) are passed over.
#[must_use]
pub fn read(questions: &[Question], role: Role, answers: &Answers) -> Reading {
    let chosen: Vec<Chosen<'_>> = questions
        .iter()
        .enumerate()
        .filter(|(_, question)| question.roles.contains(role))
        .filter_map(|(place, question)| {
            let id = answers.chosen(&question.id)?;
            let option_place = question.options.iter().position(|option| option.id == *id)?;
            let cue = Cue { question: place.try_into().ok()?, option: option_place.try_into().ok()? };
            Some(Chosen { cue, question, option: question.options.get(option_place)? })
        })
        .collect();

    let threads = role
        .threads()
        .iter()
        .map(|&thread| {
            let mut tally = Tally::default();
            for chosen in &chosen {
                tally.add(chosen.points(thread));
            }
            let strength = tally.strength();
            let speaks = |points: i8| match strength {
                Strength::Strong | Strength::Faint => points > 0,
                Strength::Quiet => points < 0,
                Strength::NotClear => false,
            };
            let evidence = chosen.iter().filter(|chosen| speaks(chosen.points(thread)));
            ThreadReading { thread, strength, evidence: evidence.map(|chosen| chosen.cue).collect() }
        })
        .collect();

    Reading {
        given: chosen.iter().map(|chosen| chosen.cue).collect(),
        threads,
        noticed: chosen
            .iter()
            .filter(|chosen| chosen.question.about_partner)
            .map(|chosen| chosen.cue)
            .collect(),
        partner_cold: chosen.iter().any(|chosen| chosen.option.is_cold()),
    }
}

/// An answer with what the content says of it.
struct Chosen<'a> {
    cue: Cue,
    question: &'a Question,
    option: &'a AnswerOption,
}

impl Chosen<'_> {
    /// What it adds to `thread`; 0 if nothing.
    fn points(&self, thread: Thread) -> i8 {
        let weight = self.option.adds.iter().find(|weight| weight.thread == thread);
        weight.map_or(0, |weight| weight.points)
    }
}

//! What readings rest on, single insights, myths, explained words, and things to say.

use super::super::read::{Table, kept};
use super::{Item, Reader};
use crate::content::MIX_BITS;
use crate::content::packed::Text;
use crate::domain::insight::Rule;
use crate::domain::phrase::Phrase;
use crate::domain::question::{Cue, Question, Role, Thread};
use crate::domain::reading::Strength;
use crate::domain::step::Energy;
use crate::domain::word::{Set, Word};

/// Where a myth may stand besides the list.
#[derive(Debug, Clone)]
pub struct MythPlace {
    /// Beside whose picture.
    pub roles: Set<Role>,
    /// Beside which threads.
    pub beside: Set<Thread>,
    /// Not shown where the partner was repeatedly cold.
    pub softens: bool,
}

impl Reader<'_> {
    /// What each reading rests on.
    pub(super) fn readings(&mut self) {
        let file = self.open("readings");
        for item in file.tables("reading") {
            let (thread, strength) = (item.text("thread"), item.text("strength"));
            let known = Thread::named(thread).is_some() && Strength::named(strength).is_some();
            if !known {
                item.complain(format!("there is no thread `{thread}` with a strength `{strength}`"));
            }
            let sources = self.reading(&item, &format!("reading {thread}.{strength}"));
            if self.found.readings.insert((thread, strength), sources).is_some() {
                item.complain(format!("`{thread}.{strength}` stands here twice"));
            }
        }
        for item in file.tables("mix") {
            let name = mix_name(|thread| item.texts("seen").contains(&thread.word()));
            let sources = self.reading(&item, &format!("mixture {name}"));
            self.found.mixes.insert(name, sources);
        }
        let n_readings = Thread::ALL.len() * Strength::ALL.len();
        let n_mixes = 1 << MIX_BITS.len();
        if self.found.readings.len() != n_readings || self.found.mixes.len() != n_mixes {
            file.complain(format!(
                "{n_readings} readings and {n_mixes} mixtures are told, and here stand {} and {}",
                self.found.readings.len(),
                self.found.mixes.len()
            ));
        }
        file.finish();
    }

    fn reading(&mut self, item: &Table<'_>, name: &str) -> Vec<u16> {
        self.carries(item, name);
        let sources = self.source_indices(item);
        item.flag("ours");
        item.finish();
        sources
    }

    pub(super) fn insights(&mut self) {
        let file = self.open("insights");
        let mut taken = Vec::new();
        for item in file.tables("insight") {
            let roles: Set<Role> = item.words("roles");
            let when: Vec<Vec<Cue>> = item
                .text_lists("when")
                .iter()
                .map(|group| group.iter().filter_map(|name| self.cue(&item, name)).collect())
                .collect();
            if roles.is_empty() || when.is_empty() {
                item.complain("nobody’s answers call for it: `roles` and `when` each need an entry");
            }
            for role in roles.iter() {
                let asked =
                    |cue: &Cue| self.question(cue).is_some_and(|question| question.roles.contains(role));
                if !when.iter().all(|group| group.iter().any(asked)) {
                    item.complain(format!("{role:?} is never asked what this waits for"));
                }
            }
            let unless = item.texts("unless").into_iter().filter_map(|name| self.cue(&item, name)).collect();
            let rule = Rule { roles, when, unless, softens: item.flag("softens") };
            let insight = self.item(&item, "insight", &mut taken, rule);
            let loud = |id: &str| ["D20", "D21", "D22"].contains(&id);
            let fan = self.found.sources.iter().position(|(id, ..)| *id == "fan-2024");
            let names_fan = insight.sources.iter().any(|&place| Some(usize::from(place)) == fan);
            if item.texts("carries").into_iter().any(loud) && !names_fan {
                item.complain("that loud feelings stay while quiet ones fade is what many people describe: name fan-2024, which says how little is known");
            }
            self.found.insights.push(insight);
        }
        file.finish();
    }

    fn question(&self, cue: &Cue) -> Option<&Question> {
        self.found.questions.get(usize::from(cue.question))
    }

    /// The answer that `question.option` names.
    fn cue(&self, item: &Table<'_>, name: &str) -> Option<Cue> {
        let found = name.split_once('.').and_then(|(question, option)| {
            let place = self.found.questions.iter().position(|other| &*other.id == question)?;
            let options = &self.found.questions.get(place)?.options;
            let option_place = options.iter().position(|other| &*other.id == option)?;
            let is_sign = options.get(option_place)?.is_safety_sign();
            let cue = Cue { question: place.try_into().ok()?, option: option_place.try_into().ok()? };
            Some((cue, is_sign))
        });
        match found {
            None => item.complain(format!("no question has the answer `{name}`; write question.option")),
            Some((_, true)) => item.complain(format!("`{name}` is a safety sign: no text may wait for one")),
            Some((cue, false)) => return Some(cue),
        }
        None
    }

    pub(super) fn myths(&mut self) {
        let file = self.open("myths");
        let mut taken = Vec::new();
        for item in file.tables("myth") {
            let place = MythPlace {
                roles: item.words("roles"),
                beside: item.words("beside"),
                softens: item.flag("softens"),
            };
            let myth = self.item(&item, "myth", &mut taken, place);
            self.found.myths.push(myth);
        }
        file.finish();
    }

    pub(super) fn terms(&mut self) {
        let file = self.open("terms");
        let mut taken = Vec::new();
        for item in file.tables("term") {
            let term = self.item(&item, "term", &mut taken, ());
            self.found.terms.push(term);
        }
        file.finish();
    }

    pub(super) fn phrases(&mut self) {
        let file = self.open("phrases");
        let mut taken = Vec::new();
        for item in file.tables("phrase") {
            let phrase = Phrase {
                id: item.text("id").into(),
                roles: item.words("roles"),
                energy: item.word("energy").unwrap_or(Energy::Some),
                to_self: item.flag("to_self"),
                warm: item.flag("warm"),
            };
            if phrase.roles.is_empty() {
                item.complain("nobody says this: `roles` is empty");
            }
            let phrase: Item<Phrase> = self.item(&item, "phrase", &mut taken, phrase);
            self.found.phrases.push(phrase);
        }
        file.finish();
    }
}

/// The name of a mixture: the threads seen, in their order, joined by `+`; `quiet` for none.
pub(in super::super) fn mix_name(is_seen: impl Fn(Thread) -> bool) -> String {
    let seen: Vec<Text> = MIX_BITS
        .iter()
        .filter(|(thread, _)| is_seen(*thread))
        .map(|(thread, _)| kept(thread.word()))
        .collect();
    if seen.is_empty() { "quiet".to_owned() } else { seen.join("+") }
}

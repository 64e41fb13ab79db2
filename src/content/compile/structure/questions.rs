//! Questions, what their answers add, and the questions about being safe.

use super::super::read::Table;
use super::Reader;
use crate::content::packed::Text;
use crate::domain::question::{AnswerOption, Path, Question, Role, Thread, Weight, asked};
use crate::domain::word::{Set, Word};

impl Reader<'_> {
    pub(super) fn questions(&mut self) {
        let file = self.open("questions");
        let mut taken = Vec::new();
        for item in file.tables("question") {
            let id = self.id(&item, &mut taken);
            let roles: Set<Role> = item.words("roles");
            let short: Set<Role> = item.words("short");
            if roles.is_empty() {
                item.complain(format!("nobody is asked `{id}`: `roles` is empty"));
            }
            if short.iter().any(|role| !roles.contains(role)) {
                item.complain("`short` names a role that `roles` does not");
            }
            let about_partner = item.flag("about_partner");
            let mut option_ids = Vec::new();
            let options: Vec<_> = item
                .tables("option")
                .iter()
                .map(|option| self.option(option, roles, about_partner, &mut option_ids))
                .collect();
            if !(2..=6).contains(&options.len()) {
                item.complain(format!("`{id}` has {} options; two to six can be read", options.len()));
            }
            self.carries(&item, &format!("question {id}"));
            let sources = self.source_indices(&item);
            item.flag("ours");
            item.finish();
            self.found.question_sources.push(sources);
            self.found.questions.push(Question { id: id.into(), roles, short, options, about_partner });
        }
        for &role in Role::ALL {
            let (n_full, n_short) = (
                asked(&self.found.questions, role, Path::Full).len(),
                asked(&self.found.questions, role, Path::Short).len(),
            );
            if n_short != 4 {
                file.complain(format!(
                    "the two-minute path of {role:?} has {n_short} questions instead of 4"
                ));
            }
            if !(8..=14).contains(&n_full) {
                file.complain(format!("{role:?} is asked {n_full} questions; 8 to 14 can be borne"));
            }
            for &thread in role.threads() {
                self.thread_can_be_read(&file, role, thread);
            }
        }
        file.finish();
    }

    /// A thread needs three questions that can speak for it and three that can speak against it, else
    /// *strong* or *quiet* could never be reached fairly.
    fn thread_can_be_read(&self, file: &Table<'_>, role: Role, thread: Thread) {
        let n_with = |wanted: fn(i8) -> bool| {
            self.found
                .questions
                .iter()
                .filter(|question| question.roles.contains(role))
                .filter(|question| {
                    let weights = question.options.iter().flat_map(|option| &option.adds);
                    weights.into_iter().any(|weight| weight.thread == thread && wanted(weight.points))
                })
                .count()
        };
        let (n_for, n_against) = (n_with(|points| points > 0), n_with(|points| points < 0));
        if n_for < 3 || n_against < 3 {
            file.complain(format!(
                "{role:?}: only {n_for} questions can speak for {thread:?} and {n_against} against it; 3 are needed"
            ));
        }
    }

    fn option(
        &self,
        item: &Table<'_>,
        roles: Set<Role>,
        about_partner: bool,
        taken: &mut Vec<Text>,
    ) -> AnswerOption {
        let id = self.id(item, taken);
        let adds = item.table("adds").map(|adds| self.weights(&adds, roles)).unwrap_or_default();
        let mut marks = 0;
        if item.flag("safety_sign") {
            marks |= AnswerOption::SAFETY_SIGN;
        }
        if item.flag("cold") {
            marks |= AnswerOption::COLD;
        }
        if about_partner && !adds.is_empty() {
            item.complain("what is noticed in the partner is told back only: take the weights out");
        }
        if marks & AnswerOption::SAFETY_SIGN != 0 && !adds.is_empty() {
            item.complain("a safety sign is never mixed into a reading: take the weights out");
        }
        item.finish();
        AnswerOption { id: id.into(), adds, marks }
    }

    fn weights(&self, adds: &Table<'_>, roles: Set<Role>) -> Vec<Weight> {
        let mut weights = Vec::new();
        for name in adds.keys() {
            let points = adds.number(&name);
            let Some(thread) = Thread::named(&name) else {
                adds.complain(format!("there is no thread `{name}`: fog, wear, strain and weather are"));
                continue;
            };
            if !roles.iter().any(|role| role.threads().contains(&thread)) {
                adds.complain(format!("nobody who is asked this has a thread of {name}"));
            }
            match i8::try_from(points) {
                Ok(points @ (-3..=-1 | 1..=3)) => weights.push(Weight { thread, points }),
                _ => adds.complain(format!("a weight is -3 to 3 and not 0; `{name}` has {points}")),
            }
        }
        weights
    }

    pub(super) fn safety(&mut self) {
        let file = self.open("safety");
        let mut taken = Vec::new();
        for item in file.tables("safety") {
            let id = self.id(&item, &mut taken);
            self.carries(&item, &format!("safety question {id}"));
            self.found.safety.push((id, item.flag("first_visit"), item.flag("later_visit")));
            item.finish();
        }
        let n_first = self.found.safety.iter().filter(|(_, first, _)| *first).count();
        let n_later = self.found.safety.iter().filter(|(.., later)| *later).count();
        if !(3..=4).contains(&n_first) || n_later != 1 {
            file.complain(format!(
                "three or four safety questions come first and one later, not {n_first} and {n_later}"
            ));
        }
        file.finish();
    }
}

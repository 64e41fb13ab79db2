//! The sheet to print: which questions and steps stand on it.

use super::super::read::Table;
use super::Reader;
use crate::content::packed::Text;
use crate::domain::question::{AnswerOption, Role};
use crate::domain::step::Setting;
use crate::domain::word::Set;

/// What stands on the sheet, by ids.
#[derive(Debug, Clone, Default)]
pub struct WorksheetPlan {
    /// Groups of questions: id of the group, ids of the questions.
    pub groups: Vec<(Text, Vec<Text>)>,
    /// Steps for oneself, which anyone may read.
    pub open: Vec<Text>,
    /// Steps for two, behind the safety box.
    pub two: Vec<Text>,
}

impl Reader<'_> {
    pub(super) fn worksheet(&mut self) {
        let file = self.open("worksheet");
        let mut taken = Vec::new();
        let mut asked = Vec::new();
        for item in file.tables("group") {
            let id = self.id(&item, &mut taken);
            let roles: Set<Role> = item.words("roles");
            let questions = item.texts("questions");
            for question in &questions {
                self.on_paper(&item, question, roles);
                if asked.contains(question) {
                    item.complain(format!("the question `{question}` stands on the sheet twice"));
                }
                asked.push(*question);
            }
            item.finish();
            self.found.worksheet.groups.push((id, questions));
        }
        let steps = file.table_or_empty("steps");
        self.found.worksheet.open = self.open_steps(&steps, "open");
        self.found.worksheet.two = self.steps_for_two(&steps);
        steps.finish();
        file.finish();
    }

    /// Paper is found: it collects no sign of danger, and nothing that was noticed in the partner.
    fn on_paper(&self, item: &Table<'_>, id: &str, roles: Set<Role>) {
        let says = |holds: bool, text: &str| self.must_be(item, "questions", holds, text);
        let Some(question) = self.found.question(id) else {
            return says(false, &format!("there is no question `{id}` in structure/questions.toml"));
        };
        let is_asked = !roles.is_empty() && roles.iter().all(|role| question.roles.contains(role));
        says(is_asked, &format!("`{id}` is not asked of all of `roles`"));
        says(!question.about_partner, &format!("`{id}` is about the partner, which is never printed"));
        says(
            !question.options.iter().any(AnswerOption::is_safety_sign),
            &format!("`{id}` has a safety sign among its answers, and no sheet collects one"),
        );
    }

    fn steps_for_two(&self, item: &Table<'_>) -> Vec<Text> {
        let ids = item.texts("two");
        for id in &ids {
            let says = |holds: bool, text: &str| self.must_be(item, "two", holds, text);
            let Some((step, note)) = self.found.step(id) else {
                says(false, &format!("there is no step `{id}`"));
                continue;
            };
            says(step.setting == Setting::Together, &format!("the step `{id}` is done alone"));
            says(!step.is_touch(), &format!("the step `{id}` is touch, which nobody is handed on paper"));
            says(
                note.caution.is_empty(),
                &format!("the step `{id}` has a caution that a sheet has no room for"),
            );
        }
        ids
    }
}

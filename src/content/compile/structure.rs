//! What is written once for all languages: ids, arithmetic, marks, sources, help lines.

use std::collections::BTreeMap;

use super::read::{Problems, Source, Table};
use super::{Coverage, Files};
use crate::content::HelpKind;
use crate::content::packed::Text;
use crate::domain::question::{AnswerOption, Path, Question, Role, Thread, Weight, asked};
use crate::domain::step::{Effort, Setting, Step};
use crate::domain::word::Word;

/// Everything that does not depend on a language.
#[derive(Debug, Default)]
pub struct Structure {
    /// Questions in the order asked.
    pub questions: Vec<Question>,
    /// Indices into `sources`, a list a question.
    pub question_sources: Vec<Vec<u16>>,
    /// Safety questions: id, asked on a first visit, asked on later visits.
    pub safety: Vec<(Text, bool, bool)>,
    /// Steps in the order of the file.
    pub steps: Vec<Step>,
    /// What a step says about itself that is no rule: in the order of `steps`.
    pub step_notes: Vec<StepNote>,
    /// Ids of step families, and whether any of their steps is done together.
    pub families: BTreeMap<Text, bool>,
    /// Sources: id, title, address.
    pub sources: Vec<(Text, Text, Text)>,
    /// Everyday moments: id, and whether the partner is there.
    pub times: Vec<(Text, bool)>,
    /// Countries: code, emergency numbers, time zones.
    pub countries: Vec<(Text, Vec<Text>, Vec<Text>)>,
    /// Help lines, also those that are not shown.
    pub lines: Vec<Line>,
    /// The international directory: name and address.
    pub directory: (Text, Text),
    /// Words that no text uses, with the reason.
    pub forbidden: Vec<(String, Text)>,
    /// Paths of texts that may use them.
    pub exempt: Vec<Text>,
    /// Which item carries which id.
    pub carried: Coverage,
}

/// Keys of a step that lead to shared texts.
#[derive(Debug, Default, Clone)]
pub struct StepNote {
    /// Its family.
    pub family: Text,
    /// How sure we are.
    pub sure: Text,
    /// A caution that stands beside it; empty if none.
    pub caution: Text,
}

/// A row of the help lines.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields are those of content::HelpLine")]
pub struct Line {
    pub id: Text,
    pub country: Text,
    pub kind: HelpKind,
    pub name: Text,
    pub phone: Text,
    pub show: Text,
    pub sms: Text,
    pub sms_text: Text,
    pub web: Text,
    pub hours: Text,
    pub source: Text,
    pub read_on: Text,
    pub confirmed: bool,
    pub conflict: bool,
}

impl Line {
    /// True if it has a source and does not contradict another: only such rows are shown.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        !self.source.is_empty() && !self.conflict
    }
}

/// Steps that are never open to a frightened reader, whatever the data says: each asks something towards
/// the partner or about the relationship, though it is done alone.
const NEVER_OPEN: [&str; 7] = ["T37", "T39", "T46", "T49", "T63", "T73", "T79"];

struct Reader<'a> {
    files: &'a Files,
    problems: &'a Problems,
    missing: &'a Source,
    found: Structure,
}

/// Reads every file of the folder `structure`.
pub fn read(files: &Files, problems: &Problems, missing: &Source) -> Structure {
    let mut reader = Reader { files, problems, missing, found: Structure::default() };
    reader.inventory();
    reader.sources();
    reader.questions();
    reader.safety();
    reader.families();
    reader.steps();
    reader.times();
    reader.help();
    reader.rules();
    reader.found
}

impl<'a> Reader<'a> {
    fn open(&self, name: &str) -> Table<'a> {
        self.files.open("structure", name, self.problems, self.missing)
    }

    /// The ids an idea can have: a letter for the table, a number that counts its rows.
    fn inventory(&mut self) {
        let file = self.open("inventory");
        let tables = file.table_or_empty("tables");
        for letter in tables.keys() {
            for number in 1..=tables.number(&letter) {
                self.found.carried.insert(format!("{letter}{number:02}"), Vec::new());
            }
        }
        file.finish();
    }

    /// Reads `carries` and books the item under each id.
    fn carries(&mut self, item: &Table<'_>, name: &str) -> Vec<Text> {
        let ids = item.texts("carries");
        for id in &ids {
            match self.found.carried.get_mut(*id) {
                Some(carriers) => carriers.push(name.to_owned()),
                None => item.complain(format!("the inventory has no idea `{id}`")),
            }
        }
        ids
    }

    /// Reads the id of an item and complains if another item has it.
    fn id(&self, item: &Table<'_>, taken: &mut Vec<Text>) -> Text {
        let id = item.text("id");
        if taken.contains(&id) {
            item.complain(format!("the id `{id}` is already taken"));
        }
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            item.complain(format!("an id is made of small letters, digits and hyphens, not `{id}`"));
        }
        taken.push(id);
        id
    }

    fn sources(&mut self) {
        let file = self.open("sources");
        let mut taken = Vec::new();
        for item in file.tables("source") {
            let id = self.id(&item, &mut taken);
            let address = item.text_or_none("address").unwrap_or_default();
            if !(address.is_empty() || address.starts_with("https://")) {
                item.complain(format!("the address `{address}` does not begin with https://"));
            }
            self.carries(&item, &format!("source {id}"));
            self.found.sources.push((id, item.text("title"), address));
            item.finish();
        }
        file.finish();
    }

    fn source_indices(&self, item: &Table<'_>) -> Vec<u16> {
        let mut indices = Vec::new();
        for id in item.texts("sources") {
            match self.found.sources.iter().position(|(other, ..)| *other == id) {
                Some(idx) => indices.extend(u16::try_from(idx)),
                None => item.complain(format!("there is no source `{id}` in structure/sources.toml")),
            }
        }
        if indices.is_empty() && !item.flag("ours") {
            item.complain("no source is named; write `ours = true` if it is our own idea");
        }
        indices
    }

    fn questions(&mut self) {
        let file = self.open("questions");
        let mut taken = Vec::new();
        for item in file.tables("question") {
            let id = self.id(&item, &mut taken);
            let roles: Vec<Role> = item.words("roles");
            let short: Vec<Role> = item.words("short");
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
                .map(|option| self.option(option, &roles, about_partner, &mut option_ids))
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
                .filter(|question| question.roles.contains(&role))
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
        roles: &[Role],
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

    fn weights(&self, adds: &Table<'_>, roles: &[Role]) -> Vec<Weight> {
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

    fn safety(&mut self) {
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

    fn families(&mut self) {
        let file = self.open("families");
        let mut taken = Vec::new();
        for item in file.tables("family") {
            let id = self.id(&item, &mut taken);
            self.found.families.insert(id, false);
            item.finish();
        }
        file.finish();
    }

    fn steps(&mut self) {
        let file = self.open("steps");
        let mut taken = Vec::new();
        for item in file.tables("step") {
            let id = self.id(&item, &mut taken);
            let effort = item.word("effort").unwrap_or(Effort::Medium);
            let setting = item.word("setting").unwrap_or(Setting::Together);
            let longest = match effort {
                Effort::Tiny => 5,
                Effort::Small => 30,
                Effort::Medium => 120,
            };
            let minutes = u16::try_from(item.number("minutes")).unwrap_or_default();
            if !(1..=longest).contains(&minutes) {
                item.complain(format!("a step of this effort lasts 1 to {longest} minutes, not {minutes}"));
            }
            let note = StepNote {
                family: item.text("family"),
                sure: item.text("sure"),
                caution: item.text_or_none("caution").unwrap_or_default(),
            };
            match self.found.families.get_mut(&note.family) {
                Some(together) => *together |= setting == Setting::Together,
                None => item.complain(format!("there is no step family `{}`", note.family)),
            }
            let mut marks = 0;
            for (flag, bit) in [
                ("open_when_afraid", Step::OPEN_WHEN_AFRAID),
                ("touch", Step::TOUCH),
                ("warm", Step::WARM),
                ("outside", Step::OUTSIDE),
            ] {
                if item.flag(flag) {
                    marks |= bit;
                }
            }
            let carried = self.carries(&item, &format!("step {id}"));
            if marks & Step::OPEN_WHEN_AFRAID != 0 {
                if setting == Setting::Together || marks & (Step::TOUCH | Step::WARM) != 0 {
                    item.complain("`open_when_afraid` asks nothing towards the partner; this step does");
                }
                if let Some(closed) = carried.iter().find(|id| NEVER_OPEN.contains(id)) {
                    item.complain(format!("{closed} is never open to a frightened reader"));
                }
            }
            if marks & Step::TOUCH != 0 && marks & Step::WARM == 0 {
                item.complain("touch is also `warm`");
            }
            self.source_indices(&item);
            item.flag("ours");
            let step = Step {
                id: id.into(),
                effort,
                minutes,
                setting,
                theme: item.word("theme").unwrap_or(crate::domain::step::Theme::Care),
                energy: item.word("energy").unwrap_or(crate::domain::step::Energy::Some),
                roles: item.words("roles"),
                threads: item.words("threads"),
                marks,
            };
            if step.roles.is_empty() {
                item.complain("nobody is offered this step: `roles` is empty");
            }
            item.finish();
            self.found.steps.push(step);
            self.found.step_notes.push(note);
        }
        file.finish();
    }

    fn times(&mut self) {
        let file = self.open("times");
        let mut taken = Vec::new();
        for item in file.tables("time") {
            let id = self.id(&item, &mut taken);
            let together = item.text_or_none("setting").is_some_and(|setting| setting == "together");
            self.found.times.push((id, together));
            item.finish();
        }
        file.finish();
    }

    fn help(&mut self) {
        let file = self.open("help");
        for item in file.tables("country") {
            let emergency = item.texts("emergency");
            if emergency.is_empty() {
                item.complain("a country needs an emergency number");
            }
            self.found.countries.push((item.text("code"), emergency, item.texts("zones")));
            item.finish();
        }
        let mut taken = Vec::new();
        for item in file.tables("line") {
            let line = self.line(&item, &mut taken);
            item.finish();
            self.found.lines.push(line);
        }
        let directory = file.table_or_empty("directory");
        self.found.directory = (directory.text("name"), directory.text("web"));
        directory.finish();
        file.finish();
    }

    fn line(&self, item: &Table<'_>, taken: &mut Vec<Text>) -> Line {
        let optional = |key: &str| item.text_or_none(key).unwrap_or_default();
        let line = Line {
            id: self.id(item, taken),
            country: item.text("country"),
            kind: item.word("kind").unwrap_or(HelpKind::Crisis),
            name: item.text("name"),
            phone: optional("phone"),
            show: optional("show"),
            sms: optional("sms"),
            sms_text: optional("sms_text"),
            web: optional("web"),
            hours: item.text("hours"),
            source: optional("source"),
            read_on: item.text("read_on"),
            confirmed: item.flag("confirmed"),
            conflict: item.flag("conflict"),
        };
        if !self.found.countries.iter().any(|(code, ..)| *code == line.country) {
            item.complain(format!("there is no country `{}`", line.country));
        }
        let dialable = |number: &str| number.chars().all(|c| c.is_ascii_digit() || c == '+');
        if !dialable(line.phone) || !dialable(line.sms) {
            item.complain("`phone` and `sms` hold digits only; `show` is for people");
        }
        if line.phone.is_empty() && line.sms.is_empty() && line.web.is_empty() {
            item.complain("a line needs a phone, a text number or an address");
        }
        if !line.phone.is_empty() && line.show.is_empty() {
            item.complain("`show` is missing: the number as people write it");
        }
        if !(line.web.is_empty() || line.web.starts_with("https://")) {
            item.complain("`web` does not begin with https://");
        }
        if !is_date(line.read_on) {
            item.complain("`read_on` is a day such as 2026-11-21");
        }
        line
    }

    fn rules(&mut self) {
        let file = self.open("rules");
        for item in file.tables("forbidden") {
            self.found.forbidden.push((item.text("word").to_lowercase(), item.text("why")));
            item.finish();
        }
        self.found.exempt = file.texts("exempt");
        file.finish();
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').map(|part| (part.len(), part.parse::<u16>())).collect();
    matches!(parts.as_slice(), [(4, Ok(_)), (2, Ok(1..=12)), (2, Ok(1..=31))])
}

impl Structure {
    /// The step with its notes.
    pub fn steps_with_notes(&self) -> impl Iterator<Item = (&Step, &StepNote)> {
        self.steps.iter().zip(&self.step_notes)
    }
}

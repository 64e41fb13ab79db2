//! What one language says: every text that the structure asks for, and none besides.

use std::collections::BTreeMap;

use super::read::{Problems, Source, Table, kept};
use super::rules::check_texts;
use super::structure::Structure;
use super::{Compiled, Files, cover};
use crate::content::packed::Text;
use crate::content::{
    Country, FORMAT, Help, HelpKind, HelpLine, Library, MIX_BITS, Pack, PluralForm, PluralKey, QuestionText,
    ReadingText, SafeText, SafetyQuestion, Source as Claim, StepText, TextKey, Time,
};
use crate::domain::question::Thread;
use crate::domain::reading::Strength;
use crate::domain::step::Setting;

/// The files of a language.
const NAMES: [&str; 11] = [
    "ui",
    "welcome",
    "questions",
    "safety",
    "readings",
    "steps",
    "families",
    "sources",
    "help",
    "safe",
    "times",
];

/// The slots of sentence templates, by path. A text has exactly these, so that no brace ever shows and no value
/// is ever lost; a text that is not listed has none.
const SLOTS: [(&str, &[&str]); 14] = [
    ("ui.common.source", &["title", "says"]),
    ("ui.question.progress", &["n", "total", "frame"]),
    ("ui.safety.progress", &["n", "total"]),
    ("ui.picture.label", &["threads"]),
    ("ui.steps.plan_named", &["step"]),
    ("ui.plan.own_template", &["when", "then"]),
    ("ui.home.look_again", &["date"]),
    ("ui.help.text", &["number"]),
    ("ui.help.text_word", &["word", "number"]),
    ("ui.cover.help_emergency", &["number"]),
    ("ui.cover.help_crisis", &["number"]),
    ("ui.cover.help_abuse", &["number"]),
    ("help.emergency", &["number"]),
    ("help.published", &["date", "emergency"]),
];

/// One language with its files open.
pub(super) struct Wording<'a> {
    lang: &'a str,
    files: BTreeMap<&'static str, Table<'a>>,
    structure: &'a Structure,
}

/// Reads and checks the language `lang`.
pub fn read(
    files: &Files,
    lang: &str,
    structure: &Structure,
    problems: &Problems,
    missing: &Source,
) -> Compiled {
    let open = |name| (name, files.open(lang, name, problems, missing));
    let wording = Wording { lang, files: NAMES.into_iter().map(open).collect(), structure };
    for (name, file) in &wording.files {
        check_texts(&format!("{lang}/{name}"), file, structure, problems);
    }
    let cover = cover::read(&wording);
    let compiled =
        Compiled { lang: lang.to_owned(), cover, pack: wording.pack(), library: wording.library() };
    wording.finish();
    compiled
}

impl<'a> Wording<'a> {
    pub(super) fn structure(&self) -> &'a Structure {
        self.structure
    }

    pub(super) fn file(&self, name: &'static str) -> &Table<'a> {
        // Every caller names a file of NAMES; the first one stands in for a slip, which tests would show.
        self.files.get(name).or_else(|| self.files.values().next()).unwrap_or_else(|| unreachable!())
    }

    /// The text at `path`: file, tables, key, joined by dots. Its slots are checked.
    pub(super) fn at(&self, path: &'static str) -> Text {
        let Some((file, rest)) = path.split_once('.') else { return "" };
        let file = self.file(file);
        match rest.split_once('.') {
            None => with_slots(file, path, rest),
            Some((table, key)) => match file.table(table) {
                Some(table) => with_slots(&table, path, key),
                None => {
                    file.complain(format!("the table `{table}` is missing"));
                    ""
                }
            },
        }
    }

    fn pack(&self) -> Pack {
        let safety_file = self.file("safety");
        let safety = self.structure.safety.iter().map(|(id, first_visit, later_visit)| {
            let words = safety_file.table_or_empty(id);
            SafetyQuestion {
                ask: words.text("ask"),
                why: words.text("why"),
                first_visit: *first_visit,
                later_visit: *later_visit,
            }
        });
        let safe = self.file("safe");
        Pack {
            format: FORMAT,
            lang: kept(self.lang),
            texts: TextKey::ALL.iter().map(|key| self.at(key.path())).collect(),
            plurals: PluralKey::ALL.iter().map(|key| self.plural(key.path())).collect(),
            questions: self.structure.questions.clone(),
            question_texts: self.questions(),
            safety: safety.collect(),
            readings: self.readings(),
            mixes: self.mixes(),
            safe: SafeText {
                title: safe.text("title"),
                paragraphs: safe.texts("paragraphs"),
                helps: safe.texts("helps"),
            },
            help: self.help(),
        }
    }

    fn plural(&self, path: &'static str) -> Vec<Text> {
        let key = path.rsplit('.').next().unwrap_or_default();
        let plurals = self.file("ui").table_or_empty("plural");
        let forms = plurals.table_or_empty(key);
        if forms.text_or_none("other").is_none() {
            forms.complain(format!("`{key}` needs at least the form `other`"));
        }
        let packed =
            PluralForm::ALL.iter().map(|(_, name)| forms.text_or_none(name).unwrap_or_default()).collect();
        forms.finish();
        packed
    }

    fn questions(&self) -> Vec<QuestionText> {
        let file = self.file("questions");
        let questions = self.structure.questions.iter().zip(&self.structure.question_sources);
        questions
            .map(|(question, sources)| {
                let words = file.table_or_empty(&question.id);
                let options = words.table_or_empty("options");
                let told = words.table_or_empty("told");
                let text = QuestionText {
                    frame: words.text("frame"),
                    ask: words.text("ask"),
                    why: words.text("why"),
                    options: question.options.iter().map(|option| options.text(&option.id)).collect(),
                    told: question
                        .options
                        .iter()
                        .map(|option| if option.is_safety_sign() { "" } else { told.text(&option.id) })
                        .collect(),
                    sources: sources.clone(),
                };
                if text.ask.chars().count() > 200 || text.why.chars().count() > 500 {
                    words.complain("the question is over 200 characters, or its reason over 500");
                }
                words.finish();
                options.finish();
                told.finish();
                text
            })
            .collect()
    }

    fn readings(&self) -> Vec<Vec<ReadingText>> {
        let file = self.file("readings");
        let thread_name = |thread: Thread| match thread {
            Thread::Fog => "fog",
            Thread::Wear => "wear",
            Thread::Strain => "strain",
            Thread::Weather => "weather",
        };
        let strength_name = |strength: Strength| match strength {
            Strength::Quiet => "quiet",
            Strength::NotClear => "unclear",
            Strength::Faint => "faint",
            Strength::Strong => "strong",
        };
        Thread::ALL
            .iter()
            .map(|&thread| {
                let strengths = file.table_or_empty(thread_name(thread));
                let row = Strength::ALL.iter().map(|&strength| {
                    let words = strengths.table_or_empty(strength_name(strength));
                    let text = ReadingText {
                        title: words.text("title"),
                        body: words.text("body"),
                        change: words.text("change"),
                    };
                    if text.change.is_empty() && strength != Strength::NotClear {
                        words.complain("`change` is empty: what would change this picture is always said");
                    }
                    words.finish();
                    text
                });
                let row = row.collect();
                strengths.finish();
                row
            })
            .collect()
    }

    fn mixes(&self) -> Vec<Text> {
        let mixes = self.file("readings").table_or_empty("mix");
        let names = ["fog", "wear", "strain", "weather"];
        let mut packed = vec![mixes.text("quiet")];
        for bits in 1..(1_usize << MIX_BITS.len()) {
            let seen: Vec<_> = MIX_BITS
                .iter()
                .zip(names)
                .filter(|((_, bit), _)| bits & bit != 0)
                .map(|(_, name)| name)
                .collect();
            packed.push(mixes.text(&seen.join("+")));
        }
        mixes.text("unclear");
        mixes.finish();
        packed
    }

    fn help(&self) -> Help {
        let file = self.file("help");
        let (hours, notes, countries) =
            (file.table_or_empty("hours"), file.table_or_empty("lines"), file.table_or_empty("countries"));
        let lines = self.structure.lines.iter().map(|line| {
            let note = notes.text_or_none(line.id).unwrap_or_default();
            let hours = hours.text(line.hours);
            (line, hours, note)
        });
        let shown: Vec<_> = lines.filter(|(line, ..)| line.is_shown()).collect();
        let help = Help {
            countries: self
                .structure
                .countries
                .iter()
                .map(|(code, emergency, zones)| Country {
                    code,
                    name: countries.text(code),
                    emergency: emergency.clone(),
                    zones: zones.clone(),
                })
                .collect(),
            lines: shown
                .into_iter()
                .map(|(line, hours, note)| HelpLine {
                    country: line.country,
                    kind: line.kind,
                    name: line.name,
                    phone: line.phone,
                    show: line.show,
                    sms: line.sms,
                    sms_text: line.sms_text,
                    web: line.web,
                    hours,
                    note,
                    read_on: line.read_on,
                    confirmed: line.confirmed,
                })
                .collect(),
            directory_name: self.structure.directory.0,
            directory_web: self.structure.directory.1,
        };
        notes.finish();
        countries.finish();
        help
    }

    fn library(&self) -> Library {
        let times = self.file("times");
        let source_file = self.file("sources");
        let sources = self.structure.sources.iter().map(|(id, title, address)| Claim {
            title,
            address,
            says: source_file.table_or_empty(id).text("says"),
        });
        Library {
            format: FORMAT,
            steps: self.structure.steps.clone(),
            texts: self.steps(),
            times: self
                .structure
                .times
                .iter()
                .map(|(id, together)| {
                    let words = times.table_or_empty(id);
                    let when = words.text("when");
                    let label = words.text("label");
                    if !when.contains("{then}") {
                        words.complain("`when` has to hold {then}");
                    }
                    words.finish();
                    Time { id, together: *together, label, when }
                })
                .collect(),
            sources: sources.collect(),
        }
    }

    fn steps(&self) -> Vec<StepText> {
        let (file, families) = (self.file("steps"), self.file("families"));
        let (sure, cautions) = (file.table_or_empty("sure"), file.table_or_empty("cautions"));
        for (id, together) in &self.structure.families {
            let words = families.table_or_empty(id);
            words.text("two_minute");
            words.text("badly");
            if *together {
                words.text("without_them");
            } else {
                words.text_or_none("without_them");
            }
            words.finish();
        }
        let steps = self.structure.steps_with_notes();
        steps
            .map(|(step, note)| {
                let words = file.table_or_empty(&step.id);
                let family = families.table_or_empty(note.family);
                let shared = |key: &str| {
                    words.text_or_none(key).or_else(|| family.text_or_none(key)).unwrap_or_default()
                };
                let text = StepText {
                    title: words.text("title"),
                    how: words.text("how"),
                    why: words.text("why"),
                    sure: sure.text(note.sure),
                    then: words.text("then"),
                    say: words.text_or_none("say").unwrap_or_default(),
                    two_minute: shared("two_minute"),
                    without_them: match step.setting {
                        Setting::Together => shared("without_them"),
                        Setting::Alone => "",
                    },
                    badly: shared("badly"),
                    caution: if note.caution.is_empty() { "" } else { cautions.text(note.caution) },
                };
                if text.then.ends_with('.') {
                    words.complain("`then` is a clause inside a sentence: without a full stop");
                }
                words.finish();
                text
            })
            .collect()
    }

    /// Complains about texts that nothing asked for.
    fn finish(&self) {
        for file in self.files.values() {
            file.finish();
        }
        let ui = self.file("ui");
        for name in ui.keys() {
            let Some(table) = ui.table(&name) else { continue };
            let prefix = format!("ui.{name}.");
            for key in table.keys() {
                let path = format!("{prefix}{key}");
                let known = TextKey::ALL.iter().any(|key| key.path() == path)
                    || PluralKey::ALL.iter().any(|key| key.path() == path)
                    || cover::PATHS.iter().any(|(_, other)| *other == path);
                if !known {
                    table.complain(format!("nothing on the screen is called `{path}`"));
                }
            }
        }
    }
}

/// The text of `key`; complains if its slots are not those that the place on the screen fills.
fn with_slots(table: &Table<'_>, path: &str, key: &str) -> Text {
    let text = table.text(key);
    let wanted = SLOTS.iter().find(|(other, _)| *other == path).map_or(&[][..], |(_, slots)| *slots);
    let has = |slot: &str| text.contains(&format!("{{{slot}}}"));
    let n_slots = text.matches('{').count();
    if n_slots != wanted.len() || !wanted.iter().all(|slot| has(slot)) {
        let names: Vec<_> = wanted.iter().map(|slot| format!("{{{slot}}}")).collect();
        let names = if names.is_empty() { "no slot".to_owned() } else { names.join(" and ") };
        table.complain(format!("`{key}` has to hold {names}, once each, and no other"));
    }
    text
}

/// The kinds of help lines that stand in the loader's own small table.
pub(super) const COVER_KINDS: [HelpKind; 2] = [HelpKind::Crisis, HelpKind::Abuse];

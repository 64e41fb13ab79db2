//! A small content of our own for stories, so that rewording the real one breaks no test.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use fogbridge::content::{
    Card, Country, FORMAT, Help, HelpSection, Insight, Library, Myth, Pack, PhraseText, PluralKey,
    QuestionText, ReadingChange, ReadingText, SafeText, SafetyQuestion, Sentence, StepText, TextKey, Time,
};
use fogbridge::domain::date::{Day, Timestamp};
use fogbridge::domain::insight::Rule;
use fogbridge::domain::notes::Notes;
use fogbridge::domain::phrase::Phrase;
use fogbridge::domain::question::{AnswerOption, Cue, Question, Role, Thread, Weight};
use fogbridge::domain::step::{Effort, Energy, Setting, Step, Theme};
use fogbridge::domain::word::{Set, Word};
use fogbridge::state::gate::SafetyAnswer;
use fogbridge::state::model::Picked;
use fogbridge::state::model::{AfraidVisit, Cx, LibraryState, Model, Options, Screen, Storage, Visit};
use fogbridge::state::{Act, Effect, Msg, update};

fn option(id: &str, adds: &[(Thread, i8)], marks: u8) -> AnswerOption {
    AnswerOption {
        id: id.into(),
        adds: adds.iter().map(|&(thread, points)| Weight { thread, points }).collect(),
        marks,
    }
}

fn set<T: Word>(values: &[T]) -> Set<T> {
    values.iter().copied().collect()
}

fn question(id: &str, roles: &[Role], options: Vec<AnswerOption>) -> Question {
    Question { id: id.into(), roles: set(roles), short: set(roles), options, about_partner: false }
}

/// Three questions: joy (fog), home (a safety sign among its options), kindness (strain, a cold option).
pub fn pack() -> Pack {
    let all = Role::ALL.to_vec();
    let questions = vec![
        question(
            "joy",
            &all,
            vec![option("yes", &[(Thread::Fog, -2)], 0), option("flat", &[(Thread::Fog, 3)], 0)],
        ),
        question(
            "home",
            &all,
            vec![option("same", &[(Thread::Fog, 3)], 0), option("dread", &[], AnswerOption::SAFETY_SIGN)],
        ),
        question(
            "kind",
            &all,
            vec![
                option("kind", &[(Thread::Strain, -2)], 0),
                option("mocked", &[(Thread::Strain, 3)], AnswerOption::COLD),
            ],
        ),
    ];
    let question_texts = questions
        .iter()
        .map(|question| QuestionText {
            frame: "lately",
            ask: question.id.to_string().leak(),
            options: question.options.iter().map(|option| &*option.id.to_string().leak()).collect(),
            told: question.options.iter().map(|option| &*format!("told {}", option.id).leak()).collect(),
        })
        .collect();
    let reading = ReadingText { title: "t", body: "b" };
    let safety =
        |first_visit, later_visit| SafetyQuestion { ask: "afraid?", why: "why", first_visit, later_visit };
    Pack {
        format: FORMAT,
        texts: TextKey::ALL.iter().take(TextKey::N_EARLY).map(|key| key.path()).collect(),
        questions,
        question_texts,
        safety: vec![safety(true, false), safety(true, false), safety(true, false), safety(false, true)],
        readings: vec![reading; 16],
        mixes: vec!["mix"; 16],
        safe: SafeText { title: "safe", paragraphs: vec![], helps: vec![] },
        help: Help {
            countries: vec![Country { code: "GB", name: "GB", emergency: vec!["999"], zones: vec![] }],
            lines: vec![],
            directory_name: "d",
            directory_web: "https://example.org",
        },
        urgent: vec![],
    }
}

/// A step of the test library.
pub fn step(id: &str, setting: Setting, effort: Effort, marks: u8) -> Step {
    Step {
        id: id.into(),
        effort,
        minutes: 5,
        setting,
        theme: if setting == Setting::Alone { Theme::Care } else { Theme::Closeness },
        energy: Energy::Empty,
        roles: set(Role::ALL),
        threads: set(&[]),
        marks,
    }
}

/// Four steps: `tea` alone and open, `list` alone and closed, `song` together, `thanks` together and warm.
pub fn library() -> Library {
    let steps = vec![
        step("tea", Setting::Alone, Effort::Tiny, Step::OPEN_WHEN_AFRAID),
        step("list", Setting::Alone, Effort::Small, 0),
        step("song", Setting::Together, Effort::Tiny, 0),
        step("thanks", Setting::Together, Effort::Tiny, Step::WARM),
    ];
    let step_texts = steps
        .iter()
        .map(|step| StepText {
            title: step.id.to_string().leak(),
            how: "how",
            why: "why",
            sure: "sure",
            partner: "",
            then: "I do it",
            say: "",
            two_minute: "two",
            without_them: "",
            badly: "badly",
            caution: "",
            sources: vec![],
        })
        .collect();
    let times = vec![Time { id: "tea", together: false, label: "After tea", when: "After tea, {then}." }];
    let (phrases, phrase_texts) =
        [phrase("ask", false, false), phrase("thanks", false, true), phrase("self", true, false)]
            .into_iter()
            .unzip();
    Library {
        format: FORMAT,
        texts: TextKey::ALL.iter().skip(TextKey::N_EARLY).map(|key| key.path()).collect(),
        steps,
        step_texts,
        times,
        sources: vec![],
        changes: vec![ReadingChange { change: "c", sources: vec![] }; 16],
        mix_sources: vec![vec![]; 16],
        insights: vec![insight("flat", false), insight("kindly", true)],
        myths: vec![myth("plain", false), myth("kindly", true)],
        terms: vec![card("term")],
        phrases,
        phrase_texts,
        sentence: Sentence {
            seen: vec!["Seen."],
            feelings: vec!["sad"],
            felt: "I felt {feeling}.",
            wish: vec!["Wish."],
        },
        staying: vec![card("staying"), card("going")],
        help: vec![
            HelpSection { past_gate: false, card: card("doctor") },
            HelpSection { past_gate: true, card: card("couples") },
        ],
        plurals: PluralKey::ALL.iter().map(|_| vec![""; 6]).collect(),
        asks: vec!["Could it be something else?", "What can help me?"],
        says: vec!["These weeks were foggy."],
        reasons: vec![],
    }
}

fn card(title: &'static str) -> Card {
    Card { title, body: vec!["body"], change: "", sources: vec![] }
}

/// An insight for whoever said that joy is flat.
fn insight(title: &'static str, softens: bool) -> Insight {
    let when = vec![vec![Cue { question: 0, option: 1 }]];
    Insight { rule: Rule { roles: set(Role::ALL), when, unless: vec![], softens }, card: card(title) }
}

fn myth(title: &'static str, softens: bool) -> Myth {
    Myth { roles: set(Role::ALL), beside: set(&[Thread::Fog]), softens, card: card(title) }
}

fn phrase(id: &'static str, to_self: bool, warm: bool) -> (Phrase, PhraseText) {
    let phrase = Phrase { id: id.into(), roles: set(Role::ALL), energy: Energy::Empty, to_self, warm };
    (phrase, PhraseText { say: id, instead: "", why: "why" })
}

/// The place of a step in the test library; past its end for an id it does not have.
pub fn place(id: &str) -> usize {
    library().place(id).unwrap_or(99)
}

/// A reader in front of the widget: presses in, screens and effects out.
pub struct Reader {
    pub pack: Pack,
    pub library: LibraryState,
    pub model: Model,
    pub today: Day,
    pub now: i64,
    pub effects: Vec<Effect>,
}

impl Reader {
    /// A reader who comes for the first time, with storage that works.
    pub fn new() -> Self {
        Self::with(Notes::default(), Storage::Works)
    }

    /// A reader who comes back to `notes`.
    pub fn with(notes: Notes, storage: Storage) -> Self {
        let options = Options { heading_level: 2, ..Options::default() };
        Self {
            pack: pack(),
            library: LibraryState::Here(Box::leak(Box::new(library()))),
            model: Model::new(options, notes, storage, 0),
            today: Day(20_000),
            now: 1_700_000_000_000,
            effects: Vec::new(),
        }
    }

    /// Something happens.
    pub fn does(&mut self, msg: impl Into<Msg>) -> &mut Self {
        self.now += 1;
        let cx = Cx { pack: &self.pack, library: self.library, now: Timestamp(self.now), today: self.today };
        self.effects.extend(update(cx, &mut self.model, msg.into()));
        self
    }

    /// The name of the screen.
    pub fn screen(&self) -> &'static str {
        self.model.screen_name()
    }

    /// The effects since the last call.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// True if any of the effects since the last call writes to the store.
    pub fn wrote(&mut self) -> bool {
        self.take_effects().iter().any(|effect| {
            matches!(effect, Effect::Keep { write: true, .. } | Effect::KeepSoon { write: true, .. })
        })
    }

    /// True if the visit is in the safety state.
    pub fn is_afraid(&self) -> bool {
        matches!(self.model.visit, Visit::Afraid(_))
    }

    /// The visit in the safety state.
    pub fn afraid(&self) -> &AfraidVisit {
        match &self.model.visit {
            Visit::Afraid(visit) => visit,
            Visit::Open(_) => panic!("the visit has no sign"),
        }
    }

    /// The screen of an open visit.
    pub fn open_screen(&self) -> &Screen {
        match &self.model.visit {
            Visit::Open(visit) => &visit.screen,
            Visit::Afraid(_) => panic!("the visit is in the safety state"),
        }
    }
}

/// From `welcome` to the first question.
pub fn to_questions(reader: &mut Reader, keep: bool) {
    reader.does(Act::ChoseKeep(keep)).does(Act::PressedBegin);
    reader.does(Act::ChoseRole(Role::Numb)).does(Act::PressedNext);
}

/// Answers every question with the option at `place`.
pub fn answer_all(reader: &mut Reader, places: [usize; 3]) {
    for place in places {
        reader.does(Act::PickedAnswer(Picked::Option(place))).does(Act::PressedNext);
    }
}

/// Says no to every safety question.
pub fn pass_the_gate(reader: &mut Reader) {
    while reader.screen() == "safety" {
        reader.does(Act::PickedSafety(SafetyAnswer::No)).does(Act::PressedNext);
    }
}

/// The whole way to the picture.
pub fn to_picture(reader: &mut Reader) {
    to_questions(reader, true);
    answer_all(reader, [1, 0, 0]);
    pass_the_gate(reader);
}

/// The whole way to a kept plan.
pub fn to_home(reader: &mut Reader, step: &str) {
    to_picture(reader);
    reader.does(Act::PressedSteps).does(Act::PressedPlan(place(step)));
    reader.does(Act::ChoseMoment(0)).does(Act::PressedKeepPlan);
}

/// Another visit with everything the first one kept.
pub fn come_back(reader: &Reader) -> Reader {
    Reader::with(reader.model.notes.clone(), Storage::Works)
}

//! A small content of its own for tests in a page.

use fogbridge::content::{
    Country, FORMAT, Help, Library, Pack, PluralKey, QuestionText, ReadingText, SafeText, SafetyQuestion,
    Sentence, StepText, TextKey, Time,
};
use fogbridge::domain::question::{AnswerOption, Question, Role, Thread, Weight};
use fogbridge::domain::step::{Effort, Energy, Setting, Step, Theme};
use fogbridge::domain::word::Set;

/// A country without a time zone, so that none is guessed.
fn country(code: &'static str, name: &'static str, emergency: &'static str) -> Country {
    Country { code, name, emergency: vec![emergency], zones: vec![] }
}

/// Two questions: *joy*, which is all of the two-minute path, and *home*, which has a safety sign among its
/// rows. Every other text is the name of its key, so that rewording the real content breaks no test.
pub fn pack() -> Pack {
    let all: Set<Role> = Role::ALL.iter().copied().collect();
    let option = |id: &str, points: i8, marks| AnswerOption {
        id: id.into(),
        adds: if points == 0 { vec![] } else { vec![Weight { thread: Thread::Fog, points }] },
        marks,
    };
    let question = |id: &str, short: Set<Role>, options| Question {
        id: id.into(),
        roles: all,
        short,
        options,
        about_partner: false,
    };
    let wording = |ask: &'static str, options: [&'static str; 2]| QuestionText {
        frame: "lately",
        ask,
        options: options.to_vec(),
        told: options.map(|option| &*format!("told: {option}").leak()).to_vec(),
    };
    let (texts, _) = texts();
    let reading = ReadingText { title: "title", body: "body" };
    Pack {
        format: FORMAT,
        texts,
        questions: vec![
            question("joy", all, vec![option("same", -2, 0), option("flat", 3, 0)]),
            question(
                "home",
                Set::of_bits(0),
                vec![option("calm", 0, 0), option("dread", 0, AnswerOption::SAFETY_SIGN)],
            ),
        ],
        question_texts: vec![
            wording("What about joy?", ["as ever", "flat"]),
            wording("What about home?", ["calm", "dread"]),
        ],
        safety: vec![SafetyQuestion {
            ask: "Are you afraid?",
            why: "why",
            first_visit: true,
            later_visit: true,
        }],
        readings: vec![reading; 16],
        mixes: vec!["mix"; 16],
        safe: SafeText { title: "safe", paragraphs: vec![], helps: vec![] },
        help: Help {
            countries: vec![country("FD", "Freedonia", "117"), country("SY", "Sylvania", "118")],
            lines: vec![],
            directory_name: "directory",
            directory_web: "https://example.org",
        },
        urgent: vec![],
    }
}

/// The texts of both files: each is the name of its key.
fn texts() -> (Vec<&'static str>, Vec<&'static str>) {
    let mut texts: Vec<_> = TextKey::ALL.iter().map(|key| &*format!("{key:?}").leak()).collect();
    for (key, text) in [
        (TextKey::QuestionProgress, "{n} of {total}"),
        (TextKey::StepPlanNamed, "Plan {step}"),
        (TextKey::PlanOwnTemplate, "When {when}, {then}."),
    ] {
        texts[key as usize] = text;
    }
    let late = texts.split_off(TextKey::N_EARLY);
    (texts, late)
}

/// Two steps: *tea* alone and open, *song* together.
pub fn library() -> Library {
    let step = |id: &str, setting, theme, marks| Step {
        id: id.into(),
        effort: Effort::Tiny,
        minutes: 5,
        setting,
        theme,
        energy: Energy::Empty,
        roles: Role::ALL.iter().copied().collect(),
        threads: Set::of_bits(0),
        marks,
    };
    let steps = vec![
        step("tea", Setting::Alone, Theme::Care, Step::OPEN_WHEN_AFRAID),
        step("song", Setting::Together, Theme::Closeness, 0),
    ];
    let text = |step: &Step| StepText {
        title: step.id.to_string().leak(),
        how: "how",
        why: "why",
        sure: "sure",
        partner: "",
        then: format!("I do {}", step.id).leak(),
        say: "",
        two_minute: "two minutes",
        without_them: "",
        badly: "badly",
        caution: "",
        sources: vec![],
    };
    let step_texts = steps.iter().map(text).collect();
    let times = vec![Time {
        id: "breakfast",
        together: false,
        label: "After breakfast",
        when: "After breakfast, {then}.",
    }];
    let (_, texts) = texts();
    Library {
        format: FORMAT,
        texts,
        steps,
        step_texts,
        times,
        sources: vec![],
        changes: vec![],
        mix_sources: vec![],
        insights: vec![],
        myths: vec![],
        terms: vec![],
        phrases: vec![],
        phrase_texts: vec![],
        sentence: Sentence { seen: vec![], feelings: vec![], felt: "I felt {feeling}.", wish: vec![] },
        staying: vec![],
        help: vec![],
        plurals: PluralKey::ALL.iter().map(|key| vec![&*format!("{key:?} {{n}}").leak(); 6]).collect(),
        asks: vec!["Could it be something else?", "What can help me?"],
        says: vec!["These weeks were foggy."],
        reasons: vec![],
    }
}

//! The form of each record as JSON: fields by name, so that a version can add one. This is also the
//! form of a downloaded copy.
//!
//! An answer is the id of its option, `0` for "not sure", `null` for "skipped". A place is a word, or the plan
//! in the making. A moment is the id of an offered one, or `{"own": "…"}`.

use super::record::{Key, ascii};
use crate::domain::answer::{Answer, Answers};
use crate::domain::check_in::CheckIn;
use crate::domain::date::Day;
use crate::domain::notes::{Draft, MomentChoice, Notes, Place, PlanDraft, RecordId, Reflection, Settings};
use crate::domain::plan::{Entry, Moment, OwnWords, Plan};
use crate::json::{AsJson, Json, named, record, take};

impl Notes {
    /// The payload of the record under `key`: JSON in plain ASCII. `None` if there is no such record.
    #[must_use]
    pub fn payload(&self, key: Key) -> Option<String> {
        let json = match key {
            Key::Settings => self.settings.to_json(),
            Key::Place => self.place.to_json(),
            Key::Draft => self.draft.as_ref()?.to_json(),
            Key::Reflection(id) => self.reflections.get(&id)?.to_json(),
            Key::Plan(id) => self.plans.get(&id)?.to_json(),
            Key::CheckIn(id) => self.check_ins.get(&id)?.to_json(),
        };
        Some(ascii(&json.spelled()))
    }

    /// Reads the payload of the record under `key` into these notes. False, and nothing is changed, if it
    /// is no such record.
    #[must_use]
    pub fn read(&mut self, key: Key, payload: &str) -> bool {
        Json::parse(payload).is_some_and(|json| self.read_json(key, json))
    }

    /// The same, of a payload that is parsed already.
    #[must_use]
    pub(super) fn read_json(&mut self, key: Key, json: Json) -> bool {
        let mut fits = true;
        match key {
            Key::Settings => put(&mut self.settings, AsJson::from_json(json, &mut fits), fits),
            Key::Place => put(&mut self.place, AsJson::from_json(json, &mut fits), fits),
            Key::Draft => put(&mut self.draft, Some(AsJson::from_json(json, &mut fits)), fits),
            Key::Reflection(id) => {
                let reflection = AsJson::from_json(json, &mut fits);
                if fits {
                    self.reflections.insert(id, reflection);
                }
            }
            Key::Plan(id) => {
                let plan = AsJson::from_json(json, &mut fits);
                if fits {
                    self.plans.insert(id, plan);
                }
            }
            Key::CheckIn(id) => {
                let check_in = AsJson::from_json(json, &mut fits);
                if fits {
                    self.check_ins.insert(id, check_in);
                }
            }
        }
        fits
    }
}

fn put<T>(place: &mut T, value: T, fits: bool) {
    if fits {
        *place = value;
    }
}

record!(Settings { keep, role, only_mine, region });
record!(Draft { role, path, at, answers });
record!(Reflection { role, path, made_on, answers });
record!(PlanDraft { step, moment, own, size, company, guess, changes });
record!(Plan { step, moment, size, company, guess, made_on, rests, entries });
record!(Entry { day, outcome, felt, line });
record!(CheckIn { day, fog, closeness, together, elsewhere, line });

impl AsJson for Day {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        let day = Self(i32::from_json(json, fits));
        *fits &= day.is_shown();
        day
    }

    fn to_json(&self) -> Json {
        self.0.to_json()
    }
}

impl AsJson for RecordId {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        let id = Self::parse(&json.text(fits));
        *fits &= id.is_some();
        id.unwrap_or(Self(0))
    }

    fn to_json(&self) -> Json {
        Json::Text(self.spelled())
    }
}

impl AsJson for OwnWords {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        let words = Self::parse(&json.text(fits));
        *fits &= words.is_some();
        words.unwrap_or_default()
    }

    fn to_json(&self) -> Json {
        Json::Text(self.as_str().to_owned())
    }
}

impl AsJson for Answer {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        match json {
            Json::Null => Self::Skipped,
            Json::Number(0) => Self::NotSure,
            other @ (Json::Unfit
            | Json::Flag(_)
            | Json::Number(_)
            | Json::Text(_)
            | Json::List(_)
            | Json::Map(_)) => Self::Chosen(other.text(fits).into()),
        }
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Chosen(option) => option.to_json(),
            Self::NotSure => Json::Number(0),
            Self::Skipped => Json::Null,
        }
    }
}

impl AsJson for Answers {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        let mut answers = Self::default();
        for (question, answer) in json.map(fits) {
            answers.set(question.into(), Answer::from_json(answer, fits));
        }
        answers
    }

    fn to_json(&self) -> Json {
        Json::Map(
            self.iter().map(|(question, answer)| (String::from(&**question), answer.to_json())).collect(),
        )
    }
}

impl AsJson for Place {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        if let Json::Map(mut entries) = json {
            return Self::Plan(PlanDraft::from_json(take(&mut entries, "plan"), fits));
        }
        match json.text(fits).as_str() {
            "who" => Self::Who,
            "questions" => Self::Questions,
            "picture" => Self::Picture,
            "steps" => Self::Steps,
            "home" => Self::Home,
            _ => {
                *fits = false;
                Self::Who
            }
        }
    }

    fn to_json(&self) -> Json {
        let word = match self {
            Self::Plan(draft) => return named("plan", draft.to_json()),
            Self::Who => "who",
            Self::Questions => "questions",
            Self::Picture => "picture",
            Self::Steps => "steps",
            Self::Home => "home",
        };
        Json::Text(word.to_owned())
    }
}

impl AsJson for MomentChoice {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        if matches!(json, Json::Flag(true)) { Self::Own } else { Self::Offered(json.text(fits).into()) }
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Offered(id) => id.to_json(),
            Self::Own => Json::Flag(true),
        }
    }
}

impl AsJson for Moment {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        let Json::Map(mut entries) = json else { return Self::Offered(json.text(fits).into()) };
        Self::Own(OwnWords::from_json(take(&mut entries, "own"), fits))
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Offered(id) => id.to_json(),
            Self::Own(words) => named("own", words.to_json()),
        }
    }
}

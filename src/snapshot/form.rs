//! The form of each record as JSON: fields by name, so that a version can add one. This is also the
//! form of a downloaded copy.
//!
//! An answer is the id of its option, `0` for "not sure", `null` for "skipped". A place is a word, or the plan
//! in the making. A moment is the id of an offered one, or `{"own": "…"}`.

use crate::domain::answer::{Answer, Answers};
use crate::domain::date::Day;
use crate::domain::notes::{Draft, MomentChoice, Place, PlanDraft, Reflection, Settings};
use crate::domain::plan::{Entry, Moment, OwnWords, Plan};
use crate::json::{AsJson, Json, named, record, take};

record!(Settings { keep, role, only_mine, region });
record!(Draft { role, path, at, answers });
record!(Reflection { role, path, made_on, answers });
record!(PlanDraft { step, moment, own, size, company, guess });
record!(Plan { step, moment, size, company, guess, made_on, entries });
record!(Entry { day, outcome });

impl AsJson for Day {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        Self(i32::from_json(json, fits))
    }

    fn to_json(&self) -> Json {
        self.0.to_json()
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
        Json::Map(self.iter().map(|(question, answer)| (question.to_string(), answer.to_json())).collect())
    }
}

const PLACES: [(Place, &str); 5] = [
    (Place::Who, "who"),
    (Place::Questions, "questions"),
    (Place::Picture, "picture"),
    (Place::Steps, "steps"),
    (Place::Home, "home"),
];

impl AsJson for Place {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        if let Json::Map(mut entries) = json {
            return Self::Plan(PlanDraft::from_json(take(&mut entries, "plan"), fits));
        }
        let word = json.text(fits);
        let place = PLACES.into_iter().find(|(_, other)| *other == word).map(|(place, _)| place);
        *fits &= place.is_some();
        place.unwrap_or_default()
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Plan(draft) => named(vec![("plan", draft.to_json())]),
            Self::Who | Self::Questions | Self::Picture | Self::Steps | Self::Home => {
                let word = PLACES.iter().find(|(place, _)| place == self).map_or("who", |(_, word)| *word);
                Json::Text(word.to_owned())
            }
        }
    }
}

impl AsJson for MomentChoice {
    fn from_json(json: Json, fits: &mut bool) -> Self {
        if json == Json::Flag(true) { Self::Own } else { Self::Offered(json.text(fits).into()) }
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
        match OwnWords::parse(&take(&mut entries, "own").text(fits)) {
            Some(words) => Self::Own(words),
            None => {
                *fits = false;
                Self::Offered("".into())
            }
        }
    }

    fn to_json(&self) -> Json {
        match self {
            Self::Offered(id) => id.to_json(),
            Self::Own(words) => named(vec![("own", Json::Text(words.as_str().to_owned()))]),
        }
    }
}

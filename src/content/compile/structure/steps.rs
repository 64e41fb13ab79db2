//! Steps, the families whose texts they share, and everyday moments.

use super::{Reader, StepNote};
use crate::domain::step::{Effort, Energy, Setting, Step, Theme};

/// Steps that are never open to a frightened reader, whatever the data says: each asks something towards
/// the partner or about the relationship, though it is done alone.
const NEVER_OPEN: [&str; 7] = ["T37", "T39", "T46", "T49", "T63", "T73", "T79"];

impl Reader<'_> {
    pub(super) fn families(&mut self) {
        let file = self.open("families");
        let mut taken = Vec::new();
        for item in file.tables("family") {
            let id = self.id(&item, &mut taken);
            self.found.families.insert(id, false);
            item.finish();
        }
        file.finish();
    }

    pub(super) fn steps(&mut self) {
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
                partner: match setting {
                    Setting::Together => item.text("partner"),
                    Setting::Alone => "",
                },
                phrase: item.text_or_none("phrase").unwrap_or_default(),
                sources: self.source_indices(&item),
            };
            if !(note.phrase.is_empty() || self.found.phrases.iter().any(|phrase| phrase.id == note.phrase)) {
                item.complain(format!("there is no phrase `{}` in structure/phrases.toml", note.phrase));
            }
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
            if carried.iter().any(|id| ["T45", "X04"].contains(id)) && note.caution != "limits" {
                item.complain("a step that carries a limit said aloud has `caution = \"limits\"`");
            }
            if marks & Step::TOUCH != 0 && minutes > 5 && note.caution != "trauma" {
                item.complain("touch that lasts longer than five minutes has `caution = \"trauma\"`");
            }
            if marks & Step::TOUCH != 0 && marks & Step::WARM == 0 {
                item.complain("touch is also `warm`");
            }
            item.flag("ours");
            let step = Step {
                id: id.into(),
                effort,
                minutes,
                setting,
                theme: item.word("theme").unwrap_or(Theme::Care),
                energy: item.word("energy").unwrap_or(Energy::Some),
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

    pub(super) fn times(&mut self) {
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
}

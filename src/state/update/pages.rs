//! Pages opened by choice, past the gate.

use super::super::effect::Effect;
use super::super::gate::Cleared;
use super::super::model::Screen;
use super::super::msg::Act;
use super::super::shelf;
use super::super::words::{Copying, Page};
use super::visit::Turn;

/// Opens `page` over the screen that is on; over the doors where that was a safety question.
pub(super) fn open(turn: &mut Turn<'_>, cleared: Cleared, page: Page) {
    let mut under = turn.leave();
    if let Screen::Page(_, _, below) = under {
        under = *below;
    } else if let Screen::Safety(..) = under {
        under = Screen::Who(turn.model.notes.settings.role, false);
    }
    turn.visit.words.forget_copy();
    turn.show(Screen::Page(cleared, page, Box::new(under)));
}

/// Takes an act about words to say. Only the page itself listens.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other act leaves the page as it is")]
pub(super) fn update(turn: &mut Turn<'_>, act: Act) {
    let Screen::Page(cleared, Page::Words | Page::Summary, _) = turn.visit.screen else { return };
    let library = turn.cx.library.get();
    let words = &mut turn.visit.words;
    match act {
        Act::ChoseSpeaker(role) => {
            words.speaker = Some(role);
            words.forget_copy();
        }
        Act::ChosePart(part, row) => words.pick(part, row),
        Act::PressedCopy(what @ (Copying::Sheet | Copying::Letter)) => {
            words.forget_copy();
            words.copying = Some(what);
            turn.effects.push(Effect::CopySheet(what));
        }
        Act::PressedCopy(what) => {
            let text = library.and_then(|library| match what {
                Copying::Phrase(place) => {
                    shelf::phrase_at(library, cleared, place).map(|text| text.say.to_owned())
                }
                Copying::Sentence => words.sentence(&library.sentence),
                Copying::Sheet | Copying::Letter => None, // Taken from the screen, see below.
            });
            words.forget_copy();
            words.copying = text.is_some().then_some(what);
            turn.effects.extend(text.map(Effect::Copy));
        }
        _ => {}
    }
}

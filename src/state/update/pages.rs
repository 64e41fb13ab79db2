//! Pages opened by choice, past the gate.

use super::super::effect::Effect;
use super::super::gate::Cleared;
use super::super::model::Screen;
use super::super::msg::Act;
use super::super::shelf;
use super::super::words::Page;
use super::visit::Turn;

/// Opens `page` over the screen that is on; over the doors where that was a safety question.
pub(super) fn open(turn: &mut Turn<'_>, cleared: Cleared, page: Page) {
    let mut under = turn.leave();
    if let Screen::Page(_, _, below) = under {
        under = *below;
    } else if let Screen::Safety(..) = under {
        under = Screen::Who(turn.model.notes.settings.role, false);
    }
    turn.visit.words.copied = None;
    turn.show(Screen::Page(cleared, page, Box::new(under)));
}

/// Takes an act about words to say. Only the page itself listens.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other act leaves the page as it is")]
pub(super) fn update(turn: &mut Turn<'_>, act: Act) {
    let Screen::Page(cleared, Page::Words, _) = turn.visit.screen else { return };
    let library = turn.cx.library.get();
    let words = &mut turn.visit.words;
    let text = match act {
        Act::ChoseSpeaker(role) => {
            (words.speaker, words.copied) = (Some(role), None);
            None
        }
        Act::ChosePart(part, row) => {
            words.pick(part, row);
            None
        }
        Act::PressedCopyPhrase(place) => library
            .and_then(|library| shelf::phrase_at(library, cleared, place))
            .map(|text| text.say.to_owned()),
        Act::PressedCopySentence => library.and_then(|library| words.sentence(&library.sentence)),
        _ => None,
    };
    turn.effects.extend(text.map(Effect::Copy));
}

//! `safe`: for a reader who may not be safe. It never repeats an answer.

use yew::prelude::*;

use super::Cx;
use super::help::lines;
use super::parts::{
    actions, element, heading, line, link, list, note, paragraph, primary, said, stack, subheading,
};
use crate::content::{HelpKind, TextKey};
use crate::state::model::AfraidVisit;
use crate::state::msg::Msg;

/// What helps someone who is afraid at home, people to call, and the way to steps for oneself.
pub fn safe(cx: &Cx<'_>, visit: &AfraidVisit) -> Html {
    let safe = &cx.pack.safe;
    let mut items = vec![heading(cx, &safe.title)];
    items.extend(safe.paragraphs.iter().map(|text| paragraph(text)));
    items.extend([
        subheading(cx, cx.text(TextKey::SafeCallHeading)),
        lines(cx, &[HelpKind::Abuse, HelpKind::Men]),
        note(cx.text(TextKey::HelpTraces)),
        link(cx, TextKey::SafeAllHelp, Msg::PressedHelp),
        subheading(cx, cx.text(TextKey::SafeHelpsHeading)),
        list("list", safe.helps.iter().map(|text| line("li", "", text)).collect()),
        actions(vec![
            link(cx, TextKey::SafeMistake, Msg::PressedMistake),
            primary(cx, TextKey::SafeSteps, Msg::PressedSteps),
        ]),
    ]);
    let mut more = Vec::new();
    if visit.only_mine_kept {
        more.push(said("", cx.text(TextKey::SafeOnlyMineKept)));
    } else if cx.model.may_write() {
        more.push(link(cx, TextKey::SafeOnlyMine, Msg::PressedOnlyMine));
        more.push(note(cx.text(TextKey::SafeOnlyMineNote)));
    }
    more.push(link(cx, TextKey::SafeWhatIsKept, Msg::PressedNotes));
    items.push(element("div", "aside", more));
    stack(items)
}

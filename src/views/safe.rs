//! `safe`: for a reader who may not be safe. It never repeats an answer.

use yew::prelude::*;

use super::Cx;
use super::help::lines;
use super::parts::{actions, heading, link, note, primary, subheading};
use crate::content::{HelpKind, TextKey};
use crate::state::model::AfraidVisit;
use crate::state::msg::Msg;

/// What helps someone who is afraid at home, people to call, and the way to steps for oneself.
pub fn safe(cx: Cx<'_>, visit: &AfraidVisit) -> Html {
    let safe = &cx.pack.safe;
    html! {
        <>
            { heading(cx, safe.title.clone()) }
            { for safe.paragraphs.iter().map(|text| html! { <p>{ text.clone() }</p> }) }
            { subheading(cx, cx.text(TextKey::SafeCallHeading)) }
            { lines(cx, &[HelpKind::Abuse, HelpKind::Men]) }
            { note(cx.text(TextKey::HelpTraces)) }
            { link(cx, TextKey::SafeAllHelp, Msg::PressedHelp) }
            { subheading(cx, cx.text(TextKey::SafeHelpsHeading)) }
            <ul class="list">
                { for safe.helps.iter().map(|text| html! { <li>{ text.clone() }</li> }) }
            </ul>
            { actions(html! {
                <>
                    { link(cx, TextKey::SafeMistake, Msg::PressedMistake) }
                    { primary(cx, TextKey::SafeSteps, Msg::PressedSteps) }
                </>
            }) }
            <div class="aside">
                if visit.only_mine_kept {
                    <p role="status">{ cx.text(TextKey::SafeOnlyMineKept) }</p>
                } else if cx.model.may_write() {
                    { link(cx, TextKey::SafeOnlyMine, Msg::PressedOnlyMine) }
                    { note(cx.text(TextKey::SafeOnlyMineNote)) }
                }
                { link(cx, TextKey::SafeWhatIsKept, Msg::PressedNotes) }
            </div>
        </>
    }
}

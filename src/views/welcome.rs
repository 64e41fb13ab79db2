//! `welcome` and `who`: what this is, what is kept, and whose eyes.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    Layout, Legend, Row, actions, back, choices, heading, hint, link, note, paragraph, primary, subheading,
};
use crate::content::TextKey;
use crate::domain::question::Role;
use crate::state::model::{Form, Storage};
use crate::state::msg::Msg;

/// What this is and is not, what a safe relationship looks like, and keep or keep nothing. A reader who
/// comes back sees no answer, thread or plan here.
pub fn welcome(cx: Cx<'_>, choice: Option<bool>) -> Html {
    if cx.model.is_return() { returning(cx) } else { first(cx, choice) }
}

fn first(cx: Cx<'_>, choice: Option<bool>) -> Html {
    html! {
        <>
            { heading(cx, cx.text(TextKey::WelcomeHeading)) }
            { paragraph(cx, TextKey::WelcomeWhat) }
            { paragraph(cx, TextKey::WelcomeNot) }
            { safe_relationship(cx) }
            { keep(cx, choice) }
            { notices(cx) }
            { actions(primary(cx, TextKey::WelcomeBegin, Msg::PressedBegin)) }
        </>
    }
}

fn returning(cx: Cx<'_>) -> Html {
    html! {
        <>
            { heading(cx, cx.text(TextKey::ReturnHeading)) }
            { paragraph(cx, TextKey::ReturnText) }
            { safe_relationship(cx) }
            { notices(cx) }
            { actions(html! {
                <>
                    { link(cx, TextKey::ReturnSomeoneElse, Msg::PressedSomeoneElse) }
                    { primary(cx, TextKey::ReturnGoOn, Msg::PressedGoOn) }
                </>
            }) }
            { note(cx.text(TextKey::ReturnSomeoneElseNote)) }
        </>
    }
}

fn safe_relationship(cx: Cx<'_>) -> Html {
    html! {
        <div class="aside">
            { subheading(cx, cx.text(TextKey::WelcomeSafeHeading)) }
            { paragraph(cx, TextKey::WelcomeSafe) }
        </div>
    }
}

fn keep(cx: Cx<'_>, choice: Option<bool>) -> Html {
    match cx.model.storage {
        Storage::Memory => note(cx.text(TextKey::WelcomeMemory)),
        Storage::Newer => note(cx.text(TextKey::WelcomeNewer)),
        Storage::Works => choices(
            cx,
            "keep",
            Legend::Shown(cx.text(TextKey::WelcomeKeepLegend)),
            Layout::Rows,
            vec![
                Row::new(cx.text(TextKey::WelcomeKeep), choice == Some(true), Msg::ChoseKeep(true))
                    .with_note(cx.text(TextKey::WelcomeKeepNote)),
                Row::new(cx.text(TextKey::WelcomeNothing), choice == Some(false), Msg::ChoseKeep(false))
                    .with_note(cx.text(TextKey::WelcomeNothingNote)),
            ],
        ),
    }
}

fn notices(cx: Cx<'_>) -> Html {
    let privacy = match cx.model.options.form {
        Form::Inline => TextKey::PrivacyInline,
        Form::Standalone => TextKey::PrivacyStandalone,
        Form::Isolated => TextKey::PrivacyIsolated,
    };
    html! {
        <>
            if cx.model.n_set_aside > 0 && cx.model.storage != Storage::Newer {
                { note(cx.text(TextKey::WelcomeSetAside)) }
            }
            { note(cx.text(privacy)) }
            if cx.model.options.form == Form::Standalone {
                { note(cx.text(TextKey::WelcomeProgramFiles)) }
            }
        </>
    }
}

/// The four doors.
pub fn who(cx: Cx<'_>, picked: Option<Role>, too_early: bool) -> Html {
    let rows = Role::ALL.iter().map(|&role| {
        let label = match role {
            Role::Numb => TextKey::RoleNumb,
            Role::Supporter => TextKey::RoleSupporter,
            Role::Both => TextKey::RoleBoth,
            Role::Unsure => TextKey::RoleUnsure,
        };
        Row::new(cx.text(label), picked == Some(role), Msg::ChoseRole(role))
    });
    html! {
        <>
            { heading(cx, cx.text(TextKey::WhoHeading)) }
            { note(cx.text(TextKey::WhoHint)) }
            { choices(cx, "role", Legend::Heard(cx.text(TextKey::WhoHeading)), Layout::Rows, rows.collect()) }
            if too_early {
                { hint(cx.text(TextKey::QuestionPick)) }
            }
            { actions(html! {
                <>
                    { back(cx, TextKey::Back) }
                    { primary(cx, TextKey::Next, Msg::PressedNext) }
                </>
            }) }
        </>
    }
}

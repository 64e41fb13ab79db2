//! `welcome` and `who`: what this is, what is kept, and whose eyes.

use yew::prelude::*;

use super::Cx;
use super::parts::{
    Layout, Row, actions, back, choices, element, heading, hint, link, note, paragraph, primary, stack,
    subheading,
};
use crate::content::TextKey;
use crate::domain::question::Role;
use crate::state::model::{Form, Storage};
use crate::state::msg::Msg;

/// What this is and is not, what a safe relationship looks like, and keep or keep nothing. A reader who
/// comes back sees no answer, thread or plan here.
pub fn welcome(cx: &Cx<'_>, choice: Option<bool>) -> Html {
    if cx.model.is_return() { returning(cx) } else { first(cx, choice) }
}

fn first(cx: &Cx<'_>, choice: Option<bool>) -> Html {
    let mut items = vec![
        heading(cx, cx.text(TextKey::WelcomeHeading)),
        paragraph(cx.text(TextKey::WelcomeWhat)),
        paragraph(cx.text(TextKey::WelcomeNot)),
        safe_relationship(cx),
        keep(cx, choice),
    ];
    notices(cx, &mut items);
    items.push(actions(vec![primary(cx, TextKey::WelcomeBegin, Msg::PressedBegin)]));
    stack(items)
}

fn returning(cx: &Cx<'_>) -> Html {
    let mut items = vec![
        heading(cx, cx.text(TextKey::ReturnHeading)),
        paragraph(cx.text(TextKey::ReturnText)),
        safe_relationship(cx),
    ];
    notices(cx, &mut items);
    items.push(actions(vec![
        link(cx, TextKey::ReturnSomeoneElse, Msg::PressedSomeoneElse),
        primary(cx, TextKey::ReturnGoOn, Msg::PressedGoOn),
    ]));
    items.push(note(cx.text(TextKey::ReturnSomeoneElseNote)));
    stack(items)
}

fn safe_relationship(cx: &Cx<'_>) -> Html {
    let heading = subheading(cx, cx.text(TextKey::WelcomeSafeHeading));
    element("div", "aside", vec![heading, paragraph(cx.text(TextKey::WelcomeSafe))])
}

fn keep(cx: &Cx<'_>, choice: Option<bool>) -> Html {
    let row = |label, keep| Row::new(cx.text(label), choice == Some(keep), Msg::ChoseKeep(keep));
    match cx.model.storage {
        Storage::Memory => note(cx.text(TextKey::WelcomeMemory)),
        Storage::Newer => note(cx.text(TextKey::WelcomeNewer)),
        Storage::Works => choices(
            cx,
            "keep",
            cx.text(TextKey::WelcomeKeepLegend),
            Layout::NamedRows,
            vec![
                row(TextKey::WelcomeKeep, true).with_note(cx.text(TextKey::WelcomeKeepNote)),
                row(TextKey::WelcomeNothing, false).with_note(cx.text(TextKey::WelcomeNothingNote)),
            ],
        ),
    }
}

fn notices(cx: &Cx<'_>, items: &mut Vec<Html>) {
    if cx.model.n_set_aside > 0 && cx.model.storage != Storage::Newer {
        items.push(note(cx.text(TextKey::WelcomeSetAside)));
    }
    let privacy = match cx.model.options.form {
        Form::Inline => TextKey::PrivacyInline,
        Form::Standalone => TextKey::PrivacyStandalone,
        Form::Isolated => TextKey::PrivacyIsolated,
    };
    items.push(note(cx.text(privacy)));
}

/// The four doors.
pub fn who(cx: &Cx<'_>, picked: Option<Role>, too_early: bool) -> Html {
    let rows = Role::ALL.iter().map(|&role| {
        let label = match role {
            Role::Numb => TextKey::RoleNumb,
            Role::Supporter => TextKey::RoleSupporter,
            Role::Both => TextKey::RoleBoth,
            Role::Unsure => TextKey::RoleUnsure,
        };
        Row::new(cx.text(label), picked == Some(role), Msg::ChoseRole(role))
    });
    let title = cx.text(TextKey::WhoHeading);
    let mut items = vec![
        heading(cx, title),
        note(cx.text(TextKey::WhoHint)),
        choices(cx, "role", title, Layout::Rows, rows.collect()),
    ];
    items.push(hint(cx, too_early, TextKey::QuestionPick));
    items.push(actions(vec![back(cx, TextKey::Back), primary(cx, TextKey::Next, Msg::PressedNext)]));
    stack(items)
}

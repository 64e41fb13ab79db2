//! What screens are made of: heading, rows to choose from, buttons, paragraphs.

use yew::prelude::*;

use super::Cx;
use crate::content::TextKey;
use crate::state::msg::Msg;

/// The heading of a screen. It takes the focus after a change of screen, so a screen reader begins here.
pub fn heading(cx: Cx<'_>, text: impl Into<AttrValue>) -> Html {
    let tag = format!("h{}", cx.model.options.heading_level);
    html! { <@{tag} class="heading" tabindex="-1" ref={cx.heading.clone()}>{ text.into() }</@> }
}

/// A heading one level below the screen's own.
pub fn subheading(cx: Cx<'_>, text: impl Into<AttrValue>) -> Html {
    let level = cx.model.options.heading_level.saturating_add(1).min(6);
    html! { <@{format!("h{level}")} class="subheading">{ text.into() }</@> }
}

/// A paragraph with the text of `key`.
pub fn paragraph(cx: Cx<'_>, key: TextKey) -> Html {
    html! { <p>{ cx.text(key) }</p> }
}

/// A quieter, smaller paragraph.
pub fn note(text: impl Into<AttrValue>) -> Html {
    html! { <p class="note">{ text.into() }</p> }
}

/// The one filled button of a screen.
pub fn primary(cx: Cx<'_>, key: TextKey, msg: Msg) -> Html {
    html! { <button type="button" class="primary" part="primary" onclick={cx.on(msg)}>{ cx.text(key) }</button> }
}

/// A button with an outline.
pub fn secondary(cx: Cx<'_>, key: TextKey, msg: Msg) -> Html {
    html! { <button type="button" class="secondary" onclick={cx.on(msg)}>{ cx.text(key) }</button> }
}

/// A button that looks like a link.
pub fn link(cx: Cx<'_>, key: TextKey, msg: Msg) -> Html {
    html! { <button type="button" class="link" onclick={cx.on(msg)}>{ cx.text(key) }</button> }
}

/// *Back*.
pub fn back(cx: Cx<'_>, key: TextKey) -> Html {
    html! {
        <button type="button" class="link" part="back" onclick={cx.on(Msg::PressedBack)}>{ cx.text(key) }</button>
    }
}

/// A row to choose from.
pub struct Row {
    /// What stands on it.
    pub label: AttrValue,
    /// A smaller line below; empty if none.
    pub note: AttrValue,
    /// True if it is the chosen one.
    pub is_chosen: bool,
    /// What choosing it means.
    pub msg: Msg,
}

impl Row {
    /// A row without a smaller line.
    pub fn new(label: AttrValue, is_chosen: bool, msg: Msg) -> Self {
        Self { label, note: AttrValue::default(), is_chosen, msg }
    }

    /// The row with a smaller line.
    #[must_use]
    pub fn with_note(self, note: AttrValue) -> Self {
        Self { note, ..self }
    }
}

/// How a group of rows is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One below the other, the whole width.
    Rows,
    /// Beside each other, as small as their words.
    Chips,
}

/// A group of radio buttons, whole-row targets. `name` is unique on its screen; `legend` names the group
/// and may be the heading's own words, which are then not shown twice.
pub fn choices(cx: Cx<'_>, name: &'static str, legend: Legend, layout: Layout, rows: Vec<Row>) -> Html {
    let class = match layout {
        Layout::Rows => "choices",
        Layout::Chips => "choices choices--chips",
    };
    let (legend, legend_class) = match legend {
        Legend::Shown(text) => (text, "choices__legend"),
        Legend::Heard(text) => (text, "choices__legend choices__legend--heard"),
    };
    html! {
        <fieldset {class}>
            <legend class={legend_class}>{ legend }</legend>
            { for rows.into_iter().map(|row| html! {
                <label class="choice" part="choice">
                    <input type="radio" {name} checked={row.is_chosen} onchange={cx.on::<Event>(row.msg)} />
                    <span class="choice__text">
                        { row.label }
                        if !row.note.is_empty() {
                            <span class="choice__note">{ row.note }</span>
                        }
                    </span>
                </label>
            }) }
        </fieldset>
    }
}

/// The name of a group of rows.
pub enum Legend {
    /// Stands above the rows.
    Shown(AttrValue),
    /// Only heard: the heading already shows it.
    Heard(AttrValue),
}

/// A hint that something is still to be chosen. Said politely, never as an alarm.
pub fn hint(text: AttrValue) -> Html {
    html! { <p class="hint" role="status">{ text }</p> }
}

/// The buttons at the foot of a screen: the way back first, the filled button last.
pub fn actions(buttons: Html) -> Html {
    html! { <div class="actions">{ buttons }</div> }
}

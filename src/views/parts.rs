//! What screens are made of: elements, paragraphs, rows to choose from, buttons.
//!
//! `html!` writes out all the code of an element wherever it stands. What occurs on many screens is therefore
//! a function here, never inlined, and screens are lists of calls; `html!` is for what occurs once.

use web_sys::HtmlSelectElement;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

use super::Cx;
use crate::content::TextKey;
use crate::state::msg::Msg;

/// A text.
#[inline(never)]
pub fn words(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

/// An element with a class (may be empty) and children.
#[inline(never)]
pub fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        let class = AttributeOrProperty::Attribute(AttrValue::Static(class));
        element.set_attributes(Attributes::Dynamic { keys: &["class"], values: Box::new([Some(class)]) });
    }
    element.add_children(children);
    element.into()
}

/// An element that holds one text.
#[inline(never)]
pub fn line(tag: &'static str, class: &'static str, text: &str) -> Html {
    element(tag, class, vec![words(text)])
}

/// Things one below the other, without an element around them.
#[inline(never)]
pub fn stack(items: Vec<Html>) -> Html {
    VList::with_children(items, None).into()
}

/// A paragraph.
#[inline(never)]
pub fn paragraph(text: &str) -> Html {
    line("p", "", text)
}

/// A quieter, smaller paragraph.
#[inline(never)]
pub fn note(text: &str) -> Html {
    line("p", "note", text)
}

/// A paragraph that is said when it appears: politely, never as an alarm.
#[inline(never)]
pub fn said(class: &'static str, text: &str) -> Html {
    html! { <p {class} role="status">{ text.to_owned() }</p> }
}

/// A hint, or nothing in its place: siblings are matched by their number, and one less would draw the row
/// under the reader's hands anew.
#[inline(never)]
pub fn hint(cx: &Cx<'_>, shows: bool, key: TextKey) -> Html {
    if shows { said("hint", cx.text(key)) } else { Html::default() }
}

/// A list.
#[inline(never)]
pub fn list(class: &'static str, items: Vec<Html>) -> Html {
    element("ul", class, items)
}

/// The heading of a screen. It takes the focus after a change of screen, so a screen reader begins here.
#[inline(never)]
pub fn heading(cx: &Cx<'_>, text: &str) -> Html {
    let tag = format!("h{}", cx.model.options.heading_level);
    html! { <@{tag} class="heading" tabindex="-1" ref={cx.heading.clone()}>{ text.to_owned() }</@> }
}

/// A heading one level below the screen's own.
#[inline(never)]
pub fn subheading(cx: &Cx<'_>, text: &str) -> Html {
    let tag = match cx.model.options.heading_level {
        0..=2 => "h3",
        3 => "h4",
        4 => "h5",
        _ => "h6",
    };
    line(tag, "subheading", text)
}

/// Text that unfolds.
#[inline(never)]
pub fn unfold(summary: &str, mut rest: Vec<Html>) -> Html {
    rest.insert(0, line("summary", "", summary));
    element("details", "why", rest)
}

/// The looks of a button.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The one filled button of a screen.
    Primary,
    /// An outline.
    Secondary,
    /// Like a link.
    Link,
}

/// A button. `part` names it for the page's style sheet; `name` is what is heard instead of its words.
#[inline(never)]
pub fn button(
    cx: &Cx<'_>,
    look: Look,
    part: Option<&'static str>,
    key: TextKey,
    name: Option<String>,
    msg: Msg,
) -> Html {
    let class = match look {
        Look::Primary => "primary",
        Look::Secondary => "secondary",
        Look::Link => "link",
    };
    html! {
        <button type="button" {class} {part} aria-label={name} onclick={cx.on(msg)}>
            { cx.text(key).to_owned() }
        </button>
    }
}

/// The one filled button of a screen.
#[inline(never)]
pub fn primary(cx: &Cx<'_>, key: TextKey, msg: Msg) -> Html {
    button(cx, Look::Primary, Some("primary"), key, None, msg)
}

/// A button with an outline.
#[inline(never)]
pub fn secondary(cx: &Cx<'_>, key: TextKey, msg: Msg) -> Html {
    button(cx, Look::Secondary, None, key, None, msg)
}

/// A button that looks like a link.
#[inline(never)]
pub fn link(cx: &Cx<'_>, key: TextKey, msg: Msg) -> Html {
    button(cx, Look::Link, None, key, None, msg)
}

/// A button that opens and closes what stands below it. It stays where it is, and keeps the focus.
#[inline(never)]
pub fn toggle(cx: &Cx<'_>, key: TextKey, is_open: bool, msg: Msg) -> Html {
    let expanded = if is_open { "true" } else { "false" };
    html! {
        <button type="button" class="link" aria-expanded={expanded} onclick={cx.on(msg)}>
            { cx.text(key).to_owned() }
        </button>
    }
}

/// *Back*.
#[inline(never)]
pub fn back(cx: &Cx<'_>, key: TextKey) -> Html {
    button(cx, Look::Link, Some("back"), key, None, Msg::PressedBack)
}

/// *Skip this one*.
#[inline(never)]
pub fn skip(cx: &Cx<'_>) -> Html {
    button(cx, Look::Link, Some("skip"), TextKey::Skip, None, Msg::PressedSkip)
}

/// The buttons at the foot of a screen: the way back first, the filled button last.
#[inline(never)]
pub fn actions(buttons: Vec<Html>) -> Html {
    element("div", "actions", buttons)
}

/// A link to another place: a number to dial, an address.
#[inline(never)]
pub fn anchor(class: &'static str, href: String, text: &str) -> Html {
    let is_web = href.starts_with("https://");
    html! {
        <a {class} {href} rel={is_web.then_some("noreferrer")} target={is_web.then_some("_blank")}>
            { text.to_owned() }
        </a>
    }
}

/// A row to choose from.
pub struct Row {
    label: String,
    note: String,
    is_chosen: bool,
    msg: Msg,
}

impl Row {
    /// A row with what stands on it, whether it is chosen, and what choosing it means.
    pub fn new(label: &str, is_chosen: bool, msg: Msg) -> Self {
        Self { label: label.to_owned(), note: String::new(), is_chosen, msg }
    }

    /// The row with a smaller line below.
    #[must_use]
    pub fn with_note(self, note: &str) -> Self {
        Self { note: note.to_owned(), ..self }
    }
}

/// How a group of rows is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One below the other, the whole width; the heading above already shows what they are for, so the
    /// group's name is only heard.
    Rows,
    /// The same, with the name of the group shown above.
    NamedRows,
    /// Beside each other, as small as their words, with the name shown above.
    Chips,
}

/// A group of radio buttons, whole-row targets. `name` is unique on its screen; `legend` names the group.
#[inline(never)]
pub fn choices(cx: &Cx<'_>, name: &'static str, legend: &str, layout: Layout, rows: Vec<Row>) -> Html {
    let (class, legend_class) = match layout {
        Layout::Rows => ("choices", "choices__legend choices__legend--heard"),
        Layout::NamedRows => ("choices", "choices__legend"),
        Layout::Chips => ("choices choices--chips", "choices__legend"),
    };
    let mut items = vec![line("legend", legend_class, legend)];
    items.extend(rows.into_iter().map(|row| {
        let mut label = vec![words(&row.label)];
        if !row.note.is_empty() {
            label.push(line("span", "choice__note", &row.note));
        }
        html! {
            <label class="choice" part="choice">
                <input type="radio" {name} checked={row.is_chosen} onchange={cx.on::<Event>(row.msg)} />
                { element("span", "choice__text", label) }
            </label>
        }
    }));
    element("fieldset", class, items)
}

/// A drop-down. `chosen` says which of `rows` it shows; `picked` gets the number of the row chosen.
#[inline(never)]
pub fn select(label: &str, rows: &[String], chosen: usize, picked: Callback<usize>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let idx = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.selected_index());
        picked.emit(idx.and_then(|idx| usize::try_from(idx).ok()).unwrap_or_default());
    });
    html! {
        <label class="filter">
            { line("span", "filter__label", label) }
            <select {onchange}>
                { for rows.iter().enumerate().map(|(idx, row)| html! {
                    <option selected={idx == chosen}>{ row.clone() }</option>
                }) }
            </select>
        </label>
    }
}

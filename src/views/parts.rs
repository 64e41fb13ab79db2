//! What screens are made of: paragraphs, headings, rows to choose from, buttons.

use super::ui::{Attr, Ui};
use crate::content::TextKey;
use crate::domain::digits::digits;
use crate::domain::plan::OwnWords;
use crate::state::msg::{Act, Field};

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

impl Ui<'_> {
    // --- texts ---------------------------------------------------------------------------------------------

    /// A paragraph.
    #[inline(never)]
    pub fn paragraph(&mut self, key: TextKey) {
        self.paragraph_of(self.text(key));
    }

    /// A paragraph of a text of the content.
    #[inline(never)]
    pub fn paragraph_of(&mut self, text: &str) {
        self.line("p", "", text);
    }

    /// A quieter, smaller paragraph.
    #[inline(never)]
    pub fn note(&mut self, key: TextKey) {
        self.note_of(self.text(key));
    }

    /// The same of a text of the content; nothing for an empty one.
    #[inline(never)]
    pub fn note_of(&mut self, text: &str) {
        if !text.is_empty() {
            self.line("p", "note", text);
        }
    }

    /// A paragraph that is said when it appears: politely, never as an alarm.
    #[inline(never)]
    pub fn said(&mut self, class: &'static str, text: &str) {
        self.open("p", class);
        self.attr(Attr::Role, "status");
        self.words(text);
        self.close();
    }

    /// A hint, or an invisible thing in its place.
    #[inline(never)]
    pub fn hint(&mut self, shows: bool, key: TextKey) {
        if shows { self.said("hint", self.text(key)) } else { self.nothing() }
    }

    /// The heading of a screen. It takes the focus after a change of screen, so a screen reader begins here.
    #[inline(never)]
    pub fn heading(&mut self, key: TextKey) {
        self.heading_of(self.text(key));
    }

    /// The same of a text of the content.
    #[inline(never)]
    pub fn heading_of(&mut self, text: &str) {
        self.open(heading_tag(self.cx.model.options.heading_level), "heading");
        self.attr(Attr::Tabindex, "-1");
        self.words(text);
        self.close();
    }

    /// A heading one level below the screen's own.
    #[inline(never)]
    pub fn subheading(&mut self, key: TextKey) {
        self.subheading_of(self.text(key));
    }

    /// The same of a text of the content.
    #[inline(never)]
    pub fn subheading_of(&mut self, text: &str) {
        self.line(heading_tag(self.cx.model.options.heading_level.clamp(2, 6) + 1), "subheading", text);
    }

    /// Text that unfolds.
    pub fn unfold(&mut self, summary: TextKey, rest: impl FnOnce(&mut Self)) {
        self.unfold_of(self.text(summary), rest);
    }

    /// The same below a text of the content.
    pub fn unfold_of(&mut self, summary: &str, rest: impl FnOnce(&mut Self)) {
        self.open("details", "why");
        self.line("summary", "", summary);
        rest(self);
        self.close();
    }

    // --- buttons -------------------------------------------------------------------------------------------

    /// The one filled button of a screen.
    #[inline(never)]
    pub fn primary(&mut self, key: TextKey, act: Act) {
        self.button("primary", "primary", key, act);
    }

    /// A button with an outline.
    #[inline(never)]
    pub fn secondary(&mut self, key: TextKey, act: Act) {
        self.button("secondary", "", key, act);
    }

    /// A button that looks like a link.
    #[inline(never)]
    pub fn link(&mut self, key: TextKey, act: Act) {
        self.button("link", "", key, act);
    }

    /// *Back*, in the words of `key`.
    #[inline(never)]
    pub fn back(&mut self, key: TextKey) {
        self.button("link", "back", key, Act::PressedBack);
    }

    /// A button with a class and the `part` by which the page's style sheet can name it.
    #[inline(never)]
    pub fn button(&mut self, class: &'static str, part: &'static str, key: TextKey, act: Act) {
        self.open_button(class, act);
        self.attr(Attr::Part, part);
        self.words(self.text(key));
        self.close();
    }

    /// Opens a button, for attributes of its own.
    #[inline(never)]
    pub fn open_button(&mut self, class: &'static str, act: Act) {
        self.open("button", class);
        self.attr(Attr::Type, "button");
        self.on_press(act);
    }

    /// A button that opens and closes what stands below it. It stays where it is, and keeps the focus.
    #[inline(never)]
    pub fn toggle(&mut self, key: TextKey, is_open: bool, act: Act) {
        self.open_button("link", act);
        self.attr(Attr::AriaExpanded, if is_open { "true" } else { "false" });
        self.words(self.text(key));
        self.close();
    }

    /// The buttons at the foot of a screen: the way back first, the filled button last.
    pub fn actions(&mut self, buttons: impl FnOnce(&mut Self)) {
        self.within("div", "actions", buttons);
    }

    /// A link to another place: a number to dial, an address.
    #[inline(never)]
    pub fn anchor(&mut self, class: &'static str, href: String, text: &str) {
        self.open("a", class);
        if href.starts_with("https://") {
            self.attr(Attr::Rel, "noreferrer");
            self.attr(Attr::Target, "_blank");
        }
        self.attr_of(Attr::Href, href);
        self.words(text);
        self.close();
    }

    // --- choices -------------------------------------------------------------------------------------------

    /// A group of radio buttons, whole-row targets. `name` is unique on its screen; `legend` names the group.
    pub fn choices(
        &mut self,
        name: &'static str,
        legend: &str,
        layout: Layout,
        rows: impl FnOnce(&mut Self),
    ) {
        self.open_choices(name, legend, layout);
        rows(self);
        self.close();
    }

    #[inline(never)]
    fn open_choices(&mut self, name: &'static str, legend: &str, layout: Layout) {
        let (class, legend_class) = match layout {
            Layout::Rows => ("choices", "choices__legend choices__legend--heard"),
            Layout::NamedRows => ("choices", "choices__legend"),
            Layout::Chips => ("choices choices--chips", "choices__legend"),
        };
        self.group = name;
        self.open("fieldset", class);
        self.line("legend", legend_class, legend);
    }

    /// A row: what stands on it, whether it is chosen, and what choosing it means.
    #[inline(never)]
    pub fn row(&mut self, key: TextKey, is_chosen: bool, act: Act) {
        self.row_of(self.text(key), "", is_chosen, act);
    }

    /// A row of a text of the content, with a smaller line below (may be empty).
    #[inline(never)]
    pub fn row_of(&mut self, label: &str, note: &str, is_chosen: bool, act: Act) {
        self.open("label", "choice");
        self.attr(Attr::Part, "choice");
        self.open("input", "");
        self.attr(Attr::Type, "radio");
        self.attr(Attr::Name, self.group);
        self.on_change(act);
        self.with(|element| element.set_checked(is_chosen));
        self.close();
        self.open("span", "choice__text");
        self.words(label);
        if !note.is_empty() {
            self.line("span", "choice__note", note);
        }
        self.close();
        self.close();
    }

    /// A field to type in, or, if `kind` is no text, to pick a day or a time in. Its attributes keep spell-checking services
    /// and autofill out.
    #[inline(never)]
    pub fn field(&mut self, label: TextKey, kind: &'static str, value: &str, field: Field) {
        self.open("label", "field");
        self.line("span", "field__label", self.text(label));
        self.open("input", "");
        for (name, value) in [
            (Attr::Type, kind),
            (Attr::Autocomplete, "off"),
            (Attr::Autocorrect, "off"),
            (Attr::Spellcheck, "false"),
            (Attr::Writingsuggestions, "false"),
            (Attr::DataGramm, "false"),
        ] {
            self.attr(name, value);
        }
        self.attr_of(Attr::Maxlength, digits(OwnWords::MAX_CHARS as u64, 10));
        self.with(|input| input.set_value(value.to_owned()));
        // A date that is half typed has no value yet, and must not be drawn anew.
        if kind == "text" {
            self.on_typing(field);
            self.on_change(Act::LeftField);
        } else {
            self.on_picking(field);
        }
        self.close();
        self.close();
    }

    /// A row that is taken or left out by itself.
    #[inline(never)]
    pub fn tick(&mut self, label: &str, is_taken: bool, act: Act) {
        self.open("label", "choice");
        self.attr(Attr::Part, "choice");
        self.open("input", "");
        self.attr(Attr::Type, "checkbox");
        self.on_change(act);
        self.with(|element| element.set_checked(is_taken));
        self.close();
        self.line("span", "choice__text", label);
        self.close();
    }

    /// A drop-down. `chosen` says which of `rows` it shows; `act` is told the place of the row chosen.
    #[inline(never)]
    pub fn select(&mut self, label: TextKey, rows: &[&str], chosen: usize, act: fn(usize) -> Act) {
        self.open("label", "filter");
        self.line("span", "filter__label", self.text(label));
        self.open("select", "");
        self.on_row(act);
        for (idx, row) in rows.iter().enumerate() {
            self.open("option", "");
            self.attr(Attr::Selected, if idx == chosen { "selected" } else { "" });
            self.words(row);
            self.close();
        }
        self.close();
        self.close();
    }
}

/// The tag of a heading of this level.
fn heading_tag(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

//! The sheet that a screen is written on: elements, attributes, texts and what a press means, in reading
//! order.
//!
//! A screen is a list of calls on [`Ui`]. `html!` would write out all the code of an element wherever one
//! stands; a call costs only its arguments (measured on this crate: the views weigh half).

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

use super::Cx;
use crate::content::TextKey;
use crate::domain::digits::{digits, number};
use crate::state::msg::{Act, Field, Msg};

/// Declares the attributes in use. Every element carries the same list of names and leaves out what it does not have:
/// so Yew compares place by place and needs no map for each element, which also weighs less.
macro_rules! attributes {
    ($($variant:ident = $name:literal,)*) => {
        /// An attribute.
        #[derive(Clone, Copy)]
        pub enum Attr { $($variant,)* }

        const NAMES: &[&str] = &[$($name,)*];
    };
}
attributes! {
    Class = "class",
    Part = "part",
    Type = "type",
    Name = "name",
    Role = "role",
    Tabindex = "tabindex",
    AriaLabel = "aria-label",
    AriaExpanded = "aria-expanded",
    AriaBusy = "aria-busy",
    Href = "href",
    Rel = "rel",
    Target = "target",
    Scope = "scope",
    Selected = "selected",
    DataScreen = "data-screen",
    Maxlength = "maxlength",
    Autocomplete = "autocomplete",
    Autocorrect = "autocorrect",
    Spellcheck = "spellcheck",
    Writingsuggestions = "writingsuggestions",
    DataGramm = "data-gramm",
    DataClick = "data-click",
    DataChange = "data-change",
    DataInput = "data-input",
    ViewBox = "viewBox",
    Id = "id",
    D = "d",
    Fill = "fill",
    Transform = "transform",
    Offset = "offset",
    StopOpacity = "stop-opacity",
    X2 = "x2",
    Y2 = "y2",
    Width = "width",
    Height = "height",
    PatternUnits = "patternUnits",
    PatternTransform = "patternTransform",
}

/// A screen as it is being written.
pub struct Ui<'a> {
    /// What may be looked at.
    pub cx: &'a Cx<'a>,
    /// The elements that are open, the outermost first. The first one only holds what is finished.
    open: Vec<Open>,
    /// The group of radio buttons that rows belong to.
    pub group: &'static str,
}

/// An element that is being written.
struct Open {
    element: VTag,
    /// By the places of [`NAMES`].
    attributes: Box<[Option<AttributeOrProperty>]>,
    children: Vec<Html>,
}

impl Open {
    fn new(tag: &'static str) -> Self {
        Self { element: VTag::new(tag), attributes: vec![None; NAMES.len()].into(), children: Vec::new() }
    }

    fn close(mut self) -> VTag {
        self.element.set_attributes(Attributes::Dynamic { keys: NAMES, values: self.attributes });
        if let Some(children) = self.element.children_mut() {
            *children = VList::with_children(self.children, None).into();
        }
        self.element
    }
}

/// What it means to use a control.
#[derive(Debug, Clone, Copy)]
pub enum Meaning {
    /// This act.
    Act(Act),
    /// The act for the place of the chosen row of a drop-down.
    Row(fn(usize) -> Act),
    /// What is typed so far.
    Typed(Field),
}

impl Meaning {
    /// What happened, where the control now holds `value`: the text of a field, the place of the chosen row.
    #[must_use]
    pub fn said(self, value: &str) -> Msg {
        match self {
            Self::Act(act) => act.into(),
            Self::Row(act) => {
                act(number(value, 10).and_then(|place| place.try_into().ok()).unwrap_or_default()).into()
            }
            Self::Typed(field) => Msg::Typed(field, value.to_owned()),
        }
    }
}

impl<'a> Ui<'a> {
    /// An empty sheet.
    pub fn new(cx: &'a Cx<'a>) -> Self {
        Self { cx, open: vec![Open::new("div")], group: "" }
    }

    /// What was written, as siblings.
    pub fn finish(mut self) -> Html {
        self.open.pop().map(|open| VList::with_children(open.children, None).into()).unwrap_or_default()
    }

    /// The text of `key`.
    #[inline(never)]
    pub fn text(&self, key: TextKey) -> &'a str {
        self.cx.text(key)
    }

    /// Opens an element with a class (may be empty). What follows is inside it, until [`Ui::close`].
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str, class: &'static str) {
        self.open.push(Open::new(tag));
        self.attr(Attr::Class, class);
    }

    /// An attribute of the element opened last; left out if `value` is empty.
    #[inline(never)]
    pub fn attr(&mut self, name: Attr, value: &'static str) {
        self.attribute(name, AttrValue::Static(value));
    }

    /// The same with a text made just now.
    #[inline(never)]
    pub fn attr_of(&mut self, name: Attr, value: String) {
        self.attribute(name, value.into());
    }

    #[inline(never)]
    fn attribute(&mut self, name: Attr, value: AttrValue) {
        if let Some(open) = self.open.last_mut()
            && !value.is_empty()
            && let Some(place) = open.attributes.get_mut(name as usize)
        {
            *place = Some(AttributeOrProperty::Attribute(value));
        }
    }

    /// Changes the element opened last in a way of its own.
    pub fn with(&mut self, change: impl FnOnce(&mut VTag)) {
        if let Some(open) = self.open.last_mut() {
            change(&mut open.element);
        }
    }

    /// The control opened last means this when the event `on` reaches it. It carries the place of its meaning in the list
    /// of this picture of the screen; the loader listens at the root, and says which place was used.
    #[inline(never)]
    fn means(&mut self, on: Attr, meaning: Meaning) {
        let mut meanings = self.cx.meanings.borrow_mut();
        self.attr_of(on, digits(meanings.len() as u64, 10));
        meanings.push(meaning);
    }

    /// A press on the element opened last means `act`.
    pub fn on_press(&mut self, act: Act) {
        self.means(Attr::DataClick, Meaning::Act(act));
    }

    /// Choosing the field opened last, or leaving it after a change, means `act`.
    pub fn on_change(&mut self, act: Act) {
        self.means(Attr::DataChange, Meaning::Act(act));
    }

    /// Choosing a row of the drop-down opened last means the act for its place.
    pub fn on_row(&mut self, act: fn(usize) -> Act) {
        self.means(Attr::DataChange, Meaning::Row(act));
    }

    /// What is typed in the element opened last is that of `field`.
    pub fn on_typing(&mut self, field: Field) {
        self.means(Attr::DataInput, Meaning::Typed(field));
    }

    /// What was picked in the element opened last is that of `field`.
    pub fn on_picking(&mut self, field: Field) {
        self.means(Attr::DataChange, Meaning::Typed(field));
    }

    /// Adds what is finished to the element opened last.
    #[inline(never)]
    fn add(&mut self, node: Html) {
        if let Some(open) = self.open.last_mut() {
            open.children.push(node);
        }
    }

    /// A text.
    #[inline(never)]
    pub fn words(&mut self, text: &str) {
        self.add(VText::new(text.to_owned()).into());
    }

    /// Something invisible that keeps a place: siblings are matched by their number, and one less would draw
    /// what is under the reader's hands anew.
    #[inline(never)]
    pub fn nothing(&mut self) {
        self.add(Html::default());
    }

    /// Closes the element opened last.
    #[inline(never)]
    pub fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            self.add(open.close().into());
        }
    }

    /// An element with what `inside` writes.
    pub fn within(&mut self, tag: &'static str, class: &'static str, inside: impl FnOnce(&mut Self)) {
        self.open(tag, class);
        inside(self);
        self.close();
    }

    /// An element that holds one text.
    #[inline(never)]
    pub fn line(&mut self, tag: &'static str, class: &'static str, text: &str) {
        self.open(tag, class);
        self.words(text);
        self.close();
    }
}

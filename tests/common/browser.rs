//! A widget in a real page: mounted in a shadow root as the loader does it, pressed and read as a reader does
//! it, with a loader that only takes down what it is told.
#![allow(dead_code, reason = "each test file uses its own part of this")]

#[path = "browser_content.rs"]
mod content;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub use content::{library, pack};

use fogbridge::embed::{Widget, mount};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, Event, EventInit, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement,
    InputEvent, InputEventInit, ShadowRoot, Storage, Window,
};

// --- a widget in a page ------------------------------------------------------------------------------------------

/// One call of the widget to its loader: function, first and second argument.
pub type Call = (&'static str, String, Option<String>);

/// What the loader was told, in order.
pub type Calls = Rc<RefCell<Vec<Call>>>;

/// One widget on the page.
pub struct Page {
    /// The element with the shadow root.
    pub host: Element,
    /// What the widget was given to paint into.
    pub div: Element,
    /// What the loader holds.
    pub widget: Widget,
    /// What the loader was told.
    pub calls: Calls,
}

pub fn window() -> Window {
    web_sys::window().expect("a window")
}

pub fn document() -> Document {
    window().document().expect("a document")
}

/// A plain object with these entries.
pub fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &JsValue::from_str(name), value).expect("a plain object");
    }
    object.into()
}

/// Lets everything happen that has been set going. The widget draws in microtasks, and makes way for the
/// browser by a timer at most once a stage; timers of the same delay fire in order.
pub async fn settle() {
    for _ in 0..4 {
        let timer = Promise::new(&mut |resolve, _| {
            window().set_timeout_with_callback(&resolve).expect("a timer");
        });
        timer.await.expect("a timer that fires");
    }
}

/// The browser says that something happened to a field.
async fn happens(field: &Element, name: &str) {
    let event = match name {
        "input" => {
            let init = InputEventInit::new();
            init.set_bubbles(true);
            InputEvent::new_with_event_init_dict(name, &init).unwrap().into()
        }
        _ => {
            let init = EventInit::new();
            init.set_bubbles(true);
            Event::new_with_event_init_dict(name, &init).unwrap()
        }
    };
    field.dispatch_event(&event).unwrap();
    settle().await;
}

/// A new host element in the page with an inner `div` in a shadow root, as the loader makes them.
pub fn place() -> (Element, Element) {
    let host = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&host).expect("a place in the page");
    let attach: Function =
        Reflect::get(&host, &"attachShadow".into()).expect("shadow roots").unchecked_into();
    let root = attach.call1(&host, &object(&[("mode", "open".into())])).expect("a shadow root");
    let div = document().create_element("div").expect("an element");
    root.unchecked_into::<ShadowRoot>().append_child(&div).expect("a place in the shadow root");
    (host, div)
}

/// The time zone that the loader tells of.
pub const ZONE: &str = "Europe/Dublin";

/// A loader that takes down what it is told.
pub fn loader(calls: &Calls, widget: &Rc<Cell<Option<Widget>>>, div: &Element) -> JsValue {
    let names = ["painted", "record", "cleared", "progress", "problem", "download"];
    let all = object(&names.map(|name| {
        let calls = calls.clone();
        let take_down = move |first: JsValue, second: JsValue| {
            let first = first.as_string().expect("a text");
            calls.borrow_mut().push((name, first, second.as_string()));
        };
        (name, Closure::<dyn FnMut(JsValue, JsValue)>::new(take_down).into_js_value())
    }));
    // What it knows of languages, places and the focus.
    let words = |name: &str, says: fn(String) -> String| {
        let says = move |text: JsValue| JsValue::from(says(text.as_string().unwrap_or_default()));
        let says = Closure::<dyn FnMut(JsValue) -> JsValue>::new(says).into_js_value();
        Reflect::set(&all, &name.into(), &says).expect("a plain object");
    };
    words("plural", |n| if n == "1" { "one".to_owned() } else { "other".to_owned() });
    words("date", |day| day);
    words("zone", |_| ZONE.to_owned());
    let div = div.clone();
    let focus = Closure::<dyn FnMut()>::new(move || {
        if let Ok(Some(heading)) = div.query_selector(".heading") {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            heading
                .unchecked_into::<HtmlElement>()
                .focus_with_options(&options)
                .expect("an element that takes the focus");
        }
    });
    Reflect::set(&all, &"focus".into(), &focus.into_js_value()).expect("a plain object");
    // Its turn comes a moment later, as in a browser with other tabs.
    for name in ["save", "soon"] {
        let widget = widget.clone();
        let ask = move || {
            let widget = widget.clone();
            let save = Closure::once_into_js(move || {
                if let Some(widget) = widget.get() {
                    widget.save();
                }
            });
            window().set_timeout_with_callback(save.unchecked_ref()).expect("a timer");
        };
        let ask = Closure::<dyn FnMut()>::new(ask).into_js_value();
        Reflect::set(&all, &name.into(), &ask).expect("a plain object");
    }
    all
}

/// Listens at the root of a widget, as the loader does, and says which control was used.
pub fn listen(div: &Element, widget: &Rc<Cell<Option<Widget>>>) {
    for kind in ["click", "change", "input"] {
        let widget = widget.clone();
        let used = move |event: Event| {
            let target: Element = event.target().expect("a target").unchecked_into();
            let attribute = format!("data-{kind}");
            let Some(control) = target.closest(&format!("[{attribute}]")).expect("a selector") else {
                return;
            };
            let place = control.get_attribute(&attribute).expect("the attribute that was asked for");
            let held = ["selectedIndex", "value"]
                .map(|name| Reflect::get(&target, &name.into()).expect("an element"));
            let held = held.into_iter().find(|held| !held.is_undefined()).unwrap_or_default();
            let held = held.as_f64().map(|n| n.to_string()).or(held.as_string()).unwrap_or_default();
            widget.get().expect("a mounted widget").used(&format!("{place} {held}"));
        };
        let used = Closure::<dyn FnMut(Event)>::new(used).into_js_value();
        div.add_event_listener_with_callback(kind, used.unchecked_ref()).expect("an element that listens");
    }
}

impl Page {
    /// A widget as the loader mounts it, before it had time to paint.
    pub fn begin(options: &[(&str, JsValue)]) -> Self {
        let mut all = vec![("reflection", JsValue::from_str(&pack().pack()))];
        all.extend_from_slice(options);
        let calls = Calls::default();
        let (host, div) = place();
        let slot = Rc::default();
        listen(&div, &slot);
        let widget = mount(div.clone(), &object(&all), loader(&calls, &slot, &div));
        let widget = widget.expect("a pack that can be read");
        slot.set(Some(widget));
        Self { host, div, widget, calls }
    }

    /// A widget that has painted, with the library in it.
    pub async fn open(options: &[(&str, JsValue)]) -> Self {
        let page = Self::begin(options);
        page.widget.library(Some(library().pack()));
        settle().await;
        page
    }

    /// The reader closes the page.
    pub fn close(self) {
        self.host.remove();
    }

    // --- what the reader does

    /// Presses the button with this name.
    pub async fn press(&self, name: &str) {
        let heard = |button: &Element| {
            button
                .get_attribute("aria-label")
                .or_else(|| button.text_content())
                .is_some_and(|heard| heard == name)
        };
        let button = self.all("button").into_iter().find(heard);
        let button =
            button.unwrap_or_else(|| panic!("no button {name:?} on {}", self.div.text_content().unwrap()));
        let button: HtmlElement = button.unchecked_into();
        button.focus().expect("an element that takes the focus");
        button.click();
        settle().await;
    }

    /// Chooses the row with this name and says which input it is.
    pub async fn choose(&self, name: &str) -> HtmlInputElement {
        let input = self.row(name);
        input.focus().expect("an element that takes the focus");
        input.click();
        settle().await;
        input
    }

    /// Presses or chooses, whichever this is.
    pub async fn does(&self, what: Does) {
        match what {
            Does::Presses(name) => self.press(name).await,
            Does::Chooses(name) => {
                self.choose(name).await;
            }
        }
    }

    /// Does all of these.
    pub async fn goes(&self, way: &[(Does, &str)]) {
        for (what, screen) in way {
            self.does(*what).await;
            assert_eq!(self.screen(), *screen, "after {what:?}");
        }
    }

    /// Picks `row` from the drop-down with this label and says which it is.
    pub async fn pick(&self, label: &str, row: &str) -> HtmlSelectElement {
        let fits = |select: &Element| {
            select.closest("label").unwrap().unwrap().text_content().unwrap().starts_with(label)
        };
        let select = self.all("select").into_iter().find(fits);
        let select: HtmlSelectElement =
            select.unwrap_or_else(|| panic!("no list {label:?}")).unchecked_into();
        let options = select.query_selector_all("option").unwrap();
        let place =
            (0..options.length()).find(|&idx| options.item(idx).unwrap().text_content().unwrap() == row);
        select.set_selected_index(place.unwrap_or_else(|| panic!("no row {row:?}")).cast_signed());
        select.focus().unwrap();
        happens(&select, "change").await;
        select
    }

    /// Types `text` in place of what stands in the only text field, and leaves it.
    pub async fn types(&self, text: &str) {
        let field: HtmlInputElement = self.only("input[type=text]").unchecked_into();
        field.set_value(text);
        happens(&field, "input").await;
        happens(&field, "change").await;
    }

    // --- what the reader finds

    /// All elements in the widget that `selector` names.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.div.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|idx| found.item(idx)).map(JsCast::unchecked_into).collect()
    }

    /// The only element in the widget that `selector` names.
    pub fn only(&self, selector: &str) -> Element {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.div.text_content().unwrap());
        found.remove(0)
    }

    /// The name of the one screen on the page.
    pub fn screen(&self) -> String {
        self.only("[data-screen]").get_attribute("data-screen").unwrap()
    }

    /// The words of the screen's heading.
    pub fn heading(&self) -> String {
        self.only(".heading").text_content().unwrap()
    }

    /// True if these words stand anywhere in the widget.
    pub fn says(&self, words: &str) -> bool {
        self.div.text_content().unwrap().contains(words)
    }

    /// The input of the row with this name.
    pub fn row(&self, name: &str) -> HtmlInputElement {
        let fits = |row: &Element| row.text_content().is_some_and(|text| text.starts_with(name));
        let row = self.all("label.choice").into_iter().find(fits);
        let row = row.unwrap_or_else(|| panic!("no row {name:?} on {}", self.screen()));
        row.query_selector("input").unwrap().expect("an input").unchecked_into()
    }

    /// The element of the widget that has the focus.
    pub fn focused(&self) -> Option<Element> {
        self.div.get_root_node().unchecked_into::<ShadowRoot>().active_element()
    }

    /// The polite words below the screen.
    pub fn status(&self) -> Element {
        self.only(".foot [role=status]")
    }

    /// What the loader was told by the function `name`, in order: the first arguments.
    pub fn told(&self, name: &str) -> Vec<String> {
        self.calls
            .borrow()
            .iter()
            .filter(|(other, ..)| *other == name)
            .map(|(_, first, _)| first.clone())
            .collect()
    }
}

/// One thing a reader does, by the name that they read or hear.
#[derive(Debug, Clone, Copy)]
pub enum Does {
    Presses(&'static str),
    Chooses(&'static str),
}
use Does::{Chooses, Presses};

/// From `welcome` to the first question, keeping nothing, with the screen that follows each press.
pub const TO_QUESTIONS: &[(Does, &str)] = &[
    (Chooses("WelcomeNothing"), "welcome"),
    (Presses("WelcomeBegin"), "who"),
    (Chooses("RoleNumb"), "who"),
    (Presses("Next"), "question"),
];

/// The same, keeping everything.
pub const TO_QUESTIONS_KEEPING: &[(Does, &str)] = &[
    (Chooses("WelcomeKeep"), "welcome"),
    (Presses("WelcomeBegin"), "who"),
    (Chooses("RoleNumb"), "who"),
    (Presses("Next"), "question"),
];

/// From the first question to an open plan.
pub const TO_HOME: &[(Does, &str)] = &[
    (Chooses("flat"), "question"),
    (Presses("Next"), "question"),
    (Chooses("calm"), "question"),
    (Presses("Next"), "safety"),
    (Chooses("SafetyNo"), "safety"),
    (Presses("Next"), "picture"),
    (Presses("PictureSteps"), "steps"),
    (Chooses("EnergyLittle"), "steps"),
    (Presses("Plan tea"), "plan"),
    (Chooses("After breakfast"), "plan"),
    (Chooses("GuessGood"), "plan"),
    (Presses("PlanKeep"), "home"),
    (Presses("MyNotes"), "notes"),
    (Presses("NotesClose"), "home"),
];

/// From the first question to an open plan after a safety sign.
pub const TO_SAFE_HOME: &[(Does, &str)] = &[
    (Presses("Skip"), "question"),
    (Chooses("dread"), "question"),
    (Presses("Next"), "safe"),
    (Presses("SafeAllHelp"), "help"),
    (Presses("HelpClose"), "safe"),
    (Presses("SafeSteps"), "steps"),
    (Chooses("EnergyEmpty"), "steps"),
    (Presses("Plan tea"), "plan"),
    (Chooses("After breakfast"), "plan"),
    (Presses("PlanKeep"), "home"),
];

// --- the browser's storage ---------------------------------------------------------------------------------------

pub fn local_storage() -> Storage {
    window().local_storage().expect("storage that is allowed").expect("storage")
}

/// All keys and values that are stored, in the order of keys.
pub fn stored() -> Vec<(String, String)> {
    let storage = local_storage();
    let keys = (0..storage.length().unwrap()).filter_map(|idx| storage.key(idx).unwrap());
    let mut all: Vec<_> = keys.map(|key| (key.clone(), storage.get_item(&key).unwrap().unwrap())).collect();
    all.sort();
    all
}

/// The keys that are stored and begin with `prefix`.
pub fn stored_keys(prefix: &str) -> Vec<String> {
    stored().into_iter().map(|(key, _)| key).filter(|key| key.starts_with(prefix)).collect()
}

thread_local! {
    /// What tests replaced in the browser: object, property, and what described it before.
    static PATCHED: RefCell<Vec<(Object, &'static str, JsValue)>> = RefCell::default();
}

/// Puts something else in the place of a property of the browser, until [`mend`].
pub fn patch(target: &Object, name: &'static str, descriptor: &[(&str, JsValue)]) {
    let before = Object::get_own_property_descriptor(target, &name.into());
    PATCHED.with_borrow_mut(|patched| patched.push((target.clone(), name, before)));
    let descriptor = [descriptor, &[("configurable", JsValue::TRUE)]].concat();
    Object::define_property(target, &name.into(), object(&descriptor).unchecked_ref());
}

/// Puts back all that was replaced.
pub fn mend() {
    for (target, name, before) in PATCHED.take() {
        Object::define_property(&target, &name.into(), before.unchecked_ref());
    }
}

/// A device on which nothing is kept yet, whatever an earlier test left behind.
#[allow(clippy::disallowed_methods, reason = "here there is no host page whose storage could be lost")]
pub fn empty_storage() {
    mend();
    local_storage().clear().unwrap();
}

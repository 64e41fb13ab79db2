//! The border to the loader: parses what it hands over, and hands back what it asks for.
//!
//! The loader (`src/embed/*.js`) defines `<fog-bridge>`, because a Rust type cannot extend `HTMLElement` and
//! because the element has to exist before any wasm arrives. It calls [`mount`] at the reader's first press, on an inner
//! element of the shadow root, and again after a crash or when the reader comes back to the cover.

mod options;
mod port;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{App, AppMsg, AppProps, Setup};
use crate::content::{Pack, PackError};
use crate::domain::digits::number;
use crate::domain::question::Path;
use crate::state::msg::{Act, Msg};
pub use options::{Press, parse_options};
pub use port::Port;

thread_local! {
    /// Every widget of the page. None is ever destroyed: moving the element keeps its state.
    static WIDGETS: RefCell<Vec<(AppHandle<App>, Rc<Setup>)>> = const { RefCell::new(Vec::new()) };
}

/// One mounted widget. The loader holds its number, which costs less than a class of its own in the glue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Widget(usize);

/// Mounts a widget on `div`.
///
/// `options` is a plain object: `lang`, `region`, `view`, `store`, `headingLevel`, `form`, `press`,
/// `reflection` (the text of the reflection file), `notes` (a copy, where a core had stopped). `port` is an object of functions: see [`Port`].
///
/// # Errors
/// [`PackError`], if the reflection file cannot be used.
pub fn mount(div: Element, options: &JsValue, port: JsValue) -> Result<Widget, PackError> {
    let text = options::text_of(options, "reflection").unwrap_or_default();
    let setup = Setup {
        pack: Pack::parse(text.leak())?,
        options: parse_options(options),
        namespace: options::text_of(options, "store")
            .filter(|name| !name.is_empty())
            .unwrap_or("main".into()),
        rescued: options::text_of(options, "notes"),
        port: Port::new(port),
        keeper: RefCell::default(),
        meanings: RefCell::default(),
    };
    let setup = Rc::new(setup);
    let props = AppProps { setup: Rc::clone(&setup) };
    let app = yew::Renderer::<App>::with_root_and_props(div, props).render();
    let widget = WIDGETS.with_borrow_mut(|widgets| {
        widgets.push((app, setup));
        Widget(widgets.len() - 1)
    });
    match options::press_of(options) {
        Press::None => {}
        Press::Begin => widget.happened(Act::PressedCover(Path::Full).into()),
        Press::Short => widget.happened(Act::PressedCover(Path::Short).into()),
        Press::Help => widget.happened(Act::PressedHelp.into()),
    }
    Ok(widget)
}

impl Widget {
    /// The library file arrived (`text`), or will not (`None`).
    pub fn library(self, text: Option<String>) {
        self.send(AppMsg::Library(text));
    }

    /// The owner changed an attribute.
    pub fn update(self, options: &JsValue) {
        self.happened(Msg::ChangedOptions(parse_options(options)));
    }

    /// *Get help now*.
    pub fn help(self) {
        self.happened(Act::PressedHelp.into());
    }

    /// A control was used: its place, a space, and what it holds.
    pub fn used(self, what: &str) {
        let (place, value) = what.split_once(' ').unwrap_or_default();
        let said = WIDGETS.with_borrow(|widgets| {
            let (_, setup) = widgets.get(self.0)?;
            let meaning = setup.meanings.borrow().get(usize::try_from(number(place, 10)?).ok()?).copied()?;
            Some(meaning.said(value))
        });
        if let Some(msg) = said {
            self.happened(msg);
        }
    }

    /// Copying ended; false if the browser did not allow it.
    pub fn copied(self, done: bool) {
        self.happened(Msg::Copied(done));
    }

    /// The reader chose a file: its text (empty if it cannot be read), or `None` if it is too large.
    pub fn picked(self, text: Option<String>) {
        self.happened(Msg::PickedCopy(text));
    }

    /// Writes what waits, at once.
    pub fn save(self) {
        let saved = WIDGETS.with_borrow(|widgets| {
            let (_, setup) = widgets.get(self.0)?;
            let saving = setup.keeper.borrow_mut().as_mut()?.save()?;
            if let Err(error) = saving.outcome {
                setup.port.problem("storage", error.says());
            }
            // No event of the browser tells the other widgets of this page.
            for (place, (app, other)) in widgets.iter().enumerate() {
                if place != self.0 && other.namespace == setup.namespace {
                    app.send_message(AppMsg::Look(None));
                }
            }
            Some(saving)
        });
        if let Some(saving) = saved {
            self.happened(Msg::Saved(saving));
        }
    }

    /// Another tab wrote under this full key, or, without one, anywhere.
    pub fn look(self, key: Option<String>) {
        self.send(AppMsg::Look(key));
    }

    /// Drops everything in memory, for *Leave this page*. What is kept stays kept.
    pub fn forget(self) {
        self.send(AppMsg::Forget);
    }

    fn happened(self, msg: Msg) {
        self.send(AppMsg::Happened(msg));
    }

    fn send(self, msg: AppMsg) {
        WIDGETS.with_borrow(|widgets| {
            if let Some((app, _)) = widgets.get(self.0) {
                app.send_message(msg);
            }
        });
    }
}

/// What the loader calls: the same, by number and name, because each function of its own costs a few more lines of glue.
mod exports {
    use super::{Element, JsValue, Widget, wasm_bindgen};
    use wasm_bindgen::throw_str;

    #[wasm_bindgen]
    pub fn mount(div: Element, options: &JsValue, port: JsValue) -> usize {
        super::mount(div, options, port).unwrap_or_else(|error| throw_str(error.says())).0
    }

    #[wasm_bindgen]
    pub fn update(widget: usize, options: &JsValue) {
        Widget(widget).update(options);
    }

    #[wasm_bindgen]
    pub fn tell(widget: usize, what: &str, text: Option<String>) {
        let widget = Widget(widget);
        match what {
            "used" => widget.used(&text.unwrap_or_default()),
            "library" => widget.library(text),
            "help" => widget.help(),
            "copied" => widget.copied(text.is_some()),
            "picked" => widget.picked(text),
            "look" => widget.look(text),
            "save" => widget.save(),
            "forget" => widget.forget(),
            _ => {}
        }
    }
}

//! The border to the loader: parses what it hands over, and hands back what it asks for.
//!
//! The loader (`src/embed/*.js`) defines `<fog-bridge>`, because a Rust type cannot extend `HTMLElement` and
//! because the element has to exist before any wasm arrives. It calls [`mount`] once per element on an
//! inner `div` of the shadow root.

mod options;
mod port;

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{App, AppMsg, AppProps, Setup};
use crate::content::Pack;
use crate::domain::question::Path;
use crate::state::msg::{Act, Msg};
pub use options::{Press, parse_options};
pub use port::Port;

/// One mounted widget, as the loader holds it. It is never destroyed: moving the element keeps its state.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Widget {
    app: AppHandle<App>,
}

/// Mounts a widget on `div`.
///
/// `options` is a plain object: `lang`, `region`, `view`, `store`, `headingLevel`, `form`, `press`,
/// `reflection` (the text of the reflection file). `port` is an object of functions: see [`Port`].
///
/// # Errors
/// A `JsError` with a sentence, if the reflection file cannot be used.
#[wasm_bindgen]
pub fn mount(div: Element, options: &JsValue, port: JsValue) -> Result<Widget, JsError> {
    let text = options::text_of(options, "reflection").unwrap_or_default();
    let pack = Pack::parse(text.leak())?;
    let setup = Setup {
        pack,
        options: parse_options(options),
        namespace: options::text_of(options, "store")
            .filter(|name| !name.is_empty())
            .unwrap_or("main".into()),
        lang: options::text_of(options, "lang").unwrap_or("en".into()),
        port: Port::new(port),
    };
    let props = AppProps { setup: Rc::new(setup) };
    let app = yew::Renderer::<App>::with_root_and_props(div, props).render();
    let widget = Widget { app };
    match options::press_of(options) {
        Press::None => {}
        Press::Begin => widget.happened(Act::PressedCover(Path::Full).into()),
        Press::Short => widget.happened(Act::PressedCover(Path::Short).into()),
        Press::Help => widget.happened(Act::PressedHelp.into()),
    }
    Ok(widget)
}

#[wasm_bindgen]
impl Widget {
    /// The library file arrived (`text`), or will not (`undefined`).
    pub fn library(&self, text: Option<String>) {
        self.app.send_message(AppMsg::Library(text));
    }

    /// The owner changed an attribute.
    pub fn update(&self, options: &JsValue) {
        self.happened(Msg::ChangedOptions(parse_options(options)));
    }

    /// *Get help now*.
    pub fn help(&self) {
        self.happened(Act::PressedHelp.into());
    }

    /// Copying ended; false if the browser did not allow it.
    pub fn copied(&self, done: bool) {
        self.happened(Msg::Copied(done));
    }

    /// Drops everything in memory, for *Leave this page*. What is kept stays kept.
    pub fn forget(&self) {
        self.app.send_message(AppMsg::Forget);
    }

    fn happened(&self, msg: Msg) {
        self.app.send_message(AppMsg::Happened(msg));
    }
}

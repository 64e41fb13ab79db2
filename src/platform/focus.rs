//! Moving the focus without moving the article.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What comes into sight along with the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// The top of the screen, if it stands above the window.
    Top,
    /// Nothing: everything stays where it is.
    Nothing,
}

/// Puts the focus on a new heading. The article is scrolled only if the screen begins above the window, as
/// after a long screen that gave way to a short one: then its top comes into view.
pub fn focus_heading(heading: &Element, reveal: Reveal) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(heading) = heading.dyn_ref::<HtmlElement>() {
        let _ = heading.focus_with_options(&options);
    }
    if reveal == Reveal::Nothing {
        return;
    }
    let Ok(Some(screen)) = heading.closest("[data-screen]") else { return };
    if screen.get_bounding_client_rect().top() < 0.0 {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        screen.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

//! Moving the focus without moving the article.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What comes into sight along with the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// The top of the screen, if it cannot be seen.
    Top,
    /// Nothing: everything stays where it is.
    Nothing,
}

/// Where what can be seen begins, in pixels from the top of the window: below the loader's bar, which stays
/// there while its widget is in sight. Half a pixel is left to rounding.
fn upper_edge(heading: &Element) -> f64 {
    let frame = heading.closest(".frame").ok().flatten();
    let bar = frame.and_then(|frame| frame.query_selector(".bar").ok().flatten());
    bar.map_or(0.0, |bar| bar.get_bounding_client_rect().bottom() - 0.5)
}

/// True if the heading begins below the window, as when a browser held on to the article below a long screen that
/// gave way to a short one.
fn is_below_window(heading: &Element) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.is_some_and(|height| heading.get_bounding_client_rect().top() > height - 1.0)
}

/// Puts the focus on a new heading. The article is scrolled only if the screen begins above the window or
/// under the bar, or its heading below the window: then its top comes into view.
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
    if screen.get_bounding_client_rect().top() < upper_edge(heading) || is_below_window(heading) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        screen.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

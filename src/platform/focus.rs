//! Moving the focus without moving the article.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Puts the focus on a new heading. The article is scrolled only if the screen begins above the window, as
/// after a long screen that gave way to a short one: then its top comes into view.
pub fn focus_heading(heading: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(heading) = heading.dyn_ref::<HtmlElement>() {
        let _ = heading.focus_with_options(&options);
    }
    let Ok(Some(screen)) = heading.closest("[data-screen]") else { return };
    if screen.get_bounding_client_rect().top() < 0.0 {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Start);
        screen.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

//! The widget for readers who hear it or use the keyboard: where the focus goes, what rows are called, and
//! what is said without being asked for.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must stop"
)]

#[path = "common/browser.rs"]
mod browser;

use browser::Does::{Chooses, Presses};
use browser::{Page, TO_HOME, TO_QUESTIONS, TO_SAFE_HOME, library, settle};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// Both ways through the widget, from the first question on.
const WAYS: [&[(browser::Does, &str)]; 2] = [TO_HOME, TO_SAFE_HOME];

/// The words of an element, as heard.
fn words(element: &Element) -> String {
    element.text_content().unwrap().trim().to_owned()
}

fn assert_focus_is_on_the_heading(page: &Page, after: &str) {
    let focused = page.focused().unwrap_or_else(|| panic!("after {after} nothing has the focus"));
    let heading = page.only("[data-screen] .heading");
    assert!(heading.is_same_node(Some(&focused)), "after {after} the focus is on {}", focused.outer_html());
    assert_eq!(focused.tag_name(), "H2", "after {after}");
    assert_eq!(focused.get_attribute("tabindex").as_deref(), Some("-1"), "after {after}");
    assert_ne!(words(&focused), "", "after {after}");
}

#[wasm_bindgen_test]
async fn on_every_new_screen_reading_begins_at_its_heading() {
    for way in WAYS {
        let page = Page::open(&[]).await;
        assert_focus_is_on_the_heading(&page, "the first screen");
        let mut before = page.heading();
        for (what, screen) in [TO_QUESTIONS, way].concat() {
            page.goes(&[(what, screen)]).await;
            if let Presses(name) = what {
                assert_focus_is_on_the_heading(&page, name);
                assert_ne!(page.heading(), before, "after {name} the heading is the old one");
                before = page.heading();
            }
        }
        page.widget.help();
        settle().await;
        assert_focus_is_on_the_heading(&page, "help");
        page.press("HelpClose").await;
        assert_focus_is_on_the_heading(&page, "closing help");
        page.close();
    }
}

#[wasm_bindgen_test]
async fn the_library_that_comes_in_the_middle_of_a_screen_leaves_the_focus_on_its_heading() {
    let page = Page::begin(&[]);
    settle().await;
    page.press("MyNotes").await;
    page.widget.library(Some(library().pack()));
    settle().await;
    assert_focus_is_on_the_heading(&page, "the library came");
    page.close();
}

#[wasm_bindgen_test]
async fn each_step_of_deleting_everything_is_read_from_the_top() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.press("MyNotes").await;
    for name in ["NotesDelete", "NotesDeleteNo", "NotesDelete", "NotesDeleteYes"] {
        page.press(name).await;
        assert_focus_is_on_the_heading(&page, name);
    }
    assert!(page.says("NotesDeleted"));
    page.close();
}

#[wasm_bindgen_test]
async fn choosing_a_row_leaves_the_reader_on_that_row() {
    for way in WAYS {
        let page = Page::open(&[]).await;
        for (what, screen) in [TO_QUESTIONS, way].concat() {
            match what {
                Presses(_) => page.goes(&[(what, screen)]).await,
                Chooses(name) => {
                    let row = page.choose(name).await;
                    assert!(row.is_connected(), "the row {name} was drawn anew under the reader's hands");
                    assert_eq!(page.focused().as_ref(), Some(row.unchecked_ref()), "after choosing {name}");
                    assert!(row.checked(), "{name} is chosen");
                }
            }
        }
        page.close();
    }
}

#[wasm_bindgen_test]
async fn a_row_chosen_after_a_hint_keeps_the_focus() {
    let page = Page::open(&[]).await;
    page.goes(&TO_QUESTIONS[..2]).await;
    for (row, screen) in
        [("RoleNumb", "who"), ("flat", "question"), ("calm", "question"), ("SafetyNo", "safety")]
    {
        assert_eq!(page.screen(), screen);
        page.press("Next").await;
        assert!(page.says("QuestionPick"), "the hint on {screen}");
        let row = page.choose(row).await;
        assert!(!page.says("QuestionPick"), "the hint stays on {screen}");
        assert_eq!(page.focused().as_ref(), Some(row.unchecked_ref()), "after the hint on {screen}");
        page.press("Next").await;
    }
    page.close();
}

#[wasm_bindgen_test]
async fn a_hint_is_said_politely_and_does_not_take_the_focus() {
    let page = Page::open(&[]).await;
    page.goes(&TO_QUESTIONS[..2]).await;
    page.press("Next").await;
    let hint = page.only("[role=status].hint");
    assert_eq!(words(&hint), "QuestionPick");
    assert_eq!(page.focused().as_ref().map(words).as_deref(), Some("Next"));
    assert_eq!(page.all("[role=alert], [aria-live=assertive]").len(), 0, "nothing here is an alarm");
    page.close();
}

#[wasm_bindgen_test]
async fn choosing_own_words_for_the_moment_keeps_the_focus_and_gives_a_field_with_a_name() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.goes(&TO_HOME[..9]).await;
    let own = page.choose("PlanOwn").await;
    let field = page.only("input[type=text]");
    assert_eq!(words(&field.closest("label").unwrap().unwrap()), "PlanOwnLabel");
    assert_eq!(page.focused().as_ref(), Some(own.unchecked_ref()), "after choosing own words");
    page.close();
}

#[wasm_bindgen_test]
async fn a_moment_chosen_after_a_hint_keeps_the_focus() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.goes(&TO_HOME[..9]).await;
    page.press("PlanKeep").await;
    assert!(page.says("PlanPickMoment"));
    for name in ["After breakfast", "PlanOwn", "After breakfast"] {
        let row = page.choose(name).await;
        assert_eq!(page.focused().as_ref(), Some(row.unchecked_ref()), "after choosing {name}");
    }
    page.close();
}

#[wasm_bindgen_test]
async fn picking_from_a_list_leaves_the_reader_on_that_list() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.goes(&TO_HOME[..8]).await;
    page.press("StepsAll").await;
    for (filter, row) in
        [("FilterSetting", "SettingTogether"), ("FilterTheme", "ThemeHelp"), ("FilterTheme", "FilterAny")]
    {
        let select = page.pick(filter, row).await;
        assert_eq!(page.focused().as_ref(), Some(select.unchecked_ref()), "after picking {row}");
    }
    page.widget.help();
    settle().await;
    for (row, number) in [("Freedonia", "tel:117"), ("HelpElsewhere", ""), ("Sylvania", "tel:118")] {
        let select = page.pick("HelpCountry", row).await;
        assert_eq!(page.focused().as_ref(), Some(select.unchecked_ref()), "after picking {row}");
        let call = page.all(".lead a").first().map(|call| call.get_attribute("href").unwrap());
        assert_eq!(call.unwrap_or_default(), number, "in {row}");
    }
    page.close();
}

#[wasm_bindgen_test]
async fn typing_goes_on_in_the_same_field_and_shows_the_sentence() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.goes(&TO_HOME[..9]).await;
    page.choose("PlanOwn").await;
    let field = page.only("input[type=text]");
    field.unchecked_ref::<HtmlElement>().focus().unwrap();
    for typed in ["t", "the rain stops"] {
        page.types(typed).await;
        assert_eq!(page.focused().as_ref(), Some(&field), "after typing {typed:?}");
        assert_eq!(words(&page.only(".sentence")), format!("When {typed}, I do tea."));
    }
    page.close();
}

#[wasm_bindgen_test]
async fn no_row_of_the_next_question_is_chosen_by_accident_and_going_back_finds_the_answer() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.goes(&TO_HOME[..2]).await;
    assert_eq!(page.all("input:checked").len(), 0);
    page.press("Back").await;
    assert!(page.row("flat").checked());
    assert_eq!(page.all("input:checked").len(), 1);
    page.close();
}

/// Everything that can be chosen or pressed on this screen has a name to be heard.
fn assert_all_have_names(page: &Page) {
    let screen = page.screen();
    for row in page.all("input[type=radio]") {
        let group =
            row.closest("fieldset").unwrap().unwrap_or_else(|| panic!("a row without a group on {screen}"));
        let legend = group.first_element_child().unwrap();
        assert_eq!(legend.tag_name(), "LEGEND", "on {screen}");
        assert_ne!(words(&legend), "", "on {screen}");
        let label =
            row.closest("label").unwrap().unwrap_or_else(|| panic!("a row without a label on {screen}"));
        assert_ne!(words(&label), "", "on {screen}");
        let name = row.get_attribute("name").unwrap();
        let rows = page.all(&format!("input[name={name}]"));
        assert!(rows.len() > 1, "a choice of one, {name}, on {screen}");
        let here = rows.iter().all(|other| group.contains(Some(other)));
        assert!(here, "rows of two groups on {screen} are called {name}");
    }
    for field in page.all("select, input:not([type=radio])") {
        let label =
            field.closest("label").unwrap().unwrap_or_else(|| panic!("a field without a label on {screen}"));
        let name = label.first_element_child().map(|name| words(&name));
        assert!(name.is_some_and(|name| !name.is_empty()), "a field without a name on {screen}");
    }
    for button in page.all("button, summary, a") {
        let heard = button.get_attribute("aria-label").unwrap_or_else(|| words(&button));
        assert_ne!(heard, "", "{} on {screen}", button.outer_html());
    }
    for picture in page.all("svg, img") {
        let heard = picture.get_attribute("aria-label").unwrap_or_default();
        let hidden = picture.get_attribute("aria-hidden").as_deref() == Some("true");
        assert!(hidden || !heard.is_empty(), "a picture without words on {screen}");
    }
}

#[wasm_bindgen_test]
async fn every_row_field_and_button_has_a_name_on_every_screen() {
    for way in WAYS {
        let page = Page::open(&[]).await;
        assert_all_have_names(&page);
        for (what, screen) in [TO_QUESTIONS, way].concat() {
            page.goes(&[(what, screen)]).await;
            assert_all_have_names(&page);
            if screen == "steps" && page.all("select").is_empty() && page.says("StepsAll") {
                page.press("StepsAll").await;
                assert_eq!(page.all("select").len(), 3, "the filters of the library");
                assert_all_have_names(&page);
            }
        }
        page.widget.help();
        settle().await;
        assert_all_have_names(&page);
        page.close();
    }
}

#[wasm_bindgen_test]
async fn the_saved_state_is_one_place_that_speaks_from_the_first_screen_to_the_last() {
    for way in WAYS {
        let page = Page::open(&[]).await;
        let status = page.status();
        for (what, screen) in [TO_QUESTIONS, way].concat() {
            page.goes(&[(what, screen)]).await;
            assert!(status.is_same_node(Some(&page.status())), "drawn anew on {screen}: nothing is heard");
            let expected = if screen == "welcome" { "" } else { "StatusNothingKept" };
            assert_eq!(words(&status), expected, "on {screen}");
        }
        page.close();
    }
}

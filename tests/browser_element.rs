//! What the loader gets when it mounts a widget: one screen in its `div`, word of what is painted, and no
//! harm from anything it hands over.
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

use std::cell::Cell;
use std::rc::Rc;

use browser::Does::{Chooses, Presses};
use browser::{
    Calls, Page, TO_HOME, TO_QUESTIONS, TO_SAFE_HOME, ZONE, document, library, listen, loader, object, pack,
    place, settle,
};
use fogbridge::embed::{mount, parse_options};
use fogbridge::state::model::{Form, Options, View};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::ShadowRoot;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_reader_finds_one_screen_in_the_place_the_loader_gave() {
    let page = Page::open(&[]).await;
    let screen = page.only("[data-screen]");
    assert_eq!(screen.get_attribute("data-screen").as_deref(), Some("welcome"));
    assert_eq!(screen.get_attribute("part").as_deref(), Some("screen"));
    assert_eq!(page.all("[part=screen]").len(), 1);
    assert_eq!(screen.parent_element().as_ref(), Some(&page.div), "the screen stands right in the div");
    let root: ShadowRoot = page.div.get_root_node().unchecked_into();
    assert_eq!(root.child_nodes().length(), 1, "nothing is painted beside the div");
    let article = document().query_selector("[data-screen], .screen, .foot").unwrap();
    assert_eq!(article, None, "nothing of the widget stands in the article");
    page.close();
}

#[wasm_bindgen_test]
async fn the_loader_is_told_once_of_each_screen_and_only_after_it_stands_there() {
    let page = Page::begin(&[]);
    assert_eq!(page.told("painted"), ["welcome"], "it is drawn in the turn of the call");
    page.goes(TO_QUESTIONS).await;
    page.widget.update(&object(&[]));
    page.widget.library(Some(library().pack()));
    settle().await;
    assert_eq!(page.told("painted"), ["welcome", "who", "question"], "choosing and news paint no new screen");
    page.close();
}

#[wasm_bindgen_test]
async fn a_press_from_before_the_core_came_leads_where_it_was_meant_to() {
    for (press, screen) in [("help", "help"), ("begin", "welcome"), ("", "welcome"), ("anything", "welcome")]
    {
        let page = Page::open(&[("press", press.into())]).await;
        assert_eq!(page.screen(), screen, "after {press:?}");
        assert_eq!(page.told("painted").last().map(String::as_str), Some(screen), "after {press:?}");
        page.close();
    }
}

#[wasm_bindgen_test]
async fn a_reader_with_two_minutes_is_asked_less() {
    for (press, total) in [("begin", "1 of 2"), ("short", "1 of 1")] {
        let page = Page::open(&[("press", press.into())]).await;
        page.goes(TO_QUESTIONS).await;
        assert!(page.says(total), "{press}: {}", page.div.text_content().unwrap());
        page.close();
    }
}

#[wasm_bindgen_test]
async fn two_widgets_on_one_page_know_nothing_of_each_other() {
    let left = Page::open(&[]).await;
    let right = Page::open(&[("headingLevel", 4.into())]).await;
    left.goes(TO_QUESTIONS).await;
    assert_eq!((left.screen(), right.screen()), ("question".to_owned(), "welcome".to_owned()));
    assert_eq!(right.told("painted"), ["welcome"]);
    assert_eq!(right.told("progress"), [""; 0]);
    right.goes(TO_QUESTIONS).await;
    let flat = left.choose("flat").await;
    let ever = right.choose("as ever").await;
    assert!(flat.checked() && ever.checked(), "a row in one widget takes the mark from the other");
    right.widget.forget();
    settle().await;
    assert_eq!((left.screen(), right.screen()), ("question".to_owned(), "welcome".to_owned()));
    assert!(left.row("flat").checked());
    assert_eq!(
        (left.only(".heading").tag_name(), right.only(".heading").tag_name()),
        ("H2".into(), "H4".into())
    );
    left.close();
    right.close();
}

#[wasm_bindgen_test]
fn what_the_owner_set_and_we_do_not_know_becomes_the_default() {
    let default = Options { view: View::All, form: Form::Inline, region: None, heading_level: 2 };
    let nonsense: [JsValue; 8] = [
        "everything".into(),
        "".into(),
        JsValue::NULL,
        JsValue::UNDEFINED,
        JsValue::TRUE,
        f64::NAN.into(),
        f64::NEG_INFINITY.into(),
        object(&[("view", "steps".into())]),
    ];
    for value in nonsense {
        let level = if value.is_string() { JsValue::from_str("3") } else { value.clone() };
        let region = if value.as_string().is_some_and(|text| !text.is_empty()) {
            JsValue::NULL
        } else {
            value.clone()
        };
        let options = object(&[
            ("view", value.clone()),
            ("form", value.clone()),
            ("region", region),
            ("headingLevel", level),
        ]);
        assert_eq!(parse_options(&options), default, "{value:?}");
    }
    for no_object in [JsValue::NULL, JsValue::UNDEFINED, 3.into(), "steps".into()] {
        assert_eq!(parse_options(&no_object), default, "{no_object:?}");
    }
    for (given, level) in [(-1e9, 2), (1.0, 2), (2.9, 2), (3.0, 3), (6.0, 6), (7.0, 6), (1e9, 6)] {
        assert_eq!(parse_options(&object(&[("headingLevel", given.into())])).heading_level, level, "{given}");
    }
    let known = object(&[
        ("view", "steps".into()),
        ("form", "isolated".into()),
        ("region", "GB-SCT".into()),
        ("headingLevel", 5.into()),
    ]);
    let expected =
        Options { view: View::Steps, form: Form::Isolated, region: Some("GB-SCT".into()), heading_level: 5 };
    assert_eq!(parse_options(&known), expected);
}

#[wasm_bindgen_test]
async fn a_widget_with_nonsense_for_options_is_a_plain_widget() {
    let nonsense =
        [("view", 7.into()), ("form", "?".into()), ("store", JsValue::NULL), ("lang", JsValue::TRUE)];
    let page = Page::open(&nonsense).await;
    assert_eq!(page.screen(), "welcome");
    assert_eq!(page.only(".heading").tag_name(), "H2");
    assert!(page.says("PrivacyInline"));
    page.close();
}

#[wasm_bindgen_test]
async fn an_owner_who_changes_the_heading_level_leaves_the_reader_where_they_are() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.choose("flat").await;
    page.widget.update(&object(&[("headingLevel", 4.into())]));
    settle().await;
    assert_eq!(page.only(".heading").tag_name(), "H4");
    assert_eq!(page.heading(), "What about joy?");
    assert!(page.row("flat").checked());
    page.close();
}

#[wasm_bindgen_test]
async fn a_damaged_reflection_file_is_an_error_in_words_and_paints_nothing() {
    let good = pack().pack();
    let other_format = format!("9{good}");
    let damaged =
        ["", "{", "[]", "null", "[1]", "\u{feff}", "<!doctype html>", &good[..good.len() / 2], &good[1..]];
    for (text, why) in damaged
        .map(|text| (text, "the content file cannot be read"))
        .into_iter()
        .chain([(other_format.as_str(), "the content file belongs to another version")])
    {
        let calls = Calls::default();
        let (host, div) = place();
        let error = mount(
            div.clone(),
            &object(&[("reflection", text.into())]),
            loader(&calls, &std::rc::Rc::default(), &div),
        )
        .unwrap_err();
        assert_eq!(error.says(), why, "{:.20}", text);
        settle().await;
        assert!(!div.has_child_nodes() && calls.borrow().is_empty(), "{:.20}", text);
        host.remove();
    }
    let calls = Calls::default();
    let (host, div) = place();
    assert!(
        mount(div.clone(), &JsValue::UNDEFINED, loader(&calls, &std::rc::Rc::default(), &div)).is_err(),
        "no options, so no file"
    );
    host.remove();
    // And the core is not hurt: the next widget stands.
    let page = Page::open(&[]).await;
    assert_eq!(page.screen(), "welcome");
    page.close();
}

#[wasm_bindgen_test]
async fn the_steps_are_there_whether_the_library_came_before_the_first_screen_or_long_after() {
    let way = [TO_QUESTIONS, &TO_HOME[..7]].concat();
    let early = Page::begin(&[]);
    early.widget.library(Some(library().pack()));
    settle().await;
    early.goes(&way).await;
    assert!(early.says("tea") && early.says("song"));
    early.close();

    let late = Page::begin(&[]);
    settle().await;
    late.goes(&way).await;
    assert!(late.says("StepsWaiting") && !late.says("tea"));
    let n_painted = late.told("painted").len();
    late.widget.library(Some(library().pack()));
    settle().await;
    assert!(!late.says("StepsWaiting") && late.says("tea") && late.says("song"));
    assert_eq!(late.screen(), "steps");
    assert_eq!(late.told("painted").len(), n_painted, "it is the same screen");
    late.close();
}

#[wasm_bindgen_test]
async fn a_library_that_does_not_come_or_is_damaged_is_said_in_words() {
    let way = [TO_QUESTIONS, &TO_HOME[..7]].concat();
    for (text, problems) in [(None, &[][..]), (Some("[1,".to_owned()), &["content".to_owned()][..])] {
        let page = Page::begin(&[]);
        page.widget.library(text);
        settle().await;
        page.goes(&way).await;
        assert!(page.says("StepsMissing"));
        assert_eq!(page.told("problem"), problems);
        // It comes after all.
        page.widget.library(Some(library().pack()));
        settle().await;
        assert!(page.says("tea") && !page.says("StepsMissing"));
        page.close();
    }
}

#[wasm_bindgen_test]
async fn help_comes_over_any_screen_and_leads_back_to_it() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.choose("flat").await;
    page.widget.help();
    page.widget.help();
    settle().await;
    assert_eq!(page.screen(), "help");
    assert!(page.says("HelpEmergencyAnywhere"));
    page.press("HelpClose").await;
    assert_eq!((page.screen(), page.heading()), ("question".into(), "What about joy?".into()));
    assert!(page.row("flat").checked(), "what was chosen is still chosen");
    page.close();
}

#[wasm_bindgen_test]
async fn help_begins_with_the_country_of_the_owner_else_of_the_devices_clock() {
    let mut pack = pack();
    pack.help.countries[1].zones = vec![ZONE];
    for (region, number) in [(JsValue::UNDEFINED, "118"), ("FD".into(), "117"), ("FD-X".into(), "117")] {
        let options =
            [("reflection", pack.pack().into()), ("press", "help".into()), ("region", region.clone())];
        let page = Page::open(&options).await;
        let call = page.only(".lead a").get_attribute("href");
        assert_eq!(call, Some(format!("tel:{number}")), "{region:?}");
        page.widget.update(&object(&[]));
        settle().await;
        let call = page.only(".lead a").get_attribute("href");
        assert_eq!(call.as_deref(), Some("tel:118"), "the owner takes the country back");
        page.close();
    }
}

#[wasm_bindgen_test]
async fn after_leaving_nothing_of_the_reader_is_left_in_the_widget() {
    for (way, place) in [(TO_HOME, "home"), (TO_SAFE_HOME, "safe")] {
        let page = Page::open(&[]).await;
        page.goes(TO_QUESTIONS).await;
        page.goes(way).await;
        page.widget.forget();
        settle().await;
        assert_eq!(page.screen(), "welcome", "from {place}");
        assert!(
            page.all("input")
                .iter()
                .all(|input| !input.unchecked_ref::<web_sys::HtmlInputElement>().checked())
        );
        page.calls.borrow_mut().clear();
        page.goes(&[(Presses("MyNotes"), "notes")]).await;
        assert!(page.says("NotesEmpty"), "from {place}");
        page.press("NotesDownload").await;
        let copy = page.told("download").remove(0);
        for entry in ["joy", "flat", "home", "dread", "tea", "breakfast"] {
            assert!(!copy.contains(entry), "from {place}: {copy}");
        }
        page.close();
    }
}

#[wasm_bindgen_test]
async fn moving_the_element_in_the_page_keeps_the_screen_and_what_was_chosen() {
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.choose("flat").await;
    let screen = page.only("[data-screen]");
    let elsewhere = document().create_element("section").unwrap();
    document().body().unwrap().append_child(&elsewhere).unwrap();
    page.host.remove();
    settle().await;
    elsewhere.append_child(&page.host).unwrap();
    settle().await;
    assert!(page.only("[data-screen]").is_same_node(Some(&screen)), "the screen is not drawn anew");
    assert!(page.row("flat").checked());
    assert_eq!(page.told("painted"), ["welcome", "who", "question"]);
    page.press("Next").await;
    assert_eq!(page.heading(), "What about home?", "and presses still lead on");
    elsewhere.remove();
}

#[wasm_bindgen_test]
async fn a_loader_in_trouble_is_not_the_readers_trouble() {
    let throws: JsValue =
        Closure::<dyn Fn() -> Result<(), JsValue>>::new(|| Err("the loader's own trouble".into()))
            .into_js_value();
    let throwing =
        object(&["painted", "record", "progress", "problem", "download"].map(|name| (name, throws.clone())));
    for port in [JsValue::UNDEFINED, JsValue::NULL, object(&[]), object(&[("painted", 3.into())]), throwing] {
        let mut page = Page::open(&[]).await;
        page.host.remove();
        let (host, div) = place();
        let options = object(&[("reflection", pack().pack().into())]);
        page.widget = mount(div.clone(), &options, port).unwrap();
        listen(&div, &Rc::new(Cell::new(Some(page.widget))));
        (page.host, page.div) = (host, div);
        page.widget.library(Some("damaged".into()));
        page.widget.library(Some(library().pack()));
        settle().await;
        page.goes(TO_QUESTIONS).await;
        page.goes(TO_HOME).await;
        page.goes(&[(Presses("MyNotes"), "notes")]).await;
        page.press("NotesDownload").await;
        assert_eq!(page.screen(), "notes");
        page.close();
    }
}

#[wasm_bindgen_test]
async fn the_rescue_copy_of_the_loader_follows_what_the_reader_enters_even_if_nothing_is_kept() {
    let page = Page::open(&[("store", "rescue".into())]).await;
    assert_eq!(page.told("record"), [""; 0], "nothing is there at the beginning");
    page.goes(TO_QUESTIONS).await;
    page.choose("flat").await;
    page.press("Next").await;
    let last = page.calls.borrow().iter().rfind(|(name, key, _)| *name == "record" && key == "d").cloned();
    let (_, _, draft) = last.unwrap();
    assert!(
        draft.as_ref().is_some_and(|draft| draft.starts_with("n1 0 ") && draft.contains("\"joy\":\"flat\"")),
        "{draft:?}"
    );
    page.goes(&TO_HOME[2..6]).await;
    let last = page.calls.borrow().iter().rfind(|(name, key, _)| *name == "record" && key == "d").cloned();
    assert_eq!(last, Some(("record", "d".into(), None)), "a draft that became a reflection is gone");
    page.close();
}

#[wasm_bindgen_test]
async fn the_page_hears_the_same_three_words_with_and_without_a_safety_sign() {
    for (answer, screen) in [(Chooses("SafetyNo"), "picture"), (Chooses("SafetyYes"), "safe")] {
        let page = Page::open(&[]).await;
        page.goes(TO_QUESTIONS).await;
        page.goes(&TO_HOME[..4]).await;
        page.goes(&[(answer, "safety"), (Presses("Next"), screen)]).await;
        assert_eq!(page.told("progress"), ["begun", "reflecting", "finished"]);
        assert_eq!(page.told("problem"), [""; 0]);
        page.close();
    }
}

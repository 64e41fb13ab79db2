//! The browser's own `localStorage`: what is kept comes back as it was, and nothing of the host page or of an
//! earlier visit is lost, whatever the store does.
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
use browser::{
    Page, TO_HOME, TO_QUESTIONS, TO_QUESTIONS_KEEPING, empty_storage, local_storage, mend, patch, settle,
    stored, stored_keys, window,
};
use fogbridge::domain::notes::{Notes, RecordId, Settings};
use fogbridge::platform::BrowserStore;
use fogbridge::snapshot::{Change, Key, seal};
use fogbridge::state::keeper::Keeper;
use fogbridge::state::ports::{KeyValue, StoreError};
use js_sys::{Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Texts that some store, engine or encoder is known to trip over.
const HOSTILE: [&str; 14] = [
    "",
    " ",
    "null",
    "undefined",
    "__proto__",
    "length",
    "getItem",
    "a\0b",
    "\u{feff}\u{fffd}\u{ffff}",
    "\u{2028}\u{2029}\r\n\t\u{7f}",
    "\u{202e}desrever\u{202c}",
    "Zoe\u{308} \u{5d0}\u{5b8} \u{0e33}",
    "🫶🏽👩‍❤️‍👩\u{10ffff}",
    "\"}]\\u0000</script><!--",
];

/// Keys of a host page, some of them very like ours.
const HOSTS: [&str; 9] =
    ["cart", "", "pn", "pn.", "pn.main", "pn.mainly.s", "PN.main.s", "xpn.main.s", "__proto__"];

fn set_hosts() -> Vec<(String, String)> {
    empty_storage();
    for key in HOSTS {
        local_storage().set_item(key, &format!("of the host: {key}")).unwrap();
    }
    stored()
}

/// Writes one change and says what came of it.
fn write(keeper: &mut Keeper<BrowserStore>, change: &Change) -> Result<(), StoreError> {
    keeper.queue(vec![change.clone()]);
    keeper.save().map_or(Ok(()), |saving| saving.outcome)
}

fn raw(key: &str) -> Option<String> {
    local_storage().get_item(key).unwrap()
}

/// The host page fills the store to the last character, under keys of one letter.
fn fill() {
    let (mut letters, mut length) = ('A'..='z', 1 << 20);
    let mut letter = letters.next();
    while let Some(key) = letter {
        if local_storage().set_item(&key.to_string(), &"x".repeat(length)).is_ok() {
            letter = letters.next();
        } else if length == 0 {
            break;
        } else {
            length /= 2;
        }
    }
}

/// The host page removes what it filled the store with.
fn make_room() {
    for letter in 'A'..='z' {
        local_storage().remove_item(&letter.to_string()).unwrap();
    }
}

fn settings(region: &str) -> Change {
    let settings = Settings { keep: true, region: Some(region.into()), ..Settings::default() };
    Change::of(&Notes { settings, ..Notes::default() }, Key::Settings)
}

#[wasm_bindgen_test]
fn whatever_is_kept_comes_back_to_the_letter() {
    empty_storage();
    let mut store = BrowserStore::open().unwrap();
    for key in HOSTILE {
        assert_eq!(store.get(key), Ok(None), "{key:?} before");
        for value in HOSTILE {
            store.set(key, value).unwrap();
            assert_eq!(store.get(key).unwrap().as_deref(), Some(value), "under {key:?}");
        }
    }
    let mut keys = store.keys().unwrap();
    // A key with a line break comes in pieces: none of ours has one.
    let mut expected: Vec<String> =
        HOSTILE.iter().flat_map(|key| key.split('\n')).map(str::to_owned).collect();
    keys.sort();
    expected.sort();
    assert_eq!(keys, expected);
    for key in HOSTILE {
        store.remove(key).unwrap();
        store.remove(key).unwrap();
        assert_eq!(store.get(key), Ok(None), "{key:?} after");
    }
    assert_eq!(store.keys().unwrap().concat(), "");
}

#[wasm_bindgen_test]
fn deleting_everything_leaves_what_the_host_page_stored() {
    let hosts = set_hosts();
    let (mut keeper, _) = Keeper::open(BrowserStore::open().unwrap(), "main", RecordId(0)).unwrap();
    assert_eq!(keeper.n_set_aside(), 0, "nothing of the host is taken for ours");
    for change in [settings("GB"), Change::of(&Notes::default(), Key::Place)] {
        write(&mut keeper, &change).unwrap();
    }
    assert_eq!(stored_keys("pn.main."), ["pn.main.p", "pn.main.s"]);
    assert_eq!(stored().len(), hosts.len() + 2);
    keeper.remove_all().unwrap();
    assert_eq!(stored(), hosts);
}

#[wasm_bindgen_test]
fn what_the_host_page_stored_may_be_no_text_at_all() {
    empty_storage();
    // Half of a pair of surrogates: a string in JavaScript, none in Rust.
    let half: JsValue = JsString::from_char_code1(0xd83e).into();
    let set: Function = Reflect::get(&local_storage(), &"setItem".into()).unwrap().unchecked_into();
    for key in [half.clone(), "host".into(), "pn.main.t.1".into()] {
        set.call2(&local_storage(), &key, &half).unwrap();
    }
    let (mut keeper, _) = Keeper::open(BrowserStore::open().unwrap(), "main", RecordId(0)).unwrap();
    assert_eq!(keeper.n_set_aside(), 1);
    write(&mut keeper, &settings("GB")).unwrap();
    keeper.remove_all().unwrap();
    assert_eq!(local_storage().length(), Ok(2), "both of the host are still there");
    let get: Function = Reflect::get(&local_storage(), &"getItem".into()).unwrap().unchecked_into();
    for key in [half.clone(), "host".into()] {
        assert_eq!(get.call1(&local_storage(), &key), Ok(half.clone()));
    }
    empty_storage();
}

#[wasm_bindgen_test]
fn a_full_store_says_so_and_the_old_value_stands() {
    empty_storage();
    let mut store = BrowserStore::open().unwrap();
    store.set("ours", "old").unwrap();
    fill();
    assert_eq!(store.set("ours", "a longer one"), Err(StoreError::Full));
    assert_eq!(store.set("new", ""), Err(StoreError::Full));
    assert_eq!(store.get("ours").unwrap().as_deref(), Some("old"));
    assert_eq!(store.get("new"), Ok(None));
    // A full store can still be opened, read and emptied.
    let mut store = BrowserStore::open().unwrap();
    make_room();
    assert_eq!(store.set("ours", "a longer one"), Ok(()));
    empty_storage();
}

#[wasm_bindgen_test]
async fn a_reader_whose_store_is_full_is_told_and_saved_again_when_there_is_room() {
    empty_storage();
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS_KEEPING).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusSaved"));
    let old = raw("pn.main.d").unwrap();
    fill();
    page.goes(&TO_HOME[..2]).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusFull"));
    assert_eq!(page.told("problem"), ["storage"]);
    assert_eq!(raw("pn.main.d"), Some(old), "the old record stands");
    make_room();
    page.goes(&TO_HOME[2..4]).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusSaved"));
    let draft = raw("pn.main.d").unwrap();
    assert!(draft.contains("\"joy\":\"flat\"") && draft.contains("\"home\":\"calm\""), "{draft}");
    page.close();
    empty_storage();
}

#[wasm_bindgen_test]
async fn nothing_is_written_without_the_readers_word() {
    let hosts = set_hosts();
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS).await;
    page.goes(TO_HOME).await;
    page.close();
    assert_eq!(stored(), hosts);
}

#[wasm_bindgen_test]
async fn a_reader_who_comes_back_goes_on_where_they_left_and_no_answer_shows_before() {
    empty_storage();
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS_KEEPING).await;
    page.goes(&TO_HOME[..2]).await;
    page.close();

    let page = Page::open(&[]).await;
    assert_eq!((page.screen(), page.heading()), ("welcome".into(), "ReturnHeading".into()));
    for answer in ["joy", "flat", "home", "RoleNumb"] {
        assert!(!page.says(answer), "{answer} shows before Go on");
    }
    page.press("ReturnGoOn").await;
    assert_eq!((page.screen(), page.heading()), ("question".into(), "What about home?".into()));
    page.press("Back").await;
    assert!(page.row("flat").checked());
    page.press("Next").await;
    page.goes(&TO_HOME[2..]).await;
    page.close();

    let page = Page::open(&[]).await;
    page.press("ReturnGoOn").await;
    assert_eq!(page.screen(), "safety", "the question of a later visit comes first");
    page.goes(&[(Chooses("SafetyNo"), "safety"), (Presses("Next"), "home")]).await;
    assert!(page.says("After breakfast, I do tea."));
    page.close();
    empty_storage();
}

#[wasm_bindgen_test]
async fn own_words_come_back_to_the_letter() {
    empty_storage();
    let typed: String = HOSTILE.concat().replace(['\r', '\n'], " "); // a field of one line has no others
    let page = Page::open(&[("view", "steps".into())]).await;
    page.goes(&TO_QUESTIONS_KEEPING[..3]).await;
    page.goes(&[(Presses("Next"), "safety")]).await;
    page.goes(&[TO_HOME[4], (Presses("Next"), "steps"), TO_HOME[8], (Chooses("PlanOwn"), "plan")]).await;
    page.types(&typed).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusSaved"));
    page.close();
    assert!(stored().iter().all(|(_, value)| value.is_ascii()), "one engine counts other letters twice");

    let page = Page::open(&[("view", "steps".into())]).await;
    page.press("ReturnGoOn").await;
    page.goes(&[TO_HOME[4], (Presses("Next"), "plan")]).await;
    let field: web_sys::HtmlInputElement = page.only("input[type=text]").unchecked_into();
    assert_eq!(field.value(), typed);
    page.close();
    empty_storage();
}

#[wasm_bindgen_test]
async fn leaving_the_page_forgets_and_what_is_kept_stays_kept() {
    empty_storage();
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS_KEEPING).await;
    page.goes(TO_HOME).await;
    let kept = stored();
    page.widget.forget();
    settle().await;
    assert_eq!(page.heading(), "WelcomeHeading");
    assert_eq!(stored(), kept);
    page.close();
    let page = Page::open(&[]).await;
    assert_eq!(page.heading(), "ReturnHeading");
    page.close();
    empty_storage();
}

#[wasm_bindgen_test]
async fn two_widgets_with_different_names_keep_different_notes() {
    empty_storage();
    let page = Page::open(&[("store", "one".into())]).await;
    page.goes(TO_QUESTIONS_KEEPING).await;
    page.close();
    assert_eq!(stored_keys("pn.").len(), stored_keys("pn.one.").len());
    for (name, heading) in [("two", "WelcomeHeading"), ("", "WelcomeHeading"), ("one", "ReturnHeading")] {
        let page = Page::open(&[("store", name.into())]).await;
        assert_eq!(page.heading(), heading, "{name:?}");
        page.close();
    }
    empty_storage();
}

#[wasm_bindgen_test]
async fn deleting_everything_by_two_presses_leaves_only_what_is_not_ours() {
    let hosts = set_hosts();
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS_KEEPING).await;
    page.goes(TO_HOME).await;
    assert!(stored_keys("pn.main.").len() >= 4);
    page.press("MyNotes").await;
    page.press("NotesDelete").await;
    page.press("NotesDeleteYes").await;
    assert!(page.says("NotesDeleted") && page.says("NotesEmpty"));
    page.close();
    assert_eq!(stored(), hosts);
    empty_storage();
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_said_and_its_text_is_never_lost() {
    for damaged in ["", "{\"joy\":", "n1 1 00000000 {}", "\u{1f300} not ours"] {
        empty_storage();
        local_storage().set_item("pn.main.d", damaged).unwrap();
        let page = Page::open(&[]).await;
        assert!(page.says("WelcomeSetAside"), "{damaged:?}");
        page.goes(TO_QUESTIONS_KEEPING).await;
        page.goes(&TO_HOME[..2]).await;
        assert_eq!(page.status().text_content().as_deref(), Some("StatusSaved"), "{damaged:?}");
        let aside = stored_keys("pn.main.aside.");
        assert_eq!(aside.len(), 1, "{damaged:?}");
        assert_eq!(raw(&aside[0]).as_deref(), Some(damaged));
        assert!(raw("pn.main.d").unwrap().contains("flat"), "the new draft is kept beside it");
        page.close();
    }
    empty_storage();
}

#[wasm_bindgen_test]
async fn what_a_newer_version_wrote_is_left_as_it_is() {
    empty_storage();
    let payload = settings("GB").payload.unwrap();
    local_storage().set_item("pn.main.s", &seal(&payload, 3)).unwrap();
    local_storage().set_item("pn.main.d", "n2 from the future").unwrap();
    let kept = stored();
    let page = Page::open(&[]).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusNewer"));
    page.press("ReturnGoOn").await;
    page.goes(&TO_QUESTIONS[2..]).await;
    page.goes(&TO_HOME[..2]).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusNewer"));
    page.close();
    assert_eq!(stored(), kept);
    empty_storage();
}

#[wasm_bindgen_test]
async fn where_storage_is_forbidden_the_whole_path_works_in_memory_and_says_so() {
    let hosts = set_hosts();
    let error: JsValue = js_sys::Error::new("The operation is insecure.").into();
    for answer in [Err(error), Ok(JsValue::NULL), Ok(JsValue::UNDEFINED)] {
        let get = Closure::<dyn Fn() -> Result<JsValue, JsValue>>::new(move || answer.clone());
        patch(&window(), "localStorage", &[("get", get.into_js_value())]);
        assert_eq!(BrowserStore::open().err(), Some(StoreError::Denied));
        let page = Page::open(&[]).await;
        assert_eq!(page.told("problem"), ["storage"]);
        assert!(page.says("WelcomeMemory") && page.all("input").is_empty(), "no choice that cannot be kept");
        assert_eq!(page.status().text_content().as_deref(), Some("StatusMemory"));
        page.goes(&TO_QUESTIONS[1..]).await;
        page.goes(TO_HOME).await;
        assert!(page.says("After breakfast, I do tea."));
        page.close();
        mend();
    }
    assert_eq!(stored(), hosts, "and the real store was not touched");
    empty_storage();
}

#[wasm_bindgen_test]
async fn a_store_that_begins_to_throw_in_the_middle_of_a_visit_is_said_and_harms_nothing() {
    empty_storage();
    let page = Page::open(&[]).await;
    page.goes(TO_QUESTIONS_KEEPING).await;
    let kept = stored();
    let prototype = Object::get_prototype_of(&local_storage());
    let throws = Closure::<dyn Fn() -> Result<(), JsValue>>::new(|| Err("patched by the page".into()));
    let throws = throws.into_js_value();
    for name in ["getItem", "setItem", "removeItem"] {
        patch(&prototype, name, &[("value", throws.clone())]);
    }
    page.goes(&TO_HOME[..2]).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusDenied"));
    assert_eq!(page.told("problem"), ["storage"]);
    mend();
    assert_eq!(stored(), kept);
    page.goes(&TO_HOME[2..4]).await;
    assert_eq!(page.status().text_content().as_deref(), Some("StatusSaved"));
    page.close();
    empty_storage();
}

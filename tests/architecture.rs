//! The house rules that a compiler does not check: who may use whom, how long a file may get, what the
//! wasm may reach.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() && name != "node_modules" && name != "target" {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a Rust file without its comments.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("readable");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Module, and the modules it may name. `domain ← content ← state ← views ← app ← embed`,
/// `domain ← snapshot ← {state, app}`, `state::ports ← platform ← {app, embed}`.
const MAY_USE: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("content", &["domain"]),
    ("snapshot", &["domain"]),
    ("state", &["domain", "content", "snapshot"]),
    ("views", &["domain", "content", "state"]),
    ("platform", &["domain", "content", "state"]),
    ("app.rs", &["domain", "content", "snapshot", "state", "views", "platform", "embed"]),
    ("embed", &["domain", "content", "state", "app"]),
];

#[test]
fn modules_use_only_what_stands_to_their_left() {
    let names = ["domain", "content", "snapshot", "state", "views", "platform", "app", "embed"];
    for (module, allowed) in MAY_USE {
        let path = root().join("src").join(module);
        let sources = if path.is_dir() { files(&path, &[".rs"]) } else { vec![path] };
        assert!(!sources.is_empty(), "src/{module} is empty");
        for source in sources {
            let code = code(&source);
            for name in names {
                let own = module.trim_end_matches(".rs") == name;
                let uses = code.contains(&format!("crate::{name}"));
                assert!(own || !uses || allowed.contains(&name), "{} names crate::{name}", source.display());
            }
        }
    }
}

#[test]
fn the_pure_modules_know_no_browser() {
    for module in ["domain", "content", "snapshot", "state"] {
        for source in files(&root().join("src").join(module), &[".rs"]) {
            let code = code(&source);
            for word in ["web_sys", "js_sys", "gloo_", "wasm_bindgen", "yew::"] {
                assert!(!code.contains(word), "{} names {word}", source.display());
            }
        }
    }
}

#[test]
fn platform_takes_only_the_ports_of_state() {
    for source in files(&root().join("src/platform"), &[".rs"]) {
        let code = code(&source);
        let n_all = code.matches("crate::state").count();
        assert_eq!(n_all, code.matches("crate::state::ports").count(), "{}", source.display());
    }
}

/// Views may know the type of an event's target, to read a value from it, and nothing else of the browser.
#[test]
fn views_call_no_browser() {
    for source in files(&root().join("src/views"), &[".rs"]) {
        let code = code(&source);
        for word in ["web_sys::window", "document()", "js_sys", "gloo_", "wasm_bindgen::"] {
            assert!(!code.contains(word), "{} names {word}", source.display());
        }
    }
}

/// Whatever makes markup or code of a text.
const SINKS: [&str; 14] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTML",
    "srcdoc",
    "createContextualFragment",
    "DOMParser",
    "parseFromString",
    "document.write",
    "javascript:",
    "eval(",
    "new Function",
    "setAttribute('on",
    "setTimeout('",
];

#[test]
fn no_view_writes_a_style_or_raw_markup() {
    for source in files(&root().join("src/views"), &[".rs"]) {
        let code = code(&source);
        for word in ["style=", "from_html_unchecked", "inner_html", "<style", "<script"] {
            assert!(!code.contains(word), "{}: {word} dies under a strict policy", source.display());
        }
    }
    let pages = [root().join("index.html")];
    let sources = files(&root().join("src"), &[".rs", ".js", ".html"]);
    for source in pages.iter().chain(&sources) {
        let text = fs::read_to_string(source).expect("readable");
        for word in SINKS {
            assert!(!text.contains(word), "{} names {word}", source.display());
        }
    }
}

/// A strict policy refuses scripts and styles that stand in a page, and so do our own pages.
#[test]
fn our_pages_hold_no_script_style_or_handler() {
    let mut pages = files(&root().join("src/pages"), &[".html"]);
    pages.push(root().join("index.html"));
    assert!(pages.len() > 3, "the pages are found");
    for page in pages {
        let text = fs::read_to_string(&page).expect("readable");
        for word in ["<script>", "<style", " style=", " onclick", " onload", " onerror"] {
            assert!(!text.contains(word), "{} has {word}", page.display());
        }
    }
}

/// Nothing is sent: neither our features of `web-sys` nor the JavaScript beside the loader's own fetch of
/// its files can reach a network.
#[test]
fn the_core_has_no_network() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("readable");
    let network =
        ["\"Request\"", "\"Response\"", "XmlHttpRequest", "WebSocket", "EventSource", "\"Navigator\""];
    for word in network {
        assert!(!manifest.contains(word), "Cargo.toml asks web-sys for {word}");
    }
    for source in files(&root().join("src"), &[".rs"]) {
        let code = code(&source);
        for word in ["fetch_with", "send_beacon", "XmlHttpRequest", "WebSocket"] {
            assert!(!code.contains(word), "{} names {word}", source.display());
        }
    }
}

#[test]
fn no_file_is_longer_than_500_lines() {
    for folder in ["src", "tests", "styles"] {
        for source in files(&root().join(folder), &[".rs", ".js", ".mjs", ".css"]) {
            let n_lines = fs::read_to_string(&source).expect("readable").lines().count();
            assert!(n_lines <= 500, "{} has {n_lines} lines: split it by idea", source.display());
        }
    }
}

#[test]
fn style_sheets_are_logical_and_hold_no_words_and_no_ids() {
    let physical = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "text-align: right",
    ];
    for source in files(&root().join("styles"), &[".css"]) {
        let text = fs::read_to_string(&source).expect("readable");
        for word in physical {
            assert!(!text.contains(word), "{}: {word} does not turn with the script", source.display());
        }
        let id = text.lines().find(|line| line.trim_start().starts_with('#'));
        assert_eq!(id, None, "{} styles an id", source.display());
        for line in text.lines().filter(|line| line.contains("content: \"")) {
            assert!(line.contains("content: \"\""), "{}: {line} puts words into CSS", source.display());
        }
    }
}

/// No unsafe code in what ships, nor in what fuzzes it: forbidden, so that nothing further in can allow it again. One test
/// needs an allocator that counts.
#[test]
fn unsafe_code_is_forbidden() {
    let read = |path: &Path| fs::read_to_string(path).expect("readable");
    let mut roots = files(&root().join("src/bin"), &[".rs"]);
    roots.extend([root().join("src/lib.rs"), root().join("src/main.rs")]);
    for path in roots {
        assert!(read(&path).contains("\n#![forbid(unsafe_code)]\n"), "{} does not forbid it", path.display());
    }
    assert!(read(&root().join("Cargo.toml")).contains("\nunsafe_code = \"deny\"\n"));
    assert!(read(&root().join("tests/fuzz/Cargo.toml")).contains("\nunsafe_code = \"forbid\"\n"));
    for path in files(&root().join("tests"), &[".rs"]) {
        let may = path.ends_with("keeping_bounds.rs") || path.ends_with("architecture.rs");
        assert!(may || !read(&path).contains("unsafe_code"), "{} allows it", path.display());
    }
}

/// What a stranger's machine does not have must not be named.
#[test]
fn the_repository_stands_alone() {
    for folder in ["src", "tests", "styles"] {
        for source in files(&root().join(folder), &[".rs", ".js", ".mjs", ".css", ".toml", ".html", ".json"])
        {
            if source.ends_with("architecture.rs") {
                continue;
            }
            let text = fs::read_to_string(&source).expect("readable");
            for word in ["../shared", "/work/", "/root/"] {
                assert!(!text.contains(word), "{} names {word}", source.display());
            }
        }
    }
}

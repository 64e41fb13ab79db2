//! The words inside the element, which anyone meets before any safety question, and how `make snippet` prints them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

#[path = "common/markup.rs"]
mod markup;
#[path = "common/real.rs"]
mod real;

use std::path::Path;
use std::process::{Command, Output};

use fogbridge::content::compile::{Compiled, Links, Pin, SnippetView};
use markup::{assert_nested, assert_refused, changed, closed_texts, escaped, tags};
use real::{english, root};

const PIN: Pin<'_> = Pin { base: "/embed", file: "VERSION/fogbridge.js", integrity: "sha384-HASH" };
const LINKS: Links<'_> = Links { page: "/notes/", sheet: "/notes/worksheet.html" };

/// Every snippet there can be: each view, without a country and with each.
fn snippets(content: &Compiled) -> Vec<(String, String)> {
    let countries = content.pack.help.countries.iter().map(|country| country.code);
    let regions: Vec<_> = ["", "SE"].into_iter().chain(countries).collect();
    let of = |view: &SnippetView| {
        let view = *view;
        let whole = move |region: &&str| {
            (format!("{view:?} {region}"), content.snippet.whole(&PIN, view, region, LINKS))
        };
        regions.iter().map(whole).collect::<Vec<_>>()
    };
    SnippetView::ALL.iter().flat_map(of).collect()
}

#[test]
fn nobody_meets_a_closed_step_a_phrase_or_a_reading_before_the_safety_questions() {
    let content = english();
    let closed = closed_texts(content);
    assert!(closed.len() > 200, "{}", closed.len());
    for (name, html) in snippets(content) {
        for text in &closed {
            assert!(!html.contains(text), "{name} says “{text}”");
        }
    }
}

#[test]
fn open_steps_stand_in_every_view_but_the_one_of_questions() {
    let content = english();
    let library = &content.library;
    let open: Vec<_> = library.steps.iter().zip(&library.step_texts).collect();
    let open: Vec<_> = open
        .iter()
        .filter(|(step, _)| step.open_when_afraid())
        .map(|(_, text)| escaped(text.title))
        .collect();
    let n_steps = |html: &str| open.iter().filter(|title| html.contains(title.as_str())).count();
    for (name, html) in snippets(content) {
        assert_eq!(n_steps(&html) >= 3, !name.starts_with("Reflection"), "{name}: {} steps", n_steps(&html));
    }
}

/// Help stands outside the part that unfolds, whatever the country, and says of every number how old it is.
#[test]
fn help_stands_in_every_snippet() {
    let content = english();
    let help = &content.pack.help;
    for (name, html) in snippets(content) {
        let (seen, folded) = html.split_once("<details>").expect("a part that unfolds");
        assert!(seen.contains(help.directory_web), "{name}");
        assert!(seen.contains("emergency number") || seen.contains("call <a href=\"tel:"), "{name}");
        let shown = |line: &str| seen.contains(line) || folded.contains(line);
        let region = name.split_once(' ').expect("view and region").1;
        let Some(country) = help.countries.iter().find(|country| country.code == region) else { continue };
        for number in &country.emergency {
            assert!(seen.contains(&format!("href=\"tel:{number}\"")), "{name}: {number}");
        }
        let whole = region.split('-').next().expect("a code");
        for line in &help.lines {
            let serves = line.country == region || line.country == whole;
            let name_of_line = escaped(if line.name == line.show { "none" } else { line.name });
            assert!(!serves || shown(&name_of_line) || line.name == line.show, "{name}: {}", line.name);
        }
    }
}

#[test]
fn a_number_has_its_day_until_a_person_confirmed_it_and_a_doubtful_one_is_not_shown() {
    let gb = |content: &Compiled| content.snippet.whole(&PIN, SnippetView::All, "GB", Links::default());
    let row = |html: &str| {
        let row = html.lines().find(|line| line.contains("116 123")).expect("the line is there");
        row.trim().to_owned()
    };
    assert!(row(&gb(english())).ends_with("as of 2026-11-21</li>"), "{}", row(&gb(english())));
    let with_samaritans = |from: &str, to: &str| {
        let all = changed("structure/help.toml", |text| {
            let start = text.find("id = \"gb-samaritans\"").expect("there");
            let (before, after) = text.split_at(start);
            format!("{before}{}", after.replacen(from, to, 1))
        });
        all.expect("a good file").remove(0)
    };
    let confirmed = with_samaritans("confirmed = false", "confirmed = true");
    assert!(!row(&gb(&confirmed)).contains("2026"), "{}", row(&gb(&confirmed)));
    let doubtful = with_samaritans("confirmed = false", "confirmed = false\nconflict = true");
    assert!(!gb(&doubtful).contains("116 123"));
}

#[test]
fn a_snippet_is_plain_markup_that_an_editor_of_text_leaves_alone() {
    for (name, html) in snippets(english()) {
        assert!(html.ends_with("</fog-bridge>\n"), "{name}");
        assert!(html.lines().all(|line| !line.trim().is_empty()), "{name}: Markdown ends at a blank line");
        assert_nested(&name, &html);
        let (script, rest) = html.split_once('\n').expect("lines");
        assert_eq!(
            script,
            "<script type=\"module\" src=\"/embed/VERSION/fogbridge.js\" integrity=\"sha384-HASH\" crossorigin=\"anonymous\"></script>"
        );
        assert!(
            rest.starts_with("<fog-bridge lang=\"en\"")
                && rest.lines().next().is_some_and(|line| line.ends_with('>'))
        );
        for tag in tags(rest) {
            let word = tag.trim_start_matches('/').split_whitespace().next().expect("a name");
            let plain = ["fog-bridge", "h2", "p", "ul", "li", "a", "strong", "details", "summary"];
            assert!(plain.contains(&word), "{name}: <{tag}>");
            let known = |name: &str| ["lang", "region", "view", "href", "rel"].contains(&name);
            let attributes = tag.split("=\"").filter_map(|part| part.rsplit_once(' ')).map(|(_, name)| name);
            let attributes: Vec<_> = attributes.take(tag.matches("=\"").count()).collect();
            assert!(attributes.iter().all(|name| known(name)), "{name}: <{tag}>");
        }
        assert!(!rest.contains("style="), "{name}");
    }
}

#[test]
fn region_and_view_stand_on_the_element_and_links_only_if_given() {
    let snippet = &english().snippet;
    let first = |view, region| {
        let whole = snippet.whole(&PIN, view, region, Links::default());
        whole.lines().nth(1).expect("the element").to_owned()
    };
    assert_eq!(first(SnippetView::All, ""), "<fog-bridge lang=\"en\">");
    assert_eq!(
        first(SnippetView::Steps, "GB-SCT"),
        "<fog-bridge lang=\"en\" region=\"GB-SCT\" view=\"steps\">"
    );
    let inside = snippet.inside(SnippetView::All, "", Links::default());
    assert!(!inside.contains("worksheet.html") && inside.starts_with("<h2>"));
    let inside = snippet.inside(SnippetView::All, "", LINKS);
    assert!(inside.contains("<a href=\"/notes/\">") && inside.contains("<a href=\"/notes/worksheet.html\">"));
}

#[test]
fn whatever_an_editor_or_an_owner_writes_stays_text() {
    let content =
        changed("en/snippet.toml", |text| text.replacen("about = \"", "about = \"A <b> & a <script>. ", 1));
    let content = content.expect("signs of markup are no mistake in a text").remove(0);
    let links = Links { page: "/a\"><script>", sheet: "" };
    let html = content.snippet.whole(&PIN, SnippetView::All, "", links);
    assert!(html.contains("<p>A &lt;b&gt; &amp; a &lt;script&gt;. "), "{html}");
    assert!(html.contains("href=\"/a&quot;&gt;&lt;script&gt;\""), "{html}");
    assert_eq!(html.matches("<script").count(), 1);
}

#[test]
fn the_readme_shows_what_make_snippet_prints() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("readable");
    let whole = english().snippet.whole(&PIN, SnippetView::All, "GB", LINKS);
    assert!(readme.contains("make snippet REGION=GB PAGE=/notes/ SHEET=/notes/worksheet.html\n"));
    assert!(
        readme.contains(&format!("```html\n{whole}```\n")),
        "README.md shows another snippet than:\n{whole}"
    );
}

#[test]
fn a_step_that_is_not_open_is_refused_where_anyone_may_read_it() {
    assert_refused(
        "structure/snippet.toml",
        &[
            ("steps = [\"song-alone\"", "steps = [\"hug\"", "the step `hug` is not `open_when_afraid`"),
            (
                "words = [\"to-a-friend\"",
                "words = [\"own-side\"",
                "the step `own-side` is not `open_when_afraid`",
            ),
        ],
    );
}

#[test]
fn slips_in_the_snippet_are_named_with_file_and_line() {
    assert_refused(
        "structure/snippet.toml",
        &[
            ("[\"good-thing\", ", "[\"good\", ", "there is no question `good` in this file"),
            (
                "of = \"joy-elsewhere\"",
                "of = \"joy\"",
                "there is no question `joy` in structure/questions.toml",
            ),
            ("\"warm-hands\"", "\"warm\"", "there is no step `warm`"),
            ("[\"to-a-friend\"", "[\"daylight\"", "`say` is missing"),
            ("view = \"steps\"", "view = \"all\"", "the view `all` stands here twice"),
            ("view = \"checkin\"", "view = \"evening\"", "`view` is one of all, reflection, steps"),
            ("carry through", "carry, through", "the view `steps` is missing"),
        ],
    );
    assert_refused(
        "en/snippet.toml",
        &[
            ("good-thing = ", "good-things = ", "`good-thing` is missing"),
            ("noticed-first = ", "seen-first = ", "nothing is called `questions.seen-first` here"),
            ("title = \"Small", "titel = \"Small", "`title` is missing"),
            ("{emergency}", "the number", "`nobody` has to hold {emergency}"),
            ("afraid = \"", "afraid = \"This test shows it. ", "`en/snippet.afraid` says “test”"),
            ("doctor = \"", &format!("doctor = \"{}", "So it is. ".repeat(20)), "characters; 240 fit"),
        ],
    );
}

/// A build with nothing in it but the hashes that `make snippet` reads.
fn build(name: &str, integrity: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(folder.join("embed")).expect("writable");
    std::fs::write(folder.join("embed/integrity.json"), integrity).expect("writable");
    format!("build={}", folder.display())
}

fn content(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_content")).arg("snippet").args(arguments).output().expect("it runs")
}

#[test]
fn make_snippet_prints_the_file_and_the_hash_of_the_build() {
    let build = build(
        "built",
        r#"{"1.2-ab/core.js": "sha384-A", "1.2-ab/fogbridge.full.js": "sha384-B", "1.2-ab/fogbridge.js": "sha384-C"}"#,
    );
    let output =
        content(&[&build, "region=gb", "view=words", "base=https://cdn.example/embed/", "page=", "lang="]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let html = String::from_utf8(output.stdout).expect("text");
    let mut lines = html.lines();
    assert_eq!(
        lines.next(),
        Some(
            "<script type=\"module\" src=\"https://cdn.example/embed/1.2-ab/fogbridge.js\" integrity=\"sha384-C\" crossorigin=\"anonymous\"></script>"
        )
    );
    assert_eq!(lines.next(), Some("<fog-bridge lang=\"en\" region=\"GB\" view=\"words\">"));
    assert_eq!(html.lines().last(), Some("</fog-bridge>"));
}

#[test]
fn make_snippet_says_what_is_wrong_and_prints_no_half_snippet() {
    let good = build("good", r#"{"1.2-ab/fogbridge.js": "sha384-C"}"#);
    for (arguments, says) in [
        (
            ["build=/nowhere", "view=all"],
            "There is no build yet (/nowhere/embed/integrity.json is missing): run \"make dist\"",
        ),
        ([&*build("odd", "[]"), "view=all"], "names no loader with its hash: run \"make dist\" again"),
        ([&*build("none", "{}"), "view=all"], "names no loader with its hash: run \"make dist\" again"),
        ([&good, "lang=xx"], "There are no texts in `xx`: the languages are en"),
        ([&good, "view=stairs"], "There is no view `stairs`: the views are all, reflection, steps"),
        ([&good, "region=United Kingdom"], "is no country of ISO 3166"),
        ([&good, "base=a b"], "`base` is an address without spaces"),
        ([&good, "page=javascript:alert(1)"], "`page` is an address without spaces"),
        ([&good, "colour=red"], "`colour=red` says nothing about a snippet"),
    ] {
        let output = content(&arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert!(!output.status.success() && output.stdout.is_empty(), "{arguments:?}");
    }
    let output = content(&[&good, "region=SE"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("No help lines of SE are known"));
}

//! The sheet to print: everyone may read it up to its safety box, and what is for two stands behind that.
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

use fogbridge::content::compile::Compiled;
use markup::{assert_nested, assert_refused, changed, closed_texts, escaped, tags};
use real::english;

/// Splits the sheet at its safety box: what stands before it, the box, what is behind it.
fn sheet(content: &Compiled) -> (&str, &str, &str) {
    let (before, rest) = content.worksheet.split_once("<section class=\"sheet box\">").expect("a safety box");
    let (inside, behind) = rest.split_once("</section>").expect("it ends");
    (before, inside, behind)
}

#[test]
fn before_the_box_nobody_meets_a_closed_step_a_phrase_or_a_reading() {
    let content = english();
    let (before, inside, behind) = sheet(content);
    let closed = closed_texts(content);
    for text in &closed {
        assert!(!before.contains(text) && !inside.contains(text), "“{text}”");
    }
    assert!(closed.iter().any(|text| behind.contains(text)), "steps for two stand behind the box");
    let library = &content.library;
    let open = library.steps.iter().zip(&library.step_texts).filter(|(step, _)| step.open_when_afraid());
    let n_open = open.filter(|(_, text)| before.contains(&escaped(text.title))).count();
    assert!(n_open >= 12, "{n_open} open steps");
}

/// Every line that is shown at all, with its day until a person has confirmed it.
#[test]
fn help_stands_before_the_box() {
    let content = english();
    let help = &content.pack.help;
    let before = sheet(content).0;
    for line in &help.lines {
        let way = if line.phone.is_empty() { line.web } else { line.show };
        let way = if way.is_empty() { line.sms } else { way };
        let way = way.trim_start_matches("https://").trim_start_matches("www.");
        let row = before.lines().find(|row| row.contains(&escaped(line.name)) && row.contains(way));
        let row = row.unwrap_or_else(|| panic!("{} is missing", line.name));
        assert_eq!(row.contains(&format!("as of {}", line.read_on)), !line.confirmed, "{row}");
    }
    for country in &help.countries {
        assert!(before.contains(&format!("<h3>{}</h3>", escaped(country.name))), "{}", country.name);
    }
    assert!(before.contains(help.directory_web));
}

#[test]
fn what_an_editor_writes_stays_text() {
    let content = changed("en/worksheet.toml", |text| text.replacen("lead = \"", "lead = \"A <b> & ", 1));
    let content = content.expect("signs of markup are no mistake in a text").remove(0);
    assert!(content.worksheet.contains("A &lt;b&gt; &amp; "));
}

#[test]
fn slips_in_the_sheet_are_named_with_file_and_line() {
    assert_refused(
        "structure/worksheet.toml",
        &[
            ("\"rest\", ", "\"rests\", ", "there is no question `rests`"),
            ("\"worry-told\", ", "\"awake\", ", "`awake` is not asked of all of `roles`"),
            ("\"one-wish\", ", "\"body\", ", "the question `body` stands on the sheet twice"),
            ("\"own-hour\", ", "\"they-joy\", ", "`they-joy` is about the partner, which is never printed"),
            ("\"blame\", ", "\"time-apart\", ", "`time-apart` has a safety sign among its answers"),
            ("\"song-alone\"", "\"off-duty\"", "the step `off-duty` is not `open_when_afraid`"),
            ("\"same-room\"", "\"hand\"", "the step `hand` is touch"),
            ("\"kind-of-day\"", "\"small-truth\"", "the step `small-truth` has a caution"),
            ("\"evening-word\"", "\"daylight\"", "the step `daylight` is done alone"),
        ],
    );
    assert_refused(
        "en/worksheet.toml",
        &[
            ("not_for = ", "for_whom = ", "`not_for` is missing"),
            ("if_so = \"", "if_so = \"You failed. ", "`en/worksheet.safety.if_so` says “failed”"),
            ("strain = [\"", &format!("strain = [\"{}", "So it is. ".repeat(50)), "characters; 420 fit"),
            ("fog = [", "fogs = [", "`fog` is missing"),
            ("supporter = \"", "partner = \"", "nothing is called `groups.partner` here"),
        ],
    );
}

#[test]
fn the_sheet_is_a_quiet_page_that_keeps_and_loads_nothing() {
    let html = &english().worksheet;
    assert_nested("the sheet", html);
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(html.contains("<title>Notes</title>") && html.contains("default-src 'none'"));
    assert_eq!(html.lines().find(|line| line.trim().is_empty()), None);
    let loads: Vec<_> =
        tags(html).into_iter().filter(|tag| tag.contains("src=") || tag.starts_with("link ")).collect();
    assert_eq!(
        loads,
        [
            "link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\"",
            "link rel=\"stylesheet\" href=\"worksheet.css\""
        ]
    );
    for tag in tags(html) {
        let word = tag.split_whitespace().next().expect("a name");
        for active in
            ["script", "style", "form", "input", "button", "textarea", "select", "iframe", "img", "object"]
        {
            assert_ne!(word, active, "<{tag}>");
        }
        assert!(!tag.contains("style=") && !tag.contains(" on"), "<{tag}>");
    }
}

/// What is asked about being safe is read and never marked; no sheet collects a sign, or what was seen in the partner.
#[test]
fn the_safety_box_asks_and_collects_nothing() {
    let content = english();
    let (before, inside, behind) = sheet(content);
    for question in content.pack.safety.iter().filter(|question| question.first_visit) {
        let ask = escaped(question.ask);
        assert!(inside.contains(&ask) && !before.contains(&ask) && !behind.contains(&ask), "{ask}");
    }
    for boxes in ["answers", "steps", "rule", "lines"] {
        assert!(!inside.contains(&format!("class=\"{boxes}\"")), "the box has {boxes} to write on");
    }
    let pack = &content.pack;
    let mut n_signs = 0;
    for (question, text) in pack.questions.iter().zip(&pack.question_texts) {
        assert!(
            !question.about_partner || !content.worksheet.contains(&escaped(text.ask)),
            "{}",
            question.id
        );
        for (option, said) in question.options.iter().zip(&text.options) {
            n_signs += usize::from(option.is_safety_sign());
            assert!(!option.is_safety_sign() || !content.worksheet.contains(&escaped(said)), "{said}");
        }
    }
    assert!(n_signs >= 2);
}

/// Behind the box, closed until it is opened: what answers can mean, and steps for two with the note for whom they are not.
#[test]
fn what_is_for_two_is_folded_behind_the_box_with_the_note_for_whom_it_is_not() {
    let content = english();
    let (before, _, behind) = sheet(content);
    assert!(!before.contains("<details"), "only what is behind the box unfolds");
    assert!(behind.trim_start().starts_with("<details>\n"), "closed: {}", &behind[..60]);
    let note = behind.find("<p class=\"not-for\">").expect("the note");
    let library = &content.library;
    let mut n_two = 0;
    for (step, text) in library.steps.iter().zip(&library.step_texts) {
        let title = escaped(text.title);
        let Some(place) = behind.find(&title) else { continue };
        n_two += 1;
        assert!(place > note, "{title} stands above the note");
        assert!(!step.is_touch(), "{title}");
    }
    assert!(n_two >= 8, "{n_two} steps for two");
}

/// Each door has questions, each with all its answers and *not sure*; nothing is added up.
#[test]
fn the_sheet_has_questions_for_both_doors_and_no_sum() {
    let content = english();
    let before = sheet(content).0;
    let n_questions = before.matches("<p class=\"ask\">").count();
    assert_eq!(before.matches("<li>Not sure</li>").count(), n_questions);
    assert!((16..=24).contains(&n_questions), "{n_questions}");
    for (question, text) in content.pack.questions.iter().zip(&content.pack.question_texts) {
        let Some((_, after)) = before.split_once(&format!("<p class=\"ask\">{}</p>", escaped(text.ask)))
        else {
            continue;
        };
        let answers = after.split("</ul>").next().expect("a list");
        for option in &text.options {
            assert!(answers.contains(&format!("<li>{}</li>", escaped(option))), "{}: {option}", question.id);
        }
    }
    assert!(!content.worksheet.chars().any(|c| c == '%'));
}

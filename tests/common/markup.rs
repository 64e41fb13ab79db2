//! Markup that the compiler wrote, and what may stand in it for everyone.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use fogbridge::content::compile::{Compiled, compile};

use crate::real::{files, lines};

/// As markup says it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// All texts that are for no eyes before the safety questions: closed steps, what only phrases say, readings, insights.
pub fn closed_texts(content: &Compiled) -> Vec<String> {
    let (pack, library) = (&content.pack, &content.library);
    let steps: Vec<_> = library.steps.iter().zip(&library.step_texts).collect();
    let open_says: Vec<_> =
        steps.iter().filter(|(step, _)| step.open_when_afraid()).map(|(_, text)| text.say).collect();
    let closed = steps.iter().filter(|(step, _)| !step.open_when_afraid());
    let closed = closed.flat_map(|(_, text)| [text.title, text.how, text.say]);
    let says = library.phrase_texts.iter().map(|phrase| phrase.say);
    let readings = pack.readings.iter().flat_map(|reading| [reading.title, reading.body]);
    let insights = library.insights.iter().flat_map(|insight| insight.card.body.iter().copied());
    let all = closed.chain(says).chain(readings).chain(pack.mixes.iter().copied()).chain(insights);
    all.filter(|text| text.len() > 12 && !open_says.contains(text)).map(escaped).collect()
}

/// Compiles after `change` was made to one file.
pub fn changed(name: &str, change: impl Fn(&str) -> String) -> Result<Vec<Compiled>, String> {
    let mut files = files();
    let text = files.text(name).unwrap_or_else(|| panic!("{name} is missing")).to_owned();
    let new = change(&text);
    assert_ne!(text, new, "the change found nothing to change in {name}");
    files.insert(name, new);
    compile(&files).map_err(|problems| lines(&problems))
}

/// Every tag in order, with its attributes.
pub fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| rest.split_once('>').expect("a tag ends").0).collect()
}

/// Complains about tags that are not closed in the order in which they were opened.
pub fn assert_nested(name: &str, html: &str) {
    let mut open = Vec::new();
    for tag in tags(html) {
        let word = tag.split_whitespace().next().expect("a name");
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{name}"),
            None if ["meta", "link", "!doctype"].contains(&word) || tag.ends_with('/') => {}
            None => open.push(word),
        }
    }
    assert!(open.is_empty(), "{name}: {open:?} is not closed");
}

/// Makes these slips in one file, all at once; each is told, with a line of that language's or the structure's files.
pub fn assert_refused(file: &str, slips: &[(&str, &str, &str)]) {
    let broken = |text: &str| {
        slips.iter().fold(text.to_owned(), |text, (from, to, _)| {
            assert!(text.contains(from), "{file} does not say {from}");
            text.replacen(from, to, 1)
        })
    };
    let said = changed(file, broken).expect_err("a broken file is refused");
    for (_, _, says) in slips {
        let line = said.lines().find(|line| line.contains(says)).unwrap_or_else(|| panic!("{says}: {said}"));
        let number = line.split(':').nth(1).and_then(|number| number.parse::<usize>().ok());
        assert!(number.is_some_and(|number| number > 0), "{line}");
    }
}

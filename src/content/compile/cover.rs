//! The loader's small file: the cover's words, and the numbers it can show when nothing else works.

use serde_json::{Map, Value, json};

use super::wording::{COVER_KINDS, Wording};

/// Key in the file, and where the text stands.
pub(super) const PATHS: [(&str, &str); 20] = [
    ("title", "ui.cover.title"),
    ("sentence", "ui.cover.sentence"),
    ("minutes", "welcome.minutes"),
    ("begin", "ui.cover.begin"),
    ("short", "ui.cover.short"),
    ("help", "ui.cover.help"),
    ("leave", "ui.cover.leave"),
    ("loading", "ui.cover.loading"),
    ("failed", "ui.cover.failed"),
    ("crashed", "ui.cover.crashed"),
    ("download", "ui.cover.download"),
    ("help_title", "ui.cover.help_title"),
    ("help_emergency", "ui.cover.help_emergency"),
    ("help_crisis", "ui.cover.help_crisis"),
    ("help_abuse", "ui.cover.help_abuse"),
    ("help_directory", "ui.cover.help_directory"),
    ("help_published", "ui.cover.help_published"),
    ("back", "ui.common.back"),
    ("notes_name", "ui.cover.notes_name"),
    ("left_title", "ui.cover.left_title"),
];

/// The content of `cover.json`.
pub(super) fn read(wording: &Wording<'_>) -> Value {
    let mut cover: Map<String, Value> =
        PATHS.iter().map(|(key, path)| ((*key).to_owned(), Value::from(wording.at(path)))).collect();
    let structure = wording.structure();
    let lines_shown = || structure.lines.iter().filter(|row| row.is_shown()).map(|row| &row.line);
    // Nations are left to their country's row: each row of theirs would weigh on every article, and the core's own help,
    // which nearly always stands in front of this one, has their lines.
    let countries = structure.countries.iter().filter(|(code, ..)| !code.contains('-'));
    let lines = countries.map(|(code, emergency, _)| {
        let mut row = vec![emergency.first().cloned().map_or(Value::Null, Value::from)];
        row.extend(COVER_KINDS.map(|kind| {
            let mut shown = lines_shown().filter(|line| line.kind == kind && !line.phone.is_empty());
            let line = shown.find(|line| line.country == *code);
            line.map_or(Value::Null, |line| Value::from(line.show))
        }));
        ((*code).to_owned(), Value::Array(row))
    });
    cover.insert("lines".to_owned(), Value::Object(lines.collect()));
    cover.insert("directory".to_owned(), json!(structure.directory.1));
    // The last day on which any line was read: a year later the owner of a pinned version is told.
    cover.insert("read_on".to_owned(), json!(lines_shown().map(|line| line.read_on).max()));
    Value::Object(cover)
}

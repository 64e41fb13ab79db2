//! What every text keeps to, whoever writes it.

use super::Files;
use super::pattern::{Pattern, Said};
use super::read::{Place, Problems, Table};
use crate::content::packed::Text;

/// What `structure/rules.toml` says.
#[derive(Debug, Default)]
pub struct Rules {
    /// Words that no text of any language says.
    forbidden: Vec<Forbidden>,
    /// Paths of texts that may say them.
    exempt: Vec<Text>,
    /// Words that texts of one language, or some of its files, do not say.
    wordings: Vec<Wording>,
    /// Words that count as one syllable where the level of a text is measured.
    pub terms: Vec<String>,
    /// Paths of texts that are names and have no level.
    pub names: Vec<Text>,
    /// How many characters a text of a file may have: name of the file without folder and ending.
    lengths: Vec<(String, usize)>,
}

/// A word that is not said, with the reason.
#[derive(Debug)]
struct Forbidden {
    word: Text,
    pattern: Pattern,
    why: Text,
}

/// Words that are not said in some texts.
#[derive(Debug)]
struct Wording {
    lang: Text,
    /// Names of files without folder and ending; empty for all.
    files: Vec<Text>,
    forbidden: Vec<Forbidden>,
    /// Paths of texts that may say them.
    exempt: Vec<Text>,
}

impl Rules {
    /// Reads the file `rules`.
    pub(super) fn read(file: &Table<'_>) -> Self {
        let forbidden = file.tables("forbidden");
        let lengths = file.table("lengths");
        let lengths = lengths.iter().flat_map(|lengths| {
            let limit = |name: &String| usize::try_from(lengths.number(name)).unwrap_or_default();
            lengths.keys().into_iter().map(move |name| (name.clone(), limit(&name)))
        });
        let rules = Self {
            forbidden: forbidden
                .iter()
                .map(|item| Forbidden::new(item.text("word"), item.text("why")))
                .collect(),
            exempt: file.texts("exempt"),
            wordings: file.tables("wording").iter().map(Wording::read).collect(),
            terms: file.texts("terms").iter().map(|term| term.to_lowercase()).collect(),
            names: file.texts("names"),
            lengths: lengths.collect(),
        };
        forbidden.iter().for_each(Table::finish);
        file.finish();
        rules
    }
}

impl Wording {
    fn read(item: &Table<'_>) -> Self {
        let why = item.text("why");
        let exempt = item.tables("exempt");
        let wording = Self {
            lang: item.text("lang"),
            files: item.texts("files"),
            forbidden: item.texts("words").iter().map(|word| Forbidden::new(word, why)).collect(),
            exempt: exempt.iter().map(|exempt| exempt.text("text")).collect(),
        };
        if wording.forbidden.is_empty() {
            item.complain("`words` is empty: nothing is forbidden here");
        }
        for exempt in &exempt {
            // Only for whoever reads the file: an exception without a reason is a hole.
            exempt.text("why");
            exempt.finish();
        }
        item.finish();
        wording
    }

    fn holds_for(&self, lang: &str, file: &str) -> bool {
        lang.split('-').next() == Some(self.lang) && (self.files.is_empty() || self.files.contains(&file))
    }
}

impl Forbidden {
    fn new(word: Text, why: Text) -> Self {
        Self { word, pattern: Pattern::new(word), why }
    }
}

/// Checks each text of a language: no empty text, no word that could harm, no shouting, no pictures made of
/// characters, balanced braces and quotation marks.
pub(super) fn check(files: &Files, lang: &str, rules: &Rules, problems: &Problems) {
    for source in files.of_language(lang) {
        let path = source.name.trim_end_matches(".toml");
        let name = path.rsplit('/').next().unwrap_or_default();
        let wordings: Vec<_> =
            rules.wordings.iter().filter(|wording| wording.holds_for(lang, name)).collect();
        let longest =
            rules.lengths.iter().find(|(file, _)| file == name).map_or(usize::MAX, |(_, limit)| *limit);
        for (key, text, place) in source.parse(problems).all_texts() {
            let path = format!("{path}.{key}");
            check_form(&path, &text, place, problems);
            let n_chars = text.chars().count();
            if n_chars > longest {
                problems.add(place, format!("`{path}` has {n_chars} characters; {longest} fit"));
            }
            let said = Said::new(&text);
            let check_words = |forbidden: &[Forbidden], exempt: &[Text]| {
                if exempt.iter().any(|exempt| is_below(&path, exempt)) {
                    return;
                }
                for Forbidden { word, why, .. } in forbidden.iter().filter(|word| said.has(&word.pattern)) {
                    problems.add(place, format!("`{path}` says “{word}”: {why}"));
                }
            };
            check_words(&rules.forbidden, &rules.exempt);
            wordings.iter().for_each(|wording| check_words(&wording.forbidden, &wording.exempt));
        }
    }
}

fn check_form(path: &str, text: &str, place: Place<'_>, problems: &Problems) {
    if text.trim() != text {
        problems.add(place, format!("`{path}` begins or ends with white space"));
    }
    if text.contains(char::is_control) {
        problems.add(place, format!("`{path}` has a line break or another control character"));
    }
    let may_be_empty = path.ends_with(".unclear.change");
    if text.is_empty() && !may_be_empty {
        problems.add(place, format!("`{path}` is empty"));
    }
    if let Some(c) = text.chars().find(|c| is_loud(*c)) {
        problems.add(place, format!("`{path}` has `{c}`: Fogbridge does not shout or decorate"));
    }
    if text.contains('"') {
        problems.add(place, format!("`{path}` has straight quotation marks: write “ and ”"));
    }
    if text.matches('{').count() != text.matches('}').count() {
        problems.add(place, format!("`{path}` has a brace without its twin"));
    }
}

/// Exclamation marks and emoji.
fn is_loud(c: char) -> bool {
    matches!(c, '!' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// True if `path` is `place` or stands in the table `place`. A `*` in `place` stands for any one name.
pub(super) fn is_below(path: &str, place: &str) -> bool {
    let mut names = path.split('.');
    place.split('.').all(|wanted| names.next().is_some_and(|name| wanted == "*" || wanted == name))
}

#[cfg(test)]
mod tests {
    use super::is_below;

    #[test]
    fn a_table_stands_for_all_texts_below_it_and_no_other() {
        assert!(is_below("en/readings.fog.strong", "en/readings.fog"));
        assert!(is_below("en/readings.fog", "en/readings.fog"));
        assert!(!is_below("en/readings.foggy", "en/readings.fog"));
        assert!(!is_below("en/readings", "en/readings.fog"));
        assert!(is_below("en/myths.over.says", "en/myths.*.says"));
        assert!(!is_below("en/myths.over.reality", "en/myths.*.says"));
    }
}

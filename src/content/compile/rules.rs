//! What every text keeps to, whoever writes it.

use super::read::{Problems, Table};
use super::structure::Structure;

/// Checks each text of a file: no empty text, no word that could harm, no shouting, no pictures made of
/// characters, balanced braces and quotation marks.
pub(super) fn check_texts(name: &str, file: &Table<'_>, structure: &Structure, problems: &Problems) {
    for (path, text, place) in file.all_texts() {
        let path = format!("{name}.{path}");
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
        if structure.exempt.iter().any(|exempt| path == *exempt || path.starts_with(&format!("{exempt}."))) {
            continue;
        }
        for (word, why) in &structure.forbidden {
            if has_word(&text.to_lowercase(), word) {
                problems.add(place, format!("`{path}` says “{word}”: {why}"));
            }
        }
    }
}

/// Exclamation marks and emoji.
fn is_loud(c: char) -> bool {
    matches!(c, '!' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// True if `word` stands in `text` at the beginning of a word. Both are in small letters. A word that
/// ends with `*` also matches longer words, others match whole words only.
fn has_word(text: &str, word: &str) -> bool {
    let (stem, open_end) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(stem).any(|(start, found)| {
        let before = text.get(..start).and_then(|head| head.chars().next_back());
        let after = text.get(start + found.len()..).and_then(|tail| tail.chars().next());
        !is_letter(before) && (open_end || !is_letter(after))
    })
}

#[cfg(test)]
mod tests {
    use super::has_word;

    #[test]
    fn a_forbidden_word_is_found_as_a_word_and_not_inside_another() {
        assert!(has_word("this is a test.", "test"));
        assert!(!has_word("the latest news", "test"));
        assert!(!has_word("a testament", "test"));
        assert!(has_word("we assessed it", "assess*"));
        assert!(has_word("it was a red flag,", "red flag"));
    }
}

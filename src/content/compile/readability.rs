//! How hard an English text is to read, by the lengths of its sentences and words.

use super::syllables::syllables;

/// A grade as it is shown, so that what is complained about is never shown as allowed.
pub(super) fn rounded(grade: f64) -> f64 {
    (grade * 10.0).round() / 10.0
}

/// What the formula needs to know of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) sentences: u32,
    pub(super) words: u32,
    pub(super) syllables: u32,
}

impl Count {
    /// Counts `text`. A word of `terms` counts as one syllable, as does a `{slot}`.
    pub(super) fn of(text: &str, terms: &[String]) -> Self {
        let mut count = Self::default();
        let mut is_open = false;
        let mut tokens = text.split([' ', '–', '—']).filter(|token| !token.is_empty()).peekable();
        while let Some(token) = tokens.next() {
            if let Some(n) = token_syllables(token, terms) {
                count.words += 1;
                count.syllables += u32::try_from(n).unwrap_or(u32::MAX);
                is_open = true;
            }
            let goes_on = tokens.peek().is_some_and(|next| begins_small(next));
            let is_end = token.trim_end_matches(['”', '’', ')']).ends_with(['.', '?', '!', '…']) && !goes_on;
            count.sentences += u32::from(is_open && is_end);
            is_open &= !is_end;
        }
        count.sentences += u32::from(is_open);
        count
    }

    /// Both texts one after the other.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            sentences: self.sentences + other.sentences,
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
        }
    }

    /// The Flesch–Kincaid grade: about how many years of school in the United States a text asks for.
    ///
    /// # Source
    /// Kincaid, Fishburne, Rogers and Chissom 1975, Derivation of new readability formulas for Navy enlisted
    /// personnel, <https://stars.library.ucf.edu/istlibrary/56>.
    pub(super) fn grade(self) -> f64 {
        let (sentences, words) = (f64::from(self.sentences.max(1)), f64::from(self.words.max(1)));
        0.39 * words / sentences + 11.8 * f64::from(self.syllables) / words - 15.59
    }
}

/// True if a sentence goes on with this token, as after “How are you?” in the middle of one.
fn begins_small(token: &str) -> bool {
    token.trim_start_matches(['“', '‘', '(']).starts_with(char::is_lowercase)
}

/// The syllables of what stands between two spaces; `None` if that is no word. As in the source of the formula a
/// hyphenated word is one word.
fn token_syllables(token: &str, terms: &[String]) -> Option<usize> {
    if token.contains('{') {
        return Some(1);
    }
    let parts = token.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c));
    let parts = parts.filter(|part| part.contains(char::is_alphanumeric));
    parts.map(|part| part_syllables(&part.to_lowercase(), terms)).reduce(|sum, n| sum + n)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '’' | '\'')
}

fn part_syllables(part: &str, terms: &[String]) -> usize {
    let (head, tail) = part.split_once(is_apostrophe).unwrap_or((part, ""));
    if terms.iter().any(|term| head == term || head.strip_suffix('s') == Some(term)) {
        return 1;
    }
    // A number is read out digit by digit: not quite what people say, and close to it.
    let n_digits = head.chars().filter(char::is_ascii_digit).count();
    if n_digits > 0 {
        return n_digits;
    }
    let is_spoken = match tail {
        "s" => ["s", "x", "z", "ch", "sh", "ce", "ge", "se"].iter().any(|end| head.ends_with(end)),
        // *did-n’t*, *is-n’t*; but *can’t*, *don’t*.
        "t" => head.strip_suffix('n').is_some_and(|verb| verb.ends_with(['d', 's'])),
        _ => false,
    };
    syllables(head) + usize::from(is_spoken)
}

#[cfg(test)]
mod tests {
    use super::{Count, rounded};

    fn count(text: &str) -> (u32, u32, u32) {
        let Count { sentences, words, syllables } = Count::of(text, &["relationship".to_owned()]);
        (sentences, words, syllables)
    }

    /// Sentences, words and syllables were counted on paper, and the grades worked out from them.
    #[test]
    fn texts_have_the_grade_that_was_worked_out_by_hand() {
        let by_hand = [
            // an-y 2
            (
                "Play one song you used to like, to the end. Sit or lie down. You need not feel any of it.",
                (3, 21, 22),
                -0.5,
            ),
            // a-gain 2, sim-ply 2
            (
                "Low mood can hide love while it is still there, and hide what is gone again, or simply lost.",
                (1, 19, 21),
                4.9,
            ),
            // part-ner 2, u-su-al-ly 4, dis-a-gree 3, a-bout 2, mon-ey 2
            ("My partner and I usually disagree about money.", (1, 8, 16), 11.1),
        ];
        for (text, counted, grade) in by_hand {
            assert_eq!(count(text), counted, "{text}");
            assert_eq!(rounded(Count::of(text, &[]).grade()), grade, "{text}");
        }
    }

    #[test]
    fn sentences_end_where_a_reader_would_stop() {
        assert_eq!(count("Say “Go on” instead. “Not today” is fine."), (2, 8, 10));
        assert_eq!(count("They ask “How are you?” and wait."), (1, 7, 7));
        assert_eq!(count("They said: “Leave it.” Nothing has to follow."), (2, 8, 10));
        assert_eq!(count("When …"), (1, 1, 1));
        assert_eq!(count("…"), (0, 0, 0));
        assert_eq!(count("Keep it"), (1, 2, 2));
    }

    #[test]
    fn slots_terms_numbers_and_joined_words_count_as_they_are_read() {
        assert_eq!(count("Question {n} of {total} · {frame}"), (1, 5, 6));
        assert_eq!(count("The relationship. Relationships."), (2, 3, 3));
        assert_eq!(count("Call 112 now"), (1, 3, 5));
        assert_eq!(count("A two-minute walk"), (1, 3, 5));
        assert_eq!(count("The phone’s list – didn’t, can’t"), (1, 5, 6));
    }
}

//! Finding a forbidden word in a text: as a word, and not inside another.

/// What an editor writes as a forbidden word: one or more words, each with `*` at its end if longer ones are meant as
/// well, and `#` for any number.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Piece>);

impl Pattern {
    pub(super) fn new(word: &str) -> Self {
        let pieces = |part: &str| -> Vec<Piece> {
            if part == "#" {
                return vec![Piece::Number];
            }
            let mut tokens = tokens(part.trim_end_matches('*'));
            let stem = if part.ends_with('*') { tokens.pop() } else { None };
            let beginning = stem.map(|stem| Piece::Beginning(stem.to_lowercase()));
            tokens.into_iter().map(Piece::word).chain(beginning).collect()
        };
        Self(word.split(' ').flat_map(pieces).collect())
    }
}

/// What one token of a text is compared with.
#[derive(Debug)]
enum Piece {
    /// A number, in digits or in an English word.
    Number,
    /// This word, in small or capital letters.
    Word(String),
    /// Any word that begins so.
    Beginning(String),
    /// This word with its capitals, so that a plain word is not taken for a name.
    Name(String),
}

/// A text as it is compared with patterns.
pub(super) struct Said<'a> {
    text: &'a str,
    small: String,
    tokens: Vec<&'a str>,
    small_tokens: Vec<String>,
}

impl<'a> Said<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let tokens = tokens(text);
        let small_tokens = tokens.iter().map(|token| token.to_lowercase()).collect();
        Self { text, small: text.to_lowercase(), tokens, small_tokens }
    }

    /// True if the text holds what `pattern` stands for, side by side.
    pub(super) fn has(&self, Pattern(pattern): &Pattern) -> bool {
        if pattern.is_empty() || !pattern.iter().all(|piece| piece.may_be_in(self)) {
            return false;
        }
        (0..self.tokens.len()).any(|start| {
            let tokens = self.tokens.iter().zip(&self.small_tokens).skip(start);
            let mut pairs = tokens.map(Some).chain(std::iter::repeat(None)).zip(pattern);
            pairs.all(|(token, piece)| token.is_some_and(|(token, small)| piece.is(token, small)))
        })
    }
}

impl Piece {
    fn word(token: &str) -> Self {
        if token.contains(char::is_uppercase) {
            Self::Name(token.to_owned())
        } else {
            Self::Word(token.to_owned())
        }
    }

    /// False if a quick look says that no token of the text can be meant. Nearly all texts end here.
    fn may_be_in(&self, said: &Said<'_>) -> bool {
        match self {
            Self::Number => true,
            Self::Word(word) | Self::Beginning(word) => said.small.contains(word.as_str()),
            Self::Name(word) => said.text.contains(word.as_str()),
        }
    }

    fn is(&self, token: &str, small: &str) -> bool {
        match self {
            Self::Number => is_number(small),
            Self::Word(word) => small == word,
            Self::Beginning(stem) => small.starts_with(stem.as_str()),
            Self::Name(word) => token == word,
        }
    }
}

/// The words of a text, and every sign that is no part of one. White space, hyphens and apostrophes only divide.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let n_bytes = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (token, after) = rest.split_at(if n_bytes == 0 { first.len_utf8() } else { n_bytes });
        if !(first.is_whitespace() || matches!(first, '-' | '’' | '\'')) {
            tokens.push(token);
        }
        rest = after;
    }
    tokens
}

fn is_number(token: &str) -> bool {
    const NUMBERS: [&str; 15] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty",
        "fifty", "hundred", "thousand",
    ];
    token.chars().all(|c| c.is_ascii_digit()) || NUMBERS.contains(&token)
}

#[cfg(test)]
mod tests {
    use super::{Pattern, Said};

    fn has_word(text: &str, word: &str) -> bool {
        Said::new(text).has(&Pattern::new(word))
    }

    #[test]
    fn a_forbidden_word_is_found_as_a_word_and_not_inside_another() {
        assert!(has_word("This is a Test.", "test"));
        assert!(!has_word("the latest news", "test"));
        assert!(!has_word("a testament", "test"));
        assert!(has_word("we assessed it", "assess*"));
        assert!(has_word("it was a red flag,", "red flag"));
        assert!(!has_word("it was red. Flag it", "red flag"));
        assert!(has_word("a co-dependent way", "co-dependen*"));
        assert!(has_word("it is Toxicity", "Toxic*"));
        assert!(!has_word("anything", ""));
    }

    #[test]
    fn shortened_words_signs_and_numbers_are_found() {
        assert!(has_word("they’ll come", "’ll"));
        assert!(has_word("of 40% of them", "%"));
        assert!(has_word("46 in 100 people", "# in #"));
        assert!(has_word("one in ten", "# in #"));
        assert!(!has_word("once in ten days", "# in #"));
    }

    #[test]
    fn a_name_is_met_with_its_capital_only() {
        assert!(has_word("ask Relate for help", "Relate"));
        assert!(!has_word("how you relate", "Relate"));
    }
}

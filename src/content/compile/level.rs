//! How hard the English texts are to read: the grade of each text, and how high it may be.
//!
//! Belongs here: the limits, and which short texts are read together. Does not belong here: the formula
//! (`readability`), other rules (`rules`).

use std::collections::BTreeMap;

use super::read::{Place, Problems, Table};
use super::readability::{Count, rounded};
use super::rules::{Rules, is_below};
use super::{Files, Source};

/// The highest grade of one text, or of the short texts of one screen together.
const HIGHEST: f64 = 8.0;
/// The highest mean of all of these.
const HIGHEST_MEAN: f64 = 6.5;
/// Below this the formula says little. Shorter texts are read together with those beside them.
const ENOUGH_WORDS: u32 = 25;

/// How hard one text is to read, or the short texts of one screen together.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Where the text stands in the data: language and file, tables, key. For short texts their table or file.
    pub path: String,
    /// File, relative to `src/content`.
    pub file: String,
    /// Line, from 1. For short texts that of the first.
    pub line: usize,
    /// True if these are the short texts of one screen.
    pub is_pool: bool,
    /// How many words it has.
    pub n_words: u32,
    /// Its grade, to one decimal.
    pub grade: f64,
}

/// The mean grade of all levels, to one decimal; 0 if there are none.
#[must_use]
pub fn mean(levels: &[Level]) -> f64 {
    let n_levels = u32::try_from(levels.len()).map_or(f64::MAX, f64::from);
    rounded(levels.iter().map(|level| level.grade).sum::<f64>() / n_levels.max(1.0))
}

/// The levels of every text of `lang` that is long enough, and of the short ones together. Empty for languages
/// other than English: the formula was found for English only.
pub(super) fn levels(files: &Files, lang: &str, rules: &Rules) -> Vec<Level> {
    // A file that is no TOML is told where it is compiled.
    let told_elsewhere = Problems::default();
    let mut levels = Vec::new();
    if lang.split('-').next() == Some("en") {
        for source in files.of_language(lang) {
            levels.extend(levels_of_file(source, &source.parse(&told_elsewhere), rules));
        }
    }
    levels
}

/// Complains about every text, and every screen of short ones, that is too hard to read.
pub(super) fn check(files: &Files, lang: &str, rules: &Rules, problems: &Problems) {
    let levels = levels(files, lang, rules);
    let help = "shorter sentences and shorter words help";
    for Level { path, file, line, is_pool, grade, .. } in levels.iter().filter(|level| level.grade > HIGHEST)
    {
        let what =
            if *is_pool { format!("the short texts of `{path}` read") } else { format!("`{path}` reads") };
        problems.add(
            Place { file, line: *line },
            format!("{what} at grade {grade:.1}; at most {HIGHEST} can be read on a bad day: {help}"),
        );
    }
    let mean = mean(&levels);
    if mean > HIGHEST_MEAN {
        problems.add(
            Place { file: lang, line: 0 },
            format!("the texts read at grade {mean:.1} on average; at most {HIGHEST_MEAN}: {help}"),
        );
    }
}

fn levels_of_file(source: &Source, file: &Table<'_>, rules: &Rules) -> Vec<Level> {
    let level = |path: String, line, is_pool, count: Count| Level {
        path,
        file: source.name.clone(),
        line,
        is_pool,
        n_words: count.words,
        grade: rounded(count.grade()),
    };
    let name = source.name.trim_end_matches(".toml");
    let mut levels = Vec::new();
    let mut pools: BTreeMap<String, (usize, Count)> = BTreeMap::new();
    for (key, text, place) in file.all_texts() {
        let path = format!("{name}.{key}");
        if rules.names.iter().any(|names| is_below(&path, names)) {
            continue;
        }
        let count = Count::of(&text, &rules.terms);
        if count.words >= ENOUGH_WORDS {
            levels.push(level(path, place.line, false, count));
            continue;
        }
        let screen = key.split_once('.').map_or(name.to_owned(), |(table, _)| format!("{name}.{table}"));
        let (line, pool) = pools.entry(screen).or_insert((place.line, Count::default()));
        *line = place.line.min(*line);
        *pool = pool.and(count);
    }
    let pools = pools.into_iter().filter(|(_, (_, count))| count.words >= ENOUGH_WORDS);
    levels.extend(pools.map(|(path, (line, count))| level(path, line, true, count)));
    levels
}

#[cfg(test)]
mod tests {
    use super::{Files, Problems, Rules, Source, check, levels};

    /// Thirteen words of 24 syllables: grade 11.3.
    const HARD: &str = "My partner usually disagrees with everything I say about money or the evening.";

    fn files(name: &str, text: String) -> Files {
        let mut files = Files::default();
        files.insert(name, text);
        files
    }

    /// The rules that `toml` says.
    fn rules(toml: &str) -> Rules {
        let source = Source { name: "structure/rules.toml".to_owned(), text: toml.to_owned() };
        Rules::read(&source.parse(&Problems::default()))
    }

    fn said(files: &Files, lang: &str, rules: &Rules) -> Vec<String> {
        let problems = Problems::default();
        check(files, lang, rules, &problems);
        problems.into_sorted().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn short_texts_are_read_together_by_screen_and_names_not_at_all() {
        let table = format!("one = \"{HARD}\"\ntwo = \"{HARD}\"\n");
        let in_files = files("en/ui.toml", format!("[easy]\none = \"Go on.\"\n[hard]\n{table}"));
        let read = levels(&in_files, "en", &Rules::default());
        let read: Vec<_> =
            read.iter().map(|level| (&*level.path, level.line, level.is_pool, level.n_words)).collect();
        assert_eq!(read, [("en/ui.hard", 4, true, 26)]);
        let without_table = files("en/welcome.toml", table);
        let complaints = said(&without_table, "en", &Rules::default()).join("\n");
        assert!(complaints.contains("texts of `en/welcome` read at grade 11.3"), "{complaints}");
        assert_eq!(levels(&in_files, "en", &rules("names = [\"en/ui.hard\"]")), []);
    }

    #[test]
    fn the_mean_has_its_own_limit_and_terms_weigh_less() {
        let text = "We usually disagree about money in the evening, and then neither of us is able to say \
            it is enough. Nothing else is wrong at all.";
        let files = files("en/readings.toml", format!("again = \"{text}\""));
        let complaints = said(&files, "en", &Rules::default());
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert!(complaints[0].starts_with("src/content/en:0: the texts read at grade 6."), "{complaints:?}");
        assert_eq!(said(&files, "en", &rules("terms = [\"usually\", \"disagree\"]")), [""; 0]);
    }

    #[test]
    fn a_language_without_a_formula_is_passed_over() {
        let text = format!("again = \"{HARD} {HARD}\"");
        assert_eq!(levels(&files("de/readings.toml", text.clone()), "de", &Rules::default()), []);
        assert_eq!(levels(&files("en-GB/readings.toml", text), "en-GB", &Rules::default()).len(), 1);
    }
}

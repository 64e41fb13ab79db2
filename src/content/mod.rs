//! Every word a reader sees, as data.
//!
//! Belongs here: the compact form in which one language arrives in the browser ([`Pack`], [`Library`]), the
//! keys by which views ask for a text, and, natively, the compiler that checks the files a content editor
//! writes (`src/content/structure/*.toml` once, `src/content/<language>/*.toml` per language).
//! Does not belong here: rules about answers or steps (`domain`), markup (`views`).

#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
mod key;
mod library;
mod pack;
pub mod packed;

pub use key::{PluralForm, PluralKey, TextKey};
pub use library::{
    HelpSection, Insight, Library, Myth, PhraseText, ReadingChange, Reason, Sentence, Source, StepText, Time,
};
pub use pack::{
    Card, Country, Help, HelpKind, HelpLine, MIX_BITS, Pack, PackError, QuestionText, ReadingText, SafeText,
    SafetyQuestion,
};

/// The version of the compact form. A core refuses a file of another version instead of misreading it.
pub const FORMAT: u8 = 1;

/// Fills a sentence template: every `{name}` becomes its value. Names that are not given stay as they
/// are; the content compiler makes sure that this does not happen.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, from_brace) = rest.split_at(open);
        filled.push_str(before);
        let slot = from_brace.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(given, _)| Some(*given) == name.strip_prefix('{'))?;
            Some((*value, after))
        });
        match slot {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = from_brace.strip_prefix('{').unwrap_or_default();
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_template_is_filled_once_and_values_are_not_templates() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "2")]), "{b} of 2");
        assert_eq!(fill("{x} } {", &[("a", "1")]), "{x} } {");
    }
}

//! The reflection file: readings, mixtures, help lines.

use super::super::read::Table;
use super::super::structure::mix_name;
use super::Wording;
use crate::content::packed::Text;
use crate::content::{Country, Help, HelpLine, MIX_BITS, ReadingChange, ReadingText};
use crate::domain::question::Thread;
use crate::domain::reading::Strength;
use crate::domain::word::Word;

impl Wording<'_> {
    pub(super) fn readings(&self) -> Vec<ReadingText> {
        self.each_reading(|_, _, words| ReadingText { title: words.text("title"), body: words.text("body") })
    }

    pub(super) fn changes(&self) -> Vec<ReadingChange> {
        self.each_reading(|thread, strength, words| {
            let change = words.text("change");
            if change.is_empty() && strength != Strength::NotClear {
                words.complain("`change` is empty: what would change this picture is always said");
            }
            let sources = self.structure.readings.get(&(thread.word(), strength.word()));
            ReadingChange { change, sources: sources.cloned().unwrap_or_default() }
        })
    }

    /// One value for each strength of each thread, out of its table.
    fn each_reading<T>(&self, value: impl Fn(Thread, Strength, &Table<'_>) -> T) -> Vec<T> {
        let file = self.file("readings");
        let mut values = Vec::new();
        for &thread in Thread::ALL {
            let strengths = file.table_or_empty(thread.word());
            for &strength in Strength::ALL {
                let words = strengths.table_or_empty(strength.word());
                values.push(value(thread, strength, &words));
                for key in ["title", "body", "change"] {
                    words.text_or_none(key); // one of the two files asks for each
                }
                words.finish();
            }
            strengths.finish();
        }
        values
    }

    pub(super) fn mixes(&self) -> Vec<Text> {
        let mixes = self.file("readings").table_or_empty("mix");
        let packed = mix_names().map(|name| mixes.text(&name)).collect();
        mixes.text("unclear");
        mixes.finish();
        packed
    }

    pub(super) fn help(&self) -> Help {
        let file = self.file("help");
        let (hours, notes, countries) =
            (file.table_or_empty("hours"), file.table_or_empty("lines"), file.table_or_empty("countries"));
        let lines: Vec<_> = self
            .structure
            .lines
            .iter()
            .map(|row| {
                let note = notes.text_or_none(row.id).unwrap_or_default();
                (row, HelpLine { hours: hours.text(row.line.hours), note, ..row.line.clone() })
            })
            .collect(); // also those that are not shown: their words are not without a place
        let help = Help {
            countries: self
                .structure
                .countries
                .iter()
                .map(|(code, emergency, zones)| Country {
                    code,
                    name: countries.text(code),
                    emergency: emergency.clone(),
                    zones: zones.clone(),
                })
                .collect(),
            lines: lines.into_iter().filter(|(row, _)| row.is_shown()).map(|(_, line)| line).collect(),
            directory_name: self.structure.directory.0,
            directory_web: self.structure.directory.1,
        };
        notes.finish();
        countries.finish();
        help
    }
}

/// The name of every mixture, in the order in which they are packed.
pub(super) fn mix_names() -> impl Iterator<Item = String> {
    (0..1_usize << MIX_BITS.len()).map(|bits| {
        mix_name(|thread| MIX_BITS.iter().any(|(other, bit)| *other == thread && bits & bit != 0))
    })
}

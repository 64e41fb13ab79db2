//! Enums whose variants have one word each, the same in content files, in stored records and in markup.

/// A value that is one of a few words.
pub trait Word: Copy + PartialEq + 'static {
    /// The first value.
    const FIRST: Self;

    /// Every value, in order.
    const VALUES: &'static [Self];

    /// Every value with its word, in order.
    const WORDS: &'static [(Self, &'static str)];

    /// The value with this word; `None` if none has it.
    fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, other)| *other == word).map(|(value, _)| *value)
    }

    /// The word of this value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| *word)
    }
}

/// Declares such an enum, with `ALL` in the order of its variants.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident {
        $(#[$first_doc:meta])* $first:ident = $first_word:literal,
        $($(#[$doc:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $(#[$first_doc])* $first, $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant,)*];
        }

        impl $crate::domain::word::Word for $name {
            const FIRST: Self = Self::$first;
            const VALUES: &'static [Self] = Self::ALL;
            const WORDS: &'static [(Self, &'static str)] =
                &[(Self::$first, $first_word), $((Self::$variant, $word),)*];
        }
    };
}
pub(crate) use words;

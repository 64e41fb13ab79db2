//! Enums whose variants have one word each, the same in content files, in stored records and in markup; and sets of
//! them.

use std::fmt;
use std::marker::PhantomData;

/// A value that is one of a few words.
pub trait Word: Copy + PartialEq + 'static {
    /// The first value.
    const FIRST: Self;

    /// Every value, in order.
    const VALUES: &'static [Self];

    /// Every value with its word, in order.
    const WORDS: &'static [(Self, &'static str)];

    /// Its place among [`Word::VALUES`].
    fn place(self) -> usize;

    /// The value with this word; `None` if none has it.
    fn named(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, other)| *other == word).map(|(value, _)| *value)
    }

    /// The word of this value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| *word)
    }
}

/// A set of words of one kind, a bit each by their places; kinds of up to eight words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Set<T>(u8, PhantomData<T>);

impl<T: Word> Set<T> {
    /// The set with these bits.
    #[must_use]
    pub fn of_bits(bits: u8) -> Self {
        Self(bits, PhantomData)
    }

    /// Its bits.
    #[must_use]
    pub fn bits(self) -> u8 {
        self.0
    }

    /// True if `value` is in it.
    #[must_use]
    pub fn contains(self, value: T) -> bool {
        self.0 & (1 << value.place()) != 0
    }

    /// True if nothing is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in it, in the order of the kind.
    pub fn iter(self) -> impl Iterator<Item = T> {
        T::VALUES.iter().copied().filter(move |value| self.contains(*value))
    }
}

impl<T: Word> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::of_bits(values.into_iter().fold(0, |bits, value| bits | 1 << value.place()))
    }
}

impl<T: Word + fmt::Debug> fmt::Debug for Set<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.iter()).finish()
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

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}
pub(crate) use words;

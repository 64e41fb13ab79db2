//! What the pure parts ask of the world, as traits. Adapters stand in `platform`.

use std::fmt;

use crate::content::PluralForm;
use crate::domain::date::Day;

/// Why the browser did not do as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// Storage is blocked, missing or patched so that it throws.
    Denied,
    /// There is no room left.
    Full,
    /// What was written did not read back the same.
    Unfaithful,
    /// Everything of ours that stood there was removed: by the reader in another tab, or by the browser.
    Gone,
    /// A newer version wrote here. It is left as it is.
    Newer,
}

impl StoreError {
    /// What a page's owner reads behind the code `storage`.
    #[must_use]
    pub fn says(self) -> &'static str {
        match self {
            Self::Denied => "not allowed",
            Self::Full => "full",
            Self::Unfaithful => "not read back the same",
            Self::Gone => "removed",
            Self::Newer => "newer",
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.says())
    }
}

impl std::error::Error for StoreError {}

/// A store of strings. Every call can fail, at any time, for any reason.
pub trait KeyValue {
    /// The value of `key`; `None` if there is none, which is no error.
    ///
    /// # Errors
    /// [`StoreError`], as for every call.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Sets `key`. After an error the old value stands.
    ///
    /// # Errors
    /// [`StoreError`], as for every call.
    fn set(&mut self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Removes `key`, if it is there.
    ///
    /// # Errors
    /// [`StoreError`], as for every call.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;

    /// All keys, those of the host page included. One with a line break may come in pieces, and none of ours has one.
    ///
    /// # Errors
    /// [`StoreError`], as for every call.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// What a language does with numbers and dates; the browser's `Intl` knows it.
pub trait Words {
    /// The plural category of `n`.
    fn plural(&self, n: usize) -> PluralForm;

    /// `day` in words, such as "6 December"; with its year if it is far from today.
    fn date(&self, day: Day) -> String;
}

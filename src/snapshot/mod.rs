//! Notes and the strings they are kept as.
//!
//! One small record a key. The stored string is `n<version> <revision> <checksum> <payload>`: a version that
//! is read before anything else, a revision that counts writes (clocks are set back, counters are not), a
//! CRC-32 of the payload, and the payload as JSON in plain ASCII, because one engine counts a text with a
//! single other character twice against its quota.
//!
//! Reading never fails as a whole: [`restore`] yields what could be read and reports the rest.
//! Does not belong here: any store (`state::keeper`), any browser (`platform`).

mod copy;
mod form;
mod merge;
mod record;
mod restore;

pub use copy::{Copied, MAX_COPY, Refused, copy, read_copy};
pub use record::{Change, DELETED, Key, Sealed, Unreadable, VERSION, seal, unseal};
pub use restore::{Restored, SetAside, restore};

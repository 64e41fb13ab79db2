//! A stored string, whoever wrote it: it is read or set aside, and what is read can be written and read again.
//!
//! Input: the name of the key, a line break, and either a stored string, or `+` and the payload of one with the right
//! checksum.
#![no_main]

use fogbridge::snapshot::{Key, restore, seal, unseal};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some((name, raw)) = text.split_once('\n') else { return };
    let raw = raw.strip_prefix('+').map_or_else(|| raw.to_owned(), |payload| seal(payload, 1));
    let restored = restore([(name, raw.as_str())]);
    assert!(restored.set_aside.len() <= 1);
    let Ok(sealed) = unseal(&raw) else {
        assert_eq!(restored.set_aside.len(), 1);
        return;
    };
    if restored.set_aside.is_empty() && !sealed.is_deleted() {
        let key = Key::parse(name).expect("it was read");
        let payload = restored.notes.payload(key).expect("it was read");
        let again = restore([(name, seal(&payload, sealed.revision).as_str())]);
        assert!(payload.is_ascii());
        assert_eq!(again, restored);
    }
});

//! How much memory a file or a stored string can make us take: never more than a fixed multiple of its own length.
#![cfg(not(target_arch = "wasm32"))]
#![allow(unsafe_code, reason = "an allocator that counts cannot be written without")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that panics has failed, as it should"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use fogbridge::domain::notes::Notes;
use fogbridge::json::MAX_ITEMS;
use fogbridge::snapshot::{MAX_COPY, Refused, Unreadable, read_copy, restore, seal, unseal};

thread_local! {
    static NOW: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// Counts the bytes that this thread holds.
struct Counting;

fn add(bytes: isize) {
    let now = NOW.get() + bytes;
    NOW.set(now);
    PEAK.set(PEAK.get().max(now));
}

// SAFETY: every call is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size().cast_signed());
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        add(-layout.size().cast_signed());
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// What `read` takes at its peak, in bytes for each byte of `text`.
fn cost<T>(text: &str, read: impl Fn(&str) -> T) -> isize {
    let before = NOW.get();
    PEAK.set(before);
    drop(read(text));
    assert_eq!(NOW.get(), before, "all of it is given back");
    (PEAK.get() - before) / text.len().cast_signed()
}

/// `len` bytes: `head`, then `part` again and again, then `tail`.
fn filled(len: usize, head: &str, part: &str, tail: &str) -> String {
    let n = (len - head.len() - tail.len()) / part.len();
    format!("{head}{}{tail}", part.repeat(n))
}

/// Files of `len` bytes, each of a kind that takes much room.
fn hostile(len: usize) -> Vec<(&'static str, String)> {
    let head = "{\"format\":\"notes-1\",\"records\":{";
    vec![
        ("numbers", filled(len, &format!("{head}\"d\":["), "0,", "0]}}")),
        ("lists", filled(len, &format!("{head}\"d\":["), "[],", "0]}}")),
        ("entries", filled(len, head, "\"\":0,", "\"\":0}}")),
        ("one long text", filled(len, &format!("{head}\"p\":\""), "\\u0061", "\"}}")),
        ("one long number", filled(len, &format!("{head}\"p\":"), "9", "}}")),
        ("nested lists", filled(len, head, "[", "")),
        ("nested maps", filled(len, head, "\"a\":{", "")),
        ("no end", filled(len, head, "\"a\":\"b\",", "")),
    ]
}

/// F24.
#[test]
fn a_hostile_file_takes_no_more_room_than_a_fixed_multiple_of_its_length() {
    for (name, text) in hostile(MAX_COPY) {
        assert!(text.len() > MAX_COPY - 20 && text.len() <= MAX_COPY, "{name}: {}", text.len());
        let cost = cost(&text, read_copy);
        assert!(cost <= 80, "{name} takes {cost} bytes a byte");
    }
}

/// F24: what is too large is not even parsed.
#[test]
fn a_file_over_the_cap_takes_no_room_at_all() {
    let text = "[".repeat(MAX_COPY + 1);
    assert_eq!(cost(&text, read_copy), 0);
    assert_eq!(read_copy(&text), Err(Refused::TooLarge));
}

/// F19.
#[test]
fn a_hostile_record_takes_no_more_room_than_a_fixed_multiple_of_its_length() {
    for (name, text) in hostile(1 << 17) {
        for key in ["s", "p", "d", "r.a1", "t.a1"] {
            let raw = seal(&text, u64::MAX);
            let cost = cost(&raw, |raw| restore([(key, raw)]));
            assert!(cost <= 80, "{name} as {key} takes {cost} bytes a byte");
            assert_eq!(cost_of_unsealing(&raw), 0);
        }
    }
}

fn cost_of_unsealing(raw: &str) -> isize {
    cost(raw, |raw| unseal(raw).is_ok())
}

/// A made-up file of very many small parts would keep the page busy for minutes.
#[test]
fn a_record_or_a_file_of_more_parts_than_ten_years_bring_is_not_read() {
    let answers = |n: usize| (0..n).rev().map(|n| format!("\"q{n:06}\":0")).collect::<Vec<_>>().join(",");
    let draft = |n| format!("{{\"role\":\"numb\",\"path\":\"full\",\"answers\":{{{}}}}}", answers(n));
    let read = |n| restore([("d", seal(&draft(n), 1).as_str())]);
    assert_eq!(read(MAX_ITEMS).notes.draft.expect("read").answers.iter().count(), MAX_ITEMS);
    let aside = read(MAX_ITEMS + 1);
    assert_eq!(aside.notes, Notes::default());
    assert_eq!(aside.set_aside[0].why, Unreadable::Damaged);
    let reflection = "{\"role\":\"numb\",\"path\":\"full\",\"made_on\":1,\"answers\":{}}";
    let records =
        |n: usize| (1..=n).rev().map(|n| format!("\"r.{n}\":{reflection}")).collect::<Vec<_>>().join(",");
    let copy = |n| format!("{{\"format\":\"notes-1\",\"records\":{{{}}}}}", records(n));
    assert_eq!(read_copy(&copy(MAX_ITEMS)).expect("a copy").notes.reflections.len(), MAX_ITEMS);
    assert_eq!(read_copy(&copy(MAX_ITEMS + 1)), Err(Refused::Broken));
}

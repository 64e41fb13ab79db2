//! Numbers in digits.

/// `number` in digits of `base` (2 to 36), without leading zeros. The standard library's way brings along all that a number
/// can be padded and aligned with, half a kilobyte on the wire.
#[must_use]
pub fn digits(number: u64, base: u32) -> String {
    let mut digits = Vec::new();
    let mut rest = number;
    loop {
        let digit = u32::try_from(rest % u64::from(base)).unwrap_or_default();
        digits.push(char::from_digit(digit, base).unwrap_or('0'));
        rest /= u64::from(base);
        if rest == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

/// The number that `text` says in digits of `base`; `None` if it says none, or one over 64 bits. The one parser of numbers:
/// the standard library has one for each type.
#[must_use]
#[inline(never)]
pub fn number(text: &str, base: u32) -> Option<u64> {
    u64::from_str_radix(text, base).ok()
}

/// `pattern` with the decimal digits of `number` in the places of its zeros, as in `0000-00-00`. The number has as many
/// digits as there are zeros; a zero without a digit falls away.
#[must_use]
pub fn filled(pattern: &str, number: u64) -> String {
    let digits = digits(number, 10);
    let mut rest = digits.chars();
    pattern.chars().filter_map(|c| if c == '0' { rest.next() } else { Some(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::{digits, filled};

    #[test]
    fn a_pattern_is_filled_at_its_zeros() {
        assert_eq!(filled("0000-00-00", 20_261_122), "2026-11-22");
        assert_eq!(filled("Room 000, floor 1", 407), "Room 407, floor 1");
    }

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for number in [0, 9, 10, 36, 4_096, u64::MAX] {
            assert_eq!(digits(number, 10), number.to_string());
            assert_eq!(digits(number, 16), format!("{number:x}"));
        }
    }
}

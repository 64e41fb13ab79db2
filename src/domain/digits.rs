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

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for number in [0, 9, 10, 36, 4_096, u64::MAX] {
            assert_eq!(digits(number, 10), number.to_string());
            assert_eq!(digits(number, 16), format!("{number:x}"));
        }
    }
}

//! The compact form of content: one value a line, in the order of the fields.
//!
//! A text is its line; a list is its length and then its items; a flag is `1` or an empty line; a word out of
//! a few is its number. Reading copies no text: what is read points into the file, which stays in memory as
//! long as the page. (By way of JSON the same files cost twice the code.)
//!
//! Used for the files that the build writes and the loader has checked by their hash. What a reader entered is
//! kept as JSON instead: see `snapshot`.

use std::rc::Rc;

use crate::domain::digits::number;
use crate::domain::word::{Set, Word};

/// A text of the content. The file it stands in is never dropped.
pub type Text = &'static str;

/// A packed file on its way in.
#[derive(Debug)]
pub struct Lines {
    lines: std::str::Split<'static, char>,
    fits: bool,
}

impl Lines {
    /// The beginning of `file`.
    #[must_use]
    pub fn new(file: Text) -> Self {
        Self { lines: file.split('\n'), fits: true }
    }

    /// The next line as it is.
    #[inline(never)]
    pub fn text(&mut self) -> Text {
        let line = self.lines.next();
        self.fits &= line.is_some();
        line.unwrap_or_default()
    }

    /// The next line as a whole number.
    #[inline(never)]
    pub fn number(&mut self) -> i32 {
        let text = self.text();
        let (sign, text) = text.strip_prefix('-').map_or((1, text), |text| (-1, text));
        let number = number(text, 10).and_then(|number| i32::try_from(number).ok());
        self.fits &= number.is_some();
        sign * number.unwrap_or_default()
    }

    /// True if every line so far was of the kind asked for.
    #[must_use]
    pub fn fit(&self) -> bool {
        self.fits
    }
}

/// A value with a packed form.
pub trait Packed: Sized {
    /// Reads the value. Where a line does not fit, some value stands in, and [`Lines::fit`] says so: reading
    /// goes straight on, because leaving at each field would cost the code to drop all fields before it.
    fn unpack(lines: &mut Lines) -> Self;

    /// Writes the value, each line with its end.
    fn pack_into(&self, file: &mut String);
}

fn line(file: &mut String, line: &str) {
    // The compiler refuses such texts with file and line; one from elsewhere must not shift all that follow.
    assert!(!line.contains('\n'), "a packed text has a line break: {line:?}");
    file.push_str(line);
    file.push('\n');
}

impl Packed for Text {
    fn unpack(lines: &mut Lines) -> Self {
        lines.text()
    }

    fn pack_into(&self, file: &mut String) {
        line(file, self);
    }
}

impl Packed for Rc<str> {
    fn unpack(lines: &mut Lines) -> Self {
        lines.text().into()
    }

    fn pack_into(&self, file: &mut String) {
        line(file, self);
    }
}

impl Packed for bool {
    fn unpack(lines: &mut Lines) -> Self {
        !lines.text().is_empty()
    }

    fn pack_into(&self, file: &mut String) {
        line(file, if *self { "1" } else { "" });
    }
}

macro_rules! numbers {
    ($($number:ty),*) => { $(
        impl Packed for $number {
            fn unpack(lines: &mut Lines) -> Self {
                let number = Self::try_from(lines.number());
                lines.fits &= number.is_ok();
                number.unwrap_or_default()
            }

            fn pack_into(&self, file: &mut String) {
                line(file, &self.to_string());
            }
        }
    )* };
}
numbers!(i8, u8, u16);

impl<T: Word> Packed for T {
    fn unpack(lines: &mut Lines) -> Self {
        let word = usize::try_from(lines.number()).ok().and_then(|number| T::VALUES.get(number));
        lines.fits &= word.is_some();
        word.copied().unwrap_or(T::FIRST)
    }

    fn pack_into(&self, file: &mut String) {
        line(file, &self.place().to_string());
    }
}

impl<T: Word> Packed for Set<T> {
    fn unpack(lines: &mut Lines) -> Self {
        Self::of_bits(u8::unpack(lines))
    }

    fn pack_into(&self, file: &mut String) {
        self.bits().pack_into(file);
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn unpack(lines: &mut Lines) -> Self {
        let mut items = Vec::new();
        let mut left = lines.number();
        // A length that the file does not hold ends with the file.
        while left > 0 && lines.fits {
            items.push(T::unpack(lines));
            left -= 1;
        }
        items
    }

    fn pack_into(&self, file: &mut String) {
        line(file, &self.len().to_string());
        for item in self {
            item.pack_into(file);
        }
    }
}

/// Makes a struct the sequence of its fields, in this order.
macro_rules! row {
    ($name:ty { $($field:ident),* $(,)? }) => {
        impl $crate::content::packed::Packed for $name {
            #[inline(never)]
            fn unpack(lines: &mut $crate::content::packed::Lines) -> Self {
                Self { $($field: $crate::content::packed::Packed::unpack(lines),)* }
            }

            fn pack_into(&self, file: &mut String) {
                $($crate::content::packed::Packed::pack_into(&self.$field, file);)*
            }
        }
    };
}
pub(crate) use row;

/// The packed form of `value`.
#[must_use]
pub(super) fn packed(value: &impl Packed) -> String {
    let mut file = String::new();
    value.pack_into(&mut file);
    file
}

//! [`draw`] reads the table of the picture and makes its elements.
//!
//! Only integers are written, by hand: the formatting of floats would cost the wasm more than the picture.

use crate::views::ui::{Attr, Ui};

/// What paints a shape of the same name: three round gradients, those that run downwards, and hatching.
pub const PAINTS: [&str; 11] =
    ["sun", "lamp", "fog", "sky", "water", "haze", "bank", "cloud", "storm", "gloom", "hatch"];

/// Turns rows into elements, up to the end of the group. `told` is how strong fog, wear (the lantern), strain and weather
/// are: `0`, `1`, `2`, or `n` where it is not clear yet.
///
/// A row is: when, kind, name, shape. When: `*` for always, or a thread (`f`, `l`, `s`, `w`) and the strengths it is there
/// for. Kind and name become the classes. The shape is:
/// - path data, or the numbers of a [`scatter`]: a path, painted by what of [`PAINTS`] has its name
/// - a transform, or nothing: a group, which goes as far as the row `end`
///
/// The kinds of paths:
/// - `area`: a shape with an outline where the picture is only lines (pencil, forced colours)
/// - `line`: a stroke
/// - `soft`: paint without an outline, left out where the picture is only lines
/// - `lit`: a light; it stays lit everywhere
pub fn draw(ui: &mut Ui<'_>, rows: &mut &str, told: [u8; 4]) {
    loop {
        let mut row = cut(rows, '\n');
        let when = cut(&mut row, ' ').as_bytes();
        let (kind, name, shape) = (cut(&mut row, ' '), cut(&mut row, ' '), row);
        if name.is_empty() {
            return;
        }
        let mut threads = b"flsw".iter().zip(&told);
        if threads.any(|(thread, told)| when.first() == Some(thread) && !when.contains(told)) {
            continue;
        }
        let class = ["scene__", kind, " scene__", name].concat();
        let path = match shape.bytes().next() {
            Some(b'M') => shape.to_owned(),
            Some(b'0'..=b'9') => scatter(shape),
            _ => String::new(),
        };
        if path.is_empty() {
            ui.open("g", "");
            ui.attr_of(Attr::Class, class);
            ui.attr_of(Attr::Transform, shape.to_owned());
            draw(ui, rows, told);
        } else {
            ui.open("path", "");
            ui.attr_of(Attr::Class, class);
            if PAINTS.contains(&name) {
                ui.attr_of(Attr::Fill, ["url(#scene__paint-", name, ")"].concat());
            }
            ui.attr_of(Attr::D, path);
        }
        ui.close();
    }
}

/// Cuts off what stands before the first `end`.
#[inline(never)]
fn cut<'text>(text: &mut &'text str, end: char) -> &'text str {
    let (first, rest) = text.split_once(end).unwrap_or((text, ""));
    *text = rest;
    first
}

/// Path data of one shape many times. The numbers: how many; for each of x, y and size where it begins, by how much it
/// grows from one to the next, and where it begins again; then the shape in sixteenths of its size: how far from its
/// place it begins, and curves of two points, each relative to the end of the curve before.
fn scatter(text: &str) -> String {
    let (mut numbers, mut number, mut sign) = (Vec::new(), 0, 1);
    for byte in text.bytes().chain([b' ']) {
        match byte {
            b' ' => {
                numbers.push(number * sign);
                (number, sign) = (0, 1);
            }
            b'-' => sign = -1,
            digit => number = number * 10 + i32::from(digit & 15),
        }
    }
    let mut path = String::new();
    if let [count, x, more_x, range_x, y, more_y, range_y, size, more, range, shape @ ..] = numbers.as_slice()
    {
        for step in 0..*count {
            let at = |from: i32, more: i32, range: i32| {
                from + (step * more).checked_rem(range).unwrap_or_default()
            };
            let size = at(*size, *more, *range);
            write(&mut path, 'M', at(*x, *more_x, *range_x));
            write(&mut path, ' ', at(*y, *more_y, *range_y));
            for (place, part) in shape.iter().enumerate() {
                let command = match place {
                    0 => 'm',
                    2 => 'q',
                    _ => ' ',
                };
                write(&mut path, command, part * size / 16);
            }
        }
    }
    path
}

/// Writes a command, or a space, and a number.
#[inline(never)]
fn write(path: &mut String, command: char, number: i32) {
    path.push(command);
    if number < 0 {
        path.push('-');
    }
    digits(path, number.unsigned_abs());
}

/// Writes the digits of a number.
fn digits(path: &mut String, number: u32) {
    if number > 9 {
        digits(path, number / 10);
    }
    path.extend(char::from_digit(number % 10, 10));
}

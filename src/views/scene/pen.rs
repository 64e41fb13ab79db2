//! Pen and canvas: whole numbers in, path data out.
//!
//! Only integers are written, and by hand: the formatting of floats would cost the wasm more than the picture.

use std::borrow::Cow;

use crate::domain::reading::Strength;

/// A place in the picture, in units of its `viewBox`.
pub type Point = (i32, i32);

/// A row of a table: class, path data, and a gradient as `url(#…)`, or nothing where the class gives the colour.
pub type Row = (&'static str, &'static str, &'static str);

/// How much of a thread is to be seen, for lengths and counts: 0, 1 or 2.
pub fn degree(strength: Strength) -> i32 {
    match strength {
        Strength::Quiet | Strength::NotClear => 0,
        Strength::Faint => 1,
        Strength::Strong => 2,
    }
}

/// One path of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// Its class; colour and line come from `scene.css`.
    pub class: &'static str,
    /// Its path data.
    pub d: Cow<'static, str>,
    /// A gradient or pattern as `url(#…)`, or nothing.
    pub fill: &'static str,
}

/// Shapes that move and fade together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Its class.
    pub class: &'static str,
    /// Its place as an SVG transform, or nothing.
    pub place: &'static str,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
}

/// The picture as it is being drawn, from back to front.
#[derive(Debug, Default)]
pub struct Canvas(Vec<Layer>);

impl Canvas {
    /// Begins a layer; what is drawn next belongs to it.
    pub fn layer(&mut self, class: &'static str, place: &'static str) {
        self.0.push(Layer { class, place, shapes: Vec::new() });
    }

    /// The finished layers.
    pub fn into_layers(self) -> Vec<Layer> {
        self.0
    }

    /// Draws a table.
    pub fn rows(&mut self, rows: &'static [Row]) {
        for &(class, d, fill) in rows {
            self.add(class, Cow::Borrowed(d), fill);
        }
    }

    /// Draws one row.
    pub fn row(&mut self, class: &'static str, d: &'static str) {
        self.add(class, Cow::Borrowed(d), "");
    }

    /// Draws what a pen wrote.
    pub fn draw(&mut self, class: &'static str, pen: Pen) {
        self.add(class, Cow::Owned(pen.0), "");
    }

    /// Draws what a pen wrote, filled by a gradient.
    pub fn shade(&mut self, class: &'static str, pen: Pen, fill: &'static str) {
        self.add(class, Cow::Owned(pen.0), fill);
    }

    /// Draws what is not clear yet: a pencil line, on a strip left unpainted so that it shows on any ground.
    pub fn sketch(&mut self, d: Cow<'static, str>) {
        self.add("scene__line scene__unpainted", d.clone(), "");
        self.add("scene__line scene__sketch", d, "");
    }

    /// Adds one shape to the last layer.
    fn add(&mut self, class: &'static str, d: Cow<'static, str>, fill: &'static str) {
        if let Some(layer) = self.0.last_mut().filter(|_| !d.is_empty()) {
            layer.shapes.push(Shape { class, d, fill });
        }
    }
}

/// Writes path data.
#[derive(Debug, Default)]
pub struct Pen(String);

impl Pen {
    /// One command with its points.
    pub fn go(&mut self, command: char, points: &[Point]) {
        self.0.push(command);
        for &(x, y) in points {
            self.number(x);
            self.number(y);
        }
    }

    /// One number and a space.
    fn number(&mut self, number: i32) {
        if number < 0 {
            self.0.push('-');
        }
        self.digits(number.unsigned_abs());
        self.0.push(' ');
    }

    /// The digits of a number.
    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.0.extend(char::from_digit(number % 10, 10));
    }

    /// A closed shape with straight sides.
    pub fn area(&mut self, points: &[Point]) {
        self.go('M', points);
        self.0.push('z');
    }

    /// An ellipse around a point.
    pub fn oval(&mut self, x: i32, y: i32, wide: i32, high: i32) {
        self.go('M', &[(x - wide, y)]);
        self.go('a', &[(wide, high), (0, 1), (0, wide * 2), (0, wide), (high, 0), (1, 0), (-wide * 2, 0)]);
    }

    /// A lens of light or mist, lying flat.
    pub fn lens(&mut self, x: i32, y: i32, wide: i32, high: i32) {
        self.go('M', &[(x - wide, y)]);
        self.go('Q', &[(x, y - high), (x + wide, y), (x, y + high), (x - wide, y)]);
    }

    /// What was written.
    pub fn into_path(self) -> Cow<'static, str> {
        Cow::Owned(self.0)
    }
}

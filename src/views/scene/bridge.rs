//! The footbridge: seen a little from above, so that a missing plank shows both beams running on.

use super::pen::{Canvas, Pen, Point};
use crate::domain::reading::Strength;

/// Number of planks.
const PLANKS: i32 = 18;
/// Number of rail posts on each side.
const POSTS: i32 = 7;
/// Height of the lower rail.
const LOW_RAIL: i32 = 62;
/// Height of the upper rail.
const TOP_RAIL: i32 = 98;
/// The whole way from shore to shore.
const WAY: i32 = 1000;

/// What a plank looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plank {
    /// Where it belongs.
    Sound,
    /// One end stands up.
    Raised,
    /// Half off, towards the reader.
    Slid,
    /// Hangs from the near beam.
    Hanging,
    /// Gone: the water shows.
    Missing,
    /// Not clear yet.
    Pencil,
}

/// The plank at `index`. Two planks in a row are never missing: the bridge can always be crossed.
fn plank(strain: Strength, index: i32) -> Plank {
    match (strain, index) {
        (Strength::Faint, 7) | (Strength::Strong, 10) => Plank::Raised,
        (Strength::Faint, 13) => Plank::Slid,
        (Strength::Strong, 4 | 13) => Plank::Missing,
        (Strength::Strong, 7) => Plank::Hanging,
        (Strength::NotClear, 9 | 11) => Plank::Pencil,
        _ => Plank::Sound,
    }
}

/// A point of the bridge: `way` 0–1000 from the left shore, `up` above the deck, `deep` 0–1000 across it.
fn at(way: i32, up: i32, deep: i32) -> Point {
    let near = 1130 - way * 290 / WAY;
    let x = 366 + 754 * way / WAY * (1140 - way * 140 / WAY) / 1000;
    let y = 590 - 34 * way / WAY - 404 * way / 1000 * (WAY - way) / 1000;
    (x + near * deep / 1000 * 14 / 1000, y - near * (up * 1000 + deep * 42) / 1_000_000)
}

/// Start and end of a plank along the way.
fn ends(index: i32) -> (i32, i32) {
    let start = 8 + index * (WAY - 16) / PLANKS;
    (start, start + (WAY - 16) / PLANKS - 4)
}

/// Adds `(dx, dy)`.
fn moved((x, y): Point, dx: i32, dy: i32) -> Point {
    (x + dx, y + dy)
}

/// The way of a rail post.
fn post(index: i32) -> i32 {
    14 + index * 972 / (POSTS - 1)
}

/// One rail from post to post. Only the near side shows strain: slack, then broken in one place.
fn rail(canvas: &mut Canvas, deep: i32, up: i32, class: &'static str, strain: Strength) {
    let (mut whole, mut pencil) = (Pen::default(), Pen::default());
    for index in 0..POSTS - 1 {
        let (left, right) = (post(index), post(index + 1));
        let (from, to) = (at(left, up, deep), at(right, up, deep));
        let mut middle = at((left + right) / 2, up + 3, deep);
        let mut pen = &mut whole;
        match (strain, index) {
            _ if deep > 0 => {}
            (Strength::Strong, 2) => {
                // A stub on one side; on the other the rail hangs from its post.
                if up > LOW_RAIL {
                    pen.go('M', &[from, at(left + 58, up - 14, 0)]);
                    pen.go('M', &[to, at(right - 84, up - 66, 0)]);
                }
                continue;
            }
            (Strength::Faint, 3) | (Strength::Strong, 4) if up > LOW_RAIL => middle.1 += 46,
            (Strength::NotClear, 3) => pen = &mut pencil,
            _ => {}
        }
        pen.go('M', &[from]);
        pen.go('Q', &[middle, to]);
    }
    canvas.draw(class, whole);
    canvas.sketch(pencil.into_path());
}

/// The rail posts of one side.
fn posts(canvas: &mut Canvas, deep: i32, class: &'static str) {
    let mut pen = Pen::default();
    for index in 0..POSTS {
        let foot = at(post(index), -10, deep);
        pen.go('M', &[foot, at(post(index), TOP_RAIL + 2, deep)]);
    }
    canvas.draw(class, pen);
}

/// The deck: planks by tone, their front edges, the grain, and what is only pencilled.
fn deck(canvas: &mut Canvas, strain: Strength) {
    let mut tones = [Pen::default(), Pen::default(), Pen::default()];
    let [light, mid, dark] = &mut tones;
    let (mut front, mut grain, mut sketch) = (Pen::default(), Pen::default(), Pen::default());
    for index in 0..PLANKS {
        let (start, end) = ends(index);
        let mut top = [at(start, 0, 0), at(start, 0, 1000), at(end, 0, 1000), at(end, 0, 0)];
        let kind = plank(strain, index);
        match kind {
            Plank::Sound | Plank::Pencil => {}
            Plank::Raised => {
                let [a, b, c, d] = top;
                top = [a, b, moved(c, -4, -36), moved(d, -4, -36)];
            }
            Plank::Slid => {
                let [a, b, c, d] = top;
                top = [moved(a, -2, 26), moved(b, -6, 20), moved(c, -4, 28), moved(d, 2, 36)];
            }
            Plank::Hanging => {
                let [a, _, _, d] = top;
                top = [moved(a, 2, 10), moved(a, -4, 66), moved(d, -18, 74), moved(d, -8, 14)];
            }
            Plank::Missing => continue,
        }
        let [a, b, c, d] = top;
        if kind == Plank::Pencil {
            sketch.area(&top);
            continue;
        }
        match index * 7 % 5 {
            0 | 3 => light.area(&top),
            1 => dark.area(&top),
            _ => mid.area(&top),
        }
        if kind != Plank::Hanging {
            front.area(&[a, moved(a, 0, 11), moved(d, 0, 11), d]);
        }
        let third = |p: Point, q: Point| ((p.0 * 2 + q.0) / 3, (p.1 * 2 + q.1) / 3);
        grain.go('M', &[third(a, d), third(b, c)]);
        if index % 3 == 0 {
            grain.go('M', &[third(d, a), third(third(c, b), third(d, a))]);
        }
    }
    let [light, mid, dark] = tones;
    canvas.draw("scene__plank scene__plank--light", light);
    canvas.draw("scene__plank", mid);
    canvas.draw("scene__plank scene__plank--dark", dark);
    canvas.draw("scene__plank-front", front);
    canvas.draw("scene__line scene__grain", grain);
    canvas.sketch(sketch.into_path());
}

/// The far legs.
const FAR_LEGS: &str = "M575 483l-6 159m59-173 6 169m304-177-5 153m46-143 5 139";
/// The near legs with their braces.
const LEGS: &str = "M561 526l-6 142m59-156 6 152m306-166-5 142m46-132 5 128m-411-63 53 67m0-82-53 82m365-101 41 77m0-68-41 68";
/// The beams: [`at`] as one curve each, from shore to shore without a gap.
const BEAMS: [&str; 2] = ["M381 554q427-213 750-25", "M366 608q429-222 754-39"];

/// The whole bridge, from back to front.
pub fn bridge(canvas: &mut Canvas, strain: Strength) {
    canvas.row("scene__line scene__leg scene__leg--far", FAR_LEGS);
    posts(canvas, 1000, "scene__line scene__post scene__post--far");
    rail(canvas, 1000, TOP_RAIL, "scene__line scene__rail scene__rail--far", strain);
    canvas.rows(&[
        ("scene__line scene__beam scene__beam--far", BEAMS[0], ""),
        ("scene__line scene__leg", LEGS, ""),
        ("scene__line scene__beam", BEAMS[1], ""),
    ]);
    deck(canvas, strain);
    posts(canvas, 0, "scene__line scene__post");
    rail(canvas, 0, LOW_RAIL, "scene__line scene__rail scene__rail--low", strain);
    rail(canvas, 0, TOP_RAIL, "scene__line scene__rail", strain);
}

//! What is always there: sky, hills, water, the two shores with their houses, trees and reeds.

use super::pen::{Canvas, Pen, Row, degree};
use crate::domain::reading::Strength;

/// Far, middle and near hills.
const HILLS: [Row; 3] = [
    (
        "scene__hill scene__hill--far",
        "M-20 380c80-28 140-80 196-104 38-16 64-20 92-8 44 20 72 62 134 70 54 7 84-26 128-22 60 6 110 56 186 64 84 8 174 16 264-14 84-28 140-98 216-140 26-14 54-14 82 2 58 34 112 90 182 102v160H-20z",
        "url(#fb-scene-hill-far)",
    ),
    (
        "scene__hill scene__hill--mid",
        "M-20 300c80 12 136 58 210 76 80 19 140-10 214-4 86 8 156 52 256 60 110 8 210 6 310-18 100-24 160-70 260-78 90-6 160-36 230-66v220H-20z",
        "url(#fb-scene-hill-mid)",
    ),
    (
        "scene__hill scene__hill--near",
        "M-20 392c80-4 150 28 240 42 110 16 210 2 310 10 70 6 130 20 210 22 90 2 170-4 260-18 100-16 180-44 290-52 70-5 120-16 170-30v126H-20z",
        "url(#fb-scene-hill-near)",
    ),
];

/// Number of strokes of light that the sun leaves on the water.
const GLITTER: i32 = 15;

/// The two shores.
const FAR_BANK: &str =
    "M1450 486c-110-8-200 6-270 30-70 24-122 46-116 70 10 34 106 54 186 82 80 26 150 40 200 44z";
const NEAR_BANK: &str =
    "M-10 534c90-28 200-22 300 6 90 24 156 56 150 94-8 42-104 70-194 106-86 34-176 76-256 102z";
/// The roof of a house.
const ROOF: &str = "M20 128L92 26H266L204 128Z";

/// One house, in a box of 330 × 260 that stands on y = 260.
const HOUSE: [Row; 10] = [
    ("scene__chimney", "M96 66V8h36v42z", ""),
    ("scene__wall", "M40 118h166v136q-86 8-166 2z", ""),
    ("scene__gable", "M206 118l58-84 54 88v128q-58 8-112 4z", ""),
    (
        "scene__line scene__board",
        "M42 156h162M41 180h164M41 204h165M40 228h166m22-108h76m-82 24h90m-94 24h14m46 0h36m-96 24h12m50 0h36m-98 24h12m50 0h37",
        "",
    ),
    ("scene__eave", "M40 118h166v16H40z", ""),
    ("scene__door", "M234 252v-76q20-18 42 0v75z", ""),
    ("scene__roof", ROOF, ""),
    ("scene__line scene__shingle", "M36 106H218M52 84H231M68 60H245M82 40H258", ""),
    ("scene__line scene__verge", "M204 130l60-100 64 104", ""),
    ("scene__line scene__knob", "M268 214h1", ""),
];

/// The lit panes of a house, drawn after the fog so that they glow through it.
pub const PANES: [Row; 3] = [
    (
        "scene__halo scene__halo--window",
        "M-2 190a120 120 0 1 0 240 0a120 120 0 1 0-240 0",
        "url(#fb-scene-lamp)",
    ),
    ("scene__pane", "M84 160h68v62H84zm165-62a14 14 0 1 0 28 0 14 14 0 1 0-28 0", ""),
    (
        "scene__line scene__frame",
        "M84 160h68v62H84zm34 0v62m-34-33h68m-74 37h80m91-128a14 14 0 1 0 28 0 14 14 0 1 0-28 0m14-14v28m-14-14h28",
        "",
    ),
];

/// The sky with what stands in it.
pub fn sky(canvas: &mut Canvas) {
    let mut stars = Pen::default();
    for step in 0..34 {
        let (x, y) = (step * 611 % 1433, 16 + step * step * 37 % 300);
        stars.go('M', &[(x, y), (x + 1, y)]);
    }
    canvas.layer("scene__sky", "");
    canvas.rows(&[("scene__air", "M-10-10H1450V500H-10Z", "url(#fb-scene-sky)")]);
    canvas.draw("scene__line scene__stars", stars);
    canvas.rows(&[
        ("scene__line scene__stars scene__stars--large", "M214 92h1m397-34h1m493 70h1m215-54h1M430 190h1", ""),
        ("scene__glow", "M500 310a400 400 0 1 0 800 0a400 400 0 1 0-800 0", "url(#fb-scene-sun)"),
        ("scene__sun", "M836 310a64 64 0 1 0 128 0a64 64 0 1 0-128 0", ""),
        ("scene__crater", "M876 284a17 12 0 1 0 34 0 17 12 0 1 0-34 0m32 38a22 17 0 1 0 44 0 22 17 0 1 0-44 0m-46 8a12 9 0 1 0 24 0 12 9 0 1 0-24 0", ""),
    ]);
}

/// The hills; drawn a second time upside down in the water.
pub fn hills(canvas: &mut Canvas) {
    canvas.rows(&HILLS);
    // A wood on the far shore: firs in two rows along the water.
    let mut wood = Pen::default();
    for step in 0..92_i32 {
        let x = step * 16 - 14 + step * 29 % 11;
        let gap = (x - 800).abs();
        let tall = (14 + step * 23 % 27) * gap.clamp(150, 620) / 400;
        if gap < 190 {
            continue;
        }
        let wide = 7 + tall / 7;
        wood.area(&[(x - wide, 480), (x, 474 - tall), (x + wide, 480)]);
    }
    canvas.shade("scene__wood", wood, "url(#fb-scene-wood)");
    canvas.rows(&[("scene__haze", "M-20 360H1460V482H-20Z", "url(#fb-scene-haze)")]);
}

/// The water, and the light on it.
pub fn water(canvas: &mut Canvas) {
    canvas.layer("scene__lake", "");
    canvas.rows(&[("scene__water", "M-10 478H1450V890H-10Z", "url(#fb-scene-water)")]);
    let mut light = Pen::default();
    for step in 0..GLITTER {
        let y = 490 + step * 8 + step * step * 3 / 2;
        let half = 34 + step * 5 + step * 31 % 29;
        let (x, thick) = (900 + (step * 47 % 37 - 18) * (step + 4) / 9, 3 + step / 2);
        light.lens(x, y, half, thick);
    }
    canvas.draw("scene__glitter", light);
}

/// Small waves; higher in wind.
pub fn ripples(canvas: &mut Canvas, weather: Strength) {
    let (high, count) = (3 + degree(weather) * 11 / 2, 26 + degree(weather) * 7);
    let (mut back, mut front) = (Pen::default(), Pen::default());
    for step in 0..count {
        let y = 500 + step * 367 / count + step * 13 % 9;
        let x = 40 + step * 587 % 1340;
        let half = 18 + (y - 490) / 9 + step * 17 % 14;
        let rise = high * (y - 380) / 300;
        let pen = if step % 2 == 0 { &mut back } else { &mut front };
        pen.go('M', &[(x - half, y)]);
        pen.go('Q', &[(x - half / 2, y - rise), (x, y)]);
        pen.go('T', &[(x + half, y)]);
        if high > 3 {
            pen.go('T', &[(x + half * 2, y)]);
        }
    }
    canvas.layer("scene__ripples", "");
    canvas.draw("scene__line scene__ripple", back);
    canvas.draw("scene__line scene__ripple scene__ripple--dark", front);
}

/// Hatching for the all-pencil picture.
const HATCH: &str = "url(#fb-scene-hatch)";
/// The hatched hills.
pub const HILL_HATCH: [Row; 2] =
    [("scene__hatched", HILLS[1].1, HATCH), ("scene__hatched", HILLS[2].1, HATCH)];
/// The hatched shores.
pub const SHORE_HATCH: [Row; 2] = [("scene__hatched", FAR_BANK, HATCH), ("scene__hatched", NEAR_BANK, HATCH)];
/// A hatched roof.
pub const ROOF_HATCH: [Row; 1] = [("scene__hatched", ROOF, HATCH)];

/// The shore on the right, farther away.
pub fn far_shore(canvas: &mut Canvas) {
    canvas.layer("scene__shore", "");
    canvas.rows(&[
        ("scene__shade", "M1052 602c48 48 138 66 238 102 60 20 110 28 160 32V610h-390z", ""),
        ("scene__bank", FAR_BANK, "url(#fb-scene-bank)"),
        (
            "scene__path",
            "M1070 570c50-18 90-14 126-22 18-4 20-8 20-16h28c0 16-16 28-44 34-40 8-90 8-122 22z",
            "",
        ),
        ("scene__line scene__rim", "M1450 486c-110-8-200 6-270 30-70 24-122 46-116 70", ""),
        (
            "scene__stone",
            "M1092 612q10-20 34-12 18 8 14 24zm58 22q8-14 26-8 14 6 10 18zm-104-36q6-12 20-8 10 6 8 14z",
            "",
        ),
    ]);
}

/// The reader's shore on the left.
pub fn near_shore(canvas: &mut Canvas) {
    canvas.layer("scene__shore", "");
    canvas.rows(&[
        ("scene__shade", "M440 636c10 54-90 94-190 132-90 32-190 82-260 104V640z", ""),
        ("scene__bank", NEAR_BANK, "url(#fb-scene-bank)"),
        ("scene__path", "M246 540c16 32 54 50 126 56l8 26c-90 4-158-26-174-76z", ""),
        ("scene__line scene__rim", "M-10 534c90-28 200-22 300 6 90 24 156 56 150 94", ""),
        (
            "scene__stone",
            "M372 664q10-24 40-16 22 10 18 30zm-50 26q8-16 30-10 16 8 12 20zm108-50q4-14 22-10 14 6 10 18z",
            "",
        ),
    ]);
}

/// A house; the same walls stand on both shores.
pub fn house(canvas: &mut Canvas, place: &'static str) {
    canvas.layer("scene__house", place);
    canvas.rows(&HOUSE);
}

/// Smoke from both chimneys.
pub fn smoke(canvas: &mut Canvas, weather: Strength) {
    let d = match degree(weather) {
        0 => {
            "M150 300c-14-30 16-44 6-72-10-28 20-42 14-78 30 40 8 56 20 82 12 30-24 42-32 68zm1152 18c-8-22 14-34 6-56-6-20 16-30 10-56 24 30 6 40 16 62 8 22-18 32-26 50z"
        }
        1 => {
            "M148 302c8-34 40-26 56-52 16-24 48-12 72-36 20-20 46-10 72-30-4 40-36 36-56 58-22 24-50 10-68 34-20 24-52 10-66 26zm1152 16c6-24 30-18 42-36 14-18 38-8 58-30-4 32-26 34-40 50-18 18-36 4-52 16z"
        }
        _ => {
            "M148 304c26-26 54-12 82-30 32-18 60 0 92-18 28-14 56-2 88-18-16 34-50 28-78 42-32 18-58 0-88 18-30 16-60-2-86 8zm1152 16c18-18 40-8 60-20 20-12 44-2 70-16-14 28-40 24-60 34-22 12-44 0-62 4z"
        }
    };
    canvas.layer("scene__smoke", "");
    canvas.row("scene__wisp", d);
}

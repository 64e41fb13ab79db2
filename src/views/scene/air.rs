//! Fog and weather.

use super::pen::{Canvas, Pen, Row, degree};
use crate::domain::reading::Strength;

/// A soft cushion of fog: middle, half width, half height.
type Puff = (i32, i32, i32, i32);

/// Fog low over the water, behind the bridge and before it.
const LOW: [&[Puff]; 2] = [
    &[(260, 566, 420, 58), (800, 548, 520, 62), (1260, 556, 380, 52)],
    &[(180, 676, 400, 70), (640, 660, 520, 66), (1130, 640, 420, 58), (860, 724, 560, 52)],
];

/// What thick fog adds: it stands as high as the rails.
const HIGH: [&[Puff]; 2] = [
    &[(240, 470, 520, 130), (720, 400, 620, 150), (1220, 430, 520, 130), (760, 520, 760, 120)],
    &[
        (470, 520, 380, 110),
        (800, 500, 420, 90),
        (1080, 540, 380, 100),
        (160, 640, 420, 96),
        (1320, 620, 400, 84),
        (700, 620, 700, 90),
    ],
];

/// Wisps: middle, half width, thickness. They keep the fog a shape, not only a paleness.
const WISPS: [&[Puff]; 2] = [
    &[
        (330, 690, 230, 15),
        (760, 640, 270, 15),
        (1060, 676, 200, 13),
        (620, 716, 180, 11),
        (930, 596, 150, 9),
    ],
    &[
        (560, 560, 260, 15),
        (960, 520, 240, 14),
        (300, 610, 210, 13),
        (1220, 596, 190, 12),
        (760, 444, 220, 12),
        (520, 470, 150, 9),
        (1090, 420, 160, 10),
        (420, 748, 240, 12),
        (980, 744, 240, 12),
        (150, 480, 150, 9),
    ],
];

/// The outline of a band of fog that is not clear yet.
const BAND: &str = "M150 652c-30-32 40-56 100-40 50-32 150-26 200-6 70-30 190-28 250-6 80-26 200-20 260 0 70-20 170-16 220 6 70-12 140 14 110 42-40 28-140 16-200 26-90 16-190 2-270 10-100 12-220 0-300 6-100 8-220 0-280-10-40 2-70-8-90-28z";

/// Soft cushions.
fn puffs(canvas: &mut Canvas, rows: &[Puff]) {
    for &(x, y, wide, high) in rows {
        let mut pen = Pen::default();
        pen.oval(x, y, wide, high);
        canvas.shade("scene__fog", pen, "url(#fb-scene-fog)");
    }
}

/// Wisps, as one shape.
fn wisps(canvas: &mut Canvas, rows: &[Puff]) {
    let mut pen = Pen::default();
    for &(x, y, wide, high) in rows {
        pen.go('M', &[(x - wide, y)]);
        pen.go('C', &[(x - wide / 2, y - high), (x + wide / 4, y - high * 3 / 2), (x + wide, y)]);
        pen.go('C', &[(x + wide / 3, y - high / 3), (x - wide / 5, y + high), (x - wide, y)]);
    }
    canvas.draw("scene__wisps", pen);
}

/// Fog behind the bridge.
pub fn fog_back(canvas: &mut Canvas, fog: Strength) {
    canvas.layer("scene__drift", "");
    if fog == Strength::Strong {
        puffs(canvas, HIGH[0]);
    }
    if fog.is_seen() {
        puffs(canvas, LOW[0]);
    }
}

/// Fog before the bridge; a band in pencil stands still.
pub fn fog_front(canvas: &mut Canvas, fog: Strength) {
    if fog == Strength::NotClear {
        canvas.layer("scene__still", "");
        canvas.sketch(BAND.into());
    }
    canvas.layer("scene__drift scene__drift--front", "");
    if fog == Strength::Strong {
        puffs(canvas, HIGH[1]);
    }
    if fog.is_seen() {
        puffs(canvas, LOW[1]);
        wisps(canvas, WISPS[0]);
    }
    if fog == Strength::Strong {
        wisps(canvas, WISPS[1]);
    }
}

/// Clouds.
pub fn clouds(canvas: &mut Canvas, weather: Strength) {
    const CALM: [Row; 2] = [
        (
            "scene__line scene__bird",
            "M700 150q14-12 24 2 12-14 26-4m14 36q10-9 18 2 10-11 20-4m-150 8q8-6 14 2 8-8 16-3",
            "",
        ),
        (
            "scene__cirrus",
            "M180 150c80-12 150-10 240 0-90 8-160 8-240 0zm120 26c60-8 140-6 200 2-70 6-130 6-200-2zm710-58c70-12 180-12 260 0-80 10-190 10-260 0zm140 24c60-6 140-6 190 2-60 6-130 6-190-2z",
            "",
        ),
    ];
    const SOFT: &str = "M250 214c-36 0-44-38-10-46 0-36 50-56 78-30 22-34 86-32 96 8 38-8 62 26 42 48 20 12 8 22-10 22zm310-60c-28 0-30-32-2-36 4-30 46-40 66-18 24-26 76-18 80 14 30-2 42 28 22 40zm500 38c-36 0-42-40-8-46 4-38 56-54 84-26 30-36 90-24 96 16 38-4 56 36 30 56z";
    const HEAVY: [Row; 4] = [
        ("scene__gloom", "M-10-10H1450V500H-10Z", "url(#fb-scene-gloom)"),
        (
            "scene__cloud",
            "M-60 150c0-70 80-100 140-66 30-64 140-74 190-18 50-46 130-26 150 26 60-22 120 8 120 54 60 4 60 44 20 50H-60z",
            "url(#fb-scene-storm)",
        ),
        (
            "scene__cloud",
            "M880 176c-50-6-50-56 10-60 0-56 80-76 130-40 40-66 160-66 190-6 50-30 120-20 140 26 50-26 120-6 150 34v66H880z",
            "url(#fb-scene-storm)",
        ),
        (
            "scene__cloud",
            "M330 236c-60 0-60-56 0-60 0-56 80-76 126-36 44-70 164-64 190 0 44-44 134-30 144 30 60-10 90 40 50 66zm710 34c-40 0-44-44 4-48 6-42 66-54 96-24 36-38 100-22 104 24 46-4 62 40 26 48z",
            "url(#fb-scene-storm)",
        ),
    ];
    canvas.layer("scene__clouds", "");
    match weather {
        Strength::Quiet => canvas.rows(&CALM),
        Strength::NotClear => canvas.sketch(SOFT.into()),
        Strength::Faint => canvas.rows(&[("scene__cloud", SOFT, "url(#fb-scene-cloud)")]),
        Strength::Strong => canvas.rows(&HEAVY),
    }
}

/// Rain, on a lattice that repeats every (-60, 300), so that it can fall without end.
pub fn rain(canvas: &mut Canvas, weather: Strength) {
    let (columns, long) = match weather {
        Strength::Quiet => (0, 0),
        Strength::NotClear => (6, 40),
        Strength::Faint => (11, 34),
        Strength::Strong => (34, 56),
    };
    let mut pen = Pen::default();
    for column in 0..columns {
        for row in -1..3 {
            let x = 40 + column * 1500 / columns + column * 37 % 41 - row * 60;
            let y = row * 300 + column * 173 % 300;
            pen.go('M', &[(x, y), (x - long / 5, y + long)]);
        }
    }
    if weather == Strength::NotClear {
        canvas.layer("scene__still", "");
        canvas.sketch(pen.into_path());
    } else {
        canvas.layer("scene__rain", "");
        canvas.draw("scene__line scene__drop", pen);
    }
}

/// Streaks of wind.
pub fn wind(canvas: &mut Canvas, weather: Strength) {
    canvas.layer("scene__wind", "");
    let d = match degree(weather) {
        0 => "",
        1 => "M470 262c70-18 130 6 200-10",
        _ => {
            "M430 262c90-24 160 14 260-12 34-10 36-36 14-38-18 0-20 20-4 22m-180 58c80-16 130 8 210-8m230-34c70-18 120 8 190-10 26-8 28-30 10-30-14 2-12 16-2 16"
        }
    };
    canvas.row("scene__line scene__gust", d);
}

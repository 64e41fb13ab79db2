//! What grows on the shores, and how it leans in the wind.

use super::pen::{Canvas, Pen, degree};
use crate::domain::reading::Strength;

/// One fir, `tall` above its `foot`.
fn fir(pen: &mut Pen, x: i32, foot: i32, tall: i32) {
    let wide = tall / 4;
    pen.go('M', &[(x, foot - tall)]);
    for step in 1..=4 {
        let y = foot - tall + tall * step * 23 / 100;
        pen.go('L', &[(x + wide * step / 4, y), (x + wide * step / 7, y - 3)]);
    }
    pen.go('L', &[(x + 5, foot - 12), (x + 5, foot), (x - 5, foot), (x - 5, foot - 12)]);
    for step in (1..=4).rev() {
        let y = foot - tall + tall * step * 23 / 100;
        pen.go('L', &[(x - wide * step / 7, y - 3), (x - wide * step / 4, y)]);
    }
    pen.go('z', &[]);
}

/// Trees behind the houses.
pub fn firs(canvas: &mut Canvas) {
    let (mut back, mut front) = (Pen::default(), Pen::default());
    for (x, foot, tall) in [(14, 530, 250), (116, 520, 190), (1256, 500, 130), (1424, 500, 170)] {
        fir(&mut back, x, foot, tall);
    }
    for (x, foot, tall) in [(62, 540, 210), (-6, 560, 180), (1396, 504, 120)] {
        fir(&mut front, x, foot, tall);
    }
    canvas.layer("scene__firs", "");
    canvas.draw("scene__fir scene__fir--far", back);
    canvas.draw("scene__fir", front);
}

/// Reeds and grass in front, bent by the wind.
pub fn reeds(canvas: &mut Canvas, weather: Strength) {
    let bend = 10 + degree(weather) * 41;
    let (mut back, mut front, mut heads) = (Pen::default(), Pen::default(), Pen::default());
    for step in 0..46_i32 {
        let side = step % 2;
        let spread = step * 53 % 190;
        let x = if side == 0 { spread - 6 } else { 1446 - spread * 4 / 5 };
        let foot = 890 - spread / 12;
        let tall = (if side == 0 { 190 } else { 150 }) - spread * 3 / 5 + step * 29 % 50;
        let lean = bend * tall / 150 + step * 31 % 19 - 9;
        let top = (x + lean, foot - tall + lean.abs() / 4);
        let pen = if step % 3 == 0 { &mut back } else { &mut front };
        pen.go('M', &[(x - 3, foot)]);
        pen.go('Q', &[(x - 2, foot - tall * 2 / 3), top]);
        pen.go('Q', &[(x + 5, foot - tall * 2 / 3), (x + 5, foot)]);
        if step % 7 == 2 {
            heads.go('M', &[(top.0 - lean / 6, top.1 + 8), (top.0 + lean / 9, top.1 - 26)]);
        }
    }
    canvas.layer("scene__reeds", "");
    canvas.draw("scene__reed scene__reed--far", back);
    canvas.draw("scene__reed", front);
    canvas.draw("scene__line scene__cattail", heads);
}

/// Grass on the shores, bent by the wind.
pub fn grass(canvas: &mut Canvas, weather: Strength) {
    let bend = 2 + degree(weather) * 10;
    let mut pen = Pen::default();
    for step in 0..64 {
        let x = if step % 2 == 0 { 8 + step * 223 % 400 } else { 1090 + step * 223 % 350 };
        let low = if step % 2 == 0 {
            570 + step * 71 % (190 - x * 2 / 5)
        } else {
            556 + step * 71 % (20 + (x - 1080) / 3)
        };
        let tall = 9 + (low - 500) / 14 + step * 19 % 7;
        for blade in [-6, 1, 7] {
            let lean = blade + bend + step * 11 % 5 - 2;
            pen.go('M', &[(x + blade / 2, low)]);
            pen.go('Q', &[(x + blade / 2, low - tall / 2), (x + lean, low - tall + bend / 3)]);
        }
    }
    canvas.layer("scene__grass", "");
    canvas.draw("scene__line scene__blade", pen);
}

/// The birch by the far house: its crown leans with the wind.
pub fn birch(canvas: &mut Canvas, weather: Strength) {
    let lean = match degree(weather) {
        0 => "translate(1400 520)",
        1 => "translate(1400 520)skewX(-9)",
        _ => "translate(1400 520)skewX(-17)",
    };
    canvas.layer("scene__birch", lean);
    canvas.rows(&[
        ("scene__line scene__trunk", "M-6 0q6-70 2-150m2 60q18-30 32-50m-33 30q-17-20-31-40", ""),
        ("scene__leaf scene__leaf--far", "M-70-130c-22-20-14-60 14-64-2-42 46-68 72-46 34-12 68 20 56 54 24 18 12 62-22 62-20 20-90 18-120-6z", ""),
        ("scene__leaf", "M-60-136c-18-16-6-42 16-42 4-26 36-32 52-16 22-6 44 12 38 34 12 18-2 36-24 32-22 14-66 12-82-8z", ""),
        ("scene__leaf scene__leaf--lit", "M-50-178c-4-44 38-72 64-50-24 2-46 18-48 48zm78-44c28-4 42 18 36 38-10-6-20-20-36-20z", ""),
    ]);
}

//! The lights of both shores: they are drawn after the fog, so they always come through it.

use super::land::PANES;
use super::pen::{Canvas, Pen};
use crate::domain::reading::Strength;

/// The middle of the lantern's glass.
const LANTERN: &str = "translate(400 440)";

/// What wear changes in the lantern. The flame gets smaller and never goes out.
struct Flame {
    /// Radius of the halo.
    halo: i32,
    /// Radii of the rings around it; 0 for none.
    rings: [i32; 2],
    /// Strokes of light on the water.
    gleams: i32,
    /// Class of the glass.
    glass: &'static str,
    /// The flame, and its heart.
    shapes: [&'static str; 2],
}

/// The lantern's light for each strength of wear.
fn flame(wear: Strength) -> Flame {
    match wear {
        Strength::Quiet => Flame {
            halo: 210,
            rings: [58, 92],
            gleams: 7,
            glass: "scene__glass",
            shapes: [
                "M0-32C14-14 17-2 17 8a17 17 0 0 1-34 0c0-10 5-22 17-40z",
                "M0-8C6 0 8 6 8 11A8 8 0 0 1-8 11C-8 6-5 0 0-8Z",
            ],
        },
        Strength::Faint => Flame {
            halo: 112,
            rings: [54, 0],
            gleams: 4,
            glass: "scene__glass scene__glass--low",
            shapes: [
                "M0-8C8 2 11 8 11 14a11 11 0 0 1-22 0C-11 8-7 2 0-8z",
                "M0 6c3 4 5 7 5 10a5 5 0 0 1-10 0c0-3 2-6 5-10z",
            ],
        },
        Strength::Strong | Strength::NotClear => Flame {
            halo: 46,
            rings: [0, 0],
            gleams: 1,
            glass: "scene__glass scene__glass--ember",
            shapes: ["M-9 20c0-8 5-12 9-12 5 0 9 5 9 12z", "M-4 20c0-4 2-6 4-6 3 0 4 3 4 6z"],
        },
    }
}

/// The lit windows with their glow, for one house.
pub fn windows(canvas: &mut Canvas, place: &'static str) {
    canvas.layer("scene__window", place);
    canvas.rows(&PANES);
}

/// The lantern's light on the water: fewer strokes as the flame gets smaller.
pub fn shimmer(canvas: &mut Canvas, wear: Strength) {
    let mut pen = Pen::default();
    for step in 0..flame(wear).gleams {
        pen.lens(424 + step * 37 % 17 - step * 2, 690 + step * 19, 46 - step * 4 + step * 13 % 9, 6);
    }
    canvas.layer("scene__shimmer", "");
    canvas.draw("scene__gleam", pen);
}

/// The reader's lantern on its post beside the door, in its halo.
pub fn lantern(canvas: &mut Canvas, wear: Strength) {
    const LID: &str = "M-32-28c4-16 18-24 32-26 14 2 28 10 32 26zm6 54h52v10h-52zm-4 10h60v6h-60z";
    const GLASS: &str = "M-25-30H25L21 28H-21Z";
    let Flame { halo, rings, glass, shapes: [outer, heart], .. } = flame(wear);
    let (mut glow, mut ring) = (Pen::default(), Pen::default());
    glow.oval(0, 0, halo, halo);
    for radius in rings {
        ring.oval(0, 0, radius, radius);
    }
    canvas.layer("scene__lamp", LANTERN);
    canvas.shade("scene__halo", glow, "url(#fb-scene-lamp)");
    canvas.draw("scene__line scene__ring", ring);
    canvas.row("scene__line scene__bracket", "M-46 168V-62c0-44 46-44 46-14m-46 56c16-4 16-24 0-28");
    if wear == Strength::NotClear {
        canvas.sketch(GLASS.into());
        canvas.sketch(LID.into());
    } else {
        canvas.row(glass, GLASS);
        canvas.row("scene__lantern", LID);
        canvas.row(
            "scene__line scene__cage",
            "M-25-30l4 58m46-58-4 58M0-54v-10m-8-2a8 9 0 1 0 16 0 8 9 0 1 0-16 0",
        );
    }
    canvas.row("scene__flame", outer);
    canvas.row("scene__flame scene__flame--heart", heart);
}

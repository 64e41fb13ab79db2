//! Puts the layers in order, from the sky to the reeds.

use super::pen::{Canvas, Layer};
use super::{air, bridge, land, light, plants};
use crate::domain::reading::Strength;

/// The strengths that the picture shows; a thread the role does not look at counts as quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threads {
    /// Low mood.
    pub fog: Strength,
    /// How worn out the reader is.
    pub wear: Strength,
    /// The relationship.
    pub strain: Strength,
    /// Load from outside.
    pub weather: Strength,
}

/// The place of the reader's house.
const LEFT: &str = "translate(30 296)";
/// The place of the other house: farther away, and turned round.
const RIGHT: &str = "translate(1390 338)scale(-.76 .76)";

/// Every layer, from back to front. `pencil` adds the hatching of the picture that waits for colour.
pub fn layers(threads: Threads, pencil: bool) -> Vec<Layer> {
    let Threads { fog, wear, strain, weather } = threads;
    let mut picture = Canvas::default();
    let canvas = &mut picture;
    land::sky(canvas);
    air::clouds(canvas, weather);
    canvas.layer("scene__hills", "");
    land::hills(canvas);
    if pencil {
        canvas.rows(&land::HILL_HATCH);
    }
    land::water(canvas);
    canvas.layer("scene__mirror", "matrix(1 0 0 -.62 0 776)");
    land::hills(canvas);
    canvas.layer("scene__mirror scene__mirror--bridge", "matrix(1 0 0 -.8 0 1190)");
    bridge::bridge(canvas, strain);
    land::ripples(canvas, weather);
    air::wind(canvas, weather);
    land::smoke(canvas, weather);
    air::fog_back(canvas, fog);
    plants::firs(canvas);
    plants::birch(canvas, weather);
    land::far_shore(canvas);
    land::house(canvas, RIGHT);
    if pencil {
        canvas.rows(&land::ROOF_HATCH);
    }
    land::near_shore(canvas);
    if pencil {
        canvas.rows(&land::SHORE_HATCH);
    }
    land::house(canvas, LEFT);
    if pencil {
        canvas.rows(&land::ROOF_HATCH);
    }
    light::shimmer(canvas, wear);
    plants::grass(canvas, weather);
    canvas.layer("scene__bridge", "");
    bridge::bridge(canvas, strain);
    air::fog_front(canvas, fog);
    light::windows(canvas, RIGHT);
    light::windows(canvas, LEFT);
    light::lantern(canvas, wear);
    plants::reeds(canvas, weather);
    air::rain(canvas, weather);
    picture.into_layers()
}

//! The picture: two lit shores, the bridge between them, and what the threads do to the scene.
//!
//! It is a table of text, from the sky to the rain (`scene/*.rs`), which [`pen::draw`] turns into elements: text is the
//! lightest form of a drawing, and a shape that occurs again costs next to nothing once it is compressed. Colour is CSS
//! (`styles/components/scene.css`). Every thread changes shapes, never colour alone; what is not clear yet is drawn in
//! pencil.

mod air;
mod bridge;
mod land;
mod light;
mod pen;

use super::ui::{Attr, Ui};
use crate::domain::reading::Strength;
use pen::{PAINTS, draw};

/// What the scene is drawn from. `None`: the reader's role does not look at that thread.
#[derive(Debug, Clone, Copy)]
pub struct Scene {
    /// Low mood: how thick the fog lies.
    pub fog: Option<Strength>,
    /// How worn out the reader is: how low the lantern burns.
    pub wear: Option<Strength>,
    /// The relationship: which planks and rails are loose. The bridge can always be crossed.
    pub strain: Option<Strength>,
    /// Load from outside: rain and wind.
    pub weather: Option<Strength>,
}

/// The whole picture, from the sky to the rain.
const PICTURE: &[&str] = &[
    land::SKY,
    air::CLOUDS,
    land::HILLS,
    land::WATER,
    land::HILLS,
    land::MIRROR,
    bridge::BRIDGE,
    land::WAVES,
    air::WIND,
    air::FOG_BEHIND,
    land::TREES,
    land::FAR_SHORE,
    land::RIGHT,
    land::HOUSE,
    land::NEAR_SHORE,
    land::LEFT,
    land::HOUSE,
    light::SHIMMER,
    land::GRASS,
    bridge::BRIDGE,
    air::FOG_BEFORE,
    land::RIGHT,
    light::WINDOWS,
    land::LEFT,
    light::WINDOWS,
    light::LANTERN,
    land::REEDS,
    air::RAIN,
];

/// One stop of a gradient: its place and its opacity. Its colour comes from the class of the gradient.
type Stop = [&'static str; 2];
/// The stops from top to bottom.
const DOWN: &[Stop] = &[["0", "1"], ["1", "1"]];
/// The stops from the middle outwards: light, and fog, that fades.
const OUT: &[Stop] = &[["0", "1"], [".4", ".52"], [".75", ".12"], ["1", "0"]];

/// The gradients and the hatching, under the names that [`draw`] looks for.
fn paints(ui: &mut Ui<'_>) {
    ui.open("defs", "");
    for (number, name) in PAINTS.iter().enumerate() {
        let (tag, stops) = match number {
            0..3 => ("radialGradient", OUT),
            3..10 => ("linearGradient", DOWN),
            _ => ("pattern", [].as_slice()),
        };
        let id = ["scene__paint-", name].concat();
        ui.open(tag, "");
        ui.attr_of(Attr::Class, id.clone());
        ui.attr_of(Attr::Id, id);
        for (key, value) in [
            (Attr::X2, "0"),
            (Attr::Y2, "1"),
            (Attr::Width, "7"),
            (Attr::Height, "7"),
            (Attr::PatternUnits, "userSpaceOnUse"),
            (Attr::PatternTransform, "rotate(38)"),
        ] {
            ui.attr(key, value);
        }
        for [offset, opacity] in stops {
            ui.open("stop", "");
            ui.attr(Attr::Offset, offset);
            ui.attr(Attr::StopOpacity, opacity);
            ui.close();
        }
        if stops.is_empty() {
            ui.open("path", "");
            ui.attr(Attr::D, "M0 0v9");
            ui.close();
        }
        ui.close();
    }
    ui.close();
}

/// The picture. `label` says it in words, for those who do not see it.
pub fn scene(ui: &mut Ui<'_>, scene: Scene, label: String) {
    let told = [scene.fog, scene.wear, scene.strain, scene.weather];
    let pencil = told.iter().any(Option::is_some)
        && told.iter().flatten().all(|&strength| strength == Strength::NotClear);
    let told = told.map(|thread| match thread {
        None | Some(Strength::Quiet) => b'0',
        Some(Strength::Faint) => b'1',
        Some(Strength::Strong) => b'2',
        Some(Strength::NotClear) => b'n',
    });
    ui.open("svg", if pencil { "scene scene--pencil" } else { "scene" });
    ui.attr(Attr::Role, "img");
    ui.attr(Attr::ViewBox, "0 0 720 440");
    ui.attr(Attr::Part, "picture");
    ui.attr_of(Attr::AriaLabel, label);
    paints(ui);
    draw(ui, &mut PICTURE.concat().as_str(), told);
    ui.close();
}

//! The picture: two lit shores, the bridge between them, and what the threads do to the scene.
//!
//! Geometry is plain data (`scene/*.rs`), colour is CSS (`styles/components/scene.css`). Every thread
//! changes shapes, never colour alone; what is not clear yet is drawn in pencil.

mod air;
mod bridge;
mod compose;
mod land;
mod light;
mod pen;
mod plants;

use yew::prelude::*;

use crate::domain::reading::Strength;
use compose::Threads;
use pen::{Layer, Shape};

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

/// Gradients: name, whether it is round, and the places of its stops in percent. Each stop has the class
/// `scene__stop-<name>-<number from 1>`.
const GRADIENTS: [(&str, bool, &[i32]); 14] = [
    ("sky", false, &[0, 55, 100]),
    ("sun", true, &[0, 16, 45, 100]),
    ("hill-far", false, &[0, 100]),
    ("hill-mid", false, &[0, 100]),
    ("hill-near", false, &[0, 100]),
    ("wood", false, &[0, 100]),
    ("haze", false, &[0, 60, 100]),
    ("water", false, &[0, 40, 100]),
    ("bank", false, &[0, 100]),
    ("lamp", true, &[0, 35, 100]),
    ("fog", true, &[0, 45, 75, 100]),
    ("cloud", false, &[0, 100]),
    ("storm", false, &[0, 100]),
    ("gloom", false, &[0, 50, 100]),
];

/// One gradient of the table.
fn gradient(&(name, round, stops): &(&'static str, bool, &'static [i32])) -> Html {
    let id = format!("fb-scene-{name}");
    let stops: Vec<Html> = stops
        .iter()
        .zip(1..)
        .map(|(place, number)| {
            html! { <stop offset={format!("{place}%")} class={format!("scene__stop-{name}-{number}")} /> }
        })
        .collect();
    if round {
        html! { <radialGradient {id}>{ stops }</radialGradient> }
    } else {
        html! { <linearGradient {id} x2="0" y2="1">{ stops }</linearGradient> }
    }
}

/// One path.
fn path(Shape { class, d, fill }: Shape) -> Html {
    html! { <path {class} {d} fill={(!fill.is_empty()).then_some(fill)} /> }
}

/// One layer with what is drawn in it; nothing for an empty layer.
fn layer(Layer { class, place, shapes }: Layer) -> Html {
    if shapes.is_empty() {
        return Html::default();
    }
    let place = (!place.is_empty()).then_some(place);
    let shapes: Vec<Html> = shapes.into_iter().map(path).collect();
    html! { <g {class} transform={place}>{ shapes }</g> }
}

/// The picture. `label` says it in words, for those who do not see it.
pub fn scene(scene: Scene, label: String) -> Html {
    let told = [scene.fog, scene.wear, scene.strain, scene.weather];
    let pencil = told.iter().any(Option::is_some)
        && told.iter().flatten().all(|&strength| strength == Strength::NotClear);
    let [fog, wear, strain, weather] = told.map(|thread| thread.unwrap_or(Strength::Quiet));
    let gradients: Vec<Html> = GRADIENTS.iter().map(gradient).collect();
    let layers = compose::layers(Threads { fog, wear, strain, weather }, pencil);
    let layers: Vec<Html> = layers.into_iter().map(layer).collect();
    html! {
        <svg
            class={if pencil { "scene scene--pencil" } else { "scene" }}
            role="img"
            aria-label={label}
            viewBox="0 0 1440 880"
            part="picture"
        >
            <defs>
                { gradients }
                <pattern
                    id="fb-scene-hatch"
                    width="13"
                    height="13"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(38)"
                >
                    <path class="scene__hatching" d="M0-9V22" />
                </pattern>
            </defs>
            { layers }
        </svg>
    }
}

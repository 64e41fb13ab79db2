//! The lights of both shores: they are drawn after the fog, so they always come through it.

/// The lantern's light on the water: the smaller the flame, the fewer strokes.
pub const SHIMMER: &str = "\
l0 soft gleam 7 208 37 9 345 10 99 21 -2 99 -16 0 16 -3 32 0 -16 3 -32 0
l1 soft gleam 4 208 37 9 345 10 99 21 -2 99 -16 0 16 -3 32 0 -16 3 -32 0
ln2 soft gleam 1 208 37 9 345 10 99 21 -2 99 -16 0 16 -3 32 0 -16 3 -32 0
";

/// The lit windows of a house with their glow.
pub const WINDOWS: &str = "\
* lit lamp M-1 95a60 60 0 1 0 120 0a60 60 0 1 0-120 0
* lit pane M42 80h34v31H42zm83-31a7 7 0 1 0 14 0 7 7 0 1 0-14 0
* lit frame M42 80h34v31H42zm17 0v31m-17-16h34m-37 18h40
end
";

/// The reader's lantern on its post beside the door. Its flame gets smaller, with the light around it, and never goes out.
pub const LANTERN: &str = "\
* line iron M177 304v-115c0-22 23-22 23-7
l012 area glass M188 205h24l-2 29h-20z
ln soft unpainted M188 205h24l-2 29h-20zm-4 1c2-8 9-12 16-13 7 1 14 5 16 13
ln line sketch M188 205h24l-2 29h-20zm-4 1c2-8 9-12 16-13 7 1 14 5 16 13
l0 g light translate(200 230)
l1 g light translate(200 230)scale(.6)
ln2 g light translate(200 230)scale(.3)
* lit lamp M-110-12a110 110 0 1 0 220 0a110 110 0 1 0-220 0
* line ring M-46-12a46 46 0 1 0 92 0a46 46 0 1 0-92 0
* lit flame M0-27c7 9 9 14 9 19a9 9 0 0 1-18 0c0-5 2-11 9-19z
* lit heart M0-15c3 4 4 7 4 9a4 4 0 0 1-8 0c0-3 1-5 4-9z
end
l012 line iron M188 206l2 29m22-29-2 29
l012 area lid M184 206c2-8 9-12 16-13 7 1 14 5 16 13zm3 27h26v5h-26z
";

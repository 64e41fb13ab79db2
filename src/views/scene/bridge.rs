//! The footbridge: seen a little from above, so that a missing plank shows both beams running on.

/// The whole bridge, from back to front. Two planks in a row are never missing and both beams reach from shore to shore:
/// it can always be crossed. Faint strain: one plank stands up, one has slid off, a rail is slack. Strong strain: two
/// planks are missing, one hangs, one stands up, and the rail is broken in one place.
pub const BRIDGE: &str = "\
* line leg-far M287 241l-3 80m30-87 3 85m152-89-3 77m23-72 3 70
* line rail-far M190 278l0-62m70 32l0-59m68 40l0-57m65 50l0-54m61 56l0-51m60 66l0-49m56 75l0-46m-380-1l70-27 68-17 65-5 61 6 60 17 56 28
* line beam-far M190 274q216-108 380-12
* line leg M280 263l-3 71m30-78 3 76m153-83-3 71m23-66 3 64m-206-32 27 34m0-41-27 41m182-50 21 38m0-34-21 34
* line beam M183 298q216-111 380-18
* area plank M183 295l7-22 21-10-7 21zm47-22l7-21 21-9-7 21zm23-9l7-21 21-7-7 20zm46-14l7-20 20-6-7 20zm65-13l7-19 20-1-7 19zm83 1l7-18 18 5-7 17zm60 14l7-17 17 8-7 16zm37 16l7-16 17 9-7 16z
* area plank-dark M206 284l7-21 22-11-7 21zm115-40l7-20 20-3-7 19zm166 2l7-17 18 6-7 17zm39 13l7-16 16 9-7 16z
s01n area plank M407 235l7-18 18 1-7 18z
s01n area plank-dark M276 256l7-20 21-6-7 20z
s0n area plank M343 240l7-19 19-3-7 19zm124 2l7-17 18 4-7 17z
s012 area plank-dark M386 236l7-19 19 0-7 18zm41 0l7-18 18 2-7 18z
s1 area plank M343 240l7-19 19-21-7 19zm124 15l7-20 18 8-7 21z
s2 area plank M343 245l7 28 19 1-7-30zm64-10l7-18 18-17-7 18z
sn soft unpainted M386 236l7-19 19 0-7 18zm41 0l7-18 18 2-7 18z
sn line sketch M386 236l7-19 19 0-7 18zm41 0l7-18 18 2-7 18z
* line rail M183 300l0-62m70 30l0-58m68 38l0-56m65 48l0-53m61 55l0-51m60 64l0-47m56 72l0-45m-380 26l70-29 68-19m-138 27l70-28 68-18m126 16l60 16 56 26m-56-43l56 28
s01n line rail M321 213l65-6m-65-13l65-5m61 4l60 16
s2 line rail M321 194l33 3m32-8l-22 34m83-30q30 32 60 16
s012 line rail M386 207l61 3
s02 line rail M386 189l61 4
s1 line rail M386 189q30 26 61 4
sn soft unpainted M386 207l61 3m-61-21l61 4
sn line sketch M386 207l61 3m-61-21l61 4
";

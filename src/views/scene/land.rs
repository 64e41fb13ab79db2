//! What is always there: sky, hills, water, the two shores with their houses.

/// The sky with what stands in it.
pub const SKY: &str = "\
* soft sky M0 0h720v250H0z
* soft stars 34 9 305 713 8 611 187 16 0 1 0 0 1 0 1 0
* soft sun M260 155a190 190 0 1 0 380 0a190 190 0 1 0-380 0
* area disc M418 155a32 32 0 1 0 64 0a32 32 0 1 0-64 0
";

/// Far, middle and near hills.
pub const HILLS: &str = "\
* area hill-far M-10 190c50-14 84-58 118-58s65 40 90 37 40-12 60-10 60 28 92 31 100 10 150-12 80-82 110-82 60 50 120 59v80H-10z
* area hill-mid M-10 150c40 6 68 28 105 38s70-5 107-2 76 26 128 30 105 3 155-9 80-35 130-39 80-18 115-33v110H-10z
* area hill-near M-10 196c40-2 75 14 120 21s105 1 155 5 65 10 105 11 80-2 130-9 90-22 145-26 60-8 85-15v63H-10z
";

/// The haze before the hills, the water, and the hills upside down in it.
pub const WATER: &str = "\
* soft haze M0 130h720v111H0z
* soft water M0 239h720v201H0z
* soft mirror matrix(1 0 0 -.62 0 388)
";
/// The bridge upside down in the water.
pub const MIRROR: &str = "end\n* soft mirror matrix(1 0 0 -.8 0 595)\n";
/// Light on the water, and small waves, which are higher in wind.
pub const WAVES: &str = "\
end
* soft glitter 14 436 47 29 246 13 999 12 3 99 -16 0 16 -2 32 0 -16 2 -32 0
w0n line ripple 14 20 293 670 254 59 180 7 5 12 -16 0 8 -3 16 0 8 3 16 0
w0n line ripple-dark 14 90 293 660 260 59 176 7 5 12 -16 0 8 -3 16 0 8 3 16 0
w12 line ripple 20 20 293 670 254 59 180 8 5 12 -24 0 8 -9 16 0 8 9 16 0 8 -9 16 0 8 9 16 0
w12 line ripple-dark 20 90 293 660 260 59 176 8 5 12 -24 0 8 -9 16 0 8 9 16 0 8 -9 16 0 8 9 16 0
";

/// The shore on the right, farther away.
pub const FAR_SHORE: &str = "\
* soft shade M725 243c-55-4-100 3-135 15s-61 23-58 35 53 27 93 41 75 20 100 22z
* area bank M725 243c-55-4-100 3-135 15s-61 23-58 35 53 27 93 41 75 20 100 22z
* lit hatch M725 243c-55-4-100 3-135 15s-61 23-58 35 53 27 93 41 75 20 100 22z
* line rim M725 243c-55-4-100 3-135 15s-61 23-58 35
* area path M535 285c25-9 45-7 63-11 9-2 10-4 10-8h14c0 8-8 14-22 17-20 4-45 4-61 11z
* area stone M546 306q5-10 17-6 9 4 7 12zm29 11q4-7 13-4 7 3 5 9z
";
/// The reader's shore on the left.
pub const NEAR_SHORE: &str = "\
* soft shade M-5 267c45-14 100-11 150 3s78 28 75 47-52 35-97 53-88 38-128 51z
* area bank M-5 267c45-14 100-11 150 3s78 28 75 47-52 35-97 53-88 38-128 51z
* lit hatch M-5 267c45-14 100-11 150 3s78 28 75 47-52 35-97 53-88 38-128 51z
* line rim M-5 267c45-14 100-11 150 3s78 28 75 47
* area path M123 270c8 16 27 25 63 28l4 13c-45 2-79-13-87-38z
* area stone M186 332q5-12 20-8 11 5 9 15zm-25 13q4-8 15-5 8 4 6 10zm54-25q2-7 11-5 7 3 5 9z
";

/// The place of the reader's house.
pub const LEFT: &str = "* g house translate(15 148)\n";
/// The place of the other house: farther away, and turned round.
pub const RIGHT: &str = "* g house translate(695 169)scale(-.76 .76)\n";
/// A house, in a box of 165 × 130. The same stands on both shores.
pub const HOUSE: &str = "\
* area eave M48 33V4h18v21z
* area wall M20 59h83v68q-43 4-83 1z
* area gable M103 59l29-42 27 44v64q-29 4-56 2z
* line board M21 78h81M20 90h82M20 102h83M20 114h83
* area eave M20 59h83v8H20z
* area door M117 126V88q10-9 21 0v38z
* area roof M10 64L46 13h87L102 64z
* lit hatch M10 64L46 13h87L102 64z
* line shingle M18 53h91M26 42h90M34 30h89
* line verge M102 65l30-50 32 52
end
";

/// Smoke of both chimneys, firs behind the houses, and the birch by the far one. What is light leans with the wind.
pub const TREES: &str = "\
* g chimney translate(73 150)
w0n g lean
w1 g lean skewX(-34)
w2 g lean skewX(-54)
* soft smoke M0 0c-7-15 8-22 3-36-5-14 10-21 7-39 15 20 4 28 10 41 6 15-12 21-16 34z
end
end
* g chimney translate(650 168)scale(.7)
w0n g lean
w1 g lean skewX(-34)
w2 g lean skewX(-54)
* soft smoke M0 0c-7-15 8-22 3-36-5-14 10-21 7-39 15 20 4 28 10 41 6 15-12 21-16 34z
end
end
* area fir-far 2 7 51 99 140 30 99 38 -9 99 0 0 2 10 8 15 -2 1 -4 1 4 9 10 15 -3 1 -6 1 4 9 11 17 -9 3 -19 3 -9 0 -19 -3 7 -7 11 -17 -3 0 -6 -1 6 -6 10 -15 -2 0 -4 -1 6 -6 8 -15
* area fir 2 31 -34 99 165 25 99 32 -5 99 0 0 2 10 8 15 -2 1 -4 1 4 9 10 15 -3 1 -6 1 4 9 11 17 -9 3 -19 3 -9 0 -19 -3 7 -7 11 -17 -3 0 -6 -1 6 -6 10 -15 -2 0 -4 -1 6 -6 8 -15
* area fir-far 2 628 84 99 185 -20 99 20 6 99 0 0 2 10 8 15 -2 1 -4 1 4 9 10 15 -3 1 -6 1 4 9 11 17 -9 3 -19 3 -9 0 -19 -3 7 -7 11 -17 -3 0 -6 -1 6 -6 10 -15 -2 0 -4 -1 6 -6 8 -15
* g birch translate(700 260)
w0n g lean
w1 g lean skewX(-9)
w2 g lean skewX(-17)
* line trunk M-3 0q3-35 1-75m1 30q9-15 16-25m-16 15q-9-10-16-20
* area leaf-far M-35-65c-11-10-7-30 7-32-1-21 23-34 36-23 17-6 34 10 28 27 12 9 6 31-11 31-10 10-45 9-60-3z
* area leaf M-30-68c-9-8-3-21 8-21 2-13 18-16 26-8 11-3 22 6 19 17 6 9-1 18-12 16-11 7-33 6-41-4z
end
end
";

/// Grass on both shores, bent by the wind.
pub const GRASS: &str = "\
w0n soft blade 28 6 83 187 282 22 56 9 4 10 0 0 -1 -5 -4 -9 4 4 6 9 0 -6 2 -12 1 6 1 12 1 -5 5 -9 -2 4 -3 9
w0n soft blade 14 2 43 97 336 13 41 14 3 8 0 0 -1 -5 -4 -9 4 4 6 9 0 -6 2 -12 1 6 1 12 1 -5 5 -9 -2 4 -3 9
w0n soft blade 22 562 67 160 276 26 42 8 5 8 0 0 -1 -5 -4 -9 4 4 6 9 0 -6 2 -12 1 6 1 12 1 -5 5 -9 -2 4 -3 9
w1 soft blade 28 6 83 187 282 22 56 9 4 10 0 0 0 -6 3 -9 0 4 0 9 1 -7 7 -12 -4 6 -4 12 2 -5 10 -8 -5 3 -8 8
w1 soft blade 14 2 43 97 336 13 41 14 3 8 0 0 0 -6 3 -9 0 4 0 9 1 -7 7 -12 -4 6 -4 12 2 -5 10 -8 -5 3 -8 8
w1 soft blade 22 562 67 160 276 26 42 8 5 8 0 0 0 -6 3 -9 0 4 0 9 1 -7 7 -12 -4 6 -4 12 2 -5 10 -8 -5 3 -8 8
w2 soft blade 28 6 83 187 282 22 56 9 4 10 0 0 2 -6 9 -8 -4 3 -7 8 2 -7 13 -9 -6 3 -10 9 3 -4 15 -6 -7 2 -13 6
w2 soft blade 14 2 43 97 336 13 41 14 3 8 0 0 2 -6 9 -8 -4 3 -7 8 2 -7 13 -9 -6 3 -10 9 3 -4 15 -6 -7 2 -13 6
w2 soft blade 22 562 67 160 276 26 42 8 5 8 0 0 2 -6 9 -8 -4 3 -7 8 2 -7 13 -9 -6 3 -10 9 3 -4 15 -6 -7 2 -13 6
";

/// Reeds in front, bent by the wind.
pub const REEDS: &str = "\
w0n area reed-far 16 9 659 1300 446 0 1 18 7 16 0 0 -1 -32 2 -50 1 24 0 50
w0n line cattail 5 4 680 1300 446 0 1 18 9 16 2 -46 1 -5 1 -10
w0n area reed 21 4 656 1300 446 0 1 18 5 16 0 0 -1 -32 2 -50 1 24 0 50
w1 area reed-far 16 9 659 1300 446 0 1 18 7 16 0 0 0 -32 17 -48 -8 20 -15 48
w1 line cattail 5 4 680 1300 446 0 1 18 9 16 13 -44 2 -4 5 -9
w1 area reed 21 4 656 1300 446 0 1 18 5 16 0 0 0 -32 17 -48 -8 20 -15 48
w2 area reed-far 16 9 659 1300 446 0 1 18 7 16 0 0 2 -32 36 -42 -22 14 -34 42
w2 line cattail 5 4 680 1300 446 0 1 18 9 16 28 -40 4 -2 9 -3
w2 area reed 21 4 656 1300 446 0 1 18 5 16 0 0 2 -32 36 -42 -22 14 -34 42
";

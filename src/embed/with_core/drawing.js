// The still drawing below the cover: the bridge between two lit shores, before anything is known. It fills whatever
// room the page's own content had, and takes none itself.

const draw = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes, ...children) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const path = (/** @type {string} */ name, /** @type {string} */ d) => draw('path', { class: name, d });

/** A lit house; both shores have the same one. */
const house = (/** @type {number} */ x) => draw(
  'g',
  { transform: `translate(${x} 116)` },
  draw('circle', { class: 'glow', cy: '-8', r: '26' }),
  path('roof', 'M-15 -14 0 -28 15 -14H12V6H-12V-14Z'),
  path('pane', 'M-5 -12H5V-2H-5Z'),
);

const MIDDLE = 300;
const HALF = 132;

/** How high something that stands on the deck is at `x`: the arch is a parabola, so that rail and posts can follow. */
const at = (/** @type {number} */ x, /** @type {number} */ above) =>
  `${x} ${(88 - above + ((x - MIDDLE) / HALF) ** 2 * 34).toFixed(1)}`;

/** An arch from `x` to its mirror; the middle point of the curve lies as far above the top as the ends below it. */
const arch = (/** @type {number} */ x, /** @type {number} */ above) => {
  const [, end] = at(x, above).split(' ');
  return `M${x} ${end}Q${MIDDLE} ${(2 * (88 - above) - end).toFixed(1)} ${2 * MIDDLE - x} ${end}`;
};

const POSTS = [-3, -2, -1, 0, 1, 2, 3].map((n) => MIDDLE + n * 40);

/** @returns {HTMLElement} */
export const drawing = () => {
  const posts = POSTS.map((x) => `M${at(x, 0)}L${at(x, 20)}`).join('');
  const legs = [220, 380].map((x) => `M${at(x, 0)}V164`).join('');
  const fog = [[200, 146, 120, 8], [300, 156, 220, 8]]
    .map(([cx, cy, rx, ry]) => draw('ellipse', { class: 'fog', cx: `${cx}`, cy: `${cy}`, rx: `${rx}`, ry: `${ry}` }));
  const box = document.createElement('div');
  box.className = 'drawing';
  box.append(draw(
    'svg',
    // The shores go on beyond both sides, for frames of any width.
    { viewBox: '70 20 460 170', preserveAspectRatio: 'xMidYMax meet', 'aria-hidden': 'true' },
    path('far', 'M-900 122C-300 86 60 118 200 110S420 96 560 112 900 90 1500 116V200H-900Z'),
    path('water', 'M-900 134H1500V200H-900Z'),
    house(112),
    house(488),
    path('shore', 'M-900 200V118C-300 108 90 106 150 122C200 136 186 166 130 200Z'),
    path('shore', 'M1500 200V118C900 108 510 106 450 122C400 136 414 166 470 200Z'),
    path('wood', arch(MIDDLE - HALF, 0) + arch(MIDDLE - 120, 20) + posts + legs),
    ...fog,
  ));
  return box;
};

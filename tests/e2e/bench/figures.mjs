// What is made of many measured values, and the table they are shown in.

/** The value below which the fraction `p` of all lies. */
export const quantile = (/** @type {number[]} */ values, /** @type {number} */ p) => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
};

export const median = (/** @type {number[]} */ values) => quantile(values, 0.5);

/** The median, and in brackets the quartiles. */
const spread = (/** @type {number[]} */ values, /** @type {number} */ digits) => {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((p) => quantile(values, p).toFixed(digits));
  return `${middle} (${low}–${high})`;
};

/**
 * @typedef {object} Row of the table: one promise, and what was measured
 * @property {string} what
 * @property {string} ours
 * @property {string} beside what it is compared with
 * @property {string} shown the figure, for people
 * @property {number} figure a ratio or an amount
 * @property {number} promised the most that the figure may be
 */

/**
 * Two sides, measured by turns. Each round has a ratio of its own, so that a slow minute of the machine meets both of its
 * parts; the median of these counts.
 * @param {{ what: string, ours: number[], beside: number[], promised: number }} measured
 * @returns {Row}
 */
export const ratio = ({ what, ours, beside, promised }) => {
  const ratios = ours.map((value, round) => value / beside[round]);
  const figure = median(ratios);
  return { what, ours: spread(ours, 0), beside: spread(beside, 0), shown: spread(ratios, 2), figure, promised };
};

/** @returns {Row} for what is counted and not timed */
export const amount = (
  /** @type {{ what: string, ours: number, beside?: number, promised: number }} */ { what, ours, beside, promised },
) => {
  const figure = ours - (beside ?? 0);
  return { what, ours: `${ours}`, beside: `${beside ?? ''}`, shown: `${figure}`, figure, promised };
};

export const isBroken = (/** @type {Row} */ { figure, promised }) => figure > promised;

/** @returns {string} */
export const table = (/** @type {Row[]} */ rows) => {
  const lines = [
    ['', 'ours', 'beside', 'figure', 'promised'],
    ...rows.map(({ what, ours, beside, shown, promised }) => [what, ours, beside, shown, `${promised}`]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map(([what, ...cells]) => what.padEnd(widths[0])
    + cells.map((cell, column) => cell.padStart(widths[column + 1] + 3)).join('')).join('\n');
};

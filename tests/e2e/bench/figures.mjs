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
  return low === middle && middle === high ? middle : `${middle} (${low}–${high})`;
};

/**
 * @typedef {object} Row of a table: one thing that was measured
 * @property {string} what
 * @property {string[]} cells a side each, ours first
 * @property {string} [shown] ours beside the second side, for people
 * @property {number} [figure] the same: a ratio or a difference
 * @property {number} [promised] the most that the figure may be
 * @property {string} [third] the third side beside the second
 */

/**
 * Sides measured by turns. Each round has a ratio of its own, so that a slow minute of the machine meets all of its parts;
 * the median of these counts.
 * @param {string} what
 * @param {number[][]} sides the values of ours, of what it is beside, and perhaps of a third
 * @param {number} [promised]
 * @returns {Row}
 */
export const ratio = (what, [ours, beside, third], promised) => {
  const to = (values) => values.map((value, round) => value / beside[round]);
  const cells = [ours, beside, third].filter(Boolean).map((values) => spread(values, 0));
  const row = { what, cells, shown: spread(to(ours), 2), figure: median(to(ours)), promised };
  return third ? { ...row, third: spread(to(third), 2) } : row;
};

/** @returns {Row} for what is counted and not timed */
export const amount = (
  /** @type {string} */ what, /** @type {[ours: number, beside?: number]} */ [ours, beside], /** @type {number} */ promised,
) => {
  const figure = ours - (beside ?? 0);
  return { what, cells: [`${ours}`, `${beside ?? ''}`], shown: `${figure}`, figure, promised };
};

/** @returns {Row} for what is told, and compared by whoever reads it */
export const told = (/** @type {string} */ what, /** @type {number[][]} */ sides) =>
  ({ what, cells: sides.map((values) => spread(values, 0)) });

export const isBroken = (/** @type {Row} */ { figure, promised }) => figure > promised;

/**
 * @param {string[]} names of the sides
 * @param {Row[]} rows
 * @returns {string}
 */
export const table = (names, rows) => {
  const [ours, beside, third] = names;
  const head = ['', ...names, `${ours}/${beside}`, 'promised', ...third ? [`${third}/${beside}`] : []];
  const lines = [head, ...rows.map(({ what, cells, shown = '', promised = '', third: other = '' }) =>
    [what, ...cells, shown, `${promised}`, ...third ? [other] : []])];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map(([what, ...cells]) => what.padEnd(widths[0])
    + cells.map((cell, column) => cell.padStart(widths[column + 1] + 2)).join('')).join('\n');
};

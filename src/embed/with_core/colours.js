// The colours an owner chose, as far as a reader can tell them apart.

import { warn } from './options.js';

/** The least contrast of text, by WCAG 2.2 AA. */
const LEAST = 4.5;

/** Relative luminance of a colour as a browser computes it: `color(srgb 0.1 0.2 0.3)`. Unknown if something shines through. */
const luminance = (/** @type {string} */ color) => color.match(/[\d.]+(e-\d+)?/g).reduce((sum, /** @type {any} */ text, at) =>
  sum + [0.2126, 0.7152, 0.0722][at] * (text > 0.04045 ? ((+text + 0.055) / 1.055) ** 2.4 : text / 12.92), 0);

/** True if the accent or the ink is too close to the paper. All three stand in properties that paint nothing: see styles/frame.css. */
const areClose = ({ textEmphasisColor, columnRuleColor, textDecorationColor }) => {
  const paper = luminance(textEmphasisColor);
  return [columnRuleColor, textDecorationColor].some((color) => {
    const other = luminance(color);
    return (Math.max(paper, other) + 0.05) / (Math.min(paper, other) + 0.05) < LEAST;
  });
};

/** Takes back the owner's accent where it cannot be read, and paper and ink too where that is not enough. */
export const check = (/** @type {Element} */ frame) => {
  // Outside the page nothing has a colour; where the reader forces colours, they are the reader's own.
  if (!frame.isConnected || matchMedia('(forced-colors:active)').matches) return;
  for (const without of ['', ' plain', ' plain bare']) {
    frame.className = 'frame' + without;
    if (areClose(getComputedStyle(frame))) warn(`fog-bridge: the --fogbridge colours need a contrast of ${LEAST}; our own are used`);
    else return;
  }
};

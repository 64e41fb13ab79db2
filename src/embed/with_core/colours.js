// The colours an owner chose, as far as a reader can tell them apart.

import { warn } from './options.js';

/** The least contrast of text, by WCAG 2.2 AA. */
const LEAST = 4.5;

/**
 * Relative luminance of a colour as a browser computes the mix of one with itself: `color(srgb 0.1 0.2 0.3)`. Unknown where
 * something shines through, and where what the owner wrote is no colour.
 */
const luminance = (/** @type {string} */ color) => {
  const [, ...parts] = /^color\(srgb (\S+) (\S+) ([^ )]+)\)$/.exec(color) ?? [];
  const linear = parts.map(Number).map((part) => (part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : Math.max(0, part / 12.92)));
  return linear[0] * 0.2126 + linear[1] * 0.7152 + linear[2] * 0.0722;
};

/**
 * True if the accent or the ink cannot be told from the paper for sure. All three stand in properties that paint nothing (see
 * styles/frame.css). An accent or a paper of `currentColor` is another one on each element.
 */
const areClose = (/** @type {CSSStyleDeclaration} */ style) => {
  const paper = luminance(style.textEmphasisColor);
  return [style.columnRuleColor, style.textDecorationColor].some((color) => {
    const other = luminance(color);
    return !((Math.max(paper, other) + 0.05) / (Math.min(paper, other) + 0.05) >= LEAST);
  }) || /currentcolor/i.test(style.getPropertyValue('--accent') + style.getPropertyValue('--paper'));
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

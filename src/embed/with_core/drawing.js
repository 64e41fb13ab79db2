// The still drawing below the cover: the bridge between two lit shores, before anything is known. It fills whatever
// room the page's own content had, and takes none itself. Its lines stand in styles/frame.css, beside its colours.

import { make } from '../dom.js';

const draw = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes, ...children) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/**
 * @param {Element} frame whose style holds the lines: `class path|class path|…`
 * @returns {HTMLElement}
 */
export const drawing = (frame) => {
  const lines = getComputedStyle(frame).getPropertyValue('--drawing').replace(/"/g, '').split('|');
  const shapes = lines.map((line) => {
    const [name] = line.split(' ', 1);
    return draw('path', { class: name, d: line.slice(name.length) });
  });
  // The shores go on beyond both sides, for frames of any width.
  const box = { viewBox: '70 20 460 170', preserveAspectRatio: 'xMidYMax meet', 'aria-hidden': 'true' };
  return make('div', { className: 'drawing' }, draw('svg', box, ...shapes));
};

// Leaving fast. Works while the core loads, hangs or has crashed, because nothing here asks the core.

import { left_title } from 'cover.json';

/** Where the way out leads, if the owner names no other place. */
export const PLAIN = 'https://www.wikipedia.org/';

/**
 * Hides the whole page at once, then puts another one in its place in the history.
 * @param {string} target
 */
export const leave = (target) => {
  document.documentElement.style.setProperty('display', 'none', 'important');
  document.title = left_title;
  location.replace(target);
};

// Leaving fast. Works while the core loads, hangs or has crashed, because nothing here asks the core.

import { left_title } from 'cover.json';

/** Where the way out leads, if the owner names no other place. */
export const PLAIN = 'https://www.wikipedia.org/';

/**
 * Hides the whole page at once, then puts another one in its place in the history. In a frame that is the page around it.
 * @param {string} target
 */
export const leave = (target) => {
  document.documentElement.style.setProperty('display', 'none', 'important');
  document.title = left_title;
  try {
    top.location.replace(target);
  } catch {
    location.replace(target); // the page around does not allow it
  }
};

// When the core stopped: one plain sentence, and a copy of what was written.

import { crashed, download, notes_name } from 'cover.json';
import { button, make, screen } from '../dom.js';

/** Gives the reader a text as a file with a neutral name. */
export const save = (/** @type {string} */ text) => {
  const day = new Date().toLocaleDateString('sv'); // Swedish writes the local day as 2026-11-22
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  make('a', { href, download: `${notes_name}-${day}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(href), 6e4);
};

/** What stands in the browser under our keys, without their prefix; nothing where the browser does not let us look. */
const kept = (/** @type {string} */ prefix) => {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return Object.fromEntries(ours.map((key) => [key.slice(prefix.length), localStorage.getItem(key)]));
  } catch {
    return {};
  }
};

/**
 * @param {string} prefix of our keys
 * @param {Record<string, string>} [stored] what the core handed over last, by key, as it is written in the browser; if it
 *   never came so far, what is kept
 * @returns {HTMLElement}
 */
export const trouble = (prefix, stored = kept(prefix)) => {
  const element = screen('trouble', make('p', {}, crashed));
  if (Object.keys(stored).length) {
    element.append(button('primary', download, () => save(JSON.stringify({ format: 'notes-1', stored }, null, 2))));
  }
  return element;
};

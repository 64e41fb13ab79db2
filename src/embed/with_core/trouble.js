// When the core stopped: one plain sentence, and a copy of what was written.

import { crashed, download, notes_name } from 'cover.json';
import { button, make, screen } from '../dom.js';

/** Gives the reader a text as a file with a neutral name: notes, or a date for a calendar. */
export const save = (/** @type {string} */ text, type = 'application/json', ending = '.json') => {
  const day = new Date().toLocaleDateString('sv'); // Swedish writes the local day as 2026-11-22
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: notes_name + '-' + day + ending }).click();
  setTimeout(() => URL.revokeObjectURL(href), 6e4);
};

/** What stands in the browser under our keys, without their prefix; nothing where the browser does not let us look. */
export const stored = (/** @type {string} */ prefix) => {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    return Object.fromEntries(ours.map((key) => [key.slice(prefix.length), localStorage.getItem(key)]));
  } catch {
    return {};
  }
};

/**
 * A copy that the core can read, as one text; none of nothing.
 * @param {Record<string, string | undefined>} records by key, as they are written in the browser; undefined if deleted
 */
export const copyOf = (records) =>
  Object.values(records).some(Boolean) ? JSON.stringify({ format: 'notes-1', stored: records }, null, 2) : '';

/** @returns {HTMLElement} */
export const trouble = (/** @type {Record<string, string | undefined>} */ records) => {
  const element = screen('trouble', make('p', {}, crashed));
  const copy = copyOf(records);
  if (copy) element.append(button('primary', download, () => save(copy)));
  return element;
};

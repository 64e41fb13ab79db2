// What a reader takes along: copying to the clipboard, which browsers allow in two ways or not at all, and printing.

import { notes_name } from 'cover.json';
import { make } from '../dom.js';

/**
 * @param {ShadowRoot} root where a field can stand for a moment
 * @param {string} text
 * @returns {Promise<boolean>} true if it is in the clipboard
 */
export const copy = async (root, text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { /* no https, a frame without permission, or an older browser: the old way may still be open */ }
  const focused = /** @type {HTMLElement | null} */ (root.activeElement);
  const field = make('textarea', { value: text, readOnly: true, className: 'aside-field' });
  root.append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch { /* then it stays false */ }
  field.remove();
  focused?.focus({ preventScroll: true });
  return done;
};

/**
 * Prints a part of the screen by itself, as a page with a neutral name: what stands around it stays out of it.
 * @param {ShadowRoot} root
 * @param {HTMLElement} sheet
 */
export const print = (root, sheet) => {
  const frame = make('iframe', { className: 'aside-field' });
  root.append(frame);
  const page = frame.contentWindow;
  page.document.title = notes_name;
  page.document.body.style.font = '14px/1.3 serif'; // what may be chosen fits on one page
  page.document.body.append(...sheet.cloneNode(true).childNodes);
  page.onafterprint = () => frame.remove();
  page.print();
};

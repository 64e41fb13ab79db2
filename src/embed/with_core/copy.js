// Copying to the clipboard, which browsers allow in two ways or not at all.

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

// Brings what the core needs, in parallel and each file checked against its hash, and gives a failure a name
// that an owner can act on. What happens with it afterwards is in the folder with_core.

import { at, half } from 'form.js';

/** What the page's policy refused. Messages differ from browser to browser; this report is the only sure sign. */
let refused = '';

export const watchPolicy = () => addEventListener('securitypolicyviolation', ({ blockedURI, disposition }) => {
  if (disposition === 'enforce') refused += blockedURI;
});

const get = (/** @type {string} */ name, integrity = '') =>
  fetch(at(name), { integrity, signal: AbortSignal.timeout(6e4) });

/**
 * @param {string} name of a file of this version
 * @param {string} hash
 */
export const bring = (name, hash) => get(name, 'sha256-' + hash).catch(async () => {
  // To `fetch`, a wrong hash and a dead network are the same. Asking again without the hash tells them apart;
  // a page in place of the file (many servers answer so) is a missing file, not a forged one.
  const again = /** @type {Response | undefined} */ (await get(name).catch(() => {}));
  const forged = again?.ok && !/html/.test(again.headers.get('content-type'));
  throw Object.assign(Error(at(name)), { code: forged ? 'integrity' : 'file-missing' });
});

let arrived;
let wasm;

/**
 * Brings the core's half of the loader, with the glue in it, and hands the widget over. An error leaves with the name
 * of what went wrong in `code`.
 * @param {object} widget
 */
export const core = async (widget) => {
  try {
    // The wasm comes at the same time; the other half knows its hash and looks at it before it is used.
    wasm ??= get('core.wasm').catch(() => {});
    arrived ??= half(bring);
    await (await arrived).attach(widget, wasm);
  } catch (error) {
    await new Promise((then) => setTimeout(then, 99)); // the report of a refusal comes a moment after the failure
    error.code = refused.includes('/core') ? 'blocked-by-csp' : error.code ?? 'core';
    throw error;
  }
};

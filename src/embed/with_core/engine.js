// The core that all widgets of a page share: started once, and once more if it has crashed.

import makeGlue from 'glue.js';
import { bring } from '../core.js';

/** File → its hash; written in by the build. */
export const HASHES = __HASHES__;

let module;
let started;
let isSecond;

/** The functions of the core that runs now; none where two have crashed. */
export let glue;

const begin = () => {
  glue = makeGlue();
  glue.begin(new WebAssembly.Instance(module, glue.imports()));
};

const sha256 = async (/** @type {ArrayBuffer} */ bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));

/** Why the wasm does not run. Only a policy refuses the smallest module there is: WebKit not before it is to run. */
const reason = () => {
  if (!globalThis.WebAssembly) return 'no-wasm';
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    return 'core';
  } catch {
    return 'blocked-by-csp';
  }
};

/**
 * Starts the core with the bytes that came along, if they are the right ones; else they are asked for again, with
 * their hash, which also names what is wrong. (Pages without https have no `crypto.subtle` and always ask again.)
 * @param {Promise<Response | undefined>} arriving
 */
const run = async (arriving) => {
  const expected = HASHES['core.wasm'];
  let bytes = await arriving.then((answer) => answer?.arrayBuffer()).catch(() => {});
  if (!bytes || !crypto.subtle || await sha256(bytes) !== expected) {
    bytes = await (await bring('core.wasm', expected)).arrayBuffer();
  }
  try {
    // Bytes instead of a stream: the wrong MIME type of some servers then does no harm.
    module = await WebAssembly.compile(bytes);
    begin();
  } catch (error) {
    throw Object.assign(error, { code: reason() });
  }
};

/** @returns {Promise<void>} the same for every widget of the page */
export const start = (/** @type {Promise<Response | undefined>} */ arriving) => (started ??= run(arriving));

/**
 * Ends a core that has crashed: what it still waits for, such as a timer, finds nothing of it. Another one takes its place,
 * but only once: what crashes twice would do so again.
 * @returns {boolean} true if there is another one
 */
export const again = () => {
  glue?.begin({ exports: new Proxy({}, { get: () => () => [] }) });
  glue = undefined;
  if (!isSecond) begin();
  isSecond = true;
  return !!glue;
};

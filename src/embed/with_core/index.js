// The second half of the loader. It travels with the glue of the core, so that an article whose reader never comes
// near does not pay for it: mounting, the port through which the core speaks, crashes, and coming back.

import css from 'core.css';
import frameCss from 'frame.css';
import * as glue from 'glue.js';
import { bring } from '../core.js';
import { make } from '../dom.js';
import { copy } from './copy.js';
import { drawing } from './drawing.js';
import { keeping } from './keeping.js';
import { language, read } from './options.js';
import { join, judge, shutNetwork } from './page.js';
import { save, stored, trouble } from './trouble.js';

/** Session-replay tools of the page are asked to look away: by these, and by the classes below. */
const ASIDE = { private: '', hjSuppress: '', clarityMask: 'true', ddPrivacy: 'mask' };

/** File → its hash; written in by the build. */
const HASHES = __HASHES__;
const LANGUAGES = [...new Set(Object.keys(HASHES).flatMap((name) => name.split('/').slice(0, -1)))];

let engine;
let sheet;
const texts = {};

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
    const { instance } = await WebAssembly.instantiate(bytes, glue.imports());
    glue.begin(instance);
  } catch (error) {
    throw Object.assign(error, { code: reason() });
  }
};

/**
 * @param {object} widget what ../widget.js hands over
 * @param {Promise<Response | undefined>} wasm on its way, not yet looked at
 * @returns {Promise<void>} done when the library is here too
 */
export const attach = async (widget, wasm) => {
  const { _frame: frame, _say: say, _put: put } = widget;
  const root = /** @type {ShadowRoot} */ (frame.getRootNode());
  const { host } = root;
  const lang = language(host, LANGUAGES).slice(0, 2);
  const text = (/** @type {string} */ name) =>
    texts[lang + name] ??= bring(lang + name, HASHES[lang + name]).then((answer) => answer.text());
  engine ??= run(wasm);
  const [reflection] = await Promise.all([text('/reflection.txt'), engine]);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(frameCss + css);
  }
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], sheet];
  frame.lang = lang;
  frame.append(drawing());

  /** The number that `mount` gave, and the element it paints into. */
  let core;
  let place;
  let pressedAt = -1e9;
  /** The screen it painted last. */
  let painted;
  let helpTimer;
  /** The text of the library; `null` while it is on its way, `undefined` if it does not come. */
  let library = null;
  let broken = false;
  /**
   * The last state of every record that changed in this visit, for a copy after a crash: in memory only. Those that did not
   * are read from the browser then, unless they are somebody else's.
   * @type {Record<string, string | undefined>}
   */
  let records = {};
  let kept = true;

  const form = document.querySelector('meta[name=fogbridge]')?.content || 'inline';
  const options = () => ({ ...read(host, LANGUAGES), form, press: widget._press, reflection });

  const prefix = `pn.${options().store || 'main'}.`;

  const clear = () => {
    clearTimeout(helpTimer);
    place?.remove();
    place = core = painted = undefined;
  };
  /** @param {unknown} [error] what went wrong; nothing if the core has painted nothing. Only its kind is told: never its words. */
  const crash = (error) => {
    if (!place || broken) return;
    broken = true;
    clear();
    put(trouble({ ...kept && stored(prefix), ...records }));
    say('error', { code: 'core', message: `The core stopped: ${error ? error.name ?? typeof error : 'it painted nothing'}.` });
  };
  const guard = (/** @type {() => void} */ call) => {
    try {
      call();
    } catch (error) {
      console.error(error);
      if (!judge(error)) crash(error);
    }
  };

  const ask = (/** @type {(core: number) => void} */ call) => core !== undefined && guard(() => call(core));
  const keeper = keeping(prefix, {
    save: () => ask(glue.save),
    look: (key) => ask((core) => glue.look(core, key)),
    picked: (text) => ask((core) => glue.picked(core, text)),
  });

  /** Answers the reader's press, if there is one and nothing else is in front. */
  const answer = () => {
    if (!widget._press || place || broken || widget._covered()) return;
    // It is put into the frame, in place of the cover, when it has painted: no moment shows both, or neither.
    const element = place = make('div', { className: 'core ph-no-capture fs-exclude' });
    Object.assign(element.dataset, ASIDE);
    // A core that paints nothing must not leave the reader waiting.
    setTimeout(() => { if (element === place && widget._press) crash(); }, 9000);
    guard(() => {
      core = glue.mount(element, options(), {
        painted(name) {
          if (element !== place) return;
          keeper.moved();
          painted = name;
          widget._press = '';
          if (name === 'help') clearTimeout(helpTimer);
          put(element);
          if (performance.now() - pressedAt < 500) frame.style.minHeight = '';
        },
        ...keeper,
        cleared() {
          records = {};
          kept = false;
        },
        record(key, value) { records[key] = value; },
        download: save,
        copy: (text) => copy(root, text).then((done) => element === place && guard(() => glue.copied(core, done))),
        // Said after the core's turn, so that a listener that throws is not taken for the core.
        progress: (step) => queueMicrotask(say.bind(null, 'progress', { step })),
        problem: (code, message) => queueMicrotask(say.bind(null, 'error', { code, message })),
      });
      if (library !== null) glue.library(core, library);
    });
  };
  /** The core's help says more; where it does not answer at once, the loader's own stands in. */
  const help = () => {
    if (broken || widget._covered()) return widget._showHelp();
    clearTimeout(helpTimer);
    if (painted !== 'help') helpTimer = setTimeout(widget._showHelp, 400);
    if (core !== undefined) return guard(() => glue.help(core));
    widget._press = 'help';
    answer();
  };
  /** An attribute changed, or the colours of the page did. */
  const update = () => {
    // The frame's style sheet draws a line of no width in black or white, by the colour scheme really in use.
    frame.dataset.theme = getComputedStyle(frame).outlineColor === 'rgb(0, 0, 0)' ? 'light' : 'dark';
    const now = options(); // here a value that is not understood is complained of
    if (core !== undefined) guard(() => glue.update(core, now));
  };
  /** Back to the cover, with nothing of the reader's left in memory. */
  const rest = () => {
    for (const last of [glue.save, glue.forget]) {
      try {
        if (core !== undefined) last(core);
      } catch { /* a core that can do neither goes with the page */ }
    }
    clear();
    records = {};
    kept = true;
    widget._press = '';
    if (broken) put(trouble({}));
    else widget._showCover();
  };

  frame.addEventListener('click', () => { pressedAt = performance.now(); }, true);
  frame.addEventListener('transitionend', (event) => { if (event.target === frame) update(); });
  join({
    root, crash, rest, leave: () => frame.querySelector('[part=exit]').click(),
    armed: () => host.isConnected && (pressedAt > 0 || form === 'standalone'),
  });
  Object.assign(widget, { _mount: answer, _help: help, _update: update, _rest: rest });
  update();
  answer();

  const settle = (/** @type {string | undefined} */ arrived) => {
    library = arrived;
    if (core !== undefined) guard(() => glue.library(core, library));
  };
  try {
    // The reasons stand at the end of what the core takes as one.
    settle((await Promise.all([text('/library.txt'), text('/reasons.txt')])).join(''));
    if (form === 'standalone') shutNetwork();
  } catch (error) {
    settle(undefined);
    throw error;
  }
};

// When the core writes, and when it looks at what others wrote. The writing itself is the core's.

import { make } from '../dom.js';

/** The longest copy that is read, in bytes; the core refuses more than this too. */
const MAX_COPY = 5 << 20;

/** A reader pauses for so long between two words, and what was typed waits no longer than the second. */
const PAUSE_MS = 400;
const LONGEST_MS = 2000;

/**
 * @param {string} prefix of our keys in the store
 * @param {object} core what it can be asked for: save, look, picked
 * @param {() => void} core.save writes what waits, at once
 * @param {(key?: string) => void} core.look at what others wrote
 * @param {(text?: string) => void} core.picked the text of a file; nothing if it is too large
 */
export const keeping = (prefix, core) => {
  let timer;
  let first = 0;

  /** Two tabs that write at once take turns, where the browser can arrange it. */
  const save = () => {
    clearTimeout(timer);
    first = 0;
    // Not at once: the core asks for this in the middle of an update, and must have come to its end.
    Promise.resolve()
      .then(() => navigator.locks?.request(prefix, { signal: AbortSignal.timeout(LONGEST_MS) }, core.save) ?? core.save())
      // Nobody can say whose turn it is: on plain http, in a sandbox, or because a tab hangs in the middle of its own.
      .catch(core.save);
  };
  const soon = () => {
    first ||= performance.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.min(PAUSE_MS, first + LONGEST_MS - performance.now()));
  };

  // Whoever goes may not come back: then nothing waits for a turn.
  for (const name of ['pagehide', 'blur']) addEventListener(name, core.save);
  document.addEventListener('freeze', core.save);
  document.addEventListener('visibilitychange', () => (document.hidden ? core.save() : core.look()));
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(prefix)) core.look(key ?? undefined);
  });

  return {
    save,
    soon,
    /** Another screen is here: what was typed on the one before does not wait. */
    moved: () => { if (first) save(); },
    persist: () => navigator.storage?.persist?.().catch(() => {}),
    pick() {
      const input = make('input', { type: 'file', accept: '.json,application/json' });
      input.onchange = () => {
        const [file] = input.files;
        if (file?.size > MAX_COPY) core.picked();
        else file?.text().then(core.picked, () => core.picked(''));
      };
      input.click();
    },
  };
};

/** The first look at the store is the slow one: the browser brings all of it then. So it is over before the reader presses. */
export const warmUp = () => {
  try {
    localStorage.length;
  } catch { /* the core finds out for itself */ }
};

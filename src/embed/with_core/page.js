// What concerns every widget of the page at once: a crash of the core they share, the quick way out, coming back.

import { make } from '../dom.js';
import { again } from './engine.js';
import { onThreeShifts } from './shifts.js';

/**
 * @typedef {object} Member
 * @property {ShadowRoot} root
 * @property {() => boolean} armed true if the quick way out is meant for it too
 * @property {() => void} leave
 * @property {() => void} rest
 * @property {(error: unknown, goesOn: boolean) => void} crash
 * @property {() => number} pressedAt when the reader last pressed something in it
 */

/** @type {Member[]} */
const members = [];

const each = (/** @type {(member: Member) => void} */ act) => members.forEach(act);

/**
 * True if an error passed through the core's wasm; then whoever shares its memory cannot go on in it. Where it is not known
 * in which widget that was, it was in the one that was pressed last. Chromium tells only the innermost frames, and names
 * the wasm in them; in the others this file stands in the trace too. An error of the page that only passed through our
 * JavaScript, such as that of a listener, is the page's own.
 * @param {any} error
 * @param {Member} [culprit]
 */
export const judge = (error, culprit = members.toSorted((a, b) => a.pressedAt() - b.pressedAt()).at(-1)) => {
  const trace = String(error?.stack);
  const frames = trace.split('\n').filter((frame) => frame.includes('wasm-function'));
  const isOurs = frames.length > 0 && (trace.includes(import.meta.url) || frames.some((frame) => /fogbridge[-.]/.test(frame)));
  if (isOurs) {
    const goesOn = again();
    each((member) => member.crash(error, goesOn && member !== culprit));
  }
  return isOurs;
};

const watch = () => {
  addEventListener('error', (event) => judge(event.error));
  addEventListener('unhandledrejection', (event) => judge(event.reason));
  // The browser may keep the page to show it again: then it keeps it with the cover closed.
  addEventListener('pagehide', () => each((member) => member.rest()));
  // Leaving puts another page in this one's place. Should a browser show this one again all the same, it may be seen.
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.documentElement.style.removeProperty('display');
  });
  onThreeShifts(
    (event) => [/** @type {Element} */ (event.composedPath()[0]), ...members.map((member) => member.root.activeElement)],
    () => members.find((member) => member.armed())?.leave(),
  );
};

export const join = (/** @type {Member} */ member) => {
  if (!members.length) watch();
  members.push(member);
};

/**
 * The standalone page shuts its own way to the network once everything is here: from then on the browser refuses every
 * request, whoever makes it. Never done inside an article, which needs its network.
 */
export const shutNetwork = () => {
  document.head.append(make('meta', { httpEquiv: 'Content-Security-Policy', content: "default-src 'none'" }));
};

// Runs in frame.html, before the loader: takes the owner's wishes from the address, and tells the page around the frame two
// things, how high the frame would like to be and that its reader leaves. It listens to nothing that page says.

import { leave } from '../leave.js';

/** So long the page around has to leave by its own way. */
const PATIENCE_MS = 300;

const host = document.querySelector('fog-bridge');

// Where *Leave this page* leads is not among them: anybody can write an address, and it would lead anywhere.
const given = new URLSearchParams(location.search);
for (const name of ['lang', 'region', 'view', 'theme', 'heading-level', 'store']) {
  if (given.has(name)) host.setAttribute(name, given.get(name));
}

const tell = (/** @type {object} */ message) => parent.postMessage(message, '*');

let pressedAt = -1e9;
/** True while any of the frame can be seen; also as long as that is not known. It may come late: the page around looks too. */
let isSeen = true;
let said = 0;

/** What stands below the frame moves by this: only right after a press, or where nobody looks. */
const report = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  const pressed = performance.now() - pressedAt < 500;
  if (height === said || (isSeen && !pressed)) return;
  said = height;
  tell({ fogbridge: 'height', height, pressed });
};

addEventListener('click', (event) => {
  pressedAt = performance.now();
  const [exit] = /** @type {HTMLAnchorElement[]} */ (event.composedPath());
  if (!exit.part?.contains('exit')) return;
  // The page around leaves, and takes the frame along. Where nobody listens, the frame leaves by itself a moment later.
  event.preventDefault();
  event.stopImmediatePropagation();
  document.documentElement.style.setProperty('display', 'none', 'important');
  tell({ fogbridge: 'exit' });
  setTimeout(() => leave(exit.href), PATIENCE_MS);
}, true);
new ResizeObserver(report).observe(document.body);
new IntersectionObserver(([entry]) => {
  isSeen = entry.isIntersecting;
  said = 0; // the page around may have begun to listen only now
  report();
}).observe(host);

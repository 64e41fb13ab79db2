// For the page around an <iframe> of frame.html: gives it the height that it asks for, and leaves this page when its reader
// does. Both are believed only from a frame of the origin from which this script comes, and that the owner wrote.

import { PLAIN, leave } from '../leave.js';

/** No widget is higher, in CSS pixels; whoever asks for more is not ours. */
const HIGHEST = 20_000;

const OURS = new URL(import.meta.url).origin;

addEventListener('message', ({ source, origin, data }) => {
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source);
  if (!frame?.src || new Set([origin, new URL(frame.src).origin, OURS]).size > 1) return;
  const { fogbridge, height } = Object(data);
  if (fogbridge === 'exit') leave(/^https?:/.test(frame.dataset.exit) ? frame.dataset.exit : PLAIN);
  if (fogbridge === 'height' && height > 0 && height < HIGHEST) frame.style.height = height + 'px';
});

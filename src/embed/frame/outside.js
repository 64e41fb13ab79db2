// For the page around an <iframe> of frame.html: gives it the height that it asks for, and leaves this page when its reader
// does. Both are believed only from a frame of the origin from which this script comes, and that the owner wrote.

import { PLAIN, leave } from '../leave.js';

/** No widget is higher, in CSS pixels; whoever asks for more is not ours. */
const HIGHEST = 20_000;

const OURS = new URL(import.meta.url).origin;

/** Whether the reader may be looking at it: then its height changes only by what they pressed. */
const isInView = (/** @type {Element} */ frame) => {
  const { top, bottom } = frame.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

addEventListener('message', ({ source, origin, data }) => {
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source);
  if (!frame?.src || new Set([origin, new URL(frame.src).origin, OURS]).size > 1) return;
  const { fogbridge, height, pressed } = Object(data);
  if (fogbridge === 'exit') leave(/^https?:/.test(frame.dataset.exit) ? frame.dataset.exit : PLAIN);
  const mayMove = pressed || !isInView(frame);
  if (fogbridge === 'height' && mayMove && height > 0 && height < HIGHEST) frame.style.height = height + 'px';
});

// The quick way out by keyboard: Shift, three times.

const FIELD = 'input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable]';

/**
 * Shift pressed and let go three times, each within five seconds of the last: never while typing, and never
 * together with another key, a click or a wheel, where Shift means something else.
 * @param {(event: Event) => (Element | null)[]} focused what has the focus, inside closed roots too
 * @param {() => void} then
 */
export const onThreeShifts = (focused, then) => {
  let alone = false;
  let count = 0;
  let last = 0;
  addEventListener('keydown', (event) => {
    const shift = event.key === 'Shift';
    if (!shift) count = 0;
    if (event.repeat) return;
    alone = shift && !(event.ctrlKey || event.altKey || event.metaKey)
      && !focused(event).some((element) => element?.matches?.(FIELD));
  }, true);
  for (const other of ['pointerdown', 'wheel']) {
    addEventListener(other, () => {
      alone = false;
      count = 0;
    }, { capture: true, passive: true });
  }
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    count = event.timeStamp - last < 5000 ? count + 1 : 1;
    last = event.timeStamp;
    if (count > 2) then();
  }, true);
};

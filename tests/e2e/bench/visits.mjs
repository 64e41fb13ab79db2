// Visits to one page in Chromium, each in a context of its own: nothing stored, nothing cached, no code compiled before.

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ARGS } from '../browsers/chromium.mjs';
import { program } from '../browsers/shared.mjs';

const SCRIPTS = ['watch.js', 'inside.js'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

/** A phone: the widget of the article lies far below it. */
const VIEWPORT = { width: 412, height: 732 };

const WARM_UPS = 2;
/** A look in passing needs fewer: `ROUNDS=3 make bench`. */
export const ROUNDS = Number(process.env.ROUNDS ?? 9);

export const launch = () => chromium.launch({
  executablePath: program(['chromium', 'chromium-browser'], 'chromium'), args: ARGS, chromiumSandbox: false,
});

/** @typedef {[name: string, ...args: unknown[]]} Call of a function of inside.js or watch.js, such as `bench.reflect` */

/**
 * Opens a page and lets `act` measure there when it has come to rest.
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {(call: (...call: Call) => Promise<any>, devtools: import('playwright-core').CDPSession) => Promise<T>} act
 * @param {object} [options]
 * @param {number} [options.slowdown] how much slower than this machine the reader's is
 * @param {Record<string, string>} [options.stored] what lies in localStorage
 * @param {boolean} [options.slowFromStart] the page is read slowly too
 * @returns {Promise<T>}
 */
export const visit = async (browser, url, act, { slowdown = 4, stored = {}, slowFromStart = false } = {}) => {
  const localStorage = Object.entries(stored).map(([key, value]) => ({ name: key, value }));
  const origins = [{ origin: new URL(url).origin, localStorage }];
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', storageState: { cookies: [], origins } });
  try {
    for (const path of SCRIPTS) await context.addInitScript({ path });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const slow = () => devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (slowFromStart) await slow();
    await page.goto(url);
    await page.evaluate(() => new Promise((then) => { requestIdleCallback(then); }));
    if (!slowFromStart) await slow();
    const call = (name, ...args) => page.evaluate(([path, list]) => {
      const [object, method] = path.split('.');
      return window[object][method](...list);
    }, [name, args]);
    return await act(call, devtools);
  } finally {
    await context.close();
  }
};

/**
 * Measures all sides again and again, by turns, so that whatever else the machine does meets all alike.
 * @template T
 * @param {Record<string, () => Promise<T>>} sides
 * @returns {Promise<Record<string, T[]>>} a value for every round, without the warm-ups
 */
export const byTurns = async (sides, { rounds = ROUNDS, warmUps = WARM_UPS } = {}) => {
  const found = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let round = 0; round < warmUps + rounds; round++) {
    const order = Object.entries(sides);
    for (const [side, measure] of round % 2 ? order : order.reverse()) {
      const value = await measure();
      if (round >= warmUps) found[side].push(value);
    }
  }
  return found;
};

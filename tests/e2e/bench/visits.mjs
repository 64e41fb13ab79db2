// Visits to one page in Chromium, each in a context of its own: nothing stored, nothing cached, no code compiled before.

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ARGS } from '../browsers/chromium.mjs';
import { program } from '../browsers/shared.mjs';

const INSIDE = fileURLToPath(new URL('inside.js', import.meta.url));

/** A phone: the widget of the article lies far below it. */
const VIEWPORT = { width: 412, height: 732 };

/** How much slower than this machine the reader's is. */
const SLOWDOWN = 4;

const WARM_UPS = 2;
const ROUNDS = 9;

export const launch = () => chromium.launch({
  executablePath: program(['chromium', 'chromium-browser'], 'chromium'), args: ARGS, chromiumSandbox: false,
});

/**
 * Opens a page, and calls one of the functions of inside.js when it has come to rest.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {[string, ...unknown[]]} call name of the function, and its arguments
 * @param {object} [options]
 * @param {Record<string, string>} [options.stored] what lies in localStorage
 * @param {boolean} [options.slowFromStart] the page is read slowly too
 * @returns {Promise<any>}
 */
export const visit = async (browser, url, [name, ...args], { stored = {}, slowFromStart = false } = {}) => {
  const localStorage = Object.entries(stored).map(([key, value]) => ({ name: key, value }));
  const origins = [{ origin: new URL(url).origin, localStorage }];
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', storageState: { cookies: [], origins } });
  try {
    await context.addInitScript({ path: INSIDE });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const slow = () => devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    if (slowFromStart) await slow();
    await page.goto(url);
    await page.evaluate(() => new Promise((then) => { requestIdleCallback(then); }));
    if (!slowFromStart) await slow();
    return await page.evaluate(([fn, list]) => window.bench[fn](...list), [name, args]);
  } finally {
    await context.close();
  }
};

/**
 * Measures both sides again and again, by turns, so that whatever else the machine does meets both alike.
 * @template T
 * @param {() => Promise<T>} ours
 * @param {() => Promise<T>} beside
 * @returns {Promise<{ ours: T[], beside: T[] }>} without the warm-ups
 */
export const byTurns = async (ours, beside) => {
  const found = { ours: [], beside: [] };
  for (let round = 0; round < WARM_UPS + ROUNDS; round++) {
    const sides = round % 2 ? [['ours', ours], ['beside', beside]] : [['beside', beside], ['ours', ours]];
    for (const [side, measure] of sides) {
      const value = await measure();
      if (round >= WARM_UPS) found[side].push(value);
    }
  }
  return found;
};

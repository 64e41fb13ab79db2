// What the three engines have in common: finding them, waiting, and the page as tests see it.

import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** How long anything may take on a busy machine before it counts as never. Tests do not assert times. */
export const PATIENCE = Number(process.env.PATIENCE ?? 20_000);

/**
 * The path of a program, by name.
 * @param {string[]} names any of these will do; a name with a slash is a path
 * @param {string} debianPackage that brings it
 */
export const program = (names, debianPackage) => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))));
  const found = paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`The tests need ${names.join(' or ')}: install Debian's package ${debianPackage}.`);
  return found;
};

/** The driver of a browser gave no answer, so nothing is known about the page. */
export class DriverLost extends Error {
  constructor(/** @type {string} */ command) { super(`the browser's driver did not answer: ${command}`); }
}

/** A folder for one browser profile, and how to get rid of it. */
export const temporaryFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'fogbridge-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
};

export const pause = (/** @type {number} */ ms) => new Promise((then) => setTimeout(then, ms));

/**
 * Asks until the answer is true, or something like it, and gives it back.
 * @template T
 * @param {() => T | Promise<T>} ask a failure counts as "not yet": pages come and go
 * @param {() => string | Promise<string>} complaint what to say when patience ends
 * @returns {Promise<T>}
 */
export const until = async (ask, complaint, patience = PATIENCE) => {
  const end = Date.now() + patience;
  let last = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = '';
    } catch (error) {
      if (error instanceof DriverLost) throw error;
      last = error.message;
    }
    if (Date.now() > end) throw new Error(`${await complaint()}${last && ` (${last.split('\n')[0]})`}`);
    await pause(40);
  }
};

/**
 * One page of any engine. Functions given to it run in the page, so they see nothing but their arguments.
 * An adapter brings `open`, `run`, `pressOn`, `type`, `press`, `picture`, `resize` and `close`.
 */
export class Page {
  /** Goes to an address and waits until the page is read. */
  async goto(/** @type {string} */ url) {
    await this.open(url);
    await until(() => this.run('() => document.readyState === "complete"', []), () => `${url} was never read to its end`);
  }

  /** @param {Function | string} fn @param {...unknown} args JSON @returns {Promise<any>} JSON */
  evaluate(fn, ...args) {
    return this.run(String(fn), args);
  }

  /** A real click on the element that `find` returns, once there is one that can be clicked. */
  async click(/** @type {Function | string} */ find, ...args) {
    await until(
      async () => {
        await this.pressOn(String(find), args);
        return true;
      },
      () => `There was nothing to click for ${String(find).slice(0, 200)} with ${JSON.stringify(args)}`,
    );
  }

  /** @param {Function | string} fn @param {...unknown} args */
  waitFor(fn, ...args) {
    return until(() => this.evaluate(fn, ...args), () => `This never became true: ${fn} with ${JSON.stringify(args)}`);
  }

  async screenshot(/** @type {string} */ path) { await this.picture(path); }

  async setViewport(/** @type {number} */ width, /** @type {number} */ height) { await this.resize(width, height); }
}

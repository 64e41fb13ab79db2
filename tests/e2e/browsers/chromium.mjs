// Chromium by Playwright.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { PATIENCE, Page, program, temporaryFolder } from './shared.mjs';

export const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run',
  '--disable-sync', '--disable-extensions',
  // Nothing a test opens may leave this machine, not even by mistake.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

class ChromiumPage extends Page {
  /** Of Playwright, for what only this engine can do. */
  native;
  /** Everything the page said on its console. @type {{ type: string, text: string }[]} */
  console = [];
  /** The address of every request, also of those that the cache answered. @type {string[]} */
  requests = [];

  constructor(native) {
    super();
    this.native = native;
    native.on('console', (message) => this.console.push({ type: message.type(), text: message.text() }));
    native.on('pageerror', (error) => this.console.push({ type: 'error', text: String(error) }));
    native.on('request', (request) => this.requests.push(request.url()));
  }

  async open(url) { await this.native.goto(url, { waitUntil: 'commit' }); }

  run(source, args) { return this.native.evaluate(`(${source})(...${JSON.stringify(args)})`); }

  async pressOn(source, args) {
    const handle = await this.native.evaluateHandle(`(${source})(...${JSON.stringify(args)})`);
    const element = handle.asElement();
    if (!element) throw new Error('no such element');
    try {
      // Whoever gives up early does not know whether the press was heard, and presses twice.
      await element.click({ timeout: PATIENCE, noWaitAfter: true });
    } finally {
      await handle.dispose().catch(() => {});
    }
  }

  async type(text) { await this.native.keyboard.type(text); }

  async press(key) { await this.native.keyboard.press(key); }

  async picture(path) { await this.native.screenshot({ path, fullPage: true }); }

  async resize(width, height) { await this.native.setViewportSize({ width, height }); }

  async close() { await this.native.close(); }
}

export const name = 'Chromium';

/**
 * @param {object} [options]
 * @param {object} [options.prefs] as in Chromium's file "Preferences"
 * @param {boolean} [options.goesBack] with the back-forward cache, which Playwright switches off
 */
export const launch = async ({ prefs, goesBack = false } = {}) => {
  const executablePath = program(['chromium', 'chromium-browser'], 'chromium');
  const profile = temporaryFolder();
  if (prefs) {
    mkdirSync(join(profile.path, 'Default'));
    writeFileSync(join(profile.path, 'Default/Preferences'), JSON.stringify(prefs));
  }
  const start = () => chromium.launchPersistentContext(profile.path, {
    executablePath, args: ARGS, chromiumSandbox: false, viewport: { width: 1000, height: 900 }, locale: 'en-GB',
    ignoreDefaultArgs: goesBack ? ['--disable-back-forward-cache'] : [],
  });
  let context = await start();
  return {
    name,
    /** True where a restart is a new process that reads the same profile from disk. */
    survives: true,
    open: async (url) => {
      const page = new ChromiumPage(await context.newPage());
      if (url) await page.goto(url);
      return page;
    },
    restart: async () => {
      await context.close();
      context = await start();
    },
    close: async () => {
      await context.close();
      profile.remove();
    },
  };
};

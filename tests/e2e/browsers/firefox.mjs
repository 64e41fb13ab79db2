// Firefox ESR by Puppeteer over WebDriver BiDi.

import puppeteer from 'puppeteer-core';
import { Page, program, temporaryFolder } from './shared.mjs';

const PREFS = {
  'app.update.disabledForTesting': true,
  'browser.download.folderList': 2,
  'browser.sessionstore.resume_from_crash': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/** A function for Puppeteer, which takes no text with arguments. Its text is what travels. */
const asFunction = (source) => (0, eval)(`(${source})`);

class FirefoxPage extends Page {
  native;

  constructor(native) {
    super();
    this.native = native;
  }

  async open(url) { await this.native.goto(url, { waitUntil: 'domcontentloaded' }); }

  run(source, args) { return this.native.evaluate(asFunction(source), ...args); }

  async pressOn(source, args) {
    const handle = await this.native.evaluateHandle(asFunction(source), ...args);
    const element = handle.asElement();
    if (!element) throw new Error('no such element');
    try {
      await element.click();
    } finally {
      await handle.dispose().catch(() => {});
    }
  }

  async type(text) { await this.native.keyboard.type(text); }

  async press(key) { await this.native.keyboard.press(key); }

  async picture(path) { await this.native.screenshot({ path }); }

  async resize(width, height) { await this.native.setViewport({ width, height }); }

  async close() { await this.native.close(); }
}

export const name = 'Firefox';

/** @param {{ prefs?: Record<string, unknown> }} [options] `prefs` as in about:config */
export const launch = async ({ prefs = {} } = {}) => {
  const executablePath = program(['firefox-esr', 'firefox'], 'firefox-esr');
  const profile = temporaryFolder();
  const start = () => puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile.path,
    defaultViewport: { width: 1000, height: 900 },
    extraPrefsFirefox: { ...PREFS, 'browser.download.dir': profile.path, ...prefs },
  });
  let browser = await start();
  return {
    name,
    survives: true,
    open: async (url) => {
      const page = new FirefoxPage(await browser.newPage());
      if (url) await page.goto(url);
      return page;
    },
    restart: async () => {
      await browser.close();
      browser = await start();
    },
    close: async () => {
      await browser.close();
      profile.remove();
    },
  };
};

// What the specs share: the built files on an origin of its own for every test, with faults on request, and a test that
// runs in each engine, closes what it opened, and leaves a picture where it failed.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as chromium from '../browsers/chromium.mjs';
import * as firefox from '../browsers/firefox.mjs';
import { DriverLost, until } from '../browsers/shared.mjs';
import * as webkit from '../browsers/webkit.mjs';
import { DIST, serve } from '../tools/serve.mjs';
import { WidgetPage } from '../widget_page.mjs';

const HOSTS = fileURLToPath(new URL('../hosts/', import.meta.url));
const PICTURES = fileURLToPath(new URL('../../../target/e2e/', import.meta.url));

/** Another build can be looked at: `DIST=/somewhere`. */
export const BUILT = process.env.DIST ?? DIST;

/** The name of the folder below `embed/` with the files that never change. */
export const fixedFolder = () => readdirSync(join(BUILT, 'embed'), { withFileTypes: true }).find((entry) => entry.isDirectory()).name;

const ENGINES = { chromium, firefox, webkit };

/** @typedef {{ status: number, headers: Record<string, string>, body: Buffer }} Answer */
/** @typedef {{ path: RegExp, change: (answer: Answer) => Answer | Promise<Answer> }} Rule */

/** The file is not there. @returns {Rule} */
export const missing = (/** @type {RegExp} */ path) => ({
  path, change: () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('There is nothing here.\n') }),
});

/** A page stands in its place, as many servers answer for what they do not have. @returns {Rule} */
export const pageInstead = (/** @type {RegExp} */ path) => ({
  path, change: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<!doctype html><title>Welcome</title>') }),
});

/** One byte in the middle is another one. @returns {Rule} */
export const forged = (/** @type {RegExp} */ path) => ({
  path, change: (answer) => {
    const body = Buffer.from(answer.body);
    body[body.length >> 1] ^= 1;
    return { ...answer, body };
  },
});

/** Its text is another one. @returns {Rule} */
export const rewritten = (/** @type {RegExp} */ path, /** @type {(text: string) => string} */ rewrite) => ({
  path, change: (answer) => ({ ...answer, body: Buffer.from(rewrite(String(answer.body))) }),
});

/** Another policy, or any other header. @returns {Rule} */
export const withHeaders = (/** @type {RegExp} */ path, /** @type {Record<string, string>} */ headers) => ({
  path, change: (answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }),
});

/** It does not come until `release` is called. @returns {Rule & { release: () => void }} */
export const held = (/** @type {RegExp} */ path) => {
  let release;
  const released = new Promise((then) => { release = then; });
  return { path, release, change: (answer) => released.then(() => answer) };
};

/** The ports that a browser of this file may know already: what it stored for one would meet a reader who should be new. */
const seen = new Set();

/** Listens on a port that no earlier test listened on: the system gives one out again soon after it was closed. */
const listenAnew = async (/** @type {import('node:http').Server} */ server) => {
  const { port } = await new Promise((then) => { server.listen(0, '127.0.0.1', () => then(server.address())); });
  if (seen.has(port)) {
    await new Promise((then) => { server.close(then); });
    return listenAnew(server);
  }
  seen.add(port);
  return port;
};

/** The built files as the project's own server sends them, the host pages under /hosts/, and `rules` on top. */
const site = async (/** @type {Rule[]} */ rules) => {
  let [built, hosts] = await Promise.all([serve({ port: 0, root: BUILT }), serve({ port: 0, root: HOSTS, headers: () => ({}) })]);
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, 'http://localhost');
    if (pathname === '/favicon.ico') return response.writeHead(204).end(); // browsers ask for it, pages do not
    requests.push(pathname);
    const from = pathname.startsWith('/hosts/') ? hosts.url + pathname.slice(6) : built.url + pathname;
    try {
      const reply = await fetch(from + search, { redirect: 'manual' });
      const { connection, date, 'content-length': _, 'transfer-encoding': __, 'keep-alive': ___, ...headers } =
        Object.fromEntries(reply.headers);
      let answer = { status: reply.status, headers, body: Buffer.from(await reply.arrayBuffer()) };
      // A host page writes ORIGIN where it needs a whole address.
      if (/^\/hosts\/.*html$/.test(pathname)) answer.body = Buffer.from(String(answer.body).replaceAll('ORIGIN', url));
      for (const rule of rules) if (rule.path.test(pathname)) answer = await rule.change(answer);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      response.destroy();
    }
  });
  const url = `http://127.0.0.1:${await listenAnew(server)}`;
  return {
    url,
    /** The path of every request that reached the server. */
    requests,
    /** From now on the files of another build stand there. */
    use: async (/** @type {string} */ root) => {
      await built.close();
      built = await serve({ port: 0, root });
    },
    close: async () => {
      for (const rule of rules) rule.release?.();
      server.closeAllConnections();
      server.close();
      await Promise.all([built.close(), hosts.close()]);
    },
  };
};

/** What one test may use; all of it ends with the test. */
class World {
  #browser;
  #engine;
  #open = [];
  #ends = [];

  constructor(engine, browser) {
    this.#engine = engine;
    this.#browser = browser;
    this.engine = engine.name;
  }

  /**
   * The built files on a new origin, with nothing stored. The service worker of the standalone page is not among them: else a
   * page opened a second time would come from its copy, and not from here.
   * @param {...Rule} rules
   */
  async serve(...rules) { return this.serveOffline(missing(/^\/sw\.js$/), ...rules); }

  /** The same with the service worker. @param {...Rule} rules */
  async serveOffline(...rules) {
    const made = await site(rules);
    this.#ends.push(made.close);
    return made;
  }

  /** Something that ends with the test. */
  ends(/** @type {() => Promise<unknown>} */ close) { this.#ends.push(close); }

  /** A page, and its widget. */
  async open(/** @type {string} */ url, browser = this.#browser) {
    const page = await browser.open();
    this.#open.push(page);
    await page.goto(url);
    return { page, widget: new WidgetPage(page) };
  }

  /** A browser with settings of its own. @param {object} options what the engine's `launch` takes */
  async browser(options) {
    const browser = await this.#engine.launch(options);
    this.#ends.push(browser.close);
    return browser;
  }

  /** Closes the browser and opens it again. */
  async restart() {
    this.#open.length = 0;
    await this.#browser.restart();
  }

  async pictures(/** @type {string} */ title) {
    const name = `${this.engine}-${title}`.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 90);
    mkdirSync(PICTURES, { recursive: true });
    const paths = [];
    for (const [place, page] of this.#open.entries()) {
      const path = join(PICTURES, `${name}-${place}.png`);
      await Promise.race([page.screenshot(path), new Promise((then) => setTimeout(then, 5000))]).catch(() => {});
      if (existsSync(path)) paths.push(path);
    }
    return paths;
  }

  async end() {
    for (const page of this.#open) await page.close().catch(() => {});
    for (const close of this.#ends.reverse()) await close().catch(() => {});
  }
}

/** One browser of each engine is enough for a file of specs. @type {Map<object, Promise<any>>} */
const browsers = new Map();

const browserOf = (engine) => {
  if (!browsers.has(engine)) browsers.set(engine, engine.launch());
  return browsers.get(engine);
};

const closeBrowser = async (engine) => {
  const browser = browsers.get(engine);
  browsers.delete(engine);
  await browser?.then((one) => one.close()).catch(() => {});
};

after(() => Promise.all([...browsers.keys()].map(closeBrowser)));

/** Presses a button that offers a copy, and reads what the reader would find in the file. */
export const copyOf = async (/** @type {WidgetPage} */ widget, /** @type {string} */ label) => {
  const { page } = widget;
  await page.evaluate(() => {
    window.copies = [];
    // The file itself would land in a folder of the browser; what it would hold and be called is told here.
    URL.createObjectURL = (blob) => {
      window.copies.push({ text: blob.text() });
      return 'blob:taken';
    };
    HTMLAnchorElement.prototype.click = function () { window.copies.at(-1).name = this.download; };
  });
  await widget.press(label);
  return page.waitFor(async () => {
    const copy = window.copies.at(-1);
    return copy?.name && { name: copy.name, text: await copy.text };
  });
};

/** The widget inside the only frame of a page, in Chromium: its driver goes into frames of any origin. */
export const inFrame = async ({ page }) => {
  const frame = await until(() => page.native.frames()[1], () => 'there is no frame');
  const inner = Object.create(page, { native: { value: {
    evaluate: (code) => frame.evaluate(code),
    evaluateHandle: (code) => frame.evaluateHandle(code),
    keyboard: page.native.keyboard,
  } } });
  return { inner, widget: new WidgetPage(inner) };
};

/** The frame of another site on an otherwise empty page: that page, what is in the frame, and what its server was asked for. */
export const framed = async (/** @type {World} */ world, /** @type {string} */ attributes = '') => {
  const other = await world.serve();
  const { url } = await world.serve(rewritten(/elsewhere\.html$/, () => `<!doctype html><title>An article</title><p id="article">Words.</p>
    <iframe ${attributes} src="${other.url.replace('127.0.0.1', 'localhost')}/frame.html" title="Notes" width="900" height="900"></iframe>`));
  const { page } = await world.open(`${url}/hosts/elsewhere.html`);
  return { ...await inFrame({ page }), page, requests: other.requests };
};

/** A page that meddles, once: the next call of this method throws, in the middle of the core. */
export const meddle = (/** @type {import('../browsers/shared.mjs').Page} */ page, owner = 'Node', method = 'insertBefore') =>
  page.evaluate((from, name) => {
    const { prototype } = window[from];
    const before = prototype[name];
    prototype[name] = () => {
      prototype[name] = before;
      throw new Error('meddled');
    };
  }, owner, method);

const wanted = (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',');

/**
 * The tests that `declare` declares, once in each of the engines.
 * @param {string[]} names
 * @param {string} about what they are about
 * @param {(it: (title: string, body: (world: World) => Promise<void>) => void, engine: string) => void} declare
 */
export const inEngines = (names, about, declare) => {
  if (!existsSync(join(BUILT, 'index.html'))) throw new Error(`There is no build in ${BUILT}: run "make dist" first.`);
  for (const key of names.filter((name) => wanted.includes(name))) {
    const engine = ENGINES[key];
    describe(`${about}, in ${engine.name}`, () => {
      const attempt = async (title, body) => {
        const world = new World(engine, await browserOf(engine));
        try {
          await body(world);
        } catch (error) {
          if (!(error instanceof DriverLost)) {
            const paths = await world.pictures(title);
            error.message += paths.map((path) => `\n  picture: ${path}`).join('');
          }
          await closeBrowser(engine); // whatever state it is in, the next test does not inherit it
          throw error;
        } finally {
          await world.end();
        }
      };
      declare((title, body) => test(title, { timeout: 240_000 }, (context) => attempt(title, body).catch((error) => {
        // A driver without an answer says nothing about the product. Once, in a new browser; a second time counts.
        if (!(error instanceof DriverLost)) throw error;
        context.diagnostic(`again, because ${error.message}`);
        return attempt(title, body);
      })), engine.name);
    });
  }
};

export const EVERY = Object.keys(ENGINES);

/** The widget and all content are here; on the page of its own its copy too, or it has failed. */
export const ready = (/** @type {import('../browsers/shared.mjs').Page} */ page) =>
  page.evaluate(() => document.querySelector('fog-bridge').ready.then(() => true));

/** Everything this origin stores, whoever wrote it. */
export const stored = (/** @type {import('../browsers/shared.mjs').Page} */ page) =>
  page.evaluate(() => Object.fromEntries(Object.keys(localStorage).sort().map((key) => [key, localStorage.getItem(key)])));

/** What the host page was told, by hosts/record.js. @returns {Promise<{ name: string, detail: any }[]>} */
export const told = (/** @type {import('../browsers/shared.mjs').Page} */ page) => page.evaluate(() => window.told);

/** The sum of all layout shifts so far, or since a moment of the page's own clock. */
export const shifts = (/** @type {import('../browsers/shared.mjs').Page} */ page, since = 0) => page.evaluate((from) => new Promise((then) => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.startTime >= from) sum += entry.value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  // Two frames: what was shifted until now is reported by then.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
    observer.disconnect();
    then(sum);
  })));
}), since);

/** What the page said on its console that is no mere information, in Chromium. */
export const complaints = (page) => page.console.filter(({ type }) => ['error', 'warning', 'assert'].includes(type)).map(({ text }) => text);

/** The screens of a trail, each run of the same name once. */
export const names = (/** @type {{ screen: string }[]} */ trail) =>
  trail.map(({ screen }) => screen).filter((name, place, all) => name !== all[place - 1]);

export { assert };

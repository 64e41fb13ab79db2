// WebKitGTK by its own WebDriver, in its MiniBrowser, on a display of its own. The protocol is a few JSON requests,
// so no library stands between.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { DriverLost, Page, program, temporaryFolder, until } from './shared.mjs';

/** How long one command may take. Scripts end after ten seconds by themselves, so this long means: no answer will come. */
const COMMAND_MS = 40_000;

/** How WebDriver names an element in JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const KEYS = {
  Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ', Shift: '\uE008', ArrowDown: '\uE015', ArrowUp: '\uE013',
  ArrowLeft: '\uE012', ArrowRight: '\uE014',
};

const miniBrowser = () => {
  const root = '/usr/lib/x86_64-linux-gnu';
  const folders = readdirSync(root).filter((folder) => folder.startsWith('webkit2gtk-4.')).sort().reverse();
  return program([...folders.map((folder) => `${root}/${folder}/MiniBrowser`), 'MiniBrowser'], 'webkit2gtk-driver');
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
};

/** A screen without a monitor, on a number that X itself finds free. */
const display = async () => {
  const xvfb = spawn(program(['Xvfb'], 'xvfb'), ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  process.once('exit', () => xvfb.kill());
  const [number] = await Promise.race([
    once(xvfb.stdio[3], 'data'),
    once(xvfb, 'exit').then(() => { throw new Error('Xvfb could not start.'); }),
  ]);
  return { name: `:${String(number).trim()}`, close: () => end(xvfb) };
};

const end = async (/** @type {import('node:child_process').ChildProcess} */ child) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
};

class WebKitPage extends Page {
  #send;
  #window;

  constructor(send, window) {
    super();
    this.#send = send;
    this.#window = window;
  }

  /** A command to this page: the driver has one current window for all. */
  async #command(method, path, body) {
    await this.#send('POST', '/window', { handle: this.#window });
    return this.#send(method, path, body);
  }

  async open(url) {
    // The driver does not wait for the new page to be there, and the old one would answer in its place.
    await this.run('() => { window.isOld = true; }', []);
    await this.#command('POST', '/url', { url });
    await until(() => this.run('() => !window.isOld', []), () => `${url} did not open`);
  }

  async run(source, args) {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${source})(...JSON.parse(arguments[0])))().then(
        (value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
    const answer = JSON.parse(await this.#command('POST', '/execute/async', { script, args: [JSON.stringify(args)] }));
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  async pressOn(source, args) {
    const script = `return (${source})(...JSON.parse(arguments[0]))`;
    const element = await this.#command('POST', '/execute/sync', { script, args: [JSON.stringify(args)] });
    if (!element?.[ELEMENT]) throw new Error('no such element');
    // The driver scrolls no further than to the edge, where the widget's own bar may stand.
    await this.#send('POST', '/execute/sync', {
      script: 'arguments[0].scrollIntoView({ block: "center", behavior: "instant" })', args: [element],
    });
    try {
      await this.#send('POST', `/element/${element[ELEMENT]}/click`, {});
    } catch (error) {
      if (!error.message.startsWith('element click intercepted')) throw error;
      await this.#pressInside(element);
    }
  }

  /** The driver takes the inner editor of a field inside a shadow root for a stranger in front of it. */
  async #pressInside(element) {
    const script = `const [element] = arguments, { x, y, width, height } = element.getBoundingClientRect();
      return element === element.getRootNode().elementFromPoint(x + width / 2, y + height / 2);`;
    if (!await this.#send('POST', '/execute/sync', { script, args: [element] })) throw new Error('something lies over it');
    await this.#send('POST', '/actions', {
      actions: [{
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', origin: element, x: 0, y: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }],
    });
  }

  async type(text) { for (const character of text) await this.#key(character); }

  async press(key) { await this.#key(KEYS[key] ?? key); }

  async #key(value) {
    const actions = [{ type: 'keyDown', value }, { type: 'keyUp', value }];
    await this.#command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async picture(path) {
    writeFileSync(path, Buffer.from(await this.#command('GET', '/screenshot'), 'base64'));
  }

  async resize(width, height) { await this.#command('POST', '/window/rect', { width, height }); }

  async close() { await this.#command('DELETE', '/window'); }
}

export const name = 'WebKit';

/** MiniBrowser under automation keeps nothing on disk, so a restart is only a new page of the same session. */
export const launch = async ({ prefs } = {}) => {
  if (prefs) throw new Error('WebKitGTK has no preferences that automation could set.');
  const driverPath = program(['WebKitWebDriver'], 'webkit2gtk-driver');
  const binary = miniBrowser();
  const home = temporaryFolder();
  const screen = await display();
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH, LANG: 'en_GB.UTF-8', DISPLAY: screen.name, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1',
      HOME: home.path, XDG_RUNTIME_DIR: home.path, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    },
  });
  process.once('exit', () => driver.kill());
  const request = async (method, path, body) => {
    const signal = AbortSignal.timeout(COMMAND_MS);
    // A connection for each command: the driver does not always take up what comes on one that it is about to close.
    const headers = { connection: 'close' };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, signal, body: body && JSON.stringify(body) })
      .catch((error) => { throw signal.aborted ? new DriverLost(`${method} ${path}`) : error; });
    const { value } = await response.json();
    if (value?.error === 'invalid session id') throw new DriverLost(value.message);
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await until(() => request('GET', '/status'), () => 'WebKitWebDriver did not start.');
  const { sessionId } = await request('POST', '/session', {
    capabilities: {
      alwaysMatch: { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const send = (method, path, body) => request(method, `/session/${sessionId}${path}`, body);
  await send('POST', '/timeouts', { script: 10_000 });
  // The first window stays open and unused: the session ends with its last window.
  const first = await send('GET', '/window');
  const pages = new Set();
  const open = async (url) => {
    await send('POST', '/window', { handle: first });
    // A window and not a tab: a page behind another one is not painted.
    const { handle } = await send('POST', '/window/new', { type: 'window' });
    const page = new WebKitPage(send, handle);
    pages.add(page);
    if (url) await page.goto(url);
    return page;
  };
  return {
    name,
    survives: false,
    open,
    restart: async () => {
      for (const page of pages) await page.close().catch(() => {});
      pages.clear();
    },
    close: async () => {
      await request('DELETE', `/session/${sessionId}`).catch(() => {});
      await end(driver);
      await screen.close();
      home.remove();
    },
  };
};

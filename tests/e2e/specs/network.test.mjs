// Nothing leaves the device: the standalone page and the frame shut their own network, and this tries every way out; and the
// core has none of its own to begin with.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { BUILT, EVERY, assert, fixedFolder, framed, inEngines, missing, ready } from './support.mjs';

/** Each way by which a script of a page can make a browser ask a server for something. They stay on the page that is open. */
const WAYS = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  keepalive: (url) => fetch(url, { method: 'POST', body: 'x', keepalive: true }),
  request: (url) => { const request = new XMLHttpRequest(); request.open('GET', url); request.send(); },
  beacon: (url) => navigator.sendBeacon(url, 'x'),
  socket: (url) => new WebSocket(new URL(url, location.href).href.replace('http', 'ws')),
  events: (url) => new EventSource(url),
  image: (url) => { new Image().src = url; },
  'image-set': (url) => { Object.assign(document.body.appendChild(document.createElement('img')), { srcset: `${url} 2x`, sizes: '1px' }); },
  svg: (url) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'image'));
    svg.firstChild.setAttribute('href', url);
    document.body.append(svg);
  },
  background: (url) => { document.body.style.backgroundImage = `url(${url})`; },
  'constructed-sheet': (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { cursor: url(${url}), auto; list-style-image: url(${url}); border-image: url(${url}) 1 }`);
    document.adoptedStyleSheets.push(sheet);
  },
  font: (url) => new FontFace('far', `url(${url})`).load(),
  audio: (url) => { new Audio(url).play(); },
  video: (url) => { document.body.append(Object.assign(document.createElement('video'), { poster: url, src: url, preload: 'auto' })); },
  track: (url) => {
    const video = document.createElement('video');
    video.append(Object.assign(document.createElement('track'), { src: url, default: true }));
    document.body.append(video);
  },
  ...Object.fromEntries(['stylesheet', 'prefetch', 'preload', 'modulepreload', 'icon', 'manifest'].map((rel) => [
    rel,
    `(url) => document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', href: url, as: 'script' }))`,
  ])),
  import: (url) => import(url),
  script: (url) => {
    document.head.append(Object.assign(document.createElement('script'), { src: url }));
  },
  frame: (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
  object: (url) => document.body.append(Object.assign(document.createElement('object'), { data: url })),
  embed: (url) => document.body.append(Object.assign(document.createElement('embed'), { src: url })),
  form: (url) => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'aside' });
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post', target: 'aside' });
    document.body.append(frame, form);
    form.submit();
  },
  ping: (url) => {
    const link = Object.assign(document.createElement('a'), { href: '#ping', ping: url });
    document.body.append(link);
    link.click();
  },
  worker: (url) => new Worker(url),
  'shared-worker': (url) => new SharedWorker(url),
  'service-worker': (url) => navigator.serviceWorker.register(url),
  'worker-of-a-blob': (url) => new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(new URL(url, location.href).href)})`]))),
  rules: (url) => {
    document.head.append(Object.assign(document.createElement('script'), {
      type: 'speculationrules', text: JSON.stringify({ prefetch: [{ source: 'list', urls: [url] }] }),
    }));
  },
};

/** What these engines do not know, or do only when it suits them. */
const NO_WAY = {
  Chromium: ['prefetch', 'rules', 'icon'],
  Firefox: ['manifest', 'ping', 'rules', 'prefetch', 'icon'],
  WebKit: ['track', 'prefetch', 'icon', 'manifest', 'rules'],
};

/** Tries them all, gives each a moment, and tells which of them reached a server. */
const tries = async (page, /** @type {string[]} */ requests) => {
  for (const [name, way] of Object.entries(WAYS)) {
    await page.evaluate(`async (url) => {
      const patience = new Promise((then) => setTimeout(then, 1000));
      try { await Promise.race([(${way})(url), patience]); } catch { /* refused, as it should be */ }
    }`, `/way-out-${name}`);
  }
  await page.evaluate(() => new Promise((then) => { setTimeout(then, 1000); }));
  return requests.filter((path) => path.startsWith('/way-out-'));
};

inEngines(EVERY, 'the network of the standalone page', (it) => {
  it('no way leads out, not even to its own server, once everything is here', async (world) => {
    const { url, requests } = await world.serve();
    const { page } = await world.open(`${url}/`);
    await ready(page);
    assert.deepEqual(await tries(page, requests), []);
  });

  it('the same ways do lead out of a page that has not shut it, so that this test can fail', async (world) => {
    const { url, requests } = await world.serve();
    const { page } = await world.open(`${url}/hosts/elsewhere.html`);
    const out = await tries(page, requests);
    const none = Object.keys(WAYS).filter((name) => !out.includes(`/way-out-${name}`));
    assert.deepEqual(none.filter((name) => !NO_WAY[world.engine].includes(name)), []);
  });
});

inEngines(['chromium'], 'the network of the standalone page', (it) => {
  it('is shut where the host sends no header at all, too', async (world) => {
    const bare = { path: /./, change: ({ headers, ...answer }) => ({ ...answer, headers: { 'content-type': headers['content-type'] } }) };
    const { url, requests } = await world.serve(bare);
    const { page, widget } = await world.open(`${url}/`);
    await ready(page);
    assert.deepEqual(await tries(page, requests), []);
    await widget.walk();
  });

  it('is shut where the steps did not come, too', async (world) => {
    const { url, requests } = await world.serve(missing(/library\.txt$/));
    const { page } = await world.open(`${url}/`);
    await page.evaluate(() => document.querySelector('fog-bridge').ready.catch(() => {}));
    assert.deepEqual(await tries(page, requests), []);
  });
});

inEngines(['chromium'], 'the network of the frame', (it) => {
  it('is shut as well', async (world) => {
    const { inner, widget, requests } = await framed(world);
    await widget.expectScreen('cover');
    await ready(inner);
    assert.deepEqual(await tries(inner, requests), []);
  });
});

/** All that the core asks of a browser: to build what is seen, to read what is kept, what day it is, and the loader. */
const ASKED = new Set([
  ...'createElement createElementNS createTextNode cloneNode insertBefore removeChild lastChild namespaceURI'.split(' '),
  ...'setAttribute removeAttribute nodeValue value checked __fog_subtree_id document'.split(' '),
  ...'localStorage getItem setItem removeItem getDate getMonth getFullYear now'.split(' '),
  ...'get set ownKeys is call join'.split(' '), // of Reflect, Object, Function and Array: the port to the loader
  ...'setInt32 setFloat64'.split(' '), // into its own memory
]);

/** The names under which a browser has what can send something. */
const SENDERS = ['fetch', 'XMLHttpRequest', 'sendBeacon', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection',
  'importScripts', 'serviceWorker', 'SharedWorker', 'postMessage', 'location', 'navigat', 'innerHTML', 'new Function', 'eval('];

/** What stands between `{` at this place and its partner. */
const block = (/** @type {string} */ text, /** @type {number} */ from) => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && --depth === 0) return text.slice(from, at + 1);
  }
  throw new Error('the braces do not match');
};

suite('The core that ships', () => {
  const read = (/** @type {string} */ name) => readFileSync(join(BUILT, 'embed', fixedFolder(), name));
  const wasm = read('core.wasm');
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(wasm));

  for (const script of ['core.js', 'fogbridge.full.js']) {
    test(`the core imports nothing that could send, as ${script} offers it`, () => {
      const text = String(read(script));
      const offered = block(text, text.indexOf('{', text.indexOf('"":{')));
      for (const { name, kind } of imports) {
        assert.equal(kind, 'function');
        assert.match(offered, new RegExp(`[{,]${name}:`), `${name} is among what is offered`);
      }
      const asked = new Set([...offered.matchAll(/\.([A-Za-z_]\w+)/g)].map(([, name]) => name));
      const own = WebAssembly.Module.exports(new WebAssembly.Module(wasm)).map(({ name }) => name);
      assert.ok(asked.has('setItem') && asked.has('createElement'), 'this reads what it should');
      assert.deepEqual([...asked].filter((name) => !ASKED.has(name) && !own.includes(name)), []);
    });
  }

  test('does not even know the name of anything that could', () => {
    const bytes = wasm.toString('latin1');
    assert.ok(bytes.includes('data-screen'), 'its texts can be read');
    assert.deepEqual(SENDERS.filter((name) => bytes.includes(name)), []);
  });
});

// Nothing leaves the device: the standalone page and the frame shut their own network, and this tries every way out; and the
// core has none of its own to begin with.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT, EVERY, assert, inEngines, inFrame, rewritten } from './support.mjs';

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
  ...Object.fromEntries(['stylesheet', 'prefetch', 'preload', 'modulepreload', 'prerender', 'preconnect', 'icon', 'manifest'].map((rel) => [
    rel,
    `(url) => document.head.append(Object.assign(document.createElement('link'), { rel: '${rel}', href: url, as: 'script' }))`,
  ])),
  import: (url) => import(url),
  script: (url) => {
    const policy = window.trustedTypes?.createPolicy('notes', { createScriptURL: (text) => text });
    document.head.append(Object.assign(document.createElement('script'), { src: policy ? policy.createScriptURL(url) : url }));
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
  report: () => document.body.append(Object.assign(document.createElement('img'), { src: '/way-out-report' })),
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

const ready = (page) => page.evaluate(() => document.querySelector('fog-bridge').ready.then(() => true));

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
    for (const name of ['fetch', 'keepalive', 'request', 'beacon', 'socket', 'events', 'image', 'background', 'stylesheet', 'frame', 'import', 'form']) {
      assert.ok(out.includes(`/way-out-${name}`), `${name} is no way out at all: ${out}`);
    }
    if (world.engine === 'Chromium') for (const name of ['ping', 'prefetch', 'preload', 'worker-of-a-blob']) assert.ok(out.includes(`/way-out-${name}`), `${name}: ${out}`);
  });
});

inEngines(['chromium'], 'the network of the frame', (it) => {
  it('is shut as well', async (world) => {
    const { url: other, requests } = await world.serve();
    const { url } = await world.serve(rewritten(/elsewhere\.html$/, () => `<!doctype html><title>An article</title>
      <iframe src="${other.replace('127.0.0.1', 'localhost')}/frame.html" title="Notes" width="900" height="900"></iframe>`));
    const { inner } = await inFrame(await world.open(`${url}/hosts/elsewhere.html`));
    await inner.waitFor(() => document.querySelector('fog-bridge')?.ready);
    await ready(inner);
    assert.deepEqual(await tries(inner, requests), []);
  });
});

/** What can send something, by the names that browsers give it; also where it would be built from a string. */
const SENDS = /fetch|XMLHttp|sendBeacon|WebSocket|EventSource|WebTransport|RTCPeer|importScripts|\bImage\b|Worker|\bopen\b|submit|location|navigat|eval|new Function/i;

inEngines(['chromium'], 'the core', (it) => {
  it('the core imports nothing that could send, and its glue asks for nothing', async () => {
    const [fixed] = readdirSync(join(BUILT, 'embed'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const wasm = new WebAssembly.Module(readFileSync(join(BUILT, 'embed', fixed.name, 'core.wasm')));
    const imports = WebAssembly.Module.imports(wasm);
    assert.ok(imports.length > 10, 'there are imports to look at');
    // Their names are short here. What each of them does stands in the glue, which has nothing of the kind in all its text.
    assert.ok(imports.every(({ kind }) => kind === 'function'), 'functions, and no memory or table of somebody else');
  });
});

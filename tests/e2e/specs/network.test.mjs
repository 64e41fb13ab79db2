// Nothing leaves the device: the standalone page shuts its own network, and this tries every way out.

import { assert, EVERY, inEngines } from './support.mjs';

const WAYS = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  request: (url) => { const request = new XMLHttpRequest(); request.open('GET', url); request.send(); },
  beacon: (url) => navigator.sendBeacon(url),
  socket: (url) => new WebSocket(new URL(url, location.href).href.replace('http', 'ws')),
  events: (url) => new EventSource(url),
  image: (url) => { new Image().src = url; },
  style: (url) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
  prefetch: (url) => document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url })),
  frame: (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
};

inEngines(EVERY, 'the network of the standalone page', (it) => {
  it('no way leads out, not even to its own server, once everything is here', async (world) => {
    const site = await world.serve();
    const { page } = await world.open(`${site.url}/`);
    await page.evaluate(() => document.querySelector('fog-bridge').ready.then(() => true));
    for (const [name, way] of Object.entries(WAYS)) {
      await page.evaluate(`async (url) => { try { await (${way})(url); } catch { /* refused, as it should be */ } }`, `/way-out-${name}`);
    }
    await page.evaluate(() => new Promise((then) => { setTimeout(then, 500); }));
    assert.deepEqual(site.requests.filter((path) => path.startsWith('/way-out-')), []);
  });
});

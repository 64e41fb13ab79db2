// The standalone page without a connection: the copy that its service worker makes, what can go wrong while it is made, a newer
// version, and taking it back.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../browsers/shared.mjs';
import { WidgetPage } from '../widget_page.mjs';
import { caches, newer, ofSite, says, server, update, version, workers, works } from './offline.mjs';
import { deleteEverything, noOtherTrace } from './store.mjs';
import { assert, BUILT, complaints, copyOf, EVERY, forged, inEngines, missing, ready, shifts, stored, withHeaders } from './support.mjs';
import { words } from './words.mjs';

inEngines(EVERY, 'When the server is gone', (it) => {
  it('the page comes again at a reload and in a new tab, and the whole way works', async (world) => {
    const { url, kill } = await server(world);
    const { page } = await ofSite(world, url);
    await kill();
    await page.goto(`${url}/`);
    await works(new WidgetPage(page));
    const { page: other, widget } = await world.open(`${url}/`);
    await works(widget);
    // Under its other name, and with something behind it, it is the same page.
    await other.goto(`${url}/index.html?from=somewhere`);
    await works(new WidgetPage(other));
    await other.goto(`${url}/worksheet.html`);
    assert.ok(await other.evaluate(() => document.querySelectorAll('li').length > 10), 'the sheet to print is there too');
  });
});

inEngines(['chromium', 'firefox'], 'When the browser was closed and the server is gone', (it) => {
  it('the page comes all the same, with what was kept', async (world) => {
    const { url, kill } = await server(world);
    const { widget } = await ofSite(world, url);
    await widget.walk({ keep: true });
    // So long a browser may take until what was kept is on the disk.
    await new Promise((then) => { setTimeout(then, 7000); });
    await kill();
    await world.restart();
    const { widget: later } = await world.open(`${url}/`);
    await later.walk({ to: 'welcome' });
    assert.ok(await later.has(words('welcome.go_on')), 'the notes are there');
    await later.press(words('welcome.go_on'));
    await later.expect('come back', (root) => ['safety', 'home'].includes(root.querySelector('[data-screen]')?.dataset.screen));
  });
});

inEngines(['chromium'], 'A newer version', (it) => {
  it('waits, is offered, and takes nothing of what is being written; pressed, it comes at once', async (world) => {
    const { url, use } = await world.serveOffline();
    const { page, widget } = await ofSite(world, url);
    await widget.walk({ to: 'plan', keep: true });
    await widget.choose(words('plan.own'), 'moment');
    await widget.pressCss('.field input');
    await page.type('after the bus, when');
    const typed = () => widget.inside((root) => root.querySelector('.field input').value);
    await page.evaluate(() => { window.isStill = true; });

    await use(await newer(world));
    await update(world, url);
    await says(page, 'later');
    assert.equal(await typed(), 'after the bus, when');
    assert.ok(await page.evaluate(() => window.isStill), 'the page was not loaded anew');
    assert.equal(await version(page), '');
    assert.equal(Object.keys(await caches(page)).length, 2, 'both versions are there, each whole');

    // The notes page of a second tab shows what is offered, too.
    await page.click(() => document.querySelector('#now'));
    await page.waitFor(() => !window.isStill && document.readyState === 'complete');
    await says(page, 'ready');
    assert.equal(await version(page), '2');
    assert.equal(Object.keys(await caches(page)).length, 1);
    const again = new WidgetPage(page);
    await again.walk({ to: 'welcome' });
    await again.press(words('welcome.go_on'));
    await again.expect('come back', (root) => ['safety', 'plan'].includes(root.querySelector('[data-screen]')?.dataset.screen));
    if (await again.screen() === 'safety') {
      await again.choose(words('safety.no'));
      await again.next();
    }
    assert.equal(await again.inside((root) => root.querySelector('.field input').value), 'after the bus, when', 'what was typed is still there');
  });

  it('is found by the browser itself when the page is opened again, and used once every tab of the old one was closed', async (world) => {
    const { url, use } = await world.serveOffline();
    const { page } = await ofSite(world, url);
    await use(await newer(world));
    await page.goto(`${url}/`);
    await says(page, 'later');
    assert.equal(await version(page), '', 'the page that is open is the old one');
    await page.close();
    // The browser takes a moment to see that nobody has it open.
    await until(async () => {
      const { page: later } = await world.open(`${url}/`);
      await later.waitFor(() => document.querySelector('#offline').textContent !== '');
      const found = await version(later);
      if (found === '2') await says(later, 'ready');
      else await later.close();
      return found === '2';
    }, () => 'The newer version never came.');
  });
});

inEngines(['chromium'], 'While the copy is made', (it) => {
  for (const [what, rule] of [
    ['a file does not come', missing(/library\.txt$/)],
    ['the server fails', { path: /worksheet\.css$/, change: () => ({ status: 500, headers: {}, body: Buffer.from('') }) }],
    ['a file is a forged one', forged(/core\.wasm$/)],
  ]) {
    it(`${what}: nothing is claimed, no half copy stays, and the page works`, async (world) => {
      // The page itself gets the right files; those that come for the copy are asked for without the browser's own cache.
      const spoils = { path: rule.path, n: 0, change: (answer) => (spoils.n++ === 0 && !/css/.test(String(rule.path)) ? answer : rule.change(answer)) };
      const { url } = await world.serveOffline(spoils);
      const { page, widget } = await world.open(`${url}/`);
      await ready(page);
      assert.ok(spoils.n > 0, 'the spoiled file was asked for');
      assert.equal(await page.evaluate(() => document.querySelector('#offline').textContent), '');
      await page.waitFor(async () => (await window.caches.keys()).length === 0);
      assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
      await until(() => complaints(page).some((line) => line.includes('cannot work offline')), () => 'The owner is told nothing.');
      await works(widget);
      // The next time all is well, and so is the copy.
      spoils.change = (answer) => answer;
      await page.goto(`${url}/`);
      await says(page, 'ready');
    });
  }

  it('there is no room left: nothing is claimed, and the page works', async (world) => {
    const { url } = await world.serveOffline();
    const { page } = await world.open(`${url}/plain.html`);
    const session = await page.native.context().newCDPSession(page.native);
    await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 20_000 });
    await page.goto(`${url}/`);
    await ready(page);
    assert.equal(await page.evaluate(() => document.querySelector('#offline').textContent), '');
    assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
    await works(new WidgetPage(page));
  });

  it('other caches of the origin are left alone, before and after', async (world) => {
    const { url, use } = await world.serveOffline();
    const { page } = await world.open(`${url}/plain.html`);
    await page.evaluate(async () => {
      for (const name of ['blog-v1', 'pn-files', `pn-files /elsewhere/ 12345678`]) {
        await (await window.caches.open(name)).put('/x', new Response('theirs'));
      }
    });
    await page.goto(`${url}/`);
    await says(page, 'ready');
    await use(await newer(world));
    await update(world, url);
    await page.click(() => document.querySelector('#now'));
    await says(page, 'ready');
    const theirs = () => page.evaluate(async () => (await window.caches.keys()).filter((name) => !name.startsWith('pn-files / ')));
    assert.deepEqual(await theirs(), ['blog-v1', 'pn-files', 'pn-files /elsewhere/ 12345678']);
    await page.click(() => document.querySelector('#remove'));
    await says(page, 'removed');
    assert.deepEqual(Object.keys(await caches(page)), await theirs(), 'ours are gone, and only ours');
    assert.equal(await workers(page), 0);
  });
});

inEngines(['chromium'], 'The copy', (it) => {
  it('that the browser cleared is made again', async (world) => {
    const { url } = await world.serveOffline();
    const { page } = await ofSite(world, url);
    const before = await caches(page);
    await page.evaluate(async () => {
      for (const name of await window.caches.keys()) await window.caches.delete(name);
    });
    await page.goto(`${url}/`);
    await says(page, 'ready');
    assert.deepEqual(await caches(page), before);
    await works(new WidgetPage(page));
  });

  it('that the browser cleared, without a connection: one plain sentence, and no error page', async (world) => {
    const { url, kill } = await server(world);
    const { page } = await ofSite(world, url);
    await page.evaluate(async () => {
      for (const name of await window.caches.keys()) await window.caches.delete(name);
    });
    await kill();
    await page.goto(`${url}/`);
    assert.match(await page.evaluate(() => document.body.textContent), /no connection/);
  });

  it('goes with everything else when the reader deletes everything', async (world) => {
    const { url } = await world.serveOffline();
    const { page, widget } = await ofSite(world, url);
    await widget.walk({ keep: true });
    await deleteEverything(widget);
    await says(page, 'removed');
    assert.deepEqual(await stored(page), {});
    await noOtherTrace(page);
    await ready(page);
    await widget.pressPart('back');
    await widget.walk({ to: 'question' });
  });

  it('is taken back by the worker that an owner puts in its place', async (world) => {
    const removed = readFileSync(join(BUILT, 'sw-removed.js'));
    let isRemoved = false;
    const swap = { path: /^\/sw\.js$/, change: (answer) => (isRemoved ? { ...answer, body: removed } : answer) };
    const { url } = await world.serveOffline(swap);
    const { page, widget } = await ofSite(world, url);
    await widget.walk({ to: 'question', keep: true });
    const notes = await page.evaluate(() => localStorage.length);
    await page.evaluate(() => { window.isStill = true; });
    isRemoved = true;
    const other = await update(world, url);
    await other.waitFor(async () => (await window.caches.keys()).length === 0);
    await other.waitFor(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    assert.ok(await page.evaluate(() => window.isStill), 'an open page stays as it is');
    await page.waitFor(() => document.querySelector('#offline').textContent === '' && document.querySelector('#now').hidden);
    assert.equal(await page.evaluate(() => localStorage.length), notes, 'and so do the notes');
  });

  it('makes no noise on the console, moves nothing, and asks for nothing once the page is ready', async (world) => {
    const { url: first } = await world.serveOffline();
    const { page: phone } = await world.open(`${first}/hosts/elsewhere.html`);
    await phone.setViewport(360, 740);
    await phone.goto(`${first}/`);
    await says(phone, 'ready');
    assert.equal(await shifts(phone), 0);
    const { url, requests } = await world.serveOffline();
    const { page, widget } = await ofSite(world, url);
    await ready(page);
    assert.equal(await shifts(page), 0);
    requests.length = page.requests.length = 0;
    await widget.walk({ keep: true });
    assert.deepEqual([requests, page.requests, complaints(page)], [[], [], []]);
  });

  it('is checked on arrival: what the worker keeps is what the build wrote, to the byte', async (world) => {
    const { url } = await world.serveOffline();
    const { page } = await ofSite(world, url);
    const kept = await page.evaluate(async () => {
      const cache = await window.caches.open((await window.caches.keys())[0]);
      const entries = await Promise.all((await cache.keys()).map(async ({ url: address }) => {
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await (await cache.match(address)).arrayBuffer()));
        return [address.slice(location.origin.length + 1), btoa(String.fromCharCode(...hash))];
      }));
      return Object.fromEntries(entries);
    });
    for (const [name, hash] of Object.entries(kept)) {
      assert.equal(hash, createHash('sha256').update(readFileSync(join(BUILT, name || 'index.html'))).digest('base64'), name);
    }
    const files = readdirSync(BUILT, { recursive: true }).map(String);
    const texts = files.filter((name) => /(reflection|library)\.txt$|core\.(js|wasm)$|styles\.txt$/.test(name));
    assert.ok(texts.length >= 5);
    for (const name of [...texts, '', 'embed/fogbridge.js', 'offline.js', 'plain.html', 'worksheet.html']) assert.ok(name in kept, name);
  });
});

inEngines(['chromium'], 'Without a connection', (it) => {
  it('"Leave this page" leads to a plain page of ours', async (world) => {
    const { url } = await world.serveOffline();
    const { page, widget } = await ofSite(world, url);
    await widget.walk({ to: 'question' });
    await page.native.context().setOffline(true);
    try {
      await page.waitFor(() => !navigator.onLine);
      await widget.pressPart('exit');
      await page.waitFor(() => location.pathname === '/plain.html' && document.readyState === 'complete');
      assert.equal(await page.evaluate(() => document.title), 'No connection');
      assert.doesNotMatch(await page.evaluate(() => document.documentElement.textContent), /fogbridge|relationship|notes/i);
    } finally {
      await page.native.context().setOffline(false);
    }
  });
});

inEngines(['chromium'], 'As an app', (it) => {
  it('the page can be installed, under a name that says nothing', async (world) => {
    const { url } = await world.serveOffline();
    const { page } = await ofSite(world, url);
    const session = await page.native.context().newCDPSession(page.native);
    const { data, errors } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
    const manifest = JSON.parse(data);
    assert.equal(manifest.name, await page.evaluate(() => document.title));
    assert.doesNotMatch(data, /fog|bridge|relation|depress/i);
    for (const { src } of manifest.icons) assert.ok(readFileSync(join(BUILT, src)).length > 100, src);
  });
});

inEngines(['chromium'], 'Without service workers', (it) => {
  it('the page works, and claims nothing', async (world) => {
    // The page refuses them here; without https the browser has none.
    const { url } = await world.serveOffline(withHeaders(/^\/$/, { 'Content-Security-Policy': "worker-src 'none'" }));
    const { page, widget } = await world.open(`${url}/`);
    await ready(page);
    assert.equal(await page.evaluate(() => document.querySelector('#offline').textContent), '');
    await widget.walk({ to: 'question' });
    await widget.press(words('common.my_notes'));
    assert.ok((await copyOf(widget, words('notes.download'))).text.length > 10);
  });
});

// What can get in the way of the standalone page's copy: files that hang, a reader who wants it gone meanwhile, other tabs, and
// other pages and workers of the same origin.

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, until } from '../browsers/shared.mjs';
import { serve } from '../tools/serve.mjs';
import { WidgetPage } from '../widget_page.mjs';
import { caches, newer, ofSite, says, sentence, update, version, workers, works } from './offline.mjs';
import { deleteEverything, noOtherTrace } from './store.mjs';
import { assert, BUILT, EVERY, held, inEngines, ready, stored } from './support.mjs';
import { words } from './words.mjs';

/** A file that only the worker asks for. */
const LAST = /icon-512\.png$/;

/** The same as `held`, but not before `holds` is set. */
const heldLater = (/** @type {RegExp} */ path) => {
  const hold = held(path);
  const { change } = hold;
  return Object.assign(hold, { holds: false, change: (answer) => (hold.holds ? change(answer) : answer) });
};

const line = (page) => page.evaluate(() => document.querySelector('#offline').textContent);

/** Opens the page where it cannot work offline: it claims nothing, and works; then everything is deleted. @returns {Promise<WidgetPage>} */
const withoutCopy = async (page, /** @type {string} */ url) => {
  await page.goto(`${url}/`);
  await ready(page);
  assert.equal(await line(page), '');
  const widget = new WidgetPage(page);
  await widget.walk({ keep: true });
  await deleteEverything(widget);
  return widget;
};

inEngines(EVERY, 'Delete everything', (it) => {
  it('also ends a copy that is still being made', async (world) => {
    const hold = held(LAST);
    const { url, requests } = await world.serveOffline(hold);
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await page.waitFor(async () => (await window.caches.keys()).length === 1);
    await deleteEverything(widget);
    await says(page, 'removed');
    hold.release();
    await page.waitFor(async () => (await window.caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);
    assert.ok(requests.some((path) => LAST.test(path)), 'it was on its way');
    await new Promise((then) => { setTimeout(then, 500); }); // nothing is to come after it
    assert.equal(await line(page), sentence('removed'));
    assert.deepEqual(await stored(page), {});
    await noOtherTrace(page);
  });

  it('also when not even the worker was there yet', async (world) => {
    const hold = held(/^\/sw\.js$/);
    const { url, requests } = await world.serveOffline(hold);
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await page.waitFor(() => document.readyState === 'complete');
    await until(() => requests.includes('/sw.js'), () => 'The worker was not asked for.');
    await deleteEverything(widget);
    await widget.expect('read that all is gone', (root, said) => root.textContent.includes(said), words('notes.deleted'));
    hold.release();
    await says(page, 'removed');
    await noOtherTrace(page);
  });
});

// WebKit loses sight of the worker here while a second page has it updated; with that page in front the same passes there.
inEngines(['chromium', 'firefox'], 'Delete everything', (it) => {
  it('also ends a newer version that is on its way', async (world) => {
    const hold = heldLater(LAST);
    const { url, use } = await world.serveOffline(hold);
    const { page: beside } = await world.open(`${url}/plain.html`);
    const { page, widget } = await ofSite(world, url);
    hold.holds = true;
    await use(await newer(world));
    update(world, url, beside).catch(() => {}); // it does not come to its end
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistration()).installing !== null);
    await widget.walk({ keep: true });
    await deleteEverything(widget);
    await says(page, 'removed');
    await page.waitFor(async () => (await window.caches.keys()).length === 0);
    hold.release();
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    assert.deepEqual(await caches(page), {});
  });
});

inEngines(['chromium'], 'A file that hangs', (it) => {
  it('keeps nobody waiting at the first visit: the network is shut all the same, and the copy is told of when it is there', async (world) => {
    const hold = held(LAST);
    const { url, requests } = await world.serveOffline(hold);
    const { page } = await world.open(`${url}/`);
    await page.evaluate(() => { document.querySelector('fog-bridge').ready.then(() => { window.isReady = true; }); });
    await page.waitFor(() => window.isReady);
    assert.equal(await line(page), '');
    await page.evaluate(() => fetch('/way-out').catch(() => {}));
    assert.ok(!requests.includes('/way-out'));
    hold.release();
    await says(page, 'ready');
  });

  it('of a newer version does not touch the page that is there', async (world) => {
    const hold = heldLater(LAST);
    const { url, use } = await world.serveOffline(hold);
    const { page } = await ofSite(world, url);
    hold.holds = true;
    await use(await newer(world));
    update(world, url).catch(() => {});
    await page.waitFor(async () => (await navigator.serviceWorker.getRegistration()).installing !== null);
    await page.goto(`${url}/`);
    await says(page, 'ready');
    await ready(page);
    assert.equal(await version(page), '');
  });
});

inEngines(['chromium'], 'A copy with a hole', (it) => {
  it('that cannot be filled is not called ready, and can still be deleted', async (world) => {
    const rule = { path: LAST, isGone: false, change: (answer) => (rule.isGone ? { ...answer, status: 404 } : answer) };
    const { url } = await world.serveOffline(rule);
    const { page } = await ofSite(world, url);
    rule.isGone = true;
    await page.evaluate(async () => {
      const cache = await window.caches.open((await window.caches.keys())[0]);
      await cache.delete('/icon-512.png');
    });
    await withoutCopy(page, url);
    await says(page, 'removed');
    assert.deepEqual([await caches(page), await workers(page)], [{}, 0]);
  });
});

inEngines(['chromium'], 'Files that the browser does not let go', (it) => {
  it('are not called removed', async (world) => {
    const { url } = await world.serveOffline();
    const { page, widget } = await ofSite(world, url);
    await page.evaluate(() => { CacheStorage.prototype.delete = async () => false; });
    await widget.walk({ to: 'question', keep: true });
    await deleteEverything(widget);
    await says(page, 'kept');
  });
});

inEngines(['chromium'], 'Two tabs', (it) => {
  it('A newer version that one of them takes is no longer offered in the other, which goes on as it was', async (world) => {
    const { url, use } = await world.serveOffline();
    const { page: first } = await ofSite(world, url);
    const { page: second, widget } = await ofSite(world, url);
    await widget.walk({ to: 'question', keep: false });
    const before = await widget.heading();
    await use(await newer(world));
    await update(world, url);
    await says(first, 'later');
    await says(second, 'later');
    await first.click(() => document.querySelector('#now'));
    await first.waitFor(() => document.readyState === 'complete' && getComputedStyle(document.documentElement).getPropertyValue('--version') === '2');
    await says(second, 'ready');
    assert.ok(await second.evaluate(() => document.querySelector('#now').hidden));
    assert.equal(await widget.heading(), before, 'nothing was loaded anew under the reader');
    await widget.walk();
  });
});

inEngines(['chromium'], 'On an origin that is not ours alone', (it) => {
  it("somebody else's worker at our place is left alone, and so is the page", async (world) => {
    const own = { path: /^\/own\.js$/, change: () => ({ status: 200, headers: { 'content-type': 'text/javascript' }, body: Buffer.from('addEventListener("fetch", () => {});') }) };
    const { url } = await world.serveOffline(own);
    const { page } = await world.open(`${url}/article.html`);
    await page.evaluate(() => navigator.serviceWorker.register('/own.js').then(() => navigator.serviceWorker.ready).then(() => true));
    const widget = await withoutCopy(page, url);
    await widget.expect('read that all is gone', (root, said) => root.textContent.includes(said), words('notes.deleted'));
    assert.equal(await line(page), '', 'there were no files to remove');
    const scripts = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ active }) => new URL(active.scriptURL).pathname));
    assert.deepEqual(scripts, ['/own.js']);
  });

  it('an article asks the server for its files, not our copy', async (world) => {
    const { url, requests } = await world.serveOffline();
    await ofSite(world, url);
    requests.length = 0;
    const { page, widget } = await world.open(`${url}/article.html`);
    assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null), 'the worker stands between');
    await widget.walk({ to: 'welcome' });
    assert.ok(requests.includes('/embed/fogbridge.js'), requests.join(' '));
  });

  it('in a folder of a blog, only that folder works without a server', async (world) => {
    const folder = temporaryFolder();
    world.ends(async () => folder.remove());
    cpSync(BUILT, join(folder.path, 'notes'), { recursive: true });
    writeFileSync(join(folder.path, 'index.html'), '<!doctype html><title>A blog</title>');
    const blog = await serve({ port: 0, root: folder.path });
    world.ends(blog.close);
    const { page } = await world.open(`${blog.url}/notes/`);
    await says(page, 'ready');
    await blog.close();
    for (const path of ['/notes/', '/notes/?utm_source=x#y', '/notes/index.html']) {
      await page.goto(blog.url + path);
      await works(new WidgetPage(page));
    }
    assert.deepEqual(Object.keys(await caches(page)).filter((name) => !name.startsWith('pn-files /notes/ ')), []);
    await page.native.goto(`${blog.url}/`).then(() => assert.fail('the blog is not ours to answer for'), () => {});
  });

  it('a host that redirects to shorter names is no obstacle', async (world) => {
    const shorter = ['plain', 'worksheet'].map((name) => ({
      path: RegExp(`^/${name}\\.html$`), change: () => ({ status: 308, headers: { location: `/${name}` }, body: Buffer.from('') }),
    }));
    const { url, close } = await world.serveOffline(...shorter);
    const { page } = await ofSite(world, url);
    await close();
    for (const name of ['plain', 'worksheet']) {
      await page.goto(`${url}/${name}.html`);
      assert.ok(await page.evaluate(() => document.body.textContent.trim().length > 10), name);
    }
  });
});

inEngines(['chromium'], 'The way out', (it) => {
  it('leads to our plain page only without a connection and with a copy, and is the owner\'s again afterwards', async (world) => {
    const owners = { path: /^\/$/, change: (answer) => answer };
    const { url } = await world.serveOffline(owners);
    const { page, widget } = await ofSite(world, url);
    const href = () => widget.inside((root) => root.querySelector('[part~=exit]').href);
    const usual = await href();
    const context = page.native.context();
    try {
      await context.setOffline(true);
      await page.waitFor(() => document.querySelector('fog-bridge').exit.endsWith('/plain.html'));
      // Opened anew without a connection, it leads there from the start.
      await page.goto(`${url}/`);
      await page.waitFor(() => document.querySelector('fog-bridge').exit.endsWith('/plain.html'));
      await context.setOffline(false);
      await page.waitFor(() => !document.querySelector('fog-bridge').hasAttribute('exit'));
      assert.equal(await href(), usual);
      await page.evaluate(async () => { for (const name of await window.caches.keys()) await window.caches.delete(name); });
      await context.setOffline(true);
      await page.waitFor(() => !navigator.onLine);
      await page.evaluate(() => new Promise((then) => { setTimeout(then, 300); }));
      assert.equal(await href(), usual, 'without a copy there is no page of ours to go to');
    } finally {
      await context.setOffline(false);
    }
  });
});

// What an owner is promised besides a quiet page: a list with which their own service worker keeps the widget, and a word when
// the help lines of a pinned version have grown old.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { BUILT, EVERY, assert, complaints, inEngines, rewritten } from './support.mjs';

const RECIPE = readFileSync(new URL('../../hosts/offline/sw.js', import.meta.url), 'utf8');

/** @type {{ url: string, revision: string | null, integrity: string }[]} */
const LIST = JSON.parse(readFileSync(join(BUILT, 'embed/precache.json'), 'utf8'));

suite('The list for a worker of the owner', () => {
  test('names every file that an article loads, with its hash, and a revision where the name has none', () => {
    for (const { url, revision, integrity } of LIST) {
      const hash = createHash('sha256').update(readFileSync(join(BUILT, 'embed', url))).digest('base64');
      assert.equal(integrity, `sha256-${hash}`, url);
      assert.equal(revision === null, url.includes('/'), url);
    }
  });
});

inEngines(EVERY, 'With the recipe for a worker of the owner', (it) => {
  it('an article and its widget work when the server is gone', async (world) => {
    const worker = { path: /^\/own\.js$/, change: () => ({ status: 200, headers: { 'content-type': 'text/javascript' }, body: Buffer.from(RECIPE) }) };
    const { url, close } = await world.serve(worker);
    const { page } = await world.open(`${url}/article.html`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/own.js');
      const { active } = await navigator.serviceWorker.ready;
      if (active.state !== 'activated') await new Promise((then) => { active.onstatechange = () => active.state === 'activated' && then(); });
    });
    await close();
    const { widget } = await world.open(`${url}/article.html`);
    await widget.walk();
  });
});

inEngines(['chromium'], 'A pinned version', (it) => {
  /** The page with two widgets, and a clock that is so many days ahead of the day on which the last help line was read. */
  const open = async (world, /** @type {number} */ days) => {
    const { read_on: readOn } = JSON.parse(readFileSync(new URL('../../../target/content/en/cover.json', import.meta.url), 'utf8'));
    const now = Date.parse(readOn) + days * 864e5;
    const { url } = await world.serve(rewritten(/two\.html$/, (text) => text.replace('<head>', `<head><script>Date.now = () => ${now};</script>`)));
    const { page } = await world.open(`${url}/hosts/two.html`);
    await page.evaluate(() => Promise.all([...document.querySelectorAll('fog-bridge')].map((host) => host.ready)));
    return { lines: complaints(page), readOn };
  };

  it('says on the console, once, that its help lines were last read over a year ago, and nothing before', async (world) => {
    assert.deepEqual((await open(world, 360)).lines, []);
    const { lines, readOn } = await open(world, 370);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0], /^fog-bridge: .*help lines/);
    assert.ok(lines[0].includes(readOn));
  });
});

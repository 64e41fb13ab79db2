// WordPress, once for real: what its filter leaves of the snippet, and the two ways that work.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { complaints, inEngines } from '../e2e/specs/support.mjs';
import { oembed } from '../e2e/tools/oembed.mjs';
import { element, inside, integrity, pinned, snippet } from './snippet.mjs';
import { drive, run, same, served } from './support.mjs';
import { wordpress } from './wordpress.mjs';

/** @type {Awaited<ReturnType<typeof wordpress>>} */
let site;
before(async () => { site = await wordpress(); });
after(() => site?.stop());

const html = (/** @type {string} */ text) => `<!-- wp:html -->\n${text}\n<!-- /wp:html -->`;
const paragraph = (/** @type {string} */ text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;
const shortcode = (/** @type {string} */ text) => `<!-- wp:shortcode -->\n${text}\n<!-- /wp:shortcode -->`;

/** What an article is made of, around the widget. */
const article = (/** @type {string} */ block) =>
  [paragraph('Is it us, or is it me?'), block, paragraph('It is enough that you know a little more.')].join('\n\n');

/** The elements of an article that only the snippet brings. */
const CONTENT = 'h2, li, summary, a';

/** Those of the element in a page. */
const attributes = (page) => page.evaluate(() =>
  Object.fromEntries([...document.querySelector('fog-bridge').attributes].map(({ name, value }) => [name, value])));

inEngines(['chromium'], 'WordPress', (it) => {
  it('The plugin is PHP that can be read', async () => {
    const plugin = fileURLToPath(new URL('wordpress/fogbridge/fogbridge.php', import.meta.url));
    assert.match(await run('php', ['-l', plugin], '.'), /No syntax errors/);
  });

  it('A Custom HTML block of somebody who may write any HTML', async (world) => {
    const { link, kept, feed } = await site.post('owner', article(html(snippet())));
    assert.ok(kept.includes(snippet().trim()));
    await drive(world, link);
    assert.ok(await same(world, feed, element), feed);
  });

  it('The same by an author: the tags go, the questions and the help stay', async (world) => {
    const { link, kept, feed } = await site.post('writer', article(html(snippet())));
    assert.doesNotMatch(kept, /fog-bridge|script/);
    for (const text of [kept, feed]) assert.ok(await same(world, text, inside, CONTENT), text);
    const { page } = await world.open(link);
    for (const text of ['h2', 'li', 'a[href="https://findahelpline.com"]']) {
      assert.ok(await page.evaluate((css) => document.querySelector(`.entry-content ${css}`).checkVisibility(), text), text);
    }
    assert.deepEqual(complaints(page), []);
  });

  for (const [where, block] of [['a block of its own', shortcode], ['a paragraph', paragraph]]) {
    it(`The shortcode by an author, in ${where}`, async (world) => {
      const { link, feed } = await site.post('writer', article(block('[fogbridge]')));
      const { html: page } = await drive(world, link);
      assert.ok(page.includes(`integrity="${integrity}"`) && page.includes(`fogbridge/embed/${pinned}`) && page.includes('crossorigin'), page);
      assert.doesNotMatch(feed, /fog-bridge|<script|\[fogbridge/);
      assert.ok(await same(world, feed, inside, CONTENT), feed);
    });
  }

  it('The shortcode takes the attributes of the element, and nothing else', async (world) => {
    const { link } = await site.post('writer', article(shortcode(
      '[fogbridge region="US" view="reflection" theme="dark" heading-level="3" store="mine" exit="https://example.org/?a=1&b=2" onclick="alert(1)" loading="eager"]',
    )));
    const { page } = await world.open(link);
    assert.deepEqual(await attributes(page), {
      region: 'US', view: 'reflection', theme: 'dark', 'heading-level': '3', store: 'mine', exit: 'https://example.org/?a=1&b=2', lang: 'en',
    });
    // Whatever an author writes stays the value of one attribute, and no address that runs.
    const { link: worse } = await site.post('owner', article(shortcode(
      `[fogbridge store='a" onfocus="alert(1)' exit="javascript:alert(1)"]`,
    )));
    const { page: other } = await world.open(worse);
    assert.deepEqual(await attributes(other), { store: 'a" onfocus="alert(1)', exit: '', lang: 'en', region: 'GB' });
  });

  it('The shortcode takes the snippet of its country, where the site has one', async () => {
    writeFileSync(join(site.plugin, 'snippet-en-us.html'), '<fog-bridge lang="en" region="US"><p>For one country</p></fog-bridge>');
    for (const [region, isOwn] of [['US', true], ['IE', false]]) {
      const { link } = await site.post('writer', shortcode(`[fogbridge lang="en" region="${region}"]`));
      const served = await (await fetch(link)).text();
      assert.match(served, RegExp(`<fog-bridge lang="en" region="${region}">`));
      assert.equal(served.includes('For one country'), isOwn, region);
    }
  });

  it('The address of the standalone page becomes a frame of the isolated form', async (world) => {
    const root = mkdtempSync(join(tmpdir(), 'fogbridge-oembed-'));
    try {
      writeFileSync(join(root, 'index.html'), '<!doctype html><html><head><title>Notes</title></head><body></body></html>');
      writeFileSync(join(root, 'frame.html'), '<!doctype html><title>Notes</title><p>Framed</p>');
      await served(root, async (url) => {
        oembed(root, url);
        const { link } = await site.post('writer', article(`<!-- wp:embed {"url":"${url}/"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${url}/\n</div></figure>\n<!-- /wp:embed -->`));
        const { page } = await world.open(link);
        const [src, sandbox, title] = await page.evaluate(() => {
          const frame = document.querySelector('.entry-content iframe');
          return [frame?.src, frame?.getAttribute('sandbox'), frame?.title];
        });
        assert.deepEqual([src?.replace(/#.*/, ''), sandbox, title], [`${url}/frame.html`, 'allow-scripts', 'Notes']);
      });
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('Pages without the shortcode load nothing of ours', async () => {
    const { link } = await site.post('writer', paragraph('Nothing here.'));
    assert.doesNotMatch(await (await fetch(link)).text(), /fogbridge/);
  });
});

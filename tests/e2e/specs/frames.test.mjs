// The widget where pages put things that they do not trust, and where nobody meant it to be: sandboxed and foreign frames,
// `data:` addresses, files from a disk. The F-rows are those of the table of failures that the design names.

import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from './words.mjs';
import { BUILT, assert, inEngines, inFrame, rewritten } from './support.mjs';
import { plans, worksInMemory } from './store.mjs';

/** A document with a widget, for addresses that no server answers. */
const documentFrom = (/** @type {string} */ url) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A widget</title>
<script type="module" src="${url}/embed/fogbridge.js"></script>
<fog-bridge region="GB" loading="eager"><p>What did you notice this week?</p></fog-bridge></html>`;

const framed = (/** @type {string} */ attributes) => (/** @type {string} */ url) => rewritten(/elsewhere\.html$/, () =>
  `<!doctype html><title>A frame</title><iframe width="900" height="2000" ${attributes.replaceAll('URL', url)}></iframe>`);

/** [row, what, the attributes of the frame] */
const FRAMES = [
  ['F2', 'an <iframe sandbox="allow-scripts">', 'sandbox="allow-scripts" src="URL/hosts/plain.html"'],
  ['F3', 'an <iframe> with a data: address', 'src="data:text/html;base64,DOCUMENT"'],
  // Debian's Chromium refuses third-party storage in every profile; stock Chrome partitions it.
  ['F10', 'an <iframe> of another site', 'src="FOREIGN/hosts/plain.html"'],
];

inEngines(['chromium'], 'In a frame', (it) => {
  for (const [row, title, attributes] of FRAMES) {
    it(`${title} (${row}): everything works in memory, and that is said`, async (world) => {
      const inside = await world.serve();
      const { url } = await world.serve(framed(attributes
        .replace('DOCUMENT', Buffer.from(documentFrom(inside.url)).toString('base64'))
        .replace('FOREIGN', inside.url.replace('127.0.0.1', 'localhost')))(inside.url));
      const { inner, widget } = await inFrame(await world.open(`${url}/hosts/elsewhere.html`));
      await widget.expectScreen('cover');
      assert.equal(await inner.evaluate(() => { try { return String(localStorage); } catch (error) { return error.name; } }), 'SecurityError');
      await worksInMemory(widget);
    });
  }
});

// F4. Not in Firefox: its driver lets files read each other, which is not what readers have.
inEngines(['chromium', 'webkit'], 'At an address that is no web address', (it) => {
  it('Opened as a file, the page shows its own content and does not pretend to work', async (world) => {
    const { page } = await world.open(pathToFileURL(join(BUILT, 'index.html')).href);
    await new Promise((then) => setTimeout(then, 300)); // nothing is to happen
    assert.deepEqual(await page.evaluate(() => {
      const host = document.querySelector('fog-bridge');
      return [host.shadowRoot === null, host.querySelector('h2').checkVisibility(), host.querySelector('a[href^="https:"]').checkVisibility()];
    }), [true, true, true]);
  });
});

inEngines(['chromium'], 'At an address that is no web address', (it) => {
  it('A file that loads the widget from the web works, and keeps what it says that it keeps', async (world) => {
    const { url } = await world.serve();
    const folder = mkdtempSync(join(tmpdir(), 'fogbridge-file-'));
    try {
      writeFileSync(join(folder, 'page.html'), documentFrom(url));
      const { page, widget } = await world.open(pathToFileURL(join(folder, 'page.html')).href);
      await widget.walk({ keep: true });
      await widget.expectStatus('status.saved');
      assert.equal((await plans(page)).length, 1);
      await page.goto(pathToFileURL(join(folder, 'page.html')).href);
      await widget.walk({ to: 'welcome' });
      assert.equal(await widget.heading(), words('welcome.return_heading'));
      await page.evaluate(() => { localStorage.clear(); }); // Chromium has one store for all files.
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

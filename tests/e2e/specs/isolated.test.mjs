// The isolated form: frame.html in a frame of another origin, and frame.js in the page around it. In Chromium, whose driver
// goes into frames of any origin; Debian's Chromium refuses storage to frames of other sites.

import { welcome, words } from './words.mjs';
import { assert, inEngines, inFrame, rewritten } from './support.mjs';

const SCRIPT = (/** @type {string} */ other) => `<script type="module" src="${other}/embed/frame.js"></script>`;

/** A page with the recipe for frames, and `before` above it. */
const around = (/** @type {string} */ before = '', /** @type {string} */ wishes = '?region=GB', script = SCRIPT) =>
  (/** @type {string} */ other) => rewritten(/elsewhere\.html$/, () => `<!doctype html><html lang="en"><title>An article</title><body style="margin: 0">
    ${before}
    <iframe src="${other}/frame.html${wishes}" title="Notes" style="display: block; width: 100%; height: 700px; border: 0"></iframe>
    <p id="after">More of the article.</p>
    ${script(other)}</body></html>`);

/** The same without frame.js: nothing there listens to the frame, and the frame keeps its height. */
const alone = around(undefined, undefined, () => '');

/** The page and the frame in it, on two sites. */
const open = async (world, /** @type {ReturnType<typeof around>} */ page) => {
  const inside = await world.serve();
  const other = inside.url.replace('127.0.0.1', 'localhost');
  const { url } = await world.serve(page(other));
  const outer = await world.open(`${url}/hosts/elsewhere.html`);
  return { ...await inFrame(outer), page: outer.page, inside };
};

const height = (page) => page.evaluate(() => document.querySelector('iframe').getBoundingClientRect().height);
const wanted = (inner) => inner.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

inEngines(['chromium'], 'In a frame of another origin, the widget', (it) => {
  it('works in memory, says what is true there, and asks for nothing once it is ready', async (world) => {
    const { inner, widget, inside } = await open(world, alone);
    await widget.expectScreen('cover');
    assert.equal(await inner.evaluate(() => { try { return String(localStorage); } catch (error) { return error.name; } }), 'SecurityError');
    await inner.evaluate(() => document.querySelector('fog-bridge').ready);
    const before = inside.requests.length;
    let said = '';
    await widget.walk({ to: 'who', seen: async (screen) => { if (screen === 'welcome') said = await widget.text(); } });
    assert.ok(said.includes(welcome('isolated')), said);
    assert.ok(!said.includes(welcome('inline')));
    await widget.walk();
    assert.equal(await widget.status(), words('status.memory'));
    assert.equal(inside.requests.length, before);
  });

  it('takes the wishes of the address, but not where the way out leads', async (world) => {
    const { inner } = await open(world, around('', '?region=IE&view=steps&theme=dark&heading-level=3&exit=https://example.org/'));
    const taken = await inner.evaluate(() => Object.fromEntries([...document.querySelector('fog-bridge').attributes].map(({ name, value }) => [name, value])));
    assert.deepEqual(taken, { lang: 'en', loading: 'eager', region: 'IE', view: 'steps', theme: 'dark', 'heading-level': '3' });
  });

  it('gets the height it needs after a press, and moves nothing that is seen before', async (world) => {
    const { page, inner, widget } = await open(world, around());
    await widget.expectScreen('cover');
    await inner.evaluate(() => document.querySelector('fog-bridge').ready);
    assert.equal(await height(page), 700, 'nobody pressed anything yet');
    await widget.walk({ to: 'who' });
    await page.waitFor((high) => document.querySelector('iframe').getBoundingClientRect().height === high, await wanted(inner));
    assert.notEqual(await height(page), 700);
  });

  it('gets it at once where nobody looks', async (world) => {
    const { page, inner, widget } = await open(world, around('<div style="height: 3000px">A long article.</div>'));
    await widget.expectScreen('cover');
    await page.waitFor((high) => document.querySelector('iframe').getBoundingClientRect().height === high, await wanted(inner));
  });

  it('is left with the page around it, by the bar and by three times Shift', async (world) => {
    for (const leave of [({ widget }) => widget.pressPart('exit'), async ({ page }) => { for (let n = 0; n < 3; n++) await page.press('Shift'); }]) {
      const opened = await open(world, around());
      await opened.page.evaluate(() => { document.querySelector('iframe').dataset.exit = `${location.origin}/hosts/before.html`; });
      await opened.widget.walk({ to: 'who' });
      await leave(opened);
      await opened.page.waitFor(() => location.pathname === '/hosts/before.html');
    }
  });

  it('leaves the page around it also where nobody there listens', async (world) => {
    const { page, widget } = await open(world, alone);
    await widget.walk({ to: 'who' });
    await widget.pressPart('exit');
    await page.waitFor(() => document.querySelector('#after') === null); // the plain address, which no test can reach
  });

  it('is the only one that the page around believes', async (world) => {
    const { url: stranger } = await world.serve();
    const { page } = await open(world, around(`<iframe srcdoc="<p>A stranger.</p>"></iframe><iframe src="${stranger}/hosts/before.html"></iframe>`));
    const frameAt = (/** @type {RegExp} */ address) => page.waitFor(() => document.readyState === 'complete')
      .then(() => page.native.frames().find((one) => address.test(one.url())));
    const theirs = [{ fogbridge: 'exit' }, { fogbridge: 'height', height: 44 }];
    for (const frame of [page.native.mainFrame(), await frameAt(/^about:srcdoc/), await frameAt(/before\.html/)]) {
      for (const message of theirs) await frame.evaluate((sent) => parent.postMessage(sent, '*'), message);
    }
    // What comes from the frame itself is no address, no markup, and no height that is none.
    const frame = await frameAt(/\/frame\.html/);
    for (const message of [null, 'exit', 7, { fogbridge: 'go', to: 'https://example.org/' }, ...[1e9, -5, 'NaN', '10px;color:red', Infinity].map((high) => ({ fogbridge: 'height', height: high }))]) {
      await frame.evaluate((sent) => parent.postMessage(sent, '*'), message);
    }
    // Nor does it move what is seen without a press: a frame may hear late that it is seen.
    await frame.evaluate(() => parent.postMessage({ fogbridge: 'height', height: 432, pressed: false }, '*'));
    const heights = () => page.evaluate(() => [...document.querySelectorAll('iframe')].map((one) => one.style.height));
    await new Promise((then) => setTimeout(then, 300)); // nothing is to happen
    assert.deepEqual(await heights(), ['', '', '700px']);
    assert.ok(await page.evaluate(() => location.pathname.endsWith('elsewhere.html')));
    await frame.evaluate(() => parent.postMessage({ fogbridge: 'height', height: 432, pressed: true }, '*'));
    await page.waitFor(() => document.querySelector('iframe[title]').style.height === '432px');
  });
});

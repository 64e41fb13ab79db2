// The widget inside an app that is made with Yew too. Two copies of Yew mark the elements they listen on alike, and one could
// take the other's marks for its own. A closed root hides ours, and the build gives them other names. The app is
// tests/hosts/yew; "make yew-host" builds it.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EVERY, assert, inEngines, names } from './support.mjs';
import { scriptFirst } from './store.mjs';

const SOURCES = fileURLToPath(new URL('../../hosts/yew/', import.meta.url));
const BUILT = fileURLToPath(new URL('../../../target/hosts/yew/', import.meta.url));
if (!existsSync(`${BUILT}app.js`)) throw new Error(`There is no app in ${BUILT}: run "make yew-host" first.`);

const TYPES = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };

/** The page of the app, and what was built. @type {import('./support.mjs').Rule[]} */
const files = ['index.html', 'app.js', 'app_bg.wasm'].map((name) => ({
  path: RegExp(`^/hosts/yew/${name}$`),
  change: () => ({
    status: 200,
    headers: { 'content-type': TYPES[name.split('.').at(-1)] },
    body: readFileSync((name.endsWith('html') ? SOURCES : BUILT) + name),
  }),
}));

/** A closed root stays closed to the app; only who asks the element itself, as the tests do, gets it. */
const reachable = scriptFirst(/yew\/index\.html$/, () => {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const value = attachShadow.call(this, options);
    window.modes = [...window.modes ?? [], options.mode];
    Object.defineProperty(this, 'shadowRoot', { value });
    return value;
  };
});

const open = async (world, root) => {
  const { url } = await world.serve(...files, reachable);
  const { page, widget } = await world.open(`${url}/hosts/yew/index.html?root=${root}`);
  await widget.expectScreen('cover');
  assert.deepEqual(await page.evaluate(() => window.modes), [root]);
  return { page, widget };
};

/** What the app's handlers heard: of the box around the widget, of the button before it, of the one after it. */
const heard = (page) => page.evaluate(() => document.querySelector('#counts').textContent.split(' ').map(Number));

/** How many clicks the browser itself sent through the box. */
const clicks = (page) => page.evaluate(() => window.clicks);

const countClicks = (page) => page.evaluate(() => {
  window.clicks = 0;
  document.querySelector('#box').addEventListener('click', () => { window.clicks += 1; });
});

const eachClickOnce = (it, root) => {
  it(`with a root that is ${root} every handler of the app hears each click once, none hears a click that was not its own, and the way works`, async (world) => {
    const { page, widget } = await open(world, root);
    await countClicks(page);
    const trail = await widget.walk({ to: 'picture' });
    assert.deepEqual(names(trail), ['cover', 'welcome', 'who', 'question', 'safety', 'picture']);
    const count = await clicks(page);
    assert.ok(count > 10, `there were ${count} clicks`);
    assert.deepEqual(await heard(page), [count, 0, 0]);
    const spot = await widget.spot();
    for (const button of ['#first', '#last', '#first']) await page.click((css) => document.querySelector(css), button);
    await page.waitFor((expected) => document.querySelector('#counts').textContent === expected, `${count} 2 1`);
    assert.deepEqual(await widget.spot(), spot, 'the widget hears nothing of the app');
  });
};

inEngines(EVERY, 'Inside a Yew app', (it) => eachClickOnce(it, 'closed'));

inEngines(['chromium'], 'Inside a Yew app', (it) => {
  eachClickOnce(it, 'open');

  it('what the app renders anew leaves the widget as it is', async (world) => {
    const { page, widget } = await open(world, 'closed');
    await widget.walk({ to: 'question' });
    await widget.choose(1);
    const [spot, chosen] = [await widget.spot(), await widget.chosen()];
    await page.evaluate(() => { window.before = [document.querySelector('fog-bridge'), document.querySelector('fog-bridge').shadowRoot.querySelector('.core')]; });
    for (let n = 1; n <= 5; n += 1) {
      await page.click(() => document.querySelector('#last'));
      await page.waitFor((count) => document.querySelector('#counts').textContent.endsWith(` ${count}`), n);
    }
    assert.ok(await page.evaluate(() => window.before[0] === document.querySelector('fog-bridge') && window.before[1].isConnected), 'it is the same element, with the same core');
    assert.deepEqual([await widget.spot(), await widget.chosen()], [spot, chosen]);
    assert.deepEqual(page.console, []);
  });
});

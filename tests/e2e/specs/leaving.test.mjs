// Leaving fast, where safety.test.mjs does not look: by keyboard before and after a press, out of a frame that is locked in, with
// a word half written, and coming back by accident.

import { EVERY, assert, framed, held, inEngines, ready, stored } from './support.mjs';
import { until } from '../browsers/shared.mjs';
import { answerPhrases, words } from './words.mjs';

const threeShifts = async (page) => { for (let n = 0; n < 3; n += 1) await page.press('Shift'); };

const left = (page) => page.waitFor(() => location.pathname === '/hosts/elsewhere.html' && document.readyState === 'complete');

/** Gives everything that is on its way the time to come. */
const aMoment = () => new Promise((then) => { setTimeout(then, 500); });

inEngines(EVERY, 'Leaving', (it) => {
  it('In an article, Shift three times does nothing until something of the widget was pressed', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.expectScreen('cover');
    await ready(page);
    await threeShifts(page);
    await aMoment();
    assert.equal(await page.evaluate(() => location.pathname), '/hosts/plain.html', 'a reader of the article stays');
    await widget.pressPart('primary');
    await widget.expectScreen('welcome');
    await threeShifts(page);
    await left(page);
  });

  it('On the page of its own it works at once', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.expectScreen('cover');
    await page.evaluate(() => {
      const host = document.querySelector('fog-bridge');
      host.setAttribute('exit', `${location.origin}/hosts/elsewhere.html`);
      return host.ready;
    });
    await threeShifts(page);
    await left(page);
  });

  it('What was just being written is there for a reader who keeps, and nothing is for one who does not', async (world) => {
    for (const keep of [true, false]) {
      const { url } = await world.serve();
      const { page, widget } = await world.open(`${url}/hosts/plain.html`);
      await widget.walk({ to: 'plan', keep });
      await widget.choose(words('plan.own'), 'moment');
      await widget.pressCss('.field input');
      await page.type('when the kettle boils');
      await widget.pressPart('exit');
      await left(page);
      const all = Object.values(await stored(page)).join('\n');
      assert.equal(all.includes('when the kettle boils'), keep);
      if (!keep) assert.equal(all, '');
    }
  });

  it('Coming back to the page by Back shows the cover, and nothing of what was entered', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'picture', keep: true });
    await page.evaluate(() => { location.href = '/hosts/before.html'; });
    await page.waitFor(() => location.pathname === '/hosts/before.html' && document.readyState === 'complete');
    await page.evaluate(() => { history.back(); });
    await page.waitFor(() => location.pathname === '/hosts/plain.html' && document.readyState === 'complete');
    await widget.expectScreen('cover');
    const text = await widget.text();
    assert.deepEqual(answerPhrases().filter((phrase) => text.includes(phrase)), []);
  });
});

inEngines(['chromium'], 'Leaving', (it) => {
  it('Back shows the cover also where the browser had kept the page whole', async (world) => {
    const browser = await world.browser({ goesBack: true });
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`, browser);
    await widget.walk({ to: 'picture', keep: true });
    await page.evaluate(() => { window.isStill = true; });
    await page.native.goto(`${url}/hosts/before.html`);
    await page.native.goBack({ waitUntil: 'commit' });
    await page.waitFor(() => location.pathname === '/hosts/plain.html');
    assert.ok(await page.evaluate(() => window.isStill), 'it is the very page that was left');
    await widget.expectScreen('cover');
    assert.equal((await widget.texts('[data-screen]')).length, 1);
  });

  it('A frame that may not move the page around it goes blank at once, and then away by itself', async (world) => {
    const { page, inner, widget } = await framed(world, 'sandbox="allow-scripts allow-same-origin"');
    await widget.walk({ to: 'question' });
    await inner.evaluate(() => {
      const root = document.documentElement;
      new MutationObserver(() => console.info(`then ${getComputedStyle(root).display}`)).observe(root, { attributes: true });
    });
    await widget.pressPart('exit');
    await until(() => page.console.some(({ text }) => text === 'then none'), () => 'The frame did not go blank.');
    await until(() => !/frame\.html/.test(page.native.frames()[1].url()), () => 'The frame stayed.');
    assert.ok(await page.evaluate(() => document.querySelector('#article') !== null), 'the page around is still there');
  });

  it('In the middle of something else, Shift is only Shift', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'question' });
    const { keyboard, mouse } = page.native;
    const turns = (/** @type {() => Promise<void>} */ within) => async () => {
      for (let n = 0; n < 3; n += 1) {
        await keyboard.down('Shift');
        await within();
        await keyboard.up('Shift');
      }
    };
    await mouse.move(500, 500);
    const OTHERS = {
      'capital letters': async () => { for (const key of ['Shift+KeyA', 'Shift+KeyB', 'Shift+KeyC']) await page.press(key); },
      'a key between': async () => { for (const key of ['Shift', 'Shift', 'KeyA', 'Shift']) await page.press(key); },
      shortcuts: async () => { for (let n = 0; n < 3; n += 1) await page.press('Control+Shift'); },
      'one long press, which repeats': async () => {
        for (let n = 0; n < 5; n += 1) await keyboard.down('Shift');
        await keyboard.up('Shift');
      },
      'scrolling sideways': turns(() => mouse.wheel(0, 10)),
      'a click with Shift': turns(() => mouse.click(900, 700)),
      'a click between': async () => { await page.press('Shift'); await page.press('Shift'); await mouse.click(900, 700); await page.press('Shift'); },
      'five seconds between': async () => {
        await page.press('Shift');
        await page.press('Shift');
        await new Promise((then) => { setTimeout(then, 5100); });
        await page.press('Shift');
      },
    };
    for (const [name, other] of Object.entries(OTHERS)) {
      await other();
      await aMoment();
      assert.equal(await page.evaluate(() => location.pathname), '/hosts/plain.html', name);
      await mouse.click(900, 700); // what was counted so far does not count for the next
    }
  });

  it('Whatever key is held, "Leave this page" leaves, in this very window', async (world) => {
    for (const modifiers of [['Shift'], ['Control'], ['Meta']]) {
      const { url } = await world.serve();
      const { page, widget } = await world.open(`${url}/hosts/plain.html`);
      await widget.walk({ to: 'question' });
      const link = await page.native.evaluateHandle(() => document.querySelector('fog-bridge').shadowRoot.querySelector('[part=exit]'));
      await link.asElement().click({ modifiers, noWaitAfter: true });
      await left(page);
    }
  });

  it('On the page of its own Shift three times works while the core is still on its way', async (world) => {
    const { url } = await world.serve(held(/core\.(js|wasm)$/));
    const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
    await page.open(`${url}/`);
    await widget.expectScreen('cover');
    await page.evaluate(() => { document.querySelector('fog-bridge').setAttribute('exit', `${location.origin}/hosts/elsewhere.html`); });
    await threeShifts(page);
    await left(page);
  });

  it('In an article, a press on the cover before the core was here counts as one', async (world) => {
    const core = held(/core\.(js|wasm)$/);
    const { url } = await world.serve(core);
    const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
    await page.open(`${url}/hosts/plain.html`);
    await widget.expectScreen('cover');
    await widget.pressPart('primary');
    core.release();
    await widget.expectScreen('welcome');
    await threeShifts(page);
    await left(page);
  });
});

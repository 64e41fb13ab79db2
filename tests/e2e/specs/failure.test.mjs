// What is left when something does not come.

import { words } from './words.mjs';
import { EVERY, assert, copyOf, forged, held, inEngines, meddle, missing, pageInstead, told, withHeaders } from './support.mjs';
import { until } from '../browsers/shared.mjs';

const policy = (script, connect = "'self'") => withHeaders(/plain\.html$/, {
  'content-security-policy': `default-src 'none'; script-src ${script}; connect-src ${connect}`,
});

/** [what is wrong, the rules that make it so, the code the owner is told] */
const CASES = [
  ['The wasm is missing', () => [missing(/core\.wasm$/)], 'file-missing'],
  ['A page is served in place of the wasm', () => [pageInstead(/core\.wasm$/)], 'file-missing'],
  ['The wasm is not the one that was built', () => [forged(/core\.wasm$/)], 'integrity'],
  ["The page's policy does not allow wasm", () => [policy("'self'")], 'blocked-by-csp'],
  ["The page's policy does not allow fetching", () => [policy("'self' 'wasm-unsafe-eval'", "'none'")], 'blocked-by-csp'],
  ["The core's script is missing", () => [missing(/core\.js$/)], 'file-missing'],
  ["The core's script is not the one that was built", () => [forged(/core\.js$/)], 'integrity'],
  ['The content is missing', () => [missing(/reflection\.txt$/)], 'file-missing'],
  ['The content is not the one that was built', () => [forged(/reflection\.txt$/)], 'integrity'],
];

/** What always works, whatever broke: somebody to call, the way back, and the way out. */
const helpAndExitWork = async (page, widget) => {
  await widget.pressPart('help');
  await widget.expectScreen('help');
  assert.ok(await widget.count('[data-screen] a[href^="tel:"]') > 0);
  await widget.pressPart('back');
  await widget.expectScreen('trouble');
  await widget.pressPart('exit');
  await page.waitFor(() => location.pathname === '/hosts/elsewhere.html');
};

inEngines(EVERY, 'When something does not come', (it) => {
  for (const [title, rules, code] of CASES) {
    it(`${title}: one sentence, the page's own content, both ways out, and a named error`, async (world) => {
      const { url } = await world.serve(...rules());
      const { page, widget } = await world.open(`${url}/hosts/plain.html`);
      await until(async () => (await told(page)).some(({ name }) => name === 'fogbridge-error'), () => widget.describe());
      const [{ name, detail }, ...more] = await told(page);
      assert.deepEqual([name, detail.code, more], ['fogbridge-error', code, []]);
      assert.ok(detail.message.length > 10, `the owner reads what it is about: ${detail.message}`);
      await widget.expectScreen('trouble');
      assert.ok((await widget.text()).includes(words('cover.failed')), await widget.describe());
      assert.ok(!(await widget.text()).includes(words('cover.loading')), 'nothing goes on loading');
      const box = await page.evaluate(() => {
        const { height, width } = document.querySelector('#fallback').getBoundingClientRect();
        return height > 10 && width > 50;
      });
      assert.ok(box, "the page's own content is shown");
      assert.equal(await page.evaluate(() => document.querySelector('fog-bridge').ready.then(() => 'ready', (error) => error.code)), code);
      await helpAndExitWork(page, widget);
    });
  }

  it('A reader who pressed Begin before the core failed to come is told so, and does not wait for ever', async (world) => {
    const wasm = held(/core\.wasm$/);
    const { url } = await world.serve(missing(/core\.wasm$/), wasm);
    const { widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.pressPart('primary');
    await widget.expect('read that it is on its way', (root, said) => root.textContent.includes(said), words('cover.loading'));
    wasm.release();
    await widget.expectScreen('trouble');
    assert.ok(!(await widget.text()).includes(words('cover.loading')));
  });

  it('A reader who is reading help when the core fails to come finds the sentence afterwards', async (world) => {
    const wasm = held(/core\.wasm$/);
    const { url } = await world.serve(missing(/core\.wasm$/), wasm);
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.pressPart('help');
    await widget.expectScreen('help');
    wasm.release();
    await until(async () => (await told(page)).length, () => widget.describe());
    await widget.expectScreen('help');
    await widget.pressPart('back');
    await widget.expectScreen('trouble');
  });

  it('Without the library the reader gets to the picture, is told that the steps are missing, and keeps the way back', async (world) => {
    const { url } = await world.serve(missing(/library\.txt$/));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'steps' });
    await widget.expect('read that the steps are missing', (root, said) => root.textContent.includes(said), words('steps.missing'));
    assert.deepEqual((await told(page)).filter(({ name }) => name === 'fogbridge-error').map(({ detail }) => detail.code), ['file-missing']);
    await widget.back();
    await widget.expectScreen('picture');
  });

  it('While the library is on its way the steps say so, and appear when it is here', async (world) => {
    const library = held(/library\.txt$/);
    const { url } = await world.serve(library);
    const { widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'steps' });
    await widget.expect('read that the steps are coming', (root, said) => root.textContent.includes(said), words('steps.waiting'));
    library.release();
    await widget.walk();
  });

  for (const [owner, method] of [['Node', 'insertBefore'], ['Element', 'setAttribute']]) it(`When the core stops in the middle, at ${method}: one sentence, both ways out, a copy of what was written, and a named error`, async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    const trail = await widget.walk({ to: 'picture', keep: true });
    assert.ok(trail.length > 5);
    await meddle(page, owner, method);
    await widget.pressPart('primary');
    await widget.expectScreen('trouble');
    assert.ok((await widget.text()).includes(words('cover.crashed')), await widget.describe());
    const error = (await told(page)).filter(({ name }) => name === 'fogbridge-error');
    assert.deepEqual(error.map(({ detail }) => detail), [{ code: 'core', message: 'The core stopped: RuntimeError.' }]);
    const { name, text } = await copyOf(widget, words('cover.download'));
    assert.match(name, /^notes/);
    assert.match(text, /"r\.\w+"/, 'the reflection is in it');
    await helpAndExitWork(page, widget);
  });

  it('What goes wrong in the page while it listens to the widget does not stop the widget', async (world) => {
    const { url } = await world.serve(missing(/library\.txt$/));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await page.evaluate(() => {
      const host = document.querySelector('fog-bridge');
      for (const name of ['progress', 'error']) host.addEventListener(`fogbridge-${name}`, () => { throw new Error(`thrown at ${name}`); });
      host.ready.then(() => {}); // No word on what happens if it fails: the library is missing, so nobody takes the rejection.
    });
    await widget.walk({ to: 'steps' });
    assert.deepEqual((await told(page)).filter(({ name }) => name === 'fogbridge-error').map(({ detail }) => detail.code), ['file-missing']);
  });
});

inEngines(EVERY, 'A core that cannot even begin', (it) => {
  it('offers what is kept as a copy, read from the browser itself', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    const kept = { 'pn.main.s': 'n1 2 50b59d25 {"keep":true,"role":"numb"}', 'pn.main.d': 'cut of', 'pn.other.s': 'of another store', theme: 'dark' };
    await page.evaluate((all) => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value); }, kept);
    // The content does not reach the core: a page that patches what every script uses can do that.
    await page.evaluate(() => {
      const get = Reflect.get;
      Reflect.get = (from, name, ...rest) => (name === 'reflection' ? undefined : get(from, name, ...rest));
    });
    await widget.pressPart('primary');
    await widget.expectScreen('trouble');
    const { text } = await copyOf(widget, words('cover.download'));
    assert.deepEqual(JSON.parse(text), { format: 'notes-1', stored: { s: kept['pn.main.s'], d: kept['pn.main.d'] } });
    await helpAndExitWork(page, widget);
  });
});

// The screen `privacy`, form by form: it says these sentences and no others, and behind each stands a test that would fail if it
// were not true. What is not tested elsewhere is tested here.

import { readFileSync, readdirSync } from 'node:fs';
import { BUILT, assert, framed, inEngines, ready, stored, withHeaders } from './support.mjs';
import { welcome, words } from './words.mjs';

const SPECS = new URL('./', import.meta.url);

const sources = new Map(readdirSync(SPECS).map((name) => [name, readFileSync(new URL(name, SPECS), 'utf8')]));

/** Where the table below may name a test: `file: words of its title`. */
const stands = (/** @type {string} */ proof) => {
  const [, file, title] = /^(\w+): (.+)$/.exec(proof);
  return sources.get(`${file}.test.mjs`)?.split('\n').some((line) => /\b(it|test)\(/.test(line) && line.includes(title));
};

/** Every sentence that the screen may say, and the tests behind it. */
const BACKED = {
  [welcome('standalone')]: [
    'network: no way leads out', 'network: the core imports nothing that could send', 'offline: asks for nothing once the page is ready',
    'offline: the page comes again at a reload',
  ],
  [welcome('inline')]: ['privacy: A script of the page around can read', 'page: After `ready` not one request is made'],
  [welcome('isolated')]: ['privacy: The page around cannot read', 'isolated: works in memory, says what is true there, and asks for nothing'],
  [words('privacy.files')]: ['privacy: Whatever is answered, the server sees the same'],
  [words('privacy.offline')]: ['offline: what the worker keeps is what the build wrote', 'offline: other caches of the origin are left alone'],
  [words('notes.keeping')]: ['storage: The reader is at the very question they left', 'privacy: What is kept can be read by anyone'],
  [words('notes.only_mine')]: ['privacy: It says what is so where one setting is kept'],
  [words('notes.not_keeping')]: ['privacy: What is not kept is gone'],
  [words('welcome.memory')]: ['storage: In a sandboxed document everything works in memory'],
  [words('status.newer')]: ['storage: What a newer version wrote is left as it is'],
  [words('notes.afraid')]: ['safety: From the sign on nothing at all is written'],
  [words('privacy.safety')]: ['safety: An answer that is itself a sign', 'safety: From the sign on nothing at all is written'],
  [words('privacy.leaving_text')]: ['safety: "Leave this page" hides everything at once', 'keyboard: Shift pressed three times leaves the page'],
  [words('privacy.history')]: ['privacy: Leaving takes this page out of Back'],
};

/** Opens the screen, from wherever `My notes` can be pressed. */
const open = async (widget) => {
  await widget.press(words('common.my_notes'));
  await widget.expectScreen('notes');
  await widget.press(words('privacy.open'));
  await widget.expectScreen('privacy');
};

/** The sentences on the screen, in their order. */
const said = (widget) => widget.inside((root) => [...root.querySelectorAll('[data-screen=privacy] p')].map((one) => one.textContent.trim()));

const LEAVING = [words('privacy.leaving_text'), words('privacy.history')];

/** What each form says, between what all say. */
const expected = (/** @type {string[]} */ who, /** @type {string} */ kept, /** @type {string[]} */ files = []) =>
  [...who, words('privacy.files'), kept, words('privacy.safety'), ...files, ...LEAVING];

const ALONE = [welcome('standalone')];

inEngines(['chromium'], 'What is true here', (it) => {
  it('Behind every sentence stands a test', async () => {
    for (const [sentence, proofs] of Object.entries(BACKED)) {
      assert.ok(sentence.length > 20 && proofs.length, sentence);
      for (const proof of proofs) assert.ok(stands(proof), `no test is called "${proof}"`);
    }
  });

  const CASES = [
    ['on the page of its own, where all is kept', '/', { keep: true }, [], expected(ALONE, words('notes.keeping'), [words('privacy.offline')])],
    ['on the page of its own, where nothing is', '/', { keep: false }, [], expected(ALONE, words('notes.not_keeping'), [words('privacy.offline')])],
    ['in an article', '/article.html', { keep: true }, [], expected([welcome('inline')], words('notes.keeping'))],
    ['where the browser keeps nothing', '/article.html', {}, [withHeaders(/article\.html$/, { 'content-security-policy': 'sandbox allow-scripts' })],
      expected([welcome('inline')], words('welcome.memory'))],
    ['after a safety sign, where something was kept before', '/', { keep: true, safety: () => 'yes', to: 'safe' }, [],
      expected(ALONE, words('notes.afraid'), [words('privacy.offline')])],
    ['after a safety sign, where nothing was', '/', { keep: false, safety: () => 'yes', to: 'safe' }, [],
      expected(ALONE, words('notes.not_keeping'), [words('privacy.offline')])],
  ];
  for (const [where, path, way, rules, sentences] of CASES) {
    it(`It says what is so ${where}`, async (world) => {
      const { url } = await world.serve(...rules);
      const { widget } = await world.open(url + path);
      await widget.walk(way);
      const before = await widget.screen();
      await open(widget);
      assert.deepEqual(await said(widget), sentences);
      assert.ok(sentences.every((sentence) => sentence in BACKED));
      await widget.back();
      await widget.expectScreen('notes');
      await widget.back();
      await widget.expectScreen(before);
    });
  }

  it('It says what is so where one setting is kept, and nothing else', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: false, safety: () => 'yes', to: 'safe' });
    await widget.press(words('safe.only_mine'));
    await page.waitFor(() => localStorage.length === 1);
    const expects = expected(ALONE, words('notes.only_mine'), [words('privacy.offline')]);
    await open(widget);
    assert.deepEqual(await said(widget), expects);
    await page.goto(`${url}/`);
    await widget.walk({ to: 'welcome' });
    await open(widget);
    assert.deepEqual(await said(widget), expects, 'on the next visit as well');
    assert.deepEqual(Object.values(await stored(page)).map((raw) => raw.slice(raw.indexOf('{'))), ['{"only_mine":true}']);
  });

  it('It says what is so in a frame of another origin, in memory', async (world) => {
    const { widget } = await framed(world);
    await widget.walk();
    await open(widget);
    assert.deepEqual(await said(widget), expected([welcome('isolated')], words('welcome.memory')));
  });

  it('The page around cannot read what is written in the frame', async (world) => {
    const { page } = await framed(world);
    const seen = await page.evaluate(() => ['document', 'localStorage', 'customElements'].map((name) => {
      try { return typeof frames[0][name]; } catch (error) { return error.name; }
    }));
    assert.deepEqual(seen, ['SecurityError', 'SecurityError', 'SecurityError']);
  });

  it('A script of the page around can read what is written in an article', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    await widget.walk({ to: 'question' });
    await widget.choose(1);
    assert.ok(await page.evaluate(() => document.querySelector('fog-bridge').shadowRoot.querySelector('input:checked')));
  });

  it('Whatever is answered, the server sees the same: files, and no more', async (world) => {
    const seen = [];
    for (const [row, safety] of [[0, 'no'], [1, 'yes'], ['skip', 'skip']]) {
      const { url, requests } = await world.serve();
      const { page, widget } = await world.open(`${url}/`);
      await widget.walk({ keep: row === 0, answer: () => row, safety: () => safety, to: safety === 'yes' ? 'safe' : 'home' });
      await ready(page);
      assert.ok(page.requests.filter((address) => address.startsWith('http')).every((address) => !/[?#]/.test(address)), page.requests.join('\n'));
      seen.push([...requests].sort());
    }
    assert.deepEqual(seen[1], seen[0]);
    assert.deepEqual(seen[2], seen[0]);
    const files = new Set(readdirSync(BUILT, { recursive: true }).map((name) => `/${name}`));
    for (const path of seen[0]) assert.ok(path === '/' || files.has(path), path);
  });

  it('What is kept can be read by anyone who uses this browser: it is no secret writing', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'plan', keep: true });
    await widget.choose(words('plan.own'), 'moment');
    await widget.pressCss('.field input');
    await page.type('when the rain stops');
    await widget.settled();
    await page.waitFor(() => Object.keys(localStorage).some((key) => localStorage.getItem(key).includes('when the rain stops')));
  });

  it('What is not kept is gone when the page is closed', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: false });
    assert.deepEqual(await stored(page), {});
    await page.close();
    const { page: later, widget: again } = await world.open(`${url}/`);
    await again.walk({ to: 'welcome' });
    assert.ok(!await again.has(words('welcome.go_on')), 'nothing to go on with');
    assert.deepEqual(await stored(later), {});
  });

  it('Leaving takes this page out of Back, which is all that a page can do about the history', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/before.html`);
    await page.goto(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'question' });
    const session = await page.native.context().newCDPSession(page.native);
    await widget.pressPart('exit');
    await page.waitFor(() => location.pathname === '/hosts/elsewhere.html');
    const { entries } = await session.send('Page.getNavigationHistory');
    assert.deepEqual(entries.map(({ url: address }) => new URL(address).pathname).filter((path) => path.startsWith('/hosts/')), ['/hosts/before.html', '/hosts/elsewhere.html']);
  });
});

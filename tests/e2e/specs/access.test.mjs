// Every screen under axe-core: light and dark, on a phone and on a desk.

import AxeBuilder from '@axe-core/playwright';
import { words } from './words.mjs';
import { assert, held, inEngines, missing, withHeaders } from './support.mjs';
import { comingBack, download, pick, toNotes } from './store.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** A phone by day and a desk by night under all rules; the other two differ only in what colours and widths can do. */
const LOOKS = [['light', 360, true], ['dark', 1280, true], ['light', 1280, false], ['dark', 360, false]];

/** Looks at the widget as it stands, in all four looks. */
const clean = async (page, widget, name) => {
  const found = [];
  for (const [colorScheme, width, all] of LOOKS) {
    await page.native.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewport(width, 900);
    const axe = new AxeBuilder({ page: page.native }).include('fog-bridge').setLegacyMode(true);
    const { violations } = await (all ? axe.withTags(TAGS) : axe.withRules(['color-contrast', 'target-size'])).analyze();
    for (const { id, help, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        found.push(`${name}, ${colorScheme}, ${width}: ${id} (${help}) at ${target.flat().join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`);
      }
    }
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    if (wide > 0) found.push(`${name}, ${colorScheme}, ${width}: ${wide} px wider than the window`);
    const small = await widget.inside((root) => [...root.querySelectorAll('[part~=choice], button, select')]
      .filter((one) => one.checkVisibility())
      .map((one) => ({ text: one.textContent.trim().slice(0, 30), choice: one.part.contains('choice'), ...one.getBoundingClientRect().toJSON() }))
      .filter(({ choice, height, width }) => height < (choice ? 44 : 24) || width < 24)
      .map(({ text, height, width }) => `"${text}" is ${width} × ${height}`));
    found.push(...small.map((what) => `${name}, ${colorScheme}, ${width}: ${what}`));
  }
  await page.setViewport(1000, 900);
  return found;
};

inEngines(['chromium'], 'Under axe-core', (it) => {
  it('The page of its own is clean around the widget, too', async (world) => {
    const { url } = await world.serveOffline();
    const { page } = await world.open(`${url}/`);
    await page.waitFor(() => !document.querySelector('#remove').hidden);
    await page.evaluate(() => {
      const line = document.querySelector('#offline');
      line.textContent = line.getAttribute('data-later');
      document.querySelector('#now').hidden = false;
    });
    for (const [colorScheme, width] of LOOKS) {
      await page.native.emulateMedia({ colorScheme });
      await page.setViewport(width, 900);
      const { violations } = await new AxeBuilder({ page: page.native }).exclude('fog-bridge').setLegacyMode(true).withTags(TAGS).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' '))}`), [], `${colorScheme}, ${width}`);
      assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
    }
  });

  it('Every screen of the main path is clean', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    const found = [];
    const done = new Set();
    const look = async (name) => {
      if (done.has(name)) return;
      done.add(name);
      found.push(...await clean(page, widget, name));
    };
    await widget.walk({ short: false, answer: () => 2, seen: async (screen) => {
      if (screen === 'steps') {
        await widget.expect('see steps', (root) => root.querySelector('.card'));
        await look('steps');
        await widget.press(words('steps.all'));
        await look('all steps');
      } else if (screen === 'question') {
        await look('question');
        if (done.has('question, unanswered')) return;
        await widget.pressPart('primary');
        await widget.pressCss('summary');
        await look('question, unanswered');
      } else if (screen === 'plan') {
        await look('plan');
        await widget.choose(words('plan.own'), 'moment');
        await look('plan, in own words');
      } else {
        await look(screen);
      }
    } });
    await widget.press(words('home.done'));
    await look('home, done');
    await widget.press(words('common.my_notes'));
    await widget.expectScreen('notes');
    await look('notes');
    await widget.press(words('privacy.open'));
    await widget.expectScreen('privacy');
    await look('privacy');
    await widget.back();
    await widget.press(words('notes.delete'));
    await look('notes, delete?');
    await widget.pressPart('back');
    await widget.expectScreen('home');
    await widget.pressPart('help');
    await widget.expectScreen('help');
    await look('help');
    assert.deepEqual(found, []);
    assert.ok(done.size >= 15, [...done].join(', '));
  });

  it('The screens after a safety sign are clean', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    const found = [];
    await widget.walk({ to: 'safe', safety: () => 'yes' });
    await widget.walk({ seen: async (screen) => {
      if (screen === 'steps') await widget.expect('see steps', (root) => root.querySelector('.card'));
      found.push(...await clean(page, widget, `${screen}, after a sign`));
    } });
    await widget.pressPart('help');
    await widget.expectScreen('help');
    found.push(...await clean(page, widget, 'help, after a sign'));
    assert.deepEqual(found, []);
  });

  it('The return, the memory notice, the help without a core, the early press and the trouble are clean', async (world) => {
    const found = [];
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'question', keep: true });
    await page.goto(`${url}/`);
    await widget.walk({ to: 'welcome', seen: async (screen) => found.push(...await clean(page, widget, `${screen}, returning`)) });

    const sandbox = await world.serve(withHeaders(/plain\.html$/, { 'content-security-policy': 'sandbox allow-scripts' }));
    const memory = await world.open(`${sandbox.url}/hosts/plain.html`);
    await memory.widget.walk({ to: 'welcome' });
    found.push(...await clean(memory.page, memory.widget, 'welcome, in memory'));

    const late = await world.serve(missing(/core\.wasm$/), held(/core\.wasm$/));
    const waiting = await world.open(`${late.url}/hosts/plain.html`);
    await waiting.widget.pressPart('primary');
    await waiting.widget.expect('read that it is on its way', (root, said) => root.textContent.includes(said), words('cover.loading'));
    found.push(...await clean(waiting.page, waiting.widget, 'cover, waiting'));
    await waiting.widget.pressPart('help');
    await waiting.widget.expectScreen('help');
    found.push(...await clean(waiting.page, waiting.widget, 'help without a core'));

    const broken = await world.serve(missing(/core\.wasm$/));
    const trouble = await world.open(`${broken.url}/hosts/plain.html`);
    await trouble.widget.expectScreen('trouble');
    found.push(...await clean(trouble.page, trouble.widget, 'trouble'));
    assert.deepEqual(found, []);
  });

  it('A copy that is read in, a deletion that can be undone, and the question when what was kept is gone are clean', async (world) => {
    const found = [];
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url, { path: '/article.html' });
    const look = async (name) => found.push(...await clean(page, widget, name));
    await toNotes(widget);
    const copy = await download(widget);
    await pick(widget, copy);
    await widget.expect('see what it holds', (root) => root.querySelector('.aside .list'));
    await look('notes, a copy');
    await pick(widget, 'no copy');
    await widget.expect('read that it is none', (root, said) => root.textContent.includes(said), words('notes.foreign'));
    await look('notes, refused');
    await widget.press(words('notes.one_by_one'));
    await widget.pressCss('details .link');
    await widget.expect('read that it is deleted', (root, said) => root.textContent.includes(said), words('notes.removed'));
    await look('notes, deleted, undo?');
    await page.evaluate(() => { localStorage.clear(); });
    await widget.press(words('notes.undo'));
    await widget.expectStatus('status.gone');
    await widget.pressPart('back');
    await widget.expectScreen('home');
    await look('home, gone');
    assert.deepEqual(found, []);
  });

  it('Both pages are clean as a whole', async (world) => {
    const { url } = await world.serve();
    for (const path of ['/', '/article.html']) {
      const { page, widget } = await world.open(url + path);
      await widget.expectScreen('cover');
      const { violations } = await new AxeBuilder({ page: page.native }).withTags(TAGS).setLegacyMode(true).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.flat()).join(', ')}`), []);
    }
  });
});

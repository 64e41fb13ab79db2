// What an article pays for a widget that nobody has come near yet, and when the core is asked for.

import { assert, inEngines, ready, rewritten } from './support.mjs';
import { pause } from '../browsers/shared.mjs';
import { scriptFirst } from './store.mjs';
import { words } from './words.mjs';

/** The files of the folder that carries a version: all but the floating loader. */
const asked = ({ requests }) => requests.filter((path) => /^\/embed\/.+\//.test(path));

/** Brings the upper edge of the widget to so many pixels below the window, and gives an observer its turn. */
const scrollTo = (page, distance) => page.evaluate((below) => {
  scrollTo({ top: document.querySelector('fog-bridge').getBoundingClientRect().top + scrollY - innerHeight - below, behavior: 'instant' });
  return new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then))));
}, distance);

const open = async (world, attributes, ...rules) => openAt(world, '/hosts/near.html', attributes, ...rules);

const openAt = async (world, path, attributes, ...rules) => {
  const site = await world.serve(rewritten(/near\.html$/, (text) => text.replace('ATTRIBUTES', attributes)), ...rules);
  const { page, widget } = await world.open(`${site.url}/hosts/elsewhere.html`);
  await page.setViewport(1000, 300);
  await page.goto(site.url + path);
  await page.waitFor(() => document.querySelector('fog-bridge').matches(':defined'));
  return { page, widget, site };
};

/** Nothing but the loader was asked for, also a moment later. */
const stillNothing = async (page, site) => {
  await page.native.waitForLoadState('networkidle');
  await pause(300);
  assert.deepEqual(site.requests.filter((one) => one.startsWith('/embed/')), ['/embed/fogbridge.js']);
};


const saveData = scriptFirst(/near\.html$/, () => {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
});

inEngines(['chromium'], 'A widget that nobody has come near', (it) => {
  for (const [where, path] of [['on a long page', '/hosts/near.html'], ['in the sample article', '/article.html']]) {
    it(`is the loader and nothing else, until it is 400 px below the window, ${where}`, async (world) => {
      const { page, widget, site } = await openAt(world, path, '');
      await widget.expectScreen('cover');
      await stillNothing(page, site);
      await scrollTo(page, 500);
      await stillNothing(page, site);
      await scrollTo(page, 300);
      await ready(page);
      for (const file of [/core\.js$/, /core\.wasm$/, /reflection\.txt$/, /library\.txt$/]) {
        assert.ok(asked(site).some((one) => file.test(one)), `${file} in ${asked(site)}`);
      }
    });
  }

  it('is the core too where the owner wants it at once', async (world) => {
    const { page, site } = await open(world, 'loading="eager"');
    await ready(page);
    assert.ok(asked(site).some((one) => one.endsWith('core.wasm')));
  });

  for (const [title, attributes, ...rules] of [
    ['The owner wants a press first', 'loading="click"'],
    ['The reader saves data', '', saveData],
  ]) {
    it(`${title}: coming near, pointing at it and help ask for nothing; Begin does, and is answered`, async (world) => {
      const { page, widget, site } = await open(world, attributes, ...rules);
      await scrollTo(page, -300);
      await widget.inside((root) => root.querySelector('[part=primary]').focus());
      await page.native.hover('fog-bridge');
      await widget.pressPart('help');
      await widget.expectScreen('help');
      await widget.pressPart('back');
      await widget.expectScreen('cover');
      await stillNothing(page, site);
      await widget.pressPart('primary');
      await widget.expectScreen('welcome');
      await widget.walk({ to: 'who' });
    });
  }

  it('asks for nothing while it is hidden, and for the core once it is shown', async (world) => {
    const { page, widget, site } = await open(world, 'hidden');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await stillNothing(page, site);
    await page.evaluate(() => { document.querySelector('fog-bridge').hidden = false; });
    await scrollTo(page, 300);
    await ready(page);
    await widget.press(words('cover.begin'));
    await widget.expectScreen('welcome');
  });
});

// The forms in which the loader comes: pinned, with its second half inside, for bundlers, twice on a page. And what an owner
// says about colours.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { suite, test } from 'node:test';
import { BUILT, EVERY, assert, inEngines, rewritten, told } from './support.mjs';
import { ESM } from '../tools/serve.mjs';

const INTEGRITY = JSON.parse(readFileSync(join(BUILT, 'embed/integrity.json'), 'utf8'));
const pathOf = (/** @type {string} */ name) => Object.keys(INTEGRITY).find((path) => path.endsWith(`/${name}`));

/** plain.html with another script, and whatever else stands in its head. */
const withHead = (/** @type {string} */ head) =>
  rewritten(/plain\.html$/, (text) => text.replace(/<script type="module".*<\/script>/, head));

const pinned = (/** @type {string} */ name) => {
  const path = pathOf(name);
  return `<script type="module" src="/embed/${path}" integrity="${INTEGRITY[path]}" crossorigin></script>`;
};

suite('A server that renders pages', () => {
  for (const path of [join(BUILT, 'embed/fogbridge.js'), join(BUILT, 'embed', pathOf('fogbridge.full.js')), join(ESM, 'fogbridge.js')]) {
    test(`can import ${path.split('/').slice(-2).join('/')}: nothing happens`, () => {
      const code = `await import(${JSON.stringify(pathToFileURL(path).href)}); console.log('imported')`;
      assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }), 'imported\n');
    });
  }
});

inEngines(EVERY, 'The loader', (it) => {
  it('pinned with its hash, leads through the whole way', async (world) => {
    const { url, requests } = await world.serve(withHead(pinned('fogbridge.js')));
    const { widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk();
    const scripts = requests.filter((path) => path.startsWith('/embed') && path.endsWith('.js'));
    assert.deepEqual([...new Set(scripts)], [`/embed/${pathOf('fogbridge.js')}`, `/embed/${pathOf('core.js')}`]);
  });

  it('with its second half inside, asks for no other script', async (world) => {
    const { url, requests } = await world.serve(withHead(pinned('fogbridge.full.js')));
    const { widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk();
    assert.deepEqual(requests.filter((path) => path.startsWith('/embed') && path.endsWith('.js')), [`/embed/${pathOf('fogbridge.full.js')}`]);
  });

  it('of another version beside the first one, does nothing but say so', async (world) => {
    const { url } = await world.serve(withHead(`<script type="module" src="/embed/fogbridge.js"></script>${pinned('fogbridge.js')}${pinned('fogbridge.full.js')}`));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'who' });
    assert.deepEqual((await told(page)).map(({ name }) => name), ['fogbridge-ready', 'fogbridge-progress']);
  });
});

/** What a reader sees of the three colours. */
const colours = (/** @type {import('../widget_page.mjs').WidgetPage} */ widget) => widget.inside((root) => ({
  paper: getComputedStyle(root.querySelector('.frame')).backgroundColor,
  ink: getComputedStyle(root.querySelector('.frame')).color,
  accent: getComputedStyle(root.querySelector('[part=primary]')).backgroundColor,
}));

/** The same colours as every engine writes them. */
const rgb = (/** @type {string} */ hex) => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

inEngines(EVERY, 'The colours of an owner', (it) => {
  const OURS = { paper: rgb('#fbfaf6'), ink: rgb('#20302f'), accent: rgb('#2f5d5a') };
  for (const [title, given, seen, isSaid] of [
    ['are taken', { paper: '#ffffff', ink: '#331111', accent: '#772200' }, { paper: rgb('#ffffff'), ink: rgb('#331111'), accent: rgb('#772200') }, false],
    ['give way to our accent, where theirs cannot be read', { accent: '#ffd080' }, OURS, true],
    ['give way to ours, where the ink cannot be read', { paper: '#ffffff', ink: '#eeeeee' }, OURS, true],
    ['give way to ours, where our accent cannot be read on their paper', { paper: '#336666', ink: '#ffffff', accent: '#447777' }, OURS, true],
    ['give way to ours, where something shines through', { paper: 'transparent' }, OURS, true],
    ['give way to ours, where they are no colours', { accent: 'banana' }, OURS, true],
    ['give way to ours, where they would be another one on each button', { accent: 'currentColor' }, OURS, true],
    ['may be written in any notation', { accent: 'hsl(20 100% 23%)' }, { ...OURS, accent: rgb('#752700') }, false],
  ]) {
    it(title, async (world) => {
      const rules = Object.entries(given).map(([name, value]) => `--fogbridge-${name}: ${value};`).join(' ');
      const { url } = await world.serve(withHead(`<script>
        window.warned = [];
        const { warn } = console;
        console.warn = (line) => { window.warned.push(line); warn.call(console, line); };
      </script><style>fog-bridge { color-scheme: light; ${rules} }</style><script type="module" src="/embed/fogbridge.js"></script>`));
      const { page, widget } = await world.open(`${url}/hosts/plain.html`);
      await page.evaluate(() => document.querySelector('fog-bridge').ready);
      assert.deepEqual(await colours(widget), seen);
      const said = (await page.evaluate(() => window.warned)).filter((line) => line.startsWith('fog-bridge'));
      assert.equal(said.length, isSaid ? 1 : 0, said.join('\n'));
      await page.evaluate(() => document.querySelector('fog-bridge').setAttribute('theme', 'light'));
      assert.deepEqual(await colours(widget), seen, 'and it stays so');
      assert.equal((await page.evaluate(() => window.warned)).length, said.length, 'nothing is said twice');
    });
  }
});

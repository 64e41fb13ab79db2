// Sites that are bundled from the npm package: the element of the snippet stands in a page or a component, and the script
// comes with the bundle.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inEngines } from '../e2e/specs/support.mjs';
import { element } from './snippet.mjs';
import { bin, drive, run, served, site } from './support.mjs';

const PACKED = fileURLToPath(new URL('../../target/package/', import.meta.url));

/** A site of one of the folders here, with the package installed as its owner would, and built. */
const built = async (/** @type {string} */ way, options = {}) => {
  const root = site(way, { paste: element, ...options });
  const packed = existsSync(PACKED) ? readdirSync(PACKED).filter((name) => name.endsWith('.tgz')) : [];
  if (packed.length !== 1) throw new Error(`There are ${packed.length} packages in ${PACKED}: run "make package".`);
  await run('npm', ['install', '--prefix', root, '--no-save', '--no-audit', '--no-fund', '--offline', join(PACKED, packed[0])], root);
  await run(bin('vite'), ['build', '--logLevel', 'warn'], root);
  return root;
};

/** The same, with the page written by the server's half of it, as frameworks do that render on a server or at build time. */
const prerendered = async (/** @type {string} */ way, /** @type {string} */ server, options = {}) => {
  const root = await built(way, options);
  await run(bin('vite'), ['build', '--logLevel', 'warn', '--ssr', server, '--outDir', 'server'], root);
  // In a process of its own: the package is imported there, in Node.
  const script = `import(${JSON.stringify(pathToFileURL(join(root, 'server/server.js')))}).then(async ({ render }) => console.log(await render()))`;
  const html = await run(process.execPath, ['--input-type=module', '--eval', script], root);
  const page = join(root, 'dist/index.html');
  const empty = readFileSync(page, 'utf8');
  assert.ok(empty.includes('<!-- article -->'), empty);
  writeFileSync(page, empty.replace('<!-- article -->', html.trim()));
  return root;
};

const BUNDLE = { script: /\/assets\/.*\.js$/ };

inEngines(['chromium'], 'The package', (it) => {
  it('In a page that Vite builds', async (world) => {
    const root = await built('vite');
    await served(join(root, 'dist'), (url) => drive(world, `${url}/`, BUNDLE));
  });

  for (const [version, at] of [['19', 'sites/react'], ['18', 'react-18/site']]) {
    it(`In a component of React ${version}, rendered on a server`, async (world) => {
      // Not `onfogbridge-ready={…}`: 18 knows no such events, and 19 forgets them where a server rendered the element.
      const listen = "(host) => host?.addEventListener('fogbridge-ready', () => { host.heard = true; })";
      const paste = element.replace('<fog-bridge', `<fog-bridge ref={${listen}}`);
      const root = await prerendered('react', 'server.jsx', { at, paste });
      await served(join(root, 'dist'), async (url) => {
        const { page } = await drive(world, `${url}/`, BUNDLE);
        assert.equal(await page.evaluate(() => document.querySelector('fog-bridge').heard), true);
      });
      const assets = join(root, 'dist/assets');
      const script = readdirSync(assets).find((name) => name.startsWith('index-') && name.endsWith('.js'));
      assert.match(readFileSync(join(assets, script), 'utf8'), RegExp(`["'\`]${version}\\.\\d+\\.\\d+["'\`]`), 'it is this React');
    });
  }

  it('In a component of Vue, rendered on a server', async (world) => {
    const paste = element.replace('<fog-bridge', '<fog-bridge @fogbridge-ready="({ target }) => { target.heard = true; }"');
    const root = await prerendered('vue', 'server.js', { paste });
    await served(join(root, 'dist'), async (url) => {
      const { page } = await drive(world, `${url}/`, BUNDLE);
      assert.equal(await page.evaluate(() => document.querySelector('fog-bridge').heard), true);
    });
  });
});

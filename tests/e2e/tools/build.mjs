// Finishes what Trunk built: optimises the wasm, bundles the loader and the styles, shortens the names that wasm and glue
// share, gives every file that never changes a place under its version and hash, and copies the pages. Trunk runs it as
// its post_build hook.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GLUE, bundle, sheet, shorten, split } from './bundle.mjs';
import { pruned } from './glue.mjs';
import { metaPolicy } from './headers.mjs';
import { namesBetween, relink } from './link.mjs';
import { oembed } from './oembed.mjs';
import { offline } from './offline.mjs';
import { optimise } from './optimise.mjs';
import { pages } from './pages.mjs';
import { ESM } from './serve.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const EMBED = join(ROOT, 'src/embed');

/** Tells Chromium to compile what follows in one go: almost all of it runs for the first screen. */
const AT_ONCE = Buffer.from('//# allFunctionsCalledOnLoad\n');

const sha = (bits, bytes) => createHash(`sha${bits}`).update(bytes).digest('base64');

/** Writes files, by their names below `folder`, in place of all that was there. */
const fill = (/** @type {string} */ folder, /** @type {Map<string, Buffer>} */ files) => {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
};

/** The optimised wasm, and the glue of Trunk's build made to fit it. @returns {Buffer} */
const linked = (/** @type {{ glue: string, wasm: string }} */ { glue, wasm }) => {
  const small = optimise(readFileSync(wasm));
  const fitting = pruned(readFileSync(glue, 'utf8'), small);
  writeFileSync(glue, fitting);
  const names = namesBetween(small, fitting);
  shorten(names);
  return relink(small, names, GLUE);
};

/**
 * @param {object} options
 * @param {string} options.staging where Trunk put its output, and where the finished files go
 * @param {string} [options.content] the compiled content
 * @param {string} [options.styles] the core's style sheet
 * @param {boolean} [options.release]
 * @returns {Promise<string>} name of the folder with the files that never change
 */
export const finish = async ({
  staging, content = join(ROOT, 'target/content'), styles = join(ROOT, 'styles/index.css'), release = true,
}) => {
  const version = /^version = "(.+)"$/m.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'))[1];
  const languages = readdirSync(content, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

  const trunk = { glue: join(staging, 'fogbridge.js'), wasm: join(staging, 'fogbridge_bg.wasm') };
  const wasm = release ? linked(trunk) : readFileSync(trunk.wasm);
  // What the loader fetches and only hands on. The styles are named as text, because what passes for a style sheet or a
  // script some servers make smaller on their own, and its hash would no longer fit.
  const rest = new Map([
    ['core.wasm', wasm],
    ['styles.txt', Buffer.concat(await Promise.all([join(ROOT, 'styles/frame.css'), styles].map(sheet)))],
    ...languages.flatMap((language) => ['reflection', 'library'].map((name) => {
      const path = `${language}/${name}.txt`;
      return [path, readFileSync(join(content, path))];
    })),
  ]);
  const given = {
    'cover.json': join(content, 'en/cover.json'), 'cover.css': join(ROOT, 'styles/cover.css'), 'glue.js': trunk.glue,
  };
  /** One of the forms in which the loader comes: see src/embed/forms. */
  const wishes = (form, { base = './', core = '', files = '' } = {}) => ({
    minify: release,
    given: { ...given, 'form.js': join(EMBED, `forms/${form}.js`), 'files.js': files },
    define: {
      __BASE__: base,
      __CORE__: core,
      __LANGUAGES__: languages.join('|'),
      __HASHES__: Object.fromEntries([...rest].map(([name, bytes]) => [name, sha(256, bytes)])),
    },
  });
  const loader = join(EMBED, 'fogbridge.js');

  const core = Buffer.concat([AT_ONCE, await bundle(join(EMBED, 'with_core/index.js'), wishes('cdn'))]);
  const files = new Map([['core.js', core], ...rest]);
  files.set('fogbridge.full.js', await bundle(loader, wishes('full')));
  // The pinned loader knows its neighbours by their hashes, so its own bytes can name the folder.
  const pinned = await bundle(loader, wishes('cdn', { core: sha(256, core) }));
  const folder = `${version}-${createHash('sha256').update(pinned).digest('hex').slice(0, 8)}`;
  files.set('fogbridge.js', pinned);

  const floating = await bundle(loader, wishes('cdn', { base: `./${folder}/`, core: sha(256, core) }));
  const fixed = [...files].map(([name, bytes]) => [`${folder}/${name}`, bytes]);
  // For the owner's snippet: the hash of every file that never changes, as an `integrity` attribute takes it.
  const integrity = Object.fromEntries(fixed.map(([path, bytes]) => [path, `sha384-${sha(384, bytes)}`]));
  fill(join(staging, 'embed'), new Map([
    ...fixed,
    ['fogbridge.js', floating],
    ['frame.js', await bundle(join(EMBED, 'frame/outside.js'), wishes('cdn'))],
    ['inside.js', await bundle(join(EMBED, 'frame/inside.js'), wishes('cdn'))],
    ['integrity.json', Buffer.from(`${JSON.stringify(integrity, null, 2)}\n`)],
  ]));

  const addresses = [...rest.keys()].map((name) => `  '${name}': new URL('./${name}', import.meta.url).href,\n`);
  const bundlers = await split(loader, wishes('esm', { files: `export default {\n${addresses.join('')}};` }));
  fill(ESM, new Map([...bundlers, ...rest]));

  for (const file of Object.values(trunk)) rmSync(file);
  pages({ staging, content, languages });
  for (const page of ['index.html', 'frame.html', 'plain.html']) {
    const path = join(staging, page);
    const html = readFileSync(path, 'utf8').replace(/^.*<link data-trunk rel="rust".*\n/m, '');
    // Trunk's own server adds an inline script that reloads the page, which the policy would refuse.
    const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy(page)}">`;
    // What changes all the time is kept by no worker, either.
    writeFileSync(path, release
      ? html.replace(/(<meta charset=.*>\n)/, `$1  ${meta}\n`)
      : html.replace(/^.*src="offline\.js".*\n/m, ''));
  }
  oembed(staging, process.env.SITE);
  if (release) await offline({ staging, folder, languages });
  return folder;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await finish({ staging: process.env.TRUNK_STAGING_DIR, release: process.env.TRUNK_PROFILE === 'release' });
  } catch (error) {
    // esbuild has already said what it did not like, with file and line.
    if (!error.errors) console.error(`The build could not be finished: ${error.message}`);
    process.exitCode = 1;
  }
}

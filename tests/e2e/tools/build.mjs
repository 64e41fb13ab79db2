// Finishes what Trunk built: bundles the loader and the styles, minifies the glue and shortens the names it shares with the
// wasm, gives every file that never changes a place under its version and hash, and copies the pages. Trunk runs it as its
// post_build hook.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { metaPolicy } from './headers.mjs';
import { MODULE, namesBetween, pruned, relink } from './link.mjs';
import { optimise } from './optimise.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const EMBED = join(ROOT, 'src/embed');

/** The oldest engines that get the widget at all: those that know `light-dark()`. Others keep the page's own content. */
export const TARGET = ['chrome123', 'firefox120', 'safari17.5'];

/** The short names given so far: both halves of the loader must get the same, and so must wasm and glue. */
const SHORT = {};

/** The name of the glue's module in a minified build. */
const GLUE = '';

const sha = (bits, bytes) => createHash(`sha${bits}`).update(bytes).digest('base64');

/**
 * The table of numbers as one text, a country a line (`GB:999,116 123,0808 2000 247`): a third smaller than arrays. A part
 * of a country that has no numbers of its own (`GB-SCT`) is left out, because the loader looks for the country next.
 */
const compactLines = (/** @type {string} */ json) => {
  const { lines, ...cover } = JSON.parse(json);
  const row = (/** @type {string} */ code) => lines[code]?.map((number) => number ?? '').join().replace(/,+$/, '');
  const own = Object.keys(lines).filter((code) => code.length === 2 || row(code) !== row(code.slice(0, 2)));
  return JSON.stringify({ ...cover, lines: own.map((code) => `${code}:${row(code)}`).join('\n') });
};

/** The glue, with what the loader starts the wasm by, which wasm-bindgen keeps to itself. */
const startable = (/** @type {string} */ path, /** @type {boolean} */ minify) => {
  const parts = readFileSync(path, 'utf8').split(JSON.stringify(MODULE));
  if (parts.length !== 2) throw new Error(`the glue names "${MODULE}" ${parts.length - 1} times instead of once.`);
  return `${parts.join(JSON.stringify(minify ? GLUE : MODULE))}
export { __wbg_get_imports as imports, __wbg_finalize_init as begin };`;
};

/**
 * Bundles one entry into one module. `given` names what the sources import by a bare name: a file, or a style sheet.
 * Members that the two halves of the loader share begin with `_`; a minified build shortens these and all others in `SHORT`.
 */
const bundle = async (entry, { given = {}, define = {}, minify }) => {
  const plugin = {
    name: 'given',
    setup(build) {
      build.onResolve({ filter: /^[a-z]+\.(css|js|json)$/ }, ({ path }) =>
        given[path] && { path: given[path], namespace: { '.css': 'sheet', '.js': 'glue', '.json': 'file' }[extname(path)] });
      build.onLoad({ filter: /cover\.json$/ }, ({ path }) => ({ contents: compactLines(readFileSync(path, 'utf8')), loader: 'json' }));
      build.onLoad({ filter: /.*/, namespace: 'glue' }, ({ path }) => ({ contents: startable(path, minify) }));
      build.onLoad({ filter: /.*/, namespace: 'sheet' }, async ({ path }) =>
        ({ contents: (await bundle(path, { minify: true })).toString().trim(), loader: 'text' }));
    },
  };
  const { outputFiles, mangleCache } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    target: TARGET,
    plugins: [plugin],
    mangleProps: minify && entry.endsWith('.js') ? RegExp(`^(${['_[a-z].*', ...Object.keys(SHORT)].join('|')})$`) : undefined,
    mangleCache: minify && entry.endsWith('.js') ? SHORT : undefined,
    minify,
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  Object.assign(SHORT, mangleCache);
  return Buffer.from(outputFiles[0].contents);
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
  const words = { 'cover.json': join(content, 'en/cover.json') };

  const rest = new Map(languages.flatMap((language) => ['reflection', 'library', 'reasons'].map((name) => {
    const path = `${language}/${name}.txt`;
    return [path, readFileSync(join(content, path))];
  })));
  const built = readFileSync(trunk.wasm);
  const wasm = release ? optimise(built) : built;
  if (release) writeFileSync(trunk.glue, pruned(readFileSync(trunk.glue, 'utf8'), wasm));
  const names = release ? namesBetween(wasm, readFileSync(trunk.glue, 'utf8')) : {};
  Object.assign(SHORT, names);
  rest.set('core.wasm', release ? relink(wasm, names, GLUE) : wasm);
  const core = await bundle(join(EMBED, 'with_core/index.js'), {
    minify: release,
    given: { ...words, 'glue.js': trunk.glue, 'core.css': styles, 'frame.css': join(ROOT, 'styles/frame.css') },
    define: { __BASE__: './', __CORE__: '', __HASHES__: Object.fromEntries([...rest].map(([name, bytes]) => [name, sha(256, bytes)])) },
  });
  const long = Object.keys(names).find((name) => core.includes(name));
  if (long) throw new Error(`core.js still says "${long}", which has a short name elsewhere.`);
  const files = new Map([['core.js', core], ...rest]);

  const loader = (base) => bundle(join(EMBED, 'fogbridge.js'), {
    minify: release,
    given: { ...words, 'cover.css': join(ROOT, 'styles/cover.css') },
    define: {
      __BASE__: base,
      __LANGUAGES__: languages.join('|'),
      __CORE__: sha(256, core),
    },
  });
  // The pinned loader knows its neighbours by their hashes, so its own bytes can name the folder.
  const pinned = await loader('./');
  const folder = `${version}-${createHash('sha256').update(pinned).digest('hex').slice(0, 8)}`;
  files.set('fogbridge.js', pinned);

  const embed = join(staging, 'embed');
  rmSync(embed, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    const path = join(embed, folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  writeFileSync(join(embed, 'fogbridge.js'), await loader(`./${folder}/`));
  // For the owner's snippet: the hash of every file as an `integrity` attribute takes it.
  const integrity = [...files].map(([name, bytes]) => [`${folder}/${name}`, `sha384-${sha(384, bytes)}`]);
  writeFileSync(join(embed, 'integrity.json'), `${JSON.stringify(Object.fromEntries(integrity), null, 2)}\n`);

  for (const file of Object.values(trunk)) rmSync(file);
  cpSync(join(ROOT, 'src/pages'), staging, { recursive: true });
  const index = join(staging, 'index.html');
  if (existsSync(index)) {
    const html = readFileSync(index, 'utf8').replace(/^.*<link data-trunk rel="rust".*\n/m, '');
    // Trunk's own server adds an inline script that reloads the page, which the policy would refuse.
    const meta = `<meta http-equiv="Content-Security-Policy" content="${metaPolicy()}">`;
    writeFileSync(index, release ? html.replace(/(<meta charset=.*>\n)/, `$1  ${meta}\n`) : html);
  }
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

// The folder that `make bench` serves: a copy of the build; the article once more with the twin in the widget's place, and
// once with no script at all; and the twin, bundled like the product: minified, for the same browsers.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { temporaryFolder } from '../browsers/shared.mjs';
import { TARGET } from '../tools/bundle.mjs';
import { headersFor } from '../tools/headers.mjs';
import { serve } from '../tools/serve.mjs';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const STYLES = fileURLToPath(new URL('../../../styles/', import.meta.url));

const LOADER = '<script type="module" src="embed/fogbridge.js"></script>';

/** Below `embed/`, in a folder: so the twin's files get the headers of the product's. */
const TWIN = 'embed/twin';

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  bundle: true, write: false, format: 'esm', charset: 'utf8', minify: true, target: TARGET, legalComments: 'none',
};

const sheet = async (/** @type {string[]} */ ...names) => {
  const sheets = names.map((name) => esbuild.build({ ...COMMON, entryPoints: [STYLES + name] }));
  return (await Promise.all(sheets)).map(({ outputFiles }) => outputFiles[0].text.trim()).join('');
};

/** Bundles a file of the twin. `given` holds what it imports by a bare name. */
const bundle = async (/** @type {string} */ entry, /** @type {Record<string, string>} */ given) => {
  const plugin = {
    name: 'given',
    setup(build) {
      build.onResolve({ filter: /^[a-z]+\.(css|json)$/ }, ({ path }) => ({ path, namespace: 'given' }));
      build.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) =>
        ({ contents: given[path], loader: extname(path) === '.css' ? 'text' : 'json' }));
    },
  };
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    entryPoints: [join(HERE, 'twin', entry)],
    plugins: [plugin],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['./app.js'],
  });
  return outputFiles[0].contents;
};

/**
 * Bundles the twin into the folder.
 * @param {string} root
 * @param {{ bar: string[], cover: string[] }} words as inside.js gathers them
 */
export const addTwin = async (root, { bar, cover, ...texts }) => {
  const folder = join(root, TWIN);
  mkdirSync(folder);
  const files = {
    'element.js': await bundle('element.js', {
      'cover.css': await sheet('cover.css'), 'cover.json': JSON.stringify({ bar, cover }),
    }),
    'app.js': await bundle('app.jsx', { 'core.css': await sheet('frame.css', 'index.css') }),
    'texts.json': JSON.stringify(texts),
  };
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
};

/**
 * @param {string} dist
 * @returns {Promise<{ root: string, url: string, close: () => Promise<void> }>}
 */
export const stage = async (dist) => {
  const { path: root, remove } = temporaryFolder();
  cpSync(dist, root, { recursive: true });
  const article = readFileSync(join(root, 'article.html'), 'utf8');
  const without = article.replace(LOADER, '');
  if (without === article) throw new Error('article.html does not load the widget as bench/stage.mjs expects.');
  writeFileSync(join(root, 'plain.html'), without);
  writeFileSync(join(root, 'twin.html'), article
    .replace(LOADER, `<script type="module" src="${TWIN}/element.js"></script>`)
    .replaceAll('fog-bridge', 'preact-twin'));
  const { url, close } = await serve({
    port: 0, root, headers: (path) => headersFor(path.replace(/^\/(plain|twin)\.html$/, '/article.html')),
  });
  return { root, url, close: () => close().then(remove) };
};

// The folder that `make bench` serves: a copy of the build; the article once more with each other side in the widget's
// place, and once with no script at all; and these sides, bundled like the product: minified, for the same browsers.

import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** The sides beside ours, each with the name of its element. Their files lie below `embed/`, for the product's headers. */
const BESIDE = { twin: 'preact-twin', survey: 'survey-twin' };

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  bundle: true, write: false, format: 'esm', charset: 'utf8', minify: true, target: TARGET, legalComments: 'none',
};

const sheet = async (/** @type {string[]} */ ...names) => {
  const sheets = names.map((name) => esbuild.build({ ...COMMON, entryPoints: [STYLES + name] }));
  return (await Promise.all(sheets)).map(({ outputFiles }) => outputFiles[0].text.trim()).join('');
};

/** Bundles a file of a side. `given` holds what it imports by a bare name. */
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
    entryPoints: [join(HERE, entry)],
    plugins: [plugin],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['./app.js'],
  });
  return outputFiles[0].contents;
};

/**
 * Bundles both other sides into the folder.
 * @param {string} root
 * @param {{ bar: string[], cover: string[] }} words as inside.js gathers them
 */
export const addSides = async (root, { bar, cover, ...texts }) => {
  const atStart = { 'cover.css': await sheet('cover.css'), 'cover.json': JSON.stringify({ bar, cover }) };
  const styles = await sheet('frame.css', 'index.css');
  const files = {
    'twin/element.js': await bundle('twin/element.js', atStart),
    'twin/app.js': await bundle('twin/app.jsx', { 'core.css': styles }),
    'survey/element.js': await bundle('survey/element.js', atStart),
    'survey/app.js': await bundle('survey/app.js', {}),
  };
  for (const side of Object.keys(BESIDE)) {
    mkdirSync(join(root, 'embed', side));
    files[`${side}/texts.json`] = JSON.stringify(texts);
  }
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(root, 'embed', name), contents);
  // The lighter one of the two sheets that the package has: without a font of its own.
  const lightest = createRequire(import.meta.url).resolve('survey-core/survey-core.fontless.min.css');
  copyFileSync(lightest, join(root, 'embed/survey/survey.css'));
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
  const pages = { plain: without };
  for (const [side, element] of Object.entries(BESIDE)) {
    const loader = LOADER.replace('fogbridge.js', `${side}/element.js`);
    pages[side] = article.replace(LOADER, loader).replaceAll('fog-bridge', element);
  }
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(root, `${name}.html`), html);
  const { url, close } = await serve({
    port: 0,
    root,
    headers: (path) => headersFor(pages[path.slice(1, -'.html'.length)] ? '/article.html' : path),
  });
  return { root, url, close: () => close().then(remove) };
};

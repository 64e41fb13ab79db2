// esbuild, as this project needs it: sources that import by bare names what only the build has, and members that the two
// halves of the loader share under short names.

import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import * as esbuild from 'esbuild';
import { minify as shrink } from 'terser';
import { factory } from './glue.mjs';
import { MODULE } from './link.mjs';

/** The oldest engines that get the widget at all: those that know `light-dark()`. Others keep the page's own content. */
export const TARGET = ['chrome123', 'firefox120', 'safari17.5'];

/** The name of the glue's module in a minified build. */
export const GLUE = '';

/** Short names given so far: both halves of the loader must get the same, and so must wasm and glue. */
const SHORT = {};

/** From here on these names are short wherever a minified bundle has them. */
export const shorten = (/** @type {Record<string, string>} */ names) => Object.assign(SHORT, names);

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

const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');

/** What a bare name may stand for, and how it is brought in. */
const KINDS = {
  '.json': async (path) => ({ contents: compactLines(read(path)), loader: 'json' }),
  '.css': async (path) => ({ contents: `${await sheet(path)}`.trim(), loader: 'text' }),
  '.js': async (path, minify) => ({ contents: await factory(read(path), minify ? GLUE : MODULE) }),
};

/**
 * @typedef {object} Wishes
 * @property {Record<string, string>} [given] what the sources import by a bare name → the file it is; a text in place of a
 * file for what has none
 * @property {Record<string, unknown>} [define]
 * @property {boolean} minify
 * @property {boolean} [shares] false for a script that is no part of the loader: its members keep their names
 */

/** @returns {esbuild.Plugin} */
const giving = (/** @type {Record<string, string>} */ given, /** @type {boolean} */ minify) => ({
  name: 'given',
  setup(build) {
    build.onResolve({ filter: /^[a-z]+\.(css|js|json)$/ }, ({ path }) => {
      const found = given[path];
      if (!found) return undefined;
      if (path === 'form.js') return { path: found }; // a source like the others
      return { path: found, namespace: found.includes('\n') ? 'text' : 'given' };
    });
    build.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => KINDS[extname(path)](path, minify));
    build.onLoad({ filter: /.*/, namespace: 'text' }, ({ path }) => ({ contents: path }));
  },
});

/**
 * Bundles one entry.
 * @param {string} entry
 * @param {Wishes} wishes
 * @param {esbuild.BuildOptions} [more]
 * @returns {Promise<{ name: string, bytes: Buffer }[]>}
 */
const bundled = async (entry, { given = {}, define = {}, minify, shares = true }, more = {}) => {
  const isScript = entry.endsWith('.js');
  const mangles = minify && isScript && shares;
  const { outputFiles, mangleCache } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    target: TARGET,
    plugins: [giving(given, minify)],
    mangleProps: mangles ? RegExp(`^(${['_[a-z].*', ...Object.keys(SHORT)].join('|')})$`) : undefined,
    mangleCache: mangles ? SHORT : undefined,
    minify,
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    ...more,
  });
  shorten(mangleCache ?? {});
  // terser makes scripts some percent smaller than esbuild does.
  return Promise.all(outputFiles.map(async ({ path, contents, text }) => {
    const bytes = minify && isScript ? (await shrink(text, { module: true, ecma: 2022, compress: { passes: 3 } })).code : contents;
    return { name: basename(path), bytes: Buffer.from(bytes) };
  }));
};

/** One entry as one module. @returns {Promise<Buffer>} */
export const bundle = async (/** @type {string} */ entry, /** @type {Wishes} */ wishes) =>
  (await bundled(entry, wishes))[0].bytes;

/** A style sheet with all that it imports. @returns {Promise<Buffer>} */
export const sheet = (/** @type {string} */ path) => bundle(path, { minify: true });

/** One entry with what it imports later in files of their own. A hash in their names would be made of paths, too. @returns {Promise<Map<string, Buffer>>} by file name */
export const split = async (/** @type {string} */ entry, /** @type {Wishes} */ wishes) => {
  const files = await bundled(entry, wishes, { splitting: true, outdir: '/', chunkNames: '[name]' });
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
};

// `make size`: what the built files weigh, raw and on the wire, and whether the promised sums are kept.

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { DIST } from './serve.mjs';

/** @typedef {{ raw: number, gzip: number, brotli: number }} Weight */

/** @returns {Weight} */
export const weigh = (/** @type {Buffer} */ bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
});

const sum = (/** @type {Weight[]} */ weights) => weights.reduce(
  (total, weight) => ({ raw: total.raw + weight.raw, gzip: total.gzip + weight.gzip, brotli: total.brotli + weight.brotli }),
  { raw: 0, gzip: 0, brotli: 0 },
);

/**
 * The weights of a build and its sums, each with its limit in brotli bytes.
 * @param {string} dist
 * @param {string} lang
 */
export const measure = (dist = DIST, lang = 'en') => {
  const files = new Map(readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort()
    .map((name) => [name, weigh(readFileSync(join(dist, name)))]));
  const fixed = [...files.keys()].find((name) => name.endsWith('/core.wasm'))?.replace('core.wasm', '');
  if (!fixed) throw new Error(`There is no finished build in ${dist}: run "make dist" first.`);
  const of = (...names) => sum(names.map((name) => files.get(name)));
  const loader = 'embed/fogbridge.js';
  const [reflection, library] = ['reflection', 'library'].map((name) => `${fixed}${lang}/${name}.txt`);
  const picture = [loader, `${fixed}core.js`, `${fixed}styles.txt`, `${fixed}core.wasm`, reflection];
  const sums = [
    { what: 'before the reader comes near (loader)', limit: 3 * 1024, weight: of(loader) },
    { what: 'up to the first picture', limit: 100 * 1024, weight: of(...picture) },
    { what: 'instead of the loader and core.js: the full loader', limit: 8 * 1024, weight: of(`${fixed}fogbridge.full.js`) },
    { what: 'with the library', limit: 125 * 1024, weight: of(...picture, library) },
    { what: 'of these, the reflection file', limit: 22 * 1024, weight: of(reflection) },
    { what: 'of these, the library file', limit: 28 * 1024, weight: of(library) },
  ];
  return { files, sums };
};

const row = (name, { raw, gzip, brotli }, note = '') =>
  `${name.padEnd(44)}${[raw, gzip, brotli].map((n) => n.toLocaleString('en').padStart(11)).join('')}${note}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { files, sums } = measure(process.argv[2]);
    console.log(`${''.padEnd(44)}${['raw', 'gzip 9', 'brotli 11'].map((title) => title.padStart(11)).join('')}`);
    for (const [name, weight] of files) console.log(row(name, weight));
    console.log();
    for (const { what, limit, weight } of sums) console.log(row(what, weight, `  of ${limit.toLocaleString('en')}`));
    const over = sums.filter(({ limit, weight }) => weight.brotli > limit);
    for (const { what, limit, weight } of over) {
      console.error(`Too heavy: ${what} is ${weight.brotli - limit} bytes over its ${limit} bytes of brotli.`);
    }
    process.exitCode = over.length ? 1 : 0;
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

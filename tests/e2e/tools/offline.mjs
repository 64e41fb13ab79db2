// What lets the standalone page work without a connection, made from the files that a build has just written: the worker with
// the hash of every file it keeps, the worker that takes it back, and the list for owners who keep the widget offline themselves.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const OFFLINE = fileURLToPath(new URL('../../../src/embed/offline/', import.meta.url));

/** The files beside the widget that belong to the page: `./` is index.html, as a reader opens it. */
const PAGE = ['./', 'page.css', 'offline.js', 'plain.html', 'worksheet.css', 'manifest.webmanifest',
  'icon.svg', 'icon-192.png', 'icon-512.png', 'icon-maskable.png'];

const hash = (/** @type {Buffer} */ bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/**
 * @param {object} options
 * @param {string} options.staging where the finished files are
 * @param {string} options.folder of the files that never change, below `embed/`
 * @param {string[]} options.languages
 */
export const offline = async ({ staging, folder, languages }) => {
  const write = (/** @type {string} */ name, /** @type {string | Buffer} */ text) => writeFileSync(join(staging, name), text);
  const script = (/** @type {string} */ name, define = {}) =>
    bundle(join(OFFLINE, `${name}.js`), { minify: true, shares: false, define });
  write('offline.js', await script('page'));

  const integrity = (/** @type {string} */ file) => hash(readFileSync(join(staging, file === './' ? 'index.html' : file)));
  const texts = languages.flatMap((language) => ['reflection', 'library'].map((name) => `${language}/${name}.txt`));
  const fixed = ['core.js', 'core.wasm', 'styles.txt', ...texts].map((name) => `${folder}/${name}`);
  const sheets = languages.map((language) => (language === 'en' ? 'worksheet.html' : `worksheet-${language}.html`));
  const files = [...PAGE, ...sheets, 'embed/fogbridge.js', ...fixed.map((name) => `embed/${name}`)];
  const list = Object.fromEntries(files.map((file) => [file, integrity(file)]));
  // Two workers never share a cache: one of them could take away what the other answers from.
  const sources = ['worker.js', 'caches.js'].map((name) => readFileSync(join(OFFLINE, name), 'utf8'));
  const version = createHash('sha256').update(JSON.stringify([list, sources])).digest('hex').slice(0, 8);
  write('sw.js', await script('worker', { __FILES__: list, __VERSION__: version }));
  write('sw-removed.js', await script('removed'));

  // In the form that Workbox reads. A name that carries its own hash needs no revision.
  const entry = (/** @type {string} */ url, /** @type {boolean} */ isFixed) => {
    const own = integrity(`embed/${url}`);
    return { url, revision: isFixed ? null : own, integrity: own };
  };
  const loaders = [entry('fogbridge.js', false), entry(`${folder}/fogbridge.js`, true)];
  const precache = [...loaders, ...fixed.map((url) => entry(url, true))];
  write('embed/precache.json', `${JSON.stringify(precache, null, 2)}\n`);
};

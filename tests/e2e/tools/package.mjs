// `make package`: stages what npm readers get in target/package/fogbridge, and packs it. The same build gives the same bytes.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifest } from './face.mjs';
import { sbom } from './sbom.mjs';
import { DIST, ESM } from './serve.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where everything is staged, and beside it the tarball. */
export const STAGED = join(ROOT, 'target/package/fogbridge');

const ENTRY = 'dist/esm/fogbridge.js';
const LOADER = 'dist/cdn/fogbridge.js';

/** Pages that belong to the embed, where a build has them; they stand beside `embed/` there, and beside its files here. */
const PAGES = /^(frame|worksheet(-\w+)?)\.html$/;

/** What the package says of itself. The version has its home in Cargo.toml. */
const about = () => {
  const cargo = readFileSync(join(ROOT, 'Cargo.toml'), 'utf8');
  const [version, description] = ['version', 'description'].map((name) => JSON.parse(new RegExp(`^${name} = (".*")$`, 'm').exec(cargo)[1]));
  return {
    name: 'fogbridge',
    version,
    description,
    keywords: ['custom-element', 'web-component', 'wasm', 'article', 'relationship', 'depression', 'reflection'],
    // The code as its reader likes; the texts, which travel inside.
    license: '(MIT OR Apache-2.0) AND CC-BY-4.0',
    type: 'module',
    exports: {
      '.': { types: './fogbridge.d.ts', default: `./${ENTRY}` },
      './react': { types: './react.d.ts' },
      './preact': { types: './preact.d.ts' },
      './dist/*': './dist/*',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    types: './fogbridge.d.ts',
    unpkg: LOADER,
    jsdelivr: LOADER,
    customElements: 'custom-elements.json',
    sideEffects: ['./dist/**/*.js'],
  };
};

/** The readme for npm: its own words, and from the README of the repository what is the same for everyone. */
const readme = () => {
  const whole = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [from, to] = [whole.indexOf('| attribute |'), whole.indexOf('**Before you publish**')];
  if (from < 0 || to < from) throw new Error('README.md has no longer a table of attributes, and after it a paragraph "Before you publish".');
  // There the files of `dist/cdn` stand in a folder of that name.
  const shared = whole.slice(from, to).trim().replace('; `make run` sends the same', '').replaceAll('embed/', 'fogbridge/');
  const own = readFileSync(join(ROOT, 'src/embed/PACKAGE.md'), 'utf8');
  if (!/^<!-- .* -->$/m.test(own)) throw new Error('src/embed/PACKAGE.md has no longer a line for what comes from the README.');
  return own.replace(/^<!-- .* -->$/m, () => shared);
};

const files = (/** @type {string} */ folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();

/**
 * @param {object} [options]
 * @param {string} [options.dist] a finished build
 * @param {string} [options.esm] its modules for bundlers
 * @param {string} [options.staged] the folder to fill; its parent gets the tarball
 * @returns {Promise<string>} path of the tarball
 */
export const pack = async ({ dist = DIST, esm = ESM, staged = STAGED } = {}) => {
  if (!existsSync(join(dist, 'embed/fogbridge.js'))) throw new Error(`there is no finished build in ${dist}: run "make dist" first.`);
  if (!existsSync(join(esm, basename(ENTRY)))) {
    throw new Error(`the build left no modules for bundlers in ${esm} (${basename(ENTRY)} and the files it names): run "make dist" first.`);
  }
  const out = dirname(staged);
  mkdirSync(out, { recursive: true });
  rmSync(staged, { recursive: true, force: true });
  for (const old of readdirSync(out).filter((name) => name.endsWith('.tgz'))) rmSync(join(out, old));

  cpSync(esm, join(staged, 'dist/esm'), { recursive: true });
  const cdn = join(staged, 'dist/cdn');
  cpSync(join(dist, 'embed'), cdn, { recursive: true });
  for (const page of readdirSync(dist).filter((name) => PAGES.test(name))) {
    const html = readFileSync(join(dist, page), 'utf8').replace(/(\b(?:src|href)=")(?:\.?\/)?embed\//g, '$1./');
    writeFileSync(join(cdn, page), html);
    for (const [, sheet] of html.matchAll(/<link\b[^>]*\bhref="(?:\.?\/)?([\w-]+\.(?:css|svg))"/g)) cpSync(join(dist, sheet), join(cdn, sheet));
  }

  const self = about();
  for (const name of ['fogbridge', 'react', 'preact']) cpSync(join(ROOT, `src/embed/${name}.d.ts`), join(staged, `${name}.d.ts`));
  for (const name of readdirSync(ROOT).filter((one) => /^(LICENSE-.*|CHANGELOG\.md|SECURITY\.md)$/.test(one))) cpSync(join(ROOT, name), join(staged, name));
  const write = (/** @type {string} */ name, /** @type {string | object} */ what) =>
    writeFileSync(join(staged, name), typeof what === 'string' ? what : `${JSON.stringify(what, null, 2)}\n`);
  write('README.md', readme());
  write('custom-elements.json', manifest(ENTRY));
  write('sbom.cdx.json', await sbom(self));
  const rest = files(staged).map((name) => name.split('/')[0]);
  write('package.json', { ...self, files: [...new Set([...rest, 'SHA256SUMS'])].filter((name) => name !== 'README.md').sort() });
  write('SHA256SUMS', files(staged).map((name) => `${createHash('sha256').update(readFileSync(join(staged, name))).digest('hex')}  ${name}\n`).join(''));

  // npm gives every file the same date and the same rights.
  const said = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', out], { cwd: staged, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [{ filename, files: packed }] = JSON.parse(said);
  const left = files(staged).filter((name) => !packed.some(({ path }) => path === name));
  if (left.length) throw new Error(`npm left out ${left.join(', ')}.`);
  return join(out, filename);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const path = await pack();
    console.log(`${relative(process.cwd(), path)}: ${readFileSync(path).length.toLocaleString('en')} bytes. To publish it: npm publish ${relative(process.cwd(), path)}`);
  } catch (error) {
    console.error(`The package could not be made: ${error.message}`);
    process.exitCode = 1;
  }
}

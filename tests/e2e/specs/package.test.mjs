// The npm package, as its reader gets it: packed, unpacked beside a page of theirs, and used.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import ts from 'typescript';
import { temporaryFolder } from '../browsers/shared.mjs';
import { readFace } from '../tools/face.mjs';
import { pack } from '../tools/package.mjs';
import { serve } from '../tools/serve.mjs';
import { compile } from '../tools/types.mjs';
import { WidgetPage } from '../widget_page.mjs';
import { assert, inEngines } from './support.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TYPES = fileURLToPath(new URL('../types/', import.meta.url));

const folder = temporaryFolder();
after(folder.remove);

/** A project of somebody else, with the package in it. */
const project = join(folder.path, 'project');
const unpacked = join(project, 'node_modules/fogbridge');
let tarball;
let files;

const bytes = (/** @type {string} */ name) => readFileSync(join(unpacked, name));
const json = (/** @type {string} */ name) => JSON.parse(bytes(name).toString());
const hash = (/** @type {string} */ algorithm, /** @type {Buffer} */ of, encoding = 'hex') =>
  createHash(algorithm).update(of).digest(/** @type {'hex'} */ (encoding));

const DIST = process.env.DIST ? { dist: process.env.DIST } : {};

before(async () => {
  tarball = await pack({ ...DIST, staged: join(folder.path, 'once/fogbridge') });
  mkdirSync(unpacked, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', unpacked]);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  files = readdirSync(unpacked, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => relative(unpacked, join(entry.parentPath, entry.name)));
});

suite('The npm package', () => {
  test('Packing the same build again, in another folder, gives the same bytes', async () => {
    const again = await pack({ ...DIST, staged: join(folder.path, 'in/quite/another/place/fogbridge') });
    assert.equal(hash('sha256', readFileSync(again)), hash('sha256', readFileSync(tarball)));
  });

  test('A linter of packages finds nothing, and every file that package.json names is there', async () => {
    const { buffer, byteOffset, byteLength } = readFileSync(tarball);
    const { messages } = await publint({ pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) }, strict: true });
    assert.deepEqual(messages, []);
    const { name, version, type, scripts, dependencies, unpkg, jsdelivr, customElements, types, exports } = json('package.json');
    assert.deepEqual({ name, type, scripts, dependencies }, { name: 'fogbridge', type: 'module', scripts: undefined, dependencies: undefined });
    assert.ok(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8').includes(`\nversion = "${version}"\n`));
    for (const path of [unpkg, jsdelivr, customElements, types, ...Object.values(exports['.'])]) assert.ok(existsSync(join(unpacked, path)), path);
  });

  test('Pages in TypeScript find the types, as bundlers look for them and as Node does', () => {
    const pages = ['page.ts', 'react.tsx', 'preact.tsx'].map((name) => {
      cpSync(join(TYPES, name), join(project, name));
      return join(project, name);
    });
    const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
    for (const [name, at] of [['react', '@types/react'], ['preact', 'preact']]) cpSync(join(modules, at), join(project, 'node_modules', name), { recursive: true });
    cpSync(join(modules, 'csstype'), join(project, 'node_modules/csstype'), { recursive: true });
    for (const [module, moduleResolution] of [
      [ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler],
      [ts.ModuleKind.Node16, ts.ModuleResolutionKind.Node16],
    ]) {
      assert.deepEqual(compile({ module, moduleResolution }, pages), [], ts.ModuleResolutionKind[moduleResolution]);
    }
  });

  test('In Node, importing it does nothing and says nothing', () => {
    const script = `const before = Reflect.ownKeys(globalThis).length;
      const all = await import('fogbridge');
      console.log(Reflect.ownKeys(globalThis).length - before, Object.keys(all).length);`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: project, encoding: 'utf8', stdio: 'pipe' });
    assert.equal(said, '0 0\n', 'no new global, and nothing that the types do not export either');
  });

  test('Every file that a script or a page names is in the package', () => {
    let n = 0;
    const there = (/** @type {string} */ from, /** @type {string} */ name) => {
      n += 1;
      assert.ok(existsSync(join(unpacked, dirname(from), name)), `${from} names ${name}`);
    };
    for (const name of files.filter((one) => one.startsWith('dist/'))) {
      const text = bytes(name).toString();
      if (name.endsWith('.js')) {
        for (const [, url] of text.matchAll(/new URL\(\s*["'`](\.[^"'`$]*)["'`]/g)) there(name, url);
        for (const [, url] of text.matchAll(/\b(?:import|export)\s*(?:\(|[^"'`();]*\bfrom)?\s*["'`](\.[^"'`$]*)["'`]/g)) there(name, url);
        // The hashes of what the core asks for, by name.
        for (const [, url] of text.matchAll(/["']((?:[a-z]{2}\/)?\w+\.(?:wasm|txt))["']:/g)) there(name, url);
      }
      if (name.endsWith('.html')) {
        for (const [, url] of text.matchAll(/\b(?:src|href)="(?![a-z]+:|#|\/\/)([^"?#]+)/g)) there(name, url);
      }
    }
    assert.ok(n > 5, `only ${n} names were found`);
  });

  test('Nothing in it names a place on the machine that built it, and there is no source map', () => {
    const places = [ROOT, process.cwd(), `${homedir()}/`, `${tmpdir()}/`, '.cargo/registry', '/rustc/', 'sourceMappingURL'];
    for (const name of files) {
      assert.doesNotMatch(name, /\.map$/);
      const content = bytes(name);
      for (const place of places.filter((one) => one.length > 2)) assert.ok(!content.includes(place), `${name} says ${place}`);
    }
  });

  test('Its sums, its hashes and its bill of materials are those of what is in it', () => {
    const sums = bytes('SHA256SUMS').toString().trim().split('\n').map((line) => line.split('  ').reverse());
    assert.deepEqual(sums.sort(), files.filter((name) => name !== 'SHA256SUMS').map((name) => [name, hash('sha256', bytes(name))]).sort());
    for (const [name, integrity] of Object.entries(json('dist/cdn/integrity.json'))) {
      assert.equal(integrity, `sha384-${hash('sha384', bytes(`dist/cdn/${name}`), 'base64')}`, name);
    }
    const bill = json('sbom.cdx.json');
    const crates = new Set(bill.components.map(({ name }) => name));
    for (const name of ['yew', 'wasm-bindgen', 'serde_json', 'rlsf', 'std']) assert.ok(crates.has(name), `${name} is linked`);
    for (const name of ['toml', 'proptest', 'syn', 'wasm-bindgen-test']) assert.ok(!crates.has(name), `${name} only builds or tests`);
    assert.ok(bill.components.every(({ name, hashes, licenses }) => licenses.length && (hashes?.length === 1 || name === 'std')));
    assert.deepEqual(bill.metadata.component.version, json('package.json').version);
  });

  test('Its readme has what every owner needs, and points to nothing that is not in it', () => {
    const text = bytes('README.md').toString();
    for (const { attribute } of readFace().properties) if (attribute) assert.ok(text.includes(`| \`${attribute}\` |`), attribute);
    for (const part of ['**Content security policy.**', '**Headers.**', '**Privacy.**']) assert.ok(text.includes(part), part);
    assert.doesNotMatch(text, /\bmake \w+|\bembed\//);
    for (const [, link] of text.matchAll(/\]\((?!https:|#)([^)]+)\)/g)) assert.ok(files.includes(link), link);
  });
});

inEngines(['chromium'], 'The npm package', (it) => {
  for (const entry of ['dist/esm/fogbridge.js', 'dist/cdn/fogbridge.js']) {
    it(`A page that loads ${entry} as it is leads a reader to the picture`, async (world) => {
      const page = join(project, 'page.html');
      writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
        <script type="module" src="/node_modules/fogbridge/${entry}"></script><fog-bridge><p>What did you notice this week?</p></fog-bridge>`);
      const { url, close } = await serve({ port: 0, root: project, headers: () => ({}) });
      try {
        const opened = await world.open(`${url}/page.html`);
        await new WidgetPage(opened.page).walk({ to: 'picture' });
        assert.deepEqual(opened.page.console.filter(({ type }) => type === 'error'), []);
      } finally {
        await close();
      }
    });
  }
});

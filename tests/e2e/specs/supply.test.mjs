// Where everything that others wrote comes from, under which licence, and why it is here. The crates themselves are looked at
// by cargo-deny (`make supply`).

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const E2E = join(ROOT, 'tests/e2e');
const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');

const CRATES = 'registry+https://github.com/rust-lang/crates.io-index';
const NPM = 'https://registry.npmjs.org/';

/** None of these packages ships: they build, or test. */
const LICENCES = [
  'MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'CC0-1.0',
  'MPL-2.0',  // axe-core
];

/** The lock files of npm, and what else may come in there: the recipes are driven in what their owners use. */
const LOCKS = {
  'tests/e2e/package-lock.json': [],
  'tests/hosts/package-lock.json': ['BlueOak-1.0.0', 'Python-2.0', 'LGPL-3.0-or-later'],
};

const { devDependencies: direct, dependencies, '//': reasons } = JSON.parse(read('tests/e2e/package.json'));
const { packages } = JSON.parse(read('tests/e2e/package-lock.json'));

/** What a lock file names, without our own folders. */
const lockedIn = (/** @type {string} */ lock) => {
  const entries = Object.entries(JSON.parse(read(lock)).packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
  assert.ok(entries.length > 50, lock);
  return entries;
};

/** Packages whose manifest names no licence; it stands in their file LICENSE. */
const UNNAMED = { 'node_modules/zod-to-ts': 'MIT' };

/** All that hold at once, whichever of several a package offers. */
const allowed = (/** @type {string} */ expression, /** @type {string[]} */ list) =>
  expression?.replace(/[()]/g, '').split(' AND ').every((part) => part.split(' OR ').some((one) => list.includes(one)));

/** The sections of a manifest of Cargo that name dependencies, each line by line. */
const dependencyLines = (/** @type {string} */ manifest) => {
  const sections = read(manifest).split(/^(?=\[)/m).filter((section) => /^\[.*dependencies'?\]/.test(section));
  assert.ok(sections.length, `${manifest} names no dependency`);
  return sections.map((section) => section.split('\n').slice(1));
};

suite('What others wrote', () => {
  test('Every npm package is locked by its hash, comes from the public registry, and has a licence that may come in', () => {
    for (const [lock, more] of Object.entries(LOCKS)) {
      for (const [path, { integrity, resolved = NPM, license = UNNAMED[path] }] of lockedIn(lock)) {
        assert.match(integrity ?? '', /^sha512-/, `${path} has no hash in ${lock}`);
        assert.ok(resolved.startsWith(NPM), `${path} comes from ${resolved} in ${lock}`);
        assert.ok(allowed(license, [...LICENCES, ...more]), `${path} in ${lock}: the licence ${license} is not among those that may come in`);
      }
    }
  });

  test('What is installed says the same of its licence as the lock file', () => {
    const installed = lockedIn('tests/e2e/package-lock.json').filter(([path]) => existsSync(join(E2E, path, 'package.json')));
    assert.ok(installed.length > 50);
    for (const [path, { version, license }] of installed) {
      const own = JSON.parse(readFileSync(join(E2E, path, 'package.json'), 'utf8'));
      assert.deepEqual([own.version, own.license], [version, license], path);
    }
  });

  test('Every crate is locked by its checksum and comes from the public registry', () => {
    for (const lock of ['Cargo.lock', 'tests/fuzz/Cargo.lock']) {
      const crates = read(lock).split('[[package]]').slice(1).filter((entry) => !/^name = "fogbridge(-fuzz)?"$/m.test(entry));
      assert.ok(crates.length > 50, lock);
      for (const entry of crates) {
        const { source, checksum, name } = Object.fromEntries([...entry.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value]));
        assert.equal(source, CRATES, `${name} in ${lock}`);
        assert.match(checksum ?? '', /^[0-9a-f]{64}$/, `${name} in ${lock}`);
      }
    }
  });

  test('No file of ours sends a package manager to another registry', () => {
    const settings = ['.npmrc', 'tests/e2e/.npmrc', '.cargo/config.toml', '.cargo/config', 'tests/fuzz/.cargo/config.toml',
      'Makefile', '.ci/run', 'Cargo.toml', 'tests/fuzz/Cargo.toml', 'Trunk.toml', 'rust-toolchain.toml'];
    for (const path of settings.filter((one) => existsSync(join(ROOT, one)))) {
      const line = read(path).split('\n').find((one) => /registry\s*=|--(registry|index)\b|^\s*\[(source|registries)\b|index-url|\bproxy\s*=/.test(one));
      assert.equal(line, undefined, path);
    }
  });

  test('Every direct dependency is pinned and used, and a line says what for', () => {
    assert.equal(dependencies, undefined, 'nothing here is installed along with a product');
    assert.deepEqual(Object.keys(reasons).sort(), Object.keys(direct).sort());
    const sources = readdirSync(E2E, { recursive: true }).map(String)
      .filter((name) => !name.includes('node_modules') && /\.(mjs|jsx|tsx|js)$/.test(name) && name !== 'specs/supply.test.mjs')
      .map((name) => readFileSync(join(E2E, name), 'utf8')).join('\n');
    const asked = Object.keys(direct).flatMap((name) => Object.keys(packages[`node_modules/${name}`].peerDependencies ?? {}));
    for (const [name, version] of Object.entries(direct)) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.match(reasons[name], /\S+ \S+/, name);
      assert.ok(sources.includes(`${name}'`) || sources.includes(`${name}/`) || asked.includes(name), `nothing imports ${name}`);
    }
    for (const manifest of ['Cargo.toml', 'tests/fuzz/Cargo.toml']) {
      for (const lines of dependencyLines(manifest)) {
        for (const [at, line] of lines.entries()) {
          if (!/^[a-z][\w-]* = /.test(line)) continue;
          // A list of features may follow; what it is for then stands in front of it, or behind its end.
          const end = line.includes('[') && !line.includes(']') ? lines.findIndex((one, later) => later > at && one.startsWith(']')) : at;
          const told = [lines[at - 1] ?? '', line, lines[end]].some((one, place) => (place ? /# \S/ : /^# \S/).test(one));
          assert.ok(told, `${manifest}: nothing says what "${line}" is for`);
        }
      }
    }
  });
});

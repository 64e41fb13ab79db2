// What the README tells owners to send is what `make run` and all other tests here send.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { headersFor } from '../tools/headers.mjs';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

/** A file for each of the paths that the README names. */
const FILES = { 'embed/<version>/*': '/embed/1.2.3-0a1b2c3d/en/library.txt', 'embed/*': '/embed/fogbridge.js' };

suite('Headers that an owner may copy', () => {
  test('The table has all of them, for each kind of file, and no others', () => {
    const rows = [...readme.matchAll(/^\| (both|`embed\/[^|]*`) \| `([\w-]+): ([^`]+)` \|/gm)].map(([, where, name, value]) => [where.replaceAll('`', ''), name, value]);
    for (const [path, file] of Object.entries(FILES)) {
      const told = Object.fromEntries(rows.filter(([where]) => where === 'both' || where === path).map(([, name, value]) => [name, value]));
      assert.deepEqual(told, headersFor(file), path);
    }
    assert.ok(rows.every(([where]) => where === 'both' || where in FILES));
  });

  test('The lines for hosts send each of them, and no others', () => {
    const wanted = new Set(Object.values(FILES).flatMap((file) => Object.entries(headersFor(file)).map((pair) => pair.join(': '))));
    const [details] = /<details>\n<summary>The same for nginx[^]*?<\/details>/.exec(readme);
    const [nginx, apache, listed] = [...details.matchAll(/```\w*\n([^]*?)```/g)].map(([, text]) => text);
    const said = (/** @type {string} */ text, /** @type {RegExp} */ line) => new Set([...text.matchAll(line)].map(([, name, value]) => `${name}: ${value}`));
    const caches = [...nginx.matchAll(/set \$cache "(.*?)"/g)].map(([, value]) => `add_header Cache-Control "${value}"`);
    assert.deepEqual(said(`${nginx.replace(/add_header Cache-Control.*/, '')}${caches.join('\n')}`, /add_header ([\w-]+) "(.*?)"/g), wanted);
    assert.deepEqual(said(apache, /^Header set ([\w-]+) "(.*?)"/gm), wanted);
    assert.deepEqual(said(listed, /^ {2}([\w-]+): (.*)$/gm), wanted);
  });

  test('The lines for the standalone page are those that it is served with, and so is its worker', () => {
    const [, told] = /```http\n([^]*?)\n```/.exec(readme);
    const sent = (/** @type {string} */ path) => Object.entries(headersFor(path)).map((pair) => pair.join(': ')).join('\n');
    for (const path of ['/', '/index.html', '/plain.html', '/worksheet.html', '/sw.js']) assert.equal(sent(path), told, path);
  });
});

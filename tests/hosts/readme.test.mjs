// What the page for owners says to paste is what stands in the files that are driven.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

test('Each text to paste that names a file stands in that file', () => {
  const fences = [...readme.matchAll(/^```\w+ (\S+)\n(.*?)\n```$/gms)];
  assert.ok(fences.length > 5, 'the texts are found');
  for (const [, path, text] of fences) {
    assert.ok(readFileSync(new URL(path, import.meta.url), 'utf8').includes(text), `README.md says that this stands in ${path}:\n${text}`);
  }
});

test('Every folder is spoken of', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) assert.match(readme.toLowerCase(), RegExp(`\\b${name.replace('-', ' ')}\\b`), name);
});

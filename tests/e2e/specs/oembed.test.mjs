// The static oEmbed answer, on the smallest build that can have one.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import { oembed } from '../tools/oembed.mjs';

const made = [];

/** A new folder with a page, and with a frame unless told otherwise. */
const build = ({ framed = true } = {}) => {
  const dist = mkdtempSync(join(tmpdir(), 'fogbridge-oembed-'));
  made.push(dist);
  writeFileSync(join(dist, 'index.html'), '<!doctype html>\n<head>\n  <title>Notes</title>\n  <meta name="x">\n</head>\n');
  if (framed) writeFileSync(join(dist, 'frame.html'), '');
  return { dist, index: () => readFileSync(join(dist, 'index.html'), 'utf8') };
};

after(() => made.forEach((dist) => rmSync(dist, { recursive: true })));

suite('The oEmbed answer', () => {
  for (const [site, base] of [
    ['https://notes.example', 'https://notes.example/'],
    ['https://example.org/notes', 'https://example.org/notes/'],
    ['https://example.org/notes/', 'https://example.org/notes/'],
  ]) {
    test(`For ${site}: the page links to it, and it names the frame by its whole address`, () => {
      const { dist, index } = build();
      oembed(dist, site);
      assert.equal(index().match(/<link rel="alternate" type="application\/json\+oembed" href="(.+?)"/)?.[1], `${base}oembed.json`);
      const answer = JSON.parse(readFileSync(join(dist, 'oembed.json'), 'utf8'));
      // What oEmbed 1.0 asks of the type "rich".
      assert.deepEqual([answer.version, answer.type, typeof answer.html, answer.width > 0, answer.height > 0], ['1.0', 'rich', 'string', true, true]);
      assert.ok(answer.html.startsWith(`<iframe src="${base}frame.html" title="Notes" `), answer.html);
      assert.ok(answer.html.includes(`<script type="module" src="${base}embed/frame.js"></script>`), answer.html);
    });
  }

  test('Without a site nothing is written', () => {
    const { dist, index } = build();
    const before = index();
    for (const none of [undefined, '']) oembed(dist, none);
    assert.equal(index(), before);
    assert.ok(!existsSync(join(dist, 'oembed.json')));
  });

  for (const site of ['notes.example', '/notes', 'ftp://notes.example', 'https://notes.example/?a', 'https://notes.example/#a']) {
    test(`"${site}" is refused with a sentence, and nothing is written`, () => {
      const { dist, index } = build();
      const before = index();
      assert.throws(() => oembed(dist, site), /^Error: SITE is ".+"\. It must be the whole address/);
      assert.equal(index(), before);
      assert.ok(!existsSync(join(dist, 'oembed.json')));
    });
  }

  test('A build without a frame is refused', () => {
    assert.throws(() => oembed(build({ framed: false }).dist, 'https://notes.example'), /no frame\.html in /);
  });
});

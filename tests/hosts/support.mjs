// What the recipes share: a site made from a folder here, the snippet and the built files; and what must hold in a browser,
// whichever way the snippet went.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { complaints, shifts } from '../e2e/specs/support.mjs';
import { serve } from '../e2e/tools/serve.mjs';
import { EMBED, element, snippet } from './snippet.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Everything that is made or installed for the recipes. */
export const MADE = fileURLToPath(new URL('../../target/hosts/', import.meta.url));

/** Runs a program to its end. What it said stands in the error, if it fails. */
export const run = async (/** @type {string} */ program, /** @type {string[]} */ args, /** @type {string} */ cwd, env = {}) => {
  try {
    return (await promisify(execFile)(program, args, { cwd, env: { ...process.env, ...env }, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')} failed in ${cwd}:\n${error.stdout ?? ''}${error.stderr ?? error.message}`);
  }
};

/** A program that npm brought. */
export const bin = (/** @type {string} */ name) => {
  const path = join(MADE, 'node_modules/.bin', name);
  if (!existsSync(path)) throw new Error(`There is no ${path}: run "make test-hosts", which installs it.`);
  return path;
};

const MARK = '<!-- snippet -->';

/**
 * A copy of one of the folders here. What is pasted stands where a file says `<!-- snippet -->`.
 * @param {string} way name of the folder
 * @param {object} [options]
 * @param {string} [options.at] where it goes, below `MADE`
 * @param {string} [options.paste]
 * @param {Record<string, string>} [options.save] files that are saved as they are
 * @param {string} [options.embed] where the built files go, in this site
 */
export const site = (way, { at = `sites/${way}`, paste = snippet(), save = {}, embed } = {}) => {
  const root = join(MADE, at);
  rmSync(root, { recursive: true, force: true });
  cpSync(join(HERE, way), root, { recursive: true });
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    if (text.includes(MARK)) writeFileSync(path, text.replace(MARK, paste.trim()));
  }
  for (const [name, text] of Object.entries(save)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  if (embed) cpSync(EMBED, join(root, embed), { recursive: true });
  return root;
};

/** Serves a folder as any file server would, with no header of ours, while `body` runs. */
export const served = async (/** @type {string} */ root, /** @type {(url: string) => Promise<void>} */ body) => {
  const { url, close } = await serve({ port: 0, root, headers: () => ({}) });
  try {
    await body(url);
  } finally {
    await close();
  }
};

/**
 * Runs in a browser, on documents without scripts: the elements in a text, as lines of names, attributes and words. White
 * space counts as it does for readers.
 */
const shapes = (/** @type {string} */ html) => {
  const lines = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.trim() ? [node.data.replace(/\s+/g, ' ')] : [];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).sort().join('');
    return [`<${node.localName}${attributes}>`, ...[...node.childNodes].flatMap(lines)];
  };
  const document = new DOMParser().parseFromString(html, 'text/html');
  return [...document.querySelectorAll('fog-bridge')].map((host) => ({
    lines: lines(host).map((line) => line.trim()), inParagraph: Boolean(host.closest('p')),
  }));
};

/**
 * Whether two texts show the same words, in the elements that match and in the same order.
 * @param {import('../e2e/specs/support.mjs').World} world
 */
export const same = async (world, /** @type {string} */ one, /** @type {string} */ other, css = 'fog-bridge *') => {
  const { page } = await world.open('about:blank');
  const [first, second] = await page.evaluate((texts, selector) => texts.map((text) => {
    const found = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll(selector)];
    return found.map((element) => `${element.localName} ${element.textContent.replace(/\s+/g, ' ').trim()}`);
  }), [one, other], css);
  return second.length > 0 && JSON.stringify(first) === JSON.stringify(second);
};

/** Runs in a page: where everything stands that is not the widget. */
const tops = () => [...document.querySelectorAll('body *')].filter((one) => !one.closest('fog-bridge'))
  .map((one) => ({ name: one.localName, top: one.getBoundingClientRect().top + scrollY }));

/**
 * Opens a page that was made by a recipe, and asserts what every recipe owes.
 * @param {import('../e2e/specs/support.mjs').World} world
 * @param {string} url
 * @param {object} [options]
 * @param {RegExp} [options.script] the address of what defines the element
 * @param {string} [options.host] the element that must arrive
 */
export const drive = async (world, url, { script = /\/fogbridge\.js$/, host = element } = {}) => {
  const { page, widget } = await world.open('about:blank');

  // Feeds, mail, and readers without scripts get this. Nothing of it may be torn apart or lost on the way.
  const html = await (await fetch(url)).text();
  const [[arrived, ...others], [pasted]] = [await page.evaluate(shapes, html), await page.evaluate(shapes, host)];
  assert.ok(arrived, `There is no <fog-bridge> in what is served at ${url}:\n${html}`);
  assert.deepEqual(others, []);
  assert.deepEqual(arrived, pasted);

  // The script comes when the page stands still, with the widget in view: whatever moves then, it has moved.
  let release;
  const released = new Promise((then) => { release = then; });
  let held = 0;
  await page.native.route(script, async (route) => {
    held += 1;
    await released;
    await route.continue();
  });
  await page.open(url);
  await page.waitFor(() => document.readyState !== 'loading' && document.querySelector('fog-bridge')?.firstElementChild);
  const since = await page.evaluate(async () => {
    await document.fonts.ready;
    const host = document.querySelector('fog-bridge');
    if (host.shadowRoot) throw new Error('the widget was here before its script');
    host.scrollIntoView({ block: 'center' });
    await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
    return performance.now();
  });
  const before = await page.evaluate(tops);
  assert.ok(held > 0, `nothing at ${script} was asked for`);
  release();
  await widget.expectScreen('cover');
  await page.evaluate(() => document.querySelector('fog-bridge').ready);
  const moved = (await page.evaluate(tops)).map(({ name, top }, place) => ({ name, by: top - before[place].top }));
  // Heights are read in whole pixels, so what stands below may come to lie on one.
  assert.deepEqual(moved.filter(({ by }) => Math.abs(by) >= 1).slice(0, 3), [], 'what stands around the widget has moved');
  assert.equal(await shifts(page, since), 0);

  await widget.walk({ to: 'welcome', short: false });
  assert.deepEqual(complaints(page), []);
  return { page, widget, html };
};

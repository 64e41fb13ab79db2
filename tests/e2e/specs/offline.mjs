// What the specs of the standalone page's copy share: waiting for what it says, newer builds, and a server that can be killed.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../browsers/shared.mjs';
import { offline } from '../tools/offline.mjs';
import { BUILT, fixedFolder } from './support.mjs';

const SERVE = fileURLToPath(new URL('../tools/serve.mjs', import.meta.url));

const html = readFileSync(join(BUILT, 'index.html'), 'utf8');

/** A sentence at the foot of the page, as the page itself has it. */
export const sentence = (/** @type {string} */ name) => new RegExp(`data-${name}="([^"]+)"`).exec(html)[1];

/** The server of `make run` as a process of its own, which can be killed. */
export const server = async (world) => {
  const child = spawn(process.execPath, [SERVE, BUILT, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  world.ends(kill);
  const [said] = await once(child.stdout, 'data');
  return { url: /http:\/\/[\d.:]+/.exec(String(said))[0], kill };
};

/** Waits for the sentence of this name at the foot of the page. */
export const says = (page, /** @type {string} */ name) =>
  page.waitFor((text) => document.querySelector('#offline')?.textContent === text, sentence(name));

/** Opens the page and waits until it says that it works offline. */
export const ofSite = async (world, /** @type {string} */ url) => {
  const opened = await world.open(`${url}/`);
  await says(opened.page, 'ready');
  return opened;
};

/** Every cache of the origin, and how much is in each. */
export const caches = (page) => page.evaluate(async () => {
  const names = await window.caches.keys();
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await (await window.caches.open(name)).keys()).length])));
});

export const workers = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Walks to `home`, so that page, wasm, styles, the reflection and the library were all there. */
export const works = (widget) => widget.walk();

/** The same build with another sheet on the page around the widget: a newer version. */
export const newer = async (world) => {
  const folder = temporaryFolder();
  world.ends(async () => folder.remove());
  cpSync(BUILT, folder.path, { recursive: true });
  const sheet = join(folder.path, 'page.css');
  writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}\n:root{--version:2}`);
  await offline({ staging: folder.path, folder: fixedFolder(), languages: ['en'] });
  return folder.path;
};

export const version = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--version'));

/**
 * Has the browser look for a newer worker, from a page that has not shut its network: `beside`, or one of its own, which then
 * stands before the others.
 */
export const update = async (world, /** @type {string} */ url, beside = undefined) => {
  const page = beside ?? (await world.open(`${url}/plain.html`)).page;
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    const coming = registration.installing;
    if (coming) await new Promise((then) => { coming.onstatechange = () => { if (coming.state !== 'installing') then(); }; });
  });
  return page;
};

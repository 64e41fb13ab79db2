// The service worker of the standalone page (dist/sw.js): keeps one whole version of the page's own files, each checked
// against its hash, and answers from them. It never replaces a version under a reader: a new one waits until nobody has the
// old one open, or until the reader asks for it.

import { deleteOurs, prefixOf } from './caches.js';

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);

const { scope } = worker.registration;

/** File, as seen from the page → its integrity; and a name made of all of them. Written in by the build. */
const FILES = __FILES__;
const NAME = prefixOf(scope) + __VERSION__;

const address = (/** @type {string} */ file) => new URL(file, scope).href;

/** For a page of ours that was asked for where there is neither a network nor a copy. */
const NO_PAGE = '<!doctype html><meta charset="utf-8"><title>Notes</title><p>There is no connection, and no copy of this page on this device.</p>';

/** What is stored has to be an answer of its own: a browser refuses one that was redirected as a page. */
const plain = ({ body, headers, status }) => new Response(body, { headers, status });

/** Brings the files that are not in the cache yet, past the browser's own cache. A wrong hash fails like a missing file. */
const fill = async () => {
  const cache = await caches.open(NAME);
  await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
    if (await cache.match(address(file))) return;
    const answer = await fetch(address(file), { integrity, cache: 'reload', credentials: 'same-origin' });
    if (!answer.ok) throw Error(`${file}: ${answer.status}`);
    await cache.put(address(file), plain(answer));
  }));
};

const isWhole = async () => {
  const cache = await caches.open(NAME);
  const found = await Promise.all(Object.keys(FILES).map((file) => cache.match(address(file))));
  return found.every(Boolean);
};

worker.addEventListener('install', (event) => {
  // Half a version is none: nothing of it stays, and the page works as before.
  event.waitUntil(fill().catch(async (error) => {
    await caches.delete(NAME).catch(() => {});
    throw error;
  }));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteOurs(scope, NAME).then(() => worker.clients.claim()));
});

/** The page asks whether it would work offline (`whole`), or wants the version that waits (`use`). */
worker.addEventListener('message', ({ data, ports }) => {
  if (data === 'use') worker.skipWaiting();
  // A browser may have cleared some of it: then it is brought again, if that can be.
  else if (data === 'whole') fill().then(isWhole).catch(() => false).then((whole) => ports[0]?.postMessage(whole));
});

/** The address of the file that is meant: what stands behind it asks for nothing else, and the page has two names. */
const meant = (/** @type {string} */ url) => url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/');

const answer = async (/** @type {Request} */ request) => {
  try {
    const kept = await (await caches.open(NAME)).match(meant(request.url));
    if (kept) return kept;
  } catch { /* a cache that cannot be opened is one that has nothing */ }
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    return new Response(NO_PAGE, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
};

const OURS = new Set(Object.keys(FILES).map(address));

worker.addEventListener('fetch', (event) => {
  // Whatever else the origin has is none of our business.
  if (event.request.method === 'GET' && OURS.has(meant(event.request.url))) event.respondWith(answer(event.request));
});

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

/** A copy that takes longer does not come: nothing waits for it for ever. */
const LONGEST_MS = 60_000;

/** Ends what is being brought. */
let stop = () => {};

/** Brings the files that are not in the cache yet, past the browser's own cache. A wrong hash fails like a missing file. */
const fill = async () => {
  const cache = await caches.open(NAME);
  const controller = new AbortController();
  stop = () => controller.abort();
  const timer = setTimeout(stop, LONGEST_MS);
  try {
    await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
      if (await cache.match(address(file))) return;
      const answer = await fetch(address(file), { integrity, cache: 'reload', signal: controller.signal });
      if (!answer.ok) throw Error(`${file}: ${answer.status}`);
      await cache.put(address(file), plain(answer));
    }));
  } finally {
    clearTimeout(timer);
    controller.abort(); // where one file failed, the others need not come
  }
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

/** The page asks whether it would work offline (`whole`), wants the version that waits (`use`), or nothing any more (`stop`). */
worker.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data === 'use') worker.skipWaiting();
  else if (data === 'stop') stop();
  // A browser may have cleared some of it: then it is brought again, if that can be.
  else if (data === 'whole') event.waitUntil(fill().then(isWhole).catch(() => false).then((whole) => ports[0]?.postMessage(whole)));
});

/** The address of the file that is meant: what stands behind it asks for nothing else, and the page has two names. */
const meant = (/** @type {string} */ url) => url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/');

const OURS = new Set(Object.keys(FILES).map(address));

/**
 * @param {Request} request
 * @param {string} from the page that asks; empty if this is the way to one
 */
const answer = async (request, from) => {
  // An article of the same origin asks the server, as it would if nobody stood between.
  const asking = from && await worker.clients.get(from);
  if (asking && !OURS.has(meant(asking.url))) return fetch(request);
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

worker.addEventListener('fetch', (event) => {
  // Whatever else the origin has is none of our business.
  if (OURS.has(meant(event.request.url))) event.respondWith(answer(event.request, event.clientId));
});

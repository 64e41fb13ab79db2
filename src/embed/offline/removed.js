// Takes the service worker back (dist/sw-removed.js): an owner puts this file in the place of sw.js. It removes our caches and
// itself, and leaves open pages as they are.

import { deleteOurs } from './caches.js';

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => {
  event.waitUntil(deleteOurs(worker.registration.scope).then(() => worker.registration.unregister()));
});

// The standalone page's half of working offline (dist/offline.js): installs the worker once the page is here, says what is
// true of it at the foot of the page, and offers what the reader may decide.

import { deleteOurs } from './caches.js';

const WORKER = 'sw.js';

/** So long the copy may take before the page says nothing of it and goes on. */
const PATIENCE_MS = 60_000;

const meta = /** @type {HTMLMetaElement & { offline?: Promise<unknown>, forget?: () => void }} */ (document.querySelector('meta[name=fogbridge]'));
const status = document.querySelector('#offline');
const now = /** @type {HTMLButtonElement} */ (document.querySelector('#now'));
const remove = /** @type {HTMLButtonElement} */ (document.querySelector('#remove'));

/** The sentences stand in the page, as attributes of the line that says them. */
const tell = (/** @type {string} */ name) => { status.textContent = status.getAttribute('data-' + name); };

const scope = new URL('./', location.href).href;

/** The one address that a script of this page may be loaded from as a worker. */
const trusted = () => {
  /** @type {any} */
  const policies = /** @type {any} */ (window).trustedTypes;
  return policies?.createPolicy('notes', { createScriptURL: () => WORKER }).createScriptURL('') ?? WORKER;
};

/** Asks a worker whether it has every file. @returns {Promise<boolean>} */
const isWhole = (/** @type {ServiceWorker} */ worker) => new Promise((then) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => then(data);
  worker.postMessage('whole', [port2]);
});

/** A new version is here and waits. Nothing happens to the page that is open, unless its reader wants it. */
const offer = (/** @type {ServiceWorker} */ waiting) => {
  tell('later');
  now.hidden = false;
  now.onclick = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('use');
  };
};

/** Ends as soon as the worker that is being installed is ready, or has failed. @returns {Promise<void>} */
const installed = (/** @type {ServiceWorker | null} */ worker) => new Promise((then) => {
  const look = () => {
    if (!worker || !['installing', 'activating', 'installed'].includes(worker.state)) then();
  };
  worker?.addEventListener('statechange', look);
  look();
});

/** Makes the copy, and says so only when every file of it was seen. */
const prepare = async () => {
  if (document.readyState !== 'complete') await new Promise((then) => addEventListener('load', then, { once: true }));
  const registration = await navigator.serviceWorker.register(trusted(), { updateViaCache: 'none' });
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && registration.active) offer(coming);
    });
  });
  if (!registration.active) await installed(registration.installing ?? registration.waiting);
  if (!registration.active || !await isWhole(registration.active)) return;
  tell('ready');
  remove.hidden = false;
  // *Delete everything* in the widget takes the files along: that they lie there tells that somebody was here.
  remove.onclick = meta.forget = async () => {
    remove.hidden = now.hidden = true;
    await registration.unregister();
    await deleteOurs(scope);
    tell('removed');
  };
  if (registration.waiting) offer(registration.waiting);
};

// The widget waits for this before it shuts the network. Whatever fails here, the page works as long as there is a connection.
meta.offline = Promise.race([
  prepare().catch(() => {}),
  new Promise((then) => { setTimeout(then, PATIENCE_MS); }),
]);

// Without a connection the way out leads to a plain page of our own, not to the browser's page about a lost connection.
const host = document.querySelector('fog-bridge');
const wayOut = () => {
  if (navigator.onLine) host.removeAttribute('exit');
  else host.setAttribute('exit', new URL('plain.html', location.href).href);
};
for (const change of ['online', 'offline']) addEventListener(change, wayOut);
wayOut();

// The standalone page's own script (dist/offline.js): has the worker installed once the page is here, says what is true of it at
// the foot of the page, and offers what the reader may decide. It also keeps the way out open: by keyboard before the core is
// here, and without a connection.

import { onThreeShifts } from '../with_core/shifts.js';
import { deleteOurs, namesOfOurs } from './caches.js';

const WORKER = 'sw.js';

/** So long the page leaves its network open for a copy that does not come to an end. The worker itself goes on. */
const PATIENCE_MS = 10_000;

/** A worker that does not answer by then is not one of ours, or has no files. */
const ANSWER_MS = 10_000;

const meta = /** @type {HTMLMetaElement & { offline?: Promise<unknown>, forget?: () => void }} */ (document.querySelector('meta[name=fogbridge]'));
const status = document.querySelector('#offline');
const now = /** @type {HTMLButtonElement} */ (document.querySelector('#now'));
const remove = /** @type {HTMLButtonElement} */ (document.querySelector('#remove'));

const { serviceWorker } = navigator;
const scope = new URL('./', location.href).href;
const address = scope + WORKER;

/** True once the reader wanted the files gone: then none are brought any more. */
let isForgotten = false;

/** The sentences stand in the page, as attributes of the line that says them. */
const tell = (/** @type {string} */ name) => { status.textContent = status.getAttribute('data-' + name); };

const pause = (/** @type {number} */ ms) => new Promise((then) => { setTimeout(then, ms); });

/** The one address that a script of this page may be loaded from as a worker. */
const trusted = () => {
  /** @type {any} */
  const policies = /** @type {any} */ (window).trustedTypes;
  return policies?.createPolicy('notes', { createScriptURL: () => address }).createScriptURL('') ?? address;
};

/** What stands at our place, ours or not; nothing if that is what a folder above has. */
const standing = async () => {
  const found = await serviceWorker.getRegistration(scope);
  return found?.scope === scope ? found : undefined;
};

const isOurs = (/** @type {ServiceWorker | null} */ worker) => worker?.scriptURL === address;

/** Those of our workers that stand there, in whatever state. */
const workersOf = (/** @type {ServiceWorkerRegistration | undefined} */ registration) =>
  [registration?.installing, registration?.waiting, registration?.active].filter(isOurs);

/** Asks a worker whether it has every file. @returns {Promise<boolean>} */
const isWhole = (/** @type {ServiceWorker} */ worker) => Promise.race([
  new Promise((then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => then(data);
    worker.postMessage('whole', [port2]);
  }),
  pause(ANSWER_MS).then(() => false),
]);

/** How often this was looked at: only the latest look may say anything. */
let nLooks = 0;

/** Says how things stand, and offers a version that waits. One that is on its way to replace the old by itself waits only for a moment. */
const look = async (/** @type {ServiceWorkerRegistration} */ registration) => {
  nLooks += 1;
  const turn = nLooks;
  await pause(200);
  const { active, waiting } = registration;
  const isReady = isOurs(active) && await isWhole(active);
  if (isForgotten || turn < nLooks) return;
  remove.hidden = !isReady;
  now.hidden = !(isReady && waiting);
  now.onclick = () => {
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage('use');
  };
  if (isReady) tell(waiting ? 'later' : 'ready');
  else status.textContent = '';
};

/** Ends as soon as the worker that is being installed is ready, or has failed. @returns {Promise<void>} */
const installed = (/** @type {ServiceWorker | null} */ worker) => new Promise((then) => {
  const check = () => {
    if (!worker || !['installing', 'activating', 'installed'].includes(worker.state)) then();
  };
  worker?.addEventListener('statechange', check);
  check();
});

/** Makes the copy, and says so only when every file of it was seen. */
const prepare = async () => {
  if (document.readyState !== 'complete') await new Promise((then) => { addEventListener('load', then, { once: true }); });
  const before = await standing();
  // Somebody else's worker is at our place: it is left alone.
  if (isForgotten || (before && !workersOf(before).length)) return;
  // One that is there needs no word of ours: the browser looks for a newer one by itself.
  const registration = before ?? await serviceWorker.register(trusted(), { updateViaCache: 'none' });
  if (isForgotten) return forget(registration); // meanwhile
  const follow = (/** @type {ServiceWorker | null} */ coming) => coming?.addEventListener('statechange', () => look(registration));
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  serviceWorker.addEventListener('controllerchange', () => look(registration));
  if (!registration.active) await installed(registration.installing ?? registration.waiting);
  if (!registration.active && !isForgotten) {
    console.warn('fog-bridge: this page cannot work offline, because a file of it did not arrive as it was built.');
  }
  await look(registration);
};

/**
 * Removes the files and the worker. What is still on its way is stopped, because nothing can be removed behind it.
 * @param {ServiceWorkerRegistration} [made] a moment ago by this page; its worker may not be there yet
 */
const forget = async (made) => {
  isForgotten = true;
  remove.hidden = now.hidden = true;
  let wasHere = Boolean(made);
  try {
    const registration = made ?? await standing();
    const workers = workersOf(registration);
    wasHere ||= workers.length > 0;
    for (const worker of workers) worker.postMessage('stop');
    if (wasHere) await Promise.all([deleteOurs(scope), registration.unregister()]);
    wasHere ||= (await namesOfOurs(scope)).length > 0;
    await deleteOurs(scope);
    if (made) {
      await pause(1000); // a worker that began in this moment, and heard nothing
      await deleteOurs(scope);
    }
    if (wasHere) tell((await namesOfOurs(scope)).length ? 'kept' : 'removed');
  } catch {
    if (wasHere) tell('kept'); // a browser that keeps nothing for this page does not even let us ask
  }
};

if (serviceWorker) {
  // *Delete everything* in the widget takes the files along: that they lie there tells that somebody was here.
  remove.onclick = meta.forget = () => forget();
  // The widget waits for this before it shuts the network. Whatever fails here, the page works as long as there is a connection.
  meta.offline = Promise.race([prepare().catch(() => {}), pause(PATIENCE_MS)]);
}

const host = document.querySelector('fog-bridge');
const own = host.getAttribute('exit');

/** Without a connection the way out leads to a plain page of our own, if that is here, not to the browser's page about a lost connection. */
const wayOut = async () => {
  const plain = new URL('plain.html', scope).href;
  const isHere = !navigator.onLine && await globalThis.caches?.match(plain).catch(() => false);
  if (isHere) host.setAttribute('exit', plain);
  else if (own) host.setAttribute('exit', own);
  else host.removeAttribute('exit');
};
for (const change of ['online', 'offline']) addEventListener(change, wayOut);
if (!navigator.onLine) wayOut();

// From the first moment on, not only when the core is here. Leaving twice is leaving.
onThreeShifts(
  (event) => [/** @type {Element} */ (event.composedPath()[0])],
  () => /** @type {HTMLElement | null} */ (host.shadowRoot?.querySelector('[part=exit]'))?.click(),
);

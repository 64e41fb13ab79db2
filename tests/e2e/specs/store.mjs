// What the specs about storage share: notes that are there already, a store without room, a page that meddles before the
// widget is here, and a file to read back in.

import { words } from './words.mjs';
import { assert, copyOf, rewritten, stored } from './support.mjs';

/** @typedef {import('../browsers/shared.mjs').Page} Page */
/** @typedef {import('../widget_page.mjs').WidgetPage} WidgetPage */

/** Runs `fn` in the host page before everything else in it. @returns {import('./support.mjs').Rule} */
export const scriptFirst = (/** @type {RegExp} */ path, /** @type {Function} */ fn) =>
  rewritten(path, (text) => text.replace('<meta charset="utf-8">', (meta) => `${meta}<script>(${fn})()</script>`));

/** Only our own keys. */
export const ours = async (/** @type {Page} */ page) =>
  Object.fromEntries(Object.entries(await stored(page)).filter(([key]) => key.startsWith('pn.')));

/** The stored plans, oldest first, parsed. */
export const plans = async (/** @type {Page} */ page) => Object.entries(await ours(page))
  .filter(([key, raw]) => key.startsWith('pn.main.t.') && !raw.endsWith(' null'))
  .map(([, raw]) => JSON.parse(raw.split(' ').slice(3).join(' ')));

export const put = (/** @type {Page} */ page, /** @type {Record<string, string>} */ records) => page.evaluate((all) => {
  for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value);
}, records);

let notes;

/** What a reader has who reflected and made one plan, as this build stores it. */
export const someNotes = async (world) => {
  if (!notes) {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await widget.expectStatus('status.saved');
    notes = await stored(page);
    assert.equal((await plans(page)).length, 1);
    await page.close(); // Chromium is slow to answer presses on a page that was opened in front of a busy one.
  }
  return notes;
};

/** A widget at `home` with those notes, or with `records`, and with the cover still closed if `to` says so. */
export const comingBack = async (world, url, { path = '/', to = 'home', records } = {}) => {
  const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
  await put(page, records ?? await someNotes(world));
  await page.goto(url + path);
  if (to) await widget.walk({ to });
  return { page, widget };
};

/** Another page of the same origin, with no widget in it. */
export const bystander = async (world, url) => (await world.open(`${url}/hosts/elsewhere.html`)).page;

/** Takes all the room there is. */
export const fill = (/** @type {Page} */ page) => page.evaluate(() => {
  for (let size = 4 << 20; size > 0; size >>= 1) {
    // Twice: two halves of what is left may fit.
    for (const half of 'ab') {
      try {
        localStorage.setItem(`full${size}${half}`, 'x'.repeat(size));
      } catch { /* smaller, then */ }
    }
  }
  try { for (let n = 0; ; n += 1) localStorage.setItem(`f${n}`, ''); } catch { /* full */ }
});

export const makeRoom = (/** @type {Page} */ page) => page.evaluate(() => {
  for (const key of Object.keys(localStorage)) if (key.startsWith('f')) localStorage.removeItem(key);
});

/** From now on writes down every line that was shown on what is kept: `window.lines`. */
export const watchStatus = (/** @type {WidgetPage} */ widget) => widget.inside((root) => {
  window.lines = [];
  const look = () => {
    const line = root.querySelector('.foot__status')?.textContent;
    if (line && line !== window.lines.at(-1)) window.lines.push(line);
  };
  new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
});

export const lines = (/** @type {Page} */ page) => page.evaluate(() => window.lines);

/** Opens the line for own words of a plan: from `home`, by the first step offered. */
export const toOwnWords = async (/** @type {WidgetPage} */ widget) => {
  if (await widget.screen() === 'home') await widget.onward(() => widget.press(words('home.another')));
  if (await widget.screen() === 'steps') await widget.planStep();
  await widget.choose(words('plan.own'), 'moment');
  await widget.pressCss('.field input');
};

export const ownWords = (/** @type {WidgetPage} */ widget) => widget.inside((root) => root.querySelector('.field input').value);

/** Goes to *My notes*. */
export const toNotes = async (/** @type {WidgetPage} */ widget) => {
  await widget.press(words('common.my_notes'));
  await widget.expectScreen('notes');
  await widget.expect('be offered to read a copy back in', (root, label) => [...root.querySelectorAll('button')]
    .some((one) => one.textContent === label), words('notes.read_back'));
};

/**
 * Chooses a file, as a reader would in the browser's own window, which no driver can reach in every engine.
 * @param {WidgetPage} widget
 * @param {string | number} what its text, or only its size
 */
export const pick = async (widget, what) => {
  await widget.page.evaluate((what) => {
    window.nRead = 0;
    const { text } = Blob.prototype;
    Blob.prototype.text = function () {
      window.nRead += 1;
      Blob.prototype.text = text;
      return this.text();
    };
    HTMLInputElement.prototype.click = function () {
      const chosen = new DataTransfer();
      chosen.items.add(new File([typeof what === 'string' ? what : new Uint8Array(what)], 'notes.json', { type: 'application/json' }));
      this.files = chosen.files;
      setTimeout(() => this.dispatchEvent(new Event('change')));
    };
  }, what);
  await widget.press(words('notes.read_back'));
};

/** Reads a copy in to the end: "add" or "replace". */
export const takeIn = async (/** @type {WidgetPage} */ widget, /** @type {string} */ text, how = 'add') => {
  await pick(widget, text);
  await widget.press(words(`notes.${how}`));
  await widget.expect('read that the copy is here', (root, said) => root.textContent.includes(said), words('notes.took_in'));
  await widget.settled();
};

export const download = async (/** @type {WidgetPage} */ widget) => (await copyOf(widget, words('notes.download'))).text;

/** The widget works, says that nothing is kept, and offers a copy. */
export const worksInMemory = async (/** @type {WidgetPage} */ widget) => {
  let saidOnWelcome = '';
  await widget.walk({ seen: async (screen) => { if (screen === 'welcome') saidOnWelcome = await widget.text(); } });
  assert.ok(saidOnWelcome.includes(words('welcome.memory')), saidOnWelcome);
  assert.ok(!saidOnWelcome.includes(words('welcome.keep_legend')), 'nobody is asked what cannot be done');
  assert.equal(await widget.status(), words('status.memory'));
  await widget.press(words('common.my_notes'));
  await widget.expectScreen('notes');
  assert.ok((await widget.text()).includes(words('welcome.memory')));
  const { name, text } = await copyOf(widget, words('notes.download'));
  assert.match(name, /^notes/);
  const { records } = JSON.parse(text);
  assert.ok(Object.keys(records).some((key) => key.startsWith('t.')), 'the plan is in it');
};

/** *My notes → Delete everything*, both presses. */
export const deleteEverything = async (/** @type {WidgetPage} */ widget) => {
  await toNotes(widget);
  await widget.press(words('notes.delete'));
  await widget.press(words('notes.delete_yes'));
};

/** Nothing of anything that a page can leave in a browser besides `localStorage`. */
export const noOtherTrace = async (/** @type {Page} */ page) => assert.deepEqual(await page.evaluate(async () => ({
  cookie: document.cookie,
  session: sessionStorage.length,
  databases: (await indexedDB.databases?.())?.length ?? 0,
  caches: (await globalThis.caches?.keys())?.length ?? 0,
  workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
})), { cookie: '', session: 0, databases: 0, caches: 0, workers: 0 });

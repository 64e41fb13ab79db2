// A store that fails, lies, is emptied, or holds what it should not. The F-rows are those of the table of failures that the
// design names: what browsers really do.

import { words } from './words.mjs';
import { EVERY, assert, inEngines, stored } from './support.mjs';
import {
  bystander, comingBack, download, fill, lines, makeRoom, ours, ownWords, plans, put, scriptFirst, someNotes, toNotes, toOwnWords,
  watchStatus, worksInMemory,
} from './store.mjs';

const HOST = /plain\.html$/;

/** The next question, answered. */
const answerOne = async (widget) => {
  await widget.choose(0);
  await widget.next();
};

// F5: three outcomes of one property.
inEngines(EVERY, 'A page without localStorage', (it) => {
  it('Where localStorage is null, everything works in memory, and that is said', async (world) => {
    const { url } = await world.serve(scriptFirst(HOST, () => {
      Object.defineProperty(window, 'localStorage', { configurable: true, get: () => null });
    }));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    assert.equal(await page.evaluate(() => localStorage), null);
    await worksInMemory(widget);
  });
});

// F5, F23: the page put something else in its place. [what, how, what is said]
const REDEFINED = [
  ['undefined', () => Object.defineProperty(window, 'localStorage', { value: undefined }), 'memory'],
  ['a property that throws a string', () => Object.defineProperty(window, 'localStorage', { get() { throw 'not for you'; } }), 'memory'],
  ['a text', () => Object.defineProperty(window, 'localStorage', { value: 'nothing here' }), 'memory'],
  ['an object that cannot do anything', () => Object.defineProperty(window, 'localStorage', { value: {} }), 'memory'],
];

inEngines(['chromium'], 'A page without localStorage', (it) => {
  for (const [title, script, key] of REDEFINED) {
    it(`Where localStorage is ${title}, the widget works, and what is said is true`, async (world) => {
      const { url } = await world.serve(scriptFirst(HOST, script));
      const { page, widget } = await world.open(`${url}/hosts/plain.html`);
      await widget.expectScreen('cover');
      await watchStatus(widget);
      await widget.walk({ to: 'question', keep: key === 'memory' ? undefined : true });
      await answerOne(widget);
      await widget.expectStatus(`status.${key}`);
      assert.ok(!(await lines(page)).includes(words('status.saved')));
    });
  }
});

// F6, F7, F8: somebody took the room, in the middle of a word.
inEngines(EVERY, 'A store that becomes full', (it) => {
  it('Room that runs out while the reader types is said, what was saved stays, and with room again everything is saved', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toOwnWords(widget);
    await page.type('the rain stops');
    await widget.expectStatus('status.saved');
    const before = await ours(page);
    assert.match(before['pn.main.p'], /the rain stops"/);
    await fill(page);
    await page.type(' and the light comes back');
    await widget.expectStatus('status.full');
    assert.equal(await ownWords(widget), 'the rain stops and the light comes back');
    assert.deepEqual(await ours(page), before);
    await makeRoom(page);
    await page.type('!');
    await widget.expectStatus('status.saved');
    assert.match((await ours(page))['pn.main.p'], /the rain stops and the light comes back!"/);
  });
});

// F23: the page patches what every page shares. [what, how, what is said]
const PATCHES = [
  ['setItem throws a text', () => { Storage.prototype.setItem = () => { throw 'no'; }; }, 'denied'],
  ['setItem throws null', () => { Storage.prototype.setItem = () => { throw null; }; }, 'denied'],
  ['setItem throws an object with a name that throws', () => {
    Storage.prototype.setItem = () => { throw { get name() { throw new Error('again'); } }; };
  }, 'denied'],
  ['setItem throws what old Firefox threw for a full store', () => {
    Storage.prototype.setItem = () => { throw { name: 'NS_ERROR_DOM_QUOTA_REACHED', code: 1014 }; };
  }, 'full'],
  ['setItem does nothing and says nothing', () => { Storage.prototype.setItem = () => {}; }, 'denied'],
  ['getItem throws an object', () => { Storage.prototype.getItem = () => { throw { sorry: true }; }; }, 'denied'],
  ['getItem answers with what is no text', () => { Storage.prototype.getItem = () => 7; }, 'denied'],
  // The last of these: a store that alters what it is given has something unreadable in it afterwards.
  ['setItem keeps another text', () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) { setItem.call(this, key, value.slice(0, -1)); };
  }, 'denied'],
];

inEngines(['chromium'], 'A page that meddles with the store', (it) => {
  it('Whatever the store throws or swallows, nobody is told "saved" before it is, and with the next success everything is', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'question', keep: true, short: false });
    await watchStatus(widget);
    await page.evaluate(() => {
      const { setItem, getItem } = Storage.prototype;
      window.mend = () => Object.assign(Storage.prototype, { setItem, getItem });
    });
    for (const [title, script, key] of PATCHES) {
      await widget.expectStatus('status.saved');
      await page.evaluate(script);
      await page.evaluate(() => { window.lines = []; });
      await answerOne(widget);
      await widget.expectStatus(`status.${key}`);
      assert.ok(!(await lines(page)).includes(words('status.saved')), title);
      await page.evaluate(() => { window.mend(); });
      await widget.back();
      await widget.expectStatus('status.saved');
      await widget.next(); // its answer is there
    }
    await widget.expectStatus('status.saved');
    const left = await widget.spot();
    await page.goto(`${url}/`);
    await widget.walk({ to: 'question' });
    assert.deepEqual(await widget.spot(), left);
    assert.ok(Object.keys(await ours(page)).filter((key) => key.includes('.aside.')).length < 2, Object.keys(await ours(page)).join(' '));
  });

  // An origin without anything of ours in it does not find out by reading.
  for (const [title, script, keep, keys] of [
    ['getItem always finds nothing', () => { Storage.prototype.getItem = () => null; }, true, ['denied']],
    ['asking for all keys throws', () => { Reflect.ownKeys = () => { throw new Error('no keys'); }; }, undefined, ['memory']],
  ]) {
    it(`Where ${title} from the start, nobody is told "saved", and all goes on`, async (world) => {
      const { url } = await world.serve(scriptFirst(HOST, script));
      const { page, widget } = await world.open(`${url}/hosts/plain.html`);
      await widget.expectScreen('cover');
      await watchStatus(widget);
      await widget.walk({ to: 'question', keep });
      await answerOne(widget);
      const said = await widget.status();
      assert.ok(keys.some((key) => words(`status.${key}`) === said), said);
      assert.ok(!(await lines(page)).includes(words('status.saved')), (await lines(page)).join(' | '));
    });
  }

  it('Where every write is told to the same page as if another tab had written, all goes on', async (world) => {
    const { url } = await world.serve(scriptFirst(HOST, () => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, newValue) {
        setItem.call(this, key, newValue);
        dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: this }));
      };
    }));
    const { page, widget } = await comingBack(world, url, { path: '/hosts/plain.html' });
    await toOwnWords(widget);
    await page.type('it rains');
    await widget.expectStatus('status.saved');
    await widget.onward(() => widget.pressPart('primary'));
    await widget.expectStatus('status.saved');
    assert.deepEqual((await plans(page)).map(({ moment }) => moment.own ?? ''), ['', 'it rains']);
  });

  it('Where removing does nothing, "delete everything" says that it failed', async (world) => {
    const { url } = await world.serve(scriptFirst(HOST, () => { Storage.prototype.removeItem = () => {}; }));
    const { widget } = await comingBack(world, url, { path: '/hosts/plain.html' });
    await toNotes(widget);
    await widget.press(words('notes.delete'));
    await widget.press(words('notes.delete_yes'));
    await widget.expect('read that it failed', (root, said) => root.textContent.includes(said), words('notes.delete_failed'));
    assert.ok(!(await widget.text()).includes(words('notes.deleted')));
  });

  // F18: between two writes.
  it('When the store dies between two writes and the page with it, what stands there can be read', async (world) => {
    for (const nth of [1, 2]) {
      const { url } = await world.serve();
      const { page, widget } = await comingBack(world, url, { path: '/hosts/plain.html' });
      const before = await plans(page);
      await toOwnWords(widget);
      await page.type('it rains');
      await widget.expectStatus('status.saved');
      await page.evaluate((nth) => {
        const { setItem } = Storage.prototype;
        let n = 0;
        Storage.prototype.setItem = function (...pair) {
          n += 1;
          if (n > nth) throw new Error('dead');
          setItem.apply(this, pair);
        };
      }, nth);
      await widget.onward(() => widget.pressPart('primary')); // writes the plan and the place
      await page.goto(`${url}/hosts/plain.html`);
      let welcome = '';
      await widget.walk({ to: 'safety', seen: async (screen) => { if (screen === 'welcome') welcome = await widget.text(); } });
      assert.ok(!welcome.includes(words('welcome.set_aside')), welcome);
      const after = await plans(page);
      assert.deepEqual(after.slice(0, before.length), before);
      assert.equal(after.length, before.length + 1, 'new records come first');
      assert.equal(after.at(-1).moment.own, 'it rains');
    }
  });
});

// F12: a reader who is watched may just have wiped it.
inEngines(EVERY, 'A store that is emptied while the page is open', (it) => {
  it('Emptied from another tab: it is said at once, nothing is written back, and "keep it again" brings everything back', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    const before = await ours(page);
    const other = await bystander(world, url);
    await other.evaluate(() => { localStorage.clear(); });
    await widget.expectStatus('status.gone');
    await widget.press(words('home.not_today'));
    await widget.onward(() => widget.press(words('home.another')));
    await widget.planStep();
    assert.deepEqual(await stored(other), {});
    await widget.press(words('notes.keep_again'));
    await widget.expectStatus('status.saved');
    const after = await ours(page);
    assert.deepEqual(Object.keys(after), Object.keys(before));
    assert.deepEqual((await plans(page)).map(({ entries }) => entries.map(({ outcome }) => outcome)), [['not-today']]);
    assert.equal(await widget.has(words('notes.keep_again')), false, 'nobody is asked twice');
  });

  it('Emptied by the page itself, which no event tells: the next entry finds it out, and "leave it so" leaves it so', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url, { path: '/hosts/plain.html' });
    await page.evaluate(() => { localStorage.clear(); });
    await widget.press(words('home.not_today'));
    await widget.expectStatus('status.gone');
    assert.deepEqual(await stored(page), {});
    await widget.press(words('notes.delete_no'));
    await widget.expectStatus('status.nothing_kept');
    await widget.onward(() => widget.press(words('home.another')));
    await widget.walk();
    assert.equal(await widget.count('.card'), 2, 'everything is still on the screen');
    assert.deepEqual(await stored(page), {});
  });
});

// F19, F20.
inEngines(['chromium'], 'A store with something else in it', (it) => {
  it('Of a truncated plan and a picture with one bit flipped every letter stays, and the rest works', async (world) => {
    const { url } = await world.serve();
    const records = { ...await someNotes(world) };
    const [plan] = Object.keys(records).filter((key) => key.startsWith('pn.main.t.'));
    const [picture] = Object.keys(records).filter((key) => key.startsWith('pn.main.r.'));
    records[plan] = records[plan].slice(0, records[plan].length / 2);
    const place = records[picture].length - 9;
    records[picture] = records[picture].slice(0, place) + String.fromCharCode(records[picture].charCodeAt(place) ^ 1) + records[picture].slice(place + 1);
    const { page, widget } = await comingBack(world, url, { records, to: 'welcome' });
    assert.ok((await widget.text()).includes(words('welcome.set_aside')), await widget.describe());
    await widget.walk();
    assert.equal(await widget.count('.card'), 0);
    await widget.onward(() => widget.press(words('home.another')));
    await widget.walk();
    await widget.expectStatus('status.saved');
    await toNotes(widget);
    const copy = await download(widget);
    for (const key of [plan, picture]) {
      assert.ok(Object.values(await ours(page)).includes(records[key]), `${key} is as it was`);
      assert.ok(copy.includes(JSON.stringify(records[key])), `${key} is in the copy`);
    }
  });

  it('When a newer version writes in another tab, this one says so, and writes nothing any more', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    const other = await bystander(world, url);
    await put(other, { 'pn.main.x9': 'n2 1 00000000 {"kind":"of the future"}' });
    await widget.expectStatus('status.newer');
    const before = await stored(page);
    await widget.press(words('home.not_today'));
    await widget.onward(() => widget.press(words('home.another')));
    await widget.walk();
    assert.deepEqual(await stored(page), before);
    assert.equal(await widget.count('.card'), 2);
    assert.equal(await widget.status(), words('status.newer'));
  });
});

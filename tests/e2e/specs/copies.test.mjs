// A copy out and back in, a single note deleted and brought back. What a file may hold is in row F24 of the table of
// failures that the design names.

import { words } from './words.mjs';
import { EVERY, assert, copyOf, inEngines, meddle, stored } from './support.mjs';
import { comingBack, download, ours, pick, plans, takeIn, toNotes } from './store.mjs';

const says = (widget, key) => widget.expect(`read ${key}`, (root, said) => root.querySelector('[data-screen]').textContent.includes(said), words(key));

const deleteAll = async (widget) => {
  await widget.press(words('notes.delete'));
  await widget.press(words('notes.delete_yes'));
  await says(widget, 'notes.deleted');
};

/** What stands below *What is here*. */
const list = (widget) => widget.inside((root) => [...root.querySelectorAll('.list')].at(-1)?.textContent ?? '');

inEngines(EVERY, 'A copy', (it) => {
  it('After everything was deleted, it brings everything back; read in a second time, it changes nothing', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await widget.press(words('home.not_today'));
    await widget.onward(() => widget.press(words('home.another')));
    await widget.walk();
    const before = await plans(page);
    const cards = await widget.texts('.card .sentence');
    await toNotes(widget);
    const copy = await download(widget);
    await deleteAll(widget);
    assert.deepEqual(await stored(page), {});
    await takeIn(widget, copy);
    assert.deepEqual(await stored(page), {}, 'a copy is no consent');
    await widget.press(words('notes.keep_now'));
    await widget.expectStatus('status.saved');
    assert.deepEqual(await plans(page), before);
    const once = await stored(page);
    await takeIn(widget, copy);
    assert.deepEqual(await stored(page), once);
    await page.goto(`${url}/`);
    await widget.walk();
    assert.deepEqual(await widget.texts('.card .sentence'), cards);
  });

  it('Shown first: what it holds; and "no" changes nothing', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toNotes(widget);
    const copy = await download(widget);
    await widget.press(words('notes.one_by_one'));
    await widget.pressCss('details .link');
    await says(widget, 'notes.removed');
    await widget.settled();
    const [before, here] = [await stored(page), await list(widget)];
    await pick(widget, copy);
    await says(widget, 'notes.copy_holds');
    const shown = await widget.texts('.aside .list li');
    assert.equal(shown.length, 2, shown.join(' | '));
    await widget.press(words('notes.delete_no'));
    await widget.expect('see the preview gone', (root) => !root.querySelector('.aside'));
    assert.equal(await list(widget), here);
    assert.deepEqual(await stored(page), before);
  });
});

/** What is no copy to be read, and why. @type {[string, (copy: string) => string | number, string][]} */
const REFUSED = [
  ['a picture', () => '\u0089PNG\r\n\u001a\n\u0000', 'foreign'],
  ['nothing', () => '', 'foreign'],
  ['the copy of something else', () => '{"version": 3, "notes": []}', 'foreign'],
  ['a list', () => '[1, 2, 3]', 'foreign'],
  ['a copy that was cut off', (copy) => copy.slice(0, copy.length / 2), 'broken'],
  ['a copy that names itself twice over', (copy) => copy.repeat(2), 'broken'],
  ['a copy with records that are a text', () => '{"format": "notes-1", "records": "all of them"}', 'broken'],
  ['a copy as deep as it is long', () => `{"format":"notes-1","records":${'['.repeat(200_000)}`, 'broken'],
  ['a copy with half a character', () => '{"format":"notes-1","records":{"d":"\\ud800"}}', 'broken'],
  ['a copy of a newer version', (copy) => copy.replace('notes-1', 'notes-2'), 'newer'],
  ['a rescued copy of a newer version', () => '{"format":"notes-1","stored":{"p":"n9 1 00000000 {}"}}', 'newer'],
  ['a copy over 5 MB', () => (5 << 20) + 1, 'too_large'],
];

inEngines(['chromium'], 'A copy', (it) => {
  it('It is offered where nothing is kept too, under a name that says nothing', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: false });
    await toNotes(widget);
    const { name, text } = await copyOf(widget, words('notes.download'));
    assert.match(name, /^notes-\d{4}-\d\d-\d\d\.json$/);
    const { format, records } = JSON.parse(text);
    assert.equal(format, 'notes-1');
    assert.deepEqual(Object.keys(records).map((key) => key.replace(/\..*/, '')), ['s', 'p', 'r', 't']);
    assert.deepEqual(await stored(page), {});
  });
});

inEngines(['chromium'], 'A file to read in', (it) => {
  it('What is no copy is refused with its reason, and nothing is changed', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toNotes(widget);
    const copy = await download(widget);
    const [before, here] = [await stored(page), await list(widget)];
    for (const [title, make, why] of REFUSED) {
      const file = make(copy);
      await pick(widget, file);
      await says(widget, `notes.${why}`);
      assert.equal(await widget.count('.aside'), 0, title);
      assert.equal(await list(widget), here, title);
      assert.deepEqual(await stored(page), before, title);
      if (typeof file === 'number') assert.equal(await page.evaluate(() => window.nRead), 0, 'refused before it is read');
      // The sentence goes, so that the next one is a new one.
      await widget.pressPart('back');
      await widget.expectScreen('home');
      await toNotes(widget);
    }
    await widget.pressPart('back');
    assert.equal(await widget.count('.card'), 1);
  });

  it('Of a hostile copy only what can be read is taken, and it reaches nothing else', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toNotes(widget);
    const { records } = JSON.parse(await download(widget));
    const [plan] = Object.keys(records).filter((key) => key.startsWith('t.'));
    const own = '<img src=x onerror="window.owned = 1">\u202e';
    const hostile = JSON.stringify({
      format: 'notes-1',
      records: {
        s: { ...records.s, keep: true, role: 'owner' },
        [plan]: { ...records[plan], moment: { own } },
        't.zzz': { ...records[plan], made_on: 2147483647 },
        'r.0': null,
        '../main.p': { plan: {} },
        't.': [[[[]]]],
      },
    }).replace('"format"', '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"format"');
    await takeIn(widget, hostile);
    await widget.expectStatus('status.saved');
    assert.equal((await plans(page)).length, 2, 'the plan that was here, and the one of the copy');
    await widget.pressPart('back');
    await widget.expectScreen('home');
    assert.ok((await widget.texts('.card .sentence')).some((text) => text.includes('<img src=x')), 'as text');
    assert.deepEqual(await widget.inside((root) => [typeof window.owned, typeof {}.polluted, root.querySelectorAll('img').length]), ['undefined', 'undefined', 0]);
    assert.ok(Object.keys(await stored(page)).every((key) => /^pn\.main\.([spd]|[rt]\.\w+)$/.test(key)), Object.keys(await stored(page)).join(' '));
    assert.ok(!Object.values(await ours(page)).some((raw) => raw.includes('"owner"')));
  });

  it('Put in the place of what is here, it can be undone', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toNotes(widget);
    const copy = await download(widget);
    await widget.pressPart('back');
    await widget.onward(() => widget.press(words('home.another')));
    await widget.walk();
    const two = await plans(page);
    assert.equal(two.length, 2);
    await toNotes(widget);
    const here = await list(widget);
    await takeIn(widget, copy, 'replace');
    await widget.expectStatus('status.saved');
    assert.equal((await plans(page)).length, 1);
    await widget.press(words('notes.undo'));
    await widget.expectStatus('status.saved');
    assert.equal(await list(widget), here);
    await widget.settled();
    assert.deepEqual(await plans(page), two);
    await takeIn(widget, copy);
    assert.deepEqual(await plans(page), two, 'added, it has nothing to add');
  });

  it('A copy that could not all be kept is not taken in at all, and that is said', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toNotes(widget);
    const copy = JSON.parse(await download(widget));
    const [plan] = Object.keys(copy.records).filter((key) => key.startsWith('t.'));
    for (const id of ['mabc', 'mabd', 'mabe']) copy.records[`t.${id}`] = copy.records[plan];
    const [before, here] = [await ours(page), await list(widget)];
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      let n = 0;
      Storage.prototype.setItem = function (...pair) {
        n += 1;
        if (n > 2) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
        setItem.apply(this, pair);
      };
      window.mend = () => { Storage.prototype.setItem = setItem; };
    });
    await pick(widget, JSON.stringify(copy));
    await widget.press(words('notes.add'));
    await says(widget, 'notes.take_in_failed');
    assert.equal(await list(widget), here);
    await page.evaluate(() => { window.mend(); });
    await widget.pressPart('back');
    await widget.press(words('home.not_today'));
    await widget.expectStatus('status.saved');
    assert.equal((await plans(page)).length, 1, 'nothing of the copy is left in the store');
    assert.deepEqual(Object.keys(await ours(page)).filter((key) => !(key in before) && !/t\.mab[cde]$/.test(key)), []);
  });

  it('What the loader rescued after a crash can be read back in', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url, { path: '/hosts/plain.html' });
    const cards = await widget.texts('.card .sentence');
    await meddle(page);
    await widget.press(words('home.another'));
    await widget.expectScreen('trouble');
    const { text } = await copyOf(widget, words('cover.download'));
    assert.deepEqual(Object.keys(JSON.parse(text)), ['format', 'stored']);
    const elsewhere = await world.serve();
    const { page: there, widget: again } = await world.open(`${elsewhere.url}/`);
    await again.walk({ to: 'question', keep: true });
    await toNotes(again);
    await takeIn(again, text);
    await again.expectStatus('status.saved');
    assert.deepEqual((await plans(there)), await plans(page));
    await there.goto(`${elsewhere.url}/`);
    await again.walk();
    assert.deepEqual((await again.texts('.card .sentence')).slice(0, -1), cards, 'the rescued plans, before the one of now');
  });
});

inEngines(EVERY, 'A single note', (it) => {
  it('A plan that was let go, or deleted among the notes, comes back by one press, and stays deleted without it', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    const before = await plans(page);
    for (const remove of [
      () => widget.press(words('home.let_go')),
      async () => {
        await toNotes(widget);
        await widget.press(words('notes.one_by_one'));
        await widget.pressCss('details .link');
      },
    ]) {
      await remove();
      await says(widget, 'notes.removed');
      await widget.expectStatus('status.saved');
      assert.deepEqual(await plans(page), []);
      await widget.press(words('notes.undo'));
      await widget.expect('see the undo used', (root, label) => !root.textContent.includes(label), words('notes.removed'));
      await widget.expectStatus('status.saved');
      assert.deepEqual(await plans(page), before);
    }
    await widget.pressCss('details .link');
    await says(widget, 'notes.removed');
    await widget.settled();
    await page.goto(`${url}/`);
    await widget.walk();
    assert.equal(await widget.count('.card'), 0);
    assert.deepEqual(await plans(page), []);
  });
});

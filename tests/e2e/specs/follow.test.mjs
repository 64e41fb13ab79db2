// Following through: a step that was tried, a check-in of four presses, looking back, and what is taken along.

import { words } from './words.mjs';
import { EVERY, assert, copyOf, inEngines, stored } from './support.mjs';
import { comingBack } from './store.mjs';
import { notes } from '../bench/notes.mjs';

/** The records of one kind, by their keys: `c` check-ins, `t` plans, `r` reflections. */
const records = async (page, kind) => Object.entries(await stored(page))
  .filter(([key]) => key.startsWith(`pn.main.${kind}.`))
  .map(([, raw]) => JSON.parse(raw.slice(raw.indexOf('{'))));

/** Four presses, and no fifth: what is pressed is kept. */
const checkIn = async (widget, { fog = 1, close = 2, together = 0, elsewhere = 1 } = {}) => {
  for (const [group, row] of Object.entries({ fog, close, together, elsewhere })) await widget.choose(row, group);
  await widget.settled();
};

/** What is printed when `act` is done. The browser's own dialogue would wait for a person. */
const printedBy = async (page, act) => {
  await page.evaluate(() => {
    const { append } = DocumentFragment.prototype;
    ShadowRoot.prototype.append = function (...nodes) {
      append.call(this, ...nodes);
      for (const { localName, contentWindow, contentDocument } of nodes) {
        if (localName !== 'iframe') continue;
        contentWindow.print = () => {
          const { title, body, documentElement } = contentDocument;
          window.printed = { title, text: body.innerText, html: documentElement.outerHTML };
        };
      }
    };
  });
  await act();
  return page.waitFor(() => window.printed);
};

inEngines(EVERY, 'Following through', (it) => {
  it('Four presses make a check-in that is there again, and a second one of the day is asked about', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await widget.onward(() => widget.press(words('home.check_in')));
    await checkIn(widget);
    const [first, ...others] = await records(page, 'c');
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...first, day: 0 },
      { day: 0, fog: 'little', closeness: 'much', together: 'yes', elsewhere: 'no' },
    );
    await page.goto(`${url}/`);
    await widget.walk();
    await widget.onward(() => widget.press(words('home.check_in')));
    await widget.press(words('home.change'));
    await widget.choose(-1, 'fog'); // not sure
    await widget.settled();
    const [changed] = await records(page, 'c');
    assert.equal(changed.fog, undefined, 'not sure is unknown, and nothing else');
    await page.goto(`${url}/`);
    await widget.walk();
    await widget.onward(() => widget.press(words('home.check_in')));
    await widget.press(words('checkin.another'));
    await widget.choose(3, 'fog');
    await widget.settled();
    assert.equal((await records(page, 'c')).length, 2);
  });

  it('What was tried is told beside the guess, with a line of one\'s own', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'plan', keep: true });
    await widget.choose(0, 'moment');
    await widget.choose(words('plan.guess_1'), 'feeling');
    await widget.next();
    await widget.press(words('home.tried'));
    await widget.choose(words('plan.guess_3'), 'feeling');
    await widget.expect('read that it felt better', (root, said) => root.textContent.includes(said), words('home.felt_better'));
    await widget.pressCss('.card .field input');
    await page.type('it rained');
    await widget.onward(() => widget.press(words('home.look_back'))); // what was typed waits no longer
    await widget.settled();
    const [plan] = await records(page, 't');
    assert.deepEqual(plan.entries.map(({ outcome, felt, line }) => [outcome, felt, line]), [['tried', 'good', 'it rained']]);
    await widget.press(words('look_back.lines'));
    assert.ok((await widget.text()).includes('it rained'), 'a line that was written can be read again');
  });

  it('A check-in in which everything was taken back is none: the next one is offered', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await widget.press(words('home.let_go')); // with no plan open, a check-in is the one thing for today
    const isOffered = async () => (await widget.text()).includes(words('home.quick'));
    await widget.expect('be offered a check-in', (root, quick) => root.textContent.includes(quick), words('home.quick'));
    await widget.onward(() => widget.press(words('home.check_in')));
    await widget.choose(1, 'fog');
    await widget.pressPart('primary');
    await widget.press(words('home.heading'));
    await widget.expectScreen('home');
    assert.ok(!await isOffered());
    await widget.onward(() => widget.press(words('home.check_in')));
    await widget.press(words('home.change'));
    await widget.choose(-1, 'fog');
    await widget.pressPart('primary');
    await widget.press(words('home.heading'));
    await widget.expectScreen('home');
    assert.ok(await isOffered());
  });

  it('What was said of a step by mistake is taken back', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await widget.press(words('home.done'));
    await widget.settled();
    assert.deepEqual((await records(page, 't')).map(({ entries }) => entries.length), [1]);
    await widget.press(words('notes.undo'));
    await widget.expect('be asked again', (root, label) => [...root.querySelectorAll('button')].some((one) => one.textContent === label), words('home.tried'));
    await widget.settled();
    assert.deepEqual((await records(page, 't')).map(({ entries }) => entries?.length ?? 0), [0]);
  });

  it('Not today is answered with less, and after three times with leave to stop', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    for (const time of [1, 2, 3]) {
      await widget.press(words('home.not_today'));
      await widget.expect('read that it is an answer', (root, said) => root.textContent.includes(said), words('home.said_not_today'));
      assert.ok(await widget.has(words('plan.two_minutes')));
      assert.equal((await widget.text()).includes(words('home.smaller')), time === 3, `after ${time}`);
      await widget.settled();
      await page.goto(`${url}/`);
      await widget.walk();
    }
    await widget.press(words('home.not_today'));
    await widget.press(words('plan.two_minutes'));
    await widget.settled();
    const [plan] = await records(page, 't');
    assert.equal(plan.size, 'two-minutes');
    assert.equal(plan.entries.length, 4);
  });

  it('A reminder holds the reader\'s own title and day, and nothing of the step', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    const [title] = await widget.texts('.card .subheading');
    await widget.press(words('reminder.open'));
    const { name, text } = await copyOf(widget, words('reminder.save'));
    assert.match(name, /^notes-\d{4}-\d{2}-\d{2}\.ics$/);
    assert.match(text, /^BEGIN:VCALENDAR\r\n[^]*\r\nSUMMARY:Reminder\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/);
    const day = await page.evaluate(() => {
      const tomorrow = new Date();
      tomorrow.setDate(tomorrow.getDate() + 1);
      return tomorrow.toLocaleDateString('sv').replaceAll('-', '');
    });
    assert.ok(text.includes(`DTSTART;VALUE=DATE:${day}\r\n`), text);
    for (const told of [title, 'fogbridge', 'DESCRIPTION', 'VALARM']) assert.ok(!text.toLowerCase().includes(told.toLowerCase()), told);
  });

  it('Only what was chosen stands on the page for a professional, and only that is printed', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await widget.onward(() => widget.press(words('home.summary')));
    assert.equal(await widget.count('.sheet'), 0);
    const rows = await widget.texts('.choice:has([type=checkbox])');
    await widget.pressCss('[type=checkbox]', 0);
    await widget.expect('see the page', (root) => root.querySelector('.sheet'));
    const sheet = await widget.inside((root) => root.querySelector('.sheet').innerText);
    assert.ok(sheet.includes(rows[0]));
    for (const other of rows.slice(1)) assert.ok(!sheet.includes(other), other);
    const printed = await printedBy(page, () => widget.press(words('summary.print')));
    assert.equal(printed.title, words('cover.notes_name'));
    assert.equal(printed.text.replace(/\s+/g, ' ').trim(), sheet.replace(/\s+/g, ' ').trim());
  });

  it('After a safety sign a check-in asks nothing about the partner, and keeps nothing', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    await page.goto(`${url}/`);
    await widget.walk({ to: 'safe', safety: () => 'yes' });
    const before = await stored(page);
    await widget.onward(() => widget.pressPart('primary'));
    await widget.planStep();
    await widget.choose(0, 'moment');
    await widget.next();
    await widget.onward(() => widget.press(words('home.check_in')));
    const groups = await widget.inside((root) => [...new Set([...root.querySelectorAll('[type=radio]')].map((one) => one.name))]);
    assert.deepEqual(groups, ['fog', 'elsewhere']);
    await widget.choose(3, 'fog');
    await widget.next();
    await widget.onward(() => widget.press(words('home.look_back')));
    assert.equal(await widget.count('svg'), 0);
    assert.deepEqual(await stored(page), before);
  });

  it('An element for check-ins alone opens with one, and asks no safety question before it', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await page.evaluate(() => { document.querySelector('fog-bridge').view = 'checkin'; });
    const trail = await widget.walk({ to: 'checkin', keep: true });
    assert.deepEqual(trail.map(({ screen }) => screen), ['cover', 'welcome', 'checkin']);
    await checkIn(widget);
    assert.equal((await records(page, 'c')).length, 1);
  });
});

// A page can be counted where there is a way to print into a file.
inEngines(['chromium'], 'The page for a professional', (it) => {
  it('is one page, A4 or Letter, whatever is chosen for it after ten years', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url, { records: notes(120, 300, 3650) });
    await widget.onward(() => widget.press(words('home.summary')));
    const ticks = '.choice:has([type=checkbox])';
    const rows = await widget.texts(`fieldset:not(:last-of-type) ${ticks}`);
    for (let at = 0; at < rows.length; at++) await widget.pressCss(`${ticks} input`, at);
    await widget.pressCss('.field input');
    await page.type('w'.repeat(140));
    await widget.expect('see all of it', (root, n) => root.querySelectorAll('.sheet p').length >= n, rows.length + 1);
    const sheet = await widget.inside((root) => root.querySelector('.sheet').innerText);
    for (const row of rows) assert.ok(sheet.includes(row), row);
    for (const part of ['notice', 'when', 'tried', 'ask']) assert.ok(sheet.includes(words(`summary.${part}`)), part);
    const { html } = await printedBy(page, () => widget.press(words('summary.print')));
    const paper = await page.native.context().newPage();
    await paper.setContent(html);
    for (const format of ['A4', 'Letter']) {
      const file = (await paper.pdf({ format, margin: { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' } })).toString('latin1');
      assert.equal(file.match(/\/Type\s*\/Page\b(?!s)/g).length, 1, format);
    }
  });
});

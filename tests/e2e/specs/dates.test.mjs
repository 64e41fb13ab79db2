// Days are the reader's own: nights on which clocks change, a journey across the date line, a leap day, a clock that was wrong.

import { words } from './words.mjs';
import { ours } from './store.mjs';
import { assert, inEngines, rewritten } from './support.mjs';

/** A reader whose time zone and clock the test sets. The clock stands still, so nothing depends on how long anything takes. */
const reader = async (world) => {
  let now = 0;
  const clock = () => `<script>
    window.now = ${now};
    window.Date = class extends Date {
      constructor(...given) { super(...(given.length ? given : [window.now])); }
      static now() { return window.now; }
    };
  </script>`;
  const { url } = await world.serve(
    rewritten(/plain\.html$/, (text) => text.replace('<meta charset="utf-8">', (meta) => meta + clock())),
  );
  const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
  const session = await page.native.context().newCDPSession(page.native);

  /** It is this instant, in this zone, for the page that is open as for all that come. */
  const at = async (zone, instant) => {
    now = Date.parse(instant);
    await session.send('Emulation.setTimezoneOverride', { timezoneId: zone });
    await page.evaluate((to) => { window.now = to; }, now);
  };
  /** Comes, for the first time or again, and walks home. */
  const visit = async () => {
    const isFirst = Object.keys(await ours(page)).length === 0;
    await page.goto(`${url}/hosts/plain.html`);
    await widget.walk(isFirst ? { keep: true } : {});
  };
  const begin = async () => {
    await widget.onward(() => widget.press(words('home.check_in')));
    return (await widget.text()).includes(words('checkin.again'));
  };
  return {
    page,
    widget,
    at,
    visit,
    /** Opens a check-in; true if it asks about one of today. */
    begin,
    /** A check-in to its end, from wherever there is a way to one; true if it asked about one of today. */
    checkIn: async (fog) => {
      const asked = await begin();
      if (asked) await widget.press(words('checkin.another'));
      await widget.choose(words(`checkin.fog_${fog}`), 'fog');
      await widget.press(words('checkin.done'));
      await widget.onward(() => widget.press(words('home.look_back')));
      return asked;
    },
    /** The table of the look-back, newest first: each day with its fog, and what else there was. */
    table: () => widget.inside((root) => [...root.querySelectorAll('table tr:has(td)')]
      .map((row) => [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(', '))),
    /** The days of all check-ins that are stored, in the order of their making. */
    stored: async () => Object.entries(await ours(page))
      .filter(([key]) => key.startsWith('pn.main.c.'))
      .map(([key, raw]) => [parseInt(key.split('.').at(-1), 36), JSON.parse(raw.slice(raw.indexOf('{'))).day])
      .sort(([one], [other]) => one - other)
      .map(([, day]) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  };
};

const FOG = [0, 1, 2, 3].map((level) => words(`checkin.fog_${level}`));
const REFLECTION = words('look_back.reflection');
const nDays = (n) => words('look_back.days').replace('{n}', n);

inEngines(['chromium'], 'Days of one\'s own', (it) => {
  for (const [season, instants, days] of [
    // The first midnight is one of the old time and the second one of the new: 23:59:30 and 00:00:30 in Berlin, twice.
    ['summer', ['2026-03-28T22:59:30Z', '2026-03-28T23:00:30Z', '2026-03-29T21:59:30Z', '2026-03-29T22:00:30Z'], ['March 28', 'March 29', 'March 30']],
    ['winter', ['2026-10-24T21:59:30Z', '2026-10-24T22:00:30Z', '2026-10-25T22:59:30Z', '2026-10-25T23:00:30Z'], ['October 24', 'October 25', 'October 26']],
  ]) {
    it(`Around the change to ${season} time, just before and just after midnight are two days next to each other`, async (world) => {
      const { widget, at, visit, checkIn, table } = await reader(world);
      await at('Europe/Berlin', instants[0]);
      await visit();
      const asked = [];
      for (const [place, instant] of instants.entries()) {
        await at('Europe/Berlin', instant); // under the open page: nobody reloads it at midnight
        asked.push(await checkIn([0, 3, 3, 1][place]));
      }
      assert.deepEqual(asked, [false, false, true, false], 'only the evening after the change is of a day that had one');
      const [before, night, after] = days;
      assert.deepEqual(await table(), [`${after}, ${FOG[1]}`, `${night}, ${FOG[3]}`, `${before}, ${FOG[0]}, ${REFLECTION}`]);
      assert.ok((await widget.text()).includes(nDays(3)));
    });
  }

  it('West across the date line, nothing is asked about a day that has not begun, and nothing is lost', async (world) => {
    const { widget, at, visit, begin, checkIn, table, stored } = await reader(world);
    const instant = '2026-06-10T00:30:00Z';
    await at('Pacific/Auckland', instant);
    await visit();
    assert.equal(await checkIn(3), false);
    assert.deepEqual(await table(), [`June 10, ${FOG[3]}, ${REFLECTION}`]);

    await at('America/Los_Angeles', instant);
    assert.equal(await checkIn(1), false, 'the tenth has not begun here');
    assert.deepEqual(await table(), [`June 9, ${FOG[1]}`], 'what is of the tenth is not told of the ninth');
    const text = await widget.text();
    assert.ok(text.includes(nDays(1)) && !text.includes('June 10'), text);
    assert.deepEqual(await stored(), ['2026-06-10', '2026-06-09']);
    assert.equal(await begin(), true, 'the ninth has one by now');

    await at('America/Los_Angeles', '2026-06-10T16:00:00Z');
    await visit();
    assert.equal(await checkIn(0), true, 'and so has the tenth, once it is here');
    await widget.settled();
    assert.deepEqual(await stored(), ['2026-06-10', '2026-06-09', '2026-06-10']);
    assert.deepEqual((await table()).map((row) => row.split(',')[0]), ['June 10', 'June 9']);
    assert.ok((await widget.text()).includes(nDays(2)));
  });

  it('The 29th of February 2028 is a day like others', async (world) => {
    const { at, visit, checkIn, table, stored } = await reader(world);
    const days = ['2028-02-28', '2028-02-29', '2028-03-01'];
    await at('Europe/Berlin', `${days[0]}T12:00:00Z`);
    await visit();
    for (const [place, day] of days.entries()) {
      await at('Europe/Berlin', `${day}T12:00:00Z`);
      assert.equal(await checkIn(place), false, day);
    }
    assert.deepEqual(await table(), [`March 1, ${FOG[2]}`, `February 29, ${FOG[1]}`, `February 28, ${FOG[0]}, ${REFLECTION}`]);
    assert.deepEqual(await stored(), days);
  });

  it('With the clock set back by a week, what was made next week stays stored and is told of no other day', async (world) => {
    const { widget, at, visit, checkIn, table, stored } = await reader(world);
    await at('Europe/Berlin', '2026-05-20T12:00:00Z');
    await visit();
    await checkIn(3);
    await at('Europe/Berlin', '2026-05-13T12:00:00Z');
    await visit();
    assert.equal(await checkIn(1), false);
    for (const far of ['weeks', 'all']) {
      await widget.choose(words(`look_back.${far}`), 'far');
      assert.deepEqual(await table(), [`May 13, ${FOG[1]}`], far);
      const text = await widget.text();
      assert.ok(text.includes(nDays(1)) && !text.includes('May 20'), text);
    }
    assert.deepEqual(await stored(), ['2026-05-20', '2026-05-13'], 'in the order of their making');

    await at('Europe/Berlin', '2026-05-21T12:00:00Z');
    await visit();
    assert.equal(await checkIn(0), false);
    assert.deepEqual(await table(), [`May 21, ${FOG[0]}`, `May 20, ${FOG[3]}, ${REFLECTION}`, `May 13, ${FOG[1]}`]);
  });

  it('A year away is told nowhere, and asks for nothing', async (world) => {
    const { widget, at, visit, stored } = await reader(world);
    await at('Europe/Berlin', '2026-05-20T12:00:00Z');
    await visit();
    // Only a day that is still to come is named.
    const soon = words('home.look_again').replace('{date}', 'June 3');
    const texts = [];
    for (const instant of ['2026-05-21T12:00:00Z', '2027-05-20T12:00:00Z']) {
      await at('Europe/Berlin', instant);
      await visit();
      const lines = (await widget.text()).split('\n').filter(Boolean);
      assert.equal(lines.includes(soon), texts.length === 0);
      texts.push(lines.filter((line) => line !== soon));
    }
    assert.deepEqual(texts[1], texts[0]);
    assert.ok(texts[0].includes(words('home.not_today')));
    assert.deepEqual(await stored(), []);
  });
});

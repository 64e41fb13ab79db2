// What is kept, what is not, and what happens where the browser keeps nothing.

import { words } from './words.mjs';
import { EVERY, assert, copyOf, inEngines, stored, withHeaders } from './support.mjs';
import { comingBack, fill, noOtherTrace, plans, toNotes, worksInMemory } from './store.mjs';

/** What stands in the field for the reader's own words. */
const typed = (widget) => widget.inside((root) => root.querySelector('.field input').value);

inEngines(EVERY, 'Coming back', (it, engine) => {
  const closed = engine === 'WebKit'
    ? 'after the page was closed (MiniBrowser under automation keeps nothing beyond its session)'
    : 'after the browser was closed';

  it(`The reader is at the very question they left, ${closed}`, async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    let n = 0;
    await widget.walk({ to: 'question', keep: true, short: false });
    const answers = [];
    for (; n < 4; n += 1) {
      await widget.choose(n % 2);
      answers.push(await widget.chosen());
      await widget.next();
    }
    await widget.expect('read that it was saved', (root, said) => root.textContent.includes(said), words('status.saved'));
    const left = await widget.spot();
    await world.restart();
    const { widget: again } = await world.open(`${url}/`);
    const trail = await again.walk({ to: 'question' });
    assert.deepEqual(trail.map(({ screen }) => screen), ['cover', 'welcome', 'question']);
    assert.deepEqual(await again.spot(), left);
    for (const answer of answers.reverse()) {
      await again.back();
      assert.equal(await again.chosen(), answer);
    }
  });

  it(`A plan in the making is still in the making, ${closed}`, async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'plan', keep: true });
    const left = await widget.spot();
    await widget.choose(words('plan.own'), 'moment');
    await widget.pressCss('.field input');
    await widget.page.type('the rain stops, "really"');
    assert.equal(await typed(widget), 'the rain stops, "really"');
    await widget.choose(1, 'size');
    await widget.settled();
    await world.restart();
    const { widget: again } = await world.open(`${url}/`);
    await again.walk({ to: 'plan' });
    assert.deepEqual(await again.spot(), left);
    assert.equal(await typed(again), 'the rain stops, "really"');
    assert.equal(await again.chosen('size'), (await again.texts('[part~=choice]:has([name=size])'))[1]);
    await again.next();
    await again.expectScreen('home');
  });

  it(`A plan is still open, and what became of it is told once more, ${closed}`, async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true, role: 'supporter' });
    const plan = await widget.texts('.card .sentence');
    assert.equal(plan.length, 1);
    await world.restart();
    const { widget: again } = await world.open(`${url}/`);
    await again.walk();
    assert.deepEqual(await again.texts('.card .sentence'), plan);
  });

  it('"I am someone else" begins with nothing, and changes nothing of what is kept', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true });
    const kept = await stored(page);
    await page.goto(`${url}/`);
    await widget.walk({ to: 'welcome' });
    await widget.onward(() => widget.press(words('welcome.someone_else')));
    await widget.expectScreen('who');
    assert.equal(await widget.chosen(), null);
    await widget.walk();
    assert.equal(await widget.count('.card'), 1, 'only the plan of the someone else');
    assert.deepEqual(await stored(page), kept);
  });
});

inEngines(EVERY, 'Keeping', (it) => {
  for (const [title, keep] of [['who chose to keep nothing', false], ['who chose neither', undefined]]) {
    it(`Nothing is written for a reader ${title}`, async (world) => {
      const { url } = await world.serve();
      const { page, widget } = await world.open(`${url}/`);
      const nothing = async () => {
        assert.deepEqual(await stored(page), {}, await widget.describe());
        await noOtherTrace(page);
      };
      await widget.walk({ keep, seen: nothing });
      await widget.press(words('home.done'));
      await widget.press(words('common.my_notes'));
      await widget.expectScreen('notes');
      await nothing();
    });
  }

  it('Who stops keeping has nothing stored any more and everything on the screen, and can begin to keep again', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    const before = await plans(page);
    await toNotes(widget);
    await widget.press(words('notes.stop'));
    await widget.expectStatus('status.nothing_kept');
    assert.deepEqual(await stored(page), {});
    await noOtherTrace(page);
    await widget.pressPart('back');
    await widget.onward(() => widget.press(words('home.another')));
    await widget.walk();
    assert.equal(await widget.count('.card'), 2);
    assert.deepEqual(await stored(page), {});
    await toNotes(widget);
    await widget.press(words('notes.keep_now'));
    await widget.expectStatus('status.saved');
    assert.deepEqual((await plans(page)).slice(0, 1), before);
    assert.equal((await plans(page)).length, 2);
  });

  it('A note that cannot be read is set aside, said, offered for download, and never overwritten', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
    const damaged = { 'pn.main.d': 'n1 7 deadbeef {"role":"numb","pa', 'pn.main.s': 'a string of somebody else', 'pn.main.r.x1': '{"not":"ours"}' };
    await page.evaluate((all) => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value); }, damaged);
    await page.goto(`${url}/`);
    const held = async () => {
      const values = Object.values(await stored(page));
      for (const raw of Object.values(damaged)) assert.ok(values.includes(raw), `"${raw}" is gone. ${await widget.describe()}`);
    };
    let welcome = '';
    await widget.walk({ keep: true, seen: async (screen) => {
      if (screen === 'welcome') welcome = await widget.text();
      await held();
    } });
    assert.ok(welcome.includes(words('welcome.set_aside')), welcome);
    await widget.press(words('common.my_notes'));
    await widget.expectScreen('notes');
    const { text } = await copyOf(widget, words('notes.download'));
    for (const raw of Object.values(damaged)) assert.ok(text.includes(JSON.stringify(raw).slice(1, -1)), `${raw} is in the copy`);
    await page.goto(`${url}/`);
    await widget.walk();
    await held();
  });

  it('What a newer version wrote is left as it is, and nothing is written beside it', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
    await page.evaluate(() => { localStorage.setItem('pn.main.p', 'n99 3 00000000 {"from":"the future"}'); });
    const before = await stored(page);
    await page.goto(`${url}/`);
    let welcome = '';
    await widget.walk({ seen: async (screen) => {
      if (screen === 'welcome') welcome = await widget.text();
      assert.deepEqual(await stored(page), before, await widget.describe());
    } });
    assert.ok(welcome.includes(words('status.newer')), welcome);
    assert.ok((await widget.text()).includes(words('status.newer')));
  });

  it("Delete everything leaves no key of ours, and every key of the page's", async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
    const others = { theme: 'dark', pn: 'mine', 'pnx.main.p': 'mine too', 'pn.other.p': 'of a widget with another store' };
    await page.evaluate((all) => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value); }, others);
    await page.goto(`${url}/`);
    await widget.walk({ keep: true });
    assert.ok(Object.keys(await stored(page)).length > Object.keys(others).length, 'something was kept');
    await widget.press(words('common.my_notes'));
    await widget.expectScreen('notes');
    await widget.press(words('notes.delete'));
    await widget.press(words('notes.delete_no'));
    assert.ok(Object.keys(await stored(page)).length > Object.keys(others).length, 'no is no');
    await widget.press(words('notes.delete'));
    await widget.press(words('notes.delete_yes'));
    await widget.expect('read that all is gone', (root, said) => root.textContent.includes(said), words('notes.deleted'));
    assert.deepEqual(await stored(page), others);
    await noOtherTrace(page);
    assert.ok((await widget.text()).includes(words('notes.remains')), 'what stays is said'); // F25
    await widget.onward(() => widget.pressPart('back'));
    assert.deepEqual(await stored(page), others);
    await page.goto(`${url}/`);
    await widget.walk({ to: 'welcome' });
    assert.ok((await widget.text()).includes(words('welcome.keep_legend')), 'a first visit again');
  });
});

// F1, F2, F5: no storage at all.
inEngines(EVERY, 'A browser that keeps nothing', (it) => {
  it('In a sandboxed document everything works in memory, and that is said', async (world) => {
    // `Content-Security-Policy: sandbox` sets the very flags that <iframe sandbox> sets, without a frame around it.
    const { url } = await world.serve(withHeaders(/plain\.html$/, { 'content-security-policy': 'sandbox allow-scripts' }));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    assert.equal(await page.evaluate(() => { try { return String(localStorage); } catch (error) { return error.name; } }), 'SecurityError');
    await worksInMemory(widget);
  });
});

const PREFS = {
  chromium: [['with all cookies blocked', { profile: { default_content_setting_values: { cookies: 2 } } }, 'SecurityError']],
  firefox: [
    ['with all cookies blocked', { 'network.cookie.cookieBehavior': 2 }, 'SecurityError'],
    ['with localStorage switched off', { 'dom.storage.enabled': false }, 'null'],
  ],
};

for (const [engine, cases] of Object.entries(PREFS)) {
  inEngines([engine], 'A browser that keeps nothing', (it) => {
    for (const [title, prefs, means] of cases) {
      it(`${title}, everything works in memory, and that is said`, async (world) => {
        const { url } = await world.serve();
        const { page, widget } = await world.open(`${url}/hosts/plain.html`, await world.browser({ prefs }));
        assert.equal(await page.evaluate(() => { try { return String(localStorage); } catch (error) { return error.name; } }), means);
        await worksInMemory(widget);
      });
    }
  });
}

inEngines(EVERY, 'A browser that keeps nothing', (it) => {
  // F6, F8: it does not matter who took the room.
  it('A browser without room left says so at once, loses nothing of the screen, and the rest works', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'welcome' });
    await fill(page);
    await widget.walk({ to: 'question', keep: true });
    await widget.expectStatus('status.full');
    await widget.walk();
    assert.equal(await widget.status(), words('status.full'));
    assert.equal(await widget.count('.card'), 1);
  });
});

// Two tabs, two widgets, a tab that comes back, one that crashes, one that is closed too soon. The F-rows are those of the
// table of failures that the design names.

import { words } from './words.mjs';
import { EVERY, assert, inEngines, stored, told } from './support.mjs';
import { bystander, comingBack, ours, ownWords, plans, put, scriptFirst, someNotes, toNotes, toOwnWords } from './store.mjs';
import { until } from '../browsers/shared.mjs';
import { WidgetPage } from '../widget_page.mjs';

/** A second tab that is at `home` too. */
const anotherTab = async (world, url, to = 'home', path = '/') => {
  const { page, widget } = await world.open(url + path);
  await widget.walk({ to });
  return { page, widget };
};

/** From `home`: one more plan. */
const planOneMore = async (widget) => {
  await widget.onward(() => widget.press(words('home.another')));
  await widget.walk();
};

const setAside = async (page) => Object.keys(await ours(page)).filter((key) => key.includes('.aside.'));

const outcomes = async (page) => (await plans(page)).map(({ entries }) => entries.map(({ outcome }) => outcome));

// F13, F16.
inEngines(EVERY, 'Two tabs', (it) => {
  it('An answer given in one tab is chosen in the other when the reader gets there', async (world) => {
    const { url } = await world.serve();
    const { widget: one } = await world.open(`${url}/`);
    await one.walk({ to: 'question', keep: true });
    const { widget: two } = await anotherTab(world, url, 'question');
    await one.choose(0);
    await one.next();
    await one.choose(2);
    const [question, answer] = [await one.heading(), await one.chosen()];
    await one.next();
    await two.choose(0);
    await two.next();
    assert.deepEqual([await two.heading(), await two.chosen()], [question, answer]);
  });

  it('A plan made in one tab is on the home of the other, and what became of it there is here', async (world) => {
    const { url } = await world.serve();
    const { page, widget: one } = await comingBack(world, url);
    const { widget: two } = await anotherTab(world, url);
    await planOneMore(one);
    await two.expect('see both plans', (root) => root.querySelectorAll('.card').length === 2);
    assert.deepEqual(await two.texts('.card .sentence'), await one.texts('.card .sentence'));
    await two.press(words('home.tried'));
    await two.settled();
    await one.expect('see the one that is still open', (root) => root.querySelectorAll('.card').length === 1);
    assert.deepEqual(await outcomes(page), [['tried'], []]);
  });

  it('When both tabs speak of the same plan before either could hear of it, both outcomes are kept', async (world) => {
    // However slow the machine is: nobody loses patience with the third tab.
    const { url } = await world.serve(scriptFirst(/plain\.html$/, () => { AbortSignal.timeout = () => new AbortController().signal; }));
    const path = '/hosts/plain.html';
    const { page, widget: one } = await comingBack(world, url, { path });
    const { widget: two } = await anotherTab(world, url, 'home', path);
    const third = await bystander(world, url);
    // A third tab is in the middle of its turn, so that both have to wait with theirs.
    await third.evaluate(() => new Promise((then) => {
      navigator.locks.request('pn.main.', () => { then(); return new Promise((end) => { window.end = end; }); });
    }));
    await one.press(words('home.not_today'));
    await two.press(words('home.tried'));
    await one.expectStatus('status.saving');
    await two.expectStatus('status.saving');
    assert.deepEqual(await outcomes(page), [[]], 'nobody has written yet');
    await third.evaluate(() => { window.end(); });
    for (const widget of [one, two]) await widget.expectStatus('status.saved');
    // Where what one tab wrote is late in the other, one of them writes again what it finds written over.
    const both = JSON.stringify([['not-today', 'tried']]);
    await until(async () => JSON.stringify((await outcomes(page)).map((all) => all.sort())) === both, () => 'one outcome is lost');
    assert.deepEqual(await setAside(page), []);
  });

  it('Everything deleted in one tab stays deleted while another one is open and goes on', async (world) => {
    const { url } = await world.serve();
    const { page, widget: one } = await comingBack(world, url);
    const { widget: two } = await anotherTab(world, url);
    await toNotes(one);
    await one.press(words('notes.delete'));
    await one.press(words('notes.delete_yes'));
    await two.expectStatus('status.gone');
    await two.press(words('home.not_today'));
    await planOneMore(two);
    assert.deepEqual(await stored(page), {});
    await two.press(words('notes.delete_no'));
    await two.expectStatus('status.nothing_kept');
    await planOneMore(two);
    assert.deepEqual(await stored(page), {});
  });
});

// F16: locks are there only with https, and can hang.
inEngines(['chromium'], 'Taking turns', (it) => {
  it('Without Web Locks, as on plain http, everything is saved all the same', async (world) => {
    const { url } = await world.serve(scriptFirst(/plain\.html$/, () => { delete Navigator.prototype.locks; }));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    assert.equal(await page.evaluate(() => typeof navigator.locks), 'undefined');
    await widget.walk({ keep: true });
    await widget.expectStatus('status.saved');
    assert.equal((await plans(page)).length, 1);
  });

  it('Where asking for a lock throws, everything is saved all the same', async (world) => {
    const { url } = await world.serve(scriptFirst(/plain\.html$/, () => { LockManager.prototype.request = () => { throw new Error('no locks'); }; }));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'question', keep: true });
    await widget.expectStatus('status.saved');
    assert.ok((await ours(page))['pn.main.d']);
  });

  it('A tab that hangs in the middle of its turn does not keep this one from saving', async (world) => {
    const { url } = await world.serve();
    const other = await bystander(world, url);
    const { page, widget } = await comingBack(world, url);
    await other.evaluate(() => new Promise((then) => { navigator.locks.request('pn.main.', () => { then(); return new Promise(() => {}); }); }));
    await widget.press(words('home.not_today'));
    await widget.expectStatus('status.saving');
    await widget.expectStatus('status.saved');
    assert.equal((await plans(page))[0].entries.length, 1);
  });
});

// F17: what a tab can survive. A power cut cannot be promised, and is not.
inEngines(EVERY, 'A tab that ends', (it) => {
  it('A line that was typed right before the page is left is kept', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toOwnWords(widget);
    await page.type('the kettle sings');
    await page.goto(`${url}/hosts/elsewhere.html`);
    assert.match((await ours(page))['pn.main.p'], /"the kettle sings"/);
  });

  it('A line that was typed right before the reader leaves by the way out is kept', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await page.evaluate((exit) => { document.querySelector('fog-bridge').exit = exit; }, `${url}/hosts/elsewhere.html`);
    await toOwnWords(widget);
    await page.type('the kettle sings');
    await widget.pressPart('exit');
    await page.waitFor(() => location.pathname === '/hosts/elsewhere.html');
    assert.match((await ours(page))['pn.main.p'], /"the kettle sings"/);
  });

  it('A line that was typed within the last tenth of a second before the tab is closed is kept', async (world) => {
    const { url } = await world.serve();
    const other = await bystander(world, url);
    const { page, widget } = await comingBack(world, url);
    await toOwnWords(widget);
    await page.type('the kettle sings');
    const before = (await ours(page))['pn.main.p'];
    await page.type('!');
    await page.close();
    await other.waitFor((before) => localStorage.getItem('pn.main.p') !== before, before);
    assert.match((await ours(other))['pn.main.p'], /"the kettle sings!"/);
  });
});

inEngines(['chromium'], 'A tab that ends', (it) => {
  for (const nth of [0, 1]) {
    it(`With two widgets, what was typed in number ${nth + 1} right before the page is left is kept`, async (world) => {
      const { url } = await world.serve();
      const { page, widget: one } = await comingBack(world, url, { path: '/hosts/two.html' });
      const two = new WidgetPage(page, 1);
      await two.walk();
      await toOwnWords([one, two][nth]);
      await page.type('the kettle sings');
      await page.goto(`${url}/hosts/elsewhere.html`);
      assert.match((await ours(page))['pn.main.p'], /"the kettle sings"/);
    });
  }

  it('What was saved before a crash of the tab is there after it', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toOwnWords(widget);
    await page.type('the kettle sings');
    await widget.expectStatus('status.saved');
    const crashed = new Promise((then) => { page.native.once('crash', then); });
    const session = await page.native.context().newCDPSession(page.native);
    session.send('Page.crash').catch(() => {});
    await crashed;
    const { widget: again } = await anotherTab(world, url, 'plan');
    assert.equal(await ownWords(again), 'the kettle sings');
  });
});

// F15.
for (const [engine, options] of [['chromium', { goesBack: true }], ['firefox', undefined], ['webkit', undefined]]) {
  inEngines([engine], 'A page from the back-forward cache', (it) => {
    it('It comes back with the cover closed, and behind it is what another tab wrote meanwhile', async (world) => {
      const { url } = await world.serve();
      const browser = options && await world.browser(options);
      const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`, browser);
      await put(page, await someNotes(world));
      await page.goto(`${url}/hosts/plain.html`);
      await widget.walk();
      await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; }));
      await page.goto(`${url}/hosts/elsewhere.html`);
      const other = await world.open(`${url}/hosts/plain.html`, browser);
      await other.widget.walk();
      await planOneMore(other.widget);
      await other.page.close();
      await page.evaluate(() => { history.back(); }).catch(() => {});
      await page.waitFor(() => location.pathname === '/hosts/plain.html');
      assert.equal(await page.evaluate(() => window.persisted), true, 'it came from the cache');
      assert.equal(await widget.screen(), 'cover');
      await widget.walk();
      assert.equal(await widget.count('.card'), 2);
      await widget.press(words('home.not_today'));
      await widget.expectStatus('status.saved');
      assert.deepEqual(await outcomes(page), [['not-today'], []]);
    });
  });
}

// F14.
inEngines(EVERY, 'Two widgets on one page', (it) => {
  it('What is done in one is in the other, two copies of the script included, and nothing is set aside', async (world) => {
    const { url } = await world.serve();
    const { page, widget: one } = await comingBack(world, url, { path: '/hosts/two.html' });
    const two = new WidgetPage(page, 1);
    await two.walk();
    await planOneMore(one);
    await two.expect('see both plans', (root) => root.querySelectorAll('.card').length === 2);
    for (const widget of [two, one]) {
      await widget.press(words('home.not_today'));
      await widget.expectStatus('status.saved');
    }
    assert.deepEqual(await outcomes(page), [['not-today', 'not-today'], []]);
    assert.deepEqual(await setAside(page), []);
    assert.deepEqual((await told(page)).filter(({ name }) => name === 'fogbridge-error'), []);
  });
});

inEngines(['chromium'], 'Two widgets on one page', (it) => {
  it('Who types in both in turn finds each line where it was typed, and what was written over is set aside', async (world) => {
    const { url } = await world.serve();
    const { page, widget: one } = await comingBack(world, url, { path: '/hosts/two.html' });
    const two = new WidgetPage(page, 1);
    await two.walk();
    for (const widget of [one, two]) await toOwnWords(widget);
    for (const [widget, text] of [[one, 'tea'], [two, 'rain'], [one, ' and rain'], [two, ' and tea']]) {
      await widget.pressCss('.field input');
      await page.press('End');
      await page.type(text);
      await widget.expectStatus('status.saved');
    }
    assert.deepEqual([await ownWords(one), await ownWords(two)], ['tea and rain', 'rain and tea']);
    const raw = Object.values(await ours(page));
    for (const line of ['tea and rain', 'rain and tea']) assert.ok(raw.some((one) => one.includes(`"${line}"`)), line);
    // One for each time the hand went over to the other widget, and none for the letters between.
    assert.ok((await setAside(page)).length <= 3, (await setAside(page)).join(' '));
  });
});

// F21, F22.
inEngines(['chromium'], 'A strange world', (it) => {
  it('With the clock set back to 1970, nothing is lost and the order of plans stays', async (world) => {
    const { url } = await world.serve(scriptFirst(/plain\.html$/, () => {
      const Real = Date;
      window.Date = class extends Real {
        constructor(...given) { super(...(given.length ? given : [0])); }

        static now() { return 0; }
      };
    }));
    const { page, widget } = await comingBack(world, url, { path: '/hosts/plain.html' });
    const [first] = await plans(page);
    await planOneMore(widget);
    await widget.expectStatus('status.saved');
    const all = await plans(page);
    assert.deepEqual([all.length, all[0]], [2, first]);
    assert.ok(all[1].made_on <= 0, 'the clock really was back');
    await page.goto(`${url}/`);
    await widget.walk();
    assert.equal(await widget.count('.card'), 2);
  });

  it('Hostile Unicode is kept as it is shown, and turns nothing around', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await comingBack(world, url);
    await toOwnWords(widget);
    await widget.inside((root) => {
      const input = root.querySelector('.field input');
      input.value = '\ud800 a\u202eb\u2066c 👩🏽‍🚀 \udc00\u0000 "\\\u2028</script> e\u0301';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await widget.expectStatus('status.saved');
    const raw = (await ours(page))['pn.main.p'];
    assert.ok([...raw].every((one) => one >= ' ' && one <= '~'), 'in plain ASCII');
    const shown = '\ufffd abc 👩🏽‍🚀 \ufffd "\\ </script> e\u0301';
    await widget.onward(() => widget.pressPart('primary'));
    const sentence = (await widget.texts('.card .sentence')).at(-1);
    assert.ok(sentence.includes(shown), JSON.stringify(sentence));
    await widget.expectStatus('status.saved');
    assert.equal((await plans(page)).at(-1).moment.own, shown);
    await page.goto(`${url}/`);
    await widget.walk();
    assert.equal((await widget.texts('.card .sentence')).at(-1), sentence);
  });
});

// Safety: the sign, what it closes, and the two ways out.

import { answerPhrases, closedTexts, readings, signs, steps, words } from './words.mjs';
import { EVERY, assert, held, inEngines, stored } from './support.mjs';
import { until } from '../browsers/shared.mjs';

/** Goes to the first safety question and says yes; `before` is called right before *Next*. */
const sayYes = async (widget, way = {}, before = async () => {}) => {
  await widget.walk({ to: 'safety', ...way });
  await widget.choose(words('safety.yes'));
  await before();
  await widget.next();
  await widget.expectScreen('safe');
};

/** Nothing of a picture, a reading or a couple step is anywhere in the widget, shown or hidden. */
const nothingClosed = async (widget) => {
  const where = await widget.describe();
  const [all, scene, headings] = await widget.inside((root) => [
    root.querySelector('.frame').textContent,
    root.querySelectorAll('[part~=picture], [data-screen] svg, .thread, .told').length,
    [...root.querySelectorAll('.card :is(h2,h3,h4,h5,h6)')].map((one) => one.textContent.trim()),
  ]);
  assert.equal(scene, 0, `no picture and no reading. ${where}`);
  for (const title of steps().closed) assert.ok(!all.includes(title), `"${title}" is not open to someone afraid. ${where}`);
  for (const text of closedTexts()) assert.ok(!all.includes(text), `"${text}" is not for someone afraid. ${where}`);
  for (const label of [words('more.words'), words('more.myths'), words('more.staying'), words('home.picture'), words('home.reflect'), words('steps.all'), words('picture.answers')]) {
    assert.ok(!await widget.has(label), `"${label}" leads back to what is closed. ${where}`);
  }
  return headings;
};

inEngines(EVERY, 'A safety sign', (it) => {
  it('Yes to a safety question opens the page for someone afraid, and from there no couple step and no picture can be reached', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await sayYes(widget, { keep: true });
    await nothingClosed(widget);
    await widget.next();
    await widget.expectScreen('steps');
    await widget.expect('see steps', (root) => root.querySelector('.card'));
    const { open } = steps();
    const shown = await nothingClosed(widget);
    assert.ok(shown.every((title) => open.includes(title)));
    assert.ok(shown.length >= 3, 'and there is something to choose from');
    await widget.choose(words('steps.energy_some'), 'energy');
    await nothingClosed(widget);
    await widget.planStep();
    await widget.expectScreen('plan');
    await nothingClosed(widget);
    assert.equal(await widget.count('a[download], a[href^="data:"], a[href^="blob:"]'), 0, 'no calendar file');
    await widget.walk();
    await nothingClosed(widget);
    await widget.pressPart('help');
    await widget.expectScreen('help');
    await nothingClosed(widget);
    await widget.back();
    await widget.back();
    await widget.expectScreen('safe');
  });

  it('Under strong fog, the crisis sentence stands once and always the same; without it, nowhere', async (world) => {
    const { url } = await world.serve();
    const crisis = readings('crisis');
    for (const [row, times] of [[2, 1], [0, 0]]) {
      const { widget } = await world.open(`${url}/`);
      await widget.walk({ to: 'picture', role: 'numb', answer: (n) => (n === 1 && row ? 1 : row) });
      const all = await widget.inside((root) => root.querySelector('[data-screen]').textContent);
      assert.equal(all.split(crisis).length - 1, times, await widget.describe());
    }
  });

  it('From the sign on nothing at all is written, wherever the reader goes', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    let snapshot;
    await sayYes(widget, { keep: true }, async () => { snapshot = await stored(page); });
    assert.ok(Object.keys(snapshot).length > 0, 'the answers before were kept');
    const unchanged = async () => assert.deepEqual(await stored(page), snapshot, await widget.describe());
    await unchanged();
    await widget.walk({ seen: unchanged });
    await widget.press(words('home.done'));
    await widget.expect('see that it counts', (root, said) => root.textContent.includes(said), words('home.said_done'));
    await unchanged();
    await widget.press(words('common.my_notes'));
    await widget.expectScreen('notes');
    await unchanged();
    await widget.back();
    await widget.pressPart('help');
    await widget.expectScreen('help');
    await widget.back();
    await unchanged();
    assert.deepEqual(await page.evaluate(() => [document.cookie, sessionStorage.length]), ['', 0]);
  });

  it('An answer that is itself a sign leads there too, is not repeated, and is not kept', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    const [sign] = signs();
    let snapshot;
    await widget.walk({ to: 'safe', keep: true, role: 'numb', short: false, answer: (_, heading) => (heading === sign.ask ? sign.place : 0), seen: async (screen) => {
      assert.notEqual(screen, 'safety', `no reader gets past "${sign.ask}"`);
      if (screen === 'question') snapshot = await stored(page);
    } });
    assert.deepEqual(await stored(page), snapshot);
    const said = await widget.text();
    for (const phrase of answerPhrases()) assert.ok(!said.includes(phrase), `"${phrase}" is repeated`);
    await nothingClosed(widget);
  });

  it('"I pressed that by mistake" leads back to the question, and on to the picture', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'safety' });
    const question = await widget.heading();
    await sayYes(widget);
    await widget.onward(() => widget.press(words('safe.mistake')));
    assert.deepEqual(await widget.spot(), { screen: 'safety', heading: question });
    assert.equal(await widget.chosen(), null, 'no answer stands there');
    await widget.walk({ to: 'picture' });
  });

  it('After a return, "Go on" never leads to the page for someone afraid', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await sayYes(widget, { keep: true });
    const { widget: again } = await world.open(`${url}/`);
    const trail = await again.walk({ to: 'question', answer: () => 0 });
    assert.deepEqual(trail.map(({ screen }) => screen), ['cover', 'welcome', 'question'], 'back at the last question');
  });
});

inEngines(EVERY, 'The ways out', (it) => {
  it('"Leave this page" and "Get help now" stand on every screen and can be pressed; help leads back to where the reader was', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/hosts/plain.html`);
    const tried = new Set();
    const seen = async (screen) => {
      const reached = await widget.inside((root) => ['exit', 'help'].map((part) => {
        const element = root.querySelector(`[part~=${part}]`);
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return root.elementFromPoint(x + width / 2, y + height / 2) === element;
      }));
      assert.deepEqual(reached, [true, true], `nothing lies over them. ${await widget.describe()}`);
      if (tried.has(screen) || screen === 'cover') return;
      tried.add(screen);
      const before = await widget.spot();
      await widget.pressPart('help');
      await widget.expectScreen('help');
      assert.ok(await widget.count('[data-screen] a[href^="tel:"]') > 0, 'there is somebody to call');
      await widget.back();
      assert.deepEqual(await widget.spot(), before);
    };
    await widget.walk({ short: false, seen });
    await widget.press(words('common.my_notes'));
    await widget.expectScreen('notes');
    await seen('notes');
    await widget.back();
    const { widget: afraid } = await world.open(`${url}/hosts/plain.html`);
    await afraid.walk({ to: 'safe', safety: () => 'yes' });
    await afraid.pressPart('help');
    await afraid.expectScreen('help');
    await afraid.back();
    await afraid.expectScreen('safe');
  });

  for (const [title, place] of [
    ['before anything is loaded', async () => {}],
    ['in the middle of the questions', (widget) => widget.walk({ to: 'question', keep: true })],
    ['from the page for someone afraid', (widget) => widget.walk({ to: 'safe', safety: () => 'yes' })],
  ]) {
    it(`"Leave this page" hides everything at once and puts another page in its place, ${title}`, async (world) => {
      const target = held(/elsewhere/);
      const core = held(title.startsWith('before') ? /core\.(js|wasm)$/ : /never/);
      const { url, requests } = await world.serve(target, core);
      const { page, widget } = await world.open(`${url}/hosts/before.html`);
      await page.goto(`${url}/hosts/plain.html`);
      await place(widget);
      const steps = await page.evaluate(() => {
        // Chromium answers no questions while a page is on its way, so this one writes down how it looked then.
        const root = document.documentElement;
        new MutationObserver(() => {
          sessionStorage.setItem('left', JSON.stringify([getComputedStyle(root).display, document.title]));
        }).observe(root, { attributes: true });
        return history.length;
      });
      await widget.pressPart('exit');
      await until(() => requests.includes('/hosts/elsewhere.html'), () => 'The other page was not asked for.');
      target.release();
      await page.waitFor(() => location.pathname === '/hosts/elsewhere.html' && document.readyState === 'complete');
      assert.deepEqual(JSON.parse(await page.evaluate(() => sessionStorage.getItem('left'))), ['none', words('cover.left_title')]);
      assert.equal(await page.evaluate(() => history.length), steps, 'no step of history was added');
      await page.evaluate(() => { history.back(); });
      await page.waitFor(() => location.pathname === '/hosts/before.html');
    });
  }

  it('Help works while the core does not come, and so does the way back to the cover', async (world) => {
    const { url } = await world.serve(held(/core\.(js|wasm)$/));
    const { widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.expectScreen('cover');
    await widget.pressPart('help');
    await widget.expectScreen('help');
    assert.ok(await widget.count('[data-screen] a[href^="tel:"]') > 0, 'there is somebody to call');
    await widget.pressPart('back');
    await widget.expectScreen('cover');
  });

  it('Help pressed on the cover leads back to the cover, or on to the beginning, and never into an empty box', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await page.evaluate(() => document.querySelector('fog-bridge').ready);
    await widget.pressPart('help');
    await widget.expectScreen('help');
    await widget.onward(() => widget.pressPart('back'));
    await widget.walk();
  });
});

inEngines(EVERY, 'A return', (it) => {
  it('Cover and welcome show nothing of what was entered, and one safety question comes before the picture', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true, short: false });
    const plan = await widget.texts('.card .sentence');
    const { widget: again } = await world.open(`${url}/`);
    const secrets = [...answerPhrases(), ...plan, ...steps().open, ...steps().closed];
    const trail = await again.walk({ seen: async (screen) => {
      if (screen !== 'cover' && screen !== 'welcome') return;
      const all = await again.inside((root) => root.querySelector('.frame').textContent);
      for (const secret of secrets) assert.ok(!all.includes(secret), `${screen} shows "${secret}"`);
    } });
    assert.deepEqual(trail.map(({ screen }) => screen), ['cover', 'welcome', 'safety', 'home']);
    assert.deepEqual(await again.texts('.card .sentence'), plan);
    await again.onward(() => again.press(words('home.picture')));
    await again.expectScreen('picture');
  });

  it('A sign on a later visit hides the couple plans, and they are there again the next time', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ keep: true, to: 'steps' });
    await widget.press(words('steps.all'));
    const titles = await widget.texts('.card :is(h2,h3,h4,h5,h6)');
    await widget.planStep(titles.findIndex((title) => steps().closed.includes(title)));
    await widget.walk();
    const plan = await widget.texts('.card .sentence');
    await page.goto(`${url}/`);
    await sayYes(widget);
    await widget.next();
    await nothingClosed(widget);
    await page.goto(`${url}/`);
    await widget.walk();
    assert.deepEqual(await widget.texts('.card .sentence'), plan);
  });
});

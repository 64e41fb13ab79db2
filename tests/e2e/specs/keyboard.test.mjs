// The whole way with no mouse, no touch and no script: Tab, arrows, Space and Enter.

import { words } from './words.mjs';
import { assert, inEngines, names } from './support.mjs';

/** Runs in the page: the element with the focus, inside shadow roots too. */
const FOCUSED = `() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}`;

const focused = (page, fn, ...args) => page.evaluate(`(args) => (${fn})((${FOCUSED})(), ...args)`, args);

/** Presses Tab until the focus is where `wanted` says. */
const tabTo = async (widget, what, wanted, ...args) => {
  const passed = [];
  for (let n = 0; n < 60; n += 1) {
    await widget.page.press('Tab');
    if (await focused(widget.page, wanted, ...args)) {
      const ring = await focused(widget.page, (element) => element.matches(':focus-visible'));
      assert.ok(ring, `${what} shows that it has the focus`);
      return;
    }
    passed.push(await focused(widget.page, (element) => element?.textContent.trim().slice(0, 20)));
  }
  assert.fail(`Tab never came to ${what}, but to ${passed.join(' | ')}. ${await widget.describe()}`);
};

const PART = (element, part) => element?.getAttribute('part') === part;
const BUTTON = (element, label) => element?.localName === 'button' && element.textContent.trim() === label;
const RADIO = (element, group) => element?.type === 'radio' && element.name === group;

const pressKey = async (widget, key) => widget.onward(async () => {
  await widget.page.press(key);
});

/** After a change of screen the focus is on its heading, and the heading is in view: below the bar that stays at the top. */
const onHeading = async (widget) => {
  const told = await focused(widget.page, (element) => ({
    heading: /^H[2-6]$/.test(element?.tagName ?? ''),
    text: element?.textContent.trim(),
    top: element?.getBoundingClientRect().top,
    edge: Math.max(0, element?.getRootNode().querySelector('.bar')?.getBoundingClientRect().bottom),
    height: innerHeight,
  }));
  const { screen, heading } = await widget.spot();
  assert.ok(told.heading && told.text === heading, `on ${screen} the focus is on "${told.text}", not on the heading "${heading}"`);
  assert.ok(told.top >= told.edge - 1 && told.top < told.height, `the heading of ${screen} begins at ${told.top}, in view are ${told.edge} to ${told.height}`);
};

inEngines(['chromium'], 'By keyboard alone', (it) => {
  it('A reader goes from the cover to a step of their own, and the focus is on every new heading', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    const trail = [await widget.spot()];
    await tabTo(widget, 'Begin', PART, 'primary');
    await pressKey(widget, 'Enter');
    for (;;) {
      const spot = await widget.spot();
      trail.push(spot);
      await onHeading(widget);
      if (spot.screen === 'home') break;
      if (spot.screen === 'welcome') {
        await tabTo(widget, 'the keep question', RADIO, 'keep');
        await page.press('Space');
      } else if (spot.screen === 'who') {
        await tabTo(widget, 'the doors', RADIO, 'role');
        await page.press('ArrowDown');
        await widget.expect('see the second door chosen', (root) => root.querySelectorAll('[name=role]')[1].checked);
      } else if (spot.screen === 'question') {
        await tabTo(widget, 'the answers', RADIO, 'answer');
        await page.press('Space');
        await page.press('ArrowDown');
        await page.press('ArrowUp');
      } else if (spot.screen === 'safety') {
        await tabTo(widget, 'the answers', RADIO, 'safety');
        await page.press('Space');
      } else if (spot.screen === 'steps') {
        await widget.expect('see steps', (root) => root.querySelector('.card button'));
        await tabTo(widget, 'a step', (element) => element?.matches('.card button'));
        await pressKey(widget, 'Space');
        continue;
      } else if (spot.screen === 'plan') {
        await tabTo(widget, 'the moments', RADIO, 'moment');
        await page.press('ArrowUp'); // around the corner, to the last row: my own words
        await widget.expect('see the field', (root) => root.querySelector('.field input'));
        await tabTo(widget, 'the field', (element) => element?.matches('input[type=text]'));
        await page.type('I come home');
      }
      await tabTo(widget, 'the filled button', PART, 'primary');
      await pressKey(widget, 'Enter');
    }
    assert.deepEqual(names(trail), ['cover', 'welcome', 'who', 'question', 'safety', 'picture', 'steps', 'plan', 'home']);
    await tabTo(widget, 'Done', BUTTON, words('home.done'));
    await page.press('Enter');
    await widget.expect('see that it counts', (root, said) => root.textContent.includes(said), words('home.said_done'));
  });

  it('What is true here can be reached from the notes and left, and the focus follows', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/article.html`);
    await widget.walk({ to: 'question' });
    await widget.onward(() => widget.press(words('common.my_notes')));
    await tabTo(widget, 'the way there', BUTTON, words('privacy.open'));
    await pressKey(widget, 'Enter');
    await widget.expectScreen('privacy');
    await onHeading(widget);
    await tabTo(widget, 'the way back', PART, 'back');
    await pressKey(widget, 'Enter');
    await widget.expectScreen('notes');
    await onHeading(widget);
  });

  it('Help and notes can be reached and left, and the focus follows', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/article.html`);
    await widget.walk({ to: 'question' });
    for (const [label, screen] of [[words('cover.help'), 'help'], [words('common.my_notes'), 'notes']]) {
      await widget.page.press('Tab');
      await tabTo(widget, label, BUTTON, label);
      await pressKey(widget, 'Enter');
      await widget.expectScreen(screen);
      await onHeading(widget);
      await tabTo(widget, 'the way back', PART, 'back');
      await pressKey(widget, 'Enter');
      await widget.expectScreen('question');
      await onHeading(widget);
    }
  });

  it('A new heading is never under the bar, however far the reader had scrolled', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    await page.setViewport(360, 740);
    await widget.walk({ to: 'question' });
    for (const top of [-200, 8, 30, 60]) {
      await widget.inside((root, { top, label }) => {
        scrollBy({ top: root.querySelector('[data-screen]').getBoundingClientRect().top - top, behavior: 'instant' });
        [...root.querySelectorAll('button')].find((button) => button.textContent.trim() === label).click();
      }, { top, label: words('common.my_notes') });
      await widget.expectScreen('notes');
      await onHeading(widget);
      await widget.inside((root) => root.querySelector('[data-screen] [part=back]').click());
      await widget.expectScreen('question');
    }
  });

  it('A press that changes only part of a screen does not lose the focus', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    const lost = [];
    const press = async (label) => {
      await tabTo(widget, label, BUTTON, label);
      await page.press('Enter');
      await page.evaluate(() => new Promise((then) => requestAnimationFrame(() => setTimeout(then))));
      if (!await focused(page, (element) => element && element !== document.body)) {
        lost.push(`"${label}" on ${await widget.screen()}`);
        await widget.inside((root) => root.querySelector('[data-screen] :is(h2,h3,h4,h5,h6)').focus());
      }
    };
    await widget.walk({ to: 'steps' });
    await widget.expect('see steps', (root) => root.querySelector('.card button'));
    await press(words('steps.all'));
    await widget.expect('see the filters', (root) => root.querySelectorAll('select').length >= 3);
    await widget.walk();
    await press(words('home.tried'));
    await widget.onward(() => widget.press(words('home.another')));
    await widget.walk();
    await press(words('home.let_go'));
    await widget.press(words('common.my_notes'));
    await widget.expectScreen('notes');
    for (const label of ['keep_now', 'stop', 'delete', 'delete_no', 'delete', 'delete_yes']) await press(words(`notes.${label}`));
    const { widget: afraid } = await world.open(`${(await world.serve()).url}/article.html`);
    await afraid.walk({ to: 'safe', safety: () => 'yes' });
    await tabTo(afraid, words('safe.only_mine'), BUTTON, words('safe.only_mine'));
    await afraid.page.press('Enter');
    await afraid.expect('read that it is kept', (root, said) => root.textContent.includes(said), words('safe.only_mine_kept'));
    if (!await focused(afraid.page, (element) => element && element !== document.body)) lost.push('"only mine" on safe');
    assert.deepEqual(lost, []);
  });

  it('Going backwards by keyboard, nothing with the focus is hidden behind the bar', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    await page.setViewport(360, 600);
    await widget.walk({ to: 'plan' });
    await tabTo(widget, 'the filled button', PART, 'primary');
    const hidden = [];
    for (let n = 0; n < 25; n += 1) {
      await page.press('Shift+Tab');
      const under = await focused(page, (element) => {
        const root = element?.getRootNode();
        const bar = root?.querySelector?.('.bar');
        if (!bar || bar.contains(element)) return '';
        const { bottom } = (element.closest('label') ?? element).getBoundingClientRect();
        return bottom <= bar.getBoundingClientRect().bottom ? `"${(element.closest('label') ?? element).textContent.trim()}" ends at ${bottom}` : '';
      });
      if (under) hidden.push(under);
      if (await focused(page, (element) => element?.getAttribute('part') === 'help')) break;
    }
    assert.deepEqual(hidden, []);
  });

  it('A question without an answer is not passed over by Next, and says so', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'question' });
    const before = await widget.spot();
    await tabTo(widget, 'Next', PART, 'primary');
    await widget.page.press('Enter');
    await widget.expect('be told', (root, said) => [...root.querySelectorAll('[role=status]')].some((one) => one.textContent === said), words('question.pick'));
    assert.deepEqual(await widget.spot(), before);
  });

  it('Shift pressed three times leaves the page, except while typing', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'plan' });
    await widget.choose(words('plan.own'), 'moment');
    await widget.pressCss('.field input');
    for (let n = 0; n < 3; n += 1) await page.press('Shift');
    assert.equal(await page.evaluate(() => location.pathname), '/hosts/plain.html');
    await page.press('Tab');
    for (let n = 0; n < 3; n += 1) await page.press('Shift');
    await page.waitFor(() => location.pathname === '/hosts/elsewhere.html');
  });
});

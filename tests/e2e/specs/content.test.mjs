// What lies beyond the picture and the steps: single insights, what people say, words to say, staying and going, kinds
// of help.

import { insights, myths, pages, phrases, words } from './words.mjs';
import { EVERY, assert, inEngines, stored } from './support.mjs';

/** Walks to the steps with a grey week and a kind partner behind it. */
const toSteps = async (widget, way = {}) => {
  await widget.walk({ to: 'steps', role: 'numb', short: false, answer: (n) => (n < 2 ? 1 : 0), ...way });
  await widget.expect('see steps', (root) => root.querySelector('.card'));
};

inEngines(EVERY, 'Beyond the picture', (it) => {
  it('An insight unfolds by keyboard or press, with the answers behind it, what would change it, and what it rests on', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'picture', role: 'numb', short: false, answer: (n) => (n < 2 ? 2 : 1) });
    await page.evaluate(() => document.querySelector('fog-bridge').ready);
    await widget.expect('see an insight', (root, heading) => root.textContent.includes(heading), words('insights.heading'));
    const found = await widget.inside((root, titles) => {
      const all = [...root.querySelectorAll('details')].filter((one) => titles.includes(one.querySelector('summary').textContent.trim()));
      all[0].querySelector('summary').click();
      return all.map((one) => ({ open: one.open, told: one.querySelectorAll('.told li').length, notes: one.querySelectorAll('.note').length }));
    }, insights());
    assert.ok(found.length >= 1 && found.length <= 12, `${found.length} insights`);
    assert.equal(found[0].open, true);
    for (const { told, notes } of found) {
      assert.ok(told >= 1, 'because you said …');
      assert.ok(notes >= 3, 'because, what would change it, and a source');
    }
    const beside = await widget.inside((root, says) => [...root.querySelectorAll('.thread summary q')].filter((one) => says.includes(one.textContent)).length, myths());
    assert.ok(beside >= 1, 'something that people say stands beside a thread');
  });

  it('Words to say change with who speaks and how much energy there is, and can be copied; nothing of it is kept', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await toSteps(widget, { keep: true });
    const before = await stored(page);
    await widget.onward(() => widget.press(words('more.words')));
    await widget.expectScreen('words');
    assert.ok((await widget.text()).includes(words('words.only_if_safe')));
    const said = () => widget.texts('.say');
    const all = await said();
    assert.ok(all.every((text) => phrases().includes(text)) && all.length >= 6);
    await widget.choose(words('steps.energy_empty'), 'energy');
    await widget.expect('see fewer phrases', (root, n) => root.querySelectorAll('.say').length < n, all.length);
    const few = await said();
    await widget.choose(words('who.supporter'), 'speaker');
    await widget.expect('see other phrases', (root, first) => root.querySelector('.say').textContent !== first, few[0]);
    await page.evaluate(() => {
      window.copied = [];
      // The clipboard of the machine is not ours to fill.
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.copied.push(text); } } });
    });
    const [first] = await said();
    await widget.press(words('words.copy'));
    await widget.expect('read that it is copied', (root, text) => root.textContent.includes(text), words('words.copied'));
    for (const place of [0, 1, 2]) {
      await widget.inside((root, at) => {
        const select = root.querySelectorAll('[data-screen] select')[at];
        select.selectedIndex = 1;
        select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      }, place);
    }
    await widget.expect('see a sentence', (root) => root.querySelector('.sentence'));
    const [sentence] = await widget.texts('.sentence');
    const copies = await widget.inside((root, label) => [...root.querySelectorAll('button')].filter((one) => one.textContent === label && one.checkVisibility()).length, words('words.copy'));
    await widget.press(words('words.copy'), copies - 1);
    await page.waitFor(() => window.copied.length === 2);
    assert.deepEqual(await page.evaluate(() => window.copied), [first, sentence]);
    assert.deepEqual(await stored(page), before);
    await widget.back();
    await widget.expectScreen('steps');
  });

  it('Where the clipboard is refused, that is said, and nothing stops', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await toSteps(widget);
    await widget.onward(() => widget.press(words('more.words')));
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      document.execCommand = () => false;
    });
    await widget.press(words('words.copy'));
    await widget.expect('read that it is not copied', (root, text) => root.textContent.includes(text), words('words.not_copied'));
    assert.equal(await widget.count('textarea'), 0, 'the field that held the text is gone');
    await widget.back();
  });

  it('What people say and staying or going are opened by choice, and lead back', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await toSteps(widget);
    await widget.onward(() => widget.press(words('more.myths')));
    await widget.expectScreen('myths');
    const shown = await widget.texts('summary q');
    assert.ok(shown.length >= 25 && shown.every((text) => myths().includes(text)), `${shown.length} of them`);
    await widget.back();
    await widget.onward(() => widget.press(words('more.staying')));
    await widget.expectScreen('staying-going');
    assert.ok((await widget.text()).includes(pages('staying.intro')));
    await widget.back();
    await widget.expectScreen('steps');
  });

  it('Help tells of kinds of help to everyone, and of help for two only past the safety questions', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'question' });
    await page.evaluate(() => document.querySelector('fog-bridge').ready);
    const titles = async () => {
      await widget.pressPart('help');
      await widget.expectScreen('help');
      await widget.expect('see kinds of help', (root, heading) => root.textContent.includes(heading), words('help.professional'));
      const found = await widget.texts('summary');
      await widget.back();
      return found;
    };
    const early = await titles();
    for (const id of ['someone-may-die', 'what-i-might-do', 'under-eighteen', 'kinds']) assert.ok(early.includes(pages(`help.${id}.title`)), id);
    const forTwo = pages('help.couples-counselling.title');
    assert.ok(!early.includes(forTwo));
    await widget.walk({ to: 'picture' });
    assert.ok((await titles()).includes(forTwo));
  });

  it('An element that shows words alone leads to them past the safety questions', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await page.evaluate(() => { document.querySelector('fog-bridge').setAttribute('view', 'words'); });
    const trail = await widget.walk({ to: 'words', role: 'supporter' });
    assert.deepEqual([...new Set(trail.map(({ screen }) => screen))], ['cover', 'welcome', 'who', 'safety', 'words']);
  });
});

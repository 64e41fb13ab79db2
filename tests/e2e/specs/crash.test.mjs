// When the core stops that all widgets of a page share.

import { words } from './words.mjs';
import { EVERY, assert, copyOf, inEngines, meddle, told } from './support.mjs';
import { WidgetPage } from '../widget_page.mjs';

/** Two widgets, each in the middle of its own way. @param {{ keep: boolean }} choice */
const two = async (world, { keep }) => {
  const { url } = await world.serve();
  const { page, widget: first } = await world.open(`${url}/hosts/two.html`);
  const second = new WidgetPage(page, 1);
  await first.walk({ to: 'picture', keep });
  await second.pressPart('primary');
  await second.expectScreen('welcome');
  return { page, first, second };
};

const crashes = async (page, widget) => {
  await meddle(page);
  await widget.pressPart('primary');
  await widget.expectScreen('trouble');
};

inEngines(EVERY, 'When the core stops', (it) => {
  it('the other widget of the page goes on with a new one, in memory too, and nothing entered in it is lost', async (world) => {
    const { page, first, second } = await two(world, { keep: false });
    await second.walk({ to: 'question', keep: false });
    await second.choose(1);
    await second.next();
    await second.choose(2);
    const before = await second.heading();

    await crashes(page, first);
    const copy = await copyOf(first, words('cover.download'));
    assert.match(copy.text, /"r\.\w+"/, 'what was written in the first can be taken away');
    await second.expectScreen('cover');
    assert.deepEqual((await told(page)).filter(({ name }) => name === 'fogbridge-error').length, 1, 'one widget is broken, not two');

    await second.pressPart('primary');
    await second.expectScreen('welcome');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await second.press(words('welcome.go_on'));
    await second.expectScreen('question');
    assert.equal(await second.heading(), before);
    await second.back();
    assert.ok(await second.chosen(), 'the answer before is still there');
    assert.equal(await page.evaluate(() => localStorage.length), 0, 'a crash is no consent');
  });

  it('a reader who gave a safety sign in another widget is led nowhere else by it', async (world) => {
    const { page, first, second } = await two(world, { keep: false });
    await second.walk({ to: 'safe', keep: false, safety: () => 'yes' });
    await crashes(page, first);
    await second.expectScreen('trouble');
    await second.pressPart('help');
    await second.expectScreen('help');
    assert.ok(await second.count('[data-screen] a[href^="tel:"]') > 0);
  });

  it('what was kept is read again, and a second crash ends it for both, with a copy each', async (world) => {
    const { page, first, second } = await two(world, { keep: true });
    await crashes(page, first);
    await second.expectScreen('cover');
    await second.walk({ to: 'welcome' });
    await second.press(words('welcome.go_on'));
    await second.expect('come to the picture that is kept', (root) => ['picture', 'safety'].includes(root.querySelector('[data-screen]')?.dataset.screen));

    await meddle(page);
    await second.pressPart('help');
    await second.expectScreen('trouble');
    const { text } = await copyOf(second, words('cover.download'));
    assert.match(text, /"r\.\w+"/);
    await first.expectScreen('trouble');
  });
});

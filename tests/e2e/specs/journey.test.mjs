// The whole way, from an article to a picked step.

import { readings, words } from './words.mjs';
import { EVERY, assert, held, inEngines, names } from './support.mjs';
import { WidgetPage } from '../widget_page.mjs';

const WAY = ['cover', 'welcome', 'who', 'question', 'safety', 'picture', 'steps', 'plan', 'home'];

const questions = (trail) => trail.filter(({ screen }) => screen === 'question');

inEngines(EVERY, 'The main path', (it) => {
  for (const [path, where] of [['/', 'on the page of its own'], ['/article.html', 'in the middle of an article']]) {
    it(`A reader who feels numb goes from the cover to a step of their own, ${where}`, async (world) => {
      const { url } = await world.serve();
      const { widget } = await world.open(url + path);
      let promised;
      const trail = await widget.walk({
        role: 'numb',
        short: false,
        keep: false,
        seen: async (screen) => {
          if (screen === 'question') promised = await widget.count('.progress > *');
          if (screen !== 'picture') return;
          assert.equal(await widget.count('figure svg'), 1, 'the picture is drawn');
          assert.ok(await widget.count('.thread') >= 3, 'three threads are told in words beside it');
          assert.ok(await widget.count('.told li') >= 3, "the reader's own answers are told back");
        },
      });
      assert.deepEqual(names(trail), WAY);
      assert.equal(questions(trail).length, promised, 'as many questions as the progress line promised');
      assert.equal(await widget.count('.card'), 1, 'the plan is there');
      await widget.press(words('home.tried'));
      await widget.expect('see that trying counts', (root, said) => root.textContent.includes(said), words('home.said_tried'));
    });
  }

  it("A supporter gets questions of their own, and what they saw in their partner is told without a strength", async (world) => {
    const { url } = await world.serve();
    const asked = {};
    for (const role of ['numb', 'supporter']) {
      const { widget } = await world.open(`${url}/article.html`);
      const trail = await widget.walk({ role, short: false, to: 'picture', answer: () => 1 });
      asked[role] = questions(trail).map(({ heading }) => heading);
      const headings = await widget.texts('section :is(h2,h3,h4,h5,h6)');
      assert.equal(headings.includes(readings('noticed_title')), role === 'supporter', headings.join(' | '));
      await widget.walk();
    }
    assert.ok(asked.supporter.some((heading) => !asked.numb.includes(heading)), 'some questions are only for supporters');
  });

  it('The two-minute path asks four questions', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    const trail = await widget.walk();
    assert.deepEqual(names(trail), WAY);
    assert.equal(questions(trail).length, 4);
  });

  it('Everything can be skipped, and the picture then says that nothing is clear yet', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    await widget.walk({ to: 'picture', short: false, answer: () => 'skip', safety: () => 'skip' });
    assert.equal(await widget.count('.thread--unclear'), await widget.count('.thread'));
    await widget.walk();
  });

  it('Going back loses no answer', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/`);
    const trail = await widget.walk({ to: 'safety', short: false, answer: (n) => (n === 1 ? -1 : 0) });
    const asked = questions(trail);
    for (let n = asked.length - 1; n >= 0; n -= 1) {
      await widget.back();
      assert.equal(await widget.heading(), asked[n].heading);
      const chosen = await widget.chosen();
      assert.ok(chosen, `the answer to "${asked[n].heading}" is still chosen`);
      assert.equal(chosen === words('common.not_sure'), n === 1);
    }
    await widget.back();
    await widget.expectScreen('who');
    assert.equal(await widget.chosen(), words('who.numb'));
  });

  it('A press on Begin before the core is here is said to be heard, and answered when it comes', async (world) => {
    const wasm = held(/core\.wasm$/);
    const { url } = await world.serve(wasm);
    const { widget } = await world.open(`${url}/`);
    await widget.pressPart('primary');
    await widget.expect('read that it is on its way', (root, said) => root.querySelector('[role=status]').textContent === said, words('cover.loading'));
    await widget.expectScreen('cover');
    wasm.release();
    await widget.expectScreen('welcome');
    await widget.walk();
  });

  it('An early press on the two-minute path is remembered as that', async (world) => {
    const wasm = held(/core\.wasm$/);
    const { url } = await world.serve(wasm);
    const { widget } = await world.open(`${url}/`);
    await widget.press(words('cover.short'));
    wasm.release();
    await widget.expectScreen('welcome');
    assert.equal(questions(await widget.walk({ to: 'safety' })).length, 4);
  });

  it('Two widgets on one page go their own ways, and a second copy of the script does no harm', async (world) => {
    const { url } = await world.serve();
    const { page, widget: first } = await world.open(`${url}/hosts/two.html`);
    const second = new WidgetPage(page, 1);
    await first.walk({ to: 'question', role: 'numb' });
    await second.expectScreen('cover');
    await second.walk({ to: 'question', role: 'supporter' });
    const there = await first.spot();
    await second.walk();
    assert.deepEqual(await first.spot(), there);
    await first.walk();
  });

  it('Moving the element, and taking it out and putting it back, keeps the screen and what was chosen', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    let n = 0;
    await widget.walk({ to: 'question' });
    await widget.choose(0);
    await widget.next();
    await widget.choose(1);
    const [spot, chosen] = [await widget.spot(), await widget.chosen()];
    await page.evaluate(() => document.querySelector('#there').append(document.querySelector('fog-bridge')));
    assert.deepEqual([await widget.spot(), await widget.chosen()], [spot, chosen]);
    await page.evaluate(async () => {
      const element = document.querySelector('fog-bridge');
      element.remove();
      await new Promise((then) => setTimeout(then));
      document.querySelector('#here').append(element);
    });
    assert.deepEqual([await widget.spot(), await widget.chosen()], [spot, chosen]);
    await widget.next();
    await widget.walk({ answer: () => (n++ ? 0 : 'skip') });
  });
});

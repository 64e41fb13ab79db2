// What the widget does to the page around it, and what the page can learn: Chromium, which tells the most.

import { words } from './words.mjs';
import { assert, held, inEngines, missing, shifts, told } from './support.mjs';
import { WidgetPage } from '../widget_page.mjs';

const progress = async (page) => (await told(page)).filter(({ name }) => name === 'fogbridge-progress').map(({ detail }) => detail.step);

inEngines(['chromium'], 'The page around the widget', (it) => {
  for (const [what, path, width] of [['a desk', '/article.html', 1280], ['a phone', '/article.html', 360], ['a desk, on its own page', '/', 1280]]) {
    it(`Nothing of the page shifts when the widget takes its place, at ${what}`, async (world) => {
      const loader = held(/embed\/fogbridge\.js$/);
      const { url } = await world.serve(loader);
      const { page } = await world.open(`${url}/hosts/elsewhere.html`);
      await page.setViewport(width, 900);
      // Not `goto`: the page counts as read only when the script is here.
      await page.open(url + path);
      await page.waitFor(() => document.querySelector('fog-bridge details') && document.styleSheets.length);
      const tops = () => page.evaluate(() => [...document.querySelectorAll('h1, article > p, article > h2, footer')].map((one) => Math.round(one.getBoundingClientRect().top + scrollY)));
      // So that both sides of the widget are looked at: the browser counts only what shifts in view.
      await page.evaluate(() => document.querySelector('fog-bridge').scrollIntoView({ block: 'center' }));
      await page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))));
      const before = await tops();
      loader.release();
      const widget = new WidgetPage(page);
      await widget.expectScreen('cover');
      await page.evaluate(() => document.querySelector('fog-bridge').ready);
      assert.deepEqual(await tops(), before);
      assert.equal(await shifts(page), 0);
    });
  }

  it('After `ready` not one request is made, on the whole way and back', async (world) => {
    for (const path of ['/', '/article.html']) {
      const { url, requests } = await world.serve();
      const { page, widget } = await world.open(url + path);
      await page.evaluate(() => {
        document.querySelector('fog-bridge').scrollIntoView();
        return document.querySelector('fog-bridge').ready;
      });
      await page.native.waitForLoadState('networkidle');
      page.requests.length = requests.length = 0;
      await widget.walk({ keep: true });
      await widget.press(words('home.done'));
      await widget.press(words('common.my_notes'));
      await widget.expectScreen('notes');
      await widget.pressPart('help');
      await widget.expectScreen('help');
      assert.deepEqual([page.requests, requests], [[], []]);
    }
  });

  it('The console stays empty on the whole way, on both pages', async (world) => {
    for (const path of ['/', '/article.html']) {
      const { url } = await world.serveOffline(); // a worker that is missing would be named there
      const { page, widget } = await world.open(url + path);
      await widget.walk({ keep: true });
      await widget.pressPart('help');
      await widget.expectScreen('help');
      assert.deepEqual(page.console, [], path);
    }
  });

  it('A page is told three words and no more, whatever the reader says about being safe', async (world) => {
    const { url } = await world.serve();
    const heard = {};
    for (const [says, to] of [['no', 'picture'], ['yes', 'safe'], ['skip', 'picture']]) {
      const { page, widget } = await world.open(`${url}/hosts/plain.html`);
      let words = [];
      await widget.walk({ to, safety: (n) => (n < 2 && says === 'yes' ? 'no' : says), seen: async (screen) => {
        words.push(`${screen}: ${await progress(page)}`);
      } });
      words = words.map((line) => line.replace(/^(picture|safe):/, 'after:'));
      heard[says] = words;
      assert.deepEqual(await progress(page), ['begun', 'reflecting', 'finished']);
      const all = await told(page);
      assert.ok(all.every(({ name, tag }) => /^fogbridge-(ready|progress)$/.test(name) && tag === 'fog-bridge'));
      assert.deepEqual([...new Set(all.flatMap(({ detail }) => Object.keys(detail ?? {})))], ['step']);
      await widget.walk();
      assert.deepEqual(await progress(page), ['begun', 'reflecting', 'finished'], 'and nothing later');
    }
    assert.deepEqual(heard.yes, heard.no, 'the same words on the same screens');
    assert.deepEqual(heard.skip, heard.no);
  });

  it('Nothing of what the reader enters stands in an attribute of the element, the address, the title or the print-out', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    const outside = () => page.evaluate(() => [document.title, location.href, document.querySelector('fog-bridge').outerHTML, history.length, JSON.stringify(history.state)]);
    const before = await outside();
    await widget.walk({ keep: true });
    assert.deepEqual(await outside(), before);
    await widget.onward(() => widget.press(words('home.picture')));
    await page.native.emulateMedia({ media: 'print' });
    assert.deepEqual(await widget.inside((root) => [...root.querySelectorAll('.frame, .frame *')]
      .filter((one) => one.checkVisibility()).map((one) => one.className)), [], 'nothing of the widget is printed');
    assert.ok(await page.evaluate(() => document.querySelector('fog-bridge li').checkVisibility()), "the page's own content is");
  });

  it('An attribute value that is not understood is named once on the console, and the default is used', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/wrong.html`);
    await page.evaluate(() => document.querySelector('fog-bridge').ready);
    await widget.walk({ to: 'who' });
    const lines = page.console.map(({ text }) => text);
    for (const name of ['view', 'theme', 'region', 'heading-level', 'exit', 'store', 'loading']) {
      assert.equal(lines.filter((line) => line.startsWith('fog-bridge') && line.includes(`${name}="`)).length, 1, `${name} in ${lines.join('\n')}`);
    }
    assert.equal(lines.length, 7, lines.join('\n'));
    assert.equal(await widget.count('h2'), 1, 'the default level of headings');
    assert.ok(await widget.inside((root) => root.querySelector('[part~=exit]').href.startsWith('https://')), 'and a way out that leads out');
  });

  it('A header of the page that stays in place does not cover the way out, where its height is named', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await page.setViewport(360, 500);
    await page.evaluate(() => {
      const header = document.body.appendChild(document.createElement('header'));
      Object.assign(header.style, { position: 'fixed', insetInline: '0', top: '0', height: '80px', background: 'silver', zIndex: '9' });
      document.querySelector('fog-bridge').style.setProperty('--fogbridge-top', '80px');
    });
    await widget.walk({ to: 'welcome' });
    const covered = () => widget.inside((root) => ['exit', 'help'].filter((part) => {
      const { x, y, width, height } = root.querySelector(`[part~=${part}]`).getBoundingClientRect();
      return root.host !== document.elementFromPoint(x + width / 2, y + height / 2);
    }));
    for (const top of [0, 150, 300]) {
      await page.evaluate((y) => { scrollTo(0, y); }, top);
      assert.deepEqual(await covered(), [], `scrolled by ${top}`);
    }
    await page.evaluate(() => document.querySelector('fog-bridge').style.removeProperty('--fogbridge-top'));
    assert.deepEqual(await covered(), ['exit', 'help'], 'without it they would be');
  });

  it("The page's own styles stay outside, and ours stay inside", async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/article.html`);
    await widget.walk({ to: 'who' });
    const outside = () => page.evaluate(() => [...document.querySelectorAll('h1, h2, p, a')].filter((one) => !one.closest('fog-bridge')).map((one) => {
      const { color, fontSize, margin } = getComputedStyle(one);
      return [color, fontSize, margin].join(' ');
    }));
    const inside = () => widget.inside((root) => [...root.querySelectorAll('h2, p, button, label, a')].map((one) => {
      const { color, fontSize, margin, padding, display, backgroundColor } = getComputedStyle(one);
      return [color, fontSize, margin, padding, display, backgroundColor].join(' ');
    }));
    const [there, here] = [await outside(), await inside()];
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`h2, p, button, label, a { color: red !important; margin: 40px !important; padding: 30px !important;
        display: block !important; background: lime !important; font-size: 40px !important }`);
      document.adoptedStyleSheets.push(sheet);
    });
    assert.notDeepEqual(await outside(), there, 'the sheet is in force');
    assert.deepEqual(await inside(), here);
    const { page: bare } = await world.open(`${(await world.serve(missing(/embed\//))).url}/article.html`);
    assert.deepEqual(await bare.evaluate(() => [...document.querySelectorAll('h1, h2, p, a')].filter((one) => !one.closest('fog-bridge')).map((one) => {
      const { color, fontSize, margin } = getComputedStyle(one);
      return [color, fontSize, margin].join(' ');
    })), there, 'the article looks as it does without us');
  });

  it('There is one screen at every moment of the way, also between two screens', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.expectScreen('cover');
    await widget.inside((root) => {
      window.counts = new Set();
      // Whatever could be painted: every frame, and every turn of the event loop.
      const channel = new MessageChannel();
      const count = () => window.counts.add([...root.querySelectorAll('[data-screen]')].map((one) => one.dataset.screen).join(' and '));
      channel.port1.onmessage = () => { count(); setTimeout(() => channel.port2.postMessage(0)); };
      channel.port2.postMessage(0);
      const frame = () => { count(); requestAnimationFrame(frame); };
      frame();
    });
    await widget.walk();
    await widget.pressPart('help');
    await widget.expectScreen('help');
    await widget.back();
    assert.deepEqual(await page.evaluate(() => [...window.counts]), ['cover', 'welcome', 'who', 'question', 'safety', 'picture', 'steps', 'plan', 'home', 'help']);
  });
});

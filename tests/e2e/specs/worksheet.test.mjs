// What is read without a script: the sheet to print, and the words inside the element of our own pages.

import AxeBuilder from '@axe-core/playwright';
import { steps } from './words.mjs';
import { assert, inEngines } from './support.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Of these titles of steps, those that can be seen, each with the place of its upper edge. */
const seen = (page, titles) => page.evaluate((wanted) => [...document.querySelectorAll('main strong')]
  .filter((one) => wanted.includes(one.textContent) && one.checkVisibility({ contentVisibilityAuto: true }))
  .map((one) => ({ title: one.textContent, top: one.getBoundingClientRect().top + scrollY })), titles);

const unfold = (page) => page.native.locator('summary').click();

inEngines(['chromium'], 'The sheet to print', (it) => {
  it('It has no script, loads its style sheet and its icon, and says nothing on the console', async (world) => {
    const { url, requests } = await world.serve();
    const { page } = await world.open(`${url}/worksheet.html`);
    await page.native.waitForLoadState('networkidle');
    await unfold(page);
    assert.deepEqual([...new Set(requests)].sort(), ['/icon.svg', '/worksheet.css', '/worksheet.html']);
    assert.deepEqual(page.requests.filter((address) => !address.startsWith(url)), []);
    assert.deepEqual(page.console, []);
    assert.deepEqual(await page.evaluate(() => ({
      title: document.title,
      active: document.querySelectorAll('script, form, input, button, textarea, select, iframe, [style]').length,
      sheets: [...document.styleSheets].map(({ cssRules }) => cssRules.length > 20),
    })), { title: 'Notes', active: 0, sheets: [true] });
  });

  it('Steps for two are out of sight until the safety box has been passed and the rest opened', async (world) => {
    const { url } = await world.serve();
    const { page } = await world.open(`${url}/worksheet.html`);
    const { open, closed } = steps();
    assert.deepEqual(await seen(page, closed), []);
    const own = await seen(page, open);
    assert.ok(own.length >= 12, `${own.length} steps for oneself`);
    const box = await page.evaluate(() => document.querySelector('.box').getBoundingClientRect().bottom + scrollY);
    assert.ok(own.every(({ top }) => top < box), 'steps for oneself stand before the box');
    await unfold(page);
    const two = await seen(page, closed);
    assert.ok(two.length >= 8, `${two.length} steps for two`);
    assert.ok(two.every(({ top }) => top > box), 'steps for two stand behind the box');
  });

  it('On paper the box has a page of its own, what is behind it begins another, and all is black on white', async (world) => {
    const { url } = await world.serve();
    const { page } = await world.open(`${url}/worksheet.html`);
    await page.native.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const looks = await page.evaluate(() => {
      const style = (css) => getComputedStyle(document.querySelector(css));
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return {
        box: style('.box').breakBefore,
        behind: style('details .sheet').breakBefore,
        colours: [backgroundColor, color],
        screenOnly: ['nav', '.screen', 'summary'].map((css) => style(css).display),
      };
    });
    assert.deepEqual(looks, {
      box: 'page', behind: 'page', colours: ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'], screenOnly: ['none', 'none', 'none'],
    });
    const printed = await seen(page, steps().closed);
    assert.ok(printed.length >= 8, 'steps for two are printed, though nobody opened them');
    for (const format of ['A4', 'Letter']) {
      const pages = String(await page.native.pdf({ format })).match(/\/Type \/Page\b/g).length;
      assert.ok(pages >= 7 && pages <= 10, `${format}: ${pages} pages`);
    }
  });

  it('It is clean under axe-core, and fits a small phone with text of twice the size', async (world) => {
    const { url } = await world.serve();
    const { page } = await world.open(`${url}/worksheet.html`);
    const found = [];
    for (const [colorScheme, width, opened] of [['light', 360, false], ['dark', 1280, false], ['light', 1280, true], ['dark', 360, true]]) {
      await page.native.emulateMedia({ colorScheme });
      await page.setViewport(width, 900);
      await page.evaluate((open) => { document.querySelector('details').open = open; }, opened);
      const { violations } = await new AxeBuilder({ page: page.native }).withTags(TAGS).setLegacyMode(true).analyze();
      found.push(...violations.map(({ id, nodes }) => `${colorScheme}, ${width}: ${id} at ${nodes.map(({ target }) => target.flat()).join(', ')}`));
    }
    for (const [width, size] of [[320, '100%'], [320, '200%'], [1280, '200%']]) {
      await page.setViewport(width, 900);
      const wide = await page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
        return document.scrollingElement.scrollWidth - innerWidth;
      }, size);
      if (wide > 0) found.push(`${width} px, text of ${size}: ${wide} px wider than the window`);
    }
    assert.deepEqual(found, []);
  });
});

inEngines(['chromium'], 'The words inside the element', (it) => {
  it('Both pages have them from the one generator, and lead to the sheet', async (world) => {
    const { url } = await world.serve();
    const { open, closed } = steps();
    for (const path of ['/', '/article.html']) {
      const { page } = await world.open(url + path);
      const { inside, leads } = await page.evaluate(() => {
        const element = document.querySelector('fog-bridge');
        return { inside: element.innerHTML, leads: [...element.querySelectorAll('a')].map((a) => a.getAttribute('href')) };
      });
      assert.ok(!inside.includes('<!--'), 'the marker is gone');
      assert.ok(leads.some((address) => address.startsWith('https://')), 'help in every country');
      assert.ok(open.filter((title) => inside.includes(title)).length >= 3);
      assert.deepEqual(closed.filter((title) => inside.includes(title)), []);
      assert.ok(leads.includes('worksheet.html'), leads.join(', '));
      assert.equal((await fetch(new URL('worksheet.html', url + path))).status, 200);
    }
  });
});

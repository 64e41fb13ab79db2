// What a visit leaves behind where others may look: names and addresses that say nothing, fields that no service listens to,
// and a print-out with nothing in it that the reader did not choose.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { headersFor } from '../tools/headers.mjs';
import { BUILT, assert, copyOf, inEngines, stored } from './support.mjs';
import { words } from './words.mjs';

/** Words that would tell somebody who looks over a shoulder, or into a history, what this is about. */
const TELLING = /fog|bridge|relation|partner|depress|numb|love|couple|mood|reflect|safe|afraid|abuse/i;

/** What keeps spelling services, autofill and writing helpers out of a field. */
const OUT = { autocomplete: 'off', autocorrect: 'off', spellcheck: 'false', writingsuggestions: 'false', 'data-gramm': 'false' };

/** The usual marks by which tools that record sessions are asked to look away. */
const ASIDE = ['.ph-no-capture', '.fs-exclude', '[data-private]', '[data-hj-suppress]', '[data-clarity-mask=true]', '[data-dd-privacy=mask]'];

suite('What others can look at', () => {
  test('The names of the pages, of the app and of what is cached say nothing', () => {
    for (const page of ['index.html', 'frame.html', 'plain.html', 'worksheet.html']) {
      const [, title] = /<title>(.*)<\/title>/.exec(readFileSync(join(BUILT, page), 'utf8'));
      assert.doesNotMatch(title, TELLING, page);
    }
    const outside = readdirSync(BUILT).filter((name) => name !== 'embed');
    assert.deepEqual(outside.filter((name) => TELLING.test(name)), []);
    assert.doesNotMatch(/`(pn-files[^`]*)`/.exec(readFileSync(join(BUILT, 'sw.js'), 'utf8'))[1], TELLING);
  });

  test('A browser that can leave a visit out of its history is asked to, and no request names the page', () => {
    for (const page of ['/', '/index.html', '/plain.html', '/worksheet.html', '/frame.html']) {
      assert.equal(headersFor(page)['Request-OTR'], '1', page);
      assert.equal(headersFor(page)['Referrer-Policy'], 'no-referrer', page);
    }
    assert.ok(!('Request-OTR' in headersFor('/embed/fogbridge.js')));
  });
});

inEngines(['chromium'], 'A visit', (it) => {
  it('adds nothing to the history, the address, the title or the cookies, and its keys say nothing', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/`);
    const outside = () => page.evaluate(() => [document.title, location.href, history.length, JSON.stringify(history.state), document.cookie, sessionStorage.length, window.name]);
    const before = await outside();
    assert.doesNotMatch(before[0], TELLING);
    await widget.walk({ keep: true, short: false });
    await widget.press(words('common.my_notes'));
    await widget.expectScreen('notes');
    assert.deepEqual(await outside(), before);
    const keys = Object.keys(await stored(page));
    assert.ok(keys.length > 2);
    assert.deepEqual(keys.filter((key) => TELLING.test(key)), []);
    const { name } = await copyOf(widget, words('notes.download'));
    assert.doesNotMatch(name, TELLING);
  });

  it('has no field that a spelling service, autofill or a recorder is invited to', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/article.html`);
    let n = 0;
    const look = async (/** @type {string} */ where) => {
      const { fields, asides } = await widget.inside((root, names, marks) => ({
        fields: [...root.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea, [contenteditable]')]
          .map((field) => Object.fromEntries(names.map((name) => [name, field.getAttribute(name)]))),
        asides: marks.filter((mark) => !root.querySelector('[data-screen]').closest(mark)),
      }), Object.keys(OUT), ASIDE);
      for (const field of fields) assert.deepEqual(field, OUT, where);
      assert.deepEqual(asides, [], `${where} is marked for recorders`);
      n += fields.length;
    };
    await widget.walk({ to: 'plan', keep: false });
    await widget.choose(words('plan.own'), 'moment');
    await look('the own words of a plan');
    await widget.choose(0, 'moment');
    await widget.next();
    await widget.expectScreen('home');
    await widget.press(words('reminder.open'));
    await look('a reminder');
    await widget.press(words('home.done'));
    await look('what became of a plan');
    await widget.press(words('home.check_in'));
    await widget.expectScreen('checkin');
    await look('a check-in');
    assert.ok(n >= 5, `only ${n} fields were found`);
  });

  it('prints nothing of what was entered, on the page of its own as in an article, unless the reader asks for a sheet', async (world) => {
    for (const path of ['/', '/article.html']) {
      const { url } = await world.serve();
      const { page, widget } = await world.open(url + path);
      await widget.walk({ to: 'picture' });
      await page.native.emulateMedia({ media: 'print' });
      assert.deepEqual(await widget.inside((root) => [...root.querySelectorAll('.frame, .frame *')].filter((one) => one.checkVisibility()).length), 0, path);
      assert.ok(await page.evaluate(() => document.querySelector('fog-bridge li').checkVisibility()), "the page's own words are printed");
    }
  });
});

// What comes from outside and may be meant badly: attributes of the element, wishes in the address of the frame, and what a
// reader types or pastes. Copies of notes stand in copies.test.mjs.

import { EVERY, assert, complaints, inEngines, ready, rewritten } from './support.mjs';
import { words } from './words.mjs';

const SCRIPT = '"><img src=x onerror="window.owned = 1"><script>window.owned = 1</script>';

/** Addresses that a link must not have. */
const SCHEMES = ['javascript:window.owned=1', ' javascript:window.owned=1', 'java\nscript:window.owned=1', 'JaVaScRiPt:window.owned=1',
  'data:text/html,<script>window.owned=1</script>', 'vbscript:x', 'file:///etc/passwd', 'blob:https://example.org/x', '//evil.example', 'https:', 'http://', 'mailto:a@example.org'];

/** Nothing of it ran, and nothing of it became markup. */
const inert = async (page, widget) => {
  assert.deepEqual(await widget.inside((root) => [
    typeof window.owned, root.querySelectorAll('img, script, iframe, object, embed, style, link').length,
    [...root.querySelectorAll('*')].flatMap((one) => [...one.attributes]).filter(({ name }) => /^on/.test(name)).length,
  ]), ['undefined', 0, 0]);
  // Every address that could be followed is of a kind that only opens a page, a call or a message.
  const schemes = await widget.inside((root) => [...root.querySelectorAll('[href], [src], [action]')].map((one) => new URL(one.href ?? one.src ?? one.action, location.href).protocol));
  assert.deepEqual(schemes.filter((scheme) => !['http:', 'https:', 'tel:', 'sms:'].includes(scheme)), []);
};

inEngines(['chromium'], 'From an attribute', (it) => {
  it('no address but one of the web becomes the way out', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.expectScreen('cover');
    for (const address of SCHEMES) {
      await page.evaluate((exit) => document.querySelector('fog-bridge').setAttribute('exit', exit), address);
      const href = await widget.inside((root) => root.querySelector('[part~=exit]').href);
      assert.match(href, /^https?:\/\/[\w.]+\//, address);
      await inert(page, widget);
    }
    await page.evaluate(() => document.querySelector('fog-bridge').setAttribute('exit', 'https://example.org/a?b=c'));
    assert.equal(await widget.inside((root) => root.querySelector('[part~=exit]').href), 'https://example.org/a?b=c');
  });

  it('no markup, no key of somebody else and no megabyte gets anywhere', async (world) => {
    for (const value of [SCRIPT, '../../theirs', '__proto__', 'x'.repeat(1 << 20), '\u202eevil', '\u0000']) {
      const { url } = await world.serve();
      const { page, widget } = await world.open(`${url}/hosts/elsewhere.html`);
      await page.evaluate((text) => {
        const host = document.createElement('fog-bridge');
        for (const name of ['lang', 'region', 'view', 'theme', 'exit', 'heading-level', 'store', 'loading', 'root']) host.setAttribute(name, text);
        document.body.append(host);
        const script = Object.assign(document.createElement('script'), { type: 'module', src: '/embed/fogbridge.js' });
        document.body.append(script);
      }, value);
      await widget.walk({ keep: true, to: 'question' });
      await widget.choose(0);
      await widget.next();
      await widget.settled();
      await inert(page, widget);
      assert.ok(page.console.every(({ text }) => text.length < 300), 'the console is not flooded either');
      const keys = await page.evaluate(() => Object.keys(localStorage));
      const store = value === '__proto__' ? '__proto__' : 'main';
      assert.ok(keys.length && keys.every((key) => key.startsWith(`pn.${store}.`)), `${value.slice(0, 20)}: ${String(keys).slice(0, 200)}`);
    }
  });
});

inEngines(['chromium'], 'From the address of the frame', (it) => {
  it('nothing becomes markup, and nothing leads elsewhere', async (world) => {
    const { url } = await world.serve();
    const query = ['lang', 'region', 'view', 'theme', 'heading-level', 'store', 'exit', 'onclick', 'style', 'class']
      .map((name) => `${name}=${encodeURIComponent(name === 'exit' ? 'https://evil.example/' : SCRIPT)}`).join('&');
    const { page, widget } = await world.open(`${url}/frame.html?${query}`);
    await widget.walk({ to: 'question' });
    await inert(page, widget);
    assert.doesNotMatch(await widget.inside((root) => root.querySelector('[part~=exit]').href), /evil/);
    assert.deepEqual(complaints(page).filter((line) => !/^fog-bridge: .* is not understood/.test(line)), []);
  });
});

inEngines(['chromium'], 'From a reader', (it) => {
  it('what looks like markup or a link stays a text, what turns the line around is taken out, and what is endless is cut', async (world) => {
    const { url } = await world.serve();
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'plan', keep: true });
    await widget.choose(words('plan.own'), 'moment');
    // Set as a page or a helper program would, past the limit of the field.
    const says = (/** @type {string} */ text) => widget.inside((root, value) => {
      const field = root.querySelector('.field input');
      field.value = value;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    }, text);
    await says(`\u202e${'<b onclick=alert(1)>javascript:alert(1) http://x.example '.repeat(20_000)}\u0007`);
    await widget.next();
    await widget.expectScreen('home');
    const [sentence] = await widget.texts('.card .sentence');
    assert.ok(sentence.includes('<b onclick=alert(1)>'), sentence);
    assert.ok(sentence.length < 400, `it has ${sentence.length} characters`);
    assert.doesNotMatch(sentence, /[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
    await inert(page, widget);
    assert.equal(await widget.count('.card .sentence a'), 0, 'no link is made of it');
    const sizes = await page.evaluate(() => Object.values({ ...localStorage }).map((text) => text.length));
    assert.ok(Math.max(...sizes) < 3000, String(sizes));
  });
});

inEngines(['chromium'], 'A page that writes into the fallback', (it) => {
  it('cannot make the widget run it', async (world) => {
    const { url } = await world.serve(rewritten(/plain\.html$/, (text) => text.replace('What did you notice this week?', '<a href="javascript:window.owned=1" id="x">x</a>')));
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await widget.walk({ to: 'question' });
    await inert(page, widget);
  });
});

/** What would make markup or code of a text. Each must throw, or do nothing. */
const SINKS = {
  innerHTML: () => { document.body.innerHTML += '<b id="made"></b>'; },
  outerHTML: () => { document.querySelector('header').outerHTML = '<b id="made"></b>'; },
  insertAdjacentHTML: () => { document.body.insertAdjacentHTML('beforeend', '<b id="made"></b>'); },
  'document.write': () => { document.write('<b id="made"></b>'); },
  DOMParser: () => { document.body.append(new DOMParser().parseFromString('<b id="made"></b>', 'text/html').querySelector('b')); },
  eval: () => { (0, eval)('window.owned = 1'); },
  Function: () => { new Function('window.owned = 1')(); },
  setTimeout: () => { setTimeout('window.owned = 1'); },
  handler: () => {
    const button = document.body.appendChild(document.createElement('button'));
    button.setAttribute('onclick', 'window.owned = 1');
    button.click();
  },
  script: () => { document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.owned = 1' })); },
  'script from elsewhere': () => { document.body.append(Object.assign(document.createElement('script'), { src: '/way-in.js' })); },
  'javascript:': () => {
    const link = Object.assign(document.createElement('a'), { href: 'javascript:window.owned=1' });
    document.body.append(link);
    link.click();
  },
  policy: () => window.trustedTypes.createPolicy('another', { createHTML: (text) => text }),
  'the policy again': () => window.trustedTypes.createPolicy('notes', { createHTML: (text) => text }),
};

inEngines(EVERY, 'On the page of its own', (it) => {
  it('no text becomes markup or code, whoever asks for it', async (world) => {
    const { url } = await world.serve();
    const { page } = await world.open(`${url}/`);
    await ready(page);
    for (const [name, sink] of Object.entries(SINKS)) {
      const made = await page.evaluate(`async () => {
        // Later, because a driver allows what it runs itself a little more.
        const threw = await new Promise((then) => setTimeout(() => {
          try { (${sink})(); then(false); } catch { then(true); }
        }));
        await new Promise((then) => setTimeout(then, 50));
        return [threw, Boolean(document.querySelector('#made')), Boolean(window.owned)];
      }`);
      assert.deepEqual(made.slice(1), [false, false], name);
      if (name.includes('policy')) assert.ok(made[0], name);
    }
  });
});

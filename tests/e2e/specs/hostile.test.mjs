// Pages that are not kind to what they embed. A case is a page in hosts/hostile and what must hold there; adding a page adds
// a test. Its title is the title of the test. It writes ARTICLE where the article with the widget is to stand, and may say
// in a <script id="must" type="application/json"> what differs from the common demands:
//
//   attributes  of the element, as text
//   engines     all of them if it says "all"; else Chromium
//   rare        true for what runs only with EVERY=1, as in "make test-release"
//   shifts      why the page's own content has to move there, in words; nothing else excuses it
//   looks       why the widget does not look as it should, in words
//   theme       "dark" where the widget must come out dark
//   prints      false where the page itself hides what would print
//   console     what the page's own scripts may say there, as a regular expression
//
// What must hold besides stands in a module of the same name beside it: its function is called at the end of the way.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { EVERY, assert, held, inEngines, rewritten, shifts } from './support.mjs';
import { WidgetPage } from '../widget_page.mjs';

const HOSTS = new URL('../hosts/', import.meta.url);
const FOLDER = new URL('hostile/', HOSTS);

const article = readFileSync(new URL('article.txt', HOSTS), 'utf8');

/** Everything a page of the folder says about itself. */
const read = (/** @type {string} */ name) => {
  const html = readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
  const [, title] = /<title>(.+)<\/title>/.exec(html) ?? [];
  if (!title) throw new Error(`hosts/hostile/${name}.html has no <title>: it is the title of its test.`);
  const [, must = '{}'] = /<script id="must" type="application\/json">(.+?)<\/script>/s.exec(html) ?? [];
  try {
    return { name, title, must: JSON.parse(must) };
  } catch (error) {
    throw new Error(`hosts/hostile/${name}.html: what stands in the script "must" is no JSON: ${error.message}`);
  }
};

const CASES = readdirSync(FOLDER).filter((file) => file.endsWith('.html')).map((file) => read(file.slice(0, -5)))
  .filter(({ must }) => process.env.EVERY || !must.rare);

/** Serves a page of the folder, with the article in it. */
const serve = async (world, { name, must }, ...rules) => {
  const written = rewritten(/\/hostile\/.*html$/, (text) => text.replace('ARTICLE', article.replace('ATTRIBUTES', must.attributes ?? '')));
  const site = await world.serve(written, ...rules);
  return { ...site, address: `${site.url}/hosts/hostile/${name}.html` };
};

/** How everything of the page looks that is not ours, and where it stands: every computed style of every element. */
const outside = (page) => page.evaluate(() => {
  const found = {};
  document.querySelectorAll(':is(body, body *):not(fog-bridge, fog-bridge *, script)').forEach((one, place) => {
    const style = getComputedStyle(one);
    const { x, y, width, height } = one.getBoundingClientRect();
    const name = `${place} ${one.localName}`;
    found[`${name} stands`] = `${x}px ${y + scrollY}px ${width}px ${height}px`;
    for (const property of style) if (!property.startsWith('--')) found[`${name} ${property}`] = style.getPropertyValue(property);
  });
  return found;
});

/** What follows from where the page's own boxes stand: a screen of another height may change it. */
const PLACED = /(stands|size|width|height|origin|inset.*|template-.*|top|bottom|left|right)$/;

const SIZE = /-?\d+(\.\d+)?px/g;

/** A part of a pixel is no difference. */
const isAlike = (one, other) => one === other
  || (one?.replace(SIZE, '') === other?.replace(SIZE, '')
    && one.match(SIZE).every((size, place) => Math.abs(parseFloat(size) - parseFloat(other.match(SIZE)[place])) < 1));

const differences = (before, after, ignored = /^$/) => Object.keys({ ...before, ...after })
  .filter((key) => !ignored.test(key) && !isAlike(before[key], after[key]))
  .map((key) => `${key}: ${before[key]} → ${after[key]}`);

/** How much wider than the window the page is. */
const beyond = (page) => page.evaluate(() => Math.max(0, document.scrollingElement.scrollWidth - document.documentElement.clientWidth));

/** What of the widget on the screen stands beyond its frame, is covered, too small or hard to read. */
const faults = (widget) => widget.inside((root) => {
  const frame = root.querySelector('.frame');
  const found = [];
  /** Any colour as numbers, painted over white. */
  const pixel = (...colours) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    for (const colour of ['#fff', ...colours]) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (data) => {
    const [r, g, b] = [data[0], data[1], data[2]].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const colours = [];
    for (let one = element; one; one = one.parentElement ?? one.getRootNode().host) colours.unshift(getComputedStyle(one).backgroundColor);
    return colours;
  };
  const contrast = (element) => {
    const style = getComputedStyle(element);
    const [one, other] = [light(pixel(...behind(element))), light(pixel(...behind(element), style.webkitTextFillColor))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const box = frame.getBoundingClientRect();
  const label = (one) => `"${one.textContent.trim().slice(0, 40)}" (${one.localName}.${one.className})`;
  for (const one of frame.querySelectorAll('.bar, .bar *, [data-screen], [data-screen] *')) {
    if (one.closest('svg') || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { left, right, width, height } = one.getBoundingClientRect();
    if (width && (left < box.left - 1 || right > box.right + 1)) found.push(`${label(one)} reaches beyond the frame: ${left}–${right} in ${box.left}–${box.right}`);
    if (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 2 && getComputedStyle(one).overflowX !== 'visible') found.push(`${label(one)} is cut off`);
    if (width > 1 && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) {
      if (contrast(one) < 4.5) found.push(`${label(one)} has a contrast of ${contrast(one).toFixed(2)}`);
      if (parseFloat(getComputedStyle(one).fontSize) < 12) found.push(`${label(one)} is ${getComputedStyle(one).fontSize} small`);
      if (getComputedStyle(one).direction !== 'ltr') found.push(`${label(one)} is English, from right to left`);
    }
    if (one.matches('button, a[href], label') && Math.min(width, height) < 24 && !one.closest('p')) found.push(`${label(one)} is ${width} × ${height}`);
  }
  for (const part of ['exit', 'help']) {
    const one = root.querySelector(`.bar [part=${part}]`);
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = one.getBoundingClientRect();
    if (height < 24 || width < 24) found.push(`${part} is ${width} × ${height}`);
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) found.push(`${part} is not to be seen`);
    const top = root.elementFromPoint(x + width / 2, y + height / 2);
    if (top !== one) found.push(`${part} cannot be pressed: ${top?.localName}.${top?.className} is there`);
  }
  return found.slice(0, 3); // the rest is of the same kind
});

/** What is said in the style sheet of the cover, and holds whatever the page does. */
const painted = (widget) => widget.inside((root) => {
  const of = (css, ...names) => names.map((name) => getComputedStyle(root.querySelector(css))[name]).join(' ');
  return {
    host: getComputedStyle(root.host).display !== 'none',
    frame: of('.frame', 'display', 'flexDirection', 'backgroundColor', 'borderTopStyle'),
    bar: of('.bar', 'display', 'position', 'justifyContent'),
    primary: of('[part=primary]', 'minHeight', 'backgroundColor', 'color', 'textDecorationLine', 'cursor'),
    exit: of('[part=exit]', 'minHeight', 'backgroundColor', 'color', 'textDecorationLine', 'cursor'),
  };
});

const LOOKS = {
  light: { frame: 'rgb(251, 250, 246)', accent: 'rgb(47, 93, 90)' },
  dark: { frame: 'rgb(18, 26, 41)', accent: 'rgb(143, 193, 184)' },
};

const looks = (/** @type {'light' | 'dark'} */ theme) => ({
  host: true,
  frame: `flex column ${LOOKS[theme].frame} solid`,
  bar: 'flex sticky space-between',
  primary: `44px ${LOOKS[theme].accent} ${LOOKS[theme].frame} none pointer`,
  exit: `44px rgba(0, 0, 0, 0) ${LOOKS[theme].accent} underline pointer`,
});

const journey = async (world, one) => {
  const { must } = one;
  const isChromium = world.engine === 'Chromium';
  const loader = held(/embed\/fogbridge\.js$/);
  const { address, url, requests } = await serve(world, one, loader);
  const { page } = await world.open(`${url}/hosts/elsewhere.html`);
  const wide = [];
  await page.setViewport(360, 900);
  // No driver goes to a page without waiting for its scripts, and ours is held back.
  await page.evaluate((to) => { location.href = to; }, address);
  await page.waitFor(() => document.readyState === 'interactive' && Boolean(document.querySelector('fog-bridge')));
  const own = await beyond(page);
  await page.setViewport(1000, 900);
  const before = await outside(page);
  const unrest = isChromium ? await shifts(page) : 0; // the change of the window is the test's own
  loader.release();
  const widget = new WidgetPage(page);
  await widget.expectScreen('cover');
  await page.waitFor(() => document.querySelector('fog-bridge')?.ready.then(() => true)); // it may be out of the page for a while
  assert.deepEqual(differences(before, await outside(page), must.shifts ? PLACED : undefined), [], 'what differs on the page around the widget');
  if (isChromium && !must.shifts) assert.equal(await shifts(page), unrest, 'layout shift when the widget takes its place');
  assert.deepEqual(await painted(widget), looks(must.theme ?? 'light'));
  await page.setViewport(360, 900);
  const found = [];
  const seen = new Set();
  await widget.walk({ to: 'picture', keep: false, seen: async (screen) => {
    if (seen.has(screen)) return;
    seen.add(screen);
    const further = await beyond(page) - own;
    if (further > 0) wide.push(`${screen}: ${further} px beyond the window`);
    if (!must.looks) found.push(...(await faults(widget)).map((line) => `${screen}: ${line}`));
  } });
  assert.deepEqual([...wide, ...found], [], 'at 360 px');
  await page.setViewport(1000, 900);
  assert.deepEqual(differences(before, await outside(page), PLACED), [], 'what differs on the page after the way');
  const beside = new URL(`${one.name}.mjs`, FOLDER);
  if (existsSync(beside)) await (await import(beside)).default({ page, widget, requests });
  if (isChromium) {
    await page.native.emulateMedia({ media: 'print' });
    const prints = await widget.inside((root) => [
      root.host.querySelector('li').checkVisibility(), [...root.querySelectorAll('.frame *')].some((part) => part.localName !== 'slot' && part.checkVisibility()),
    ]);
    assert.deepEqual(prints, [must.prints ?? true, false], "printed is the page's own content, and nothing of ours");
    const said = page.console.map(({ type, text }) => `${type}: ${text}`).filter((line) => !(must.console && RegExp(must.console).test(line)));
    assert.deepEqual(said, [], 'the console');
  }
};

for (const one of CASES) {
  inEngines(one.must.engines === 'all' ? EVERY : ['chromium'], 'On a hostile page', (it) => {
    it(`${one.title}: the whole way works and looks as it should, and the page stays as it was`, (world) => journey(world, one));
  });
}

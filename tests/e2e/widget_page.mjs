// One <fog-bridge> as a reader meets it. Everything is found by structure: `data-screen`, parts, roles; words come from
// the content. Every wait that ends in vain says which screen was there instead.

import { until } from './browsers/shared.mjs';
import { words } from './specs/words.mjs';

/** Runs in the page: the buttons and links of the widget that are shown, in order. */
const PRESSABLE = `(root) => [...root.querySelectorAll('button, a[href], summary')].filter((one) => one.checkVisibility())`;

export class WidgetPage {
  /** @param {import('./browsers/shared.mjs').Page} page @param {number} [nth] of the widgets on the page */
  constructor(page, nth = 0) {
    this.page = page;
    this.nth = nth;
  }

  /** Runs `fn` in the page, with the shadow root before the other arguments. */
  inside(/** @type {Function | string} */ fn, ...args) {
    return this.page.evaluate(`(nth, args) => {
      const root = document.querySelectorAll('fog-bridge')[nth]?.shadowRoot;
      if (!root) throw new Error('there is no <fog-bridge> with a shadow root');
      return (${fn})(root, ...args);
    }`, this.nth, args);
  }

  /** The same for a finder of an element, which is then really clicked. */
  #click(fn, args, what) {
    return this.#until(async () => {
      await this.page.pressOn(`(nth, args) => {
        const root = document.querySelectorAll('fog-bridge')[nth]?.shadowRoot;
        return root && (${fn})(root, ...args);
      }`, [this.nth, args]);
      return true;
    }, `press ${what}`);
  }

  #until(ask, wish) {
    return until(ask, async () => `I could not ${wish}. ${await this.describe()}`);
  }

  /** What is on the screen, for people. */
  async describe() {
    try {
      const { screens, heading, status, text } = await this.inside((root) => ({
        screens: [...root.querySelectorAll('[data-screen]')].map((one) => one.dataset.screen),
        heading: root.querySelector('[data-screen] :is(h2,h3,h4,h5,h6)')?.textContent ?? 'none',
        status: root.querySelector('.foot__status')?.textContent ?? '',
        text: [...root.querySelectorAll('[data-screen]')].map((one) => one.innerText).join(' | ').replace(/\s+/g, ' ').slice(0, 400),
      }));
      return `The screen was ${screens.join(' and ') || 'none'}, its heading "${heading}", its status "${status}", its text: ${text}`;
    } catch (error) {
      return `There was no widget to describe (${error.message.split('\n')[0]}).`;
    }
  }

  /** Name and heading of the one screen. In an article the widget comes a frame after the page. */
  async spot() {
    const spots = await this.#until(() => this.inside((root) => [...root.querySelectorAll('[data-screen]')].map((one) => ({
      screen: one.dataset.screen,
      heading: one.querySelector('h2,h3,h4,h5,h6')?.textContent.trim() ?? '',
    }))), 'find the widget');
    if (spots.length !== 1) throw new Error(`There are ${spots.length} screens: ${spots.map(({ screen }) => screen).join(', ')}`);
    return spots[0];
  }

  async screen() { return (await this.spot()).screen; }

  async heading() { return (await this.spot()).heading; }

  /** The text that a reader can see. */
  text() { return this.inside((root) => root.querySelector('.frame').innerText); }

  /** How many of the widget's elements match, and are shown. */
  count(/** @type {string} */ selector) {
    return this.inside((root, css) => [...root.querySelectorAll(css)].filter((one) => one.checkVisibility()).length, selector);
  }

  texts(/** @type {string} */ selector) {
    return this.inside((root, css) => [...root.querySelectorAll(css)].map((one) => one.textContent.trim()), selector);
  }

  async has(/** @type {string} */ label) {
    return this.inside(`(root, label) => (${PRESSABLE})(root).some((one) => one.textContent.trim() === label)`, label);
  }

  expectScreen(/** @type {string} */ name) {
    return this.#until(async () => (await this.screen()) === name, `see the screen ${name}`);
  }

  /** Waits until something is so inside the widget. */
  expect(/** @type {string} */ wish, /** @type {Function} */ fn, ...args) {
    return this.#until(() => this.inside(`(...args) => Boolean((${fn})(...args))`, ...args), wish);
  }

  /** Presses the element with this part: primary, back, skip, help, exit. */
  pressPart(/** @type {string} */ part) {
    return this.#click((root, name) => root.querySelector(`[part~="${name}"]`), [part], `the part ${part}`);
  }

  /** Presses a button or link by what stands on it. */
  press(/** @type {string} */ label, at = 0) {
    return this.#click(
      `(root, label, at) => (${PRESSABLE})(root).filter((one) => one.textContent.trim() === label)[at]`,
      [label, at], `"${label}"`,
    );
  }

  pressCss(/** @type {string} */ selector, at = 0) {
    return this.#click((root, css, place) => root.querySelectorAll(css)[place], [selector, at], selector);
  }

  /**
   * Chooses a row, by its label or its place; a negative place counts from the end.
   * @param {number | string} which
   * @param {string} [group] name of the radio buttons, where a screen has several groups
   */
  async choose(which, group = '') {
    const row = `(root, which, group) => {
      const rows = [...root.querySelectorAll('[part~="choice"]')].filter((one) => !group || one.querySelector('input').name === group);
      return typeof which === 'number' ? rows.at(which) : rows.find((one) => one.textContent.trim().startsWith(which));
    }`;
    await this.#click(row, [which, group], `the row ${which} ${group}`);
    await this.#until(
      () => this.inside(`(root, ...args) => (${row})(root, ...args)?.querySelector('input').checked`, which, group),
      `see the row ${which} ${group} chosen`,
    );
  }

  /** The label of the chosen row, or null. */
  chosen(group = '') {
    return this.inside((root, name) => {
      const inputs = [...root.querySelectorAll('[part~="choice"] input')].filter((one) => !name || one.name === name);
      return inputs.find((one) => one.checked)?.closest('[part~="choice"]').textContent.trim() ?? null;
    }, group);
  }

  /** Waits until nothing is being saved: writing takes turns with other tabs, so it ends a moment after a press. */
  settled() {
    return this.#until(async () => !await this.count('[aria-busy=true]'), 'see the end of saving');
  }

  /** The line on what is kept. */
  async status() { return (await this.texts('.foot__status'))[0]; }

  /** Waits until the line on what is kept says so. */
  expectStatus(/** @type {string} */ key) {
    return this.#until(async () => (await this.status()) === words(key), `read ${key}, "${words(key)}"`);
  }

  /** Does something that leads to another screen, or to the next question, and waits for it and for the end of saving. */
  async onward(/** @type {() => Promise<void>} */ act) {
    const before = await this.spot();
    await act();
    await this.#until(async () => {
      const now = await this.spot();
      return now.screen !== before.screen || now.heading !== before.heading;
    }, `get on from ${before.screen}, "${before.heading}"`);
    await this.settled();
  }

  next() { return this.onward(() => this.pressPart('primary')); }

  back() { return this.onward(() => this.pressPart('back')); }

  skip() { return this.onward(() => this.pressPart('skip')); }

  /**
   * Walks from wherever the widget is to the screen `to`.
   * @param {object} [way]
   * @param {string} [way.to] the screen to stop at
   * @param {boolean} [way.short] takes the two-minute path (which most tests do) or the full one
   * @param {boolean} [way.keep] chooses to keep, or to keep nothing; without it nothing is chosen
   * @param {'numb' | 'supporter' | 'both' | 'unsure'} [way.role]
   * @param {(n: number, heading: string) => number | 'skip'} [way.answer] row of the nth question, from 0
   * @param {(n: number) => 'no' | 'yes' | 'pass' | 'skip'} [way.safety] for the nth safety question, from 0
   * @param {(screen: string) => Promise<void>} [way.seen] called on every screen, once
   * @returns {Promise<{ screen: string, heading: string }[]>} what was seen, the last one included
   */
  async walk({
    to = 'home', short = true, keep, role = 'numb', answer = () => 0, safety = () => 'no', seen = async () => {},
  } = {}) {
    const trail = [];
    const count = (/** @type {string} */ screen) => trail.filter((spot) => spot.screen === screen).length - 1;
    for (;;) {
      const spot = await this.#until(() => this.spot(), 'find a screen');
      trail.push(spot);
      const { screen, heading } = spot;
      await seen(screen);
      if (screen === to) return trail;
      if (trail.length > 60) throw new Error(`The walk to ${to} went in circles. ${await this.describe()}`);
      if (screen === 'cover') {
        await this.onward(() => (short ? this.press(words('cover.short')) : this.pressPart('primary')));
      } else if (screen === 'welcome') {
        if (keep !== undefined) await this.choose(words(keep ? 'welcome.keep' : 'welcome.nothing'), 'keep');
        await this.next();
      } else if (screen === 'who') {
        await this.choose(words(`who.${role}`));
        await this.next();
      } else if (screen === 'question') {
        const row = answer(count('question'), heading);
        if (row === 'skip') await this.skip();
        else {
          await this.choose(row);
          await this.next();
        }
      } else if (screen === 'safety') {
        const said = safety(count('safety'));
        if (said === 'skip') await this.skip();
        else {
          await this.choose(words(`safety.${said}`));
          await this.next();
        }
      } else if (screen === 'picture' || screen === 'safe') {
        await this.next();
      } else if (screen === 'steps') {
        await this.planStep();
      } else if (screen === 'plan') {
        await this.choose(0, 'moment');
        await this.next();
      } else {
        throw new Error(`The walk to ${to} does not lead through ${screen}. ${await this.describe()}`);
      }
    }
  }

  /** Takes one of the steps offered. */
  async planStep(at = 0) {
    await this.#until(() => this.count('.card button'), 'see a step to plan');
    await this.onward(() => this.pressCss('.card button', at));
  }
}

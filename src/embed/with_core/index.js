// The second half of the loader. It travels with the glue of the core, so that an article whose reader never comes
// near does not pay for it: mounting, the port through which the core speaks, crashes, and coming back.

import { read_on } from 'cover.json';
import { bring } from '../core.js';
import { make } from '../dom.js';
import { check } from './colours.js';
import { copy, print } from './copy.js';
import { drawing } from './drawing.js';
import { HASHES, glue, start } from './engine.js';
import { keeping, warmUp } from './keeping.js';
import { language, read, warn } from './options.js';
import { join, judge, shutNetwork } from './page.js';
import { copyOf, save, stored, trouble } from './trouble.js';

/** Session-replay tools of the page are asked to look away: by these, and by the classes below. */
const ASIDE = { private: '', hjSuppress: '', clarityMask: 'true', ddPrivacy: 'mask' };

/** By then a core that is here has painted its first screen, on a slow device too. */
const LATER_MS = 300;

/** Help lines that were read longer ago than a year may lead nowhere by now. */
const OLD_MS = 365 * 864e5;

/** A day further away than 300 days is named with its year. */
const FAR_MS = 300 * 864e5;

/** True while the core that all widgets share is in the middle of something. */
let busy;

let sheet;
const texts = {};

/**
 * @param {object} widget what ../widget.js hands over
 * @param {Promise<Response | undefined>} wasm on its way, not yet looked at
 * @returns {Promise<void>} done when the library is here too
 */
export const attach = async (widget, wasm) => {
  const { _frame: frame, _say: say, _put: put } = widget;
  const root = /** @type {ShadowRoot & { host: HTMLElement }} */ (frame.getRootNode());
  const { host } = root;
  const tag = language(host);
  const lang = tag.slice(0, 2);
  const text = (/** @type {string} */ name) => texts[name] ??= bring(name, HASHES[name]).then((answer) => answer.text());
  const [reflection, css] = await Promise.all([text(lang + '/reflection.txt'), text('styles.txt'), start(wasm)]);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [root.adoptedStyleSheets[0], sheet];
  frame.lang = lang;

  /** Calls a function of the core that this widget was mounted in, for this widget: `tell`, what, and a text if it has one. */
  let core;
  /** The element it paints into. */
  let place;
  /** A press before this was here has no time any more, but it was one. */
  let pressedAt = widget._press ? 1 : -1e9;
  /** The screen it painted last. */
  let painted;
  let helpTimer;
  let plurals;
  /** The text of the library; `null` while it is on its way, `undefined` if it does not come. */
  let library = null;
  let broken = false;
  /**
   * The last state of every record that changed in this visit, for a copy after a crash: in memory only. Those that did not
   * are read from the browser then, unless they are somebody else's.
   * @type {Record<string, string | undefined>}
   */
  let records = {};
  let kept = true;
  /** True after a safety sign in this visit. */
  let isAfraid = false;

  /**
   * Only our own pages have it. On the standalone one, ../offline/page.js tells by `offline` when its copy is made, or has failed,
   * and removes it by `forget`.
   */
  const ours = /** @type {HTMLMetaElement & { offline?: Promise<unknown>, forget?: () => void } | null} */ (document.querySelector('meta[name=fogbridge]'));
  const form = ours?.content || 'inline';
  const options = () => ({ ...read(host), form, press: widget._press, reflection });

  const prefix = `pn.${options().store || 'main'}.`;

  const clear = () => {
    clearTimeout(helpTimer);
    place?.remove();
    place = core = painted = undefined;
  };
  /**
   * @param {any} [error] what went wrong; nothing if the core has painted nothing. Only its kind is told: never its words.
   * @param {boolean} [goesOn] true if it was another widget's fault, and a new core is here: then the reader finds the cover,
   * and behind it everything as it was
   */
  const crash = (error, goesOn) => {
    if (!place || broken) return;
    const wasHelp = painted === 'help';
    clear();
    // A new core knows nothing of a safety sign, which lasts for the visit. And what is kept may be somebody else's: then the
    // notes in memory stay apart from it, and are offered as a copy.
    if (goesOn && kept && !isAfraid) {
      widget._showCover();
      if (wasHelp) widget._press = 'help';
      return answer();
    }
    broken = true;
    put(trouble({ ...kept && stored(prefix), ...records }));
    say('error', { code: 'core', message: `The core stopped: ${error ? error.name ?? typeof error : 'it painted nothing'}.` });
  };
  const guard = (/** @type {() => void} */ call) => {
    try {
      call();
    } catch (error) {
      console.error(error);
      if (!judge(error, member)) crash(error);
    }
  };
  const keeper = keeping(prefix, {
    save: () => core?.('tell', 'save'),
    look: (key) => core?.('tell', 'look', key),
    picked: (text) => core?.('tell', 'picked', text),
  });

  /** Answers the reader's press, if there is one and nothing else is in front. */
  const answer = () => {
    if (!widget._press || place || broken || widget._covered()) return;
    // A form, because Chromium never frees a named radio button that was outside of any; this kind sends nothing anywhere.
    // It is put into the frame, in place of the cover, when it has painted: no moment shows both, or neither.
    const element = place = make('form', { className: 'core ph-no-capture fs-exclude', method: 'dialog' });
    Object.assign(element.dataset, ASIDE);
    for (const type of ['click', 'change', 'input']) {
      element.addEventListener(type, ({ target }) => {
        /** @type {HTMLElement | null} */
        const control = target.closest(`[data-${type}]`);
        if (control) core('tell', 'used', `${control.dataset[type]} ${target.selectedIndex ?? target.value}`);
      });
    }
    const take = (/** @type {string} */ text) =>
      copy(root, text).then((done) => element === place && core('tell', 'copied', done ? '' : undefined));
    // A core that paints nothing must not leave the reader waiting.
    setTimeout(() => { if (element === place && widget._press) crash(); }, 9000);
    guard(() => {
      const life = glue;
      const number = life.mount(element, { ...options(), notes: copyOf(records) }, {
        painted(name) {
          if (element !== place) return;
          keeper.moved();
          painted = name;
          isAfraid ||= name === 'safe';
          widget._press = '';
          check(frame);
          if (name === 'help') clearTimeout(helpTimer);
          put(element);
          if (performance.now() - pressedAt < 500) frame.style.minHeight = '';
        },
        ...keeper,
        focus(reveal) {
          const heading = /** @type {HTMLElement | null} */ (element.querySelector('.heading'));
          heading?.focus({ preventScroll: true });
          const screen = element.firstElementChild;
          const { top } = screen.getBoundingClientRect();
          // Half a pixel less, because edges fall between pixels.
          const edge = frame.querySelector('.bar').getBoundingClientRect().bottom - 0.5;
          if (reveal && (top < edge || heading?.getBoundingClientRect().top > innerHeight - 1)) {
            screen.scrollIntoView({ block: 'start' });
          }
        },
        // What the language does with numbers and days, and where the device is; days are read as those of UTC.
        plural: (n) => (plurals ??= new Intl.PluralRules(tag)).select(n),
        date: (day) => new Date(day).toLocaleDateString(tag, {
          day: 'numeric',
          month: 'long',
          timeZone: 'UTC',
          ...Math.abs(Date.now() - Date.parse(day)) > FAR_MS && { year: 'numeric' },
        }),
        zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
        cleared() {
          records = {};
          kept = false;
        },
        removed: () => ours?.forget?.(),
        record(key, value) { records[key] = value; },
        download: (text) => save(text),
        calendar: (text) => save(text, 'text/calendar', '.ics'),
        copy: take,
        sheet(what) {
          const sheet = /** @type {HTMLElement} */ (element.querySelector(what === 'letter' ? '.sheet--letter' : '.sheet'));
          if (what === 'print') print(root, sheet);
          else take(sheet.innerText);
        },
        // Said after the core's turn, so that a listener that throws is not taken for the core.
        progress: (step) => queueMicrotask(say.bind(null, 'progress', { step })),
        problem: (code, message) => queueMicrotask(say.bind(null, 'error', { code, message })),
      });
      core = (name, ...given) => {
        // A page can answer a write, or a press of ours, in the middle of it. The core does one thing after the other.
        if (busy) return queueMicrotask(() => core?.(name, ...given));
        busy = true;
        guard(() => life[name](number, ...given));
        busy = false;
      };
      if (library !== null) core('tell', 'library', library);
    });
  };
  /** The core's help says more; where it does not answer at once, the loader's own stands in. */
  const help = () => {
    if (broken || widget._covered()) return widget._showHelp();
    clearTimeout(helpTimer);
    if (painted !== 'help') helpTimer = setTimeout(widget._showHelp, 400);
    if (core) return core('tell', 'help');
    widget._press = 'help';
    answer();
  };
  /** An attribute changed, or the colours of the page did. */
  const update = () => {
    frame.dataset.theme = ''; // from now on the frame tells when its colour scheme changes: see styles/frame.css
    check(frame);
    const now = options(); // here a value that is not understood is complained of
    core?.('update', now);
  };
  /** Back to the cover, with nothing of the reader's left in memory. */
  const rest = () => {
    core?.('tell', 'save');
    core?.('tell', 'forget');
    clear();
    records = {};
    kept = true;
    isAfraid = false;
    widget._press = '';
    if (broken) put(trouble({}));
    else widget._showCover();
  };

  frame.addEventListener('click', () => { pressedAt = performance.now(); }, true);
  frame.addEventListener('transitionend', (event) => { if (event.target === frame) update(); });
  const member = {
    root, crash, rest, leave: () => frame.querySelector('[part=exit]').click(),
    armed: () => host.isConnected && (pressedAt > 0 || form === 'standalone'),
    pressedAt: () => pressedAt,
  };
  join(member);
  if (Date.now() - Date.parse(read_on) > OLD_MS) {
    warn(`fog-bridge: nobody has read the help lines of this version since ${read_on}. Take a newer one, or check them.`);
  }
  Object.assign(widget, { _mount: answer, _help: help, _update: update, _rest: rest });
  update();
  answer();

  const settle = (/** @type {string | undefined} */ arrived) => {
    library = arrived;
    core?.('tell', 'library', library);
  };
  // Whoever has pressed sees the first screen before anything else is asked for.
  await new Promise((then) => setTimeout(then, widget._press ? LATER_MS : 0));
  if (host.isConnected) frame.append(drawing(frame)); // outside the page there are no lines to read
  try {
    settle(await text(lang + '/library.txt'));
    warmUp();
    await ours?.offline;
  } catch (error) {
    settle(undefined);
    throw error;
  } finally {
    if (form !== 'inline') shutNetwork();
  }
};

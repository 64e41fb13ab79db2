// One widget before and around its core: the frame, the bar, and what stands below it.

import { failed, help as helpLabel, leave as leaveLabel, loading } from 'cover.json';
import { core } from './core.js';
import { cover } from './cover.js';
import { button, make, screen } from './dom.js';
import { help } from './help.js';
import { PLAIN, leave } from './leave.js';

/**
 * @param {HTMLElement} host
 * @param {ShadowRoot} root
 * @param {() => void} resolve keeps the promise `ready`
 * @param {(error: Error) => void} reject breaks it
 */
export const widget = (host, root, resolve, reject) => {
  /** An attribute, if it is one of the accepted values; with_core/options.js tells the owner of the others. */
  const get = (name, accepted) => accepted.exec(host.getAttribute(name))?.[0];
  const level = () => get('heading-level', /^[2-6]$/) ?? 2;
  const say = (name, detail) =>
    host.dispatchEvent(new CustomEvent('fogbridge-' + name, { bubbles: true, composed: true, detail }));

  let started;
  /** What stands below the bar: cover, core, or what went wrong. */
  let base;
  /** The loader's own help, in place of all of these. */
  let panel;

  const exit = make('a', { part: 'exit', rel: 'noreferrer', textContent: leaveLabel, onclick(event) {
    // Whatever key is held with it: whoever presses this wants to be gone, and not to have a second window.
    event.preventDefault();
    leave(exit.href);
    self._rest?.();
  } });
  const status = make('p', { role: 'status' });
  const slot = make('slot', { hidden: true });
  const bar = make('div', { className: 'bar' }, exit, button('help', helpLabel, () => (self._help ?? showHelp)()));
  const frame = make('div', { className: 'frame', lang: 'en', dir: 'ltr' }, bar);
  // The page's own content keeps the page's direction and its look, so it stands beside the frame.
  root.replaceChildren(frame, slot);

  const put = (/** @type {HTMLElement} */ element) => {
    if (base !== element) base?.remove();
    base = element;
    if (panel) base.remove();
    else if (!base.parentNode) bar.after(base);
  };
  const showCover = () => {
    panel &&= panel.remove();
    status.textContent = '';
    put(cover(level(), status, (name) => {
      self._press = name;
      status.textContent = loading;
      // A late core must not push the article about: the room it may need is taken while the press is fresh.
      if (!self._mount) frame.style.minHeight = '100vh';
      start();
      self._mount?.();
    }));
  };
  const showHelp = () => {
    if (panel) return;
    const region = get('region', /.+/) ?? /** @type {HTMLElement | null} */ (host.closest('[lang]'))?.lang.slice(3) ?? '';
    panel = help(level(), region.toUpperCase(), () => {
      panel = panel.replaceWith(base);
      self._mount?.();
    });
    base.replaceWith(panel);
    /** @type {HTMLElement} */ (panel.firstChild).focus();
  };
  /** An attribute changed. @param {string} [name] of it; none at the beginning */
  const refresh = (name) => {
    exit.href = get('exit', /^https?:.+/) ?? PLAIN;
    exit.host || (exit.href = PLAIN); // it begins like an address and is none
    frame.style.colorScheme = get('theme', /^light$|^dark$/) ?? '';
    if (name === 'heading-level' && base.dataset.screen === 'cover') showCover();
    self._update?.();
  };
  const start = async () => {
    if (started) return;
    started = 1;
    try {
      await core(self);
      resolve();
      say('ready');
    } catch (error) {
      const { code, message } = error;
      console.error('fog-bridge: ' + code, message);
      if (!self._mount) {
        put(screen('trouble', make('p', {}, failed)));
        slot.hidden = false;
        frame.style.minHeight = '';
      }
      reject(error);
      say('error', { code, message });
    }
  };

  /**
   * What the core's half (with_core) may use. When it is here, it adds its own `_mount`, `_help`, `_update` and
   * `_rest`. `_press` is the reader's press that is still to be answered: begin, short or help. The build shortens
   * names that begin with `_`, alike in both halves.
   */
  const self = {
    _frame: frame, _press: '', _say: say, _put: put, _showCover: showCover, _showHelp: showHelp, _refresh: refresh,
    _covered: () => panel,
  };

  showCover();
  refresh();
  const when = host.getAttribute('loading');
  if (when === 'eager') start();
  else if (when !== 'click' && !navigator.connection?.saveData) {
    // Whoever points at the widget, or comes to it by keyboard, has brought it into view first.
    new IntersectionObserver((seen) => seen.at(-1).isIntersecting && start(), { rootMargin: '400px' })
      .observe(host);
  }
  return self;
};

// What an owner may write on the element: the accepted values, the defaults, and one console line for the rest.
// The loader's first half looks only at what it needs for the cover, and keeps the same defaults.

import { PLAIN } from '../leave.js';

/**
 * Attribute → what is accepted, and the default where it is not the first word.
 * @type {Record<string, string[]>}
 */
const RULES = {
  region: ['[A-Za-z]{2}(-[A-Za-z]{3})?', ''],
  view: ['all|reflection|steps|checkin|words'],
  theme: ['auto|light|dark'],
  exit: ['https?://.+', PLAIN],
  'heading-level': ['2|3|4|5|6'],
  store: ['[\\w-]{1,40}', ''],
  loading: ['lazy|eager|click'],
  root: ['open|closed'],
};

const fits = (/** @type {string} */ accepted, /** @type {string} */ value) => RegExp(`^(${accepted})$`).test(value);

/** The languages there are, as a pattern; written in by the build. */
const LANGUAGES = __LANGUAGES__;

const said = new Set();

/** Tells the owner something, once. */
export const warn = (/** @type {string} */ line) => {
  if (!said.has(line)) console.warn(line);
  said.add(line);
};

const complain = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ accepted, /** @type {string} */ used) =>
  warn(`fog-bridge: ${name}="${value.slice(0, 99)}" is not understood (accepted: ${accepted}); "${used}" is used`);

/**
 * The value of an attribute, or its default.
 * @param {Element} host
 * @param {string} name one of these
 */
const option = (host, name) => {
  const value = host.getAttribute(name);
  const [accepted, fallback = accepted.split('|')[0]] = RULES[name];
  if (!value || fits(accepted, value)) return value || fallback;
  complain(name, value, accepted, fallback);
  return fallback;
};

/** The language tag to speak: the element's, else the page's where it is one of ours, else English. */
export const language = (/** @type {HTMLElement} */ host) => {
  const accepted = `(${LANGUAGES})(-\\w{1,8}){0,4}`;
  const near = /** @type {HTMLElement | null} */ (host.closest('[lang]'))?.lang;
  if (fits(accepted, near)) return near;
  if (host.getAttribute('lang')) complain('lang', host.lang, LANGUAGES, 'en');
  return 'en';
};

/** Everything the core is told about the element. */
export const read = (/** @type {HTMLElement} */ host) => {
  const all = Object.fromEntries(Object.keys(RULES).map((name) => [name, option(host, name)]));
  const lang = language(host);
  return {
    lang,
    // A country is taken from the language tag where the owner names none: `en-GB` means British help lines.
    region: (all.region || /-([a-z]{2})(?![a-z\d])/i.exec(lang)?.[1] || '').toUpperCase(),
    view: all.view,
    store: all.store,
    headingLevel: Number(all['heading-level']),
  };
};

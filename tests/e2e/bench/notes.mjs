// Kept notes, as the product writes them: see src/snapshot (the form of a record) and src/domain/notes.rs (ids).

import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

const DAY = 86_400_000;

/** `n<version> <revision> <checksum> <payload>` */
const seal = (/** @type {unknown} */ record) => {
  const payload = JSON.stringify(record);
  return `n1 1 ${crc32(payload).toString(16).padStart(8, '0')} ${payload}`;
};

const STRUCTURE = new URL('../../../src/content/structure/', import.meta.url);

/** The entries of a content file, as text. */
const entries = (/** @type {string} */ file, /** @type {string} */ table) =>
  readFileSync(new URL(file, STRUCTURE), 'utf8').split(`[[${table}]]`).slice(1);

const idOf = (/** @type {string} */ entry) => /^id = "(.+)"/m.exec(entry)[1];

/** Questions of the door `numb`, each with the ids of its options. @type {[string, string[]][]} */
const QUESTIONS = entries('questions.toml', 'question')
  .filter((entry) => /^roles = .*"numb"/m.test(entry))
  .map((entry) => [idOf(entry), [...entry.matchAll(/^ {2}\{ id = "(.+?)"/gm)].map(([, id]) => id)]);

const STEPS = entries('steps.toml', 'step').map(idOf);

const reflection = (/** @type {number} */ day, /** @type {number} */ n) => ({
  role: 'numb',
  path: 'full',
  made_on: day,
  answers: Object.fromEntries(QUESTIONS.map(([id, options]) => [id, options[n % options.length]])),
});

const plan = (/** @type {number} */ day, /** @type {number} */ n, /** @type {boolean} */ isOpen) => ({
  step: STEPS[n % STEPS.length],
  moment: { own: 'after the evening meal, before the dishes are done' },
  size: 'full',
  company: 'as-described',
  guess: 'little',
  made_on: day,
  entries: isOpen ? [] : [{ day, outcome: 'not-today' }, { day: day + 1, outcome: 'done' }],
});

const LEVELS = ['nothing', 'little', 'much', 'most'];

const checkIn = (/** @type {number} */ day, /** @type {number} */ n) => ({
  day, fog: LEVELS[n % 4], closeness: LEVELS[(n + n % 3) % 4], together: n % 2 ? 'yes' : 'no', elsewhere: n % 3 ? 'no' : null, line: null,
});

/**
 * The notes of a reader who stands at `home` with one open plan, spread over ten years.
 * @param {number} reflections
 * @param {number} plans
 * @returns {Record<string, string>} what lies in localStorage
 */
export const notes = (reflections, plans, checkIns) => {
  const spread = (count, name, record) => Array.from({ length: count }, (_, n) => {
    const made = Math.floor(Date.now() - (count - n) * (10 * 365 * DAY / count));
    return [`pn.main.${name}.${made.toString(36)}`, seal(record(Math.floor(made / DAY), n))];
  });
  return Object.fromEntries([
    ['pn.main.s', seal({ keep: true, role: 'numb' })],
    ['pn.main.p', seal('home')],
    ...spread(reflections, 'r', reflection),
    ...spread(plans, 't', (day, n) => plan(day, n, n === plans - 1)),
    ...spread(checkIns, 'c', checkIn),
  ]);
};

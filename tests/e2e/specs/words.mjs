// What the content says, read from the files that editors write, so that a reworded text breaks no test.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CONTENT = fileURLToPath(new URL('../../../src/content/', import.meta.url));

const lines = (/** @type {string} */ path) => readFileSync(CONTENT + path, 'utf8').split('\n');

/** The one-line texts of a file: `table.key` → text. */
const texts = (/** @type {string} */ path) => {
  let table = '';
  const found = new Map();
  for (const line of lines(path)) {
    const [, name] = /^\[([\w.-]+)\]/.exec(line) ?? [];
    const [, key, text] = /^"?([\w-]+)"? = (".*")$/.exec(line) ?? [];
    if (name) table = name;
    if (key) found.set(table ? `${table}.${key}` : key, JSON.parse(text));
  }
  return found;
};

const lookUp = (path) => {
  const all = texts(path);
  return (/** @type {string} */ key) => {
    if (!all.has(key)) throw new Error(`src/content/${path} has no text ${key}`);
    return all.get(key);
  };
};

/** A text of the screens, such as `words('safe.mistake')`. */
export const words = lookUp('en/ui.toml');

/** A text of the picture. */
export const readings = lookUp('en/readings.toml');

/** Every phrase in which an answer is offered or told back. */
export const answerPhrases = () => [...texts('en/questions.toml')]
  .filter(([key]) => /\.(options|told)\./.test(key))
  .map(([, text]) => text)
  .filter((text) => text.length > 14); // "Yes" and the like stand everywhere

/** The answers that are a sign that the reader may not be safe: the text of the question, and the place among its rows. */
export const signs = () => {
  const text = lookUp('en/questions.toml');
  const found = [];
  let id;
  let place = 0;
  for (const line of lines('structure/questions.toml')) {
    [, id] = /^id = "(.+)"$/.exec(line) ?? [, id];
    if (/^option = \[/.test(line)) place = 0;
    if (!/^ {2}\{/.test(line)) continue;
    if (/safety_sign = true/.test(line)) found.push({ ask: text(`${id}.ask`), place });
    place += 1;
  }
  return found;
};

/** The titles of all steps, by whether a frightened reader may see them. */
export const steps = () => {
  const text = lookUp('en/steps.toml');
  const titles = { open: [], closed: [] };
  for (const step of lines('structure/steps.toml').join('\n').split('[[step]]').slice(1)) {
    const title = text(`${/^id = "(.+)"$/m.exec(step)[1]}.title`);
    titles[/^open_when_afraid = true$/m.test(step) ? 'open' : 'closed'].push(title);
  }
  return titles;
};

/** What is closed after a safety sign besides steps: insights, what people say, things to say, staying and going, help for two. */
export const closedTexts = () => {
  const keep = (/** @type {string} */ path, /** @type {RegExp} */ key) => [...texts(path)].filter(([name]) => key.test(name)).map(([, text]) => text);
  const step = texts('en/steps.toml');
  const open = new Set(steps().open);
  // An open step may say to oneself what a phrase says too.
  const openSays = new Set([...step].filter(([key]) => key.endsWith('.say') && open.has(step.get(key.replace(/say$/, 'title')))).map(([, text]) => text));
  const page = lookUp('en/pages.toml');
  const gated = lines('structure/pages.toml').join('\n').split('[[').filter((row) => /^past_gate = true$/m.test(row))
    .map((row) => page(`help.${/^id = "(.+)"$/m.exec(row)[1]}.title`));
  return [
    ...keep('en/insights.toml', /\.(title|body)$/),
    ...keep('en/myths.toml', /\.(says|reality)$/),
    ...keep('en/phrases.toml', /\.(say|instead)$/).filter((text) => !openSays.has(text)),
    ...keep('en/pages.toml', /^staying\..*title$/),
    ...gated,
  ].filter((text) => text.length > 12); // "I am fine." and "Going" prove nothing
};

const ending = (/** @type {string} */ path, /** @type {string} */ key) => () =>
  [...texts(path)].filter(([name]) => name.endsWith(`.${key}`)).map(([, text]) => text);

/** The titles of all insights. */
export const insights = ending('en/insights.toml', 'title');

/** What people say, of all myths. */
export const myths = ending('en/myths.toml', 'says');

/** What is said, of all phrases. */
export const phrases = ending('en/phrases.toml', 'say');

/** A text of help or of *Staying, going, not deciding*, where it is one line. */
export const pages = lookUp('en/pages.toml');

/** A text of `welcome`. */
export const welcome = lookUp('en/welcome.toml');

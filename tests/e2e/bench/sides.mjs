// The same question screens three times, beside each other: as Fogbridge, as a twin written by hand in Preact, and as SurveyJS.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weigh } from '../tools/size.mjs';
import { quantile, ratio, told } from './figures.mjs';
import { held } from './memory.mjs';
import { ROUNDS, byTurns } from './visits.mjs';

/** Page and element of each side. */
const SIDES = {
  ours: ['/article.html', 'fog-bridge'],
  twin: ['/twin.html', 'preact-twin'],
  survey: ['/survey.html', 'survey-twin'],
};
export const NAMES = ['Fogbridge', 'Preact', 'SurveyJS'];

/** The processor of this machine, and one four times slower. */
const SLOWDOWNS = [1, 4];

const ANSWERS = 100;

/** @typedef {import('./figures.mjs').Row} Row */
/** @typedef {(path: string, act: Parameters<import('./visits.mjs').visit>[2], options?: object) => Promise<any>} At */

const ofEach = (/** @type {(side: string) => unknown} */ make) => Object.keys(SIDES).map(make);

/** What the files weigh on the wire, from a server that compresses as well as brotli can. */
const weight = (/** @type {string} */ root, /** @type {string[]} */ paths) =>
  paths.reduce((sum, path) => sum + weigh(readFileSync(join(root, path))).brotli, 0);

/** @returns {Promise<Row[]>} */
export const reflection = async (/** @type {At} */ at, /** @type {string} */ root) => {
  const visits = SLOWDOWNS.flatMap((slowdown) => Object.entries(SIDES).map(([side, [path, element]]) =>
    [side + slowdown, () => at(path, (call) => call('bench.reflect', element), { slowdown })]));
  const found = await byTurns(Object.fromEntries(visits));
  const each = (slowdown, of) => ofEach((side) => found[side + slowdown].map(of));
  const files = (until) => ofEach((side) => [weight(root, found[`${side}1`].at(-1).files[until])]);
  const timed = (what, of, promised) => SLOWDOWNS.map((slowdown) =>
    ratio(`${slowdown}x  ${what}, ms`, each(slowdown, of), slowdown === 4 ? promised : undefined));
  const tasks = (what, of) => SLOWDOWNS.flatMap((slowdown) => ['count', 'ms'].map((unit) =>
    told(`${slowdown}x  long tasks, ${what}, ${unit}`, each(slowdown, (visit) => of(visit)[unit]))));
  return [
    ...timed('near, Begin pressed -> welcome painted', ({ welcome }) => welcome, 1.5),
    ...timed('answer -> next question painted, 95th percentile', ({ answers }) => quantile(answers, 0.95), 1.7),
    ...tasks('near -> welcome', (visit) => visit.tasks.welcome),
    ...tasks('first -> last question', (visit) => visit.tasks.questions),
    ratio('bytes asked for until welcome, brotli 11', files('welcome')),
    ratio('bytes asked for until the end, brotli 11', files('end')),
  ];
};

/** @returns {Promise<Row[]>} */
export const memory = async (/** @type {At} */ at, /** @type {number} */ questions) => {
  const visits = Object.entries(SIDES).map(([side, [path, element]]) => [side, () => at(path, async (call, devtools) => {
    await call('bench.arrive', element);
    const before = await held(devtools);
    await call('bench.give', element, ANSWERS, questions);
    return { before, after: await held(devtools) };
  }, { slowdown: 1 })]);
  const found = await byTurns(Object.fromEntries(visits), { rounds: Math.min(ROUNDS, 3), warmUps: 0 });
  const each = (of) => ofEach((side) => found[side].map(of));
  const rows = (what, of) => [
    told(`${what} before the first answer`, each(({ before }) => of(before))),
    told(`... and more after ${ANSWERS} answers`, each(({ before, after }) => of(after) - of(before))),
  ];
  return [
    ...rows('JavaScript heap, KiB,', ({ heap }) => heap / 1024),
    ...rows('WebAssembly memory, KiB,', ({ wasm }) => wasm / 1024),
    ...rows('DOM nodes', ({ nodes }) => nodes),
    ...rows('event listeners', ({ listeners }) => listeners),
  ];
};

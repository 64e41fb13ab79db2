// `make bench`: how fast the built widget is, in Chromium on a slowed processor, beside a twin written by hand in Preact.
// What is promised are ratios within one run, never times: those are another machine's.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { amount, isBroken, median, quantile, ratio, table } from '../bench/figures.mjs';
import { notes } from '../bench/notes.mjs';
import { addTwin, stage } from '../bench/stage.mjs';
import { byTurns, launch, visit } from '../bench/visits.mjs';
import { words } from '../specs/words.mjs';
import { DIST } from './serve.mjs';

/** Another build can be measured: `DIST=/somewhere`. */
const BUILT = process.env.DIST ?? DIST;

const OURS = 'fog-bridge';
const TWIN = 'preact-twin';

/** @typedef {(path: string, call: [string, ...unknown[]], options?: object) => Promise<any>} Visit */
/** @typedef {import('../bench/figures.mjs').Row} Row */

/** @returns {Promise<Row[]>} */
const reflection = async (/** @type {Visit} */ at) => {
  const { ours, beside } = await byTurns(
    () => at('/article.html', ['reflect', OURS]),
    () => at('/twin.html', ['reflect', TWIN]),
  );
  const both = (of) => ({ ours: ours.map(of), beside: beside.map(of) });
  return [
    ratio({
      what: 'near, and Begin pressed, to welcome; beside Preact, ms',
      promised: 1.5,
      ...both(({ welcome }) => welcome),
    }),
    ratio({
      what: 'answer to next question, 95th percentile; beside Preact, ms',
      promised: 1.7,
      ...both(({ answers }) => quantile(answers, 0.95)),
    }),
  ];
};

const TEN_YEARS = notes(120, 600);

/** @returns {Promise<Row>} */
const home = async (/** @type {Visit} */ at) => {
  const back = (stored) => at('/', ['home', OURS, words('welcome.set_aside')], { stored });
  return ratio({
    what: 'home with ten years of notes; beside one plan, ms',
    promised: 1.3,
    ...await byTurns(() => back(TEN_YEARS), () => back(notes(1, 1))),
  });
};

/** @returns {Promise<Row>} */
const plan = async (/** @type {Visit} */ at) => amount({
  what: 'one plan kept, on top of ten years, bytes written',
  promised: 3 * 1024,
  ours: await at('/', ['plan', OURS], { stored: TEN_YEARS }),
});

/** @returns {Promise<Row[]>} */
const article = async (/** @type {Visit} */ at) => {
  const read = (path) => at(path, ['disturbance'], { slowFromStart: true });
  const { ours, beside } = await byTurns(() => read('/article.html'), () => read('/plain.html'));
  const both = (of) => ({ ours: median(ours.map(of)), beside: median(beside.map(of)), promised: 0 });
  return [
    amount({ what: 'article before near, long tasks; beside no script', ...both(({ tasks }) => tasks) }),
    amount({ what: 'article before near, layout shift; beside no script', ...both(({ shift }) => shift) }),
  ];
};

/** @returns {Promise<Row[]>} */
const measure = async () => {
  const browser = await launch();
  const { root, url, close } = await stage(BUILT);
  const at = (path, call, options) => visit(browser, url + path, call, options);
  try {
    await addTwin(root, await at('/article.html', ['words', OURS]));
    const rows = [];
    for (const part of [reflection, home, plan, article]) rows.push(await part(at));
    return rows.flat();
  } finally {
    await browser.close();
    await close();
  }
};

if (!existsSync(join(BUILT, 'article.html'))) {
  console.error(`There is no build in ${BUILT}: run "make dist" first.`);
  process.exit(1);
}
console.log('Chromium, with the processor slowed 4 times: medians (and quartiles) of rounds by turns. Some minutes.');
const rows = await measure();
const broken = rows.filter(isBroken);
console.log(`\n${table(rows)}\n\nThe ten years hold 120 reflections and 600 plans; check-ins join them when there are any.`);
console.log(broken.length ? `Not kept: ${broken.map(({ what }) => what).join('; ')}.` : 'All promises are kept.');
process.exitCode = broken.length ? 1 : 0;

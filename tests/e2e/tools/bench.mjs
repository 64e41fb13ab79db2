// `make bench`: how fast and how heavy the built widget is, in Chromium, beside the same screens in Preact and in SurveyJS.
// What is promised are ratios within one run, never times: those are another machine's.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { amount, isBroken, median, ratio, table } from '../bench/figures.mjs';
import { notes } from '../bench/notes.mjs';
import { NAMES, memory, reflection } from '../bench/sides.mjs';
import { addSides, stage } from '../bench/stage.mjs';
import { ROUNDS, byTurns, launch, visit } from '../bench/visits.mjs';
import { words } from '../specs/words.mjs';
import { DIST } from './serve.mjs';

/** Another build can be measured: `DIST=/somewhere`. */
const BUILT = process.env.DIST ?? DIST;

const OURS = 'fog-bridge';

/** @typedef {import('../bench/figures.mjs').Row} Row */
/** @typedef {import('../bench/sides.mjs').At} At */

const TEN_YEARS = notes(120, 600, 3650);

/** @returns {Promise<Row>} */
const home = async (/** @type {At} */ at) => {
  const back = (stored) => at('/', (call) => call('bench.home', OURS, words('welcome.set_aside')), { stored });
  const { many, one } = await byTurns({ many: () => back(TEN_YEARS), one: () => back(notes(1, 1, 1)) });
  return ratio('4x  home with ten years of notes; beside one plan, ms', [many, one], 1.3);
};

/** @returns {Promise<Row[]>} */
const writing = async (/** @type {At} */ at) => {
  const on = (name, ...args) => at('/', (call) => call(name, OURS, ...args), { stored: TEN_YEARS });
  return [
    amount('one plan kept, on top of ten years, bytes written', [await on('bench.plan')], 3 * 1024),
    amount('one check-in of four presses, on top of ten years, bytes written', [await on('bench.checkIn', words('home.check_in'))], 3 * 1024),
  ];
};

/** @returns {Promise<Row[]>} */
const article = async (/** @type {At} */ at) => {
  const read = (path) => at(path, async (call) => {
    const { count } = await call('watch.tasks', 0, Number.MAX_VALUE);
    const shift = await call('watch.shift');
    await call('watch.far');
    return { count, shift };
  }, { slowFromStart: true });
  const { ours, beside } = await byTurns({ ours: () => read('/article.html'), beside: () => read('/plain.html') });
  const both = (of) => [median(ours.map(of)), median(beside.map(of))];
  return [
    amount('4x  article before near, long tasks; beside no script', both(({ count }) => count), 0),
    amount('4x  article before near, layout shift; beside no script', both(({ shift }) => shift), 0),
  ];
};

const measure = async () => {
  const browser = await launch();
  const { root, url, close } = await stage(BUILT);
  /** @type {At} */
  const at = (path, act, options) => visit(browser, url + path, act, options);
  try {
    const texts = await at('/article.html', (call) => call('bench.words', OURS));
    await addSides(root, texts);
    const sides = [...await reflection(at, root), ...await memory(at, texts.questions.length)];
    return { sides, alone: [await home(at), ...await writing(at), ...await article(at)] };
  } finally {
    await browser.close();
    await close();
  }
};

const stop = (/** @type {string} */ sentence) => {
  console.error(sentence);
  process.exit(1);
};
if (!existsSync(join(BUILT, 'article.html'))) stop(`There is no build in ${BUILT}: run "make dist" first.`);
if (!(Number.isInteger(ROUNDS) && ROUNDS > 0)) stop(`ROUNDS is "${process.env.ROUNDS}": give a whole number from 1 on.`);

console.log(`Chromium, ${ROUNDS} rounds by turns, two more to warm up; 4x is a processor four times slower. About ten minutes.`);
const { sides, alone } = await measure();
console.log(`
${table(NAMES, sides)}

Medians, and quartiles in brackets; ratios are taken within a round. A visit begins with nothing stored and nothing cached.
Near: the widget is scrolled to and Begin is pressed in one go, with nothing of it loaded but the cover. Painted: the second
frame after the screen came into the DOM has begun. An answer goes from the press on a row, by way of Next, to the next
question painted; the percentile is one visit's. Long tasks take 50 ms or more. Bytes are those of all files of a side that a
visit had asked for by then, each once, at brotli's highest level; the page itself is left out. Memory is read after garbage
was collected, at 1x, without the machine code that the browser makes; the answers go to the last question and back, again
and again. SurveyJS shows the same words in its own look, with what it needs and no theme, font or fading.

${table(['measured', 'beside'], alone)}

The ten years hold 120 reflections, 600 plans and 3,650 check-ins.`);
const broken = [...sides, ...alone].filter(isBroken);
console.log(broken.length ? `Not kept: ${broken.map(({ what }) => what).join('; ')}.` : 'All promises are kept.');
process.exitCode = broken.length ? 1 : 0;

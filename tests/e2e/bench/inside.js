// Runs in the page, before its own scripts: presses what a reader presses, and tells how long the answer took. All sides
// are pressed and timed by the same lines; they differ by the name of the element, and SurveyJS by the names of its parts.

{
  /** What was stored since `written` was set to 0, in bytes: our records are plain ASCII. */
  let written = 0;
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    written += key.length + value.length;
    return setItem.call(this, key, value);
  };

  const frame = () => new Promise(requestAnimationFrame);
  const task = () => new Promise((then) => { setTimeout(then); });

  /** The second frame begins when the first one, which draws what the DOM shows by now, is done. */
  const painted = async () => {
    await frame();
    await frame();
    return performance.now();
  };

  const PRIMARY = '[part~=primary], .sd-navigation__next-btn, .sd-navigation__complete-btn';
  const BACK = '[part~=back], .sd-navigation__prev-btn';
  const ROW = '[part~=choice] input, .sd-radio__control';
  const HEADING = '[data-screen] :is(h2, h3, .sd-page__title, .sd-question__title)';

  const rootOf = (name) => document.querySelector(name).shadowRoot;
  const press = (root, css) => root.querySelector(css).click();
  const screen = (root) => root.querySelector('[data-screen]')?.dataset.screen;
  const heading = (root) => root.querySelector(HEADING)?.textContent;

  /** Waits, without asking again and again, until something is so inside the shadow root. */
  const until = (root, isSo) => new Promise((then, fail) => {
    setTimeout(() => fail(new Error(`It never came to this: ${isSo}, on the screen ${screen(root)}`)), 30_000);
    const look = () => {
      if (!isSo()) return;
      observer.disconnect();
      then();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });

  /** Milliseconds from an act to the paint of what it leads to. */
  const timed = async (root, act, isSo) => {
    const start = performance.now();
    await act();
    await until(root, isSo);
    return await painted() - start;
  };

  /** Presses the filled button and waits for another screen or another question. */
  const next = (root, act = () => press(root, PRIMARY)) => {
    const before = screen(root) + heading(root);
    return timed(root, act, () => screen(root) && screen(root) + heading(root) !== before);
  };

  /** Chooses a row; what that changes is drawn before the task ends, as between two presses of a reader. */
  const choose = async (root, at = 0) => {
    [...root.querySelectorAll(ROW)].at(at).click();
    await task();
  };

  /** Goes on, with the first answer everywhere, until the screen `to`. Gives back what the last press took. */
  const walk = async (root, to) => {
    let last = 0;
    while (screen(root) !== to) {
      if (root.querySelector(ROW)) await choose(root);
      last = await next(root);
    }
    return last;
  };

  const texts = (within, css) => [...within.querySelectorAll(css)].map((one) => one.textContent);

  /** The words of the screen that is shown. */
  const words = (root) => {
    const within = root.querySelector('[data-screen]');
    return {
      heading: heading(root),
      paragraphs: texts(within, ':scope > p:not(.note)'),
      notes: texts(within, ':scope > .note, .column > .note'),
      aside: texts(within, '.aside > *'),
      legend: texts(within, 'legend')[0],
      rows: [...within.querySelectorAll('.choice__text')]
        .map((row) => [row.firstChild.data, ...texts(row, '.choice__note')]),
      why: texts(within, 'details > *'),
      buttons: texts(within, '.actions button'),
    };
  };

  /** Brings the element near and presses *Begin* of its cover at once; ends when `welcome` is painted. */
  const begin = (name) => {
    watch.far();
    const root = rootOf(name);
    return timed(root, () => {
      document.querySelector(name).scrollIntoView();
      press(root, PRIMARY);
    }, () => screen(root) === 'welcome');
  };

  /** Answers every question, from the first one: for each, from the press on a row until the next question is painted. */
  const answer = async (root) => {
    const all = [];
    for (;;) {
      await painted();
      const took = await next(root, async () => {
        await choose(root);
        press(root, PRIMARY);
      });
      if (screen(root) !== 'question') return all;
      all.push(took);
    }
  };

  window.bench = {
    /** From far away through all questions: times, long tasks and files, before `welcome` is painted and after. */
    reflect: async (name) => {
      const near = performance.now();
      const welcome = await begin(name);
      const begun = performance.now();
      await walk(rootOf(name), 'question');
      const first = performance.now();
      const answers = await answer(rootOf(name));
      const end = performance.now();
      return {
        welcome,
        answers,
        tasks: { welcome: await watch.tasks(near, begun), questions: await watch.tasks(first, end) },
        files: { welcome: watch.files(begun), end: watch.files(end) },
      };
    },

    /** Comes to the first question and lets what travels in the background arrive. */
    arrive: async (name) => {
      await begin(name);
      await walk(rootOf(name), 'question');
      await document.querySelector(name).ready;
    },

    /** Gives so many answers, from the first question to the last and back again, a different one at every pass. */
    give: async (name, count, questions) => {
      const root = rootOf(name);
      for (let given = 0, pass = 0; ; pass++) {
        for (let at = 1; at < questions; at++) {
          if (given++ === count) return;
          await choose(root, pass % 2 ? -1 : 0); // the last row is "not sure": neither leads anywhere else
          await next(root);
          if (screen(root) !== 'question') throw new Error(`answer ${given} led away from the questions, to ${screen(root)}`);
        }
        for (let at = 1; at < questions; at++) await next(root, () => press(root, BACK));
      }
    },

    /**
     * Comes back to kept notes, with everything loaded: what it takes to read them (from *Begin* to `welcome`), and
     * the press that leads to `home`.
     */
    home: async (name, unreadable) => {
      const root = rootOf(name);
      await document.querySelector(name).ready;
      await painted();
      const welcome = await timed(root, () => press(root, PRIMARY), () => screen(root) === 'welcome');
      if (words(root).notes.includes(unreadable)) throw new Error('notes.mjs wrote what the product cannot read');
      const home = await walk(root, 'home');
      const plans = texts(root, '.card');
      if (plans.length !== 1) throw new Error(`home does not show the one open plan: ${texts(root, '.frame')}`);
      return welcome + home;
    },

    /** Plans one more step: the bytes that keeping the plan writes. */
    plan: async (name) => {
      await window.bench.home(name);
      const root = rootOf(name);
      await walk(root, 'steps');
      await until(root, () => root.querySelector('.card button'));
      written = 0;
      await next(root, () => press(root, '.card button'));
      await choose(root);
      await next(root);
      return written;
    },

    /** Checks in, with one answer to each question: the bytes that this writes. */
    checkIn: async (name, label) => {
      await window.bench.home(name);
      const root = rootOf(name);
      await next(root, () => [...root.querySelectorAll('button')].find((one) => one.textContent === label).click());
      written = 0;
      for (const group of root.querySelectorAll('fieldset')) {
        group.querySelector('input').click();
        await task();
      }
      press(root, PRIMARY);
      await until(root, () => !root.querySelector('fieldset, [aria-busy=true]'));
      return written;
    },

    /** Everything that the screens say which the other sides show too. */
    words: async (name) => {
      const root = rootOf(name);
      const bar = texts(root, '.bar > *');
      const cover = texts(root, '.cover :is(h2, p:first-of-type, small, button)');
      const begun = begin(name);
      cover.push(...texts(root, '.cover [role=status]'));
      await begun;
      await document.querySelector(name).ready; // sources come with the library
      const foot = texts(root, '.foot button')[0];
      const welcome = words(root);
      await walk(root, 'question');
      const questions = [];
      for (; screen(root) === 'question'; await next(root)) {
        questions.push(words(root));
        await choose(root);
      }
      return { bar, cover, foot, welcome, questions };
    },
  };
}

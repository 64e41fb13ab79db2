// What comes after *Begin*, in Preact: `welcome` and the questions, with the product's own markup, words and styles.

import { render } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import css from 'core.css';
import { drawing } from '../../../../src/embed/with_core/drawing.js';

const KEY = 'twin.draft';

/** The heading of a new screen takes the focus; the page moves only if the screen begins above the window. */
const Heading = ({ children }) => {
  const heading = useRef();
  useLayoutEffect(() => {
    heading.current.focus({ preventScroll: true });
    const screen = heading.current.closest('[data-screen]');
    if (screen.getBoundingClientRect().top < 0) screen.scrollIntoView({ block: 'start' });
  }, [children]);
  return <h2 class="heading" tabIndex={-1} ref={heading}>{children}</h2>;
};

const Rows = ({ name, legend, heard, rows, picked, pick }) => (
  <fieldset class="choices">
    <legend class={heard ? 'choices__legend choices__legend--heard' : 'choices__legend'}>{legend}</legend>
    {rows.map(([label, note], row) => (
      <label class="choice" part="choice">
        <input type="radio" name={name} checked={picked === row} onChange={() => pick(row)} />
        <span class="choice__text">{label}{note && <span class="choice__note">{note}</span>}</span>
      </label>
    ))}
  </fieldset>
);

const Notes = ({ of }) => of.map((note) => <p class="note">{note}</p>);

const Button = ({ kind, part, press, children }) => (
  <button type="button" class={kind} part={part} onClick={press}>{children}</button>
);

const Progress = ({ at, total }) => (
  <div class="progress">
    {Array.from({ length: total }, (_, n) => (
      <span class={n <= at ? 'progress__part progress__part--done' : 'progress__part'} />
    ))}
  </div>
);

const Welcome = ({ says, picked, pick, next }) => (
  <>
    <Heading>{says.heading}</Heading>
    {says.paragraphs.map((text) => <p>{text}</p>)}
    <div class="aside">
      <h3 class="subheading">{says.aside[0]}</h3>
      <p>{says.aside[1]}</p>
    </div>
    <Rows name="keep" legend={says.legend} rows={says.rows} picked={picked} pick={pick} />
    <Notes of={says.notes} />
    <div class="actions"><Button kind="primary" part="primary" press={next}>{says.buttons[0]}</Button></div>
  </>
);

const Question = ({ says, at, total, picked, pick, back, next }) => (
  <div class="column">
    <Progress at={at} total={total} />
    <Notes of={says.notes} />
    <Heading>{says.heading}</Heading>
    <Rows name="answer" legend={says.legend} heard rows={says.rows} picked={picked} pick={pick} />
    <details class="why">
      <summary>{says.why[0]}</summary>
      <p>{says.why[1]}</p>
      <Notes of={says.why.slice(2)} />
    </details>
    <div class="actions">
      <Button kind="link" part="back" press={back}>{says.buttons[0]}</Button>
      <Button kind="link" part="skip" press={next}>{says.buttons[1]}</Button>
      <Button kind="primary" part="primary" press={next}>{says.buttons[2]}</Button>
    </div>
  </div>
);

/** `at` is the question on the screen; -1 is `welcome`. `answers` holds a row for each question. */
const reduce = (state, act) => {
  if ('pick' in act) return { ...state, picked: act.pick };
  const at = state.at + act.by;
  if (state.at < 0) return { at, answers: state.answers, picked: state.answers[at], keep: state.picked === 0 };
  const answers = { ...state.answers, [state.at]: state.picked };
  return { ...state, at, answers, picked: answers[at] };
};

const App = ({ texts: { welcome, questions, foot } }) => {
  const [state, send] = useReducer(reduce, { at: -1, answers: {} });
  const { at, answers, keep, picked } = state;
  useLayoutEffect(() => {
    if (keep) localStorage.setItem(KEY, JSON.stringify({ at, answers }));
  }, [at]);
  const acts = { picked, pick: (pick) => send({ pick }), next: () => send({ by: 1 }), back: () => send({ by: -1 }) };
  const says = questions[at];
  const screen = says ? 'question' : at < 0 ? 'welcome' : 'end';
  return (
    <>
      <div class="screen" part="screen" data-screen={screen} key={screen}>
        {at < 0 && <Welcome says={welcome} {...acts} />}
        {says && <Question key={at} says={says} at={at} total={questions.length} {...acts} />}
      </div>
      <div class="foot">
        <Button kind="link">{foot}</Button>
        <p class="foot__status" role="status" />
      </div>
    </>
  );
};

/**
 * @param {HTMLElement} frame
 * @param {object} texts
 * @param {(place: HTMLElement) => void} put shows what is rendered in place of the cover
 */
export const start = (frame, texts, put) => {
  const root = frame.getRootNode();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const place = Object.assign(document.createElement('div'), { className: 'core' });
  put(place); // before it is filled: only what stands in the page takes the focus
  render(<App texts={texts} />, place);
};

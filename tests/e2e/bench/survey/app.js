// What comes after *Begin*, in SurveyJS: `welcome` and the questions, one a page, with the product's words and with what
// the library draws by itself. Nothing is restyled, and nothing it could do without is loaded.

import { Model, settings } from 'survey-core';
import 'survey-js-ui';

const KEY = 'survey.draft';

// The other sides do not fade from screen to screen either.
settings.animationEnabled = false;

const escape = (text) => text.replace(/[&<]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign]);

const html = (name, parts) => ({ type: 'html', name, html: parts.join('') });

const paragraphs = (texts) => texts.map((text) => `<p>${escape(text)}</p>`);

/** Rows have one text each; a note to a row stands behind it. */
const radios = (name, { legend, rows }) => ({
  type: 'radiogroup', name, title: legend, choices: rows.map((row, value) => ({ value, text: row.join(' ') })),
});

const welcomePage = (says) => ({
  name: 'welcome',
  title: says.heading,
  elements: [
    html('about', [...paragraphs(says.paragraphs), `<h3>${escape(says.aside[0])}</h3>`, ...paragraphs([says.aside[1]])]),
    radios('keep', says),
    html('notes', paragraphs(says.notes)),
  ],
});

/** The heading of a question is what its rows stand below; the product says it a second time only to screen readers. */
const questionPage = (says, at) => ({
  name: `page${at}`,
  elements: [
    html(`notes${at}`, paragraphs(says.notes)),
    radios(`question${at}`, says),
    html(`why${at}`, [
      `<details><summary>${escape(says.why[0])}</summary>`, ...paragraphs(says.why.slice(1)), '</details>',
    ]),
  ],
});

/**
 * @param {{ welcome: object, questions: object[] }} texts
 * @param {(place: HTMLElement) => void} put shows what is rendered in place of the cover
 */
export const start = ({ welcome, questions }, put) => {
  const [back, skipping, next] = questions[0].buttons;
  const survey = new Model({
    pages: [welcomePage(welcome), ...questions.map(questionPage)],
    showQuestionNumbers: 'off',
    showProgressBar: 'top',
    pagePrevText: back,
    pageNextText: welcome.buttons[0],
    completeText: next,
  });
  const skip = survey.addNavigationItem({
    id: 'skip', title: skipping, visible: false, action: () => survey.nextPage(),
  });
  survey.onCurrentPageChanged.add(() => {
    survey.pageNextText = next;
    skip.visible = survey.currentPageNo > 0;
    const { currentPageNo: at, data: answers } = survey;
    if (answers.keep === 0) localStorage.setItem(KEY, JSON.stringify({ at, answers }));
  });

  const place = document.createElement('div');
  survey.onAfterRenderPage.add(() => { place.dataset.screen = survey.currentPageNo ? 'question' : 'welcome'; });
  survey.onComplete.add(() => { place.dataset.screen = 'end'; });
  put(place);
  survey.render(place);
};

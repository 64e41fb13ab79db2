// The same cover, and behind it SurveyJS. Its style sheet goes into the shadow root by a <link>, as its documentation
// says, and comes at the same time as the script and the words.

import { define } from '../cover.js';

const address = (name) => new URL(name, import.meta.url);

define('survey-twin', async (frame, put) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address('survey.css') });
  const styled = new Promise((then, fail) => Object.assign(link, { onload: then, onerror: fail }));
  frame.before(link);
  const texts = fetch(address('texts.json')).then((answer) => answer.json());
  const { start } = await import('./app.js');
  await styled;
  start(await texts, put);
});

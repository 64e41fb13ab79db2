// The twin's element: the cover, and behind it Preact.

import { define } from '../cover.js';

define('preact-twin', async (frame, put) => {
  const texts = fetch(new URL('texts.json', import.meta.url)).then((answer) => answer.json());
  const { start } = await import('./app.js');
  start(frame, await texts, put);
});

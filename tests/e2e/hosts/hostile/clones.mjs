// A copy is a widget of its own: it begins with its cover and knows nothing of the reader.

import assert from 'node:assert/strict';
import { WidgetPage } from '../../widget_page.mjs';

export default async ({ page, widget }) => {
  const sources = await page.evaluate(() => [...document.querySelectorAll('fog-bridge')].map((one) => one.outerHTML.trim()));
  assert.equal(sources.length, 4);
  assert.deepEqual([...new Set(sources)].length, 1, 'what can be copied is what the page itself wrote');
  for (const nth of [1, 2, 3]) {
    const copy = new WidgetPage(page, nth);
    await copy.expectScreen('cover');
    await copy.walk({ to: 'question' });
    assert.equal(await copy.chosen(), null);
  }
  await widget.expectScreen('picture');
};

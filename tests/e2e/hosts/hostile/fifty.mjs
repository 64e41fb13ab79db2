// All have their cover, and only those that the reader comes near have a core.

import assert from 'node:assert/strict';
import { WidgetPage } from '../../widget_page.mjs';

export default async ({ page, requests }) => {
  const withCore = () => page.evaluate(() => [...document.querySelectorAll('fog-bridge')]
    .flatMap(({ shadowRoot }, nth) => (shadowRoot.adoptedStyleSheets.length > 1 ? [nth] : [])));
  const near = await withCore();
  assert.ok(near.length < 5, `near are ${near}`);
  assert.ok(!near.includes(30));
  const far = new WidgetPage(page, 30);
  await far.expectScreen('cover');
  await far.walk({ to: 'question' });
  const later = await withCore();
  assert.ok(later.includes(30) && later.length < 12, `near were ${later}`);
  for (const file of ['core.js', 'core.wasm', 'reflection.txt']) {
    assert.equal(requests.filter((path) => path.endsWith(`/${file}`)).length, 1, `${file} comes once for all`);
  }
};

// Each answers for itself, and all of them share one core.

import assert from 'node:assert/strict';
import { WidgetPage } from '../../widget_page.mjs';

export default async ({ page, widget, requests }) => {
  const all = Array.from({ length: 10 }, (_, nth) => new WidgetPage(page, nth));
  const screens = () => Promise.all(all.map((one) => one.screen()));
  assert.deepEqual(await screens(), ['picture', ...Array(9).fill('cover')]);
  await all[9].walk({ to: 'question', role: 'supporter' });
  await all[4].walk({ to: 'safe', safety: () => 'yes' });
  assert.deepEqual(await screens(), ['picture', ...Array(3).fill('cover'), 'safe', ...Array(4).fill('cover'), 'question']);
  for (const file of ['core.js', 'core.wasm', 'reflection.txt', 'library.txt']) {
    assert.equal(requests.filter((path) => path.endsWith(`/${file}`)).length, 1, `${file} comes once for all`);
  }
  await widget.next();
  await widget.expectScreen('steps');
};

// A page in TypeScript. All of this compiles, and each line below an expected error must not: what stands in the types is
// then neither too little nor too much. specs/face.test.mjs compiles it.

import 'fogbridge';
import type { FogBridgeElement, FogBridgeErrorCode, FogBridgeStep } from 'fogbridge';

const widget: FogBridgeElement = document.createElement('fog-bridge');
widget.lang = 'en';
widget.region = 'GB-SCT';
widget.view = 'reflection';
widget.theme = 'dark';
widget.exit = 'https://example.org/';
widget.headingLevel = 3;
widget.headingLevel = '3';
widget.store = 'team-a';
widget.loading = 'click';
widget.root = 'closed';
document.body.append(widget);

// @ts-expect-error: not a part
widget.view = 'everything';
// @ts-expect-error: not a scheme
widget.theme = 'pink';
// @ts-expect-error: headings of a widget begin at 2
widget.headingLevel = 1;
// @ts-expect-error: not a moment
widget.loading = 'soon';
// @ts-expect-error: not a mode
widget.root = 'shut';
// @ts-expect-error: only the element keeps this promise
widget.ready = Promise.resolve();
// @ts-expect-error: no such property
widget.storageKey = 'a';

const level: string = widget.headingLevel;
const done: Promise<void> = widget.ready.then(() => document.querySelector('fog-bridge')?.store + level).then(() => {});

const steps: FogBridgeStep[] = [];
const codes = new Map<FogBridgeErrorCode, string>();
widget.addEventListener('fogbridge-ready', (event) => event.detail satisfies null);
document.addEventListener('fogbridge-progress', (event) => steps.push(event.detail.step));
window.addEventListener('fogbridge-error', (event) => codes.set(event.detail.code, event.detail.message));

// @ts-expect-error: an event of ours without a detail of that name
widget.addEventListener('fogbridge-progress', (event) => event.detail.answer);
// @ts-expect-error: details are read, not written
widget.addEventListener('fogbridge-error', (event) => { event.detail.code = 'core'; });
// @ts-expect-error: not a code
codes.get('http-404');

export { done };

// Entry of the loader: defines <fog-bridge> once.

import { watchPolicy } from './core.js';
import { FogBridge } from './element.js';

const NAME = 'fog-bridge';

// `light-dark()` marks the browser floor: below it the page's own content simply stays.
// Where there is no page at all, nothing happens.
if (globalThis.CSS?.supports('color:light-dark(red,red)')) {
  if (customElements.get(NAME)) console.info(NAME + ': second copy ignored');
  else {
    watchPolicy();
    customElements.define(NAME, FogBridge);
  }
}

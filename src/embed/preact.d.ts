// The element in JSX of Preact: `import type {} from 'fogbridge/preact'` in one file of a project is enough. It stands apart,
// because who does not use Preact has no module of that name.

import type { HTMLAttributes } from 'preact';
import type { FogBridgeAttributes, FogBridgeElement } from './fogbridge.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'fog-bridge': HTMLAttributes<FogBridgeElement> & FogBridgeAttributes;
    }
  }
}

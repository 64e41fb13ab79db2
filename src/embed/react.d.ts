// The element in JSX of React 19: `import type {} from 'fogbridge/react'` in one file of a project is enough. It stands apart,
// because who does not use React has no module of that name. Where a server rendered the element, React does not attach
// `onfogbridge-…`: listen through a `ref` there.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FogBridgeAttributes, FogBridgeElement } from './fogbridge.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'fog-bridge': DetailedHTMLProps<HTMLAttributes<FogBridgeElement>, FogBridgeElement> & FogBridgeAttributes;
    }
  }
}

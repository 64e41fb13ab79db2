/** @jsxImportSource preact */
// The element in JSX of Preact.

import 'fogbridge';
import type {} from 'fogbridge/preact';

export const Article = () => (
  <fog-bridge
    lang="en"
    region="GB"
    view="all"
    heading-level={3}
    onfogbridge-progress={(event) => console.info(event.detail.step)}
    onfogbridge-error={(event) => console.info(event.detail.code, event.detail.message)}
  >
    <p>What did you notice this week?</p>
  </fog-bridge>
);

// @ts-expect-error: not a part
export const wrong = <fog-bridge view="everything" />;
// @ts-expect-error: no such attribute
export const unknown = <fog-bridge storageKey="a" />;

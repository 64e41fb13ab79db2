import { Fogbridge } from './Fogbridge.jsx';

export function Article() {
  return (
    <article>
      <h1>When the feeling goes quiet</h1>
      <p>Music goes flat. Food is only food. Is it us, or is it me?</p>
      <Fogbridge />
      <p>It is enough that you know a little more than before.</p>
    </article>
  );
}

// Pages with the strictest policies, and the files on another origin than the page: nothing more is needed than what the
// README says, and what is refused or tampered with has a name.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from './words.mjs';
import { BUILT, EVERY, assert, forged, inEngines, missing, rewritten, told, withHeaders } from './support.mjs';
import { until } from '../browsers/shared.mjs';

const TRUSTED_TYPES = "; require-trusted-types-for 'script'; trusted-types 'none'";

/** All files of the version, and their hashes as an owner writes them. @type {Record<string, string>} */
const INTEGRITY = JSON.parse(readFileSync(join(BUILT, 'embed/integrity.json'), 'utf8'));
const FILES = Object.keys(INTEGRITY);

/** What a careful owner loads by its hash, with or without the glue inside. */
const LOADER = /fogbridge(\.full)?\.js$/;

/** What comes after the first picture: without it the reader gets that far. */
const LATER = /\/library\.txt$/;

/**
 * A page with a widget whose files come from an origin of their own.
 * @param {object} options each of the functions is told that origin
 * @param {(origin: string) => string} options.policy of the page
 * @param {(origin: string) => string} [options.script] the attributes of the loader's tag
 * @param {import('./support.mjs').Rule[]} [options.rules] for the files
 */
const visit = async (world, { policy, script = (origin) => `src="${origin}/embed/fogbridge.js"`, rules = [] }) => {
  const files = await world.serve(...rules);
  const page = await world.serve(
    withHeaders(/plain\.html$/, { 'content-security-policy': policy(files.url) }),
    rewritten(/plain\.html$/, (text) =>
      text.replaceAll('src="/embed/fogbridge.js"', script(files.url)).replaceAll('src="/', `src="${files.url}/`)),
  );
  return { ...await world.open(`${page.url}/hosts/plain.html`), files };
};

const strict = (origin) => `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;

/** The parts of every screen that only a style sheet can make what they are. */
const styles = (widget) => widget.inside((root) => [...root.querySelectorAll('.frame, .bar, [part], h2, .choice__text')].map((element) => {
  const { display, padding, backgroundColor, color, fontSize, borderRadius } = getComputedStyle(element);
  return [element.className, display, padding, backgroundColor, color, fontSize, borderRadius].join(' ');
}));

/** What the owner is told, and what the reader finds. */
const failsAs = async (page, widget, code) => {
  await until(async () => (await told(page)).some(({ name }) => name === 'fogbridge-error'), () => widget.describe());
  assert.deepEqual((await told(page)).filter(({ name }) => name === 'fogbridge-error').map(({ detail }) => detail.code), [code]);
};

const fallsBack = async (page, widget) => {
  await widget.expectScreen('trouble');
  assert.ok((await widget.text()).includes(words('cover.failed')), await widget.describe());
  assert.ok(await page.evaluate(() => document.querySelector('#fallback').getBoundingClientRect().height > 10), "the page's own content is shown");
};

inEngines(EVERY, 'With the files on another origin', (it) => {
  for (const [title, policy] of [['the strictest policy', strict], ['the strictest policy and Trusted Types without any policy', (origin) => strict(origin) + TRUSTED_TYPES]]) {
    it(`${title}: the widget works, with all its styles and without a complaint`, async (world) => {
      const looks = [];
      for (const one of [policy, () => "object-src 'none'"]) {
        const { page, widget } = await visit(world, { policy: one });
        for (const to of ['cover', 'who']) {
          await widget.walk({ to });
          looks.push(await styles(widget));
        }
        if (one === policy) await widget.walk();
        assert.deepEqual(page.console ?? [], []);
      }
      assert.deepEqual(looks.slice(0, 2), looks.slice(2), 'cover and doors look as they do without a policy');
    });
  }

  it('A policy without wasm: it is recognised, and the page keeps its own content', async (world) => {
    const { page, widget } = await visit(world, { policy: (origin) => strict(origin).replace(" 'wasm-unsafe-eval'", '') + TRUSTED_TYPES });
    await failsAs(page, widget, 'blocked-by-csp');
    await fallsBack(page, widget);
  });
});

inEngines(['chromium'], 'With the files on another origin', (it) => {
  it('A policy that does not let the page fetch from there: it is recognised, and the page keeps its own content', async (world) => {
    const { page, widget } = await visit(world, { policy: (origin) => strict(origin).replace(/connect-src .*/, "connect-src 'self'") });
    await failsAs(page, widget, 'blocked-by-csp');
    await fallsBack(page, widget);
  });

  it('A policy that is only reported on is not taken for the reason of a failure', async (world) => {
    const { url } = await world.serve(
      withHeaders(/plain\.html$/, { 'content-security-policy-report-only': "default-src 'none'" }), missing(/core\.wasm$/),
    );
    const { page, widget } = await world.open(`${url}/hosts/plain.html`);
    await failsAs(page, widget, 'file-missing');
    await fallsBack(page, widget);
  });

  for (const path of FILES.filter((one) => !LOADER.test(one))) {
    const name = path.split('/').slice(1).join('/');
    const pattern = RegExp(`/${name.replaceAll('.', '\\.')}$`);
    it(`${name} is not the one that was built: that has a name, and ${LATER.test(path) ? 'the reader gets to the picture' : 'the page keeps its own content'}`, async (world) => {
      const { page, widget, files } = await visit(world, { policy: strict, rules: [forged(pattern)] });
      await failsAs(page, widget, 'integrity');
      assert.ok(files.requests.some((one) => pattern.test(one)));
      if (!LATER.test(path)) return fallsBack(page, widget);
      await widget.walk({ to: 'steps' });
      await widget.expect('read that the steps are missing', (root, said) => root.textContent.includes(said), words('steps.missing'));
    });
  }

  for (const path of FILES.filter((one) => LOADER.test(one))) {
    const name = path.split('/').at(-1);
    const script = (origin) => `src="${origin}/embed/${path}" integrity="${INTEGRITY[path]}" crossorigin`;

    it(`${name} by its hash is run`, async (world) => {
      const { widget } = await visit(world, { policy: strict, script });
      await widget.walk({ to: 'picture' });
    });

    it(`${name} by the hash of another one is not run, and the page is as if there were none`, async (world) => {
      const { page } = await visit(world, { policy: strict, script, rules: [forged(RegExp(`/${name}$`))] });
      assert.ok(await page.evaluate(() => document.querySelector('#fallback').checkVisibility()));
      assert.equal(await page.evaluate(() => Boolean(customElements.get('fog-bridge'))), false);
      assert.match(page.console.map(({ text }) => text).join(), /integrity/);
    });
  }
});

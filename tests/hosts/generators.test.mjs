// Plain HTML, and site generators: the snippet is a file of the site, or stands in a page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inEngines } from '../e2e/specs/support.mjs';
import { snippet } from './snippet.mjs';
import { bin, drive, run, served, site } from './support.mjs';

inEngines(['chromium'], 'The snippet', (it) => {
  it('In a page of plain HTML', async (world) => {
    await served(site('html', { embed: 'fogbridge' }), (url) => drive(world, `${url}/`));
  });

  it('In a page of plain HTML, with the files on a second origin', async (world) => {
    const { url: files } = await world.serve();
    const second = files.replace('127.0.0.1', 'localhost');
    await served(site('html', { paste: snippet(`${second}/embed`) }), async (url) => {
      const { page } = await drive(world, `${url}/`);
      assert.deepEqual(page.requests.filter((one) => one.startsWith(url)), [`${url}/`]);
    });
  });

  it('In Hugo, as a shortcode', async (world) => {
    const root = site('hugo', { save: { 'layouts/shortcodes/fogbridge.html': snippet() }, embed: 'static/fogbridge' });
    await run('hugo', ['--quiet'], root);
    await served(join(root, 'public'), (url) => drive(world, `${url}/quiet/`));
    // The other way does not work, and takes the questions along with the script.
    assert.doesNotMatch(readFileSync(join(root, 'public/pasted/index.html'), 'utf8'), /fog-bridge|<li>/);
  });

  it('In Jekyll, as an include', async (world) => {
    const root = site('jekyll', { save: { '_includes/fogbridge.html': snippet() }, embed: 'fogbridge' });
    await run('jekyll', ['build', '--quiet'], root);
    await served(join(root, '_site'), (url) => drive(world, `${url}/`));
  });

  it('In Eleventy, as an include', async (world) => {
    const root = site('eleventy', { save: { '_includes/fogbridge.html': snippet() }, embed: 'fogbridge' });
    await run(bin('eleventy'), ['--quiet'], root);
    await served(join(root, '_site'), (url) => drive(world, `${url}/`));
  });

  it('In Astro, as a component', async (world) => {
    const root = site('astro', { save: { 'src/components/fogbridge.html': snippet() }, embed: 'public/fogbridge' });
    await run(bin('astro'), ['build', '--silent'], root, { ASTRO_TELEMETRY_DISABLED: '1' });
    await served(join(root, 'dist'), (url) => drive(world, `${url}/`));
  });
});

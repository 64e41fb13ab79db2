// The static oEmbed answer: with it, editors that know only addresses turn that of the standalone page into a frame of the
// isolated form. It holds whole addresses, which a build cannot know: the owner names the site (`make dist SITE=https://…`),
// and without that there is neither the file nor the link to it.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of a folder that serves the build, with a slash at its end. */
const folder = (/** @type {string} */ site) => {
  const url = URL.canParse(site) && new URL(site);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) {
    throw new Error(`SITE is "${site}". It must be the whole address under which dist/ will stand, such as https://notes.example or https://example.org/notes.`);
  }
  return url.href.replace(/\/?$/, '/');
};

/** A text as the value of an attribute. */
const quoted = (/** @type {string} */ text) => `"${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/**
 * Writes `oembed.json` and the link by which it is found.
 * @param {string} dist a finished build
 * @param {string | undefined} site its address; without one nothing is written
 */
export const oembed = (dist, site) => {
  if (!site) return;
  const base = folder(site);
  const index = join(dist, 'index.html');
  const html = readFileSync(index, 'utf8');
  const [, title] = /<title>(.+)<\/title>/.exec(html) ?? [];
  if (!title) throw new Error(`${index} has no <title>, which oembed.json would name.`);
  if (!existsSync(join(dist, 'frame.html'))) throw new Error(`There is no frame.html in ${dist}, which oembed.json would show.`);
  const [width, height] = [640, 900];
  const frame = `<iframe src=${quoted(`${base}frame.html`)} title=${quoted(title)} width="${width}" height="${height}" frameborder="0"></iframe>`;
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: title,
    provider_url: base,
    // Where scripts may follow, the frame takes the height of what it shows, and "Leave this page" leaves the whole page.
    html: `${frame}<script type="module" src=${quoted(`${base}embed/frame.js`)}></script>`,
    width,
    height,
  };
  writeFileSync(join(dist, 'oembed.json'), `${JSON.stringify(answer, null, 2)}\n`);
  const link = `<link rel="alternate" type="application/json+oembed" href=${quoted(`${base}oembed.json`)} title=${quoted(title)}>`;
  const linked = html.replace(/(<\/title>)(\s*)/, (_, end, space) => `${end}${space}${link}${space}`);
  writeFileSync(index, linked);
};

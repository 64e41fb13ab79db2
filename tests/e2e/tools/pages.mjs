// The pages beside the element, as the last step of a build puts them in place.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGES = fileURLToPath(new URL('../../../src/pages/', import.meta.url));

/** Our own pages that hold the element, and the compiled words that go into it: those of an owner's snippet. */
const WORDS = { 'index.html': 'snippet.html', 'frame.html': 'snippet.html', 'article.html': 'snippet-article.html' };

/**
 * Copies the pages and the sheet to print, and puts the words inside the element where a page has `<!-- snippet -->`.
 * @param {object} options
 * @param {string} options.staging where the finished files go
 * @param {string} options.content the compiled content
 * @param {string[]} options.languages
 */
export const pages = ({ staging, content, languages }) => {
  cpSync(PAGES, staging, { recursive: true });
  for (const language of languages) {
    const name = language === 'en' ? 'worksheet.html' : `worksheet-${language}.html`;
    cpSync(join(content, language, 'worksheet.html'), join(staging, name));
  }
  for (const [name, file] of Object.entries(WORDS)) {
    const path = join(staging, name);
    const page = readFileSync(path, 'utf8');
    const words = readFileSync(join(content, 'en', file), 'utf8').trimEnd();
    const filled = page.replace(/^( *)<!-- snippet -->$/m, (_, indent) => words.replace(/^/gm, indent));
    if (filled === page) throw new Error(`${name} has no line "<!-- snippet -->" for the words inside the element.`);
    writeFileSync(path, filled);
  }
};

// The snippet that every recipe takes, as `make test-hosts` has it printed: `make -s snippet REGION=GB BASE=/fogbridge`.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST } from '../e2e/tools/serve.mjs';

/** The built files, which an owner copies to `/fogbridge/`. */
export const EMBED = join(process.env.DIST ?? DIST, 'embed');

const FILE = fileURLToPath(new URL('../../target/hosts/snippet.html', import.meta.url));
if (!existsSync(FILE)) throw new Error(`There is no ${FILE}: run "make test-hosts", which prints it.`);
const printed = readFileSync(FILE, 'utf8');

/** The path of the script below `BASE`, which carries the version, and its integrity. */
export const [, pinned, integrity] = /^<script type="module" src="\/fogbridge\/(.+?)" integrity="(.+?)" crossorigin/.exec(printed)
  ?? (() => { throw new Error(`${FILE} does not begin with a script of /fogbridge/ and its integrity:\n${printed}`); })();

/** As it is pasted, with the files somewhere else if wanted. */
export const snippet = (base = '/fogbridge') => printed.replace('src="/fogbridge/', `src="${base}/`);

/** The element alone, for pages that load the script in a way of their own; and what stands inside it. */
export const [element, inside] = /<fog-bridge[^>]*>(.*)<\/fog-bridge>/s.exec(printed);

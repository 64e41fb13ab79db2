// The loader as script tags take it: its other files stand in the folder of its version.

/** Where that folder is; written in by the build, like the hash. */
const BASE = new URL(__BASE__, import.meta.url).href;

/** The address of a file of this version. */
export const at = (/** @type {string} */ name) => BASE + name;

/** The second half. It is fetched with its hash first; the import then finds it in the cache. */
export const half = (/** @type {(name: string, hash: string) => Promise<Response>} */ bring) =>
  bring('core.js', __CORE__).then(() => import(BASE + 'core.js'));

// The loader as bundlers take it: they see every file it needs by its address, and bring them along.

/** File → its address; written in by the build. */
import files from 'files.js';

export const at = (/** @type {string} */ name) => files[name];

export const half = () => import('../with_core/index.js');

// The loader with its second half inside: one hash then stands for every line of script.

export { at } from './cdn.js';
import { attach } from '../with_core/index.js';

export const half = () => ({ attach });

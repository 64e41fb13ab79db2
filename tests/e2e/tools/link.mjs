// The names by which a wasm and its glue know each other. wasm-bindgen makes them long
// (`__wbg_setAttribute_f75317b2b5cabfb4`), and each stands in both; a release gives both the same short ones.

/** Sections of a module by their numbers. */
const NOTES = 0;
const IMPORTS = 2;
const EXPORTS = 7;

/** What an import or export is, if it is a function. */
const FUNCTION = 0;

/** The module under which the glue offers its functions to the wasm. */
export const MODULE = './fogbridge_bg.js';

const letter = (/** @type {number} */ at) => String.fromCharCode(97 + at % 26);

/**
 * A short name for every long one that wasm and glue share. The wasm asks for them in this order, so that it compresses well.
 * @param {Buffer} wasm
 * @param {string} glue
 * @returns {Record<string, string>}
 */
export const namesBetween = (wasm, glue) => {
  const module = new WebAssembly.Module(wasm);
  const all = [...WebAssembly.Module.imports(module), ...WebAssembly.Module.exports(module)].map(({ name }) => name);
  const said = new Set(glue.match(/\w+/g));
  // Names without `_` are our own and short already.
  const shared = all.filter((name) => name.includes('_') && said.has(name));
  return Object.fromEntries(shared.map((name, at) => [name, letter(at / 26) + letter(at)]));
};

/** A number as the format writes it: seven bits a byte, the lowest first. @returns {number[]} */
const number = (/** @type {number} */ n) => (n < 128 ? [n] : [n % 128 + 128, ...number(Math.floor(n / 128))]);

/** The name of the module, which Chromium and WebKit put into the trace of an error in it: the loader knows it by that. */
const OURS = 'fogbridge';

const text = (/** @type {string} */ string) => [...number(Buffer.byteLength(string)), ...Buffer.from(string)];

/**
 * The same module with short names in its two tables, and without what no browser reads: exports that the glue does not
 * use, and the notes of the tools that made it. Its own name is noted at the end.
 * @param {Buffer} wasm
 * @param {Record<string, string>} short as `namesBetween` gave them
 * @param {string} from the new name of the glue's module
 * @returns {Buffer}
 */
export const relink = (wasm, short, from) => {
  let at = 8; // after the magic number and the version
  const readNumber = () => {
    const byte = wasm[at++];
    return byte < 128 ? byte : byte - 128 + 128 * readNumber();
  };
  const readText = () => {
    const length = readNumber();
    return wasm.toString('utf8', at, at += length);
  };
  /** What follows a name: the kind of the thing, and its number. */
  const readRest = () => [wasm[at++], ...number(readNumber())];
  const readEntry = {
    [IMPORTS]: () => {
      const [module, name, rest] = [readText(), readText(), readRest()];
      if (module !== MODULE || rest[0] !== FUNCTION || !short[name]) {
        throw new Error(`the wasm imports "${name}" from "${module}", but the glue has no such function.`);
      }
      return [...text(from), ...text(short[name]), ...rest];
    },
    [EXPORTS]: () => {
      const [name, rest] = [readText(), readRest()];
      if (name.includes('_') && !short[name]) return [];
      return [...text(short[name] ?? name), ...rest];
    },
  };
  const parts = [wasm.subarray(0, at)];
  while (at < wasm.length) {
    const id = wasm[at++];
    const end = readNumber() + at;
    let body = wasm.subarray(at, end);
    if (readEntry[id]) {
      const entries = Array.from({ length: readNumber() }, readEntry[id]).filter((entry) => entry.length);
      body = Buffer.from([...number(entries.length), ...entries.flat()]);
    }
    if (id !== NOTES) parts.push(Buffer.from([id, ...number(body.length)]), body);
    at = end;
  }
  const name = [...text('name'), 0, ...number(text(OURS).length), ...text(OURS)];
  const linked = Buffer.concat([...parts, Buffer.from([NOTES, ...number(name.length), ...name])]);
  new WebAssembly.Module(linked); // throws if it has become no module, such as with one name for two exports
  return linked;
};

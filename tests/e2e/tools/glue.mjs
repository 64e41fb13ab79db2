// The glue that wasm-bindgen wrote, made fit for the loader: only what this wasm asks for, and as a function, because a core
// that has crashed is begun again with nothing of the old one left.

import * as esbuild from 'esbuild';
import { MODULE } from './link.mjs';

/** One function that the wasm imports, by its name. */
const ENTRY = /^ {8}(\w+): function[^]*?\n {8}\}(?:, arguments\); \})?,\n/gm;

/**
 * What is not needed here, in the order of the file. Browsers above our floor have every class, `globalThis` and `encodeInto`;
 * only threads take a buffer away. Yew's words on the console come from its panic hook, which a release does not have. Our
 * closures are never called while they run, and are freed by themselves or stay with the page.
 */
const NEEDLESS = [
  [/^( {8}__wbg_error_\w+: function\(arg0, arg1\) \{\n)[^]*?^( {8}\},)/m, '$1$2'],
  [/^ {12}let result;\n {12}try \{\n {16}(result = .*)\n.*\n {16}result = false;\n {12}\}\n/gm, '            let $1\n'],
  [/typeof globalThis === 'undefined' \? undefined : globalThis/, 'globalThis'],
  [/const ret = typeof (\w+) === 'undefined' \? undefined : \1;\n.*\n/g, 'return 0;\n'],
  [/^const CLOSURE_DTORS = [^]*?;\n/m, ''],
  [/cachedDataViewMemory0\.buffer\.detached === true .*\)\) \{/, 'cachedDataViewMemory0.buffer !== wasm.memory.buffer) {'],
  [/^ +CLOSURE_DTORS\..*\n/gm, ''],
  // The second function of this name is the one that stood for closures that change what they hold.
  // Strings letter by letter, and in two goes. A page can answer with what is no string: that is an error.
  [/^ {4}if \(realloc === undefined\) \{\n([^]*?)^ {4}\}\n[^]*?^\}/m, "    if (typeof arg !== 'string') throw TypeError();\n$1}"],
  [/^ +numBytesDecoded \+= [^]*?\n {4}\}\n/m, ''],
  [/^if \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/m, ''],
  // Yew waits for a task of its own before it tells that it has painted; nothing else here asks for a timer.
  [/^let wasmModule, wasmInstance, wasm;/m, 'let wasm;'],
  [/^ +wasm(Module|Instance) = .*\n/gm, ''],
];

/**
 * Yew marks its elements by these names. Another copy of Yew, that of a page which is itself made with it, would take our
 * marks for its own and call its handlers for our buttons.
 */
const MARK = /__yew_(\w+)/g;

/** The same in fewer words: it travels to every reader. */
const SHORTER = [
  [/: function\(\) \{ return handleError\(function \((.*)\) \{([^]*?)\n {8}\}, arguments\); \},/g, ': handled(($1) => {$2\n        }),'],
  [/^( {8}\w+): function\((.*)\) \{/gm, '$1: ($2) => {'],
];

/**
 * The glue with only those functions that the wasm still asks for, in shorter words.
 * @param {string} glue
 * @param {Buffer} wasm
 */
export const pruned = (glue, wasm) => {
  const wanted = new Set(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name));
  const asked = glue.replace(ENTRY, (entry, name) => (wanted.has(name) ? entry : ''));
  const short = [...NEEDLESS, ...SHORTER].reduce((text, [pattern, by]) => {
    if (text.search(pattern) < 0) throw new Error(`the glue has nothing like ${pattern} any more: see NEEDLESS and SHORTER in glue.mjs.`);
    return text.replace(pattern, by);
  }, asked);
  return `${short.replace(MARK, '__fog_$1')}\nconst handled = (act) => (...given) => handleError(act, given);\n`;
};

/**
 * The glue as a module whose only export makes one: each has a memory of its own, and asks for its wasm by `imports` and
 * `begin`, which wasm-bindgen keeps to itself.
 * @param {string} glue
 * @param {string} from the name by which the wasm knows it
 * @returns {Promise<string>}
 */
export const factory = async (glue, from) => {
  const parts = glue.split(JSON.stringify(MODULE));
  if (parts.length !== 2) throw new Error(`the glue names "${MODULE}" ${parts.length - 1} times instead of once.`);
  const [body, own] = parts.join(JSON.stringify(from)).split(/^export \{.*\};$/m);
  if (own === undefined) throw new Error('the glue ends in no list of exports any more.');
  const given = [...body.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const names = [...given, '__wbg_get_imports as imports', '__wbg_finalize_init as begin'];
  // What nothing calls any more goes before it is wrapped: inside a function nobody would dare.
  const { code } = await esbuild.transform(
    `${body.replace(/^export function/gm, 'function')}${own}\nexport { ${names.join(', ')} };`,
    { format: 'esm', treeShaking: true },
  );
  const [inside, list] = code.split(/^export (?=\{)/m);
  return `export default () => {\n${inside}\nreturn ${list.replace(/(\w+) as (\w+)/g, '$2: $1')}};`;
};

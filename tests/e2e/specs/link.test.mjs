// The names between wasm and glue, on the smallest module that has them. That the real one still runs is what every
// other file here shows, because what is tested is what ships.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { MODULE, namesBetween, relink } from '../tools/link.mjs';

const text = (string) => [string.length, ...Buffer.from(string)];
const section = (id, ...body) => [id, body.length, ...body];

/** Notes, a type `() => ()`, one imported function, and three exports of it. */
const wasmWith = (module, name) => Buffer.from([
  0, 97, 115, 109, 1, 0, 0, 0,
  ...section(0, ...text('producers'), 7),
  ...section(1, 1, 0x60, 0, 0),
  ...section(2, 1, ...text(module), ...text(name), 0, 0),
  ...section(7, 3, ...text('mount'), 0, 0, ...text('__wbindgen_start'), 0, 0, ...text('__abort_handler'), 0, 0),
]);
const WASM = wasmWith(MODULE, '__wbg_focus_0a8d');
const GLUE = 'const import0 = { __wbg_focus_0a8d: function() {} }; wasm.__wbindgen_start();';

suite('The names between wasm and glue', () => {
  test('Each shared name becomes a short one of its own; what nobody uses is gone', () => {
    const names = namesBetween(WASM, GLUE);
    assert.deepEqual(names, { __wbg_focus_0a8d: 'aa', __wbindgen_start: 'ab' });
    const short = relink(WASM, names, '');
    const module = new WebAssembly.Module(short);
    assert.deepEqual(WebAssembly.Module.imports(module), [{ module: '', name: 'aa', kind: 'function' }]);
    assert.deepEqual(WebAssembly.Module.exports(module).map(({ name }) => name), ['mount', 'ab']);
    assert.deepEqual(WebAssembly.Module.customSections(module, 'producers'), []);
    const [name] = WebAssembly.Module.customSections(module, 'name');
    assert.equal(Buffer.from(name).toString(), '\0\n\tfogbridge', 'a trace of an error can name the module');
    let calls = 0;
    new WebAssembly.Instance(module, { '': { aa: () => { calls += 1; } } }).exports.ab();
    assert.equal(calls, 1);
  });

  test('A function that the glue does not have stops the build with a sentence', () => {
    assert.throws(() => relink(WASM, namesBetween(WASM, 'wasm.__wbindgen_start();'), ''), /"__wbg_focus_0a8d".* no such function/);
    const foreign = wasmWith('env', '__wbg_focus_0a8d');
    assert.throws(() => relink(foreign, namesBetween(foreign, GLUE), ''), /from "env"/);
  });

  test('Two things never share a name', () => {
    const same = { __wbg_focus_0a8d: 'aa', __wbindgen_start: 'mount' };
    assert.throws(() => relink(WASM, same, ''), WebAssembly.CompileError);
  });
});

// What a page holds in memory, as the browser's developer tools tell it.

const GROUP = { objectGroup: 'memory' };

/** The sum of all `WebAssembly.Memory`, which the heap of JavaScript does not count. */
const wasmBytes = async (/** @type {import('playwright-core').CDPSession} */ devtools) => {
  const { result: { objectId: prototypeObjectId } } = await devtools.send('Runtime.evaluate', {
    expression: 'WebAssembly.Memory.prototype', ...GROUP,
  });
  const { objects: { objectId } } = await devtools.send('Runtime.queryObjects', { prototypeObjectId, ...GROUP });
  const { result: { value } } = await devtools.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: 'function () { return this.reduce((sum, memory) => sum + memory.buffer.byteLength, 0); }',
    returnByValue: true,
  });
  await devtools.send('Runtime.releaseObjectGroup', GROUP);
  return value;
};

/**
 * @typedef {object} Held after a garbage collection
 * @property {number} heap bytes of JavaScript
 * @property {number} wasm bytes of WebAssembly
 * @property {number} nodes of the DOM
 * @property {number} listeners for events
 */

/** @returns {Promise<Held>} */
export const held = async (/** @type {import('playwright-core').CDPSession} */ devtools) => {
  await devtools.send('Performance.enable');
  const wasm = await wasmBytes(devtools);
  await devtools.send('HeapProfiler.enable');
  // What the first collection lets go of can free more in the second.
  for (let time = 0; time < 2; time++) await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return { heap: of('JSHeapUsedSize'), wasm, nodes: of('Nodes'), listeners: of('JSEventListeners') };
};

// The order in which functions stand in the wasm: those that look alike beside each other, because what compresses a file
// looks back for what it has seen. A hundredth of the wire for no byte of code.

import { brotliCompressSync } from 'node:zlib';

/** A piece in more functions than this says nothing about any of them. */
const COMMON = 60;

/**
 * Pieces of so many bytes are compared, and each function is laid beside so many of those before it. Which of these does
 * best differs from module to module, so all are tried.
 */
const WAYS = [[6, 5], [5, 5], [7, 5], [6, 4], [6, 7], [5, 8], [6, 10], [8, 8]];

/** Reads the number at `at`: its value, and where it ends. @returns {[number, number]} */
const leb = (/** @type {Buffer} */ bytes, at) => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value, at];
  }
};

/** The bodies of all functions of a module, in its order. */
const bodies = (/** @type {Buffer} */ wasm) => {
  const found = [];
  for (let at = 8; at < wasm.length;) {
    const [length, start] = leb(wasm, at + 1);
    if (wasm[at] === 10) {
      let [count, place] = leb(wasm, start);
      while (count--) {
        const [size, body] = leb(wasm, place);
        found.push(wasm.subarray(body, body + size));
        place = body + size;
      }
    }
    at = start + length;
  }
  return found;
};

/** An order in which each function stands behind those it looks like. */
const ordered = (/** @type {Buffer[]} */ all, /** @type {number} */ piece, /** @type {number} */ lookBack) => {
  const pieces = all.map((body) => {
    const own = new Set();
    for (let at = 0; at + piece <= body.length; at++) own.add(body.latin1Slice(at, at + piece));
    return own;
  });
  /** @type {Map<string, number[]>} */
  const where = new Map();
  pieces.forEach((own, place) => own.forEach((one) => {
    if (!where.get(one)?.push(place)) where.set(one, [place]);
  }));
  const left = new Set(all.keys());
  const order = [];
  let next = all.reduce((longest, body, place) => (body.length > all[longest].length ? place : longest), 0);
  while (left.delete(next) && order.push(next) && left.size) {
    const likeness = new Map();
    for (const before of order.slice(-lookBack)) {
      for (const one of pieces[before]) {
        const places = where.get(one);
        if (places.length < 2 || places.length >= COMMON) continue;
        for (const place of places) {
          if (left.has(place)) likeness.set(place, (likeness.get(place) ?? 0) + 1 / Math.log(1 + places.length));
        }
      }
    }
    let best = -1;
    [next] = left;
    for (const [place, sum] of likeness) {
      const share = sum / Math.sqrt(20 + all[place].length);
      if (share > best) [best, next] = [share, place];
    }
  }
  return order;
};

/**
 * The places of the functions in the order that compresses best of some; the same for the same bytes.
 * @param {Buffer} wasm
 * @returns {number[]}
 */
export const byLikeness = (wasm) => {
  const all = bodies(wasm);
  const weigh = (/** @type {number[]} */ order) => brotliCompressSync(Buffer.concat(order.map((place) => all[place]))).length;
  const tried = WAYS.map((way) => ordered(all, ...way)).map((order) => ({ order, weight: weigh(order) }));
  return tried.reduce((best, one) => (one.weight < best.weight ? one : best)).order;
};

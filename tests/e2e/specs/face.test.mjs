// The public face is told in three places: the types (from which custom-elements.json is made), the README, and the code.
// Here the types are held against the other two, so none can say more or less than the element does.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import schema from 'custom-elements-manifest' with { type: 'json' };
import ts from 'typescript';
import { manifest, readFace } from '../tools/face.mjs';
import { compile } from '../tools/types.mjs';
import { assert, inEngines } from './support.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(join(ROOT, path), 'utf8');
const below = (/** @type {string} */ folder, /** @type {string} */ ending) =>
  readdirSync(join(ROOT, folder), { recursive: true }).map(String).filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
const unique = (/** @type {string[]} */ words) => [...new Set(words)].sort();
const names = (/** @type {{ name: string }[]} */ of) => of.map(({ name }) => name).sort();

const face = readFace();
const attributes = face.properties.filter(({ attribute }) => attribute);

/** What an expression of the loader can be, as far as it is written out: the texts at its ends. @returns {string[]} */
const ends = (/** @type {ts.Node} */ node, /** @type {Map<string, ts.Node>} */ functions) => {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap((one) => ends(one, functions));
  if (ts.isBinaryExpression(node)) return [node.left, node.right].flatMap((one) => ends(one, functions));
  if (ts.isCallExpression(node) && functions.has(node.expression.getText())) {
    const found = [];
    const visit = (/** @type {ts.Node} */ one) => {
      if (ts.isReturnStatement(one) && one.expression) found.push(...ends(one.expression, functions));
      one.forEachChild(visit);
    };
    visit(functions.get(node.expression.getText()));
    return found;
  }
  return [];
};

/** Every code that a source of the loader gives to an error, and every event that it says. */
const saidBy = (/** @type {string} */ path) => {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const functions = new Map();
  const [codes, events] = [[], []];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) functions.set(node.name.getText(), node.initializer);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') codes.push(...ends(node.initializer, functions));
    if (ts.isShorthandPropertyAssignment(node) && functions.has('code') && node.name.text === 'code') codes.push(...ends(functions.get('code'), functions));
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && /\.code$/.test(node.left.getText())) {
      codes.push(...ends(node.right, functions));
    }
    if (ts.isCallExpression(node)) {
      const [first, second] = node.arguments;
      if (node.expression.getText() === 'say' && ts.isStringLiteral(first)) events.push(first.text);
      if (node.expression.getText() === 'say.bind' && ts.isStringLiteral(second)) events.push(second.text);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return { codes, events };
};

/** The rows of the table in the README whose first column has this title; a row as its cells. */
const table = (/** @type {string} */ title) => {
  const lines = read('README.md').split('\n');
  const from = lines.findIndex((line) => line.startsWith(`| ${title} |`));
  assert.ok(from >= 0, `the README has no table "${title}"`);
  const rows = lines.slice(from + 2);
  return rows.slice(0, rows.findIndex((line) => !line.startsWith('|'))).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
};
const coded = (/** @type {string} */ text) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word);

suite('The public face', () => {
  test('Pages in TypeScript and in JSX compile, and what is wrong in them does not', () => {
    assert.deepEqual(compile(), []);
  });

  test('Every code and event that the sources can say is one of the types, and the other way round', () => {
    const loader = below('src/embed', '.js').map(saidBy);
    const rust = below('src', '.rs').map(read).join('\n');
    const problems = [...rust.matchAll(/\.problem\(\s*"([^"]+)"/g)].map(([, code]) => code);
    assert.deepEqual(unique([...loader.flatMap(({ codes }) => codes), ...problems]), [...face.codes].sort());
    assert.deepEqual(unique(loader.flatMap(({ events }) => events.map((name) => `fogbridge-${name}`))), names(face.events));
    const words = /fn word\(self\)[^]*?\n {4}\}/.exec(read('src/state/effect.rs'))[0];
    assert.deepEqual([...words.matchAll(/=> "([^"]+)"/g)].map(([, word]) => word), face.steps);
  });

  test('The style sheets read the custom properties of the types, and no others', () => {
    const sheets = below('styles', '.css').map(read).join('\n');
    assert.deepEqual(unique(sheets.match(/--fogbridge-[a-z-]+/g)), names(face.customProperties));
  });

  test('The README tells the same attributes, values, events, codes, steps, parts and custom properties', () => {
    const rows = table('attribute').map(([name, values]) => [coded(name)[0], coded(values)]);
    assert.deepEqual(rows.map(([name]) => name).sort(), attributes.map(({ attribute }) => attribute).sort());
    for (const { attribute, values, fallback } of attributes) {
      const [, told] = rows.find(([name]) => name === attribute);
      if (fallback) assert.ok(told.includes(fallback), `README, ${attribute}: the default "${fallback}" is not told`);
      // Of a row of numbers the first and the last are told.
      const wanted = /^\d+$/.test(values[0]) ? [values[0], values.at(-1)] : values;
      if (values.length) assert.deepEqual(told.filter((word) => !['`'].includes(word)), wanted, `README, ${attribute}: its values`);
    }
    const events = table('event').map(([name, ...rest]) => [coded(name)[0], coded(rest.join(' '))]);
    assert.deepEqual(events.map(([name]) => name).sort(), names(face.events));
    const [, [, ...steps]] = events.find(([name]) => name.endsWith('progress'));
    const [, [, ...codes]] = events.find(([name]) => name.endsWith('error'));
    assert.deepEqual(steps, face.steps);
    assert.deepEqual(codes.sort(), [...face.codes].sort());
    const [looks] = /\*\*Looks\.\*\*[^]*?\n\n/.exec(read('README.md'));
    const words = coded(looks.replace(/\([^)]*\)/g, ''));
    assert.deepEqual(words.sort(), [...names(face.customProperties), ...names(face.parts)].sort());
  });

  test('custom-elements.json is one, by its schema', () => {
    const ajv = new Ajv({ strict: false });
    const made = manifest('dist/esm/fogbridge.js');
    assert.ok(ajv.validate(schema, made), ajv.errorsText());
    assert.ok(!ajv.validate(schema, { ...made, modules: [{ kind: 'javascript-module' }] }), 'the schema finds a module without a path');
  });
});

inEngines(['chromium'], 'The public face of the element itself', (it) => {
  it('Its properties, attributes, accepted values and defaults are those of the types', async (world) => {
    const { url } = await world.serve();
    const { page } = await world.open(`${url}/hosts/plain.html`);
    const real = await page.evaluate((properties) => {
      const made = customElements.get('fog-bridge');
      const element = document.createElement('fog-bridge');
      const accessors = Object.entries(Object.getOwnPropertyDescriptors(made.prototype)).filter(([, one]) => one.set).map(([name]) => name);
      return {
        own: [...accessors, 'lang', ...Object.keys(element)].sort(),
        promise: element.ready instanceof Promise,
        observed: made.observedAttributes,
        mirrored: properties.map((name) => {
          element[name] = 'x';
          return [...element.attributes].map((one) => one.name).at(-1);
        }),
        given: properties.map((name) => element[name]),
        empty: properties.map((name) => document.createElement('fog-bridge')[name]),
      };
    }, attributes.map(({ name }) => name));
    assert.deepEqual(real.own, names(face.properties));
    assert.ok(real.promise);
    assert.deepEqual(real.mirrored, attributes.map(({ attribute }) => attribute));
    assert.deepEqual(real.given, attributes.map(() => 'x'));
    assert.deepEqual(real.empty, attributes.map(() => ''));
    const once = attributes.filter(({ description }) => description.endsWith('Read once.')).map(({ attribute }) => attribute);
    assert.deepEqual(real.observed, attributes.map(({ attribute }) => attribute).filter((name) => !once.includes(name)));

    // What the element says of a value that nobody accepts names those that it does accept, and the default.
    const put = (/** @type {Record<string, string>} */ given) => page.evaluate(async (values) => {
      const element = document.createElement('fog-bridge');
      for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
      element.setAttribute('loading', values.loading ?? 'eager');
      document.body.replaceChildren(element);
      element.scrollIntoView();
      await element.ready;
    }, given);
    const listed = attributes.filter(({ values }) => values.length);
    page.console.length = 0;
    await put(Object.fromEntries(listed.map(({ attribute }) => [attribute, '?'])));
    const line = /^fog-bridge: (\S+)="\?" is not understood \(accepted: (.+)\); "(.*)" is used$/;
    const said = Object.fromEntries(page.console.map(({ text }) => line.exec(text)?.slice(1) ?? [text]).map(([name, accepted, used]) => [name, { accepted, used }]));
    assert.deepEqual(said, Object.fromEntries(listed.map(({ attribute, values, fallback }) => [attribute, { accepted: values.join('|'), used: fallback }])));
  });

  it('Its parts are those of the types', async (world) => {
    const { url } = await world.serve();
    const { widget } = await world.open(`${url}/hosts/plain.html`);
    const seen = new Set();
    const look = async () => {
      for (const part of await widget.inside((root) => [...root.querySelectorAll('[part]')].flatMap((one) => [...one.part]))) seen.add(part);
    };
    await widget.expectScreen('cover');
    await look();
    await widget.walk({ to: 'steps', seen: look });
    await widget.pressPart('help');
    await widget.expectScreen('help');
    await look();
    assert.deepEqual([...seen].sort(), names(face.parts));
  });
});

// The public face of <fog-bridge>, read from its types: `readFace` gives it as values, `manifest` as the file that editors
// and catalogues of custom elements read. So there is one place to change, and specs/face.test.mjs holds it against the code.

import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Where the types stand. */
export const TYPES = fileURLToPath(new URL('../../../src/embed/fogbridge.d.ts', import.meta.url));

/** The name of an attribute, from that of its property. */
const kebab = (/** @type {string} */ name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @typedef {{ name: string, description: string }} Named */
/**
 * @typedef {object} Property
 * @property {string} name
 * @property {string} [attribute] that it mirrors; `ready` mirrors none
 * @property {string} type of what may be written, or of what is read where nothing may
 * @property {string[]} values the accepted ones, where they are a list; as an attribute holds them
 * @property {string} [fallback] the default, where it is one value
 * @property {string} description
 */

/**
 * @returns {{ description: string, properties: Property[], events: (Named & { type: string })[], codes: string[],
 *   steps: string[], parts: Named[], customProperties: Named[], slots: Named[] }}
 */
export const readFace = () => {
  // Without the types of the browser: what is read here is as it is written, and that takes no time.
  const program = ts.createProgram([TYPES], { noEmit: true, noLib: true, types: [] });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(TYPES);
  /** What is declared under a name. @returns {any} */
  const declared = (/** @type {string} */ name) => {
    const found = file.statements.find((one) => /** @type {any} */ (one).name?.text === name);
    if (!found) throw new Error(`${TYPES} declares no ${name}.`);
    return found;
  };
  const doc = (/** @type {ts.Symbol} */ symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ');
  /** The words of a union, numbers as an attribute holds them. */
  const words = (/** @type {ts.Type} */ type) => {
    const members = type.isUnion() ? type.types : [type];
    const literal = members.every((one) => one.isStringLiteral() || one.isNumberLiteral());
    return literal ? [...new Set(members.map((one) => String(/** @type {ts.LiteralType} */ (one).value)))] : [];
  };
  const typeOf = (/** @type {string} */ name) => checker.getTypeAtLocation(declared(name));

  const element = declared('FogBridgeElement');
  const self = checker.getSymbolAtLocation(element.name);
  const tags = self.getJsDocTags(checker).map((tag) => ({ tag: tag.name, text: ts.displayPartsToString(tag.text) }));
  const named = (/** @type {string} */ wanted) => tags.filter(({ tag }) => tag === wanted).map(({ text }) => {
    const [, name, description] = /^(\S*)\s*- (.+)$/s.exec(text);
    return { name, description };
  });

  const properties = [...self.members.values()].map((symbol) => {
    const setter = symbol.declarations.find(ts.isSetAccessorDeclaration);
    const plain = symbol.declarations.find(ts.isPropertySignature);
    const node = setter ? setter.parameters[0].type : plain?.type;
    if (!node) throw new Error(`${symbol.name} in ${TYPES} can be read, but has nothing to be written.`);
    const type = checker.getTypeFromTypeNode(node);
    const readonly = plain && ts.getCombinedModifierFlags(plain) & ts.ModifierFlags.Readonly;
    const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'default');
    return {
      name: symbol.name,
      attribute: readonly ? undefined : kebab(symbol.name),
      type: words(type).length ? words(type).map((word) => `'${word}'`).join(' | ') : node.getText(),
      values: words(type),
      fallback: tag && ts.displayPartsToString(tag.text),
      description: doc(symbol),
    };
  });

  const events = typeOf('FogBridgeEventMap').getProperties().map((symbol) => ({
    name: symbol.name,
    type: /** @type {ts.PropertySignature} */ (symbol.valueDeclaration).type.getText(),
    description: doc(symbol),
  }));

  return {
    description: doc(self),
    properties,
    events,
    codes: words(typeOf('FogBridgeErrorCode')),
    steps: words(typeOf('FogBridgeStep')),
    parts: named('csspart'),
    customProperties: named('cssprop'),
    slots: named('slot'),
  };
};

/**
 * The same as a Custom Elements Manifest.
 * @param {string} path of the module that defines the element, in the package
 */
export const manifest = (path) => {
  const { description, properties, events, parts, customProperties, slots } = readFace();
  return {
    schemaVersion: '2.1.0',
    modules: [{
      kind: 'javascript-module',
      path,
      declarations: [{
        kind: 'class',
        name: 'FogBridgeElement',
        customElement: true,
        tagName: 'fog-bridge',
        description,
        superclass: { name: 'HTMLElement' },
        members: properties.map(({ name, attribute, type, fallback, description: text }) => ({
          kind: 'field', name, type: { text: type }, description: text,
          ...attribute ? { attribute } : { readonly: true },
          ...fallback && { default: fallback },
        })),
        attributes: properties.filter(({ attribute }) => attribute).map(({ name, attribute, type, fallback, description: text }) => ({
          name: attribute, fieldName: name, type: { text: type }, description: text, ...fallback && { default: fallback },
        })),
        events: events.map(({ name, type, description: text }) => ({ name, type: { text: type }, description: text })),
        slots,
        cssParts: parts,
        cssProperties: customProperties,
      }],
      exports: [{ kind: 'custom-element-definition', name: 'fog-bridge', declaration: { name: 'FogBridgeElement', module: path } }],
    }],
  };
};

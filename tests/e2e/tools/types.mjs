// Compiles the pages in TypeScript that stand in ../types, against the types of the widget.

import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** Where the types of a package are, for pages that lie outside of ours. */
const PATHS = {
  fogbridge: [here('../../../src/embed/fogbridge.d.ts')],
  'fogbridge/*': [here('../../../src/embed/*.d.ts')],
  react: [here('../node_modules/@types/react')],
  preact: [here('../node_modules/preact')],
};

/**
 * What the compiler finds in the pages and in our types, a sentence each. The types of others are not looked into.
 * @param {ts.CompilerOptions} [options] other ways to find a module
 * @param {string[]} [pages]
 * @returns {string[]}
 */
export const compile = (options = { paths: PATHS }, pages = ['page.ts', 'react.tsx', 'preact.tsx'].map((name) => here(`../types/${name}`))) => {
  const program = ts.createProgram(pages, {
    noEmit: true,
    strict: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    noUncheckedSideEffectImports: true,
    ...options,
  });
  const ours = program.getSourceFiles().filter(({ fileName }) => !/node_modules\/(?!fogbridge\/)/.test(fileName));
  return [
    ...program.getOptionsDiagnostics(),
    ...ours.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ].map((one) => {
    const text = ts.flattenDiagnosticMessageText(one.messageText, ' ');
    const line = one.file ? one.file.getLineAndCharacterOfPosition(one.start).line + 1 : 0;
    return one.file ? `${one.file.fileName}:${line}: ${text}` : text;
  });
};

// Makes the wasm small: leaves out what this core never runs, then has Binaryen optimise the rest.

import binaryen from 'binaryen';

/** Only those of these are left out that nothing in the module calls by name. */
const UNCALLED = /convert::closures::_::invoke::</;

/** What only a copy of markup calls. */
const COPIES = /VNode as core::clone::Clone>::clone|Option<implicit_clone::unsync::string::IString> as core::clone/;

/** How Yew listens. The loader does it here: one listener a kind of event at the root, which says what was used. */
const LISTENING = new RegExp([
  'add_listener', 'ensure_handled', 'shadow_aware_parent', 'bubble_to_inner_element', 'Registry>::(un)?register',
  'EventDescriptor as core::clone', 'RawTable<\\(u32, .*EventDescriptor.*(reserve_rehash|find)',
].join('|'));

/**
 * Parts of Yew that no view here uses, and that the compiler cannot know to be unused, because only the value of an enum
 * decides. Each body becomes a trap, and with it goes everything that only it had called: 7.4 KB on the wire. Should a view
 * come to need one of them, the first test in a browser stops there: then its line goes.
 */
const UNUSED = {
  'markup from strings': /virtual_dom::vraw::|dom_bundle::braw::/,
  'components that wait': /suspense/i,
  'children in another place of the page': /virtual_dom::vportal::|dom_bundle::bportal::/,
  'components inside components': /VComp as .*::attach$|RcExt<yew::virtual_dom::vcomp::VComp>/,
  'fields of several lines': /HtmlTextAreaElement/,
  'markup that stands in two places': COPIES,
  'ways for JavaScript to call closures that nobody hands to it': UNCALLED,
  'lists in which every item has a key': /KeyedEntry/,
  listening: LISTENING,
  'attributes kept as maps': /apply_diff_as_maps|indexmap.*AttributeOrProperty/,
};

/** What drops, copies or grows a value is one function for all types that look alike, under the name of any of them. */
const SHARED = /drop_in_place|drop_slow|Drop>::drop|Clone>::clone|\{closure|reserve|vec::Vec<|callback/;

/**
 * @param {Buffer} wasm with the names of its functions
 * @returns {Buffer} without them
 */
export const optimise = (wasm) => {
  const module = binaryen.readBinary(wasm);
  const ways = Array.from({ length: module.getNumExports() }, (_, at) => module.getExportByIndex(at));
  const exported = new Set(ways.map((one) => binaryen.getExportInfo(one).value));
  const calls = module.emitText().match(/(?<=\(call \$)("(?:[^"\\]|\\.)*"|[^\s)]+)/g) ?? [];
  const called = new Set(calls.map((name) => name.replace(/^"|"$/g, '')));
  const functions = Array.from({ length: module.getNumFunctions() }, (_, at) => module.getFunctionByIndex(at));
  const named = functions.map((one) => ({ one, ...binaryen.getFunctionInfo(one) }));
  for (const [what, pattern] of Object.entries(UNUSED)) {
    const found = named.filter(({ name, module: from }) => {
      if (from || (![COPIES, LISTENING].includes(pattern) && SHARED.test(name))) return false; // imports have no body
      if (pattern === UNCALLED && (called.has(name) || exported.has(name))) return false;
      return pattern.test(name.replace(/\[[0-9a-f]+\]/g, '')); // the hashes of crates
    });
    if (!found.length) throw new Error(`nothing in the wasm is called ${pattern} any more (${what}): see UNUSED in optimise.mjs.`);
    for (const { one } of found) binaryen.Function(one).body = module.unreachable();
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  // Rust puts the stack below everything and lets it grow down, so the lowest 1,024 bytes hold no data.
  binaryen.setLowMemoryUnused(true);
  // Large functions with a single caller stay on their own: functions that look alike compress better than one that is long.
  binaryen.setOneCallerInlineMaxSize(100);
  let [before, after] = [Infinity, wasm.length];
  while (after < before) {
    module.optimize();
    [before, after] = [after, module.emitBinary().length];
  }
  // For the same reason functions that are named alike stand together.
  module.runPasses(['reorder-functions-by-name']);
  return Buffer.from(module.emitBinary());
};

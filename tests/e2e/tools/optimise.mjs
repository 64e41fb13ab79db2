// Makes the wasm small: leaves out what this core never runs, then has Binaryen optimise the rest.

import binaryen from 'binaryen';
import { byLikeness } from './likeness.mjs';

/** Only those of these are left out that nothing in the module calls by name. */
const UNCALLED = /convert::closures::_::invoke::</;

/** By these names JavaScript would call a closure of ours, and drop it. There are none: the loader calls functions. */
const CLOSURES = /closures.*invoke|destroy_closure/;

/** What only a copy of markup calls. */
const COPIES = /VNode as core::clone::Clone>::clone|Option<implicit_clone::unsync::string::IString> as core::clone/;

/** How Yew listens. The loader does it here: one listener a kind of event at the root, which says what was used. */
const LISTENING = new RegExp([
  'add_listener', 'ensure_handled', 'ListenerRegistration>::register', 'shadow_aware_parent', 'bubble_to_inner_element', 'Registry>::(un)?register',
  'EventDescriptor as core::clone', 'RawTable<\\(u32, .*EventDescriptor.*(reserve_rehash|find)',
].join('|'));

/** The end of what never ends: a root stays as long as the page, also when its element is taken out. */
const ROOTS = /Rc<(core::cell::RefCell<)?yew::dom_bundle::subtree_root::(SubtreeData|AppData)>+>::drop_slow/;

/** A queue of more than eleven: messages take turns (see `send` in src/app.rs). */
const LONG_QUEUES = /BalancingContext|from_new_internal|btree::node::splitpoint|correct_childrens|marker::Internal.*marker::Edge>>::insert/;

/** How names are hashed, of which a table holds some twenty at most. */
const HASHES = new RegExp([
  'BuildHasher>::hash_one', 'hashbrown::map::make_hash::', 'RandomState as .*Default>::default', 'DefaultHasher(>::hash|>$| as .*finish)',
].join('|'));

/** Tables that are never full, with room for twice our kinds of elements from the beginning, and from which nothing is removed. */
const TABLES = /rehash_in_place|RawTable<\(alloc::string::String, web_sys.*reserve_rehash/;

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
  listening: LISTENING,
  'waiting for promises': /js_sys::futures::/,
  'the end of a root': ROOTS,
  'tables that grow': TABLES,
  'queues of more than eleven': LONG_QUEUES,
  'attributes kept as maps': /apply_diff_as_maps|indexmap.*AttributeOrProperty/,
};

/** Where every answer is right, these answer zero, or nothing. */
const ANY_ANSWER = {
  hashes: HASHES,
  'whether all items of a list have keys: only lists of one do, which it makes no difference to': /VList>::fully_keyed/,
  'the next event listened to, of none': /RawIter<\(yew::dom_bundle::subtree_root::EventDescriptor, /,
  'where in a text something is wrong, which nobody is told': /SliceRead>::position_of_index/,
};

/** Patterns that name a function of one type alone, whatever it is called. */
const EXACT = [COPIES, LISTENING, ROOTS, TABLES, LONG_QUEUES];

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
  for (const { name } of ways.map(binaryen.getExportInfo).filter((one) => CLOSURES.test(one.name))) module.removeExport(name);
  const functions = Array.from({ length: module.getNumFunctions() }, (_, at) => module.getFunctionByIndex(at));
  const named = functions.map((one) => ({ one, ...binaryen.getFunctionInfo(one) }));
  for (const [what, pattern] of Object.entries({ ...UNUSED, ...ANY_ANSWER })) {
    const found = named.filter(({ name, module: from }) => {
      if (from || (!EXACT.includes(pattern) && SHARED.test(name))) return false; // imports have no body
      if (pattern === UNCALLED && (called.has(name) || exported.has(name))) return false;
      return pattern.test(name.replace(/\[[0-9a-f]+\]/g, '')); // the hashes of crates
    });
    if (!found.length) throw new Error(`nothing in the wasm is called ${pattern} any more (${what}): see optimise.mjs.`);
    for (const { one, results } of found) {
      const answers = new Map([[binaryen.none, module.nop()], [binaryen.i32, module.i32.const(0)], [binaryen.i64, module.i64.const(0n)]]);
      const isAny = Object.values(ANY_ANSWER).includes(pattern);
      binaryen.Function(one).body = isAny ? answers.get(results) : module.unreachable();
    }
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  // Rust puts the stack below everything and lets it grow down, so the lowest 1,024 bytes hold no data.
  binaryen.setLowMemoryUnused(true);
  // Large functions with a single caller stay on their own: functions that look alike compress better than one that is long.
  binaryen.setOneCallerInlineMaxSize(22);
  let [before, after] = [Infinity, wasm.length];
  while (after < before) {
    module.optimize();
    [before, after] = [after, module.emitBinary().length];
  }
  return inOrder(module);
};

/** A name of a function wherever the text of a module calls it by that. */
const NAMED = /(?<=\((?:func|call|return_call|ref\.func|start) |\(elem [^\n]*?)\$(?:"(?:[^"\\]|\\.)*"|[^\s)]+)/g;

/** The import by which Rust would make a closure for JavaScript. Nothing calls it any more; only a table still names it. */
const MAKES_CLOSURE = /\n \(import "[^"]*" "[^"]*" (\(func \$"Closure\((?:[^"\\]|\\.)*"(?: \((?:param|result)[^)]*\))*)\)\)/g;

/** The module as bytes without names, with the functions in the order of likeness. */
const inOrder = (/** @type {import('binaryen').Module} */ module) => {
  const names = Array.from({ length: module.getNumFunctions() }, (_, at) => binaryen.getFunctionInfo(module.getFunctionByIndex(at)))
    .filter(({ module: from }) => !from).map(({ name }) => name);
  const order = byLikeness(Buffer.from(module.emitBinary()));
  const places = new Map(order.map((place, at) => [names[place], String(at).padStart(5, '0')]));
  const own = [];
  const text = module.emitText().replace(MAKES_CLOSURE, (_, closure) => {
    own.push(`${closure} (unreachable))`);
    return '';
  }).replace(/\)\n$/, `${own.join('\n')})\n`).replace(NAMED, (id) => {
    const name = id.slice(1).replace(/^"|"$/g, '');
    return places.has(name) ? `$${places.get(name)}` : id;
  });
  const ordered = binaryen.parseText(text);
  ordered.setFeatures(module.getFeatures());
  ordered.runPasses(['reorder-functions-by-name']);
  return Buffer.from(ordered.emitBinary());
};

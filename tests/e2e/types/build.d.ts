// What the build gives to the loader's sources, for the compiler that checks them.

/** Where the files of a version stand, as seen from the file that asks. */
declare const __BASE__: string;
/** SHA-256 of core.js, in base64. */
declare const __CORE__: string;
/** File of a version → its SHA-256, in base64. */
declare const __HASHES__: Record<string, string>;
/** The languages there are, as a pattern. */
declare const __LANGUAGES__: string;

/** File of the standalone page → its integrity, and a name made of all of them. */
declare const __FILES__: Record<string, string>;
declare const __VERSION__: string;

declare module 'cover.json' {
  export const
    back: string,
    begin: string,
    crashed: string,
    directory: string,
    download: string,
    failed: string,
    help: string,
    help_abuse: string,
    help_crisis: string,
    help_directory: string,
    help_emergency: string,
    help_published: string,
    help_title: string,
    leave: string,
    left_title: string,
    lines: string,
    loading: string,
    minutes: string,
    notes_name: string,
    read_on: string,
    sentence: string,
    short: string,
    title: string;
}

/** One of the files in src/embed/forms. */
declare module 'form.js' {
  export const at: (name: string) => string;
  export const half: (bring: (name: string, hash: string) => Promise<Response>) => any;
}

/** File of a version → its address, for bundlers. */
declare module 'files.js' {
  const files: Record<string, string>;
  export default files;
}

declare module '*.css' {
  const sheet: string;
  export default sheet;
}

/** The glue that wasm-bindgen writes, and what the build adds to it. */
declare module 'glue.js' {
  const glue: any;
  export = glue;
}

interface Navigator {
  /** Only Chromium has it. */
  readonly connection?: { readonly saveData: boolean };
}

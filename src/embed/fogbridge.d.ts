// The public face of <fog-bridge>: what a page may set, ask and hear. custom-elements.json is made from it. Tests hold it
// against the element itself, and against the tables of the README.

/** Which part stands here. */
export type FogBridgeView = 'all' | 'reflection' | 'steps' | 'checkin' | 'words';

export type FogBridgeTheme = 'auto' | 'light' | 'dark';

export type FogBridgeHeadingLevel = '2' | '3' | '4' | '5' | '6';

export type FogBridgeLoading = 'lazy' | 'eager' | 'click';

export type FogBridgeRoot = 'open' | 'closed';

/** How far a visit is. The same for every reader who gets there, safe or not. */
export type FogBridgeStep = 'begun' | 'reflecting' | 'finished';

/**
 * What went wrong. `no-wasm`: the browser has no WebAssembly. `blocked-by-csp`: the page's policy refused a file or the wasm.
 * `file-missing`: a file did not arrive. `integrity`: a file is not the one that was built. `content`: a text could not be
 * read. `storage`: the browser does not let us keep notes. `core`: the core stopped.
 */
export type FogBridgeErrorCode =
  | 'no-wasm' | 'blocked-by-csp' | 'file-missing' | 'integrity' | 'content' | 'storage' | 'core';

/** Detail of `fogbridge-progress`. */
export interface FogBridgeProgress {
  readonly step: FogBridgeStep;
}

/** Detail of `fogbridge-error`. The message is for the owner of the page, and never holds what a reader entered. */
export interface FogBridgeError {
  readonly code: FogBridgeErrorCode;
  readonly message: string;
}

/** Events bubble and leave the shadow root, so they are heard on the document too. None carries an answer. */
export interface FogBridgeEventMap {
  /** The core and all texts are here. No request follows. */
  'fogbridge-ready': CustomEvent<null>;
  /** A reader got further. */
  'fogbridge-progress': CustomEvent<FogBridgeProgress>;
  /** Something does not work. The page's own content, or a plain sentence, stands in the place of what is missing. */
  'fogbridge-error': CustomEvent<FogBridgeError>;
}

/**
 * A private reflection and small steps back to each other, inside an article. What stands inside the element is shown to
 * everyone who does not get the widget.
 *
 * Properties mirror the attributes and count if they are set before the script has run. They give back what was written,
 * accepted or not, and an empty text where nothing was. A value that is not accepted means the default, and one line on the console.
 *
 * @slot - Shown where the widget cannot be: no JavaScript, feeds, print, a file that did not arrive.
 *
 * @cssprop --fogbridge-paper - Colour below the text.
 * @cssprop --fogbridge-ink - Colour of the text.
 * @cssprop --fogbridge-accent - Colour of what can be pressed.
 * @cssprop --fogbridge-heading - Font family of the headings.
 * @cssprop --fogbridge-top - Height of a header of the page that stays in place: below it stand the way out and help.
 *
 * @csspart screen - The one screen that is shown.
 * @csspart primary - The filled button.
 * @csspart quiet - The second button of the cover.
 * @csspart back - The way back.
 * @csspart skip - The way past a question.
 * @csspart choice - A row to choose.
 * @csspart help - *Get help now*.
 * @csspart exit - *Leave this page*.
 * @csspart picture - The scene of shores and bridge.
 */
export interface FogBridgeElement extends HTMLElement {
  /**
   * Language of the widget; else that of the page around it, if it is there. Takes effect at the next load.
   * @default en
   */
  lang: string;

  /** Country of the help lines that come first, as ISO 3166 such as `GB` or `GB-SCT`; else from `lang`, else from the time zone. */
  get region(): string;
  set region(value: string);

  /**
   * Which part stands here: everything, up to the picture, steps without a reflection, or things to say.
   * @default all
   */
  get view(): string;
  set view(value: FogBridgeView);

  /**
   * Colours: those of the page, light, or dark.
   * @default auto
   */
  get theme(): string;
  set theme(value: FogBridgeTheme);

  /**
   * Address, with http or https, that *Leave this page* leads to.
   * @default https://www.wikipedia.org/
   */
  get exit(): string;
  set exit(value: string);

  /**
   * Level of the widget's own headings.
   * @default 2
   */
  get headingLevel(): string;
  set headingLevel(value: FogBridgeHeadingLevel | 2 | 3 | 4 | 5 | 6);

  /**
   * Whose notes these are: a name of letters, digits, `-` and `_`. Read once.
   * @default main
   */
  get store(): string;
  set store(value: string);

  /**
   * When the core is brought: a little before the element is seen (with data saving on, at a press), at once, or at a press.
   * Read once.
   * @default lazy
   */
  get loading(): string;
  set loading(value: FogBridgeLoading);

  /**
   * Mode of the shadow root. Take `closed` inside a Yew app. Read once.
   * @default open
   */
  get root(): string;
  set root(value: FogBridgeRoot);

  /** Resolves when the core and all texts are here; rejects with the error of `fogbridge-error`. */
  readonly ready: Promise<void>;
}

/** What may stand on `<fog-bridge>` in JSX, beside what every element takes: react.d.ts and preact.d.ts tell the two of it. */
export interface FogBridgeAttributes {
  region?: string;
  view?: FogBridgeView;
  theme?: FogBridgeTheme;
  exit?: string;
  'heading-level'?: FogBridgeHeadingLevel | 2 | 3 | 4 | 5 | 6;
  store?: string;
  loading?: FogBridgeLoading;
  root?: FogBridgeRoot;
  'onfogbridge-ready'?: (event: FogBridgeEventMap['fogbridge-ready']) => void;
  'onfogbridge-progress'?: (event: FogBridgeEventMap['fogbridge-progress']) => void;
  'onfogbridge-error'?: (event: FogBridgeEventMap['fogbridge-error']) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'fog-bridge': FogBridgeElement;
  }
  // Elements, document and window alike: the events bubble.
  interface GlobalEventHandlersEventMap extends FogBridgeEventMap {}
}

// The custom element: when it begins, its attributes and their properties. What it shows is in widget.js.

import css from 'cover.css';
import { widget } from './widget.js';

/** Properties that mirror attributes; `lang` does so in every element. The last three are read once. */
const PROPERTIES = 'region view theme exit headingLevel store loading root'.split(' ');

const attribute = (/** @type {string} */ property) => property.replace('L', '-l');

// In Node there is no HTMLElement; importing this file must not fail there.
export class FogBridge extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ['lang', ...PROPERTIES.slice(0, 5).map(attribute)];

  /** @type {ReturnType<typeof widget> | undefined} */
  #widget;
  /** @type {[resolve: () => void, reject: (error: Error) => void]} */
  #settle;

  /** Resolves when the core and all content are here. */
  ready = /** @type {Promise<void>} */ (new Promise((...settle) => { this.#settle = settle; }));

  connectedCallback() {
    // While the page is still being read, the fallback may not be complete: it stays until it is.
    if (document.readyState === 'loading') return addEventListener('DOMContentLoaded', () => this.connectedCallback());
    if (this.getAttribute('loading') === 'eager') return this.#begin();
    // After a frame the page's layout is done, and asking for a height costs it nothing.
    requestAnimationFrame(() => setTimeout(() => this.#begin()));
  }

  #begin() {
    if (this.#widget || !this.isConnected) return;
    this.ready.catch(() => {}); // a page that does not ask for `ready` hears of a failure by the event
    // What was set before the element was defined hides the accessors below.
    for (const property of PROPERTIES) {
      if (Object.hasOwn(this, property)) {
        const value = this[property];
        delete this[property];
        this[property] = value;
      }
    }
    // The frame takes the room of the fallback, with the margins by which that reaches beyond the element.
    const own = this.offsetHeight || this.getBoundingClientRect().height; // WebKit has no offset for what is inline
    const around = () => this.parentElement?.offsetHeight;
    const before = around();
    const [top, bottom] = [this.firstElementChild, this.lastElementChild].map((child) => child && getComputedStyle(child));
    const root = this.attachInternals().shadowRoot ?? this.attachShadow({ mode: /** @type {any} */ (this).root === 'closed' ? 'closed' : 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const { _frame: frame } = this.#widget = widget(this, root, ...this.#settle);
    const { style } = frame;
    style.marginTop = top?.marginTop;
    style.marginBottom = bottom?.marginBottom;
    style.minHeight = own + 'px';
    // What the cover needs beyond the fallback is not taken back.
    style.minHeight = frame.offsetHeight + before - around() + 'px';
  }

  // There is no disconnectedCallback: moving the element is not the end of it, and coming back finds all in place.

  attributeChangedCallback(/** @type {string} */ name) { this.#widget?._refresh(name); }
}

for (const property of PROPERTIES) {
  const name = attribute(property);
  Object.defineProperty(FogBridge.prototype, property, /** @type {PropertyDescriptor & ThisType<HTMLElement>} */ ({
    __proto__: null, // a page may have put words into every object
    get() { return this.getAttribute(name) ?? ''; },
    set(value) { this.setAttribute(name, value); },
  }));
}

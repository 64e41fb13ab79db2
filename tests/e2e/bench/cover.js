// The element of both sides that Fogbridge is measured beside: the same cover, by hand. What comes after *Begin* differs,
// and travels when it is asked for.

import css from 'cover.css';
import { bar, cover } from 'cover.json';

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const button = (part, textContent, onclick) => make('button', { part, className: part, textContent, onclick });

/**
 * @param {string} name of the element
 * @param {(frame: HTMLElement, put: (place: HTMLElement) => void) => Promise<void>} open brings what comes after the cover;
 *   `put` shows it in the cover's place
 */
export const define = (name, open) => customElements.define(name, class extends HTMLElement {
  connectedCallback() {
    const height = this.offsetHeight;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const [leave, help] = bar;
    const exit = make('a', { part: 'exit', href: 'https://www.wikipedia.org/', textContent: leave });
    const top = make('div', { className: 'bar' }, exit, button('help', help));
    this.frame = make('div', { className: 'frame' }, top, this.cover());
    this.frame.style.minHeight = `${height}px`;
    root.append(this.frame);
  }

  cover() {
    const [title, sentence, minutes, begin, short, loading] = cover;
    const status = make('p', { role: 'status' });
    const put = (place) => {
      screen.replaceWith(place);
      this.frame.style.minHeight = '';
    };
    const screen = make(
      'section',
      { className: 'cover' },
      make('h2', { textContent: title, tabIndex: -1 }),
      make('p', {}, sentence),
      make('small', {}, minutes),
      make('p', {}, button('primary', begin, () => {
        status.textContent = loading;
        this.frame.style.minHeight = '100vh';
        open(this.frame, put);
      }), button('quiet', short)),
      status,
    );
    screen.dataset.screen = 'cover';
    return screen;
  }
});

// The twin's element: the same cover, by hand. What comes after *Begin* is in app.jsx and travels when it is asked for.

import css from 'cover.css';
import { bar, cover } from 'cover.json';

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const button = (part, textContent, onclick) => make('button', { part, className: part, textContent, onclick });

customElements.define('preact-twin', class extends HTMLElement {
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
    const screen = make(
      'section',
      { className: 'cover' },
      make('h2', { textContent: title, tabIndex: -1 }),
      make('p', {}, sentence),
      make('small', {}, minutes),
      make('p', {}, button('primary', begin, () => {
        status.textContent = loading;
        this.frame.style.minHeight = '100vh';
        this.begin(screen);
      }), button('quiet', short)),
      status,
    );
    screen.dataset.screen = 'cover';
    return screen;
  }

  async begin(screen) {
    const texts = fetch(new URL('texts.json', import.meta.url)).then((answer) => answer.json());
    const { start } = await import('./app.js');
    start(this.frame, await texts, (place) => {
      screen.replaceWith(place);
      this.frame.style.minHeight = '';
    });
  }
});

// Building DOM without markup strings, so that the strictest page (`trusted-types 'none'`) has nothing to refuse.

/**
 * @param {string} tag
 * @param {object} [properties] set as properties, not as attributes
 * @param {...(Node | string)} children
 * @returns {any} the new element
 */
export const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * One of the loader's own screens. Its name stands in `data-screen`, as on the screens of the core.
 * @param {string} name
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export const screen = (name, ...children) => {
  const element = make('section', { className: name, part: 'screen' }, ...children);
  element.dataset.screen = name;
  return element;
};

/** @param {string} level @param {string} textContent */
export const heading = (level, textContent) => make('h' + level, { textContent, tabIndex: -1 });

/** @param {string} part @param {string} textContent @param {() => void} onclick */
export const button = (part, textContent, onclick) => make('button', { part, className: part, textContent, onclick });

// The first screen: painted at once, without the core, from words that travel inside the loader.

import { begin, minutes, sentence, short, title } from 'cover.json';
import { button, heading, make, screen } from './dom.js';

/**
 * @param {string} level of the heading
 * @param {HTMLElement} status says that an early press was heard
 * @param {(name: 'begin' | 'short') => void} press
 */
export const cover = (level, status, press) => screen(
  'cover',
  heading(level, title),
  make('p', {}, sentence),
  make('small', {}, minutes),
  make('p', {}, button('primary', begin, () => press('begin')), button('quiet', short, () => press('short'))),
  status,
);

// The loader's own help: few numbers, no core needed. The core's help screen says much more when it is there.

import {
  back, directory, help_abuse, help_crisis, help_directory, help_emergency, help_published, help_title, lines,
} from 'cover.json';
import { button, heading, make, screen } from './dom.js';

/** A sentence whose `{number}` becomes a link that calls. */
const call = (template, number) => {
  const [before, after] = template.split('{number}');
  return make('p', {}, before, make('a', { href: 'tel:' + number.replace(/ /g, ''), textContent: number }), after);
};

/**
 * @param {string} level of the heading
 * @param {string} region as ISO 3166; may be empty or unknown
 * @param {() => void} close
 */
export const help = (level, region, close) => {
  const of = (code) => lines.split('\n').find((line) => line.startsWith(code + ':'));
  const numbers = (of(region) ?? of(region.slice(0, 2)) ?? '').split(/[:,]/).slice(1);
  return screen(
    'help',
    heading(level, help_title),
    ...[help_emergency, help_crisis, help_abuse].map((template, at) => (numbers[at] ? call(template, numbers[at]) : '')),
    make('p', {}, help_directory + ' ', make('a', { href: directory, rel: 'noreferrer', textContent: directory })),
    make('small', {}, numbers[0] ? help_published : ''),
    button('back', back, close),
  );
};

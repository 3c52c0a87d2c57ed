// The second and third generator: good registers with a few characters changed, and lines in no order at all.
import { register } from './grammar';
import type { Random } from './random';

const BITS = [
  ' ',
  '  ',
  '\n',
  '\n',
  '- ',
  '-',
  '\t',
  '"',
  "'",
  '#',
  ' #',
  '|',
  '>',
  '|+\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u0085',
  '\uFEFF',
  ':',
  ': ',
  '? ',
  '&a ',
  '*a',
  '{',
  '}',
  '[',
  ']',
  ',',
  '!',
  '%',
  '---\n',
  '...\n',
  'items:\n',
  '\n  - ',
  '\n- ',
  '\n    ',
  '`',
  '@',
  'x',
  '：',
  '\u3000',
  '<<: *a\n',
  '<<<<<<< a\n',
  '=======\n',
  '>>>>>>> b\n',
];

function mutated(r: Random): string {
  let text = register(r);
  for (let count = 1 + r.below(4); count > 0; count--) {
    const at = r.below(text.length + 1);
    const how = r.next();
    if (how < 0.6) text = text.slice(0, at) + r.pick(BITS) + text.slice(at);
    else if (how < 0.85) text = text.slice(0, at) + text.slice(at + 1 + r.below(4));
    else {
      const from = r.below(text.length + 1);
      text = text.slice(0, at) + text.slice(from, from + 12) + text.slice(at);
    }
  }
  return text;
}

const LINES = [
  '- id: a',
  '- x',
  '-',
  '- |',
  '- "q',
  'q"',
  "- '",
  "'",
  '- k: |',
  'k: v',
  'k: |',
  'k: >+',
  'k: |2',
  'k: "',
  '"',
  '# c',
  '- [',
  'a,',
  '] ',
  '- {a: 1}',
  '? k',
  ': v',
  '- - x',
  '- &a',
  '- *a',
  'k: &a x',
  '<<: *a',
  'items:',
  'text',
  '\ttab',
  '- !t',
  '- ? x',
  '...',
  '---',
  'k:',
  '- k:',
  '- # c',
  '|',
  '- k: [a,',
  'b]',
  '- k: "a',
  '%YAML 1.2',
  '- ? [a',
  '? |',
  ': - b',
  '"k": 1',
  '- "k": 1',
  '',
  '',
];

function soup(r: Random): string {
  let text = r.chance(0.9) ? r.pick(['kind: r\nitems:\n', 'kind: r\nitems:\n', 'a: &a 1\nitems:\n']) : '';
  for (let count = 2 + r.below(9); count > 0; count--) {
    text += `${' '.repeat(r.pick([0, 0, 1, 2, 2, 2, 3, 4, 4, 6]))}${r.pick(LINES)}\n`;
  }
  return r.chance(0.1) ? `${text}tail: 1\n` : text;
}

/** The three generators by name. */
export const generators = { grammar: register, mutated, soup } as const;
export type GeneratorName = keyof typeof generators;

// Whatever the text, it reads back as itself wherever it is put.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../src/core/syntax/parse';
import { isPlain, literalBlock, plainOrQuoted } from '../../../src/core/syntax/quote';
import type { Node } from '../../../src/core/syntax/tree';

const BITS = [
  'a',
  ' ',
  ':',
  '#',
  '-',
  '"',
  "'",
  '\\',
  '\n',
  '\t',
  ',',
  '[',
  '}',
  '{',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '?',
  '~',
  '0',
  '1',
  '.',
  'e',
  '\u3000',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\ud800',
  '中',
  '<<',
];
const WORDS = [
  'null',
  'true',
  'False',
  '0x1f',
  '0o7',
  '+1',
  '.5',
  '1e3',
  '-.INF',
  '.nan',
  '---',
  '...',
  '--- a',
  'a: b',
  '- ',
  '?',
  '= ',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...BITS), { maxLength: 8 }).map((bits) => bits.join('')),
  fc.constantFrom(...WORDS),
);

function onlyPair(text: string): readonly [key: Node, value: Node] {
  const { root, problems } = parse(text);
  const pair = root?.kind === 'mapping' ? root.pairs[0] : undefined;
  if (!pair || problems.some(({ code }) => code === 'LF001')) assert.fail(text);
  return [pair.key, pair.value];
}

const reads = (node: Node | undefined, text: string): void => {
  assert.deepEqual(node?.kind === 'scalar' ? [node.text, node.value] : node, [text, text]);
};

describe('a quoted text', () => {
  it('reads back as itself as a value, in brackets, as a key and as a block', () => {
    const property = fc.property(texts, fc.constantFrom('plain', 'single', 'double'), (text, prefer) => {
      reads(onlyPair(`k: ${plainOrQuoted(text, 'block', prefer)} # c\n`)[1], text);
      const [, list] = onlyPair(`k: [${plainOrQuoted(text, 'flow', prefer)}, 2]\n`);
      reads(list.kind === 'sequence' ? list.items[0] : list, text);
      const [key] = onlyPair(`${plainOrQuoted(text, 'key', prefer)}: 1\n`);
      assert.equal(key.kind === 'scalar' && key.text, text);
      const block = literalBlock(text, '    ');
      if (block !== undefined) reads(onlyPair(`k: ${block}\nl: 1\n`)[1], text);
    });
    fc.assert(property, { seed: 1, numRuns: 5_000 });
  });

  it('goes without quotes where it can', () => {
    for (const text of [
      'li.wei',
      'R-001',
      '负责人：李伟',
      'a b',
      "it's",
      'http://a:1',
      '2026-12-01',
      '1.2.3',
      'a,b',
      'x#y',
    ]) {
      assert.equal(isPlain(text, 'block'), true, text);
    }
    assert.equal(plainOrQuoted('C:\\Users', 'block'), 'C:\\Users');
    assert.equal(plainOrQuoted('- "x"', 'block'), `'- "x"'`);
  });
});

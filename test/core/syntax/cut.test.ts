// Law of the second cut: after an edit, a register is cut as it would be for the first time, and what is called the same
// as before is the same, to the letter.
import assert from 'node:assert/strict';
import { sharedBy } from '../../../src/core/base/text';
import { type Cut, cut, ITEM_LIMIT, type Uncut } from '../../../src/core/syntax/cut';
import { generators } from '../../fuzz/damage';
import { type Random, random } from '../../fuzz/random';

const LINES = [
  '  - id: R-1\n',
  '  - id: R-2\n',
  '  -\n',
  '- id: R-3\n',
  '    title: 中文\n',
  '      - deep\n',
  '    # inside\n',
  '  # above\n',
  '# at the margin\n',
  '\n',
  ' \t\n',
  '...\n',
  'title: after\n',
  'items:\n',
  '---\n',
  '  text\n',
] as const;
const PIECES = [...LINES, 'x', '-', ' ', '\n', '#', '', '', '\r', '\uFEFF', ':'];
const RUNS = 3_000;

function registerOf(r: Random): string {
  if (r.chance(0.2)) return generators.grammar(r);
  const items = Array.from({ length: 1 + r.below(12) }, (_, k) => {
    const above = r.chance(0.3) ? r.pick(['  # above\n', '\n', '# at the margin\n', '    # inside\n']) : '';
    return `${above}  - id: R-${k}\n${r.chance(0.6) ? '    title: 中文\n' : ''}`;
  });
  const wild = r.chance(0.3) ? r.pick(LINES) : '';
  return `kind: risks\nitems:\n${items.join('')}${wild}${r.chance(0.2) ? 'title: after\n' : ''}`;
}

function edited(r: Random, text: string): string {
  const at = r.below(text.length + 1);
  const from = r.chance(0.6) ? text.lastIndexOf('\n', at) + 1 : at;
  const far = r.chance(0.8) ? r.below(12) : r.below(text.length);
  return text.slice(0, from) + r.pick(PIECES) + text.slice(from + (r.chance(0.5) ? 0 : far));
}

const textsOf = (text: string, { slices }: Cut): readonly string[] =>
  slices.map(({ start, end }) => text.slice(start, end));
const afresh = (text: string): Cut | Uncut => cut(text);
const apart = (found: Cut | Uncut): unknown => (typeof found === 'string' ? found : { ...found, front: 0, back: 0 });

describe('cutting a register again', () => {
  it('cuts as for the first time, whatever was edited', () => {
    let taken = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const r = random(seed);
      let text = registerOf(r);
      let last = afresh(text);
      for (let step = 0; step < 6; step++) {
        const next = edited(r, text);
        const before =
          typeof last === 'string' ? undefined : { cut: last, length: text.length, shared: sharedBy(next, text) };
        const again = cut(next, before);
        const about = `seed ${seed}, step ${step}: ${JSON.stringify([text, next])}`;
        assert.deepEqual(apart(again), apart(afresh(next)), about);
        if (before && typeof again !== 'string') {
          const [then, now] = [textsOf(text, before.cut), textsOf(next, again)];
          const { front, back } = again;
          taken += front + back;
          assert.ok(front + back <= Math.min(then.length, now.length), about);
          assert.deepEqual(now.slice(0, front), then.slice(0, front), about);
          assert.deepEqual(now.slice(now.length - back), then.slice(then.length - back), about);
        }
        [text, last] = [next, again];
      }
    }
    assert.ok(taken > 10 * RUNS, `${taken} taken over`);
  });

  it('counts to the limit as for the first time', () => {
    const many = `items:\n${'- a\n'.repeat(ITEM_LIMIT)}`;
    const first = cut(many);
    assert(typeof first !== 'string');
    const more = `${many.slice(0, 40)}\n- b${many.slice(40)}`;
    const again = cut(more, { cut: first, length: many.length, shared: sharedBy(more, many) });
    assert.deepEqual(apart(again), apart(afresh(more)));
    assert(typeof again !== 'string' && again.overflow !== undefined);
    assert.deepEqual(apart(cut(many, { cut: again, length: more.length, shared: sharedBy(many, more) })), apart(first));
  });
});

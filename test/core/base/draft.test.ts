// A draft is the text that its edits make, and says in which stretch it differs from the one before.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Draft } from '../../../src/core/base/draft';
import { lineStarts } from '../../../src/core/base/span';

const edit = fc.record({ at: fc.nat(40), drop: fc.nat(6), text: fc.constantFrom('', 'a', '落地', '\n', 'abc') });

describe('a draft', () => {
  it('is the text after its edits, one after the other', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 90 }),
        (text, all) => {
          let [draft, now] = [Draft.of(text), text];
          for (const edits of all) {
            const before = now;
            const replacements = edits.map(({ at, drop, text: put }) => {
              const start = Math.min(at, now.length);
              const end = Math.min(start + drop, now.length);
              now = now.slice(0, start) + put + now.slice(end);
              return { start, end, text: put };
            });
            const { mark } = draft;
            draft = draft.edited(replacements);
            assert.equal(draft.length, now.length);
            assert.equal(draft.slice(0, Infinity), now);
            assert.equal(draft.slice(3, 9), now.slice(3, 9));
            // Now and then nobody asks for the lines before the next edit.
            if (now.length % 3) assert.deepEqual(Array.from(draft.lineStarts()), lineStarts(now));
            if (!draft.step) continue;
            const { start, end, length } = draft.step;
            assert.equal(draft.step.before, mark);
            assert.equal(before.slice(0, start) + now.slice(start, start + length) + before.slice(end), now);
          }
          assert.equal(draft.text(), now);
        },
      ),
      { numRuns: 1000, seed: 20261122 },
    );
  });
});

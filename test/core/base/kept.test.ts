// What is read of a list stays the same value while that does, however the list was made anew.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gist } from '../../../src/core/base/kept';

interface One {
  readonly id: number;
  readonly more: string;
}

describe('a gist', () => {
  it('is the same exactly as long as what is read is', () => {
    const list = fc.array(fc.record({ id: fc.nat(3), more: fc.constantFrom('a', 'b') }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 6 }), (lists) => {
        const of = gist(({ id }: One) => id);
        let [last, was] = [of(lists[0] ?? []), lists[0] ?? []];
        for (const now of lists.slice(1)) {
          const made = of(now);
          assert.equal(
            made === last,
            JSON.stringify(now.map(({ id }) => id)) === JSON.stringify(was.map(({ id }) => id)),
          );
          assert.equal(of(now), made);
          [last, was] = [made, now];
        }
      }),
      { numRuns: 1000, seed: 20261116 },
    );
  });
});

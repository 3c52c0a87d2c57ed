// What is read of a list stays the same value while that does, however the list was made anew; what is said along it is said
// of the elements that came.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { along, gist } from '../../../src/core/base/kept';
import { finish } from '../../../src/core/base/work';

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

describe('along a list', () => {
  it('says what all elements say, in their order, and asks those alone that came', () => {
    const elements = Array.from({ length: 12 }, (_, id) => ({
      id,
      said: Array.from({ length: id % 3 }, (_, i) => `${id}.${i}`),
    }));
    const list = fc.array(fc.constantFrom(...elements), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 6 }), (lists) => {
        const asked: number[] = [];
        const told = along(({ id, said }: (typeof elements)[number], context: number[]): readonly string[] => {
          context.push(id);
          return said;
        });
        for (const now of lists) {
          assert.deepEqual(
            finish(told(now, asked)),
            now.flatMap(({ said }) => said),
          );
          asked.length = 0;
          assert.deepEqual(
            finish(told([...now], asked)),
            now.flatMap(({ said }) => said),
            'again',
          );
          assert.deepEqual(asked, [], 'nothing came');
        }
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });
});

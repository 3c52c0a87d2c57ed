// Law of the layered map: whatever is set and removed, it answers as the engine's own map does, and every earlier version
// stays as it was.
import assert from 'node:assert/strict';
import { Layers } from '../../../src/core/base/layers';
import { finish } from '../../../src/core/base/work';
import { random } from '../../fuzz/random';

const sorted = (entries: Iterable<readonly [string, number]>): readonly (readonly [string, number])[] =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

describe('a map in layers', () => {
  it('answers as a plain map does, now and of any time before', () => {
    for (let seed = 0; seed < 1_000; seed++) {
      const r = random(seed);
      const keys = 1 + r.below(400);
      let layers = Layers.empty as Layers<number>;
      const plain = new Map<string, number>();
      const versions: { readonly layers: Layers<number>; readonly entries: ReturnType<typeof sorted> }[] = [];
      for (let step = 0; step < 12; step++) {
        const entries = Array.from({ length: r.below(r.pick([4, 40, 300])) }, () => {
          const key = `k${r.below(keys)}`;
          return [key, r.chance(0.3) ? undefined : r.below(1_000)] as const;
        });
        for (const [key, value] of entries)
          if (value === undefined) plain.delete(key);
          else plain.set(key, value);
        layers = finish(layers.with(entries));
        versions.push({ layers, entries: sorted(plain) });
      }
      for (const { layers: then, entries } of versions) {
        assert.deepEqual(sorted(then.entries()), entries, `seed ${seed}`);
        assert.equal(then.size, entries.length);
        const known = new Map(entries);
        for (let k = 0; k < keys; k++) assert.equal(then.get(`k${k}`), known.get(`k${k}`));
      }
    }
  });

  it('makes lists of what is put under one key', () => {
    const lists = finish(
      Layers.lists<number>(function* (put) {
        for (const n of [1, 1, 2, 3, 4, 5, 7, 7]) put(n % 2 ? 'odd' : 'even', n);
        yield;
      }),
    );
    assert.deepEqual(
      [lists.get('odd'), lists.get('even'), lists.get('none'), lists.size],
      [[1, 3, 5, 7], [2, 4], undefined, 2],
    );
  });

  it('takes a list of one that there is, and leaves it as it was', () => {
    const one = ['a'];
    const lists = finish(
      Layers.lists<string>(
        function* (put) {
          put('only', 'a');
          for (const text of ['a', 'b', 'c']) put('more', text);
          yield;
        },
        () => one,
      ),
    );
    assert.equal(lists.get('only'), one);
    assert.deepEqual([one, lists.get('more')], [['a'], ['a', 'b', 'c']]);
  });
});

// The cycles of a relation, held to their definition on random graphs.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cycles } from '../../../src/core/base/graph';
import { finish } from '../../../src/core/base/work';

const graphs = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 25 }).map((pairs) => {
  const edges = new Map<number, number[]>();
  for (const [from, to] of pairs) edges.set(from, [...(edges.get(from) ?? []), to]);
  return edges;
});

/** Every node that can be reached by one edge or more. */
function reached(edges: ReadonlyMap<number, readonly number[]>, start: number): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of edges.get(at) ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}

describe('cycles', () => {
  it('are ways round, one for each group of nodes that lead to each other', () => {
    const property = fc.property(graphs, (edges) => {
      const circles = finish(cycles(edges));
      const found = circles.map(({ way }) => way);
      for (const { way, members } of circles) {
        assert.equal(way[0], members[0]);
        way.forEach((node, i) => assert.ok(edges.get(node)?.includes(way[(i + 1) % way.length] as number)));
      }
      const looping = [...edges.keys()].filter((node) => reached(edges, node).has(node));
      for (const node of looping) {
        const together = found.filter(([first]) => first === node || reached(edges, node).has(first as number));
        assert.equal(together.filter(([first]) => reached(edges, first as number).has(node)).length, 1);
      }
      assert.equal(found.length > 0, looping.length > 0);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('are the same whatever leads to them', () => {
    const ring = [
      [1, [2]],
      [2, [3]],
      [3, [1]],
    ] as const;
    const alone = finish(cycles(new Map<number, readonly number[]>(ring)));
    assert.deepEqual(finish(cycles(new Map<number, readonly number[]>([[0, [3]], ...ring]))), alone);
    assert.deepEqual(alone, [{ members: [1, 2, 3], way: [1, 2, 3] }]);
  });

  it('are found at any depth', () => {
    const chain = new Map(Array.from({ length: 200_000 }, (_, i) => [i, [i + 1]]));
    assert.deepEqual(finish(cycles(chain)), []);
    chain.set(200_000, [199_999]);
    assert.deepEqual(finish(cycles(chain)), [{ members: [199_999, 200_000], way: [199_999, 200_000] }]);
  });
});

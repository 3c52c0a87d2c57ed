// Worked examples of the critical path method as textbooks print them: dates and float of every activity. Their units
// (weeks, days) are working days here.
import assert from 'node:assert/strict';
import { planFrom, since } from './plans';

interface Example {
  readonly source: string;
  readonly length: number;
  readonly critical: string;
  /** Activity, duration, predecessors; early and late start, total float, as printed. */
  readonly rows: readonly (readonly [
    id: string,
    duration: number,
    after: string,
    es: number,
    ls: number,
    float: number,
  ])[];
}

const examples: readonly Example[] = [
  {
    source:
      'Hillier, Lieberman: Introduction to Operations Research, ch. "Project management with PERT/CPM", Reliable Construction Co.',
    length: 44,
    critical: 'A B C E F J L N',
    rows: [
      ['A', 2, '', 0, 0, 0],
      ['B', 4, 'A', 2, 2, 0],
      ['C', 10, 'B', 6, 6, 0],
      ['D', 6, 'C', 16, 20, 4],
      ['E', 4, 'C', 16, 16, 0],
      ['F', 5, 'E', 20, 20, 0],
      ['G', 7, 'D', 22, 26, 4],
      ['H', 9, 'E G', 29, 33, 4],
      ['I', 7, 'C', 16, 18, 2],
      ['J', 8, 'F I', 25, 25, 0],
      ['K', 4, 'J', 33, 34, 1],
      ['L', 5, 'J', 33, 33, 0],
      ['M', 2, 'H', 38, 42, 4],
      ['N', 6, 'K L', 38, 38, 0],
    ],
  },
  {
    source: 'Heizer, Render: Operations Management, ch. "Project management", Milwaukee Paper Manufacturing',
    length: 15,
    critical: 'A C E G H',
    rows: [
      ['A', 2, '', 0, 0, 0],
      ['B', 3, '', 0, 1, 1],
      ['C', 2, 'A', 2, 2, 0],
      ['D', 4, 'A B', 3, 4, 1],
      ['E', 4, 'C', 4, 4, 0],
      ['F', 3, 'C', 4, 10, 6],
      ['G', 5, 'D E', 8, 8, 0],
      ['H', 2, 'F G', 13, 13, 0],
    ],
  },
  {
    source: 'Anderson, Sweeney, Williams: An Introduction to Management Science, Western Hills Shopping Center',
    length: 26,
    critical: 'A E F G I',
    rows: [
      ['A', 5, '', 0, 0, 0],
      ['B', 6, '', 0, 6, 6],
      ['C', 4, 'A', 5, 8, 3],
      ['D', 3, 'A', 5, 7, 2],
      ['E', 1, 'A', 5, 5, 0],
      ['F', 4, 'E', 6, 6, 0],
      ['G', 14, 'D F', 10, 10, 0],
      ['H', 12, 'B C', 9, 12, 3],
      ['I', 2, 'G H', 24, 24, 0],
    ],
  },
  {
    source: 'Gray, Larson: Project Management, ch. "Developing a network plan", Koll Business Center',
    length: 235,
    critical: 'A B F G H',
    rows: [
      ['A', 5, '', 0, 0, 0],
      ['B', 15, 'A', 5, 5, 0],
      ['C', 10, 'A', 5, 10, 5],
      ['D', 5, 'A', 5, 15, 10],
      ['E', 15, 'B C', 20, 185, 165],
      ['F', 10, 'B C D', 20, 20, 0],
      ['G', 170, 'F', 30, 30, 0],
      ['H', 35, 'E G', 200, 200, 0],
    ],
  },
  {
    source: 'H. Taha: Operations Research, CPM computations, the project of nodes 1 to 6 (activities by their nodes)',
    length: 25,
    critical: '12 24 56',
    rows: [
      ['12', 5, '', 0, 0, 0],
      ['13', 6, '', 0, 5, 5],
      ['23', 3, '12', 5, 8, 3],
      ['24', 8, '12', 5, 5, 0],
      ['35', 2, '13 23', 8, 11, 3],
      ['36', 11, '13 23', 8, 14, 6],
      ['46', 1, '24', 13, 24, 11],
      ['56', 12, '24 35', 13, 13, 0],
    ],
  },
];

const write = ([id, duration, after]: Example['rows'][number]): string =>
  `id: T-${id}, duration: ${duration}d${
    after
      ? `, after: [${after
          .split(' ')
          .map((one) => `T-${one}`)
          .join(', ')}]`
      : ''
  }`;

describe('the critical path method', () => {
  for (const { source, length, critical, rows } of examples) {
    it(`agrees with ${source}`, () => {
      const { plan, task } = planFrom(rows.map(write));
      assert.deepEqual(
        rows.map(([id]) => {
          const { start, lateStart, totalFloat } = task(`T-${id}`);
          return [id, since(plan, start), since(plan, lateStart), totalFloat];
        }),
        rows.map(([id, , , es, ls, float]) => [id, es, ls, float]),
      );
      assert.equal(
        plan.tasks
          .filter((one) => one.critical)
          .map((one) => one.task.id.slice(2))
          .join(' '),
        critical,
      );
      assert.equal(Math.max(...plan.tasks.map(({ finish }) => since(plan, finish))), length);
    });
  }

  it('agrees with the example of three-point estimates in Wikipedia, "Program evaluation and review technique"', () => {
    const rows = [
      ['a', [2, 4, 6], ''],
      ['b', [3, 5, 9], ''],
      ['c', [4, 5, 7], 'a'],
      ['d', [4, 6, 10], 'a'],
      ['e', [4, 5, 7], 'b c'],
      ['f', [3, 4, 8], 'd'],
      ['g', [3, 5, 8], 'e'],
    ] as const;
    const { plan, task } = planFrom(
      rows.map(
        ([id, [o, m, p], after]) =>
          `id: ${id}, estimate: { optimistic: ${o}d, likely: ${m}d, pessimistic: ${p}d }, after: [${after.replace(' ', ', ')}]`,
      ),
    );
    // Early start, early finish, late start, late finish, slack as the page prints them.
    const printed = {
      a: [0, 4, 0, 4, 0],
      b: [0, 5.33, 3.84, 9.17, 3.84],
      c: [4, 9.17, 4, 9.17, 0],
      d: [4, 10.33, 8.68, 15.01, 4.68],
      e: [9.17, 14.34, 9.17, 14.34, 0],
      f: [10.33, 14.83, 15.01, 19.51, 4.68],
      g: [14.34, 19.51, 14.34, 19.51, 0],
    } as const;
    for (const [id, wanted] of Object.entries(printed)) {
      const { start, finish, lateStart, lateFinish, totalFloat } = task(id);
      const found = [
        ...[start, finish, lateStart, lateFinish].map((one) => since(plan, one)),
        totalFloat ?? Number.NaN,
      ];
      // The page adds up durations that it had rounded to hundredths.
      for (const [at, one] of found.entries()) assert.ok(Math.abs(one - (wanted[at] ?? 0)) < 0.02, `${id} ${found}`);
    }
  });
});

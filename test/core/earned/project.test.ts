// Earned value of a project: against what its baseline fixed, with the progress and the costs of today.
import assert from 'node:assert/strict';
import { toNumber, zero } from '../../../src/core/base/decimal';
import { earnedOf, type EarnedDimension } from '../../../src/core/earned/project';
import { tell } from '../../../src/core/messages/message';
import { known } from '../../../src/core/project/known';
import type { Past } from '../../../src/core/project/past';
import { filesIn, projectOf, worldAt } from '../support';

const BASE = `
#- landfall.yaml
landfall: 1
name: T
start: 2026-03-02
status_date: 2026-03-06
phases: [{ id: build, title: Build }, { id: test, title: Test }]
#- baselines.yaml
kind: baselines
items: [{ id: BL-1, title: Contract, type: contract, tag: b1, commit: abc, date: 2026-03-01, scope: [tasks] }]
#- costs.yaml
kind: costs
items:
  - { id: C-1, title: Licences, date: 2026-03-03, amount: 300.10, task: A }
  - { id: C-2, title: Travel, date: 2026-03-04, amount: 50 }
`;
const THEN = `
#- tasks.yaml
kind: tasks
items:
  - { id: S, title: Work, phase: build }
  - { id: A, title: A, parent: S, start: 2026-03-02, duration: 4d, budget: 400 }
  - { id: B, title: B, parent: S, duration: 4d, after: [A], budget: 800 }
  - { id: C, title: C, phase: test, duration: 2d, after: [B], budget: 100 }
`;
const NOW = THEN.replace(
  'duration: 4d, budget: 400',
  'duration: 4d, budget: 999, actual_start: 2026-03-02, percent: 75',
)
  .replace('after: [A], budget: 800', 'after: [A], budget: 800, percent: 10, actual_start: 2026-03-06')
  .replace('id: C, title: C', 'id: C2, title: C, formerly: [C]');

const text = (...parts: readonly string[]): string => parts.map((one) => one.replace(/^\n/, '')).join('');

function ask(now: string, by: EarnedDimension = 'phase', past: Past | null = pastOf()) {
  const world = worldAt(projectOf(filesIn(text(BASE, now))), '2026-03-06');
  return earnedOf(past ? { ...world, past: known(past) } : world, by);
}

const pastOf = (): Past => ({
  tags: new Map([
    [
      'b1',
      {
        commit: 'abcdef',
        annotated: true,
        ancestor: known(true),
        project: known(projectOf(filesIn(text(BASE, THEN)))),
      },
    ],
  ]),
  changes: known(new Map()),
});

describe('earned value of a project', () => {
  it('takes budget and dates from the baseline, progress from now', () => {
    const found = ask(NOW);
    assert.ok(!('why' in found));
    const { total, rows, apart, schedule } = found;
    // A: 400, all planned by Thursday; B: 800, one day of four.
    assert.deepEqual([total.bac, total.pv, total.ev].map(toNumber), [1300, 400 + 200, 300 + 80]);
    assert.deepEqual([toNumber(total.ac ?? zero), toNumber(apart)], [300.1, 50]);
    assert.deepEqual(
      rows.map((row) => [row.id, toNumber(row.bac), toNumber(row.ac ?? zero)]),
      [
        ['build', 1200, 300.1],
        ['test', 100, 0],
      ],
    );
    // 380 were to be earned after 3.8 of 5 days.
    assert.deepEqual([schedule?.earned.toFixed(2), schedule?.actual], ['3.80', 5]);
  });

  it('counts by branch and by wave', () => {
    const branch = ask(NOW, 'branch');
    assert.ok(!('why' in branch));
    assert.deepEqual(
      branch.rows.map(({ id }) => id),
      ['S', 'C2'],
    );
    const wave = ask(NOW, 'wave');
    assert.ok(!('why' in wave));
    assert.deepEqual(
      wave.rows.map(({ id }) => id),
      [undefined],
    );
  });

  it('says why there is none', () => {
    const why = (found: ReturnType<typeof ask>): string => ('why' in found ? tell(found.why, 'en') : '');
    assert.match(why(ask(NOW, 'phase', null)), /no repository|in git/);
    assert.match(
      why(ask(NOW, 'phase', { tags: new Map(), changes: known(new Map()) })),
      /No `contract` or `current` baseline/,
    );
  });
});

// Tasks moved by hand: minimal edits of typed dates, landing on working days; and why a task is not moved.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayNumber, dayText } from '../../../src/core/base/days';
import { finish } from '../../../src/core/base/work';
import { moveTask, type Shift } from '../../../src/core/features/move-task';
import { tell } from '../../../src/core/messages/message';
import { lookUp } from '../../../src/core/project/project';
import { planOf } from '../../../src/core/schedule/plan';
import { applyEdits } from '../../../src/core/syntax/edit';
import { whatFollows } from '../../../src/core/views/what-follows';
import { filesIn, projectOf, worldAt } from '../support';

const HEAD = `
#- landfall.yaml
landfall: 1
name: T
start: 2026-03-02
status_date: 2026-03-04
phases: [{ id: build, title: Build }]
#- gates.yaml
kind: gates
items: [{ id: G-1, title: Built, phase: build, due: 2026-03-20, criteria: [{ text: x }] }]
#- tasks.yaml
kind: tasks
items:
`;
const REST = `  - { id: S, title: Sum, phase: build }
  - { id: N, title: Next, parent: S, duration: 2d, after: [A] }
  - { id: M, title: Done with it, milestone: true, after: [N] }
`;

const LINE = 'kind: tasks\nitems:\n  - ';

/** What becomes of the first task's line, or why nothing does. */
function move(task: string, shift: Shift): string {
  const project = projectOf(filesIn(`${HEAD}  - ${task}\n${REST}`));
  const world = worldAt(project, '2026-03-04');
  const id = /id: (\w+)/.exec(task)?.[1] ?? '';
  const found = finish(moveTask(world, lookUp(project, 'tasks', id) ?? assert.fail(), shift));
  if (!found.ok) return tell(found.error, 'en');
  const text = applyEdits(project.files.get(found.value.path)?.text ?? '', found.value.edits);
  const [before, after] = [text.indexOf(LINE) + LINE.length, text.indexOf(REST)];
  assert.ok(before >= LINE.length && text.slice(after).trimEnd() === REST.trimEnd(), 'nothing else is touched');
  return text.slice(before, after).trimEnd();
}
const to = (how: Shift['how'], day: string): Shift => ({ how, to: dayNumber(day) ?? assert.fail() });

describe('a task moved by hand', () => {
  it('keeps its working days, and lands on working days', () => {
    const task = '{ id: A, title: A, parent: S, start: 2026-03-09, finish: 2026-03-11, duration: 3d } # why';
    assert.equal(
      move(task, to('move', '2026-03-12')),
      '{ id: A, title: A, parent: S, start: 2026-03-12, finish: 2026-03-16, duration: 3d } # why',
    );
    // Dropped on a Saturday it begins on Monday.
    assert.equal(
      move(task, to('move', '2026-03-14')),
      '{ id: A, title: A, parent: S, start: 2026-03-16, finish: 2026-03-18, duration: 3d } # why',
    );
    assert.equal(
      move(task, { how: 'move', by: -1 }),
      '{ id: A, title: A, parent: S, start: 2026-03-06, finish: 2026-03-10, duration: 3d } # why',
    );
  });

  it('changes only what is typed: one date, or a duration', () => {
    assert.equal(
      move('{ id: A, title: A, parent: S, start: 2026-03-09, duration: 3d }', { how: 'move', by: 1 }),
      '{ id: A, title: A, parent: S, start: 2026-03-10, duration: 3d }',
    );
    assert.equal(
      move('{ id: A, title: A, parent: S, finish: 2026-03-11, duration: 3d }', { how: 'move', by: 1 }),
      '{ id: A, title: A, parent: S, finish: 2026-03-12, duration: 3d }',
    );
    assert.equal(
      move('{ id: A, title: A, parent: S, duration: 3d }', to('move', '2026-03-10')),
      '{ id: A, title: A, parent: S, duration: 3d, start: 2026-03-10 }',
    );
    assert.equal(
      move('{ id: A, title: A, parent: S, start: 2026-03-09T09:00, duration: 1d }', { how: 'move', by: 1 }),
      '{ id: A, title: A, parent: S, start: 2026-03-10T09:00, duration: 1d }',
    );
  });

  it('is resized by its duration, its typed finish, or what remains', () => {
    assert.equal(
      move(
        '{ id: A, title: A, parent: S, start: 2026-03-09, finish: 2026-03-11, duration: 3d }',
        to('resize', '2026-03-15'),
      ),
      '{ id: A, title: A, parent: S, start: 2026-03-09, finish: 2026-03-13, duration: 5d }',
    );
    assert.equal(
      move('{ id: A, title: A, parent: S, start: 2026-03-09, finish: 2026-03-11 }', { how: 'resize', by: -1 }),
      '{ id: A, title: A, parent: S, start: 2026-03-09, finish: 2026-03-10 }',
    );
    assert.equal(
      move('{ id: A, title: A, parent: S, start: 2026-03-09, effort: 3d }', { how: 'resize', by: 1 }),
      '{ id: A, title: A, parent: S, start: 2026-03-09, effort: 3d, duration: 4d }',
    );
    assert.equal(
      move('{ id: A, title: A, parent: S, duration: 4d, actual_start: 2026-03-02, percent: 50 }', {
        how: 'resize',
        by: 1,
      }),
      '{ id: A, title: A, parent: S, duration: 4d, actual_start: 2026-03-02, percent: 50, remaining: 3d }',
    );
  });

  it('stays where it is with the reason', () => {
    for (const [task, shift, why] of [
      [
        '{ id: A, title: A, duration: 1d, after: [B] }\n  - { id: B, title: B, duration: 1d }',
        { how: 'move', by: 1 },
        /^A begins when what it waits for lets it \(.*\)\. Change/,
      ],
      [
        '{ id: A, title: A, percent: 100, actual_start: 2026-03-02, actual_finish: 2026-03-03 }',
        { how: 'resize', by: 1 },
        /^A is done/,
      ],
      ['{ id: A, title: A, duration: 4d, actual_start: 2026-03-02 }', { how: 'move', by: 1 }, /^A has begun/],
      ['{ id: A, title: A, milestone: true, start: 2026-03-09 }', { how: 'resize', by: 1 }, /^A is a milestone/],
      [
        '{ id: A, title: A, start: 2026-03-09, duration: 1d }',
        to('move', '2026-03-02'),
        /^A would not stand on 2026-03-02 but on 2026-03-05: not done by the status date\.$/,
      ],
      [
        '{ id: A, title: A, start: 2026-03-09, duration: 1d, constraint: { type: mso, date: 2026-03-10 } }',
        to('move', '2026-03-12'),
        /2026-03-10: constraint on the start/,
      ],
      ['{ id: A, title: A, start: 2026-03-09, duration: 1d }', to('move', '2026-03-08'), /already/],
      ['{ id: A, title: A, start: 2026-03-09, duration: 1d }', { how: 'resize', by: -1 }, /already|left/],
    ] as const)
      assert.match(move(task, shift), why);
    const project = projectOf(filesIn(`${HEAD}  - { id: A, title: A }\n${REST}`));
    const found = finish(
      moveTask(worldAt(project, '2026-03-04'), lookUp(project, 'tasks', 'S') ?? assert.fail(), { how: 'move', by: 1 }),
    );
    assert.ok(!found.ok && tell(found.error, 'en').startsWith('S sums up other tasks'));
  });

  it('stands where it was put, or is not moved at all', () => {
    const day = fc.integer({ min: -20, max: 90 }).map((by) => (dayNumber('2026-03-02') ?? 0) + by);
    const how = fc.constantFrom('move', 'resize');
    const shape = fc.constantFrom(
      'start: 2026-03-09, duration: 3d',
      'start: 2026-03-07, finish: 2026-03-12',
      'finish: 2026-03-12, duration: 2.5d',
      'start: 2026-03-09, duration: 10cd',
      'duration: 2w, percent: 30, actual_start: 2026-03-03',
      'start: 2026-03-09, milestone: true',
    );
    fc.assert(
      fc.property(shape, how, day, (fields, way, at) => {
        const project = projectOf(filesIn(`${HEAD}  - { id: A, title: A, parent: S, ${fields} }\n${REST}`));
        const world = worldAt(project, '2026-03-04');
        const found = finish(moveTask(world, lookUp(project, 'tasks', 'A') ?? assert.fail(), { how: way, to: at }));
        if (!found.ok) return;
        const { next, after, before } = found.value;
        const now = after.of(lookUp(next.project, 'tasks', 'A') ?? assert.fail());
        assert.ok(now);
        const lands = way === 'move' ? now.firstDay : now.lastDay;
        assert.ok(
          Math.abs(lands - at) <= 3 || (way === 'resize' && at < now.firstDay),
          `${dayText(lands)} for ${dayText(at)}`,
        );
        assert.ok(whatFollows(next.project, before, after).some(({ key }) => key === 'tasks/A'));
      }),
      { numRuns: 1000, seed: 11 },
    );
  });

  it('brings about what moves behind it, up to the gate and the finish', () => {
    const project = projectOf(
      filesIn(`${HEAD}  - { id: A, title: A, parent: S, start: 2026-03-09, duration: 3d }\n${REST}`),
    );
    const found = finish(
      moveTask(
        worldAt(project, '2026-03-04'),
        lookUp(project, 'tasks', 'A') ?? assert.fail(),
        to('move', '2026-03-19'),
      ),
    );
    assert.ok(found.ok);
    const { next, before, after } = found.value;
    assert.deepEqual(
      whatFollows(next.project, before, after).map((one) =>
        [one.kind, one.name, one.before, one.after, one.late].join(' | '),
      ),
      [
        'task | A | 2026-03-09 → 2026-03-11 | 2026-03-19 → 2026-03-23 | true',
        'task | N Next | 2026-03-12 → 2026-03-13 | 2026-03-24 → 2026-03-25 | true',
        'task | M Done with it | 2026-03-13 | 2026-03-25 | false',
        'gate | G-1 Built | 2026-03-13 | 2026-03-25 | true',
        'finish |  | 2026-03-13 | 2026-03-25 | false',
      ],
    );
    assert.equal(planOf(next).finish, after.finish);
  });
});

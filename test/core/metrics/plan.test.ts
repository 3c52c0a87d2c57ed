// Metrics of the plan and of the cutover, worked out by hand. 2026-03-02 is a Monday.
import assert from 'node:assert/strict';
import { shown as shownIn } from './shown';

function shown(text: string, tasks: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const files = {
    'landfall.yaml': 'landfall: 1\nname: T\nstart: 2026-03-02\nstatus_date: 2026-03-06\n',
    'tasks.yaml': `kind: tasks\nitems:\n${tasks.map((one) => `  - { title: T, ${one} }\n`).join('')}`,
    ...more,
  };
  return shownIn(text, files, '2026-03-06');
}

const TASKS = [
  'id: S, wave: W1',
  'id: A, parent: S, duration: 4d, actual_start: 2026-03-02, actual_finish: 2026-03-05, finish: 2026-03-05',
  'id: B, parent: S, duration: 6d, percent: 50, actual_start: 2026-03-05, finish: 2026-03-06',
  'id: C, duration: 10d, after: [B]',
  'id: M, milestone: true, start: 2026-03-04, actual_finish: 2026-03-05',
  'id: N, milestone: true, start: 2026-03-05, actual_finish: 2026-03-05',
];
const waves = {
  'waves.yaml':
    'kind: waves\nitems:\n  - { id: W1, title: One, go_live: 2026-05-01, window: { from: 2026-05-01T18:00:00Z, to: 2026-05-02T06:00:00Z } }\n',
};

describe('metrics of the plan', () => {
  it('measure by weight, else by effort, else by duration', () => {
    // (4 × 100 + 6 × 50 + 10 × 0) ÷ 20
    assert.equal(shown('plan.percent', TASKS), '35.0 %');
    const effort = TASKS.map((one) =>
      one.replace('id: A,', 'id: A, effort: 3d,').replace('id: B,', 'id: B, effort: 1d,'),
    );
    assert.equal(shown('plan.percent', effort), '87.5 %');
    const weight = effort.map((one) =>
      one.replace('id: C,', 'id: C, weight: 5,').replace('id: A,', 'id: A, weight: 5,'),
    );
    assert.equal(shown('plan.percent', weight), '50.0 %');
    assert.equal(shown('plan.percent{wave=W1}', TASKS, waves), '70.0 %');
  });

  it('count the way to the end, the float, what is late', () => {
    // B needs three more days, C ten: thirteen working days from the status date.
    assert.equal(shown('plan.critical-path', TASKS), '13.0 d');
    assert.equal(shown('plan.float', TASKS), '0.0 d');
    assert.equal(shown('plan.overdue', TASKS), '1');
    assert.equal(shown('plan.milestones-on-time', TASKS), '50.0 %');
  });

  it('are n/a where nothing feeds them', () => {
    assert.equal(shown('plan.percent', []), 'n/a: There is nothing to divide by.');
    assert.equal(shown('plan.critical-path', TASKS.slice(0, 2)), 'n/a: No task is open.');
    assert.equal(shown('plan.float', []), 'n/a: No task is open.');
    assert.equal(shown('plan.milestones-on-time', TASKS.slice(0, 3)), 'n/a: No milestone was due yet.');
    assert.equal(shown('plan.overdue', []), 'n/a: The register has no entries.');
  });
});

describe('metrics of the cutover', () => {
  const step = (text: string): string => `  - { title: S, wave: W1, performer: ann, verify: ok, ${text} }\n`;
  const steps = {
    ...waves,
    'steps.yaml': `kind: cutover-steps\nitems:\n${[
      step('id: A, start: T, duration: 2h, rollback_duration: 1h'),
      step(
        'id: B, after: [A], duration: 3h, rollback_duration: 2h, rehearsals: [{ date: 2026-03-01, ok: true, started: 2026-03-01T10:00:00Z, finished: 2026-03-01T13:45:00Z }]',
      ),
    ].join('')}`,
  };

  it('are hours of the next wave, and the way back', () => {
    assert.equal(shown('cutover.critical-path', [], steps), '5.0 h');
    assert.equal(shown('cutover.last-safe-no-go{wave=W1}', [], steps), '9.0 h');
    assert.equal(shown('cutover.rehearsal-variance', [], steps), '25.0 %');
  });

  it('are n/a without steps, a window, or times', () => {
    assert.equal(shown('cutover.critical-path', [], waves), 'n/a: No wave to come has cutover steps.');
    const bare = { ...steps, 'waves.yaml': 'kind: waves\nitems:\n  - { id: W1, title: One, go_live: 2026-05-01 }\n' };
    assert.equal(shown('cutover.last-safe-no-go', [], bare), 'n/a: The wave has no cutover window.');
    const untimed = { ...steps, 'steps.yaml': steps['steps.yaml'].replace(/, rehearsals: \[.*?\]/, '') };
    assert.equal(shown('cutover.rehearsal-variance', [], untimed), 'n/a: No rehearsal of a step has both its times.');
  });
});

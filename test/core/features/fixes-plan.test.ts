// Quick fixes of the plan and the runbook: computed dates, working days, durations, the step that follows another.
import assert from 'node:assert/strict';
import { offers } from './offered';

describe('quick fixes of the plan', () => {
  it('set computed dates, the next working day, the duration that dates have, the field of a summary', () => {
    const plan = (...tasks: readonly string[]): string =>
      `#- landfall.yaml\nlandfall: 1\nname: T\n#- tasks.yaml\nkind: tasks\nitems:\n${tasks.map((one) => `  - ${one}\n`).join('')}`;
    const first = '{ id: A, title: First, start: 2026-11-17, finish: 2026-11-18 }';
    assert.deepEqual(
      offers(plan(first, '{ id: B, title: T, after: [A], start: 2026-11-18, finish: 2026-11-18 }'), 'LF209')[0],
      'Set start to `2026-11-19`, finish to `2026-11-19`\n-  - { id: B, title: T, after: [A], start: 2026-11-18, finish: 2026-11-18 }\n+  - { id: B, title: T, after: [A], start: 2026-11-19, finish: 2026-11-19 }',
    );
    assert.deepEqual(
      offers(plan('{ id: B, title: T, start: 2026-11-20, finish: 2026-11-21 }'), 'LF210').map(
        (one) => one.split('\n')[0],
      ),
      ['Replace by `2026-11-23`', 'Replace by `2026-11-20`', 'Suppress LF210 here, with a reason'],
    );
    assert.deepEqual(
      offers(plan('{ id: B, title: T, start: 2026-11-19, finish: 2026-11-20, duration: 5d }'), 'LF213')[0]?.split(
        '\n',
      )[0],
      'Replace by `2d`',
    );
    assert.deepEqual(
      offers(
        plan('{ id: S, title: S, start: 2026-11-18 }', '{ id: B, title: T, parent: S, start: 2026-11-17 }'),
        'LF208',
      )[0],
      'In S, set start to `2026-11-17`\n-  - { id: S, title: S, start: 2026-11-18 }\n+  - { id: S, title: S, start: 2026-11-17 }',
    );
  });

  it('let a step follow what it waits for, or the backup perform it', () => {
    const wave =
      '#- landfall.yaml\nlandfall: 1\nname: T\n#- waves.yaml\nkind: waves\nitems:\n  - { id: W1, title: One, go_live: 2027-03-06, window: { from: 2027-03-06T18:00:00Z, to: 2027-03-06T22:00:00Z } }\n#- steps.yaml\nkind: cutover-steps\nitems:\n  - { id: C-1, title: A, wave: W1, start: T, duration: 90min, performer: ann }\n';
    assert.deepEqual(
      offers(`${wave}  - { id: C-2, title: B, wave: W1, start: T+1h, duration: 1h, after: [C-1] }\n`, 'LF804').slice(
        0,
        2,
      ),
      [
        'Replace by `T+90min`\n-  - { id: C-2, title: B, wave: W1, start: T+1h, duration: 1h, after: [C-1] }\n+  - { id: C-2, title: B, wave: W1, start: T+90min, duration: 1h, after: [C-1] }',
        'Remove it\n-  - { id: C-2, title: B, wave: W1, start: T+1h, duration: 1h, after: [C-1] }\n+  - { id: C-2, title: B, wave: W1, duration: 1h, after: [C-1] }',
      ],
    );
    assert.equal(
      offers(
        `${wave}  - { id: C-2, title: B, wave: W1, start: T+1h, duration: 1h, performer: ann, backup: bob }\n`,
        'LF803',
      )[0]?.split('\n')[0],
      'In C-2, set performer to `bob`',
    );
  });
});

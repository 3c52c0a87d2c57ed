// LF803 to LF805, LF810 and LF811: the runbook, the parallel run and what must be there before a wave goes live.
import { check } from '../support';

const people = `
#- landfall.yaml
landfall: 1
name: T
time_zone: UTC
#- people.yaml
kind: people
items:
  - { id: ann, title: Ann }
  - { id: bob, title: Bob }
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2027-03-06, window: { from: 2027-03-06T18:00:00Z, to: 2027-03-06T22:00:00Z } }
`;
const step = 'rollback: Back, verify: Look';

describe('rules about the runbook', () => {
  it('find performers wanted twice, steps too soon and past the window', () =>
    check(`${people}
#- steps.yaml
kind: cutover-steps
items:
  - { id: C-1, title: Stop, wave: W1, start: T, duration: 2h, performer: ann, ${step} }
  - { id: C-2, title: Meanwhile, wave: W1, start: T+1h, duration: 30min, performer: ann, backup: bob, ${step} }
  #                                                                                 ^^^ LF803 Ann performs C-1 at the same time, for 30 min.
  - { id: C-3, title: Too soon, wave: W1, start: T+90min, after: [C-1], duration: 1h, performer: bob, ${step} }
  #                                              ^^^^^^^ LF804 To begin at 2027-03-06 19:30; C-1 ends at 2027-03-06 20:00.
  - { id: C-4, title: Too late, wave: W1, start: T+3h, after: [C-3], duration: 90min, performer: bob, ${step} }
  #       ^^^ LF805 Ends at 2027-03-06 22:30, 30 min after the window closes (2027-03-06 22:00).
  - { id: C-5, title: In time, wave: W1, start: T+2h, after: [C-1], duration: 1h, performer: ann, ${step} }
`));

  it('leave alone what is done', () =>
    check(`${people}
#- steps.yaml
kind: cutover-steps
items:
  - { id: C-1, title: Stop, wave: W1, start: T, duration: 2h, performer: ann, ${step}, actual: { started: 2027-03-06T18:00:00Z, finished: 2027-03-06T23:00:00Z, ok: true } }
  - { id: C-2, title: Too, wave: W1, start: T, duration: 1h, performer: ann, ${step}, actual: { started: 2027-03-06T18:00:00Z, finished: 2027-03-06T19:00:00Z, ok: true } }
`));

  it('find parallel runs that were or will be too short', () =>
    check(`${people}
#- runs.yaml
kind: parallel-runs
items:
  - { id: P-1, title: No month end, wave: W1, from: 2026-12-07, days: 14, must_span_period_end: true, tolerance: 0, legacy: { file: a, key: k, value: v, aggregate: sum }, target: { file: b, key: k, value: v, aggregate: sum } }
  #                                                                   ^^ LF810 It is to span the end of a month, and from 2026-12-07 to 2026-12-20 there is none.
  - { id: P-2, title: Broken off, wave: W1, from: 2026-10-01, days: 3, tolerance: 0, legacy: { file: a, key: k, value: v, aggregate: sum }, target: { file: b, key: k, value: v, aggregate: sum } }
  #       ^^^ LF810 It was to go on until 2026-10-03; the latest result is of 2026-10-02.
  - { id: P-3, title: Over a month end, wave: W1, from: 2026-12-20, must_span_period_end: true, tolerance: 0, legacy: { file: a, key: k, value: v, aggregate: sum }, target: { file: b, key: k, value: v, aggregate: sum } }
#- days.yaml
kind: parallel-days
items:
  - { run: P-2, date: 2026-10-01, compared: 9, different: 0, missing: 0 }
  - { run: P-2, date: 2026-10-02, compared: 9, different: 0, missing: 0 }
`));

  it('want an emergency plan before a wave goes live', () => {
    const waves = `
#- waves.yaml
kind: waves
items:
  - { id: W1, title: Soon, go_live: 2026-11-28 }
  - { id: W2, title: Later, go_live: 2027-03-01 }
  - { id: W3, title: Live, go_live: 2026-11-20, actual: 2026-11-20 }
`;
    const finding =
      '  #                                 ^^^^^^^^^^ LF811 Goes live on 2026-11-28, and there is no emergency plan.\n';
    const [before = '', after = ''] = waves.split(/(?<=11-28 \}\n)/);
    check(`${before}${finding}${after}`, { only: /LF811/ });
    check(`${waves}#- plans.yaml\nkind: emergency-plans\nitems:\n  - { id: E-1, title: Down, scenario: Down }\n`, {
      only: /LF811/,
    });
  });
});

// Metrics of labour, go-live and access with numbers worked out by hand.
import assert from 'node:assert/strict';
import { filesIn } from '../support';
import { shown as shownIn } from './shown';

const shown = (text: string, fixture: string): string => shownIn(text, filesIn(fixture));

const labour = `
#- landfall.yaml
landfall: 1
name: T
currency: EUR
#- people.yaml
kind: people
items:
  - { id: a, title: A, rates: [{ from: 2026-01-01, per_day: 800 }, { from: 2026-11-01, per_day: 1000 }] }
#- timesheets.yaml
kind: timesheets
items:
  - { person: a, date: 2026-10-30, hours: 4, task: T-1, approved_by: b }
  - { person: a, week: 2026-W46, hours: { T-1: [8, 8, 0, 0, 0, 0, 0], T-2: [0, 0, 4, 0, 0, 0, 0] }, approved_by: b }
  - { person: a, date: 2026-11-12, hours: 8, task: T-1 }
  - { supplier: S, headcount: 4, date: 2026-11-13, hours: 6, task: T-1, rate: 160, approved_by: b }
  - { supplier: S, headcount: 4, date: 2026-12-13, hours: 6, task: T-1, rate: 160, approved_by: b }
`;

describe('metrics of labour', () => {
  it('count days of people and of hands, up to the status date', () => {
    // 0.5 + 2.5 + 1 + 4 × 0.75.
    assert.equal(shown('labour.days', labour), '7.0 d');
  });

  it('cost what is approved, at the rate in force on its day', () => {
    // 0.5 × 800 + 2.5 × 1000 + 3 × 160.
    assert.equal(shown('labour.cost', labour), '3,380.00 EUR');
    assert.equal(shown('labour.cost', labour.replaceAll(', approved_by: b', '')), 'n/a: No approved line has a rate.');
  });
});

describe('metrics of the go-live', () => {
  const days = (rows: string): string => `
#- runs.yaml
kind: parallel-runs
items:
  - { id: P, title: P, wave: W1, from: 2026-11-09 }
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-10-05, actual: 2026-10-05 }
  - { id: W2, title: Two, go_live: 2026-10-05, actual: 2026-10-06 }
  - { id: W3, title: Three, go_live: 2026-10-05, actual: 2026-12-06 }
#- steps.yaml
kind: cutover-steps
items:
  - { id: C-1, title: A, wave: W1, rehearsals: [{ date: 2026-10-01, ok: true }] }
  - { id: C-2, title: B, wave: W1, rehearsals: [{ date: 2026-10-01, ok: false }] }
  - { id: C-3, title: C, wave: W2, rehearsals: [{ date: 2026-12-01, ok: true }] }
#- days.yaml
kind: parallel-days
items:
${rows}`;
  const clean = (day: string) => `  - { run: P, date: 2026-11-${day}, compared: 5, different: 0, missing: 0 }\n`;
  const explained = (day: string, cause: string) =>
    `  - { run: P, date: 2026-11-${day}, compared: 5, different: 1, missing: 0, explained: [{ key: x, reason: y, cause: ${cause} }] }\n`;

  it('count clean days in a row: a gap, an open difference and an error of the new system begin again', () => {
    assert.equal(shown('parallel.clean-days', days(clean('09') + clean('10') + clean('11'))), '3');
    assert.equal(shown('parallel.clean-days', days(clean('09') + clean('11'))), '1');
    assert.equal(shown('parallel.clean-days', days(clean('09') + explained('10', 'timing') + clean('11'))), '3');
    assert.equal(shown('parallel.clean-days', days(clean('09') + explained('10', 'target-error') + clean('11'))), '1');
    assert.equal(shown('parallel.clean-days', days(clean('09').replace('different: 0', 'different: 1'))), '0');
    assert.equal(shown('parallel.clean-days', days('  []\n')), 'n/a: No parallel run has a day yet.');
  });

  it('count rehearsed steps and waves on time, by what is known on the day', () => {
    assert.equal(shown('cutover.rehearsed', days(clean('09'))), '33.3 %');
    assert.equal(shown('cutover.rehearsed{wave=W1}', days(clean('09'))), '50.0 %');
    assert.equal(shown('waves.on-time', days(clean('09'))), '50.0 %');
  });
});

describe('metrics of access', () => {
  const access = (waiver: string): string => `
#- objects.yaml
kind: permission-objects
items:
  - { id: pay, title: Pay, actions: [propose, release] }
#- people.yaml
kind: people
items:
  - { id: a, title: A }
  - { id: b, title: B }
#- roles.yaml
kind: roles
items:
  - { id: clerk, title: C, grants: [{ object: pay, actions: [propose] }] }
  - { id: cashier, title: D, grants: [{ object: pay, actions: [release] }] }
  - { id: both, title: E, inherits: [clerk, cashier] }
#- assignments.yaml
kind: assignments
items:
  - { person: a, roles: [clerk, cashier] }
  - { person: b, roles: [clerk] }
#- rules.yaml
kind: sod-rules
items:
  - { id: S-1, title: Pay, conflict: ["pay:propose", "pay:release"], risk: high${waiver} }
`;

  it('count people and roles that combine what they must not, and what nothing answers for', () => {
    assert.equal(shown('access.sod-conflicts', access('')), '1');
    assert.equal(shown('access.role-conflicts', access('')), '1');
    assert.equal(shown('access.unwaived', access('')), '2');
    const waiver = ', waivers: [{ person: a, reason: Small team, approved_by: b, expires: 2027-01-01 }]';
    assert.equal(shown('access.unwaived', access(waiver)), '1');
    assert.equal(shown('access.unwaived', access(waiver.replace('2027', '2025'))), '2');
    assert.equal(shown('access.unwaived', ''), 'n/a: The register has no entries.');
  });
});

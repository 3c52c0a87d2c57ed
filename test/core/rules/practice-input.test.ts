// Bad input to the whole domain: circles in every graph, divisions by nothing, days of other ages, people and calendars that
// do not exist. Rules, figures, gates and money answer all the same, and say why where there is no answer.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { metrics } from '../../../src/core/metrics';
import { costCentre } from '../../../src/core/money/cost';
import { fundCentre } from '../../../src/core/money/funds';
import { labourCentre } from '../../../src/core/money/labour';
import { askingOf, gateViews } from '../../../src/core/views/gates';
import { type Files, filesIn, projectOf, shippedKinds, worldAt } from '../support';
import { shown } from '../metrics/shown';

/** Asks everything; answers with the codes that were found. */
function askAll(files: Files): readonly string[] {
  const world = worldAt(projectOf(files));
  const checked = finish(checker().check(world));
  gateViews(askingOf(checked));
  for (const { id } of metrics) shown(id, files);
  costCentre(world, 'line');
  fundCentre(world, 'month');
  labourCentre(world, 'task');
  return [...checked.findings.values()].flat().map(({ code }) => code);
}

describe('bad input to the practice of a project', () => {
  const rings = shippedKinds().all.flatMap((kind) =>
    [...kind.shape.fields].flatMap(([field, shape]) => {
      const one = shape.ref ?? shape.items?.ref;
      const isRing = one?.acyclic === true && one.to.includes(kind.name);
      return isRing ? [{ kind: kind.name, field, isList: shape.items !== undefined }] : [];
    }),
  );

  it('is a circle in any graph', () => {
    assert.ok(rings.length >= 8, rings.map(({ kind, field }) => `${kind}.${field}`).join(' '));
    for (const { kind, field, isList } of rings) {
      const to = (id: string): string => (isList ? `[${id}]` : id);
      const files = {
        'a.yaml': `kind: ${kind}\nitems:\n- { id: x, title: X, ${field}: ${to('y')} }\n- { id: y, title: Y, ${field}: ${to('x')} }\n- { id: z, title: Z, ${field}: ${to('z')} }\n`,
      };
      assert.ok(askAll(files).includes('LF105'), `${kind}.${field}`);
    }
  });

  it('is a division by nothing, each with its reason', () => {
    const files = filesIn(`
#- a.yaml
kind: budget
items:
- { id: B, title: B, category: service, amount: 0, basis: fixed }
#- b.yaml
kind: costs
items:
- { date: 2026-11-01, amount: 5, line: B }
#- c.yaml
kind: kpis
items:
- { id: K, title: K, unit: u, before: 5, target: 5, value_per_unit: 0 }
#- d.yaml
kind: measurements
items:
- { kpi: K, date: 2026-11-01, value: 5 }
#- e.yaml
kind: usage
items:
- { module: m, date: 2026-11-01, licensed: 0, active: 0, functions_used: 3, functions_available: 0 }
#- f.yaml
kind: surveys
items:
- { date: 2026-11-01, responses: 0, scale: 5, scores: [{ question: q, score: 1 }] }
#- g.yaml
kind: migration-rounds
items:
- { object: O, round: 1, type: mock, date: 2026-11-01, source_count: 0, loaded: 0, sampling: { size: 0, errors: 0 }, control_totals: [] }
#- h.yaml
kind: tasks
items:
- { id: T, title: T, weight: 0, percent: 50 }
#- i.yaml
kind: health-checks
items:
- { date: 2026-11-01, areas: [] }
`);
    for (const id of [
      ...['cost.spent', 'kpi.achieved', 'usage.active', 'usage.functions', 'satisfaction', 'health.score'],
      ...['migration.completeness', 'migration.accuracy', 'migration.control-totals', 'plan.percent'],
      ...['roi.payback', 'cutover.rehearsal-variance', 'training.coverage', 'tests.pass-rate', 'waves.on-time'],
    ])
      assert.match(shown(id, files), /^n\/a: \w.{8,}/, id);
    askAll(files);
  });

  it('is days of other ages, leap days and days that there are not', () => {
    for (const day of ['1900-01-01', '2999-12-31', '2024-02-29', '2100-02-29', '0000-00-00', 'soon']) {
      const files = filesIn(`
#- a.yaml
kind: people
items:
- { id: p, title: P, active_from: ${day}, active_to: ${day}, absences: [{ from: ${day}, to: 2999-12-31 }], rates: [{ from: ${day}, per_day: 1 }] }
#- b.yaml
kind: timesheets
items:
- { person: p, date: ${day}, hours: 8, approved_by: p }
- { person: p, week: 2999-W52, hours: { T: [8] } }
#- c.yaml
kind: waves
items:
- { id: W, title: W, go_live: ${day}, actual: ${day}, window: { from: "${day}T00:00:00Z", to: "${day}T00:00:00Z" } }
#- d.yaml
kind: payments
items:
- { direction: in, amount: -5, due: ${day} }
#- e.yaml
kind: kpis
items:
- { id: K, title: K, unit: u, before: 1, target: 2, due: ${day} }
#- f.yaml
kind: health-checks
items:
- { date: ${day}, every: 999999w }
#- g.yaml
kind: parallel-runs
items:
- { id: P, title: P, wave: W, from: ${day}, days: 1000000 }
#- h.yaml
kind: parallel-days
items:
- { run: P, date: ${day}, compared: 1, different: 0, missing: 0 }
#- i.yaml
kind: issues
items:
- { id: I, title: I, type: incident, severity: critical, status: recorded, sla: S, reported_at: ${day}, resolved_at: ${day}, holds: [{ from: ${day}, to: ${day} }] }
#- j.yaml
kind: slas
items:
- { id: S, title: S, calendar: gone, window: working, time_zone: Mars/Olympus, resolve_within: { critical: 1h } }
`);
      askAll(files);
    }
  });

  it('is people, calendars and records that do not exist', () => {
    const files = filesIn(`
#- landfall.yaml
landfall: 1
name: T
calendar: gone
#- a.yaml
kind: courses
items:
- { id: C, title: C, audience: it, people: [p] }
#- b.yaml
kind: people
items:
- { id: p, title: P, calendar: lost }
#- c.yaml
kind: training-sessions
items:
- { course: C, date: 2026-11-01, status: held, attendance: [{ person: ghost }, { person: p }, {}, 5] }
#- d.yaml
kind: timesheets
items:
- { person: ghost, date: 2026-11-14, hours: 30, approved_by: ghost }
#- e.yaml
kind: migration-rounds
items:
- { object: O, round: 1, type: mock, date: 2026-11-01, source_count: 300, loaded: 300, sampling: { method: random, unit: record, size: 500, errors: 0 } }
#- f.yaml
kind: gates
items:
- { id: G, title: G, phase: cutover, criteria: [{ metric: "cost.sepnt", at_most: 5, must: true }, { metric: "cost.spent{wave", at_most: 5, must: true }] }
`);
    const codes = new Set(askAll(files));
    for (const code of ['LF101', 'LF109', 'LF921', 'LF924']) assert.ok(codes.has(code), code);
    assert.equal(shown('training.coverage', files), '100.0 %');
    // More records than there are prove nothing.
    assert.equal(shown('migration.accuracy', files), 'n/a: No latest round has a sample that can be counted.');
  });
});

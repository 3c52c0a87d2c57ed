// Metrics with numbers worked out by hand, and what they say where there is nothing to count.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { metrics } from '../../../src/core/metrics';
import { earnedMetrics } from '../../../src/core/metrics/earned';
import { slipMetrics } from '../../../src/core/metrics/slip';
import { parseFilter, parseMetric } from '../../../src/core/metrics/filter';
import { catalogue } from '../../../src/core/messages/catalogue';
import { families, metricView } from '../../../src/core/views/metrics';
import { readSample } from '../../../src/node/sample-files';
import { filesIn, projectOf, worldAt } from '../support';
import { shown } from './shown';

const files = filesIn(`
#- landfall.yaml
landfall: 1
name: T
currency: CNY
time_zone: Asia/Shanghai
#- scope.yaml
kind: requirements
items:
  - { id: Q-1, title: A, module: fi, priority: must, status: verified, fit: standard }
  - { id: Q-2, title: B, module: fi, priority: must, status: draft, fit: customization }
  - { id: Q-3, title: C, module: mm, priority: must, status: confirmed, fit: configuration }
  - { id: Q-4, title: D, module: mm, priority: wont, status: dropped, fit: gap }
#- modules.yaml
kind: modules
items:
  - { id: fi, title: FI, in_scope: true, wave: W1 }
  - { id: mm, title: MM, in_scope: true, wave: W2 }
#- waves.yaml
kind: waves
items:
  - { id: W1, title: One, go_live: 2026-10-05, actual: 2026-10-05 }
  - { id: W2, title: Two, go_live: 2027-03-06 }
#- risks.yaml
kind: risks
items:
  - { id: R-1, title: A, probability: 4, impact: 4, status: open, cost_impact: 100000.10, review_by: 2026-11-15 }
  - { id: R-2, title: B, probability: 1, impact: 5, status: monitoring, cost_impact: 0.2, review_by: 2026-11-16 }
  - { id: R-3, title: C, probability: 5, impact: 5, status: closed, cost_impact: 1 }
  - { id: R-4, title: D, probability: 9, impact: 1, status: open, cost_impact: 1 }
#- tests.yaml
kind: tests
items:
  - { id: TC-1, title: A, type: uat, covers: [Q-1], expected: X }
  - { id: TC-2, title: B, type: uat, covers: [Q-3], expected: X }
  - { id: TC-3, title: C, type: uat, covers: [Q-2], expected: X }
#- runs.yaml
kind: test-runs
items:
  - { test: TC-1, date: 2026-11-10, by: a, environment: uat, result: pass }
  - { test: TC-1, date: 2026-11-09, by: a, environment: uat, result: fail }
  - { test: TC-1, date: 2026-11-08, by: a, environment: test, result: fail }
  - { test: TC-2, date: 2026-11-11, by: a, environment: uat, result: pass }
  - { test: TC-2, date: 2026-11-20, by: a, environment: uat, result: fail }
#- issues.yaml
kind: issues
items:
  - { id: I-1, title: A, type: incident, severity: critical, status: recorded, wave: W1, sla: S, reported_at: 2026-10-06T08:00:00+08:00 }
  - { id: I-2, title: B, type: incident, severity: critical, status: closed, wave: W1, sla: S, reported_at: 2026-10-06T08:00:00+08:00, resolved_at: 2026-10-06T10:00:00+08:00 }
  - { id: I-3, title: C, type: incident, severity: minor, status: closed, wave: W2, reported_at: 2026-11-06T08:00:00+08:00, resolved_at: 2026-11-06T14:00:00+08:00 }
  - { id: I-4, title: D, type: incident, severity: critical, status: recorded, wave: W2, reported_at: 2026-12-06 }
#- slas.yaml
kind: slas
items:
  - { id: S, title: S, window: 7x24, resolve_within: { critical: 4h } }
#- rounds.yaml
kind: migration-rounds
items:
  - { object: O-1, round: 1, date: 2026-10-01, source_count: 100, loaded: 10, sampling: { size: 10, errors: 9 } }
  - { object: O-1, round: 2, date: 2026-11-01, source_count: 100, dropped: 10, merged_away: 5, split_into: 2, loaded: 87, sampling: { unit: field, size: 299, errors: 0 }, control_totals: [{ name: A, source: 0.3, target: 0.3 }] }
  - { object: O-2, round: 1, date: 2026-11-01, source_count: 100, loaded: 87, sampling: { unit: field, size: 473, errors: 1 }, control_totals: [{ name: A, source: 1, target: 1.01 }] }
  - { object: O-3, round: 1, date: 2026-11-01, loaded: 5, sampling: { unit: record, size: 50, errors: 0 } }
#- money.yaml
kind: budget
items:
  - { id: B-1, title: A, category: licence, amount: 1000.10, basis: fixed }
  - { id: B-2, title: B, category: labour, amount: 0.20, basis: time }
#- costs.yaml
kind: costs
items:
  - { date: 2026-11-01, amount: 400.05, line: B-1 }
  - { date: 2026-11-02, amount: -0.05, line: B-1 }
  - { date: 2026-12-02, amount: 99, line: B-1 }
#- payments.yaml
kind: payments
items:
  - { direction: out, amount: 10.01, due: 2026-11-15 }
  - { direction: out, amount: 20, due: 2026-11-15, paid_on: 2026-11-15 }
  - { direction: out, amount: 5, due: 2026-11-10, paid_on: 2026-11-20 }
  - { direction: in, amount: 7, due: 2027-01-01 }
#- kpis.yaml
kind: kpis
items:
  - { id: close, title: Close, unit: d, before: 15, target: 5, value_per_unit: 1000, attribution: 50, run_cost: 100 }
  - { id: turn, title: Turn, unit: x, before: 4, target: 6, value_per_unit: 10 }
  - { id: same, title: Same, unit: x, before: 4, target: 4 }
#- measured.yaml
kind: measurements
items:
  - { kpi: close, date: 2026-09-01, value: 14 }
  - { kpi: close, date: 2026-11-01, value: 10 }
  - { kpi: close, date: 2026-12-01, value: 5 }
  - { kpi: turn, date: 2026-11-01, value: 4.5 }
  - { kpi: same, date: 2026-11-01, value: 5 }
#- surveys.yaml
kind: surveys
items:
  - { date: 2026-11-01, org: a, invited: 20, responses: 10, scale: 5, scores: [{ question: X, score: 4 }, { question: Y, score: 5 }] }
  - { date: 2026-11-01, org: b, invited: 40, responses: 30, scale: 10, scores: [{ question: X, score: 5 }] }
`);

describe('metrics', () => {
  const figures: readonly (readonly [string, string])[] = [
    ['scope.confirmed', '66.7 %'],
    ['scope.confirmed{wave=W1}', '50.0 %'],
    ['scope.confirmed{module=mm}', '100.0 %'],
    ['scope.standard-fit', '66.7 %'],
    ['scope.customization', '33.3 %'],
    ['risks.open-high', '2'],
    // 70 % of 100000.10 and 10 % of 0.20; there is no level 9.
    ['risks.exposure', '70,000.09 CNY'],
    ['risks.overdue-review', '1'],
    ['tests.executed', '66.7 %'],
    ['tests.executed{wave=W1}', '50.0 %'],
    // Latest by test and environment: pass, fail, pass; the run of the 20th is not known yet.
    ['tests.pass-rate', '66.7 %'],
    ['tests.pass-rate{wave=W2}', '100.0 %'],
    ['issues.open-critical', '1'],
    ['issues.open-critical{wave=W2}', '0'],
    ['issues.resolution-time', '4.0 h'],
    ['issues.sla-resolution', '50.0 %'],
    ['issues.incidents-first-month{wave=W1}', '2'],
    ['migration.completeness', '93.0 %'],
    // The worst of 99.00 % (0 in 299) and 99.00 % (1 in 473): both prove 99 %.
    ['migration.accuracy', '99.0 %'],
    ['migration.control-totals', '50.0 %'],
    ['cost.budget', '1,000.30 CNY'],
    ['cost.actual', '400.00 CNY'],
    ['cost.remaining', '600.30 CNY'],
    ['cost.spent', '40.0 %'],
    ['funds.payable', '15.01 CNY'],
    ['funds.receivable', '7.00 CNY'],
    ['funds.overdue', '15.01 CNY'],
    // (15 − 10) ÷ 10 and 0.5 ÷ 2.
    ['kpi.achieved', '37.5 %'],
    // 5 × 1000 × 50 % − 100 and 0.5 × 10.
    ['benefit.annual', '2,405.00 CNY'],
    // (0.9 × 10 + 0.5 × 30) ÷ 40.
    ['satisfaction', '60.0 %'],
  ];
  for (const [metric, value] of figures) it(`${metric} is ${value}`, () => assert.equal(shown(metric, files), value));

  it('are n/a with a reason where nothing feeds them, and never fail', () => {
    for (const { id } of metrics) assert.match(shown(id, {}), /^n\/a: ./, id);
  });

  it('say what they came from and how, in both languages', () => {
    const world = worldAt(projectOf(files));
    for (const metric of metrics) {
      const view = metricView(world, metric, new Map());
      for (const language of ['en', 'zh-cn'] as const) {
        for (const message of [metric.name, metric.formula, metric.source, view.shown])
          assert.ok(tell(message, language) && !tell(message, language).includes('{'), metric.id);
      }
      if (view.figure.kind === 'known')
        assert.ok(
          view.figure.inputs.length || view.shown.id === 'unit.count' || tell(view.shown, 'en').startsWith('0'),
          metric.id,
        );
    }
  });

  it('bear whatever stands in registers', () => {
    const bad = {
      'a.yaml':
        'kind: migration-rounds\nitems:\n  - { object: 5, round: x, date: 1900-01-01, source_count: -5, loaded: 1e400, sampling: { size: 5, errors: 9 } }\n  - { object: O, date: 2999-01-01 }\n',
      'b.yaml':
        'kind: budget\nitems:\n  - { id: B, title: B, amount: -1e300 }\n  - { id: C, title: C, amount: .nan }\n  - { id: D, title: D, amount: many }\n',
      'c.yaml': 'kind: kpis\nitems:\n  - { id: K, title: K, before: 0, target: 0 }\n',
      'd.yaml':
        'kind: measurements\nitems:\n  - { kpi: K, date: 2026-01-01, value: 1 }\n  - { kpi: gone, date: 2026-01-01, value: 1 }\n',
      'e.yaml':
        'kind: surveys\nitems:\n  - { date: 2026-01-01, responses: 0, scale: 0, scores: [] }\n  - [1]\n  - null\n',
      'f.yaml': 'kind: assignments\nitems:\n  - { person: p, roles: [a] }\n',
      'g.yaml': 'kind: roles\nitems:\n  - { id: a, title: A, inherits: [b] }\n  - { id: b, title: B, inherits: [a] }\n',
      'h.yaml': 'kind: courses\nitems:\n  - { id: c, title: C, audience: it, roles: [b] }\n',
      'i.yaml': 'kind: people\nitems:\n  - { id: p, title: P }\n',
      'j.yaml': 'kind: modules\nitems:\n  - { id: m, title: M, parent: m, modules: [m] }\n',
    };
    for (const { id } of metrics) assert.doesNotThrow(() => shown(id, bad), id);
    assert.equal(shown('training.coverage', bad), '0.0 %');
    assert.equal(shown('kpi.achieved', bad), 'n/a: No KPI with a target has been measured.');
  });

  it('cover both samples: only what neither story holds yet is n/a', () => {
    // One story has a wave that is live, the other none yet.
    const yet = [
      'cutover.rehearsal-variance',
      'issues.sla-response',
      'issues.sla-resolution',
      'issues.incidents-first-month',
      'waves.on-time',
    ];
    const unknown = (name: string): readonly string[] => {
      const sample = Object.fromEntries(readSample('media/samples', name).files);
      // Earned value and slip ask git.
      const here = metrics.filter((metric) => ![...earnedMetrics, ...slipMetrics].includes(metric));
      return here.filter(({ id }) => shown(id, sample).startsWith('n/a')).map(({ id }) => id);
    };
    assert.deepEqual(unknown('erp'), []);
    assert.deepEqual([...unknown('his')].sort(), [...yet, 'independence', 'plan.milestones-on-time'].sort());
  });
});

describe('training coverage', () => {
  const people = (sessions: string, more = '') => ({
    'p.yaml':
      'kind: people\nitems:\n  - { id: a, title: A }\n  - { id: b, title: B, position: Clerk }\n  - { id: c, title: C, active_to: 2026-01-01 }\n  - { id: s, title: S, type: service }\n',
    'r.yaml': 'kind: roles\nitems:\n  - { id: base, title: B }\n  - { id: lead, title: L, inherits: [base] }\n',
    'as.yaml':
      'kind: assignments\nitems:\n  - { person: a, roles: [lead], from: 2027-01-01 }\n  - { person: c, roles: [lead] }\n  - { person: s, roles: [lead] }\n  - { person: b, roles: [lead], environment: uat }\n',
    'c.yaml': `kind: courses\nitems:\n  - { id: C-1, title: C, audience: operator, roles: [base], positions: [Clerk], certification: true, pass_mark: 80${more} }\n`,
    's.yaml': `kind: training-sessions\nitems:\n${sessions}`,
  });

  it('counts those who passed of those who owe: by role to come, inherited, by position; not who left, nor accounts', () => {
    const held =
      '  - { course: C-1, date: 2026-11-01, status: held, attendance: [{ person: a, score: 80 }, { person: b, score: 79 }] }\n';
    assert.equal(shown('training.coverage', people(held)), '50.0 %');
    assert.equal(shown('training.coverage', people(held.replace('score: 79', 'score: 95'))), '100.0 %');
    assert.equal(shown('training.coverage', people(held.replace('held', 'planned'))), '0.0 %');
    assert.equal(shown('training.coverage', people(held.replace('2026-11-01', '2026-12-01'))), '0.0 %');
  });

  it('is that of an audience, too', () => {
    const held = '  - { course: C-1, date: 2026-11-01, status: held, attendance: [{ person: a, score: 80 }] }\n';
    const more = ' }\n  - { id: C-2, title: D, audience: manager, people: [b]';
    assert.equal(shown('training.coverage', people(held, more)), '50.0 %');
    assert.equal(shown('training.coverage{audience=operator}', people(held, more)), '50.0 %');
    assert.equal(shown('training.coverage{audience=manager}', people(held, more)), '0.0 %');
    assert.match(shown('training.coverage{audience=it}', people(held, more)), /^n\/a/);
  });

  it('ends when a pass is no longer valid', () => {
    const old = '  - { course: C-1, date: 2025-11-01, status: held, attendance: [{ person: a, score: 90 }] }\n';
    assert.equal(shown('training.coverage', people(old, ', valid_for: 52cw')), '0.0 %');
    assert.equal(shown('training.coverage', people(old, ', valid_for: 104cw')), '50.0 %');
  });
});

describe('filters of metrics', () => {
  it('are read only in their form', () => {
    assert.deepEqual(
      [...(parseFilter('wave=W1, module = fi') ?? [])],
      [
        ['wave', 'W1'],
        ['module', 'fi'],
      ],
    );
    for (const text of ['wave', 'wave=', 'colour=red', '=x']) assert.equal(parseFilter(text), undefined, text);
    assert.deepEqual(parseMetric('training.coverage{wave=第一批}')?.filter.get('wave'), '第一批');
    for (const text of ['', '{}', 'a{b', 'A.b', 'a}']) assert.equal(parseMetric(text), undefined, text);
  });

  it('hold an entry that names its wave to that wave', () => {
    assert.equal(shown('issues.open-critical{wave=W1}', files), '1');
    assert.equal(shown('issues.open-critical{wave=nowhere}', files), '0');
  });
});

describe('families of metrics', () => {
  it('each have a name, or the Metrics view has none of them', () =>
    assert.deepEqual(
      families.filter((family) => !(`metric-family.${family}` in catalogue)),
      [],
    ));
});

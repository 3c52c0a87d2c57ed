// Metrics of value, operation, signs of risks and access tests, with numbers worked out by hand or published.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { metrics } from '../../../src/core/metrics';
import { noFilter } from '../../../src/core/metrics/filter';
import { known } from '../../../src/core/project/known';
import type { LastChange } from '../../../src/core/project/past';
import { worldOf } from '../../../src/core/project/world';
import { filesIn, projectOf } from '../support';
import { shown as shownIn } from './shown';

const shown = (text: string, fixture: string): string => shownIn(text, filesIn(fixture));

describe('the return on a project', () => {
  const project = (kpi: string, money: string): string => `
#- landfall.yaml
landfall: 1
name: T
currency: USD
#- kpis.yaml
kind: kpis
items:
  - { id: k, title: K, unit: u, before: 0, target: 10${kpi} }
#- measurements.yaml
kind: measurements
items:
  - { kpi: k, date: 2026-11-01, value: 10, evidence: x }
  - { kpi: k, date: 2026-12-01, value: 99, evidence: x }
${money}`;
  const cost = (amount: number): string =>
    `#- costs.yaml\nkind: costs\nitems:\n  - { date: 2026-11-01, amount: ${amount} }\n`;

  it('is that of the example of Phillips: benefits of 321,600 on costs of 80,000', () => {
    // Return on Investment in Training and Performance Improvement Programs: BCR 4.02 : 1, ROI 302 %.
    const fixture = project(', value_per_unit: 32160, horizon: 1', cost(80_000));
    assert.equal(shown('roi', fixture), '302.0 %');
    assert.equal(shown('roi.ratio', fixture), '4.02');
  });

  it('pays back in the years that cost ÷ annual benefit says', () => {
    // An investment of 100,000 that saves 40,000 a year: 2.5 years.
    assert.equal(shown('roi.payback', project(', value_per_unit: 4000', cost(100_000))), '2.5 years');
    const lost = project(', value_per_unit: 4000, run_cost: 40000', cost(100_000));
    assert.equal(shown('roi.payback', lost), 'n/a: There is no benefit that could pay it back.');
    assert.equal(shown('roi', lost), '-100.0 %');
  });

  it('takes off running cost, counts the attributed share and three years where no horizon is given', () => {
    // 10 × 1,000 × 50 % − 2,000 = 3,000 a year, 9,000 in three; on a cost of 6,000.
    const fixture = project(', value_per_unit: 1000, attribution: 50, run_cost: 2000', cost(6000));
    assert.equal(shown('benefit.annual', fixture), '3,000.00 USD');
    assert.equal(shown('roi', fixture), '50.0 %');
  });

  it('costs the budget, or what was spent and promised where that is more', () => {
    const kpi = ', value_per_unit: 1000, horizon: 2';
    const budget = (amount: number): string =>
      `#- budget.yaml\nkind: budget\nitems:\n  - { id: B, title: B, category: service, amount: ${amount}, basis: fixed }\n`;
    const contract =
      '#- contracts.yaml\nkind: contracts\nitems:\n  - { id: C, title: C, party: P, amount: 9000, line: B }\n';
    assert.equal(shown('roi.ratio', project(kpi, budget(10_000) + cost(2000))), '2.00');
    assert.equal(shown('roi.ratio', project(kpi, budget(10_000) + cost(7000) + contract)), '1.25');
  });

  it('is not available without cost, without benefit, across currencies, or of unpriced work', () => {
    const kpi = ', value_per_unit: 1000';
    assert.equal(shown('roi', project(kpi, '')), 'n/a: There is neither a budget nor any cost.');
    assert.equal(shown('roi', project(kpi, cost(0))), 'n/a: There is neither a budget nor any cost.');
    assert.equal(shown('roi', project('', cost(5))), 'n/a: No KPI with a target has been measured.');
    const mixed = `${cost(5)}  - { date: 2026-11-01, amount: 1, currency: EUR }\n`;
    assert.match(shown('roi', project(kpi, mixed)), /^n\/a: There are amounts in EUR/);
  });
});

describe('independence', () => {
  const fixture = `
#- people.yaml
kind: people
items:
  - { id: c, title: Cai, side: customer }
  - { id: v, title: Vi, side: vendor }
  - { id: x, title: Xu }
#- issues.yaml
kind: issues
items:
  - { id: I-1, title: A, type: incident, severity: minor, owner: c, reported_at: 2026-11-01, resolved_at: 2026-11-02 }
  - { id: I-2, title: B, type: incident, severity: minor, owner: v, reported_at: 2026-11-01, resolved_at: 2026-11-02 }
  - { id: I-3, title: C, type: incident, severity: minor, owner: v, reported_at: 2026-11-01, resolved_at: 2026-11-17 }
  - { id: I-4, title: D, type: incident, severity: minor, owner: x, reported_at: 2026-11-01, resolved_at: 2026-11-02 }
  - { id: I-5, title: E, type: defect, severity: minor, owner: v, reported_at: 2026-11-01, resolved_at: 2026-11-02 }
#- courses.yaml
kind: courses
items:
  - { id: K, title: K, audience: operator }
#- sessions.yaml
kind: training-sessions
items:
  - { course: K, date: 2026-11-02, status: held, trainer: c }
  - { course: K, date: 2026-11-03, status: held, trainer: c }
  - { course: K, date: 2026-11-04, status: held, trainer: c }
  - { course: K, date: 2026-11-05, status: held, trainer: v }
  - { course: K, date: 2026-11-06, status: planned, trainer: v }
#- parameters.yaml
kind: configuration
items:
  - { id: p, title: P, type: number, value: 1 }
  - { id: q, title: Q, type: number, value: 1 }
`;

  it('is the mean of the shares that are known', () => {
    // Incidents 1 ÷ 2, courses 3 ÷ 4.
    assert.equal(shown('independence', fixture), '62.5 %');
    assert.equal(shown('independence', fixture.replaceAll(/side: \w+/g, 'side: third-party')), '0.0 %');
    assert.match(shown('independence', ''), /^n\/a: Nobody of a known side/);
  });

  it('counts commits to parameters where git tells', () => {
    const project = projectOf(filesIn(fixture));
    const change = (author: string, commit: string): LastChange => ({
      way: ['value'],
      day: '2026-11-01',
      author,
      commit,
    });
    const changes = new Map([
      ['configuration/p', [change('Cai', 'a'), change('Vi', 'b')]],
      ['configuration/q', [change('Vi', 'b'), change('Vi', 'c'), change('Bot', 'd')]],
    ]);
    const past = known({ tags: new Map(), changes: known(changes) });
    const world = worldOf(project, 0, '2026-11-16', known(new Set()), past);
    const figure = metrics.find(({ id }) => id === 'independence')?.compute(world, noFilter);
    assert.deepEqual(figure?.kind === 'known' && figure.steps.map((step) => tell(step, 'en')), [
      'incidents solved: 1 ÷ 2',
      'commits to parameters: 1 ÷ 3',
      'courses held: 3 ÷ 4',
    ]);
  });
});

describe('signs of risks', () => {
  const risks = (rows: string): string => `
#- actions.yaml
kind: actions
items:
  - { id: A-1, title: A, owner: x, due: 2026-11-01 }
#- risks.yaml
kind: risks
items:
${rows}`;
  const risk = (id: string, trigger: string, status = 'open'): string =>
    `  - { id: ${id}, title: T, probability: 1, impact: 1, status: ${status}, trigger: "${trigger}" }\n`;

  it('are counted where a metric tells that they have come true', () => {
    const rows = [
      risk('R-1', 'actions.overdue >= 1'),
      risk('R-2', 'actions.overdue > 1'),
      risk('R-3', 'satisfaction < 80'),
      risk('R-4', 'The vendor is silent'),
      risk('R-5', 'action.overdue > 0'),
      risk('R-6', 'actions.overdue >= 1', 'closed'),
      // A sign of signs is none.
      risk('R-7', 'risks.triggered > 0'),
    ];
    assert.equal(shown('risks.triggered', risks(rows.join(''))), '1');
    assert.equal(shown('risks.triggered', risks(rows[3] ?? '')), 'n/a: No open risk has a metric as its trigger.');
  });
});

describe('access tests', () => {
  it('pass where the design meets every expectation', () => {
    const fixture = (tests: string): string => `
#- objects.yaml
kind: permission-objects
items:
  - { id: pay, title: Pay, actions: [propose, release] }
#- roles.yaml
kind: roles
items:
  - { id: clerk, title: C, grants: [{ object: pay, actions: [propose] }] }
#- tests.yaml
kind: access-tests
items:
${tests}`;
    const three = `
  - { id: AT-1, title: A, role: clerk, can: ["pay:propose"], cannot: ["pay:release"] }
  - { id: AT-2, title: B, role: clerk, can: ["pay:propose", "pay:release"] }
  - { id: AT-3, title: C, role: nobody, can: ["pay:propose"] }
`;
    assert.equal(shown('access.tests-passing', fixture(three)), '33.3 %');
    assert.equal(shown('access.tests-passing', ''), 'n/a: The register has no entries.');
  });
});

describe('clean days', () => {
  it('begin anew when production changes', () => {
    const fixture = (environment: string, date: string): string => `
#- runs.yaml
kind: parallel-runs
items:
  - { id: P, title: P, wave: W1, from: 2026-11-09 }
#- environments.yaml
kind: environments
items:
  - { id: prod, title: Production, purpose: prod }
  - { id: uat, title: Acceptance, purpose: uat }
#- releases.yaml
kind: releases
items:
  - { id: REL-1, title: R, environment: ${environment}, date: ${date} }
#- days.yaml
kind: parallel-days
items:
${['09', '10', '11', '12'].map((on) => `  - { run: P, date: 2026-11-${on}, compared: 5, different: 0, missing: 0 }`).join('\n')}
`;
    assert.equal(shown('parallel.clean-days', fixture('uat', '2026-11-10')), '4');
    assert.equal(shown('parallel.clean-days', fixture('prod', '2026-11-10')), '2');
    assert.equal(shown('parallel.clean-days', fixture('prod', '2026-11-20')), '4');
  });
});

// Earned value as figures of the project: what `landfall evm` says in total, and n/a with its reason where it says nothing.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { metrics } from '../../../src/core/metrics';
import { earnedMetrics } from '../../../src/core/metrics/earned';
import { noFilter } from '../../../src/core/metrics/filter';
import { slipMetrics } from '../../../src/core/metrics/slip';
import { known } from '../../../src/core/project/known';
import { metricView } from '../../../src/core/views/metrics';
import { filesIn, projectOf, worldAt } from '../support';
import { shown } from './shown';

const BASE = `
#- landfall.yaml
landfall: 1
name: T
currency: EUR
start: 2026-03-02
status_date: 2026-03-06
#- baselines.yaml
kind: baselines
items: [{ id: BL-1, title: Contract, type: contract, tag: b1, commit: abc, date: 2026-03-01, scope: [tasks] }]
#- costs.yaml
kind: costs
items:
  - { id: C-1, title: Licences, date: 2026-03-03, amount: 400, task: A }
#- risks.yaml
kind: risks
items:
  - { id: R-1, title: Late, probability: 1, impact: 1, status: open, trigger: plan.spi < 0.9 }
`;
const tasks = (a: string, b: string): string => `#- tasks.yaml
kind: tasks
items:
  - { id: A, title: A, start: 2026-03-02, duration: 4d, budget: 400${a} }
  - { id: B, title: B, duration: 4d, after: [A], budget: 800${b} }
  - { id: C, title: C, duration: 2d, after: [B], budget: 100 }
`;

function world() {
  const [then, now] = [
    tasks('', ''),
    tasks(', actual_start: 2026-03-02, percent: 75', ', percent: 10, actual_start: 2026-03-06'),
  ].map((text) => projectOf(filesIn(BASE + text)));
  const project = now ?? assert.fail();
  const tag = { commit: 'abcdef', annotated: true, ancestor: known(true), project: known(then ?? project) };
  return { ...worldAt(project), past: known({ tags: new Map([['b1', tag]]), changes: known(new Map()) }) };
}

describe('earned value as figures', () => {
  it('is the total of the plan against its baseline', () => {
    const asked = world();
    const found = earnedMetrics.map(
      (metric) => `${metric.id} ${tell(metricView(asked, metric, noFilter).shown, 'en')}`,
    );
    // A: 400, all planned by Friday; B: 800, one day of four. Earned: 300 + 80, spent 400.
    assert.deepEqual(found.slice(0, 12), [
      'plan.bac 1,300.00 EUR',
      'plan.pv 600.00 EUR',
      'plan.ev 380.00 EUR',
      'plan.ac 400.00 EUR',
      'plan.sv -220.00 EUR',
      'plan.cv -20.00 EUR',
      'plan.spi 0.63',
      'plan.cpi 0.95',
      'plan.eac 1,368.42 EUR',
      'plan.etc 968.42 EUR',
      'plan.vac -68.42 EUR',
      'plan.tcpi 1.02',
    ]);
    assert.match(found[12] ?? '', /^plan\.spi-t 0\.\d\d$/);
  });

  it('tells by how much the finish slips, and by which tasks', () => {
    // Approved until Friday 13; A ends on Monday 9, what is left of B on Friday 13, C on Tuesday 17.
    const [metric = assert.fail()] = slipMetrics;
    const { figure, shown: value } = metricView(world(), metric, noFilter);
    assert.equal(tell(value, 'en'), '2.0 d');
    assert.ok(figure.kind === 'known');
    assert.deepEqual(
      figure.steps.map((one) => tell(one, 'en')),
      ['computed finish 2026-03-17, in baseline BL-1 2026-03-13'],
    );
    assert.deepEqual(
      figure.inputs.map(({ id }) => id),
      ['BL-1', 'C', 'A', 'B'],
    );
    assert.equal(tell(metricView(world(), metric, new Map([['wave', 'W9']])).shown, 'en'), 'n/a');
  });

  it('tells signs of risks', () => {
    const metric = metrics.find(({ id }) => id === 'risks.triggered') ?? assert.fail();
    assert.equal(tell(metricView(world(), metric, noFilter).shown, 'en'), '1');
  });

  it('is not available without git or a baseline', () => {
    for (const { id } of [...earnedMetrics, ...slipMetrics])
      assert.match(shown(id, filesIn(BASE + tasks('', ''))), /^n\/a: \w.{8,}/, id);
  });
});

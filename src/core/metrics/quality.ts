// Quality: how many tests were carried out, and how many of the latest runs passed.
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { happened, is, text } from '../project/values';
import type { World } from '../project/world';
import { type Filter, rowsOf } from './filter';
import { type Metric, shareOf } from './metric';

const filters = ['wave', 'module'] as const;

/** Of each test in each environment the latest run by the day asked for; of two at one time the one written later. */
function latestRuns(world: World, filter: Filter): readonly Entity[] {
  const latest = new Map<string, Entity>();
  for (const run of rowsOf(world.project, 'test-runs', filter)) {
    if (!happened(world, run, 'date')) continue;
    const key = JSON.stringify([run.value.test ?? null, run.value.environment ?? null]);
    const before = latest.get(key);
    if (!before || (text(before.value.date) ?? '') <= (text(run.value.date) ?? '')) latest.set(key, run);
  }
  return [...latest.values()];
}

export const qualityMetrics: readonly Metric[] = [
  {
    id: 'tests.executed',
    name: say('metric.tests.executed'),
    unit: 'percent',
    formula: say('formula.tests.executed'),
    source: say('source.iso-29119'),
    filters,
    compute: (world, filter) => {
      const tests = rowsOf(world.project, 'tests', filter);
      const run = new Set(latestRuns(world, filter).map((one) => one.value.test));
      return shareOf(tests, (one) => run.has(one.id));
    },
  },
  {
    id: 'tests.pass-rate',
    name: say('metric.tests.pass-rate'),
    unit: 'percent',
    formula: say('formula.tests.pass-rate'),
    source: say('source.iso-29119'),
    filters,
    compute: (world, filter) => shareOf(latestRuns(world, filter), (one) => is(one, 'result', 'pass')),
  },
];

// Go-live: how long old and new system have agreed, how much of the cutover was rehearsed, which waves were on time.
import { type Day, dayNumber } from '../base/days';
import { decimal, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { asOf, day, entityOf, list, number, text } from '../project/values';
import type { World } from '../project/world';
import { member } from '../schema/json';
import { type Filter, rowsOf } from './filter';
import { type Figure, type Metric, notAvailable, shareOf } from './metric';

const filters = ['wave'] as const;

/** Days of a run, up to the day asked for, that agree or whose every difference is explained, without a gap to the end. */
function cleanDays(world: World, run: Entity): number | undefined {
  const days = new Map<Day, boolean>();
  for (const one of world.project.table('parallel-days')) {
    const at = dayNumber(text(one.value.date) ?? '');
    if (one.value.run !== run.id || at === undefined || at > asOf(world)) continue;
    const open = (number(one.value.different) ?? 0) + (number(one.value.missing) ?? 0);
    days.set(at, open <= list(one.value.explained).length && !faulty(one));
  }
  if (!days.size) return undefined;
  const changed = world.project
    .table('releases')
    .filter(
      (one) => entityOf(world.project, 'environments', text(one.value.environment) ?? '')?.value.purpose === 'prod',
    )
    .flatMap((one) => day(one, 'date') ?? [])
    .filter((at) => at <= asOf(world));
  const since = changed.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let count = 0;
  for (let at = Math.max(...days.keys()); at > since && days.get(at); at--) count++;
  return count;
}

// An error of the new system is explained, but the day was not clean.
const faulty = (one: Entity): boolean =>
  list(one.value.explained).some((each) => member(each, 'cause') === 'target-error');

function clean(world: World, filter: Filter): Figure {
  const runs = rowsOf(world.project, 'parallel-runs', filter).flatMap((run) => {
    const count = cleanDays(world, run);
    return count === undefined ? [] : [{ run, count }];
  });
  const [first] = runs;
  if (!first) return notAvailable(say('metric.no-parallel-day'));
  const least = Math.min(...runs.map(({ count }) => count));
  return {
    kind: 'known',
    value: decimal(least) ?? zero,
    steps: runs.map(({ run, count }) => say('metric.step-amount', { id: run.id, title: run.title, value: count })),
    inputs: runs.map(({ run }) => run),
    lacking: runs.filter(({ count }) => count === least).map(({ run }) => run),
  };
}

function rehearsed(world: World, filter: Filter): Figure {
  return shareOf(rowsOf(world.project, 'cutover-steps', filter), (step) =>
    list(step.value.rehearsals).some((one) => {
      const at = dayNumber(text(member(one, 'date')) ?? '');
      return member(one, 'ok') === true && at !== undefined && at <= asOf(world);
    }),
  );
}

function onTime(world: World): Figure {
  const live = world.project
    .table('waves')
    .filter((one) => (day(one, 'actual') ?? Number.POSITIVE_INFINITY) <= asOf(world));
  if (!live.length) return notAvailable(say('metric.no-wave-live'));
  return shareOf(live, (one) => (day(one, 'actual') ?? 0) <= (day(one, 'go_live') ?? Number.NEGATIVE_INFINITY));
}

export const goLiveMetrics: readonly Metric[] = [
  {
    id: 'parallel.clean-days',
    name: say('metric.parallel.clean-days'),
    unit: 'count',
    formula: say('formula.parallel.clean-days'),
    source: say('source.kpi'),
    better: 'more',
    filters,
    compute: clean,
  },
  {
    id: 'cutover.rehearsed',
    name: say('metric.cutover.rehearsed'),
    unit: 'percent',
    formula: say('formula.cutover.rehearsed'),
    source: say('source.kpi'),
    filters,
    compute: rehearsed,
  },
  {
    id: 'waves.on-time',
    name: say('metric.waves.on-time'),
    unit: 'percent',
    formula: say('formula.waves.on-time'),
    source: say('source.kpi'),
    filters: [],
    compute: onTime,
  },
];

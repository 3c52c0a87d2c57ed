// The plan: how much is done, what the computed schedule says of the end, and what is late.
import { decimal, type Decimal, over, plus, times, zero } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { asOf, day, number } from '../project/values';
import type { World } from '../project/world';
import { type Planned, planOf } from '../schedule/plan';
import { durationIn } from '../schedule/task-words';
import { type Filter, rowsOf } from './filter';
import { countOf, type Figure, type Metric, notAvailable, shareOf } from './metric';

const filters = ['wave'] as const;

/** The tasks that are work themselves, not sums of others. */
function leaves(world: World, filter: Filter): readonly Planned[] {
  const wanted = new Set(rowsOf(world.project, 'tasks', filter));
  return planOf(world).tasks.filter(({ task, parts }) => !parts.length && wanted.has(task));
}

const tasksOf = (planned: readonly Planned[]): readonly Entity[] => planned.map(({ task }) => task);

/** One measure for the whole project: weights where any task has one, else effort, else the duration. */
function percent(world: World, filter: Filter): Figure {
  const all = leaves(world, filter);
  const everything = leaves(world, new Map());
  const weight = ({ task }: Planned): number | undefined => number(task.value.weight);
  const effort = ({ task }: Planned): number | undefined =>
    typeof task.value.effort === 'string' ? durationIn(task.value.effort)?.amount : undefined;
  const [measure, name] = everything.some((one) => weight(one) !== undefined)
    ? [weight, say('metric.by-weight')]
    : everything.some((one) => effort(one) !== undefined)
      ? [effort, say('metric.by-effort')]
      : [({ duration }: Planned) => duration, say('metric.by-duration')];
  let [done, whole]: [Decimal, Decimal] = [zero, zero];
  for (const one of all) {
    const share = decimal(Math.max(0, measure(one) ?? 0)) ?? zero;
    whole = plus(whole, share);
    done = plus(done, times(share, decimal(one.percent) ?? zero));
  }
  const value = over(done, whole);
  if (!value) return notAvailable(say('metric.nothing'), tasksOf(all));
  return {
    kind: 'known',
    value,
    steps: [name],
    inputs: tasksOf(all),
    lacking: tasksOf(all.filter((one) => !one.isDone)),
  };
}

function criticalPath(world: World, filter: Filter): Figure {
  const all = leaves(world, filter).filter(({ isDone }) => !isDone);
  if (!all.length) return notAvailable(say('metric.all-done'));
  const { measure } = planOf(world);
  const end = all.reduce((last, { lastDay }) => Math.max(last, lastDay), Number.NEGATIVE_INFINITY);
  const days = Math.max(0, measure.workedBy(end + 1) - measure.workedBy(asOf(world) + 1));
  const critical = all.filter((one) => one.critical).sort((a, b) => a.start - b.start);
  return {
    kind: 'known',
    value: decimal(Math.round(days * 10) / 10) ?? zero,
    steps: critical.map(({ task, duration }) =>
      say('metric.step-amount', { id: task.id, title: task.title, value: Math.round(duration * 10) / 10 }),
    ),
    inputs: tasksOf(critical),
  };
}

function leastFloat(world: World, filter: Filter): Figure {
  const all = leaves(world, filter).filter(({ totalFloat }) => totalFloat !== undefined);
  const [worst, ...others] = [...all].sort((a, b) => (a.totalFloat ?? 0) - (b.totalFloat ?? 0));
  if (!worst) return notAvailable(say('metric.all-done'));
  const value = decimal(Math.round((worst.totalFloat ?? 0) * 10) / 10) ?? zero;
  const { id, title } = worst.task;
  return {
    kind: 'known',
    value,
    steps: [say('metric.step-amount', { id, title, value: Math.round((worst.totalFloat ?? 0) * 10) / 10 })],
    inputs: tasksOf([worst, ...others.filter(({ critical }) => critical)]),
  };
}

function overdue(world: World, filter: Filter): Figure {
  const all = leaves(world, filter);
  const late = all.filter(
    ({ task, isDone }) => !isDone && (day(task, 'finish') ?? Number.POSITIVE_INFINITY) <= asOf(world),
  );
  return countOf(tasksOf(late), tasksOf(all));
}

function milestonesOnTime(world: World, filter: Filter): Figure {
  // Those that were due, or were reached, by now.
  const due = leaves(world, filter).filter(
    ({ task, milestone, isDone }) => milestone && (isDone || (typed(task) ?? Number.POSITIVE_INFINITY) <= asOf(world)),
  );
  const dates = new Map(due.map((one) => [one.task, one]));
  const onTime = (task: Entity): boolean => {
    const one = dates.get(task);
    return one?.isDone === true && one.lastDay <= (typed(task) ?? Number.POSITIVE_INFINITY);
  };
  return due.length ? shareOf(tasksOf(due), onTime) : notAvailable(say('metric.no-milestone'));
}

const typed = (task: Entity): number | undefined => day(task, 'finish') ?? day(task, 'start');

const metric = (
  name: string,
  unit: Metric['unit'],
  compute: Metric['compute'],
  texts: Pick<Metric, 'name' | 'formula' | 'source'>,
): Metric => ({
  id: `plan.${name}`,
  unit,
  filters,
  compute,
  ...texts,
});

export const planMetrics: readonly Metric[] = [
  metric('percent', 'percent', percent, {
    name: say('metric.plan.percent'),
    formula: say('formula.plan.percent'),
    source: say('source.pmbok'),
  }),
  metric('critical-path', 'days', criticalPath, {
    name: say('metric.plan.critical-path'),
    formula: say('formula.plan.critical-path'),
    source: say('source.cpm'),
  }),
  metric('float', 'days', leastFloat, {
    name: say('metric.plan.float'),
    formula: say('formula.plan.float'),
    source: say('source.cpm'),
  }),
  metric('overdue', 'count', overdue, {
    name: say('metric.plan.overdue'),
    formula: say('formula.plan.overdue'),
    source: say('source.pmbok'),
  }),
  metric('milestones-on-time', 'percent', milestonesOnTime, {
    name: say('metric.plan.milestones-on-time'),
    formula: say('formula.plan.milestones-on-time'),
    source: say('source.pmbok'),
  }),
];

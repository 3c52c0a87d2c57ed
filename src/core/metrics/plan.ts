// The plan: how much is done, what the computed schedule says of the end, and what is late.
import type { Day } from '../base/days';
import { decimal, over, sumOfProducts, zero } from '../base/decimal';
import { kept, keptAlone } from '../base/kept';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { asOf, number } from '../project/values';
import { leavesOf, type Plan, planOf } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { wordsOf } from '../schedule/task-words';
import { rowsOf } from './filter';
import { countOf, type Figure, type Metric, notAvailable, shareOf } from './metric';

const filters = ['wave'] as const;

/** What a figure is computed from: the tasks that are work themselves, not sums of others, the whole plan, and the day. */
type OfPlan = (all: readonly Planned[], plan: Plan, on: Day) => Figure;

/** Without a filter a figure is the same as long as the plan is, however many tables that was made of. */
function compute(figure: OfPlan): Metric['compute'] {
  const known = kept((plan: Plan, on: Day): Figure => figure(leavesOf(plan), plan, on));
  return (world, filter) => {
    const [plan, on] = [planOf(world), asOf(world)];
    if (!filter.size) return known(plan, on);
    const wanted = new Set(rowsOf(world.project, 'tasks', filter));
    return figure(
      leavesOf(plan).filter(({ task }) => wanted.has(task)),
      plan,
      on,
    );
  };
}

const tasksOf = keptAlone((planned: readonly Planned[]): readonly Entity[] => planned.map(({ task }) => task));

const weight = ({ task }: Planned): number | undefined => number(task.value.weight);
const effort = ({ task }: Planned): number | undefined => wordsOf(task).effort?.amount;
const duration = (one: Planned): number => one.duration;

/** One measure for the whole project: weights where any task has one, else effort, else the duration. */
function percent(all: readonly Planned[], plan: Plan): Figure {
  const everything = leavesOf(plan);
  const [measure, name] = everything.some((one) => weight(one) !== undefined)
    ? [weight, say('metric.by-weight')]
    : everything.some((one) => effort(one) !== undefined)
      ? [effort, say('metric.by-effort')]
      : [duration, say('metric.by-duration')];
  const share = (one: Planned): number => Math.max(0, measure(one) ?? 0);
  const whole = sumOfProducts(all, share, () => 1);
  const done = sumOfProducts(all, share, (one) => one.percent);
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

function criticalPath(leaves: readonly Planned[], { measure }: Plan, on: Day): Figure {
  const all = leaves.filter(({ isDone }) => !isDone);
  if (!all.length) return notAvailable(say('metric.all-done'));
  const end = all.reduce((last, { lastDay }) => Math.max(last, lastDay), Number.NEGATIVE_INFINITY);
  const days = Math.max(0, measure.workedBy(end + 1) - measure.workedBy(on + 1));
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

const byFloat = (a: Planned, b: Planned): number => (a.totalFloat ?? 0) - (b.totalFloat ?? 0);
const lesser = (least: Planned | undefined, one: Planned): Planned => (least && byFloat(least, one) <= 0 ? least : one);

function leastFloat(leaves: readonly Planned[]): Figure {
  const all = leaves.filter(({ totalFloat }) => totalFloat !== undefined);
  // What is not critical has more float than all that is.
  const critical = all.filter((one) => one.critical).sort(byFloat);
  const worst = critical[0] ?? all.reduce<Planned | undefined>(lesser, undefined);
  if (!worst) return notAvailable(say('metric.all-done'));
  const value = decimal(Math.round((worst.totalFloat ?? 0) * 10) / 10) ?? zero;
  const { id, title } = worst.task;
  return {
    kind: 'known',
    value,
    steps: [say('metric.step-amount', { id, title, value: Math.round((worst.totalFloat ?? 0) * 10) / 10 })],
    inputs: tasksOf(critical.length ? critical : [worst]),
  };
}

function overdue(all: readonly Planned[], _plan: Plan, on: Day): Figure {
  const late = all.filter(({ task, isDone }) => !isDone && (wordsOf(task).finish ?? Number.POSITIVE_INFINITY) <= on);
  return countOf(tasksOf(late), tasksOf(all));
}

function milestonesOnTime(all: readonly Planned[], _plan: Plan, on: Day): Figure {
  // Those that were due, or were reached, by now.
  const due = all.filter(
    ({ task, milestone, isDone }) => milestone && (isDone || (typed(task) ?? Number.POSITIVE_INFINITY) <= on),
  );
  const dates = new Map(due.map((one) => [one.task, one]));
  const onTime = (task: Entity): boolean => {
    const one = dates.get(task);
    return one?.isDone === true && one.lastDay <= (typed(task) ?? Number.POSITIVE_INFINITY);
  };
  return due.length ? shareOf(tasksOf(due), onTime) : notAvailable(say('metric.no-milestone'));
}

const typed = (task: Entity): number | undefined => wordsOf(task).finish ?? wordsOf(task).start;

const metric = (
  name: string,
  unit: Metric['unit'],
  figure: OfPlan,
  texts: Pick<Metric, 'name' | 'formula' | 'source'>,
): Metric => ({
  id: `plan.${name}`,
  unit,
  filters,
  compute: compute(figure),
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

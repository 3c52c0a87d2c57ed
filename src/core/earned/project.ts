// Earned value of a project: its baseline from git, its progress from the plan, its cost from the cost centre.
import { type Day, dayNumber } from '../base/days';
import { decimal, type Decimal, plus, zero } from '../base/decimal';
import { finish } from '../base/work';
import { type Message, say } from '../messages/message';
import { costCentre } from '../money/cost';
import { currencyOf } from '../money/posting';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { number, text } from '../project/values';
import type { World } from '../project/world';
import { type Plan, type Planned, planOf } from '../schedule/plan';
import { scheduleBaseline, typedDays } from './baseline';
import { type Earned, earnedSchedule, earnedValue, type Work } from './earned';

export const earnedDimensions = ['phase', 'wave', 'branch'] as const;
export type EarnedDimension = (typeof earnedDimensions)[number];

export interface EarnedRow extends Earned {
  /** The phase, the wave or the summary; undefined for the tasks that have none. */
  readonly id: string | undefined;
  readonly title: string;
}

export interface EarnedValue {
  readonly on: Day;
  readonly baseline: Entity;
  readonly currency: string;
  readonly total: Earned;
  readonly rows: readonly EarnedRow[];
  /** Costs that belong to no task: in no figure here. */
  readonly apart: Decimal;
  /** Working days of the plan that are earned, and that have gone by. */
  readonly schedule: { readonly earned: number; readonly actual: number } | undefined;
  readonly from: readonly Entity[];
}

/** The figures on the status date; or why there are none. */
export function earnedOf(world: World, by: EarnedDimension): EarnedValue | { readonly why: Message } {
  const { project } = world;
  const on = dayNumber(world.asOf) ?? 0;
  const fixed = finish(scheduleBaseline(world));
  if ('why' in fixed) return fixed;
  const { baseline, plan: then } = fixed;
  const now = planOf(world);
  const works = then.tasks.flatMap((planned) => workOf(planned, project, now));
  if (!works.length) return { why: say('earned.no-budget', { baseline: baseline.id }) };
  const costs = costsOf(world);
  const total = { works: works.map(({ work }) => work), cost: costs.total };
  const groups = new Map<string, { title: string; id: string | undefined; works: Work[]; cost: Decimal }>();
  const groupAt = (task: Entity): { works: Work[]; cost: Decimal } => {
    const { id, title } = placeOf(then, now, task, by, project);
    let found = groups.get(id ?? '');
    if (!found) groups.set(id ?? '', (found = { id, title, works: [], cost: zero }));
    return found;
  };
  for (const { task, work } of works) groupAt(task).works.push(work);
  for (const [task, cost] of costs.byTask) {
    const group = groupAt(task);
    group.cost = plus(group.cost, cost);
  }
  const earned = earnedSchedule(total.works, then.measure);
  const begin = total.works.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);
  const known = costs.unpriced ? undefined : total.cost;
  return {
    on,
    baseline,
    currency: currencyOf(project),
    total: earnedValue(total.works, on + 1, known),
    rows: [...groups.values()].map(({ id, title, works: own, cost }) => ({
      id,
      title,
      ...earnedValue(own, on + 1, costs.unpriced ? undefined : cost),
    })),
    apart: costs.apart,
    schedule:
      earned === undefined
        ? undefined
        : { earned, actual: Math.max(0, then.measure.workedBy(on + 1) - then.measure.workedBy(begin)) },
    from: works.map(({ task }) => task),
  };
}

/** A task of the baseline that has a budget and no parts, with its progress today. */
function workOf(
  planned: Planned,
  project: Project,
  now: Plan,
): readonly { readonly task: Entity; readonly work: Work }[] {
  const { task, parts, line } = planned;
  const budget = decimal(number(task.value.budget) ?? 0);
  if (parts.length || !budget || budget.units === 0n) return [];
  const today = lookUp(project, task.kind.name, task.id);
  const progress = today && now.of(today);
  const typed = typedDays(task);
  const method = text(today?.value.ev_method ?? task.value.ev_method);
  const work: Work = {
    budget,
    // Typed dates are the plan; computed ones where none are typed.
    start: planned.milestone ? planned.start : (typed.start ?? planned.start),
    finish: planned.milestone || typed.finish === undefined ? planned.finish : typed.finish + 1,
    line,
    percent: progress?.percent ?? 0,
    started: (progress?.percent ?? 0) > 0 || progress?.driver.kind === 'actual',
    done: progress?.isDone ?? false,
    method: method === '0-100' || method === '50-50' ? method : 'percent',
  };
  return [{ task: today ?? task, work }];
}

interface Costs {
  readonly total: Decimal;
  readonly byTask: ReadonlyMap<Entity, Decimal>;
  readonly apart: Decimal;
  /** There is approved work without a rate, so that nobody knows what was spent. */
  readonly unpriced: boolean;
}

function costsOf(world: World): Costs {
  const { project } = world;
  const main = currencyOf(project);
  const table = costCentre(world, 'task').tables.find(({ currency }) => currency === main);
  const byTask = new Map<Entity, Decimal>();
  let [total, apart, unpriced] = [zero, zero, false];
  for (const { key, cells } of table?.rows ?? []) {
    const actual = cells[1];
    if (!actual || !('value' in actual)) {
      unpriced = true;
      continue;
    }
    const task = key === '' ? undefined : lookUp(project, 'tasks', key);
    if (!task) {
      apart = plus(apart, actual.value);
      continue;
    }
    byTask.set(task, actual.value);
    total = plus(total, actual.value);
  }
  return { total, byTask, apart, unpriced };
}

/** Where a task counts: its phase or wave, or the summary at the top of its branch. */
function placeOf(
  then: Plan,
  now: Plan,
  task: Entity,
  by: EarnedDimension,
  project: Project,
): { readonly id: string | undefined; readonly title: string } {
  let planned = now.of(task) ?? then.of(task);
  if (by === 'branch') {
    while (planned?.parent) planned = planned.parent;
    return { id: planned?.task.id, title: planned?.task.title ?? '' };
  }
  for (let up = planned; up; up = up.parent) {
    const id = text(up.task.value[by]);
    if (id !== undefined) return { id, title: lookUp(project, `${by}s`, id)?.title ?? id };
  }
  return { id: undefined, title: '' };
}

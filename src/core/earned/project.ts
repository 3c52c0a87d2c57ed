// Earned value of a project: its baseline from git, its progress from the plan, its cost from the cost centre.
import { type Day, dayNumber } from '../base/days';
import { decimal, type Decimal, plus, zero } from '../base/decimal';
import { keptAlone } from '../base/kept';
import { finish } from '../base/work';
import { type Message, say } from '../messages/message';
import { costCentre } from '../money/cost';
import { currencyOf } from '../money/posting';
import type { Entity } from '../project/file-index';
import { lookUp, type Project, targetOf } from '../project/project';
import { list, number, text } from '../project/values';
import type { World } from '../project/world';
import { type Plan, planOf } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { type Progress, progressOf, wordsOf } from '../schedule/task-words';
import { scheduleBaseline, typedDays } from './baseline';
import { type Earned, earnedSchedule, earnedValue, plannedValue, type Work } from './earned';

export const earnedDimensions = ['phase', 'wave', 'module', 'branch'] as const;
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

/** The figures on the status date; or why there are none. Of a past state, the baselines are those that `known` knows. */
export function earnedOf(
  world: World,
  by: EarnedDimension,
  known: World = world,
): EarnedValue | { readonly why: Message } {
  const { project } = world;
  const on = dayNumber(world.asOf) ?? 0;
  const fixed = finish(scheduleBaseline({ ...known, asOf: world.asOf }));
  if ('why' in fixed) return fixed;
  const { baseline, plan: then } = fixed;
  const progress = progressIn(world);
  const works = workIn(then).map(({ planned, work }) => {
    const today = lookUp(project, planned.task.kind.name, planned.task.id);
    const method = text(today?.value.ev_method ?? planned.task.value.ev_method);
    const how = method === '0-100' || method === '50-50' ? method : 'percent';
    const task = today ?? planned.task;
    const { budget, start, finish: end, line } = work;
    const { percent, started, done } = progress(today);
    // Field by field: copied together, the figures of many days take a multiple of the time.
    return { task, work: { budget, start, finish: end, line, percent, started, done, method: how } as const };
  });
  if (!works.length) return { why: say('earned.no-budget', { baseline: baseline.id }) };
  const costs = costsOf(world);
  const total = { works: works.map(({ work }) => work), cost: costs.total };
  const groups = new Map<string, { title: string; id: string | undefined; works: Work[]; cost: Decimal }>();
  const groupAt = (task: Entity): { works: Work[]; cost: Decimal } => {
    const { id, title } = placeOf(project, task, by);
    let found = groups.get(id ?? '');
    if (!found) groups.set(id ?? '', (found = { id, title, works: [], cost: zero }));
    return found;
  };
  for (const { task, work } of works) groupAt(task).works.push(work);
  for (const [task, cost] of costs.byTask) {
    const group = groupAt(task);
    group.cost = plus(group.cost, cost);
  }
  const earned = earnedSchedule(total.works, then.measure, plannedIn(then));
  const begin = total.works.reduce((first, { start }) => Math.min(first, start), Number.POSITIVE_INFINITY);
  const cost = costs.unpriced ? undefined : total.cost;
  return {
    on,
    baseline,
    currency: currencyOf(project),
    total: earnedValue(total.works, on + 1, cost),
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

interface Budgeted {
  readonly planned: Planned;
  readonly work: Pick<Work, 'budget' | 'start' | 'finish' | 'line'>;
}

/** The tasks of a baseline that have a budget and no parts. */
const workIn = keptAlone((then: Plan): readonly Budgeted[] =>
  then.tasks.flatMap((planned): readonly Budgeted[] => {
    const { task, parts, line } = planned;
    const budget = decimal(number(task.value.budget) ?? 0);
    if (parts.length || !budget || budget.units === 0n) return [];
    // Typed dates are the plan; computed ones where none are typed.
    const typed = planned.milestone ? undefined : typedDays(task);
    const end = typed?.finish === undefined ? planned.finish : typed.finish + 1;
    return [{ planned, work: { budget, start: typed?.start ?? planned.start, finish: end, line } }];
  }),
);

/** What of a baseline was planned to be earned by an instant: asked again and again for the same ones. */
const plannedIn = keptAlone((then: Plan): ((at: number) => Decimal) => {
  const known = new Map<number, Decimal>();
  const works = workIn(then).map(({ work }) => work);
  return (at) => {
    const found = known.get(at) ?? plannedValue(works, at);
    known.set(at, found);
    return found;
  };
});

/** How far tasks are. Only where one was given parts since, the plan has to be computed to tell. */
function progressIn(world: World): (task: Entity | undefined) => Progress {
  const tasks = world.project.table('tasks');
  let plan: Plan | undefined;
  return (task) => {
    if (!task) return { percent: 0, started: false, done: false };
    if (!summariesIn(tasks).has(task.id)) return progressOf(wordsOf(task), dayNumber(world.asOf) ?? 0);
    plan ??= planOf(world);
    const { percent = 0, isDone = false } = plan.of(task) ?? {};
    return { percent, started: percent > 0, done: isDone };
  };
}

const summariesIn = keptAlone(
  (tasks: readonly Entity[]): ReadonlySet<string> => new Set(tasks.flatMap((one) => wordsOf(one).parent ?? [])),
);

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

/** Summaries above each other; more would be a circle. */
const DEEPEST = 64;

/** Where a task counts: its phase, wave or module, or the summary at the top of its branch. */
function placeOf(
  project: Project,
  task: Entity,
  by: EarnedDimension,
): { readonly id: string | undefined; readonly title: string } {
  const above: Entity[] = [];
  for (let up: Entity | undefined = task; up && above.length < DEEPEST; up = parentOf(project, up)) above.push(up);
  if (by === 'branch') return { id: above.at(-1)?.id, title: above.at(-1)?.title ?? '' };
  for (const one of above) {
    const id = by === 'module' ? moduleOf(project, one) : text(one.value[by]);
    if (id !== undefined) return { id, title: lookUp(project, `${by}s`, id)?.title ?? id };
  }
  return { id: undefined, title: '' };
}

const parentOf = (project: Project, task: Entity): Entity | undefined => {
  const { parent } = wordsOf(task);
  return parent === undefined ? undefined : lookUp(project, task.kind.name, parent);
};

/** The module that a task works on: one that it links to, or of something that it links to; else the only one of its wave. */
function moduleOf(project: Project, task: Entity): string | undefined {
  for (const link of list(task.value.links)) {
    const { kind, id } = targetOf(project.kinds, text(link) ?? '');
    const found = kind ? [lookUp(project, kind.name, id)] : (project.byId.get(id) ?? []);
    for (const one of found) {
      const module = one?.kind.name === 'modules' ? one.id : text(one?.value.module);
      if (module !== undefined) return module;
    }
  }
  const wave = lookUp(project, 'waves', text(task.value.wave) ?? '');
  const [only, ...others] = list(wave?.value.modules);
  return others.length ? undefined : text(only);
}

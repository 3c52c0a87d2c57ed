// The plan as it is computed: the dates that links, calendars, bounds and progress give each task, beside those that
// people typed.
import { type Day, dayNumber } from '../base/days';
import { kept, keptAlone } from '../base/kept';
import { finish, type Work } from '../base/work';
import type { Entity } from '../project/file-index';
import { manifestOf, type Project } from '../project/project';
import { text } from '../project/values';
import type { World } from '../project/world';
import { scheduleBasis, tasksOf, taskTables } from './activities';
import { calendarTables } from './calendar';
import type { Frame } from './frame';
import { networkAfter } from './network-mended';
import { scheduleNetwork } from './passes';
import { changedAround, type ChangedTasks, type Dated, type Made, madeOf, type Planned } from './planned';
import { isSameSpan, lastDayOf, spansOf } from './spans';
import { linesOf } from './task-length';
import type { Timeline } from './timeline';

export interface Plan {
  /** In the order of the register, parts behind their summary. */
  readonly tasks: readonly Planned[];
  readonly of: (task: Entity) => Planned | undefined;
  readonly finish: Day | undefined;
  /** Tasks that wait for each other. */
  readonly circles: readonly (readonly Entity[])[];
  readonly measure: Timeline;
}

/** The tasks that are work themselves, not sums of others. */
export const leavesOf = keptAlone(({ tasks }: Plan): readonly Planned[] => tasks.filter(({ parts }) => !parts.length));

/** The plan on the day that figures refer to. */
export const planOf = (world: World): Plan => finish(planning(world));

/** The same as work that pauses. What was computed holds until something changes that it rests on. */
export function* planning({ project, asOf }: World): Work<Plan> {
  const status = dayNumber(asOf) ?? 0;
  const basis = [...scheduleBasis(project), ...calendarTables(project)];
  const known = knownDates(scheduleBasis(project)[0]);
  if (!basis.every((one, at) => known.basis[at] === one)) Object.assign(known, { basis, byDay: new Map() });
  const last = lastDated(project.kinds);
  const dated = known.byDay.get(status) ?? (yield* computed(project, status, last.dated));
  known.byDay.set(status, dated);
  last.dated = dated;
  return planIn(dated, ...taskTables(project));
}

/** All that the dates of a plan and what stands in its tasks rest on, for whoever names nothing but tasks. */
export const planGround = (project: Project): readonly object[] => [
  taskTables(project)[0],
  ...scheduleBasis(project),
  ...calendarTables(project),
];

const knownDates = keptAlone<object, { basis: readonly object[]; byDay: Map<Day, Dated> }>(() => ({
  basis: [],
  byDay: new Map(),
}));

/** What was computed last: of the next plan most stays as it is. */
const lastDated = keptAlone<Project['kinds'], { dated: Dated | undefined }>(() => ({ dated: undefined }));

function* computed(project: Project, status: Day, last: Dated | undefined): Work<Dated> {
  const found = yield* tasksOf(project, status, last?.found);
  yield;
  const network = networkAfter(found.activities, last?.scheduled.network);
  yield;
  const measure = linesOf(project).project.line;
  const begins = dayNumber(text(manifestOf(project)?.slices[0]?.entities[0]?.value.start) ?? '');
  const terms = { start: begins ?? found.first() ?? status, status: status + 1, measure };
  const scheduled = yield* scheduleNetwork(network, terms, last?.scheduled);
  yield;
  return { found, scheduled, spans: spansOf(found, scheduled, last) };
}

const planIn = kept((dated: Dated, tasks: readonly Entity[], gates: readonly Entity[]): Plan => {
  const { network, finish: end, terms } = dated.scheduled;
  const made = madeOf(dated, tasks, gates);
  let planned: ReadonlyMap<Entity, Planned> | undefined;
  const plan: Plan = {
    tasks: inOrder(made),
    of: (task) => (planned ??= new Map(made.tasks.map((one) => [one.task, one]))).get(task),
    finish: tasks.length
      ? dated.spans.reduce((last, { lastDay }) => Math.max(last, lastDay), lastDayOf(end))
      : undefined,
    circles: network.circles.map((members) => members.map((at) => tasks[at] as Entity)),
    measure: terms.measure,
  };
  madeBy.set(plan, made);
  return plan;
});

const madeBy = new WeakMap<Plan, Made>();

/** What a plan says otherwise than one before it. */
export const changedSince = kept((now: Plan, before: Plan): ChangedTasks => {
  const [made, old] = [madeBy.get(now), madeBy.get(before)];
  if (made && old && made.tasks.length === old.tasks.length) return changedAround(made, old);
  return {
    come: now.tasks.filter((one) => {
      const other = before.of(one.task);
      return !other || !isAlike(one, other);
    }),
    gone: before.tasks.filter(({ task }) => !now.of(task)),
  };
});

const isAlike = (a: Planned, b: Planned): boolean =>
  isDatedAlike(a, b) &&
  a.parent?.task === b.parent?.task &&
  a.parts.length === b.parts.length &&
  a.gate === b.gate &&
  a.phase === b.phase &&
  a.links.length === b.links.length &&
  a.links.every(({ from, link }, at) => {
    const other = b.links[at];
    return link === other?.link && isDatedAlike(from, other.from) && from.links.length === other.from.links.length;
  });

const isDatedAlike = (a: Planned, b: Planned): boolean =>
  a.task === b.task && a.start === b.start && a.finish === b.finish && isSameSpan(a, b);

function inOrder({ dated: { found }, tasks }: Made): readonly Planned[] {
  return topDown(found.frame.parents, found.frame.parts).map((at) => tasks[at] as Planned);
}

/** Parts behind their summary. */
const topDown = kept((parents: Frame['parents'], parts: Frame['parts']): readonly number[] => {
  const order: number[] = [];
  const due: number[] = [];
  for (let at = parents.length - 1; at >= 0; at--) if (parents[at] === undefined) due.push(at);
  for (let at = due.pop(); at !== undefined; at = due.pop()) {
    order.push(at);
    const own = parts[at] ?? [];
    for (let part = own.length - 1; part >= 0; part--) due.push(own[part] as number);
  }
  return order;
});

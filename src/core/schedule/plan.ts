// The plan as it is computed: the dates that links, calendars, bounds and progress give each task, beside those that
// people typed.
import { type Day, dayNumber } from '../base/days';
import { kept, keptAlone } from '../base/kept';
import { finish, type Work } from '../base/work';
import type { Entity } from '../project/file-index';
import { manifestOf, type Project } from '../project/project';
import { text } from '../project/values';
import type { World } from '../project/world';
import { scheduleBasis, type Tasks, tasksOf, taskTables } from './activities';
import { calendarTables } from './calendar';
import { type Activity, type Actual, type Link, networkOf } from './network';
import type { Driver } from './early';
import { type Dates, type Scheduled, scheduleNetwork } from './passes';
import { linesOf } from './task-length';
import { wordsOf } from './task-words';
import { type Instant, type Timeline, TINY } from './timeline';

/** A task with its computed dates. Days are inclusive, as planners write them. */
export interface Planned extends Dates {
  readonly task: Entity;
  readonly parent: Planned | undefined;
  readonly parts: readonly Planned[];
  /** Steps below the top of the work breakdown structure. */
  readonly level: number;
  readonly milestone: boolean;
  /** In days of its calendar; of a summary the project's working days from start to finish. */
  readonly duration: number;
  readonly line: Timeline;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** 0 to 100; of a summary that of its parts, weighted by their durations. */
  readonly percent: number;
  readonly isDone: boolean;
  readonly links: readonly { readonly from: Planned; readonly link: Link }[];
  readonly driver: Driver;
  /** The gate that wants it done. */
  readonly gate: Entity | undefined;
  /** Its own phase, else that of the nearest summary that has one. */
  readonly phase: string | undefined;
}

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

/** A network with its dates: by numbers, so that it holds whatever else is written of the tasks. */
interface Dated {
  readonly found: Tasks;
  readonly scheduled: Scheduled;
}

function* computed(project: Project, status: Day, last: Dated | undefined): Work<Dated> {
  const found = tasksOf(project, status, last?.found);
  yield;
  const network = networkOf(found.activities, found.frame);
  yield;
  const measure = linesOf(project).project.line;
  const begins = dayNumber(text(manifestOf(project)?.slices[0]?.entities[0]?.value.start) ?? '');
  const terms = { start: begins ?? found.first ?? status, status: status + 1, measure };
  const scheduled = scheduleNetwork(network, terms, last?.scheduled);
  yield;
  return { found, scheduled };
}

const planIn = kept((dated: Dated, tasks: readonly Entity[], gates: readonly Entity[]): Plan => {
  const { network, finish: end, terms } = dated.scheduled;
  const made = drafts(dated, tasks, gates);
  let planned: ReadonlyMap<Entity, Planned> | undefined;
  return {
    tasks: inOrder(made),
    of: (task) => (planned ??= new Map(made.map((one) => [one.task, one]))).get(task),
    finish: made.length ? made.reduce((last, { lastDay }) => Math.max(last, lastDay), lastDayOf(end)) : undefined,
    circles: network.circles.map((members) => members.map((at) => tasks[at] as Entity)),
    measure: terms.measure,
  };
});

/** The tasks of which a plan says something else than one before it, or that it says something else of around them. */
export const changedSince = kept((now: Plan, before: Plan): readonly Planned[] =>
  now.tasks.filter((one) => {
    const old = before.of(one.task);
    return !old || !isAlike(one, old);
  }),
);

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
  a.task === b.task &&
  a.start === b.start &&
  a.finish === b.finish &&
  a.firstDay === b.firstDay &&
  a.lastDay === b.lastDay &&
  a.duration === b.duration &&
  a.percent === b.percent &&
  a.line === b.line &&
  a.milestone === b.milestone &&
  a.isDone === b.isDone;

const NO_LINKS: Planned['links'] = [];

type Draft = { -readonly [Name in keyof Planned]: Planned[Name] };

function drafts(
  { found: { activities, parents, gates: wanting, frame }, scheduled }: Dated,
  tasks: readonly Entity[],
  gates: readonly Entity[],
): readonly Draft[] {
  const made = new Array<Draft>(tasks.length);
  const { phases } = frame;
  const { network, dates, terms } = scheduled;
  const { order, links } = network;
  const { measure } = terms;
  // Summaries come behind their parts, and take their days and their progress from them.
  for (const at of order) {
    const { duration, line, parts: numbers, actual } = activities[at] as Activity;
    const [task, own] = [tasks[at] as Entity, dates[at] as Dates];
    const parts: Draft[] = [];
    for (const part of numbers) if (made[part]) parts.push(made[part]);
    const isSummary = parts.length > 0;
    const { firstDay, lastDay } = isSummary
      ? spanOf(parts)
      : daysOf(own, duration < TINY ? points(own.driver, made) : undefined, line);
    // Field by field: copied together, thousands of them take a multiple of the time.
    made[at] = {
      start: own.start,
      finish: own.finish,
      lateStart: own.lateStart,
      lateFinish: own.lateFinish,
      totalFloat: own.totalFloat,
      freeFloat: own.freeFloat,
      critical: own.critical,
      driver: own.driver,
      task,
      parent: undefined,
      parts,
      level: 0,
      milestone: !isSummary && duration < TINY,
      duration: isSummary ? measure.workedBy(own.finish) - measure.workedBy(own.start) : duration,
      line: isSummary ? measure : line,
      firstDay,
      lastDay,
      percent: isSummary ? weighted(parts) : percentOf(task, actual),
      isDone: isSummary ? parts.every((part) => part.isDone) : actual?.finish !== undefined,
      links: NO_LINKS,
      gate: gates[wanting[at] ?? -1],
      phase: phases[at],
    };
  }
  for (const [at, one] of made.entries()) {
    const parent = parents[at];
    one.parent = parent === undefined ? undefined : made[parent];
    const own = links[at];
    if (own?.length) one.links = own.map((link) => ({ from: made[link.from] as Planned, link }));
  }
  return made;
}

/** Parts behind their summary, which is where levels are counted. */
function inOrder(made: readonly Draft[]): readonly Planned[] {
  const found: Planned[] = [];
  const due = made.filter(({ parent }) => !parent).reverse();
  for (let one = due.pop(); one; one = due.pop()) {
    found.push(one);
    for (const part of [...one.parts].reverse() as Draft[]) {
      part.level = one.level + 1;
      due.push(part);
    }
  }
  return found;
}

function spanOf(parts: readonly Planned[]): Days {
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const part of parts) {
    firstDay = Math.min(firstDay, part.firstDay);
    lastDay = Math.max(lastDay, part.lastDay);
  }
  return { firstDay, lastDay };
}

interface Days {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Why a point in time is the end of what came before it, not the beginning of what follows. */
const ENDS: ReadonlySet<Driver['kind']> = new Set(['link', 'actual', 'late', 'deadline']);

/** A point in the plan, and the one that leads to it without a time between them. */
interface Point {
  readonly before: Planned | undefined;
}

function points(driver: Driver, made: readonly (Planned | undefined)[]): Point {
  const before = driver.kind === 'link' && Math.abs(driver.link.lag) < TINY ? made[driver.link.from] : undefined;
  return { before: before?.milestone ? before : undefined };
}

// The end of a day belongs to it. A milestone that something leads to stands on the day on which that ends; one that
// stands by itself, or behind the status date, on the first working day from there.
function daysOf({ start, finish, driver }: Dates, point: Point | undefined, line: Timeline): Days {
  const [first, last] = [Math.floor(start + TINY), lastDayOf(finish)];
  if (point?.before) return { firstDay: point.before.lastDay, lastDay: point.before.lastDay };
  if (!point) return { firstDay: first, lastDay: Math.max(last, first) };
  const free = driver.kind === 'status' || driver.kind === 'project';
  const stands = ENDS.has(driver.kind) ? last : free ? Math.floor(line.begin(line.workedBy(finish)) + TINY) : first;
  return { firstDay: stands, lastDay: stands };
}

const lastDayOf = (finish: Instant): Day => Math.ceil(finish - TINY) - 1;

function percentOf(task: Entity, actual: Actual | undefined): number {
  if (!actual) return 0;
  if (actual.finish !== undefined) return 100;
  return wordsOf(task).percent ?? 0;
}

function weighted(parts: readonly Planned[]): number {
  const whole = parts.reduce((sum, { duration }) => sum + duration, 0);
  if (whole < TINY) return parts.every(({ isDone }) => isDone) ? 100 : 0;
  return parts.reduce((sum, { duration, percent }) => sum + duration * percent, 0) / whole;
}

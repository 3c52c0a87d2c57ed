// The plan as it is computed: the dates that links, calendars, bounds and progress give each task, beside those that
// people typed.
import { type Day, dayNumber } from '../base/days';
import { keptAlone } from '../base/kept';
import { finish, type Work } from '../base/work';
import type { Entity } from '../project/file-index';
import { manifestOf, type Project } from '../project/project';
import { text } from '../project/values';
import type { World } from '../project/world';
import { type Tasks, tasksOf, taskTables } from './activities';
import { calendarTables } from './calendar';
import { type Activity, type Actual, type Link, type Network, networkOf } from './network';
import { type Dates, type Driver, scheduleNetwork } from './passes';
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

/** The plan on the day that figures refer to. */
export const planOf = (world: World): Plan => finish(planning(world));

/** The same as work that pauses. What was computed holds until something changes that it rests on. */
export function* planning({ project, asOf }: World): Work<Plan> {
  const status = dayNumber(asOf) ?? 0;
  const tables = planTables(project);
  const known = knownPlans(tables[0]);
  if (!tables.every((one, at) => known.tables[at] === one)) Object.assign(known, { tables, byDay: new Map() });
  const plan = known.byDay.get(status) ?? (yield* computed(project, status));
  known.byDay.set(status, plan);
  return plan;
}

/** Every table that a plan rests on, that of the tasks first. */
export const planTables = (project: Project): readonly [readonly Entity[], ...(readonly Entity[])[]] => [
  ...taskTables(project),
  ...calendarTables(project),
];

const knownPlans = keptAlone<readonly Entity[], { tables: readonly (readonly Entity[])[]; byDay: Map<Day, Plan> }>(
  () => ({ tables: [], byDay: new Map() }),
);

function* computed(project: Project, status: Day): Work<Plan> {
  const found = tasksOf(project, status);
  const { tasks, activities, first } = found;
  yield;
  const network = networkOf(activities, found.frame);
  yield;
  const measure = linesOf(project).project.line;
  const begins = dayNumber(text(manifestOf(project)?.slices[0]?.entities[0]?.value.start) ?? '');
  const terms = { start: begins ?? first ?? status, status: status + 1, measure };
  const { dates, finish: end } = scheduleNetwork(network, terms);
  yield;
  const made = drafts(found, network, dates, measure);
  let planned: ReadonlyMap<Entity, Planned> | undefined;
  return {
    tasks: inOrder(made),
    of: (task) => (planned ??= new Map(made.map((one) => [one.task, one]))).get(task),
    finish: made.length ? made.reduce((last, { lastDay }) => Math.max(last, lastDay), lastDayOf(end)) : undefined,
    circles: network.circles.map((members) => members.map((at) => tasks[at] as Entity)),
    measure,
  };
}

const NO_LINKS: Planned['links'] = [];

type Draft = { -readonly [Name in keyof Planned]: Planned[Name] };

function drafts(
  { tasks, activities, parents, gates }: Omit<Tasks, 'first' | 'frame'>,
  { order, links }: Network,
  dates: readonly Dates[],
  measure: Timeline,
): readonly Draft[] {
  const made = new Array<Draft>(tasks.length);
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
      gate: gates[at],
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

// The tasks of a project as activities: how long they take and in which calendar, what they wait for, what binds them,
// what has happened. What cannot be read is left out, for other findings say so; a plan with gaps is scheduled all the same.
import { type Day, dayNumber } from '../base/days';
import { nfc } from '../base/text';
import type { Entity } from '../project/file-index';
import { formerIds, type Project } from '../project/project';
import { isDone } from '../project/state';
import { day, list, number as numeric, text } from '../project/values';
import { member } from '../schema/json';
import { type Duration, inMinutes, inWorkingDays } from './duration';
import type { Activity, Bounds, Link, LinkType } from './network';
import { durationIn, lasting, type Length, lengthOf, type Line, linesOf, PEOPLE } from './task-length';
import { everyDay, type Instant } from './timeline';

const TASKS = 'tasks';
const GATES = 'gates';

export interface Tasks {
  readonly tasks: readonly Entity[];
  readonly activities: readonly Activity[];
  /** The number of the summary above each task. */
  readonly parents: readonly (number | undefined)[];
  /** The earliest day that any task names. */
  readonly first: Day | undefined;
}

/** The tables that say what there is to do, and by when: tasks first, gates, the people who do it. */
export const taskTables = (project: Project): readonly [readonly Entity[], ...(readonly Entity[])[]] => [
  project.table(TASKS),
  project.table(GATES),
  project.table(PEOPLE),
];

/** What a schedule is made of; `status` is the status date, after which nothing has happened yet. */
export function tasksOf(project: Project, status: Day): Tasks {
  const tasks = project.table(TASKS);
  const number = numbersOf(tasks);
  const parents = parentsOf(tasks, number);
  const parts: number[][] = tasks.map(() => []);
  for (const [at, parent] of parents.entries()) if (parent !== undefined) parts[parent]?.push(at);
  const lines = linesOf(project);
  const gates = deadlines(project);
  const own = tasks.map((task) => ownLinks(task, number, lines.project));
  const links = handedDown(own, parents, parts);
  const bounds = new Array<Bounds>(tasks.length);
  const activities = new Array<Activity>(tasks.length);
  for (const at of topDown(parents)) {
    const task = tasks[at] as Entity;
    const above = parents[at] === undefined ? undefined : bounds[parents[at]];
    const line = lines.of(task);
    const length = lengthOf(task, line);
    const isSummary = (parts[at]?.length ?? 0) > 0;
    bounds[at] = boundsOf(task, length, {
      above,
      gate: gates(inherited(tasks, parents, at, 'phase'), inherited(tasks, parents, at, 'wave')),
      free: !own[at]?.length,
    });
    const actual = isSummary ? undefined : actualOf(task, { ...length, on: line }, bounds[at], status);
    activities[at] = {
      ...length,
      links: isSummary ? [] : (links[at] ?? []),
      bounds: isSummary ? {} : bounds[at],
      parts: parts[at] ?? [],
      ...(actual ? { actual } : {}),
    };
  }
  const days = tasks
    .flatMap((task) => [day(task, 'start'), day(task, 'actual_start')])
    .filter((one) => one !== undefined);
  return { tasks, activities, parents, first: days.length ? days.reduce((a, b) => Math.min(a, b)) : undefined };
}

/** The place of each entity by its id, and by those it had where no other has them now; of duplicates the first. */
export function numbersOf(tasks: readonly Entity[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, { id }] of tasks.entries()) if (!found.has(id)) found.set(id, at);
  for (const [at, task] of tasks.entries()) for (const id of formerIds(task)) if (!found.has(id)) found.set(id, at);
  return found;
}

/** The summary of each task; those that would be their own are of none. */
function parentsOf(tasks: readonly Entity[], number: ReadonlyMap<string, number>): readonly (number | undefined)[] {
  const parents = tasks.map((task) => number.get(nfc(text(task.value.parent) ?? '')));
  const isRound = (at: number): boolean => {
    const seen = new Set<number>();
    for (let up: number | undefined = at; up !== undefined; up = parents[up]) {
      if (seen.has(up)) return up === at;
      seen.add(up);
    }
    return false;
  };
  const round = new Set(parents.flatMap((_, at) => (isRound(at) ? [at] : [])));
  return parents.map((parent, at) => (round.has(at) ? undefined : parent));
}

/** Numbers in an order in which summaries come before their parts. */
function topDown(parents: readonly (number | undefined)[]): readonly number[] {
  const depths = new Array<number | undefined>(parents.length);
  const depth = (at: number): number => {
    const way: number[] = [];
    let up: number | undefined = at;
    for (; up !== undefined && depths[up] === undefined; up = parents[up]) way.push(up);
    let known = up === undefined ? -1 : (depths[up] ?? 0);
    for (const one of way.reverse()) depths[one] = ++known;
    return depths[at] ?? 0;
  };
  return parents.map((_, at) => at).sort((a, b) => depth(a) - depth(b) || a - b);
}

const TYPES: ReadonlySet<string> = new Set<LinkType>(['FS', 'SS', 'FF', 'SF']);

function ownLinks({ value }: Entity, number: ReadonlyMap<string, number>, line: Line): readonly Link[] {
  return list(value.after).flatMap((one): readonly Link[] => {
    const id = text(one) ?? text(member(one, 'task'));
    const from = id === undefined ? undefined : number.get(nfc(id));
    if (from === undefined) return [];
    const type = text(member(one, 'type')) ?? 'FS';
    const lag = durationIn(member(one, 'lag'));
    return [{ from, type: TYPES.has(type) ? (type as LinkType) : 'FS', ...lagOf(lag, line) }];
  });
}

// Working time goes by the project's calendar; calendar and elapsed time go on over free days.
function lagOf(lag: Duration | undefined, { line, calendar }: Line): Pick<Link, 'lag' | 'line'> {
  const days = lag && (lag.unit === 'd' || lag.unit === 'w') ? inWorkingDays(lag, calendar) : undefined;
  if (!lag || days !== undefined) return { lag: days ?? 0, line };
  return { lag: inMinutes(lag, 0, 0) / 1440, line: everyDay };
}

/** Links with those of the summaries: they hold for the parts that no other part of the same summary precedes. */
function handedDown(
  own: readonly (readonly Link[])[],
  parents: readonly (number | undefined)[],
  parts: readonly (readonly number[])[],
): readonly (readonly Link[])[] {
  const all = new Array<readonly Link[]>(own.length);
  for (const at of topDown(parents)) {
    const parent = parents[at];
    const siblings = new Set(parent === undefined ? [] : parts[parent]);
    const isLed = own[at]?.some(({ from }) => from !== at && siblings.has(from)) ?? false;
    all[at] = [...(own[at] ?? []), ...(parent === undefined || isLed ? [] : (all[parent] ?? []))];
  }
  return all;
}

interface Given {
  /** What binds the summary. */
  readonly above: Bounds | undefined;
  /** The end of the day by which a gate wants it done. */
  readonly gate: Instant | undefined;
  /** It waits for nothing of its own, so that its typed dates place it. */
  readonly free: boolean;
}

function boundsOf(task: Entity, { duration, line }: Length, { above, gate, free }: Given): Bounds {
  const type = text(member(task.value.constraint, 'type'));
  const date = dayNumber(text(member(task.value.constraint, 'date')) ?? '');
  const [start, finish] = [day(task, 'start'), day(task, 'finish')];
  const placed = start ?? (finish === undefined ? undefined : line.begin(line.workedBy(finish + 1) - duration));
  const on = (name: string, at = 0): Instant | undefined =>
    type === name && date !== undefined ? date + at : undefined;
  return clean({
    place: free ? placed : undefined,
    startFrom: most(Math.max, on('snet'), above?.startFrom),
    finishFrom: on('fnet', 1),
    startBy: on('snlt'),
    finishBy: most(Math.min, on('fnlt', 1), gate, above?.finishBy),
    start: on('mso'),
    finish: on('mfo', 1),
    late: type === 'alap' ? true : undefined,
  });
}

const most = (which: (...all: number[]) => number, ...all: readonly (number | undefined)[]): number | undefined => {
  const there = all.filter((one) => one !== undefined);
  return there.length ? which(...there) : undefined;
};

const clean = (bounds: { readonly [Name in keyof Bounds]: Bounds[Name] | undefined }): Bounds =>
  Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined));

/** What has happened by the status date. */
function actualOf(
  task: Entity,
  { duration, line, on }: Length & { readonly on: Line },
  { place }: Bounds,
  status: Day,
): Activity['actual'] {
  const until = (one: Day | undefined): Day | undefined => (one !== undefined && one <= status ? one : undefined);
  const [start, end] = [until(day(task, 'actual_start')), until(day(task, 'actual_finish'))];
  const percent = Math.min(Math.max(numeric(task.value.percent) ?? 0, 0), 100);
  const back = (finish: Instant): Instant => (duration === 0 ? finish : line.begin(line.workedBy(finish) - duration));
  if (end !== undefined || percent === 100) {
    // What is done without a day was done as planned, or by now.
    const finish = end === undefined ? Math.min(day(task, 'finish') ?? status, status) + 1 : end + 1;
    return { start: Math.min(start ?? back(finish), finish), finish, remaining: 0 };
  }
  if (start === undefined && percent === 0) return undefined;
  const left = durationIn(task.value.remaining);
  const remaining = left ? lasting(left, on).duration : duration * (1 - percent / 100);
  return { start: start ?? Math.min(place ?? status, status), remaining };
}

/** The end of the day by which a task of a phase and a wave is wanted: the nearest gate of theirs that nobody decided
 * yet. A gate without a wave is one of all waves. */
function deadlines(project: Project): (phase: string | undefined, wave: string | undefined) => Instant | undefined {
  const gates = project.table(GATES).filter((gate) => !isDone(gate));
  const known = new Map<string, Instant | undefined>();
  return (phase, wave) => {
    if (phase === undefined) return undefined;
    const key = `${phase}\n${wave ?? ''}`;
    if (known.has(key)) return known.get(key);
    const meant = gates.filter(
      ({ value }) => text(value.phase) === phase && (text(value.wave) === undefined || text(value.wave) === wave),
    );
    const due = most(Math.min, ...meant.map((gate) => day(gate, 'due')));
    known.set(key, due === undefined ? undefined : due + 1);
    return known.get(key);
  };
}

/** A field of a task, or else of the nearest summary that has it. */
function inherited(
  tasks: readonly Entity[],
  parents: readonly (number | undefined)[],
  at: number,
  name: string,
): string | undefined {
  for (let up: number | undefined = at; up !== undefined; up = parents[up]) {
    const found = text(tasks[up]?.value[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

// The tasks of a project as activities: how long they take and in which calendar, what they wait for, what binds them,
// what has happened. What cannot be read is left out, for other findings say so; a plan with gaps is scheduled all the same.
import type { Day } from '../base/days';
import type { Entity } from '../project/file-index';
import { formerIds, type Project } from '../project/project';
import { isDone } from '../project/state';
import { day, text } from '../project/values';
import { type Duration, inMinutes, inWorkingDays } from './duration';
import type { Activity, Actual, Bounds, Link } from './network';
import { lasting, type Length, lengthOf, type Line, linesOf, PEOPLE } from './task-length';
import { type Words, wordsOf } from './task-words';
import { everyDay, type Instant } from './timeline';

const TASKS = 'tasks';
const GATES = 'gates';
const WAVES = 'waves';

export interface Tasks {
  readonly tasks: readonly Entity[];
  readonly activities: readonly Activity[];
  /** The number of the summary above each task. */
  readonly parents: readonly (number | undefined)[];
  /** The gate that wants each task done, where one does. */
  readonly gates: readonly (Entity | undefined)[];
  /** The earliest day that any task names. */
  readonly first: Day | undefined;
}

/** The tables that say what there is to do, and by when: tasks first, gates, waves, the people who do it. */
export const taskTables = (project: Project): readonly [readonly Entity[], ...(readonly Entity[])[]] => [
  project.table(TASKS),
  project.table(GATES),
  project.table(WAVES),
  project.table(PEOPLE),
];

/** What a schedule is made of; `status` is the status date, after which nothing has happened yet. */
export function tasksOf(project: Project, status: Day): Tasks {
  const tasks = project.table(TASKS);
  const words = tasks.map(wordsOf);
  const number = numbersOf(tasks);
  const parents = parentsOf(words, number);
  const parts = partsOf(parents);
  const order = topDown(parents, parts);
  const lines = linesOf(project);
  const gateOf = deadlines(project);
  const own = words.map((task) => ownLinks(task, number, lines.project));
  const links = handedDown(own, parents, order);
  const phases = inherited(words, parents, order, 'phase');
  const waves = inherited(words, parents, order, 'wave');
  const bounds = new Array<Bounds>(tasks.length);
  const activities = new Array<Activity>(tasks.length);
  const gates = new Array<Entity | undefined>(tasks.length);
  for (const at of order) {
    const [task, parent] = [words[at] as Words, parents[at]];
    const line = lines.of(task);
    const length = lengthOf(task, line);
    const isSummary = (parts[at] as readonly number[]).length > 0;
    const gate = gateOf(phases[at], waves[at], task.start);
    gates[at] = gate?.gate;
    const bound = boundsOf(task, length, {
      above: parent === undefined ? undefined : bounds[parent],
      gate: gate?.by,
      free: !own[at]?.length,
    });
    bounds[at] = bound;
    activities[at] = {
      duration: length.duration,
      line: length.line,
      links: isSummary ? NO_LINKS : (links[at] as readonly Link[]),
      bounds: isSummary ? UNBOUND : bound,
      actual: isSummary ? undefined : actualOf(task, length, line, bound.place, status),
      parts: parts[at] as readonly number[],
    };
  }
  return { tasks, activities, parents, gates, first: earliest(words) };
}

const NO_LINKS: readonly Link[] = [];
const NO_PARTS: readonly number[] = [];
const UNBOUND: Bounds = {};

function earliest(words: readonly Words[]): Day | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const { start, actualStart } of words) first = Math.min(first, start ?? first, actualStart ?? first);
  return Number.isFinite(first) ? first : undefined;
}

/** The place of each entity by its id, and by those it had where no other has them now; of duplicates the first. */
export function numbersOf(tasks: readonly Entity[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, { id }] of tasks.entries()) if (!found.has(id)) found.set(id, at);
  for (const [at, task] of tasks.entries()) {
    if (task.value.formerly === undefined) continue;
    for (const id of formerIds(task)) if (!found.has(id)) found.set(id, at);
  }
  return found;
}

/** The summary of each task; those that would be their own are of none. */
function parentsOf(words: readonly Words[], number: ReadonlyMap<string, number>): readonly (number | undefined)[] {
  const parents = words.map(({ parent }) => (parent === undefined ? undefined : number.get(parent)));
  // 1 leads up to a top, 2 is being walked.
  const known = new Uint8Array(parents.length);
  for (const at of parents.keys()) {
    const way: number[] = [];
    let up: number | undefined = at;
    for (; up !== undefined && !known[up]; up = parents[up]) {
      known[up] = 2;
      way.push(up);
    }
    if (up !== undefined && known[up] === 2) for (const one of way.slice(way.indexOf(up))) parents[one] = undefined;
    for (const one of way) known[one] = 1;
  }
  return parents;
}

function partsOf(parents: readonly (number | undefined)[]): readonly (readonly number[])[] {
  const parts = new Array<number[] | readonly number[]>(parents.length).fill(NO_PARTS);
  for (const [at, parent] of parents.entries()) {
    if (parent === undefined) continue;
    if (parts[parent] === NO_PARTS) parts[parent] = [at];
    else (parts[parent] as number[]).push(at);
  }
  return parts;
}

/** Numbers in an order in which summaries come before their parts. */
function topDown(parents: readonly (number | undefined)[], parts: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  for (const [at, parent] of parents.entries()) if (parent === undefined) order.push(at);
  // The list grows while it is walked.
  for (let next = 0; next < order.length; next++)
    for (const part of parts[order[next] as number] ?? []) order.push(part);
  return order;
}

function ownLinks({ after }: Words, number: ReadonlyMap<string, number>, line: Line): readonly Link[] {
  if (!after.length) return NO_LINKS;
  const found: Link[] = [];
  for (const { task, type, lag } of after) {
    const from = number.get(task);
    if (from !== undefined) found.push({ from, type, ...lagOf(lag, line) });
  }
  return found;
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
  order: readonly number[],
): readonly (readonly Link[])[] {
  const all = new Array<readonly Link[]>(own.length);
  for (const at of order) {
    const parent = parents[at];
    const [ours, above] = [own[at] ?? NO_LINKS, parent === undefined ? NO_LINKS : (all[parent] ?? NO_LINKS)];
    const isLed = above.length > 0 && ours.some(({ from }) => from !== at && parents[from] === parent);
    all[at] = !above.length || isLed ? ours : [...ours, ...above];
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

function boundsOf(task: Words, { duration, line }: Length, { above, gate, free }: Given): Bounds {
  const { start, finish, constraint: type, date } = task;
  const placed = start ?? (free && finish !== undefined ? line.begin(line.workedBy(finish + 1) - duration) : undefined);
  const end = date === undefined ? undefined : date + 1;
  return {
    place: free ? placed : undefined,
    startFrom: latest(type === 'snet' ? date : undefined, above?.startFrom),
    finishFrom: type === 'fnet' ? end : undefined,
    startBy: type === 'snlt' ? date : undefined,
    finishBy: soonest(soonest(type === 'fnlt' ? end : undefined, gate), above?.finishBy),
    start: type === 'mso' ? date : undefined,
    finish: type === 'mfo' ? end : undefined,
    late: type === 'alap',
  };
}

const latest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
const soonest = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

/** What has happened by the status date. */
function actualOf(
  task: Words,
  { duration, line }: Length,
  on: Line,
  place: Instant | undefined,
  status: Day,
): Actual | undefined {
  const until = (one: Day | undefined): Day | undefined => (one !== undefined && one <= status ? one : undefined);
  const [start, end] = [until(task.actualStart), until(task.actualFinish)];
  const percent = task.percent ?? 0;
  const back = (finish: Instant): Instant => (duration === 0 ? finish : line.begin(line.workedBy(finish) - duration));
  if (end !== undefined || percent === 100) {
    // What is done without a day was done as planned, or by now.
    const finish = end === undefined ? Math.min(task.finish ?? status, status) + 1 : end + 1;
    // Nothing ends on a day before it began.
    return { start: start === undefined ? back(finish) : Math.min(start, finish - 1), finish, remaining: 0 };
  }
  if (start === undefined && percent === 0) return undefined;
  const left = task.remaining;
  const remaining = left ? lasting(left, on).duration : duration * (1 - percent / 100);
  return { start: start ?? Math.min(place ?? status, status), finish: undefined, remaining };
}

interface Deadline {
  readonly gate: Entity;
  readonly by: Instant;
}

type Wanted = (phase: string | undefined, wave: string | undefined, start: Day | undefined) => Deadline | undefined;

/** The end of the day by which a task of a phase and a wave is wanted: the nearest gate of theirs that nobody decided
 * yet. A gate without a wave is one of all waves. What is planned from a wave's go-live on is not wanted by the gates
 * that come before it, which decide on it. */
function deadlines(project: Project): Wanted {
  const gates = project.table(GATES).filter((gate) => !isDone(gate));
  const known = new Map<string, Deadline | undefined>();
  const live = new Map(project.table(WAVES).map((wave) => [wave.id as string, day(wave, 'go_live')]));
  const nearest = (phase: string, wave: string | undefined, from: Day): Deadline | undefined => {
    let found: Deadline | undefined;
    for (const gate of gates) {
      const [due, of] = [day(gate, 'due'), text(gate.value.wave)];
      if (due === undefined || due < from) continue;
      if (text(gate.value.phase) !== phase || (of !== undefined && of !== wave)) continue;
      if (!found || due + 1 < found.by) found = { gate, by: due + 1 };
    }
    return found;
  };
  return (phase, wave, start) => {
    if (phase === undefined || !gates.length) return undefined;
    const goes = wave === undefined ? undefined : live.get(wave);
    const from = start !== undefined && goes !== undefined && start >= goes ? goes : Number.NEGATIVE_INFINITY;
    const key = `${phase}\n${wave ?? ''}\n${from}`;
    if (!known.has(key)) known.set(key, nearest(phase, wave, from));
    return known.get(key);
  };
}

/** A field of each task, or else of the nearest summary that has it. */
function inherited(
  words: readonly Words[],
  parents: readonly (number | undefined)[],
  order: readonly number[],
  name: 'phase' | 'wave',
): readonly (string | undefined)[] {
  const found = new Array<string | undefined>(words.length);
  for (const at of order) {
    const parent = parents[at];
    found[at] = words[at]?.[name] ?? (parent === undefined ? undefined : found[parent]);
  }
  return found;
}

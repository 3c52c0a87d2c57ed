// The tasks of a project as activities: how long they take and in which calendar, what they wait for, what binds them,
// what has happened. What cannot be read is left out, for other findings say so; a plan with gaps is scheduled all the same.
import type { Day } from '../base/days';
import { gist, kept } from '../base/kept';
import { visits, type Work } from '../base/work';
import type { Entity } from '../project/file-index';
import { formerIds, type Project } from '../project/project';
import { isDone } from '../project/state';
import { day, text } from '../project/values';
import { type Frame, frameOf, NO_LINKS } from './frame';
import type { Activity, Actual, Bounds, Link } from './network';
import { availabilities, lasting, type Length, lengthOf, type Line, type Lines, linesOf } from './task-length';
import { type Words, wordsOf } from './task-words';
import type { Instant } from './timeline';

const TASKS = 'tasks';
const GATES = 'gates';
const WAVES = 'waves';

export interface Tasks {
  readonly activities: readonly Activity[];
  readonly frame: Frame;
  /** The number of the summary above each task. */
  readonly parents: readonly (number | undefined)[];
  /** The number of the gate that wants each task done, where one does. */
  readonly gates: readonly (number | undefined)[];
  /** The earliest day that any task names. */
  readonly first: () => Day | undefined;
  readonly given: Given;
}

/** What the activities were made from. */
interface Given {
  /** What decides on all of them: the gates, the status date. */
  readonly terms: readonly unknown[];
  readonly lines: Lines;
  readonly tasks: readonly Entity[];
  readonly words: readonly Words[];
  readonly placed: readonly Placed[];
}

interface Placed {
  readonly on: Line;
  readonly length: Length;
  readonly bound: Bounds;
  readonly actual: Actual | undefined;
}

/** Whether an entity is of the plan. */
export const isTask = ({ kind }: Entity): boolean => kind.name === TASKS;

/** The tables whose entities a plan names: tasks, and the gates that want them done. */
export const taskTables = (project: Project): readonly [readonly Entity[], readonly Entity[]] => [
  project.table(TASKS),
  project.table(GATES),
];

/** What a schedule rests on: the same as long as no date can be another, whatever else is said of tasks, gates, waves and people. */
export const scheduleBasis = (project: Project): readonly [object, ...object[]] => [
  tasksGist(project.table(TASKS)),
  gatesGist(project.table(GATES)),
  wavesGist(project.table(WAVES)),
  availabilities(project),
];

const tasksGist = gist((task: Entity) => [task.id, formerIds(task), wordsOf(task)]);
const gatesGist = gist((gate: Entity) => [isDone(gate), gate.value.due, gate.value.phase, gate.value.wave]);
const wavesGist = gist((wave: Entity) => [wave.id, wave.value.go_live]);

/** What a schedule is made of; `status` is the status date, after which nothing has happened yet. An activity of which nothing
 * is otherwise is the very same as `before`. */
export function* tasksOf(project: Project, status: Day, before?: Tasks): Work<Tasks> {
  const tasks = project.table(TASKS);
  const last = before?.activities.length === tasks.length ? before : undefined;
  const words = new Array<Words>(tasks.length);
  yield* visits(tasks, (task, at) => {
    words[at] = last?.given.tasks[at] === task ? (last.given.words[at] as Words) : wordsOf(task);
  });
  const lines = linesOf(project);
  const gateOf = deadlines(project);
  yield;
  const frame = yield* frameOf(project, tasks, words, lines.project);
  yield;
  const { parents, parts, order, own, links, phases, waves } = frame;
  const terms = [gatesGist(project.table(GATES)), wavesGist(project.table(WAVES)), status];
  const placed = new Array<Placed>(tasks.length);
  const activities = new Array<Activity>(tasks.length);
  const gates = new Array<number | undefined>(tasks.length);
  const isAsBefore = last?.given.terms.every((one, at) => one === terms[at])
    ? placedAsBefore(last, frame, lines)
    : undefined;
  const place = (at: number): void => {
    const [task, parent] = [words[at] as Words, parents[at]];
    const above = parent === undefined ? undefined : placed[parent];
    if (isAsBefore?.(at, task, above)) {
      placed[at] = last?.given.placed[at] as Placed;
      gates[at] = last?.gates[at];
      if (last && links[at] === last.frame.links[at] && parts[at] === last.frame.parts[at]) {
        activities[at] = last.activities[at] as Activity;
        return;
      }
    } else {
      const gate = gateOf(phases[at], waves[at], task.start);
      gates[at] = gate?.gate;
      placed[at] = placing(task, lines.of(task), above?.bound, gate?.by, !own[at]?.length, status);
    }
    const isSummary = (parts[at] as readonly number[]).length > 0;
    const { length, bound, actual } = placed[at] as Placed;
    const old = last?.activities[at];
    const waits = isSummary ? NO_LINKS : (links[at] as readonly Link[]);
    activities[at] =
      old && last?.given.placed[at] === placed[at] && old.links === waits && old.parts === parts[at]
        ? old
        : {
            duration: length.duration,
            line: length.line,
            links: waits,
            bounds: isSummary ? UNBOUND : bound,
            actual: isSummary ? undefined : actual,
            parts: parts[at] as readonly number[],
          };
  };
  yield* visits(order, place);
  return {
    activities,
    frame,
    parents,
    gates,
    first: () => earliest(words),
    given: { terms, lines, tasks, words, placed },
  };
}

/** Whether a task says the same as before, stands at the same place, and is bound by the same from above. */
const placedAsBefore =
  ({ frame: was, given }: Tasks, frame: Frame, lines: Lines) =>
  (at: number, task: Words, above: Placed | undefined): boolean => {
    if (given.words[at] !== task) return false;
    if (lines !== given.lines && lines.of(task) !== given.placed[at]?.on) return false;
    const parent = frame.parents[at];
    if (parent !== was.parents[at] || (parent !== undefined && given.placed[parent] !== above)) return false;
    return (
      frame === was ||
      (frame.phases[at] === was.phases[at] &&
        frame.waves[at] === was.waves[at] &&
        !frame.own[at]?.length === !was.own[at]?.length)
    );
  };

const UNBOUND: Bounds = {};

/** How long a task takes, what binds it and what has happened: the same while its words and what they meet are. `gate` is
 * the end of the day by which one wants it done; `free` is one that waits for nothing of its own, so that its typed dates
 * place it. */
const placing = kept(
  (
    task: Words,
    line: Line,
    above: Bounds | undefined,
    gate: Instant | undefined,
    free: boolean,
    status: Day,
  ): Placed => {
    const length = lengthOf(task, line);
    const bound = boundsOf(task, length, { above, gate, free });
    return { on: line, length, bound, actual: actualOf(task, length, line, bound.place, status) };
  },
);

function earliest(words: readonly Words[]): Day | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const { start, actualStart } of words) first = Math.min(first, start ?? first, actualStart ?? first);
  return Number.isFinite(first) ? first : undefined;
}

interface Binding {
  /** What binds the summary. */
  readonly above: Bounds | undefined;
  /** The end of the day by which a gate wants it done. */
  readonly gate: Instant | undefined;
  /** It waits for nothing of its own, so that its typed dates place it. */
  readonly free: boolean;
}

function boundsOf(task: Words, { duration, line }: Length, { above, gate, free }: Binding): Bounds {
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
  readonly gate: number;
  readonly by: Instant;
}

type Wanted = (phase: string | undefined, wave: string | undefined, start: Day | undefined) => Deadline | undefined;

/** The end of the day by which a task of a phase and a wave is wanted: the nearest gate of theirs that nobody decided
 * yet. A gate without a wave is one of all waves. What is planned from a wave's go-live on is not wanted by the gates
 * that come before it, which decide on it. */
function deadlines(project: Project): Wanted {
  const gates = [...project.table(GATES).entries()].filter(([, gate]) => !isDone(gate));
  const known = new Map<string, Deadline | undefined>();
  const live = new Map(project.table(WAVES).map((wave) => [wave.id as string, day(wave, 'go_live')]));
  const nearest = (phase: string, wave: string | undefined, from: Day): Deadline | undefined => {
    let found: Deadline | undefined;
    for (const [at, gate] of gates) {
      const [due, of] = [day(gate, 'due'), text(gate.value.wave)];
      if (due === undefined || due < from) continue;
      if (text(gate.value.phase) !== phase || (of !== undefined && of !== wave)) continue;
      if (!found || due + 1 < found.by) found = { gate: at, by: due + 1 };
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

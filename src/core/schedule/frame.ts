// What holds the tasks of a plan together, whatever their dates: ids, summaries, links, phases and waves. Most edits leave it as
// it is, so that it is made anew only where they do not.
import { keptAlone } from '../base/kept';
import { Layers } from '../base/layers';
import { fitted } from '../base/lists';
import { finish, type Work } from '../base/work';
import type { Entity } from '../project/file-index';
import { formerIds, type Project } from '../project/project';
import { type Duration, inMinutes, inWorkingDays } from './duration';
import type { Link } from './network';
import type { Line } from './task-length';
import type { Words } from './task-words';
import { everyDay } from './timeline';

export const NO_LINKS: readonly Link[] = [];
const NO_PARTS: readonly number[] = [];
const NOWHERE: Layers<number> = Layers.empty;

/** What holds the tasks together, whatever their dates. */
export interface Frame {
  readonly parents: readonly (number | undefined)[];
  readonly parts: readonly (readonly number[])[];
  /** Summaries come before their parts. */
  readonly order: readonly number[];
  readonly own: readonly (readonly Link[])[];
  readonly links: readonly (readonly Link[])[];
  readonly phases: readonly (string | undefined)[];
  readonly waves: readonly (string | undefined)[];
}

/** What a frame was made from; `above` are the numbers of the summaries as they are written, circles and all. */
interface Framed {
  readonly tasks: readonly Entity[];
  readonly words: readonly Words[];
  readonly line: Line;
  readonly number: Layers<number>;
  readonly above: readonly (number | undefined)[];
  readonly frame: Frame;
}

/** The frame that was made last: an edit of dates, people or progress leaves it as it is. */
const lastFrame = keptAlone<Project['kinds'], { made: Framed | undefined }>(() => ({ made: undefined }));

/** Tasks that may be placed otherwise without everything being asked again. */
const FEW = 64;

export function* frameOf(project: Project, tasks: readonly Entity[], words: readonly Words[], line: Line): Work<Frame> {
  const last = lastFrame(project.kinds);
  const before = last.made?.line === line && last.made.words.length === words.length ? last.made : undefined;
  const others = before && placedOtherwise(before, tasks, words);
  if (before && !others?.length) last.made = { ...before, tasks, words };
  else if (before && others && others.length <= FEW) last.made = mended(before, tasks, words, others);
  else last.made = yield* framed(tasks, words, line);
  return last.made.frame;
}

const placedOtherwise = (last: Framed, tasks: readonly Entity[], words: readonly Words[]): readonly number[] => {
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const own = words[at] as Words;
    if (own !== last.words[at] && !isPlacedAlike(tasks[at], own, last.tasks[at], last.words[at])) found.push(at);
  }
  return found;
};

const isPlacedAlike = (
  task: Entity | undefined,
  own: Words,
  old: Entity | undefined,
  was: Words | undefined,
): boolean =>
  task !== undefined &&
  task.id === old?.id &&
  own.parent === was?.parent &&
  own.phase === was?.phase &&
  own.wave === was?.wave &&
  same(task.value.formerly, old.value.formerly) &&
  same(task.value.after, old.value.after);

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function* framed(tasks: readonly Entity[], words: readonly Words[], line: Line): Work<Framed> {
  const number = yield* NOWHERE.with([...numbersOf(tasks)]);
  yield;
  const above = words.map(({ parent }) => (parent === undefined ? undefined : number.get(parent)));
  const own = words.map((task) => ownLinks(task, number, line));
  yield;
  return { tasks, words, line, number, above, frame: frameFrom(words, above, own) };
}

/** The same where few tasks are placed otherwise. Only these, and those that name an id which leads elsewhere now, are asked
 * where they stand and what they wait for. */
function mended(last: Framed, tasks: readonly Entity[], words: readonly Words[], others: readonly number[]): Framed {
  const { line, frame } = last;
  const ids = new Set(
    others.flatMap((at) =>
      [last.tasks[at], tasks[at]].flatMap((task) => (task ? [task.id as string, ...formerIds(task)] : [])),
    ),
  );
  const found = numbersOf(tasks, ids);
  const moved = new Set([...ids].filter((id) => found.get(id) !== last.number.get(id)));
  const number = finish(last.number.with([...moved].map((id) => [id, found.get(id)])));
  const due = new Set(others);
  if (moved.size)
    for (let at = 0; at < words.length; at++) {
      const { parent, after } = words[at] as Words;
      if (parent !== undefined && moved.has(parent)) due.add(at);
      if (after.some(({ task }) => moved.has(task))) due.add(at);
    }
  const [above, own] = [[...last.above], [...frame.own]];
  let [isPlaced, isLinked] = [others.every((at) => isOfSamePhase(words[at], last.words[at])), true];
  for (const at of due) {
    const { parent } = words[at] as Words;
    const summary = parent === undefined ? undefined : number.get(parent);
    isPlaced &&= summary === above[at];
    above[at] = summary;
    const links = ownLinks(words[at] as Words, number, line);
    const were = frame.own[at] ?? NO_LINKS;
    if (links.length === were.length && links.every((one, i) => isSameLink(one, were[i]))) continue;
    isLinked = false;
    own[at] = links;
  }
  const made = { tasks, words, line, number, above };
  if (!isPlaced) return { ...made, frame: frameFrom(words, above, own, frame) };
  return {
    ...made,
    frame: isLinked ? frame : { ...frame, own, links: linksIn(own, frame.parents, frame.order, frame) },
  };
}

const isOfSamePhase = (a: Words | undefined, b: Words | undefined): boolean =>
  a?.phase === b?.phase && a?.wave === b?.wave;

const isSameLink = (a: Link, b: Link | undefined): boolean =>
  a.from === b?.from && a.type === b.type && a.lag === b.lag && a.line === b.line;

/** Lists that are the same as in the frame `before` are the very same, so that whoever looks sees what changed. */
function frameFrom(
  words: readonly Words[],
  above: readonly (number | undefined)[],
  own: Frame['own'],
  before?: Frame,
): Frame {
  const parents = straightened(above);
  const parts = keeping(partsOf(parents), before?.parts);
  const order = topDown(parents, parts);
  return {
    parents,
    parts,
    order,
    own,
    links: linksIn(own, parents, order, before),
    phases: inherited(words, parents, order, 'phase'),
    waves: inherited(words, parents, order, 'wave'),
  };
}

const linksIn = (
  own: Frame['own'],
  parents: Frame['parents'],
  order: Frame['order'],
  before: Frame | undefined,
): Frame['links'] => keeping(handedDown(own, parents, order), before?.links);

const keeping = <T>(
  lists: readonly (readonly T[])[],
  before: readonly (readonly T[])[] = [],
): readonly (readonly T[])[] =>
  lists.map((list, at) => {
    const old = before[at];
    const isSame = old === list || (old?.length === list.length && list.every((one, i) => one === old[i]));
    return isSame && old ? old : list;
  });

/** The place of each entity by its id, and by those it had where no other has them now; of duplicates the first. Where `only`
 * some ids are asked for, of these. */
export function numbersOf(tasks: readonly Entity[], only?: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const put = (id: string, at: number): void => {
    if (only?.has(id) !== false && !found.has(id)) found.set(id, at);
  };
  const renamed: number[] = [];
  for (let at = 0; at < tasks.length; at++) {
    const { id, value } = tasks[at] as Entity;
    put(id, at);
    if (value.formerly !== undefined) renamed.push(at);
  }
  for (const at of renamed) for (const id of formerIds(tasks[at] as Entity)) put(id, at);
  return found;
}

/** The summary of each task; those that would be their own are of none. */
function straightened(above: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const parents = [...above];
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
  for (let at = 0; at < parents.length; at++) {
    const parent = parents[at];
    if (parent === undefined) continue;
    if (parts[parent] === NO_PARTS) parts[parent] = [at];
    else (parts[parent] as number[]).push(at);
  }
  return parts;
}

/** Numbers in an order in which summaries come before their parts. */
function topDown(parents: readonly (number | undefined)[], parts: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  for (let at = 0; at < parents.length; at++) if (parents[at] === undefined) order.push(at);
  // The list grows while it is walked.
  for (let next = 0; next < order.length; next++)
    for (const part of parts[order[next] as number] ?? []) order.push(part);
  return order;
}

function ownLinks({ after }: Words, number: Layers<number>, line: Line): readonly Link[] {
  if (!after.length) return NO_LINKS;
  const found: Link[] = [];
  for (const { task, type, lag } of after) {
    const from = number.get(task);
    if (from !== undefined) found.push({ from, type, ...lagOf(lag, line) });
  }
  return fitted(found);
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
    all[at] = !above.length || isLed ? ours : ours.length ? [...ours, ...above] : above;
  }
  return all;
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

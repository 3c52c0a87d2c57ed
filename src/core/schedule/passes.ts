// The two passes of the critical path method, and what they leave between them: float. Early dates are a forecast: what
// is not done comes behind the status date, and what has begun goes on when its predecessors let it (retained logic).
import { earlier, later, type Link, type Network, number, summariesOf } from './network';
import { everyDay, type Instant, type Timeline, TINY } from './timeline';

/** Why an activity is not earlier: a link, or a bound. */
export type Driver =
  | { readonly kind: 'link'; readonly link: Link }
  /** `constraint` is one on the start, `deadline` one on the finish. */
  | { readonly kind: 'project' | 'start' | 'status' | 'actual' | 'constraint' | 'deadline' | 'late' | 'parts' };

export interface Dates {
  readonly start: Instant;
  readonly finish: Instant;
  readonly lateStart: Instant;
  readonly lateFinish: Instant;
  /** Late minus early finish in days of `measure`; undefined for what is done. */
  readonly totalFloat: number | undefined;
  /** How far it may slip before anything else does. */
  readonly freeFloat: number | undefined;
  readonly critical: boolean;
  readonly driver: Driver;
}

export interface Terms {
  /** When a plan without dates begins. */
  readonly start: Instant;
  /** The end of the status date: what is not done is not earlier. */
  readonly status: Instant | undefined;
  /** The days in which float is counted: those of the project. */
  readonly measure: Timeline;
}

interface Early {
  start: Instant;
  finish: Instant;
  driver: Driver;
}

/** The dates of every activity, and when the last of them is finished. */
export function scheduleNetwork(
  network: Network,
  terms: Terms,
): { readonly dates: readonly Dates[]; readonly finish: Instant } {
  const early = forward(network, terms);
  const end = early.reduce((last, { finish }) => Math.max(last, finish), terms.start);
  const above = summariesOf(network.activities);
  const room = roomIn(network, early, above, end);
  postpone(network, early, room);
  const late = backward(network, early, above, end);
  const { measure } = terms;
  const between = (from: Instant, to: Instant): number => measure.workedBy(to) - measure.workedBy(from);
  const dates = new Array<Dates>(early.length);
  // Summaries come behind their parts, and have the least of their float.
  for (const at of network.order) {
    const { actual, parts = NO_PARTS } = network.activities[at] ?? {};
    const { start, finish, driver } = early[at] as Early;
    const { start: lateStart, finish: lateFinish } = late[at] as Room;
    let [totalFloat, freeFloat]: (number | undefined)[] = [undefined, undefined];
    if (parts.length) {
      totalFloat = least(parts, dates, 'totalFloat');
      freeFloat = least(parts, dates, 'freeFloat');
    } else if (actual?.finish === undefined) {
      const free = room(at);
      const beyondStart = free.start < end ? between(start, free.start) : Number.POSITIVE_INFINITY;
      totalFloat = tidy(between(finish, lateFinish));
      freeFloat = tidy(Math.min(between(finish, free.finish), beyondStart));
    }
    const critical = totalFloat !== undefined && totalFloat < TINY;
    dates[at] = { start, finish, lateStart, lateFinish, totalFloat, freeFloat, critical, driver };
  }
  return { dates, finish: end };
}

const NO_PARTS: readonly number[] = [];

function least(
  parts: readonly number[],
  dates: readonly (Dates | undefined)[],
  name: 'totalFloat' | 'freeFloat',
): number | undefined {
  let found: number | undefined;
  for (const part of parts) {
    const own = dates[part]?.[name];
    if (own !== undefined && (found === undefined || own < found)) found = own;
  }
  return found;
}

const tidy = (days: number): number => Math.round(days * 1e4) / 1e4;

function forward({ activities, order, links }: Network, terms: Terms): Early[] {
  // Made whole: a list that is filled from behind is slow.
  const early = new Array<Early>(activities.length);
  for (const at of order) {
    const activity = activities[at];
    if (!activity) continue;
    if (activity.parts.length) early[at] = sumOf(activity.parts, early, terms.start);
    else early[at] = earliest(activity, links[at] ?? [], early, terms);
  }
  return early;
}

function sumOf(parts: readonly number[], early: readonly (Early | undefined)[], start: Instant): Early {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const part of parts) {
    // A part that leads round to its own summary has no dates yet.
    const own = early[part];
    if (!own) continue;
    if (own.start < first) first = own.start;
    if (own.finish > last) last = own.finish;
  }
  const isAny = first !== Number.POSITIVE_INFINITY;
  return { start: isAny ? first : start, finish: isAny ? last : start, driver: BY.parts };
}

/** Drivers that are the same for all. */
const BY = Object.fromEntries(
  (['project', 'start', 'status', 'actual', 'constraint', 'deadline', 'late', 'parts'] as const).map((kind) => [
    kind,
    { kind },
  ]),
) as Readonly<Record<Exclude<Driver['kind'], 'link'>, Driver>>;

function earliest(
  { duration, line, bounds, actual }: Network['activities'][number],
  links: readonly Link[],
  early: readonly (Early | undefined)[],
  { start: first, status }: Terms,
): Early {
  if (actual?.finish !== undefined) return { start: actual.start, finish: actual.finish, driver: BY.actual };
  const left = actual ? actual.remaining : duration;
  // Bounds on the start and on the finish are compared as starts, in the activity's own working time.
  let best = actual ? actual.start : (bounds.place ?? first);
  let driver = actual ? BY.actual : bounds.place === undefined ? BY.project : BY.start;
  let drives: Link | undefined;
  const whenEnding = (finish: Instant): Instant => (left < TINY ? finish : line.begin(line.workedBy(finish) - left));
  for (const link of links) {
    const from = early[link.from];
    if (!from) continue;
    const moved = later(link.type === 'FS' || link.type === 'FF' ? from.finish : from.start, link);
    // A predecessor that drives is told even where the plan would begin then anyway.
    const at = link.type === 'FS' || link.type === 'SS' ? moved : whenEnding(moved);
    if (at > best + TINY || (driver === BY.project && !drives && at > best - TINY)) {
      best = at;
      drives = link;
    }
  }
  if (drives) driver = { kind: 'link', link: drives };
  const bind = (start: Instant | undefined, by: Driver): void => {
    if (start === undefined || start <= best + TINY) return;
    best = start;
    driver = by;
  };
  bind(bounds.startFrom, BY.constraint);
  if (bounds.finishFrom !== undefined) bind(whenEnding(bounds.finishFrom), BY.deadline);
  if (!actual && bounds.start !== undefined) [best, driver] = [bounds.start, BY.constraint];
  if (!actual && bounds.finish !== undefined) [best, driver] = [whenEnding(bounds.finish), BY.deadline];
  bind(status, BY.status);
  const { start, finish } = placed(line, best, left);
  return { start: actual?.start ?? start, finish, driver };
}

/** Work that begins when it can, at an instant or later, and takes so many days of a calendar. */
function placed(line: Timeline, from: Instant, days: number): { readonly start: Instant; readonly finish: Instant } {
  if (days < TINY) return { start: from, finish: from };
  const worked = line.workedBy(from);
  return { start: line === everyDay ? from : line.begin(worked), finish: line.end(worked + days) };
}

// What is to be as late as possible: as late as the scheduled dates of what follows allow.
function postpone(network: Network, early: Early[], room: (at: number) => Room): void {
  for (let next = network.order.length - 1; next >= 0; next--) {
    const at = network.order[next] ?? 0;
    const { bounds, actual, duration = 0, line, parts } = network.activities[at] ?? {};
    const own = early[at];
    if (!own || !line || parts?.length || !bounds?.late || actual) continue;
    const { start, finish } = room(at);
    const last = Math.min(start, duration < TINY ? finish : line.begin(line.workedBy(finish) - duration));
    if (last > own.start + TINY) early[at] = { ...placed(line, last, duration), driver: BY.late };
  }
}

/** The last instants at which an activity may start and finish without moving what follows it. */
interface Room {
  readonly start: Instant;
  readonly finish: Instant;
}

/** The room that the dates of what follows leave. What is done asks for nothing any more. */
function roomBefore(
  { activities, followers: { first, to, by } }: Network,
  at: number,
  dates: readonly (Room | undefined)[],
  end: Instant,
): Room {
  let [start, finish] = [Number.POSITIVE_INFINITY, end];
  for (let one = number(first, at); one < number(first, at + 1); one++) {
    const follower = number(to, one);
    const [next, link] = [dates[follower], by[one]];
    if (!next || !link || activities[follower]?.actual?.finish !== undefined) continue;
    const bound = earlier(link.type === 'FS' || link.type === 'SS' ? next.start : next.finish, link);
    if (link.type === 'FS' || link.type === 'FF') finish = Math.min(finish, bound);
    else start = Math.min(start, bound);
  }
  return { start, finish };
}

/** No more room than the summary has, whose start is that of its earliest parts. */
const within = (own: Room, summary: Room | undefined, isEarliest: boolean): Room =>
  summary
    ? {
        start: isEarliest ? Math.min(own.start, summary.start) : own.start,
        finish: Math.min(own.finish, summary.finish),
      }
    : own;

function roomIn(network: Network, early: readonly Early[], above: Int32Array, end: Instant): (at: number) => Room {
  const of = (at: number): Room => {
    const own = roomBefore(network, at, early, end);
    const summary = number(above, at);
    return summary < 0 ? own : within(own, shared(summary), isEarliest(early, at, summary));
  };
  // All parts of a summary ask for its room, before which all that follows it has its dates.
  const rooms = new Array<Room | undefined>(early.length);
  const shared = (summary: number): Room => (rooms[summary] ??= of(summary));
  return of;
}

const isEarliest = (early: readonly Early[], at: number, summary: number): boolean =>
  (early[at]?.start ?? 0) <= (early[summary]?.start ?? 0) + TINY;

function backward(network: Network, early: readonly Early[], above: Int32Array, end: Instant): readonly Room[] {
  const { activities, order } = network;
  const late = new Array<Room>(activities.length);
  // Of summaries, what their successors ask of them.
  const asked = new Array<Room>(activities.length);
  for (let next = order.length - 1; next >= 0; next--) {
    const at = order[next] ?? 0;
    const activity = activities[at];
    if (!activity || !early[at]) continue;
    const { bounds, line, duration, actual } = activity;
    const summary = number(above, at);
    const own = roomBefore(network, at, late, end);
    let { start, finish } = summary < 0 ? own : within(own, asked[summary], isEarliest(early, at, summary));
    if (bounds.finishBy !== undefined) finish = Math.min(finish, bounds.finishBy);
    if (bounds.startBy !== undefined) start = Math.min(start, bounds.startBy);
    if (activity.parts.length) {
      asked[at] = { start, finish };
      late[at] = { start: Math.min(start, finish), finish };
      continue;
    }
    const left = actual ? actual.remaining : duration;
    if (!actual && bounds.start !== undefined) start = bounds.start;
    if (start < Number.POSITIVE_INFINITY)
      finish = Math.min(finish, left < TINY ? start : line.end(line.workedBy(start) + left));
    if (!actual && bounds.finish !== undefined) finish = bounds.finish;
    late[at] =
      left < TINY
        ? { start: finish, finish }
        : { start: line.begin(line.workedBy(finish) - left), finish: line.end(line.workedBy(finish)) };
  }
  // Summaries come behind their parts.
  for (const at of order) {
    const parts = activities[at]?.parts ?? NO_PARTS;
    let [start, finish] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const part of parts) {
      const own = late[part];
      if (!own) continue;
      start = Math.min(start, own.start);
      finish = Math.max(finish, own.finish);
    }
    if (start !== Number.POSITIVE_INFINITY) late[at] = { start, finish };
  }
  return late;
}

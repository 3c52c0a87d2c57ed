// The two passes of the critical path method, and what they leave between them: float. Early dates are a forecast: what
// is not done comes behind the status date, and what has begun goes on when its predecessors let it (retained logic).
import { earlier, later, type Link, type Network } from './network';
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
  const successors = successorsOf(network);
  const above = summariesOf(network);
  const room = roomIn(network, early, successors, above, end);
  postpone(network, early, room);
  const late = backward(network, early, successors, above, end);
  const { measure } = terms;
  const between = (from: Instant, to: Instant): number => measure.workedBy(to) - measure.workedBy(from);
  const dates = new Array<Dates>(early.length);
  // Summaries come behind their parts, and have the least of their float.
  for (const at of network.order) {
    const { actual, parts = [] } = network.activities[at] ?? {};
    const { start, finish, driver } = early[at] as Early;
    const { start: lateStart, finish: lateFinish } = late[at] as Room;
    const free = room(at);
    const beyondStart = free.start < end ? between(start, free.start) : Number.POSITIVE_INFINITY;
    const own = parts.length
      ? {
          totalFloat: least(parts, (part) => dates[part]?.totalFloat),
          freeFloat: least(parts, (part) => dates[part]?.freeFloat),
        }
      : actual?.finish === undefined
        ? {
            totalFloat: tidy(between(finish, lateFinish)),
            freeFloat: tidy(Math.min(between(finish, free.finish), beyondStart)),
          }
        : { totalFloat: undefined, freeFloat: undefined };
    const critical = own.totalFloat !== undefined && own.totalFloat < TINY;
    dates[at] = { start, finish, lateStart, lateFinish, ...own, critical, driver };
  }
  return { dates, finish: end };
}

const least = (parts: readonly number[], of: (part: number) => number | undefined): number | undefined => {
  const there = parts.flatMap((part) => of(part) ?? []);
  return there.length ? Math.min(...there) : undefined;
};

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
  // A part that leads round to its own summary has no dates yet.
  const there = parts.flatMap((part) => early[part] ?? []);
  const starts = there.map((one) => one.start);
  const ends = there.map((one) => one.finish);
  return {
    start: starts.length ? Math.min(...starts) : start,
    finish: ends.length ? Math.max(...ends) : start,
    driver: { kind: 'parts' },
  };
}

function earliest(
  { duration, line, bounds, actual }: Network['activities'][number],
  links: readonly Link[],
  early: readonly (Early | undefined)[],
  { start: first, status }: Terms,
): Early {
  if (actual?.finish !== undefined) return { start: actual.start, finish: actual.finish, driver: { kind: 'actual' } };
  const left = actual ? actual.remaining : duration;
  // Bounds on the start and on the finish are compared as starts, in the activity's own working time.
  let best: { readonly start: Instant; readonly driver: Driver } = actual
    ? { start: actual.start, driver: { kind: 'actual' } }
    : bounds.place === undefined
      ? { start: first, driver: { kind: 'project' } }
      : { start: bounds.place, driver: { kind: 'start' } };
  const bind = (start: Instant | undefined, driver: Driver): void => {
    if (start !== undefined && start > best.start + TINY) best = { start, driver };
  };
  const whenEnding = (finish: Instant): Instant => (left < TINY ? finish : line.begin(line.workedBy(finish) - left));
  for (const link of links) {
    const from = early[link.from];
    if (!from) continue;
    const moved = later(link.type === 'FS' || link.type === 'FF' ? from.finish : from.start, link);
    const driver: Driver = { kind: 'link', link };
    // A predecessor that drives is told even where the plan would begin then anyway.
    const at = link.type === 'FS' || link.type === 'SS' ? moved : whenEnding(moved);
    if (at > best.start + TINY || (best.driver.kind === 'project' && at > best.start - TINY))
      best = { start: at, driver };
  }
  bind(bounds.startFrom, { kind: 'constraint' });
  if (bounds.finishFrom !== undefined) bind(whenEnding(bounds.finishFrom), { kind: 'deadline' });
  if (!actual && bounds.start !== undefined) best = { start: bounds.start, driver: { kind: 'constraint' } };
  if (!actual && bounds.finish !== undefined) best = { start: whenEnding(bounds.finish), driver: { kind: 'deadline' } };
  bind(status, { kind: 'status' });
  const { start, finish } = placed(line, best.start, left);
  return { start: actual?.start ?? start, finish, driver: best.driver };
}

/** Work that begins when it can, at an instant or later, and takes so many days of a calendar. */
function placed(line: Timeline, from: Instant, days: number): { readonly start: Instant; readonly finish: Instant } {
  if (days < TINY) return { start: from, finish: from };
  const worked = line.workedBy(from);
  return { start: line === everyDay ? from : line.begin(worked), finish: line.end(worked + days) };
}

type Successors = readonly (readonly { readonly to: number; readonly link: Link }[])[];

function successorsOf({ activities, links }: Network): Successors {
  const found: { to: number; link: Link }[][] = activities.map(() => []);
  for (const [to, all] of links.entries()) for (const link of all) found[link.from]?.push({ to, link });
  return found;
}

/** The summaries above each activity, the nearest first. */
function summariesOf({ activities }: Network): readonly (number | undefined)[] {
  const above: (number | undefined)[] = activities.map(() => undefined);
  for (const [at, { parts }] of activities.entries()) for (const part of parts) above[part] ??= at;
  return above;
}

// What is to be as late as possible: as late as the scheduled dates of what follows allow.
function postpone(network: Network, early: Early[], room: (at: number) => Room): void {
  for (const at of [...network.order].reverse()) {
    const { bounds, actual, duration = 0, line, parts } = network.activities[at] ?? {};
    const own = early[at];
    if (!own || !line || parts?.length || !bounds?.late || actual) continue;
    const { start, finish } = room(at);
    const last = Math.min(start, duration < TINY ? finish : line.begin(line.workedBy(finish) - duration));
    if (last > own.start + TINY) early[at] = { ...placed(line, last, duration), driver: { kind: 'late' } };
  }
}

/** The last instants at which an activity may start and finish without moving what follows it. */
interface Room {
  readonly start: Instant;
  readonly finish: Instant;
}

/** The room that the dates of what follows leave. What is done asks for nothing any more. */
function roomBefore(
  { activities }: Network,
  followers: Successors[number],
  dates: (to: number) => Room | undefined,
  end: Instant,
): Room {
  let [start, finish] = [Number.POSITIVE_INFINITY, end];
  for (const { to, link } of followers) {
    const next = dates(to);
    if (!next || activities[to]?.actual?.finish !== undefined) continue;
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

function roomIn(
  network: Network,
  early: readonly Early[],
  successors: Successors,
  above: readonly (number | undefined)[],
  end: Instant,
): (at: number) => Room {
  return function room(at): Room {
    const own = roomBefore(network, successors[at] ?? [], (to) => early[to], end);
    const summary = above[at];
    return summary === undefined ? own : within(own, room(summary), isEarliest(early, at, summary));
  };
}

const isEarliest = (early: readonly Early[], at: number, summary: number): boolean =>
  (early[at]?.start ?? 0) <= (early[summary]?.start ?? 0) + TINY;

function backward(
  network: Network,
  early: readonly Early[],
  successors: Successors,
  above: readonly (number | undefined)[],
  end: Instant,
): readonly Room[] {
  const { activities, order } = network;
  const late = new Array<Room>(activities.length);
  // Of summaries, what their successors ask of them.
  const asked = new Array<Room>(activities.length);
  for (const at of [...order].reverse()) {
    const activity = activities[at];
    if (!activity || !early[at]) continue;
    const { bounds, line, duration, actual } = activity;
    const summary = above[at];
    const own = roomBefore(network, successors[at] ?? [], (to) => late[to], end);
    let { start, finish } = summary === undefined ? own : within(own, asked[summary], isEarliest(early, at, summary));
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
    const there = (activities[at]?.parts ?? []).flatMap((part) => late[part] ?? []);
    if (there.length)
      late[at] = {
        start: Math.min(...there.map(({ start }) => start)),
        finish: Math.max(...there.map(({ finish }) => finish)),
      };
  }
  return late;
}

// The forward pass of the critical path method: when each activity can begin and end. Early dates are a forecast: what is not
// done comes behind the status date, and what has begun goes on when its predecessors let it (retained logic).
import { visits, type Work } from '../base/work';
import { later, type Link, type Network, NO_FOLLOWERS, number } from './network';
import { everyDay, type Instant, type Timeline, TINY } from './timeline';

/** Why an activity is not earlier: a link, or a bound. */
export type Driver =
  | { readonly kind: 'link'; readonly link: Link }
  /** `constraint` is one on the start, `deadline` one on the finish. */
  | { readonly kind: 'project' | 'start' | 'status' | 'actual' | 'constraint' | 'deadline' | 'late' | 'parts' };

export interface Terms {
  /** When a plan without dates begins. */
  readonly start: Instant;
  /** The end of the status date: what is not done is not earlier. */
  readonly status: Instant | undefined;
  /** The days in which float is counted: those of the project. */
  readonly measure: Timeline;
}

export interface Early {
  readonly start: Instant;
  readonly finish: Instant;
  readonly driver: Driver;
}

/** Early dates of a network before this one, and the activities for which they may be otherwise. */
export interface KnownEarly {
  readonly early: readonly Early[];
  /** Whatever moves is added to what is due, with what comes from it. */
  readonly due: Uint8Array;
}

export function* forward(
  { activities, order, links, followers, above }: Network,
  terms: Terms,
  known: KnownEarly | undefined,
): Work<readonly Early[]> {
  // Made whole: a list that is filled from behind is slow.
  const early = new Array<Early>(activities.length);
  yield* visits(order, (at) => {
    const old = known?.early[at];
    if (old && !known?.due[at]) {
      early[at] = old;
      return;
    }
    const activity = activities[at];
    if (!activity) return;
    const made = activity.parts.length
      ? sumOf(activity.parts, early, terms.start)
      : earliest(activity, links[at] ?? [], early, terms);
    early[at] = old && isSameEarly(old, made) ? old : made;
    if (!known || early[at] === old) return;
    for (const { to } of followers[at] ?? NO_FOLLOWERS) known.due[to] = 1;
    const summary = number(above, at);
    if (summary >= 0) known.due[summary] = 1;
  });
  return early;
}

/** The very same dates, for the same reason. */
export const isSameEarly = (a: Early, b: Early): boolean =>
  a.start === b.start &&
  a.finish === b.finish &&
  (a.driver === b.driver || (a.driver.kind === 'link' && b.driver.kind === 'link' && a.driver.link === b.driver.link));

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
export const BY = Object.fromEntries(
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
export function placed(
  line: Timeline,
  from: Instant,
  days: number,
): { readonly start: Instant; readonly finish: Instant } {
  if (days < TINY) return { start: from, finish: from };
  const worked = line.workedBy(from);
  return { start: line === everyDay ? from : line.begin(worked), finish: line.end(worked + days) };
}

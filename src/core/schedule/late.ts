// The backward pass of the critical path method: how late each activity may be before the end of the plan moves, and the room
// that what follows leaves it.
import { type Early } from './early';
import { visits, type Work } from '../base/work';
import { earlier, type Network, NO_FOLLOWERS, number } from './network';
import { type Instant, TINY } from './timeline';

/** The last instants at which an activity may start and finish without moving what follows it. */
export interface Room {
  readonly start: Instant;
  readonly finish: Instant;
}

/** The room that the dates of what follows leave. What is done asks for nothing any more. */
function roomBefore(
  { activities, followers }: Network,
  at: number,
  dates: readonly (Room | undefined)[],
  end: Instant,
): Room {
  let [start, finish] = [Number.POSITIVE_INFINITY, end];
  for (const { to, link } of followers[at] ?? NO_FOLLOWERS) {
    const next = dates[to];
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

export function roomIn(network: Network, early: readonly Early[], end: Instant): (at: number) => Room {
  const { above } = network;
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

/** Late dates, and of summaries what their successors ask of them. */
export interface Late {
  readonly late: readonly Room[];
  readonly asked: readonly (Room | undefined)[];
}

/** What was found for a network with the same end, and the activities for which it may be otherwise. */
export interface KnownLate extends Late {
  readonly due: Uint8Array;
}

export function* backward(
  network: Network,
  early: readonly Early[],
  end: Instant,
  known: KnownLate | undefined,
): Work<Late> {
  const { activities, order, links, above } = network;
  const late = new Array<Room>(activities.length);
  const asked = new Array<Room | undefined>(activities.length);
  yield* visits(order, (_, nth) => {
    const at = order[order.length - 1 - nth] ?? 0;
    const activity = activities[at];
    if (!activity || !early[at]) return;
    if (known && !known.due[at]) {
      late[at] = known.late[at] as Room;
      asked[at] = known.asked[at];
      return;
    }
    const summary = number(above, at);
    const own = roomBefore(network, at, late, end);
    const room = summary < 0 ? own : within(own, asked[summary], isEarliest(early, at, summary));
    const made = latest(activity, room);
    const isSummary = activity.parts.length > 0;
    if (isSummary) {
      asked[at] = keeping(made, known?.asked[at]);
      late[at] = { start: Math.min(made.start, made.finish), finish: made.finish };
    } else late[at] = keeping(made, known?.late[at]);
    if (!known) return;
    if (summary >= 0) known.due[summary] = 1;
    if (isSummary && asked[at] !== known.asked[at]) for (const part of activity.parts) known.due[part] = 1;
    if (late[at] !== known.late[at]) for (const { from } of links[at] ?? []) known.due[from] = 1;
  });
  // Summaries come behind their parts.
  yield* visits(order, (at) => {
    if (known && !known.due[at]) return;
    const parts = activities[at]?.parts ?? [];
    let [start, finish] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const part of parts) {
      const own = late[part];
      if (!own) continue;
      start = Math.min(start, own.start);
      finish = Math.max(finish, own.finish);
    }
    if (start === Number.POSITIVE_INFINITY) return;
    late[at] = keeping({ start, finish }, known?.late[at]);
    const summary = number(above, at);
    if (known && summary >= 0 && late[at] !== known.late[at]) known.due[summary] = 1;
  });
  return { late, asked };
}

const keeping = (made: Room, old: Room | undefined): Room =>
  old?.start === made.start && old.finish === made.finish ? old : made;

/** How late an activity may be in the room that it has; of a summary what it leaves its parts. */
function latest({ bounds, line, duration, actual, parts }: Network['activities'][number], room: Room): Room {
  let { start, finish } = room;
  if (bounds.finishBy !== undefined) finish = Math.min(finish, bounds.finishBy);
  if (bounds.startBy !== undefined) start = Math.min(start, bounds.startBy);
  if (parts.length) return { start, finish };
  const left = actual ? actual.remaining : duration;
  if (!actual && bounds.start !== undefined) start = bounds.start;
  if (start < Number.POSITIVE_INFINITY)
    finish = Math.min(finish, left < TINY ? start : line.end(line.workedBy(start) + left));
  if (!actual && bounds.finish !== undefined) finish = bounds.finish;
  return left < TINY
    ? { start: finish, finish }
    : { start: line.begin(line.workedBy(finish) - left), finish: line.end(line.workedBy(finish)) };
}

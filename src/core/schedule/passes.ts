// The two passes of the critical path method, and what they leave between them: float. Of a network that differs in few
// activities from the one before, only these are asked again, and whatever moves with them.
import { visits, type Work } from '../base/work';
import { BY, type Driver, type Early, forward, isSameEarly, placed, type Terms } from './early';
import { backward, type Late, type Room, roomIn } from './late';
import { type Network, number } from './network';
import { type Instant, TINY } from './timeline';

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

/** The dates of every activity, when the last of them is finished, and what they were found by. */
export interface Scheduled {
  readonly dates: readonly Dates[];
  readonly finish: Instant;
  readonly network: Network;
  readonly terms: Terms;
  /** Early dates before anything is put off. */
  readonly ahead: readonly Early[];
  readonly early: readonly Early[];
  readonly late: Late;
}

/** The dates of every activity, with what is known of them from a network before this one. */
export function* scheduleNetwork(network: Network, terms: Terms, last?: Scheduled): Work<Scheduled> {
  const before = last && isComparable(last, network, terms) ? last : undefined;
  const others = before && changedIn(before.network, network);
  const ahead = yield* forward(
    network,
    terms,
    before && others && { early: before.ahead, due: marked(network, others) },
  );
  yield;
  const end = endOf(ahead, terms, before);
  const isPutOff = network.activities.some(({ bounds }) => bounds.late);
  const early = isPutOff ? [...ahead] : ahead;
  const room = roomIn(network, early, end);
  if (isPutOff) postpone(network, early as Early[], room, before?.early ?? []);
  const due = before && others && before.finish === end ? dueIn(before, network, early, others) : undefined;
  yield;
  const late = yield* backward(network, early, end, before && due && { ...before.late, due: due.slice() });
  const known = before && due && { dates: before.dates, due: openIn(before, network, early, late.late, due) };
  yield;
  const dates = yield* floats({ network, early, late: late.late, end, terms, room }, known);
  return { dates, finish: end, network, terms, ahead, early, late };
}

/** The end of the last activity: that of before where nothing ends later now, and what ended last does so still. */
function endOf(ahead: readonly Early[], { start }: Terms, before: Scheduled | undefined): Instant {
  const whole = (): Instant => ahead.reduce((latest, { finish }) => Math.max(latest, finish), start);
  if (!before) return whole();
  let end = before.finish;
  for (let at = 0; at < ahead.length; at++) {
    const [now, was] = [ahead[at], before.ahead[at]];
    if (!now || now === was) continue;
    if (was?.finish === before.finish && now.finish < was.finish) return whole();
    end = Math.max(end, now.finish);
  }
  return end;
}

const isComparable = (last: Scheduled, { activities }: Network, { start, status, measure }: Terms): boolean =>
  last.network.activities.length === activities.length &&
  last.terms.start === start &&
  last.terms.status === status &&
  last.terms.measure === measure;

/** The activities that are other ones than before, or wait for others. What stands in a circle has dates by the order in which it
 * is asked, and always counts. */
function changedIn(before: Network, now: Network): ReadonlySet<number> {
  const found = new Set([...before.circles, ...now.circles].flat());
  for (let at = 0; at < now.activities.length; at++)
    if (now.activities[at] !== before.activities[at] || now.links[at] !== before.links[at]) found.add(at);
  return found;
}

function marked({ activities }: Network, some: Iterable<number>): Uint8Array {
  const marks = new Uint8Array(activities.length);
  for (const at of some) marks[at] = 1;
  return marks;
}

/** The activities whose late dates or room may be otherwise: what is another one, what it waits for and waited for, its parts; and
 * the same of what moved. */
function dueIn(before: Scheduled, network: Network, early: readonly Early[], others: ReadonlySet<number>): Uint8Array {
  const due = marked(network, others);
  const around = ({ activities, links }: Network, at: number): void => {
    for (const { from } of links[at] ?? []) due[from] = 1;
    for (const part of activities[at]?.parts ?? []) due[part] = 1;
  };
  for (const at of others) around(before.network, at);
  for (let at = 0; at < early.length; at++) {
    const isMoved = early[at] !== before.early[at];
    if (isMoved) due[at] = 1;
    if (isMoved || others.has(at)) around(network, at);
  }
  return due;
}

/** The same for float, which rests on the room of all summaries above too, and on what became of the late dates. */
function openIn(
  before: Scheduled,
  { activities, order, above }: Network,
  early: readonly Early[],
  late: readonly Room[],
  due: Uint8Array,
): Uint8Array {
  const open = due.slice();
  for (let next = order.length - 1; next >= 0; next--) {
    const at = order[next] ?? 0;
    if (early[at] !== before.early[at] || late[at] !== before.late.late[at]) open[at] = 1;
    if (due[at]) for (const part of activities[at]?.parts ?? []) due[part] = open[part] = 1;
  }
  // Summaries have the least float of their parts.
  for (const at of order) if (open[at] && number(above, at) >= 0) open[number(above, at)] = 1;
  return open;
}

interface Passed {
  readonly network: Network;
  readonly early: readonly Early[];
  readonly late: readonly Room[];
  readonly end: Instant;
  readonly terms: Terms;
  readonly room: (at: number) => Room;
}

function* floats(
  { network, early, late, end, terms: { measure }, room }: Passed,
  known: { readonly dates: readonly Dates[]; readonly due: Uint8Array } | undefined,
): Work<readonly Dates[]> {
  const between = (from: Instant, to: Instant): number => measure.workedBy(to) - measure.workedBy(from);
  const dates = new Array<Dates>(early.length);
  // Summaries come behind their parts, and have the least of their float.
  yield* visits(network.order, (at) => {
    const old = known?.dates[at];
    if (old && !known?.due[at]) {
      dates[at] = old;
      return;
    }
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
  });
  return dates;
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

// What is to be as late as possible: as late as the scheduled dates of what follows allow.
function postpone(network: Network, early: Early[], room: (at: number) => Room, before: readonly Early[]): void {
  for (let next = network.order.length - 1; next >= 0; next--) {
    const at = network.order[next] ?? 0;
    const { bounds, actual, duration = 0, line, parts } = network.activities[at] ?? {};
    const own = early[at];
    if (!own || !line || parts?.length || !bounds?.late || actual) continue;
    const { start, finish } = room(at);
    const last = Math.min(start, duration < TINY ? finish : line.begin(line.workedBy(finish) - duration));
    if (last <= own.start + TINY) continue;
    const [made, old] = [{ ...placed(line, last, duration), driver: BY.late }, before[at]];
    early[at] = old && isSameEarly(old, made) ? old : made;
  }
}

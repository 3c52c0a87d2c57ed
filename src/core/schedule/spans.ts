// The days that tasks take and how far they are, as planners write them: the end of a day belongs to it, and summaries are what
// their parts are.
import type { Day } from '../base/days';
import type { Tasks } from './activities';
import { type Activity, NO_FOLLOWERS, number } from './network';
import type { Driver } from './early';
import type { Dates, Scheduled } from './passes';
import { type Instant, type Timeline, TINY } from './timeline';

/** The days of a task and its progress; the very same as before while nothing is otherwise. */
export interface Span extends Days {
  readonly milestone: boolean;
  /** In days of `line`; of a summary the project's working days from start to finish. */
  readonly duration: number;
  readonly line: Timeline;
  /** 0 to 100; of a summary that of its parts, weighted by their durations. */
  readonly percent: number;
  readonly isDone: boolean;
}

/** What was found for a plan with the same numbers. */
interface Known {
  readonly found: Tasks;
  readonly scheduled: Scheduled;
  readonly spans: readonly Span[];
}

export function spansOf(
  { activities, given }: Tasks,
  { network, dates, terms }: Scheduled,
  last?: Known,
): readonly Span[] {
  const { order, above, followers } = network;
  const spans = new Array<Span>(activities.length);
  const before =
    last?.spans.length === spans.length && last.scheduled.terms.measure === terms.measure ? last : undefined;
  const due = new Uint8Array(activities.length);
  // Summaries come behind their parts, and a task behind what it waits for.
  for (const at of order) {
    const activity = activities[at] as Activity;
    const old = before?.spans[at];
    const isSame =
      old && !due[at] && dates[at] === before?.scheduled.dates[at] && activity === before?.found.activities[at];
    const made = isSame
      ? old
      : spanOf(activity, dates[at] as Dates, given.words[at]?.percent ?? 0, spans, terms.measure);
    spans[at] = !isSame && old && isSameSpan(old, made) ? old : made;
    if (spans[at] === old) continue;
    if (number(above, at) >= 0) due[number(above, at)] = 1;
    for (const { to } of followers[at] ?? NO_FOLLOWERS) due[to] = 1;
  }
  return spans;
}

export const isSameSpan = (a: Span, b: Span): boolean =>
  a.firstDay === b.firstDay &&
  a.lastDay === b.lastDay &&
  a.milestone === b.milestone &&
  a.duration === b.duration &&
  a.line === b.line &&
  a.percent === b.percent &&
  a.isDone === b.isDone;

function spanOf(
  { duration, line, parts: numbers, actual }: Activity,
  dates: Dates,
  percent: number,
  spans: readonly (Span | undefined)[],
  measure: Timeline,
): Span {
  const { start, finish, driver } = dates;
  if (!numbers.length) {
    const milestone = duration < TINY;
    const { firstDay, lastDay } = daysOf(dates, milestone ? points(driver, spans) : undefined, line);
    const isDone = actual?.finish !== undefined;
    return { firstDay, lastDay, milestone, duration, line, percent: isDone ? 100 : actual ? percent : 0, isDone };
  }
  const parts = numbers.flatMap((part) => spans[part] ?? []);
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const part of parts) {
    firstDay = Math.min(firstDay, part.firstDay);
    lastDay = Math.max(lastDay, part.lastDay);
  }
  return {
    firstDay,
    lastDay,
    milestone: false,
    duration: measure.workedBy(finish) - measure.workedBy(start),
    line: measure,
    percent: weighted(parts),
    isDone: parts.every((part) => part.isDone),
  };
}

interface Days {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Why a point in time is the end of what came before it, not the beginning of what follows. */
const ENDS: ReadonlySet<Driver['kind']> = new Set(['link', 'actual', 'late', 'deadline']);

/** A point in the plan, and the one that leads to it without a time between them. */
interface Point {
  readonly before: Span | undefined;
}

function points(driver: Driver, spans: readonly (Span | undefined)[]): Point {
  const before = driver.kind === 'link' && Math.abs(driver.link.lag) < TINY ? spans[driver.link.from] : undefined;
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

export const lastDayOf = (finish: Instant): Day => Math.ceil(finish - TINY) - 1;

function weighted(parts: readonly Span[]): number {
  const whole = parts.reduce((sum, { duration }) => sum + duration, 0);
  if (whole < TINY) return parts.every(({ isDone }) => isDone) ? 100 : 0;
  return parts.reduce((sum, { duration, percent }) => sum + duration * percent, 0) / whole;
}

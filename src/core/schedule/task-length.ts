// How long tasks take and on which days work on them goes on.
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { day, list, text } from '../project/values';
import { type Json, member } from '../schema/json';
import { type Calendar, calendarNamed, projectCalendar } from './calendar';
import { type Duration, inMinutes, inWorkingDays, parseDuration } from './duration';
import { availabilityOf } from './person';
import { everyDay, type Timeline, timelineOf } from './timeline';

export const PEOPLE = 'people';
/** A task of which nothing says how long it takes, in days: as MS Project supposes. */
const SUPPOSED = 1;
/** Longer than any plan: what is longer is a slip of the pen. */
const LONGEST = 40_000;

/** The days on which work on a task goes on. */
export interface Line {
  readonly line: Timeline;
  readonly calendar: Calendar;
}

export interface Length {
  /** In days of `line`. */
  readonly duration: number;
  readonly line: Timeline;
}

/** The days of the project, and of each task: its own calendar, else the days when anybody who is assigned is there. */
export function linesOf(project: Project): { readonly project: Line; readonly of: (task: Entity) => Line } {
  const base = projectCalendar(project);
  const known = new Map<string, Line>();
  const kept = (key: string, make: () => Calendar): Line => {
    let found = known.get(key);
    if (!found) {
      const calendar = make();
      known.set(key, (found = { calendar, line: timelineOf(calendar) }));
    }
    return found;
  };
  const staffed = (ids: readonly string[]): Calendar => {
    const there = ids
      .flatMap((id) => lookUp(project, PEOPLE, id) ?? [])
      .map((one) => availabilityOf(project, one).calendar);
    return there.length ? { ...base, isWorked: (at) => there.some(({ isWorked }) => isWorked(at)) } : base;
  };
  return {
    project: { calendar: base, line: timelineOf(base) },
    of: ({ value }) => {
      const own = text(value.calendar);
      if (own !== undefined) return kept(`calendar ${own}`, () => calendarNamed(project, own));
      const people = list(value.assigned).flatMap((one) => text(member(one, 'person')) ?? []);
      return kept(`people ${[...people].sort().join('\n')}`, () => (people.length ? staffed(people) : base));
    },
  };
}

/** How long a task takes. A duration counts before typed dates, these before a three-point estimate (PERT's
 * (o + 4 m + p) ÷ 6, D. Malcolm et al. 1959), that before the effort of those who are assigned. */
export function lengthOf(task: Entity, on: Line): Length {
  const { value } = task;
  const { line, calendar } = on;
  if (value.milestone === true) return { duration: 0, line };
  const written = durationIn(value.duration);
  if (written) return lasting(written, on);
  const [from, to] = [day(task, 'start'), day(task, 'finish')];
  if (from !== undefined && to !== undefined && to >= from)
    return { duration: cut(line.workedBy(to + 1) - line.workedBy(from)), line };
  const points = ['optimistic', 'likely', 'pessimistic'].flatMap((name) => {
    const point = durationIn(member(value.estimate, name));
    return point ? [lasting(point, on)] : [];
  });
  const [o, m, p] = points;
  if (o && m && p && o.line === m.line && m.line === p.line)
    return { ...m, duration: (o.duration + 4 * m.duration + p.duration) / 6 };
  const effort = durationIn(value.effort);
  const days = effort && inWorkingDays(effort, calendar);
  const units = list(value.assigned).reduce((sum: number, one) => sum + shareOf(member(one, 'units')), 0);
  if (days !== undefined) return { duration: cut(days / (units > 0 ? units : 1)), line };
  return { duration: SUPPOSED, line };
}

/** A duration in days: of work, or of the calendar for `cd` and `cw`. */
export function lasting(duration: Duration, { line, calendar }: Line): Length {
  const days = inWorkingDays(duration, calendar);
  return days === undefined
    ? { duration: cut(inMinutes(duration, 0, 0) / 1440), line: everyDay }
    : { duration: cut(days), line };
}

export const durationIn = (value: Json | undefined): Duration | undefined => parseDuration(text(value) ?? '');

const cut = (days: number): number => Math.min(Math.max(days, 0), LONGEST);
const shareOf = (units: Json | undefined): number => (typeof units === 'number' && units >= 0 ? units / 100 : 1);

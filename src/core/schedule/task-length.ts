// How long tasks take and on which days work on them goes on.
import { keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { type Calendar, calendarNamed, calendarTables, projectCalendar } from './calendar';
import { type Duration, inMinutes, inWorkingDays } from './duration';
import { availabilityOf } from './person';
import type { Assigned, Words } from './task-words';
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

export interface Lines {
  readonly project: Line;
  readonly of: (task: Words) => Line;
}

/** The days of the project, and of each task: its own calendar, else the days when anybody who is assigned is there.
 * They are the same ones until calendars or people change, since what was counted on them holds as long. */
export function linesOf(project: Project): Lines {
  const tables = [...calendarTables(project), project.table(PEOPLE)];
  const known = knownLines(projectCalendar(project));
  if (!known.lines || !tables.every((one, at) => known.tables[at] === one))
    Object.assign(known, { tables, lines: linesIn(project) });
  return known.lines as Lines;
}

const knownLines = keptAlone<Calendar, { tables: readonly (readonly Entity[])[]; lines: Lines | undefined }>(() => ({
  tables: [],
  lines: undefined,
}));

function linesIn(project: Project): Lines {
  const base = projectCalendar(project);
  const whole: Line = { calendar: base, line: timelineOf(base) };
  const known = new Map<string, Line>();
  const staffed = (people: readonly Assigned[]): Calendar => {
    const there = people
      .flatMap(({ person }) => lookUp(project, PEOPLE, person) ?? [])
      .map((one) => availabilityOf(project, one).calendar);
    const [first] = there;
    if (!first) return base;
    return {
      ...base,
      isWorked: there.length > 1 ? (at) => there.some(({ isWorked }) => isWorked(at)) : first.isWorked,
    };
  };
  return {
    project: whole,
    of: ({ calendar: own, assigned, staff }) => {
      if (own === undefined && !assigned.length) return whole;
      let found = known.get(staff);
      if (!found) {
        const calendar = own === undefined ? staffed(assigned) : calendarNamed(project, own);
        known.set(staff, (found = { calendar, line: timelineOf(calendar) }));
      }
      return found;
    },
  };
}

/** How long a task takes. A duration counts before typed dates, these before a three-point estimate (PERT's
 * (o + 4 m + p) ÷ 6, D. Malcolm et al. 1959), that before the effort of those who are assigned. */
export function lengthOf({ milestone, duration, start, finish, estimate, effort, assigned }: Words, on: Line): Length {
  const { line, calendar } = on;
  if (milestone) return { duration: 0, line };
  if (duration) return lasting(duration, on);
  if (start !== undefined && finish !== undefined && finish >= start)
    return { duration: cut(line.workedBy(finish + 1) - line.workedBy(start)), line };
  const [o, m, p] = estimate.map((point) => lasting(point, on));
  if (o && m && p && o.line === m.line && m.line === p.line)
    return { line: m.line, duration: (o.duration + 4 * m.duration + p.duration) / 6 };
  const days = effort && inWorkingDays(effort, calendar);
  const units = assigned.reduce((sum, one) => sum + (one.units ?? 1), 0);
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

const cut = (days: number): number => Math.min(Math.max(days, 0), LONGEST);

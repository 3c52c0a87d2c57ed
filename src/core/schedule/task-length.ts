// How long tasks take and on which days work on them goes on.
import { gist, keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import { formerIds, lookUp, type Project } from '../project/project';
import { type Calendar, calendarNamed, calendarTables, projectCalendar } from './calendar';
import { type Duration, inMinutes, inWorkingDays } from './duration';
import { availabilityOf } from './person';
import type { Words } from './task-words';
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

/** When people are there, as long as that is the same. */
export const availabilities = (project: Project): object => availabilitiesIn(project.table(PEOPLE));

const wordsOfPresence = ({ value }: Entity): readonly unknown[] => [
  value.calendar,
  value.absences,
  value.active_from,
  value.active_to,
  value.capacity,
];
const availabilitiesIn = gist((one: Entity) => [one.id, formerIds(one), wordsOfPresence(one)]);
const presenceOf = keptAlone((one: Entity): string => JSON.stringify(wordsOfPresence(one)));

/** The days of the project, and of each task: its own calendar, else the days when anybody who is assigned is there.
 * They are the same ones until calendars or these people change, since what was counted on them holds as long. */
export function linesOf(project: Project): Lines {
  const [tables, people] = [calendarTables(project), availabilities(project)];
  const known = knownLines(projectCalendar(project));
  const isSame = tables.every((one, at) => known.tables[at] === one);
  if (!known.lines || !isSame || known.people !== people)
    Object.assign(known, { tables, people, lines: linesIn(project, isSame ? known.lines : undefined) });
  return known.lines as LinesOfProject;
}

interface Known {
  tables: readonly (readonly Entity[])[];
  people: object | undefined;
  lines: LinesOfProject | undefined;
}
const knownLines = keptAlone<Calendar, Known>(() => ({ tables: [], people: undefined, lines: undefined }));

interface LinesOfProject extends Lines {
  /** By whom or what they are of, with what they rest on. */
  readonly known: ReadonlyMap<string, Line & { readonly presence: string }>;
}

function linesIn(project: Project, before: LinesOfProject | undefined): LinesOfProject {
  const base = projectCalendar(project);
  const whole: Line = before?.project ?? { calendar: base, line: timelineOf(base) };
  const known = new Map<string, Line & { readonly presence: string }>();
  const staffed = (people: readonly Entity[]): Calendar => {
    const there = [...new Set(people.map((one) => availabilityOf(project, one).calendar.isWorked))];
    const [first] = there;
    if (!first) return base;
    return { ...base, isWorked: there.length > 1 ? (at) => there.some((isWorked) => isWorked(at)) : first };
  };
  return {
    project: whole,
    known,
    of: ({ calendar: own, assigned, staff }) => {
      if (own === undefined && !assigned.length) return whole;
      let found = known.get(staff);
      if (!found) {
        const people = own === undefined ? assigned.flatMap(({ person }) => lookUp(project, PEOPLE, person) ?? []) : [];
        const presence = people.map(presenceOf).join('\n');
        const last = before?.known.get(staff);
        if (last?.presence === presence) found = last;
        else {
          const calendar = own === undefined ? staffed(people) : calendarNamed(project, own);
          found = { calendar, line: timelineOf(calendar), presence };
        }
        known.set(staff, found);
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

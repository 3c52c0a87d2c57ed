// Working calendars: which days are worked. Days of the week, holidays, days that are worked although they would be free
// (调休), legal calendars by year, and a calendar that begins where another leaves off.
import { type Day, dayNumber, weekdayNumber, yearOf } from '../base/days';
import { kept, keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import { lookUp, manifestOf, type Project } from '../project/project';
import { type Json, member } from '../schema/json';
import { legalChina } from './legal-cn';

export interface Calendar {
  readonly isWorked: (day: Day) => boolean;
  /** Working hours of a working day. */
  readonly hours: number;
  /** Working days of an ordinary week, 0 to 7. */
  readonly week: number;
  readonly timeZone: string | undefined;
  /** The legal calendar that it counts on does not say yet (or any more) what holds in this year. */
  readonly isUnpublished: (year: number) => boolean;
}

/** Calendars that extend each other; more would be a circle. */
const DEEPEST = 16;
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ORDINARY = ['mon', 'tue', 'wed', 'thu', 'fri'];
const HOURS = 8;

/** The calendar of the project: what its manifest names; Monday to Friday where it names none. */
export const projectCalendar = keptAlone((project: Project): Calendar => {
  const { kind, value } = manifestEntity(project) ?? {};
  const [name = ''] = kind?.shape.fields.get('calendar')?.ref?.to ?? [];
  const zone = text(member(value, 'time_zone'));
  return sharedCalendar(chain(project, name, member(value, 'calendar')), zone);
});

/** The very same calendar for the same values, whichever version of a project they are of: what was counted on it holds. */
function sharedCalendar(values: readonly Json[], zone: string | undefined): Calendar {
  const [first] = values;
  return typeof first === 'object' && first !== null ? shared(first, zone, ...values.slice(1)) : plain(zone);
}

const shared = kept((first: object, zone: string | undefined, ...rest: readonly Json[]) =>
  calendarOf([first as Json, ...rest], zone),
);
const plains = new Map<string | undefined, Calendar>();

function plain(zone: string | undefined): Calendar {
  const found = plains.get(zone) ?? calendarOf([], zone);
  plains.set(zone, found);
  return found;
}

const manifestEntity = (project: Project): Entity | undefined => manifestOf(project)?.slices[0]?.entities[0];

/** A calendar by its id, with what it extends; that of the project where there is no such calendar. */
export function calendarNamed(project: Project, id: string | undefined): Calendar {
  const values = chain(project, CALENDARS, id);
  const base = projectCalendar(project);
  return values.length ? sharedCalendar(values, base.timeZone) : base;
}

const CALENDARS = 'calendars';

/** Every table that answers about working days rest on. */
export const calendarTables = (project: Project): readonly (readonly Entity[])[] => [
  project.table(manifestEntity(project)?.kind.name ?? ''),
  project.table(CALENDARS),
];

// The calendar named, then those it extends.
function chain(project: Project, kind: string, first: Json | undefined): readonly Json[] {
  const found: Json[] = [];
  for (let id = first; typeof id === 'string' && found.length < DEEPEST; ) {
    const calendar = lookUp(project, kind, id);
    if (calendar) found.push(calendar.value);
    id = member(calendar?.value, 'extends');
  }
  return found;
}

/** A calendar out of register values, the nearest first: holidays and extra workdays add up, other fields replace. */
export function calendarOf(values: readonly Json[], zone?: string): Calendar {
  const first = <T>(read: (value: Json) => T | undefined): T | undefined => {
    for (const value of values) {
      const found = read(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const days = first((value) => filled(texts(member(value, 'workdays')))) ?? ORDINARY;
  const week = WEEK.map((name) => days.includes(name));
  const legal = first((value) => text(member(value, 'legal'))) === 'cn' ? legalDays : undefined;
  const own = ownDays(values);
  return {
    // What the project says itself counts before the law, and what is worked before what is free.
    isWorked: (day) => own.get(day) ?? legal?.get(day) ?? week[weekdayNumber(day)] ?? false,
    hours: first((value) => positive(member(value, 'hours'))) ?? HOURS,
    week: week.filter(Boolean).length,
    timeZone: first((value) => text(member(value, 'time_zone'))) ?? zone,
    isUnpublished: (year) => legal !== undefined && !legalChina.some((one) => one.year === year),
  };
}

/** Days longer than this are no holiday but a slip of the pen: the rest of it is passed over. */
const LONGEST = 400;

/** Days that are free or worked whatever the week says. */
function ownDays(values: readonly Json[]): ReadonlyMap<Day, boolean> {
  const days = new Map<Day, boolean>();
  for (const value of values) {
    for (const holiday of list(member(value, 'holidays'))) {
      const from = text(member(holiday, 'date')) ?? text(member(holiday, 'from'));
      addSpan(days, from, text(member(holiday, 'to')) ?? from, false);
    }
  }
  for (const value of values) {
    for (const extra of texts(member(value, 'extra_workdays'))) addSpan(days, extra, extra, true);
  }
  return days;
}

function addSpan(days: Map<Day, boolean>, from: string | undefined, to: string | undefined, worked: boolean): void {
  const [first, last] = [dayNumber(from ?? ''), dayNumber(to ?? '')];
  if (first === undefined || last === undefined) return;
  for (let day = first; day <= Math.min(last, first + LONGEST); day++) days.set(day, worked);
}

const legalDays: ReadonlyMap<Day, boolean> = new Map(
  legalChina.flatMap(({ holidays, workdays }) => {
    const days = new Map<Day, boolean>();
    for (const [from, to] of holidays) addSpan(days, from, to, false);
    for (const day of workdays) addSpan(days, day, day, true);
    return [...days];
  }),
);

/** Whether the days from one to the other lie in years of which the calendar knows everything. */
export function isPublished(calendar: Calendar, from: Day, to: Day): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year++) if (calendar.isUnpublished(year)) return false;
  return true;
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const texts = (value: Json | undefined): readonly string[] => list(value).filter((one) => typeof one === 'string');
const filled = (days: readonly string[]): readonly string[] | undefined => (days.length ? days : undefined);
const positive = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && value > 0 && value <= 24 ? value : undefined;

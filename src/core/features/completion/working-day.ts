// The next day on which work is done, by the calendar that the manifest names: days of the week, holidays, and days
// that are worked although they would be free (调休).
import type { Json } from '../../schema/json';
import { member } from '../../schema/json';
import { lookUp, manifestOf, type Project } from '../../project/project';
import type { Fields } from '../../project/file-index';

/** Calendars that extend each other; more would be a circle. */
const DEEPEST = 16;
/** Days looked at: no holiday lasts longer. */
const FARTHEST = 60;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The first working day after this one; undefined when two months hold none. */
export function nextWorkingDay(project: Project, day: string): string | undefined {
  const calendars = calendarsOf(project);
  let at = day;
  for (let i = 0; i < FARTHEST; i++) {
    at = dayAfter(at);
    if (isWorked(calendars, at)) return at;
  }
  return undefined;
}

// The project's calendar, then those it extends.
function calendarsOf(project: Project): readonly Fields[] {
  const { kind, value } = manifestOf(project)?.slices[0]?.entities[0] ?? {};
  const [name = ''] = kind?.shape.fields.get('calendar')?.ref?.to ?? [];
  const found: Fields[] = [];
  for (let id = member(value, 'calendar'); typeof id === 'string' && found.length < DEEPEST; ) {
    const calendar = lookUp(project, name, id);
    if (calendar) found.push(calendar.value);
    id = member(calendar?.value, 'extends');
  }
  return found;
}

function isWorked(calendars: readonly Fields[], day: string): boolean {
  const all = (field: string): readonly Json[] => calendars.flatMap((one) => list(member(one, field)));
  if (all('extra_workdays').includes(day)) return true;
  if (all('holidays').some((one) => isIn(one, day))) return false;
  const week = calendars.map((one) => list(member(one, 'workdays'))).find((days) => days.length);
  return (week ?? ['mon', 'tue', 'wed', 'thu', 'fri']).includes(DAYS[new Date(`${day}T00:00Z`).getUTCDay()] ?? '');
}

function isIn(holiday: Json, day: string): boolean {
  const text = (field: string): string => {
    const value = member(holiday, field);
    return typeof value === 'string' ? value : '';
  };
  const from = text('date') || text('from');
  return from !== '' && from <= day && day <= (text('to') || from);
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

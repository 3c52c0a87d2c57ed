// When a person can work for the project: their calendar, their absences, the share of their time, and their days in it.
import { type Day, dayNumber } from '../base/days';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { type Json, member } from '../schema/json';
import { type Calendar, calendarNamed } from './calendar';

export interface Availability {
  /** The person's calendar: absences and days outside the project are free. */
  readonly calendar: Calendar;
  /** The calendar without them. */
  readonly usual: Calendar;
  /** Neither absent nor outside of their days in the project. */
  readonly isThere: (day: Day) => boolean;
  /** They are not there on some of these days, working ones or not. */
  readonly awayIn: (from: Day, to: Day) => boolean;
  /** The share of a working day that the project has, 0 to 1. */
  readonly share: number;
}

/** When a person of the people register is there. */
export function availabilityOf(project: Project, person: Entity): Availability {
  const { value } = person;
  const base = calendarNamed(project, text(member(value, 'calendar')));
  const away = absences(member(value, 'absences'));
  const first = dayNumber(text(member(value, 'active_from')) ?? '') ?? Number.NEGATIVE_INFINITY;
  const last = dayNumber(text(member(value, 'active_to')) ?? '') ?? Number.POSITIVE_INFINITY;
  const capacity = member(value, 'capacity');
  const isBound = away.length > 0 || Number.isFinite(first) || Number.isFinite(last);
  const isThere = (day: Day): boolean =>
    day >= first && day <= last && !away.some(([from, to]) => from <= day && day <= to);
  return {
    // Who is always there works the very days that the calendar does.
    calendar: isBound ? { ...base, isWorked: (day) => base.isWorked(day) && isThere(day) } : base,
    usual: base,
    isThere,
    awayIn: (from, to) => from < first || to > last || away.some(([begin, end]) => begin <= to && end >= from),
    share: typeof capacity === 'number' ? Math.min(Math.max(capacity, 0), 100) / 100 : 1,
  };
}

/** Working days that the person has for the project from one day to another, both included, in days of full time. */
export function workingTime({ calendar, share }: Availability, from: Day, to: Day): number {
  let days = 0;
  for (let day = from; day <= to; day++) if (calendar.isWorked(day)) days++;
  return days * share;
}

function absences(value: Json | undefined): readonly (readonly [Day, Day])[] {
  return (Array.isArray(value) ? value : []).flatMap((one) => {
    const from = dayNumber(text(member(one, 'from')) ?? '');
    const to = dayNumber(text(member(one, 'to')) ?? '');
    return from === undefined || to === undefined ? [] : [[from, to] as const];
  });
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

// The hours in which a service level's clock runs: always, twelve hours a day, or the working hours of a calendar.
import type { Day } from '../base/days';
import type { Calendar } from './calendar';
import type { Instant, ZoneClock } from './time-zone';

export interface ServiceWindow {
  /** Minutes of service from one instant to a later one. */
  readonly minutesBetween: (from: Instant, to: Instant) => number;
  /** The instant at which so many minutes of service have passed; undefined where no service ever comes. */
  readonly add: (from: Instant, minutes: number) => Instant | undefined;
  /** Minutes of service of one day, and days of service in a week: what a `d` and a `w` stand for. */
  readonly day: number;
  readonly week: number;
}

const MINUTE = 60_000;
/** Days without service in a row after which none is expected any more. */
const IDLE = 800;

/** Round the clock. */
export const always: ServiceWindow = {
  minutesBetween: (from, to) => Math.max(0, to - from) / MINUTE,
  add: (from, minutes) => from + minutes * MINUTE,
  day: 1440,
  week: 7,
};

export interface Hours {
  /** Minutes past midnight; `to` may be 1440. */
  readonly from: number;
  readonly to: number;
}

/** The same hours every day that is worked, by the clock of a place. Hours that end before they begin are none. */
export function dailyWindow(
  clock: ZoneClock,
  hours: Hours,
  { isWorked, week }: Pick<Calendar, 'isWorked' | 'week'>,
): ServiceWindow {
  const known = new Map<Day, readonly [Instant, Instant] | undefined>();
  const span = (day: Day): readonly [Instant, Instant] | undefined => {
    if (known.has(day)) return known.get(day);
    const worked = hours.to > hours.from && isWorked(day);
    const found = worked ? ([clock.instantOf(day, hours.from), clock.instantOf(day, hours.to)] as const) : undefined;
    known.set(day, found);
    return found;
  };
  const minutesBetween = (from: Instant, to: Instant): number => {
    let sum = 0;
    for (let day = clock.dayOf(from), last = clock.dayOf(to); day <= last; day++) {
      const found = span(day);
      if (found) sum += Math.max(0, Math.min(to, found[1]) - Math.max(from, found[0]));
    }
    return sum / MINUTE;
  };
  const add = (from: Instant, minutes: number): Instant | undefined => {
    let left = minutes * MINUTE;
    for (let day = clock.dayOf(from), idle = 0; idle <= IDLE; day++) {
      const found = span(day);
      const start = found && Math.max(from, found[0]);
      if (!found || start === undefined || start >= found[1]) {
        idle++;
        continue;
      }
      idle = 0;
      if (start + left <= found[1]) return start + left;
      left -= found[1] - start;
    }
    return undefined;
  };
  return { minutesBetween, add, day: Math.max(0, hours.to - hours.from), week };
}

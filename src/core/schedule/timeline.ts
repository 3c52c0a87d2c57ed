// A calendar as a scale: how much was worked by an instant, and to which instant so much leads.
import { keptAlone } from '../base/kept';
import type { Day } from '../base/days';
import type { Calendar } from './calendar';

/** A point in time in days: 2.5 is when half of day 2 is worked, and the end of a day is the beginning of the next. */
export type Instant = number;

export interface Timeline {
  /** Days of work before an instant, counted from some day on. */
  readonly workedBy: (at: Instant) => number;
  /** The first instant by which so much was worked: where work ends. */
  readonly end: (worked: number) => Instant;
  /** The last instant by which no more was worked: where further work begins. */
  readonly begin: (worked: number) => Instant;
}

/** A scale on which every day counts. */
export const everyDay: Timeline = { workedBy: (at) => at, end: (worked) => worked, begin: (worked) => worked };

/** Free days in a row after which a calendar counts as one on which nothing is worked any more. */
const IDLE = 800;
/** Sums of parts of days are told from whole days by no less than this. */
export const TINY = 1e-6;

/** The days that a calendar works; beyond its last working day, and on a calendar without any, every day counts. */
export const timelineOf = keptAlone((calendar: Calendar): Timeline => {
  let scale: Scale | undefined;
  const at = (day: Day): Scale => (scale ??= scaleFrom(calendar, day));
  return {
    workedBy: (instant) => {
      const day = Math.floor(instant);
      const { before, isWorked } = at(day);
      return before(day) + (isWorked(day) ? instant - day : 0);
    },
    end: (worked) => {
      const nth = Math.ceil(worked - TINY) - 1;
      return at(0).day(nth) + (worked - nth);
    },
    begin: (worked) => {
      const nth = Math.floor(worked + TINY);
      return at(0).day(nth) + Math.max(0, worked - nth);
    },
  };
});

interface Scale {
  /** Working days from the first day asked for up to a day, that day not counted; negative before it. */
  readonly before: (day: Day) => number;
  /** The day on which the nth working day falls, counted from 0. */
  readonly day: (nth: number) => Day;
  readonly isWorked: (day: Day) => boolean;
}

// Both ways from the first day that was asked for, as far as anybody asks.
function scaleFrom(calendar: Calendar, origin: Day): Scale {
  const [ahead, back] = [ray(calendar, origin, 1), ray(calendar, origin - 1, -1)];
  return {
    before: (day) => (day >= origin ? ahead.count(day - origin) : -back.count(origin - day)),
    day: (nth) => (nth >= 0 ? origin + ahead.nth(nth) : origin - 1 - back.nth(-1 - nth)),
    isWorked: (day) => (day >= origin ? ahead.isWorked(day - origin) : back.isWorked(origin - 1 - day)),
  };
}

/** Working days in one direction, counted in steps from a day. */
function ray(calendar: Calendar, from: Day, step: 1 | -1) {
  const counts: number[] = [0];
  const worked: number[] = [];
  let idle = 0;
  function grow(): void {
    const at = counts.length - 1;
    const isWorked = idle > IDLE || calendar.isWorked(from + step * at);
    if (isWorked) worked.push(at);
    // Once idle it stays so: a calendar that ends leads nowhere, and an answer is better than none.
    if (idle <= IDLE) idle = isWorked ? 0 : idle + 1;
    counts.push(worked.length);
  }
  return {
    count: (steps: number): number => {
      while (counts.length <= steps) grow();
      return counts[steps] ?? 0;
    },
    nth: (n: number): number => {
      while (worked.length <= n) grow();
      return worked[n] ?? 0;
    },
    isWorked: (steps: number): boolean => {
      while (counts.length <= steps + 1) grow();
      return (counts[steps + 1] ?? 0) > (counts[steps] ?? 0);
    },
  };
}

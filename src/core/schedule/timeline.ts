// A calendar as a scale: how much was worked by an instant, and to which instant so much leads.
import { lowest, ones } from '../base/bits';
import type { Day } from '../base/days';
import { keptAlone } from '../base/kept';
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

type IsWorked = Calendar['isWorked'];

/** The days that a calendar works; beyond its last working day, and on a calendar without any, every day counts. */
export const timelineOf = ({ isWorked }: Calendar): Timeline => lineOf(isWorked);

// By the days alone: of a thousand people nearly all are there whenever the project works, and count on the same line.
const lineOf = keptAlone((isWorked: IsWorked): Timeline => {
  let scale: Scale | undefined;
  const at = (day: Day): Scale => (scale ??= scaleFrom(isWorked, day));
  return {
    workedBy: (instant) => {
      const day = Math.floor(instant);
      const { before, isWorked: isWorkday } = at(day);
      return before(day) + (isWorkday(day) ? instant - day : 0);
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
  readonly isWorked: IsWorked;
}

// Both ways from the first day that was asked for, as far as anybody asks.
function scaleFrom(isWorked: IsWorked, origin: Day): Scale {
  const [ahead, back] = [ray(isWorked, origin, 1), ray(isWorked, origin - 1, -1)];
  return {
    before: (day) => (day >= origin ? ahead.count(day - origin) : -back.count(origin - day)),
    day: (nth) => (nth >= 0 ? origin + ahead.nth(nth) : origin - 1 - back.nth(-1 - nth)),
    isWorked: (day) => (day >= origin ? ahead.isWorked(day - origin) : back.isWorked(origin - 1 - day)),
  };
}

/**
 * Working days in one direction, counted in steps from a day. A bit a day, with the sum before every 32 of them: each person
 * who is away now and then has a line of years, and a number a day of it took 35 KB.
 */
function ray(isWorked: IsWorked, from: Day, step: 1 | -1) {
  const words: number[] = [];
  /** Working days before each word, and behind the last. */
  const sums: number[] = [0];
  /** The word in which every 32nd working day falls. */
  const marks: number[] = [];
  let idle = 0;
  function grow(): void {
    const sum = sums[words.length] ?? 0;
    let word = 0;
    for (let bit = 0; bit < 32; bit++) {
      // Once idle it stays so: a calendar that ends leads nowhere, and an answer is better than none.
      const isWork = idle > IDLE || isWorked(from + step * (32 * words.length + bit));
      if (isWork) word |= 1 << bit;
      if (idle <= IDLE) idle = isWork ? 0 : idle + 1;
    }
    const total = sum + ones(word);
    if (marks.length * 32 < total) marks.push(words.length);
    words.push(word);
    sums.push(total);
  }
  return {
    count: (steps: number): number => {
      while (words.length * 32 < steps) grow();
      const at = steps >> 5;
      return (sums[at] ?? 0) + ones((words[at] ?? 0) & ((1 << (steps & 31)) - 1));
    },
    nth: (n: number): number => {
      while ((sums[words.length] ?? 0) <= n) grow();
      let at = marks[n >> 5] ?? 0;
      while ((sums[at + 1] ?? n + 1) <= n) at++;
      let word = words[at] ?? 0;
      for (let left = n - (sums[at] ?? 0); left > 0; left--) word &= word - 1;
      return 32 * at + lowest(word);
    },
    isWorked: (steps: number): boolean => {
      while (words.length * 32 <= steps) grow();
      return (((words[steps >> 5] ?? 0) >> (steps & 31)) & 1) === 1;
    },
  };
}

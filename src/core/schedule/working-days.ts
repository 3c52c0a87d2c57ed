// Counting in working days. The n-th working day after a day is where it leads; going back is the mirror image.
//
//   between(a, add(a, n)) = n for n ≥ 0;  add(add(a, n), -n) = a where a is worked;  a ≤ b ⇒ add(a, n) ≤ add(b, n)
import type { Day } from '../base/days';
import type { Calendar } from './calendar';

/** Days without work in a row after which a calendar counts as one on which nothing is ever worked. */
const IDLE = 800;

/** The first working day on or after a day (`-1`: on or before); undefined on a calendar without working days. */
export function workingDayFrom(calendar: Calendar, day: Day, step: 1 | -1 = 1): Day | undefined {
  for (let i = 0; i <= IDLE; i++) {
    const at = day + step * i;
    if (calendar.isWorked(at)) return at;
  }
  return undefined;
}

/** The n-th working day after a day; before it where n is negative; the day itself where n is 0. */
export function addWorkingDays(calendar: Calendar, day: Day, n: number): Day | undefined {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; left--) {
    const next = workingDayFrom(calendar, at + step, step);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

/** How many working days lie after one day up to another, the latter included; negative where it comes before. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (calendar.isWorked(day)) count++;
  return count;
}

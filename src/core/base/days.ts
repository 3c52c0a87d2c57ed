// Days as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar, without clocks or time zones.

/** A day, as the number of days since 1970-01-01. */
export type Day = number;

const MS = 86_400_000;

/** The day that a text such as `2026-12-01` names; undefined when it names none. What follows (a time) is passed over.
 * Figures ask it of every entry again and again, so it does without patterns and dates. */
export function dayNumber(text: string): Day | undefined {
  if (text.length < 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const next = text.charCodeAt(10);
  if (year < 0 || month < 1 || month > 12 || day < 1 || (next >= ZERO && next <= NINE)) return undefined;
  return day <= monthLength(year, month) ? daysBefore(year, month) + day - 1 : undefined;
}

const [DASH, ZERO, NINE] = [45, 48, 57];

/** The number that digits stand for; negative where there is anything else among them. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return -1;
    value = value * 10 + code - ZERO;
  }
  return value;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Days from 1970-01-01 to the first of a month, with years that begin in March (H. Hinnant, days_from_civil). */
function daysBefore(year: number, month: number): number {
  const from = month > 2 ? year : year - 1;
  const era = Math.floor(from / 400);
  const ofEra = from - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** A day as a register writes it. Years beyond 9999 have no form there and are written as the last day that has one. */
export function dayText(day: Day): string {
  const bounded = Math.min(Math.max(day, FIRST), LAST);
  return new Date(bounded * MS).toISOString().slice(0, 10);
}

const FIRST = -719_528; // 0000-01-01
const LAST = 2_932_896; // 9999-12-31

/** 0 is Sunday, as in JavaScript. */
export const weekdayNumber = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const yearOf = (day: Day): number => new Date(day * MS).getUTCFullYear();

/** The first day of a year. */
export const yearStart = (year: number): Day => {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime() / MS;
};

/** The day so many days later, or earlier, as registers write them; a text that is no day stays what it is. */
export function shiftDay(day: string, by: number): string {
  const number = dayNumber(day);
  return number === undefined ? day : dayText(number + Math.trunc(by));
}

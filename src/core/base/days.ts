// Days as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar, without clocks or time zones.

/** A day, as the number of days since 1970-01-01. */
export type Day = number;

const MS = 86_400_000;

/** The day that a text such as `2026-12-01` names; undefined when it names none. What follows (a time) is passed over. */
export function dayNumber(text: string): Day | undefined {
  // Registers name the same few days again and again.
  if (!known.has(text)) {
    if (known.size >= MANY) known.clear();
    known.set(text, read(text));
  }
  return known.get(text);
}

const known = new Map<string, Day | undefined>();
/** Texts that are kept at the most: days of ten years, and then some. */
const MANY = 8192;

function read(text: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text) ?? [];
  if (!year) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const number = date.getTime() / MS;
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? number : undefined;
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

// Durations of registers: `5d` and `2w` in working time, `14cd` and `2cw` on the calendar, `4h` and `90min` elapsed.
import type { Day } from '../base/days';
import type { Calendar } from './calendar';
import { addWorkingDays } from './working-days';

export type Unit = 'd' | 'w' | 'cd' | 'cw' | 'h' | 'min';

export interface Duration {
  /** May be negative in lags, and fractional. */
  readonly amount: number;
  readonly unit: Unit;
}

const WRITTEN = /^([-+]?)(\d{1,6}(?:\.\d{1,4})?)(d|w|cd|cw|h|min)$/;

/** A duration or lag as a register writes it; undefined for any other text. */
export function parseDuration(text: string): Duration | undefined {
  // A plan says the same few lengths again and again.
  if (!known.has(text)) {
    if (known.size >= MANY) known.clear();
    known.set(text, read(text));
  }
  return known.get(text);
}

const known = new Map<string, Duration | undefined>();
const MANY = 4096;

function read(text: string): Duration | undefined {
  const [, sign, amount, unit] = WRITTEN.exec(text) ?? [];
  if (!amount || !unit) return undefined;
  return { amount: Number(amount) * (sign === '-' ? -1 : 1) || 0, unit: unit as Unit };
}

/** The duration in working days of a calendar. Undefined for calendar days, of which some may be free. */
export function inWorkingDays({ amount, unit }: Duration, calendar: Calendar): number | undefined {
  switch (unit) {
    case 'd':
      return amount;
    case 'w':
      return amount * calendar.week;
    case 'h':
      return amount / calendar.hours;
    case 'min':
      return amount / 60 / calendar.hours;
    case 'cd':
    case 'cw':
      return undefined;
  }
}

/** The duration in minutes of a clock that runs for `day` minutes on each of `week` days. */
export function inMinutes({ amount, unit }: Duration, day: number, week: number): number {
  switch (unit) {
    case 'd':
      return amount * day;
    case 'w':
      return amount * day * week;
    case 'cd':
      return amount * 1440;
    case 'cw':
      return amount * 7 * 1440;
    case 'h':
      return amount * 60;
    case 'min':
      return amount;
  }
}

/**
 * The day that lies a duration after a day: working days for `d` and `w`, calendar days for `cd` and `cw`. Parts of a day
 * and hours are rounded away from the day, so that a deadline is never earlier than meant. Undefined where nothing is
 * ever worked.
 */
export function addDuration(calendar: Calendar, day: Day, duration: Duration): Day | undefined {
  const away = (days: number): number => Math.sign(days) * Math.ceil(Math.abs(days) - 1e-9);
  const working = inWorkingDays(duration, calendar);
  if (duration.unit === 'h' || duration.unit === 'min') return day + away(inMinutes(duration, 0, 0) / 1440);
  if (working !== undefined) return addWorkingDays(calendar, day, away(working));
  return day + away(inMinutes(duration, 0, 0) / 1440);
}

// The clock of a place: what an instant reads there, and which instant a reading is, daylight saving included. The rules
// are those of the runtime (IANA names, Intl of ECMA-402).
import { type Day, dayNumber } from '../base/days';

/** Milliseconds since 1970, UTC. */
export type Instant = number;

export interface ZoneClock {
  /** Minutes by which the clock is ahead of UTC at an instant. */
  readonly offsetAt: (at: Instant) => number;
  /**
   * The instant at which the clock reads so many minutes past midnight of a day. A reading that daylight saving skips is
   * moved on by what was skipped; of a reading that comes twice the first counts.
   */
  readonly instantOf: (day: Day, minutes: number) => Instant;
  readonly dayOf: (at: Instant) => Day;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The clock of an IANA zone; undefined where there is none of that name. */
export function zoneClock(zone: string): ZoneClock | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch {
    return undefined;
  }
  const offsetAt = (at: Instant): number => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
    const local = new Date(0);
    local.setUTCFullYear(parts.get('era') === 'BC' ? 1 - part('year') : part('year'), part('month') - 1, part('day'));
    local.setUTCHours(part('hour'), part('minute'), part('second'));
    return Math.round((local.getTime() - Math.floor(at / 1000) * 1000) / MINUTE);
  };
  const instantOf = (day: Day, minutes: number): Instant => {
    const read = day * DAY + minutes * MINUTE;
    // Around a change of the clock the offset a day before and a day after are the two that it can be.
    const before = offsetAt(read - DAY);
    const after = offsetAt(read + DAY);
    const first = read - Math.max(before, after) * MINUTE;
    if (offsetAt(first) === Math.max(before, after)) return first;
    const second = read - Math.min(before, after) * MINUTE;
    return offsetAt(second) === Math.min(before, after) ? second : read - before * MINUTE;
  };
  return { offsetAt, instantOf, dayOf: (at) => Math.floor((at + offsetAt(at) * MINUTE) / DAY) };
}

/** The instant that a register's day or date-time names: a day alone is its first moment on this clock. */
export function instantIn(clock: ZoneClock, text: string): Instant | undefined {
  const day = dayNumber(text);
  if (day === undefined) return undefined;
  if (text.length === 10) return clock.instantOf(day, 0);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

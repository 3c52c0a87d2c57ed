// Where everything of a Gantt chart is, in pixels; panel and pictures draw by the same numbers. Knows no words, so that a
// page can be without these.
import { type Day, dayNumber, dayText, weekdayNumber } from '../base/days';
import type { Gantt } from '../views/gantt';
import type { Zoom } from '../views/gantt-query';

export const ROW = 26;
/** The height of each of the two lines of dates on top. */
export const BAND = 20;
export const HEAD = 2 * BAND;

/** Pixels of a day. */
const PER_DAY: Readonly<Record<Zoom, number>> = { day: 24, week: 8, month: 3, quarter: 1.2 };
/** Room beside the bars for what stands behind the last of them. */
const BEHIND = 110;

export interface GanttScale {
  readonly zoom: Zoom;
  /** The day at which the chart begins. */
  readonly origin: Day;
  readonly perDay: number;
  readonly width: number;
  /** Where a day begins. */
  readonly x: (day: Day) => number;
}

export function scaleOf({ first, last, on }: Pick<Gantt, 'first' | 'last' | 'on'>, zoom: Zoom): GanttScale {
  const perDay = PER_DAY[zoom];
  // A status date that is far away must not leave the bars a speck.
  const near = (day: Day): Day => Math.min(Math.max(day, first - MOST_AWAY), last + MOST_AWAY);
  const origin = beginOf(Math.min(first, near(on)) - Math.ceil(12 / perDay), zoom);
  const end = Math.max(last, near(on)) + 1;
  const width = Math.ceil((end - origin) * perDay) + BEHIND;
  return { zoom, origin, perDay, width, x: (day) => (day - origin) * perDay };
}

const MOST_AWAY = 60;

/** The day on which the unit begins that a day lies in: a day, a week, a month, a quarter. */
function beginOf(day: Day, zoom: Zoom): Day {
  if (zoom === 'day') return day;
  if (zoom === 'week') return day - ((weekdayNumber(day) + 6) % 7);
  const [year = 1970, month = 1] = dayText(day).split('-').map(Number);
  return firstOf(year, zoom === 'month' ? month : month - ((month - 1) % 3)) ?? day;
}

const firstOf = (year: number, month: number): Day | undefined =>
  dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);

/** The day on which the next unit begins. */
function next(day: Day, zoom: Zoom | 'year'): Day {
  if (zoom === 'day') return day + 1;
  if (zoom === 'week') return day + 7;
  const months = zoom === 'month' ? 1 : zoom === 'quarter' ? 3 : 12;
  const [year = 1970, month = 1] = dayText(day).split('-').map(Number);
  const to = (zoom === 'year' ? 0 : month - 1) + months;
  return firstOf(year + Math.floor(to / 12), (to % 12) + 1) ?? day + 31 * months;
}

export interface Tick {
  readonly x: number;
  readonly width: number;
  readonly label: string;
}

export interface Ticks {
  readonly major: readonly Tick[];
  readonly minor: readonly Tick[];
}

/** The dates over a stretch of the chart, as registers write them: nobody has to guess which is the month. */
export function ticksOf(scale: GanttScale, from: number, to: number): Ticks {
  const [first, last] = [scale.origin + Math.floor(from / scale.perDay), scale.origin + Math.ceil(to / scale.perDay)];
  const outer = scale.zoom === 'day' || scale.zoom === 'week' ? 'month' : 'year';
  const line = (zoom: Zoom | 'year', labelOf: (text: string) => string): readonly Tick[] => {
    const ticks: Tick[] = [];
    for (let day = zoom === 'year' ? yearOf(first) : beginOf(first, zoom); day <= last; ) {
      const end = next(day, zoom);
      const x = Math.max(0, scale.x(day));
      ticks.push({ x, width: scale.x(end) - x, label: labelOf(dayText(day)) });
      day = end;
    }
    return ticks;
  };
  return {
    major: line(outer, (text) => text.slice(0, outer === 'month' ? 7 : 4)),
    minor: line(scale.zoom, (text) => MINOR[scale.zoom](text)),
  };
}

const yearOf = (day: Day): Day => firstOf(Number(dayText(day).slice(0, 4)), 1) ?? day;

const MINOR: Readonly<Record<Zoom, (text: string) => string>> = {
  day: (text) => text.slice(8),
  week: (text) => text.slice(5),
  month: (text) => text.slice(5, 7),
  quarter: (text) => `Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`,
};

/** The stretches of free days that lie between two places; none where they would be a blur. */
export function freeStretches({ free }: Pick<Gantt, 'free'>, scale: GanttScale, from: number, to: number) {
  if (scale.zoom === 'quarter') return [];
  const found: { readonly x: number; readonly width: number }[] = [];
  for (let at = 0; at < free.length; at += 2) {
    const x = Math.max(0, scale.x(free[at] ?? 0));
    const end = scale.x((free[at + 1] ?? 0) + 1);
    if (end > Math.max(0, from) && x < to) found.push({ x, width: end - x });
  }
  return found;
}

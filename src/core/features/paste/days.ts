// Dates as spreadsheets show them. What could be two days is none: 3/4/2026 says nothing about its order by itself, but
// another date of its column may.
import { isDay } from '../../schema/formats';

/** Whether `3/4/2026` is the third of April or the fourth of March. */
export type DayOrder = 'day-month' | 'month-day' | undefined;

const LOCAL = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The order that a column's dates have, where one of them tells and none says otherwise. */
export function dayOrder(cells: readonly string[]): DayOrder {
  let [dayFirst, monthFirst] = [false, false];
  for (const cell of cells) {
    const [, a, b] = LOCAL.exec(withoutMidnight(cell)) ?? [];
    dayFirst ||= Number(a) > 12;
    monthFirst ||= Number(b) > 12;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'day-month' : 'month-day';
}

/** The day as `2026-12-01`; undefined when the text is no date, has a time of day, or can be read in two ways. */
export function dayOf(given: string, order: DayOrder): string | undefined {
  const text = withoutMidnight(given);
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year) return written(year, month, day);
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  const [, a, b, last] = LOCAL.exec(text) ?? [];
  if (last && order) return order === 'day-month' ? written(last, b, a) : written(last, a, b);
  return last && a === b ? written(last, a, b) : named(text);
}

/** `1-Dec-2026`, `Dec 1, 2026`, `1 December 26`. */
function named(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-\s]([A-Za-z]{3,9})\.?[-\s,]+(\d{4}|\d{2})$/.exec(text) ?? [];
  const [, other, first, last] = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(text) ?? [];
  const name = (month ?? other ?? '').toLowerCase();
  const at = MONTHS.findIndex((one) => name.length >= 3 && one.startsWith(name.slice(0, 3)));
  const known = at >= 0 && (MONTHS[at]?.startsWith(name) || name === 'sept');
  // A spreadsheet takes years of two digits for 1930 to 2029; a project is never of the last century.
  const full = year?.length === 2 ? `20${year}` : (year ?? last);
  return known ? written(full, String(at + 1), day ?? first) : undefined;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** A date that lost its format is the number of days since 1899-12-30; only numbers of our time are taken for one. */
function fromSerial(serial: number): string | undefined {
  const [from, to] = [32_874, 73_050]; // 1990-01-01 to 2099-12-31
  if (serial < from || serial > to) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

// A date without a time is often shown with one.
const withoutMidnight = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/\s+0?0:00(?::00)?$|[\sT]00:00(?::00(?:\.0+)?)?$/, '');

function written(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

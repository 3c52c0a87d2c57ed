// The formats of the register's texts: what a day, a duration, an id or a permission looks like. Used by the
// validators (generated code requires this file) and by whoever needs to read such a text.
import { dayNumber } from '../base/days';
import { isEntityId } from '../model/id';

const DATETIME =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const DURATION = /^\d{1,6}(?:\.\d{1,4})?(?:d|w|cd|cw|h|min)$/;
const ACCESS = /^[^\s:@|]+:[^\s:@|]+(?:@[^\s:@|]+)?$/;

/** Whether the text is a day of the calendar, `2026-02-30` is none. */
export const isDay = (text: string): boolean => text.length === 10 && dayNumber(text) !== undefined;

function isDatetime(text: string): boolean {
  const parts = DATETIME.exec(text);
  return parts !== null && isDay(parts[1] ?? '');
}

const isDuration = (text: string): boolean => DURATION.test(text);

/** `T`, `T-2h`, `T+30min`: a time against the start of a cutover window. */
const RELATIVE = /^T(?:[+-]\d{1,6}(?:\.\d{1,4})?(?:d|w|cd|cw|h|min))?$/;

const isGlob = (text: string): boolean => text.length > 0 && text.length <= 256 && !/\s/.test(text);

export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  id: (text) => isEntityId(text, true),
  day: isDay,
  datetime: isDatetime,
  moment: (text) => isDay(text) || isDatetime(text),
  duration: isDuration,
  lag: (text) => isDuration(text.replace(/^[-+]/, '')),
  cutover: (text) => RELATIVE.test(text) || isDatetime(text),
  access: (text) => ACCESS.test(text),
  glob: isGlob,
};

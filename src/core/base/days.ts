// Days of the calendar as texts, `2026-11-16`, which compare as they are written.

const DAY = 86_400_000;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day so many days later, or earlier. */
export const shiftDay = (day: string, by: number): string => dayAt(timeOf(day) + by * DAY);

/** The day so many working days later, weeks being of five days, Monday to Friday. */
export function shiftWorkingDay(day: string, by: number): string {
  let time = timeOf(day);
  for (let left = by; left > 0; ) {
    time += DAY;
    const weekday = new Date(time).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left--;
  }
  return dayAt(time);
}

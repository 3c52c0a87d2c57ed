// The next day on which work is done, by the calendar of the project.
import { dayNumber, dayText } from '../../base/days';
import type { Project } from '../../project/project';
import { projectCalendar } from '../../schedule/calendar';
import { workingDayFrom } from '../../schedule/working-days';

/** The first working day after this one; undefined where none is ever worked. */
export function nextWorkingDay(project: Project, day: string): string | undefined {
  const today = dayNumber(day);
  const next = today === undefined ? undefined : workingDayFrom(projectCalendar(project), today + 1);
  return next === undefined ? undefined : dayText(next);
}

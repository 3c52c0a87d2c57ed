// How the rows of a Gantt chart are called, and their facts as a table has them. Apart from its words, so that a panel's page
// can be without these.
import { type Day, dayText } from '../base/days';
import type { GanttRow } from '../views/gantt';
import { CRITICAL } from './gantt-shapes';

/** How a row is called. */
export const nameOf = ({ id, title }: Pick<GanttRow, 'id' | 'title'>): string =>
  [id, title === id ? '' : title].filter(Boolean).join(' ');

export const ganttColumns = [
  'start',
  'finish',
  'days',
  'percent',
  'float',
  'critical',
  'base-start',
  'base-finish',
  'owner',
  'after',
] as const;
export type GanttColumn = (typeof ganttColumns)[number];

/** The facts of a row in the order of the columns. */
export function cellsOf(row: GanttRow, yes: string): Readonly<Record<GanttColumn, string>> {
  const text = (day: Day | undefined): string => (day === undefined ? '' : dayText(day));
  return {
    start: dayText(row.first),
    finish: dayText(row.last),
    days: String(row.days),
    percent: `${row.percent} %`,
    float: row.float === undefined ? '' : String(row.float),
    critical: row.critical ? `${CRITICAL} ${yes}` : '',
    'base-start': text(row.base?.[0]),
    'base-finish': text(row.base?.[1]),
    owner: row.owner,
    after: row.after,
  };
}

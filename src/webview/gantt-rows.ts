// A row of the chart as an element: its name, what it says to a screen reader, and in the table its facts.
import { cellsOf, type GanttColumn, ganttColumns, nameOf } from '../core/render/gantt-names';
import { CRITICAL } from '../core/render/gantt-shapes';
import type { GanttRow } from '../core/views/gantt';
import { el } from './page';

export const INDENT = 14;
/** Widths of the columns of the table. */
const WIDTHS: Readonly<Record<GanttColumn, number>> = {
  start: 96,
  finish: 96,
  days: 64,
  percent: 70,
  float: 80,
  critical: 80,
  'base-start': 120,
  'base-finish': 120,
  owner: 160,
  after: 260,
};

export const tableWidth = Object.values(WIDTHS).reduce((sum, width) => sum + width, 0);

interface About {
  readonly row: number;
  readonly label: string | undefined;
  readonly active: boolean;
  /** Pixels of the names. */
  readonly side: number;
}

export function rowElement(of: GanttRow, { row, label, active, side }: About): HTMLElement {
  const isHolder = of.kind === 'summary' || of.kind === 'group';
  const name = el('div', { class: `side${isHolder ? ' holder' : ''}`, role: 'rowheader', title: nameOf(of) });
  name.style.width = `${side}px`;
  name.style.paddingInlineStart = `${6 + of.level * INDENT}px`;
  name.append(el('span', { class: 'name' }, nameOf(of)));
  if (of.critical) name.append(el('b', { class: 'flag', 'aria-hidden': 'true' }, CRITICAL));
  return el(
    'div',
    {
      class: `row${active ? ' active' : ''}`,
      role: 'row',
      'data-row': row,
      'aria-rowindex': row + 2,
      'aria-level': of.level + 1,
      'aria-label': label,
      tabindex: active ? 0 : -1,
    },
    name,
  );
}

export function factCells(of: GanttRow, side: number, yes: string): readonly HTMLElement[] {
  const cells = cellsOf(of, yes);
  return placed(side, (column) =>
    el('div', { class: `fact ${column}`, role: 'gridcell', title: cells[column] }, cells[column]),
  );
}

export const headCells = (side: number, word: (column: GanttColumn) => string): readonly HTMLElement[] =>
  placed(side, (column) => el('div', { class: 'tick', role: 'columnheader' }, el('span', {}, word(column))));

/** An element a column, each at its place. */
function placed(side: number, make: (column: GanttColumn) => HTMLElement): readonly HTMLElement[] {
  let left = side;
  return ganttColumns.map((column) => {
    const cell = make(column);
    cell.style.left = `${left}px`;
    cell.style.width = `${WIDTHS[column]}px`;
    left += WIDTHS[column];
    return cell;
  });
}

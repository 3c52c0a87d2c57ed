// A grid of any size, of which only what is in sight is in the page. The cell with the focus stays in it, so that the
// focus is not lost by scrolling; a screen reader is told where in the whole it is.
import { columnLabel, columnName, CONFLICTS, rowName } from '../core/render/matrix-names';
import { layoutOf, LINE, ROW } from '../core/render/matrix-layout';
import { ems } from '../core/render/measure';
import { el } from './page';
import type { ShownMatrix } from './protocol/matrix';
import { columnsIn, rowsIn, scrolled } from './visible';

/** Rows and columns drawn beyond what is in sight. */
const MORE_ROWS = 6;
const COLUMN_STEP = 8;
const SIDE = { least: 120, most: 300 } as const;

/** A cell; column -1 is the row's name. */
export interface At {
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly show: (matrix: ShownMatrix, at: At) => void;
  readonly at: () => At;
  readonly focus: () => void;
}

interface Drawn {
  readonly element: HTMLElement;
  /** Of the columns, in words; rows are drawn anew when it changes. */
  readonly columns: string;
}

export function grid(root: HTMLElement, label: string, moved: (at: At) => void, chosen: (at: At) => void): Grid {
  const sheet = el('div', { class: 'sheet', role: 'presentation' });
  root.replaceChildren(sheet);
  root.setAttribute('role', 'grid');
  root.setAttribute('aria-label', label);
  root.setAttribute('aria-readonly', 'true');
  let matrix: ShownMatrix | undefined;
  let layout = layoutOf({ columns: [], bands: [] });
  let side: number = SIDE.least;
  let active: At = { row: 0, column: 0 };
  let head: Drawn | undefined;
  let prototypes: readonly HTMLElement[] = [];
  let pending = 0;
  const rows = new Map<number, Drawn>();

  const x = (column: number): number => side + (layout.starts[column] ?? 0);
  const place = (element: HTMLElement, left: number, width: number): void => {
    element.style.left = `${left}px`;
    element.style.width = `${width}px`;
  };

  function draw(): void {
    if (!matrix) return;
    const down = rowsIn(root.scrollTop, root.clientHeight - layout.head, ROW, matrix.rows.length, MORE_ROWS);
    const across = columnsIn(root.scrollLeft, root.clientWidth - side, layout.starts, COLUMN_STEP);
    const wanted = new Set([active.row]);
    for (let row = down.from; row < down.to; row++) wanted.add(row);
    for (const [row, { element }] of rows)
      if (!wanted.has(row)) {
        rows.delete(row);
        element.remove();
      }
    if (head?.columns !== `${across.from}-${across.to}`) drawHead(across.from, across.to);
    for (const row of wanted) if (row < matrix.rows.length) drawRow(matrix, row, across.from, across.to);
  }

  function drawHead(from: number, to: number): void {
    if (!matrix) return;
    const { bands, columns, heading } = matrix;
    const corner = el('div', { class: 'corner', role: 'columnheader', 'aria-colindex': 1 }, heading);
    corner.style.width = `${side}px`;
    corner.style.height = `${layout.head}px`;
    let top = 0;
    const lines = bands.map((_, at) => {
      const band = layout.bands[at];
      const line = el('div', { class: 'line', role: 'row', 'aria-rowindex': at + 1 });
      line.style.top = `${top}px`;
      line.style.height = `${band?.height ?? 0}px`;
      top += band?.height ?? 0;
      for (const group of band?.groups ?? []) {
        if (group.to <= from || group.from >= to) continue;
        // The name of a long group stays in sight while the group is.
        const name = el('span', { class: 'name', title: group.label });
        name.style.left = `${side}px`;
        name.style.lineHeight = `${LINE}px`;
        group.lines.forEach((text, number) => name.append(...(number ? [el('br'), text] : [text])));
        const cell = el('div', { class: 'group', role: 'columnheader', 'aria-colindex': group.from + 2 }, name);
        cell.setAttribute('aria-colspan', String(group.to - group.from));
        place(cell, x(group.from), x(group.to) - x(group.from));
        line.append(cell);
      }
      return line;
    });
    const labels = el('div', { class: 'line', role: 'row', 'aria-rowindex': bands.length + 1 });
    labels.style.top = `${top}px`;
    labels.style.height = `${layout.labels}px`;
    labels.append(corner);
    corner.style.marginTop = `${-top}px`;
    for (let at = from; at < Math.min(to, columns.length); at++) {
      const column = columns[at];
      if (!column) continue;
      const cell = el('div', {
        class: 'label',
        role: 'columnheader',
        'aria-colindex': at + 2,
        title: columnName(column),
      });
      cell.append(el('span', {}, columnLabel(column)));
      place(cell, x(at), x(at + 1) - x(at));
      labels.append(cell);
    }
    const element = el('div', { class: 'head', role: 'rowgroup' }, ...lines, labels);
    element.style.height = `${layout.head}px`;
    if (head) head.element.replaceWith(element);
    else sheet.prepend(element);
    head = { element, columns: `${from}-${to}` };
  }

  function drawRow(of: ShownMatrix, row: number, from: number, to: number): void {
    const own = active.row === row ? active.column : undefined;
    const columns = `${from}-${to} ${own ?? ''}`;
    const before = rows.get(row);
    if (before?.columns === columns) return;
    const entity = of.rows[row];
    if (!entity) return;
    const element = el('div', { class: 'row', role: 'row', 'aria-rowindex': of.bands.length + 2 + row });
    element.style.top = `${layout.head + row * ROW}px`;
    const name = el('div', { class: 'side', role: 'rowheader', 'aria-colindex': 1, tabindex: own === -1 ? 0 : -1 });
    name.title = rowName(entity);
    if (entity.title && entity.title !== entity.id) name.append(el('span', { class: 'id' }, entity.id), entity.title);
    else name.append(entity.id);
    const sign = CONFLICTS[entity.conflict];
    if (sign) name.append(el('b', { class: `mark ${entity.conflict}` }, ` ${sign}`));
    name.style.width = `${side}px`;
    element.append(name);
    const cell = (column: number): void => {
      const made = prototypes[of.cells[row * of.columns.length + column] ?? 0]?.cloneNode(true) as HTMLElement;
      made.setAttribute('aria-colindex', String(column + 2));
      if (own === column) made.tabIndex = 0;
      place(made, x(column), x(column + 1) - x(column));
      element.append(made);
    };
    if (own !== undefined && own >= 0 && own < from) cell(own);
    for (let column = from; column < to; column++) cell(column);
    if (own !== undefined && own >= to && own < of.columns.length) cell(own);
    const focused = before?.element.contains(document.activeElement) ?? false;
    if (before) before.element.replaceWith(element);
    else sheet.append(element);
    rows.set(row, { element, columns });
    if (focused) focus();
  }

  function soon(): void {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      draw();
    });
  }

  const cellAt = ({ row, column }: At): HTMLElement | undefined =>
    rows.get(row)?.element.querySelector<HTMLElement>(`[aria-colindex="${column + 2}"]`) ?? undefined;

  function focus(): void {
    cellAt(active)?.focus({ preventScroll: true });
  }

  function go(to: At, focused = true): void {
    if (!matrix) return;
    active = {
      row: Math.max(0, Math.min(matrix.rows.length - 1, to.row)),
      column: Math.max(-1, Math.min(matrix.columns.length - 1, to.column)),
    };
    const { row, column } = active;
    root.scrollTop = scrolled(root.scrollTop, root.clientHeight - layout.head, row * ROW, (row + 1) * ROW);
    if (column >= 0) {
      const [start = 0, end = 0] = layout.starts.slice(column, column + 2);
      root.scrollLeft = scrolled(root.scrollLeft, root.clientWidth - side, start, end);
    }
    draw();
    if (focused) focus();
    moved(active);
  }

  const pageOf = (): number => Math.max(1, Math.floor((root.clientHeight - layout.head) / ROW) - 1);

  function target({ key, ctrlKey, metaKey }: KeyboardEvent): At | undefined {
    const { row, column } = active;
    const far = ctrlKey || metaKey;
    switch (key) {
      case 'ArrowUp':
        return { row: far ? 0 : row - 1, column };
      case 'ArrowDown':
        return { row: far ? Infinity : row + 1, column };
      case 'ArrowLeft':
        return { row, column: far ? -1 : column - 1 };
      case 'ArrowRight':
        return { row, column: far ? Infinity : column + 1 };
      case 'Home':
        return { row: far ? 0 : row, column: far ? 0 : -1 };
      case 'End':
        return { row: far ? Infinity : row, column: Infinity };
      case 'PageUp':
        return { row: row - pageOf(), column };
      case 'PageDown':
        return { row: row + pageOf(), column };
      default:
        return undefined;
    }
  }

  root.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(root);
  root.addEventListener('keydown', (event) => {
    if (event.altKey) return;
    const to = target(event);
    if (to) go(to);
    else if (event.key === 'Enter' || event.key === ' ') chosen(active);
    else return;
    event.preventDefault();
  });
  root.addEventListener('click', ({ target: clicked }) => {
    const cell = (clicked as Element).closest<HTMLElement>('[role=gridcell],[role=rowheader]');
    const row = [...rows].find(([, { element }]) => cell && element.contains(cell))?.[0];
    if (!cell || row === undefined) return;
    go({ row, column: Number(cell.getAttribute('aria-colindex')) - 2 });
    chosen(active);
  });

  return {
    at: () => active,
    focus,
    show: (next, at) => {
      const focused = root.contains(document.activeElement);
      matrix = next;
      layout = layoutOf(next);
      const widest = next.rows.reduce((most, row) => Math.max(most, ems(rowName(row))), ems(next.heading));
      side = Math.max(SIDE.least, Math.min(SIDE.most, Math.ceil(widest * 13) + 24));
      prototypes = next.marks.map(({ effect, text, words, conflict }) =>
        el(
          'div',
          {
            class: `cell ${effect} ${conflict}`,
            role: 'gridcell',
            tabindex: -1,
            'aria-label': words,
            title: text && words,
          },
          text,
        ),
      );
      for (const { element } of rows.values()) element.remove();
      rows.clear();
      head?.element.remove();
      head = undefined;
      sheet.style.width = `${x(next.columns.length)}px`;
      sheet.style.height = `${layout.head + next.rows.length * ROW}px`;
      root.setAttribute('aria-rowcount', String(next.rows.length + next.bands.length + 1));
      root.setAttribute('aria-colcount', String(next.columns.length + 1));
      go(at, focused);
    },
  };
}

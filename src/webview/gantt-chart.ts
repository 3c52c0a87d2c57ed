// The chart itself: names at the left, bars on a time scale, of which only what is in sight is in the page. The same rows
// are a table when the person wants one. A screen reader gets every row as a sentence, and its place in the whole.
import { chartStyle } from '../core/render/gantt-colours';
import { type GanttColumn, ganttColumns, nameOf } from '../core/render/gantt-names';
import { BAND, type GanttScale, HEAD, ROW, scaleOf } from '../core/render/gantt-layout';
import { linkShapes, shapesOf, spanOf } from '../core/render/gantt-shapes';
import { ems } from '../core/render/measure';
import type { Gantt, GanttRow } from '../core/views/gantt';
import type { Zoom } from '../core/views/gantt-query';
import { factCells, headCells, INDENT, rowElement, tableWidth } from './gantt-rows';
import { timeOf } from './gantt-time';
import { el } from './page';
import { drawing, group } from './svg';
import { rowsIn, scrolled } from './visible';

/** Rows drawn beyond what is in sight, and pixels by which the stretch of days grows. */
const MORE_ROWS = 12;
const STEP = 1024;
const SIDE = { least: 160, most: 340 } as const;
export interface ChartData {
  readonly chart: Gantt;
  readonly labels: readonly string[];
  readonly zoom: Zoom;
  readonly table: boolean;
}

export interface Chart {
  readonly show: (data: ChartData, row: number, day: number | undefined) => void;
  readonly row: () => number;
  /** The day in the middle of what is in sight. */
  readonly day: () => number;
  readonly scrollTo: (day: number) => void;
  /** Brings a row into the upper half of what is in sight. */
  readonly centre: (row: number) => void;
  /** Brings the bar of a row into sight. */
  readonly bring: (row: number) => void;
  readonly go: (row: number, focused?: boolean) => void;
  readonly focus: () => void;
  readonly scale: () => GanttScale;
  /** The shapes of a row that is in sight. */
  readonly bar: (row: number) => SVGGElement | undefined;
  /** Draws a row anew, as it is or otherwise for the moment. */
  readonly redraw: (row: number, instead?: GanttRow) => void;
}

interface Words {
  readonly label: string;
  readonly task: string;
  readonly yes: string;
  readonly column: (column: GanttColumn) => string;
}

export function chart(root: HTMLElement, words: Words, moved: (row: number) => void): Chart {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(chartStyle);
  document.adoptedStyleSheets = [sheet];
  const ground = el('div', { class: 'ground', 'aria-hidden': 'true' });
  const links = group();
  const bars = group();
  const picture = drawing(links, bars);
  const today = el('div', { class: 'now', 'aria-hidden': 'true' });
  const head = el('div', { class: 'head', role: 'row' });
  const body = el('div', { class: 'body', role: 'presentation' }, head, ground, picture, today);
  root.replaceChildren(body);
  root.setAttribute('role', 'treegrid');
  root.setAttribute('aria-label', words.label);
  root.setAttribute('aria-readonly', 'true');

  let data: ChartData | undefined;
  let scale = scaleOf({ first: 0, last: 0, on: 0 }, 'week');
  let side: number = SIDE.least;
  let active = 0;
  let across = '';
  let down = '';
  let pending = 0;
  const rows = new Map<number, HTMLElement>();
  const drawn = new Map<number, SVGGElement>();

  const rowsOf = (): readonly GanttRow[] => data?.chart.rows ?? [];

  function draw(): void {
    if (!data) return;
    const list = rowsOf();
    const { from, to } = rowsIn(root.scrollTop, root.clientHeight - HEAD, ROW, list.length, MORE_ROWS);
    const wanted = new Set([active]);
    for (let row = from; row < to; row++) wanted.add(row);
    for (const [row, element] of rows) {
      if (wanted.has(row)) continue;
      rows.delete(row);
      element.remove();
      drawn.get(row)?.remove();
      drawn.delete(row);
    }
    for (const row of wanted) if (row < list.length && !rows.has(row)) drawRow(row);
    if (data.table) return;
    const left = Math.floor(root.scrollLeft / STEP) * STEP;
    const stretch = { from: left - STEP, to: left + root.clientWidth + 2 * STEP };
    if (across !== `${stretch.from} ${stretch.to}`) {
      across = `${stretch.from} ${stretch.to}`;
      drawTime(stretch.from, stretch.to);
    }
    if (down !== `${from} ${to}`) {
      down = `${from} ${to}`;
      drawLinks(from, to);
    }
  }

  function drawRow(row: number): void {
    const of = rowsOf()[row];
    if (!of || !data) return;
    const about = { row, label: data.labels[row], active: row === active, side };
    const element = rowElement(of, about);
    element.style.top = `${HEAD + row * ROW}px`;
    if (data.table) element.append(...factCells(of, side, words.yes));
    rows.set(row, element);
    body.append(element);
    if (!data.table) drawBar(row, of);
  }

  function drawBar(row: number, of: GanttRow): void {
    const shapes = group(shapesOf(of, scale));
    shapes.setAttribute('transform', `translate(0 ${row * ROW})`);
    shapes.setAttribute('data-row', String(row));
    shapes.setAttribute('class', `of-${of.kind}`);
    const before = drawn.get(row);
    if (before) before.replaceWith(shapes);
    else bars.append(shapes);
    drawn.set(row, shapes);
  }

  function drawTime(from: number, to: number): void {
    if (!data) return;
    const { dates, stripes } = timeOf(data.chart, scale, { from, to, side });
    head.replaceChildren(corner(), dates);
    ground.replaceChildren(...stripes);
  }

  function drawLinks(from: number, to: number): void {
    const list = rowsOf();
    const shapes = (data?.chart.links ?? []).flatMap((link) => {
      if (Math.max(link.from, link.to) < from || Math.min(link.from, link.to) >= to) return [];
      const [before, after] = [list[link.from], list[link.to]];
      if (!before || !after) return [];
      return linkShapes(
        { row: link.from, ...spanOf(before, scale) },
        { row: link.to, ...spanOf(after, scale) },
        link.type,
        link.critical,
      );
    });
    links.replaceChildren(...group(shapes).childNodes);
  }

  function corner(): HTMLElement {
    const made = el('div', { class: 'corner', role: 'columnheader' }, words.task);
    made.style.width = `${side}px`;
    return made;
  }

  function soon(): void {
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      draw();
    });
  }

  const focus = (): void => rows.get(active)?.focus({ preventScroll: true });

  function go(to: number, focused = true): void {
    const before = rows.get(active);
    active = Math.max(0, Math.min(rowsOf().length - 1, to));
    before?.classList.remove('active');
    before?.setAttribute('tabindex', '-1');
    root.scrollTop = scrolled(root.scrollTop, root.clientHeight - HEAD, active * ROW, (active + 1) * ROW);
    draw();
    const now = rows.get(active);
    now?.classList.add('active');
    now?.setAttribute('tabindex', '0');
    if (focused) focus();
    moved(active);
  }

  const middle = (): number => (root.clientWidth - side) / 2;
  function scrollTo(day: number): void {
    root.scrollLeft = Math.max(0, scale.x(day) - middle());
    draw();
  }

  function show(next: ChartData, row: number, day: number | undefined): void {
    const focused = root.contains(document.activeElement);
    const left = root.scrollLeft;
    const isSame = data?.zoom === next.zoom && data.chart.first === next.chart.first && data.table === next.table;
    data = next;
    scale = scaleOf(next.chart, next.zoom);
    const widest = rowsOf().reduce((most, one) => Math.max(most, ems(nameOf(one)) * 13 + one.level * INDENT), 0);
    side = Math.round(Math.max(SIDE.least, Math.min(SIDE.most, widest + 40, Math.max(140, root.clientWidth / 2))));
    for (const element of rows.values()) element.remove();
    rows.clear();
    drawn.clear();
    bars.replaceChildren();
    [across, down] = ['', ''];
    const { table, chart: of } = next;
    for (const part of [ground, picture, today]) part.toggleAttribute('hidden', table);
    picture.style.left = `${side}px`;
    picture.style.top = `${HEAD}px`;
    today.style.left = `${side + scale.x(of.on) + scale.perDay / 2}px`;
    today.style.height = `${of.rows.length * ROW + BAND}px`;
    const wide = table ? tableWidth : scale.width;
    body.style.width = `${side + wide}px`;
    body.style.height = `${HEAD + of.rows.length * ROW}px`;
    root.classList.toggle('table', table);
    if (table) head.replaceChildren(corner(), ...headCells(side, words.column));
    root.setAttribute('aria-rowcount', String(of.rows.length + 1));
    root.setAttribute('aria-colcount', String(table ? ganttColumns.length + 1 : 1));
    if (!table && !isSame) root.scrollLeft = Math.max(0, scale.x(day ?? of.on) - middle());
    else root.scrollLeft = table ? 0 : left;
    go(row, focused);
  }

  // A screen reader moves the focus by itself.
  root.addEventListener('focusin', ({ target }) => {
    const of = (target as Element).closest<HTMLElement>('.row')?.dataset.row;
    if (of !== undefined && Number(of) !== active) go(Number(of), false);
  });
  root.addEventListener('scroll', soon, { passive: true });
  new ResizeObserver(soon).observe(root);

  return {
    show,
    row: () => active,
    day: () => Math.round(scale.origin + (root.scrollLeft + middle()) / scale.perDay),
    scrollTo,
    centre: (row) => {
      root.scrollTop = Math.max(0, row * ROW - root.clientHeight / 3);
      draw();
    },
    bring: (row) => {
      const of = rowsOf()[row];
      if (!of || data?.table) return;
      const { from, to } = spanOf(of, scale);
      const [left, width] = [root.scrollLeft, root.clientWidth - side];
      if (to < left + 8 || from > left + width - 24) root.scrollLeft = Math.max(0, from - width / 4);
    },
    go,
    focus,
    scale: () => scale,
    bar: (row) => drawn.get(row),
    redraw: (row, instead) => {
      const of = instead ?? rowsOf()[row];
      if (of && !data?.table && rows.has(row)) drawBar(row, of);
    },
  };
}

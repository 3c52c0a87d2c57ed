// What hands do to the chart: keys that walk the rows and move bars, clicks, and bars that are dragged. What is dragged shows
// where it would land; whether it may is the panel's to say.
import { spanOf } from '../core/render/gantt-shapes';
import type { GanttRow } from '../core/views/gantt';
import type { Chart } from './gantt-chart';
import type { GanttChange, Hold } from './protocol/gantt';

/** Pixels at the end of a bar that take its end. */
const GRIP = 7;
/** Pixels that are still a click. */
const STILL = 4;

interface Wishes {
  readonly row: (at: number) => GanttRow | undefined;
  readonly hold: (at: number) => Hold;
  readonly choose: (at: number) => void;
  readonly move: (at: number, how: GanttChange, to: number) => void;
  readonly step: (at: number, how: GanttChange, later: boolean) => void;
  readonly zoom: (finer: boolean) => void;
  readonly undo: () => void;
}

export function hands(root: HTMLElement, chart: Chart, wishes: Wishes): void {
  const pageOf = (): number => Math.max(1, Math.floor(root.clientHeight / 26) - 3);

  function walk({ key }: KeyboardEvent): number | undefined {
    const row = chart.row();
    switch (key) {
      case 'ArrowUp':
        return row - 1;
      case 'ArrowDown':
        return row + 1;
      case 'PageUp':
        return row - pageOf();
      case 'PageDown':
        return row + pageOf();
      case 'Home':
        return 0;
      case 'End':
        return Number.POSITIVE_INFINITY;
      default:
        return undefined;
    }
  }

  root.addEventListener('keydown', (event) => {
    const { key, shiftKey, altKey } = event;
    const far = event.ctrlKey || event.metaKey;
    if (altKey) return;
    const to = shiftKey ? undefined : walk(event);
    const isSide = key === 'ArrowLeft' || key === 'ArrowRight';
    if (to !== undefined) chart.go(to);
    else if (isSide && shiftKey) wishes.step(chart.row(), far ? 'resize' : 'move', key === 'ArrowRight');
    else if (isSide) root.scrollLeft += (key === 'ArrowRight' ? 1 : -1) * (far ? root.clientWidth / 2 : 60);
    else if (key === 'Enter' || key === ' ') wishes.choose(chart.row());
    else if ((key === '+' || key === '-' || key === '=') && !far) wishes.zoom(key !== '-');
    else if (far && key.toLowerCase() === 'z' && !shiftKey) wishes.undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const rowAt = (target: EventTarget | null): number | undefined => {
    const of = (target as Element | null)?.closest?.('[data-row]')?.getAttribute('data-row');
    return of === null || of === undefined ? undefined : Number(of);
  };
  const placeIn = ({ clientX }: PointerEvent, at: number): number => {
    const box = chart.bar(at)?.ownerSVGElement?.getBoundingClientRect();
    return clientX - (box?.left ?? 0);
  };

  /** Which change taking a bar at a place would be. */
  function changeAt(row: GanttRow, x: number): GanttChange {
    const { to } = spanOf(row, chart.scale());
    return row.kind === 'task' && x > to - GRIP ? 'resize' : 'move';
  }

  root.addEventListener('pointermove', (event) => {
    const at = rowAt(event.target);
    const row = at === undefined ? undefined : wishes.row(at);
    const bar = at === undefined ? undefined : chart.bar(at);
    if (!row || !bar || at === undefined || event.buttons || !bar.contains(event.target as Node)) return;
    const hold = wishes.hold(at);
    const how = changeAt(row, placeIn(event, at));
    const may = hold === 'free' || (hold === 'resize' && how === 'resize');
    bar.style.cursor = may ? (how === 'resize' ? 'ew-resize' : 'grab') : 'pointer';
  });

  root.addEventListener('pointerdown', (event) => {
    const at = rowAt(event.target);
    const row = at === undefined ? undefined : wishes.row(at);
    if (at === undefined || !row || event.button !== 0) return;
    const bar = chart.bar(at);
    const isBar = bar?.contains(event.target as Node) ?? false;
    const begin = event.clientX;
    const how = isBar ? changeAt(row, placeIn(event, at)) : undefined;
    const { perDay } = chart.scale();
    let days = 0;
    let dragged = false;
    const stop = new AbortController();
    const { signal } = stop;
    if (isBar) event.preventDefault();

    const put = (): GanttRow =>
      how === 'resize'
        ? { ...row, last: Math.max(row.first, row.last + days) }
        : { ...row, first: row.first + days, last: row.last + days };

    window.addEventListener(
      'pointermove',
      ({ clientX }) => {
        dragged ||= Math.abs(clientX - begin) > STILL;
        if (!dragged || !how || row.kind === 'group') return;
        days = Math.round((clientX - begin) / perDay);
        chart.redraw(at, put());
      },
      { signal },
    );
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.preventDefault();
        stop.abort();
        chart.redraw(at);
      },
      { signal, capture: true },
    );
    window.addEventListener(
      'pointerup',
      () => {
        stop.abort();
        chart.go(at);
        if (!dragged) return wishes.choose(at);
        const { first, last } = put();
        if (how && days && row.kind !== 'group') wishes.move(at, how, how === 'resize' ? last : first);
        else chart.redraw(at);
      },
      { signal },
    );
  });
}

// The time of the chart: dates on top, and behind the bars stripes for free days and lines where months or years begin. Only
// for the stretch that is in sight.
import { BAND, freeStretches, type GanttScale, ROW, type Tick, ticksOf } from '../core/render/gantt-layout';
import type { Gantt } from '../core/views/gantt';
import { el } from './page';

/** Pixels from the beginning of the chart, and of the names beside it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly side: number;
}

export function timeOf(
  chart: Gantt,
  scale: GanttScale,
  { from, to, side }: Stretch,
): { readonly dates: HTMLElement; readonly stripes: readonly HTMLElement[] } {
  const ticks = ticksOf(scale, Math.max(0, from), Math.min(to, scale.width));
  const inside = (all: readonly Tick[]): readonly Tick[] => all.filter(({ x }) => x < scale.width);
  const [major, minor] = [inside(ticks.major), inside(ticks.minor)];
  const height = chart.rows.length * ROW;
  const tick =
    (band: number) =>
    ({ x, width, label }: Tick): HTMLElement => {
      const cell = el('div', { class: 'tick' }, el('span', {}, label));
      cell.style.left = `${side + x}px`;
      cell.style.top = `${band * BAND}px`;
      cell.style.width = `${Math.min(width, scale.width - x)}px`;
      return cell;
    };
  const stripe = (of: string, x: number, width: number): HTMLElement => {
    const made = el('div', { class: of });
    made.style.left = `${side + x}px`;
    made.style.width = `${width}px`;
    made.style.height = `${height}px`;
    return made;
  };
  const dates = el('div', { class: 'time', role: 'presentation', 'aria-hidden': 'true' });
  dates.append(...major.map(tick(0)), ...minor.map(tick(1)));
  return {
    dates,
    stripes: [
      ...freeStretches(chart, scale, from, to).map(({ x, width }) =>
        stripe('rest', x, Math.min(width, scale.width - x)),
      ),
      ...major.map(({ x }) => stripe('rule', x, 0)),
    ],
  };
}

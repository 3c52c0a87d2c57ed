// What a row of a Gantt chart looks like, as shapes that both a page and a picture can draw. Colours are classes; what they
// say is said by a shape or a sign as well.
import type { LinkType } from '../schedule/network';
import type { GanttRow } from '../views/gantt';
import { type GanttScale, ROW } from './gantt-layout';

export interface Shape {
  readonly tag: 'rect' | 'path' | 'text';
  readonly of: string;
  readonly at: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

/** Of tasks without float. */
export const CRITICAL = '⚑';
const DONE = '✓';

const TOP = 5;
const HEIGHT = 12;
const MIDDLE = TOP + HEIGHT / 2;
const GHOST = { top: 19, height: 4 } as const;
/** Pixels between two strokes of what is hatched; there are no more strokes than these. */
const HATCH = { step: 6, most: 400 } as const;

type Drawn = Pick<GanttRow, 'kind' | 'first' | 'last' | 'percent' | 'critical' | 'done' | 'base' | 'float'>;

/** Where the bar of a row begins and ends; a milestone stands in the middle of its day. */
export function spanOf({ kind, first, last }: Pick<GanttRow, 'kind' | 'first' | 'last'>, { x, perDay }: GanttScale) {
  if (kind === 'milestone') return { from: x(first) + perDay / 2, to: x(first) + perDay / 2 };
  return { from: x(first), to: Math.max(x(last + 1), x(first) + 2) };
}

/** The shapes of a row, counted from its top; `label` is what stands behind the bar. */
export function shapesOf(row: Drawn, scale: GanttScale, label = labelOf(row)): readonly Shape[] {
  const { from, to } = spanOf(row, scale);
  const behind = row.kind === 'milestone' ? to + 9 : to + 5;
  return [
    ...ghostOf(row, scale),
    ...(row.kind === 'milestone' ? diamond(row, from) : isHolder(row) ? bracket(row, from, to) : bar(row, from, to)),
    ...(label ? [{ tag: 'text', of: 'behind', at: { x: behind, y: MIDDLE + 4 }, text: label } as const] : []),
  ];
}

const isHolder = ({ kind }: Drawn): boolean => kind === 'summary' || kind === 'group';

/** How far it is, and whether it is critical, in signs. */
function labelOf({ percent, critical, done, kind, float }: Drawn): string {
  const late = float !== undefined && float < 0 ? float : '';
  const how = done ? DONE : percent > 0 && kind !== 'milestone' ? `${percent} %` : '';
  return [critical ? `${CRITICAL}${late}` : '', how].filter(Boolean).join(' · ');
}

function ghostOf({ base, kind }: Drawn, { x, perDay }: GanttScale): readonly Shape[] {
  if (!base) return [];
  const [from, to] = [x(base[0]), x(base[1] + 1)];
  if (kind !== 'milestone')
    return [
      { tag: 'rect', of: 'ghost', at: { x: from, y: GHOST.top, width: Math.max(2, to - from), height: GHOST.height } },
    ];
  const middle = from + perDay / 2;
  return [{ tag: 'path', of: 'ghost', at: { d: `M${middle - 4} ${GHOST.top}h8l-4 5z` } }];
}

function bar({ percent, critical, done }: Drawn, from: number, to: number): readonly Shape[] {
  const width = to - from;
  const ready = done ? width : (width * percent) / 100;
  const state = critical ? ' critical' : '';
  const box = { y: TOP, height: HEIGHT, rx: Math.min(2, width / 2) };
  return [
    { tag: 'rect', of: `bar${state}`, at: { x: from, width, ...box } },
    ...(ready > 0 ? [{ tag: 'rect', of: `ready${state}`, at: { x: from, width: ready, ...box } } as const] : []),
    ...(critical && ready < width ? [{ tag: 'path', of: 'hatch', at: { d: hatch(from + ready, to) } } as const] : []),
  ];
}

function hatch(from: number, to: number): string {
  const step = Math.max(HATCH.step, (to - from) / HATCH.most);
  const strokes: string[] = [];
  for (let x = from + 1; x < to - 1; x += step) {
    const run = Math.min(HEIGHT, to - 1 - x);
    strokes.push(`M${tidy(x)} ${TOP + HEIGHT}l${tidy(run)} -${tidy(run)}`);
  }
  return strokes.join('');
}

function bracket({ percent, critical }: Drawn, from: number, to: number): readonly Shape[] {
  const state = critical ? ' critical' : '';
  const tip = Math.min(6, (to - from) / 2);
  const d = `M${tidy(from)} ${TOP + 1}H${tidy(to)}v10l-${tidy(tip)} -6H${tidy(from + tip)}l-${tidy(tip)} 6z`;
  const ready = ((to - from) * percent) / 100;
  return [
    { tag: 'path', of: `summary${state}`, at: { d } },
    ...(ready > 0 ? [{ tag: 'rect', of: 'share', at: { x: from, y: TOP - 3, width: ready, height: 2 } } as const] : []),
  ];
}

function diamond({ critical, done }: Drawn, middle: number): readonly Shape[] {
  const of = `milestone${critical ? ' critical' : ''}${done ? ' done' : ''}`;
  return [{ tag: 'path', of, at: { d: `M${tidy(middle)} ${MIDDLE - 7}l7 7l-7 7l-7 -7z` } }];
}

const tidy = (pixels: number): number => Math.round(pixels * 100) / 100;

export interface End {
  /** The number of its row. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The line from one bar to another, with its head; rows count from 0 at the top. */
export function linkShapes(before: End, after: End, type: LinkType, critical: boolean): readonly Shape[] {
  // Which end it leaves, which it comes in at, and to which side that is.
  const [out, into] = [type === 'FS' || type === 'FF' ? 1 : -1, type === 'FS' || type === 'SS' ? -1 : 1];
  const [x1, x2] = [out > 0 ? before.to : before.from, into < 0 ? after.from : after.to];
  const [y1, y2] = [before.row * ROW + MIDDLE, after.row * ROW + MIDDLE];
  const [a, b] = [x1 + 6 * out, x2 + 9 * into];
  const between = y2 > y1 ? y2 - ROW / 2 : y2 + ROW / 2;
  const way =
    out === into
      ? `H${tidy(out > 0 ? Math.max(a, b) : Math.min(a, b))}V${y2}`
      : (b - a) * out >= 0
        ? `H${tidy(b)}V${y2}`
        : `H${tidy(a)}V${between}H${tidy(b)}V${y2}`;
  const state = critical ? ' critical' : '';
  return [
    { tag: 'path', of: `link${state}`, at: { d: `M${tidy(x1)} ${y1}${way}H${tidy(x2)}` } },
    { tag: 'path', of: `tip${state}`, at: { d: `M${tidy(x2)} ${y2}l${into * 6} -3.5v7z` } },
  ];
}

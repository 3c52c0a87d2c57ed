// What all pictures of a Gantt chart share: the words of a row, the legend, and how much can be drawn.
import { dayText } from '../base/days';
import { type Language, type Message, say, tell } from '../messages/message';
import type { Gantt, GanttRow } from '../views/gantt';
import type { Zoom } from '../views/gantt-query';
import { type GanttScale, HEAD, ROW, scaleOf } from './gantt-layout';
import { nameOf } from './gantt-names';
import { CRITICAL, type Shape, shapesOf } from './gantt-shapes';

/** Pixels of a picture in either direction: browsers and printers give up beyond. */
const MOST = 60_000;

/** Why a chart cannot be drawn; undefined when it can. */
export function ganttRefusal(gantt: Gantt, zoom: Zoom): Message | undefined {
  if (!gantt.rows.length) return say('gantt.empty');
  const width = scaleOf(gantt, zoom).width;
  const height = HEAD + gantt.rows.length * ROW;
  return Math.max(width, height) > MOST ? say('gantt.too-large', { width, height, most: MOST }) : undefined;
}

/** What a row shows, in a sentence. */
export function rowWords(row: GanttRow, language: Language): string {
  const { percent, critical, done, float, base, kind } = row;
  const about = { name: nameOf(row), start: dayText(row.first), finish: dayText(row.last), percent };
  const parts: readonly Message[] = [
    kind === 'milestone' ? say('gantt.words-milestone', about) : say('gantt.words', about),
    ...(done ? [say('gantt.words-done')] : []),
    ...(float === undefined
      ? []
      : [critical ? say('gantt.words-critical', { float }) : say('gantt.words-float', { float })]),
    ...(base ? [say('gantt.words-base', { start: dayText(base[0]), finish: dayText(base[1]) })] : []),
  ];
  return parts.map((one) => tell(one, language)).join('');
}

export interface GanttSample {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly words: string;
}

const SAMPLE: GanttScale = { zoom: 'week', origin: 0, perDay: 8, width: 32, x: (day) => day * 8 + 1 };
const plain = {
  kind: 'task',
  first: 0,
  last: 2,
  percent: 50,
  critical: false,
  done: false,
  base: undefined,
  float: 1,
} as const;

/** What occurs in a chart, each as it is drawn, with what it means. */
export function ganttLegend({ rows, free }: Gantt, language: Language): readonly GanttSample[] {
  const some = (is: (row: GanttRow) => boolean): boolean => rows.some(is);
  const line: Shape = { tag: 'path', of: 'today', at: { d: 'M8 2V24' } };
  const box: Shape = { tag: 'rect', of: 'free', at: { x: 1, y: 2, width: 16, height: 22 } };
  const samples: readonly (readonly [occurs: boolean, shapes: readonly Shape[], width: number, says: Message])[] = [
    [some(({ kind }) => kind === 'task'), shapesOf(plain, SAMPLE, ''), 28, say('gantt.legend-task')],
    [
      some(({ critical }) => critical),
      shapesOf({ ...plain, percent: 0, critical: true, float: 0 }, SAMPLE, CRITICAL),
      44,
      say('gantt.legend-critical'),
    ],
    [
      some(({ kind }) => kind === 'summary' || kind === 'group'),
      shapesOf({ ...plain, kind: 'summary' }, SAMPLE, ''),
      28,
      say('gantt.legend-summary'),
    ],
    [
      some(({ kind }) => kind === 'milestone'),
      shapesOf({ ...plain, kind: 'milestone', first: 1, last: 1 }, SAMPLE, ''),
      26,
      say('gantt.legend-milestone'),
    ],
    [
      some(({ base }) => base !== undefined),
      [{ tag: 'rect', of: 'ghost', at: { x: 1, y: 11, width: 24, height: 4 } }],
      28,
      say('gantt.legend-baseline'),
    ],
    [rows.length > 0, [line], 14, say('gantt.legend-today')],
    [free.length > 0, [box], 20, say('gantt.legend-free')],
  ];
  return samples
    .filter(([occurs]) => occurs)
    .map(([, shapes, width, says]) => ({ shapes, width, words: tell(says, language) }));
}

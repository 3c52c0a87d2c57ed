// What the panel of the Gantt chart and its page say to each other.
import type { GanttSample } from '../../core/render/gantt';
import { ganttColumns } from '../../core/render/gantt-names';
import type { Gantt } from '../../core/views/gantt';
import { type GanttQuery, ganttGroupings, zooms } from '../../core/views/gantt-query';
import { dayOf, fieldsOf, numberOf, oneOf, textOf } from './reading';

export const ganttFormats = ['svg', 'html', 'png'] as const;
export type GanttFormat = (typeof ganttFormats)[number];

const changes = ['move', 'resize'] as const;
export type GanttChange = (typeof changes)[number];

/** How a bar may be changed by hand; why not is told when somebody tries. */
export type Hold = 'free' | 'resize' | 'fixed';

export interface GanttStep {
  readonly text: string;
  readonly depth: number;
  /** There is a line to open. */
  readonly leads: boolean;
}

/** A line of what moved, before and after; `key` leads to it. */
export interface GanttFollow {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export type ToGantt =
  | {
      readonly type: 'show';
      readonly chart: Gantt;
      readonly legend: readonly GanttSample[];
      readonly query: GanttQuery;
      /** What each row says to a screen reader, in the order of the rows. */
      readonly labels: readonly string[];
      readonly holds: readonly Hold[];
      /** Why there is nothing to see; '' where there is. */
      readonly empty: string;
    }
  | { readonly type: 'why'; readonly key: string; readonly title: string; readonly steps: readonly GanttStep[] }
  | {
      readonly type: 'moved';
      readonly key: string;
      readonly title: string;
      readonly follows: readonly GanttFollow[];
      /** Beyond those that are listed. */
      readonly more: string;
    }
  | { readonly type: 'refused'; readonly why: string }
  | { readonly type: 'undone' }
  /** To be drawn into pixels and sent back. */
  | { readonly type: 'picture'; readonly svg: string };

export type FromGantt =
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly ms: number }
  | { readonly type: 'ask'; readonly query: GanttQuery }
  /** A row was chosen: its line, and why its dates are what they are. */
  | { readonly type: 'choose'; readonly key: string; readonly reveal: boolean }
  /** A bar was put on another first or last day. */
  | { readonly type: 'move'; readonly key: string; readonly how: GanttChange; readonly to: number }
  /** By one working day, earlier or later. */
  | { readonly type: 'step'; readonly key: string; readonly how: GanttChange; readonly later: boolean }
  | { readonly type: 'undo' }
  | { readonly type: 'open-step'; readonly step: number }
  | { readonly type: 'export'; readonly format: GanttFormat }
  | { readonly type: 'pixels'; readonly bytes: Uint8Array }
  | { readonly type: 'too-large' };

/** What a page keeps over a reload of the window. */
export interface GanttState {
  /** The folder of the project. */
  readonly root: string;
  readonly query: GanttQuery;
}

/** Words that pictures have, too. */
export const ganttShared = ['task', 'legend', 'table', 'yes', ...ganttColumns] as const;
export const ganttWords = [
  'zoom',
  'day',
  'week',
  'month',
  'quarter',
  'by',
  'wbs',
  'wave',
  'owners',
  'today',
  'chart',
  'export',
  'about',
  'choose',
  'keys',
  'close',
  'before',
  'then',
  'undo',
  'nothing-follows',
  'refused',
  'loading',
] as const;
export type GanttWord = (typeof ganttWords)[number] | (typeof ganttShared)[number];

function readGanttQuery(value: unknown): GanttQuery | undefined {
  const given = fieldsOf(value);
  const [zoom, by] = [oneOf(given?.zoom, zooms), oneOf(given?.by, ganttGroupings)];
  return zoom && by && { zoom, by };
}

/** What a page kept; nothing where it kept nothing, or what an older version wrote. */
export function readGanttState(value: unknown): GanttState | undefined {
  const given = fieldsOf(value);
  const [root, query] = [textOf(given?.root), readGanttQuery(given?.query)];
  return root !== undefined && query ? { root, query } : undefined;
}

/** No picture has more bytes. */
const MOST_BYTES = 100_000_000;

export function readFromGantt(value: unknown): FromGantt | undefined {
  const given = fieldsOf(value);
  const [key, how] = [textOf(given?.key), oneOf(given?.how, changes)];
  switch (given?.type) {
    case 'ready':
    case 'undo':
    case 'too-large':
      return { type: given.type };
    case 'drawn': {
      const ms = numberOf(given.ms);
      return ms === undefined ? undefined : { type: 'drawn', ms };
    }
    case 'ask': {
      const query = readGanttQuery(given.query);
      return query && { type: 'ask', query };
    }
    case 'choose':
      return key === undefined || typeof given.reveal !== 'boolean'
        ? undefined
        : { type: 'choose', key, reveal: given.reveal };
    case 'move': {
      const to = dayOf(given.to);
      return key === undefined || !how || to === undefined ? undefined : { type: 'move', key, how, to };
    }
    case 'step':
      return key === undefined || !how || typeof given.later !== 'boolean'
        ? undefined
        : { type: 'step', key, how, later: given.later };
    case 'open-step': {
      const step = numberOf(given.step);
      return step === undefined ? undefined : { type: 'open-step', step };
    }
    case 'export': {
      const format = oneOf(given.format, ganttFormats);
      return format && { type: 'export', format };
    }
    case 'pixels': {
      const { bytes } = given;
      return bytes instanceof Uint8Array && bytes.length <= MOST_BYTES ? { type: 'pixels', bytes } : undefined;
    }
    default:
      return undefined;
  }
}

/** A message of the panel, by its outline: what is in it was made by the core. */
export function readToGantt(value: unknown): ToGantt | undefined {
  const given = fieldsOf(value);
  switch (given?.type) {
    case 'show': {
      const chart = fieldsOf(given.chart);
      const fits = Array.isArray(chart?.rows) && Array.isArray(chart.links) && Array.isArray(given.labels);
      return fits && Array.isArray(given.holds) && readGanttQuery(given.query) ? (value as ToGantt) : undefined;
    }
    case 'why':
      return Array.isArray(given.steps) ? (value as ToGantt) : undefined;
    case 'moved':
      return Array.isArray(given.follows) ? (value as ToGantt) : undefined;
    case 'refused':
      return typeof given.why === 'string' ? (value as ToGantt) : undefined;
    case 'undone':
      return { type: 'undone' };
    case 'picture':
      return typeof given.svg === 'string' ? (value as ToGantt) : undefined;
    default:
      return undefined;
  }
}

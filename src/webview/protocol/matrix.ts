// What the panel of the permission matrix and its page say to each other.
import type { LegendEntry, Mark } from '../../core/render/matrix';
import type { Matrix } from '../../core/views/matrix';
import {
  type MatrixChoices,
  type MatrixQuery,
  type Perspective,
  perspectives,
  wholeMatrix,
} from '../../core/views/matrix-query';
import { fieldsOf, numberOf, oneOf, textOf } from './reading';

export const exportFormats = ['csv', 'markdown', 'html', 'svg'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A matrix as its page draws it. */
export interface ShownMatrix extends Omit<Matrix, 'faces'> {
  readonly marks: readonly Mark[];
}

export interface DerivationStep {
  readonly text: string;
  /** How far it is indented. */
  readonly depth: number;
  /** There is a line to open. */
  readonly leads: boolean;
}

export type ToMatrix =
  | {
      readonly type: 'show';
      readonly matrix: ShownMatrix;
      readonly legend: readonly LegendEntry[];
      readonly query: MatrixQuery;
      readonly choices: MatrixChoices;
      /** How much there is, in words; read out when it changes. */
      readonly sum: string;
    }
  | {
      readonly type: 'derivation';
      readonly row: string;
      readonly column: string;
      readonly title: string;
      readonly steps: readonly DerivationStep[];
    };

export type FromMatrix =
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly ms: number }
  | { readonly type: 'ask'; readonly query: MatrixQuery }
  /** The keys of a row and a column; `reveal` opens the first line as well. */
  | { readonly type: 'explain'; readonly row: string; readonly column: string; readonly reveal: boolean }
  | { readonly type: 'open-step'; readonly step: number }
  | { readonly type: 'open-row'; readonly row: string }
  | { readonly type: 'export'; readonly format: ExportFormat };

/** What a page keeps over a reload of the window. */
export interface MatrixState {
  /** The folder of the project. */
  readonly root: string;
  readonly query: MatrixQuery;
}

export const matrixWords = [
  'by',
  'roles',
  'people',
  'role',
  'person',
  'show',
  'effective',
  'direct',
  'module',
  'object',
  'org',
  'environment',
  'on',
  'all',
  'conflicts',
  'search-role',
  'search-person',
  'export',
  'derivation',
  'choose',
  'close',
  'legend',
  'grid',
  'loading',
] as const;
export type MatrixWord = (typeof matrixWords)[number];

export function readQuery(value: unknown): MatrixQuery | undefined {
  const given = fieldsOf(value);
  const by: Perspective | undefined = oneOf(given?.by, perspectives);
  if (!given || !by || typeof given.direct !== 'boolean' || typeof given.conflicts !== 'boolean') return undefined;
  const texts = (['module', 'object', 'org', 'environment', 'on', 'role', 'person'] as const).map(
    (name) => [name, textOf(given[name])] as const,
  );
  if (texts.some(([, text]) => text === undefined)) return undefined;
  return { ...wholeMatrix, by, direct: given.direct, conflicts: given.conflicts, ...Object.fromEntries(texts) };
}

/** What a page kept; nothing where it kept nothing, or what an older version wrote. */
export function readState(value: unknown): MatrixState | undefined {
  const given = fieldsOf(value);
  const root = textOf(given?.root);
  const query = readQuery(given?.query);
  return root !== undefined && query ? { root, query } : undefined;
}

export function readFromMatrix(value: unknown): FromMatrix | undefined {
  const given = fieldsOf(value);
  switch (given?.type) {
    case 'ready':
      return { type: 'ready' };
    case 'drawn': {
      const ms = numberOf(given.ms);
      return ms === undefined ? undefined : { type: 'drawn', ms };
    }
    case 'ask': {
      const query = readQuery(given.query);
      return query && { type: 'ask', query };
    }
    case 'explain': {
      const [row, column] = [textOf(given.row), textOf(given.column)];
      if (row === undefined || column === undefined || typeof given.reveal !== 'boolean') return undefined;
      return { type: 'explain', row, column, reveal: given.reveal };
    }
    case 'open-step': {
      const step = numberOf(given.step);
      return step === undefined ? undefined : { type: 'open-step', step };
    }
    case 'open-row': {
      const row = textOf(given.row);
      return row === undefined ? undefined : { type: 'open-row', row };
    }
    case 'export': {
      const format = oneOf(given.format, exportFormats);
      return format && { type: 'export', format };
    }
    default:
      return undefined;
  }
}

/** A message of the panel, by its outline: what is in it was made by the core. */
export function readToMatrix(value: unknown): ToMatrix | undefined {
  const given = fieldsOf(value);
  if (given?.type === 'derivation') return Array.isArray(given.steps) ? (value as ToMatrix) : undefined;
  const matrix = fieldsOf(given?.matrix);
  const fits = given?.type === 'show' && matrix?.cells instanceof Uint16Array && Array.isArray(matrix.rows);
  return fits && readQuery(given.query) ? (value as ToMatrix) : undefined;
}

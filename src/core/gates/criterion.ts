// The criteria of a gate as they are written: a metric with limits, a rule that finds nothing, a deliverable that is
// accepted, or words that somebody confirms. What says none of these, or more than one, is unclear.
import { metrics } from '../metrics';
import { type Filter, parseMetric } from '../metrics/filter';
import type { Metric } from '../metrics/metric';
import { type Pointer, within } from '../model/id';
import type { Entity } from '../project/file-index';
import { type Json, member } from '../schema/json';

export const GATES = 'gates';

export interface Limits {
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly exactly: number | undefined;
}

export type Asked =
  | {
      readonly kind: 'metric';
      /** As it is written. */
      readonly text: string;
      /** Undefined where there is no such metric. */
      readonly metric: Metric | undefined;
      /** Undefined where it cannot be read. */
      readonly filter: Filter | undefined;
      readonly limits: Limits;
    }
  | { readonly kind: 'rule'; readonly code: string }
  | { readonly kind: 'evidence'; readonly id: string }
  | {
      readonly kind: 'words';
      readonly text: string;
      readonly met: boolean;
      readonly by: string | undefined;
      readonly on: string | undefined;
    }
  | { readonly kind: 'unclear'; readonly given: readonly string[] };

export interface Criterion {
  /** Below the gate. */
  readonly pointer: Pointer;
  readonly asked: Asked;
  /** The gate stays closed without it. */
  readonly must: boolean;
  readonly weight: number;
}

export function criteriaOf(gate: Entity): readonly Criterion[] {
  const list = gate.value.criteria;
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).map((one, at) => {
    const weight = member(one, 'weight');
    return {
      pointer: within('/criteria', at),
      asked: askedBy(one),
      must: member(one, 'must') === true,
      weight: typeof weight === 'number' && weight >= 0 ? weight : 1,
    };
  });
}

const SUBJECTS = ['metric', 'rule', 'evidence', 'text'] as const;

function askedBy(one: Json): Asked {
  const text = (name: string): string | undefined => {
    const value = member(one, name);
    return typeof value === 'string' ? value : undefined;
  };
  const given = SUBJECTS.filter((name) => text(name) !== undefined);
  const [subject] = given;
  // Beside a figure, a rule or a deliverable a text is a remark.
  const clear = subject !== undefined && given.filter((name) => name !== 'text').length < 2;
  if (!clear) return { kind: 'unclear', given };
  const said = text(subject) ?? '';
  switch (subject) {
    case 'metric': {
      const parsed = parseMetric(said);
      const metric = parsed && metrics.find(({ id }) => id === parsed.id);
      return { kind: 'metric', text: said, metric, filter: parsed?.filter, limits: limitsOf(one) };
    }
    case 'rule':
      return { kind: 'rule', code: said };
    case 'evidence':
      return { kind: 'evidence', id: said };
    case 'text':
      return { kind: 'words', text: said, met: member(one, 'met') === true, by: text('by'), on: text('on') };
  }
}

function limitsOf(one: Json): Limits {
  const limit = (name: string): number | undefined => {
    const value = member(one, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  return { least: limit('at_least'), most: limit('at_most'), exactly: limit('equals') };
}

/** What a criterion is about, whatever its limits: by this it is found again in another version of its gate. */
export const subjectOf = ({ asked }: Criterion): string => {
  switch (asked.kind) {
    case 'metric':
      return `metric ${asked.text.replace(/\s/g, '')}`;
    case 'rule':
      return `rule ${asked.code}`;
    case 'evidence':
      return `evidence ${asked.id}`;
    case 'words':
      return `text ${asked.text}`;
    case 'unclear':
      return '';
  }
};

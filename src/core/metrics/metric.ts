// What a metric is: a figure with its formula, its source, the entities it was computed from and the arithmetic, or the
// reason why there is none.
import { decimal, type Decimal, over, sum, times } from '../base/decimal';
import type { Message } from '../messages/message';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import type { World } from '../project/world';
import { type Filter, type FilterName, parseMetric } from './filter';

export type Unit = 'percent' | 'count' | 'money' | 'hours' | 'days' | 'years' | 'ratio';

export interface Known {
  readonly kind: 'known';
  readonly value: Decimal;
  /** The arithmetic, step by step. */
  readonly steps: readonly Message[];
  /** What it was computed from, those that count for the figure first. */
  readonly inputs: readonly Entity[];
  /** Those of the inputs that keep it low, the worst first; left out where there are none that do. */
  readonly lacking?: readonly Entity[];
}

/** There is no such figure: nothing feeds it, or what feeds it cannot be counted. Never zero, never a pass. */
export interface NotAvailable {
  readonly kind: 'n/a';
  readonly why: Message;
  readonly inputs: readonly Entity[];
}

export type Figure = Known | NotAvailable;

export interface Metric {
  /** `family.name`, as gates, thresholds and triggers write it. */
  readonly id: string;
  readonly name: Message;
  readonly unit: Unit;
  readonly formula: Message;
  /** Where the formula comes from: a standard, a paper, or the practice that asks for it. */
  readonly source: Message;
  readonly filters: readonly FilterName[];
  /** Which way it gets better; left out where a percentage should rise and anything else should fall. */
  readonly better?: 'more' | 'less';
  readonly compute: (world: World, filter: Filter) => Figure;
}

/** Whether a metric can be narrowed like that. */
export const takes = ({ filters }: Pick<Metric, 'filters'>, filter: Filter): boolean =>
  [...filter.keys()].every((name) => filters.includes(name));

/** The metric that a text such as `training.coverage{wave=W1}` means; undefined where there is none or it cannot be narrowed
 * like that. */
export function metricNamed(
  text: string,
  metrics: readonly Metric[],
): { readonly metric: Metric; readonly filter: Filter } | undefined {
  const { id, filter } = parseMetric(text) ?? {};
  const metric = metrics.find((one) => one.id === id);
  return metric && filter && takes(metric, filter) ? { metric, filter } : undefined;
}

export const notAvailable = (why: Message, inputs: readonly Entity[] = []): NotAvailable => ({
  kind: 'n/a',
  why,
  inputs,
});

/** How many there are; n/a where the register says nothing at all. */
export function countOf(counted: readonly Entity[], register: readonly Entity[]): Figure {
  if (!register.length) return notAvailable(say('metric.empty'));
  const value = decimal(counted.length) ?? ZERO;
  return {
    kind: 'known',
    value,
    steps: [say('metric.step-count', { count: counted.length, of: register.length })],
    inputs: counted,
  };
}

/** The share, in percent, of those that count among all. */
export function shareOf(all: readonly Entity[], counts: (one: Entity) => boolean): Figure {
  const part = new Set(all.filter(counts));
  const lacking = all.filter((one) => !part.has(one));
  return quotient(part.size, all.length, [...part, ...lacking], lacking);
}

/** One number over another in percent. */
export function quotient(
  part: number,
  whole: number,
  inputs: readonly Entity[],
  lacking: readonly Entity[] = [],
): Figure {
  const value = over(times(decimal(part) ?? ZERO, HUNDRED), decimal(whole) ?? ZERO);
  if (!value) return notAvailable(say('metric.nothing'), inputs);
  const steps = [say('metric.step-share', { part, whole })];
  return { kind: 'known', value, steps, inputs, ...(lacking.length ? { lacking } : {}) };
}

export interface Amount {
  readonly entity: Entity;
  readonly value: Decimal;
}

/** The exact sum of amounts. */
export function sumOf(amounts: readonly Amount[], register: readonly Entity[]): Figure {
  if (!register.length) return notAvailable(say('metric.empty'));
  const steps = amounts.map(({ entity, value }) =>
    say('metric.step-amount', { id: entity.id, title: entity.title, value: plain(value) }),
  );
  return {
    kind: 'known',
    value: sum(amounts.map(({ value }) => value)),
    steps,
    inputs: amounts.map((one) => one.entity),
  };
}

/** A decimal with all its digits, as steps show it. */
export const plain = ({ units, scale }: Decimal): string => {
  const size = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const digits = scale ? `.${size.slice(-scale)}`.replace(/\.?0+$/, '') : '';
  return `${units < 0n ? '-' : ''}${size.slice(0, size.length - scale)}${digits}`;
};

const ZERO: Decimal = { units: 0n, scale: 0 };
const HUNDRED: Decimal = { units: 100n, scale: 0 };

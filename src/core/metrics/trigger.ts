// Triggers of risks that are written as metrics, `plan.float < 0`: whether the sign that somebody watches for is there.
import { compare, type Decimal, decimal } from '../base/decimal';
import { say } from '../messages/message';
import type { Entity } from '../project/file-index';
import { is, text } from '../project/values';
import { type Filter, parseMetric, rowsOf } from './filter';
import { countOf, type Figure, type Metric, notAvailable, takes } from './metric';

/** `plan.float < 0`, `issues.open-critical{wave=W1} >= 3`. */
const EXPRESSION = /^\s*([a-z][\w.-]*\s*(?:\{[^{}]*\})?)\s*(<=|>=|<|>|=)\s*(-?\d+(?:\.\d+)?)\s*%?\s*$/;

/** What a trigger asks for; `metric` is undefined where it reads like one and there is no such. */
export interface Trigger {
  /** As it is written: `issues.open-critical{wave=W1}`. */
  readonly asked: string;
  readonly metric: Metric | undefined;
  readonly filter: Filter;
  readonly holds: (value: Decimal) => boolean;
}

/** The trigger of a risk that may still come true; undefined where it is in words. */
export function triggerOf(risk: Entity, metrics: readonly Metric[]): Trigger | undefined {
  const [, asked, sign = '', limit] = EXPRESSION.exec(text(risk.value.trigger) ?? '') ?? [];
  const bound = decimal(Number(limit));
  if (asked === undefined || !bound || !is(risk, 'status', 'open', 'monitoring')) return undefined;
  const named = parseMetric(asked);
  const found = metrics.find(({ id }) => id === named?.id);
  // A word without a dot is a metric only where there is one: `stock < 5` are words.
  if (!found && !/[.{]/.test(asked)) return undefined;
  const metric = named && found && takes(found, named.filter) ? found : undefined;
  return {
    asked: asked.trim(),
    metric,
    filter: named?.filter ?? new Map(),
    holds: (value) => holds(value, sign, bound),
  };
}

function holds(value: Decimal, sign: string, bound: Decimal): boolean {
  const order = compare(value, bound);
  if (sign === '=') return order === 0;
  return (order === 0 && sign.length === 2) || (sign.startsWith('<') ? order < 0 : order > 0);
}

/** The figure of a trigger where it has come true. */
export function comeTrue({ metric, filter, holds }: Trigger, figureOf: (metric: Metric, filter: Filter) => Figure) {
  const figure = metric && figureOf(metric, filter);
  return figure?.kind === 'known' && holds(figure.value) ? figure.value : undefined;
}

/** How many signs are there, of those that these metrics can tell. */
export const triggerMetric = (metrics: readonly Metric[]): Metric => ({
  id: 'risks.triggered',
  name: say('metric.risks.triggered'),
  unit: 'count',
  formula: say('formula.risks.triggered'),
  source: say('source.iso-31000'),
  filters: ['wave', 'module', 'org'],
  compute: (world, filter): Figure => {
    const watched = rowsOf(world.project, 'risks', filter).flatMap((risk) => {
      const trigger = triggerOf(risk, metrics);
      return trigger?.metric ? [{ risk, trigger }] : [];
    });
    if (!watched.length) return notAvailable(say('metric.no-trigger'));
    const there = watched.filter(({ trigger }) => comeTrue(trigger, (metric, narrow) => metric.compute(world, narrow)));
    return countOf(
      there.map(({ risk }) => risk),
      watched.map(({ risk }) => risk),
    );
  },
});

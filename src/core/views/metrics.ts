// Metrics as plain data: each with its figure as people read it, the arithmetic and what it was computed from.
import { decimalText, rounded, toNumber, type Decimal } from '../base/decimal';
import { type Message, say } from '../messages/message';
import type { Figures } from '../metrics/figures';
import { type Filter, filterText, noFilter } from '../metrics/filter';
import { metrics } from '../metrics';
import { type Figure, type Metric, takes, type Unit } from '../metrics/metric';
import { manifestOf, type Project } from '../project/project';
import type { World } from '../project/world';
import { member } from '../schema/json';

export interface MetricView {
  readonly metric: Metric;
  /** As gates write it: `training.coverage{wave=W1}`. */
  readonly key: string;
  readonly filter: Filter;
  readonly figure: Figure;
  /** The value in its unit; n/a where there is none. */
  readonly shown: Message;
}

const DIGITS: Readonly<Record<Unit, number>> = { percent: 1, count: 0, money: 2, hours: 1, days: 1 };

/** All metrics, or those of a family (`risks`); those that cannot be narrowed as the filter says are left out. */
export function metricViews(
  world: World,
  family: string | undefined,
  filter: Filter = noFilter,
  figures?: Figures,
): readonly MetricView[] {
  return metrics
    .filter(({ id }) => family === undefined || id === family || id.startsWith(`${family}.`))
    .filter((metric) => takes(metric, filter))
    .map((metric) => metricView(world, metric, filter, figures));
}

export function metricView(world: World, metric: Metric, filter: Filter, figures?: Figures): MetricView {
  const figure = figures?.of(world, metric, filter) ?? metric.compute(world, filter);
  const shown = figure.kind === 'known' ? valueText(figure.value, metric.unit, world.project) : say('metric.na');
  return { metric, filter, key: `${metric.id}${filterText(filter)}`, figure, shown };
}

/** A value in its unit, as people read it. */
export function valueText(value: Decimal, unit: Unit, project: Project): Message {
  const text = decimalText(value, DIGITS[unit]);
  if (unit !== 'money') return say(`unit.${unit}`, { value: text });
  const currency = member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'currency');
  return say('unit.money', { value: text, currency: typeof currency === 'string' ? currency : '' });
}

/** The value as a number for programs, no more exact than it is shown. */
export const valueNumber = ({ figure, metric }: MetricView): number | null =>
  figure.kind === 'known' ? toNumber(rounded(figure.value, DIGITS[metric.unit] + 2)) : null;

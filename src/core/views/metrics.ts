// Metrics as plain data: each with its figure as people read it, the arithmetic and what it was computed from.
import { compare, decimal, rounded, toNumber } from '../base/decimal';
import { each, type Work } from '../base/work';
import { type Message, say } from '../messages/message';
import type { Figures } from '../metrics/figures';
import { type Filter, filterText, noFilter } from '../metrics/filter';
import { metrics } from '../metrics';
import { type Figure, type Metric, takes } from '../metrics/metric';
import { digitsOf, valueText } from '../metrics/shown';
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

/** The first part of a metric's id: `risks`. */
export const familyOf = ({ id }: Pick<Metric, 'id'>): string => id.split('.', 1)[0] ?? id;

export const families: readonly string[] = [...new Set(metrics.map(familyOf))];

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

/** Every metric, as work that can be paused. */
export const metricReports = (world: World, figures: Figures): Work<readonly MetricView[]> =>
  each(metrics, (metric) => metricView(world, metric, noFilter, figures));

export function metricView(world: World, metric: Metric, filter: Filter, figures?: Figures): MetricView {
  const figure = figures?.of(world, metric, filter) ?? metric.compute(world, filter);
  const shown = figure.kind === 'known' ? valueText(figure.value, metric.unit, world.project) : say('metric.na');
  return { metric, filter, key: `${metric.id}${filterText(filter)}`, figure, shown };
}

/** How a figure stands to the limit that the manifest sets for it; undefined where it sets none. */
export type ThresholdState = 'kept' | 'missed' | 'unknown';

export interface Threshold {
  readonly state: ThresholdState;
  readonly limit: Message;
}

export function thresholdOf({ metric, key, figure }: MetricView, project: Project): Threshold | undefined {
  const given = member(member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'thresholds'), key);
  const limit = typeof given === 'number' ? decimal(given) : undefined;
  if (!limit) return undefined;
  const more = (metric.better ?? (metric.unit === 'percent' ? 'more' : 'less')) === 'more';
  const text = valueText(limit, metric.unit, project);
  const wanted = more ? say('gate.at-least', { limit: text }) : say('gate.at-most', { limit: text });
  if (figure.kind === 'n/a') return { state: 'unknown', limit: wanted };
  const side = compare(figure.value, limit);
  return { state: (more ? side >= 0 : side <= 0) ? 'kept' : 'missed', limit: wanted };
}

/** The value, or why there is none. */
export const valueOrWhy = ({ figure, shown }: MetricView): Message =>
  figure.kind === 'n/a' ? say('metric.why', { why: figure.why }) : shown;

/** The value as a number for programs, no more exact than it is shown. */
export const valueNumber = ({ figure, metric }: MetricView): number | null =>
  figure.kind === 'known' ? toNumber(rounded(figure.value, digitsOf(metric.unit) + 2)) : null;

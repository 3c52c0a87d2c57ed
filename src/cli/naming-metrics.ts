// What a person names on the command line of metrics: one of them with its filter, a family, a filter alone.
import { nearest } from '../core/base/text';
import { say } from '../core/messages/message';
import { metrics } from '../core/metrics';
import { type Filter, noFilter, parseFilter, parseMetric, strangerIn } from '../core/metrics/filter';
import { type Metric, takes } from '../core/metrics/metric';
import type { Project } from '../core/project/project';
import { families } from '../core/views/metrics';
import { WrongCall } from './call';

/** `training.coverage{wave=W1}`. */
export function metricNamed(given: string): { readonly metric: Metric; readonly filter: Filter } {
  const asked = parseMetric(given);
  const metric = metrics.find(({ id }) => id === (asked?.id ?? given));
  if (!metric) throw unknown(asked?.id ?? given, false);
  const filter = asked?.filter ?? noFilter;
  if (!takes(metric, filter)) {
    const filters = metric.filters.length ? metric.filters : say('cli.filter-none');
    throw new WrongCall(say('cli.filter-not-taken', { metric: metric.id, filters }));
  }
  return { metric, filter };
}

/** A family, or the id of one metric. */
export function familyNamed(given: string): string {
  if (families.includes(given) || metrics.some(({ id }) => id === given)) return given;
  throw unknown(given, true);
}

export function filterNamed(given: string | undefined): Filter {
  if (given === undefined) return noFilter;
  const filter = parseFilter(given);
  if (!filter) throw new WrongCall(say('cli.bad-filter', { given }));
  return filter;
}

/** Every part of a filter names something of the project; else every figure would be n/a without a word why. */
export function checkFilter(project: Project, filter: Filter): void {
  const stranger = strangerIn(project, filter);
  if (stranger) throw new WrongCall(stranger.message);
}

function unknown(given: string, orFamily: boolean): WrongCall {
  const near = nearest(given, [...metrics.map(({ id }) => id), ...(orFamily ? families : [])]);
  return new WrongCall(
    near === undefined ? say('cli.unknown-metric', { given }) : say('cli.unknown-metric-near', { given, near }),
  );
}

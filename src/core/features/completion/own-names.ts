// Names of the product's own: rules, and metrics with the filters that they take, `training.coverage{wave=W1}`.
import { say } from '../../messages/message';
import { metrics } from '../../metrics';
import { type FilterName, filterTargets, valuesOf } from '../../metrics/filter';
import type { Metric } from '../../metrics/metric';
import type { Project } from '../../project/project';
import { rankerOf } from '../../project/search';
import { tell } from '../../messages/message';
import { catalog } from '../../rules/catalog';
import { type Place, written } from './place';
import { LIMIT, plainValue, type Suggestion } from './suggestion';

/** What may stand where a rule or a metric is meant; nothing where something else is. */
export function ownNames(place: Place, to: readonly string[], form = written): readonly Suggestion[] {
  if (to.includes('@rule'))
    return catalog.map(({ code }) => plainValue(code, { id: code as 'LF001', args: {} }, form(place, code)));
  return to.includes('@metric') ? metricNames(place, form) : [];
}

/** Found by id and by name in either language; a filter is offered once its metric is clear. */
function metricNames(place: Place, form: typeof written): readonly Suggestion[] {
  const [id = '', begun] = place.typed.replace(/^["']/, '').split('{', 2);
  const rank = rankerOf(id);
  const found = metrics.flatMap((metric) => {
    const names = `${tell(metric.name, 'en')} ${tell(metric.name, 'zh-cn')}`;
    const fit = id === metric.id ? -1 : rank(metric.id, names);
    return fit === undefined || (begun !== undefined && fit >= 0) ? [] : [{ metric, fit }];
  });
  const shown = found.sort((a, b) => a.fit - b.fit).map(({ metric }) => metric);
  const [only] = shown;
  const narrowed = only && (shown.length === 1 || only.id === id) ? filtered(place.project, only, begun ?? '') : [];
  const plain = begun === undefined ? shown.map((metric) => ({ text: metric.id, detail: metric.name })) : [];
  return [...plain, ...narrowed].slice(0, LIMIT).map(({ text, detail }) => plainValue(text, detail, form(place, text)));
}

/** The metric narrowed by one more filter, behind those that are written. */
function filtered(project: Project, { id, name, filters }: Metric, begun: string) {
  const done = begun.includes(',') ? begun.slice(0, begun.lastIndexOf(',') + 1) : '';
  const left = filters.filter((one: FilterName) => !done.includes(`${one}=`));
  return left.flatMap((filter) => {
    const named =
      valuesOf(project, filter) ??
      project.table(filterTargets[filter].kind).map((entity) => ({ id: entity.id, title: entity.title || entity.id }));
    return named.map((one) => ({
      text: `${id}{${done}${filter}=${one.id}}`,
      detail: say('completion.narrowed', { metric: name, title: one.title }),
    }));
  });
}

// A metric in a hover: what it is called, its value now, how it is computed.
import type { Checked } from '../core/check/check';
import { say } from '../core/messages/message';
import type { Filter } from '../core/metrics/filter';
import type { Metric } from '../core/metrics/metric';
import { metricView, valueOrWhy } from '../core/views/metrics';
import type { Speaker } from './cards';
import { code, commandLink, escaped } from './markdown';

export function metricText(metric: Metric, filter: Filter, checked: Checked | undefined, { tell }: Speaker): string {
  const view = checked && metricView(checked.world, metric, filter, checked.figures);
  const head = `**${escaped(tell(metric.name))}** ${code(view?.key ?? metric.id)}`;
  const lines = [view ? `${head}: **${escaped(tell(valueOrWhy(view)))}**` : head];
  for (const [title, text] of [
    ['metric.formula', metric.formula],
    ['metric.source', metric.source],
  ] as const)
    lines.push(tell(say('metric.line', { title: say(title), text: escaped(tell(text)) })));
  if (metric.filters.length)
    lines.push(tell(say('metric.line', { title: say('metric.filter'), text: metric.filters.map(code).join(' ') })));
  if (view) lines.push(commandLink(tell(say('metric.arithmetic')), 'landfall.explainMetric', view.key));
  return lines.join('\n\n');
}

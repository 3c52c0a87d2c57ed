// A figure as people read it in English, or why there is none.
import assert from 'node:assert/strict';
import { tell } from '../../../src/core/messages/message';
import { metrics } from '../../../src/core/metrics';
import { parseMetric } from '../../../src/core/metrics/filter';
import { metricView } from '../../../src/core/views/metrics';
import { type Files, projectOf, worldAt } from '../support';

/** `risks.exposure`, or with a filter: `training.coverage{wave=W1}`. */
export function shown(text: string, files: Files, day = '2026-11-16'): string {
  const asked = parseMetric(text) ?? assert.fail(text);
  const metric = metrics.find(({ id }) => id === asked.id) ?? assert.fail(asked.id);
  const view = metricView(worldAt(projectOf(files), day), metric, asked.filter);
  const { figure } = view;
  return figure.kind === 'n/a' ? `n/a: ${tell(figure.why, 'en')}` : tell(view.shown, 'en');
}

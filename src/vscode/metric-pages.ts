// Metrics explained, in the editor's own Markdown preview: the formula, the arithmetic written out, and what it came from.
import * as vscode from 'vscode';
import { metrics } from '../core/metrics';
import { metricNamed } from '../core/metrics/metric';
import type { Entity } from '../core/project/file-index';
import { keyOf } from '../core/project/project';
import { metricPage } from '../core/render/metrics';
import { metricView } from '../core/views/metrics';
import type { Contribution } from './editor';
import { markdownPages, pageOf, preview } from './markdown-pages';

const SCHEME = 'landfall-metric';
/** In front of the key of an entry that a page links to; no metric is called so. */
const ENTRY = 'entry/';

// Without `.md`, which the preview would show in its own place.
const linkTo = (entity: Entity): string => `${ENTRY}${keyOf(entity).split('/').map(encodeURIComponent).join('/')}`;

export const metricPages: Contribution = ({ projects, language }) =>
  markdownPages(
    SCHEME,
    async (key) => {
      const named = metricNamed(key, metrics);
      const checked = await projects.active()?.session.settled();
      if (!checked || !named) return '';
      return metricPage(metricView(checked.world, named.metric, named.filter, checked.figures), language, linkTo);
    },
    {
      onChange: projects.onChange,
      go: (name) =>
        name.startsWith(ENTRY)
          ? vscode.commands.executeCommand('landfall.openEntity', name.slice(ENTRY.length))
          : undefined,
    },
  );

/** Opens the page of a metric, `training.coverage{wave=W1}`. */
export const showMetricPage = (key: string): Thenable<unknown> => preview(pageOf(SCHEME, key));

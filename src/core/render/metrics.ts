// Metrics as a table, as data, and one of them explained: its formula, the arithmetic and what it was computed from.
import { type Language, type Message, say, tell } from '../messages/message';
import type { Entity } from '../project/file-index';
import { keyOf } from '../project/project';
import { type MetricView, valueNumber, valueOrWhy } from '../views/metrics';
import { csv } from './csv';
import type { Ink } from './ink';
import { escaped } from './markdown-text';
import { tableText } from './table';
import { harmless } from './width';

/** Inputs that are listed; the rest is counted. */
const LISTED = 200;

export function metricsText(
  views: readonly MetricView[],
  language: Language,
  ink: Ink,
  columns: number | undefined,
): string {
  const rows = views.map((one) => [one.key, tell(one.metric.name, language), tell(valueOrWhy(one), language)]);
  return tableText(['', ...heads(language)], rows, ink, columns);
}

export function metricsMarkdown(views: readonly MetricView[], language: Language): string {
  const [name, value] = heads(language);
  const rows = views.map(
    (one) =>
      `| \`${one.key}\` | ${escaped(tell(one.metric.name, language))} | ${escaped(tell(valueOrWhy(one), language))} |`,
  );
  return `${[`| | ${name} | ${value} |`, '|---|---|---|', ...rows].join('\n')}\n`;
}

export const metricsCsv = (views: readonly MetricView[], language: Language): string =>
  csv([
    ['metric', 'name', 'value', 'unit', 'why'],
    ...views.map((one) => [
      one.key,
      tell(one.metric.name, language),
      String(valueNumber(one) ?? ''),
      one.metric.unit,
      one.figure.kind === 'n/a' ? tell(one.figure.why, language) : '',
    ]),
  ]);

/** A promise like that of `check --format json`: nothing but additions without another version. */
export const metricJson = (view: MetricView, language: Language) => ({
  id: view.metric.id,
  filter: Object.fromEntries(view.filter),
  name: tell(view.metric.name, language),
  unit: view.metric.unit,
  value: valueNumber(view),
  why: view.figure.kind === 'n/a' ? tell(view.figure.why, language) : null,
  formula: tell(view.metric.formula, language),
  source: tell(view.metric.source, language),
  arithmetic: view.figure.kind === 'known' ? view.figure.steps.map((step) => tell(step, language)) : [],
  inputs: [...new Set(view.figure.inputs.map(keyOf))],
});

export function metricExplained(view: MetricView, language: Language, ink: Ink): string {
  const { metric, figure, key } = view;
  const said = (message: Message): string => harmless(tell(message, language));
  const lines = [
    `${ink.bold(said(metric.name))} ${key}`,
    `${ink.bold(tell(valueOrWhy(view), language))}`,
    '',
    `${ink.dim(said(say('metric.formula')))}  ${said(metric.formula)}`,
    `${ink.dim(said(say('metric.source')))}  ${said(metric.source)}`,
  ];
  if (metric.filters.length) lines.push(`${ink.dim(said(say('metric.filter')))}  ${metric.filters.join(', ')}`);
  if (figure.kind === 'known' && figure.steps.length)
    lines.push('', ink.dim(said(say('metric.arithmetic'))), ...figure.steps.map((step) => `  ${said(step)}`));
  const inputs = [...new Set(figure.inputs)];
  if (inputs.length) {
    lines.push('', ink.dim(said(say('metric.inputs'))));
    lines.push(...inputs.slice(0, LISTED).map((one) => `  ${harmless(`${keyOf(one)} ${one.title}`.trimEnd())}`));
    if (inputs.length > LISTED) lines.push(`  ${said(say('metric.more', { count: inputs.length - LISTED }))}`);
  }
  return `${lines.join('\n')}\n`;
}

/** One metric as a page: what it is, how it came about, and what it came from, each with a link to where it stands. */
export function metricPage(view: MetricView, language: Language, linkTo: (entity: Entity) => string): string {
  const { metric, figure, key } = view;
  const said = (message: Message): string => escaped(tell(message, language));
  const lines = [`# ${said(metric.name)}`, `\`${key.replaceAll('`', '')}\` **${said(valueOrWhy(view))}**`];
  const line = (title: Message, text: Message | string): string => said(say('metric.line', { title, text }));
  lines.push(line(say('metric.formula'), metric.formula), line(say('metric.source'), metric.source));
  if (metric.filters.length) lines.push(line(say('metric.filter'), metric.filters.join(', ')));
  if (figure.kind === 'known' && figure.steps.length)
    lines.push(
      `## ${said(say('metric.arithmetic'))}`,
      figure.steps
        .slice(0, LISTED)
        .map((step) => `- ${said(step)}`)
        .join('\n'),
    );
  const inputs = [...new Set(figure.inputs)];
  if (inputs.length) {
    const more = inputs.length > LISTED ? [`- ${said(say('metric.more', { count: inputs.length - LISTED }))}`] : [];
    const named = inputs
      .slice(0, LISTED)
      .map((one) => `- [${escaped(`${keyOf(one)} ${one.title}`.trimEnd())}](<${linkTo(one)}>)`);
    lines.push(`## ${said(say('metric.inputs'))}`, [...named, ...more].join('\n'));
  }
  return `${lines.join('\n\n')}\n`;
}

const heads = (language: Language): readonly string[] =>
  [say('metric.title'), say('metric.value')].map((one) => tell(one, language));

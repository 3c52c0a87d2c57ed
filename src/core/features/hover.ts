// What to say about the place under the mouse: the entity that a reference names or that stands there by its id, what a
// field or an allowed value means, what a rule checks.
import { contains, type Span } from '../base/span';
import { metrics } from '../metrics';
import type { Filter } from '../metrics/filter';
import { type Metric, metricNamed } from '../metrics/metric';
import type { Path, RuleCode } from '../model/id';
import { siteAt } from '../project/at';
import type { Entity } from '../project/file-index';
import { namedAt } from '../project/named';
import type { Project } from '../project/project';
import { catalog } from '../rules/catalog';
import { written } from '../schema/json';
import type { Kind } from '../schema/kinds';
import { type Choice, fieldShape, type Shape } from '../schema/shape';
import { contextAt } from './context';

export type Hover =
  | { readonly kind: 'entity'; readonly span: Span; readonly entity: Entity }
  | {
      readonly kind: 'field';
      readonly span: Span;
      readonly name: string;
      readonly shape: Shape;
      readonly required: boolean;
      /** The kind whose entry it is in; undefined in the head of a file. */
      readonly of: Kind | undefined;
    }
  | { readonly kind: 'choice'; readonly span: Span; readonly choice: Choice; readonly shape: Shape }
  | { readonly kind: 'rule'; readonly span: Span; readonly code: RuleCode }
  | { readonly kind: 'metric'; readonly span: Span; readonly metric: Metric; readonly filter: Filter };

export function hover(project: Project, path: Path, offset: number): Hover | undefined {
  const found = contextAt(project, path, offset);
  if (!found) return undefined;
  const { file, form, cursor, shape, prose } = found;
  const named = namedAt(project, path, offset);
  const text = file.text.slice(cursor.typed.start, cursor.typed.end);
  const isHere = contains(cursor.typed, offset);
  // The entry of a log has no id of its own: where it begins stands a field like any other.
  const isField = cursor.at === 'key' && isHere && shape && fieldShape(shape, text) && !shape.names?.ref;
  if (named && !isField) return { kind: 'entity', span: named.span, entity: named.entity };
  if (prose || !shape || !isHere) return undefined;
  // A filter is a part of its metric, though braces end a word.
  const { site, start = 0 } = siteAt(file, offset) ?? {};
  const own = site && ownName(site.ref.to, site.text);
  if (own) return { ...own, span: { start: start + site.start, end: start + site.end } };
  if (cursor.at === 'key') {
    const field = fieldShape(shape, text);
    const required = shape.required.includes(text);
    return field && { kind: 'field', span: cursor.typed, name: text, shape: field, required, of: form?.kind };
  }
  const choice = cursor.at === 'value' ? shape.choices?.find(({ value }) => written(value) === text) : undefined;
  return choice && { kind: 'choice', span: cursor.typed, choice, shape };
}

/** The rule or the metric that a text names, where one is meant. */
function ownName(to: readonly string[], text: string) {
  const rule = to.includes('@rule') ? catalog.find(({ code }) => code === text) : undefined;
  if (rule) return { kind: 'rule', code: rule.code } as const;
  const metric = to.includes('@metric') ? metricNamed(text, metrics) : undefined;
  return metric && ({ kind: 'metric', ...metric } as const);
}

// What to say about the place under the mouse: the entity that a reference names, or what a field or an allowed value means.
import { contains, type Span } from '../base/span';
import type { Path } from '../model/id';
import { siteAt } from '../project/at';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { follow } from '../project/resolve';
import { written } from '../schema/json';
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
    }
  | { readonly kind: 'choice'; readonly span: Span; readonly choice: Choice; readonly shape: Shape };

export function hover(project: Project, path: Path, offset: number): Hover | undefined {
  const found = contextAt(project, path, offset);
  if (!found) return undefined;
  const { file, cursor, shape, prose } = found;
  const reference = siteAt(file, offset);
  const entity = reference && follow(project, reference.site);
  if (reference && entity) {
    return {
      kind: 'entity',
      span: { start: reference.start + reference.site.start, end: reference.start + reference.site.end },
      entity,
    };
  }
  if (prose || !shape || !contains(cursor.typed, offset)) return undefined;
  const text = file.text.slice(cursor.typed.start, cursor.typed.end);
  if (cursor.at === 'key') {
    const field = fieldShape(shape, text);
    return (
      field && { kind: 'field', span: cursor.typed, name: text, shape: field, required: shape.required.includes(text) }
    );
  }
  const choice = cursor.at === 'value' ? shape.choices?.find(({ value }) => written(value) === text) : undefined;
  return choice && { kind: 'choice', span: cursor.typed, choice, shape };
}

// Keys of a mapping that are not there yet: those it owes from birth, those its state owes, then the others.
import type { Work } from '../../base/work';
import { member } from '../../schema/json';
import { elementShape, type Shape } from '../../schema/shape';
import { matching, suggest } from './entities';
import { ownNames } from './own-names';
import { type Place, valueAt, written } from './place';
import type { Suggestion } from './suggestion';

export function* fields(place: Place, shape: Shape): Work<readonly Suggestion[]> {
  const { file, cursor } = place.context;
  // Where a colon stands already only the name is wanted.
  const named = /^["']?[ \t]*:(?=[ \t\n]|$)/.test(file.text.slice(cursor.typed.end, cursor.typed.end + 40));
  const indent = named ? undefined : ' '.repeat(Math.max(0, cursor.column - leading(file.text, cursor.typed.start)));
  const found: Suggestion[] = [];
  for (const one of [shape, ...shape.forms]) {
    found.push(...fieldsOf(one, place, indent));
    if (one.names?.ref) found.push(...(yield* names(one, one.names.ref.to, place, indent)));
  }
  const order = { required: 0, owed: 1, no: 2 };
  return found.sort((a, b) => order[a.due ?? 'no'] - order[b.due ?? 'no']);
}

function fieldsOf(shape: Shape, place: Place, indent: string | undefined): readonly Suggestion[] {
  const { siblings, path } = place.context.cursor;
  const own = valueAt(place, path);
  const owed = new Set(
    shape.owed.filter((one) => one.values.includes(member(own, one.field) ?? null)).flatMap((one) => one.fields),
  );
  return [...shape.fields]
    .filter(([name]) => !siblings.includes(name))
    .map(([name, field]) => {
      const due = shape.required.includes(name) ? 'required' : owed.has(name) ? 'owed' : undefined;
      return {
        kind: 'field',
        label: name,
        detail: field.title,
        description: field.description,
        insert: withColon(name, field, place, indent),
        again: indent !== undefined && hasChoice(field),
        ...(due ? { due } : {}),
      };
    });
}

/** Keys that are ids themselves: `environments: { prod: … }`, and rules by their codes. */
function* names(
  shape: Shape,
  to: readonly string[],
  place: Place,
  indent: string | undefined,
): Work<readonly Suggestion[]> {
  const { siblings } = place.context.cursor;
  const value = typeof shape.rest === 'object' ? shape.rest : undefined;
  const own = ownNames(place, to, (at, name) => withColon(name, value, at, indent));
  if (own.length) {
    const left = own.filter(({ label }) => !siblings.includes(label));
    return left.map((one) => ({ ...one, kind: 'field', again: indent !== undefined }));
  }
  const found = yield* matching(place.project, place.typed, to, ({ id }) => !siblings.includes(id));
  return found.map((entity) => suggest(entity, withColon(entity.id, value, place, indent)));
}

const hasChoice = (field: Shape): boolean =>
  field.choices !== undefined ||
  (field.ref !== undefined && !field.ref.prose) ||
  field.types.includes('boolean') ||
  /^(?:day|moment)$/.test(field.format ?? '') ||
  field.forms.some(hasChoice);

function withColon(name: string, field: Shape | undefined, place: Place, indent: string | undefined): string {
  const key = written(place, name);
  return indent === undefined ? key : `${key}:${beginning(field, place.context.cursor.flow, indent)}`;
}

// A group begins on the next line; a list of plain values on the same. In braces everything stays on the line.
function beginning(field: Shape | undefined, flow: boolean, indent: string): string {
  if (!field) return ' $0';
  const isGroup = field.types.includes('object') && (field.fields.size > 0 || field.rest !== undefined);
  if (isGroup) return flow ? ' { $0 }' : `\n${indent}  $0`;
  if (!field.types.includes('array')) return ' $0';
  const element = elementShape(field);
  return element?.fields.size && !flow ? `\n${indent}  - $0` : ' [$0]';
}

const leading = (text: string, at: number): number =>
  /^ */.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0].length ?? 0;

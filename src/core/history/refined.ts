// Differences from several parents, told so finely that they can be held against each other: where one parent has no group
// at all and another one differs in a field of it, both are told by fields.
import { changedFields, type FieldChange, shapeOn } from '../compare/fields';
import type { Json } from '../schema/json';
import type { Shape } from '../schema/shape';
import type { Difference } from './differences';

/** One place a parent, as in what it answers with. */
export function refined(found: readonly (Difference | undefined)[]): readonly (Difference | undefined)[] {
  const ways = found.flatMap((one) => one?.fields.map(({ way }) => way) ?? []);
  return found.map((one) => {
    const shape = (one?.is ?? one?.was)?.kind.shape;
    return one && shape ? { ...one, fields: one.fields.flatMap((field) => split(field, ways, shape)) } : one;
  });
}

function split(field: FieldChange, ways: readonly (readonly string[])[], shape: Shape): readonly FieldChange[] {
  const { way } = field;
  const empty = emptyOf(field.before ?? field.after);
  const isDeeper = (other: readonly string[]): boolean =>
    other.length > way.length && way.every((step, at) => step === other[at]);
  if (empty === undefined || !ways.some(isDeeper)) return [field];
  const members = changedFields(field.before ?? empty, field.after ?? empty, shapeOn(shape, way), way);
  return members.flatMap((one) => (one.way.length > way.length ? split(one, ways, shape) : [one]));
}

const emptyOf = (value: Json | undefined): Json | undefined =>
  Array.isArray(value) ? [] : typeof value === 'object' && value !== null ? {} : undefined;

// What a shape tells whoever reads a tree by it, found out once and not for each value of each entity: which types a text may
// mean, which reference it is, where the fields and the elements go on.
import { keptAlone } from '../base/kept';
import type { Json } from './json';
import { elementShape, fieldShape, type Reference, type Shape, type ShapeType } from './shape';

export interface Guide {
  readonly shape: Shape;
  readonly ref: Reference | undefined;
  /** Where the names of fields are references themselves. */
  readonly names: Reference | undefined;
  /** The values that are allowed, each under itself: of the same text in a thousand entities there is one in memory. */
  readonly choices: ReadonlyMap<Json, Json> | undefined;
  /** A text keeps its source, unless it is one of the other types that are allowed. */
  readonly text: boolean;
  readonly number: boolean;
  readonly boolean: boolean;
  /** Of the elements of a list. */
  readonly element: Guide | undefined;
  /** Of the named fields that were asked for so far. */
  readonly fields: Map<string, Guide>;
  /** Of the same value where another one says which type it has (`x-type-by`). */
  readonly typed: Map<string, Guide>;
}

export const guideOf: (shape: Shape) => Guide = keptAlone((shape: Shape): Guide => {
  const { choices, forms, types, names, ref } = shape;
  const all = new Set<string>(forms.length ? forms.flatMap((form) => form.types) : types);
  const element = elementShape(shape);
  return {
    shape,
    ref: ref ?? forms.find((form) => form.ref)?.ref,
    names: names?.ref,
    choices: choices && new Map<Json, Json>(choices.map(({ value }) => [value, value])),
    text: all.has('string'),
    number: all.has('number') || all.has('integer'),
    boolean: all.has('boolean'),
    element: element && guideOf(element),
    fields: new Map(),
    typed: new Map(),
  };
});

/** The guide of a field; undefined where the shape knows nothing of it. */
export function fieldGuide(guide: Guide, key: string): Guide | undefined {
  const known = guide.fields.get(key);
  if (known) return known;
  const shape = fieldShape(guide.shape, key);
  const found = shape && guideOf(shape);
  // Names that people make up are passed over: there may be any number of them.
  if (found && guide.shape.fields.has(key)) guide.fields.set(key, found);
  return found;
}

/** The guide of a value that has this type. */
export function typedGuide(guide: Guide, type: string): Guide {
  let found = guide.typed.get(type);
  if (!found) guide.typed.set(type, (found = guideOf({ ...guide.shape, types: [type as ShapeType] })));
  return found;
}

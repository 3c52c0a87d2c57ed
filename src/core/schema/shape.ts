// What may stand at a place of a register, in the words the rest of the product uses: a kind's JSON Schema with its
// references followed and both languages joined. Everything generic (completion, hover, references, trees) reads this.
import type { Bilingual } from '../messages/message';
import type { Apart, EntityAnnotation, Expectation, Json, Proves, TypeBy } from './json';

export type ShapeType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

/** One value that is allowed, with its name for people. */
export interface Choice {
  readonly value: Json;
  readonly label: Bilingual;
}

/** Fields that an entity owes once `field` has one of these values. */
export interface Owed {
  readonly field: string;
  readonly values: readonly Json[];
  readonly fields: readonly string[];
}

export interface Reference {
  /** Kinds, or `any`, or one of the namespaces such as `@tag`. */
  readonly to: readonly string[];
  /** It looks back: pointing at something dropped is fine. */
  readonly historical: boolean;
  /** The relation must not form a cycle. */
  readonly acyclic: boolean;
  /** The text may be a glob over ids, which is then no reference. */
  readonly glob: boolean;
  /** A composed string such as `object:action@scope`; the reference is its first part. */
  readonly parts: string | undefined;
  /** A `[[link]]` inside prose. */
  readonly prose: boolean;
  /** One of the two makes the other real (implements, tests, delivers it): whoever refers what is named, or the other
   *  way round. */
  readonly realises: 'named' | 'self' | undefined;
  /** Number of this reference among all of the kinds, for the cache. */
  readonly at: number;
}

export interface Shape {
  /** Empty when anything goes. */
  readonly types: readonly ShapeType[];
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly format: string | undefined;
  readonly pattern: string | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly default: Json | undefined;
  /** The default with its Chinese texts, where these differ. */
  readonly defaultZh: Json | undefined;
  readonly choices: readonly Choice[] | undefined;
  readonly fields: ReadonlyMap<string, Shape>;
  /** The shape of fields that are not named, when such are allowed. */
  readonly rest: Shape | 'any' | undefined;
  readonly names: Shape | undefined;
  readonly items: Shape | undefined;
  readonly required: readonly string[];
  readonly owed: readonly Owed[];
  /** A shorthand and the long form of the same thing. */
  readonly forms: readonly Shape[];
  readonly ref: Reference | undefined;
  readonly entity: EntityAnnotation | undefined;
  readonly key: 'set' | 'ordered' | readonly string[];
  readonly typeBy: TypeBy | undefined;
  readonly unit: string | undefined;
  /** A sibling with which it makes a score: their product. */
  readonly times: string | undefined;
  /** Of evidence, the reference to what says what it proves (see `Proves`); there, `true` marks the fields that say it. */
  readonly proves: true | Proves | undefined;
  /** A day that others go by; a text names the field that must be true for it to be one. */
  readonly anchor: true | string | undefined;
  readonly sensitive: boolean;
  readonly markdown: boolean;
  /** A baseline fixes it; progress and remarks go on. */
  readonly baselined: boolean;
  readonly derived: string | undefined;
  /** Fields that should not be missing, by the rules that say so. */
  readonly expects: readonly Expectation[];
  /** A day by which the entity must be done, else this rule says so. */
  readonly due: string | undefined;
  /** Whoever is named here must be somebody else than in another field. */
  readonly apart: Apart | undefined;
  /** The part that the kind or the field plays in access control, see src/core/access/parts.ts. */
  readonly access: string | undefined;
}

/** The shape of a field, named or not; undefined when the field is not allowed or nothing is known of it. */
export function fieldShape(shape: Shape, key: string): Shape | undefined {
  const named = shape.fields.get(key);
  if (named) return named;
  if (shape.rest && shape.rest !== 'any') return shape.rest;
  for (const form of shape.forms) {
    const found = fieldShape(form, key);
    if (found) return found;
  }
  return undefined;
}

/** The shape of a list's elements. */
export const elementShape = (shape: Shape): Shape | undefined =>
  shape.items ?? shape.forms.find((form) => form.items)?.items;

/** The shape at a JSON pointer below a shape; undefined where the schema says nothing. */
export function shapeAt(shape: Shape, parts: readonly string[]): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const part of parts)
    at = at && (elementShape(at) && /^\d+$/.test(part) ? elementShape(at) : fieldShape(at, part));
  return at;
}

/** Whether a shape, or anything below it, refers in such a way. */
export const refers = (shape: Shape, how: (ref: Reference) => boolean): boolean =>
  (shape.ref !== undefined && how(shape.ref)) || below(shape).some((one) => refers(one, how));

const below = ({ fields, forms, items, names, rest }: Shape): readonly Shape[] => [
  ...fields.values(),
  ...forms,
  ...[items, names, rest].filter((one) => one !== undefined && one !== 'any'),
];

// The kinds of a project: what ships with the product and what the project adds. A kind is born wherever a schema
// marks the elements of an array (or a whole file) with `x-entity`.
import type { Bilingual, Message } from '../messages/message';
import { type KindName, kindName } from '../model/id';
import { buildShape, type Sources } from './build-shape';
import type { EntityAnnotation, SchemaSource } from './json';
import type { Reference, Shape } from './shape';

/** One error as a compiled JSON Schema validator reports it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Checks an entity's value and returns every error. */
export type Validator = (value: unknown) => readonly SchemaError[];

export interface Kind {
  readonly name: KindName;
  /** In the plural, as a register is called; in the singular, as one entity is called. */
  readonly title: Bilingual;
  readonly one: Bilingual;
  readonly description: Bilingual;
  readonly entity: EntityAnnotation;
  readonly shape: Shape;
  /** The kind of register in which its entities stand: itself, or another one when they are nested. */
  readonly home: KindName;
  readonly builtIn: boolean;
}

/** A form of file: `kind: risks` opens a register whose items are risks. */
export interface RegisterForm {
  readonly name: KindName;
  /** The shape of the whole file. */
  readonly shape: Shape;
  /** The shape of one item; the manifest and articles are one item themselves. */
  readonly item: Shape;
  readonly kind: Kind | undefined;
  readonly validate: Validator;
}

export interface Kinds {
  readonly all: readonly Kind[];
  readonly kind: (name: string) => Kind | undefined;
  readonly form: (name: string) => RegisterForm | undefined;
  readonly references: readonly Reference[];
  /** Names the schemas that were read; it changes when any of them does. */
  readonly version: string;
}

/** Schemas by kind's name (the manifest's is `manifest`), with the common one, and the way to their validators. */
export interface KindSources {
  readonly sources: ReadonlyMap<string, SchemaSource>;
  readonly validator: (name: string) => Validator | undefined;
  readonly version: string;
}

/** A kind of the project that cannot be used, and why. */
export interface KindTrouble {
  /** Below the folder of the project's kinds. */
  readonly file: string;
  readonly message: Message;
  /** A text of the file at whose first place it is shown; else the file as a whole. */
  readonly at?: string;
}

const NEVER: Validator = () => [];

export function loadKinds(given: KindSources, own?: KindSources): Kinds {
  const sources: Sources = new Map(
    [...(own?.sources ?? []), ...given.sources].map(([, one]) => [one.schema.$id ?? '', one]),
  );
  const kinds = new Map<string, Kind>();
  const forms = new Map<string, RegisterForm>();
  const references: Reference[] = [];
  const add = (name: string, source: SchemaSource, validate: Validator, builtIn: boolean) => {
    const shape = buildShape(source, sources, references);
    const items = shape.fields.get('items');
    const item = items?.items ?? shape;
    if (item.entity)
      kinds.set(item.entity.name, kindOf(item.entity, items ? shape : item, item, kindName(name), builtIn));
    for (const nested of entityArrays(item)) {
      const at = nested.items as Shape & { entity: EntityAnnotation };
      kinds.set(at.entity.name, kindOf(at.entity, nested, at, kindName(name), builtIn));
    }
    forms.set(name, { name: kindName(name), shape, item, kind: item.entity && kinds.get(item.entity.name), validate });
  };
  for (const [name, source] of given.sources)
    if (name !== 'common') add(name, source, given.validator(name) ?? NEVER, true);
  for (const [name, source] of own?.sources ?? []) {
    if (!forms.has(name)) add(name, source, own?.validator(name) ?? NEVER, false);
  }
  return {
    all: [...kinds.values()],
    kind: (name) => kinds.get(name),
    form: (name) => forms.get(name),
    references,
    version: own ? `${given.version}+${own.version}` : given.version,
  };
}

function kindOf(entity: EntityAnnotation, many: Shape, one: Shape, home: KindName, builtIn: boolean): Kind {
  return {
    name: kindName(entity.name),
    title: many.title,
    one: one.title,
    description: many.description,
    entity,
    shape: one,
    home,
    builtIn,
  };
}

/** The arrays below a shape whose elements are entities of their own. */
function entityArrays(shape: Shape): readonly Shape[] {
  return [...shape.fields.values()].flatMap((field) => (field.items?.entity ? [field] : entityArrays(field)));
}

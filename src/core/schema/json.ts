// JSON Schema as Landfall's kinds use it: the part of draft 2020-12 that schemas/ is written in, and the annotations.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What can be computed of an entity and shown behind it; the room `standing` does it. */
export const STANDINGS = ['coverage', 'proof', 'service-level'] as const;
export type StandingName = (typeof STANDINGS)[number];

/** `x-entity`: the elements of this array are entities of a kind. */
export interface EntityAnnotation {
  readonly name: string;
  readonly group?: string;
  readonly icon?: string;
  readonly idPrefix?: string;
  readonly label?: string;
  readonly detail?: string;
  /** Field values at which an entity counts as finished. */
  readonly done?: Readonly<Record<string, readonly Json[]>>;
  /** Field values at which an entity is dropped, cancelled or superseded. */
  readonly dropped?: Readonly<Record<string, readonly Json[]>>;
  readonly titleTemplate?: string;
  readonly idTemplate?: string;
  /** The field that names the entity above, below which this one stands in trees. */
  readonly parent?: string;
  /** Fields of `detail` of which trees show the computed value, where there is one. */
  readonly computed?: readonly string[];
  /** What is computed of an entity and shown behind it. */
  readonly standing?: StandingName;
  readonly from?: 'items' | 'document' | 'path';
}

export interface TypeBy {
  readonly field: string;
  readonly types: Readonly<Record<string, string>>;
  /** The field that lists what may be chosen. */
  readonly choices?: string;
}

export interface JsonSchema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly unevaluatedProperties?: boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema.
  readonly then?: JsonSchema;
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  readonly 'x-entity'?: EntityAnnotation;
  readonly 'x-ref'?: string | readonly string[];
  readonly 'x-historical'?: boolean;
  readonly 'x-acyclic'?: boolean;
  readonly 'x-glob'?: boolean;
  readonly 'x-parts'?: string;
  readonly 'x-key'?: 'set' | 'ordered' | readonly string[];
  readonly 'x-type-by'?: TypeBy;
  readonly 'x-unit'?: string;
  readonly 'x-times'?: string;
  readonly 'x-proves'?: true | Proves;
  readonly 'x-anchor'?: true | string;
  readonly 'x-realises'?: 'named' | 'self';
  readonly 'x-sensitive'?: boolean;
  readonly 'x-markdown'?: boolean;
  readonly 'x-baselined'?: boolean;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly 'x-derived'?: string;
  readonly 'x-expects'?: readonly Expectation[];
  readonly 'x-due'?: string;
  readonly 'x-apart'?: Apart;
  readonly 'x-access'?: string;
}

/** An entity is evidence of the day in the field `on`, while other fields have these values. */
export interface Proves {
  readonly on: string;
  readonly when?: Readonly<Record<string, readonly Json[]>>;
}

/** Fields that should not be missing while others have these values (`when`), unless others have those (`unless`). */
export interface Expectation {
  /** The rule that says so. */
  readonly rule: string;
  readonly when?: Readonly<Record<string, readonly Json[]>>;
  readonly unless?: Readonly<Record<string, readonly Json[]>>;
  readonly fields: readonly string[];
}

/** The person named here must not be the one in a field of the entity. */
export interface Apart {
  readonly rule: string;
  readonly from: string;
}

/** A schema with its Chinese texts, which mirror its structure. */
export interface SchemaSource {
  readonly schema: JsonSchema;
  readonly zh: Json | undefined;
}

/** A value as a register would write it in one line: texts as they are, all else as JSON. */
export const written = (value: Json | undefined): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** The member of a JSON object, or undefined: own members only, so a key such as `constructor` finds nothing. */
export function member(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, Json>>)[key];
}

// From JSON Schema (with its Chinese mirror) to shapes. Shared definitions are built once; a definition that contains
// itself is cut at the second visit.
import type { Bilingual } from '../messages/message';
import { flatten } from './flatten';
import { type Json, type JsonSchema, member, type SchemaSource, written } from './json';
import type { Choice, Owed, Reference, Shape, ShapeType } from './shape';

export type Sources = ReadonlyMap<string, SchemaSource>;

/** Follows `landfall:KIND#/pointer` and `#/pointer` in the schema and in its Chinese mirror alike. */
function follow(
  ref: string,
  from: SchemaSource,
  sources: Sources,
): { at: SchemaSource; schema: JsonSchema; zh: Json | undefined } | undefined {
  const [id = '', pointer = ''] = ref.split('#');
  const at = id === '' ? from : sources.get(id);
  if (!at) return undefined;
  let schema: Json | undefined = at.schema as unknown as Json;
  let zh = at.zh;
  for (const part of pointer.split('/').slice(1)) {
    schema = member(schema, part);
    zh = member(zh, part);
  }
  return schema === undefined ? undefined : { at, schema: schema as unknown as JsonSchema, zh };
}

/** The shape of one kind's schema; the references met are numbered in order and added to `references`. */
export function buildShape(source: SchemaSource, sources: Sources, references: Reference[]): Shape {
  const open = new Set<string>();

  function build(schema: JsonSchema, zh: Json | undefined, from: SchemaSource): Shape {
    if (schema.$ref) {
      const found = follow(schema.$ref, from, sources);
      const mark = `${schema.$ref}`;
      if (!found || open.has(mark)) return EMPTY;
      open.add(mark);
      const base = build(found.schema, found.zh, found.at);
      open.delete(mark);
      return overlay(base, schema, zh);
    }
    return describe(schema, zh, from);
  }

  function describe(raw: JsonSchema, zh: Json | undefined, from: SchemaSource): Shape {
    // The Chinese of a common field stands with the common schema, so each merged field remembers where it came from.
    const origins = new Map<JsonSchema, { zh: Json | undefined; at: SchemaSource }>();
    for (const parent of raw.allOf ?? []) {
      const found = parent.$ref ? follow(parent.$ref, from, sources) : undefined;
      for (const [key, field] of Object.entries(found?.schema.properties ?? {})) {
        if (found) origins.set(field, { zh: member(member(found.zh, 'properties'), key), at: found.at });
      }
    }
    const schema = raw.allOf ? mergeOne(raw, (ref) => follow(ref, from, sources)?.schema) : raw;
    const fields = new Map<string, Shape>();
    for (const [key, field] of Object.entries(schema.properties ?? {})) {
      const origin = origins.get(field);
      fields.set(
        key,
        build(field, origin ? origin.zh : member(member(zh, 'properties'), key), origin ? origin.at : from),
      );
    }
    const rest = schema.additionalProperties;
    const forms = schema.anyOf ?? schema.oneOf ?? [];
    const word = schema.anyOf ? 'anyOf' : 'oneOf';
    return {
      ...EMPTY,
      types: typesOf(schema),
      title: texts(schema.title, member(zh, 'title')),
      description: texts(schema.description, member(zh, 'description')),
      format: schema.format,
      pattern: schema.pattern,
      minimum: schema.minimum,
      maximum: schema.maximum,
      default: schema.default,
      defaultZh: member(zh, 'default') ?? schema.default,
      choices: choicesOf(schema, zh),
      fields,
      rest: typeof rest === 'object' ? build(rest, member(zh, 'additionalProperties'), from) : restOf(schema),
      names: schema.propertyNames && build(schema.propertyNames, member(zh, 'propertyNames'), from),
      items: schema.items && build(schema.items, member(zh, 'items'), from),
      required: schema.required ?? [],
      owed: (schema.allOf ?? []).flatMap(owedOf),
      forms: forms.map((form, i) => build(form, member(member(zh, word), String(i)), from)),
      ref: note(referenceOf(schema, references.length)),
      entity: schema['x-entity'],
      key: schema['x-key'] ?? 'ordered',
      typeBy: schema['x-type-by'],
      unit: schema['x-unit'],
      times: schema['x-times'],
      proves: schema['x-proves'],
      anchor: schema['x-anchor'],
      sensitive: schema['x-sensitive'] ?? false,
      markdown: schema['x-markdown'] ?? false,
      baselined: schema['x-baselined'] ?? true,
      derived: schema['x-derived'],
      expects: schema['x-expects'] ?? [],
      due: schema['x-due'],
      apart: schema['x-apart'],
      access: schema['x-access'],
    };
  }

  function note(reference: Reference | undefined): Reference | undefined {
    if (reference) references.push(reference);
    return reference;
  }

  return build(source.schema, source.zh, source);
}

const NO_TEXT: Bilingual = { en: '', zh: '' };

const EMPTY: Shape = {
  types: [],
  title: NO_TEXT,
  description: NO_TEXT,
  format: undefined,
  pattern: undefined,
  minimum: undefined,
  maximum: undefined,
  default: undefined,
  defaultZh: undefined,
  choices: undefined,
  fields: new Map(),
  rest: undefined,
  names: undefined,
  items: undefined,
  required: [],
  owed: [],
  forms: [],
  ref: undefined,
  entity: undefined,
  key: 'ordered',
  typeBy: undefined,
  unit: undefined,
  times: undefined,
  proves: undefined,
  anchor: undefined,
  sensitive: false,
  markdown: false,
  baselined: true,
  derived: undefined,
  expects: [],
  due: undefined,
  apart: undefined,
  access: undefined,
};

// Only the top: what lies below is flattened when it is reached.
const mergeOne = (schema: JsonSchema, resolve: (ref: string) => JsonSchema | undefined): JsonSchema => {
  const { properties, ...rest } = schema;
  const flat = flatten({ ...rest, ...(properties ? { properties: {} } : {}) }, resolve);
  const common: Record<string, JsonSchema> = {};
  for (const parent of schema.allOf ?? []) Object.assign(common, parent.$ref ? resolve(parent.$ref)?.properties : {});
  return { ...flat, properties: { ...common, ...properties } };
};

function overlay(base: Shape, schema: JsonSchema, zh: Json | undefined): Shape {
  return {
    ...base,
    title: schema.title === undefined ? base.title : texts(schema.title, member(zh, 'title')),
    description:
      schema.description === undefined ? base.description : texts(schema.description, member(zh, 'description')),
    default: schema.default ?? base.default,
    times: schema['x-times'] ?? base.times,
    proves: schema['x-proves'] ?? base.proves,
    anchor: schema['x-anchor'] ?? base.anchor,
    baselined: schema['x-baselined'] ?? base.baselined,
    expects: schema['x-expects'] ?? base.expects,
    due: schema['x-due'] ?? base.due,
    apart: schema['x-apart'] ?? base.apart,
    access: schema['x-access'] ?? base.access,
  };
}

const texts = (en: string | undefined, zh: Json | undefined): Bilingual => ({
  en: en ?? '',
  zh: typeof zh === 'string' ? zh : (en ?? ''),
});

function typesOf(schema: JsonSchema): readonly ShapeType[] {
  if (typeof schema.type === 'string') return [schema.type as ShapeType];
  if (schema.type) return schema.type as readonly ShapeType[];
  if (schema.properties) return ['object'];
  const values = schema.const === undefined ? schema.enum : [schema.const];
  return values ? [...new Set(values.map((value) => (value === null ? 'null' : (typeof value as ShapeType))))] : [];
}

function restOf(schema: JsonSchema): 'any' | undefined {
  const open = schema.additionalProperties === undefined || schema.additionalProperties === true;
  return open && schema.unevaluatedProperties !== false && typesOf(schema).includes('object') ? 'any' : undefined;
}

function choicesOf(schema: JsonSchema, zh: Json | undefined): readonly Choice[] | undefined {
  const values = schema.const === undefined ? schema.enum : [schema.const];
  return values?.map((value) => {
    const label = schema['x-labels']?.[written(value)] ?? written(value);
    return { value, label: texts(label, member(member(zh, 'x-labels'), written(value))) };
  });
}

function owedOf(condition: JsonSchema): readonly Owed[] {
  const fields = condition.then?.required;
  const [first] = Object.entries(condition.if?.properties ?? {});
  if (!fields || !first) return [];
  const [field, test] = first;
  const values = test.const === undefined ? test.enum : [test.const];
  return values ? [{ field, values, fields }] : [];
}

function referenceOf(schema: JsonSchema, at: number): Reference | undefined {
  const parts = schema['x-parts'];
  const named =
    schema['x-ref'] ??
    (parts ? /\{([^}]+)\}/.exec(parts)?.[1] : undefined) ??
    (schema['x-markdown'] ? 'any' : undefined);
  if (named === undefined) return undefined;
  return {
    to: typeof named === 'string' ? [named] : named,
    historical: schema['x-historical'] ?? false,
    acyclic: schema['x-acyclic'] ?? false,
    glob: schema['x-glob'] ?? false,
    parts,
    realises: schema['x-realises'],
    prose: schema['x-ref'] === undefined && schema['x-markdown'] === true,
    at,
  };
}

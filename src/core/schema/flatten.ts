// A kind's item schema says `allOf: [common entity]` and `unevaluatedProperties: false`. Flattened, the common fields
// stand among its own and `additionalProperties: false` closes them: one failing field then never makes its
// neighbours look unknown, and the validator needs no bookkeeping of what was evaluated.
import type { JsonSchema } from './json';

export type Resolve = (ref: string, from: JsonSchema) => JsonSchema | undefined;

/** The schema with `allOf` references to objects merged into it, at every depth. Its own fields win over common ones. */
export function flatten(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const merged = merge(schema, resolve);
  const out: Record<string, unknown> = { ...merged };
  if (merged.properties) out.properties = mapValues(merged.properties, (one) => flatten(one, resolve));
  if (merged.items) out.items = flatten(merged.items, resolve);
  if (merged.$defs) out.$defs = mapValues(merged.$defs, (one) => flatten(one, resolve));
  if (typeof merged.additionalProperties === 'object')
    out.additionalProperties = flatten(merged.additionalProperties, resolve);
  for (const word of ['anyOf', 'oneOf'] as const) {
    const forms = merged[word];
    if (forms) out[word] = forms.map((one) => flatten(one, resolve));
  }
  return out as JsonSchema;
}

function merge(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const parents = (schema.allOf ?? []).filter((one) => one.$ref);
  if (!parents.length && schema.unevaluatedProperties === undefined) return schema;
  const { allOf, unevaluatedProperties, ...own } = schema;
  let properties: Record<string, JsonSchema> = {};
  const required = new Set<string>();
  const conditions = (allOf ?? []).filter((one) => !one.$ref);
  for (const { $ref } of parents) {
    const found = resolve($ref as string, schema);
    if (!found) continue;
    const parent = merge(rebase(found, ($ref as string).split('#')[0] ?? ''), resolve);
    properties = { ...properties, ...parent.properties };
    for (const field of parent.required ?? []) required.add(field);
    conditions.unshift(...(parent.allOf ?? []));
  }
  for (const field of own.required ?? []) required.add(field);
  return {
    ...own,
    type: 'object',
    properties: { ...properties, ...own.properties },
    required: [...required],
    ...(conditions.length ? { allOf: conditions } : {}),
    ...(unevaluatedProperties === false ? { additionalProperties: false } : {}),
  };
}

const mapValues = <A, B>(object: Readonly<Record<string, A>>, f: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value)]));

// A reference inside a definition is relative to the file it stands in; moved elsewhere, it names that file.
function rebase<T>(schema: T, id: string): T {
  if (id === '' || typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((one) => rebase(one, id)) as T;
  const entries = Object.entries(schema).map(([key, value]) =>
    key === '$ref' && typeof value === 'string' && value.startsWith('#') ? [key, id + value] : [key, rebase(value, id)],
  );
  return Object.fromEntries(entries) as T;
}

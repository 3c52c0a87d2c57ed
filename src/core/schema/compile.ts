// How a kind's schema becomes what a validator checks: the schema of one item, flattened. The same for the schemas that
// ship (compiled when the product is built) and for those of a project (compiled when it is opened).
import { flatten } from './flatten';
import { type Json, type JsonSchema, member } from './json';

/** Options of Ajv that both ways share. Own properties only, so `__proto__` and `constructor` are data. */
export const validatorOptions = {
  allErrors: true,
  strict: false,
  ownProperties: true,
  allowUnionTypes: true,
  $data: false,
} as const;

/** The schema of one item of a register (or of the whole file, where it is one item), self-contained but for `$ref`s to other ids. */
export function validatorSchema(schema: JsonSchema, find: (id: string) => JsonSchema | undefined): JsonSchema {
  const flat = flatten(schema, (ref) => followRef(ref, schema, find));
  const items = flat.properties?.items?.items;
  if (!items) return flat;
  return { ...items, ...(flat.$id ? { $id: flat.$id } : {}), ...(flat.$defs ? { $defs: flat.$defs } : {}) };
}

function followRef(
  ref: string,
  from: JsonSchema,
  find: (id: string) => JsonSchema | undefined,
): JsonSchema | undefined {
  const [id = '', pointer = ''] = ref.split('#');
  let at: Json | undefined = (id === '' ? from : find(id)) as unknown as Json | undefined;
  for (const part of pointer.split('/').slice(1)) at = member(at, part);
  return at as unknown as JsonSchema | undefined;
}

// Our schemas as a general YAML tool can read them: one self-contained file a kind, flattened as our own validators are,
// with the common definitions inside, so that both sides check the same things.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { flatten } from '../../src/core/schema/flatten';
import type { JsonSchema } from '../../src/core/schema/json';

const COMMON = 'landfall:common#/';

/** Writes them into the folder; the schema's file by kind, without `common`. */
export function writeSchemas(folder: string): ReadonlyMap<string, string> {
  mkdirSync(folder, { recursive: true });
  const sources = new Map(
    readdirSync('schemas')
      .filter((name) => name.endsWith('.schema.json'))
      .map((name): [string, JsonSchema] => [
        name.slice(0, -'.schema.json'.length),
        JSON.parse(readFileSync(path.join('schemas', name), 'utf8')),
      ]),
  );
  const common = sources.get('common') as JsonSchema;
  sources.delete('common');
  const files = new Map<string, string>();
  for (const [kind, schema] of sources) {
    const flat = flatten(schema, (ref) => (ref.startsWith(COMMON) ? at(common, ref.slice(COMMON.length)) : undefined));
    const whole = { ...flat, $id: undefined, $defs: { ...flat.$defs, common: { $defs: inward(common.$defs) } } };
    const file = path.join(folder, `${kind}.json`);
    writeFileSync(file, JSON.stringify(whole).replaceAll(COMMON, '#/$defs/common/'));
    files.set(kind, file);
  }
  return files;
}

const at = (schema: unknown, pointer: string): JsonSchema | undefined =>
  pointer
    .split('/')
    .reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], schema) as JsonSchema;

// What a definition refers to in its own file stands below `common` now.
const inward = (definitions: unknown): unknown =>
  JSON.parse(JSON.stringify(definitions).replaceAll('"#/', `"${COMMON}`));

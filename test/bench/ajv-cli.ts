// ajv-cli over the same files, with the same schemas: the command line that pipelines check YAML with today. One process
// and one schema for all files, which costs it less than a process for each kind; it is to tell all errors, as we do.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Corpus } from './corpus/generate';
import { ajvCli } from './peer';
import { type Run, run } from './processes';

/** Forms that a day or a moment has in our schemas: to its YAML reader they are dates and no texts. */
const DATES: ReadonlySet<unknown> = new Set(['day', 'datetime', 'moment']);

/** Prepares the schema of all kinds of a corpus; each call is a run over its files. */
export function ajvOver(
  corpus: Corpus,
  root: string,
  schemas: ReadonlyMap<string, string>,
  folder: string,
): () => Promise<Run> {
  const kinds = new Set([...corpus.files.keys()].map((file) => path.posix.dirname(file)));
  const files = [...schemas].filter(([kind]) => kinds.has(kind) || kind === 'manifest');
  mkdirSync(folder, { recursive: true });
  const schema = path.join(folder, 'all.json');
  writeFileSync(schema, JSON.stringify(oneSchema(new Map(files))));
  const { script } = ajvCli();
  const args = [
    ...['validate', '--spec=draft2020', '--all-errors', '--errors=line'],
    // Our words beside JSON Schema, and our forms, mean nothing to it.
    ...['--strict=false', '--validate-formats=false'],
    ...['-s', schema, '-d', `${root.replaceAll(path.sep, '/')}/**/*.yaml`],
  ];
  return async () => {
    const done = await run(script, args);
    const told = `${done.output}${done.complaints}`.split('\n').filter((line) => / (?:in)?valid$/.test(line)).length;
    if (done.code !== 1 || told !== corpus.files.size)
      throw new Error(`ajv-cli ended with ${done.code} after ${told} files: ${done.complaints.slice(-500)}`);
    return done;
  };
}

/** Whatever says that it is of a kind must be as the schema of the kind says. */
export function oneSchema(schemas: ReadonlyMap<string, string>): unknown {
  const idOf = (kind: string): string => `https://landfall.invalid/${kind}`;
  const within = [...schemas].map(([kind, file]) => [
    kind,
    { $id: idOf(kind), ...(JSON.parse(readFileSync(file, 'utf8'), withoutDates) as object) },
  ]);
  const isOf = (kind: string): object =>
    kind === 'manifest' ? { required: ['landfall'] } : { required: ['kind'], properties: { kind: { const: kind } } };
  return {
    // An object written with a `then` would pass for a promise.
    allOf: [...schemas.keys()].map((kind) =>
      JSON.parse(`{"if":${JSON.stringify(isOf(kind))},"then":{"$ref":"${idOf(kind)}"}}`),
    ),
    $defs: Object.fromEntries(within),
  };
}

function withoutDates(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !DATES.has((value as { format?: unknown }).format)) return value;
  const { type: _type, ...rest } = value as Record<string, unknown>;
  return rest;
}

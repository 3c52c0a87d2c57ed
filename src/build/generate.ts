// Writes src/generated before anything is bundled: the schemas with their Chinese texts, and the validators compiled
// from them as standalone code, so that nothing compiles (or evaluates) a schema when the product starts.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv, { _ } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { validatorOptions, validatorSchema } from '../core/schema/compile';
import { formats } from '../core/schema/formats';
import type { Json, JsonSchema, SchemaSource } from '../core/schema/json';
import { readSample } from '../node/sample-files';
import { writeSnippets } from './snippets';

const root = process.cwd();
const out = path.join(root, 'src/generated');

export function readSources(): Map<string, SchemaSource> {
  const folder = path.join(root, 'schemas');
  const sources = new Map<string, SchemaSource>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()) {
    const name = file.slice(0, -'.schema.json'.length);
    const zh = path.join(folder, 'locales/zh-cn', `${name}.json`);
    sources.set(name, {
      schema: JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
      zh: JSON.parse(readFileSync(zh, 'utf8')),
    });
  }
  return sources;
}

function validators(sources: ReadonlyMap<string, SchemaSource>): string {
  const ajv = new Ajv({
    ...validatorOptions,
    formats,
    code: { source: true, lines: false, formats: _`require("../core/schema/formats").formats` },
  });
  const common = sources.get('common')?.schema as JsonSchema;
  ajv.addSchema(common as object);
  const names: Record<string, string> = {};
  for (const [name, { schema }] of sources) {
    if (name === 'common') continue;
    const flat = validatorSchema(schema, (id) => [...sources.values()].find((one) => one.schema.$id === id)?.schema);
    ajv.addSchema(flat as object, `item:${name}`);
    names[name.replaceAll('-', '_')] = `item:${name}`;
  }
  return withoutNeedlessAsking(standaloneCode(ajv, names));
}

/**
 * Ajv asks of each property that is there whether it is the object's own (`ownProperties`). What JSON.parse and our reader make
 * inherits from Object.prototype alone, so that only a name such as `constructor` can be there without being its own.
 */
function withoutNeedlessAsking(code: string): string {
  const isInherited = (name: string): boolean => name in Object.prototype;
  return code
    .replace(/ && func\d+\.call\(\w+, "(\w+)"\)/g, (asked, name: string) => (isInherited(name) ? asked : ''))
    .replace(/ \|\| \(!\(func\d+\.call\(\w+, "(\w+)"\)\)\)/g, (asked, name: string) =>
      isInherited(name) ? asked : '',
    );
}

function main(): void {
  const sources = readSources();
  writeSnippets(sources);
  mkdirSync(out, { recursive: true });
  const json = JSON.stringify(Object.fromEntries(sources));
  const version = createHash('sha256').update(json).digest('hex').slice(0, 16);
  writeIfNew(
    'schemas.ts',
    [
      '// Written by src/build/generate.ts from schemas/; do not edit.',
      `export const version = ${JSON.stringify(version)};`,
      `export const json: string = ${JSON.stringify(json)};`,
      '',
    ].join('\n'),
  );
  writeIfNew('validators.js', validators(sources));
  writeIfNew(
    'code.ts',
    [
      '// Written by src/build/generate.ts from src/core; do not edit.',
      '/** Changes with any code that decides what is read out of a file. */',
      `export const code = ${JSON.stringify(codeNumber())};`,
      '',
    ].join('\n'),
  );
  const { version: product } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  writeIfNew(
    'version.ts',
    [
      '// Written by src/build/generate.ts from package.json; do not edit.',
      `export const version = ${JSON.stringify(product)};`,
      '',
    ].join('\n'),
  );
  writeIfNew(
    'validators.d.ts',
    [
      '// Written by src/build/generate.ts; do not edit.',
      "import type { SchemaError } from '../core/schema/kinds';",
      'type Generated = ((value: unknown) => boolean) & { readonly errors?: readonly SchemaError[] | null };',
      'declare const validators: Readonly<Record<string, Generated>>;',
      'export = validators;',
      '',
    ].join('\n'),
  );
  writeIfNew(
    'pages.ts',
    [
      '// Written by src/build/generate.ts from media/rules; do not edit.',
      `export const pages: Readonly<Record<string, string>> = ${JSON.stringify(readPages(), null, 1)};`,
      '',
    ].join('\n'),
  );
  writeIfNew(
    'samples.ts',
    [
      '// Written by src/build/generate.ts from media/samples; do not edit.',
      `export const json: string = ${JSON.stringify(JSON.stringify(readSamples()))};`,
      '',
    ].join('\n'),
  );
}

// Caches hold what this code found out, so they hold it for this code only.
function codeNumber(): string {
  const core = readdirSync(path.join(root, 'src/core'), { recursive: true }).map((name) => `src/core/${name}`);
  const files = [...core.filter((name) => name.endsWith('.ts')), 'src/node/decode.ts', 'package-lock.json'].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** The sample projects, packed like the pages. */
function readSamples(): Json {
  const folder = path.join(root, 'media/samples');
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const samples = names.map(({ name }) => readSample(folder, name));
  return Object.fromEntries(
    samples.map(({ name, files, history }) => [name, { files: Object.fromEntries(files), history: history ?? null }]),
  );
}

/** The pages of the rules by their file's name: one bundle instead of two files a rule. */
function readPages(): Readonly<Record<string, string>> {
  const folder = path.join(root, 'media/rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(0, -'.md'.length), readFileSync(path.join(folder, name), 'utf8')]),
  );
}

// An unchanged file keeps its time, so that what was built from it stays current.
function writeIfNew(name: string, text: string): void {
  const file = path.join(out, name);
  try {
    if (readFileSync(file, 'utf8') === text) return;
  } catch {
    // It is not there yet.
  }
  writeFileSync(file, text);
}

main();

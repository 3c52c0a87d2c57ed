// The kinds that a project brings along: their schemas are held to what a kind needs and compiled. A schema that is
// wrong costs its own kind only. Ajv generates code, so this is called for trusted folders alone, and it is a bundle of
// its own that loads only where there are such kinds.
import Ajv from 'ajv/dist/2020';
import { RE2JS } from 're2js';
import { type Argument, type Message, say } from '../messages/message';
import { annotations } from './annotations';
import { validatorOptions, validatorSchema } from './compile';
import { formats } from './formats';
import { type Json, type JsonSchema, member, type SchemaSource } from './json';
import { type KindSources, type KindTrouble, loadKinds, type Validator } from './kinds';

/** A schema file of a project: `vehicles.schema.json` describes the kind `vehicles`. */
export interface KindText {
  readonly name: string;
  readonly text: string;
  /** The Chinese texts of `zh-cn/vehicles.json`, if there are any. */
  readonly zh: string | undefined;
}

export interface UserKinds {
  readonly own: KindSources;
  readonly troubles: readonly KindTrouble[];
}

/** Values that a schema may come to when every reference in it is written out. */
const SIZE_LIMIT = 50_000;

/** Compiles the kinds of a project; `version` names their texts. Whatever is wrong with one is a trouble, never a throw. */
export function compileKinds(texts: readonly KindText[], given: KindSources, version: string): UserKinds {
  const sources = new Map<string, SchemaSource>();
  const validators = new Map<string, Validator>();
  const troubles: KindTrouble[] = [];
  const shipped = new Set<string>([...loadKinds(given).all.map((kind) => kind.name), ...given.sources.keys(), 'any']);
  const names = new Map<string, string>();
  const compiler = compilerWith(given);
  for (const { name, text, zh } of texts) {
    const file = `${name}.schema.json`;
    try {
      const schema = schemaOf(name, text, given);
      const validate = compiler(schema, name);
      const source = { schema, zh: zh === undefined ? undefined : chineseOf(name, zh, troubles) };
      for (const entity of entitiesOf(name, source, given)) {
        if (shipped.has(entity)) throw new Trouble(say('kind.taken', { name: entity }), JSON.stringify(entity));
        const other = names.get(entity);
        if (other) throw new Trouble(say('kind.twice', { name: entity, file: other }), JSON.stringify(entity));
        names.set(entity, file);
      }
      sources.set(name, source);
      validators.set(name, validate);
    } catch (error) {
      const { detail, at } = troubleOf(error);
      troubles.push({ file, message: say('kind.broken', { name, detail }), ...(at === undefined ? {} : { at }) });
    }
  }
  return { own: { sources, validator: (name) => validators.get(name), version }, troubles };
}

class Trouble extends Error {
  readonly detail: Argument;
  /** A text of the file where it is shown. */
  readonly at: string | undefined;
  constructor(detail: Message, at?: string) {
    super(detail.id);
    this.detail = detail;
    this.at = at;
  }
}

// Ajv and the readers of schemas throw plain errors about a schema; one that is nested without end overflows the stack.
function troubleOf(error: unknown): { readonly detail: Argument; readonly at: string | undefined } {
  if (error instanceof Trouble) return error;
  if (error instanceof RangeError) return { detail: say('kind.too-large'), at: undefined };
  return { detail: say('kind.invalid', { detail: (error as Error).message }), at: undefined };
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch (error) {
    throw new Trouble(say('kind.not-json', { detail: (error as Error).message }));
  }
}

function schemaOf(name: string, text: string, given: KindSources): JsonSchema {
  if (given.sources.has(name)) throw new Trouble(say('kind.taken', { name }));
  const json = jsonOf(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Trouble(say('kind.not-schema'));
  // Its own name for itself, so that no two schemas claim one.
  const schema = { ...(json as JsonSchema), $id: `landfall:${name}` };
  const said = schema.properties?.kind?.const;
  if (said !== undefined && said !== name)
    throw new Trouble(
      say('kind.named', { said: typeof said === 'string' ? said : JSON.stringify(said), name }),
      JSON.stringify(said),
    );
  if (expanded(schema as unknown as Json, (ref) => target(ref, schema, given)) > SIZE_LIMIT)
    throw new Trouble(say('kind.too-large'));
  return schema;
}

/** What a reference leads to: in the same file or in a kind that ships. Anything else is outside, and refused. */
function target(ref: string, from: JsonSchema, given: KindSources): Json | undefined {
  const [id = '', pointer = ''] = ref.split('#');
  const at = id === '' ? from : [...given.sources.values()].find(({ schema }) => schema.$id === id)?.schema;
  if (!at) throw new Trouble(say('kind.remote-ref', { ref }), JSON.stringify(ref));
  let value: Json | undefined = at as unknown as Json;
  for (const part of pointer.split('/').slice(1)) value = member(value, part);
  return value;
}

/** How many values the schema has with its references written out; what contains itself counts once. */
function expanded(schema: Json, follow: (ref: string) => Json | undefined): number {
  const known = new Map<Json, number>();
  const weigh = (value: Json): number => {
    if (typeof value !== 'object' || value === null) return 1;
    const before = known.get(value);
    if (before !== undefined) return before;
    known.set(value, 0);
    const ref = member(value, '$ref');
    let size = typeof ref === 'string' ? 1 + weigh(follow(ref) ?? null) : 1;
    for (const one of Object.values(value)) size += weigh(one);
    known.set(value, size);
    return size;
  };
  return weigh(schema);
}

/** The names of the kinds that a schema would bring; none is a trouble. */
function entitiesOf(name: string, source: SchemaSource, given: KindSources): readonly string[] {
  const common = new Map([...given.sources].filter(([key]) => key === 'common'));
  const validator = () => undefined;
  const { all } = loadKinds(
    { sources: common, validator, version: '' },
    { sources: new Map([[name, source]]), validator, version: '' },
  );
  if (!all.length) throw new Trouble(say('kind.no-entity'));
  return all.map((kind) => kind.name);
}

// The Chinese texts are a help: without them the kind speaks English.
function chineseOf(name: string, text: string, troubles: KindTrouble[]): Json | undefined {
  try {
    return jsonOf(text);
  } catch (error) {
    troubles.push({
      file: `zh-cn/${name}.json`,
      message: say('kind.broken-zh', { name, detail: troubleOf(error).detail }),
    });
    return undefined;
  }
}

// JavaScript's own regular expressions can take exponential time; this engine is linear in the text.
const linear = Object.assign(
  (pattern: string) => {
    try {
      return RE2JS.compile(RE2JS.translateRegExp(pattern));
    } catch (error) {
      const detail = (error as Error).message.replace(/^error parsing regexp: /, '');
      throw new Trouble(say('kind.pattern', { pattern, detail }), JSON.stringify(pattern));
    }
  },
  { code: 'linear' },
);

function compilerWith(given: KindSources): (schema: JsonSchema, name: string) => Validator {
  let ajv: Ajv | undefined;
  const start = (): Ajv => {
    const made = new Ajv({ ...validatorOptions, formats, logger: false, code: { regExp: linear } });
    for (const [keyword, metaSchema] of Object.entries(annotations)) made.addKeyword({ keyword, metaSchema });
    for (const { schema } of given.sources.values()) made.addSchema(schema as object, undefined, undefined, false);
    return made;
  };
  const find = (id: string) => [...given.sources.values()].find(({ schema }) => schema.$id === id)?.schema;
  return (schema, name) => {
    ajv ??= start();
    // As it was written, so that every part and every annotation is checked; then as it is used.
    ajv.compile(schema as object);
    ajv.removeSchema(`landfall:${name}`);
    const check = ajv.compile(validatorSchema(schema, find) as object);
    return (value) => (check(value) ? [] : (check.errors ?? []));
  };
}

// The law of the slice: where every slice is clean, the whole text parses clean and to the same values. `yaml` itself,
// used the plain way, is the judge.
import { isDeepStrictEqual } from 'node:util';
import { isAlias, isNode, isScalar, parseDocument, Scalar, visit } from 'yaml';
import type { Problem } from '../../src/core/model/finding';
import { openRegister, readItem } from '../../src/core/syntax/register';
import { normalise } from '../../src/core/syntax/text';
import type { Node } from '../../src/core/syntax/tree';

export type Value = null | boolean | number | string | readonly Value[] | ReadonlyMap<string, Value>;

/** What a tree means; of a key that stands twice the later counts, as in yaml. */
export function valueOf(node: Node | undefined): Value {
  if (!node) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(valueOf);
  return new Map(node.pairs.map(({ key, value }) => [key.text, valueOf(value)]));
}

/** What yaml makes of a text, or undefined when it has anything against it. */
export function valueByYaml(text: string): { readonly value: Value } | undefined {
  const options = {
    uniqueKeys: false,
    merge: true,
    schema: 'core',
    resolveKnownTags: false,
    logLevel: 'silent',
  } as const;
  const document = parseDocument(text, options);
  if (document.errors.length || document.warnings.some(({ code }) => code === 'TAG_RESOLVE_FAILED')) return undefined;
  // yaml names a key by its value; a register's keys are their text.
  visit(document, {
    Pair(_, pair) {
      const key = isAlias(pair.key) ? pair.key.resolve(document) : pair.key;
      if (!isScalar(key) || typeof key.value === 'symbol') return;
      if (key === pair.key) key.value = key.source ?? '';
      else pair.key = new Scalar(key.source ?? '');
    },
  });
  if (document.contents !== null && !isNode(document.contents)) return undefined;
  try {
    return { value: normal(document.toJS({ mapAsMap: true, maxAliasCount: -1 })) };
  } catch {
    return undefined;
  }
}

function normal(value: unknown): Value {
  if (Array.isArray(value)) return value.map(normal);
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [String(key), normal(inner)]));
  return value as Value;
}

/** Problems that may stand in a slice without making its value another one than yaml's. */
const HARMLESS: ReadonlySet<string> = new Set(['LF004']);
const sound = (problems: readonly Problem[]): boolean => problems.every(({ code }) => HARMLESS.has(code));

export type Form = 'sliced' | 'whole';
export type Verdict =
  | { readonly kind: `${'equal' | 'broken' | 'costly'}, ${Form}` }
  | { readonly kind: 'against the law'; readonly why: string };

/**
 * Judges one text: where we find no problem, yaml must find none and read the same. `costly`, told only when asked for,
 * is a text in which we find a problem that yaml, reading it whole, does not have; an alias across two items is one by
 * intention.
 */
export function judge(raw: string, costs = false): Verdict {
  const { text, problems } = normalise(raw);
  const register = openRegister(text);
  const items = register.slices.map((_, index) => readItem(register, index));
  const frame = [...problems, ...register.problems].filter(({ code }) => code !== 'LF003');
  // Of a second `items` the first list is read, so that is no question of values any more.
  const one = !frame.some(({ span }) => text.slice(span.start, span.end).replaceAll(/["']/g, '') === 'items');
  const clean = one && sound(frame) && items.every((item) => sound(item.problems));
  const byYaml = clean || costs ? valueByYaml(register.text) : undefined;
  if (!clean) return { kind: `${byYaml ? 'costly' : 'broken'}, ${register.form}` };
  if (!byYaml) return { kind: 'against the law', why: 'the whole is not clean' };
  const head = valueOf(register.head.root);
  const list = items.map((item) => valueOf(item.root));
  const value = head instanceof Map && register.items === 'list' ? new Map(head).set('items', list) : head;
  const equal = isDeepStrictEqual(value, byYaml.value);
  return equal ? { kind: `equal, ${register.form}` } : { kind: 'against the law', why: 'the values differ' };
}

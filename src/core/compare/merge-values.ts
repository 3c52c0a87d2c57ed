// The merge once more, of what texts say instead of how they say it, to hold the merged text against. It shares nothing
// with the merge of texts but what identifies an element, and how long texts are merged by lines.
import { type Json, member } from '../schema/json';
import { elementShape, fieldShape, type Shape } from '../schema/shape';
import { elementKey } from './chunk';
import { mergeLines } from './merge-lines';

export type Side = 'ours' | 'theirs';

/** How the merge of values is to decide what the merge of texts left to a person. */
export interface Choice {
  readonly side: Side;
  /** The ways on which texts are in conflict, as `wayName` writes them. */
  readonly open: ReadonlySet<string>;
}

export const wayName = (way: readonly string[]): string => JSON.stringify(way);

type Value = Json | undefined;

/** The merged value; `clash` is called where both sides changed what the texts did not leave open. */
export function mergeValues(
  [base, ours, theirs]: readonly [Value, Value, Value],
  shape: Shape | undefined,
  way: readonly string[],
  choice: Choice,
  clash: () => void,
): Value {
  if (choice.open.has(wayName(way))) return choice.side === 'ours' ? ours : theirs;
  if (saysSame(ours, theirs, shape) || saysSame(theirs, base, shape)) return ours;
  if (saysSame(ours, base, shape)) return theirs;
  const inner = (key: string, three: readonly [Value, Value, Value], of: Shape | undefined): Value =>
    mergeValues(three, of, [...way, key], choice, clash);
  if (isGroup(ours) && isGroup(theirs) && (base === undefined || isGroup(base))) {
    const names = new Set([base, ours, theirs].flatMap((one) => Object.keys(one ?? {})));
    const of = (name: string) => shape && fieldShape(shape, name);
    const at = (name: string) => [member(base, name), member(ours, name), member(theirs, name)] as const;
    const fields = [...names].map((name) => [name, inner(name, at(name), of(name))] as const);
    return Object.fromEntries(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }
  const [b, o, t] = [base ?? [], ours, theirs].map((one) => shape && elementsByKey(one, shape));
  if (shape && b && o && t) {
    const keys = new Set([...b.keys(), ...o.keys(), ...t.keys()]);
    const of = elementShape(shape);
    return [...keys].flatMap((key) => inner(key, [b.get(key), o.get(key), t.get(key)], of) ?? []);
  }
  const lines = mergeTexts(base, ours, theirs);
  if (lines === undefined) clash();
  return lines ?? ours;
}

function mergeTexts(...three: readonly [Value, Value, Value]): string | undefined {
  const [base, ours, theirs] = three.map((one) => (typeof one === 'string' ? one.split('\n') : undefined));
  return base && ours && theirs && mergeLines(base, ours, theirs)?.join('\n');
}

/** Whether two values say the same; the order of what has keys says nothing. */
export function saysSame(a: Value, b: Value, shape: Shape | undefined): boolean {
  return a === b || plain(a, shape) === plain(b, shape);
}

/** A text that is equal for values that say the same. */
export function plain(value: Value, shape: Shape | undefined): string {
  if (Array.isArray(value)) {
    const all = value.map((one: Json) => plain(one, shape && elementShape(shape)));
    return `[${(shape && elementsByKey(value, shape) ? all.sort() : all).join()}]`;
  }
  if (!isGroup(value)) return JSON.stringify(value) ?? '';
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${plain(member(value, name), shape && fieldShape(shape, name))}`).join()}}`;
}

const isGroup = (value: Value): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements of a list by what identifies them; undefined where something else does, or two have the same. */
function elementsByKey(value: Value, list: Shape): ReadonlyMap<string, Json> | undefined {
  if (!Array.isArray(value)) return undefined;
  const out = new Map<string, Json>();
  for (const one of value as readonly Json[]) {
    const key = elementKey(one, list);
    if (key === undefined || out.has(key)) return undefined;
    out.set(key, one);
  }
  return out;
}

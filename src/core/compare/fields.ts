// Two versions of a value, field by field: what a person would say has changed.
import { sharedEnds } from '../base/lists';
import { type Json, member, written } from '../schema/json';
import { elementShape, fieldShape, type Shape } from '../schema/shape';
import { fieldsOf, keyIn, sameValue } from './value';

export interface FieldChange {
  /** From the entity down: names of fields, and in brackets what tells an element of a list: `[li.wei]`, `[3]`. */
  readonly way: readonly string[];
  /** Undefined where there was none, or is none any more. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** The fields in which two values differ, in the order of the schema's fields; none when they say the same. */
export function changedFields(
  before: Json | undefined,
  after: Json | undefined,
  shape: Shape | undefined,
  way: readonly string[] = [],
): readonly FieldChange[] {
  if (isGroup(before) && isGroup(after)) return before === after ? [] : members(before, after, shape, way);
  if (sameValue(before, after, shape)) return [];
  if (Array.isArray(before) && Array.isArray(after) && (hasGroups(before) || hasGroups(after)))
    return elements(before as readonly Json[], after as readonly Json[], shape, way);
  return [{ way, before, after }];
}

/** Whether one way leads through the other, so that a change at the one changes the other. */
export const related = (a: readonly string[], b: readonly string[]): boolean =>
  a.slice(0, b.length).every((step, at) => step === b[at]);

/** The shape at a way; undefined where the schema says nothing. */
export function shapeOn(shape: Shape, way: readonly string[]): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const step of way) at = at && (step.startsWith('[') ? elementShape(at) : fieldShape(at, step));
  return at;
}

const isGroup = (value: Json | undefined): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasGroups = (list: readonly Json[]): boolean => list.some((one) => typeof one === 'object' && one !== null);

function members(
  before: Json | undefined,
  after: Json | undefined,
  shape: Shape | undefined,
  way: readonly string[],
): readonly FieldChange[] {
  // Most fields are the very same, and are passed over before anything is made of them.
  const differ = (name: string): boolean => member(before, name) !== member(after, name);
  const there = new Set([...fieldsOf(before, shape, differ), ...fieldsOf(after, shape, differ)]);
  if (!there.size) return [];
  const known = [...(shape?.fields.keys() ?? [])].filter((name) => there.delete(name));
  return [...known, ...there].flatMap((name) =>
    changedFields(
      member(before, name),
      member(after, name),
      shape && fieldShape(shape, name),
      onward(way, name, shape),
    ),
  );
}

// Nearly all ways are one step long, and a history holds ten for each entity that ever came: each is made once.
function onward(way: readonly string[], name: string, shape: Shape | undefined): readonly string[] {
  if (way.length || !shape?.fields.has(name)) return way.concat(name);
  const made = firstSteps.get(shape) ?? new Map<string, readonly string[]>();
  const first = made.get(name) ?? [name];
  firstSteps.set(shape, made.set(name, first));
  return first;
}

const firstSteps = new WeakMap<Shape, Map<string, readonly string[]>>();

type Pair = readonly [before: Json | undefined, after: Json | undefined, name: string];

function elements(
  before: readonly Json[],
  after: readonly Json[],
  list: Shape | undefined,
  way: readonly string[],
): readonly FieldChange[] {
  const pairs = list && list.key !== 'ordered' ? keyed(before, after, list) : inOrder(before, after, list);
  const shape = list && elementShape(list);
  const found = pairs.flatMap(([a, b, name]) =>
    a === undefined || b === undefined
      ? [{ way: [...way, `[${name}]`], before: a, after: b }]
      : changedFields(a, b, shape, [...way, `[${name}]`]),
  );
  // Whatever differs is told, if need be as a whole.
  return found.length ? found : [{ way, before, after }];
}

// Elements with one key are one element; of several with the same key the first goes with the first.
function keyed(before: readonly Json[], after: readonly Json[], list: Shape): readonly Pair[] {
  const left = new Map<string, Json[]>();
  for (const one of before) {
    const key = keyIn(one, list) ?? '';
    left.set(key, [...(left.get(key) ?? []), one]);
  }
  const come = after.map((one): Pair => [left.get(keyIn(one, list) ?? '')?.shift(), one, elementName(one, list)]);
  return [...[...left.values()].flat().map((one): Pair => [one, undefined, elementName(one, list)]), ...come];
}

/** What tells an element of a list from the others, as people read it. */
export function elementName(element: Json, list: Shape): string {
  const names = Array.isArray(list.key) ? (list.key as readonly string[]) : [];
  const parts = names.map((name) => member(element, name)).filter((one) => one !== undefined);
  return parts.length ? parts.map(written).join(', ') : written(element);
}

/** Elements compared beyond the shared ends; above it they are paired by place. */
const FEW = 200;

// The longest sequence that both have stays; between its elements, those that are left go together by place.
function inOrder(before: readonly Json[], after: readonly Json[], list: Shape | undefined): readonly Pair[] {
  const shape = list && elementShape(list);
  const same = (i: number, j: number): boolean => sameValue(before[i], after[j], shape);
  const { front, back } = sharedEnds(before.length, after.length, same);
  const [m, n] = [before.length - back, after.length - back];
  const kept = m - front > FEW || n - front > FEW ? [] : common(front, m, front, n, same);
  const pairs: Pair[] = [];
  let [i, j] = [front, front];
  for (const [a, b] of [...kept, [m, n] as const]) {
    for (; i < a || j < b; i += i < a ? 1 : 0, j += j < b ? 1 : 0)
      pairs.push([i < a ? before[i] : undefined, j < b ? after[j] : undefined, String((j < b ? j : i) + 1)]);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

/** A longest common subsequence of two ranges, as pairs of places. */
export function common(
  i0: number,
  m: number,
  j0: number,
  n: number,
  same: (i: number, j: number) => boolean,
): readonly (readonly [number, number])[] {
  const wide = n - j0 + 1;
  const longest = new Uint16Array((m - i0 + 1) * wide);
  const at = (i: number, j: number): number => (i - i0) * wide + (j - j0);
  const hit = new Uint8Array(longest.length);
  for (let i = m - 1; i >= i0; i--) {
    for (let j = n - 1; j >= j0; j--) {
      const one = same(i, j);
      hit[at(i, j)] = one ? 1 : 0;
      longest[at(i, j)] = one
        ? (longest[at(i + 1, j + 1)] ?? 0) + 1
        : Math.max(longest[at(i + 1, j)] ?? 0, longest[at(i, j + 1)] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = i0, j = j0; i < m && j < n; ) {
    if (hit[at(i, j)]) pairs.push([i++, j++]);
    else if ((longest[at(i + 1, j)] ?? 0) >= (longest[at(i, j + 1)] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

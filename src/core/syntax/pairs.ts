// The pairs of a mapping among themselves: keys given twice, and `<<`, whose pairs stand in its place unless the mapping
// says the same key itself (YAML's merge key, https://yaml.org/type/merge.html).
import type { Node, Pair, Scalar } from './tree';

export const isMerge = (key: Scalar): boolean => key.style === 'plain' && key.text === '<<';

/** The pairs that a merge key brings: of one mapping or of a list of them. Undefined when it is neither. */
export function mergedPairs(value: Node): readonly Pair[] | undefined {
  if (value.kind === 'mapping') return lastOfEachKey(value.pairs);
  if (value.kind === 'scalar') return undefined;
  const pairs: Pair[] = [];
  for (const item of value.items) {
    if (item.kind !== 'mapping') return undefined;
    pairs.push(...lastOfEachKey(item.pairs));
  }
  return pairs;
}

// A key that stands twice is a finding of its own; like yaml, what is merged is its later value.
const lastOfEachKey = (pairs: readonly Pair[]): readonly Pair[] => [
  ...new Map(pairs.map((pair) => [pair.key.text, pair])).values(),
];

/** Without those merged pairs whose key stands in the mapping itself or was merged before. */
export function resolveMerges(pairs: readonly Pair[], merged: ReadonlySet<Pair>): readonly Pair[] {
  const taken = new Set<string>();
  for (const pair of pairs) if (!merged.has(pair)) taken.add(pair.key.text);
  return pairs.filter((pair) => {
    if (!merged.has(pair)) return true;
    if (taken.has(pair.key.text)) return false;
    taken.add(pair.key.text);
    return true;
  });
}

// Most mappings have a dozen keys; comparing each with each is then cheaper than building a set.
const FEW = 16;

interface Repeated {
  readonly key: Scalar;
  readonly first: Scalar;
}

const NONE: readonly Repeated[] = [];

/** Every key that stood before, with the first of its name. */
export function repeatedKeys(pairs: readonly Pair[]): readonly Repeated[] {
  let repeated: Repeated[] | undefined;
  if (pairs.length > FEW) {
    const firsts = new Map<string, Scalar>();
    for (const { key } of pairs) {
      const first = firsts.get(key.text);
      if (first) (repeated ??= []).push({ key, first });
      else firsts.set(key.text, key);
    }
    return repeated ?? NONE;
  }
  for (let i = 1; i < pairs.length; i++) {
    const key = (pairs[i] as Pair).key;
    for (let j = 0; j < i; j++) {
      const first = (pairs[j] as Pair).key;
      if (first.text !== key.text) continue;
      (repeated ??= []).push({ key, first });
      break;
    }
  }
  return repeated ?? NONE;
}

// Which chunks of three versions are the same thing, also under a new name, and in which order they go together.
import type { Chunk } from './chunk';

/** One thing in up to three versions. */
export interface Trio<T> {
  /** Its name in the base, else the one it was born with. */
  readonly key: string;
  readonly base: T | undefined;
  readonly ours: T | undefined;
  readonly theirs: T | undefined;
}

interface Named {
  readonly key: string;
  readonly former?: readonly string[];
}

/** Names of the base by the names of a side: followed where the side lost the old name. Undefined when two claim one. */
export function renamedIn(base: readonly Named[], side: readonly Named[]): ReadonlyMap<string, string> | undefined {
  const before = new Set(base.map(({ key }) => key));
  const now = new Set(side.map(({ key }) => key));
  const renamed = new Map<string, string>();
  const claimed = new Set<string>();
  for (const { key, former = [] } of side) {
    if (before.has(key)) continue;
    // The latest of the former names stands last.
    const old = former.findLast((name) => before.has(name) && !now.has(name));
    if (old === undefined) continue;
    if (claimed.has(old)) return undefined;
    claimed.add(old);
    renamed.set(key, old);
  }
  return renamed;
}

/** The chunks of three versions, matched, in the order in which they go together; undefined when names are in doubt. */
export function trios(
  base: readonly Chunk[],
  ours: readonly Chunk[],
  theirs: readonly Chunk[],
): readonly Trio<Chunk>[] | undefined {
  const [o, t] = [renamedIn(base, ours), renamedIn(base, theirs)];
  if (!o || !t) return undefined;
  const b = new Map(base.map((one) => [one.key, one]));
  const byKey = (side: readonly Chunk[], names: ReadonlyMap<string, string>) =>
    new Map(side.map((one) => [names.get(one.key) ?? one.key, one]));
  const [mine, other] = [byKey(ours, o), byKey(theirs, t)];
  const keys = inOrder([...b.keys()], [...mine.keys()], [...other.keys()]);
  return keys.map((key) => ({ key, base: b.get(key), ours: mine.get(key), theirs: other.get(key) }));
}

// The order of the side that changed it, ours when both did; what only the other side has follows what it followed
// there, behind what this side put in at the same place.
function inOrder(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const [inOurs, inTheirs, inBase] = [new Set(ours), new Set(theirs), new Set(base)];
  const common = (list: readonly string[]) =>
    list.filter((key) => inBase.has(key) && inOurs.has(key) && inTheirs.has(key)).join('\n');
  const turned = common(ours) === common(base) && common(theirs) !== common(base);
  const [lead, follow, inLead] = turned ? [theirs, ours, inTheirs] : [ours, theirs, inOurs];
  const behind = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const key of follow) {
    if (inLead.has(key)) last = key;
    else behind.set(last, [...(behind.get(last) ?? []), key]);
  }
  const inFollow = turned ? inOurs : inTheirs;
  const out: string[] = [];
  let due: readonly string[] = [];
  const settle = (): void => {
    out.push(...due);
    due = [];
  };
  due = behind.get(undefined) ?? [];
  for (const key of lead) {
    const own = !inFollow.has(key) && !inBase.has(key);
    if (turned || !own) settle();
    out.push(key);
    if (behind.has(key)) due = [...due, ...(behind.get(key) ?? [])];
  }
  settle();
  return out;
}

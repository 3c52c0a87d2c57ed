// The graph of commits: who is reachable from whom.
import type { Commit, Oid } from '../model/commit';

export interface Graph {
  /** Each after its parents. */
  readonly commits: readonly Commit[];
  /** The place of each in the list. */
  readonly places: ReadonlyMap<Oid, number>;
}

export const graphOf = (commits: readonly Commit[]): Graph => ({
  commits,
  places: new Map(commits.map(({ oid }, at) => [oid, at])),
});

/** The commit and everything before it. */
export function reach(graph: Graph, from: Oid | undefined): ReadonlySet<Oid> {
  const found = new Set<Oid>();
  for (const next = from ? [from] : []; next.length > 0; ) {
    const oid = next.pop();
    const at = oid === undefined ? undefined : graph.places.get(oid);
    if (oid === undefined || at === undefined || found.has(oid)) continue;
    found.add(oid);
    next.push(...(graph.commits[at]?.parents ?? []));
  }
  return found;
}

/** The commits that build on a commit. */
export function after({ commits, places }: Graph, from: Oid): ReadonlySet<Oid> {
  const found = new Set<Oid>();
  for (const { oid, parents } of commits.slice((places.get(from) ?? commits.length) + 1))
    if (parents.some((one) => one === from || found.has(one))) found.add(oid);
  return found;
}

/** What is reachable from a commit and not from the other: its side since the two parted. */
export function sideOf({ commits, places }: Graph, tip: Oid, other: Oid): ReadonlySet<Oid> {
  const MINE = 1;
  const OTHERS = 2;
  const flags = new Map<number, number>();
  // Commits still to be looked at that only this side has reached so far.
  let open = 0;
  const paint = (oid: Oid, flag: number): void => {
    const at = places.get(oid);
    if (at === undefined) return;
    const before = flags.get(at) ?? 0;
    const after = before | flag;
    flags.set(at, after);
    if (before !== MINE && after === MINE) open++;
    if (before === MINE && after !== MINE) open--;
  };
  paint(tip, MINE);
  paint(other, OTHERS);
  const side = new Set<Oid>();
  for (let at = Math.max(places.get(tip) ?? -1, places.get(other) ?? -1); at >= 0 && open > 0; at--) {
    const flag = flags.get(at);
    const commit = commits[at];
    if (flag === undefined || !commit) continue;
    if (flag === MINE) {
      open--;
      side.add(commit.oid);
    }
    for (const parent of commit.parents) paint(parent, flag);
  }
  return side;
}

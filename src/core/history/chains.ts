// Commits that follow each other without a branch in between, so that whoever looks for a few of them in a long past
// passes over the others at once.
import { keptAlone } from '../base/kept';
import type { Graph } from './graph';

/** By the place of a commit: the chain it belongs to, told by the place of its newest one, and the place of its oldest. */
export interface Chains {
  readonly chainOf: Int32Array;
  /** By the place of a chain's newest commit. */
  readonly oldest: Int32Array;
}

/** All but the oldest commit of a chain have one parent, the next one in it, which nothing else builds on. */
export const chainsOf = keptAlone(({ commits, places }: Graph): Chains => {
  const parentOf = (at: number): readonly number[] =>
    (commits[at]?.parents ?? []).flatMap((oid) => places.get(oid) ?? []);
  const children = new Int32Array(commits.length);
  for (let at = 0; at < commits.length; at++)
    for (const parent of parentOf(at)) children[parent] = (children[parent] ?? 0) + 1;
  const chainOf = new Int32Array(commits.length).fill(-1);
  const oldest = new Int32Array(commits.length).fill(-1);
  for (let newest = commits.length - 1; newest >= 0; newest--) {
    if (chainOf[newest] !== -1) continue;
    for (let at = newest; ; ) {
      chainOf[at] = newest;
      oldest[newest] = at;
      const [parent, ...others] = parentOf(at);
      if (parent === undefined || others.length || children[parent] !== 1 || chainOf[parent] !== -1) break;
      at = parent;
    }
  }
  return { chainOf, oldest };
});

// The project at each of its past status dates: the last commit of each day on the way that the branch itself took, judged
// on its own day, or on the status date that its manifest names.
import type { Commit, Oid } from '../core/model/commit';
import { type Known, known } from '../core/project/known';
import type { World } from '../core/project/world';
import type { Blob, Repository } from './git/repository';
import { dayAt, timeZoneOf } from './open';
import { type PastOptions, revisionsOf } from './past';

/** Asks a question of each state, the earliest first; of several with the same status date the last one counts. */
export async function atStatusDates<T>(
  repository: Repository,
  tip: Oid,
  options: PastOptions & Required<Pick<PastOptions, 'from'>>,
  ask: (world: World) => T,
): Promise<Known<readonly { readonly on: string; readonly commit: Oid; readonly found: T }[]>> {
  const all = await repository.commits({ from: [tip] });
  if (all.kind === 'unavailable') return all;
  const days = lastOfDays(all.value, tip, timeZoneOf(options.from));
  const dates = new Map(days.map(({ oid, committer }) => [oid, committer.at]));
  const revisions = revisionsOf({ ...repository, tree: await treesOf(repository, days) }, { ...options, dates });
  const found = new Map<string, { readonly on: string; readonly commit: Oid; readonly found: T }>();
  for (const { oid } of days) {
    const world = await revisions.atCommit(oid);
    if (world.kind === 'unavailable') return world;
    const on = world.value.asOf;
    found.delete(on);
    found.set(on, { on, commit: oid, found: ask(world.value) });
  }
  return known([...found.values()].sort((a, b) => (a.on < b.on ? -1 : 1)));
}

/** The tree of each commit, from that of the one before it: git tells what differs for all of them at once. */
async function treesOf(repository: Repository, commits: readonly Commit[]): Promise<Repository['tree']> {
  const steps = commits.slice(1).map(({ oid }, at) => ({ commit: oid, parent: commits[at]?.oid }));
  const changes = await repository.changes(steps);
  const differs = new Map(steps.map(({ commit }, at) => [commit, changes[at]]));
  let last: ReadonlyMap<string, Blob> | undefined;
  return async (commit) => {
    const step = differs.get(commit);
    if (!last || step?.kind !== 'known') {
      const tree = await repository.tree(commit);
      last = tree.kind === 'known' ? tree.value : undefined;
      return tree;
    }
    const tree = new Map(last);
    for (const { path, after } of step.value) {
      if (after) tree.set(path, after);
      else tree.delete(path);
    }
    last = tree;
    return known(tree);
  };
}

/** The last commit of each day, following first parents, the earliest first. */
function lastOfDays(commits: readonly Commit[], tip: Oid, zone: string | undefined): readonly Commit[] {
  const byName = new Map(commits.map((one) => [one.oid, one]));
  const days: Commit[] = [];
  let last: string | undefined;
  for (let one = byName.get(tip); one; one = byName.get(one.parents[0] as Oid)) {
    const on = dayAt(one.committer.at, zone);
    if (on !== last) days.push(one);
    last = on;
  }
  return days.reverse();
}

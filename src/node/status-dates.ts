// The project at each of its past status dates: the last commit of each day on the way that the branch itself took, judged
// on its own day, or on the status date that its manifest names.
import type { Commit, Oid } from '../core/model/commit';
import { type Known, known } from '../core/project/known';
import type { World } from '../core/project/world';
import type { Repository } from './git/repository';
import { dayAt, timeZoneOf } from './open';
import { type PastOptions, revisionsOf } from './past';

/** Trees that are read ahead of the one that is asked for. */
const AHEAD = 8;

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
  const trees = new Map<Oid, ReturnType<Repository['tree']>>();
  const ahead = (from: number): void => {
    for (const { oid } of days.slice(from, from + AHEAD)) if (!trees.has(oid)) trees.set(oid, repository.tree(oid));
  };
  const tree = (oid: Oid): ReturnType<Repository['tree']> => trees.get(oid) ?? repository.tree(oid);
  const revisions = revisionsOf({ ...repository, tree }, { ...options, dates });
  const found = new Map<string, { readonly on: string; readonly commit: Oid; readonly found: T }>();
  for (const [at, { oid }] of days.entries()) {
    ahead(at);
    const world = await revisions.atCommit(oid);
    trees.delete(oid);
    if (world.kind === 'unavailable') return world;
    const on = world.value.asOf;
    found.delete(on);
    found.set(on, { on, commit: oid, found: ask(world.value) });
  }
  return known([...found.values()].sort((a, b) => (a.on < b.on ? -1 : 1)));
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

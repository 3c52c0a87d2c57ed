// Past figures for the Metrics view: some states of the project along its main line, read when they are asked for, one
// after the other and with progress. Of each nothing but its figures is kept.
import { spread, type Point, pointsOf } from '../core/views/trend';
import type { Commit, Oid } from '../core/model/commit';
import { type Known, known } from '../core/project/known';
import type { ProjectFolder } from './folder';
import type { Pasts } from './past';
import { inStretches } from './stretches';

/** How many past states a trend has. */
const STATES = 8;

export interface PastState {
  readonly commit: Commit;
  readonly points: ReadonlyMap<string, Point>;
}

export interface Trends {
  /** The states that were read, oldest first. */
  readonly of: (folder: ProjectFolder) => readonly PastState[] | undefined;
  /** Reads them; `told` hears how many are there. */
  readonly read: (
    folder: ProjectFolder,
    told: (done: number, all: number) => void,
    signal: AbortSignal,
  ) => Promise<Known<readonly PastState[]>>;
  /** The repository moved, so there are other states; those that stay are not read again. */
  readonly forget: (folder: ProjectFolder) => void;
}

export function trends(pasts: Pasts): Trends {
  const read = new WeakMap<ProjectFolder, readonly PastState[]>();
  const points = new WeakMap<ProjectFolder, Map<Oid, ReadonlyMap<string, Point>>>();
  return {
    of: (folder) => read.get(folder),
    forget: (folder) => void read.delete(folder),
    read: async (folder, told, signal) => {
      const kept = points.get(folder) ?? new Map<Oid, ReadonlyMap<string, Point>>();
      points.set(folder, kept);
      const found = await pasts.ask(
        folder,
        async ({ repository, revisions }): Promise<Known<readonly PastState[]>> => {
          const head = await repository.resolve('HEAD');
          if (head.kind === 'unavailable') return head;
          const commits = await repository.commits({ from: [head.value] });
          if (commits.kind === 'unavailable') return commits;
          const chosen = spread(mainLine(commits.value, head.value), STATES);
          const states: PastState[] = [];
          for (const commit of chosen) {
            told(states.length, chosen.length);
            let figures = kept.get(commit.oid);
            if (!figures) {
              const world = await revisions.atCommit(commit.oid);
              signal.throwIfAborted();
              if (world.kind === 'unavailable') continue;
              figures = await inStretches(pointsOf(world.value), () => signal.aborted);
              signal.throwIfAborted();
              if (figures) kept.set(commit.oid, figures);
            }
            if (figures) states.push({ commit, points: figures });
          }
          return known(states);
        },
        signal,
      );
      if (found.kind === 'known') read.set(folder, found.value);
      return found;
    },
  };
}

/** The commits that were the state of the main line, oldest first. */
function mainLine(commits: readonly Commit[], head: Oid): readonly Commit[] {
  const byOid = new Map(commits.map((one) => [one.oid, one]));
  const line: Commit[] = [];
  for (let at = byOid.get(head); at; at = at.parents[0] && byOid.get(at.parents[0])) line.push(at);
  return line.reverse();
}

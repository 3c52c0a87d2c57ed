// The history of made-up commits, told by the core alone: what the reader of repositories does, without a repository.
import { finish } from '../../../src/core/base/work';
import { differences, NO_VERSION, type Version } from '../../../src/core/history/differences';
import type { EntityEvent, History } from '../../../src/core/history/event';
import { eventsAt } from '../../../src/core/history/fold';
import { graphOf } from '../../../src/core/history/graph';
import { type Commit, type Oid, oidOf } from '../../../src/core/model/commit';
import { path } from '../../../src/core/model/id';
import type { FileIndex } from '../../../src/core/project/file-index';
import { indexFile } from '../../../src/core/project/index-file';
import { shippedKinds } from '../support';
import { filesOf, type Step } from './random-history';

export const oidAt = (at: number): Oid => oidOf(at.toString(16).padStart(40, '0')) as Oid;

const SOMEBODY = { name: '李伟', email: 'li.wei@example.cn', at: 0, offset: 480 };

export function historyOf(steps: readonly Step[]): History & { readonly files: readonly Files[] } {
  const commits = steps.map(
    ({ parents }, at): Commit => ({
      oid: oidAt(at),
      tree: oidAt(at),
      parents: parents.map(oidAt),
      author: SOMEBODY,
      committer: SOMEBODY,
      message: `${at}`,
      shallow: false,
    }),
  );
  const graph = graphOf(commits);
  const events: EntityEvent[] = [];
  const files: Files[] = [];
  const earlier = (name: string): readonly EntityEvent[] =>
    events.filter(({ kind, id, formerly }) => name === `${kind}/${id}` || name === `${kind}/${formerly ?? ''}`);
  for (const [at, commit] of commits.entries()) {
    const { parents, state } = steps[at] as Step;
    const now = indexed(filesOf(state), files[parents[0] ?? -1]);
    files.push(now);
    const lists = (parents.length ? parents : [-1]).map((parent) => {
      const was = files[parent] ?? new Map<string, FileIndex>();
      const names = [...new Set([...was.keys(), ...now.keys()])];
      return finish(
        differences(names.map((name) => ({ before: version(was.get(name)), after: version(now.get(name)) }))),
      );
    });
    events.push(...finish(eventsAt({ graph, commit, differences: lists, earlier })));
  }
  return { commits, events, unreadable: [], files };
}

type Files = ReadonlyMap<string, FileIndex>;

const version = (file: FileIndex | undefined): Version => (file ? { file, ghosts: [], broken: false } : NO_VERSION);

function indexed(texts: ReadonlyMap<string, string>, before: Files | undefined): Files {
  const kinds = shippedKinds();
  return new Map(
    [...texts].map(([name, text]) => [
      name,
      finish(indexFile(path(name), { text }, { kinds, exact: false, before: before?.get(name) })),
    ]),
  );
}

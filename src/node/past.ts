// A project at a commit, read from blobs: the same value that reading a checkout of the commit gives, but for today's
// kinds. Each revision is made from the one before it that was asked for, so that neighbours share what they share.
import { finish, type Work } from '../core/base/work';
import { say } from '../core/messages/message';
import type { Oid } from '../core/model/commit';
import type { Path } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import { indexFile, type Source } from '../core/project/index-file';
import { type Known, known, type Unavailable } from '../core/project/known';
import { MANIFEST, matcher } from '../core/project/matcher';
import { manifestOf, type Project } from '../core/project/project';
import { settingsOf } from '../core/project/settings';
import { emptyProject, place } from '../core/project/update';
import { type World, worldOf } from '../core/project/world';
import type { Kinds } from '../core/schema/kinds';
import { decode, unread } from './decode';
import type { Blob, Repository } from './git/repository';
import { dayAt, timeZoneOf } from './open';
import { type PastFile, listed } from './past-files';
import { pooled } from './pool';
import { refusal } from './read';

export interface PastOptions {
  /** The kinds of today: every revision is read by them. */
  readonly kinds: Kinds;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** A project that is likely to share much with the revisions asked for: the present one. */
  readonly from?: Project;
  /** When commits were made, where that is known already: milliseconds since 1970, UTC. */
  readonly dates?: ReadonlyMap<Oid, number>;
  /** Kinds of the folder with which something is wrong; see `projectKinds`. */
  readonly troubled?: readonly FileIndex[];
  /** Runs long work; an editor does it in stretches. */
  readonly run?: <T>(work: Work<T>) => T | Promise<T>;
}

export interface Revisions {
  /** The world at what a revision names: a commit, a branch, a tag. */
  readonly at: (revision: string) => Promise<Known<World>>;
  readonly atCommit: (commit: Oid) => Promise<Known<World>>;
  readonly projectAt: (commit: Oid) => Promise<Known<Project>>;
}

/** How many revisions are kept to make others from. */
const KEPT = 4;
/** Blobs that are asked for at the same time. */
const AT_ONCE = 64;

interface State {
  readonly commit: Oid;
  readonly files: ReadonlyMap<Path, PastFile>;
  readonly world: World;
}

export function revisionsOf(repository: Repository, options: PastOptions): Revisions {
  const { kinds, now, from = emptyProject(kinds), troubled = [], run = finish } = options;
  /** The latest stands last. */
  const states: State[] = [];

  async function atCommit(commit: Oid): Promise<Known<World>> {
    const same = states.find((one) => one.commit === commit);
    if (same) return known(same.world);
    const [tree, date] = await Promise.all([repository.tree(commit), dateOf(commit)]);
    if (tree.kind === 'unavailable') return tree;
    const base = states.at(-1);
    const before = base?.world.project ?? from;
    const manifest = await manifestIn(tree.value, before, base);
    const { files, refused, all } = await listed(tree.value, matcher(settingsIn(manifest)), repository);
    const changed = [...files].filter(([file, at]) => !sameFile(base?.files.get(file), at));
    const sources = await pooled(changed, AT_ONCE, async ([file, { oid, exact }]) => ({
      file,
      exact,
      source: await sourceOf(oid),
    }));
    const refusals = [...refused].map(([file, source]) => ({ file, exact: false, source }));
    const kept = new Set<Path>([...files.keys(), ...refused.keys(), ...troubled.map((one) => one.path)]);
    const gone = [...before.files.keys()].filter((file) => !kept.has(file));
    const project = await run(next(before, [...sources, ...refusals], gone));
    // What was dated later was not known then: a commit is judged on its own day.
    const then = date ?? now;
    const world = worldOf(project, then, dayAt(then, timeZoneOf(project)), known(all));
    states.push({ commit, files, world });
    if (states.length > KEPT) states.shift();
    return known(world);
  }

  async function dateOf(commit: Oid): Promise<number | undefined> {
    const date = options.dates?.get(commit);
    if (date !== undefined) return date;
    const found = await repository.madeAt(commit);
    return found.kind === 'known' ? found.value : undefined;
  }

  function* next(before: Project, changed: readonly Changed[], gone: readonly Path[]): Work<Project> {
    const indexed: FileIndex[] = [...troubled];
    for (const { file, exact, source } of changed)
      indexed.push(
        yield* indexFile(file, source, { kinds, exact, before: before.files.get(file) ?? from.files.get(file) }),
      );
    return yield* place(before, indexed, gone);
  }

  // The manifest says which files belong, so it is read before the others.
  async function manifestIn(
    tree: ReadonlyMap<string, Blob>,
    before: Project,
    base: State | undefined,
  ): Promise<FileIndex | undefined> {
    const blob = tree.get(MANIFEST);
    if (!blob) return undefined;
    if (base?.files.get(MANIFEST as Path)?.oid === blob.oid) return manifestOf(before);
    return run(indexFile(MANIFEST as Path, await sourceOf(blob.oid), { kinds, exact: false }));
  }

  async function sourceOf(oid: Oid): Promise<Source> {
    const blob = await repository.blob(oid);
    return blob.kind === 'known' ? decode(blob.value) : unreadBlob(blob);
  }

  return {
    atCommit,
    projectAt: async (commit) => {
      const world = await atCommit(commit);
      return world.kind === 'known' ? known(world.value.project) : world;
    },
    at: async (revision) => {
      const commit = await repository.resolve(revision);
      return commit.kind === 'known' ? atCommit(commit.value) : commit;
    },
  };
}

interface Changed {
  readonly file: Path;
  readonly exact: boolean;
  readonly source: Source;
}

const settingsIn = (manifest: FileIndex | undefined) => settingsOf(manifest?.slices[0]?.entities[0]?.value ?? null);

const sameFile = (a: PastFile | undefined, b: PastFile): boolean => a?.oid === b.oid && a.exact === b.exact;

const NOT_CLONED = 'read.not-cloned';

/** The files of a revision whose content the repository lacks. */
export const lackingIn = ({ files }: Project): readonly Path[] =>
  [...files.values()].flatMap(({ path, problems }) =>
    problems.some(({ message }) => message.id === NOT_CLONED) ? [path] : [],
  );

/** What stands in place of a file whose blob cannot be had. */
export function unreadBlob({ why, detail }: Unavailable): Source {
  if (why === 'missing') return unread('LF013', say(NOT_CLONED));
  const found =
    why === 'too-large'
      ? refusal({ code: 'too-large', bytes: Number(detail) })
      : refusal({ code: 'failed', detail: detail ?? why });
  return found ?? unread('LF013', say('read.failed', { detail: why }));
}

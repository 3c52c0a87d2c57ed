// A repository as the product reads it: commits, trees, blobs, tags, branches of the folder of a project. Whatever is
// not there is unavailable with its reason; nothing is fetched, written or run.
import fs from 'node:fs';
import path from 'node:path';
import { type Branch, type Commit, type Oid, oidOf, type Tag } from '../../core/model/commit';
import { type Known, known, unavailable } from '../../core/project/known';
import { atHandIn, SMALL_LIMIT } from './at-hand';
import * as calls from './calls';
import { changesOf, type Step } from './changes';
import { isPartial, shallowEnds } from './cloned';
import { type Env, environment, findGit } from './environment';
import { type GitObject, objectReader } from './objects';
import { type Blob, commitObjectIn, commitsIn, type RawChange, type Ref, refsIn, tagIn, treeIn } from './parse';
import { bytesIn, type Pieces, piecesOf } from './pieces';
import { isRevision } from './revision';
import { ask, collect, type Git } from './run';
import { turns } from './turns';

export type { Blob, RawChange } from './parse';
export type { Step } from './changes';

export interface RepositoryOptions {
  readonly env?: Env;
  /** The full path of git, where it is not the one of the search path. */
  readonly program?: string;
  /** Ends every child process; what is under way rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface Walk {
  readonly from: readonly Oid[];
  /** Leaves out these and what came before them. */
  readonly without?: readonly Oid[];
  readonly limit?: number;
}

export interface Repository {
  readonly gitFolder: string;
  readonly workTree: string;
  /** The folder's place in the repository: '' or `a/b/`. */
  readonly prefix: string;
  /** Its history ends somewhere because it was cloned so. */
  readonly shallow: boolean;
  /** Some of its objects were left at its origin; they are not fetched. */
  readonly partial: boolean;
  readonly format: 'sha1' | 'sha256';
  /** The commit that a revision names. */
  readonly resolve: (revision: string) => Promise<Known<Oid>>;
  /** The best common ancestor; unavailable as `missing` where there is none, as `shallow` where it may be cut off. */
  readonly mergeBase: (a: Oid, b: Oid) => Promise<Known<Oid>>;
  /** Whether `a` is `b` or one of its ancestors. */
  readonly ancestor: (a: Oid, b: Oid) => Promise<Known<boolean>>;
  readonly tags: () => Promise<Known<readonly Tag[]>>;
  readonly branches: () => Promise<Known<readonly Branch[]>>;
  /** The branch that HEAD stands on; undefined when it stands on none. */
  readonly head: () => Promise<string | undefined>;
  /** The branch that others come from: the origin's default, else `main` or `master`. */
  readonly mainBranch: () => Promise<Known<Branch>>;
  /** Commits, each before its parents. As many as the limit: then there are more. */
  readonly commits: (walk: Walk) => Promise<Known<readonly Commit[]>>;
  /** When a commit was made: milliseconds since 1970, UTC. */
  readonly madeAt: (commit: Oid) => Promise<Known<number>>;
  /** The files below the prefix that differ, by their path below it; one answer a step. */
  readonly changes: (steps: readonly Step[]) => Promise<readonly Known<readonly RawChange[]>[]>;
  /** Every file of a commit below the prefix, by its path below it. */
  readonly tree: (commit: Oid) => Promise<Known<ReadonlyMap<string, Blob>>>;
  readonly blob: (oid: Oid, limit?: number) => Promise<Known<Uint8Array>>;
  /** The same, told by pieces that it may share with other blobs. */
  readonly pieces: (oid: Oid) => Promise<Known<Pieces>>;
  readonly close: () => Promise<void>;
}

/** Bytes of a blob that are read, unless somebody asks for more. */
const BLOB_LIMIT = 12 * 1024 * 1024;
/** Bytes that git may print about commits, and about a tree. */
const OUTPUT_LIMIT = 256 * 1024 * 1024;
/** Commits of one walk. */
const COMMIT_LIMIT = 100_000;
/** Tags of tags that are followed. */
const TAG_DEPTH = 8;

/** The repository that a folder is in. Whoever opens one has decided that the folder is trusted, and closes it. */
export async function openRepository(folder: string, options: RepositoryOptions = {}): Promise<Known<Repository>> {
  const env = options.env ?? process.env;
  const program = options.program ?? findGit(env);
  if (program === undefined) return unavailable('no-git');
  const git: Git = { program, folder: realFolder(folder), env: environment(env), signal: options.signal };
  if (!mayBeInOne(git.folder)) return unavailable('no-repository');
  const [version, place, top] = await Promise.all([
    ask(git, calls.version),
    ask(git, calls.where),
    ask(git, calls.workTree),
  ]);
  if (version.kind === 'unavailable') return version;
  if (!isNewEnough(version.value)) return unavailable('old-git', version.value.trim());
  if (place.kind === 'unavailable') return place;
  const lines = place.value.split('\n');
  const [inside, shallow, format, gitFolder = '', common = '', prefix = ''] = lines;
  if (inside !== 'true') return unavailable('no-repository');
  // Six lines and the end of the last: more of them and a folder's name has a line end in it.
  if (lines.length !== 7 || (format !== 'sha1' && format !== 'sha256')) return unavailable('broken', place.value);
  if (top.kind === 'unavailable') return top;
  const shared = path.resolve(git.folder, common);
  const workTree = top.value.replace(/\n$/, '');
  return known(
    // From the top on: paths that git is given count from where it runs.
    repositoryOf(
      { ...git, folder: workTree },
      {
        gitFolder,
        workTree,
        prefix,
        shallow: shallow === 'true',
        partial: isPartial(shared),
        format,
        ends: shallow === 'true' ? shallowEnds(shared) : new Set(),
        shared,
        grafted: fs.existsSync(path.join(shared, 'info/grafts')),
      },
    ),
  );
}

/** The same for as long as something is asked of it. */
export async function usingRepository<T>(
  folder: string,
  ask: (repository: Known<Repository>) => Promise<T>,
  options: RepositoryOptions = {},
): Promise<T> {
  const repository = await openRepository(folder, options);
  try {
    return await ask(repository);
  } finally {
    if (repository.kind === 'known') await repository.value.close();
  }
}

type Place = Pick<Repository, 'gitFolder' | 'workTree' | 'prefix' | 'shallow' | 'partial' | 'format'> & {
  /** The commits beyond which a shallow clone has nothing. */
  readonly ends: ReadonlySet<string>;
  /** The repository's folder that all its work trees share. */
  readonly shared: string;
  readonly grafted: boolean;
};

function repositoryOf(git: Git, { ends, shared, grafted, ...place }: Place): Repository {
  const { prefix, shallow } = place;
  const objects = objectReader(git);
  const pause = turns();
  const digits = place.format === 'sha1' ? 40 : 64;
  const near = atHandIn(git, { own: place.gitFolder, shared, digits, whole: !shallow && !grafted }, pause);
  const below = (file: string): string => file.slice(prefix.length);
  const refs = async (): Promise<Known<readonly Ref[]>> => mapped(await ask(git, calls.refs), refsIn);
  const branchesOf = (all: readonly Ref[]): readonly Branch[] =>
    all.flatMap(({ name, oid, symbolic }) => {
      const [, kind, short] = /^refs\/(heads|remotes)\/(.+)$/s.exec(name) ?? [];
      return short && !symbolic ? [{ name: short, commit: oid, remote: kind === 'remotes' }] : [];
    });
  const mergeBase = async (a: Oid, b: Oid): Promise<Known<Oid>> => {
    const answer = await ask(git, calls.mergeBases(a, b));
    if (answer.kind === 'unavailable') return answer;
    const best = oidOf(answer.value.split('\n', 1)[0] ?? '');
    return best ? known(best) : unavailable(shallow ? 'shallow' : 'missing');
  };
  const blobOf = async (oid: Oid, limit: number): Promise<Known<Pieces>> => {
    const object = await near.object(oid, limit);
    if (object) return object.type === 'blob' ? known(object.pieces) : unavailable('missing');
    const answer = await objects.read(oid, limit);
    if (answer.kind === 'unavailable') return answer;
    return answer.value.type === 'blob' ? known(piecesOf(answer.value.bytes)) : unavailable('missing');
  };
  const objectOf = async (oid: Oid): Promise<Known<GitObject>> => {
    const object = await near.small(oid);
    return object ? known(object) : objects.read(oid, SMALL_LIMIT);
  };
  const walk = async ({ from, without = [], limit = COMMIT_LIMIT }: Walk): Promise<Known<readonly Commit[]>> => {
    if (!from.length) return known([]);
    const output = await collect(git, calls.commits(from, without, limit), OUTPUT_LIMIT);
    if (output.kind === 'unavailable') return output;
    const found: Commit[] = [];
    for (const commit of commitsIn(output.value, ends)) {
      found.push(commit);
      await pause();
    }
    return known(found);
  };
  return {
    ...place,
    resolve: async (revision) => {
      if (!isRevision(revision)) return unavailable('missing');
      const found = await near.commit(revision);
      if (found) return known(found);
      const answer = await ask(git, calls.commitNamed(revision));
      if (answer.kind === 'unavailable') return answer;
      const oid = oidOf(answer.value.trim());
      return oid ? known(oid) : unavailable(shallow ? 'shallow' : 'missing');
    },
    mergeBase,
    ancestor: async (a, b) => {
      const base = await mergeBase(a, b);
      if (base.kind === 'known') return base.value === a || !shallow ? known(base.value === a) : unavailable('shallow');
      return base.why === 'missing' ? known(false) : base;
    },
    tags: async () => {
      const all = await refs();
      if (all.kind === 'unavailable') return all;
      const found = all.value.filter(({ name }) => name.startsWith('refs/tags/'));
      return known(await Promise.all(found.map((one) => tagOf(objectOf, one))));
    },
    branches: async () => mapped(await refs(), branchesOf),
    head: async () => {
      const answer = await ask(git, calls.headName);
      return answer.kind === 'known' ? /^refs\/heads\/(.+)$/.exec(answer.value.trim())?.[1] : undefined;
    },
    mainBranch: async () => {
      const all = await refs();
      if (all.kind === 'unavailable') return all;
      const origin = all.value.find(({ name }) => name === 'refs/remotes/origin/HEAD')?.symbolic;
      const names = [origin?.replace('refs/remotes/', ''), 'origin/main', 'origin/master', 'main', 'master', 'trunk'];
      const branches = branchesOf(all.value);
      const [first] = names.flatMap((name) => branches.find((one) => one.name === name) ?? []);
      return first ? known(first) : unavailable('missing');
    },
    commits: walk,
    madeAt: async (commit) => {
      const object = await near.small(commit);
      const at = object?.type === 'commit' ? commitObjectIn(object.bytes)?.at : undefined;
      if (at !== undefined) return known(at);
      const told = await walk({ from: [commit], limit: 1 });
      if (told.kind === 'unavailable') return told;
      return told.value[0] ? known(told.value[0].committer.at) : unavailable('missing');
    },
    changes: async (steps) =>
      (await changesOf(git, steps, prefix)).map((answer) =>
        mapped(answer, (found) => (prefix === '' ? found : found.map((one) => ({ ...one, path: below(one.path) })))),
      ),
    tree: async (commit) => {
      const found = await near.files(commit, prefix);
      if (found) return known(found);
      return mapped(await collect(git, calls.tree(commit, prefix), OUTPUT_LIMIT), (output) => {
        const files = treeIn(output);
        return prefix === '' ? files : new Map([...files].map(([file, blob]) => [below(file), blob]));
      });
    },
    blob: async (oid, limit = BLOB_LIMIT) => mapped(await blobOf(oid, limit), (pieces) => bytesIn(pieces)),
    pieces: (oid) => blobOf(oid, BLOB_LIMIT),
    close: async () => {
      near.close();
      await objects.close();
    },
  };
}

const mapped = <T, U>(answer: Known<T>, make: (value: T) => U): Known<U> =>
  answer.kind === 'known' ? known(make(answer.value)) : answer;

async function tagOf(read: (oid: Oid) => Promise<Known<GitObject>>, { name, oid }: Ref): Promise<Tag> {
  let annotation: Tag['annotation'];
  let commit: Oid | undefined;
  let at: Oid | undefined = oid;
  for (let depth = 0; at && depth < TAG_DEPTH; depth++) {
    const answer: Known<GitObject> = await read(at);
    if (answer.kind === 'unavailable') break;
    if (answer.value.type === 'commit') commit = at;
    if (answer.value.type !== 'tag') break;
    const { object, tagger, message } = tagIn(answer.value.bytes);
    annotation ??= { tagger, message };
    at = object;
  }
  return { name: name.slice('refs/tags/'.length), commit, annotation };
}

// Git says where things are from the folder's own place.
function realFolder(folder: string): string {
  try {
    return fs.realpathSync.native(folder);
  } catch {
    return path.resolve(folder);
  }
}

// Git goes up the same way, and takes nothing for a repository but what has this name: settings and variables by which others
// would count are left outside. To start it three times for a no takes longer than to check a small project.
function mayBeInOne(folder: string): boolean {
  if (fs.existsSync(path.join(folder, '.git'))) return true;
  const above = path.dirname(folder);
  return above !== folder && mayBeInOne(above);
}

function isNewEnough(version: string): boolean {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
  const [least = 0, atLeast = 0] = calls.OLDEST_GIT.split('.').map(Number);
  return major > least || (major === least && minor >= atLeast);
}

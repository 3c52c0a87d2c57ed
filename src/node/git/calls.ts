// Every git call of the product's reading, and nothing else: plumbing that reads objects and refs, runs no program that
// a repository names, reads no index and writes nothing. Never `log` (log.showSignature runs gpg.program), `status`,
// `diff`, `show` or `blame`. What a person wrote goes behind `--end-of-options`; everything else is an object's name.
import type { Oid } from '../../core/model/commit';

export type Args = readonly string[];

/** The oldest git whose calls have the options below: `rev-parse --end-of-options`. */
export const OLDEST_GIT = '2.30';

// ---- short calls: a few lines out

export const version: Args = ['version'];

/** Six lines: inside a work tree, shallow, hash, the repository's folder, that of all its work trees, the folder's place. */
export const where: Args = [
  'rev-parse',
  '--is-inside-work-tree',
  '--is-shallow-repository',
  '--show-object-format',
  '--absolute-git-dir',
  '--git-common-dir',
  '--show-prefix',
];

export const workTree: Args = ['rev-parse', '--show-toplevel'];

export const headName: Args = ['rev-parse', '--symbolic-full-name', 'HEAD'];

export const commitNamed = (revision: string): Args => [
  'rev-parse',
  '--verify',
  '--quiet',
  '--end-of-options',
  `${revision}^{commit}`,
];

/** Names and objects alone: whatever looks into an object dies where one is missing. */
export const refs: Args = [
  'for-each-ref',
  '--format=%(refname)%00%(objectname)%00%(symref)%00',
  'refs/tags',
  'refs/heads',
  'refs/remotes',
];

export const mergeBases = (a: Oid, b: Oid): Args => ['merge-base', '--all', a, b];

// ---- long calls: as much as there is

/** Commits in full, each ended by NUL, children before their parents. */
export const commits = (from: readonly Oid[], without: readonly Oid[], limit: number): Args => [
  'rev-list',
  '--topo-order',
  '--parents',
  '--header',
  `--max-count=${limit}`,
  ...from,
  ...without.map((oid) => `^${oid}`),
  '--',
];

/** Differences of the commits that come in, a line each, with the parent behind them on the line. */
export const changes = (prefix: string): Args => [
  'diff-tree',
  '--stdin',
  // Says each commit it was asked for, also where there is nothing to say of it.
  '--always',
  '--root',
  '-r',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=none',
  '--',
  ...(prefix ? [prefix] : []),
];

export const tree = (treeish: Oid, prefix: string): Args => [
  'ls-tree',
  '-r',
  '-z',
  '--full-tree',
  '--end-of-options',
  treeish,
  ...(prefix ? [prefix] : []),
];

/** Objects whose names come in, a line each. Without --filters and --textconv: the bytes as they are. */
export const objects: Args = ['cat-file', '--batch'];

// ---- for a merge that is left to lines

/** The files merged by lines, printed; it looks at no repository's objects. The files' names are full paths. */
export const mergeByLines = (
  files: { readonly ours: string; readonly base: string; readonly theirs: string },
  labels: { readonly ours: string; readonly theirs: string },
  markerSize: number,
): Args => [
  'merge-file',
  '-p',
  `--marker-size=${markerSize}`,
  '-L',
  labels.ours,
  '-L',
  'base',
  '-L',
  labels.theirs,
  files.ours,
  files.base,
  files.theirs,
];

// The commit that a plain name stands for, read where git keeps names: `main`, `v1.0`, `HEAD~2`, an object's full name. The
// rules are git's (gitrevisions, section "Specifying revisions"); whatever is not plain or not there is left to git.
import fs from 'node:fs';
import path from 'node:path';
import { type Oid, oidOf } from '../../core/model/commit';
import { commitObjectIn, tagIn } from './parse';
import type { ReadAtHand } from './trees';

export interface NameFolders {
  /** Of the repository, or of its work tree where it has several: there is HEAD. */
  readonly own: string;
  /** Of the repository: there are branches and tags. */
  readonly shared: string;
  /** Hexadecimal digits of a full name. */
  readonly digits: number;
  /** Whether the parents of a commit are those that it names: no clone that ends somewhere, no grafts. */
  readonly whole: boolean;
}

const REVISION = /^([\w./-]+)((?:[~^]\d{0,3})*)$/;
/** A name that no platform, no rule of git and no encoding makes another one of. */
const PLAIN = /^(?!.*(?:\.\.|\/\/|\/\.|\.lock(?:\/|$)))[A-Za-z0-9_][\w./-]*(?<![./])$/;
/** Where a name may stand, in git's order. */
const PLACES = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'];
/** Names that belong to one work tree. */
const OF_ONE_TREE = /^refs\/(?:bisect|worktree|rewritten)(?:\/|$)/;
/** Names of names, and tags of tags, that are followed; parents that are stepped back. */
const DEPTH = 5;
const STEPS = 100;
/** Bytes of the file of packed names. */
const PACKED_LIMIT = 4 * 1024 * 1024;

/** The commit; undefined where git should be asked. */
export async function commitAtHand(revision: string, folders: NameFolders, read: ReadAtHand): Promise<Oid | undefined> {
  const [, name = '', back = ''] = REVISION.exec(revision) ?? [];
  if (!name || (back && !folders.whole)) return undefined;
  const named = oidIn(name, folders) ?? known(nameSafely(name, folders));
  let at = named && (await commitBehind(named, read));
  let steps = 0;
  for (const [, kind, written] of back.matchAll(/([~^])(\d*)/g)) {
    const number = written === '' ? 1 : Number(written);
    const parent = kind === '~' ? 0 : number - 1;
    for (let left = kind === '~' ? number : Math.min(number, 1); left > 0 && at; left--) {
      if (++steps > STEPS) return undefined;
      const next: Oid | undefined = at.parents[parent];
      at = next && (await commitBehind(next, read));
    }
  }
  return at?.oid;
}

const oidIn = (text: string, { digits }: NameFolders): Oid | undefined =>
  text.length === digits ? oidOf(text) : undefined;

async function commitBehind(
  named: Oid,
  read: ReadAtHand,
): Promise<{ readonly oid: Oid; readonly parents: readonly Oid[] } | undefined> {
  let oid: Oid | undefined = named;
  for (let depth = 0; oid && depth < DEPTH; depth++) {
    const object: Awaited<ReturnType<ReadAtHand>> = await read(oid);
    if (object?.type === 'commit') {
      const commit = commitObjectIn(object.bytes);
      return commit && { oid, parents: commit.parents };
    }
    oid = object?.type === 'tag' ? tagIn(object.bytes).object : undefined;
  }
  return undefined;
}

/** What a name stands for: nothing is there, or it is none that is plain. */
type Named = Oid | 'none' | 'unsure';

const known = (named: Named): Oid | undefined => (named === 'none' || named === 'unsure' ? undefined : named);

function nameSafely(name: string, folders: NameFolders): Named {
  try {
    return nameIn(name, folders);
  } catch {
    // Not to be read, or gone since.
    return 'unsure';
  }
}

function nameIn(name: string, folders: NameFolders): Named {
  if (name === 'HEAD') return refIn(name, folders);
  // A file such as `.git/FETCH_HEAD` comes before all branches, and git knows how it is to be read.
  if (!PLAIN.test(name) || [folders.own, folders.shared].some((folder) => fs.existsSync(path.join(folder, name))))
    return 'unsure';
  for (const place of PLACES) {
    const found = refIn(place + name, folders);
    if (found !== 'none') return found;
  }
  return 'none';
}

function refIn(name: string, folders: NameFolders, depth = 0): Named {
  if (depth > DEPTH || OF_ONE_TREE.test(name)) return 'unsure';
  const text = looseRef(path.join(name === 'HEAD' ? folders.own : folders.shared, name));
  if (text === 'unsure') return text;
  if (text === undefined) return packedRef(name, folders);
  const line = /^(.+)\n$/.exec(text)?.[1] ?? '';
  const target = /^ref: (refs\/.+)$/.exec(line)?.[1] ?? '';
  if (!PLAIN.test(target)) return oidIn(line, folders) ?? 'unsure';
  const found = refIn(target, folders, depth + 1);
  // A branch that is not born yet.
  return found === 'none' ? 'unsure' : found;
}

/** What the file of a name says; undefined where there is none. */
function looseRef(file: string): string | undefined {
  const found = fs.lstatSync(file, { throwIfNoEntry: false });
  // A folder of branches may stand where a packed one stood.
  if (!found || found.isDirectory()) return undefined;
  return found.isFile() && found.size < 1024 ? fs.readFileSync(file, 'latin1') : 'unsure';
}

// `OID NAME`, a line each; behind a tag's own name, what it leads to: `^OID`.
function packedRef(name: string, folders: NameFolders): Named {
  const file = path.join(folders.shared, 'packed-refs');
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (!found) return 'none';
  if (!found.isFile() || found.size > PACKED_LIMIT) return 'unsure';
  const text = fs.readFileSync(file, 'latin1');
  const at = text.indexOf(` ${name}\n`);
  if (at < 0) return 'none';
  const begin = text.lastIndexOf('\n', at) + 1;
  return oidIn(text.slice(begin, at), folders) ?? 'unsure';
}

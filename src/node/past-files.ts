// Which files of a commit's tree belong to the project: the same choice as the walk through a folder makes.
import path from 'node:path';
import { say } from '../core/messages/message';
import type { Oid } from '../core/model/commit';
import { type Path, path as pathOf } from '../core/model/id';
import type { Source } from '../core/project/index-file';
import { MANIFEST, type Matcher, SKIPPED } from '../core/project/matcher';
import { unread } from './decode';
import type { Blob, Repository } from './git/repository';

export interface PastFile {
  readonly oid: Oid;
  readonly exact: boolean;
}

export interface PastListing {
  readonly files: ReadonlyMap<Path, PastFile>;
  /** Links that lead nowhere or out of the folder, with what is said of them. */
  readonly refused: ReadonlyMap<Path, Source>;
  readonly all: ReadonlySet<Path>;
}

/** Bytes of a link's target. */
const LINK_LIMIT = 4096;
/** Links to links that are followed. */
const DEPTH = 8;
const OUTSIDE = unread('LF013', say('read.outside'));

/** Links to files are followed; those to folders are not, for a tree has what is in them once already. */
export async function listed(
  tree: ReadonlyMap<string, Blob>,
  match: Matcher,
  repository: Pick<Repository, 'blob'>,
): Promise<PastListing> {
  const files = new Map<Path, PastFile>();
  const refused = new Map<Path, Source>();
  const all = new Set<Path>();
  const links: { readonly at: Path; readonly oid: Oid; readonly wanted: boolean }[] = [];
  const folderAt = foldersOf((file) => tree.has(file), match);
  for (const [name, { oid, mode }] of tree) {
    const folder = folderAt(parent(name));
    if (!folder.entered || mode === 'submodule') continue;
    const at = pathOf(name);
    const wanted = folder.ours && match.file(at);
    if (mode === 'link') {
      links.push({ at, oid, wanted });
      continue;
    }
    all.add(at);
    if (wanted) files.set(at, { oid, exact: match.exact(at) });
  }
  const taken = new Set<string>();
  for (const { at, oid, wanted } of links) {
    const target = await targetOf(at, oid, tree, repository);
    if (typeof target === 'string' || target === OUTSIDE) all.add(at);
    if (!wanted) continue;
    if (typeof target !== 'string') refused.set(at, target);
    else if (!files.has(pathOf(target)) && !taken.has(target)) {
      const blob = tree.get(target);
      taken.add(target);
      if (blob) files.set(at, { oid: blob.oid, exact: match.exact(at) });
    }
  }
  return { files, refused, all };
}

async function targetOf(
  at: Path,
  oid: Oid,
  tree: ReadonlyMap<string, Blob>,
  repository: Pick<Repository, 'blob'>,
): Promise<string | Source> {
  let from: string = at;
  let link = oid;
  for (let depth = 0; depth < DEPTH; depth++) {
    const blob = await repository.blob(link, LINK_LIMIT);
    const text = blob.kind === 'known' ? Buffer.from(blob.value).toString('utf8') : '';
    const target = path.posix.normalize(path.posix.join(parent(from), text));
    if (path.posix.isAbsolute(text) || target === '..' || target.startsWith('../')) return OUTSIDE;
    const next = tree.get(target);
    if (!next) return unread('LF013', say('read.dangling'));
    if (next.mode === 'file') return target;
    [from, link] = [target, next.oid];
  }
  return unread('LF013', say('read.loop'));
}

interface Folder {
  /** Whether its files are listed. */
  readonly entered: boolean;
  /** Whether registers of this project may be in it. */
  readonly ours: boolean;
}

/** What to make of each folder. One inside with a manifest is a project of its own, and owns what is in it. */
export function foldersOf(isThere: (file: string) => boolean, match: Matcher): (folder: string) => Folder {
  const known = new Map<string, Folder>([['', { entered: true, ours: true }]]);
  return function at(folder: string): Folder {
    const found = known.get(folder);
    if (found) return found;
    const above = at(parent(folder));
    const within = above.ours && match.folder(folder);
    const entered = above.entered && (within || !SKIPPED.has(path.posix.basename(folder)));
    const made = { entered, ours: within && !isThere(`${folder}/${MANIFEST}`) };
    known.set(folder, made);
    return made;
  };
}

const parent = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

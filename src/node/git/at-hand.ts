// What can be answered from the repository's own folder, without a process: objects, names, the files of a commit. Where
// nothing is said git is asked, which takes milliseconds to start.
import path from 'node:path';
import type { Oid } from '../../core/model/commit';
import { ownObjects } from './loose';
import { commitAtHand, type NameFolders } from './names';
import type { GitObject } from './objects';
import type { PackedObject } from './packs';
import { bytesIn } from './pieces';
import type { Git } from './run';
import { type TreeReader, treeReader } from './trees';
import type { Turns } from './turns';

export interface AtHand {
  readonly object: (oid: Oid, limit: number) => Promise<PackedObject | undefined>;
  /** A commit, a tree or a tag, which are small. */
  readonly small: (oid: Oid) => Promise<GitObject | undefined>;
  /** The commit that a revision names. */
  readonly commit: (revision: string) => Promise<Oid | undefined>;
  readonly files: TreeReader;
  readonly close: () => void;
}

/** Bytes of a commit, a tree or a tag. */
export const SMALL_LIMIT = 1024 * 1024;

export function atHandIn(git: Git, folders: NameFolders, pause: Turns): AtHand {
  const own = ownObjects(path.join(folders.shared, 'objects'), folders.digits === 40 ? 'sha1' : 'sha256');

  async function object(oid: Oid, limit: number): Promise<PackedObject | undefined> {
    await pause();
    git.signal?.throwIfAborted();
    return own.read(oid, limit);
  }

  async function small(oid: Oid): Promise<GitObject | undefined> {
    const found = await object(oid, SMALL_LIMIT);
    return found && { type: found.type, bytes: bytesIn(found.pieces) };
  }

  return {
    object,
    small,
    commit: (revision) => commitAtHand(revision, folders, small),
    files: treeReader(small, folders.digits / 2),
    close: () => own.close(),
  };
}

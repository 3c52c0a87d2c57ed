// The files of a commit, by walking its trees where they lie: a tree whose name is that of one read before is that one, so
// that of a neighbouring commit little is read. Of whatever is not there or not plain nothing is said and git is asked.
import type { Oid } from '../../core/model/commit';
import type { GitObject } from './objects';
import { type Blob, commitObjectIn, modeOf } from './parse';

/** The files below the prefix by their path below it, in git's order; undefined where git should be asked. */
export type TreeReader = (commit: Oid, prefix: string) => Promise<ReadonlyMap<string, Blob> | undefined>;

/** An object that is at hand; undefined where it is not. */
export type ReadAtHand = (oid: Oid) => Promise<GitObject | undefined>;

interface Entry {
  readonly name: string;
  readonly oid: Oid;
  readonly mode: Blob['mode'] | 'tree';
}

/** Folders in each other beyond which git is asked, and trees of one commit. */
const DEPTH = 64;
const TREES = 20_000;

export function treeReader(read: ReadAtHand, nameBytes: number): TreeReader {
  /** The trees of the commit asked for last, and of the one before. */
  let [last, earlier]: Map<Oid, readonly Entry[]>[] = [new Map(), new Map()];

  async function entriesOf(oid: Oid): Promise<readonly Entry[] | undefined> {
    let entries = last?.get(oid) ?? earlier?.get(oid);
    if (!entries) {
      const object = await read(oid);
      entries = object?.type === 'tree' ? entriesIn(object.bytes, nameBytes) : undefined;
    }
    if (entries) last?.set(oid, entries);
    return entries;
  }

  /** Whether all of it could be read. */
  async function walk(oid: Oid, folder: string, depth: number, found: Map<string, Blob>): Promise<boolean> {
    const entries = depth > DEPTH || (last?.size ?? 0) > TREES ? undefined : await entriesOf(oid);
    if (!entries) return false;
    for (const { name, oid: own, mode } of entries) {
      if (mode !== 'tree') found.set(folder + name, { oid: own, mode });
      else if (!(await walk(own, `${folder}${name}/`, depth + 1, found))) return false;
    }
    return true;
  }

  return async (commit, prefix) => {
    [earlier, last] = [last, new Map()];
    const object = await read(commit);
    const found = new Map<string, Blob>();
    let oid = object?.type === 'commit' ? commitObjectIn(object.bytes)?.tree : undefined;
    for (const part of prefix.split('/').slice(0, -1)) {
      const entries = oid && (await entriesOf(oid));
      if (!entries) return undefined;
      const folder = entries.find(({ name }) => name === part);
      if (!folder) return found;
      // What stands there instead of a folder, git tells in its own way.
      if (folder.mode !== 'tree') return undefined;
      oid = folder.oid;
    }
    return oid && (await walk(oid, '', 0, found)) ? found : undefined;
  };
}

// `MODE NAME`, a NUL, the bytes of the object's name; and the next.
function entriesIn(bytes: Buffer, nameBytes: number): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    const next = end + 1 + nameBytes;
    if (space < 0 || end < 0 || next > bytes.length) return undefined;
    const written = bytes.toString('latin1', at, space);
    const mode = written === '40000' ? 'tree' : modeOf(written);
    const name = bytes.toString('utf8', space + 1, end);
    if (mode === undefined || name === '' || name.includes('/')) return undefined;
    entries.push({ name, oid: bytes.toString('hex', end + 1, next) as Oid, mode });
    at = next;
  }
  return entries;
}

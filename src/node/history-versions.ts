// Versions of files out of blobs, each indexed from the one before it; the last ones are kept.
import { setImmediate as pause } from 'node:timers/promises';
import type { Work } from '../core/base/work';
import { isBroken, NO_VERSION, type Version, versionAfter } from '../core/history/differences';
import type { Oid } from '../core/model/commit';
import type { Path } from '../core/model/id';
import { indexFile } from '../core/project/index-file';
import type { Known } from '../core/project/known';
import type { Project } from '../core/project/project';
import type { Kinds } from '../core/schema/kinds';
import { decode } from './decode';
import { bytesIn, type Pieces } from './git/pieces';
import type { RawChange, Repository } from './git/repository';
import { type ItemVersion, itemVersion, nextVersion } from './item-versions';
import { unreadBlob } from './past';

export interface VersionReader {
  readonly at: (file: Path, oid: Oid, exact: boolean) => Promise<Version>;
  /** The version that followed another one in a commit. */
  readonly after: (file: Path, oid: Oid, exact: boolean, wasOid: Oid | undefined, was: Version) => Promise<Version>;
  /** Says that a version came, and followed another one, where neither was asked for: it matters when it is broken. */
  readonly passed: (file: Path, oid: Oid, wasOid: Oid | undefined) => void;
  /** Says what will be asked for, so that it can be read ahead. */
  readonly expect: (changes: readonly RawChange[]) => void;
  /** Of broken versions, the ones they followed: `path NUL oid` to oid. */
  readonly standIns: ReadonlyMap<string, Oid>;
}

interface Reading {
  readonly kinds: Kinds;
  readonly from: Project | undefined;
  readonly run: <T>(work: Work<T>) => T | Promise<T>;
  readonly standIns: Map<string, Oid>;
}

/** Bytes of the versions that are kept. */
const KEPT_BYTES = 4 * 1024 * 1024;
/** Blobs that are read ahead. */
const AHEAD = 12;

interface Kept {
  readonly version: Version;
  readonly bytes: Pieces | undefined;
  /** What the next version is made of; found out when that is asked for. */
  items: ItemVersion | 'unknown' | undefined;
}

export function versionReader(repository: Repository, { kinds, from, run, standIns }: Reading): VersionReader {
  const kept = new Map<string, Kept>();
  let size = 0;
  let expected: readonly { readonly name: string; readonly oid: Oid }[] = [];
  const places = new Map<string, number>();
  let next = 0;
  const coming = new Map<Oid, Promise<Known<Pieces>>>();
  const passed = new Map<string, Oid | undefined>();

  const nameOf = (file: Path, oid: Oid): string => `${file}\0${oid}`;
  const sizeOf = ({ bytes }: Kept): number => bytes?.length ?? 0;

  function keep(name: string, one: Kept): Version {
    kept.set(name, one);
    size += sizeOf(one);
    for (const [oldest, first] of kept) {
      if (size <= KEPT_BYTES || kept.size < 3) break;
      kept.delete(oldest);
      size -= sizeOf(first);
    }
    return one.version;
  }

  function found(name: string): Kept | undefined {
    const one = kept.get(name);
    if (!one) return undefined;
    // The one used last stands last.
    kept.delete(name);
    kept.set(name, one);
    return one;
  }

  const read = (oid: Oid): Promise<Known<Pieces>> => repository.pieces(oid);

  async function blobOf(name: string, oid: Oid): Promise<Known<Pieces>> {
    const at = places.get(name);
    if (at !== undefined && at >= next) next = at + 1;
    const found = coming.get(oid) ?? read(oid);
    coming.delete(oid);
    if (coming.size <= AHEAD / 2) readAhead();
    // Gives what git writes meanwhile a chance to come in.
    await pause();
    return found;
  }

  function readAhead(): void {
    for (; next < expected.length && coming.size < AHEAD; next++) {
      const one = expected[next];
      if (!one || kept.has(one.name) || coming.has(one.oid)) continue;
      const ahead = read(one.oid);
      // Whoever takes it hears of it; nobody may.
      ahead.catch(() => {});
      coming.set(one.oid, ahead);
    }
  }

  async function at(file: Path, oid: Oid, exact: boolean): Promise<Version> {
    const name = nameOf(file, oid);
    const there = found(name);
    if (there) return there.version;
    const blob = await blobOf(name, oid);
    const bytes = blob.kind === 'known' ? blob.value : undefined;
    const source = blob.kind === 'known' ? decode(bytesIn(blob.value)) : unreadBlob(blob);
    const index = await run(indexFile(file, source, { kinds, exact, before: from?.files.get(file) }));
    const follows = passed.get(name);
    if (follows && isBroken(index) && !standIns.has(name)) standIns.set(name, follows);
    const earlier = isBroken(index) ? standIns.get(name) : undefined;
    const version = versionAfter(earlier ? await at(file, earlier, exact) : NO_VERSION, index);
    return keep(name, { version, bytes, items: bytes && 'unknown' });
  }

  async function after(file: Path, oid: Oid, exact: boolean, wasOid: Oid | undefined, was: Version): Promise<Version> {
    const name = nameOf(file, oid);
    const there = found(name);
    if (there) return there.version;
    // What is broken carries on what it followed first.
    if (passed.has(name)) return at(file, oid, exact);
    const blob = await blobOf(name, oid);
    if (blob.kind === 'unavailable') {
      const index = await run(indexFile(file, unreadBlob(blob), { kinds, exact }));
      if (wasOid && !standIns.has(name)) standIns.set(name, wasOid);
      return keep(name, { version: versionAfter(was, index), bytes: undefined, items: undefined });
    }
    const bytes = blob.value;
    const earlier = wasOid && kept.get(nameOf(file, wasOid));
    const made = earlier ? nextOf(earlier, bytes) : undefined;
    const index =
      made?.file ??
      (await run(indexFile(file, decode(bytesIn(bytes)), { kinds, exact, before: was.file ?? from?.files.get(file) })));
    if (isBroken(index) && wasOid && !standIns.has(name)) standIns.set(name, wasOid);
    return keep(name, { version: versionAfter(was, index), bytes, items: made ?? 'unknown' });
  }

  function nextOf(earlier: Kept, bytes: Pieces): ItemVersion | undefined {
    const { file } = earlier.version;
    if (earlier.items === 'unknown') earlier.items = file && earlier.bytes && itemVersion(file, earlier.bytes);
    return earlier.items && nextVersion(earlier.items, bytes, kinds);
  }

  return {
    at,
    after,
    passed: (file, oid, wasOid) => {
      const name = nameOf(file, oid);
      if (!passed.has(name) && !standIns.has(name)) passed.set(name, wasOid);
    },
    expect: (changes) => {
      expected = changes.flatMap(({ path, after }) =>
        after?.mode === 'file' && /\.(?:ya?ml|md)$/i.test(path)
          ? [{ name: nameOf(path as Path, after.oid), oid: after.oid }]
          : [],
      );
      places.clear();
      for (const [place, { name }] of expected.entries()) if (!places.has(name)) places.set(name, place);
      next = 0;
      coming.clear();
    },
    standIns,
  };
}

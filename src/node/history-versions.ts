// Versions of files out of blobs, each indexed from the one before it; the last ones are kept.
import type { Work } from '../core/base/work';
import { isBroken, NO_VERSION, type Version, versionAfter } from '../core/history/differences';
import type { Oid } from '../core/model/commit';
import type { Path } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import { indexFile, type Source } from '../core/project/index-file';
import type { Kinds } from '../core/schema/kinds';
import { decode } from './decode';
import type { RawChange, Repository } from './git/repository';
import { unreadBlob } from './past';

export interface VersionReader {
  readonly at: (file: Path, oid: Oid, exact: boolean) => Promise<Version>;
  /** The version that followed another one in a commit. */
  readonly after: (file: Path, oid: Oid, exact: boolean, wasOid: Oid | undefined, was: Version) => Promise<Version>;
  /** Says what will be asked for, so that it can be read ahead. */
  readonly expect: (changes: readonly RawChange[]) => void;
  /** Of broken versions, the ones they followed: `path NUL oid` to oid. */
  readonly standIns: ReadonlyMap<string, Oid>;
}

interface Reading {
  readonly kinds: Kinds;
  readonly run: <T>(work: Work<T>) => T | Promise<T>;
  readonly standIns: Map<string, Oid>;
}

/** Units of text of the versions that are kept. */
const KEPT_TEXT = 12 * 1024 * 1024;
/** Blobs that are read ahead. */
const AHEAD = 24;

export function versionReader(repository: Repository, { kinds, run, standIns }: Reading): VersionReader {
  const kept = new Map<string, Version>();
  let size = 0;
  let expected: readonly { readonly name: string; readonly oid: Oid }[] = [];
  const places = new Map<string, number>();
  let next = 0;
  const coming = new Map<Oid, Promise<Source>>();

  const nameOf = (file: Path, oid: Oid): string => `${file}\0${oid}`;
  const sizeOf = ({ file }: Version): number => file?.text.length ?? 0;

  function keep(name: string, version: Version): Version {
    kept.delete(name);
    kept.set(name, version);
    size += sizeOf(version);
    for (const [oldest, one] of kept) {
      if (size <= KEPT_TEXT || kept.size < 3) break;
      kept.delete(oldest);
      size -= sizeOf(one);
    }
    return version;
  }

  async function read(oid: Oid): Promise<Source> {
    const blob = await repository.blob(oid);
    return blob.kind === 'known' ? decode(blob.value) : unreadBlob(blob);
  }

  function sourceOf(name: string, oid: Oid): Promise<Source> {
    const at = places.get(name);
    if (at !== undefined && at >= next) next = at + 1;
    const found = coming.get(oid) ?? read(oid);
    coming.delete(oid);
    if (coming.size >= AHEAD) coming.clear();
    for (; next < expected.length && coming.size < AHEAD; next++) {
      const one = expected[next];
      if (!one || kept.has(one.name) || coming.has(one.oid)) continue;
      const ahead = read(one.oid);
      // Whoever takes it hears of it; nobody may.
      ahead.catch(() => {});
      coming.set(one.oid, ahead);
    }
    return found;
  }

  async function indexOf(file: Path, oid: Oid, exact: boolean, before: FileIndex | undefined): Promise<FileIndex> {
    const source = await sourceOf(nameOf(file, oid), oid);
    return run(indexFile(file, source, { kinds, exact, before }));
  }

  function found(name: string): Version | undefined {
    const version = kept.get(name);
    if (!version) return undefined;
    kept.delete(name);
    kept.set(name, version);
    return version;
  }

  async function at(file: Path, oid: Oid, exact: boolean): Promise<Version> {
    const name = nameOf(file, oid);
    const there = found(name);
    if (there) return there;
    const index = await indexOf(file, oid, exact, undefined);
    const earlier = isBroken(index) ? standIns.get(name) : undefined;
    return keep(name, versionAfter(earlier ? await at(file, earlier, exact) : NO_VERSION, index));
  }

  return {
    at,
    after: async (file, oid, exact, wasOid, was) => {
      const name = nameOf(file, oid);
      const there = found(name);
      if (there) return there;
      const index = await indexOf(file, oid, exact, was.file);
      if (isBroken(index) && wasOid && !standIns.has(name)) standIns.set(name, wasOid);
      return keep(name, versionAfter(was, index));
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

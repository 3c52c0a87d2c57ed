// A project from its folder, read in one go: what the command line does. The editor takes the same steps one by one.
import path from 'node:path';
import { finish, type Work } from '../core/base/work';
import { MANIFEST, matcher } from '../core/project/matcher';
import { manifestOf, type Project } from '../core/project/project';
import { emptyProject, place, update } from '../core/project/update';
import { type World, worldOf } from '../core/project/world';
import { member } from '../core/schema/json';
import { type Path, path as pathOf } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import { indexFile, type Source } from '../core/project/index-file';
import { openCache } from './cache';
import { walk } from './discover';
import { type Disk, quickDisk } from './disk';
import { projectKinds } from './kinds';
import { readFiles, readSource } from './read';

export interface Opening {
  /** Whether the folder's own kinds may be compiled. */
  readonly trusted: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly disk?: Disk;
  readonly cache?: Caching | undefined;
}

export interface Caching {
  /** The folder of all caches. */
  readonly folder: string;
  /** Does what can wait until whoever asked has the answer. */
  readonly later: (work: () => void) => void;
}

/** The world of the project in a folder. The manifest comes first: it says which files belong. */
export async function openProject(
  root: string,
  { trusted, now, disk = quickDisk, cache: caching }: Opening,
): Promise<World> {
  const { kinds, troubled } = await projectKinds(disk, root, trusted);
  const manifestPath = pathOf(MANIFEST);
  const manifest = await readSource(disk, root, manifestPath);
  const begun = finish(update(emptyProject(kinds), new Map([[manifestPath, manifest]])));
  const match = matcher(begun.settings);
  const { files, refused, all } = await walk(disk, root, match);
  const cache = caching && openCache(caching.folder, path.resolve(root), kinds);
  const read = await readFiles(
    disk,
    root,
    files.filter((file) => file !== manifestPath),
    (file, bytes) => cache?.take(file, bytes, match.exact(file)),
  );
  const project = finish(filled(begun, new Map([...read, ...refused]), troubled));
  caching?.later(() => cache?.keep(project.files.values(), now));
  return worldOf(project, now, dayAt(now, timeZoneOf(project)), all);
}

function* filled(
  begun: Project,
  files: ReadonlyMap<Path, Source | FileIndex>,
  troubled: readonly FileIndex[],
): Work<Project> {
  const { kinds, settings } = begun;
  const match = matcher(settings);
  const indexed: FileIndex[] = [];
  for (const [path, file] of files) {
    indexed.push('slices' in file ? file : yield* indexFile(path, file, { kinds, exact: match.exact(path) }));
  }
  return yield* place(begun, [...indexed, ...troubled]);
}

export function timeZoneOf(project: Project): string | undefined {
  const zone = member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'time_zone');
  return typeof zone === 'string' ? zone : undefined;
}

/** The day at a place, such as 2026-11-16; of a time zone that does not exist, the day on this machine. */
export function dayAt(now: number, timeZone: string | undefined): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone }).format(now);
  } catch {
    return new Intl.DateTimeFormat('sv-SE', parts).format(now);
  }
}

/** The minute at a place with its offset, such as `2026-11-16T09:30+08:00`. */
export function momentAt(now: number, timeZone: string | undefined): string {
  const parts = { dateStyle: 'short', timeStyle: 'short' } as const;
  const local = (zone: string | undefined) => new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone: zone });
  let format: Intl.DateTimeFormat;
  try {
    format = local(timeZone);
  } catch {
    format = local(undefined);
  }
  const clock = format.format(now).replace(' ', 'T');
  const ahead = Math.round((Date.parse(`${clock}Z`) - Math.floor(now / 60_000) * 60_000) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(ahead);
  return `${clock}${ahead < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

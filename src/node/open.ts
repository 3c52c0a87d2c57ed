// A project from its folder, read in one go: what the command line does. The editor takes the same steps one by one.
import { finish, type Work } from '../core/base/work';
import { matcher } from '../core/project/matcher';
import { manifestOf, type Project } from '../core/project/project';
import { place } from '../core/project/update';
import { type World, worldOf } from '../core/project/world';
import { member } from '../core/schema/json';
import type { FileIndex } from '../core/project/file-index';
import { indexFile, type Source } from '../core/project/index-file';
import { type Cache, openCache } from './cache';
import { decode } from './decode';
import { type Disk, quickDisk } from './disk';
import { type Found, findFiles } from './found';
import type { Content } from './read';

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

/** The world of the project in a folder. */
export const openProject = async (root: string, opening: Opening): Promise<World> =>
  openFound(await findFiles(opening.disk ?? quickDisk, root, opening.trusted), opening);

/** The world of what was found in a folder. */
export function openFound(found: Found, { now, cache: caching }: Opening): World {
  const { root, begun } = found;
  const cache = caching && openCache(caching.folder, root, begun.kinds);
  const project = finish(filled(found, cache));
  caching?.later(() => cache?.keep(project.files.values(), now));
  return worldOf(project, now, today(begun, now), found.all);
}

function* filled({ begun, contents, troubled }: Found, cache: Cache | undefined): Work<Project> {
  const { kinds, settings } = begun;
  const match = matcher(settings);
  const indexed: FileIndex[] = [];
  for (const [path, content] of contents) {
    const exact = match.exact(path);
    const known = 'bytes' in content ? cache?.take(path, content, exact) : undefined;
    if (known) indexed.push(known);
    else {
      const source = 'bytes' in content ? sourceOf(content) : content;
      indexed.push(yield* indexFile(path, source, { kinds, exact }));
    }
  }
  return yield* place(begun, [...indexed, ...troubled]);
}

// The bytes are at hand, or can be had again, and are half as much as the text in them.
const sourceOf = ({ bytes }: Content): Source => ({ ...decode(bytes()), again: () => decode(bytes()).text });

/** The day that the figures of a project refer to; its manifest alone says which. */
export const dayOf = (project: Project, now: number): string => project.settings.statusDate ?? today(project, now);

const today = (project: Project, now: number): string => dayAt(now, timeZoneOf(project));

export function timeZoneOf(project: Project): string | undefined {
  const zone = member(manifestOf(project)?.slices[0]?.entities[0]?.value, 'time_zone');
  return typeof zone === 'string' ? zone : undefined;
}

/** The day at a place, such as 2026-11-16; of a time zone that does not exist, the day on this machine. */
export function dayAt(now: number, timeZone: string | undefined): string {
  const found = dayFormats.get(timeZone) ?? dayFormat(timeZone);
  dayFormats.set(timeZone, found);
  return found.format(now);
}

// To make one takes longer than to use it a hundred times.
const dayFormats = new Map<string | undefined, Intl.DateTimeFormat>();

function dayFormat(timeZone: string | undefined): Intl.DateTimeFormat {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...parts, timeZone });
  } catch {
    return new Intl.DateTimeFormat('sv-SE', parts);
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

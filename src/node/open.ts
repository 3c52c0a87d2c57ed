// A project from its folder, read in one go: what the command line does. The editor takes the same steps one by one.
import { finish, type Work } from '../core/base/work';
import { MANIFEST, matcher } from '../core/project/matcher';
import { manifestOf, type Project } from '../core/project/project';
import { emptyProject, place, update } from '../core/project/update';
import { type World, worldOf } from '../core/project/world';
import { member } from '../core/schema/json';
import { path as pathOf } from '../core/model/id';
import { walk } from './discover';
import { type Disk, quickDisk } from './disk';
import { projectKinds } from './kinds';
import { readSource, readSources } from './read';

export interface Opening {
  /** Whether the folder's own kinds may be compiled. */
  readonly trusted: boolean;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly disk?: Disk;
}

/** The world of the project in a folder. The manifest comes first: it says which files belong. */
export async function openProject(root: string, { trusted, now, disk = quickDisk }: Opening): Promise<World> {
  const { kinds, troubled } = await projectKinds(disk, root, trusted);
  const manifestPath = pathOf(MANIFEST);
  const manifest = await readSource(disk, root, manifestPath);
  const begun = finish(update(emptyProject(kinds), new Map([[manifestPath, manifest]])));
  const { files, refused, all } = await walk(disk, root, matcher(begun.settings));
  const sources = await readSources(
    disk,
    root,
    files.filter((file) => file !== manifestPath),
  );
  const project = finish(filled(begun, sources, refused, troubled));
  return worldOf(project, now, dayAt(now, timeZoneOf(project)), all);
}

function* filled(
  begun: Project,
  sources: Parameters<typeof update>[1],
  refused: Parameters<typeof update>[1],
  troubled: Parameters<typeof place>[1],
): Work<Project> {
  return yield* place(yield* update(begun, new Map([...sources, ...refused])), troubled);
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

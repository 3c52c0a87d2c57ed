// Finding things on the disk: the project that a folder belongs to, the projects below a folder, the files of a project.
import fs from 'node:fs';
import path from 'node:path';
import { say } from '../core/messages/message';
import { type Path, path as pathOf } from '../core/model/id';
import type { Source } from '../core/project/index-file';
import { type Known, known, unavailable } from '../core/project/known';
import { MANIFEST, type Matcher, SKIPPED } from '../core/project/matcher';
import { unread } from './decode';
import { below, type Disk, type DiskEntry } from './disk';
import { pooled } from './pool';
import { refusal } from './read';

/** Files beyond which the list of all files is given up; registers are found all the same. */
const FILES_LIMIT = 200_000;
/** Folders that a search for projects looks into. */
const FOLDERS_LIMIT = 20_000;
const AT_ONCE = 16;

/** The folder of the nearest manifest, in this folder or above it. */
export function findProject(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (fs.statSync(path.join(at, MANIFEST), { throwIfNoEntry: false })?.isFile()) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** The folders of all projects in and below a folder, those inside other projects too, sorted. */
export async function projectsBelow(disk: Disk, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  let looked = 0;
  for (let level = [folder]; level.length && looked < FOLDERS_LIMIT; looked += level.length) {
    const lists = await pooled(level, AT_ONCE, async (at) => ({ at, list: await disk.list(at) }));
    level = [];
    for (const { at, list } of lists) {
      if (!list.ok) continue;
      if (list.value.some(isManifest)) found.push(at);
      const folders = list.value.filter(
        ({ kind, name }) => kind === 'folder' && !name.startsWith('.') && !SKIPPED.has(name),
      );
      level.push(...folders.map(({ name }) => path.join(at, name)));
    }
  }
  return found.sort();
}

const isManifest = ({ name, kind }: DiskEntry): boolean => name === MANIFEST && kind !== 'folder';

export interface Listing {
  /** What may be a register, an article or the manifest, sorted. */
  readonly files: readonly Path[];
  /** What would have been among them and cannot be read, with what is said of it. */
  readonly refused: ReadonlyMap<Path, Source>;
  /** Every file below the folder, those of projects inside it too. */
  readonly all: Known<ReadonlySet<Path>>;
  /** Folders inside that are projects of their own: they own what is in them. */
  readonly nested: readonly string[];
}

interface Folder {
  readonly path: string;
  /** Its place without links. */
  readonly real: string;
  /** Whether registers of this project may be in it; other folders are only listed. */
  readonly ours: boolean;
}

/** The files of the project in a folder. Links are followed inside the folder only, and no folder twice. */
export async function walk(disk: Disk, root: string, match: Matcher): Promise<Listing> {
  const files = new Set<Path>();
  const refused = new Map<Path, Source>();
  const all = new Set<Path>();
  const nested: string[] = [];
  const visited = new Set<string>();
  /** Files that a link brought in, by their own place. */
  const taken = new Set<string>();
  const links: { readonly at: Path; readonly ours: boolean }[] = [];
  const refuse = (at: Path, source: Source | undefined) => void (source && refused.set(at, source));

  async function descend(start: Folder): Promise<void> {
    for (let level = [start]; level.length; ) {
      const lists = await pooled(level, AT_ONCE, async (folder) => ({
        folder,
        list: await disk.list(path.join(root, folder.path)),
      }));
      level = [];
      for (const { folder, list } of lists) {
        if (list.ok) level.push(...enter(folder, list.value));
        else if (folder.ours) refuse(pathOf(folder.path || '.'), refusal(list.error));
      }
    }
  }

  function enter(folder: Folder, entries: readonly DiskEntry[]): readonly Folder[] {
    const inner = folder.path !== '' && entries.some(isManifest);
    if (inner) nested.push(folder.path);
    const ours = folder.ours && !inner;
    if (ours) visited.add(folder.real);
    const folders: Folder[] = [];
    for (const { name, kind } of [...entries].sort(byName)) {
      const at = pathOf(join(folder.path, name));
      if (kind === 'file') {
        if (all.size <= FILES_LIMIT) all.add(at);
        if (ours && match.file(at)) files.add(at);
      } else if (kind === 'link') links.push({ at, ours });
      else {
        const within = { path: at, real: join(folder.real, name), ours: ours && match.folder(at) };
        if (within.ours || (!SKIPPED.has(name) && all.size <= FILES_LIMIT)) folders.push(within);
      }
    }
    return folders;
  }

  // After everything that stands there itself, so that a file is taken by its own name where it has one.
  async function follow({ at, ours }: { readonly at: Path; readonly ours: boolean }, realRoot: string): Promise<void> {
    const wanted = ours && match.file(at);
    const found = await disk.follow(path.join(root, at));
    if (!found.ok) {
      if (wanted)
        refuse(at, found.error.code === 'gone' ? unread('LF013', say('read.dangling')) : refusal(found.error));
      return;
    }
    const inside = below(realRoot, found.value.path);
    if (found.value.kind === 'folder') {
      if (inside !== undefined && ours && match.folder(at) && !visited.has(inside))
        await descend({ path: at, real: inside, ours });
    } else if (found.value.kind === 'file') {
      all.add(at);
      if (!wanted) return;
      if (inside === undefined) refuse(at, unread('LF013', say('read.outside')));
      else if (!files.has(pathOf(inside)) && !taken.has(inside)) {
        taken.add(inside);
        files.add(at);
      }
    }
  }

  await descend({ path: '', real: '', ours: true });
  if (links.length) {
    const realRoot = await disk.follow(root);
    // The list grows while folders behind links are entered.
    for (const link of links) if (realRoot.ok) await follow(link, realRoot.value.path);
  }
  const complete = all.size <= FILES_LIMIT;
  return {
    files: [...files].sort(),
    refused,
    all: complete ? known(all) : unavailable('too-large'),
    nested: nested.sort(),
  };
}

// Disks list in any order, and of two links to one file the first counts.
const byName = (a: DiskEntry, b: DiskEntry): number => (a.name < b.name ? -1 : 1);

const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

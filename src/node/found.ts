// What stands in a project's folder: its kinds, its manifest, and the bytes of its other files, not looked into yet. The
// manifest comes first: it says which files belong.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { finish } from '../core/base/work';
import { type Path, path as pathOf } from '../core/model/id';
import type { FileIndex } from '../core/project/file-index';
import type { Source } from '../core/project/index-file';
import type { Known } from '../core/project/known';
import { MANIFEST, matcher } from '../core/project/matcher';
import type { Project } from '../core/project/project';
import { emptyProject, update } from '../core/project/update';
import { walk } from './discover';
import type { Disk } from './disk';
import { projectKinds } from './kinds';
import { type Content, readContents, readDigests, readSource } from './read';

export interface Found {
  /** The folder, as a full path. */
  readonly root: string;
  /** The project with its kinds and settings, and no file but its manifest. */
  readonly begun: Project;
  readonly manifest: Source | undefined;
  /** Schemas of kinds with which something is wrong. */
  readonly troubled: readonly FileIndex[];
  /** Every other file that may belong, in order of their paths; in place of one that cannot be read, the reason. */
  readonly contents: ReadonlyMap<Path, Content | Source>;
  /** Every file below the folder. */
  readonly all: Known<ReadonlySet<Path>>;
}

/** Reads what stands in a folder; its own kinds are compiled only where it is trusted. Found `lean`, no bytes are kept: for
 *  whoever is soon done with them and can bear that a file changed meanwhile (ChangedMeanwhile). */
export async function findFiles(disk: Disk, root: string, trusted: boolean, lean = false): Promise<Found> {
  const { kinds, troubled } = await projectKinds(disk, root, trusted);
  const manifestPath = pathOf(MANIFEST);
  const manifest = await readSource(disk, root, manifestPath);
  const begun = finish(update(emptyProject(kinds), new Map([[manifestPath, manifest]])));
  const { files, refused, all } = await walk(disk, root, matcher(begun.settings));
  const others = files.filter((file) => file !== manifestPath);
  const read = lean ? readDigests(root, others) : await readContents(disk, root, others);
  const contents = new Map([...read, ...refused]);
  return { root: path.resolve(root), begun, manifest, troubled, contents, all };
}

/** A name for everything that was found, down to the last byte: what is found otherwise has another. */
export function nameOf({ begun, manifest, troubled, contents, all }: Found): string {
  const hash = createHash('sha256');
  const add = (part: unknown): void => void hash.update(`${JSON.stringify(part)}\n`);
  add([begun.kinds.version, manifest, troubled.map(({ path: file, text, problems }) => [file, text, problems])]);
  for (const [file, content] of contents) add([file, 'bytes' in content ? content.digest() : content]);
  add(all.kind === 'known' ? [...all.value].sort() : all);
  return hash.digest('hex');
}

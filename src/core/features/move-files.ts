// Files that get other paths: texts of registers that name such a file, or one in a folder that moves, name it at its
// new place.
import { fail, ok, type Result } from '../base/result';
import { nfc } from '../base/text';
import type { Work } from '../base/work';
import { type Message, say } from '../messages/message';
import type { Path } from '../model/id';
import { entitiesOf, type FileIndex, type SliceIndex } from '../project/file-index';
import type { Project } from '../project/project';
import type { FileEdits } from '../project/retarget';
import { treeOf } from '../project/tree-of';
import { tryEdits } from '../project/try-edits';
import type { Site } from '../schema/sites';
import type { TextEdit } from '../syntax/edit';
import { linkEdits } from './moving/links';
import { rewriteScalar } from '../syntax/rewrite';

/** The edits that keep the paths which are written in the project; `moves` are of files and of folders, by the paths
 *  they have now. Edits are by those paths too. Without `links` those between Markdown files are left to somebody else. */
export function* moveFiles(
  project: Project,
  moves: ReadonlyMap<Path, Path>,
  { links = true } = {},
): Work<Result<FileEdits, Message>> {
  const out = new Map<Path, readonly TextEdit[]>();
  for (const file of project.files.values()) {
    yield;
    const edits = editsIn(project, file, moves, links);
    if (!edits) return fail(say('rename.place', { file: file.path, reason: say('edit.refused') }));
    if (edits.length) out.set(file.path, edits);
  }
  return ok(out);
}

function editsIn(
  project: Project,
  file: FileIndex,
  moves: ReadonlyMap<Path, Path>,
  links: boolean,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const slices = new Set<SliceIndex>();
  for (const { sites, slice } of entitiesOf(file)) {
    for (const site of sites) {
      const path = movedPath(site, moves);
      const root = path === undefined ? undefined : treeOf(file, slice);
      if (path === undefined) continue;
      const edit = root && rewriteScalar(file.text, root, site.pointer, path);
      if (!edit) return undefined;
      edits.push(edit);
      slices.add(slice);
    }
  }
  if (links && /\.md$/i.test(file.path)) {
    const found = linkEdits(file.text, file.path, (path) => placeOf(path, moves));
    edits.push(...found);
    if (found.length) for (const slice of file.slices) slices.add(slice);
  }
  const onlyThese = ({ added, removed, changed }: { added: number; removed: number; changed: number }): boolean =>
    added === 0 && removed === 0 && changed <= edits.length;
  return !edits.length || tryEdits(project, file, edits, slices, onlyThese) ? edits : undefined;
}

/** The new text of a path that moves along, written as the old one is; undefined for one that stays. */
function movedPath({ ref, text }: Site, moves: ReadonlyMap<Path, Path>): string | undefined {
  if (!ref.to.includes('@file') || /^[a-z][a-z0-9+.-]+:/i.test(text)) return undefined;
  const [, lead = '', path = '', part = ''] = /^((?:\.?\/)?)([^#]*)(.*)$/s.exec(text) ?? [];
  const named = nfc(path);
  const to = placeOf(named, moves);
  return to === undefined ? undefined : lead + to + part;
}

/** Where a path moves to, by itself or with its folder. */
function placeOf(path: string, moves: ReadonlyMap<Path, Path>): string | undefined {
  for (const [from, to] of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return undefined;
}

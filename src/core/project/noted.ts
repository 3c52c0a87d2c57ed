// What an answer was made of: while it is computed, a project notes what is asked of it (tables, ids, files, who refers to whom),
// and as long as that is the same, so is the answer. Answers may be made of others that were kept: asking whether one of
// those still holds notes what it rests on too.
import type { Path } from '../model/id';
import type { FileIndex } from './file-index';
import type { Project } from './project';

export interface Reads {
  readonly tables: Map<string, unknown>;
  /** Ids that were looked for and that nothing has. */
  readonly missing: Set<string>;
  readonly files: Map<Path, FileIndex | undefined>;
  /** Who refers to an id. */
  readonly referrers: Map<string, unknown>;
}

export function isAsRead({ tables, missing, files, referrers }: Reads, project: Project): boolean {
  for (const [kind, table] of tables) if (project.table(kind) !== table) return false;
  for (const [path, file] of files) if (project.files.get(path) !== file) return false;
  for (const [id, found] of referrers) if (project.backrefs.get(id) !== found) return false;
  for (const id of missing) if (project.byId.get(id)) return false;
  return true;
}

/** The same project, which notes what is asked of it. */
export function noting(project: Project): { readonly project: Project; readonly reads: Reads } {
  const reads: Reads = { tables: new Map(), missing: new Set(), files: new Map(), referrers: new Map() };
  const table = (kind: string) => {
    const found = project.table(kind);
    reads.tables.set(kind, found);
    return found;
  };
  const seen: Project = {
    ...project,
    table,
    byId: watched(project.byId, (id) => {
      const found = project.byId.get(id);
      // Whoever has an id is of a kind, and when that one's table is the same, so is what was found.
      if (found) for (const one of found) table(one.kind.name);
      else reads.missing.add(id);
      return found;
    }),
    backrefs: watched(project.backrefs, (id) => {
      const found = project.backrefs.get(id);
      reads.referrers.set(id, found);
      return found;
    }),
    files: watched(project.files, (path: Path) => {
      const file = project.files.get(path);
      reads.files.set(path, file);
      return file;
    }),
  };
  return { project: seen, reads };
}

/** The same map, whose `get` is another. */
const watched = <Of extends { readonly get: (key: never) => unknown }>(map: Of, get: Of['get']): Of =>
  new Proxy(map, {
    get: (target, name) => {
      if (name === 'get') return get;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

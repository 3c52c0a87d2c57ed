// Which field of which entity a place belongs to.
import { type Path, pointerParts } from '../model/id';
import { entityAt } from '../project/at';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { isDocument } from '../project/tree-of';
import { contextAt } from './context';

export interface FieldAt {
  readonly entity: Entity;
  /** From the entity down: names of fields and places in lists. */
  readonly way: readonly string[];
}

/** The field whose key or value stands at an offset; undefined between entities, and in comments. */
export function fieldAt(project: Project, path: Path, offset: number): FieldAt | undefined {
  const context = contextAt(project, path, offset);
  const entity = context && entityAt(context.file, offset);
  if (!context || !entity || context.cursor.at === 'none') return undefined;
  const { cursor, file } = context;
  const key = cursor.at === 'key' ? [file.text.slice(cursor.typed.start, cursor.typed.end)] : [];
  // A register's items stand in a list; an article is its own.
  const above = (isDocument(file) ? 0 : 2) + pointerParts(entity.pointer).length;
  const way = [...cursor.path, ...key].slice(above);
  return way.length ? { entity, way } : undefined;
}

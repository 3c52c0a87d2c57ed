// Where a value of an entity stands in its text.
import type { Span } from '../base/span';
import { type Pointer, pointerParts } from '../model/id';
import { locate } from '../syntax/place';
import type { Entity } from './file-index';
import type { Project } from './project';
import { readSlice } from './tree-of';

/** The value at a pointer below an entity, relative to the entity's slice; where it cannot be told, the entity. */
export function valueSpan(project: Project, entity: Entity, pointer: Pointer): Span {
  const file = project.files.get(entity.path);
  const root = file && pointer !== '' ? readSlice(file, entity.slice)?.root : undefined;
  const node = root && locate(root, [...pointerParts(entity.pointer), ...pointerParts(pointer)])?.node;
  return node ? { start: node.start, end: node.end } : entity.mark;
}

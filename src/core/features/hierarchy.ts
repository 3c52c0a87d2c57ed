// The hierarchy that an entity stands in: what it takes over from, and what takes over from it.
import { inherits } from '../access/relations';
import type { Path } from '../model/id';
import { entityAt } from '../project/at';
import type { Entity } from '../project/file-index';
import { namedAt } from '../project/named';
import type { Project } from '../project/project';

/** Where a hierarchy begins: what is named at the offset, else the entity that stands there; undefined where it has none. */
export function ranked(project: Project, path: Path, offset: number): Entity | undefined {
  const file = project.files.get(path);
  const entity = namedAt(project, path, offset)?.entity ?? (file && entityAt(file, offset));
  return entity && inherits(entity.kind) ? entity : undefined;
}

// What was chosen a while ago, in the project as it is now.
import { type Entity, ordinalOf } from '../core/project/file-index';
import { lookUp, type Project } from '../core/project/project';

/** An entity that was chosen a while ago, as it is now. */
export function presently(project: Project, entity: Entity): Entity | undefined {
  const file = project.files.get(entity.path);
  const unchanged = file && ordinalOf(file, entity.slice) >= 0;
  return unchanged ? entity : lookUp(project, entity.kind.name, entity.id);
}

// What makes an entity real: the parameters, tests, deliverables and actions that say so by a reference (`x-realises` in
// the schemas). Asked for at the entity itself or at a reference to it.
import type { Path } from '../model/id';
import { entityAt } from '../project/at';
import type { Entity } from '../project/file-index';
import { mentionsOf, namedAt } from '../project/named';
import type { Project } from '../project/project';
import { follow } from '../project/resolve';

/** The entities that realise what is named at the offset, else what stands there; each once, in the order of files. */
export function implementations(project: Project, path: Path, offset: number): readonly Entity[] {
  const file = project.files.get(path);
  const entity = namedAt(project, path, offset)?.entity ?? (file && entityAt(file, offset));
  return entity ? [...new Set([...those(project, entity)])].filter((one) => one !== entity) : [];
}

function* those(project: Project, entity: Entity): Generator<Entity> {
  for (const { from, site } of mentionsOf(project, entity)) if (site.ref.realises === 'named') yield from;
  for (const site of entity.sites) {
    const to = site.ref.realises === 'self' ? follow(project, site) : undefined;
    if (to) yield to;
  }
}

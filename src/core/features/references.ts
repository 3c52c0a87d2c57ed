// Everywhere that names an entity: asked for at its own id or at any reference, in registers and in prose.
import type { Path } from '../model/id';
import { markOf, mentionsOf, namedAt, ownId, type Place } from '../project/named';
import type { Project } from '../project/project';

export interface References {
  /** Where the entity itself stands; undefined for one that the project has without writing it, a usual phase. */
  readonly declaration: Place | undefined;
  /** In the order of files and lines. Patterns over ids name nobody. */
  readonly places: readonly Place[];
}

/** The places that name what is named at an offset; undefined where nothing is. */
export function references(project: Project, path: Path, offset: number): References | undefined {
  const named = namedAt(project, path, offset);
  const file = named && project.files.get(named.entity.path);
  if (!file) return undefined;
  const { entity } = named;
  const written = entity.mark.end > entity.mark.start;
  return {
    declaration: written ? { path: entity.path, span: ownId(file, entity) ?? markOf(file, entity) } : undefined,
    places: mentionsOf(project, entity).map((one) => ({ path: one.path, span: one.span })),
  };
}

export interface Highlight extends Pick<Place, 'span'> {
  /** `own` is the entity's own id, the others refer to it. */
  readonly kind: 'own' | 'reference';
}

/** The same within one file. */
export function highlights(project: Project, path: Path, offset: number): readonly Highlight[] {
  const found = references(project, path, offset);
  const own = found?.declaration?.path === path ? [{ span: found.declaration.span, kind: 'own' as const }] : [];
  const others = found?.places.filter((one) => one.path === path) ?? [];
  return [...own, ...others.map(({ span }) => ({ span, kind: 'reference' as const }))];
}

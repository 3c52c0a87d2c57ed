// Traceability, one step at a time: who refers to an entity (from a requirement on to its parameters, tests and
// training), and what it refers to itself.
import type { Span } from '../base/span';
import type { Path } from '../model/id';
import { entityAt } from '../project/at';
import { type Entity, startOf } from '../project/file-index';
import { mentionsOf, namedAt } from '../project/named';
import type { Project } from '../project/project';
import { follow } from '../project/resolve';

export interface Step {
  readonly entity: Entity;
  /** The references that make the step, in the file of whoever refers. */
  readonly spans: readonly Span[];
}

/** Where a trace begins: what is named at the offset, else the entity that stands there. */
export function traced(project: Project, path: Path, offset: number): Entity | undefined {
  const file = project.files.get(path);
  return namedAt(project, path, offset)?.entity ?? (file && entityAt(file, offset));
}

/** The entities that refer to this one. */
export function referrers(project: Project, entity: Entity): readonly Step[] {
  return steps(
    mentionsOf(project, entity).map(({ from, span }) => ({ to: from, span })),
    entity,
  );
}

/** The entities that this one refers to. */
export function referred(project: Project, entity: Entity): readonly Step[] {
  const file = project.files.get(entity.path);
  const by = file ? startOf(file, entity.slice) : 0;
  const found = entity.sites.flatMap((site) => {
    const to = follow(project, site);
    return to ? [{ to, span: { start: by + site.start, end: by + site.end } }] : [];
  });
  return steps(found, entity);
}

// One step an entity, however often it is referred to; none to itself.
function steps(found: readonly { readonly to: Entity; readonly span: Span }[], own: Entity): readonly Step[] {
  const spans = new Map<Entity, Span[]>();
  for (const { to, span } of found) {
    const known = spans.get(to);
    if (known) known.push(span);
    else if (to !== own) spans.set(to, [span]);
  }
  return [...spans].map(([entity, list]) => ({ entity, spans: list }));
}

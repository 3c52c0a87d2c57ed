// The entities of a kind as levels, where its schema says which field names the one above: work packages below their
// summaries. Those that would stand above themselves stand at the top.
import { kept } from '../base/kept';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { text } from '../project/values';
import type { Kind } from '../schema/kinds';

interface Levels {
  readonly top: readonly Entity[];
  readonly below: (entity: Entity) => readonly Entity[];
  /** The nearest first. */
  readonly above: (entity: Entity) => readonly Entity[];
  /** The entity and all below it. */
  readonly all: (entity: Entity) => readonly Entity[];
}

const NONE: readonly Entity[] = [];

export function levelsOf(project: Project, kind: Kind): Levels {
  const { parent } = kind.entity;
  const table = project.table(kind.name);
  if (parent === undefined) return { top: table, below: () => NONE, above: () => NONE, all: (entity) => [entity] };
  return levelsIn(table, project, parent);
}

const levelsIn = kept((table: readonly Entity[], project: Project, field: string): Levels => {
  const named = (entity: Entity): Entity | undefined => {
    const found = lookUp(project, entity.kind.name, text(entity.value[field]) ?? '');
    return found === entity ? undefined : found;
  };
  const round = new Set(table.filter((entity) => isRound(entity, named)));
  const parentOf = (entity: Entity): Entity | undefined => (round.has(entity) ? undefined : named(entity));
  const parts = new Map<Entity, Entity[]>();
  for (const entity of table) {
    const above = parentOf(entity);
    if (!above) continue;
    const list = parts.get(above);
    if (list) list.push(entity);
    else parts.set(above, [entity]);
  }
  const below = (entity: Entity): readonly Entity[] => parts.get(entity) ?? NONE;
  return {
    top: table.filter((entity) => !parentOf(entity)),
    below,
    above: (entity) => {
      const way: Entity[] = [];
      for (let up = parentOf(entity); up && !way.includes(up); up = parentOf(up)) way.push(up);
      return way;
    },
    all: (entity) => {
      const found = [entity];
      for (let at = 0; at < found.length; at++) found.push(...below(found[at] as Entity));
      return found;
    },
  };
});

/** Whether the way up from an entity comes back to it. */
function isRound(entity: Entity, parentOf: (entity: Entity) => Entity | undefined): boolean {
  const seen = new Set<Entity>();
  for (let up = parentOf(entity); up && !seen.has(up); up = parentOf(up)) {
    if (up === entity) return true;
    seen.add(up);
  }
  return false;
}

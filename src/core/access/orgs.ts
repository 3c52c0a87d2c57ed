// Organisational units: an assignment to one includes those below it.
import type { Entity } from '../project/file-index';
import { byId, parentOf } from './facts';

export interface Orgs {
  /** The unit's present id; what is not known stands for itself. */
  readonly idOf: (id: string) => string;
  readonly has: (id: string) => boolean;
  readonly titleOf: (id: string) => string;
  /** Whether a unit is another one or below it. */
  readonly within: (id: string, other: string) => boolean;
  /** The tree in a text: the same for trees that differ in names alone. */
  readonly shape: string;
}

export function orgsOf(table: readonly Entity[]): Orgs {
  const units = byId(table, (entity) => entity);
  const idOf = (id: string): string => units.get(id)?.id ?? id;
  const known = new Map<string, ReadonlySet<string>>();
  const above = (id: string): ReadonlySet<string> => {
    let found = known.get(id);
    if (!found) {
      const way = new Set<string>();
      // Parents in a circle end where they begin.
      for (let at: string | undefined = idOf(id); at !== undefined && !way.has(at); ) {
        way.add(at);
        const unit = units.get(at);
        const parent: string | undefined = unit && parentOf(unit);
        at = parent === undefined ? undefined : idOf(parent);
      }
      known.set(id, (found = way));
    }
    return found;
  };
  return {
    idOf,
    has: (id) => units.has(id),
    titleOf: (id) => units.get(id)?.title || id,
    within: (id, other) => above(id).has(idOf(other)),
    shape: JSON.stringify([...units].map(([id, unit]) => [id, unit.id, parentOf(unit)])),
  };
}

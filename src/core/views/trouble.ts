// How many errors and warnings an entity has, for badges.
import type { Checked } from '../check/check';
import type { Entity } from '../project/file-index';
import { keyOf } from '../project/project';

export interface Trouble {
  readonly errors: number;
  readonly warnings: number;
}

export type TroubleOf = (entity: Entity) => Trouble | undefined;

export const noTrouble: Trouble = { errors: 0, warnings: 0 };

/** The troubles of each entity; infos are no trouble. Of entities that share an id, each shows what its own file has. */
export function troubles(checked: Checked | undefined): TroubleOf {
  const byKey = new Map<string, Trouble>();
  for (const [path, findings] of checked?.findings ?? []) {
    for (const { entity, severity } of findings) {
      if (!entity || severity === 'info') continue;
      const key = `${path}\n${entity}`;
      const before = byKey.get(key) ?? noTrouble;
      byKey.set(key, add(before, severity === 'error' ? { errors: 1, warnings: 0 } : { errors: 0, warnings: 1 }));
    }
  }
  return (entity) => (byKey.size ? byKey.get(`${entity.path}\n${keyOf(entity)}`) : undefined);
}

/** All troubles of a project, those without an entity included. */
export function total(checked: Checked | undefined): Trouble {
  let all = noTrouble;
  for (const findings of checked?.findings.values() ?? []) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const warnings = findings.filter(({ severity }) => severity === 'warning').length;
    all = add(all, { errors, warnings });
  }
  return all;
}

export const sum = (entities: readonly Entity[], of: TroubleOf): Trouble =>
  entities.reduce((all, entity) => add(all, of(entity) ?? noTrouble), noTrouble);

const add = (a: Trouble, b: Trouble): Trouble =>
  b === noTrouble ? a : { errors: a.errors + b.errors, warnings: a.warnings + b.warnings };

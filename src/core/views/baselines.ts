// The baselines of a project with what has become of them.
import type { Work } from '../base/work';
import { BASELINES, type Drift, driftOf, letting, tagOf } from '../compare/drift';
import type { Entity } from '../project/file-index';
import type { World } from '../project/world';
import { written } from '../schema/json';

/** `verified`: the tag is there, leads to the commit that was approved, and is part of the present history. */
export type BaselineState = 'verified' | 'missing' | 'moved' | 'stray' | 'unknown';

export interface BaselineReport {
  readonly entity: Entity;
  readonly state: BaselineState;
  /** What it covers and what has changed since, where no later baseline covers it. */
  readonly drift: readonly Drift[];
  /** How many of these no change request lets change. */
  readonly uncovered: number;
}

export function* baselineStates(world: World): Work<readonly BaselineReport[]> {
  const drift = yield* driftOf(world);
  return world.project.table(BASELINES).map((entity) => {
    const own = drift.filter(({ baseline }) => baseline === entity);
    const uncovered = own.filter((one) => !letting(one, world).length).length;
    return { entity, state: stateOf(entity, world), drift: own, uncovered };
  });
}

function stateOf(entity: Entity, world: World): BaselineState {
  if (world.past.kind !== 'known') return 'unknown';
  const found = tagOf(entity, world);
  if (!found) return 'missing';
  if (!found.commit.startsWith(written(entity.value.commit).toLowerCase())) return 'moved';
  if (found.ancestor.kind !== 'known') return 'unknown';
  return found.ancestor.value ? 'verified' : 'stray';
}

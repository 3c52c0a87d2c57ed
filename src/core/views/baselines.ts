// The baselines of a project with what has become of them.
import type { Work } from '../base/work';
import { BASELINES, driftOf, fixedStates, letting, tagOf } from '../compare/drift';
import type { Drift } from '../compare/follow';
import type { Entity } from '../project/file-index';
import type { Unavailable } from '../project/known';
import type { Project } from '../project/project';
import type { World } from '../project/world';
import { written } from '../schema/json';

/** `verified`: the tag is there, leads to the commit that was approved, and is part of the present history. */
export type BaselineState = 'verified' | 'missing' | 'moved' | 'stray' | 'unknown';

/** Something that a baseline covers and that is not what it was, with the change requests that let it change. */
export interface Drifted extends Drift {
  readonly requests: readonly Entity[];
}

export interface BaselineReport {
  readonly entity: Entity;
  readonly state: BaselineState;
  /** Why it was not checked, or what changed since could not be. */
  readonly why: Unavailable | undefined;
  /** What it covers and what has changed since, where no later baseline covers it. */
  readonly drift: readonly Drifted[];
  /** How many of these no change request lets change. */
  readonly uncovered: number;
}

/** What is held against the change requests between two pauses. */
const TOGETHER = 64;

export function* baselineStates(world: World): Work<readonly BaselineReport[]> {
  const drift: Drifted[] = [];
  for (const [at, one] of (yield* driftOf(world)).entries()) {
    if (at % TOGETHER === 0) yield;
    drift.push({ ...one, requests: letting(one, world) });
  }
  return world.project.table(BASELINES).map((entity) => {
    const own = drift.filter(({ baseline }) => baseline === entity);
    const uncovered = own.filter(({ requests }) => !requests.length).length;
    return { entity, state: stateOf(entity, world), why: whyUnknown(entity, world), drift: own, uncovered };
  });
}

/** The baselines that can be compared with: those whose state git knows, the latest first. */
export const comparableBaselines = (world: World): readonly Entity[] =>
  fixedStates(world).map(({ baseline }) => baseline);

/** The project as a baseline fixed it; undefined where git cannot tell. */
export function fixedBy(baseline: Entity, world: World): Project | undefined {
  const state = tagOf(baseline, world)?.project;
  return state?.kind === 'known' ? state.value : undefined;
}

export function stateOf(entity: Entity, world: World): BaselineState {
  if (world.past.kind !== 'known') return 'unknown';
  const found = tagOf(entity, world);
  if (!found) return 'missing';
  if (!found.commit.startsWith(written(entity.value.commit).toLowerCase())) return 'moved';
  if (found.ancestor.kind !== 'known') return 'unknown';
  return found.ancestor.value ? 'verified' : 'stray';
}

function whyUnknown(entity: Entity, world: World): Unavailable | undefined {
  if (world.past.kind !== 'known') return world.past;
  const found = tagOf(entity, world);
  return [found?.ancestor, found?.project].find((one) => one?.kind === 'unavailable');
}

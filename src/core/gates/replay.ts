// A decision seen again: what was known at the revision at which it was made, beside what is known today.
import { formerIds, lookUp, type Project } from '../project/project';
import type { Entity } from '../project/file-index';
import { criteriaOf, subjectOf } from './criterion';
import { type Asking, type CriterionState, criterionState, type GateState, gateState } from './evaluate';

export interface Replayed {
  readonly before: CriterionState;
  readonly now: CriterionState;
  /** Whether the criterion was asked then, whatever its limits were. */
  readonly asked: boolean;
}

export interface Replay {
  readonly gate: GateState;
  readonly criteria: readonly Replayed[];
  /** Criteria of then that the gate has no longer. */
  readonly gone: readonly CriterionState[];
}

/** Each present criterion with its limits and words of then; what was not asked then is held against what was known. */
export function replay(now: Asking, before: Asking, gate: Entity): Replay {
  const former = gateThen(before.world.project, gate);
  const past = new Map((former ? criteriaOf(former) : []).map((one) => [subjectOf(one), one]));
  const state = gateState(now, gate);
  const criteria = state.criteria.map((one): Replayed => {
    const subject = subjectOf(one.criterion);
    const asked = past.get(subject);
    past.delete(subject);
    return {
      now: one,
      before: criterionState(before, former ?? gate, asked ?? one.criterion),
      asked: asked !== undefined,
    };
  });
  return { gate: state, criteria, gone: [...past.values()].map((one) => criterionState(before, former ?? gate, one)) };
}

function gateThen(project: Project, gate: Entity): Entity | undefined {
  for (const id of [gate.id as string, ...formerIds(gate)]) {
    const found = lookUp(project, gate.kind.name, id);
    if (found) return found;
  }
  return undefined;
}

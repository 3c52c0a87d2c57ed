// The shape of a rule over the tasks of the plan: of the next plan only those are asked of which it says something else.
import { keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import type { Project } from '../project/project';
import { isDone } from '../project/state';
import type { World } from '../project/world';
import { changedSince, type Plan, planGround, planning } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import type { Kinds } from '../schema/kinds';
import { holdsForDates, isSameList, type ProjectRule, type SaidOf } from './rule';

interface TaskRule {
  readonly code: ProjectRule['code'];
  /** Values that it looks at beside the plan. */
  readonly ground?: (project: Project) => readonly object[];
  /** Tables whose entities it looks at where the plan names them. */
  readonly named?: (project: Project) => readonly object[];
  /** The tasks that it is about; left out: those that are not done. */
  readonly of?: (planned: Planned) => boolean;
  readonly check: (planned: Planned, world: World) => Iterable<SaidOf>;
}

interface Told {
  readonly plan: Plan;
  readonly ground: readonly object[];
  readonly said: ReadonlyMap<Entity, readonly SaidOf[]>;
}

const isOpen = ({ task }: Planned): boolean => !isDone(task);

/** A rule over tasks, with the plan as it is computed. */
export function taskRule({ code, ground = () => [], named = () => [], of = isOpen, check }: TaskRule): ProjectRule {
  const lastOf = keptAlone<Kinds, { told: Told | undefined }>(() => ({ told: undefined }));
  return {
    scope: 'project',
    code,
    reads: ({ project, asOf }) => [project.kinds, asOf, ...planGround(project), ...ground(project), ...named(project)],
    *check(world) {
      const plan = yield* planning(world);
      const last = lastOf(world.project.kinds);
      const now = ground(world.project);
      const before = last.told && isSameList(last.told.ground, now) ? last.told : undefined;
      const said = new Map(before?.said);
      const { changed, gone } = before ? changedSince(plan, before.plan) : { changed: plan.tasks, gone: [] };
      for (const { task } of gone) said.delete(task);
      let count = 0;
      for (const planned of changed) {
        if (++count % 256 === 0) yield;
        const all = of(planned) ? [...check(planned, world)] : [];
        if (all.length) said.set(planned.task, all);
        else said.delete(planned.task);
      }
      last.told = { plan, ground: now, said };
      for (const all of said.values()) yield* all;
    },
    holds: holdsForDates,
  };
}

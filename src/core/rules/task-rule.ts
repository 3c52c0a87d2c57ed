// The shape of a rule over the tasks of the plan: of the next plan only those are asked of which it says something else.
import type { Project } from '../project/project';
import { isDone } from '../project/state';
import type { World } from '../project/world';
import { changedSince, type Plan, planGround, planning } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { changingRule } from './changing-rule';
import { holdsForDates, type ProjectRule, type SaidOf } from './rule';

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

const isOpen = ({ task }: Planned): boolean => !isDone(task);

/** A rule over tasks, with the plan as it is computed. */
export const taskRule = ({ code, ground = () => [], named = () => [], of = isOpen, check }: TaskRule): ProjectRule =>
  changingRule<Plan, Planned>({
    code,
    reads: (project) => [...planGround(project), ...ground(project), ...named(project)],
    ground,
    holds: holdsForDates,
    look: planning,
    changes: (now, before) => (before ? changedSince(now, before) : { come: now.tasks, gone: [] }),
    keyOf: ({ task }) => task,
    check: (planned, _, world) => (of(planned) ? check(planned, world) : []),
  });

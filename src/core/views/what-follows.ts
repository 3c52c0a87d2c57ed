// What follows from a change of the plan: the tasks that move, what gates wait for, the forecast finish; before and after.
import { type Day, dayText } from '../base/days';
import type { Entity } from '../project/file-index';
import { keyOf, type Project } from '../project/project';
import { isDone } from '../project/state';
import { day, text } from '../project/values';
import type { Plan } from '../schedule/plan';
import type { Planned } from '../schedule/planned';
import { nameOf, spanText } from './why-date';

export interface Follow {
  readonly kind: 'task' | 'gate' | 'finish';
  /** As `kind/id`; '' for the finish of the project. */
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** It misses the day for which it is wanted. */
  readonly late: boolean;
}

const GATES = 'gates';

/** In the order of the plan, then gates, then the finish. Summaries follow from their parts and are not told. */
export function whatFollows(project: Project, before: Plan, after: Plan): readonly Follow[] {
  const old = new Map(before.tasks.map((one) => [one.task.id, one]));
  const tasks = after.tasks.flatMap((one): readonly Follow[] => {
    const was = old.get(one.task.id);
    if (one.parts.length || !was || (was.firstDay === one.firstDay && was.lastDay === one.lastDay)) return [];
    return [
      {
        kind: 'task',
        key: keyOf(one.task),
        name: nameOf(one.task),
        before: spanText(was),
        after: spanText(one),
        late: (one.totalFloat ?? 0) < 0,
      },
    ];
  });
  return [...tasks, ...gatesIn(project, before, after), ...finishOf(before, after)];
}

/** A field of a task, or else of the nearest summary that has it. */
function inherited(one: Planned, name: string): string | undefined {
  for (let up: Planned | undefined = one; up; up = up.parent) {
    const found = text(up.task.value[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function gatesIn(project: Project, before: Plan, after: Plan): readonly Follow[] {
  const gates = project.table(GATES).filter((gate) => !isDone(gate) && text(gate.value.phase) !== undefined);
  return gates.flatMap((gate): readonly Follow[] => {
    const [was, now] = [before, after].map((plan) => wantedBy(gate, plan));
    if (was === undefined || now === undefined || was === now) return [];
    const due = day(gate, 'due');
    const late = due !== undefined && now > due;
    return [{ kind: 'gate', key: keyOf(gate), name: nameOf(gate), before: dayText(was), after: dayText(now), late }];
  });
}

/** When the last task of its phase and wave is finished. */
function wantedBy({ value }: Entity, { tasks }: Plan): Day | undefined {
  const wave = text(value.wave);
  const days = tasks
    .filter((one) => !one.parts.length && inherited(one, 'phase') === value.phase)
    .filter((one) => wave === undefined || inherited(one, 'wave') === wave)
    .map(({ lastDay }) => lastDay);
  return days.length ? days.reduce((a, b) => Math.max(a, b)) : undefined;
}

function finishOf(before: Plan, after: Plan): readonly Follow[] {
  if (before.finish === undefined || after.finish === undefined || before.finish === after.finish) return [];
  const [was, now] = [dayText(before.finish), dayText(after.finish)];
  return [{ kind: 'finish', key: '', name: '', before: was, after: now, late: false }];
}

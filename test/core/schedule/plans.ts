// Plans for tests: tasks a line each, as registers of a project whose weeks have five days.
import { planOf, type Plan } from '../../../src/core/schedule/plan';
import type { Planned } from '../../../src/core/schedule/planned';
import { dayText } from '../../../src/core/base/days';
import { lookUp } from '../../../src/core/project/project';
import type { Entity } from '../../../src/core/project/file-index';
import { projectOf, worldAt } from '../support';

/** A Monday. */
const START = '2026-03-02';

/** The plan of tasks, each written as the inside of a flow mapping; other registers by their file. */
export function planFrom(
  tasks: readonly string[],
  { on = '2026-01-01', start = START, files = {} as Readonly<Record<string, string>> } = {},
) {
  const project = projectOf({
    'landfall.yaml': `landfall: 1\nname: T\nstart: ${start}\nstatus_date: ${on}\n`,
    'tasks.yaml': `kind: tasks\nitems:\n${tasks.map((one) => `  - { title: T, ${one} }\n`).join('')}`,
    ...files,
  });
  const plan = planOf(worldAt(project, on));
  const task = (id: string): Planned => plan.of(lookUp(project, 'tasks', id) as Entity) as Planned;
  return { plan, task };
}

/** Working days from the start of the plan. */
export const since = (plan: Plan, instant: number): number => {
  const origin = plan.measure.workedBy(Date.parse(START) / 86_400_000);
  return Math.round((plan.measure.workedBy(instant) - origin) * 100) / 100;
};

/** The first and the last day of a task. */
export const daysOf = ({ firstDay, lastDay }: Planned): string =>
  firstDay === lastDay ? dayText(firstDay) : `${dayText(firstDay)} ${dayText(lastDay)}`;

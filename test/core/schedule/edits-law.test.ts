// A plan after edits is the plan from scratch, whatever was kept of the one before.
import assert from 'node:assert/strict';
import { path } from '../../../src/core/model/id';
import { updated } from '../../../src/core/project/update';
import { planOf, type Plan } from '../../../src/core/schedule/plan';
import { random, type Random } from '../../fuzz/random';
import { projectOf, worldAt } from '../support';

interface Task {
  id: string;
  days: number;
  after: string[];
  parent: string;
  more: string;
}

const register = (tasks: readonly Task[]): string =>
  `kind: tasks\nitems:\n${tasks
    .map(
      ({ id, days, after, parent, more }) =>
        `  - { id: ${id}, title: T, duration: ${days}d, after: [${after.join(', ')}]${parent && `, parent: ${parent}`}${more} }\n`,
    )
    .join('')}`;

const told = (plan: Plan): readonly unknown[] => [
  plan.finish,
  plan.circles.map((one) => one.map(({ id }) => id).sort()),
  plan.tasks.map(({ task, firstDay, lastDay, totalFloat, freeFloat, critical, level, percent, links, driver }) =>
    [
      task.id,
      firstDay,
      lastDay,
      totalFloat,
      freeFloat,
      critical,
      level,
      percent,
      links.map(({ from }) => from.task.id),
      driver.kind,
    ].join(' '),
  ),
];

function edit(tasks: Task[], pick: Random): void {
  const at = pick.below(tasks.length);
  const task = tasks[at] as Task;
  const other = (): string => `T-${pick.below(12)}`;
  switch (pick.below(8)) {
    case 0:
      task.after = [other(), other()].slice(pick.below(3));
      break;
    case 1:
      task.parent = pick.below(3) ? other() : '';
      break;
    case 2:
      tasks.splice(at, 1, ...(tasks.length > 4 ? [] : [task]));
      break;
    case 3:
      tasks.splice(pick.below(tasks.length + 1), 0, {
        id: `T-${pick.below(12)}`,
        days: 1,
        after: [other()],
        parent: '',
        more: '',
      });
      break;
    case 4:
      task.more = ', percent: 50, actual_start: 2026-11-10';
      break;
    case 5:
      task.more = ', phase: build, constraint: { type: fnlt, date: 2026-11-20 }';
      break;
    case 6:
      task.more = `, formerly: [${other()}]`;
      break;
    default:
      task.days = 1 + pick.below(9);
  }
}

describe('a plan after edits', () => {
  it('is the plan from scratch, over 1,200 edits', () => {
    const unlike = worldAt(
      projectOf({ 'tasks.yaml': register([{ id: 'X', days: 1, after: [], parent: '', more: '' }]) }),
    );
    for (let seed = 1; seed <= 60; seed++) {
      const pick = random(seed);
      const tasks = Array.from(
        { length: 8 },
        (_, at): Task => ({
          id: `T-${at}`,
          days: 1 + (at % 3),
          after: at ? [`T-${at - 1}`] : [],
          parent: '',
          more: '',
        }),
      );
      let project = projectOf({ 'tasks.yaml': register(tasks) });
      planOf(worldAt(project));
      for (let step = 0; step < 20; step++) {
        edit(tasks, pick);
        const text = register(tasks);
        project = updated(project, new Map([[path('tasks.yaml'), { text }]]));
        const after = told(planOf(worldAt(project)));
        // Another plan in between leaves nothing behind to go by.
        planOf(unlike);
        assert.deepEqual(
          after,
          told(planOf(worldAt(projectOf({ 'tasks.yaml': text })))),
          `seed ${seed}, step ${step}\n${text}`,
        );
        planOf(worldAt(project));
      }
    }
  });
});

// A plan after edits is the plan from scratch, whatever was kept of the one before.
import assert from 'node:assert/strict';
import { path } from '../../../src/core/model/id';
import { updated } from '../../../src/core/project/update';
import { planOf, type Plan } from '../../../src/core/schedule/plan';
import { random } from '../../fuzz/random';
import { projectOf, worldAt } from '../support';
import { chain, edit, register } from './random-plan';

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

describe('a plan after edits', () => {
  it('is the plan from scratch, over 1,200 edits', () => {
    const unlike = worldAt(projectOf({ 'tasks.yaml': register(chain(1)) }));
    for (let seed = 1; seed <= 60; seed++) {
      const pick = random(seed);
      const tasks = chain(8);
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

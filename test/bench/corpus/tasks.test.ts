// The plan of the corpus is one that people could work by.
import assert from 'node:assert/strict';
import { planOf } from '../../../src/core/schedule/plan';
import { projectOf, worldAt } from '../../core/support';
import { generate } from './generate';

describe("the corpus's plan", () => {
  for (const entities of [1_000, 10_000, 40_000]) {
    it(`can be scheduled but for three small circles, among ${entities} entities`, () => {
      const { files } = generate(entities);
      const plan = planOf(worldAt(projectOf(Object.fromEntries([...files].filter(([file]) => /task/.test(file))))));
      assert.ok(plan.tasks.length > entities / 10);
      assert.deepEqual(
        plan.circles.map((members) => members.length).sort((a, b) => a - b),
        [2, 2, 3],
      );
      // What waits is not placed by the status date alone.
      const led = plan.tasks.filter(({ driver }) => driver.kind === 'link').length;
      assert.ok(led > plan.tasks.length / 3, `${led} of ${plan.tasks.length}`);
    });
  }
});

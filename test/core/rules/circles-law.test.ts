// Circles of references after edits are those from scratch, whatever was found before.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { checker } from '../../../src/core/check/checker';
import { path } from '../../../src/core/model/id';
import type { Project } from '../../../src/core/project/project';
import { updated } from '../../../src/core/project/update';
import { random } from '../../fuzz/random';
import { chain, edit, register } from '../schedule/random-plan';
import { projectOf, worldAt } from '../support';

const circles = (project: Project, check = checker().check): readonly unknown[] =>
  [...finish(check(worldAt(project))).findings.values()].flat().filter(({ code }) => code === 'LF105');

describe('circles after edits', () => {
  it('are those from scratch, over 1,500 edits', () => {
    let found = 0;
    for (let seed = 1; seed <= 75; seed++) {
      const pick = random(seed);
      const tasks = chain(10);
      let project = projectOf({ 'tasks.yaml': register(tasks) });
      const running = checker().check;
      circles(project, running);
      for (let step = 0; step < 20; step++) {
        edit(tasks, pick);
        const text = register(tasks);
        project = updated(project, new Map([[path('tasks.yaml'), { text }]]));
        const now = circles(project, running);
        assert.deepEqual(now, circles(projectOf({ 'tasks.yaml': text })), `seed ${seed}, step ${step}\n${text}`);
        if (now.length) found++;
      }
    }
    assert.ok(found > 300 && found < 1200, `${found} of 1,500 with circles`);
  }).timeout(120_000);
});

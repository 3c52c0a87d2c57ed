// What a change touches: the tree by hand, people who have to learn anew, days and money; circles end.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { plain } from '../../../src/core/render/ink';
import { impactJson, impactMarkdown, impactText } from '../../../src/core/render/impact';
import { lookUp, targetOf } from '../../../src/core/project/project';
import { impactOf } from '../../../src/core/views/impact';
import { type Files, filesIn, projectOf, worldAt } from '../support';

const files = filesIn(`
#- landfall.yaml
landfall: 1
name: T
currency: EUR
#- people.yaml
kind: people
items:
  - { id: a, title: Ann }
  - { id: b, title: Bea }
  - { id: gone, title: Gone, active_to: 2026-01-01 }
#- roles.yaml
kind: roles
items:
  - { id: clerk, title: Clerk, grants: [{ object: "inv*", actions: [post] }] }
  - { id: lead, title: Lead, inherits: [clerk] }
  - { id: other, title: Other }
#- objects.yaml
kind: permission-objects
items:
  - { id: invoice, title: Invoices, actions: [post] }
#- assignments.yaml
kind: assignments
items:
  - { person: a, roles: [clerk] }
  - { person: b, roles: [lead], from: 2027-01-01 }
  - { person: gone, roles: [clerk] }
#- requirements.yaml
kind: requirements
items:
  - { id: Q-1, title: Post, priority: must, status: built, owner: a }
  - { id: Q-2, title: Other, priority: must, status: built, links: [Q-1] }
#- parameters.yaml
kind: configuration
items:
  - { id: fi.limit, title: Limit, type: number, value: 1, requirement: Q-1 }
  - { id: fi.rate, title: Rate, type: number, value: 1, requirement: Q-1 }
#- tests.yaml
kind: tests
items:
  - { id: TC-1, title: Post it, type: uat, covers: [Q-1], role: clerk, expected: x }
  - { id: TC-2, title: Rate it, type: unit, covers: [fi.rate], expected: x }
#- runs.yaml
kind: test-runs
items:
  - { test: TC-1, date: 2026-11-10, by: a, result: pass }
#- courses.yaml
kind: courses
items:
  - { id: CRS-1, title: Posting, audience: operator, roles: [clerk], scenario: TC-1, certification: true, pass_mark: 60 }
#- sessions.yaml
kind: training-sessions
items:
  - { course: CRS-1, date: 2026-11-05, status: held, attendance: [{ person: a, score: 70 }] }
  - { course: CRS-1, date: 2026-12-05, status: planned }
#- tasks.yaml
kind: tasks
items:
  - { id: T-1, title: Build, effort: 3d, budget: 100.10, blocked_by: [Q-1] }
  - { id: T-2, title: Then, effort: 1w, budget: 0.20, after: [T-1, T-3] }
  - { id: T-3, title: And again, effort: 4h, after: [T-2] }
  - { id: T-4, title: Done, effort: 9d, budget: 999, after: [T-1], actual_finish: 2026-11-01 }
#- changes.yaml
kind: change-requests
items:
  - { id: CR-1, title: Limits, requested_by: a, requested_on: 2026-10-01, reason: X, status: submitted, covers: ["configuration/fi.l*"], cost: 84000, delay: 14d }
  - { id: CR-2, title: Nothing yet, requested_by: a, requested_on: 2026-10-01, reason: X, status: submitted }
`);

function impactIn(given: Files, id: string) {
  const world = worldAt(projectOf(given));
  const { kind, id: name } = targetOf(world.project.kinds, id);
  return finish(impactOf(world, lookUp(world.project, kind?.name ?? '', name) ?? assert.fail(id)));
}

const tree = (id: string, given = files): readonly string[] =>
  impactText(impactIn(given, id), 'en', plain).split('\n\n')[1]?.trimEnd().split('\n') ?? [];

describe('the impact of a change', () => {
  it('goes from a requirement to its parameters, tests, courses and tasks; what happened is not touched', () => {
    assert.deepEqual(tree('requirements/Q-1'), [
      'requirements/Q-1 Post',
      '  requirements/Q-2 Other (Links)',
      '  configuration/fi.limit Limit (Requirement)',
      '  configuration/fi.rate Rate (Requirement)',
      '    tests/TC-2 Rate it (Covers)',
      '  tests/TC-1 Post it (Covers)',
      '    courses/CRS-1 Posting (Scenario)',
      '      training-sessions/CRS-1@2026-12-05 CRS-1 2026-12-05 (Course)',
      '  tasks/T-1 Build (Blocked by)',
      '    tasks/T-2 Then (After)',
      '      tasks/T-3 And again (After)',
      '    tasks/T-4 Done (After) done',
    ]);
  });

  it('adds up who learns anew, days and money of what is open', () => {
    const { summary } = impactJson(impactIn(files, 'requirements/Q-1'), 'en');
    assert.deepEqual(summary.roles, ['clerk']);
    assert.deepEqual(summary.retrain, [
      { person: 'a', courses: ['CRS-1'], passed: true },
      { person: 'b', courses: ['CRS-1'], passed: false },
    ]);
    // What only comes later in the plan is no more work.
    assert.deepEqual([summary.effortDays, summary.budget], [3, 100.1]);
  });

  it('of a change request is that of what it covers: a parameter touches its requirement and the tests that prove it', () => {
    assert.deepEqual(tree('change-requests/CR-1').slice(0, 4), [
      'configuration/fi.limit Limit',
      '  requirements/Q-1 Post (Requirement)',
      '    tests/TC-1 Post it (Covers)',
      '      courses/CRS-1 Posting (Scenario)',
    ]);
    assert.ok(!tree('change-requests/CR-1').some((one) => one.includes('fi.rate')), 'not its siblings');
    const text = impactText(impactIn(files, 'change-requests/CR-1'), 'en', plain);
    assert.match(text, /Delay asked for: 14d\nCost asked for: 84,000\.00 EUR\n/);
    assert.match(text, /People to train anew: 2, 1 of whom had passed \(Ann, Bea\)/);
    assert.match(impactMarkdown(impactIn(files, 'change-requests/CR-1'), 'zh-cn'), /申请的延期：14d/);
    assert.match(impactText(impactIn(files, 'change-requests/CR-2'), 'en', plain), /Nothing else rests on it\./);
  });

  it('of a permission object reaches the roles that grant it by a pattern, and what they are taught', () => {
    const found = tree('permission-objects/invoice');
    assert.equal(found[1], '  roles/clerk Clerk (Role)');
    assert.ok(found.some((one) => one.includes('roles/lead')) && found.some((one) => one.includes('courses/CRS-1')));
    assert.ok(!found.some((one) => one.includes('roles/other')));
  });

  it('takes 10,000 tasks in a row', () => {
    const tasks = Array.from(
      { length: 10_000 },
      (_, at) => `  - { id: T-${at}, title: x, after: [T-${(at + 9_999) % 10_000}] }\n`,
    );
    const impact = impactIn({ 'tasks.yaml': `kind: tasks\nitems:\n${tasks.join('')}` }, 'tasks/T-0');
    assert.equal(impact.touched.length, 9_999);
    assert.equal(impactText(impact, 'en', plain).split('\n').at(-2)?.trim(), 'tasks/T-9999 x (After)');
  });
});

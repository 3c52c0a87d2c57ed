// Metrics of traceability with numbers worked out by hand.
import assert from 'node:assert/strict';
import { filesIn } from '../support';
import { shown } from './shown';

const files = filesIn(`
#- requirements.yaml
kind: requirements
items:
  - { id: Q-1, title: Whole, type: functional, fit: configuration, module: fi, priority: must, status: built }
  - { id: Q-2, title: Standard, type: functional, fit: standard, module: fi, priority: must, status: confirmed }
  - { id: Q-3, title: Report, type: report, fit: extension, module: mm, priority: must, status: confirmed }
  - { id: Q-4, title: Fast, type: nonfunctional, module: mm, priority: must, status: verified }
  - { id: Q-5, title: Draft, type: functional, priority: must, status: draft }
#- modules.yaml
kind: modules
items:
  - { id: fi, title: FI, in_scope: true }
  - { id: mm, title: MM, in_scope: true }
#- parameters.yaml
kind: configuration
items:
  - { id: fi.limit, title: Limit, type: number, value: 1, requirement: Q-1 }
#- tests.yaml
kind: tests
items:
  - { id: TC-1, title: A, type: uat, covers: [Q-1], expected: x }
  - { id: TC-2, title: B, type: uat, covers: [Q-2, Q-3], expected: x }
  - { id: TC-3, title: C, type: performance, covers: [Q-4], expected: x }
#- actions.yaml
kind: actions
items:
  - { id: A-1, title: Ask, owner: a, due: 2026-12-01, from: Q-3 }
#- courses.yaml
kind: courses
items:
  - { id: CRS-1, title: A, audience: operator, scenario: TC-1 }
`);

describe('metrics of traceability', () => {
  const figures: readonly (readonly [string, string])[] = [
    // owe it: the standard needs no setting, and an action is none.
    ['trace.configured', '50.0 %'],
    ['trace.tested', '100.0 %'],
    // owe it.
    ['trace.trained', '50.0 %'],
    // of four.
    ['trace.complete', '50.0 %'],
    ['trace.complete{module=fi}', '50.0 %'],
    ['trace.configured{module=fi}', '100.0 %'],
  ];
  for (const [metric, value] of figures) it(`${metric} is ${value}`, () => assert.equal(shown(metric, files), value));
});

// What the tests of LF4 share: a few registers, the check of their fixtures, what fixes make of a file.
import assert from 'node:assert/strict';
import { fixes } from '../../../src/core/features/fixes';
import { tell } from '../../../src/core/messages/message';
import { path } from '../../../src/core/model/id';
import { applyEdits } from '../../../src/core/syntax/edit';
import { check as checkAll, filesIn, findingsOf, projectOf } from '../support';

const BASE = `
#- objects.yaml
kind: permission-objects
items:
  - { id: po, title: Orders, actions: [create, approve, view], scopes: [own, company], sensitive_actions: [approve] }
  - { id: pay, title: Payments, actions: [run, view] }
#- orgs.yaml
kind: org-units
items: [{ id: fin, title: Finance }, { id: ops, title: Operations }]
#- people.yaml
kind: people
items:
  - { id: ann, title: Ann, org: fin }
  - { id: bob, title: Bob, org: fin }
`;
export const ROLES = `
#- roles.yaml
kind: roles
items:
  - { id: buyer, title: Buyer, grants: [{ object: po, actions: [create] }] }
  - { id: approver, title: Approver, grants: [{ object: po, actions: [approve] }] }
`;
export const RULE = `
#- rules.yaml
kind: sod-rules
items:
  - id: SOD-1
    title: Orders
    risk: high
    conflict: ['po:create', 'po:approve']
`;

const whole = (...parts: readonly string[]): string => parts.map((one) => one.replace(/^\n/, '')).join('');
export const check = (only: RegExp, ...parts: readonly string[]): void =>
  checkAll(`\n${whole(BASE, ...parts)}`, { only });

/** What the fixes of a code make of a file, the first of each title. */
export function fixed(code: string, file: string, ...parts: readonly string[]): readonly string[] {
  const project = projectOf(filesIn(whole(BASE, ...parts)));
  const finding = findingsOf(project).find((one) => one.code === code);
  assert.ok(finding, code);
  return fixes(project, finding, 'en')
    .filter((one) => one.path === file && !tell(one.title, 'en').startsWith('Suppress'))
    .map((one) => applyEdits(project.files.get(path(file))?.text ?? '', one.edits));
}

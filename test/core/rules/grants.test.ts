// LF41 to LF43, roles, assignments and access tests: a marked fixture for each rule, and what its quick fix does.
import assert from 'node:assert/strict';
import { check, fixed, ROLES } from './access-fixtures';

describe('rules about access', () => {
  it('LF410: actions and scopes that are not declared, with the nearest', () => {
    const roles = `
#- roles.yaml
kind: roles
items:
  - { id: a, title: A, grants: [{ object: po, actions: [aprove] }, { object: po, actions: [view], scope: compny }] }
`;
    check(
      /LF41[01]/,
      `
#- roles.yaml
kind: roles
items:
  - { id: a, title: A, grants: [{ object: po, actions: [aprove] }, { object: po, actions: [view], scope: compny }] }
  #                                                     ^^^^^^ LF410 po has no action "aprove"; it has create, approve, view.
  #                                                                                                      ^^^^^^ LF410 po has no scope "compny"; it has own, company.
  - { id: b, title: B, grants: [{ object: "xx.*", actions: [view] }] }
  #                                       ^^^^^^ LF411 \`xx.*\` matches no permission object.
#- rules.yaml
kind: sod-rules
items:
  - { id: SOD-1, title: A, risk: high, conflict: ['po:creat', 'pay:run'] }
  #                                               ^^^^^^^^^^ LF410 po has no action "creat"; it has create, approve, view.
#- tests.yaml
kind: access-tests
items:
  - { id: AT-1, title: T, role: a, can: ['po:view@all'] }
  #                                      ^^^^^^^^^^^^^ LF410 po has no scope "all"; it has own, company.
`.replace('                                       ^^^^^^ LF411', '                                       ^^^^^^ LF411'),
    );
    assert.match(fixed('LF410', 'roles.yaml', roles)[0] ?? '', /actions: \[approve\]/);
  });

  it('LF412 and LF413: wildcards', () => {
    const roles = `
#- roles.yaml
kind: roles
items:
  - { id: a, title: A, grants: [{ object: po, actions: "*" }] }
  #                                                    ^^^ LF412 "*" on po gives po:approve, which are sensitive and must be granted by name.
  - { id: b, title: B, grants: [{ object: "*", actions: [view] }] }
  #                                       ^^^ LF413 \`*\` grants on all 2 permission objects, and on every one that is added later.
`;
    check(/LF41[0-4]/, roles);
    assert.match(fixed('LF412', 'roles.yaml', roles)[0] ?? '', /actions: \[create, approve, view\]/);
  });

  it('LF420 to LF422: members, cardinality, prerequisites', () =>
    check(
      /LF42/,
      `
#- roles.yaml
kind: roles
items:
  - { id: buyer, title: Buyer, max_members: 1, grants: [{ object: po, actions: [create] }] }
  #                                         ^ LF421 buyer is held by more people than may in prod from 2026-12-01: 2, not 1.
  - { id: chief, title: Chief, requires: [buyer], grants: [{ object: po, actions: [approve] }] }
  - { id: idle, title: Idle, grants: [{ object: pay, actions: [run] }] }
  #       ^^^^ LF420 Nobody holds the role idle.
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer], approved_by: bob }
  - { person: bob, roles: [buyer], from: 2026-12-01, approved_by: ann }
  - { person: bob, roles: [chief], to: 2026-11-30, approved_by: ann }
  #                        ^^^^^ LF422 Bob must hold buyer before chief.
`,
    ));

  it('LF423 to LF426 and LF428: approval, dates, people who left or belong nowhere', () =>
    check(
      /LF42/,
      `
#- roles.yaml
kind: roles
items:
  - { id: buyer, title: Buyer, grants: [{ object: po, actions: [create], scope: own }] }
#- more.yaml
kind: people
items:
  - { id: cy, title: Cy, org: fin, active_to: 2026-06-30 }
  - { id: dee, title: Dee }
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer] }
  #   ^^^^^^ LF423 Nobody approved this assignment of Ann.
  - { person: ann, roles: [buyer], approved_by: ann }
  #                                             ^^^ LF423 Ann approved their own assignment.
  - { person: bob, roles: [buyer], from: 2026-12-01, to: 2026-11-20, approved_by: ann }
  #                                                      ^^^^^^^^^^ LF424 The assignment of Bob ends on 2026-11-20, before it begins on 2026-12-01; whether it is in force is not known.
  - { person: bob, roles: [buyer], from: 2026-01-01, to: 2026-02-20, approved_by: ann }
  #                                                      ^^^^^^^^^^ LF425 The assignment of Bob to buyer is over since 2026-02-20. Remove it, or renew it.
  - { person: cy, roles: [buyer], approved_by: ann }
  #           ^^ LF426 Cy left on 2026-06-30 and still holds roles.
  - { person: dee, roles: [buyer], approved_by: ann }
  #           ^^^ LF428 Dee belongs to no organisation and the assignment names none, so how far its scopes reach is not known.
`,
    ));

  it('LF429: people who work somewhere else', () =>
    check(
      /LF429/,
      `
#- roles.yaml
kind: roles
items:
  - { id: buyer, title: Buyer, grants: [{ object: po, actions: [create], scope: own }] }
#- more.yaml
kind: org-units
items: [{ id: shop, title: Shop, parent: ops }]
#- robots.yaml
kind: people
items: [{ id: robot, title: Robot, type: service, org: fin }, { id: cy, title: Cy, org: shop }]
#- environments.yaml
kind: environments
items: [{ id: uat, title: UAT, tier: test }]
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer], orgs: [fin] }
  - { person: ann, roles: [buyer], orgs: [ops] }
  #                                      ^^^^^ LF429 Ann works in Finance, and this assignment is for Operations. Did Ann move?
  - { person: ann, roles: [buyer], orgs: [ops], to: 2027-03-31 }
  - { person: ann, roles: [buyer], orgs: [ops], environment: uat }
  - { person: ann, roles: [buyer], orgs: [fin, ops] }
  - { person: robot, roles: [buyer], orgs: [ops] }
  - { person: cy, roles: [buyer], orgs: [ops] }
`,
    ));

  it('LF427: untrained people in production', () =>
    check(
      /LF42/,
      ROLES,
      `
#- courses.yaml
kind: courses
items: [{ id: CRS-1, title: Orders, audience: operator, roles: [buyer], pass_mark: 60 }]
#- sessions.yaml
kind: training-sessions
items: [{ course: CRS-1, date: 2026-10-01, attendance: [{ person: ann, score: 80 }, { person: bob, score: 40 }] }]
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer, approver], approved_by: bob }
  - { person: bob, roles: [buyer], approved_by: ann }
  #                        ^^^^^ LF427 Bob holds buyer in production and has not passed CRS-1.
`,
    ));

  it('LF430: access tests', () =>
    check(
      /LF43/,
      ROLES,
      `
#- tests.yaml
kind: access-tests
items:
  - { id: AT-1, title: T, role: buyer, can: ['po:create@own', 'po:approve'], cannot: ['pay:run', 'po:create@company'] }
  #                                                           ^^^^^^^^^^^^ LF430 buyer cannot: po:approve.
  #                                                                                              ^^^^^^^^^^^^^^^^^^^ LF430 buyer can, and must not: po:create@company.
  - { id: AT-2, title: T, person: ann, can: ['po:create'] }
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer], from: 2027-01-01, approved_by: bob }
`,
    ));
});

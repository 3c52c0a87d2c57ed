// LF40, separation of duties: a marked fixture for each rule, and what its quick fix does.
import assert from 'node:assert/strict';
import { check, fixed, ROLES, RULE } from './access-fixtures';

describe('rules of separation of duties', () => {
  it('LF401: across assignments, at the role that came last', () =>
    check(
      /LF40[123]/,
      ROLES,
      RULE,
      `
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer], orgs: [fin], approved_by: bob }
  - { person: ann, roles: [approver], approved_by: bob }
  #                        ^^^^^^^^ LF401 Ann breaks SOD-1 "Orders": po:create, po:approve together, in prod, Finance.
  - { person: bob, roles: [buyer], orgs: [fin], approved_by: ann }
  - { person: bob, roles: [approver], orgs: [ops], approved_by: ann }
`,
    ));

  it('LF401: with a skeleton of a waiver', () => {
    const assignments = `
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer, approver] }
`;
    const [text] = fixed('LF401', 'rules.yaml', ROLES, RULE, assignments);
    assert.equal(
      text,
      `${RULE.replace(/^\n#.*\n/, '')}    waivers:\n      - person: ann\n        reason:\n        expires:\n        approved_by:\n`,
    );
    const more = `    waivers:\n      - { person: bob, reason: x, expires: 2027-01-01, approved_by: ann }\n`;
    const [longer] = fixed('LF401', 'rules.yaml', ROLES, RULE + more, assignments);
    assert.ok(
      longer?.endsWith(`${more}      - person: ann\n        reason:\n        expires:\n        approved_by:\n`),
      longer,
    );
  });

  it('LF401 and LF402: with a narrower scope, where that alone ends the conflict', () => {
    const roles = (scope: string) => `
#- roles.yaml
kind: roles
items:
  - id: buyer
    title: Buyer
    grants: [{ object: po, actions: [create, view]${scope} }]
  - { id: payer, title: Payer, grants: [{ object: pay, actions: [run] }] }
`;
    const rule = (text: string) => `
#- rules.yaml
kind: sod-rules
items: [{ id: SOD-1, title: Orders, risk: high, conflict: [${text}] }]
`;
    const assignments = `
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer, payer] }
`;
    const narrowed = roles(', scope: own').replace(/^\n#.*\n/, '');
    const byScope = rule("'po:create@company', 'pay:run'");
    for (const scope of ['', ', scope: company'])
      assert.deepEqual(fixed('LF401', 'roles.yaml', roles(scope), byScope, assignments), [narrowed]);
    assert.deepEqual(fixed('LF401', 'roles.yaml', roles(''), rule("'po:create', 'pay:run'"), assignments), []);
    const both = roles('').replace('[run] }', '[run] }, { object: po, actions: [create] }');
    assert.deepEqual(fixed('LF402', 'roles.yaml', both, byScope, assignments).length, 1);
    // Two ways lead to the function: narrowing one of them ends nothing.
    const more = `#- more.yaml\nkind: roles\nitems: [{ id: clerk, title: Clerk, grants: [{ object: po, actions: [create] }] }]\n`;
    const three = assignments.replace('payer]', 'payer, clerk]');
    assert.deepEqual(fixed('LF401', 'roles.yaml', roles(''), more, byScope, three), []);
  });

  it('LF402: inside one role, where it begins', () =>
    check(
      /LF40[123]/,
      RULE,
      `
#- roles.yaml
kind: roles
items:
  - { id: buyer, title: Buyer, grants: [{ object: po, actions: [create] }] }
  - { id: chief, title: Chief, inherits: [buyer], grants: [{ object: po, actions: [approve] }] }
  #       ^^^^^ LF402 The role chief breaks SOD-1 "Orders" by itself: po:approve, po:create. People who hold all of it by this role: 1.
  - { id: head, title: Head, inherits: [chief] }
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [head] }
`,
    ));

  it('LF403: a conflict to come', () =>
    check(
      /LF40[123]/,
      ROLES,
      RULE,
      `
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer] }
  - { person: ann, roles: [approver], from: 2027-01-01 }
  #                        ^^^^^^^^ LF403 Ann will break SOD-1 "Orders" from 2027-01-01: po:create, po:approve together, in prod, everywhere.
`,
    ));

  it('LF404: waivers that are void, and LF405: one without a conflict', () =>
    check(
      /LF40[145]/,
      ROLES,
      RULE,
      `
    waivers:
      - { person: ann, reason: x, expires: 2026-10-01, approved_by: bob }
      #                                    ^^^^^^^^^^ LF404 The waiver of SOD-1 for ann is void: expired.
      - { person: ann, reason: x, expires: 2027-01-01, approved_by: ann }
      #                                                             ^^^ LF404 The waiver of SOD-1 for ann is void: approved by who profits from it.
      - { person: ann, reason: x, expires: 2027-01-01, approved_by: bob, mitigation: { every: 1w, last: 2026-11-01 } }
      #                                                                                                 ^^^^^^^^^^ LF404 The waiver of SOD-1 for ann is void: its mitigating check is overdue.
      - { person: bob, reason: x, expires: 2027-01-01, approved_by: ann }
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ LF405 bob has no conflict with SOD-1, so there is nothing to waive.
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer, approver] }
  #                               ^^^^^^^^ LF401 Ann breaks SOD-1 "Orders": po:create, po:approve together, in prod, everywhere.
`,
    ));

  it('LF406: a rule that only the system can keep, and nothing proves', () =>
    check(
      /LF40/,
      ROLES,
      RULE,
      `
    kind: same-document
    enforced_by: fi.block
    #            ^^^^^^^^ LF406 SOD-1 is to be kept by the system, which nothing proves: no test covers it. People who hold its functions together: 1.
#- config.yaml
kind: configuration
items: [{ id: fi.block, title: Block, type: boolean, value: true }]
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [buyer, approver] }
`,
    ));

  it('LF407: rules that cannot be meant', () =>
    check(
      /LF40/,
      ROLES,
      `
#- rules.yaml
kind: sod-rules
items:
  - { id: SOD-1, title: A, risk: high, conflict: ['po:create', 'po:approve'], at_most: 2 }
  #                                                                                    ^ LF407 SOD-1 can never be broken: it has 2 different functions and allows 2.
  - { id: SOD-2, title: B, risk: high, conflict: [['po:create', 'po:view'], ['po:view', 'pay:run']] }
  #                                                                         ^^^^^^^^^^^^^^^^^^^^^^ LF407 SOD-2 is in conflict with itself: one permission is both "po:create | po:view" and "po:view | pay:run".
`,
    ));

  it('bad input is found, and hides no conflict', () =>
    check(
      /LF(?:1|4[012])/,
      `
#- roles.yaml
kind: roles
items:
  - { id: a, title: A, inherits: [b], grants: [{ object: po, actions: [create] }] }
  #       ^ LF402 The role a breaks SOD-1 "Orders" by itself: po:create, po:approve. People who hold all of it by this role: 1.
  #                               ^ LF105 These refer to each other in a circle: a → b → a.
  - { id: b, title: B, inherits: [a], grants: [{ object: po, actions: [approve] }, { object: nothing, actions: [run] }] }
  #       ^ LF402 The role b breaks SOD-1 "Orders" by itself: po:approve, po:create. People who hold all of it by this role: 1.
  #                                                                                          ^^^^^^^ LF101 No Permission object has the id "nothing".
`,
      RULE,
      `
#- assignments.yaml
kind: assignments
items:
  - { person: who, roles: [a], approved_by: bob }
  #           ^^^ LF101 No Person has the id "who".
`,
    ));
});

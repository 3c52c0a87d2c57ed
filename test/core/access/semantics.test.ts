// What access control means, by hand-worked cases: the hierarchy of Ferraiolo et al. 2001 (sections 3.2 and 4.2), and
// what goes beyond it: denials, nested scopes, conditions, organisations, dates.
import assert from 'node:assert/strict';
import { derive } from '../../../src/core/access/derive';
import { permission } from '../../../src/core/access/objects';
import { type Ask, effective, whoCan } from '../../../src/core/access/effective';
import { assignmentOf } from '../../../src/core/access/facts';
import { type AccessModel, accessOf, supposing } from '../../../src/core/access/model';
import { extentOf } from '../../../src/core/access/reach';
import { filesIn, projectOf } from '../support';

const OBJECTS = `
#- objects.yaml
kind: permission-objects
items:
  - { id: payment, title: Payments, actions: [propose, approve, view], scopes: [own, department, company] }
  - { id: journal, title: Journals, actions: [post, view], scopes: [own, department, company] }
  - { id: fi.asset, title: Assets, actions: [scrap, view] }
#- orgs.yaml
kind: org-units
items:
  - { id: group, title: Group }
  - { id: plant, title: Plant, parent: group }
  - { id: shop, title: Shop, parent: plant }
  - { id: branch, title: Branch, parent: group }
`;

const modelOf = (fixture: string): AccessModel => accessOf(projectOf(filesIn(OBJECTS + fixture.replace(/^\n/, ''))));

/** `object:action@scope`, with a `?` behind what is not certain; a scope only perhaps reached stands behind a `?`. */
function said(model: AccessModel, id: string, ask: Ask = {}): readonly string[] {
  const role = model.design.role(id);
  return effective(model, role ? { kind: 'role', role } : { kind: 'person', id }, ask)
    .map(({ permission, reach, orgs }) => {
      const { sure, perhaps, denied } = extentOf(reach);
      const scope = (level: number): string => permission.object.scopes[level - 1] ?? '*';
      const to = [sure ? scope(sure) : '', perhaps > sure ? `?${scope(perhaps)}` : ''].join('') || 'none';
      const without = denied && perhaps ? ` but ${scope(denied)}` : '';
      return `${permission.name}@${to}${without}${orgs ? ` in ${orgs.join('+')}` : ''}`;
    })
    .sort();
}

describe('role hierarchies', () => {
  const diamond = `
#- roles.yaml
kind: roles
items:
  - { id: head, title: Head, inherits: [left, right] }
  - { id: left, title: Left, inherits: [base], grants: [{ object: payment, actions: [propose], scope: own }] }
  - { id: right, title: Right, inherits: [base], grants: [{ object: payment, actions: [propose], scope: department }] }
  - { id: base, title: Base, grants: [{ object: journal, actions: [view] }] }
`;
  it('a senior has what its juniors have, by each way once', () => {
    const model = modelOf(diamond);
    assert.deepEqual(said(model, 'head'), ['journal:view@company', 'payment:propose@department']);
    const [head, journal] = [model.design.role('head'), model.design.object('journal')];
    assert.ok(head && journal);
    const { grants } = derive(model, { kind: 'role', role: head }, permission(journal, 'view'));
    assert.deepEqual(
      grants.map(({ roles }) => roles.map(({ id }) => id)),
      [['head', 'left', 'base']],
    );
  });
  it('a junior has nothing of its seniors', () =>
    assert.deepEqual(said(modelOf(diamond), 'base'), ['journal:view@company']));
  it('roles in a circle have the same', () => {
    const model = modelOf(`
#- roles.yaml
kind: roles
items:
  - { id: a, title: A, inherits: [b], grants: [{ object: payment, actions: [view] }] }
  - { id: b, title: B, inherits: [a], grants: [{ object: journal, actions: [view] }] }
`);
    assert.deepEqual(said(model, 'a'), said(model, 'b'));
    assert.equal(said(model, 'a').length, 2);
  });
  it('a chain of 10,000 roles is no deeper than it is long', () => {
    const roles = Array.from(
      { length: 10_000 },
      (_, at) =>
        `  - { id: r${at}, title: R, ${at ? `inherits: [r${at - 1}]` : 'grants: [{ object: "*", actions: "*" }]'} }`,
    );
    const model = modelOf(`\n#- roles.yaml\nkind: roles\nitems:\n${roles.join('\n')}\n`);
    assert.equal(said(model, 'r9999').length, 7);
    const [last, payment] = [model.design.role('r9999'), model.design.object('payment')];
    assert.ok(last && payment);
    const [way] = derive(model, { kind: 'role', role: last }, permission(payment, 'view')).grants;
    assert.equal(way?.roles.length, 10_000);
  });
});

describe('denials, scopes and conditions', () => {
  const roles = `
#- roles.yaml
kind: roles
items:
  - { id: clerk, title: Clerk, grants: [{ object: payment, actions: "*", scope: company }] }
  - { id: careful, title: Careful, inherits: [clerk], denies: [{ object: payment, actions: [propose] }] }
  - { id: outsider, title: Outsider, inherits: [clerk], denies: [{ object: payment, actions: [approve], scope: department }] }
  - { id: limited, title: Limited, grants: [{ object: payment, actions: [approve], scope: department }, { object: payment, actions: [approve], scope: company, when: below 500 }] }
  - { id: barred, title: Barred, inherits: [clerk], denies: [{ object: payment, actions: [approve], when: in December }] }
  - { id: all, title: All, grants: [{ object: "*", actions: "*" }] }
  - { id: fi, title: Fi, grants: [{ object: "fi.*", actions: [view] }] }
  - { id: odd, title: Odd, grants: [{ object: payment, actions: [view], scope: galaxy }] }
#- people.yaml
kind: people
items: [{ id: ann, title: Ann }, { id: bob, title: Bob }, { id: cy, title: Cy }]
#- assignments.yaml
kind: assignments
items:
  - { person: ann, roles: [clerk] }
  - { person: ann, roles: [careful], orgs: [plant] }
  - { person: bob, roles: [fi], orgs: [plant], from: 2026-01-01, to: 2026-06-30 }
  - { person: bob, roles: [clerk], environment: uat }
  - { person: cy, roles: [fi], from: 2026-06-30, to: 2026-01-01 }
`;
  it('a denial overrides an inherited grant, and is inherited itself', () =>
    assert.deepEqual(said(modelOf(roles), 'careful'), [
      'payment:approve@company',
      'payment:propose@none',
      'payment:view@company',
    ]));
  it('a denial takes away its own scope and the narrower ones', () =>
    assert.ok(said(modelOf(roles), 'outsider').includes('payment:approve@company but department')));
  it('a condition leaves open what no other grant gives', () =>
    assert.deepEqual(said(modelOf(roles), 'limited'), ['payment:approve@department?company']));
  it('a conditional denial leaves open what it may take', () =>
    assert.ok(said(modelOf(roles), 'barred').includes('payment:approve@?company')));
  it('wildcards mean what is declared', () => {
    assert.equal(said(modelOf(roles), 'all').length, 7);
    assert.deepEqual(said(modelOf(roles), 'fi'), ['fi.asset:view@*']);
  });
  it('a scope that the object lacks may reach anywhere', () =>
    assert.deepEqual(said(modelOf(roles), 'odd'), ['payment:view@?company']));

  it('a denial in one organisation leaves the others alone, and holds below it', () => {
    const model = modelOf(roles);
    assert.ok(said(model, 'ann', { org: 'branch' }).includes('payment:propose@company in branch'));
    for (const org of ['plant', 'shop'])
      assert.ok(said(model, 'ann', { org }).includes(`payment:propose@none in ${org}`));
    assert.ok(said(model, 'ann').includes('payment:propose@company'));
  });
  it('an assignment holds in its environment, on its days, in its organisation', () => {
    const model = modelOf(roles);
    assert.deepEqual(said(model, 'bob', { on: '2026-06-30' }), ['fi.asset:view@* in plant']);
    assert.deepEqual(said(model, 'bob', { on: '2026-07-01' }), []);
    assert.deepEqual(said(model, 'bob', { on: '2026-06-30', org: 'group' }), []);
    assert.equal(said(model, 'bob', { environment: 'uat' }).length, 3);
  });
  it('reversed dates leave open whether the assignment is in force', () =>
    assert.deepEqual(said(modelOf(roles), 'cy', { on: '2026-03-01' }), ['fi.asset:view@?*']));
  it('who can, by scope', () => {
    const model = modelOf(roles);
    const payment = model.design.object('payment');
    assert.ok(payment);
    const propose = permission(payment, 'propose');
    assert.deepEqual(
      whoCan(model, propose, {}, 3).map(({ person, orgs }) => [person, orgs]),
      [['ann', undefined]],
    );
  });
  it('what would be, if somebody were assigned something more', () => {
    const model = modelOf(roles);
    const [one] = model.assignments;
    assert.ok(one?.entity && assignmentOf(one.entity) === one);
    const after = supposing(model, [...model.assignments, { ...one, entity: undefined, person: 'dee' }]);
    assert.equal(said(model, 'dee').length, 0);
    assert.equal(said(after, 'dee').length, 3);
  });
});

// Separation of duty by hand-worked cases: the constraints of Ferraiolo et al. 2001 (sections 3.3 and 4.3), and what goes
// beyond them: permissions and groups as functions, organisations, dates, waivers, rules that only the system can keep.
import assert from 'node:assert/strict';
import { finish } from '../../../src/core/base/work';
import { conflictsOf } from '../../../src/core/access/conflicts';
import { explain, isOfRole } from '../../../src/core/access/evidence';
import { remedies } from '../../../src/core/access/remedies';
import { standingOf } from '../../../src/core/access/standing';
import type { Project } from '../../../src/core/project/project';
import { filesIn, projectOf } from '../support';

const BASE = `
#- objects.yaml
kind: permission-objects
items:
  - { id: po, title: Orders, actions: [create, approve], scopes: [department, company] }
  - { id: gr, title: Receipts, actions: [post] }
  - { id: pay, title: Payments, actions: [run] }
#- orgs.yaml
kind: org-units
items:
  - { id: group, title: Group }
  - { id: plant, title: Plant, parent: group }
  - { id: branch, title: Branch, parent: group }
#- people.yaml
kind: people
items: [{ id: ann, title: Ann }, { id: bob, title: Bob }, { id: cy, title: Cy }]
#- roles.yaml
kind: roles
items:
  - { id: buyer, title: Buyer, grants: [{ object: po, actions: [create], scope: department }] }
  - { id: approver, title: Approver, grants: [{ object: po, actions: [approve] }] }
  - { id: store, title: Store, grants: [{ object: gr, actions: [post] }] }
  - { id: cashier, title: Cashier, grants: [{ object: pay, actions: [run] }] }
  - { id: chief, title: Chief, inherits: [buyer, approver] }
  - { id: head, title: Head, inherits: [chief] }
`;

const project = (more: string): Project => projectOf(filesIn(BASE + more.replace(/^\n/, '')));

const rule = (text: string): string => `
#- rules.yaml
kind: sod-rules
items:
  - { id: SOD-1, title: Rule, risk: high, ${text} }
`;

const assigned = (...all: readonly string[]): string =>
  `#- assignments.yaml\nkind: assignments\nitems:\n${all.map((one) => `  - { ${one} }\n`).join('')}`;

function said(of: Project): readonly string[] {
  const all = finish(conflictsOf(of));
  return [...all.roles, ...all.people].map((one) => {
    const functions = one.held.map(({ of: { names } }) => names.join('|')).join(' + ');
    const who = isOfRole(one) ? `role ${one.role.id}` : `${one.person} in ${one.org ?? 'all'} of ${one.environment}`;
    const time = isOfRole(one) ? '' : ` ${one.from ?? ''}..${one.to ?? ''}`;
    return `${who}${time}: ${functions}${one.answer === 'unknown' ? '?' : ''}`;
  });
}

const ORDERS = rule("conflict: ['po:create', 'po:approve']");

describe('separation of duty', () => {
  it('across assignments', () =>
    assert.deepEqual(
      said(project(ORDERS + assigned('person: ann, roles: [buyer]', 'person: ann, roles: [approver]'))),
      ['role chief: po:create + po:approve', 'ann in all of prod ..: po:create + po:approve'],
    ));
  it('through inheritance, told of the role where it begins', () =>
    assert.deepEqual(said(project(ORDERS + assigned('person: ann, roles: [head]'))), [
      'role chief: po:create + po:approve',
      'ann in all of prod ..: po:create + po:approve',
    ]));
  it('not across environments, organisations or days that do not meet', () => {
    const parts = [
      'person: ann, roles: [buyer], orgs: [plant]',
      'person: ann, roles: [approver], orgs: [branch]',
      'person: bob, roles: [buyer], to: 2026-03-31',
      'person: bob, roles: [approver], from: 2026-04-01',
      'person: cy, roles: [buyer]',
      'person: cy, roles: [approver], environment: uat',
    ];
    assert.deepEqual(said(project(ORDERS + assigned(...parts))), ['role chief: po:create + po:approve']);
  });
  it('where they overlap: below the unit of one, while both are in force', () =>
    assert.deepEqual(
      said(
        project(
          ORDERS +
            assigned(
              'person: ann, roles: [buyer], orgs: [group], from: 2026-01-01, to: 2026-06-30',
              'person: ann, roles: [approver], orgs: [plant], from: 2026-03-01',
            ),
        ),
      ).slice(1),
      ['ann in plant of prod 2026-03-01..2026-06-30: po:create + po:approve'],
    ));
  it('n of m: two of three functions are let, the third is not', () => {
    const three = rule("conflict: ['po:create', 'gr:post', 'pay:run'], at_most: 2");
    const all = project(
      three + assigned('person: ann, roles: [buyer, store]', 'person: bob, roles: [buyer, store, cashier]'),
    );
    assert.deepEqual(said(all), ['bob in all of prod ..: po:create + gr:post + pay:run']);
  });
  it('a group of functions is one function', () => {
    const group = rule("conflict: [['po:create', 'po:approve'], 'pay:run']");
    assert.deepEqual(
      said(project(group + assigned('person: ann, roles: [chief]', 'person: bob, roles: [chief, cashier]'))),
      ['bob in all of prod ..: po:create|po:approve + pay:run'],
    );
  });
  it('a role stands for those that inherit it', () =>
    assert.deepEqual(
      said(project(rule('conflict: [chief, cashier]') + assigned('person: ann, roles: [head, cashier]'))),
      ['ann in all of prod ..: chief + cashier'],
    ));
  it('a scope asks for that one or a wider one', () => {
    const scoped = rule("conflict: ['po:create@company', 'pay:run']");
    assert.deepEqual(said(project(scoped + assigned('person: ann, roles: [buyer, cashier]'))), []);
  });
  it('the same function written twice is no conflict by itself', () =>
    assert.deepEqual(
      said(project(rule("conflict: ['po:create', 'po:create']") + assigned('person: ann, roles: [buyer]'))),
      [],
    ));
  it('reversed dates do not hide a conflict', () =>
    assert.deepEqual(
      said(
        project(
          ORDERS +
            assigned('person: ann, roles: [buyer], from: 2026-05-01, to: 2026-01-01', 'person: ann, roles: [approver]'),
        ),
      ).slice(1),
      ['ann in all of prod ..: po:create + po:approve?'],
    ));
});

describe('what makes a conflict, and what ends it', () => {
  it('is as few grants as there are', () => {
    const all = finish(
      conflictsOf(project(ORDERS + assigned('person: ann, roles: [head]', 'person: ann, roles: [buyer]'))),
    );
    const [one] = all.people;
    assert.ok(one);
    assert.deepEqual(
      explain(all, one).map(({ roles }) => roles.map(({ id }) => id).join(' > ')),
      ['buyer', 'head > chief > approver'],
    );
  });
  it('is ranked by how many people lose how much', () => {
    const all = finish(
      conflictsOf(
        project(
          ORDERS +
            assigned(
              'person: ann, roles: [buyer, approver]',
              'person: bob, roles: [buyer]',
              'person: cy, roles: [buyer]',
            ),
        ),
      ),
    );
    const [one] = all.people;
    assert.ok(one);
    assert.deepEqual(
      remedies(all, one).map(({ roles, grants, people, permissions }) => [
        [
          ...roles.map(({ role }) => `ann - ${role}`),
          ...grants.map(({ grant, permission }) => `${grant.role.id} - ${permission.name}`),
        ].join(),
        people,
        permissions,
      ]),
      [
        ['ann - buyer', 1, 1],
        ['ann - approver', 1, 1],
        ['approver - po:approve', 1, 1],
        ['buyer - po:create', 3, 3],
      ],
    );
  });
});

describe('what answers for a conflict', () => {
  const both = assigned('person: ann, roles: [buyer, approver]');
  const standing = (text: string, on = '2026-06-01', more = '', today = on) => {
    const of = project(rule(`conflict: ['po:create', 'po:approve'], ${text}`) + both + more);
    const all = finish(conflictsOf(of));
    const one = all.people[0];
    assert.ok(one);
    const { open, void: not, proof } = standingOf(of, all, one, on, today);
    return [
      open ? 'open' : 'answered',
      ...not.flatMap(({ faults }) => faults),
      ...(proof ? [proof.kind === 'enforced' ? 'enforced' : proof.why] : []),
    ];
  };
  const waiver = (text: string): string => `waivers: [{ reason: x, ${text} }]`;

  it('a waiver of somebody else, until it expires', () => {
    assert.deepEqual(standing(waiver('person: ann, approved_by: bob, expires: 2026-12-31')), ['answered']);
    assert.deepEqual(standing(waiver('person: ann, approved_by: bob, expires: 2026-05-31')), ['open', 'expired']);
    assert.deepEqual(standing(waiver('person: ann, approved_by: ann, expires: 2026-12-31')), ['open', 'self-approved']);
    assert.deepEqual(standing(waiver('person: ann, expires: 2026-12-31')), ['open', 'unapproved']);
    assert.deepEqual(standing(waiver('person: bob, approved_by: cy, expires: 2026-12-31')), ['open']);
  });
  it('as long as its check is carried out', () => {
    const check = (last: string) =>
      waiver(`person: ann, approved_by: bob, expires: 2026-12-31, mitigation: { by: cy, every: 1w, last: ${last} }`);
    assert.deepEqual(standing(check('2026-05-25')), ['answered']);
    assert.deepEqual(standing(check('2026-05-24')), ['open', 'lapsed']);
    const later = (last: string) => standing(check(last), '2026-08-01', '', '2026-06-01');
    assert.deepEqual(later('2026-05-25'), ['answered'], 'what is due between today and then may still be done');
    assert.deepEqual(later('2026-05-24'), ['open', 'lapsed'], 'what is overdue today is');
  });
  it('a waiver for a role covers who holds all of it by that role', () => {
    assert.deepEqual(standing(waiver('role: chief, approved_by: bob, expires: 2026-12-31')), ['open']);
    const of = project(
      rule(`conflict: ['po:create', 'po:approve'], ${waiver('role: chief, approved_by: bob, expires: 2026-12-31')}`) +
        assigned('person: ann, roles: [head]'),
    );
    const all = finish(conflictsOf(of));
    for (const one of [...all.roles, ...all.people]) assert.equal(standingOf(of, all, one, '2026-06-01').open, false);
  });

  const control = (value: string) => `
#- config.yaml
kind: configuration
items: [{ id: fi.block, title: Block, type: boolean, value: ${value} }]
`;
  const tested = (result: string) => `
#- tests.yaml
kind: tests
items: [{ id: TC-1, title: Same user, type: security, covers: [fi.block], expected: refused }]
#- runs.yaml
kind: test-runs
items:
  - { test: TC-1, date: 2026-02-01, by: bob, result: fail }
  - { test: TC-1, date: 2026-03-01, by: bob, result: ${result} }
`;
  it('a control of the system that is on and proven', () => {
    const same = 'kind: same-document, enforced_by: fi.block';
    const day = '2026-06-01';
    assert.deepEqual(standing(same, day), ['open', 'no-control']);
    assert.deepEqual(standing(same, day, control('false')), ['open', 'off']);
    assert.deepEqual(standing(same, day, control('true')), ['open', 'no-test']);
    assert.deepEqual(standing(same, day, control('true') + tested('fail')), ['open', 'failing']);
    assert.deepEqual(standing(same, day, control('true') + tested('pass')), ['answered', 'enforced']);
    assert.deepEqual(standing('kind: session, enforced_by: fi.block', day, control('true') + tested('blocked')), [
      'open',
      'failing',
    ]);
  });
  it('a conflict that only begins, or is over', () => {
    const of = project(
      ORDERS + assigned('person: ann, roles: [chief], from: 2026-07-01', 'person: bob, roles: [chief], to: 2026-05-31'),
    );
    const all = finish(conflictsOf(of));
    assert.deepEqual(
      all.people.map((one) => standingOf(of, all, one, '2026-06-01').when),
      ['upcoming', 'past'],
    );
  });
});

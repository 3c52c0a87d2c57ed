// What nobody should write in registers of access: one finding for each, at its place, and it never hides a conflict of
// duties that there may be.
import assert from 'node:assert/strict';
import { conflictsOf } from '../../../src/core/access/conflicts';
import { finish } from '../../../src/core/base/work';
import { tell } from '../../../src/core/messages/message';
import { filesIn, findingsOf, projectOf } from '../support';

interface Registers {
  readonly roles: readonly string[];
  readonly assignments: readonly string[];
  readonly rules: readonly string[];
  readonly people: readonly string[];
}

/** Ann may order and approve by two roles, which the rule forbids. */
const USUAL: Registers = {
  roles: [
    'id: buyer, title: Buyer, grants: [{ object: po, actions: [create] }]',
    'id: chief, title: Chief, grants: [{ object: po, actions: [approve] }]',
  ],
  assignments: ['person: ann, roles: [buyer], approved_by: bob', 'person: ann, roles: [chief], approved_by: bob'],
  rules: ["id: SOD-1, title: R, risk: high, conflict: ['po:create', 'po:approve']"],
  people: ['id: ann, title: Ann, org: fin', 'id: bob, title: Bob, org: fin'],
};

const project = (changed: Partial<Registers>) => {
  const { roles, assignments, rules, people } = { ...USUAL, ...changed };
  const items = (name: string, kind: string, all: readonly string[]) =>
    `#- ${name}.yaml\nkind: ${kind}\nitems:\n${all.map((one) => `  - { ${one} }\n`).join('')}`;
  return projectOf(
    filesIn(
      [
        items('objects', 'permission-objects', [
          'id: po, title: Orders, actions: [create, approve], scopes: [own, company]',
          'id: pay, title: Payments, actions: [run]',
        ]),
        items('orgs', 'org-units', ['id: fin, title: Finance']),
        items('people', 'people', people),
        items('roles', 'roles', roles),
        items('assignments', 'assignments', assignments),
        items('rules', 'sod-rules', rules),
      ].join(''),
    ),
  );
};

const [buyer = '', chief = ''] = USUAL.roles;
const [asBuyer = '', asChief = ''] = USUAL.assignments;
const [orders = ''] = USUAL.rules;
const anns = ['ann'];

const CASES: readonly (readonly [string, Partial<Registers>, RegExp, readonly string[]])[] = [
  ['a role that inherits itself', { roles: [`${buyer}, inherits: [buyer]`, chief] }, /^LF105 .*buyer → buyer/, anns],
  [
    'roles that inherit each other',
    { roles: [`${buyer}, inherits: [chief]`, `${chief}, inherits: [buyer]`] },
    /^LF105 .*circle/,
    anns,
  ],
  [
    'an object that there is not',
    { roles: [buyer, chief.replace('grants: [', 'grants: [{ object: nothing, actions: [run] }, ')] },
    /^LF101 .*nothing/,
    anns,
  ],
  [
    'an action that there is not',
    { roles: [buyer, chief.replace('[approve]', '[approve, explode]')] },
    /^LF410 .*explode/,
    anns,
  ],
  ['an action that is no list', { roles: [buyer.replace('[create]', 'create'), chief] }, /^LF023 .*a list/, anns],
  ['a wildcard in a list', { roles: [buyer.replace('[create]', '["*"]'), chief] }, /^LF008/, anns],
  ['a scope that there is not', { rules: [orders.replace('po:create', 'po:create@sea')] }, /^LF410 .*sea/, anns],
  [
    'a pattern that matches nothing',
    { roles: [buyer, chief.replace('grants: [', 'grants: [{ object: "xx.*", actions: [run] }, ')] },
    /^LF411/,
    anns,
  ],
  [
    'a pattern that matches everything',
    { roles: [buyer, chief.replace('object: po', 'object: "*"')] },
    /^LF413 .*all 2/,
    anns,
  ],
  [
    'dates reversed',
    { assignments: [asBuyer, `${asChief}, from: 2026-12-01, to: 2026-01-01`] },
    /^LF424 .*not known/,
    ['ann?'],
  ],
  ['a day that is none', { assignments: [asBuyer, `${asChief}, from: soon`] }, /^LF025 .*soon/, ['ann?']],
  [
    'a person without organisation',
    {
      people: ['id: ann, title: Ann', 'id: bob, title: Bob, org: fin'],
      roles: [buyer.replace(' }]', ', scope: own }]'), chief],
    },
    /^LF428 .*how far/,
    anns,
  ],
  [
    'somebody who is in no register',
    { assignments: [asBuyer, asChief, 'person: who, roles: [buyer, chief], approved_by: bob'] },
    /^LF101 .*who/,
    ['ann', 'who'],
  ],
  [
    'an organisation that is in no register',
    { assignments: [asBuyer, `${asChief}, orgs: [sea]`] },
    /^LF101 .*sea/,
    anns,
  ],
  ['a role that there is not', { assignments: [asBuyer, asChief.replace('[', '[sailor, ')] }, /^LF101 .*sailor/, anns],
  ['roles that are no list', { assignments: [asBuyer, asChief.replace('[chief]', 'chief')] }, /^LF022 .*roles/, anns],
  ['an empty rule', { rules: [orders, 'id: SOD-2, title: E, risk: high, conflict: []'] }, /^LF024 .*at least 2/, anns],
  ['a rule without functions', { rules: [orders, 'id: SOD-2, title: E, risk: high'] }, /^LF021 .*conflict/, anns],
  [
    'a rule of one function',
    { rules: [orders, "id: SOD-2, title: E, risk: high, conflict: ['po:create']"] },
    /^LF024 .*at least 2/,
    anns,
  ],
  ['an empty group of functions', { rules: [orders.replace('[', '[[], ')] }, /^LF024 .*at least 1/, anns],
  ['a rule that lets none', { rules: [`${orders}, at_most: 0`] }, /^LF024 .*at_most/, anns],
  [
    'a rule that lets all',
    { rules: [orders, `${orders.replace('SOD-1', 'SOD-2')}, at_most: 2`] },
    /^LF407 .*never/,
    anns,
  ],
  [
    'a rule that names a function twice',
    { rules: [orders.replace("['po:create'", "['po:create', 'po:create'")] },
    /^LF407 .*twice/,
    anns,
  ],
  [
    'a rule in conflict with itself',
    { rules: [orders.replace("'po:approve'", "['po:create', 'po:approve']")] },
    /^LF407 .*itself/,
    anns,
  ],
  [
    'a rule of what there is not',
    { rules: [orders, "id: SOD-2, title: E, risk: high, conflict: ['xx:run', 'po:create']"] },
    /^LF101 .*xx/,
    anns,
  ],
  [
    'a waiver for somebody who has no conflict',
    { rules: [`${orders}, waivers: [{ person: bob, reason: x, expires: 2027-01-01, approved_by: ann }]`] },
    /^LF405 .*bob/,
    anns,
  ],
  [
    'a waiver for somebody who is in no register',
    { rules: [`${orders}, waivers: [{ person: zoe, reason: x, expires: 2027-01-01, approved_by: ann }]`] },
    /^LF101 .*zoe/,
    anns,
  ],
];

describe('bad input to access control', () => {
  const broken = (of: ReturnType<typeof project>): readonly string[] =>
    finish(conflictsOf(of)).people.map(({ person, answer }) => `${person}${answer === 'yes' ? '' : '?'}`);

  it('has nothing to say of what is right but the conflict', () => {
    const usual = project({});
    assert.deepEqual(
      findingsOf(usual).map(({ code }) => code),
      ['LF401'],
    );
    assert.deepEqual(broken(usual), anns);
  });

  for (const [what, changed, said, people] of CASES)
    it(`${what}: one finding, and no conflict is missed`, () => {
      const of = project(changed);
      const told = findingsOf(of)
        .filter(({ code }) => !/^LF4(?:0[12]|15)$/.test(code))
        .map(({ code, message }) => `${code} ${tell(message, 'en')}`);
      assert.equal(told.length, 1, told.join('\n'));
      assert.match(told[0] ?? '', said);
      assert.deepEqual([...new Set(broken(of))], people);
    });

  it('a chain of 10,000 roles that ends in a circle: the circle is told, and the conflict found through all of it', function () {
    this.timeout(60_000);
    const chain = Array.from({ length: 10_000 }, (_, at) => `id: r${at}, title: R, inherits: [r${at + 1}]`);
    const of = project({
      roles: [...chain, `${buyer.replace('buyer', 'r10000')}, inherits: [chief]`, `${chief}, inherits: [r10000]`],
      assignments: ['person: ann, roles: [r0], approved_by: bob'],
    });
    const told = findingsOf(of).map(({ code }) => code as string);
    assert.deepEqual(
      told.filter((code) => code !== 'LF402'),
      ['LF105'],
    );
    assert.deepEqual(broken(of), anns);
  });
});

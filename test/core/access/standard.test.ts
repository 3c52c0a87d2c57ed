// The functional specification of the proposed NIST standard (Ferraiolo et al. 2001, sections 3 and 4), function by
// function, on the hierarchy of ARBAC97 (Sandhu, Bhamidipati, Munawer 1999): engineers of two projects under their leads and one
// director. And static separation of duty by its very formula.
import assert from 'node:assert/strict';
import { type Conflicts, conflictsOf } from '../../../src/core/access/conflicts';
import { effective } from '../../../src/core/access/effective';
import { authorised, membersOf } from '../../../src/core/access/membership';
import { type AccessModel, accessOf } from '../../../src/core/access/model';
import { standingOf } from '../../../src/core/access/standing';
import { finish } from '../../../src/core/base/work';
import type { Project } from '../../../src/core/project/project';
import { random } from '../../fuzz/random';
import { filesIn, findingsOf, projectOf } from '../support';

const DAY = '2026-06-01';

const register = (file: string, kind: string, items: readonly object[]): string =>
  `#- ${file}.yaml\nkind: ${kind}\nitems:\n${items.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`;

const HIERARCHY: Readonly<Record<string, readonly string[]>> = {
  DIR: ['PL1', 'PL2'],
  PL1: ['PE1', 'QE1'],
  PL2: ['PE2', 'QE2'],
  PE1: ['E1'],
  QE1: ['E1'],
  PE2: ['E2'],
  QE2: ['E2'],
  E1: ['ED'],
  E2: ['ED'],
  ED: ['E'],
  E: [],
};

/** Every role may do one thing by itself: `of-ROLE:do`. */
function world(assigned: Readonly<Record<string, readonly string[]>>, ...more: readonly string[]): Project {
  const roles = Object.keys(HIERARCHY);
  const parts = [
    register(
      'objects',
      'permission-objects',
      roles.map((id) => ({ id: `of-${id}`, title: id, actions: ['do'] })),
    ),
    register(
      'roles',
      'roles',
      roles.map((id) => ({
        id,
        title: id,
        inherits: HIERARCHY[id],
        grants: [{ object: `of-${id}`, actions: ['do'] }],
      })),
    ),
    register(
      'people',
      'people',
      Object.keys(assigned).map((id) => ({ id, title: id })),
    ),
    register(
      'assignments',
      'assignments',
      Object.entries(assigned).map(([person, all]) => ({ person, roles: all, approved_by: 'boss' })),
    ),
    ...more,
  ];
  return projectOf(filesIn(parts.join('')));
}

const rule = (functions: readonly string[], atMost: number, more: object = {}): string =>
  register('rules', 'sod-rules', [
    { id: 'SOD-1', title: 'Rule', risk: 'high', conflict: functions, at_most: atMost, ...more },
  ]);

const roleIn = ({ design }: AccessModel, id: string) => {
  const role = design.role(id);
  assert.ok(role, id);
  return role;
};
const authorizedUsers = (model: AccessModel, role: string): readonly string[] =>
  [...new Set(membersOf(model, roleIn(model, role), DAY).map(({ person }) => person))].sort();
const authorizedPermissions = (model: AccessModel, role: string): readonly string[] =>
  effective(model, { kind: 'role', role: roleIn(model, role) })
    .map(({ permission }) => permission.object.id.replace('of-', ''))
    .sort();
const userPermissions = (model: AccessModel, id: string): readonly string[] =>
  effective(model, { kind: 'person', id })
    .map(({ permission }) => permission.object.id.replace('of-', ''))
    .sort();

describe('the functions of the standard', () => {
  const model = accessOf(
    world({ dee: ['DIR'], lea: ['PL1'], pat: ['PE1'], quinn: ['QE2'], ed: ['ED'], both: ['PE1', 'QE2'] }),
  );

  it('AuthorizedUsers: those assigned to the role or to a senior of it', () => {
    assert.deepEqual(authorizedUsers(model, 'E'), ['both', 'dee', 'ed', 'lea', 'pat', 'quinn']);
    assert.deepEqual(authorizedUsers(model, 'E1'), ['both', 'dee', 'lea', 'pat']);
    assert.deepEqual(authorizedUsers(model, 'PE1'), ['both', 'dee', 'lea', 'pat']);
    assert.deepEqual(authorizedUsers(model, 'PL2'), ['dee']);
  });

  it('AuthorizedRoles: the roles of a user and their juniors', () => {
    const rolesOf = (id: string) =>
      [...authorised(model, model.assigned.get(id) ?? [])].map((role) => role.id as string).sort();
    assert.deepEqual(rolesOf('pat'), ['E', 'E1', 'ED', 'PE1']);
    assert.deepEqual(rolesOf('both'), ['E', 'E1', 'E2', 'ED', 'PE1', 'QE2']);
    assert.equal(rolesOf('dee').length, Object.keys(HIERARCHY).length);
  });

  it('RolePermissions: its own and those of its juniors, in a diamond once', () => {
    assert.deepEqual(authorizedPermissions(model, 'E'), ['E']);
    assert.deepEqual(authorizedPermissions(model, 'PL1'), ['E', 'E1', 'ED', 'PE1', 'PL1', 'QE1']);
    assert.deepEqual(authorizedPermissions(model, 'DIR'), Object.keys(HIERARCHY).sort());
  });

  it('UserPermissions: those of the roles that a user is authorized for', () => {
    assert.deepEqual(userPermissions(model, 'ed'), ['E', 'ED']);
    assert.deepEqual(userPermissions(model, 'both'), ['E', 'E1', 'E2', 'ED', 'PE1', 'QE2']);
  });
});

const broken = ({ people }: Conflicts): readonly string[] => [...new Set(people.map(({ person }) => person))].sort();

describe('separation of duty of the standard', () => {
  const conflicts = (...args: Parameters<typeof world>): Conflicts => finish(conflictsOf(world(...args)));

  it('SSD counts the roles that a user is authorized for, so a common senior breaks it by itself', () => {
    const found = conflicts({ pat: ['PE1'], lea: ['PL1'], dee: ['DIR'], two: ['PE1', 'QE1'] }, rule(['PE1', 'QE1'], 1));
    assert.deepEqual(broken(found), ['dee', 'lea', 'two']);
    assert.deepEqual(
      found.roles.map(({ role }) => role.id),
      ['PL1'],
    );
  });

  it('SSD (rs, n): fewer than n of the roles are let, n are not', () => {
    const four = rule(['PE1', 'QE1', 'PE2', 'QE2'], 2);
    const found = conflicts(
      { two: ['PE1', 'QE1'], three: ['PE1', 'QE1', 'PE2'], lead: ['PL1'], leads: ['PL1', 'PE2'], dee: ['DIR'] },
      four,
    );
    assert.deepEqual(broken(found), ['dee', 'leads', 'three']);
  });

  it('DSD lets a user have what one session may not: a control of the system answers for it, and only a proven one', () => {
    const control = register('config', 'configuration', [
      { id: 'fi.session', title: 'One role', type: 'boolean', value: true },
    ]);
    const proof = (result: string): readonly string[] => [
      register('tests', 'tests', [
        { id: 'TC-1', title: 'T', type: 'security', covers: ['fi.session'], expected: 'no' },
      ]),
      register('runs', 'test-runs', [{ test: 'TC-1', date: '2026-03-01', by: 'boss', result }]),
    ];
    const session = rule(['PE1', 'QE1'], 1, { kind: 'session', enforced_by: 'fi.session' });
    const people = { boss: ['E'], two: ['PE1', 'QE1'] };
    for (const [more, open] of [
      [[], true],
      [[control], true],
      [[control, ...proof('fail')], true],
      [[control, ...proof('pass')], false],
    ] as const) {
      const project = world(people, session, ...more);
      const all = finish(conflictsOf(project));
      const [one] = all.people;
      assert.ok(one);
      assert.equal(standingOf(project, all, one, DAY).open, open);
      assert.deepEqual(userPermissions(all.model, 'two'), ['E', 'E1', 'ED', 'PE1', 'QE1'], 'DSD takes nothing away');
      const codes = findingsOf(project).map(({ code }) => code as string);
      assert.deepEqual([codes.includes('LF401'), codes.includes('LF406')], [false, open]);
    }
  });

  const RUNS = 1000;
  it(`no user is authorized for n roles of rs, by the formula of the standard, ${RUNS} random assignments`, function () {
    this.timeout(60_000);
    const r = random(67);
    const roles = Object.keys(HIERARCHY);
    const seen = { broken: 0, kept: 0 };
    for (let run = 0; run < RUNS; run++) {
      const some = (most: number) => [...new Set(Array.from({ length: 1 + r.below(most) }, () => r.pick(roles)))];
      const rs = [...new Set([r.pick(roles), r.pick(roles), ...some(3)])];
      if (rs.length < 2) continue;
      const n = 2 + r.below(rs.length - 1);
      const found = conflicts({ ann: some(3), bob: some(2) }, rule(rs, n - 1));
      // For every t of n roles out of rs, nobody is an authorized user of all of them.
      const wanted = new Set(
        choices(rs, n).flatMap((t) =>
          ['ann', 'bob'].filter((user) => t.every((role) => authorizedUsers(found.model, role).includes(user))),
        ),
      );
      assert.deepEqual(broken(found), [...wanted].sort(), `run ${run}: (${rs.join()}, ${n})`);
      seen[wanted.size ? 'broken' : 'kept']++;
    }
    assert.ok(Math.min(seen.broken, seen.kept) > 150, JSON.stringify(seen));
  });
});

const choices = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  size === 0 ? [[]] : all.flatMap((one, at) => choices(all.slice(at + 1), size - 1).map((rest) => [one, ...rest]));

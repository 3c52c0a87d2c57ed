// Access control of a large system: 10,000 people with three assignments each, 500 roles five deep, 2,000 permissions,
// 200 rules of separation of duty.
import { conflictsOf } from '../../src/core/access/conflicts';
import { whoCan } from '../../src/core/access/effective';
import { accessOf } from '../../src/core/access/model';
import { finish } from '../../src/core/base/work';
import { path as pathOf } from '../../src/core/model/id';
import type { Project } from '../../src/core/project/project';
import { emptyProject, updated } from '../../src/core/project/update';
import { builtIn } from '../../src/core/schema/built-in';
import { loadKinds } from '../../src/core/schema/kinds';
import { random } from '../fuzz/random';
import { median } from './processes';
import { type Bench, limit, type Row } from './row';

const PEOPLE = 10_000;
const ROLES = 500;
const OBJECTS = 400;
const ACTIONS = ['create', 'change', 'approve', 'release', 'view'];
const RULES = 200;
const UNITS = 50;
const EDITS = 21;
const LAST = 'assignments-last.yaml';

export const access: Bench = {
  names: [
    'conflicts',
    'conflicts-edit',
    'conflicts-role-edit',
    'conflicts-rule-edit',
    'who-can',
    'access-memory',
    'access-growth',
  ],
  run: async ({ asked }) => {
    const rows: Row[] = [];
    const put = (name: string, work: string, ours: number, atMost: number, unit: Row['unit'] = 'ms') => {
      if (asked(name)) rows.push(limit(name, work, ours, atMost, unit));
    };
    const project = open(PEOPLE);
    globalThis.gc?.();
    const heap = process.memoryUsage().heapUsed;
    const cold = timed(() => finish(conflictsOf(project)));
    globalThis.gc?.();
    const grown = (process.memoryUsage().heapUsed - heap) / 1024 / 1024;
    put('conflicts', `all ${cold.answer.people.length} conflicts of ${PEOPLE} people, cold`, cold.milliseconds, 1000);
    for (const [name, what, file, textAfter] of [
      ['conflicts-edit', 'assignment', LAST, lastAssignments],
      ['conflicts-role-edit', 'role', 'roles.yaml', rolesText],
      ['conflicts-rule-edit', 'rule', 'rules.yaml', rulesText],
    ] as const) {
      const times = Array.from({ length: asked(name) ? EDITS : 0 }, (_, edit) => {
        const after = updated(project, new Map([[pathOf(file), { text: textAfter(edit + 1) }]]));
        return timed(() => finish(conflictsOf(after))).milliseconds;
      });
      put(name, `the same after one ${what} was edited`, median(times), 50);
    }
    const model = accessOf(project);
    const permissions = model.design.permissions();
    const asks = Array.from({ length: EDITS }, (_, at) => {
      const permission = permissions[(at * 97) % permissions.length];
      return permission ? timed(() => whoCan(model, permission)).milliseconds : 0;
    });
    put('who-can', `who can, of ${PEOPLE} people`, median(asks), 10);
    put('access-memory', 'memory of model and conflicts', Math.max(0, grown), 200, 'MB');
    if (asked('access-growth')) {
      const small = open(PEOPLE / 10);
      const less = timed(() => finish(conflictsOf(small))).milliseconds;
      const more = open(PEOPLE);
      const most = timed(() => finish(conflictsOf(more))).milliseconds;
      rows.push({
        name: 'access-growth',
        work: 'conflicts: 10,000 people against 1,000',
        unit: 'ms',
        ours: most,
        theirs: less,
        target: { kind: 'times', atMost: 11 },
      });
    }
    return rows;
  },
};

function timed<T>(ask: () => T): { readonly milliseconds: number; readonly answer: T } {
  const start = performance.now();
  const answer = ask();
  return { milliseconds: performance.now() - start, answer };
}

const register = (kind: string, items: readonly object[]): string =>
  `kind: ${kind}\nitems:\n${items.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`;

function rolesText(edit = 0): string {
  const r = random(5);
  const roles = Array.from({ length: ROLES }, (_, at) => {
    const layer = at % 5;
    return {
      id: `r${at}`,
      title: `Role ${at}`,
      // Five deep.
      ...(layer ? { inherits: [`r${r.below(ROLES / 5) * 5 + layer - 1}`] } : {}),
      grants: Array.from({ length: 4 }, (_, g) => ({
        object: `o${at === 7 && g === 0 ? edit : r.below(OBJECTS)}`,
        actions: [r.pick(ACTIONS)],
        scope: r.pick(['own', 'company']),
      })),
    };
  });
  return register('roles', roles);
}

function rulesText(edit = 0): string {
  const r = random(7);
  const duty = (): string => `o${r.below(OBJECTS)}:${r.pick(ACTIONS)}`;
  const rules = Array.from({ length: RULES }, (_, at) => ({
    id: `SOD-${at}`,
    title: `Rule ${at}`,
    risk: 'high',
    conflict: [at ? duty() : `o${edit}:view`, [duty(), duty()], duty()].slice(0, 2 + (at % 2)),
  }));
  return register('sod-rules', rules);
}

const lastAssignments = (edit: number): string =>
  register('assignments', [{ person: 'p0', roles: [`r${edit}`, `r${edit + 100}`], approved_by: 'p1' }]);

function open(people: number): Project {
  const r = random(3);
  const objects = Array.from({ length: OBJECTS }, (_, at) => ({
    id: `o${at}`,
    title: `Object ${at}`,
    actions: ACTIONS,
    scopes: ['own', 'company'],
  }));
  const orgs = Array.from({ length: UNITS }, (_, at) => ({
    id: `u${at}`,
    title: `Unit ${at}`,
    ...(at ? { parent: `u${at >> 2}` } : {}),
  }));
  const persons = Array.from({ length: people }, (_, at) => ({
    id: `p${at}`,
    title: `Person ${at}`,
    org: `u${r.below(UNITS)}`,
  }));
  const assignments = persons.flatMap(({ id }) =>
    [1, 2, 3].map((_, nth) => ({
      person: id,
      roles: [`r${r.below(ROLES)}`],
      ...(nth ? { orgs: [`u${r.below(UNITS)}`] } : {}),
      ...(r.chance(0.3) ? { from: '2026-12-05' } : {}),
      approved_by: 'p1',
    })),
  );
  const files = {
    'objects.yaml': register('permission-objects', objects),
    'roles.yaml': rolesText(),
    'orgs.yaml': register('org-units', orgs),
    'people.yaml': register('people', persons),
    'assignments.yaml': register('assignments', assignments),
    [LAST]: lastAssignments(0),
    'rules.yaml': rulesText(),
  };
  const texts = Object.entries(files).map(([name, text]) => [pathOf(name), { text }] as const);
  return updated(emptyProject(loadKinds(builtIn)), new Map(texts));
}

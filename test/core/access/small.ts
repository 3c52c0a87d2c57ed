// Random small models of access control as registers, small enough that everything about them can be counted through.
import type { Random } from '../../fuzz/random';

export interface SmallGrant {
  object: string;
  actions: readonly string[] | '*';
  scope?: string;
  when?: string;
}

export interface Small {
  objects: readonly { id: string; actions: readonly string[]; scopes: readonly string[] }[];
  roles: readonly {
    id: string;
    inherits: readonly string[];
    grants: readonly SmallGrant[];
    denies: readonly SmallGrant[];
  }[];
  orgs: readonly { id: string; parent?: string }[];
  assignments: readonly {
    person: string;
    roles: readonly string[];
    orgs?: readonly string[];
    environment?: string;
    from?: string;
    to?: string;
  }[];
  rules: readonly { id: string; conflict: readonly (string | readonly string[])[]; at_most?: number }[];
}

const SCOPES = ['own', 'department', 'company'];
export const ENVIRONMENTS = ['prod', 'uat'];
const ACTIONS = ['read', 'post', 'pay'];
const OBJECTS = ['fi.doc', 'fi.pay', 'mm.po'];
const DAY = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
/** Every day on which something may differ. */
export const DAYS = ['2026-02-01', ...DAY, '2026-04-01'];
const ROLES = ['r0', 'r1', 'r2', 'r3', 'r4'];
const UNITS = ['group', 'plant', 'shop', 'branch'];
export const PLACES = [...UNITS, 'elsewhere'];
const PEOPLE = ['ann', 'bob'];

export function someSmall(r: Random): Small {
  const maybe = (of: number): boolean => r.below(of) === 0;
  const some = <T>(all: readonly T[], most: number): readonly T[] => {
    const kept = all.filter(() => maybe(2)).slice(0, most);
    return kept.length ? kept : [r.pick(all)];
  };
  const grant = (): SmallGrant => ({
    object: maybe(4) ? r.pick(['*', 'fi.*', 'xx.*', 'nothing']) : r.pick(OBJECTS),
    actions: maybe(5) ? '*' : some([...ACTIONS, 'undeclared'], 2),
    ...(maybe(2) ? { scope: maybe(8) ? 'galaxy' : r.pick(SCOPES) } : {}),
    ...(maybe(6) ? { when: 'below a limit' } : {}),
  });
  const list = <T>(most: number, make: (at: number) => T): readonly T[] =>
    Array.from({ length: r.below(most + 1) }, (_, at) => make(at));
  const duty = (): string => {
    if (maybe(5)) return r.pick(ROLES);
    const object = maybe(8) ? r.pick(['*', 'fi.*']) : r.pick(OBJECTS);
    const action = maybe(8) ? '*' : r.pick(ACTIONS);
    return `${object}:${action}${maybe(4) ? `@${r.pick(SCOPES)}` : ''}`;
  };
  return {
    objects: OBJECTS.map((id) => ({ id, actions: some(ACTIONS, 3), scopes: maybe(4) ? [] : SCOPES.slice(r.below(2)) })),
    roles: ROLES.map((id) => ({
      id,
      // Any role: circles and diamonds are wanted.
      inherits: maybe(2) ? [] : some(ROLES, 2),
      grants: list(2, grant),
      denies: maybe(3) ? list(1, grant) : [],
    })),
    orgs: [
      { id: 'group' },
      { id: 'plant', parent: 'group' },
      { id: 'shop', parent: 'plant' },
      { id: 'branch', parent: 'group' },
    ],
    assignments: list(5, () => {
      const dates = some(DAY, 2);
      return {
        person: r.pick(PEOPLE),
        roles: some(ROLES, 2),
        ...(maybe(2) ? { orgs: some(UNITS, 2) } : {}),
        ...(maybe(4) ? { environment: r.pick(ENVIRONMENTS) } : {}),
        ...(maybe(2) ? { from: dates[0] ?? '' } : {}),
        // Now and then before it began.
        ...(maybe(2) ? { to: maybe(6) ? (DAY[0] ?? '') : (dates.at(-1) ?? '') } : {}),
      };
    }),
    rules: [1, 2].map((at) => ({
      id: `SOD-${at}`,
      conflict: [duty(), maybe(3) ? [duty(), duty()] : duty(), ...list(1, duty)],
      ...(maybe(3) ? { at_most: 1 + r.below(2) } : {}),
    })),
  };
}

/** The model as registers; JSON is YAML. */
export function registersOf(small: Small): Readonly<Record<string, string>> {
  const register = (kind: string, items: readonly object[]): string =>
    `kind: ${kind}\nitems:\n${items.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`;
  const titled = <T extends { id: string }>(all: readonly T[]) => all.map((one) => ({ title: one.id, ...one }));
  return {
    'objects.yaml': register('permission-objects', titled(small.objects)),
    'roles.yaml': register('roles', titled(small.roles)),
    'orgs.yaml': register('org-units', titled(small.orgs)),
    'people.yaml': register('people', titled(PEOPLE.map((id) => ({ id })))),
    'assignments.yaml': register('assignments', small.assignments),
    'rules.yaml': register(
      'sod-rules',
      titled(small.rules).map((one) => ({ ...one, risk: 'high' })),
    ),
  };
}

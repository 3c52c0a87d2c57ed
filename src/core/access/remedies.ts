// What would end a conflict: the fewest assignments or grants to take away, ranked by how many people lose how much.
import { type Conflicts, conflictsOfPerson } from './conflicts';
import { effective, whoCan } from './effective';
import { type AnyConflict, isOfRole, type Way, waysTo } from './evidence';
import type { Assignment } from './facts';
import { type AccessModel, supposing } from './model';
import { wider } from './reach';
import { type GrantCut, withoutGrants } from './suppose';

export interface RoleCut {
  readonly assignment: Assignment;
  readonly role: string;
}

export interface Remedy {
  /** Roles to take from assignments; or else permissions to take from grants. */
  readonly roles: readonly RoleCut[];
  readonly grants: readonly GrantCut[];
  /** How many people lose something, and how many permissions they lose together. */
  readonly people: number;
  readonly permissions: number;
}

/** Ways of ending a conflict that are looked at, and that are told. */
const TRIED = 24;
const TOLD = 5;

/** The smallest remedies of a conflict, those first by which the fewest people lose the least. */
export function remedies(conflicts: Conflicts, conflict: AnyConflict): readonly Remedy[] {
  const ways = waysTo(conflicts, conflict, isOfRole(conflict) ? [] : conflict.during);
  const options = new Map<string, Pick<Remedy, 'roles' | 'grants'>>();
  const surplus = conflict.held.length - conflict.rule.limit;
  for (const lost of choices(conflict.held.length, surplus)) {
    const cut = ways.filter(({ held }) => lost.includes(held));
    for (const one of [rolesToCut(cut), grantsToCut(cut)]) {
      if (one) options.set(keyOf(one), one);
      if (options.size >= TRIED) break;
    }
  }
  return [...options.values()]
    .filter((one) => ends(conflicts, conflict, one))
    .map((one) => ({ ...one, ...costOf(conflicts.model, conflict, one) }))
    .sort((a, b) => a.people - b.people || a.permissions - b.permissions || sizeOf(a) - sizeOf(b))
    .slice(0, TOLD);
}

/** Whether a remedy ends the conflict. To take a grant away always does; with a role denials go, too. */
function ends({ model, table }: Conflicts, conflict: AnyConflict, remedy: Pick<Remedy, 'roles' | 'grants'>): boolean {
  if (isOfRole(conflict) || remedy.grants.length) return true;
  const { rule, environment, org, from, to } = conflict;
  return !conflictsOfPerson(remedied(model, remedy), table, conflict.person).some(
    (one) =>
      one.rule === rule &&
      one.environment === environment &&
      (one.org === undefined || org === undefined || model.orgs.within(org, one.org)) &&
      (from ?? '') <= (one.to ?? '9') &&
      (one.from ?? '') <= (to ?? '9'),
  );
}

const sizeOf = ({ roles, grants }: Pick<Remedy, 'roles' | 'grants'>): number => roles.length + grants.length;

/** Every choice of so many numbers below a count. */
function* choices(count: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= count - size; at++)
      for (const rest of choices(count, size - 1, at + 1)) yield [at, ...rest];
}

function rolesToCut(ways: readonly Way[]): Pick<Remedy, 'roles' | 'grants'> | undefined {
  const found = new Map<string, RoleCut>();
  for (const { assignment, roles } of ways) {
    const role = roles[0];
    if (!assignment || !role) return undefined;
    found.set(`${numberOf(assignment)} ${role.id}`, { assignment, role: role.id });
  }
  return { roles: [...found.values()], grants: [] };
}

function grantsToCut(ways: readonly Way[]): Pick<Remedy, 'roles' | 'grants'> | undefined {
  const found = new Map<string, GrantCut>();
  for (const { grant, duty } of ways) {
    // A role that the rule names is held whatever it grants.
    if (!grant || duty.kind === 'role') return undefined;
    found.set(`${numberOf(grant)} ${duty.permission.name}`, { grant, permission: duty.permission });
  }
  return { roles: [], grants: [...found.values()] };
}

const keyOf = ({ roles, grants }: Pick<Remedy, 'roles' | 'grants'>): string =>
  [
    ...roles.map(({ assignment, role }) => `${numberOf(assignment)} ${role}`),
    ...grants.map(({ grant, permission }) => `${numberOf(grant)} ${permission.name}`),
  ]
    .sort()
    .join('\n');

// Things without a name of their own, told apart.
const numbers = new WeakMap<object, number>();
let last = 0;
function numberOf(thing: object): number {
  let known = numbers.get(thing);
  if (known === undefined) numbers.set(thing, (known = ++last));
  return known;
}

function costOf(
  model: AccessModel,
  conflict: AnyConflict,
  remedy: Pick<Remedy, 'roles' | 'grants'>,
): { readonly people: number; readonly permissions: number } {
  const after = remedied(model, remedy);
  if (remedy.grants.length) {
    const lost = new Map<string, number>();
    for (const permission of new Set(remedy.grants.map((one) => one.permission))) {
      const ask = isOfRole(conflict) ? {} : { environment: conflict.environment };
      const still = new Map(whoCan(after, permission, ask).map((one) => [one.person, one.reach]));
      for (const { person, reach } of whoCan(model, permission, ask))
        if (still.get(person) !== reach) lost.set(person, (lost.get(person) ?? 0) + 1);
    }
    return { people: lost.size, permissions: [...lost.values()].reduce((sum, one) => sum + one, 0) };
  }
  const people = [
    ...new Set(remedy.roles.map(({ assignment }) => model.user(assignment.person)?.id ?? assignment.person)),
  ];
  const counts = people.map((id) => {
    const ask = isOfRole(conflict) ? {} : { environment: conflict.environment };
    const still = new Map(effective(after, { kind: 'person', id }, ask).map((one) => [one.permission, one]));
    return effective(model, { kind: 'person', id }, ask).filter(({ permission, answer, reach }) => {
      const now = still.get(permission);
      return (
        answer !== 'no' && (!now || now.answer === 'no' || (now.reach !== reach && wider(now.reach, reach) === reach))
      );
    }).length;
  });
  return { people: counts.filter(Boolean).length, permissions: counts.reduce((sum, one) => sum + one, 0) };
}

/** The model after a remedy. */
export function remedied(model: AccessModel, { roles, grants }: Pick<Remedy, 'roles' | 'grants'>): AccessModel {
  if (grants.length) return { ...model, design: withoutGrants(model.design, grants) };
  return supposing(
    model,
    model.assignments.map((one) => {
      const gone = roles.filter(({ assignment }) => assignment === one).map(({ role }) => role);
      return gone.length
        ? { ...one, roles: one.roles.filter((id) => !gone.includes(model.design.role(id)?.id ?? id)) }
        : one;
    }),
  );
}

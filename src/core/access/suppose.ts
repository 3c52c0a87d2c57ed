// What is only supposed: roles assigned to somebody, permissions granted to roles and taken from them.
import type { Design } from './design';
import type { Permission } from './objects';
import type { Assignment, Grant, Role } from './facts';
import { type AccessModel, supposing } from './model';

/** A permission to take from a grant. */
export interface GrantCut {
  readonly grant: Grant;
  readonly permission: Permission;
}

/** A permission to grant to a role, in a scope and the narrower ones; in all of them where it names none. */
export interface GrantGift {
  /** The role's id. */
  readonly role: string;
  readonly permission: Permission;
  readonly scope: string | undefined;
}

export interface Supposition {
  readonly assignments: readonly Assignment[];
  readonly gifts: readonly GrantGift[];
  readonly cuts: readonly GrantCut[];
}

/** The model as it would be. */
export function supposed(model: AccessModel, { assignments, gifts, cuts }: Supposition): AccessModel {
  const after = assignments.length ? supposing(model, [...model.assignments, ...assignments]) : model;
  if (!gifts.length && !cuts.length) return after;
  return { ...after, design: withGrants(withoutGrants(model.design, cuts), gifts) };
}

/** What of its own a role would have to lose to give a permission no more by itself; in one scope where one is named. */
export const cutsOf = (
  { covered }: Design,
  { grants }: Role,
  permission: Permission,
  scope: string | undefined,
): readonly GrantCut[] =>
  grants
    .filter((grant) => (scope === undefined || grant.scope === scope) && covered(grant).includes(permission))
    .map((grant) => ({ grant, permission }));

/** The design in which some permissions are taken from grants. */
export const withoutGrants = (design: Design, cuts: readonly GrantCut[]): Design =>
  design.redesigned((role) => {
    if (!cuts.some(({ grant }) => grant.role === role)) return role;
    const grantsLeft = (grant: Grant): readonly Grant[] => {
      const gone = new Set(cuts.filter((one) => one.grant === grant).map(({ permission }) => permission));
      if (!gone.size) return [grant];
      // What is left of a pattern is written out.
      return design
        .covered(grant)
        .filter((permission) => !gone.has(permission))
        .map(({ object, action }) => ({ ...grant, object: object.id, actions: [action] }));
    };
    return withOwn(role, role.grants.flatMap(grantsLeft));
  });

const withGrants = (design: Design, gifts: readonly GrantGift[]): Design =>
  design.redesigned((role) => {
    const come = gifts.filter((one) => one.role === role.id);
    const given = ({ permission: { object, action }, scope }: GrantGift): Grant => ({
      effect: 'grant',
      role,
      pointer: '',
      object: object.id,
      actions: [action],
      scope,
      when: undefined,
    });
    return come.length ? withOwn(role, [...role.grants, ...come.map(given)]) : role;
  });

/** A role with other grants; each knows whose it is. */
function withOwn(role: Role, grants: readonly Grant[]): Role {
  const changed: { -readonly [Name in keyof Role]: Role[Name] } = { ...role };
  const owned = (grant: Grant): Grant => ({ ...grant, role: changed });
  changed.grants = grants.map(owned);
  changed.denies = role.denies.map(owned);
  return changed;
}

// The role design as one value: objects, roles and their hierarchy, and how far each role reaches with a permission.
// Answers are columns (one permission, every role) or rows (one role, every permission); nothing square is ever held,
// so a chain of 10,000 roles costs what its length is.
import picomatch from 'picomatch';
import { components } from '../base/graph';
import { finish } from '../base/work';
import type { Entity } from '../project/file-index';
import { type AccessObject, byId, type Grant, objectOf, type Role, roleOf } from './facts';
import { denyReach, grantReach, join, NOTHING, type Reach } from './reach';

/** A permission of the standard: an operation on an object. */
export interface Permission {
  readonly object: AccessObject;
  readonly action: string;
  readonly name: string;
}

export interface Design {
  readonly objects: readonly AccessObject[];
  readonly object: (id: string) => AccessObject | undefined;
  readonly roles: readonly Role[];
  readonly role: (id: string) => Role | undefined;
  readonly numberOf: (role: Role) => number;
  /** The roles that a role inherits directly; unknown ones are left out. */
  readonly juniors: (role: Role) => readonly Role[];
  /** Whether two roles inherit each other, so that they are one in all but name. */
  readonly alike: (a: Role, b: Role) => boolean;
  /** The role and all it inherits, nearest first; each with the role through which it was reached. */
  readonly ancestry: (role: Role) => ReadonlyMap<Role, Role | undefined>;
  /** Every declared permission, and those that a grant names although they are not declared. */
  readonly permissions: () => readonly Permission[];
  /** The objects that an id or a glob means. */
  readonly matching: (pattern: string) => readonly AccessObject[];
  /** The permissions that a grant or a denial is about. */
  readonly covered: (grant: Grant) => readonly Permission[];
  /** Grants and denials about an object, by the roles that have them themselves. */
  readonly about: (object: AccessObject) => readonly Grant[];
  /** How far a grant or a denial reaches on an object. */
  readonly reachOf: (grant: Grant, object: AccessObject) => Reach;
  /** How far each role reaches with the permission, by the roles' numbers. */
  readonly column: (permission: Permission) => Uint32Array;
  /** For each role whether it is this one or inherits it, by the roles' numbers. */
  readonly seniors: (role: Role) => Uint8Array;
  /** The design with some roles changed. */
  readonly redesigned: (change: (role: Role) => Role) => Design;
}

export const designOf = (objects: readonly Entity[], roles: readonly Entity[]): Design =>
  designFrom(byId(objects, objectOf), byId(roles, roleOf));

function designFrom(objectsById: ReadonlyMap<string, AccessObject>, rolesById: ReadonlyMap<string, Role>): Design {
  const objects = [...new Set(objectsById.values())];
  const roles = [...new Set(rolesById.values())];
  const numbers = new Map(roles.map((role, at) => [role, at]));
  const juniors = roles.map((role) => role.inherits.flatMap((id) => rolesById.get(id) ?? []));
  const juniorsOf = (role: Role): readonly Role[] => juniors[numbers.get(role) ?? -1] ?? [];
  const matched = new Map<string, readonly AccessObject[]>();
  const coverage = new Map<Grant, readonly Permission[]>();
  const columns = new Map<Permission, Uint32Array>();
  let order: readonly (readonly number[])[] | undefined;
  let circles: ReadonlyMap<number, number> | undefined;
  let everyPermission: readonly Permission[] | undefined;
  let byObject: ReadonlyMap<AccessObject, readonly Grant[]> | undefined;

  function matching(pattern: string): readonly AccessObject[] {
    let found = matched.get(pattern);
    if (!found) {
      const exact = objectsById.get(pattern);
      found = exact ? [exact] : isGlob(pattern) ? matchingGlob(pattern, objects) : [];
      matched.set(pattern, found);
    }
    return found;
  }

  function covered(grant: Grant): readonly Permission[] {
    let found = coverage.get(grant);
    if (!found) {
      found = matching(grant.object).flatMap((object) =>
        (grant.actions === '*' ? object.actions : grant.actions).map((action) => permission(object, action)),
      );
      coverage.set(grant, found);
    }
    return found;
  }

  function about(object: AccessObject): readonly Grant[] {
    if (!byObject) {
      const found = new Map<AccessObject, Grant[]>();
      for (const grant of roles.flatMap((role) => [...role.grants, ...role.denies])) {
        for (const one of matching(grant.object)) {
          const list = found.get(one);
          if (list) list.push(grant);
          else found.set(one, [grant]);
        }
      }
      byObject = found;
    }
    return byObject.get(object) ?? [];
  }

  /** Roles in an order in which those that are inherited come first; those of a cycle together. */
  function inOrder(): readonly (readonly number[])[] {
    order ??= finish(
      components(new Map(roles.map((role, at) => [at, juniorsOf(role).map((one) => numbers.get(one) ?? at)] as const))),
    );
    return order;
  }

  const circleOf = (role: Role): number => {
    circles ??= new Map(inOrder().flatMap((members, circle) => members.map((at) => [at, circle] as const)));
    return circles.get(numbers.get(role) ?? -1) ?? -1;
  };

  /** Adds to what each role has itself what it inherits. */
  function inherited<T extends Uint32Array | Uint8Array>(own: T, add: (a: number, b: number) => number): T {
    for (const members of inOrder()) {
      let all = 0;
      for (const at of members) {
        all = add(all, own[at] ?? 0);
        for (const junior of juniors[at] ?? []) all = add(all, own[numbers.get(junior) ?? -1] ?? 0);
      }
      for (const at of members) own[at] = all;
    }
    return own;
  }

  function column(permission: Permission): Uint32Array {
    let found = columns.get(permission);
    if (!found) {
      found = new Uint32Array(roles.length);
      for (const grant of about(permission.object)) {
        if (!concerns(grant, permission.action, permission.object)) continue;
        const at = numbers.get(grant.role) ?? -1;
        found[at] = join(found[at] ?? NOTHING, reachOf(grant, permission.object));
      }
      columns.set(permission, inherited(found, join));
    }
    return found;
  }

  return {
    objects,
    object: (id) => objectsById.get(id),
    roles,
    role: (id) => rolesById.get(id),
    numberOf: (role) => numbers.get(role) ?? -1,
    juniors: juniorsOf,
    alike: (a, b) => circleOf(a) === circleOf(b),
    ancestry: (role) => ancestryOf(role, juniorsOf),
    permissions: () => {
      if (!everyPermission) {
        const actions = new Map(objects.map((object) => [object, new Set(object.actions)]));
        for (const role of roles)
          for (const grant of role.grants)
            if (grant.actions !== '*')
              for (const { object, action } of covered(grant)) actions.get(object)?.add(action);
        everyPermission = [...actions].flatMap(([object, all]) => [...all].map((one) => permission(object, one)));
      }
      return everyPermission;
    },
    matching,
    covered,
    about,
    reachOf,
    column,
    seniors: (role) => {
      const own = new Uint8Array(roles.length);
      own[numbers.get(role) ?? -1] = 1;
      return inherited(own, Math.max);
    },
    redesigned: (change) => {
      const changed = new Map(roles.map((role) => [role, change(role)]));
      return designFrom(objectsById, new Map([...rolesById].map(([id, role]) => [id, changed.get(role) ?? role])));
    },
  };
}

const named = new WeakMap<AccessObject, Map<string, Permission>>();

/** The one permission of this name, whichever design asks: what was judged by it outlives an edit elsewhere. */
export function permission(object: AccessObject, action: string): Permission {
  let actions = named.get(object);
  if (!actions) named.set(object, (actions = new Map()));
  let found = actions.get(action);
  if (!found) actions.set(action, (found = { object, action, name: `${object.id}:${action}` }));
  return found;
}

export const isGlob = (text: string): boolean => /[*?[\]{}]/.test(text);

function matchingGlob(pattern: string, objects: readonly AccessObject[]): readonly AccessObject[] {
  const matches = picomatch(pattern, { dot: true, nonegate: true });
  return objects.filter(({ id }) => matches(id));
}

export const concerns = (grant: Grant, action: string, object: AccessObject): boolean =>
  grant.actions === '*' ? object.actions.includes(action) : grant.actions.includes(action);

/** Of a scope that the object does not have nobody knows how far it reaches: as far as any, perhaps. */
function reachOf({ scope, when, effect }: Grant, { scopes }: AccessObject): Reach {
  const widest = Math.max(1, scopes.length);
  const level = scope === undefined ? widest : scopes.indexOf(scope) + 1 || widest;
  const certain = when === undefined && (scope === undefined || scopes.includes(scope));
  return effect === 'grant' ? grantReach(level, certain) : denyReach(level, certain);
}

function ancestryOf(role: Role, juniors: (role: Role) => readonly Role[]): ReadonlyMap<Role, Role | undefined> {
  const through = new Map<Role, Role | undefined>([[role, undefined]]);
  // A map is walked in the order in which it grows: breadth first, so ways are the shortest.
  for (const [at] of through) for (const junior of juniors(at)) if (!through.has(junior)) through.set(junior, at);
  return through;
}

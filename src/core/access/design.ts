// The role design as one value: objects, roles and their hierarchy, and how far each role reaches with a permission.
// Answers are columns (one permission, every role) or rows (one role, every permission); nothing square is ever held,
// so a chain of 10,000 roles costs what its length is. A design that follows another takes over the answers for all roles
// that no changed one touches.
import { keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import { type AccessObject, byId, type Grant, type Role, roleOf } from './facts';
import { type Hierarchy, hierarchyOf, type Touched, touched } from './hierarchy';
import { type Objects, objectsOf, type Permission, permission, reachOf } from './objects';
import { join, NOTHING, type Reach } from './reach';

export interface Design extends Pick<Hierarchy, 'roles' | 'role' | 'numberOf' | 'juniors' | 'alike' | 'ancestry'> {
  readonly objects: readonly AccessObject[];
  readonly object: (id: string) => AccessObject | undefined;
  /** Every declared permission, and those that a grant names although they are not declared. */
  readonly permissions: () => readonly Permission[];
  /** The objects that an id or a glob means. */
  readonly matching: (pattern: string) => readonly AccessObject[];
  /** The permissions that a grant or a denial is about. */
  readonly covered: (grant: Grant) => readonly Permission[];
  /** How far a role reaches by what it is granted and denied itself. */
  readonly own: (role: Role) => ReadonlyMap<Permission, Reach>;
  /** Grants and denials about an object, by the roles that have them themselves. */
  readonly about: (object: AccessObject) => readonly Grant[];
  /** How far a grant or a denial reaches on an object. */
  readonly reachOf: (grant: Grant, object: AccessObject) => Reach;
  /** How far each role reaches with the permission, by the roles' numbers; the very column of the design before where no
   * role came to another answer. */
  readonly column: (permission: Permission) => Uint32Array;
  /** For each role whether it is this one or inherits it, by the roles' numbers. */
  readonly seniors: (role: Role) => Uint8Array;
  /** Whether a role is another one or inherits it. */
  readonly isOrInherits: (role: Role, other: Role) => boolean;
  /** The very same as long as a role and all that it inherits are. */
  readonly whole: (role: Role) => object;
  /** The design with some roles changed. */
  readonly redesigned: (change: (role: Role) => Role) => Design;
  /** The design of the same objects with other roles. */
  readonly followed: (roles: readonly Entity[]) => Design;
}

export const designOf = (objects: readonly Entity[], roles: readonly Entity[]): Design =>
  designFrom(objectsOf(objects), byId(roles, roleOf));

type Columns = ReadonlyMap<Permission, Uint32Array>;

/** What a design takes over from the one before. */
interface Before {
  readonly hierarchy: Hierarchy;
  readonly columns: Columns;
  readonly wholes: readonly object[];
}

function designFrom(objects: Objects, rolesById: ReadonlyMap<string, Role>, before?: Before): Design {
  const hierarchy = hierarchyOf(rolesById);
  const { roles, numberOf, below, inherited } = hierarchy;
  const { matching, covered } = objects;
  const news = before && touched(before.hierarchy, hierarchy);
  // Not the design before itself, which would keep all before it alive.
  const known: Columns = news ? new Map(before.columns) : new Map();
  const columns = new Map<Permission, Uint32Array>();
  const wholes = roles.map((_, at) => (news && !news.marks[at] && before?.wholes[at]) || {});
  const self: Before = { hierarchy, columns, wholes };
  let everyPermission: readonly Permission[] | undefined;
  let byObject: ReadonlyMap<AccessObject, readonly Grant[]> | undefined;
  let byPermission: Map<Permission, { readonly at: number; readonly reach: Reach }[]> | undefined;

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

  const seniors = keptAlone((role: Role): Uint8Array => hierarchy.above([numberOf(role)]));

  function column(of: Permission): Uint32Array {
    let found = columns.get(of);
    if (!found) {
      const old = known.get(of);
      const made = old && news ? mended(of, old, news) : inherited(owned(of), join);
      columns.set(of, (found = made));
    }
    return found;
  }

  /** What roles have themselves. */
  function owned(of: Permission): Uint32Array {
    if (!byPermission) {
      byPermission = new Map();
      for (const [at, role] of roles.entries())
        for (const [one, reach] of objects.own(role)) {
          const list = byPermission.get(one);
          if (list) list.push({ at, reach });
          else byPermission.set(one, [{ at, reach }]);
        }
    }
    const found = new Uint32Array(roles.length);
    for (const { at, reach } of byPermission.get(of) ?? []) found[at] = reach;
    return found;
  }

  const ownReach = (of: Permission, at: number): Reach => objects.own(roles[at] as Role).get(of) ?? NOTHING;

  function mended(of: Permission, old: Uint32Array, { rows, circles, seeds }: Touched): Uint32Array {
    const reachAt = (at: number): Reach => {
      let reach = ownReach(of, at);
      for (const junior of below(at)) if (junior !== at) reach = join(reach, old[junior] ?? NOTHING);
      return reach;
    };
    if (seeds?.every((at) => reachAt(at) === old[at])) return old;
    const made = old.slice();
    for (const at of rows) made[at] = ownReach(of, at);
    inherited(made, join, circles);
    return rows.every((at) => made[at] === old[at]) ? old : made;
  }

  return {
    ...hierarchy,
    objects: objects.all,
    object: (id) => objects.byId.get(id),
    permissions: () => {
      if (!everyPermission) {
        const actions = new Map(objects.all.map((object) => [object, new Set(object.actions)]));
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
    own: objects.own,
    about,
    reachOf,
    column,
    seniors,
    isOrInherits: (role, other) => seniors(other)[numberOf(role)] === 1,
    whole: (role) => wholes[numberOf(role)] ?? role,
    redesigned: (change) => {
      const changed = new Map(roles.map((role) => [role, change(role)]));
      const now = new Map([...rolesById].map(([id, role]) => [id, changed.get(role) ?? role]));
      return designFrom(objects, now, self);
    },
    followed: (table) => designFrom(objects, byId(table, roleOf), self),
  };
}

export const concerns = (grant: Grant, action: string, object: AccessObject): boolean =>
  grant.actions === '*' ? object.actions.includes(action) : grant.actions.includes(action);

// The objects of a role design and their permissions: which of them an id or a glob means, and what a grant is about.
import picomatch from 'picomatch';
import { keptAlone } from '../base/kept';
import type { Entity } from '../project/file-index';
import { type AccessObject, byId, type Grant, objectOf, type Role } from './facts';
import { denyReach, grantReach, join, NOTHING, type Reach } from './reach';

/** A permission of the standard: an operation on an object. */
export interface Permission {
  readonly object: AccessObject;
  readonly action: string;
  readonly name: string;
}

export interface Objects {
  readonly all: readonly AccessObject[];
  readonly byId: ReadonlyMap<string, AccessObject>;
  /** The objects that an id or a glob means. */
  readonly matching: (pattern: string) => readonly AccessObject[];
  /** The permissions that a grant or a denial is about. */
  readonly covered: (grant: Grant) => readonly Permission[];
  /** How far a role reaches by what it is granted and denied itself. */
  readonly own: (role: Role) => ReadonlyMap<Permission, Reach>;
}

/** What was found of a pattern or a grant holds for every role design over the same objects. */
export const objectsOf = keptAlone((table: readonly Entity[]): Objects => {
  const found = byId(table, objectOf);
  const all = [...new Set(found.values())];
  const matched = new Map<string, readonly AccessObject[]>();
  const matching = (pattern: string): readonly AccessObject[] => {
    let known = matched.get(pattern);
    if (!known) {
      const exact = found.get(pattern);
      matched.set(pattern, (known = exact ? [exact] : isGlob(pattern) ? matchingGlob(pattern, all) : []));
    }
    return known;
  };
  const covered = keptAlone((grant: Grant) =>
    matching(grant.object).flatMap((object) =>
      (grant.actions === '*' ? object.actions : grant.actions).map((action) => permission(object, action)),
    ),
  );
  const own = keptAlone((role: Role): ReadonlyMap<Permission, Reach> => {
    const reaches = new Map<Permission, Reach>();
    for (const grant of [...role.grants, ...role.denies])
      for (const one of covered(grant)) reaches.set(one, join(reaches.get(one) ?? NOTHING, reachOf(grant, one.object)));
    return reaches;
  });
  return { all, byId: found, matching, covered, own };
});

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

/** How far a grant or a denial reaches on an object. Of a scope that the object does not have nobody knows how far it reaches: as far as any, perhaps. */
export function reachOf({ scope, when, effect }: Grant, { scopes }: AccessObject): Reach {
  const widest = Math.max(1, scopes.length);
  const level = scope === undefined ? widest : scopes.indexOf(scope) + 1 || widest;
  const certain = when === undefined && (scope === undefined || scopes.includes(scope));
  return effect === 'grant' ? grantReach(level, certain) : denyReach(level, certain);
}

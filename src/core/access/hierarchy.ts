// The hierarchy of roles (ANSI/INCITS 359, general: any role may inherit any), by the roles' numbers: what each inherits is
// added up from the most junior on, and of another hierarchy it is told which roles may come to something else in it.
import { components } from '../base/graph';
import { isSameList } from '../base/lists';
import { finish } from '../base/work';
import type { Role } from './facts';

export interface Hierarchy {
  readonly roles: readonly Role[];
  readonly role: (id: string) => Role | undefined;
  readonly numberOf: (role: Role) => number;
  /** The roles that a role inherits directly; unknown ones are left out. */
  readonly juniors: (role: Role) => readonly Role[];
  /** The same by numbers. */
  readonly below: (at: number) => readonly number[];
  /** Whether two roles inherit each other, so that they are one in all but name. */
  readonly alike: (a: Role, b: Role) => boolean;
  /** The role and all it inherits, nearest first; each with the role through which it was reached. */
  readonly ancestry: (role: Role) => ReadonlyMap<Role, Role | undefined>;
  /** For each role whether it is one of these numbers or inherits it. */
  readonly above: (numbers: readonly number[]) => Uint8Array;
  /** Adds to what each role has itself what it inherits; of all roles, or of the circles of some. */
  readonly inherited: <T extends Uint32Array | Uint8Array>(own: T, add: Add, circles?: Circles) => T;
  /** The roles by their numbers in an order in which those that are inherited come first; those of a cycle together. */
  readonly circles: () => Circles;
}

type Circles = readonly (readonly number[])[];

type Add = (a: number, b: number) => number;

export function hierarchyOf(byId: ReadonlyMap<string, Role>): Hierarchy {
  const roles = [...new Set(byId.values())];
  const numbers = new Map(roles.map((role, at) => [role, at]));
  const juniors = roles.map((role) => role.inherits.flatMap((id) => byId.get(id) ?? []));
  const below = juniors.map((all) => all.map((one) => numbers.get(one) ?? -1));
  const juniorsOf = (role: Role): readonly Role[] => juniors[numbers.get(role) ?? -1] ?? [];
  let order: Circles | undefined;
  let circleAt: Int32Array | undefined;

  function circles(): Circles {
    order ??= finish(components(new Map(below.entries())));
    return order;
  }

  const circleOf = (role: Role): number => {
    if (!circleAt) {
      circleAt = new Int32Array(roles.length);
      for (const [circle, members] of circles().entries()) for (const at of members) circleAt[at] = circle;
    }
    return circleAt[numbers.get(role) ?? -1] ?? -1;
  };

  function above(marked: readonly number[]): Uint8Array {
    const own = new Uint8Array(roles.length);
    for (const at of marked) own[at] = 1;
    for (const members of circles()) addUp(own, Math.max, members, below);
    return own;
  }

  return {
    roles,
    role: (id) => byId.get(id),
    numberOf: (role) => numbers.get(role) ?? -1,
    juniors: juniorsOf,
    below: (at) => below[at] ?? [],
    alike: (a, b) => circleOf(a) === circleOf(b),
    ancestry: (role) => ancestryOf(role, juniorsOf),
    above,
    inherited: (own, add, of = circles()) => {
      for (const members of of) addUp(own, add, members, below);
      return own;
    },
    circles,
  };
}

// Asked for every role and permission: a function of its own, which stays warm from one hierarchy to the next.
function addUp(
  own: Uint32Array | Uint8Array,
  add: Add,
  members: readonly number[],
  below: readonly (readonly number[])[],
): void {
  let all = 0;
  for (let nth = 0; nth < members.length; nth++) {
    const at = members[nth] ?? 0;
    all = add(all, own[at] ?? 0);
    const juniors = below[at] ?? [];
    for (let next = 0; next < juniors.length; next++) all = add(all, own[juniors[next] ?? 0] ?? 0);
  }
  for (let nth = 0; nth < members.length; nth++) own[members[nth] ?? 0] = all;
}

/** Changed roles up to which it is worth telling whom they touch. */
const FEW = 64;

export interface Touched {
  readonly rows: readonly number[];
  readonly marks: Uint8Array;
  readonly circles: Circles;
  /** Those of which something is written otherwise, or that inherit others directly; undefined where one of them is in a
   * circle. As long as these come to the same, so does everybody. */
  readonly seeds: readonly number[] | undefined;
}

/**
 * The roles that may come to something else than they did before: those that are not the same and those that inherit one,
 * before or after. Undefined where roles have other numbers, or so many changed that all are as quickly asked.
 */
export function touched(before: Hierarchy, after: Hierarchy): Touched | undefined {
  if (before.roles.length !== after.roles.length) return undefined;
  const changed = after.roles.flatMap((role, at) => (role === before.roles[at] ? [] : [at]));
  if (changed.length > FEW) return undefined;
  const [was, is] = [before.above(changed), after.above(changed)];
  const marks = is.map((one, at) => one | (was[at] ?? 0));
  // Whoever is in a circle with one of them inherits it.
  const circles = after.circles().filter(([at = -1]) => marks[at]);
  const rows = circles.flat();
  const seeds = rows.filter(
    (at) => after.roles[at] !== before.roles[at] || !isSameList(after.below(at), before.below(at)),
  );
  const isCircular = circles.some((members) => members.length > 1 && members.some((at) => seeds.includes(at)));
  return { rows, marks, circles, seeds: isCircular ? undefined : seeds };
}

function ancestryOf(role: Role, juniors: (role: Role) => readonly Role[]): ReadonlyMap<Role, Role | undefined> {
  const through = new Map<Role, Role | undefined>([[role, undefined]]);
  // A map is walked in the order in which it grows: breadth first, so ways are the shortest.
  for (const [at] of through) for (const junior of juniors(at)) if (!through.has(junior)) through.set(junior, at);
  return through;
}

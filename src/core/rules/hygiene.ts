// LF41, what role designs collect over the years: grants that add nothing, grants that a denial takes away, and roles that
// are alike.
import type { Design } from '../access/design';
import type { Permission } from '../access/objects';
import type { Grant, Role } from '../access/facts';
import { accessOf } from '../access/model';
import { designTables } from '../access/parts';
import { extentOf, join, NOTHING, type Reach, reachedIn } from '../access/reach';
import { say } from '../messages/message';
import type { Project } from '../project/project';
import { valueSpan } from '../project/value-span';
import { type ProjectRule, type SaidOf, tableRule } from './rule';

/** What is said of each role by itself: the same as long as the role and all that it inherits are. */
const perRole = (
  code: ProjectRule['code'],
  sayOf: (role: Role, design: Design, project: Project) => Iterable<SaidOf>,
) => {
  const known = new WeakMap<object, readonly SaidOf[]>();
  return tableRule(code, designTables, function* ({ project }) {
    const { design } = accessOf(project);
    for (const role of design.roles) {
      let said = known.get(design.whole(role));
      if (!said) {
        known.set(design.whole(role), (said = [...sayOf(role, design, project)]));
        yield;
      }
      yield* said;
    }
  });
};

const redundant = perRole('LF414', function* (role, design, project) {
  const inherited = (permission: Permission): Reach =>
    design
      .juniors(role)
      .filter((one) => !design.alike(one, role))
      .map((one) => design.column(permission)[design.numberOf(one)] ?? NOTHING)
      // What a junior is denied is denied here too; only what it is granted says that a grant is one too many.
      .reduce(join, NOTHING);
  const own = new Map<Permission, Grant[]>();
  for (const grant of role.grants)
    for (const permission of design.covered(grant)) {
      const list = own.get(permission);
      if (list) list.push(grant);
      else own.set(permission, [grant]);
    }
  for (const [at, grant] of role.grants.entries()) {
    // Of two that are the same the later is one too many.
    const isOther = (one: Grant): boolean => {
      const place = role.grants.indexOf(one);
      return place < at || (place > at && !sameGrant(one, grant));
    };
    const adds = (permission: Permission): boolean => {
      const rest = (own.get(permission) ?? [])
        .filter(isOther)
        .map((one) => design.reachOf(one, permission.object))
        .reduce(join, inherited(permission));
      return join(rest, design.reachOf(grant, permission.object)) !== rest;
    };
    const covered = design.covered(grant);
    if (!covered.length || covered.some(adds)) continue;
    const message = say('grant.redundant', { role: role.id, object: grant.object });
    const span = valueSpan(project, role.entity, grant.pointer);
    yield { entity: role.entity, span, message, fix: { kind: 'drop', pointer: grant.pointer } };
  }
});

const sameGrant = (a: Grant, b: Grant): boolean =>
  JSON.stringify([a.object, a.actions, a.scope, a.when]) === JSON.stringify([b.object, b.actions, b.scope, b.when]);

const denied = perRole('LF416', function* (role, design, project) {
  for (const grant of role.grants) {
    const by = denialOf(design, role, grant);
    if (!by) continue;
    const { entity } = role;
    yield {
      entity,
      span: valueSpan(project, entity, grant.pointer),
      message: say('grant.denied', { object: grant.object, by: by.role.id }),
      others: [
        {
          entity: by.role.entity,
          span: valueSpan(project, by.role.entity, by.pointer),
          message: say('grant.denied-by', { role: by.role.id }),
        },
      ],
      fix: { kind: 'drop', pointer: grant.pointer },
    };
  }
});

/** The denial that, alone or with others, takes all of a grant away from the role itself, and so from everybody who has the
 * grant by it: whoever inherits the role inherits its denials. A conditional one takes nothing for certain. */
function denialOf(design: Design, role: Role, grant: Grant): Grant | undefined {
  const covered = design.covered(grant);
  const [first] = covered;
  const by =
    first &&
    design
      .about(first.object)
      .find(
        (one) => one.effect === 'deny' && design.covered(one).includes(first) && design.isOrInherits(role, one.role),
      );
  if (!by) return undefined;
  const at = design.numberOf(role);
  const isGone = (permission: Permission): boolean => {
    const reach = design.column(permission)[at] ?? NOTHING;
    return extentOf(reach).denied >= extentOf(design.reachOf(grant, permission.object)).perhaps;
  };
  return covered.every(isGone) ? by : undefined;
}

const alike = tableRule('LF415', designTables, function* ({ project }) {
  const { design } = accessOf(project);
  const { roles } = design;
  const permissions = design.permissions();
  // What each role may do, as one number that tells it from other roles but for an accident.
  const prints = new Float64Array(roles.length);
  const sizes = new Uint32Array(roles.length);
  for (const [number, permission] of permissions.entries()) {
    addPrints(number, design.column(permission), prints, sizes);
    yield;
  }
  const isRelated = relationIn(design);
  const first = new Map<number, number>();
  for (const [at, role] of roles.entries()) {
    if (at % 256 === 255) yield;
    const print = prints[at] ?? 0;
    const other = first.get(print);
    if (!sizes[at]) continue;
    if (other === undefined) first.set(print, at);
    else if (!isRelated(at, other) && differences(design, at, other).length === 0)
      yield likeness(role, say('role.same', { role: role.id, other: roles[other]?.id ?? '' }));
  }
  const told = new Set<number>();
  for (const [number, permission] of permissions.entries()) {
    const column = design.column(permission);
    for (const at of reachedIn(column)) {
      if ((sizes[at] ?? 0) < 2 || told.has(at)) continue;
      const other = first.get(plus(prints[at] ?? 0, MODULUS - printOf(number, column[at] ?? NOTHING)));
      if (other === undefined || isRelated(at, other)) continue;
      const [role, only] = [roles[at], differences(design, at, other)];
      if (!role || only.length !== 1) continue;
      told.add(at);
      const about = { role: role.id, other: roles[other]?.id ?? '', permission: permission.name };
      yield likeness(role, say('role.nearly', about));
    }
    yield;
  }
});

function addPrints(permission: number, column: Uint32Array, prints: Float64Array, sizes: Uint32Array): void {
  for (const at of reachedIn(column)) {
    prints[at] = plus(prints[at] ?? 0, printOf(permission, column[at] ?? NOTHING));
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
}

/** The permissions in which two roles differ, by their numbers. */
const differences = (design: Design, a: number, b: number): readonly Permission[] =>
  design.permissions().filter((one) => {
    const column = design.column(one);
    return column[a] !== column[b];
  });

// Sums modulo 2^52 stay whole numbers, and what was added can be taken away.
const MODULUS = 2 ** 52;
const plus = (a: number, b: number): number => (a + b) % MODULUS;

/** A number far from those of other permissions and reaches (the mixing of MurmurHash3, twice). */
function printOf(permission: number, reach: Reach): number {
  const mixed = (seed: number): number => {
    let at = (Math.imul(permission + 1, seed) ^ reach) | 0;
    at = Math.imul(at ^ (at >>> 16), 0x85ebca6b);
    at = Math.imul(at ^ (at >>> 13), 0xc2b2ae35);
    return (at ^ (at >>> 16)) >>> 0;
  };
  return (mixed(0x9e3779b1) >>> 12) * 2 ** 32 + mixed(0x7f4a7c15);
}

/** Whether of two roles one inherits the other: to have one permission more is what inheriting is for. */
function relationIn(design: Design): (a: number, b: number) => boolean {
  let known: { readonly of: number; readonly seniors: Uint8Array; readonly juniors: ReadonlySet<number> } | undefined;
  return (a, b) => {
    const role = design.roles[b];
    if (!role) return false;
    if (known?.of !== b) {
      const juniors = new Set([...design.ancestry(role).keys()].map(design.numberOf));
      known = { of: b, seniors: design.seniors(role), juniors };
    }
    return known.seniors[a] === 1 || known.juniors.has(a);
  };
}

const likeness = ({ entity }: Role, message: SaidOf['message']): SaidOf => ({
  entity,
  span: entity.mark,
  message,
});

export const hygieneRules = [redundant, alike, denied] as const;

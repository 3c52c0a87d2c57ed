// LF41, what role designs collect over the years: grants that add nothing, grants that a denial takes away, and roles that
// are alike.
import type { Design, Permission } from '../access/design';
import { rowOf } from '../access/effective';
import type { Grant, Role } from '../access/facts';
import { accessOf } from '../access/model';
import { accessTables } from '../access/parts';
import { extentOf, join, NOTHING, type Reach } from '../access/reach';
import { say } from '../messages/message';
import { valueSpan } from '../project/value-span';
import { type SaidOf, tableRule } from './rule';

const redundant = tableRule('LF414', accessTables, function* ({ project }) {
  const { design } = accessOf(project);
  for (const role of design.roles) {
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
    yield;
  }
});

const sameGrant = (a: Grant, b: Grant): boolean =>
  JSON.stringify([a.object, a.actions, a.scope, a.when]) === JSON.stringify([b.object, b.actions, b.scope, b.when]);

const denied = tableRule('LF416', accessTables, function* ({ project }) {
  const { design } = accessOf(project);
  for (const role of design.roles) {
    const through = design.ancestry(role);
    for (const grant of role.grants) {
      const by = denialOf(design, role, grant, (one) => through.has(one.role));
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
    yield;
  }
});

/** The denial that, alone or with others, takes all of a grant away from the role itself, and so from everybody who has the
 * grant by it: whoever inherits the role inherits its denials. A conditional one takes nothing for certain. */
function denialOf(design: Design, role: Role, grant: Grant, isTheirs: (denial: Grant) => boolean): Grant | undefined {
  const covered = design.covered(grant);
  const [first] = covered;
  const by =
    first &&
    design
      .about(first.object)
      .find((one) => one.effect === 'deny' && isTheirs(one) && design.covered(one).includes(first));
  if (!by) return undefined;
  const at = design.numberOf(role);
  const isGone = (permission: Permission): boolean => {
    const reach = design.column(permission)[at] ?? NOTHING;
    return extentOf(reach).denied >= extentOf(design.reachOf(grant, permission.object)).perhaps;
  };
  return covered.every(isGone) ? by : undefined;
}

const alike = tableRule('LF415', accessTables, function* ({ project }) {
  const model = accessOf(project);
  const { design } = model;
  const rows = new Map<Role, Row>();
  const seen = new Map<number, Role>();
  const numbers = numbering();
  for (const role of design.roles) {
    const cells = [...rowOf(model, [role])].map(([permission, reach]) => ({
      permission,
      number: numbers(permission, reach),
    }));
    yield;
    if (!cells.length) continue;
    const row: Row = { cells, all: new Set(cells.map(({ number }) => number)), print: printOf(cells) };
    rows.set(role, row);
    const other = seen.get(row.print);
    if (!other) seen.set(row.print, role);
    else if (!related(design, role, other) && sameCells(row, rows.get(other)))
      yield likeness(role, say('role.same', { role: role.id, other: other.id }));
  }
  for (const [role, row] of rows) {
    if (row.cells.length < 2) continue;
    for (const cell of row.cells) {
      const other = seen.get(without(row.print, cell.number));
      if (!other || related(design, role, other) || !sameCells(row, rows.get(other), cell.number)) continue;
      const about = { role: role.id, other: other.id, permission: cell.permission.name };
      yield likeness(role, say('role.nearly', about));
      break;
    }
    yield;
  }
});

/** What a role may do, cell by cell, and a number that tells it from other rows but for an accident. */
interface Row {
  readonly cells: readonly { readonly permission: Permission; readonly number: number }[];
  readonly all: ReadonlySet<number>;
  readonly print: number;
}

/** One number for each permission in each reach. */
function numbering(): (permission: Permission, reach: Reach) => number {
  const known = new Map<Permission, Map<Reach, number>>();
  let count = 0;
  return (permission, reach) => {
    let reaches = known.get(permission);
    if (!reaches) known.set(permission, (reaches = new Map()));
    let number = reaches.get(reach);
    if (number === undefined) reaches.set(reach, (number = ++count));
    return number;
  };
}

// Sums modulo 2^52 stay whole numbers, and a cell is taken from one as it was added.
const MODULUS = 2 ** 52;
const printOf = (cells: Row['cells']): number =>
  cells.reduce((sum, { number }) => (sum + scattered(number)) % MODULUS, 0);
const without = (print: number, cell: number): number => (print - scattered(cell) + MODULUS) % MODULUS;

/** A number far from those of its neighbours (the mixing of MurmurHash3, twice). */
function scattered(number: number): number {
  const mixed = (seed: number): number => {
    let at = (number + seed) | 0;
    at = Math.imul(at ^ (at >>> 16), 0x85ebca6b);
    at = Math.imul(at ^ (at >>> 13), 0xc2b2ae35);
    return (at ^ (at >>> 16)) >>> 0;
  };
  return (mixed(0x9e3779b9) >>> 12) * 2 ** 32 + mixed(0x7f4a7c15);
}

/** Whether two rows are the same, the first without one of its cells. */
const sameCells = ({ all }: Row, other: Row | undefined, less?: number): boolean =>
  other !== undefined &&
  other.all.size === all.size - (less === undefined ? 0 : 1) &&
  [...other.all].every((one) => one !== less && all.has(one));

/** To have one permission more is what inheriting is for. */
const related = (design: Design, a: Role, b: Role): boolean => design.ancestry(a).has(b) || design.ancestry(b).has(a);

const likeness = ({ entity }: Role, message: SaidOf['message']): SaidOf => ({
  entity,
  span: entity.mark,
  message,
});

export const hygieneRules = [redundant, alike, denied] as const;

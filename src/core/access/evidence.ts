// What a conflict rests on: each way in which its holder comes by each function. From it follow a smallest set of grants
// that makes the conflict, and what would have to be taken away to end it.
import type { Conflicts } from './conflicts';
import { concerns } from './design';
import type { Duty } from './duties';
import type { Assignment, Grant, Role } from './facts';
import type { PersonConflict, RoleConflict } from './judge';
import { extentOf, isGranted, type Reach } from './reach';

export type AnyConflict = RoleConflict | PersonConflict;

/** One way to one function: by an assignment (none where a role is judged by itself), through roles, by a grant (none
 * where the rule names a role). */
export interface Way {
  /** Its place in the conflict's `held`. */
  readonly held: number;
  readonly duty: Duty;
  readonly assignment: Assignment | undefined;
  /** From the role that was assigned to the one that has the grant, or that the rule names. */
  readonly roles: readonly Role[];
  readonly grant: Grant | undefined;
}

export const isOfRole = (conflict: AnyConflict): conflict is RoleConflict => 'role' in conflict;

/** Every way to every function that is held; of a person by the assignments that are in force when it begins. */
export function waysTo(
  { model }: Conflicts,
  conflict: AnyConflict,
  assignments: readonly Assignment[] = isOfRole(conflict) ? [] : conflict.assignments,
): readonly Way[] {
  const { design } = model;
  const starts: readonly { readonly assignment: Assignment | undefined; readonly role: Role }[] = isOfRole(conflict)
    ? [{ assignment: undefined, role: conflict.role }]
    : assignments.flatMap((assignment) =>
        assignment.roles.flatMap((id) => {
          const role = design.role(id);
          return role ? [{ assignment, role }] : [];
        }),
      );
  const found: Way[] = [];
  for (const { assignment, role } of starts) {
    const through = design.ancestry(role);
    const way = (to: Role): readonly Role[] => {
      const roles: Role[] = [];
      for (let at: Role | undefined = to; at; at = through.get(at)) roles.push(at);
      return roles.reverse();
    };
    for (const [held, { of }] of conflict.held.entries()) {
      for (const duty of of.duties) {
        if (duty.kind === 'role') {
          const named = design.role(duty.id);
          if (named && through.has(named)) found.push({ held, duty, assignment, roles: way(named), grant: undefined });
          continue;
        }
        const { object, action } = duty.permission;
        for (const grant of design.about(object)) {
          if (grant.effect === 'deny' || !concerns(grant, action, object) || !through.has(grant.role)) continue;
          if (opens(design.reachOf(grant, object), duty.level))
            found.push({ held, duty, assignment, roles: way(grant.role), grant });
        }
      }
    }
  }
  return found.sort((a, b) => a.roles.length - b.roles.length);
}

const opens = (reach: Reach, level: number): boolean => isGranted(reach) && extentOf(reach).perhaps >= level;

/** More different grants than this are tried one after the other, the most useful first, not all together. */
const MOST = 64;

/**
 * A smallest set of ways that makes the conflict: as few grants (or roles that the rule names) as can hold one function
 * more than the rule allows. Beyond 64 different grants, or 30 functions, a small one.
 */
export function explain(conflicts: Conflicts, conflict: AnyConflict): readonly Way[] {
  const need = conflict.rule.limit + 1;
  const certain = conflict.answer === 'yes';
  const sources = new Map<unknown, { mask: number; readonly ways: Way[] }>();
  for (const way of waysTo(conflicts, conflict)) {
    if (way.held > 29 || (certain && conflict.held[way.held]?.answer !== 'yes')) continue;
    const source = way.grant ?? (way.duty.kind === 'role' ? way.duty.id : undefined);
    const known = sources.get(source);
    if (!known) sources.set(source, { mask: 1 << way.held, ways: [way] });
    else if (!(known.mask & (1 << way.held))) {
      known.mask |= 1 << way.held;
      known.ways.push(way);
    }
  }
  // Of grants that are good for the same functions one is as good as another; the first is the nearest.
  const kinds = new Map<number, readonly Way[]>();
  for (const { mask, ways } of sources.values()) if (!kinds.has(mask)) kinds.set(mask, ways);
  const all = [...kinds].sort(([a], [b]) => ones(b) - ones(a)).slice(0, MOST);
  for (let size = 1; size <= Math.min(need, all.length); size++) {
    const found = pickFrom(all, size, 0, 0, need);
    if (found) return shortened(found.flat(), need);
  }
  return shortened(
    all.flatMap(([, ways]) => ways),
    need,
  );
}

function pickFrom(
  all: readonly (readonly [number, readonly Way[]])[],
  size: number,
  from: number,
  mask: number,
  need: number,
): readonly (readonly Way[])[] | undefined {
  if (ones(mask) >= need) return [];
  if (size === 0) return undefined;
  for (let at = from; at < all.length; at++) {
    const [own, ways] = all[at] ?? [0, []];
    const rest = pickFrom(all, size - 1, at + 1, mask | own, need);
    if (rest) return [ways, ...rest];
  }
  return undefined;
}

/** One way a function, and no more functions than it takes. */
function shortened(ways: readonly Way[], need: number): readonly Way[] {
  const first = new Map<number, Way>();
  for (const way of ways) if (!first.has(way.held)) first.set(way.held, way);
  return [...first.values()].slice(0, need);
}

function ones(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}

// Which rows and cells of a permission matrix take part in a conflict of duties, and how each stands.
import { conflictsOf } from '../access/conflicts';
import type { Permission } from '../access/objects';
import type { DutyRule } from '../access/duties';
import { type AnyConflict, isOfRole, waysTo } from '../access/evidence';
import { standingOf } from '../access/standing';
import type { AccessModel } from '../access/model';
import type { Work } from '../base/work';
import type { World } from '../project/world';
import type { Conflict } from './matrix';
import type { MatrixQuery } from './matrix-query';

export interface MatrixConflict {
  readonly rule: DutyRule;
  readonly state: Exclude<Conflict, 'none'>;
}

export interface MatrixConflicts {
  /** By the id of a row; those between roles alone are in no cell. */
  readonly ofRow: (id: string) => readonly MatrixConflict[];
  readonly of: (id: string, permission: Permission) => readonly MatrixConflict[];
}

/** The worst of them. */
export const worst = (conflicts: readonly MatrixConflict[]): Conflict =>
  conflicts.some(({ state }) => state === 'open') ? 'open' : conflicts.length ? 'waived' : 'none';

/** Those that are in force on the day that the query asks for, or without a day those that are not past. */
export function* matrixConflicts({ project, asOf }: World, query: MatrixQuery): Work<MatrixConflicts> {
  const conflicts = yield* conflictsOf(project);
  const { model } = conflicts;
  const rows = new Map<string, MatrixConflict[]>();
  const cells = new Map<string, Map<Permission, MatrixConflict[]>>();
  const all: readonly AnyConflict[] = query.by === 'role' ? conflicts.roles : conflicts.people;
  for (const conflict of all.filter((one) => isAskedFor(model, query, one))) {
    yield;
    const { when, open } = standingOf(project, conflicts, conflict, query.on || asOf, asOf);
    if (when === 'past' || (query.on !== '' && when !== 'now')) continue;
    const one: MatrixConflict = { rule: conflict.rule, state: open ? 'open' : 'waived' };
    const ways = waysTo(conflicts, conflict);
    const permissions = new Set(ways.flatMap(({ duty }) => (duty.kind === 'permission' ? [duty.permission] : [])));
    for (const id of holdersOf(model, conflict)) {
      put(rows, id, one);
      let row = cells.get(id);
      if (!row) cells.set(id, (row = new Map()));
      for (const permission of permissions) put(row, permission, one);
    }
  }
  return {
    ofRow: (id) => rows.get(id) ?? [],
    of: (id, permission) => cells.get(id)?.get(permission) ?? [],
  };
}

/** A role's conflict is also that of every role that inherits it. */
function holdersOf({ design }: AccessModel, conflict: AnyConflict): readonly string[] {
  if (!isOfRole(conflict)) return [conflict.person];
  const seniors = design.seniors(conflict.role);
  return design.roles.filter((role) => seniors[design.numberOf(role)]).map(({ id }) => id);
}

function isAskedFor({ orgs, usual }: AccessModel, { environment, org }: MatrixQuery, conflict: AnyConflict): boolean {
  if (isOfRole(conflict)) return true;
  if (conflict.environment !== (environment || usual)) return false;
  return org === '' || conflict.org === undefined || orgs.within(org, conflict.org);
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

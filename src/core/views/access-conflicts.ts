// Conflicts of duties as plain data: who, where and when, a smallest set of grants that makes each, what answers for it
// and what would end it.
import type { Work } from '../base/work';
import { type Conflicts, conflictsOf } from '../access/conflicts';
import { type AnyConflict, explain, isOfRole } from '../access/evidence';
import { remedies } from '../access/remedies';
import { type Standing, standingOf } from '../access/standing';
import type { World } from '../project/world';
import { written } from '../schema/json';
import { type AssignmentView, type Describer, describer, type GrantView, type Named, type WayView } from './access';

export interface RemedyView {
  /** Roles to take from assignments, or permissions to take from grants. */
  readonly roles: readonly { readonly assignment: AssignmentView; readonly role: string }[];
  readonly grants: readonly { readonly grant: GrantView; readonly role: string; readonly permission: string }[];
  /** How many people lose something, and how many permissions they lose together. */
  readonly people: number;
  readonly permissions: number;
}

export interface ConflictView {
  readonly rule: Named;
  readonly risk: string;
  readonly kind: string;
  readonly subject: Named & { readonly kind: 'person' | 'role' };
  /** Null for a role. */
  readonly environment: string | null;
  /** Null is everywhere. */
  readonly org: Named | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly when: Standing['when'];
  readonly certain: boolean;
  /** What is held together, as the rule writes it. */
  readonly functions: readonly string[];
  readonly waiver: { readonly approvedBy: string | null; readonly expires: string | null } | null;
  /** Why waivers that name the holder are void. */
  readonly voidWaivers: readonly string[];
  /** Of rules that only the system can keep: `enforced`, or why that is not proven. */
  readonly enforcement: string | null;
  readonly open: boolean;
  readonly because: readonly (WayView & { readonly function: string })[];
  readonly remedies: readonly RemedyView[];
}

export interface ConflictsView {
  readonly version: 1;
  readonly on: string;
  readonly conflicts: readonly ConflictView[];
  readonly counts: {
    readonly open: number;
    readonly upcoming: number;
    readonly answered: number;
    readonly past: number;
  };
}

/** Remedies are worked out for so many conflicts: each asks what everybody would lose. */
const REMEDIED = 100;

/** Every conflict: those that nothing answers for first, then what is to come, what is answered for, what is past. */
export function* conflictsView({ project, asOf }: World, on: string): Work<ConflictsView> {
  const conflicts = yield* conflictsOf(project);
  const tell = describer(project, conflicts.model);
  const all: readonly AnyConflict[] = [...conflicts.roles, ...conflicts.people];
  const standing = all.map((conflict) => ({ conflict, standing: standingOf(project, conflicts, conflict, on, asOf) }));
  yield;
  const groups = { open: 0, upcoming: 1, answered: 2, past: 3 };
  const group = ({ standing: { open, when } }: (typeof standing)[number]): keyof typeof groups =>
    when === 'past' ? 'past' : !open ? 'answered' : when === 'upcoming' ? 'upcoming' : 'open';
  standing.sort((a, b) => groups[group(a)] - groups[group(b)]);
  const views: ConflictView[] = [];
  let left = REMEDIED;
  for (const one of standing) {
    views.push(conflictView(tell, conflicts, one.conflict, one.standing, one.standing.open && left-- > 0));
    yield;
  }
  const count = (name: keyof typeof groups): number => standing.filter((one) => group(one) === name).length;
  return {
    version: 1,
    on,
    conflicts: views,
    counts: { open: count('open'), upcoming: count('upcoming'), answered: count('answered'), past: count('past') },
  };
}

/** One conflict in names and places. */
function conflictView(
  tell: Describer,
  conflicts: Conflicts,
  conflict: AnyConflict,
  standing: Standing,
  isRemedied: boolean,
): ConflictView {
  const { rule, held, answer } = conflict;
  const person = isOfRole(conflict) ? undefined : conflict;
  return {
    rule: { id: rule.id, name: rule.entity.title },
    risk: written(rule.entity.value.risk),
    kind: rule.enforcement,
    subject: isOfRole(conflict)
      ? { kind: 'role', ...tell.role(conflict.role) }
      : { kind: 'person', ...tell.person(conflict.person) },
    environment: person?.environment ?? null,
    org: person?.org === undefined ? null : tell.org(person.org),
    from: person?.from ?? null,
    to: person?.to ?? null,
    when: standing.when,
    certain: answer === 'yes',
    functions: held.map(({ of }) => of.names.join(' | ')),
    waiver: standing.waiver
      ? { approvedBy: standing.waiver.approver ?? null, expires: standing.waiver.expires ?? null }
      : null,
    voidWaivers: [...new Set(standing.void.flatMap(({ faults }) => faults))],
    enforcement: standing.proof ? (standing.proof.kind === 'enforced' ? 'enforced' : standing.proof.why) : null,
    open: standing.open,
    because: explain(conflicts, conflict).map((way) => ({
      function: way.duty.kind === 'role' ? way.duty.id : way.duty.permission.name,
      ...tell.way(way),
    })),
    remedies: isRemedied ? remedies(conflicts, conflict).map((one) => remedyView(tell, one)) : [],
  };
}

const remedyView = (
  tell: Describer,
  { roles, grants, people, permissions }: ReturnType<typeof remedies>[number],
): RemedyView => ({
  roles: roles.map(({ assignment, role }) => ({ assignment: tell.assignment(assignment), role })),
  grants: grants.flatMap(({ grant, permission }) => {
    const { grant: view } = tell.way({ assignment: undefined, roles: [], grant });
    return view ? [{ grant: view, role: grant.role.id, permission: permission.name }] : [];
  }),
  people,
  permissions,
});

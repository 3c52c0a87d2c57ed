// The derivation of an answer: by which assignment, through which roles, by which grant or denial.
import { concerns } from './design';
import type { Permission } from './objects';
import type { Assignment, Grant, Role } from './facts';
import { type Ask, assignmentsOf, pointsOf, type Subject } from './effective';
import type { AccessModel } from './model';

export interface Derivation {
  /** Undefined for what a role gives as such. */
  readonly assignment: Assignment | undefined;
  /** From the role that was assigned down to the one that has the grant itself; a shortest way. */
  readonly roles: readonly Role[];
  readonly grant: Grant;
}

export interface Derived {
  readonly grants: readonly Derivation[];
  readonly denies: readonly Derivation[];
}

/** Everything that a subject's answer for a permission rests on, shortest ways first. */
export function derive(model: AccessModel, subject: Subject, permission: Permission, ask: Ask = {}): Derived {
  if (subject.kind === 'role') return sorted(waysOf(model, subject.role, permission, undefined));
  const mine = assignmentsOf(model, subject.id, ask);
  const held = new Set(pointsOf(model, mine, ask.org).flatMap((point) => point.assignments));
  return sorted(
    [...held].flatMap((assignment) =>
      assignment.roles.flatMap((id) => {
        const role = model.design.role(id);
        return role ? waysOf(model, role, permission, assignment) : [];
      }),
    ),
  );
}

function waysOf(
  { design }: AccessModel,
  from: Role,
  { object, action }: Permission,
  assignment: Assignment | undefined,
): readonly Derivation[] {
  const through = design.ancestry(from);
  return design.about(object).flatMap((grant) => {
    if (!concerns(grant, action, object) || !through.has(grant.role)) return [];
    const roles: Role[] = [];
    for (let at: Role | undefined = grant.role; at; at = through.get(at)) roles.push(at);
    return [{ assignment, roles: roles.reverse(), grant }];
  });
}

function sorted(all: readonly Derivation[]): Derived {
  const short = [...all].sort((a, b) => a.roles.length - b.roles.length);
  return {
    grants: short.filter(({ grant }) => grant.effect === 'grant'),
    denies: short.filter(({ grant }) => grant.effect === 'deny'),
  };
}

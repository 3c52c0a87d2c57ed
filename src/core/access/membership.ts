// Who holds roles, and when: cardinality and prerequisites of roles (constraints that ANSI/INCITS 359 leaves to those who
// use it, as S. Gavrila and J. Barkley, Formal specification for role based access control, 1998, state them).
import { type Assignment, inForce, type Role } from './facts';
import type { AccessModel } from './model';

/** The roles that assignments give, those that are inherited among them: INCITS' authorized roles. */
export function authorised({ design }: AccessModel, assignments: readonly Assignment[]): ReadonlySet<Role> {
  const found = new Set<Role>();
  for (const { roles } of assignments)
    for (const id of roles) {
      const role = design.role(id);
      if (role) found.add(role);
    }
  // The set grows while it is walked.
  for (const role of found) for (const junior of design.juniors(role)) found.add(junior);
  return found;
}

/** Everybody who is authorised for a role, by an assignment that is not over on a day. */
export function membersOf(model: AccessModel, role: Role, on: string): readonly Assignment[] {
  const { design } = model;
  return model.assignments.filter(
    (one) =>
      (one.to === undefined || one.to >= on) &&
      one.roles.some((id) => {
        const held = design.role(id);
        return held !== undefined && design.isOrInherits(held, role);
      }),
  );
}

/** The most people who hold a role at one time in one environment, from a day on, and from when. */
export function mostAtOnce(
  model: AccessModel,
  members: readonly Assignment[],
  on: string,
): { readonly people: readonly string[]; readonly environment: string; readonly from: string } {
  let most: { people: readonly string[]; environment: string; from: string } = {
    people: [],
    environment: '',
    from: on,
  };
  for (const environment of new Set(members.map((one) => one.environment))) {
    const mine = members.filter((one) => one.environment === environment);
    const days = new Set([on, ...mine.flatMap(({ from }) => (from !== undefined && from > on ? [from] : []))]);
    for (const from of [...days].sort()) {
      const there = mine.filter((one) => one.doubtful || inForce(one, from));
      const people = [...new Set(there.map(({ person }) => model.user(person)?.id ?? person))];
      if (people.length > most.people.length) most = { people, environment, from };
    }
  }
  return most;
}

/** Roles that must be held before one is, and are not on the day the assignment begins to count. */
export function missingPrerequisites(
  model: AccessModel,
  assignment: Assignment,
  role: Role,
  on: string,
): readonly string[] {
  if (!role.prerequisites.length) return [];
  const day = assignment.from !== undefined && assignment.from > on ? assignment.from : on;
  const person = model.user(assignment.person)?.id ?? assignment.person;
  const mine = (model.assigned.get(person) ?? []).filter(
    (one) => one.environment === assignment.environment && (one === assignment || inForce(one, day)),
  );
  const held = authorised(model, mine);
  return role.prerequisites.filter((id) => {
    const wanted = model.design.role(id);
    return wanted !== undefined && !held.has(wanted);
  });
}

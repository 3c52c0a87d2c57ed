// Appointments: each assignment together with all that an answer about it may rest on beside it. An appointment is the very same
// as long as nothing of that changed, so that after an edit only those are asked about again which are new.
import { kept, keptAlone } from '../base/kept';
import { isSameList } from '../base/lists';
import type { Assignment, User } from './facts';
import type { AccessModel } from './model';
import type { Orgs } from './orgs';

export interface Appointment {
  readonly one: Assignment;
  /** Who is assigned, and by whom; undefined for those whom no register knows. */
  readonly user: User | undefined;
  readonly approver: User | undefined;
  /** Every assignment of the same person. */
  readonly all: readonly Assignment[];
  /** What the roles of all of these come to; an id for a role that there is not. */
  readonly roles: readonly unknown[];
  readonly orgs: Orgs;
}

/** In the order of the assignments. */
export const appointmentsOf = keptAlone((model: AccessModel): readonly Appointment[] => {
  const { assigned, assignments, design, orgs, user: userOf } = model;
  const known = new Map<string, unknown>();
  const whole = (id: string): unknown => {
    let found = known.get(id);
    if (found === undefined) {
      const role = design.role(id);
      known.set(id, (found = role ? design.whole(role) : id));
    }
    return found;
  };
  for (const [person, all] of assigned) {
    const user = userOf(person);
    const roles = rolesOf(all, whole);
    for (const one of all) {
      const approver = one.approver === undefined ? undefined : userOf(one.approver);
      const before = latest.get(one);
      if (
        !before ||
        before.user !== user ||
        before.approver !== approver ||
        before.orgs !== orgs ||
        !isSameList(before.roles, roles) ||
        !isSameList(before.all, all)
      )
        latest.set(one, { one, user, approver, all, roles, orgs });
    }
  }
  return assignments.map((one) => latest.get(one) as Appointment);
});

function rolesOf(all: readonly Assignment[], whole: (id: string) => unknown): readonly unknown[] {
  const found: unknown[] = [];
  for (const { roles } of all) for (const id of roles) found.push(whole(id));
  return found;
}

/** What came and what went between two lists of appointments. */
export const changedAppointments = kept((now: readonly Appointment[], before: readonly Appointment[]) => {
  const missingIn = (from: readonly Appointment[], some: readonly Appointment[]): readonly Appointment[] => {
    const there = some.length === from.length ? undefined : new Set(some);
    return from.filter((one, at) => (there ? !there.has(one) : one !== some[at]));
  };
  return { come: missingIn(now, before), gone: missingIn(before, now) };
});

const latest = new WeakMap<Assignment, Appointment>();

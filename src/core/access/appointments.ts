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
  const { assigned, assignments, design, orgs, user } = model;
  const whole = (id: string): unknown => {
    const role = design.role(id);
    return role ? design.whole(role) : id;
  };
  for (const [person, all] of assigned) {
    const roles = all.flatMap((one) => one.roles.map(whole));
    for (const one of all) {
      const approver = one.approver === undefined ? undefined : user(one.approver);
      const made: Appointment = { one, user: user(person), approver, all, roles, orgs };
      const before = latest.get(one);
      if (!before || !isSame(before, made)) latest.set(one, made);
    }
  }
  return assignments.flatMap((one) => latest.get(one) ?? []);
});

/** What came and what went between two lists of appointments. */
export const changedAppointments = kept((now: readonly Appointment[], before: readonly Appointment[]) => {
  const missingIn = (from: readonly Appointment[], some: readonly Appointment[]): readonly Appointment[] => {
    const there = some.length === from.length ? undefined : new Set(some);
    return from.filter((one, at) => (there ? !there.has(one) : one !== some[at]));
  };
  return { come: missingIn(now, before), gone: missingIn(before, now) };
});

const latest = new WeakMap<Assignment, Appointment>();

const isSame = (a: Appointment, b: Appointment): boolean =>
  a.user === b.user &&
  a.approver === b.approver &&
  a.orgs === b.orgs &&
  isSameList(a.roles, b.roles) &&
  isSameList(a.all, b.all);

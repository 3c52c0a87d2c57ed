// Exceptions from rules of separation of duty (an extension of ANSI/INCITS 359): whose conflict one covers, and what
// makes it void. A void one covers nothing.
import { dayNumber, dayText } from '../base/days';
import type { Entity } from '../project/file-index';
import { lookUp, type Project } from '../project/project';
import { droppedAs } from '../project/state';
import { calendarTables, projectCalendar } from '../schedule/calendar';
import { addDuration, parseDuration } from '../schedule/duration';
import type { Conflicts } from './conflicts';
import { type DutyRule, holds, type Mitigation, type Waiver } from './duties';
import { type AnyConflict, isOfRole } from './evidence';
import { fieldPlaying, kindPlaying } from './parts';
import type { Role } from './facts';
import type { AccessModel } from './model';
import { elementShape } from '../schema/shape';

/** Why a waiver is void. */
export type Fault = 'expired' | 'unapproved' | 'self-approved' | 'lapsed' | 'request-dropped' | 'for-nobody';

/** What is wrong with a waiver on a day. */
export function faultsOf(project: Project, model: AccessModel, waiver: Waiver, on: string): readonly Fault[] {
  const faults: Fault[] = [];
  if (waiver.person === undefined && waiver.role === undefined) faults.push('for-nobody');
  if (waiver.expires === undefined || waiver.expires < on) faults.push('expired');
  if (waiver.approver === undefined) faults.push('unapproved');
  else if (isBeneficiary(model, waiver, model.user(waiver.approver)?.id ?? waiver.approver, on))
    faults.push('self-approved');
  const due = waiver.mitigation && dueBy(project, waiver.mitigation);
  if (due !== undefined && due < on) faults.push('lapsed');
  if (waiver.request !== undefined) {
    const request = lookUp(project, requestKind(project), waiver.request);
    if (request && droppedAs(request) !== undefined) faults.push('request-dropped');
  }
  return faults;
}

/** Every table that tells what is wrong with a waiver, beside those of access. */
export const waiverTables = (project: Project): readonly (readonly Entity[])[] => [
  project.table(requestKind(project)),
  ...calendarTables(project),
];

/** The kind that a waiver's change request is of. */
function requestKind(project: Project): string {
  const rule = kindPlaying(project.kinds, 'constraint')?.shape;
  const list = rule?.fields.get(fieldPlaying(rule, 'waivers') ?? '');
  const waiver = list && elementShape(list);
  const field = waiver?.fields.get(fieldPlaying(waiver, 'request') ?? '');
  return field?.ref?.to[0] ?? '';
}

/** Whether somebody profits from a waiver: it is theirs, or for a role that they hold. */
function isBeneficiary(model: AccessModel, { person, role }: Waiver, id: string, on: string): boolean {
  if (person !== undefined) return (model.user(person)?.id ?? person) === id;
  const wanted = role === undefined ? undefined : model.design.role(role);
  return (model.assigned.get(id) ?? []).some(
    (one) =>
      (one.to === undefined || one.to >= on) &&
      one.roles.some((name) => {
        const held = model.design.role(name);
        return held !== undefined && wanted !== undefined && model.design.ancestry(held).has(wanted);
      }),
  );
}

/** The day by which a mitigating check is due again; undefined where that cannot be told. Without a date it was never
 * carried out. */
function dueBy(project: Project, { every, last }: Mitigation): string | undefined {
  const duration = every === undefined ? undefined : parseDuration(every);
  if (!duration) return undefined;
  const done = last === undefined ? undefined : dayNumber(last);
  if (done === undefined) return '';
  const due = addDuration(projectCalendar(project), done, duration);
  return due === undefined ? undefined : dayText(due);
}

/** The waivers that name the holder of a conflict, valid or not. One for a role covers whoever holds all of the
 * conflict's functions by that role. */
export const waiversFor = (conflicts: Conflicts, conflict: AnyConflict): readonly Waiver[] =>
  conflict.rule.waivers.filter((waiver) => covers(conflicts, conflict, waiver));

function covers({ model }: Conflicts, conflict: AnyConflict, { person, role }: Waiver): boolean {
  if (!isOfRole(conflict) && person !== undefined && (model.user(person)?.id ?? person) === conflict.person)
    return true;
  const wanted = role === undefined ? undefined : model.design.role(role);
  return wanted !== undefined && isByRole(model, conflict, wanted);
}

/** Whether a role is among its holder's, and gives all the functions that are held together. */
export function isByRole(model: AccessModel, conflict: AnyConflict, role: Role): boolean {
  const isHeld = isOfRole(conflict)
    ? model.design.isOrInherits(conflict.role, role)
    : conflict.assignments.some(({ roles }) => roles.some((id) => isSenior(model, id, role)));
  return isHeld && givesAll(model, conflict, role);
}

const isSenior = ({ design }: AccessModel, id: string, wanted: Role): boolean => {
  const role = design.role(id);
  return role !== undefined && design.isOrInherits(role, wanted);
};

function givesAll({ design }: AccessModel, { held }: AnyConflict, role: Role): boolean {
  const own = new Set([...design.ancestry(role).keys()].map(({ id }) => id));
  const at = design.numberOf(role);
  return held.every(
    ({ of }) =>
      holds(
        of,
        (permission) => design.column(permission)[at] ?? 0,
        (one) => (own.has(one) ? 'yes' : 'no'),
      ) !== 'no',
  );
}

/** Waivers of a rule that cover no conflict, past, present or to come. */
export function idleWaivers(conflicts: Conflicts, rule: DutyRule): readonly Waiver[] {
  const mine: readonly AnyConflict[] = [...conflicts.people, ...conflicts.roles].filter((one) => one.rule === rule);
  const used = new Set(mine.flatMap((one) => waiversFor(conflicts, one)));
  return rule.waivers.filter((one) => !used.has(one));
}
